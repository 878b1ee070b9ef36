"""Role profiles: the shipped ones, users' own in four forms, and every mistake at once with its place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
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
    ({"id": 5}, "id: must be text, not 5 (in quotes: '5')"),
    ({"id": " "}, "id: is empty"),
    ({"id": None}, "id: is missing"),
    ({"weight": 1e308}, "weight: must be a number, 0 to 1,000,000,000"),
    ({"weight": 10**400}, "weight: must be a number, 0 to 1,000,000,000"),
    ({"min_years": 10**400}, "min_years: must be a number of years, 0 to 100"),
    ({"partial": {"java": 10**400}}, "partial.java: the share must lie in 0 to 1"),
    (
        {"measure": "degree", "fields": ["biology", "quantitativ"]},
        "'biology', 'quantitativ': no group of fields of study; those are quantitative, other",
    ),
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


def with_python(**fields: object) -> dict[str, object]:
    return {"id": "r", "requirements": [{"id": "a", "skills": ["python"]}], **fields}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"id": True}, "id: must be text, not True"),
        ({"id": date(2024, 1, 1)}, "id: must be text, not 2024-01-01 (in quotes: '2024-01-01')"),
        ({"version": [1]}, "version: must be text"),
        ({"version": True}, "version: must be text"),
        ({"min_years": 101}, "min_years: must be a number of years, 0 to 100"),
        ({"requirements": ["python"]}, "requirements[0]: must be a table of fields"),
        ({"requirements": [{"id": "a", "skills": ["python"], "weight": 1e-300}]}, "requirements: all weights are 0"),
        ({"title": "R \ud800"}, "half a character (a lone surrogate), behind "),
    ],
)
def test_a_mistake_of_the_profile_is_told_once(fields: dict[str, object], said: str) -> None:
    with pytest.raises(aimatch.ProfileError) as caught:
        aimatch.load_profile(with_python(**fields))
    (problem,) = caught.value.problems
    assert said in problem
    assert str(caught.value).encode()


def test_what_is_null_is_not_given() -> None:
    bare = aimatch.load_profile(with_python())
    nulls = dict.fromkeys(("title", "version", "source", "seniority", "flags_off", "min_years", "degree_min"))
    told = aimatch.load_profile(with_python(**nulls))
    assert replace(told, version=bare.version) == bare
    assert len(told.version) == 8


def test_requirements_may_be_a_tuple() -> None:
    listed = with_python()
    assert aimatch.load_profile({**listed, "requirements": tuple(listed["requirements"])}) == aimatch.load_profile(
        listed
    )  # type: ignore[arg-type]


YEARS = {"id": "e", "measure": "experience", "min_years": 2}


@pytest.mark.parametrize(
    ("rows", "fields", "places"),
    [
        ([YEARS], {}, ["requirements[0]"]),
        ([{"id": "a", "skills": ["communication"]}, YEARS], {}, ["requirements[1]"]),
        ([{"id": "d", "measure": "degree"}], {"min_years": 3}, ["min_years"]),
        ([YEARS], {"min_years": 3}, ["requirements[0]", "min_years"]),
    ],
)
def test_years_that_nothing_could_show_are_refused(
    rows: list[dict[str, object]], fields: dict[str, object], places: list[str]
) -> None:
    with pytest.raises(aimatch.ProfileError) as caught:
        aimatch.load_profile({"id": "r", "requirements": rows, **fields})
    assert [problem.partition(": asks for years")[0] for problem in caught.value.problems] == places


def test_years_of_what_the_profile_asks_for_need_no_skills() -> None:
    for row in ({"skills": ["python"]}, {"all_of": ["k8s", "docker"]}, {"partial": {"aws": 0.5}}, BREADTH):
        aimatch.load_profile({"id": "r", "min_years": 3, "requirements": [{"id": "a", **row}, YEARS]})


def test_only_what_is_near_may_be_meant() -> None:
    near = aimatch.load_taxonomy().near
    assert [near(name) for name in ("foo", "biology")] == [(), ()]
    for name, skill in {
        "pyton": "python",
        "reakt": "react",
        "awss": "aws",
        "posgres": "postgresql",
        "dokcer": "docker",
    }.items():
        assert skill in [one.id for one in near(name, 2)]
