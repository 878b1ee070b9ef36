"""What a remark tells of the name that a row, an item or a sentence begins with: remarks crossed with the signs before them."""

from __future__ import annotations

import pytest

import aimatch

SIGNS = [" | ", " ........ ", ": ", " : ", " - ", " – ", "      "]
REMARKS = {
    "aspirational": [
        "joining the class of September",
        'started "Maps for everyone" last week, lesson 2 now',
        "no exposure yet, keen to learn",
        "none, want to learn",
        "lessons from April, looking forward to them",
        "first lecture next month",
        "night school since May",
        "halfway through the tutorial, nothing at work",
        "studying it with two friends, no product yet",
        "in chapter 3 of the book",
    ],
    "negated": [
        "never had a login, not even for a demo",
        "gave back the licence in 2015",
        "nothing since college",
        "saw a demo",
        "nothing to show",
        "only seen over a shoulder",
        "hello world and no further",
    ],
    "other-person": [
        "a team mate's job",
        "our partner in Graz has it",
        "done by the vendor",
        "the ops people run it for us",
        "my colleague Oriol looks after it",
        "my wife's department swears by it",
    ],
    "asserted": [
        "good: joins, windows",
        "daily, with two juniors",
        "basic, keen to learn more",
        "taught it at night school in 2019",
        "class of 2014, used since",
        "my main tool",
        "with the vendor's team",
        "used by four teams",
        "taught by a colleague, now mine",
        "no outage in two years",
        "never late since its start",
        "not a day without it",
    ],
}


def status(text: str, name: str) -> str:
    return next(mention.status for mention in aimatch.extract(text) if text[mention.start :].startswith(name))


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("meant", REMARKS)
def test_a_remark_rules_the_name_of_its_row(meant: str, sign: str) -> None:
    wrong = []
    for remark in REMARKS[meant]:
        text = f"SKILLS\nPython{sign}daily\nTableau{sign}{remark}\nDocker{sign}at work\n"
        got = tuple(status(text, name) for name in ("Python", "Tableau", "Docker"))
        if got != ("asserted", meant, "asserted"):
            wrong.append((remark, got))
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Python daily. Tableau. Never had a login.", "negated"),
        ("Python daily. Tableau. First lecture next month.", "aspirational"),
        ("Python ... 5\nTableau ... 1  (started in May, week 2 now)\nSQL ... 4", "aspirational"),
        ("Python ... 5\nTableau ... 3  (still learning)\nSQL ... 4", "asserted"),
        ("| Python | 5 |\n| Tableau | 0, friends tried to show me and gave up |\n| SQL | 4 |", "negated"),
        ("Tableau. The dashboards I built in it serve 300 people.", "asserted"),
        ("not anymore: Tableau, nothing since college. Python daily.", "negated"),
    ],
)
def test_a_sentence_and_a_rating_are_remarked_on_too(text: str, meant: str) -> None:
    assert status(text, "Tableau") == meant
