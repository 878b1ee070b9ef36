"""The interview guide: its data complete, its questions those that the report leaves open."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch
from aimatch import data
from aimatch.flags import HEURISTICS
from aimatch.interview import interview_guide
from aimatch.model import Flag
from aimatch.score import MET_FROM

AS_OF = date(2026, 11, 1)
QUESTIONS = data.table("language/interview")
AREAS = ["system-design", "model-selection", "production-challenges", "business-impact"]


def test_the_areas_are_those_of_the_job_description() -> None:
    assert list(QUESTIONS["areas"]) == AREAS
    assert all("Key Interview Areas" in area["source"] for area in QUESTIONS["areas"].values())


@pytest.mark.parametrize("kind", ["requirement", "flag", "general"])
def test_every_question_is_complete_and_open(kind: str) -> None:
    key = "kind" if kind == "general" else "id"
    seen = [row[key] for row in QUESTIONS[kind]]
    assert len(seen) == len(set(seen))
    if kind != "general":
        assert seen == sorted(seen)
    for row in QUESTIONS[kind]:
        assert set(row) <= {key, "area", "ask", "listen_for", "also", "models"}, row[key]
        assert row["area"] in AREAS, row[key]
        assert row["listen_for"], row[key]
        if row["ask"] != "{label}":
            assert row["ask"].endswith(("?", ".")), row[key]
            first = row["ask"].split()[0].lower()
            assert first not in ("do", "does", "did", "have", "has", "can"), f"{row[key]}: yes or no is no answer"


def test_every_requirement_of_every_role_has_its_question() -> None:
    asked = {row["id"] for row in QUESTIONS["requirement"]}
    required = {row.id for name in aimatch.profile_names() for row in aimatch.load_profile(name).requirements}
    assert asked == required


def test_every_flag_has_its_question() -> None:
    assert {one.id for one in HEURISTICS} <= {row["id"] for row in QUESTIONS["flag"]}


def test_the_skills_that_a_question_serves_exist_and_belong_to_one() -> None:
    taxonomy = aimatch.load_taxonomy()
    named = [(id_, row["id"]) for row in QUESTIONS["requirement"] for id_ in row.get("also", ())]
    assert not [pair for pair in named if pair[0] not in taxonomy]
    assert len({id_ for id_, _ in named}) == len(named)


@pytest.mark.parametrize("name", aimatch.profile_names())
def test_an_empty_resume_is_asked_for_everything(name: str) -> None:
    guide = aimatch.score("Cooked for eighty guests", name, as_of=AS_OF).interview_guide()
    assert {one.id for one in guide.questions} == {row.id for row in aimatch.load_profile(name).requirements}
    assert [area for area, _ in guide.by_area()] == [
        QUESTIONS["areas"][area]["name"] for area in AREAS if any(one.area == area for one in guide.questions)
    ]


RESUME = """Experience
ML Engineer, Acme Corp, Jan 2019 - Dec 2022
- Built neural networks with PyTorch

Skills
SQL
"""


def test_what_is_met_is_not_asked_and_what_is_weak_says_why() -> None:
    report = aimatch.score(RESUME, as_of=AS_OF)
    asked = {one.id: one for one in report.interview_guide().questions if one.about == "requirement"}
    for row in report.requirements:
        assert (row.id in asked) == (row.credit < MET_FROM)
    sql = asked["sql"]
    assert (sql.credit, sql.why) == (pytest.approx(0.3), "only listed: SQL")
    assert sql.evidence[0].quote == "SQL"
    assert sql.area_name == "Production challenges"


def test_flags_come_first_in_their_area() -> None:
    listed = "Skills\n" + ", ".join(
        ["Python", "PyTorch", "Kubernetes", "Spark", "Kafka", "Airflow", "MLflow", "Terraform", "Docker"]
    )
    report = aimatch.score(listed, as_of=AS_OF)
    flags = {flag.id for flag in report.flags}
    guide = report.interview_guide()
    assert flags
    assert {one.id for one in guide.questions if one.about == "flag"} == flags
    for _, questions in guide.by_area():
        kinds = [one.about for one in questions]
        assert kinds == sorted(kinds), "flag < requirement"


POSTINGS = [
    ({"id": "torch", "skills": ["pytorch"]}, "dl-frameworks", "a skill that a question serves"),
    ({"id": "resnet", "skills": ["resnet"]}, "cnn", "a case of one"),
    ({"id": "python", "skills": ["python"]}, "python", "the id of a question"),
]


@pytest.mark.parametrize(("row", "question", "reason"), POSTINGS, ids=[row[2] for row in POSTINGS])
def test_other_profiles_get_the_question_of_the_skill(row: dict[str, object], question: str, reason: str) -> None:
    profile = {"id": "ours", "requirements": [row]}
    (asked,) = aimatch.score("Cooked for eighty guests", profile, as_of=AS_OF).interview_guide().questions
    assert asked.ask == next(one["ask"] for one in QUESTIONS["requirement"] if one["id"] == question), reason


GENERAL = [
    {"id": "own", "label": "The Thing", "skills": ["photoshop"]},
    {"id": "own", "label": "The Thing", "skills": ["creativity"]},
    {"id": "own", "label": "The Thing", "skills": ["shows-leadership"]},
    {"id": "own", "label": "The Thing", "measure": "degree"},
    {"id": "own", "label": "The Thing", "measure": "experience", "min_years": 3},
    {"id": "own", "label": "The Thing", "measure": "breadth", "groups": {"a": ["go"], "b": ["rust"]}},
]


@pytest.mark.parametrize("row", GENERAL, ids=lambda row: str(row.get("measure", row.get("skills"))))
def test_what_has_no_question_gets_that_of_its_kind(row: dict[str, object]) -> None:
    profile = {"id": "ours", "requirements": [row, {"id": "rust", "skills": ["rust"]}]}
    guide = aimatch.score("Cooked for eighty guests", profile, as_of=AS_OF).interview_guide()
    assert any("The Thing" in one.ask for one in guide.questions)


def test_a_flag_of_ones_own_is_asked_in_its_own_words() -> None:
    flag = Flag(id="new", severity="info", message="Why so?", evidence=(), innocent_explanations=("many",))
    report = aimatch.score(RESUME, as_of=AS_OF)
    guide = interview_guide(report.requirements, (flag,), report.role, aimatch.load_taxonomy())
    assert "Why so?" in [one.ask for one in guide.questions]


def test_it_has_every_form() -> None:
    guide = aimatch.score(RESUME, as_of=AS_OF).interview_guide()
    assert len(guide.to_dict()["questions"]) == len(guide.questions) == len(guide.to_frame())
    shown = guide.to_text()
    assert "Listen for:" in shown
    assert "System design" in shown
    assert guide.to_html().startswith("<!DOCTYPE html>")
    assert guide.questions[0].ask.split("'")[0] in guide._repr_html_()


def test_the_page_of_a_report_holds_it() -> None:
    report = aimatch.score(RESUME, as_of=AS_OF)
    page = report.to_html()
    assert "Interview guide" in page
    assert f"{len(report.interview_guide().questions)} questions" in page


SHARED = {
    "id": "back-end",
    "requirements": [
        {"id": id_, "label": id_, "skills": [id_], "need": "must", "weight": weight}
        for id_, weight in (("sql", 1), ("postgresql", 2), ("java", 1), ("aws", 1))
    ],
}


def test_requirements_that_share_a_question_are_asked_once() -> None:
    guide = aimatch.score("Cooked for eighty guests", SHARED, as_of=AS_OF).interview_guide()
    asks = [one.ask for one in guide.questions]
    assert len(asks) == len(set(asks))
    assert [one.label for one in guide.questions if one.id == "postgresql"] == ["postgresql; sql"]


def test_a_role_without_ai_is_not_asked_about_models() -> None:
    guide = aimatch.score("Cooked for eighty guests", SHARED, as_of=AS_OF).interview_guide()
    assert not any("model" in one.ask for one in guide.questions)
    with_ai = {
        **SHARED,
        "requirements": [
            *SHARED["requirements"],
            {"id": "nlp", "label": "NLP", "skills": ["nlp"], "need": "must", "weight": 1},
        ],
    }
    asks = {
        one.id: one.ask
        for one in aimatch.score("Cooked for eighty guests", with_ai, as_of=AS_OF).interview_guide().questions
    }
    assert "model" in asks["java"]


def test_few_questions_are_those_that_matter_most() -> None:
    report = aimatch.score("Skills\nPython, SQL", as_of=AS_OF)
    every, few = report.interview_guide(), report.interview_guide(most=3)
    rows = {row.id: row.weight * (1 - row.credit) for row in report.requirements}
    assert len(few.questions) == 3
    assert set(few.questions) <= set(every.questions)
    least = min(rows[one.id] for one in few.questions if one.about == "requirement")
    left = [rows[one.id] for one in every.questions if one not in few.questions and one.about == "requirement"]
    assert left
    assert max(left) <= least
    with pytest.raises(ValueError, match="most: must be at least 1, not 0"):
        report.interview_guide(most=0)
