"""A text read in other words than it was given in: pieces of it left out or written otherwise, and the way back.

What is read must not depend on line ends of two characters, on marks of a quoted mail or on what a page says twice, and
the places told must be those of the very string that was given. So the text is read without them, and the places are
led back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple, TypeVar

from aimatch.model import Break, Document, Education, Position, Project, Resume, Section, StatedYears

Entry = TypeVar("Entry", Position, Education, Project, Break)


class Edit(NamedTuple):
    """Read ``text`` in the place of the characters from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Rewritten:
    """A text after edits, which don't overlap; ``text`` is what is read."""

    def __init__(self, original: str, edits: Iterable[Edit]) -> None:
        self._original = original
        self._edits = sorted(edits)
        pieces, done = [], 0
        for edit in self._edits:
            pieces += [original[done : edit.start], edit.text]
            done = edit.end
        self.text = "".join([*pieces, original[done:]])
        #: By how much the places behind each edit moved, and where each begins and ends in the new text.
        self._moved = [0, *accumulate(edit.end - edit.start - len(edit.text) for edit in self._edits)]
        self._starts = [edit.start - moved for edit, moved in zip(self._edits, self._moved, strict=False)]
        self._ends = [start + len(edit.text) for start, edit in zip(self._starts, self._edits, strict=True)]

    def start(self, place: int) -> int:
        """Where what begins at a place of the new text begins in the text itself: behind what is left out before it,
        and where something written otherwise begins."""
        count = bisect_right(self._ends, place)
        if count < len(self._edits) and self._starts[count] <= place:
            return self._edits[count].start  # within what was written otherwise
        return place + self._moved[count]

    def end(self, place: int) -> int:
        """Where what ends at a place of the new text ends in the text itself: before what is left out behind it."""
        count = bisect_left(self._starts, place)
        if count and self._ends[count - 1] > place:
            return self._edits[count - 1].end
        return place + self._moved[count]

    def led_back(self, resume: Resume, document: Document) -> Resume:
        """A resume read from the new text as one of ``document``, which holds the text itself."""
        return replace(
            resume,
            document=document,
            sections=self._sections(resume.sections),
            positions=self._entries(resume.positions),
            education=self._entries(resume.education),
            projects=self._entries(resume.projects),
            breaks=self._entries(resume.breaks),
            stated_years=tuple(map(self._stated, resume.stated_years)),
            mentions=tuple(
                replace(one, start=start, end=end, quote=self._original[start:end])
                for one in resume.mentions
                for start, end in ((self.start(one.start), self.end(one.end)),)
            ),
        )

    def _sections(self, sections: Iterable[Section]) -> tuple[Section, ...]:
        sections = tuple(sections)
        starts = {one.start for one in sections}
        return tuple(
            replace(
                one,
                start=self.start(one.start) if one.start else 0,
                body_start=self.start(one.body_start) if one.body_start else 0,
                end=self.start(one.end) if one.end in starts else self.end(one.end),  # up to the next one
            )
            for one in sections
        )

    def _stated(self, one: StatedYears) -> StatedYears:
        return replace(one, start=self.start(one.start), end=self.end(one.end))

    def _entries(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(
            replace(one, text_start=self.start(one.text_start), text_end=self.end(one.text_end)) for one in entries
        )
