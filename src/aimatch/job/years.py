"""The years of experience that a posting asks for, of a skill and overall.

A range ("3-5 years") asks for its lower bound, which may be none at all ("0-2 years"). Years said of degrees ("BS and 5 years, or MS and 3") ask for what the
first, lowest degree needs. Overall the most that any sentence needs is asked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from aimatch.dates.lengths import length_words
from aimatch.job.parts import YEARS_AT_LEAST, Unit
from aimatch.job.words import JobWords
from aimatch.model import Mention
from aimatch.wordlist import alternatives

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
    units, numbers = length_words()
    for match in _years(words).finditer(lower, unit.start, unit.end):
        low, each = match.group("low").replace(",", "."), match.group("unit")
        years = (numbers[low] if low in numbers else float(low)) * units.get(each, 12) / 12
        around = lower[max(unit.start, match.start() - 20) : min(unit.end, match.end() + 20)]
        none = years == 0 and match.group("high") is None  # "0 years" says nothing
        if not none and years <= _MOST and words.years_never.search(around) is None:
            found.append(AskedYears(years=years, start=match.start(), end=match.end()))
    for match in _part(words).finditer(lower, found[0].end, unit.end) if found else ():
        low = match.group("low")
        years = float(numbers.get(low, low))
        if 0 < years <= found[0].years and words.years_never.search(lower, match.start(), match.end()) is None:
            found.append(AskedYears(years=years, start=match.start("low"), end=match.end("low")))
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


@lru_cache(maxsize=1)
def _part(words: JobWords) -> re.Pattern[str]:
    """A part of the years before it, without their unit: ", at least 3 with"."""
    _, numbers = length_words()
    before, behind = (alternatives(listed) for listed in words.years_part)
    return re.compile(
        rf"(?<!\w)(?:{before})\s+(?P<low>\d{{1,2}}|{alternatives(numbers)})\s*\+?(?=\s+(?:{behind})(?!\w))"
    )


@lru_cache(maxsize=1)
def _years(words: JobWords) -> re.Pattern[str]:
    units, numbers = length_words()
    number = rf"(?:\d{{1,2}}(?:[.,]5)?|{alternatives(numbers)})"
    to, between, and_ = (alternatives(listed) for listed in words.years_ranges)
    return re.compile(
        rf"(?<![\w.$\u20ac\u00a3])(?P<between>(?:{between})\s+)?(?P<low>{number})(?:\s*\(\d{{1,2}}\))?\s*(?:\+|plus|or more)?\s*"
        rf"(?:(?:-|\u2013|\u2014|(?:{to})(?!\w)|(?(between)(?:{and_})|(?!)))\s*(?P<high>{number})\s*\+?\s*)?"
        rf"(?:\+\s*)?(?:or\s+more\s+)?(?:full\s+)?(?P<unit>{alternatives([*units, 'yoe'])})(?!\w)\.?(?:'|\u2019)?"
    )
