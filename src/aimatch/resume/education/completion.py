"""Whether a course of study is completed: the cues ``running`` and ``event`` of ``language/degrees.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aimatch.data import table
from aimatch.resume.rules.jobs import telling, words_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Words that tell of a course of study that it goes on, was left, or is to be completed on a day."""

    cues: tuple[str, ...]
    cue_words: frozenset[str]
    instead_of_year: frozenset[str]
    expected: frozenset[str]

    def is_expected(self, text: str) -> bool:
        """Whether words say on which day a course of study is to be completed."""
        return not self.expected.isdisjoint(words_of(text))

    def is_running(self, text: str) -> bool:
        """Whether words say that a course of study is not completed."""
        lower = text.lower()
        if not self.cue_words.isdisjoint(words_of(text)) and any(cue in lower for cue in self.cues):
            return True
        return not self.instead_of_year.isdisjoint(text.split())

    def is_running_alone(self, text: str) -> bool:
        """Whether ``text`` is no more than a word that stands in the place of the year ("Current")."""
        return text.strip(" .:") in self.instead_of_year


@cache
def completion() -> Completion:
    """The words of ``language/degrees.toml``."""
    data = table("language/degrees")
    return Completion(
        cues=tuple(data["running"]["cues"]),
        cue_words=telling(data["running"]["cues"]),
        instead_of_year=frozenset(data["running"]["in_place_of_year"]),
        expected=frozenset(data["event"]["before"]),
    )
