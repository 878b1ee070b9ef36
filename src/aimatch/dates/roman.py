"""Months in Roman numerals: "III/2021", "IX.2018 – VIII.2020", "15 III 2021", "2018. IX. – 2020. VIII."

The same numerals number phases, grades, wars and parts. A slash or a dot that ties one to its year makes it a month, unless
a word stands right before it; a space or a hyphen does so only where the other end of a range is written alike, or a word
such as "since" opens it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aimatch.dates.beside import word_before
from aimatch.dates.words import DASHES, Words, words
from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

#: The letters that such a numeral ends with.
ENDINGS = frozenset("IVX")
#: Characters before a year that hold its numeral, with a day; and those before it that end the other end of a range.
_REACH, _OTHER = 14, 20
#: Grades of a job, behind its title ("Engineer IV").
_GRADES = 6
_NUMERAL = r"(?:VIII|VII|VI|IV|IX|III|II|XII|XI|I|V|X)"
_BEFORE = Deferred(
    rf"(?<![\w.&'’/-])(?P<day>\d{{1,2}}[. ] ?)?(?:(?P<from>{_NUMERAL}) ?[-–/] ?)?"
    rf"(?P<month>{_NUMERAL})(?P<sign>/| / |\.|\. | |-)['’]?\Z"
)
_BEHIND = Deferred(rf"\. ?({_NUMERAL})(?:\.(?!\w)|(?![\w.]))")


class _Ends(NamedTuple):
    """The other end of a range in Roman numerals: behind a dash, before one, and what stands before such a dash."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    dash: re.Pattern[str]


@cache
def _ends() -> _Ends:
    dash = rf"\s*(?:[{re.escape(DASHES)}]+|\.{{2,3}}|…|/|(?i:{alternatives(words().to)})(?!\w))\s*"
    date = rf"(?:\d{{1,2}}[. ] ?)?{_NUMERAL}(?: ?[/.] ?| |-)['’]?(?:\d\d){{1,2}}(?!\d)"
    return _Ends(
        behind=re.compile(rf"{dash}{date}"), before=re.compile(rf"(?<!\w){date}{dash}\Z"), dash=re.compile(rf"{dash}\Z")
    )


def roman_before(text: str, lower: str, at: int, to: int, known: Words) -> tuple[int, int, int] | None:
    """The first and the last month (1 to 12) in Roman numerals before the year at ``at:to`` ("III – V/2019"; mostly the
    same), and where they, or the day, begin."""
    found = _BEFORE.search(text, max(0, at - _REACH), at)
    if found is None:
        return None
    start = found.start()
    word = word_before(lower, start)[0]
    front = text[:start].rstrip(" ")[-1:] if word else ""
    opens = known.since | known.opening | known.until | known.to | known.from_words | known.joined
    if (
        text[max(0, start - 2) : start] == "  "
        or front == "\t"
        or (front == "\n" and word not in opens | known.numbering)
    ):
        word = ""  # the word in the cell before, or in the line above, is another's
    timed = word in opens
    # "Clerk IX 2022 –", but "Clerk IV 2022 –": grades are few
    named = len(found["month"]) > 1 and known.roman[found["month"].lower()] > _GRADES
    lasts = (not word or named) and (_is_open(lower, to, known) or known.dangling.match(lower, to))
    paired = lasts or _ends().behind.match(text, to) or _ends().before.search(text, max(0, start - _OTHER), start)
    if word in known.numbering or (word and not timed and not paired and not found["day"]):
        return None
    tied = found["sign"].strip() in ("/", ".") and found["sign"] != ". "
    last = known.roman[found["month"].lower()]
    first = known.roman[(found["from"] or found["month"]).lower()]
    if first > last or not (tied or timed or paired or found["day"] or first < last):
        return None
    return first, last, start


def roman_behind(text: str, lower: str, at: int, to: int, known: Words) -> tuple[int, int] | None:
    """The month in Roman numerals behind the year at ``at:to``, and where it ends, if a range goes on or ends there."""
    found = _BEHIND.match(text, to)
    if found is None:
        return None
    opens = known.opens_behind.match(lower, found.end())
    closed = _ends().dash.search(text, max(0, at - _OTHER), at)
    if not closed and not (opens and opens[1]) and not _is_open(lower, found.end(), known):
        return None
    return known.roman[found[1].lower()], found.end()


def _is_open(lower: str, to: int, known: Words) -> bool:
    """Whether a word for an open end stands behind a date that ends at ``to``."""
    return bool(known.present_after.match(lower, to) or known.open_end.match(lower, to))
