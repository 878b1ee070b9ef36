"""Tables of jobs whose head names columns of a start and an end, crossed: heads, forms of dates, ways to part cells, open ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume
from aimatch.resume import total_months

Read = Callable[[str], Resume]

HEADS = [
    ("VESSEL", "RANK", "ON", "OFF"),
    ("Company", "Position", "From", "To"),
    ("Ship", "Rank", "Sign on", "Sign off"),
    ("School", "Post", "Joined", "Left"),
    ("Client", "Role", "Begin", "Finish"),
]
#: Three starts and two ends, by the form of their dates.
DATES = {
    "months in words": ("Sep 2022", "Sep 2018", "Sep 2015", "Mar 2022", "Mar 2018"),
    "Roman months": ("IX/2022", "IX/2018", "IX/2015", "III/2022", "III/2018"),
    "days with years of two digits": ("11.09.22", "11.09.18", "11.09.15", "11.03.22", "11.03.18"),
    "bare years": ("2022", "2018", "2015", "2022", "2018"),
}
#: What parts the cells of a row; None for spaces up to the next column.
PARTS = [None, "\t", " | "]


def _table(rows: list[tuple[str, ...]], part: str | None) -> str:
    return "\n".join((part.join(row) if part else "".join(cell.ljust(26) for cell in row)).rstrip() for row in rows)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("form", DATES)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("end", ["present", "-", ""])
def test_a_table_of_spans(read: Read, head: tuple[str, ...], form: str, part: str | None, end: str) -> None:
    first, second, third, second_end, third_end = DATES[form]
    rows = [
        head,
        ("MV LARCH", "Electrician", first, end),
        ("Northgate Clinic", "Nurse", second, second_end),
        ("Halden Works", "Fitter", third, third_end),
    ]
    resume = read(f"Mara Lind\n\nSERVICE RECORD\n\n{_table(rows, part)}\n\nEDUCATION\n\nNorfield University, 2012\n")
    names = [(one.title, one.employer) for one in resume.positions]
    assert names == [("Electrician", "MV LARCH"), ("Nurse", "Northgate Clinic"), ("Fitter", "Halden Works")]
    assert abs(total_months(resume, date(2026, 11, 1)) - 124) <= (16 if form == "bare years" else 0)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("From    To\nOslo    Turin\n\nSales\nRegion    2010    2012\n", "an empty line ends a table"),
        ("Region    2010    2012\nNorth     14      15\n", "years as columns"),
        ("Certificate    Norfield, 2019\n", "a date at the end of a row of no such table"),
    ],
)
def test_no_table_of_spans(read: Read, text: str, reason: str) -> None:
    assert not total_months(read(f"Mara Lind\n\nWork\n\n{text}"), date(2026, 11, 1)), reason
