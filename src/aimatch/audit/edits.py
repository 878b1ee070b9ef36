"""A document with some of its words replaced: the text, and every place that leads into it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from aimatch.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """``text[start:end]``, to be replaced by ``by``."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way to swap what was found of a kind: ``into`` tells what it becomes, ``edits`` do it."""

    kind: str
    into: str
    edits: tuple[Edit, ...]


def apart(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits without those that overlap an earlier one, by their place."""
    kept: list[Edit] = []
    for one in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """The document with the edits made, which must not overlap. Boxes stay where they are: a name fills what it filled.

    >>> from aimatch.model import Page
    >>> page = Page(number=1, width=0.0, height=0.0, start=0, end=11)
    >>> one = Document(text="Ann, Python", format="text", sha256="", pages=(page,))
    >>> edited(one, [Edit(start=0, end=3, by="Bernadette")]).pages[0].end
    18
    """
    ordered = sorted(edits, key=lambda one: one.start)
    pieces, done = [], 0
    for one in ordered:
        pieces += [document.text[done : one.start], one.by]
        done = one.end
    moved = _mover(ordered)
    runs = (replace(run, start=moved(run.start), end=moved(run.end)) for run in document.runs)
    return replace(
        document,
        text="".join([*pieces, document.text[done:]]),
        pages=tuple(replace(page, start=moved(page.start), end=moved(page.end)) for page in document.pages),
        # A run all of whose words are gone is none.
        runs=tuple(run for run in runs if run.start < run.end),
        hidden=tuple(replace(one, at=None if one.at is None else moved(one.at)) for one in document.hidden),
        asides=tuple((moved(start), moved(end)) for start, end in document.asides),
        fields=tuple(replace(one, start=moved(one.start), end=moved(one.end)) for one in document.fields),
    )


def _mover(edits: Sequence[Edit]) -> Callable[[int], int]:
    """Where a place of the text lies once the edits are made; one within an edit lies within what replaces it."""
    starts = [one.start for one in edits]
    shifts = [0]
    for one in edits:
        shifts.append(shifts[-1] + len(one.by) - (one.end - one.start))

    def moved(place: int) -> int:
        number = bisect_right(starts, place)
        if number == 0:
            return place
        last = edits[number - 1]
        if place >= last.end:
            return place + shifts[number]
        return last.start + shifts[number - 1] + min(place - last.start, len(last.by))

    return moved
