"""A document whose words are exchanged keeps every place that leads into it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from aimatch.audit.edits import Edit, apart, edited
from aimatch.model import Box, Document, Field, HiddenText, Page, Run

TEXT = "Anna Bauer\nanna@example.com\n\nSkills\nPython, SQL\n\fMore\nGit"


def document() -> Document:
    runs, at = [], 0
    for line in TEXT.split("\n"):
        if line:
            runs.append(Run(start=at, end=at + len(line), box=Box(page=1, x0=0, y0=at, x1=99, y1=at + 1), size=10))
        at += len(line) + 1
    cut = TEXT.index("\f") + 1
    pages = (
        Page(number=1, width=9, height=9, start=0, end=cut),
        Page(number=2, width=9, height=9, start=cut, end=len(TEXT)),
    )
    at = TEXT.index("SQL") + 3
    return Document(
        text=TEXT, format="pdf", sha256="", pages=pages, runs=tuple(runs), asides=((TEXT.index("Skills"), cut),),
        hidden=(HiddenText(quote="x", technique="tiny", at=at), HiddenText(quote="y", technique="tiny")),
        fields=(Field(kind="title", start=TEXT.index("Python"), end=TEXT.index("Python") + 6),),
    )  # fmt: skip


def test_all_places_move_with_the_text() -> None:
    mail = TEXT.index("anna@")
    found = edited(
        document(), [Edit(start=mail, end=mail + 16, by="b@c"), Edit(start=0, end=10, by="Greta Lindholm-Ortiz")]
    )
    assert found.text == TEXT.replace("anna@example.com", "b@c").replace("Anna Bauer", "Greta Lindholm-Ortiz")
    assert [found.text[run.start : run.end] for run in found.runs] == [line for line in found.text.split("\n") if line]
    assert found.text[found.pages[1].start :].startswith("More")
    assert found.pages[1].end == len(found.text)
    assert found.text[found.hidden[0].at - 3 : found.hidden[0].at] == "SQL"  # type: ignore[operator]
    assert found.hidden[1].at is None
    assert found.text[slice(*found.asides[0])].startswith("Skills")
    assert found.text[found.fields[0].start : found.fields[0].end] == "Python"


def test_a_run_whose_words_are_gone_is_none() -> None:
    found = edited(document(), [Edit(start=0, end=10, by="")])
    assert len(found.runs) == len(document().runs) - 1


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 9), st.text("ab", max_size=9)), max_size=5))
def test_places_stay_in_order_and_within_the_text(drawn: list[tuple[int, int, str]]) -> None:
    edits = apart(Edit(start=start, end=min(start + length, len(TEXT)), by=by) for start, length, by in drawn)
    assert all(one.end <= other.start for one, other in pairwise(edits))
    found = edited(document(), edits)
    places = [place for run in found.runs for place in (run.start, run.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(found.text) for place in places)
    kept = "".join(letter for at, letter in enumerate(TEXT) if not any(one.start <= at < one.end for one in edits))
    rest = found.text
    for one in edits:
        rest = rest.replace(one.by, "", 1)
    assert len(rest) == len(kept)
