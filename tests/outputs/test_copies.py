"""Copies of one text keep their rows and are ranked once; whoever comes next takes the following place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from aimatch.duplicates import Duplicates, Fingerprint
from aimatch.outputs import table, text
from aimatch.outputs.copies import in_order, stands_for
from aimatch.report import Report

#: Two texts that have nothing in common, as signatures.
ONE, OTHER = tuple(range(64)), tuple(range(1000, 1064))


@pytest.fixture
def index() -> Iterator[Duplicates]:
    with Duplicates() as made:
        yield made


def row(
    report: Report, name: str, coverage: float, bins: tuple[int, ...] = (), contact: int | None = None
) -> table.Row:
    one = table.row(replace(report, source=name, coverage=coverage, low=coverage, high=coverage, input_sha256=name * 9))
    contacts = () if contact is None else (contact,)
    return replace(one, fingerprint=Fingerprint(bins=bins, contacts=contacts))


CASES = [
    ([("a", 0.5, "1"), ("b", 0.5, "2")], {"b": "a"}, "the same text, the first by name"),
    ([("a", 0.4, "1"), ("b", 0.5, "2")], {"a": "b"}, "the one with the highest coverage"),
    ([("a", None, "1"), ("b", 0.5, "2")], {}, "what was not scored has no copy"),
    ([("other", 0.5, "1"), ("b", 0.5, "2")], {}, "another text"),
    ([("short", 0.5, "1"), ("brief", 0.5, "1")], {"short": "brief"}, "few words, the same bytes"),
    ([("short", 0.5, "1"), ("brief", 0.5, "2")], {}, "few words, other bytes"),
]


@pytest.mark.parametrize(("files", "expected", "reason"), CASES, ids=[reason for _, _, reason in CASES])
def test_which_file_stands_for_its_copies(
    index: Duplicates, files: list[tuple[str, float | None, str]], expected: dict[str, str], reason: str
) -> None:
    for name, _, _ in files:
        bins = {"other": OTHER, "short": (), "brief": ()}.get(name, ONE)
        # Contact data alone make no copy.
        index.add(name, Fingerprint(bins=bins, contacts=(7,)))
    assert stands_for(files, index) == expected, reason


def test_copies_hold_one_place_and_the_next_person_the_following(report: Report) -> None:
    rows = [row(report, name, 0.5, ONE) for name in ("e", "d", "c", "b")]
    rows += [row(report, "a", 0.75, OTHER), row(report, "z", 0.25), row(report, "y", 0.4, contact=7)]
    rows += [row(report, "x", 0.2, contact=7)]
    frame = table.frame(rows)
    assert dict(zip(frame["file"], frame["rank"], strict=True)) == {
        "a": 1, "b": 2, "c": 2, "d": 2, "e": 2, "y": 3, "z": 4, "x": 5,
    }  # fmt: skip
    assert list(frame["rank"]) == list(frame["rank_last"])
    assert dict(zip(frame["file"], frame["copy_of"], strict=True)) == dict.fromkeys("cde", "b") | dict.fromkeys(
        "abxyz", ""
    )
    assert list(frame["file"]) == [one.file for one in rows], "the order that was given"


def test_a_copy_stands_below_the_file_that_stands_for_it(report: Report) -> None:
    # A version with a few words less covers less; it is the same person's still.
    rows = [row(report, "a", 0.5, ONE), row(report, "b", 0.3, ONE), row(report, "c", 0.4, OTHER)]
    listed = in_order(table.with_duplicates(rows))
    assert [(one.file, one.rank) for one in listed] == [("a", 1), ("b", 1), ("c", 2)]
    lines = text.ranking(table.with_duplicates(rows)).splitlines()
    assert [line.split()[:2] for line in lines[1:4]] == [["1", "a"], ["1", "b"], ["2", "c"]]
    assert "copies of one text hold one rank together" in lines[-2]


def test_short_copies_are_told_as_one_application_too(report: Report) -> None:
    rows = [replace(row(report, name, 0.5), input_sha256="1" * 64) for name in "ab"]
    shown = " ".join(text.ranking(table.with_duplicates(rows)).split())
    assert "perhaps one application (the same text or contact data): a | b" in shown
