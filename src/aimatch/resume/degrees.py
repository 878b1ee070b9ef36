"""Degree names and fields of study: ``language/degrees.toml`` turned into look-ups.

A degree is recognised by its name without dots, spaces and case. Two-letter forms (BE, MS) are as often something else
and count only in capitals beside a field, a school or a year, where :mod:`aimatch.resume.education` asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from aimatch.data import table
from aimatch.model import Degree
from aimatch.resume.jobs import any_of, telling, words_of

TOKENS = re.compile(
    r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|\d+\s?th\b|(?<!\w)(?:10\s?)?\+\s?2(?!\d)|(?<![\w.,/%-])1[02](?![\w.,/%-])"
    r"|[/()&,:;|–—-]"
)
#: Where a cell of a line begins, or a part that stands for itself.
_CELL_START = re.compile(r"[\t:;•|–—(),]|\s-\s")
_STRIP = re.compile(r"[.'’\s-]+")
_PLAIN = re.compile(r"[^\W_]+")
#: Words in the longest name of a degree that the data hold.
_LONGEST = 8
#: Letters of what is an abbreviation, and may be a word of another meaning.
_ABBREVIATION = 5
#: Words of a degree that is written out ("master of"): one word alone may be another thing.
_BARE = 2
#: Letters of a word whose misspellings are read, and of one of which two letters may be wrong.
_SPELLED, _LONG_WORD = 6, 12
_LETTER = re.compile(r"[^\W\d_]")
_OF: Mapping[str, Degree] = {"bachelor": "bachelor", "master": "master", "doctor": "phd"}
#: Characters from a diploma's name to the mark of its school's kind ("Diplom Informatik (FH)").
_APPLIED_REACH = 40
RANK: Mapping[str, int] = {"none": 0, "associate": 1, "bachelor": 2, "master": 3, "phd": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A degree's name in a text: its level, its normal form, and where it stands."""

    level: Degree
    form: str
    start: int
    end: int
    #: Where what follows begins if the name is told a second time behind it ("B.E (Bachelor of Engineering) in ...").
    told_end: int = 0

    @property
    def behind(self) -> int:
        """Where what it is about may begin."""
        return max(self.end, self.told_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Degrees:
    """Look-ups by normal form, and the words around a name that decide about it."""

    levels: Mapping[str, Degree]
    starts: frozenset[str]
    hints: tuple[str, ...]
    short: Mapping[str, Degree]
    dotted: frozenset[str]
    beside_school: frozenset[str]
    bare: frozenset[str]
    generic: frozenset[str]
    spelled: tuple[str, ...]
    same: Mapping[str, str]
    #: The year of school, ten or twelve, that a certificate ends.
    grades: Mapping[str, str]
    class_words: frozenset[str]
    in_names: frozenset[str]
    before_certificate: frozenset[str]
    boards: frozenset[str]
    diploma: frozenset[str]
    courses: frozenset[str]
    heads: frozenset[str]
    labelled: re.Pattern[str]
    university_diploma: frozenset[str]
    university_years: int
    qualifications: re.Pattern[str]
    diploma_associate: frozenset[str]
    diploma_never: frozenset[str]
    trap_after: frozenset[str]
    trap_before: frozenset[str]
    trap_beside: frozenset[str]
    event: frozenset[str]
    event_before: frozenset[str]
    event_after: frozenset[str]
    running: tuple[str, ...]
    running_words: frozenset[str]
    instead_of_year: frozenset[str]
    schools: frozenset[str]
    before_school: frozenset[str]
    behind_school: frozenset[str]
    field_words: frozenset[str]
    quantitative: frozenset[str]
    other: frozenset[str]
    implied: Mapping[str, str]
    subjects: Mapping[str, str]
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
        return first is not None and normal(first.group()) in self.starts

    def find(self, text: str, *, trusted: bool) -> list[Named]:
        """The degrees named in a line, in order. ``trusted``: the line is about education, so short forms count."""
        found: list[Named] = []
        words = [normal(word) for word in TOKENS.findall(text)]
        if trusted:
            words = [_respelled(word) if len(word) >= _SPELLED else word for word in words]
        if self.starts.isdisjoint(words):
            return found
        tokens = [(match.group(), match.start(), match.end()) for match in TOKENS.finditer(text)]
        index = 0
        while index < len(tokens):
            named, used = self._at(text, tokens, words, index, trusted=trusted)
            if named is not None:
                found.append(named)
            index += used
        # "2 degrees in economics and law", but "MSc degree in economics"
        sure = [one for one in found if one.form not in self.generic]
        return sure or found

    def _at(
        self, text: str, tokens: list[tuple[str, int, int]], words: list[str], index: int, *, trusted: bool
    ) -> tuple[Named | None, int]:
        word, start, end = tokens[index]
        if words[index] not in self.starts:
            return None, 1
        if trusted and (level := self.short.get(word.replace(".", ""))):
            after, then = [*words[index + 1 : index + 3], "", ""][:2]
            # "MS Data Science" is a degree, "MS Data ..." may be a product.
            after = "" if after in self.quantitative and then in self.field_words else after
            before = words[index - 1] if index else ""
            named = before in self.before_school or then not in self.leading
            if after in self.schools and named and not _is_parted(text[end:]):
                return None, 1  # "A.B College", "from M.S. University of Foo", but "BS University of Foo"
            if self._short_fits(text, word, start, end, after) and (
                level != "none" or self._opens(text, words, index, start)
            ):
                return Named(level=level, form=normal(word), start=start, end=end), 1
        for count in range(min(_LONGEST, len(tokens) - index), 0, -1):
            form = "".join(words[index : index + count])
            level = self.levels.get(form)
            if level is None and form in self.diploma:
                level = self._diploma_level(words, index)
            undotted = (
                form in self.dotted
                and "." not in word.rstrip(".")
                and not (trusted and self._beside_school(form, word, text))
            )
            if level is None or undotted or (level == "none" and not trusted):
                continue
            last = tokens[index + count - 1][2]
            if not words[index + count - 1] or (text[last : last + 1] == "-" and text[last + 1 : last + 2].isalpha()):
                continue  # "master-builder"
            before = words[index - 1] if index else ""
            after, then = [*words[index + count : index + count + 2], "", ""][:2]
            # "MSc Data Science" is a degree, as "MS Data Science" is.
            of_field = after in self.quantitative and then in self.field_words
            of_field |= level == "none" and after in self.class_words
            if before in self.trap_before or (after in self.trap_after and not of_field):
                return None, count
            if form in self.event and (before in self.event_before or after in self.event_after):
                return None, count  # "Expected graduation: May 2027" is a day, no degree
            if not trusted and not self._stands_alone(word, form, count, words[index + count : index + count + 2]):
                return None, count
            if form in self.diploma:
                while (
                    index
                    and words[index - 1] in self.diploma_never
                    and not _is_parted(text[tokens[index - 1][2] : start])
                ):
                    index, start = index - 1, tokens[index - 1][1]  # "Post Graduate Diploma"
            if form.startswith(self.applied_forms) and self.applied.match(text, last, last + _APPLIED_REACH):
                level = "bachelor"
            return Named(level=level, form=form, start=start, end=last), count
        return None, 1

    def _opens(self, text: str, words: list[str], index: int, start: int) -> bool:
        """Whether the number of a class stands where a certificate does: at the start of a cell, or behind "Class"."""
        if index and words[index - 1] in self.class_words:
            return True
        return not _LETTER.search(_CELL_START.split(text[:start])[-1])

    def of_school(self, named: Named, text: str) -> bool:
        """Whether a certificate's name is a part of a school's ("Foo Matriculation Higher Secondary School") or a board's."""
        if named.form not in self.in_names:
            return False
        if text[named.end :].startswith(" of "):
            return True  # "High School of Economics"
        head = [word for word in _PLAIN.findall(_CELL_START.split(text[: named.start])[-1]) if not word.isdigit()]
        while head and (normal(head[-1]) in self.in_names or normal("".join(head[-2:])) in self.in_names):
            head.pop()  # "Matriculation Higher Secondary School", "Board of Secondary & Higher Secondary Education"
        return bool(head) and head[-1].lower() not in self.before_certificate and normal(head[-1]) not in self.levels

    def is_diploma(self, form: str) -> bool:
        """Whether a degree's name is "diploma" or the like, which says nothing of its level and stands before a field."""
        return form in self.diploma or form in self.courses

    def is_course(self, form: str) -> bool:
        """Whether a degree's name is that of a course after or beside one, of no level by itself ("post graduation")."""
        return form in self.courses

    def is_table_head(self, text: str) -> bool:
        """Whether a line is the head of a table of degrees ("Degree   Institute   Year   Percentage")."""
        cells = map(words_of, text.split("\t")) if "\t" in text else ()
        return sum(bool(words) and words <= self.heads for words in cells) > 1

    def labels_education(self, text: str) -> bool:
        """Whether a line in another section begins with the label of an education ("Qualification: B.Com")."""
        return self.labelled.match(text) is not None

    def same_certificate(self, one: str, other: str) -> bool:
        """Whether two names are of certificates of schools that may end the same year of school ("12th", "HSC")."""
        if any(self.levels.get(form, "none") != "none" or self.is_diploma(form) for form in (one, other)):
            return False
        grades = {self.grades.get(form) for form in (one, other)} - {None}
        return len(grades) < 2

    def canonical(self, form: str) -> str:
        """One name for those of the same degree ("BSc", "Bachelor of Science")."""
        return self.same.get(form, form)

    def field_of(self, degree: str) -> str:
        """The field that a degree's name carries by itself ("MBA"), "" if none."""
        return self.implied.get(normal(degree), "")

    def subject_of(self, form: str) -> str:
        """The field in a degree's name ("Bachelor of Architecture"), "" if it is a wide one ("Bachelor of Science")."""
        return self.subjects.get(form, "")

    def is_short(self, text: str) -> bool:
        """Whether what stands behind a degree says that it took a few months."""
        return self.months.match(text) is not None

    def names_board(self, text: str) -> bool:
        """Whether ``text`` names who examines at schools ("UP Board", "CBSE")."""
        return any(normal(word) in self.boards for word in TOKENS.findall(text))

    def _beside_school(self, form: str, word: str, text: str) -> bool:
        """Whether a form that is a degree with its dots only is one without them: in capitals, in a school's line."""
        capitals = sum(letter.isupper() for letter in word)
        return form in self.beside_school and capitals > 1 and word[:1].isupper() and self.names_school(text)

    def _stands_alone(self, word: str, form: str, count: int, after: list[str]) -> bool:
        """Whether a name outside of the education is a degree's without a school to tell so."""
        following = [*after, "", ""]
        if count > 1 or "." in word.rstrip("."):
            return following[0] != "of" or following[1] in self.field_words or count > _BARE
        if len(form) <= _ABBREVIATION:
            return sum(letter.isupper() for letter in word) > 1  # "MBA", "PhD", but not "bit" or "Its"
        if following[0] in self.leading:
            return following[1] in self.field_words
        return following[0] in self.degree_words or following[0] in {"", ":"}

    def _short_fits(self, text: str, word: str, start: int, end: int, after: str) -> bool:
        if after in self.trap_after or (text.isupper() and not any(sign in text for sign in ".,0123456789(")):
            return False  # a heading in capitals: "WHERE I AM"
        if "." in word.rstrip("."):
            return True
        if not self.trap_beside.isdisjoint(words_of(text)):
            return False
        before = text[:start].rstrip()
        if text[start - 1 : start] == "(" and text[start - 2 : start - 1].isalpha():
            return False  # "B,Tech(ME)": the field, abbreviated
        if text.isupper() and word == "AS" and before and before[-1] not in ",(-|:\t":
            return False  # "WORKED WITH FOO AS CLERK"
        # ", MA" behind a city, or "MA 02139", is a place.
        place = before.endswith(",") and (not after or text[end:].lstrip()[:1].isdigit())
        return not (place and word in {"MA", "ME", "AS", "MD"})

    def _diploma_level(self, words: list[str], index: int) -> Degree:
        if not self.diploma_never.isdisjoint(words[max(0, index - 3) : index]):
            return "none"
        return "none" if self.diploma_associate.isdisjoint(words[index + 1 : index + 5]) else "associate"

    def is_bare_level(self, form: str) -> bool:
        """Whether a degree's name says its level and nothing else ("Masters")."""
        return form in self.bare

    def mentions(self, text: str) -> bool:
        """Whether ``text`` holds a degree's name in any sense ("PhD level knowledge")."""
        return any(normal(word) in self.levels for word in TOKENS.findall(text))

    def is_expected(self, text: str) -> bool:
        """Whether words say on which day a course of study is to be completed."""
        return not self.event_before.isdisjoint(words_of(text))

    def is_running(self, text: str) -> bool:
        """Whether words say that a course of study is not completed."""
        lower = text.lower()
        if not self.running_words.isdisjoint(words_of(text)) and any(cue in lower for cue in self.running):
            return True
        return not self.instead_of_year.isdisjoint(text.split())

    def is_running_alone(self, text: str) -> bool:
        """Whether ``text`` is no more than a word that stands in the place of the year ("Current")."""
        return text.strip(" .:") in self.instead_of_year

    def names_school(self, text: str) -> bool:
        """Whether ``text`` holds a word that marks a school."""
        words = words_of(text)
        if not self.schools.isdisjoint(words):
            return True
        return any("." in word and word[word.rfind(".") + 1 :] in self.schools for word in words)  # "Hr.Sec.School"

    def is_university_diploma(self, form: str, school: str, start: date | None, end: date | None) -> bool:
        """Whether a diploma is a university's whole course of study, by its school and its length: in many countries
        the first degree is called no more than that."""
        return form in self.diploma and self.is_long(start, end) and self.is_university(school)

    def is_long(self, start: date | None, end: date | None) -> bool:
        """Whether a course of study takes as long as a university's."""
        return start is not None and end is not None and end.year - start.year >= self.university_years

    def is_university(self, text: str) -> bool:
        """Whether ``text`` names a university, rather than another school."""
        return not self.university_diploma.isdisjoint(words_of(text))

    def bare_school(self, text: str) -> str:
        """A school's name without the small words around it ("in Foo Academy", "Foo University in")."""
        words = text.split()
        while len(words) > 1 and words[0].lower() in self.before_school:
            words = words[1:]
        while len(words) > 1 and words[-1].lower() in self.behind_school:
            words = words[:-1]
        return " ".join(words)

    def field_kind(self, field: str) -> Literal["quantitative", "other", "unknown"]:
        """Whether a field of study is quantitative (mathematics, computing, engineering, natural science)."""
        lower = " ".join(["", *_PLAIN.findall(field.lower()), ""])
        if any(f" {word} " in lower for word in self.quantitative):
            return "quantitative"
        return "other" if any(f" {word} " in lower for word in self.other) else "unknown"


@lru_cache(maxsize=4096)
def normal(word: str) -> str:
    """A degree's name without dots, apostrophes, hyphens, spaces and case."""
    return _STRIP.sub("", word.lower())


@lru_cache(maxsize=2048)
def _respelled(word: str) -> str:
    """A word of a degree's name in its right spelling ("bachlor"); any other word as it is."""
    known = degrees()
    if word in known.starts:
        return word
    most = 1 if len(word) < _LONG_WORD else 2
    near = (
        right for right in known.spelled if right[0] == word[0] and OSA.distance(word, right, score_cutoff=most) <= most
    )
    return next(near, word)


def _is_parted(between: str) -> bool:
    """Whether what stands behind a word, up to the next one, parts the two."""
    return re.match(r"[\s.]*[^\s.\w]", between) is not None or between.startswith("\t")


@cache
def degrees() -> Degrees:
    """The names of ``language/degrees.toml``."""
    data = table("language/degrees")
    levels: dict[str, Degree] = {normal(form): level for level, forms in data["levels"].items() for form in forms}
    short: dict[str, Degree] = {form: level for level, forms in data["short"].items() for form in forms}
    diploma, schooling = data["diploma"], data["schooling"]
    # "Master of Commerce", "Bachelors of Engineering"
    subjects: dict[str, str] = {}
    for level in ("bachelor", "bachelors", "master", "masters", "doctor"):
        for subject in [*data["named_after"], *data["wide"]]:
            form = normal(f"{level} of {subject}")
            levels.setdefault(form, _OF[level.rstrip("s")])
            if subject in data["named_after"]:
                subjects[form] = subject.title()
    grades = {normal(form): grade for grade in ("ten", "twelve") for form in schooling[grade]}
    for form, grade in [(form, grade) for form, grade in grades.items() if form in schooling["numbers"]]:
        for word in schooling["class_words"]:
            grades |= {normal(word + form): grade, normal(form + word): grade}
            levels |= {normal(word + form): "none"}
            if form in levels:
                levels[normal(form + word)] = "none"
    first_words = {normal(form.split()[0]) for forms in data["levels"].values() for form in forms}
    first_words |= set(schooling["class_words"])
    return Degrees(
        levels=levels,
        starts=frozenset(first_words | set(levels) | {form.lower() for form in short} | set(diploma["words"])),
        hints=tuple(data["hints"]),
        short=short,
        dotted=frozenset(data["dotted"]),
        beside_school=frozenset(data["beside_school"]),
        bare=frozenset(map(normal, data["bare"])),
        generic=frozenset(map(normal, data["generic"])),
        spelled=tuple(data["spelled"]),
        same={normal(f"{name.split()[0]}s {name.split(' ', 1)[1]}"): normal(name) for name in data["same"]}
        | {normal(form): normal(name) for name, forms in data["same"].items() for form in forms},
        grades=grades,
        class_words=frozenset(schooling["class_words"]),
        in_names=frozenset(normal(form) for form in schooling["in_names"]),
        before_certificate=frozenset(schooling["before"]),
        boards=frozenset(normal(form) for form in schooling["boards"]),
        diploma=frozenset(diploma["words"]),
        courses=frozenset(normal(form) for form in diploma["like"]),
        heads=frozenset(data["table_heads"]),
        labelled=re.compile(rf"\W*(?:{any_of(data['labels'])})s?\s*(?:[:–-]|\t)", re.IGNORECASE),
        university_diploma=frozenset(data["university_diploma"]),
        university_years=data["university_years"],
        qualifications=re.compile(rf"(?<!\w)(?:{any_of(data['qualifications'])})(?!\w)", re.IGNORECASE),
        diploma_associate=frozenset(diploma["associate"]),
        diploma_never=frozenset(diploma["never"]),
        trap_after=frozenset(data["traps"]["after"]),
        trap_before=frozenset(data["traps"]["before"]),
        trap_beside=frozenset(data["traps"]["beside"]),
        event=frozenset(data["event"]["words"]),
        event_before=frozenset(data["event"]["before"]),
        event_after=frozenset(data["event"]["after"]),
        running=tuple(data["running"]["cues"]),
        running_words=telling(data["running"]["cues"]),
        instead_of_year=frozenset(data["running"]["in_place_of_year"]),
        schools=frozenset(data["schools"]["words"]),
        before_school=frozenset(data["schools"]["before"]),
        behind_school=frozenset(data["schools"]["behind"]),
        field_words=frozenset(word for words in data["fields"].values() for field in words for word in field.split()),
        quantitative=frozenset(data["fields"]["quantitative"]),
        other=frozenset(data["fields"]["other"]),
        implied=data["implied"],
        subjects=subjects,
        months=re.compile(rf"[^\t\d]{{0,60}}\b\d\s?-?\s?(?:{any_of(data['short_courses'])})\b", re.IGNORECASE),
        applied_forms=tuple(data["applied_forms"]),
        applied=re.compile(rf"[^,;\n]*?(?:{any_of(data['applied_marks'])})"),
        leading=frozenset(data["field_bounds"]["leading"]),
        degree_words=frozenset(data["field_bounds"]["degree"]),
    )
