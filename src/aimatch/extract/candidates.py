"""Candidates: the forms found in a text that stand as whole words, longest first, before any meaning is settled."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from aimatch.extract.lexicon import Lexicon, Reading
from aimatch.extract.normalise import NormalText

_GLUED_VERSION = re.compile(r"(?:v?\d+(?:\.\d+|\.x)*\+?)(?![^\W_])")
_DOMAIN_END = re.compile(r"\.[a-z]{2,4}(?![a-z])")
_ADDRESS = re.compile(r"[^\s@<>()]+@[^\s@<>()]+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|edu|in)\b(?:/\S*)?")


@dataclass(slots=True)
class Candidate:
    """A form that stands as a whole word: its span in the normal text and in the original, and what it may mean.

    ``reading`` is the meaning once settled; ``None`` before, and for good where no meaning held.
    """

    start: int
    end: int
    original: tuple[int, int]
    readings: tuple[Reading, ...]
    extended: bool = False
    reading: Reading | None = None
    via: str = ""
    certainty: float = 1.0
    rejected: tuple[str, ...] = field(default=())

    @property
    def sure(self) -> bool:
        return self.reading is not None


def candidates(original: str, normal: NormalText, lexicon: Lexicon) -> list[Candidate]:
    """The candidates of a text in order of place; none overlaps another, at each place the longest is taken."""
    text = normal.text
    found: list[tuple[int, int, int]] = []
    for number, start, end in lexicon.find(text):
        stretched = _whole(text, start, end, lexicon, number)
        if stretched:
            found.append((start, -stretched, number))
    found.sort()
    addresses = _addresses(original)
    chosen: list[Candidate] = []
    covered = 0
    for start, negative_end, number in found:
        end = -negative_end
        if start < covered:
            continue
        span = normal.original(start, end)
        if addresses and any(a < span[1] and span[0] < b for a, b in addresses):
            continue
        quote = original[span[0] : span[1]]
        readings = lexicon.readings(number)
        fitting = tuple(reading for reading in readings if reading.ambiguous is None or _case_fits(quote, reading))
        if readings and not fitting:
            continue
        covered = end
        if fitting:
            chosen.append(
                Candidate(
                    start=start,
                    end=end,
                    original=span,
                    readings=fitting,
                    extended=end - start > len(lexicon.patterns[number]),
                )
            )
    return chosen


def inside(original: str, normal: NormalText, lexicon: Lexicon, outer: Candidate) -> Iterable[Candidate]:
    """The sure candidates inside of one that turned out to mean nothing ("Spark" in a refused longer form)."""
    text = normal.text[outer.start : outer.end]
    covered = 0
    for start, negative_end, number in sorted((s, -e, n) for n, s, e in lexicon.find(text)):
        end = _whole(text, start, -negative_end, lexicon, number)
        if not end or start < covered or end - start >= outer.end - outer.start:
            continue
        sure = tuple(reading for reading in lexicon.readings(number) if reading.ambiguous is None)
        if sure:
            covered = end
            span = normal.original(outer.start + start, outer.start + end)
            yield Candidate(start=outer.start + start, end=outer.start + end, original=span, readings=sure)


def _whole(text: str, start: int, end: int, lexicon: Lexicon, number: int) -> int:
    """The end of the word that a pattern makes at a place, versions and plural included; 0 if it makes none."""
    if start and text[start].isalnum():
        before = text[start - 1]
        if before.isalnum() or (before == "." and start > 1 and text[start - 2].isalnum() and _glued(text, start)):
            return 0
    if end == len(text):
        return end
    after = text[end]
    if after.isalnum():
        if not text[end - 1].isalnum():
            return end
        readings = lexicon.readings(number)
        reading = readings[0] if readings else None
        if reading is None:
            return 0
        if after == "s" and reading.plural and text[end - 1] != "s" and not text[end + 1 : end + 2].isalnum():
            return end + 1
        if reading.version and (after.isdigit() or after == "v"):
            version = _GLUED_VERSION.match(text, end)
            if version:
                return version.end()
        return 0
    if after == "#" or (after == "+" and (text.startswith("++", end) or end - start == 1)):
        return 0
    if after == "." and _DOMAIN_END.match(text, end) and text[end - 1] != ".":
        return 0
    return end


def _glued(text: str, start: int) -> bool:
    # "asp.net" is one word; "projects.Python" is a full stop without its space.
    word = re.match(r"[a-z0-9]+", text[start:])
    return word is not None and len(word.group()) < len("react")


def _case_fits(quote: str, reading: Reading) -> bool:
    rule = reading.ambiguous
    if rule is None or rule.case == "any":
        return True
    if rule.case == "upper-initial":
        return quote[:1].isupper()
    form = rule.form
    return quote.startswith(form) or (len(form) > 1 and quote.isupper() and form != quote.lower())


def _addresses(original: str) -> list[tuple[int, int]]:
    if "@" not in original and "://" not in original and "www." not in original and ".com" not in original:
        return []
    return [match.span() for match in _ADDRESS.finditer(original)]
