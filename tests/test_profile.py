"""Role profiles: the shipped ones, users' own in four forms, and every mistake at once with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import aimatch
from aimatch.errors import ProfileError

AI_ENGINEER = [
    "python", "dl-frameworks", "java", "sql", "deep-learning", "reinforcement-learning", "mlops", "model-optimization",
    "model-monitoring", "aws-ml", "azure", "containers", "edge-ai", "privacy-ml", "genai-llm", "computer-vision", "nlp",
    "ml-pipelines", "production-ai", "security-compliance", "communication", "collaboration", "business-impact",
    "responsible-ai", "continuous-learning", "leadership", "degree", "ml-experience", "multi-domain", "statistics",
    "data-engineering", "version-control", "software-architecture",
]  # fmt: skip


def test_the_ai_engineer_has_its_33_requirements() -> None:
    profile = aimatch.load_profile("ai-engineer")
    assert [requirement.id for requirement in profile.requirements] == AI_ENGINEER


def test_four_roles_are_shipped() -> None:
    assert aimatch.profile_names() == (
        "ai-engineer", "ai-training-specialist", "computer-vision-engineer", "generative-ai-engineer",
    )  # fmt: skip


@pytest.mark.parametrize("name", aimatch.profile_names())
def test_every_requirement_names_its_source(name: str) -> None:
    for requirement in aimatch.load_profile(name).requirements:
        assert requirement.source, requirement.id


OWN = {
    "id": "ours",
    "title": "Ours",
    "version": "1",
    "requirements": [{"id": "python", "label": "Python", "skills": ["Python"], "need": "must", "weight": 2}],
}
TOML = 'id = "ours"\ntitle = "Ours"\nversion = "1"\n[[requirements]]\nid = "python"\nlabel = "Python"\nskills = ["Python"]\nneed = "must"\nweight = 2\n'
YAML = "id: ours\ntitle: Ours\nversion: '1'\nrequirements:\n  - {id: python, label: Python, skills: [Python], need: must, weight: 2}\n"


def test_own_profiles_load_alike_from_every_form(tmp_path: Path) -> None:
    for name, text in (("p.toml", TOML), ("p.json", json.dumps(OWN)), ("p.yaml", YAML)):
        (tmp_path / name).write_text(text, "utf-8")
        assert aimatch.load_profile(tmp_path / name) == aimatch.load_profile(OWN), name


def test_a_name_is_taken_for_its_skill() -> None:
    assert aimatch.load_profile(OWN).requirements[0].skills == ("python",)


def test_every_mistake_is_reported_at_once_with_its_place() -> None:
    with pytest.raises(ProfileError) as caught:
        aimatch.load_profile(
            {
                "id": "wrong",
                "colour": "red",
                "min_years": -1,
                "requirements": [
                    {"id": "a", "skills": ["Pythonn-ish"], "weight": -2, "need": "maybe"},
                    {"id": "a", "skills": []},
                    {"id": "b", "measure": "breadth"},
                ],
            }
        )
    said = caught.value.problems
    for place in (
        "colour",
        "min_years",
        "requirements[0].weight",
        "requirements[0].need",
        "requirements[0].skills",
        "requirements[1].id",
        "requirements[1].skills",
        "requirements[2].groups",
    ):
        assert any(place in problem for problem in said), place


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(FileNotFoundError, match="ai-engineer"):
        aimatch.load_profile("chief-wizard")


def test_a_file_that_is_no_toml_is_an_error_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text("= nothing", "utf-8")
    with pytest.raises(ProfileError, match="can't be parsed"):
        aimatch.load_profile(path)


BREADTH = {"measure": "breadth", "groups": {"x": ["java"], "y": ["sql"]}}
MISTYPED = [
    ({"groups": {"x": "python", "y": ["java"]}, "measure": "breadth"}, "groups.x: must be a list"),
    ({"groups": {"x": 5, "y": ["java"]}, "measure": "breadth"}, "groups.x: must be a list"),
    ({"groups": {"x": [5], "y": ["java"]}, "measure": "breadth"}, "groups.x: must be a list"),
    ({**BREADTH, "at_least": "2"}, "at_least: must be a whole number"),
    ({"partial": {1: 0.5}}, "partial: each key must be"),
    ({"fields": 5}, "fields: must be a list of texts"),
    ({"label": 5}, "label: must be text"),
]


@pytest.mark.parametrize(("fields", "said"), MISTYPED, ids=[row[1] + str(row[0])[:24] for row in MISTYPED])
def test_a_value_of_another_type_is_named_with_its_place(fields: dict[str, object], said: str) -> None:
    with pytest.raises(aimatch.ProfileError) as caught:
        aimatch.load_profile({"id": "r", "requirements": [{"id": "a", "skills": ["python"], **fields}]})
    assert any(said in problem for problem in caught.value.problems)


def test_one_mistake_is_told_once() -> None:
    with pytest.raises(aimatch.ProfileError) as caught:
        aimatch.load_profile({"id": "r", "requirements": [{"id": "a", "skills": "python"}]})
    assert caught.value.problems == ("requirements[0].skills: must be a list of skill names or ids",)


@pytest.mark.parametrize("flags_off", [5, "timeline-gap", [5]])
def test_flags_to_switch_off_are_a_list(flags_off: object) -> None:
    with pytest.raises(aimatch.ProfileError, match="flags_off: must be a list"):
        aimatch.load_profile({"id": "r", "flags_off": flags_off, "requirements": [{"id": "a", "skills": ["python"]}]})
