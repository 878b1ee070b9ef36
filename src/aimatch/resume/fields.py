"""How far a field of study reaches behind the name of its degree: the bounds of ``language/degrees.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch.data import table
from aimatch.resume.degrees import Named, degrees
from aimatch.resume.jobs import any_of

#: Words of a field that holds none of the known ones: what is longer is a sentence.
_LONGEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What stands between a degree's name and its field, what ends the field, and the small words within it."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]
    joining: frozenset[str]
    leading: frozenset[str]
    #: Names of degrees that are fields where another name stands before them.
    fields_behind: frozenset[str]
    #: Words before the date of a degree that is still to come.
    expected: frozenset[str]

    def is_field(self, name: str, between: str) -> bool:
        """Whether a degree's name is the field of the degree before it, with what stands ``between`` the two."""
        joined = all(word in self.joining or word in self.leading for word in between.lower().split())
        return joined and name.lower() in self.fields_behind


@cache
def bounds() -> Bounds:
    """The table ``field_bounds`` of ``language/degrees.toml``."""
    tables = table("language/degrees")
    data = tables["field_bounds"]
    return Bounds(
        begins=re.compile(
            rf"\s*\(?(?:{any_of(data['before'])})?\)?\s*(?:(?:{any_of(data['degree'])})\s)?"
            rf"\s*(?:(?:{any_of(data['leading'])})\s|[:(–—,/-])?\s*",
            re.IGNORECASE,
        ),
        ends=re.compile(
            rf"[,;:|()\[\]\t–—•\n]|\s{{2,}}|\s-\s|\d{{4}}"
            rf"|\s(?:(?:{any_of(data['ends'])})(?!\w)|(?:{any_of(data['before_number'])})\s\d)\s?"
        ),
        joining=frozenset(data["joining"]),
        leading=frozenset(data["leading"]),
        fields_behind=frozenset(data["fields_behind"]),
        expected=frozenset(tables["event"]["before"]),
    )


def field_behind(named: Named, text: str) -> str:
    """The field of study that stands behind a degree's name in a line; "" if none does."""
    rest = text[named.end :]
    known, around = degrees(), bounds()
    begin = around.begins.match(rest)
    rest = rest[begin.end() :] if begin else rest
    end = around.ends.match(f" {rest}") or around.ends.search(rest)
    field = (rest[: end.start()] if end else rest).strip(" .,:-")
    words = field.split()
    if words and words[0].lower() in around.expected:
        return ""  # "Bachelor of Engineering   Expected May 2019"
    # "Mechanical Engineering Pune", "Sports Management Foo University": the field is as far as its words go.
    count = 0
    while count < len(words) and (words[count].lower() in known.field_words or words[count].lower() in around.joining):
        count += 1
    while count and words[count - 1].lower() in around.joining:
        count -= 1
    if count and not (words[count:] and words[count][0].islower() and len(words) <= _LONGEST):
        return " ".join(words[:count])
    if len(words) > _LONGEST or known.names_school(field) or not any(letter.isalpha() for letter in field):
        return ""
    if all(word.lower() in around.joining for word in words):
        return ""
    return field
