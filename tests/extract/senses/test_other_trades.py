"""Names that mean something else in other trades, by the examples in the data and by sentences of both kinds."""

from __future__ import annotations

from typing import Any

import pytest

import aimatch
from aimatch import data

TRADES: list[dict[str, Any]] = data.table("language/trades")["trade"]


def _found(text: str, forms: list[str]) -> list[str]:
    """The forms that are skills in a text, told by the words of the quotes."""
    quotes = [f" {mention.quote.lower()} " for mention in aimatch.extract(text) if mention.kind != "behaviour"]
    return [form for form in forms if any(f" {form.lower()} " in quote for quote in quotes)]


@pytest.mark.parametrize("row", TRADES, ids=[row["name"] for row in TRADES])
def test_the_examples_in_the_data_hold(row: dict[str, Any]) -> None:
    assert {text: found for text in row["examples"] if (found := _found(text, row["forms"]))} == {}
    for text in row["counter_examples"]:
        stands = [form for form in row["forms"] if f" {form} " in f" {text.replace(',', ' ')} "]
        assert stands, f"no form stands in {text!r}"
        assert _found(text, stands[:1]), text


OTHER = [
    ("API", "Formulation scientist: particle size of the API and its flow with lactose as excipient.", "a substance"),
    ("CRM", "First officer on the 737, taught CRM to new joiners.", "crew resource management"),
    ("ERP", "Auditory ERP in sleeping infants, EEG nets with 128 electrodes.", "a brain's potential"),
    ("TDD", "Diabetes educator: dose changes by TDD and insulin sensitivity.", "a daily dose"),
    ("SEO", "Analyst in equity capital markets: four IPOs, two SEO, one block trade.", "an offering of shares"),
    ("AWS", "Serviced AWS sites: anemometer, rain gauge, battery, 14 stations.", "an automatic weather station"),
    ("Shell", "Drilling supervisor, Shell, Aberdeen.", "the oil company"),
]
SKILL = [
    ("API", "Public API for a pharmacy chain, 40 endpoints, Python.", "a technology beside it"),
    ("CRM", "Rolled out a CRM for a pacemaker maker's sales team.", "a word of its own trade"),
    ("TDD", "TDD in Java, LTE core network software.", "a language beside it"),
    ("AWS", "Ran the hospital's triage software on AWS.", "software for the trade"),
    ("CI", "CI with GitLab for an app of hearing aids.", "the tool beside it"),
    ("PHP", "PHP developer for a therapist directory, Laravel.", "the framework beside it"),
    ("SSO", "SSO for a wastewater company with Keycloak.", "the product beside it"),
]


@pytest.mark.parametrize(("form", "text", "reason"), OTHER, ids=[row[2] for row in OTHER])
def test_the_other_trades_meaning(form: str, text: str, reason: str) -> None:
    assert _found(text, [form]) == [], reason


@pytest.mark.parametrize(("form", "text", "reason"), SKILL, ids=[row[2] for row in SKILL])
def test_the_skill_in_work_for_that_trade(form: str, text: str, reason: str) -> None:
    assert _found(text, [form]) == [form], reason
