"""The years of experience that a posting asks for, of a skill and overall.

A range ("3-5 years") asks for its lower bound, which may be none at all ("0-2 years"). Years said of degrees ("BS and 5 years, or MS and 3") ask for what the
first, lowest degree needs. Overall the most that any sentence needs is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aimatch.job.parts import YEARS_AT_LEAST, Unit
from aimatch.job.words import JobWords
from aimatch.model import Mention

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = rf"(?:\d{{1,2}}(?:\.5)?|{'|'.join(_WORDS)})"
_YEARS = re.compile(
    rf"(?<![\w.$\u20ac\u00a3])(?P<between>between\s+)?(?P<low>{_NUMBER})(?:\s*\(\d{{1,2}}\))?\s*(?:\+|plus|or more)?\s*"
    rf"(?:(?:-|\u2013|\u2014|to|(?(between)and|(?!)))\s*(?P<high>{_NUMBER})\s*\+?\s*)?"
    r"(?:\+\s*)?(?:or\s+more\s+)?(?:full\s+)?(?P<unit>years?|yrs?|yoe|(?P<months>months?))(?!\w)\.?(?:'|\u2019)?",
    re.IGNORECASE,
)
#: "Exp: 7+": behind this label a number needs no unit.
_LABELLED = re.compile(
    r"\s*(?:exp|experience|years)\s*(?:required|level)?\s*[:\u2013-]+\s*(?P<low>\d{1,2})(?:\s*[\u2013-]\s*\d{1,2})?\s*\+?\s*\Z"
)
#: "Industry experience (2+ with a doctorate)": nor does it right behind the word.
_UNITLESS = re.compile(r"\bexperience\s*[(:]\s*(?P<low>\d{1,2})\s*\+(?!\s*(?:years?|yrs?|months?)\b)")
_MOST = 25
_NEW = re.compile(r",? and (?:\w+ ){0,2}(?:experience|knowledge|proficiency|familiarity|understanding)(?!\w)|;|\.\s")
_BEHIND = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedYears:
    """A number of years that a sentence asks for; ``start:end`` spans it."""

    years: float
    start: int
    end: int


def asked_years(lower: str, unit: Unit, words: JobWords) -> tuple[AskedYears, ...]:
    """The numbers of years that a sentence asks of a candidate, in order of place."""
    listed = unit.place in ("asked", "nice", "title")
    told = (words.years_asked, words.must, YEARS_AT_LEAST)
    if not listed and not any(cue.search(lower, unit.start, unit.end) for cue in told):
        return ()
    labelled = _LABELLED.match(lower[unit.start : unit.end].rstrip())
    if labelled is not None:
        start, end = unit.start + labelled.start("low"), unit.start + labelled.end("low")
        return (AskedYears(years=float(labelled.group("low")), start=start, end=end),)
    found = []
    for match in _YEARS.finditer(lower, unit.start, unit.end):
        years = _number(match.group("low")) / (12 if match.group("months") else 1)
        around = lower[max(unit.start, match.start() - 20) : min(unit.end, match.end() + 20)]
        none = years == 0 and match.group("high") is None  # "0 years" says nothing
        if not none and years <= _MOST and words.years_never.search(around) is None:
            found.append(AskedYears(years=years, start=match.start(), end=match.end()))
    for match in _UNITLESS.finditer(lower, unit.start, unit.end):
        found.append(AskedYears(years=float(match.group("low")), start=match.start("low"), end=match.end()))
    return tuple(sorted(found, key=lambda one: one.start))


def years_of(lower: str, mention: Mention, asked: tuple[AskedYears, ...]) -> float | None:
    """The years asked of one skill in a sentence: said before it in the same clause, or right behind it."""
    if mention.kind == "soft":
        return None
    for one in asked:  # "Python (5+ years)", "Python: 5 years"
        if 0 <= one.start - mention.end <= _BEHIND and re.fullmatch(
            r"[^\w;.]*(?:for |with |at least |minimum |min |of )*[^\w;.]*", lower[mention.end : one.start]
        ):
            return one.years or None
    before = [one for one in asked if one.end <= mention.start]
    if not before:
        return None
    return None if _NEW.search(lower, before[-1].end, mention.start) else before[-1].years or None


def _number(word: str) -> float:
    return float(_WORDS.index(word) + 1) if word in _WORDS else float(word)
