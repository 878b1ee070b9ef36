"""The lines of a posting, and what each is: a heading, a label with what it labels, an item of a list, or prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aimatch.job.words import JobWords, PartKind

_BULLET = re.compile(
    r"[ \t]*(?:[*\u2022\u2023\u25aa\u25cf\u25cb\u25a0\u25e6\u00b7\uf0b7\u27a2\u27a4\u2713\u2714\u2705\u2013\u2014+-]"
    r"|o(?=\s{2,})|\d{1,2}[.)](?=\s))[ \t]*"
)
_PICTURE = re.compile(r"[ \t]*[^\w\s!-/:-@\[-`{-~\u2010-\u2027\u20a0-\u20bf]+\ufe0f?[ \t]*")
_LABEL = re.compile(r"[ \t]*([^:\n.,;]{2,70}?)[ \t]*(?::[-\u2013\s]*|\s[-+\u2013\u2014]\s+)(?=\S)")
_AROUND = " \t*#:-\u2013\u2014\u2022!?\u2026._=>{}\u200d\ufe0f"
_AMOUNT = re.compile(r"[$\u20ac\u00a3]\s*\d|\d+\s*\+?\s*(?:years?|yrs?)\b")
_CAPITALISED = re.compile(r"[^\W\d_][\w'\u2019]*")
_TRAILS_OFF = re.compile(r"(?:\.\s*){3,}\Z")
_LONGEST_HEADING, _MOST_WORDS = 80, 9
_MOST_IN_SENTENCE = 14  # "Even better if you come with some of these things:"
_FEW_WORDS = 4
_LONGEST_LABEL = 6
_SMALL_WORD = 3
_WHOLE, _LEAST_HEADINGS = 600, 2  # characters of a line that may be a whole posting, and headings that show that it is
_CAPITALS = re.compile(
    r"(?<![\w-])[A-Z][\w'\u2019&/-]*(?: [A-Z&][\w'\u2019&/-]*| (?:and|of|the|you|to|have|we|in)){0,5}:(?=\s)"
)
_FIRST_LETTERS = re.compile(r"(?<![\w'\u2019-])[A-Z]")
_WRAPPED = 60  # a line at least this long that ends without a mark goes on in the next, if that begins small

LabelKind = PartKind | Literal["metadata", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with something in it.

    ``start:end`` spans its words, without a bullet and without a label that has been read. ``item``: it is one of a
    list. ``heading``: the kind of part that it opens; ``label``: the kind that a label before its words tells.
    """

    start: int
    end: int
    item: bool
    heading: PartKind | Literal["unknown", "none"] | None = None
    label: LabelKind | None = None


def lines(text: str, lower: str, words: JobWords, named: Sequence[int]) -> Iterator[Line]:
    """The lines of a posting, in order; what a soft wrap has cut is one.

    Args:
        text: The posting.
        lower: It, as :func:`aimatch.job.words.plain` makes it.
        words: The words that tell.
        named: Where the text names a skill, ascending: a short line that does is rather an item than a heading.
    """
    for start, end, bullet in _cut(text, lower, words):
        at = bisect_left(named, start)
        names_skill = at < len(named) and named[at] < end
        heading = _heading(text, lower, start, end, bullet, names_skill, words)
        if heading is not None:
            yield Line(start=start, end=end, item=False, heading=heading)
            continue
        begin, label = _label(lower, start, end, bullet, words)
        yield Line(start=begin, end=end, item=bullet is not None, label=label)


Bullet = Literal["mark", "picture"] | None


def _cut(text: str, lower: str, words: JobWords) -> Iterator[tuple[int, int, Bullet]]:
    """The lines; one that holds a whole posting, its breaks lost, is cut at the headings within it."""
    for start, end, bullet in _unwrapped(text):
        found = list(_headings_within(text, lower, start, end, words)) if end - start >= _WHOLE else []
        begin = start
        for head, stop in found if len(found) >= _LEAST_HEADINGS else ():
            if text[begin:head].strip():
                yield begin, head - len(text[begin:head]) + len(text[begin:head].rstrip()), bullet
            yield head, stop, None
            begin = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
        if begin < end:
            yield begin, end, bullet if begin == start else None


def _headings_within(text: str, lower: str, start: int, end: int, words: JobWords) -> Iterator[tuple[int, int]]:
    """Where within a line a heading with its colon stands: "... with teams. Required Skills: Proven ..."."""
    for match in _CAPITALS.finditer(text, start, end):
        for word in _FIRST_LETTERS.finditer(text, match.start(), match.end()):
            bare = lower[word.start() : match.end() - 1].strip()
            kind = kind_of(bare, words) if is_heading(bare, words) else None
            # "Location: Remote" is a line of data that has lost its end, and no part.
            if kind is not None and (kind not in ("offer", "company", "open") or " " in bare):
                yield word.start(), match.end()
                break


def _unwrapped(text: str) -> Iterator[tuple[int, int, Bullet]]:
    pending: tuple[int, int, Bullet] | None = None
    start = 0
    for raw in text.splitlines(keepends=True):
        body = raw.rstrip()
        match, bullet = _BULLET.match(body), "mark"
        if match is None:
            match, bullet = _PICTURE.match(body), "picture"
        words = start + (match.end() if match else len(body) - len(body.lstrip()))
        end = start + len(body)
        start += len(raw)
        if pending is not None:
            long = pending[1] - pending[0] >= _WRAPPED
            goes_on = words < end and match is None and text[words].islower() and text[pending[1] - 1] not in ".!?:;"
            if goes_on and long:
                pending = (pending[0], end, pending[2])
                continue
            yield pending
            pending = None
        if words < end:
            kind: Bullet = None if match is None else "mark" if bullet == "mark" else "picture"
            pending = (words, end, kind)
    if pending is not None:
        yield pending


def _heading(
    text: str, lower: str, start: int, end: int, bullet: Bullet, names_skill: bool, words: JobWords
) -> PartKind | Literal["unknown", "none"] | None:
    """The kind of part that a line opens, if it is a heading; ``none`` for one that belongs to no part."""
    bare = _bare(lower[start:end])
    most = _MOST_WORDS if text[end - 1] != ":" or not _begins_heading(bare, words) else _MOST_IN_SENTENCE
    if not bare or end - start > _LONGEST_HEADING or len(bare.split()) > most:
        return None
    last = text[end - 1]
    if bullet == "mark" and last not in ":?":
        return None
    if ":" in bare:  # a label with what it labels, unless both are of a heading: "The job: your responsibilities"
        first, _, second = bare.partition(":")
        whole = kind_of(first, words) is None and first not in words.metadata and first not in words.title_labels
        return kind_of(second.strip(), words) if whole and _titled(text[start:end]) else None
    if last in ",;" or (last == "." and not _TRAILS_OFF.search(text, start, end)):
        return None
    kind = kind_of(bare, words)
    if _AMOUNT.search(lower, start, end):  # a salary or years of experience is no heading, whatever stands beside it
        return "none" if kind == "offer" else None
    titled = _titled(text[start:end])
    if kind is not None:
        opens = _opens(bare, kind, words) and (titled or not names_skill)
        short = bullet is None and not names_skill and (titled or len(bare.split()) <= _FEW_WORDS)
        return kind if last == ":" or opens or short else None
    if bullet == "picture" or (bullet == "mark" and last == "?"):
        return None
    if bare.startswith(("about ", "why ")):
        return "company"
    return "unknown" if last == ":" or (titled and not names_skill) else None


def _begins_heading(bare: str, words: JobWords) -> bool:
    return any(heading.starts.match(bare) is not None for heading in words.headings)


def _opens(bare: str, kind: PartKind, words: JobWords) -> bool:
    """Whether a line begins as a heading does, and does not only hold a heading's word ("Strong SQL skills")."""
    known = next(heading for heading in words.headings if heading.kind == kind)
    return bare in known.exact or known.starts.match(bare) is not None


def _titled(raw: str) -> bool:
    """Whether the words begin with capitals, small ones apart, as those of a heading do."""
    telling = [word for word in _CAPITALISED.findall(raw) if len(word) > _SMALL_WORD]
    return bool(telling) and all(word[0].isupper() for word in telling)


def kind_of(bare: str, words: JobWords) -> PartKind | None:
    """The kind of part that a heading's words tell, or ``None``."""
    for heading in words.headings:
        if bare in heading.exact:
            return heading.kind
    held = next((heading.kind for heading in words.headings if heading.holds.search(bare)), None)
    # "Additional skills required", yet not "(not required)".
    if held == "nice" and words.must.search(bare) is not None and words.nice_after.search(bare) is None:
        held = "asked"
    # The longest beginning tells: "You'll need" is no "You'll …".
    begun = [(match.end(), heading.kind) for heading in words.headings if (match := heading.starts.match(bare))]
    if not begun:
        return held
    kind = max(begun, key=lambda one: one[0])[1]
    # What is welcome weighs more than where it stands: "Requirements (nice to have)".
    return held if held in ("nice", "wished") and kind in ("asked", "open") else kind


def is_heading(line: str, words: JobWords) -> bool:
    """Whether a line is nothing but the heading of a part ("Requirements", "Minimum qualifications"), whatever its place."""
    bare = _bare(line)
    for heading in words.headings:
        begins = heading.starts.match(bare)
        if bare in heading.exact or (begins is not None and begins.end() == len(bare)) or heading.holds.fullmatch(bare):
            return True
        if begins is not None and heading.holds.fullmatch(bare[begins.end() :].strip()) is not None:
            return True
    return False


def _bare(words: str) -> str:
    start = 0
    while start < len(words) and not words[start].isalnum():
        start += 1
    return words[start:].rstrip(_AROUND)


def _label(lower: str, start: int, end: int, bullet: Bullet, words: JobWords) -> tuple[int, LabelKind | None]:
    """Where a line's own words begin behind a label, and the kind of line or part that the label tells."""
    match = _LABEL.match(lower, start, end)
    if match is None:
        return start, None
    bare = _bare(match.group(1))
    if bare in words.metadata:
        return match.end(), "metadata"
    if bare in words.title_labels:
        return match.end(), "title"
    if len(bare.split()) > _LONGEST_LABEL:
        return start, None
    kind = kind_of(bare, words)
    if bullet == "mark" and not (kind == "nice" and ":" in match.group() and _opens(bare, kind, words)):
        return start, None
    if kind is None or (":" not in match.group() and not _opens(bare, kind, words)):
        return start, None
    # "Experience: 10+ years" needs its label to be understood.
    return (start if kind == "asked" else match.end()), kind
