"""Whoever else holds a thing, in whatever relation: a small grid of holders and relations, and of what stays the candidate's."""

from __future__ import annotations

import pytest

import aimatch

SINGULAR = [
    "the platform team", "headquarters", "the head office", "our sister company", "the ministry", "the county council",
    "a customer in Lyon", "one of our customers", "our vendor in Singapore", "a start-up in Graz", "our data scientist",
    "my predecessor", "an intern",
]  # fmt: skip
PLURAL = [
    "some shippers",
    "two of the banks",
    "the bank's engineers",
    "our developers (outsourced, Brno)",
    "my students",
]
RELATIONS = [
    ("{who} {s:is|are} piloting Kafka", ("Kafka",)),
    ("{who} {s:has|have} Kafka and Tableau, I only read the results", ("Kafka", "Tableau")),
    ("{who} {s:was|were} having Kafka; we only got extracts", ("Kafka",)),
    ("{who} {s:is|are} good at Kafka", ("Kafka",)),
    ("{who} {s:is|are} rolling out Kafka", ("Kafka",)),
    ("{who} rewrote it in Kafka and Django", ("Kafka", "Django")),
    ("the Kafka cluster is run by {who}", ("Kafka",)),
    ("the forecasting service (Django) was built by {who}", ("Django",)),
    ("Kafka and Django come from {who}", ("Kafka", "Django")),
    ("the Kafka cluster belongs to {who}", ("Kafka",)),
    ("I wrote the plan while {who} built the Django portal", ("Django",)),
]
MINE = [
    "I built it for {who} in Kafka", "trained {who} in Kafka", "worked with {who} on Kafka", "{who} use the app I wrote in Kafka",
    "data from {who} goes into Kafka", "we run Kafka for {who}", "tuned the Kafka jobs of {who}", "handed the Kafka jobs I had built to {who}",
    "the Kafka jobs were built by me and checked by {who}", "my Kafka work was funded by {who}", "learned Kafka from {who}",
    "{who} asked for a feed, and I built it in Kafka", "took the Kafka code over from {who}",
]  # fmt: skip


def _filled(form: str, who: str, *, plural: bool) -> str:
    while "{s:" in form:
        before, _, rest = form.partition("{s:")
        forms, _, behind = rest.partition("}")
        form = before + forms.split("|")[plural] + behind
    written = form.format(who=who)
    return f"{written[0].upper()}{written[1:]}."


def _statuses(text: str, names: tuple[str, ...]) -> list[str]:
    found = aimatch.extract(text)
    return [next(mention.status for mention in found if mention.quote.startswith(name)) for name in names]


@pytest.mark.parametrize("who", [*SINGULAR, *PLURAL])
def test_what_others_hold_is_theirs(who: str) -> None:
    told = [(_filled(form, who, plural=who in PLURAL), names) for form, names in RELATIONS]
    assert [text for text, names in told if set(_statuses(text, names)) != {"other-person"}] == []


@pytest.mark.parametrize("who", [*SINGULAR, *PLURAL[:3], "corporate security", "data platform"])
def test_what_is_done_for_or_with_others_is_the_candidates(who: str) -> None:
    told = [_filled(form, who, plural=True) for form in MINE]
    assert [text for text in told if _statuses(text, ("Kafka",)) != ["asserted"]] == []


@pytest.mark.parametrize(
    "who",
    ["Anil from my course", "Zanele in our cohort", "Mirek of the data team", "my then flatmate", "my deputy Noor"],
)
def test_persons_of_ones_circle_hold_what_they_make(who: str) -> None:
    forms = [
        "{who} wrote the Django part.",
        "{who} built the Django site, because mine would not start.",
        "The Django site was built by {who}.",
        "Site in Django, made by {who}. My part: the tests.",
    ]
    told = [_filled(form, who, plural=False) for form in forms]
    assert [text for text in told if _statuses(text, ("Django",)) != ["other-person"]] == []


@pytest.mark.parametrize(
    "legend",
    [
        "A daily, B weekly, C once, D never",
        "A = every day, B = at times, D = none",
        "A: often  B: some  C: little  D: nothing",
    ],
)
@pytest.mark.parametrize("row", ["Java .... {grade}", "Java   {grade}", "Java: {grade}", "Java ({grade})"])
def test_the_grade_that_a_legend_calls_none_denies(legend: str, row: str) -> None:
    for grade, status in (("A", "asserted"), ("B", "asserted"), ("D", "negated")):
        table = "\n".join([legend, "Python .... A", row.format(grade=grade), "SQL .... B"])
        assert _statuses(table, ("Java", "Python", "SQL")) == [status, "asserted", "asserted"], table
    bare = row.format(grade="D")
    assert _statuses(f"Python .... A\n{bare}\nSQL .... B", ("Java",)) == ["asserted"], "no legend"
