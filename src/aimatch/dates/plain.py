"""A text with its dates written plainly: without the emphasis of Markdown around them, with the counters of Chinese, Japanese
and Korean as the signs that part numbers elsewhere, the years of Japanese eras as those of the common one, and the month
beside its year where a table has a column for each. Every offset stays."""

from __future__ import annotations

import re

from aimatch.wordlist import lowered

_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=\d)|(?<=[\d–-])[*_]{1,3}(?![\w*])")
_COUNTED = re.compile(r"((?:19|20)\d\d) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?\d{1,2} ?[日일])?)?")
#: The year before the first one of an era, and such a year with its month.
_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018, "S": 1925, "H": 1988, "R": 2018}
_OF_ERA = re.compile(
    r"(?<![A-Za-z])(昭和|平成|令和|[SHR](?=\d{1,2} ?年)) ?(\d{1,2}|元) ?年(?: ?(\d{1,2}) ?月(?: ?\d{1,2} ?日)?)?"
)
#: The first cells of a row: a year, and a month without a name.
_ROW = re.compile(r"^([ ]*(?:\|[ ]*)?)((?:19|20)\d\d) ?年?([ ]*[|\t][ ]*)(\d{1,2}) ?月?(?=[ ]*[|\t])", re.MULTILINE)
#: Rows that make a table of such, and months of a year.
_ROWS, _MONTHS = 3, 12


def plain(text: str) -> tuple[str, str]:
    """The text, and the same in lower case."""
    dated = text
    if "*" in text or "_" in text:
        dated = _EMPHASIS.sub(lambda signs: " " * len(signs[0]), dated)
    if "年" in text:
        dated = _OF_ERA.sub(_of_era, dated)
    if "|" in text or "\t" in text:
        rows = [int(month) for *_, month in _ROW.findall(dated)]
        if len(rows) >= _ROWS and all(1 <= month <= _MONTHS for month in rows):
            dated = _ROW.sub(lambda row: f"{row[1]}{row[2]}.{int(row[4])}".ljust(len(row[0])), dated)
    if "年" in text or "년" in text:
        dated = _COUNTED.sub(_numbers, dated)
    return dated, lowered(dated)


def whole_end(text: str, written: str, end: int) -> int:
    """Where a date that ends at ``end`` of the plain ``text`` ends with the signs that this leaves out of what is ``written``."""
    spaces = len(text) - len(text[end:].lstrip(" "))
    return end + len(written[end:spaces].rstrip())


def _numbers(date: re.Match[str]) -> str:
    month = f".{int(date[2]):02}" if date[2] else ""
    return f"{date[1]}{month}".ljust(len(date[0]))


def _of_era(date: re.Match[str]) -> str:
    year = _ERAS[date[1]] + (1 if date[2] == "元" else int(date[2]))
    month = f".{int(date[3])}" if date[3] else ""
    return f"{year}{month}".ljust(len(date[0]))
