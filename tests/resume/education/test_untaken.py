"""Degrees that a sentence wishes for, refuses or gives to somebody else count for nothing; one's own do, however told."""

from __future__ import annotations

from itertools import product

import pytest

import aimatch

LEVELS = ["PhD", "Master's degree", "doctorate"]
UNTAKEN = [
    ("What's next? A bootcamp, then a {} in AI.", "a plan"),
    ("Dreaming of a {} in AI.", "a dream"),
    ("Hoping to start a {} in AI next year.", "a hope"),
    ("Thinking about a part-time {} in AI.", "a thought, with a word of its kind"),
    ("Goals for 2027: a {} in AI.", "a goal"),
    ("I do not have a {} in AI.", "a denial"),
    ("I turned down a {} in AI.", "an offer refused"),
    ("Equivalent to a {} in AI.", "what comes near one"),
    ("A {} in AI was not for me.", "a denial behind it"),
    ("A {} in AI is on my list.", "a plan behind it"),
    ("My wife has a {} in AI.", "a relative's"),
    ("Mentored by a {} in AI from Leeds.", "a mentor's"),
    ("Left a {} in AI after one year.", "one that was left"),
]
OWN = [
    ("I have a {} in AI.", "held"),
    ("Engineer with a {} in AI.", "brought along"),
    ("Completed a {} in AI in 2021.", "completed"),
    ("Next I did a {} in AI at Leeds, finished 2021.", "a word of plans, and one of doing"),
    ("Looking for a lead role; I bring a {} in AI.", "beside a wish"),
    ("I hope to put a {} in AI to use.", "the wish is for its use"),
    ("Then a {} in AI at the University of Leeds, 2019 - 2021.", "told in order"),
    ("Graduated with a {} in AI.", "graduated"),
]

#: What is said of a degree, in its own line or below it, that nobody holds.
NOT_HELD = [
    ", applied for 2027", " (application submitted)", ", offer holder for 2027 entry", ", conditional offer, Bar University", ", place confirmed for 2027",
    ", accepted for autumn 2027", " (deferred)", ", deferred to September 2027", ": planned", ", waitlisted at Bar University", ", to begin in October 2027", ", starts January 2027",
    ", next year", ", admitted to Bar University, not taken up", ", dropped out 2018", ", left after two terms", ", quit in 2019", ", on leave of absence", ", 2015-2018 (ABD)", ", 2019. Left after one year",
    ": three of five modules passed, on hold since 2021", ", 5 of 8 modules passed", ", 60/120 ECTS", " (18 units left)", ", 2017-2019, 12 credits short", ", thesis outstanding", " (thesis not submitted)",
    ", results awaited", ", 2nd year", " (third semester)", ", 3rd year student, Bar University", ", final year", ", first year only, 2016", ", coursework only", ", failed finals 2019",
    "\nOffer holder, September 2027 entry", "\n(2 of 4 modules)", "\nDeferred entry 2027",
]  # fmt: skip
#: What is said of one that somebody does, in words that are alike.
HELD = [
    ", 2018, with a thesis on deferred maintenance", ", 2018\n- Final year project: planned routes for buses", ", 2018, final year: 72%", ", 2018, CGPA 8.1/10", ", 2018, 3 year course", ", 2018, 8 of 8 modules with distinction",
    ", 2018, top 3 of 120 students", ", 2018, one of two courses taught in German", ", 2018, 120/120 ECTS", ", 2018, offered a scholarship", ", 2018. Left to found a company", ", 2018\nApplication Administrator - Bar Ltd",
    ", 2018; BSc Botany, applied for 2027", ", 2018; declined an offer of a PhD place", ", 2018; BA Music (dropped out)",
]  # fmt: skip


def _level(sentence: str, heading: str) -> str:
    text = f"Nora Feld\n\n{heading}{sentence}\n\nExperience\nEngineer, Foo Ltd, Mar 2020 - Present\n- Wrote Python services.\n"
    return aimatch.score(text + "\nEducation\nBSc Physics, University of Leeds, 2016 - 2019\n").degree


@pytest.mark.parametrize(("sentence", "reason"), UNTAKEN, ids=[row[1] for row in UNTAKEN])
def test_untaken(sentence: str, reason: str) -> None:
    for degree, heading in product(LEVELS, ["Summary\n", "Education\n", ""]):
        assert _level(sentence.format(degree), heading) == "bachelor", (reason, degree, heading)


@pytest.mark.parametrize(("sentence", "reason"), OWN, ids=[row[1] for row in OWN])
def test_own(sentence: str, reason: str) -> None:
    for degree, heading in product(LEVELS, ["Summary\n", "Education\n", ""]):
        assert _level(sentence.format(degree), heading) in {"master", "phd"}, (reason, degree, heading)


@pytest.mark.parametrize("remark", NOT_HELD)
def test_not_held(remark: str) -> None:
    assert _level(f"MSc Physics{remark}", "Education\n") == "bachelor"


@pytest.mark.parametrize("remark", HELD)
def test_held(remark: str) -> None:
    assert _level(f"MSc Physics, Bar University{remark}", "Education\n") == "master"


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("MSc Data Science (deferred to 2027); BA History, Foo University, 2015", "bachelor"),
        ("BA History, 2015, and MSc Data Science (dropped out), Foo University", "bachelor"),
        ("Applied for the MSc Data Science at Foo University", "none"),
        ("Machine Learning Data NLP GenAI LLM Supply Chain Logistics", "none"),
        ("LLM Law, 2015", "master"),
        ("Ön lisans, Muhasebe, Foo Meslek Yüksekokulu, 2015", "associate"),
        ("National Diploma: Logistics, Foo Technikon, 2015", "associate"),
        ("BBusSc, Foo University, 2015", "bachelor"),
    ],
)
def test_lines_of_several_names(line: str, level: str) -> None:
    assert aimatch.score(f"Nora Feld\n\nEducation\n{line}\n").degree == level


def test_a_degree_under_learning_with_its_school_and_year() -> None:
    told = "Nora Feld\n\nEXPERIENCE\nClerk, Foo Ltd, 2011 - 2020\n\nLEARNING\n{}\n"
    assert aimatch.score(told.format("BA History, Foo University, 2010")).degree == "bachelor"
    assert aimatch.score(told.format("An MBA in the evenings")).degree == "none"


@pytest.mark.parametrize("name", ["cand.mag.", "cand.scient.", "cand.merc."])
def test_degrees_of_denmark_and_norway(name: str) -> None:
    assert _level(f"{name} in linguistics, 2012", "Education\n") == "master"
