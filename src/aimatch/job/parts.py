"""Cut a posting into the sentences that ask something of a candidate, each with where it stands.

A posting is a row of parts under headings: duties, requirements, what is welcome, the employer, what is offered. A
heading's words tell its part (``language/jobs.toml``); a label before a colon tells that of its own line. Under a
heading that tells nothing, and before the first one, a sentence asks only from where it speaks to the candidate.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aimatch.job.words import JobWords, PartKind

Place = Literal["title", "asked", "nice", "duties", "open"]

_BULLET = re.compile(
    r"[ \t]*(?:[*\u2022\u2023\u25aa\u25cf\u25a0\u25e6\u00b7\uf0b7\u27a2\u2013\u2014+-]|o(?=\s{2,})|\d{1,2}[.)](?=\s))[ \t]*"
)
_RUN_IN = re.compile(r"[ \t]*([^:\n.,;]{2,70}?)[ \t]*(?::[-\u2013\s]*|\s[-\u2013\u2014]\s+)(?=\S)")
_NOT_LETTERS = " \t*#:-\u2013\u2014\u2022!?\u2026._=>{}\u200d\ufe0f"
_SENTENCE_END = re.compile(r"[.!?](?=[\s\u201d\")]+[A-Z\u201c\"(*]|\s*\Z)|;(?=\s)|\s[-\u2013\u2022](?=\s[A-Z])")
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|eg|vs|sr|jr|inc|ltd|st|no|u\.s|ph\.d|b\.s|m\.s|b\.a|m\.a|[a-z]))\.\Z", re.IGNORECASE
)
_LONGEST_HEADING, _MOST_WORDS = 80, 9
_LONGEST_LABEL = 6
_SMALL_WORD = 3
_WRAPPED = 60  # a line at least this long that ends without a mark goes on in the next, if that begins small


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A sentence that asks something: its span in the text, and the place it stands in.

    ``asks_from``: where in it the asking begins (a sentence may first speak of the employer). ``item``: it is one of a
    list. ``number`` counts the sentences in order of place.
    """

    start: int
    end: int
    asks_from: int
    place: Place
    item: bool
    number: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int  # of the words, behind a bullet
    end: int
    item: bool


def units(
    text: str, lower: str, words: JobWords, title: tuple[int, int] | None, named: Sequence[int]
) -> Iterator[Unit]:
    """The sentences of a posting that ask something, in order of place.

    Args:
        text: The posting.
        lower: It, as :func:`aimatch.job.words.plain` makes it.
        words: The words that tell.
        title: The span of the line that holds the title, if one does.
        named: Where the text names a skill, ascending: a short line that does is an item, not a heading.
    """
    number = 0
    part: PartKind = "open"
    if title is not None:
        yield Unit(start=title[0], end=title[1], asks_from=title[0], place="title", item=False, number=number)
    for line in _lines(text):
        if title is not None and title[0] <= line.start < title[1]:
            continue
        heading = _heading(text, lower, line, words, _any_within(named, line.start, line.end))
        if heading is not None:
            part = heading if heading != "unknown" else "open" if part in ("offer", "company") else part
            continue
        start, own = _label(lower, line, words)
        if own == "metadata":
            continue
        if own == "title":
            number += 1
            yield Unit(start=start, end=line.end, asks_from=start, place="title", item=False, number=number)
            continue
        if own in ("asked", "duties") and part in ("open", "company", "offer"):
            part = own  # the lines below go on with it
        kind: PartKind = part if own is None else own
        if kind == "company" and own is None and _speaks(lower, line, words):
            kind = part = "duties" if line.item else "open"
        if kind in ("offer", "company"):
            continue
        for begin, end in _sentences(text, start, line.end):
            asks = _asks_from(lower, begin, end, kind, line.item, words)
            if asks is not None:
                number += 1
                yield Unit(start=begin, end=end, asks_from=asks, place=_PLACES[kind], item=line.item, number=number)


_PLACES: dict[str, Place] = {"asked": "asked", "nice": "nice", "duties": "duties", "open": "open"}


def _lines(text: str) -> Iterator[_Line]:
    """The lines with something in them; what a soft wrap has cut is one line."""
    pending: _Line | None = None
    start = 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        bullet = _BULLET.match(body)
        words = start + (bullet.end() if bullet else len(body) - len(body.lstrip()))
        end = start + len(body)
        if pending is not None:
            goes_on = words < end and bullet is None and text[words].islower() and text[pending.end - 1] not in ".!?:;"
            if goes_on and pending.end - pending.start >= _WRAPPED:
                pending = _Line(pending.start, end, pending.item)
                start += len(raw)
                continue
            yield pending
            pending = None
        if words < end:
            pending = _Line(words, end, bullet is not None)
        start += len(raw)
    if pending is not None:
        yield pending


def _any_within(places: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


def _heading(
    text: str, lower: str, line: _Line, words: JobWords, names_skill: bool
) -> PartKind | Literal["unknown"] | None:
    """The kind of part that a line opens, if it is a heading."""
    bare = _bare(lower[line.start : line.end])
    if not bare or line.end - line.start > _LONGEST_HEADING or len(bare.split()) > _MOST_WORDS:
        return None
    last = text[line.end - 1]
    if line.item and last != ":":
        return None
    if last in ",;" or (last == "." and not text.endswith("...", 0, line.end)):
        return None
    if ":" in bare:  # a label with what it labels
        return None
    kind = kind_of(bare, words)
    if kind is not None:
        sure = last == ":" or _opens(bare, kind, words)
        return kind if sure or (_titled(text[line.start : line.end]) and not names_skill) else None
    if bare.startswith("about "):
        return "company"
    return "unknown" if last == ":" or (_titled(text[line.start : line.end]) and not names_skill) else None


def _opens(bare: str, kind: PartKind, words: JobWords) -> bool:
    """Whether a line begins as a heading does, and does not only hold a heading's word ("Strong SQL skills")."""
    known = next(heading for heading in words.headings if heading.kind == kind)
    return bare in known.exact or known.starts.match(bare) is not None


def _titled(raw: str) -> bool:
    """Whether the words begin with capitals, small ones apart, as those of a heading do."""
    telling = [word for word in re.findall(r"[^\W\d_][\w'\u2019]*", raw) if len(word) > _SMALL_WORD]
    return bool(telling) and all(word[0].isupper() for word in telling)


def kind_of(bare: str, words: JobWords) -> PartKind | None:
    """The kind of part that a heading's words tell, or ``None``."""
    for heading in words.headings:
        if bare in heading.exact:
            return heading.kind
    for heading in words.headings:
        if heading.starts.match(bare):
            # "Preferred" and "bonus" weigh more than where they stand: "Requirements (nice to have)".
            return (
                "nice" if heading.kind in ("asked", "open") and words.headings[0].holds.search(bare) else heading.kind
            )
    return next((heading.kind for heading in words.headings if heading.holds.search(bare)), None)


def _bare(words: str) -> str:
    start, end = 0, len(words)
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and words[end - 1] in _NOT_LETTERS:
        end -= 1
    return words[start:end].rstrip()


def _label(lower: str, line: _Line, words: JobWords) -> tuple[int, PartKind | Literal["metadata", "title"] | None]:
    """Where a line's own words begin behind a label, and the kind of part that the label tells."""
    match = _RUN_IN.match(lower, line.start, line.end)
    if match is None:
        return line.start, None
    bare = _bare(match.group(1))
    if bare in words.metadata:
        return match.end(), "metadata"
    if bare in words.title_labels:
        return match.end(), "title"
    if ":" not in match.group() or len(bare.split()) > _LONGEST_LABEL or line.item:
        return line.start, None
    kind = kind_of(bare, words)
    return (match.end(), kind) if kind is not None else (line.start, None)


def _speaks(lower: str, line: _Line, words: JobWords) -> bool:
    """Whether a line in the employer's part speaks to the candidate, or is a duty in a list."""
    if words.offer.search(lower, line.start, line.end):
        return False
    if line.item:
        return _first_word(lower, line.start, line.end) in words.duty
    return words.candidate.search(lower, line.start, line.end) is not None


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if _NO_END.search(text, max(begin, match.end() - 8), match.end()):
            continue
        yield begin, match.end()
        begin = match.end()
    if text[begin:end].strip():
        yield begin, end


def _asks_from(lower: str, start: int, end: int, kind: PartKind, item: bool, words: JobWords) -> int | None:
    """Where in a sentence the asking begins; ``None`` if it asks nothing."""
    if words.offer.search(lower, start, end):
        return None
    if kind != "open":
        employer = words.employer.search(lower, start, end)
        if employer is None or item or kind in ("asked", "nice"):
            return start
    elif item or _first_word(lower, start, end) in words.duty:
        return start
    candidate = words.candidate.search(lower, start, end)
    return None if candidate is None else candidate.start()


def _first_word(lower: str, start: int, end: int) -> str:
    match = re.compile(r"[^\W\d_]+(?: up)?").search(lower, start, end)
    return "" if match is None else match.group() if match.group().endswith(" up") else match.group().partition(" ")[0]
