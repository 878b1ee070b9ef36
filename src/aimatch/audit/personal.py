"""What of a resume tells who somebody is, and what may stand in its place (``language/swaps.toml``).

A swap that is missed makes an audit weaker, one of the wrong words makes it wrong: so only what is surely personal is
taken, and what was not found is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from aimatch.audit.edits import Alternative, Edit, apart
from aimatch.audit.names import dressed, named_otherwise, of_other_gender, person_of
from aimatch.data import table
from aimatch.duplicates import EMAIL, OTHERS
from aimatch.extract.senses.employers import is_no_name
from aimatch.model import Resume
from aimatch.resume.person import PERSONAL
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import jobs
from aimatch.wordlist import alternatives

#: The kinds of swaps, in their order, with what is said where nothing of a kind was found.
KINDS = {
    "name": "the person's name was not found",
    "gender": "no pronoun, title or word that tells a gender was found",
    "contact": "no address, telephone number or e-mail was found",
    "personal": "no birth date, age, gender, marital status, nationality or the like was found",
    "school": "no school's name was found",
}
#: Sections in which a line with a label is of the work.
_WORK = frozenset({"experience", "projects", "skills", "publications", "certifications"})
#: Words of a school's name with its kind that is short enough to hold no more, and how many others stand in its place in turn.
_SHORT_NAME, _WAYS = 3, 3
_CAPITALISED = re.compile(r"(?<!\w)[^\W\d_a-z][^\W\d_]{2,}")
#: Lines of a header in which an address may stand.
_ADDRESS_LINES = 12
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d(?:[\d ()\u2011/-]{5,18}|\d\d\.\d{3}\.\d{3})\d(?!\w)")
_PHONE_DIGITS = 7
#: A day, or a year that opens a list of years: no telephone number.
_DATED = re.compile(r"\A\(?(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d|\d\d/\d{4}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LINK = re.compile(r"(?:linkedin\.com/in|xing\.com/profile)/[\w%-]+", re.IGNORECASE)
_FILLED = re.compile(r"[^\n]*\S[^\n]*")
_ITEM = re.compile(r"[^|·•;\t\n,]+")
_PART = re.compile(r"[^|·•;\t\n]+")
_PLACE = re.compile(r"(?:\d{1,5} )?[^\W\d_][\w'’.-]*(?: [\w'’.-]+){0,4}(?:, ?[\w'’.-]+(?: [\w'’.-]+){0,3}){0,3}")


def alternatives_of(resume: Resume) -> Iterator[Alternative]:
    """The swaps that can be made in a resume, by kind."""
    yield from named_otherwise(resume)
    yield from of_other_gender(resume)
    for kind, found in (
        ("contact", _contacts(resume)),
        ("personal", _particulars(resume)),
        ("school", _schools(resume)),
    ):
        for number in range(max((len(by) for _, _, by in found), default=0)):
            edits = apart(Edit(start=start, end=end, by=by[number % len(by)]) for start, end, by in found)
            changed = tuple(one for one in edits if resume.document.text[one.start : one.end] != one.by)
            if changed:
                yield Alternative(kind=kind, into=f"others ({number + 1})", edits=changed)


# -------------------------------------------------------------------------------------------- contact, personal, schools
_Found = list[tuple[int, int, Sequence[str]]]


def _contacts(resume: Resume) -> _Found:
    text, data = resume.document.text, _swaps()["contact"]
    label = re.compile(rf"(?:{alternatives(data['labels'])})\s*[:\t]\s*(?=\S)", re.IGNORECASE)
    found: _Found = []
    mentioned = [(one.start, one.end) for one in resume.mentions]
    name = person_of(resume)
    for section in resume.sections:
        if section.kind in OTHERS:
            continue
        own: _Found = [(*one.span(), data["mails"]) for one in EMAIL.finditer(text, section.start, section.end)]
        own += [(*one.span(), data["links"]) for one in _LINK.finditer(text, section.start, section.end)]
        own += [
            (*one.span(), data["phones"])
            for one in _PHONE.finditer(text, section.start, section.end)
            if sum(map(str.isdigit, one.group())) >= _PHONE_DIGITS and not _DATED.search(one.group())
        ]
        if section.kind in PERSONAL:
            reached = {text.count("\n", 0, start) for start, _, _ in own}
            number = text.count("\n", 0, section.start)
            for line in islice(_FILLED.finditer(text, section.start, section.end), _ADDRESS_LINES):
                parts = [_trimmed(text, *one.span()) for one in _PART.finditer(text, *line.span())]
                beside = number + text.count("\n", section.start, line.start()) in reached
                for start, end in parts:
                    opened = label.match(text, start, end)
                    taken = any(
                        start < stop and begin < end for begin, stop in (*mentioned, *([name[:2]] if name else ()))
                    )
                    if opened and not beside | taken:
                        own.append((opened.end(), end, data["places"]))
                    elif not taken and _is_place(text[start:end], beside=beside):
                        own.append((start, end, data["places"]))
        found += own
    return found


def _is_place(piece: str, *, beside: bool) -> bool:
    """Whether a piece of the header is an address: beside a mail or a telephone number any capitalised words, else only parts
    between commas, since a title or a motto may stand there."""
    words = re.findall(r"[^\W\d_]{2,}", piece)
    small = table("language/persons")["particles"]
    return (
        _PLACE.fullmatch(piece) is not None
        and any(map(str.isupper, piece))
        and all(word[0].isupper() or word in small for word in words)
        and not _YEAR.search(piece)
        and (beside or "," in piece)
        and not jobs().holds_title(piece)
        and headings().kind(piece) is None
    )


def _particulars(resume: Resume) -> _Found:
    text = resume.document.text
    found: _Found = []
    for row in _swaps()["personal"]:
        labelled, colon, alone = _patterns(row["kind"])
        for section in resume.sections:
            near = section.kind in PERSONAL
            if not near and not (row.get("anywhere") and section.kind not in _WORK):
                continue
            for one in (labelled if near else colon).finditer(text, section.start, section.end):
                found.append((*_trimmed(text, *one.span("value")), row["with"]))
            if near and alone is not None:
                for item in _ITEM.finditer(text, section.start, section.end):
                    span = _trimmed(text, *item.span())
                    if alone.fullmatch(text, *span):
                        found.append((*span, row.get("with_words", row["with"])))
    return found


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None]:
    """The patterns of one kind: its label and value, the same with a colon, and the words that stand alone."""
    row = next(one for one in _swaps()["personal"] if one["kind"] == kind)
    front = rf"(?:^|[|·•;\t,(]|\s\s|[*-])[ *_]*(?:{alternatives(row['labels'])})[*_]*"
    value = r"(?P<value>[^|·•;\t\n,:]*[^\W_][^|·•;\t\n,:]*(?:, ?(?:19|20)\d\d)?)"
    colon = rf"{front}[ ]*[:=\t][:\t *_-]*{value}"
    plain = rf"{front}(?:[ ]*[:=\t][:\t *_-]*|[ ]+[-–]?[ ]*){value}"
    flags = re.IGNORECASE | re.MULTILINE
    words = "|".join(row.get("words", ()))
    return re.compile(plain, flags), re.compile(colon, flags), re.compile(words, re.IGNORECASE) if words else None


def _schools(resume: Resume) -> _Found:
    text, others = resume.document.text, _swaps()["schools"]["with"]
    turns: dict[str, int] = {}
    found: _Found = []
    for course in resume.education:
        at = text.find(course.institution, course.text_start, course.text_end) if course.institution else -1
        if at < 0:
            continue
        words = list(_CAPITALISED.finditer(text, at, at + len(course.institution)))
        names = [one for one in words if not _is_kind(one.group()) and not is_no_name(one.group())]
        if not names and len(course.institution.split()) <= _SHORT_NAME:
            names = [one for one in words if not _is_kind(one.group())][:1]  # "Park University"
        for one in names:
            turn = turns.setdefault(one.group().casefold(), len(turns)) % len(others)
            ways = [others[(turn + way) % len(others)] for way in range(_WAYS)]
            found.append((*one.span(), [dressed(one.group(), other) for other in ways]))
    return found


def _is_kind(word: str) -> bool:
    """Whether a word of a school's name tells its kind or its fields."""
    known, small = degrees(), word.lower()
    kept = _swaps()["schools"]["keep"]
    return known.names_school(word) or small in known.field_words or small in known.quantitative or small in kept


# --------------------------------------------------------------------------------------------------------------- shared
@cache
def _swaps() -> Mapping[str, Any]:
    return table("language/swaps")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \t\u00a0#*_-•·":
        start += 1
    while end > start and text[end - 1] in " \t\r\u00a0*_.)(":
        end -= 1
    return start, end
