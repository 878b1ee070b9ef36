"""Lists: the company in which an unsure name stands decides whether it is a skill."""

from __future__ import annotations

import pytest

import aimatch


def personal(text: str) -> set[str]:
    """The personal skills found in a text."""
    return {mention.skill for mention in aimatch.extract(text) if mention.kind == "soft"}


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Teamwork, reliable, fair pay.", "dependability", "a personal skill beside a sure one"),
        ("Dedicated and creative florist.", "creativity", "two unsure ones settle each other"),
        ("Skills\nFriendly and patient    Cash handling", "interpersonal-skills", "two columns in one line"),
        ("Languages Quick learner Flexibility Leadership", "flexibility", "a list that lost its separators"),
        ("Skills\nExcel (advanced), Access (basic), Outlook (good)", "", "levels in parentheses"),
        ("Skills\nExcel advanced, Access basics, Outlook good", "", "levels without them"),
    ],
)
def test_company_speaks_for_a_personal_skill(text: str, skill: str, reason: str) -> None:
    if skill:
        assert skill in personal(text), reason
    else:
        assert "microsoft-access" in {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Reliable delivery of parcels", "dependability", "no person is meant"),
        ("Talks by R. Olsen and K. Hart", "r", "initials of authors"),
        ("Das, C. R. and L. N. Ray, On bounds, 1998", "r", "the second of an author's initials"),
        ("Das, C. R. and L. N. Ray, On bounds, 1998", "c", "the first of them"),
        ("Communication, go, teamwork", "go", "personal skills do not speak for a technology"),
    ],
)
def test_other_company_does_not(text: str, skill: str, reason: str) -> None:
    assert skill not in {mention.skill for mention in aimatch.extract(text)}, reason


def test_what_speaks_against_a_name_must_be_near() -> None:
    near = "Multi-tasking of RTOS threads"
    far = "Multi-tasking, " + "patience with guests at the front desk, " * 5 + "RTOS threads"
    assert "multitasking" not in personal(near)
    assert "multitasking" in personal(far)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Testing, Crm, Sql Server, Seo, Visio", {"crm", "seo"}, "items that begin with a capital each"),
        ("Sql Server, Java. San was a friend", set(), "a sentence behind a list"),
        ("Met San in Java", set(), "no list at all"),
    ],
)
def test_an_abbreviation_with_one_capital_is_an_item_of_a_list(text: str, expected: set[str], reason: str) -> None:
    found = {mention.skill for mention in aimatch.extract(text)}
    assert found & {"crm", "seo", "san"} == expected, reason


@pytest.mark.parametrize(
    ("text", "skills", "reason"),
    [
        ("skills: python, celery, redis, docker", {"python", "celery", "redis", "docker"}, "a list without a capital"),
        ("tools: git, jenkins, chef, puppet", {"git", "jenkins", "chef", "puppet"}, "names of trades among tools"),
        ("python | celery | docker | git", {"python", "celery", "docker", "git"}, "bars instead of commas"),
        ("hobbies: cooking, celery, spark, chess", set(), "no technology beside them"),
        ("i like python, and we grow onions, celery, kale", {"python"}, "an item of another list"),
        ("We sell Onions, celery, python, leeks", {"python"}, "other items have capitals"),
    ],
)
def test_names_in_a_list_without_capitals(text: str, skills: set[str], reason: str) -> None:
    assert {one.skill for one in aimatch.extract(text) if one.kind == "technology"} == skills, reason


KIN = [
    ("Cursor, GitHub Copilot, Windsurf, Devin", "devin-ai", True),
    ("ComfyUI, Midjourney, Sora, Runway, Google Veo", "runway-ml", True),
    ("Java, Python, Devin, Kafka", "devin-ai", False),
    ("Runway, taxiway and apron", "runway-ml", False),
]


@pytest.mark.parametrize(("text", "skill", "meant"), KIN)
def test_kin_in_a_list_settles_what_only_a_word_of_its_context_would(text: str, skill: str, meant: bool) -> None:
    assert (skill in {one.skill for one in aimatch.extract(text)}) == meant
