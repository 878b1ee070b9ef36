"""Line ends of two characters, as Windows writes them, in a text that was given as a ``str``.

What is read must not depend on them, and the places told must be those of the very string that was given. So a text is read
with line ends of one character, and the places are led back afterwards.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from aimatch.model import Break, Document, Education, Position, Project, Resume, Section, StatedYears

_TWO = "\r\n"

Entry = TypeVar("Entry", Position, Education, Project, Break)


def has_long_ones(text: str) -> bool:
    """Whether a text has line ends of two characters."""
    return _TWO in text


def shortened(text: str) -> str:
    """The text with line ends of one character."""
    return text.replace(_TWO, "\n")


def led_back(resume: Resume, document: Document) -> Resume:
    """A resume read from ``shortened(document.text)`` as one of ``document``."""
    return _Way(document.text).resume(resume, document)


class _Way:
    """The way from places in a shortened text to those in the text itself."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: Where in the shortened text each line end of two characters stands.
        self._ends = [match.start() - number for number, match in enumerate(re.finditer(_TWO, text))]

    def at(self, place: int) -> int:
        """A place of the shortened text in the text itself: before the line end, where it is one."""
        return place + bisect_left(self._ends, place)

    def resume(self, resume: Resume, document: Document) -> Resume:
        return replace(
            resume,
            document=document,
            sections=tuple(map(self._section, resume.sections)),
            positions=self._entries(resume.positions),
            education=self._entries(resume.education),
            projects=self._entries(resume.projects),
            breaks=self._entries(resume.breaks),
            stated_years=tuple(map(self._stated, resume.stated_years)),
            mentions=tuple(
                replace(one, start=start, end=end, quote=self._text[start:end])
                for one in resume.mentions
                for start, end in ((self.at(one.start), self.at(one.end)),)
            ),
        )

    def _section(self, one: Section) -> Section:
        return replace(one, start=self.at(one.start), body_start=self.at(one.body_start), end=self.at(one.end))

    def _stated(self, one: StatedYears) -> StatedYears:
        return replace(one, start=self.at(one.start), end=self.at(one.end))

    def _entries(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        return tuple(
            replace(one, text_start=self.at(one.text_start), text_end=self.at(one.text_end)) for one in entries
        )
