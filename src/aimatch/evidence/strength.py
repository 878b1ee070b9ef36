"""How strongly a mention shows its skill, by where it stands and what its line does."""

from __future__ import annotations

import re
from bisect import bisect_right

from aimatch.evidence.accounts import Accounts
from aimatch.evidence.vocabulary import vocabulary
from aimatch.model import Mention, Resume, Strength

_ABOUT_REACH = 60
_DIGIT = re.compile(r"\d")


def strength_of(mention: Mention, resume: Resume, lines: Lines, accounts: Accounts) -> Strength:
    """How strongly an asserted mention shows its skill; see :mod:`aimatch.evidence`."""
    words = vocabulary()
    start, end = lines.around(mention.start)
    text = resume.document.text
    if mention.position is not None or mention.project is not None:
        if words.exercises.first(text, start, end):
            return "studied"
        if not accounts.around(mention) or accounts.boasts(start, end):
            return "listed"
        near = max(start, mention.start - _ABOUT_REACH)
        if words.spoken.first(text, near, mention.start) and words.about.search(text, near, mention.start):
            return "studied"
        if lines.state_result(start, end):
            return "outcome"
        return "work" if mention.position is not None else "project"
    strength = words.sections.get(mention.section, "listed")
    if mention.section == "experience" and not accounts.line(start, end):
        return "listed"
    # A sentence that tells what was done counts as such wherever it stands, a summary included.
    free = strength == "listed" and mention.section not in ("skills", "interests", "learning", "not-used")
    return "project" if free and words.doing.first(text, start, mention.start) else strength


class Lines:
    """Sentences by line: the stretch of text that a mention's strength is judged on, wrapped lines included."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._results: dict[int, bool] = {}
        self._starts = [0]
        # A line that begins in lower case continues the one before: text from a page is wrapped.
        self._starts += [match.end() for match in re.finditer(r"\n(?![a-z(])", text)]
        self._end = len(text)

    def around(self, at: int) -> tuple[int, int]:
        """The span of the line that holds an offset."""
        number = bisect_right(self._starts, at)
        return self._starts[number - 1], self._starts[number] if number < len(self._starts) else self._end

    def state_result(self, start: int, end: int) -> bool:
        """Whether the line that spans ``start:end`` states a measured result; every kind of result has a figure."""
        known = self._results.get(start)
        if known is None:
            figure = _DIGIT.search(self._text, start, end)
            known = figure is not None and vocabulary().result.search(self._text, start, end) is not None
            self._results[start] = known
        return known
