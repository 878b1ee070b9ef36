"""Marks beside names, crossed with the legends that explain them, the layouts they stand in, and what they mean."""

from __future__ import annotations

from itertools import count

import pytest

import aimatch

MARKS = [
    "PTWX",
    "ABCD",
    "1234",
    "\U0001f7e2\U0001f331\u26ab\U0001f535",
    "\u25cf\u25d0\u25cb\u25cc",
    "*\u2020\u2021\u00a7",
]
BRACKETED = [["(+)", "(~)", "(-)", "(?)"], ["[a]", "[b]", "[c]", "[d]"]]
MEANINGS = {
    "asserted": ["I run this in production", "every week", "my own work", "can teach it", "used since 2019"],
    "negated": [
        "have never opened it",
        "none",
        "gone from my head",
        "nobody here has ever used it",
        "know the name only",
    ],
    "aspirational": [
        "course starts in January",
        "just started",
        "on my list for next year",
        "to come",
        "reading the book now",
    ],
    "other-person": [
        "a team mate does it",
        "done by others",
        "work of the vendor's people",
        "outsourced",
        "a colleague's job",
    ],
}
NAMES = ["Python", "Docker", "Kafka", "Tableau", "Terraform", "Redis", "Jenkins", "Grafana"]
#: A legend by its entries, each a mark and what it means, and whether it stands above what bears the marks.
LEGENDS = [
    (lambda entries: "Tools (" + ", ".join(f"{mark} = {said}" for mark, said in entries) + ")", True),
    (lambda entries: "; ".join(f"{mark} = {said}" for mark, said in entries), False),
    (lambda entries: "\n".join(f"{mark} = {said}" for mark, said in entries), False),
    (lambda entries: "Key: " + ", ".join(f"{mark}: {said}" for mark, said in entries), True),
]
#: Without a sign between mark and meaning, which letters ask for.
UNSIGNED = [
    (lambda entries: "(" + " \u00b7 ".join(f"{mark} {said}" for mark, said in entries) + ")", False),
    (lambda entries: "Legend: " + "  ".join(f"{mark} {said}" for mark, said in entries), True),
]
BEHIND = [
    lambda items: ", ".join(f"{name} {mark}" for name, mark in items),
    lambda items: "\n".join(f"{name}: {mark}" for name, mark in items),
    lambda items: "\n".join(f"{name:.<20} {mark}" for name, mark in items),
    lambda items: "\n".join(f"| {name} | {mark} |" for name, mark in items),
    lambda items: "| Tool | Who |\n|---|---|\n" + "\n".join(f"| {name} | {mark} |" for name, mark in items),
]
BEFORE = [
    lambda items: "\n".join(f"{mark} {name}" for name, mark in items),
    lambda items: "\n".join(
        f"{mark} {name}, {other}" for (name, mark), (other, _) in zip(items[:4], items[4:], strict=True)
    ),
]
IN_A_LINE = [lambda items: " ".join(f"{mark} {name}" for name, mark in items)]


def misread(text: str, meant: dict[str, str]) -> list[tuple[str, list[str]]]:
    """The names of a text that are read otherwise than they are meant, with how."""
    mentions = [mention for mention in aimatch.extract(text) if mention.kind != "behaviour"]
    wrong = []
    for name, status in meant.items():
        at = text.index(name)
        told = sorted({mention.status for mention in mentions if mention.start <= at < mention.end})
        if told != [status]:
            wrong.append((name, told))
    return wrong


@pytest.mark.parametrize(
    "marks", [*map(list, MARKS), *BRACKETED], ids=lambda marks: "".join(marks).encode("unicode_escape").decode()
)
def test_what_a_legend_says_holds_for_the_names_with_its_mark(marks: list[str]) -> None:
    turns, wrong = count(), []
    plain = marks[0].isalnum()
    for layout in (*BEHIND, *([] if plain and marks[0].isdigit() else BEFORE), *([] if plain else IN_A_LINE)):
        for legend, above in (*LEGENDS, *([] if plain else UNSIGNED)):
            turn = next(turns)
            statuses = ["asserted", *(["negated", "aspirational", "other-person"] * 2)[turn % 3 :][:3]]
            entries = [
                (mark, MEANINGS[status][(turn + place) % 5])
                for place, (mark, status) in enumerate(zip(marks, statuses, strict=True))
            ]
            items = [(name, marks[place % 4]) for place, name in enumerate(NAMES)]
            said, body = legend(entries), layout(items)
            text = (
                "Clerk at a mill.\n\n"
                + (f"{said}\n{body}" if above else f"{body}\n{said}")
                + "\n\nReferences on request.\n"
            )
            meant = {name: statuses[place % 4] for place, name in enumerate(NAMES)}
            wrong += [(text, name, told) for name, told in misread(text, meant)]
    assert wrong == []


@pytest.mark.parametrize("ticked", ["[x] [ ]", "\u2611 \u2610", "\u2705 \u2b1c", "\u2713 \u2717", "\u2714 \u2718"])
@pytest.mark.parametrize(
    ("remark", "status"),
    [("", "negated"), (" (book arrives in May)", "aspirational"), (" (a colleague's job)", "other-person")],
)
def test_what_an_empty_box_or_a_cross_among_ticks_says(ticked: str, remark: str, status: str) -> None:
    on, off = ticked.rsplit(" ", 1) if ticked[0] != "[" else ("[x]", "[ ]")
    meant = {"Python": "asserted", "Kafka": status, "Redis": "asserted", "Jenkins": status}
    items = [(name, *((on, "") if told == "asserted" else (off, remark))) for name, told in meant.items()]
    for parted in ("\n", "   ", " "):
        assert misread(parted.join(f"{mark} {name}{said}" for name, mark, said in items), meant) == []
    assert misread("\n".join(f"{name} {mark}{said}" for name, mark, said in items), meant) == []


INNOCENT = [
    "Python \u2605\u2605\u2605\u2605\u2605  Docker \u2605\u2605\u2606\u2606\u2606  Kafka \u2605\u2606\u2606\u2606\u2606",
    "Python \u25cf\u25cf\u25cf\u25cf\u25cf\nDocker \u25cf\u25cf\u25cb\u25cb\u25cb\nKafka \u25cf\u25cb\u25cb\u25cb\u25cb",
    "\u25cf Python\n\u25cb Docker\n\u25cf Kafka",
    "\u25a0 Python\n\u25a1 Docker\n\u25a0 Kafka",
    "\u2610 Python\n\u2610 Docker\n\u2610 Kafka",
    "[ ] Python\n[ ] Docker\n[ ] Kafka",
    "+ Python\n+ Docker\n- Kafka",
    "Languages (1 = basic, 5 = expert): Python 5, Docker 3, Kafka 1",
    "A = expert, B = good, C = basic\nPython A\nDocker B\nKafka C",
    "Python*, Docker\u2020, Kafka\n* with honours  \u2020 by distance learning",
    "Python [1], Docker [2], Kafka [3]\n[1] my blog\n[2] a talk\n[3] a paper",
    "Python 3, Docker 1.2, Kafka 2 (3 = newest version)",
    "Python | 2012 | 2019\nDocker | 2015 | 2024\nKafka | 2019 | today",
    "| Tool | since | until |\n| Python | 2012 | 2019 |\n| Docker | 2015 | today |\n| Kafka | 2001 | 2009 |",
    "Name | Company | Tools\nLead | Acme | Python\nDeveloper | Me Too Ltd | Docker\nDeveloper | Nord | Kafka",
    "Responsible | Tools\nBackend | Python\nOperations | Docker\nData | Kafka",
    "Python,1,1\nDocker,1,0\nKafka,0,1",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_levels_bullets_and_years_are_no_such_marks(text: str) -> None:
    assert misread("SKILLS\n" + text, dict.fromkeys(("Python", "Docker", "Kafka"), "asserted")) == []


def test_a_legend_reaches_no_further_than_its_list() -> None:
    text = "\u25cb Kafka  \u25cf Python\n(\u25cf every week, \u25cb never opened)\n\nWORK\nClerk at a mill\nBilling:\n\u25cb Redis for the queue\n"
    assert misread(text, {"Kafka": "negated", "Python": "asserted", "Redis": "asserted"}) == []
