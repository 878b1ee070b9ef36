"""How months of work are counted where the dates say less than months."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume
from aimatch.resume import total_months

Read = Callable[[str], Resume]


@pytest.mark.parametrize(
    ("times", "months", "reason"),
    [
        (
            ["2015 - 2018", "2012 - 2014"],
            78,
            "each begins in the year after the last: whole years, but the first and the last",
        ),
        (["Jan 2015 - Dec 2018", "2012 - 2014"], 81, "the next one begins in a January"),
        (["Mar 2015 - Dec 2018", "2012 - 2014"], 76, "two months later nobody knows"),
        (["2014 - 2018", "2012 - 2014"], 78, "they share a year: the first and the last year count half"),
        (
            ["2015 - 2018", "2013 - 2015", "2010 - 2012"],
            96,
            "a pair that shares one shows that years are not counted in",
        ),
    ],
)
def test_years_of_jobs_in_a_row(read: Read, times: list[str], months: int, reason: str) -> None:
    jobs = "\n".join(f"Clerk, Foo Ltd, {time}\n- Filed\n" for time in times)
    assert total_months(read(f"Ann Lee\n\nEXPERIENCE\n{jobs}"), date(2026, 11, 1)) == months, reason
