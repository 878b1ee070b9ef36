"""Whose a skill is does not depend on the gender of anybody that a sentence tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import aimatch
from aimatch.data import model, table
from aimatch.extract.status.classifier import _neutral

PLACES = ("Experience\nEngineer, Acme, Jan 2020 - Dec 2022\n- {}", "Summary\n{}.", "Skills\n{}", "{}.\n")
MASCULINE = {"he": "he", "his": "his", "him": "him", "himself": "himself"}
FEMININE = {"he": "she", "his": "her", "him": "her", "himself": "herself"}
SENTENCES = (
    "{he} wrote the Kafka part", "The Kafka scripts were {his} work", "built by {him} in Kafka", "{he} ran Kafka; I did the reports",
    "In {his} spare time {he} builds Kafka tools", "I built Kafka dashboards for {him}", "Kafka: {his}", "Kafka ({his})",
    "messages go over Kafka to their parents when {his} ward is present", "{he} is a Kafka developer", "{he} leads the Kafka group",
    "Kafka was done by {him} alone", "I took over {his} Kafka jobs", "{he} and I wrote the Kafka jobs", "{himself} a Kafka user",
)  # fmt: skip
KIN = (
    "My {} wrote the Kafka part", "The Kafka scripts were my {}'s", "I built the shop in Kafka for my {}", "Kafka: my {}",
    "my {} taught me Kafka", "Kafka was built by my {}", "a {} who knows Kafka",
)  # fmt: skip


def statuses(sentence: str) -> list[list[tuple[str, str]]]:
    written = sentence[0].upper() + sentence[1:]
    found = (aimatch.extract(place.format(written)) for place in PLACES)
    return [[(one.skill, one.status) for one in mentions if one.kind != "behaviour"] for mentions in found]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_pronouns(sentence: str) -> None:
    assert statuses(sentence.format(**MASCULINE)) == statuses(sentence.format(**FEMININE))


@pytest.mark.parametrize(
    ("he", "she"), [pair for pair in table("language/persons")["kin"] if pair[0] not in ("guy", "guys")]
)
def test_kin(he: str, she: str) -> None:
    for sentence in KIN:
        assert statuses(sentence.format(he)) == statuses(sentence.format(she)), sentence


def test_what_the_classifier_learns_from_tells_no_gender() -> None:
    weights = model("status")["weights"]
    words = {word for feature in weights for word in re.findall(r"[^\W\d_]+(?:'[a-z]+)?", feature.partition(":")[2])}
    assert not words & set(_neutral())
    assert "he" in words


def lists(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from lists(one, (*path, key))
    elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        yield path, value


#: "ms" are milliseconds and a degree, "mother" has a tongue, "guys" are everybody.
APART = {"ms", "mr", "guy", "guys", "he", "him", "his", "her", "hers", "sister"}


@pytest.mark.parametrize("name", ["status", "positions", "usage"])
def test_lists_name_both_genders(name: str) -> None:
    persons = table("language/persons")
    missing = []
    for path, words in lists(table(f"language/{name}"), ()):
        held = {word.lower() for word in words}
        for he, she in (*persons["genders"], *persons["kin"]):
            if not {he, she} & APART and (he in held) != (she in held):
                others = {pair[1] for pair in (*persons["genders"], *persons["kin"]) if pair[0] == he}
                if not (he in held and others & held):
                    missing.append((*path, he, she))
    assert not missing
