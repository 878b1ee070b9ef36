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


@pytest.mark.parametrize(
    "who", ["Sir Anton of the plant team", "Ma'am Inés", "Ms. Vela from logistics", "our admin Timo", "the then intern"]
)
def test_persons_are_told_by_title_office_or_apposition(who: str) -> None:
    forms = [
        "Django scripts are from {who}, I only fill in the fields.",
        "The Django forms in our folder are made by {who} and I press the button.",
        "{who} then rewrote it in Django.",
        "{who} wrote the Django part.",
        "The Django jobs belong to {who}.",
    ]
    told = [_filled(form, who, plural=False) for form in forms]
    assert [text for text in told if _statuses(text, ("Django",)) != ["other-person"]] == []


@pytest.mark.parametrize(
    "whose", ["our contractor's", "another team's", "the bank's", "our partner's", "Sir Anton's", "Oriol's"]
)
def test_what_is_somebodys_is_theirs_with_what_it_is_made_of(whose: str) -> None:
    forms = [
        ("The app beside it was {who}, written in Django.", ("Django",)),
        ("The app was {who}, all in Django.", ("Django",)),
        ("- The map itself was {who}, built on Django and Redis. I handed over a file.", ("Django", "Redis")),
        ("The scorer is {who} (Django, Redis), I only call it.", ("Django", "Redis")),
    ]
    told = [(_filled(form, whose, plural=False), names) for form, names in forms]
    assert [text for text, names in told if set(_statuses(text, names)) != {"other-person"}] == []


@pytest.mark.parametrize("who", ["Husband", "My wife", "Father", "Boyfriend", "My sister", "Spouse", "My son"])
def test_what_relatives_do_is_theirs(who: str) -> None:
    forms = [
        "{who} is a Django developer in Graz.",
        "Married. {who} is in IT (Django), so we may move.",
        "{who} teaches Django.",
        "{who}: Django developer",
    ]
    told = [_filled(form, who, plural=False) for form in forms]
    assert [text for text in told if _statuses(text, ("Django",)) != ["other-person"]] == []


@pytest.mark.parametrize("name", ["Django app", "Airflow jobs", "evaluation harness"])
def test_what_others_do_beside_a_thing_leaves_it_the_candidates(name: str) -> None:
    told = [
        f"Wrote the {name}: 800 samples checked by two nurses each, run nightly.",
        f"{name} (samples drawn by 40 pupils)",
        f"Two retired nurses labelled the samples for the {name} with me.",
        f"With the pupils we did a robot with {name}: the students programmed it in Scratch.",
        f"Moved to the {name} what was made by a contractor in Perl.",
        f"Workshops, {name}, minutes if nobody else wrote them.",
        f"- I only read the log they keep.\n- {name}, deployed by Azure DevOps.",
        f"Looked after the {name} because no one else would.",
    ]
    assert [text for text in told if _statuses(text, (name.split()[0],)) != ["asserted"]] == []


@pytest.mark.parametrize(
    "who", ["their engineers", "the vendor", "a contractor in Graz", "our partner", "another squad"]
)
def test_second_predicates_pronouns_and_what_is_alike_are_theirs(who: str) -> None:
    forms = [
        "The Django bot runs on our servers and was built by {who}.",
        "The Django portal is used by 300 people and was written by {who}.",
        "The Django portal, which I only call, was written by {who}.",
        "Presented a Django portal to 200 people. It was built by {who}, I own the story around it.",
        "Sold a Django portal to two banks. The portal was built by {who}.",
        "Launched a portal in Django. {Who} built it.",
        "Promoted the Django portal; {who} wrote it, my office wrote the texts.",
        "Later {who} moved it to Django.",
        "The parser was written by {who}, the Django portal likewise.",
        "The parser belongs to {who}, as does the Django portal.",
        "The parser is from {who}, and so is the Django portal.",
    ]
    told = [form.format(who=who, Who=who[0].upper() + who[1:]) for form in forms]
    assert [text for text in told if _statuses(text, ("Django",)) != ["other-person"]] == []


def test_what_one_only_receives_is_others_and_what_one_made_is_not() -> None:
    theirs = [
        "Scores came from Django inside the till, we just saw the number.",
        "Django runs at the supplier, we only get the result.",
    ]
    mine = [
        "Built the feed in Django, we just read the log at night.",
        "I run Django; we only call it a site for the users.",
        "Django is my daily tool, I just take the results to the board.",
        "Launched a portal in Django. Customers love it.",
        "Wrote a portal in Django. The vendor tested it.",
        "The Django portal runs on the vendor's platform and was built by me.",
        "Promoted the portal that I built in Django. The vendor hosts the mail.",
        "The Django portal is used by 300 people and praised by the vendor.",
        "Our Django portal runs in two regions and was reviewed by the vendor.",
    ]
    assert [text for text in theirs if _statuses(text, ("Django",)) != ["other-person"]] == []
    assert [text for text in mine if _statuses(text, ("Django",)) != ["asserted"]] == []
