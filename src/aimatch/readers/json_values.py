"""Values of JSON Resume as programs export them: words, one-line fields, dates, and keys that hold no content."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache

from aimatch.data import table
from aimatch.dates import find_ranges

_KEY_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

PRESENT = "Present"
# What programs write behind a day: "2021-05-01T00:00:00.000Z".
_TIME_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.S)
_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
_GLUED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
# A start that any end may follow: "present" is a date only behind one.
_EARLIEST = "1950"
#: From this year on, a date is a program's way to write that there is none.
_NEVER = 2100


@cache
def _words(name: str) -> frozenset[str]:
    """One list of ``language/exports.toml``."""
    return frozenset(table("language/exports")[name])


def words(value: object) -> str:
    """A scalar as text; empty for nothing and for containers."""
    if isinstance(value, str):
        text = value.strip()
        return "" if text.lower() in _words("missing") else text
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def on_one_line(text: str, *, blank: bool = False) -> str:
    """The value of a field of one line, which some exports break; what only fills it is nothing, unless ``blank`` tells."""
    folded = " ".join(text.split())
    return "" if folded.lower() in _words("blank") and not blank else folded


def holds_content(key: str) -> bool:
    """Whether what stands under a key tells of the person's work: no identifiers, addresses, times of saving."""
    parts = [part.lower() for part in _KEY_WORDS.findall(key)]
    return not parts or _words("no_content").isdisjoint((parts[-1], " ".join(parts[-2:])))


def date_of(value: object) -> tuple[str, bool]:
    """A date as words that are sure to be read as one, without a time of day, and whether it was clear.

    >>> date_of("2020-5"), date_of("202005"), date_of({"year": 2019, "month": 3})
    (('2020-05', True), ('2020-05', True), ('2019-03', True))
    >>> date_of("9999-12-31"), date_of("soon"), date_of(None)
    (('Present', True), ('', False), ('', True))
    """
    if isinstance(value, Mapping):
        year, month, day = (_whole(value.get(part)) for part in ("year", "month", "day"))
        text = f"{month} {year}" if month.isalpha() else "-".join(filter(None, (year, month, day)))
    else:
        text = _TIME_OF_DAY.sub("", _whole(value))
    if not text:
        return "", not value or is_missing(value)
    if numbers := _NUMERIC.fullmatch(text) or _GLUED.fullmatch(text):
        if int(numbers[1]) >= _NEVER:
            return PRESENT, True
        text = "-".join([numbers[1], *(f"{int(part):02}" for part in numbers.groups()[1:] if part)])
    clear = bool(find_ranges(text)) or not find_ranges(f"{_EARLIEST} \N{EN DASH} {text}")[0].single
    return (text, True) if clear else ("", False)


def is_missing(value: object) -> bool:
    """Whether a value is a program's way to say that there is none."""
    return value is None or (isinstance(value, (str, float)) and not words(value))


def _whole(value: object) -> str:
    # A column with gaps makes floats of a table's whole numbers.
    return words(int(value) if isinstance(value, float) and value.is_integer() else value)
