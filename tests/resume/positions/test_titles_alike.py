"""Titles without a known word: where those of the entries beside them stand, and at the beginning of the account."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

ENTRIES = (
    "EXPERIENCE\nBarista\nThe Foo Kettle, Brighton\nOct 2025 - present\nTill and stock.\n\n"
    "Lifeguard\nBar Lido Trust\nMay 2025 - Sep 2025\nPool tests.\n\n"
)


def test_a_title_stands_where_the_others_stand(read: Read) -> None:
    found = read(f"{ENTRIES}Newspaper round\nPatel's News, Ringmer\nJan 2021 - Aug 2022\n").positions
    assert [one.title for one in found] == ["Barista", "Lifeguard", "Newspaper round"]


# what stands in the place of the title, why it is none
NO_TITLES = [
    ("Sold papers and sweets to two hundred houses\nPatel's News, Ringmer", "a sentence"),
    ("- Newspaper round\nPatel's News, Ringmer", "an item"),
    ("Bar Media Ltd\nPatel's News, Ringmer", "a company"),
]


@pytest.mark.parametrize(("names", "why"), NO_TITLES)
def test_not_every_line_there_is_a_title(read: Read, names: str, why: str) -> None:
    found = read(f"{ENTRIES}{names}\nJan 2021 - Aug 2022\n").positions
    assert [one.title for one in found] == ["Barista", "Lifeguard", ""], why


def test_one_entry_shows_no_order(read: Read) -> None:
    text = "EXPERIENCE\nBarista\nThe Foo Kettle\nOct 2025 - present\nTill and stock.\n\nLudlow\nPatel's News\nJan 2021 - Aug 2022\n"
    assert "Ludlow" not in [one.title for one in read(text).positions]


# the first line of the account, the title in it, why
ACCOUNTS = [
    ("Combo pipe welder.  6G all the time.  Flux core on risers.", "Combo pipe welder", "the first sentence"),
    ("Structural welder first class, second class before 2015.", "Structural welder first class", "a clause"),
    ("Trained the welders, all of them.", "", "it begins with a deed"),
    ("Reported to the chief engineer. Two shifts.", "", "small words make it a sentence"),
    ("Barges and crew boats. Welder of plates.", "", "the title comes later"),
]


@pytest.mark.parametrize(("account", "title", "why"), ACCOUNTS)
def test_a_title_opens_the_account(read: Read, account: str, title: str, why: str) -> None:
    (one,) = read(f"EXPERIENCE\nFoo Fab & Offshore                2/2013 to 5/2019\n{account}\n").positions
    assert (one.title, one.employer) == (title, "Foo Fab & Offshore"), why
