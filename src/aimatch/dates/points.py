"""Single dates: where a text names a month, a season or a year, and where digits only look like one.

Every date people write in a resume carries digits, so the digits are the anchors: a four-digit year from 1950 to 2049,
or two digits that a month or an apostrophe stands before. What surrounds the anchor decides. A year that belongs to a
product's version, a telephone number, an amount or an identifier is no date: missing a date costs less than counting
years of work that were a telephone number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from aimatch.dates.beside import glued_word, is_year_at, is_year_before, skip_back, word_start
from aimatch.dates.compact import (
    LONGEST_MONTH,
    NEXT_YEAR,
    in_range,
    in_school_years,
    short_pair,
    spaced_month,
    two_years,
)
from aimatch.dates.day_order import writes_day_first
from aimatch.dates.roman import ENDINGS, roman_before, roman_behind
from aimatch.dates.words import DASHES, Words, words
from aimatch.dates.year_first import month_behind

Precision = Literal["month", "year", "season"]

# Written so that the search jumps from one digit to the next, twice as fast as "\\d+" does.
_DIGITS = re.compile(r"[0123456789]\d*")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR_BEHIND = re.compile(r"\.?\s(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r".\d{3}")
_BEFORE_SHORT = "'’‘`´/-–."
_NUMBERS_BEFORE = re.compile(
    r"(?:(?<=\d{4}-)|(?<=\d{4}--)|(?<=\d\.\.)|(?<![\w./-]))(?<!\d,)(?:(\d{1,2})\s?([./-])\s?)?(\d{1,2})\s?([./-])\s?\Z"
)
_MONTH_BEFORE = re.compile(r"(?:19|20)\d\d[./]\d{1,2}-\Z")
#: The month, and perhaps the day, of a date in the order of Hungary: "2020. 05.", "2020. 05. 01.".
_DOTTED_AFTER = re.compile(r"(\.)[ \u00a0](0[1-9]|1[0-2])(?:\.[ \u00a0]?([0-3]\d))?\.")
_NUMBERS_AFTER = re.compile(r"([./-]| / )(\d{1,2})(?:[./-](\d{1,2}))?(?![\d%]|[./-](?!(?:19|20)\d\d(?!\d))\d)")
_SHORT_END = re.compile(rf"\s?[{re.escape(DASHES)}/]\s?['’]?(\d\d)(?![\d/.,%-]\d|\d|%|\. ?\d)")
_APOSTROPHES = "'’‘`´"
_DAY_OF_MONTH = re.compile(r"\s?,|\s(?:19|20)\d\d")
_WORD = re.compile(r"\s?([^\W\d_]*)")
_HYPHENED = re.compile(r"[^\W\d_]-")
_TWO_YEARS = 24  # months
#: Characters of a part of a year that its number tells ("semester 1").
_LONGEST_PART = 12
_LOOSE = " \t\u00a0.,"


@dataclass(slots=True, kw_only=True)  # not frozen, which would triple the cost of making one
class Point:
    """A date in a text, as month numbers counted from year 0 (``year * 12 + month - 1``).

    ``first`` and ``last`` bound it (a year spans twelve months). ``sure`` is False for two-digit years and the like,
    which are dates only as one end of a range. ``whole`` marks a range within one year written once ("May-July 2019").
    """

    at: int
    to: int
    first: int
    last: int
    precision: Precision
    sure: bool = True
    whole: bool = False

    def school_year(self) -> Point | None:
        """The months from September to August, if the date is two years in a row written as one ("2004/05")."""
        if not self.whole or self.precision != "year" or self.last - self.first != _TWO_YEARS - 1:
            return None
        return Point(at=self.at, to=self.to, first=self.first + 8, last=self.last - 4, precision="season")


def find_points(text: str, lower: str) -> list[Point]:
    """The dates in ``text``, in order of place, not overlapping. ``lower`` is the text in lower case, same length."""
    known = words()
    found: list[Point] = []
    reached = 0
    for match in _DIGITS.finditer(text):
        at, to = match.span()
        length = to - at
        point = None
        if at < reached:
            continue
        if length == 4:
            if "195" <= text[at : at + 3] < "205":
                point = _full_year(text, lower, at, to, known)
        elif length == 2 and at:
            sign = text[at - 1]
            # "12 35": two digits are a year only behind a word, a dash or an apostrophe.
            if sign in _BEFORE_SHORT or (sign in " \t" and lower[max(0, at - 3) : at].strip(" .,")[-1:].isalpha()):
                point = _short_year(text, lower, at, to, known)
        elif length == 8 and (span := two_years(text, at, to)):
            point = Point(at=at, to=to, first=span[0] * 12, last=span[1] * 12 + 11, precision="year", whole=True)
        if point is not None and length == 4 and point.at < reached:
            # "2016 / 09 - 2018 / 03": the 09 is the month of the first.
            year = int(match[0])
            point = _iso(text, at, to, year) or Point(
                at=at, to=to, first=year * 12, last=year * 12 + 11, precision="year"
            )
        if point is not None and point.at < reached and length == 2 and (name := _LETTER.search(text, reached, at)):
            point.at = name.start()  # "Sep-20-Oct-22": no 20th of October
        if point is not None and point.at >= reached:
            found.append(point)
            reached = point.to
    return found


def _full_year(text: str, lower: str, at: int, to: int, known: Words) -> Point | None:
    year = int(text[at:to])
    after = text[to : to + 1]
    if after.islower() and not glued_word(lower, to, known):
        return None  # "2000s", "2008r2"
    if (after and after in "%€$£°") or (after and after in "&,.:" and _NUMBER.match(text, to)):
        return None
    if (
        after
        and after in " ,.(\u00a0-/"
        and text[to + 1 : to + 4].lstrip(" (-")[:1].isalpha()
        and (behind := month_behind(text, lower, at, to, known))
    ):
        first, last, end = behind
        return Point(
            at=at, to=end, first=year * 12 + first - 1, last=year * 12 + last - 1,
            precision="month" if first == last else "season",
        )  # fmt: skip
    before = text[at - 1 : at]
    if before.isalpha():
        start = word_start(lower, at)
        return _named(text, lower, start, at, to, year, known)
    if before and before in "$€£#@=_+*\\":
        return None
    if before == ":" and text[at - 2 : at - 1].isdigit():
        return None  # ISO 9001:2015
    if (before and before in "./-") or text[max(0, at - 2) : at] in {" /", "/ ", " -", "- "}:
        numbers = _NUMBERS_BEFORE.search(text, max(0, at - 12), at)
        if numbers and (point := _numeric(text, numbers, to, year)):
            return point
        begun = is_year_before(text, at - 1) or _MONTH_BEFORE.search(text, max(0, at - 8), at)
        part = lower[max(0, at - 3) : at - 1] in known.parts  # "Q1/2019"
        if before in "./-" and text[at - 2 : at - 1].isdigit() and not (begun or part):
            return None  # 555-2019, 3.2019
    point = _iso(text, at, to, year)
    if point and not (before == " " and _YEAR_BEHIND.match(text, point.to)):  # "04 2020-02 2021"
        return point
    if before == " " and (spaced := spaced_month(text, lower, at)):
        index = year * 12 + spaced[1] - 1
        return Point(at=spaced[0], to=to, first=index, last=index, precision="month")
    if point := _worded(text, lower, at, to, year, known):
        return point
    if after == "." and (roman := roman_behind(text, lower, at, to, known)):
        index = year * 12 + roman[0] - 1
        return Point(at=at, to=roman[1], first=index, last=index, precision="month")
    word = lower[word_start(lower, skip_back(text, at, _LOOSE + "(-")) : skip_back(text, at, _LOOSE + "(-")]
    if word in known.products:
        return None
    if text[to : to + 1] in {"-", "."} and text[to + 1 : to + 2].isdigit() and not is_year_at(text, to + 1):
        return _short_range(text, at, to, year)
    return _short_range(text, at, to, year) or Point(
        at=at, to=to, first=year * 12, last=year * 12 + 11, precision="year"
    )


def _short_year(text: str, lower: str, at: int, to: int, known: Words) -> Point | None:
    if text[to : to + 1].isalnum() and not glued_word(lower, to, known):
        return None
    value = int(text[at:to])
    year = 2000 + value if value < 50 else 1900 + value
    marked = text[at - 1 : at] in _APOSTROPHES if at else False
    if marked:
        if text[at - 2 : at - 1].isdigit():
            return None
        point = _worded(text, lower, at - 1, to, year, known)
        return point or Point(at=at - 1, to=to, first=year * 12, last=year * 12 + 11, precision="year", sure=False)
    if text[at - 1 : at] == "/" or text[at - 1 : at] in {"-", "."}:
        if pair := short_pair(text, at):
            start, end, first, last = pair
            return Point(at=start, to=end, first=first, last=last, precision="month", whole=True)
        numbers = _NUMBERS_BEFORE.search(text, max(0, at - 9), at)
        if numbers and not (re.match(r"\s?[./-]\s?\d", text[to : to + 3]) or _YEAR_BEHIND.match(text, to)):
            return _numeric(text, numbers, to, year, sure=False)
    behind = _WORD.match(lower, to, to + 5)
    day = _DAY_OF_MONTH.match(lower, to) and text[at - 1] not in "-/."
    if day or (behind and behind[1] in known.ordinals):
        return None  # the day of "March 12, 2019"
    if point := _worded(text, lower, at, to, year, known):
        return Point(
            at=point.at, to=to, first=point.first, last=point.last, precision=point.precision, sure=False,
            whole=point.whole,
        )  # fmt: skip
    return None


def _worded(text: str, lower: str, at: int, to: int, year: int, known: Words) -> Point | None:
    """A month or season before the year, with an optional day, "of" or comma in between."""
    end = skip_back(text, at, _LOOSE + "/" + _APOSTROPHES + DASHES)
    if text[end - 1 : end] in ENDINGS and (roman := roman_before(text, lower, at, to, known)):
        first, last, start = roman
        begins, ends = year * 12 + first - 1, year * 12 + last - 1
        return Point(at=start, to=to, first=begins, last=ends, precision="month", whole=first < last)
    if text[end - 1 : end] == "\n" and not text[end:at].strip():
        broken = skip_back(text, end, "\r\n -")  # the hyphen of "Dec-2019" stays on the line that it ends
        if lower[word_start(lower, broken) : broken] in known.months:
            # "March 2008 to July / 2009"
            return _named(text, lower, word_start(lower, broken), broken, to, year, known)
    if at - end > 4:
        return None
    start = word_start(lower, end)
    if lower[start:end] in known.between:
        end = skip_back(text, start, _LOOSE)
        start = word_start(lower, end)
    if start == end and (part := known.numbered.search(lower, max(0, end - _LONGEST_PART), end)):
        return _named(text, lower, part.start(), end, to, year, known)  # "Q1 2019", "Term 1 of 2019"
    if start == end or lower[start:end] in known.ordinals:
        day = known.day_before.search(lower, max(0, end - 5), end)
        if day is None:
            return None
        end = skip_back(text, day.start(), _LOOSE)
        start = word_start(lower, end)
    return _named(text, lower, start, end, to, year, known)


def _named(text: str, lower: str, start: int, end: int, to: int, year: int, known: Words) -> Point | None:
    word = lower[start:end]
    if word[:2] in known.ordinals and word[2:] in known.months and text[start - 1 : start].isdigit():
        start, word = start + 2, word[2:]  # "6thMay 2012"
    base = year * 12
    if (month := known.months.get(word)) and not (word in known.hyphened and _HYPHENED.search(text, start - 2, start)):
        # "Jan - Mar 2019": the first month borrows the year of the second.
        if first := known.month_and.search(lower, max(0, start - 14), start):
            begins = known.months.get(first.group(1))
            if begins:
                first_year = base if begins <= month else base - 12
                return Point(
                    at=first.start(), to=to, first=first_year + begins - 1, last=base + month - 1, precision="month",
                    whole=True,
                )  # fmt: skip
        day = known.day_before.search(lower, max(0, start - 10), start)
        at = day.start() if day else start
        return Point(at=at, to=to, first=base + month - 1, last=base + month - 1, precision="month")
    if (part := known.parts.get(word)) and not (word in known.small and text[start].isupper()):
        return Point(at=start, to=to, first=base + part[0] - 1, last=base + part[1] - 1, precision="season")
    return None


def _numeric(text: str, numbers: re.Match[str], to: int, year: int, *, sure: bool = True) -> Point | None:
    first, second = numbers.group(1), int(numbers.group(3))
    at = numbers.start()
    if first is None:
        month = second
    elif numbers.group(2) != numbers.group(4) and (numbers.group(2) == "-" or text[numbers.start(3) - 1] == " "):
        month, at = second, numbers.start(3)  # "'17 - 10/2023", "1. 2/2017 - 3/2018"
    elif numbers.group(2) != numbers.group(4):
        month = second if numbers.group(2) == "/" and int(first) <= LONGEST_MONTH else 0  # "1/9-2013"
    else:
        day_first = int(first) > 12 or (second <= 12 and writes_day_first(text, numbers.group(4)))
        month = second if day_first else int(first)
    if not 1 <= month <= 12:
        return None
    index = year * 12 + month - 1
    return Point(at=at, to=to, first=index, last=index, precision="month", sure=sure)


def _iso(text: str, at: int, to: int, year: int) -> Point | None:
    match = _NUMBERS_AFTER.match(text, to) or _DOTTED_AFTER.match(text, to)
    if match is None or (len(match.group(2)) == 1 and match.group(1) == "-" and match.group(3) is None):
        return None
    month = int(match.group(2))
    if not 1 <= month <= 12:
        return None
    # "2010-12" alone is a span of years in most resumes; beside another date it is a month.
    if (
        match.group(3) is None
        and match.group(1).strip() in "-/"
        and 0 < month - year % 100 <= 6
        and not (in_range(text, at, match.end(), words()) and not in_school_years(text, at, match.end(), year, month))
    ):
        return None
    index = year * 12 + month - 1
    return Point(at=at, to=match.end(), first=index, last=index, precision="month")


def _short_range(text: str, at: int, to: int, year: int) -> Point | None:
    match = _SHORT_END.match(text, to) or (NEXT_YEAR.match(text, to) if not text[:at].endswith("/") else None)
    if match is None:
        return None
    last = year // 100 * 100 + int(match.group(1))
    if not 0 < last - year <= 20:
        return None
    return Point(at=at, to=match.end(), first=year * 12, last=last * 12 + 11, precision="year", whole=True)
