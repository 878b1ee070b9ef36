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


FOO = "company - Foo Ltd\ndescription - Filed letters\n\n"
BAR = "company - Bar Ltd\ndescription - Clerk from Jan 2015 to {end}\n\n"
BAZ = "company - Baz Ltd\ndescription - Clerk from 06/2016 to 11/2016\n\n"


@pytest.mark.parametrize(
    ("jobs", "months", "reason"),
    [
        (FOO + BAR.format(end="Dec 2015"), 48, "one of two is dated: a part of the career"),
        (BAR.format(end="Dec 2015"), 12, "no other position: the dates hold"),
        (FOO + BAR.format(end="Dec 2015") + BAZ, 18, "several dated ones beside it: the dates hold"),
        (FOO + BAR.format(end="Dec 2016"), 48, "dates cover just half of what is stated"),
        (FOO + BAR.format(end="Jun 2017"), 30, "dates cover more than half of what is stated"),
    ],
)
def test_experience_in_a_subject_beside_dates(read: Read, jobs: str, months: int, reason: str) -> None:
    text = f"Ann Lee\n\nSkill Details\nExcel- Exprience - 48 months\nCompany Details\n{jobs}"
    assert total_months(read(text), date(2026, 11, 1)) == months, reason


def test_less_than_a_year_of_an_undated_job(read: Read) -> None:
    text = "Ann Lee\n\nSKILLS\nExcel - experience - less than 1 year\n\nEXPERIENCE\nClerk, Foo Ltd\n- Filed\n"
    assert total_months(read(text), date(2026, 11, 1)) == 6


@pytest.mark.parametrize(
    ("since", "months", "reason"),
    [
        ("Jan 2022", 58, "more than a fourth of what is stated: the dates hold"),
        ("Feb 2023", 180, "a fourth: they are plainly not the whole career"),
    ],
)
def test_a_stated_total_beside_a_job_that_lasts(read: Read, since: str, months: int, reason: str) -> None:
    text = f"Ann Lee\n\nSUMMARY\n15 years of experience\n\nEXPERIENCE\nClerk, Foo Ltd, {since} - Present\n- Filed\n"
    assert total_months(read(text), date(2026, 11, 1)) == months, reason
