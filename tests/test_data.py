"""What is packed into one string comes out as it went in; what is kept is trusted only where it is whole."""

from __future__ import annotations

import marshal
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch import data
from aimatch.data import pack, unpack


@given(st.lists(st.text(st.characters(exclude_characters="\x7f")).filter(bool)))
def test_a_round_trip(strings: list[str]) -> None:
    assert unpack(pack(strings)) == strings


def test_what_parts_the_strings_may_not_be_in_them() -> None:
    with pytest.raises(ValueError, match="DEL"):
        pack(["fine", "not\x7ffine"])


@pytest.mark.parametrize(
    "kept",
    [
        b"",
        b"{}",
        b"\x00",
        marshal.dumps("another form"),
        marshal.dumps(("of other sources", "old")),
        marshal.dumps(1.5),
    ],
)
def test_what_is_kept_is_made_anew_where_it_is_damaged_or_old(kept: bytes, user_cache: Path) -> None:
    assert data.compiled("test", lambda: {"made": 1}, own="mark") == {"made": 1}
    (path,) = user_cache.rglob("aimatch/**/test-mark.marshal")
    assert data.compiled("test", lambda: {"made": 2}, own="mark") == {"made": 1}
    path.write_bytes(kept)
    assert data.compiled("test", lambda: {"made": 3}, own="mark") == {"made": 3}
    assert data.compiled("test", lambda: {"made": 4}, own="mark") == {"made": 3}
    path.unlink()


#: More than one string of a list in a line that is no comment and no table of its own.
SEVERAL = re.compile(r'^(?:[\w."-]+ = \[|\s*)"[^"]*", "')


@pytest.mark.parametrize(
    "path", sorted(data.directory().rglob("*.toml")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_lists_are_broken_into_lines_that_fit_a_screen_and_a_diff(path: Path) -> None:
    lines = enumerate(path.read_text("utf-8").split("\n"), start=1)
    long = [number for number, line in lines if len(line) > 120 and "{" not in line and SEVERAL.match(line)]
    assert not long, f"{path.name}: break the lists of these lines between two items: {long}"


def test_who_waits_is_told_once_that_the_data_are_compiled(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, user_cache: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(data, "_listeners", [lambda: told.append("told")])
    data.compiled("test", lambda: 1, own="mark")
    assert told == [], "a taxonomy of the user's own is small"
    for path in user_cache.rglob("aimatch/**/test-mark.marshal"):
        path.unlink()  # other tests look at what is kept there
    monkeypatch.setattr(data, "directory", lambda: tmp_path)
    monkeypatch.setattr(data, "_stamp", lambda: "stamp")
    for _ in range(2):
        data.compiled("one", lambda: 1)
        data.compiled("another", lambda: 2)
    assert told == ["told"]
