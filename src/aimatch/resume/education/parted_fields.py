"""Fields of study that stand apart from the name of their degree: before it, between it and the school, behind the school."""

from __future__ import annotations

import re
from itertools import pairwise

from aimatch.resume.education.field_kinds import field_kind
from aimatch.resume.education.fields import JOINING, KNOWN, LONGEST, NEVER, PARTS, bounds, field_at, mark_of
from aimatch.resume.rules.certificates import Named
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.diploma_trades import diploma_trades

#: The ends of a table's cells.
_CELLS = re.compile(r"[ ]*\t[ ]*|[ ]{3,}|[ ]\|[ ]")
_HEAD = re.compile(r"[:;,|()•\t\d]|\s[-–—]\s|\s{2}")
#: Names between a degree and its school, and words of one: more are a sentence.
_FEW, _WORDS = 3, 4


def field_between(text: str) -> str:
    """The field of study, whatever its words, that commas part from the degree before it and from the school behind it
    ("Bachelor, Textile Conservation, Foo University"); "" if none stands there."""
    first, *pieces = [piece.strip() for piece in text.split(",")]
    school = next((at for at, piece in enumerate(pieces) if degrees().names_school(piece)), 0)
    field = ", ".join(pieces[:school])
    named = all(_may_be_field(piece) for piece in pieces[:school])
    return field if not first and 0 < school <= _FEW and named and field[0].isupper() else ""


def _may_be_field(piece: str) -> bool:
    words = piece.split()
    plain = 0 < len(words) <= _WORDS and all(word.isalpha() or word == "&" for word in words)
    return plain and piece.lower() not in bounds().never and NEVER not in map(mark_of, words)


def field_beside_school(text: str) -> str:
    """The field of study that stands behind a school in its line ("Specialist, Foo University, Computer Systems"); "" if
    none does."""
    parts = [part.strip() for part in PARTS.split(text)]
    for school, part in pairwise(parts):
        if degrees().names_school(school) and " " in part and field_at(part, sure=False)[0] == part:
            return part if field_kind(part) != "unknown" else ""
    return ""


def field_before(named: Named, text: str) -> str:
    """The field of study that stands before the bare level of a degree ("Software Engineering Master's degree") or before
    any in brackets ("Informatiker (BSc)"), or behind a label or a verb ("Graduated in Physics with a BSc"); "" if none
    does."""
    labelled = bounds().label_within.search(text, 0, named.start) or bounds().told.search(text, 0, named.start)
    if labelled:
        return field_at(text[labelled.end() : named.start], sure=True)[0]
    before = text[: named.start].rstrip()
    bracketed = before.endswith("(") and text[named.end :].lstrip(" .").startswith(")")
    head = _HEAD.split(before[:-1].rstrip() if bracketed else text[: named.start])[-1].strip(" .")
    cells = _CELLS.split(text[: named.start]) if not head else []
    if len(cells) > 1 and not cells[-1].strip(" .") and all(map(str.isalpha, cells[-2].replace(" ", ""))):
        head = cells[-2].strip()  # "Foo University   Software Engineering   BSc"
    words = head.split()
    if not words or not (cells or bracketed or degrees().is_bare_level(named.form)) or degrees().names_school(head):
        return ""
    marks = [KNOWN if diploma_trades().field_of_trade(word) else mark_of(word) for word in words]
    told = KNOWN in marks and NEVER not in marks and len(words) <= LONGEST and field_kind(head) != "unknown"
    return head if told and marks[0] != JOINING and head[:1].isupper() else ""


def field_of_faculty(text: str) -> str:
    """The field of study that the name of a part of a university tells ("Faculty of Law, Foo University"); "" if none
    does."""
    named = bounds().faculty.search(text)
    field = field_at(text[named.end() :], sure=True)[0] if named else ""
    return field if field and field_kind(field) != "unknown" else ""
