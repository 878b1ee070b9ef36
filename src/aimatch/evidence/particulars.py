"""What of a line says where, when, by whom to be reached or under whom a job was, which tells nothing of the work."""

from __future__ import annotations

import re
from functools import cache

from aimatch import data
from aimatch.wordlist import alternatives

#: Addresses of pages and mails, telephone numbers, days and ids as programs write them.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|io|de|co|uk|eu)(?:/\S*)?(?![\w.])"
    r"|\+\d[\d\s().-]{6,}\d|\(?(?<!\d)\d{3}\)?[-.\s]\d{3}[-.\s]\d{4}(?!\d)|(?<![\w-])\d{3}-\d{4}(?![\w-])"
    r"|\b\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\b[0-9a-f]{4,}(?:-[0-9a-f]{4,})+\b"
)
_PIECE = re.compile(r"[^,;|\t]+")
#: Words that names of people and places hold, or figures of an address.
_NAME = r"(?:(?:[^\W\d_]\.?)?[A-Z\u00c0-\u00de][\w'\u2019.-]*|\d[\w./-]*|(?:of|de|del|la|van|von|der|den|am|and|no\.?)(?=\s))"
_NAMES = re.compile(rf"\W*{_NAME}(?:\s+{_NAME})*\W*")
#: Words in a part of a place, and in a place that has one part.
_LONGEST_PART, _LONGEST_ALONE = 4, 2
_BULLET = re.compile(r"\s*[-*\u2022\u2023\u25aa\u25cf\u25e6\u00b7]")


def without_particulars(line: str) -> str:
    """A line with spaces for what tells nothing of the work: addresses, numbers of telephones, what a label of such data opens
    ("Supervisor: Rosa Vandermeer", "countryCode: DE"), and all of it if it only names a place."""
    line = _ADDRESS.sub(_blank, line)
    labelled = _labelled().match(line)
    if labelled is not None:
        return " " * len(line)
    line = _PIECE.sub(lambda piece: _blank(piece) if _labels_names(piece.group()) else piece.group(), line)
    pieces = [piece for piece in _PIECE.findall(line) if piece.strip(" -*\u2022")]
    longest = _LONGEST_PART if len(pieces) > 1 else 0 if _BULLET.match(line) else _LONGEST_ALONE
    if all(len(piece.split()) <= longest and _NAMES.fullmatch(piece) for piece in pieces):
        return " " * len(line)
    return line


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _labels_names(piece: str) -> bool:
    """Whether a piece of a line is a label of such data and names or figures behind it ("supervisor Rosa Vandermeer")."""
    label = _label().match(piece)
    return label is not None and _NAMES.fullmatch(piece, label.end()) is not None


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(_labels())})(?![^\W\d_])\W*", re.IGNORECASE)


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(_labels())})\s*:", re.IGNORECASE)


@cache
def _labels() -> frozenset[str]:
    """The labels of the data, as one word too ("country code", "countryCode")."""
    listed = data.table("language/strength")["particulars"]["labels"]
    return frozenset(listed) | {label.replace(" ", "") for label in listed}
