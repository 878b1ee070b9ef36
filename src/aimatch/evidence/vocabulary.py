"""The words that tell how a skill was used: ``language/strength.toml`` and ``language/generic-words.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from aimatch import data
from aimatch.model import Strength
from aimatch.wordlist import WordList, alternatives

#: Characters between a verb of learning and the course that it is about.
LEARNT_REACH = 80


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words ready for use.

    Attributes:
        sections: The strength of what merely stands in a section, by its kind.
        doing: Verbs of doing, wherever they stand; ``verbs`` the same as a set.
        making: Verbs of making, in any form, and nouns of them.
        deed: A verb of doing that opens a line.
        result: What states a measured result.
        spoken: Nouns of talks and texts; ``about`` such a noun with a preposition, up to the end of the stretch.
        exercises: Names of data sets made for exercises.
        learning: Verbs of learning; ``learnt`` one of them with the noun of a course.
        acquainted: Phrases that claim to know what follows them, and no more.
        private: Phrases that place what a sentence tells outside of the job.
        tool_line: The label of a line that lists what a job was done with.
        generic: Stems of words found in resumes of every kind, in postings and in promotion.
        promotional: Stems of words of promotion alone.
        other_trades: Ids of skills of AI and ML that other trades name too.
    """

    sections: dict[str, Strength]
    doing: WordList
    verbs: frozenset[str]
    making: WordList
    deed: re.Pattern[str]
    result: re.Pattern[str]
    spoken: WordList
    about: re.Pattern[str]
    exercises: WordList
    learning: WordList
    learnt: re.Pattern[str]
    acquainted: WordList
    private: WordList
    tool_line: re.Pattern[str]
    generic: frozenset[str]
    promotional: frozenset[str]
    other_trades: frozenset[str]


@lru_cache(maxsize=8192)
def stem_of(word: str) -> str:
    """A word without its English ending, so that one entry of the list covers "deploy", "deployed" and "deploying"."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


@cache
def vocabulary() -> Vocabulary:
    """The words as the data has them."""
    table, generic = data.table("language/strength"), data.table("language/generic-words")

    return Vocabulary(
        sections={section: strength for strength, names in table["sections"].items() for section in names},
        doing=WordList(table["doing"]),
        verbs=frozenset(table["doing"]),
        making=WordList(table["made"]["verbs"]),
        deed=re.compile(rf"\W*(?:i\s)?(?:{alternatives(table['doing'])})\b"),
        result=re.compile("|".join(table["result_patterns"]), re.IGNORECASE),
        exercises=WordList(table["exercises"]["names"]),
        learning=WordList(table["learnt"]["verbs"]),
        learnt=re.compile(
            rf"\b(?:{alternatives(table['learnt']['verbs'])})\s[^.;:\n]{{0,{LEARNT_REACH}}}?\b(?:{alternatives(table['learnt']['nouns'])})\b",
            re.IGNORECASE,
        ),
        acquainted=WordList(table["acquainted"]["phrases"]),
        private=WordList(table["private"]["phrases"]),
        tool_line=re.compile(
            rf"[\W_]*(?:[^\W\d_]+\s(?:&\s|and\s)?){{0,2}}(?:{alternatives(table['tool_line']['labels'])})(?:\s(?:used|utilized|utilised|involved))?\s*[:\-–—]",
            re.IGNORECASE,
        ),
        spoken=WordList(table["about"]["nouns"]),
        about=re.compile(
            rf"\b(?:{alternatives(table['about']['nouns'])})\s(?:[^\W\d_]+\s){{0,2}}?(?:{alternatives(table['about']['prepositions'])})\s[^.;:\n]*\Z",
            re.IGNORECASE,
        ),
        generic=frozenset(stem_of(word) for words in generic.values() for word in words),
        promotional=frozenset(map(stem_of, generic["promotional"])) - frozenset(map(stem_of, generic["common"])),
        other_trades=frozenset(table["ml_work"]["other_trades"]),
    )
