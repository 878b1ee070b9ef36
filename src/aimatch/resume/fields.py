"""How far a field of study reaches behind the name of its degree: the bounds of ``language/degrees.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import table
from aimatch.resume.certificates import TOKENS, Named, normal
from aimatch.resume.degrees import degrees
from aimatch.resume.jobs import WORDS, jobs
from aimatch.wordlist import alternatives

#: Words of a field that holds none of the known ones: what is longer is a sentence.
_LONGEST = 5
#: Words of a field that ends in a known one.
_LONGEST_KNOWN = 8
_KNOWN, _JOINING, _NEVER, _OTHER = range(4)
#: What stands before the next cell, or the next part of a line.
_APART = re.compile(r"\t|,|\s{2}")
_SIGNS = r"[:(\[–—,/“\"'-]"
_PIECE = re.compile(r",\s*([^,;:|()\[\]\t–—•\n\d]+)")
_HEAD = re.compile(r"[:;,|()•\t\d]|\s[-–—]\s|\s{2}")
_LABEL = re.compile(r"\W*([^\W\d_][^:\t]{1,30}?)\s*(?:[:–-]|\t)[\s:–-]*")


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
    #: Words that begin no field ("passed"), and the names of the months.
    never: frozenset[str]
    #: Words before a field on a line of its own ("Specialization: Marketing").
    labels: frozenset[str]
    #: What ends a field whatever stands before it: a closing bracket, the word before a school.
    closing: frozenset[str]
    #: Who examines at schools ("UP Board", "CBSE"), which is no field.
    boards: frozenset[str]
    #: Fields so wide that a closer one behind them is meant ("Engineering (Electrical)").
    wide: frozenset[str]

    def is_field(self, name: str, between: str) -> bool:
        """Whether a degree's name is the field of the degree before it, with what stands ``between`` the two."""
        joined = all(word in self.joining or word in self.leading for word in between.lower().split())
        return joined and name.lower() in self.fields_behind


@cache
def bounds() -> Bounds:
    """The table ``field_bounds`` of ``language/degrees.toml``."""
    tables = table("language/degrees")
    data = tables["field_bounds"]
    months: Mapping[str, list[str]] = table("language/dates")["months"]
    return Bounds(
        begins=re.compile(
            rf"\s*\(?(?:{alternatives(data['before'])})?\)?\s*(?:(?:{alternatives(data['degree'])})(?!\w))?"
            r"(?:\s*\([^()]{1,12}(?:years?|yrs?)\s*(?:course|program|programme)?\))?"
            rf"(?:(?:\s|{_SIGNS})*(?:{alternatives(data['leading'])})(?!\w))*(?:\s|{_SIGNS})*",
            re.IGNORECASE,
        ),
        ends=re.compile(
            rf"[,;:|()\[\]\t–—•\n”]|\s{{2,}}|\s?-\s|\s-|(?<=\w{{5}})\.\s|\d{{4}}"
            rf"|\s(?:(?:{alternatives(data['ends'])})(?!\w)|(?:{alternatives(data['before_number'])})\s\d)\s?"
        ),
        joining=frozenset(data["joining"]),
        leading=frozenset(data["leading"]),
        fields_behind=frozenset(data["fields_behind"]),
        expected=frozenset(tables["event"]["before"]),
        never=frozenset(data["never"]) | {name for names in months.values() for name in names},
        labels=frozenset(data["labels"]),
        boards=frozenset(normal(form) for form in tables["schooling"]["boards"]),
        closing=frozenset(data["closing"]),
        wide=frozenset(tables["wide"]),
    )


def field_behind(named: Named, text: str) -> str:
    """The field of study that stands behind a degree's name in a line; "" if none does."""
    around = bounds()
    rest = text[named.behind :]
    begin = around.begins.match(rest)
    gap = begin.group() if begin else ""
    rest = rest[len(gap) :]
    if rest[:5].lower() == "with " and degrees().field_kind(" ".join(rest.split(" ")[1:3])) != "unknown":
        rest = rest[5:]  # "BSc with Information Technology"
    # In the next cell or behind a comma may stand anything; a certificate of a school has a field only by its name.
    sure = not _APART.search(gap) and (named.level != "none" or degrees().is_diploma(named.form))
    field, end = _field(rest, sure=sure)
    if field.lower() in around.wide and " " not in field and rest[end : end + 2].strip()[:1] == "(":
        closer, _ = _field(rest[end:].lstrip(" ("), sure=True)
        return closer or field
    return field


def field_told(text: str) -> str:
    """The field of study that a line of its own below a degree tells ("Specialization: Marketing"); "" if it is none."""
    around, known = bounds(), degrees()
    label = _LABEL.match(text)
    if label and label[1].lower() in around.labels:
        return _field(text[label.end() :], sure=True, closed=True)[0]
    bare = text.lstrip("•-*· ")
    if jobs().names_title(bare) or not bare[:1].isupper():
        return ""
    field, end = _field(bare, sure=False)
    alone = len(field.split()) > 1 and bare.startswith(field) and known.field_kind(field) != "unknown"
    return field if alone and not bare[end : end + 1].isalnum() and len(bare) - len(field) < len(field) else ""


def _is_known(word: str) -> bool:
    return word.lower().strip(".").rpartition("-")[2] in degrees().field_words


def _field(rest: str, *, sure: bool, closed: bool = False) -> tuple[str, int]:
    """The field at the beginning of a text, and where it ends. ``sure``: what stands before it says that it is one, so
    that it need not hold a known word; ``closed``: it reaches as far as its line."""
    known, around = degrees(), bounds()
    end = around.ends.match(f" {rest}") or around.ends.search(rest)
    stop = len(rest) if end is None else end.start() if end.string is rest else 0
    field = rest[:stop].strip(" .,:-&'\"“”")
    if any(sign in field for sign in "%@_") or not around.boards.isdisjoint(map(normal, TOKENS.findall(field))):
        return "", stop
    words = field.split()
    if words and words[0].lower() in around.expected:
        return "", stop  # "Bachelor of Engineering   Expected May 2019"
    marks = [_mark(word) for word in words]
    if _NEVER in marks:
        marks = marks[: marks.index(_NEVER)]
        words = words[: len(marks)] if _KNOWN in marks else []  # "Chemistry May", but "Pass", "Innovations Ltd"
    other = next(
        (name for name in known.find(" ".join(words), trusted=True) if name.form not in around.fields_behind), None
    )
    if other is not None and other.level != "none":
        words = " ".join(words)[: other.start].split()
    while words and words[-1].lower() in around.joining:
        words.pop()
    marks = marks[: len(words)]
    # "Mechanical Engineering Pune", "Sports Management Foo University": the field is as far as its words go.
    count = marks.index(_OTHER) if _OTHER in marks else len(words)
    closed = closed or (end is not None and end.group().strip().lower() in around.closing)
    school = known.names_school(" ".join(words))
    if count and not school and len(words) <= _LONGEST_KNOWN and not any(map(str.isdigit, "".join(words))):
        last = max((at for at, mark in enumerate(marks) if mark == _KNOWN), default=0) + 1
        count = len(words) if closed and len(words) <= _LONGEST else max(count, last)
        linked = count < len(words) and words[count - 1].lower() in around.joining - around.leading
        count += linked and words[count][0].isupper()  # "Urban Planning & Development"
    while count and words[count - 1].lower() in around.joining:
        count -= 1
    if count and not (words[count:] and words[count][0].islower() and len(words) <= _LONGEST):
        field = " ".join(words[:count])
        return (_with_list(field, rest, stop) if rest[:stop].strip(" .").endswith(field) else field), stop
    told = sure or _KNOWN in marks
    if not words or len(words) > _LONGEST or school or not told or marks[0] == _JOINING:
        return "", stop
    if not any(map(str.isalpha, "".join(words))):
        return "", stop
    return " ".join(words).strip(" .,:-&'\"“”"), stop


def _mark(word: str) -> int:
    """Whether a word of a field is a known one, a small one within, one that makes none, or another."""
    lower = word.lower().strip(".'\"()")
    if lower in bounds().joining or word in bounds().joining:
        return _JOINING
    if _is_known(word):
        return _KNOWN
    return _NEVER if lower in bounds().never else _OTHER


def _with_list(field: str, rest: str, stop: int) -> str:
    """The field with the items of its list behind it ("English, Hindi, Science"), each of known words."""
    piece = _PIECE.match(rest, stop)
    while piece and all(_is_known(word) or word.lower() in bounds().joining for word in WORDS.findall(piece[1])):
        if degrees().find(piece[1], trusted=True) or not piece[1].strip():
            break
        field, stop = f"{field}, {piece[1].strip()}", piece.end()
        piece = _PIECE.match(rest, stop)
    return field


def field_before(named: Named, text: str) -> str:
    """The field of study that stands before the bare level of a degree ("Software Engineering Master's degree"); "" if
    none does."""
    head = _HEAD.split(text[: named.start])[-1].strip(" .")
    words = head.split()
    if not words or not degrees().is_bare_level(named.form) or degrees().names_school(head):
        return ""
    marks = [_mark(word) for word in words]
    told = (
        _KNOWN in marks and _NEVER not in marks and len(words) <= _LONGEST and degrees().field_kind(head) != "unknown"
    )
    return head if told and marks[0] != _JOINING and head[:1].isupper() else ""
