"""Names of degrees in a line, and certificates of schools: by the class they end, as parts of the names of schools."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from aimatch.data import table
from aimatch.model import Degree

#: The words of a line, and the signs between them.
TOKENS = re.compile(
    r"[SD][1-4](?![\w.,/%-])|[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|[/()&,:;|–—-]"
    r"|10\s?\+\s?2(?!\d)|\+(?<!\w\+)\s?2(?!\d)|\d+\s?(?:th|TH|Th)\b|1[02](?<![\w.,/%-]..)(?![\w.,/%-])"
)
#: Where a cell of a line begins, and a part of one that stands for itself.
_ROW = re.compile(r"[\t:;•|–—]|\s-\s")
_PART = re.compile(r"[\t:;•|–—(),]|\s-\s")
_STRIP = re.compile(r"[.'’\s-]+")
_PLAIN = re.compile(r"[^\W_]+")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A degree's name in a text: its level, its normal form, and where it stands."""

    level: Degree
    form: str
    start: int
    end: int
    #: Where what follows begins if the name is told a second time behind it ("B.A (Bachelor of Arts) in ...").
    told_end: int = 0

    @property
    def behind(self) -> int:
        """Where what it is about may begin."""
        return max(self.end, self.told_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificates:
    """Look-ups by normal form (:func:`normal`)."""

    #: The year of school, ten or twelve, that a certificate ends.
    grades: Mapping[str, str]
    #: Classes by number ("XII"), and the words beside them ("Class").
    numbers: frozenset[str]
    class_words: frozenset[str]
    #: Certificates that are parts of schools' names too, and words before one that are no part of such a name.
    in_names: frozenset[str]
    before: frozenset[str]

    def opens(self, text: str, words: list[str], index: int, start: int) -> bool:
        """Whether the number of a class stands where a certificate does: at the start of a cell, or behind "Class"."""
        if index and words[index - 1] in self.class_words:
            return True
        return not _LETTER.search(_ROW.split(text[:start])[-1]) and not text[start - 1 : start].isdigit()

    def of_school(self, named: Named, text: str) -> bool:
        """Whether a certificate's name is a part of a school's ("Foo Matriculation Higher Secondary School") or a board's."""
        if named.form not in self.in_names:
            return False
        head = [word for word in _PLAIN.findall(_PART.split(text[: named.start])[-1]) if not word.isdigit()]
        while head and (normal(head[-1]) in self.in_names or normal("".join(head[-2:])) in self.in_names):
            head.pop()  # "Matriculation Higher Secondary School", "Board of Secondary & Higher Secondary Education"
        return bool(head) and head[-1].lower() not in self.before and normal(head[-1]) not in self.grades

    def may_be_one(self, one: str, other: str) -> bool:
        """Whether two certificates may end the same year of school ("12th", "HSC")."""
        return len({self.grades.get(form) for form in (one, other)} - {None}) < 2


@lru_cache(maxsize=4096)
def normal(word: str) -> str:
    """A degree's name without dots, apostrophes, hyphens, spaces and case."""
    return _STRIP.sub("", word.lower())


@cache
def certificates() -> Certificates:
    """The table ``schooling`` of ``language/degrees.toml``."""
    data = table("language/degrees")["schooling"]
    numbers = frozenset(map(normal, data["numbers"]))
    grades = {normal(form): grade for grade in ("ten", "twelve") for form in data[grade]}
    for number in numbers:
        for word in data["class_words"]:
            grades |= {normal(word + number): grades[number], normal(number + word): grades[number]}
    return Certificates(
        grades=grades,
        numbers=numbers,
        class_words=frozenset(data["class_words"]),
        in_names=frozenset(normal(form) for form in data["in_names"]),
        before=frozenset(data["before"]),
    )
