"""Terms that behave like skills are found, words that merely stand in lists are not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import aimatch
from aimatch.suggest import Suggestion, as_entries, mine

LIST = "Skills\nPython, {term}, PostgreSQL, Docker, Kafka\n"


def suggested(*texts: str, documents: int = 2) -> dict[str, Suggestion]:
    return {one.term: one for one in mine(map(aimatch.read, texts), documents=documents)}


def test_an_item_beside_known_skills_is_suggested() -> None:
    (one,) = suggested(*[LIST.format(term="Flurbix")] * 3).values()
    assert (one.term, one.documents, one.places, one.in_lists) == ("Flurbix", 3, 3, 3)
    assert "python" in one.beside
    assert one.kind == "technology"


NOT = [
    ([LIST.format(term="Flurbix")], "one document only: it may be a slip"),
    ([LIST.format(term="Kubernetes")] * 2, "known"),
    ([LIST.format(term="various tools")] * 2, "plain words"),
    ([LIST.format(term="ada@example.com")] * 2, "an address"),
    ([LIST.format(term="2019")] * 2, "a number"),
    (["Flurbix, bread, milk and cheese for the guests\n"] * 2, "no known skill beside it"),
    ([LIST.format(term="Flurbix") + "Flurbix hired me.\nI left Flurbix.\nFlurbix was sold.\n"] * 2, "mostly elsewhere"),
]


@pytest.mark.parametrize(("texts", "why"), NOT, ids=[row[1] for row in NOT])
def test_what_is_no_skill_is_not(texts: list[str], why: str) -> None:
    assert not suggested(*texts), why


def test_one_term_in_several_spellings_is_one() -> None:
    texts = [LIST.format(term=term) for term in ("Flurbix-DB", "flurbix db", "Flurbix-DB")]
    (one,) = suggested(*texts).values()
    assert (one.term, one.documents) == ("Flurbix-DB", 3)


def test_a_name_near_a_known_one_says_so() -> None:
    (one,) = suggested(*[LIST.format(term="Diaraamming tools")] * 2).values()
    assert one.like == "diagramming-tools"


def test_entries_load_as_they_stand(tmp_path: Path) -> None:
    found = mine(map(aimatch.read, [LIST.format(term='Flurbix "Pro" \\ Edition')] * 2))
    file = tmp_path / "own.toml"
    file.write_text(as_entries(found), "utf-8")
    (entry,) = tomllib.loads(file.read_text("utf-8"))["skill"]
    assert entry["name"] == found[0].term
    skill = aimatch.load_taxonomy(file).find(entry["name"])
    assert skill is not None
    assert skill.id == entry["id"]


def test_nothing_to_suggest_is_an_empty_file() -> None:
    assert as_entries([]) == ""
