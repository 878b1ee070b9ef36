"""The trained classifier of status: what it adds, what it leaves alone, and the form of its data."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aimatch
from aimatch import data
from aimatch.extract.status import classifier

ADDED = [
    (
        "The PLC programming is done by the maintenance dept, I write the orders.",
        "PLC programming",
        "other-person",
        "no cue knows a department",
    ),
    (
        "Route planning is OR-Tools, a thing of the operations squad; my pipelines feed it.",
        "OR-Tools",
        "other-person",
        "an apposition",
    ),
    ("The Tableau part is by a reader, Ola, who gave it to us for free.", "Tableau", "other-person", "a name behind"),
    ("My contact with Angular is a talk at a fair.", "Angular", "negated", "what little there is"),
    ("Next winter, if time allows: NeRF of the old mill.", "NeRF", "aspirational", "a time ahead"),
]
LEFT = [
    ("Trained the engineers of a bank in Ansible.", "Ansible", "who trains others knows it"),
    ("Built Tableau dashboards for the client's sales team.", "Tableau", "done for others"),
    ("The insurer uses Camunda; I administer it.", "Camunda", "used by others, kept by the candidate"),
    ("Redis was run by me and reviewed by our auditors.", "Redis", "others have another part in it"),
    ("Python, SQL, AWS", "SQL", "a list alone"),
    ("My Scala is rusty, my Python is not.", "Python", "set against what is lost"),
]


def status_of(text: str, quote: str) -> str:
    return next(mention.status for mention in aimatch.extract(text) if mention.quote == quote)


@pytest.mark.parametrize(("text", "quote", "status", "reason"), ADDED, ids=[row[3] for row in ADDED])
def test_what_no_rule_knows_is_told(
    text: str, quote: str, status: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert status_of(text, quote) == status, reason
    monkeypatch.setattr(classifier, "told", lambda *_: iter(()))
    assert status_of(text, quote) == "asserted", f"a rule tells it by now: take another sentence for {reason!r}"


@pytest.mark.parametrize(("text", "quote", "reason"), LEFT, ids=[row[2] for row in LEFT])
def test_what_is_the_candidates_is_left_alone(text: str, quote: str, reason: str) -> None:
    assert status_of(text, quote) == "asserted", reason


def test_it_has_no_say_beside_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(classifier, "told", lambda _, __, numbers, *rest: iter(asked.extend(numbers) or ()))
    aimatch.extract("I have never used Kafka, Django was my part.")
    assert asked == [], "what a rule has ruled is told of already"
    aimatch.extract("Django was my part.")
    assert asked == [0]


def test_degrees_and_certificates_are_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "EDUCATION\nBSc Computer Science, Foo University, 2014 - 2017\nThesis in Python\n"
    places = []

    def told(text: str, spans, numbers, cues, sections):  # type: ignore[no-untyped-def]
        places.extend(classifier.places(text, spans, numbers, cues, sections))
        return iter(())

    monkeypatch.setattr(classifier, "told", told)
    aimatch.extract(text)
    assert places == []


@given(st.sets(st.sampled_from(sorted(data.model("status")["weights"])), max_size=60))
def test_likelihoods_share_one(features: set[str]) -> None:
    shares = classifier.probabilities(frozenset(features))
    assert all(0 <= share <= 1 for share in shares)
    assert sum(shares) <= 1 + 1e-9


def test_the_weights_are_whole_and_sorted() -> None:
    model = data.model("status")
    assert [*model["weights"]] == sorted(model["weights"])
    assert {len(row) for row in model["weights"].values()} == {len(classifier.TOLD)} == {len(model["intercepts"])}
    assert 0.5 <= model["least_certainty"] < 1


def test_a_model_that_is_missing_is_named() -> None:
    with pytest.raises(aimatch.TaxonomyError, match="models/foo"):
        data.model("foo")
