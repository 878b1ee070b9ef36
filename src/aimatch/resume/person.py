"""Where the person's own name stands in a resume.

A form labels it; else the e-mail address is often written like it; else it is the first line, or the one below a heading of
the whole ("Curriculum Vitae"). No list of names is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.model import Section
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import jobs
from aimatch.wordlist import alternatives

#: Sections in which somebody tells of himself as a person.
PERSONAL = frozenset({"header", "personal"})
#: Words of a name ("Ruby van der Berg"), and lines in which it is looked for.
_FEWEST_WORDS, _MOST_WORDS, _MOST_LINES = 2, 5, 16
#: Letters that an address and a name must share.
_ALIKE = 3
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PIECE = Deferred(r"[^|·•;\t\n(<]+?(?=\s{3,}|\s[-–—]\s|\s*[|·•;\t\n(<]|\s*\Z)")
_WORD = Deferred(r"[^\W\d_](?:[^\W\d_]*(?:['’-][^\W\d_]+)*)\.?")
_MAIL = Deferred(r"([\w.+-]{2,64})@[\w-]+(?:\.[\w-]+)+")
_LETTERS_BEHIND = Deferred(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z.®-]{1,8}")
_STATE = 2
_LETTERS = re.compile(r"[^\W\d_]+")
_DRESS = " \t\u00a0#*_-•·>"


class Name(NamedTuple):
    """The span of a name; ``sure`` where a label or the e-mail address says so."""

    start: int
    end: int
    sure: bool


def name_of(text: str, sections: Iterable[Section]) -> Name | None:
    """The person's name, without titles and degrees; ``None`` where no line surely is one."""
    label, mails = _label(), _addresses(text)
    first: Name | None = None
    on_top = True
    for start, end in _lines(text, sections):
        labelled = label.match(text, start, end)
        span = _piece(text, labelled.end() if labelled else start, end)
        words = text[slice(*span)].replace(",", " ").split()
        heading = _is_heading(text[start:end])
        if not heading and _could_be_name(text[slice(*span)], words):
            parts = [part.lower() for word in words for part in _LETTERS.findall(word) if len(part) >= _ALIKE]
            alike = any(part in mail for part in parts for mail in mails)
            if labelled or alike:
                return Name(*span, True)
            if on_top and first is None and not jobs().names_employer(text[slice(*span)]):
                first = Name(*span, False)
        on_top = on_top and heading
    return first


def _lines(text: str, sections: Iterable[Section]) -> Iterator[tuple[int, int]]:
    count = 0
    for section in sections:
        if section.kind in PERSONAL:
            for line in _LINE.finditer(text, section.start, section.end):
                if count == _MOST_LINES:
                    return
                count += 1
                yield line.span()


def _piece(text: str, start: int, end: int) -> tuple[int, int]:
    """The first piece of a line, without its dress, a title before it and degrees behind it."""
    while start < end and text[start] in _DRESS:
        start += 1
    piece = _PIECE.match(text, start, end)
    end = piece.end() if piece else end
    words, behind = _rules()
    front, comma, rest = text[start:end].partition(",")
    pieces = rest.replace(",", " ").split()
    # Letters behind a name are a grade, listed or not ("RN, BSN", "CISSP"); two alone are as often a state ("Columbus, OH").
    listed = [word.lower().strip(".,") in behind for word in pieces]
    if comma and all(
        known or (_LETTERS_BEHIND.fullmatch(word) and (len(word) > _STATE or len(pieces) > 1 or any(listed)))
        for word, known in zip(pieces, listed, strict=True)
    ):
        end = start + len(front)
    title = _WORD.match(text, start, end)
    while title and title.group().lower().rstrip(".") in words and title.end() < end:
        start = title.end() + len(text[title.end() : end]) - len(text[title.end() : end].lstrip(" ."))
        title = _WORD.match(text, start, end)
    while end > start and text[end - 1] in " \t\u00a0*_,:":
        end -= 1
    return start, end


def _could_be_name(piece: str, words: Sequence[str]) -> bool:
    particles = _particles()
    return (
        _FEWEST_WORDS <= len(words) <= _MOST_WORDS
        and piece.count(",") < 2
        and words[0][0].isupper()
        and all(_WORD.fullmatch(word) and (word[0].isupper() or word in particles) for word in words)
        and any(len(word.rstrip(".")) > 1 for word in words)
        and not _is_heading(piece)
        and not jobs().holds_title(piece.title())
    )


def _is_heading(line: str) -> bool:
    bare = line.strip(_DRESS + ":").lower()
    return bare in _tops() or headings().kind(bare) is not None


def _addresses(text: str) -> list[str]:
    """The names in the e-mail addresses, in pieces of letters."""
    if "@" not in text:
        return []
    return [part.lower() for name in _MAIL.findall(text) for part in _LETTERS.findall(name) if len(part) >= _ALIKE]


@cache
def _label() -> re.Pattern[str]:
    labels = alternatives(table("language/persons")["labels"])
    return re.compile(rf"[\s#*_-]*(?:{labels})[\s*_]*[:\t][\s*_:]*(?=\S)", re.IGNORECASE)


@cache
def _rules() -> tuple[frozenset[str], frozenset[str]]:
    data = table("language/persons")
    return frozenset(data["titles"]), frozenset(one.strip(".") for one in data["behind"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(table("language/persons")["particles"])


@cache
def _tops() -> frozenset[str]:
    return frozenset(table("language/persons")["headings"])
