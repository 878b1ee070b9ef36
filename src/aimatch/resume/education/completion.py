"""Whether a course of study is completed: the tables ``running`` and ``event`` of ``language/degrees.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import filled, table
from aimatch.deferred import Deferred
from aimatch.resume.rules.jobs import telling, words_of
from aimatch.wordlist import alternatives

#: Where a part of a line begins, and where it ends.
_BEGIN, _END = r"(?:^|[,;:()\[\]|•\t–—]|\s-|\w\.(?=\s))\s*", r"\s*(?:[,;()\[\]|•\t–—]|\s-\s|\.(?!\w)|$)"


#: More hours than any course of study has.
_NEVER = 1000


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Completion:
    """Words that tell of a course of study that it goes on, was left, or is to be completed on a day."""

    cues: tuple[str, ...]
    cue_words: frozenset[str]
    numbers: tuple[str, ...]
    instead_of_year: frozenset[str]
    expected: frozenset[str]
    #: A part of a line that tells by its beginning, or as a whole, that no degree is held yet.
    begun: re.Pattern[str]
    #: How much was done of how much.
    share: re.Pattern[str]
    #: What is missing still.
    missing: re.Pattern[str]
    #: Hours that were taken, with their number, and those of a whole course by its level.
    hours: re.Pattern[str]
    whole: Mapping[str, int]

    def is_expected(self, text: str) -> bool:
        """Whether words say on which day a course of study is to be completed."""
        return not self.expected.isdisjoint(words_of(text))

    def is_running(self, text: str, level: str | None = None) -> bool:
        """Whether words say that a course of study, which leads to ``level``, is not completed."""
        lower = text.lower()
        if not self.cue_words.isdisjoint(words_of(text)) and any(cue in lower for cue in self.cues):
            return True
        if not self.instead_of_year.isdisjoint(text.split()) or self.begun.search(lower) or self.missing.search(lower):
            return True
        if (hours := self.hours.search(lower)) and not self.whole.get(level or "", _NEVER) <= int(hours[1] or 0):
            return True
        return any(self._number(found["done"]) < self._number(found["all"]) for found in self.share.finditer(lower))

    def _number(self, word: str) -> int:
        return int(word) if word.isdecimal() else self.numbers.index(word) + 1

    def is_running_alone(self, text: str) -> bool:
        """Whether ``text`` is no more than a word that stands in the place of the year ("Current")."""
        return text.strip(" .:") in self.instead_of_year


@cache
def completion() -> Completion:
    """The words of ``language/degrees.toml``."""
    data = table("language/degrees")
    running = data["running"]
    words = {key: rf"(?:{alternatives(listed)})(?![^\W\d])" for key, listed in running.items() if key != "whole"}
    number = rf"(?:(?<![\d.])\d{{1,3}}(?![\d.]*\d)|(?<!\w){words['numbers']})"
    counted = words["counted"]
    return filled(
        Completion,
        [running],
        cue_words=telling(running["cues"]),
        instead_of_year=frozenset(running["in_place_of_year"]),
        expected=frozenset(data["event"]["before"]),
        begun=Deferred(
            rf"{_BEGIN}(?:{words['then']}\s)*(?:{words['opening']}"
            rf"|(?:in\s)?(?:my\s|the\s)?{words['ordinals']}\s{words['years']}(?:\s{words['year_remarks']})*{_END})"
        ),
        hours=Deferred(rf"(?:(?<![\w.])(\d{{1,3}}) )?{words['credit_hours']}"),
        whole={level: int(hours) for level, (hours,) in running["whole"].items()},
        share=Deferred(
            rf"{_BEGIN}(?:{words['done']}\s)?(?P<unit>{counted}\s)?(?P<done>{number})\s?(?P<between>{counted}\s)?(?:out\sof|of|/)\s?(?:the\s)?(?P<all>{number})"
            rf"(?(unit)|(?(between)|\s?{counted}))(?:\s{words['done']})*{_END}"
        ),
        missing=Deferred(
            rf"{number}\s{counted}\s{words['missing']}|(?<!\w){words['last_works']}\s(?:is\s|are\s|still\s)*{words['open_ones']}"
        ),
    )
