"""Cut a posting into the sentences that ask something of a candidate, each with where it stands.

A posting is a row of parts under headings: duties, requirements, what is welcome, the employer, what is offered. A
heading's words tell its part (``language/jobs.toml``); a label before a colon tells that of its own line. Under a
heading that tells nothing, and before the first one, a sentence asks only from where it speaks to the candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aimatch.job.lines import Line, lines
from aimatch.job.words import JobWords, PartKind

Place = Literal["title", "asked", "nice", "duties", "open"]

_SENTENCE_END = re.compile(
    r"[.!?](?=[\s\u201d\")]+[A-Z\u201c\"(*]|\s*\Z)|;(?=\s)|\s[-+\u2013\u2022\u00b7](?=\s[A-Z])|\)(?=\s[A-Z])"
)
_NO_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|eg|vs|sr|jr|inc|ltd|st|no|u\.s|ph\.d|b\.s|m\.s|b\.a|m\.a|bzw|ggf|evtl|inkl|ca|usw|bspw|ex|ej|bijv|np|[a-z]))\.\Z",
    re.IGNORECASE,
)
_LONGEST_ITEM = 90  # without a full stop
#: Years so written are asked of somebody; an employer's age is told without the sign.
YEARS_AT_LEAST = re.compile(r"(?<![\w.])\d{1,2}\s*\+\s*(?:years?|yrs?|jahren?|ans|años|anos|anni|jaar)\b")
_AROUND_WORDS = ' *\u2022-\u2013"\u201c\u200d\ufe0f'
_FIRST_WORDS = re.compile(r"[^\W\d_]+(?: up)?")


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


def units(
    text: str, lower: str, words: JobWords, title: tuple[int, int] | None, named: Sequence[int]
) -> Iterator[Unit]:
    """The sentences of a posting that ask something, in order of place.

    Args:
        text: The posting.
        lower: It, as :func:`aimatch.job.words.plain` makes it.
        words: The words that tell.
        title: The span of the line that holds the title, if one does.
        named: Where the text names a skill, ascending.
    """
    number = 0
    if title is not None:
        yield Unit(start=title[0], end=title[1], asks_from=title[0], place="title", item=False, number=number)
    body = [line for line in lines(text, lower, words, named) if title is None or not title[0] <= line.start < title[1]]
    # "Desired skills" are welcome beside required ones; where they stand alone they are what is asked.
    wished: PartKind = "nice" if any("asked" in (line.heading, line.label) for line in body) else "asked"
    for line, kind in _with_kinds(lower, body, wished, words):
        if kind == "title":
            number += 1
            yield Unit(start=line.start, end=line.end, asks_from=line.start, place="title", item=False, number=number)
            continue
        for begin, end in _sentences(text, lower, line.start, line.end, words):
            asks = _asks_from(lower, begin, end, kind, line.item, words)
            if asks is not None:
                number += 1
                yield Unit(start=begin, end=end, asks_from=asks, place=_PLACES[kind], item=line.item, number=number)


_PLACES: dict[PartKind, Place] = {"asked": "asked", "nice": "nice", "duties": "duties", "open": "open"}


def _with_kinds(
    lower: str, body: Sequence[Line], wished: PartKind, words: JobWords
) -> Iterator[tuple[Line, PartKind | Literal["title"]]]:
    """The lines that may ask something, each with the kind of part it stands in."""
    part: PartKind = "open"
    listed = False
    for line in body:
        if line.heading == "unknown":
            part = "open" if part in ("offer", "company") else part
        elif line.heading is not None and line.heading != "none":
            part, listed = (wished if line.heading == "wished" else line.heading), False
        if line.heading is not None or line.label == "metadata":
            continue
        if line.label == "title":
            yield line, "title"
            continue
        own = wished if line.label == "wished" else line.label
        if own in ("asked", "duties") and part in ("open", "company", "offer"):
            part = own  # the lines below go on with it
        kind = part if own is None else own
        if own is None and not line.item and kind == "company" and _speaks(lower, line, words):
            kind = part = "open"
        elif own is None and line.item and kind == "company" and _is_duty(lower, line, words):
            kind = part = "duties"
        elif own is None and line.item and kind == "duties" and words.run_on.match(lower[line.start : line.end]):
            kind = "asked"  # "Knowledge of …" among the duties: what one should bring, whatever the heading
        elif own is None and not line.item and listed and kind in ("asked", "nice") and _is_prose(lower, line):
            # Prose behind the list of a part is no longer the list's: it closes the posting, or describes the role.
            kind = part = "open"
        listed = listed or line.item
        if kind not in ("offer", "company"):
            yield line, kind


def _is_prose(lower: str, line: Line) -> bool:
    return lower[line.end - 1] in ".!?" or line.end - line.start > _LONGEST_ITEM


def _speaks(lower: str, line: Line, words: JobWords) -> bool:
    """Whether a line in the employer's part speaks to the candidate."""
    return (
        words.offer.search(lower, line.start, line.end) is None
        and words.candidate.search(lower, line.start, line.end) is not None
    )


def _is_duty(lower: str, line: Line, words: JobWords) -> bool:
    return words.offer.search(lower, line.start, line.end) is None and _begins_duty(lower, line.start, line.end, words)


def _begins_duty(lower: str, start: int, end: int, words: JobWords) -> bool:
    match = _FIRST_WORDS.search(lower, start, end)
    return match is not None and (match.group() in words.duty or match.group().partition(" ")[0] in words.duty)


def _sentences(text: str, lower: str, start: int, end: int, words: JobWords) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _SENTENCE_END.finditer(text, start, end):
        if match.group() == ")" and words.run_on.match(lower[match.end() : end].lstrip()) is None:
            continue
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
    employer = [
        match.span() for cue in (words.employer, words.as_employer) for match in cue.finditer(lower, start, end)
    ]
    begun = lower[start:end].lstrip(_AROUND_WORDS)
    own = words.own.match(begun) is not None
    if kind == "open" and not item and words.appeals.match(begun) is not None:
        return None
    if (kind != "open" and (item or not (employer or own))) or (
        kind == "open" and ((item and not own) or _begins_duty(lower, start, end, words))
    ):
        return start
    if not employer and words.part.match(begun) is not None:
        return start
    for match in words.candidate.finditer(lower, start, end):
        # "Our employees bring deep expertise in Java", yet "We use Docker": what the sentence begins with is its own.
        theirs = employer or (own and not begun.startswith(match.group()))
        if theirs and words.brought.fullmatch(match.group()):
            continue
        if not any(a <= match.start() < b or match.start() <= a < match.end() for a, b in employer):
            return match.start()
    if kind == "open" and not employer and _says_need(lower, start, end, words):
        return start
    return None


def _says_need(lower: str, start: int, end: int, words: JobWords) -> bool:
    """Whether a sentence says how much is needed, whoever is spoken of: "Python required", "AWS is a plus", "5+ years"."""
    cues = (words.must, words.nice_after, YEARS_AT_LEAST)
    return any(cue.search(lower, start, end) for cue in cues)
