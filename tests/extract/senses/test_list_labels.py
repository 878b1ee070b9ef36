"""A kind of technology that labels a list of them is no skill beside them; elsewhere it is one."""

from __future__ import annotations

import pytest

import aimatch


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Skills\nDatabases: MySQL, Oracle, MongoDB", "databases", "the list tells which"),
        ("Skills\nOperating Systems - Windows 10, Ubuntu", "operating-systems", "a dash instead of a colon"),
        ("Skills\nProgramming and Scripting Languages: Python, Bash", "scripting", "the second of two kinds"),
        ("Skills\nProgramming and Scripting Languages: Python, Bash", "programming", "the first of two kinds"),
        ("Skills\nPlatform: Ubuntu Database: MySQL", "databases", "a label in the middle of a line"),
    ],
)
def test_a_label_of_a_list_is_no_skill(text: str, kind: str, reason: str) -> None:
    assert kind not in {one.skill for one in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("Skills\nDatabases, MySQL, Linux", "databases", "an item of the list itself"),
        ("Skills\nDatabases: tuning and backups", "databases", "no technology follows"),
        ("Experience\nTuned databases: MySQL and Oracle on forty servers", "databases", "part of a sentence"),
        ("Skills\nTest Automation: Selenium, Behat", "test-automation", "a practice, and no kind of technology"),
    ],
)
def test_elsewhere_it_is_one(text: str, kind: str, reason: str) -> None:
    assert kind in {one.skill for one in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "named", "reason"),
    [
        ("Volunteering\nCity Library, 2019 - 2020", "volunteering", False, "a heading"),
        ("Computer skills:\nExcel, Word", "computer-literacy", False, "a heading over what is known"),
        ("Skills\nComputer literacy, Excel", "computer-literacy", True, "an item of the list"),
        ("Patents\nA lid for jars (2019)", "patents", False, "a heading over what was invented"),
    ],
)
def test_headings_called_like_a_skill_name_none(text: str, skill: str, named: bool, reason: str) -> None:
    assert (skill in {one.skill for one in aimatch.extract(text)}) is named, reason
