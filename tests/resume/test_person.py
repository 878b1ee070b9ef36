"""Where the person's own name stands."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.resume.person import name_of

REST = "\n\nExperience\nEngineer, Foo Ltd, Jan 2020 - Dec 2021\n- Wrote SQL\n\nSkills\nPython\n"
FOUND = [
    ("Anna Bauer", "Anna Bauer", False),
    ("ANNA BAUER", "ANNA BAUER", False),
    ("Ms. Anna Bauer", "Anna Bauer", False),
    ("Prof. Dr. Anna van der Berg, PhD", "Anna van der Berg", False),
    ("Anna J. O'Neil-Ortiz", "Anna J. O'Neil-Ortiz", False),
    ("Anna Bauer, RN, BSN", "Anna Bauer", False),
    ("Anna Bauer, CISSP", "Anna Bauer", False),
    ("Springfield Heights, OH", "Springfield Heights, OH", False),
    ("# Anna Bauer", "Anna Bauer", False),
    ("**Anna Bauer**", "Anna Bauer", False),
    ("Curriculum Vitae\nAnna Bauer", "Anna Bauer", False),
    ("Anna Bauer | Springfield", "Anna Bauer", False),
    ("Anna Bauer (she/her)", "Anna Bauer", False),
    ("Bauer, Anna", "Bauer, Anna", False),
    ("Name: Anna Bauer", "Anna Bauer", True),
    ("Personal details\nNombre: Anna Bauer\nTel: 555-0101", "Anna Bauer", True),
    ("Senior Engineer\nAnna Bauer\nanna.b@example.com", "Anna Bauer", True),
    ("Springfield, Ohio\nBauer-Ortiz Anna\nabauer@example.com", "Bauer-Ortiz Anna", True),
]
NONE = [
    "Senior Java Developer",
    "Acme Systems Ltd",
    "anna@example.com",
    "Summary",
    "data person, happily",
    "Python",
    "2020 - 2024",
]


@pytest.mark.parametrize(("top", "name", "sure"), FOUND)
def test_the_name_is_found(top: str, name: str, sure: bool) -> None:
    text = top + REST
    found = name_of(text, aimatch.read(text).sections)
    assert found is not None
    assert (text[found.start : found.end], found.sure) == (name, sure)


@pytest.mark.parametrize("top", NONE)
def test_no_name_is_made_of_something_else(top: str) -> None:
    text = top + REST
    assert name_of(text, aimatch.read(text).sections) is None
