"""Years that a dash leaves open before a title."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

CLOSED = "2004 - 2009 Lecturer, Foo University\n"


def test_a_dash_and_no_year_is_an_open_end(read: Read) -> None:
    first, second = read(f"EXPERIENCE\n2009 - Professor of Law, Bar University\n{CLOSED}").positions
    assert (first.current, first.end, second.current) == (True, None, False)


# entries beside or instead of others, why their year is all
SINGLE = [
    ("2016 - Summer Intern, Bar Ltd\n" + CLOSED, "nobody stays an intern"),
    ("2016 - Teacher of the year award\n" + CLOSED, "an honour"),
    ("2016 - Clerk, Bar Ltd\n2014 - Porter, Baz Ltd\n", "no entry has an end"),
]


@pytest.mark.parametrize(("entries", "why"), SINGLE)
def test_a_lone_year_before_a_dash(read: Read, entries: str, why: str) -> None:
    assert not any(one.current for one in read(f"EXPERIENCE\n{entries}").positions), why
