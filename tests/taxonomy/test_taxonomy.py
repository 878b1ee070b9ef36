"""The taxonomy: the shipped data is sorted, complete and unambiguous; look-ups; users' own entries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import aimatch
from aimatch import data
from aimatch.errors import TaxonomyError
from aimatch.examples import broken_examples
from aimatch.taxonomy import check, forms


def test_the_shipped_entries_are_sorted_complete_and_unambiguous() -> None:
    assert check.problems(data.skill_tables()) == []


def test_the_examples_in_the_entries_hold() -> None:
    assert list(broken_examples(aimatch.load_taxonomy())) == []


def test_there_are_at_least_1800_skills() -> None:
    assert len(aimatch.load_taxonomy()) >= 1800


FIND = [
    ("k8s", "kubernetes", "an alias"),
    ("KUBERNETES", "kubernetes", "any case"),
    ("Natural Language Processing (NLP)", "natural-language-processing", "an explanation in parentheses"),
    ("scikit learn", "scikit-learn", "without the hyphen"),
    ("Large Language Model", "large-language-models", "the singular"),
    ("Python 3.11", "python", "a version"),
    ("containerisation", "containers", "British spelling"),
    ("failure analyses", "root-cause-analysis", "the plural of analysis"),
    ("C++", "cpp", "a name with symbols"),
    ("reliability", "reliability-engineering", "a trait of systems before a trait of people"),
    ("speech", "speech-processing", "the signal before the talk"),
]


@pytest.mark.parametrize(("name", "expected", "reason"), FIND, ids=[row[2] for row in FIND])
def test_find(name: str, expected: str, reason: str) -> None:
    skill = aimatch.load_taxonomy().find(name)
    assert skill is not None, reason
    assert skill.id == expected, reason


def test_an_unknown_name_is_none() -> None:
    assert aimatch.load_taxonomy().find("underwater basket weaving") is None


def test_broader_and_narrower_are_each_others_inverse() -> None:
    taxonomy = aimatch.load_taxonomy()
    assert "machine-learning" in taxonomy.broader("deep-learning")
    for skill in list(taxonomy)[::37]:
        for id_ in taxonomy.broader(skill.id):
            assert skill.id in taxonomy.narrower(id_)


def test_related_reads_in_both_directions() -> None:
    taxonomy = aimatch.load_taxonomy()
    assert taxonomy.related("pytorch").get("tensorflow") == taxonomy.related("tensorflow").get("pytorch")


def test_an_unknown_id_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        aimatch.load_taxonomy()["no-such-skill"]


OWN = """
[[skill]]
id = "acme-forge"
name = "Acme Forge"
kind = "technology"
broader = ["mlops"]
source = "ours"
"""


def test_own_entries_extend_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OWN, "utf-8")
    taxonomy = aimatch.load_taxonomy(tmp_path)
    assert taxonomy.find("acme forge") is not None
    assert "mlops" in taxonomy.broader("acme-forge")
    assert taxonomy.version != aimatch.load_taxonomy().version, "scores move with the taxonomy, so its version does"


def test_every_fault_of_own_entries_is_reported_at_once(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(
        '[[skill]]\nid = "Bad Id"\nname = ""\nkind = "thing"\n\n' + OWN.replace("mlops", "no-such-id"), "utf-8"
    )
    with pytest.raises(TaxonomyError) as caught:
        aimatch.load_taxonomy(path)
    said = str(caught.value)
    for word in ("lower-case", "name is missing", "source is missing", "kind must be", "no-such-id"):
        assert word in said, word


FAULTS = [
    ({"id": "b", "released": 1900, "kind": "technology"}, "year from 1950"),
    ({"id": "b", "released": 2999}, "year from 1950"),
    ({"id": "b", "released": 2001, "kind": "soft"}, "only technologies"),
    ({"id": "b", "variants": "no"}, "variants must be true or false"),
    ({"id": "b", "phrases": ["(set|setting up"]}, "write alternatives"),
    ({"id": "b", "aliases": ["experience"]}, "'experience' is a plain word"),
    ({"id": "b", "aliases": ["Q"]}, "'Q' is a plain word, a first name or one letter"),
    ({"id": "a", "colour": "red"}, "the id is also in"),
    ({"id": "b", "colour": "red", "broader": ["nowhere"]}, "unknown id 'nowhere'"),
    ({"id": "b", "related": {"a": 0.9}}, "transfer must lie"),
    ({"id": "b", "aliases": ["x", "x"]}, "twice"),
    ({"id": "b", "colour": "red"}, "unknown field"),
    ({"id": "b", "ambiguous": [{"form": "Go", "trust": "context"}]}, "no context"),
    ({"id": "b", "ambiguous": [{"form": "Go", "never": ["live"]}]}, "does not contain"),
    (
        {"id": "b", "ambiguous": [{"form": "Go", "context": ["gin", "go"]}]},
        "'go' stands in 'Go' itself, so it always speaks for",
    ),
    (
        {"id": "b", "ambiguous": [{"form": "chef cookbooks", "context": ["cookbook"]}]},
        "leave it out, or make the form an alias",
    ),
    ({"id": "b", "ambiguous": [{"form": "PSI", "against": ["psi"]}]}, "so it always speaks against it"),
    ({"id": "b", "broader": ["a"], "aliases": ["Ay"]}, "also a form of a"),
]


@pytest.mark.parametrize(("fields", "said"), FAULTS, ids=[row[1] for row in FAULTS])
def test_each_kind_of_fault_is_named(fields: dict[str, object], said: str) -> None:
    entry = {"name": "B", "kind": "technology", "source": "field", **fields}
    first = {"id": "a", "name": "Ay", "kind": "technology", "source": "field"}
    assert any(said in problem for problem in check.problems({"skills/x": {"skill": [first, entry]}}))


def test_a_name_that_is_ambiguous_elsewhere_is_the_fault_of_the_entry_that_claims_it() -> None:
    go = {"id": "a", "name": "Ay", "kind": "technology", "source": "field", "ambiguous": [{"form": "Go"}]}
    entry = {"id": "b", "name": "B", "kind": "technology", "source": "field", "aliases": ["go"]}
    assert check.problems({"skills/x": {"skill": [go]}, "ours": {"skill": [entry]}}) == [
        "ours.toml: b: its form 'Go' is ambiguous: it may also mean a"
    ]


def test_a_circle_is_found() -> None:
    entries = [
        {"id": "a", "name": "A", "kind": "method", "source": "field", "broader": ["b"]},
        {"id": "b", "name": "B", "kind": "method", "source": "field", "broader": ["a"]},
    ]
    assert any("broader than itself" in problem for problem in check.problems({"skills/x": {"skill": entries}}))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("wrote documentation", ("wrote documentation",)),
        (
            "(set|setting) up (|the) servers",
            ("set up servers", "set up the servers", "setting up servers", "setting up the servers"),
        ),
        ("lowered cost (in euro)", ("lowered cost (in euro)",)),
    ],
    ids=["nothing to choose", "a choice that may be empty", "parentheses without a choice"],
)
def test_a_phrase_with_alternatives_stands_for_each(phrase: str, expected: tuple[str, ...]) -> None:
    assert forms.alternatives(phrase) == expected


def test_a_name_in_another_spelling_is_the_same_skill() -> None:
    """Spelling it the British way, or in the plural, must not turn a skill into another."""
    owners: dict[str, str] = {}
    for skill in aimatch.load_taxonomy():
        owners |= dict.fromkeys((name.lower() for name in (skill.name, *skill.aliases)), skill.id)
    astray = [
        (name, other)
        for one, two in data.table("language/spelling")["endings"]
        for name, owner in owners.items()
        if one in name and owners.get(other := re.sub(rf"{one}\b", two, name), owner) != owner
    ]
    assert astray == []
