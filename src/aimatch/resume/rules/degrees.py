"""Degree names and fields of study: ``language/degrees.toml`` turned into look-ups.

Names are held without dots, spaces and case. Where a line names one is told by :mod:`aimatch.resume.rules.named_degrees`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import filled, table
from aimatch.model import DEGREES, Degree
from aimatch.resume.rules.certificates import TOKENS, Certificates, certificates, normal
from aimatch.resume.rules.jobs import words_of
from aimatch.wordlist import alternatives

#: Levels that names of degrees begin with ("Master of Arts").
OF: Mapping[str, Degree] = {
    "bachelor": "bachelor",
    "bachelors": "bachelor",
    "master": "master",
    "masters": "master",
    "doctor": "phd",
    "associate": "associate",
    "assoc": "associate",
}
RANK: Mapping[str, int] = {level: rank for rank, level in enumerate(DEGREES)}


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Degrees:
    """Look-ups by normal form, and the words around a name that decide about it."""

    levels: Mapping[str, Degree]
    starts: frozenset[str]
    #: First letters of the names that say a level and nothing else.
    bare_initials: frozenset[str]
    hints: tuple[str, ...]
    short: Mapping[str, Degree]
    dotted: frozenset[str]
    #: Short forms that are states behind any town, and behind a known one; how names of fields end, which are no towns.
    states: frozenset[str]
    abroad: frozenset[str]
    towns: frozenset[str]
    towns_abroad: frozenset[str]
    subjects: tuple[str, ...]
    beside_school: frozenset[str]
    opening: frozenset[str]
    numbered_at: frozenset[str]
    endings: tuple[str, ...]
    bare: frozenset[str]
    generic: frozenset[str]
    spelled: tuple[str, ...]
    same: Mapping[str, str]
    schooling: Certificates
    diploma: frozenset[str]
    courses: frozenset[str]
    diploma_associate: frozenset[str]
    diploma_never: frozenset[str]
    diploma_before: frozenset[str]
    colleges: frozenset[str]
    trap_after: frozenset[str]
    trap_before: frozenset[str]
    trap_beside: frozenset[str]
    event: frozenset[str]
    event_before: frozenset[str]
    event_after: frozenset[str]
    schools: frozenset[str]
    before_school: frozenset[str]
    teaching: frozenset[str]
    field_words: frozenset[str]
    quantitative: frozenset[str]
    months: re.Pattern[str]
    applied_forms: tuple[str, ...]
    applied: re.Pattern[str]
    leading: frozenset[str]
    degree_words: frozenset[str]

    def hinted(self, lower: str, start: int, end: int) -> list[int]:
        """Where a part of a text in lower case may name a degree, to spare the other lines a closer look."""
        places = []
        for hint in self.hints:
            at = lower.find(hint, start, end)
            while at >= 0:
                places.append(at)
                at = lower.find(hint, at + len(hint), end)
        return places

    def may_begin(self, text: str) -> bool:
        """Whether a line may begin with the name of a degree, by its first word."""
        first = TOKENS.match(text)
        return first is not None and self.begins(normal(first.group()))

    def begins(self, word: str) -> bool:
        """Whether a word in its normal form may be the first of a degree's name."""
        return word in self.starts or word.startswith(self.applied_forms)

    def is_diploma(self, form: str) -> bool:
        """Whether a degree's name is "diploma" or the like, which says nothing of its level and stands before a field."""
        return form in self.diploma or form in self.courses

    def is_college_diploma(self, form: str, name: str, school: str, field: str) -> bool:
        """Whether a diploma is an associate's level: of a field, as those of colleges are; of whatever, as those of
        polytechnics are, however many words their names have."""
        telling = self.colleges if field else self.colleges & self.diploma_associate
        return (
            form in self.diploma
            and self.diploma_never.isdisjoint(words_of(name))
            and not telling.isdisjoint(words_of(school))
        )

    def is_certificate(self, form: str) -> bool:
        """Whether a name is that of a certificate of a school."""
        level = self.levels.get(form) or self.short.get(form.upper())
        return level == "none" and not self.is_diploma(form)

    def same_certificate(self, one: str, other: str) -> bool:
        """Whether two names are of certificates of schools that may end the same year of school ("12th", "HSC")."""
        return self.is_certificate(one) and self.is_certificate(other) and self.schooling.may_be_one(one, other)

    def is_course(self, form: str) -> bool:
        """Whether a degree's name is that of a course after or beside one, of no level by itself ("post graduation")."""
        return form in self.courses

    def canonical(self, form: str) -> str:
        """One name for those of the same degree ("BSc", "Bachelor of Science")."""
        return self.same.get(form, form)

    def is_short(self, text: str) -> bool:
        """Whether what stands behind a degree says that it took a few months."""
        return self.months.match(text) is not None

    def is_bare_level(self, form: str) -> bool:
        """Whether a degree's name says its level and nothing else ("Masters")."""
        return form in self.bare

    def mentions(self, text: str) -> bool:
        """Whether ``text`` holds a degree's name in any sense ("PhD level knowledge")."""
        return any(normal(word) in self.levels for word in TOKENS.findall(text))

    def teaches(self, text: str) -> bool:
        """Whether a line tells of teaching."""
        return not self.teaching.isdisjoint(words_of(text))

    def names_school(self, text: str) -> bool:
        """Whether ``text`` holds a word that marks a school."""
        words = words_of(text)
        if not self.schools.isdisjoint(words):
            return True
        return "." in text and any(word[word.rfind(".") + 1 :] in self.schools for word in words)  # "Hr.Sec.School"


@cache
def degrees() -> Degrees:
    """The names of ``language/degrees.toml``."""
    data = table("language/degrees")
    levels: dict[str, Degree] = {normal(form): level for level, forms in data["levels"].items() for form in forms}
    short: dict[str, Degree] = {form: level for level, forms in data["short"].items() for form in forms}
    diploma, schooling = data["diploma"], certificates()
    for name, level in OF.items():  # "Master of Commerce", "Bachelors of Engineering"
        for subject in [*data["named_after"], *data["wide"]]:
            levels.setdefault(normal(f"{name} of {subject}"), level)
        for subject in data["wide"]:
            levels.setdefault(normal(f"{name} in {subject}"), level)
    for form in schooling.grades:
        if form not in levels and form not in schooling.numbers and form.title() not in short:
            levels[form] = "none"  # "Class XII", "10th standard"
    first_words = {normal(form.split()[0]) for forms in data["levels"].values() for form in forms}
    first_words |= schooling.class_words
    starts = frozenset(first_words | set(levels) | {form.lower() for form in short} | set(diploma["words"]))
    return filled(
        Degrees,
        [data["abbreviated_places"], data],
        levels=levels,
        starts=starts,
        bare_initials=frozenset(form[0] for form in data["bare"]) | frozenset(form[0].upper() for form in data["bare"]),
        short=short,
        bare=frozenset(map(normal, data["bare"])),
        generic=frozenset(map(normal, data["generic"])),
        same={normal(f"{name.split()[0]}s {name.split(' ', 1)[1]}"): normal(name) for name in data["same"]}
        | {normal(form): normal(name) for name, forms in data["same"].items() for form in forms},
        schooling=schooling,
        diploma=frozenset(diploma["words"]),
        courses=frozenset(normal(form) for form in diploma["like"]),
        diploma_associate=frozenset(diploma["associate"]),
        diploma_never=frozenset(diploma["never"]),
        diploma_before=frozenset(diploma["before"]),
        colleges=frozenset(diploma["colleges"]),
        trap_after=frozenset(data["traps"]["after"]),
        trap_before=frozenset(data["traps"]["before"]),
        trap_beside=frozenset(data["traps"]["beside"]),
        event=frozenset(data["event"]["words"]),
        event_before=frozenset(data["event"]["before"]),
        event_after=frozenset(data["event"]["after"]),
        schools=frozenset(data["schools"]["words"]),
        before_school=frozenset(data["schools"]["before"]),
        teaching=frozenset(data["schools"]["teaching"]),
        field_words=frozenset(word for words in data["fields"].values() for field in words for word in field.split()),
        quantitative=frozenset(data["fields"]["quantitative"]),
        months=re.compile(rf"[^\t\d]{{0,60}}\b\d\s?-?\s?(?:{alternatives(data['short_courses'])})\b", re.IGNORECASE),
        applied=re.compile(rf"[^,;\n]*?(?:{alternatives(data['applied_marks'])})"),
        leading=frozenset(data["field_bounds"]["leading"]),
        degree_words=frozenset(data["field_bounds"]["degree"]),
    )
