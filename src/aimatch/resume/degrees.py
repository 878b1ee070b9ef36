"""Degree names and fields of study: ``language/degrees.toml`` turned into look-ups.

A degree is recognised by its name without dots, spaces and case. Two-letter forms (BE, MS) are as often something else
and count only in capitals beside a field, a school or a year, where :mod:`aimatch.resume.education` asks for them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from aimatch.data import table
from aimatch.model import Degree
from aimatch.resume.certificates import TOKENS, Certificates, Named, certificates, normal
from aimatch.resume.jobs import words_of
from aimatch.wordlist import alternatives

#: Words in the longest name of a degree that the data hold.
_LONGEST = 8
#: Letters of what is an abbreviation, and may be a word of another meaning.
_ABBREVIATION = 5
#: Words of a degree that is written out ("master of"): one word alone may be another thing.
_BARE = 2
#: Letters of a word whose misspellings are read, and of one of which two letters may be wrong.
_SPELLED, _LONG_WORD = 6, 12
#: Levels that names of degrees begin with ("Master of Arts").
OF: Mapping[str, Degree] = {
    "bachelor": "bachelor",
    "bachelors": "bachelor",
    "master": "master",
    "masters": "master",
    "doctor": "phd",
}
#: Characters from a diploma's name to the mark of its school's kind ("Diplom Informatik (FH)").
_APPLIED_REACH = 40
RANK: Mapping[str, int] = {"none": 0, "associate": 1, "bachelor": 2, "master": 3, "phd": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Degrees:
    """Look-ups by normal form, and the words around a name that decide about it."""

    levels: Mapping[str, Degree]
    starts: frozenset[str]
    #: First letters of the names that say a level and nothing else.
    bare_initials: frozenset[str]
    hints: tuple[str, ...]
    short: Mapping[str, Degree]
    dotted: frozenset[str]
    beside_school: frozenset[str]
    bare: frozenset[str]
    generic: frozenset[str]
    spelled: tuple[str, ...]
    same: Mapping[str, str]
    schooling: Certificates
    diploma: frozenset[str]
    courses: frozenset[str]
    diploma_associate: frozenset[str]
    diploma_never: frozenset[str]
    trap_after: frozenset[str]
    trap_before: frozenset[str]
    trap_beside: frozenset[str]
    event: frozenset[str]
    event_before: frozenset[str]
    event_after: frozenset[str]
    schools: frozenset[str]
    before_school: frozenset[str]
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
            if words[index] not in self.starts:
                index += 1
                continue
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
        if trusted and (level := self.short.get(word.replace(".", ""))):
            glued = _is_hyphenated(text, end)  # "MS-Office"
            after, then = [*words[index + 1 + glued : index + 3 + glued], "", ""][:2]
            # "MS Data Science" is a degree, "MS Data ..." may be a product.
            after = "" if after in self.quantitative and then in self.field_words else after
            before = words[index - 1] if index else ""
            named = before in self.before_school or then not in self.leading
            if after in self.schools and named and not _is_parted(text[end:]):
                return None, 1  # "A.B College", "from M.S. University of Foo", but "BS University of Foo"
            if self._short_fits(text, word, start, end, after) and (
                level != "none" or (not glued and self.schooling.opens(text, words, index, start))
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
            if not words[index + count - 1] or (
                _is_hyphenated(text, last) and not self._before_field(words, index, count)
            ):
                continue  # "master-builder", but "B.Tech-Electrical"
            before = words[index - 1] if index else ""
            after, then = [*words[index + count : index + count + 2], "", ""][:2]
            # "MSc Data Science" is a degree, as "MS Data Science" is.
            of_field = after in self.quantitative and then in self.field_words
            of_field |= level == "none" and after in self.schooling.class_words
            if before in self.trap_before or (after in self.trap_after and not of_field):
                return None, count
            if form in self.event and (before in self.event_before or after in self.event_after):
                return None, count  # "Expected graduation: May 2027" is a day, no degree
            if form in self.schooling.in_names and text.startswith(" of ", last):
                return None, count  # "High School of Economics"
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

    def _before_field(self, words: list[str], index: int, count: int) -> bool:
        """Whether an abbreviated name stands before the hyphen and a word of a field behind it ("B.Tech-Electrical")."""
        behind = words[index + count + 1 : index + count + 2]
        return words[index] not in self.bare and not self.field_words.isdisjoint(behind)

    def is_diploma(self, form: str) -> bool:
        """Whether a degree's name is "diploma" or the like, which says nothing of its level and stands before a field."""
        return form in self.diploma or form in self.courses

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

    def names_school(self, text: str) -> bool:
        """Whether ``text`` holds a word that marks a school."""
        words = words_of(text)
        if not self.schools.isdisjoint(words):
            return True
        return "." in text and any(word[word.rfind(".") + 1 :] in self.schools for word in words)  # "Hr.Sec.School"


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


def _is_hyphenated(text: str, end: int) -> bool:
    """Whether a hyphen joins the word that ends at ``end`` to the next one."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def _is_parted(between: str) -> bool:
    """Whether what stands behind a word, up to the next one, parts the two."""
    return re.match(r"[\s.]*[^\s.\w]", between) is not None or between.startswith("\t")


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
    for form in schooling.grades:
        if form not in levels and form not in schooling.numbers and form.title() not in short:
            levels[form] = "none"  # "Class XII", "10th standard"
    first_words = {normal(form.split()[0]) for forms in data["levels"].values() for form in forms}
    first_words |= schooling.class_words
    starts = frozenset(first_words | set(levels) | {form.lower() for form in short} | set(diploma["words"]))
    return Degrees(
        levels=levels,
        starts=starts,
        bare_initials=frozenset(form[0] for form in data["bare"]) | frozenset(form[0].upper() for form in data["bare"]),
        hints=tuple(data["hints"]),
        short=short,
        dotted=frozenset(data["dotted"]),
        beside_school=frozenset(data["beside_school"]),
        bare=frozenset(map(normal, data["bare"])),
        generic=frozenset(map(normal, data["generic"])),
        spelled=tuple(data["spelled"]),
        same={normal(f"{name.split()[0]}s {name.split(' ', 1)[1]}"): normal(name) for name in data["same"]}
        | {normal(form): normal(name) for name, forms in data["same"].items() for form in forms},
        schooling=schooling,
        diploma=frozenset(diploma["words"]),
        courses=frozenset(normal(form) for form in diploma["like"]),
        diploma_associate=frozenset(diploma["associate"]),
        diploma_never=frozenset(diploma["never"]),
        trap_after=frozenset(data["traps"]["after"]),
        trap_before=frozenset(data["traps"]["before"]),
        trap_beside=frozenset(data["traps"]["beside"]),
        event=frozenset(data["event"]["words"]),
        event_before=frozenset(data["event"]["before"]),
        event_after=frozenset(data["event"]["after"]),
        schools=frozenset(data["schools"]["words"]),
        before_school=frozenset(data["schools"]["before"]),
        field_words=frozenset(word for words in data["fields"].values() for field in words for word in field.split()),
        quantitative=frozenset(data["fields"]["quantitative"]),
        months=re.compile(rf"[^\t\d]{{0,60}}\b\d\s?-?\s?(?:{alternatives(data['short_courses'])})\b", re.IGNORECASE),
        applied_forms=tuple(data["applied_forms"]),
        applied=re.compile(rf"[^,;\n]*?(?:{alternatives(data['applied_marks'])})"),
        leading=frozenset(data["field_bounds"]["leading"]),
        degree_words=frozenset(data["field_bounds"]["degree"]),
    )
