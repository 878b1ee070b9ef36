"""What further evidence would do: answered by the score itself."""

from __future__ import annotations

import pickle
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.outputs import answers

AS_OF = date(2026, 11, 1)
RESUME = """Zoe Quist

Experience
Developer, Acme Corp, Jan 2019 - Dec 2021
- Wrote the ticket gateway of a railway in Python, packaged with Docker

Skills
SQL, PyTorch
"""


@pytest.fixture(scope="module")
def report() -> aimatch.Report:
    return aimatch.score(RESUME, as_of=AS_OF)


def same_as_written(line: str, answer: aimatch.WhatIf) -> bool:
    """Whether a resume that says it in words gets what was foretold."""
    return aimatch.score(f"{RESUME}\n{line}", as_of=AS_OF).coverage == pytest.approx(answer.after, abs=0.002)


def test_what_is_foretold_is_what_a_resume_that_says_so_gets(report: aimatch.Report) -> None:
    at_work = report.what_if(add="Kubernetes", months=24)
    assert same_as_written(
        "Experience\nEngineer, Beta, Jan 2022 - Dec 2023\n- Moved the booking gateway of an airline onto Kubernetes",
        at_work,
    )
    project = report.what_if(add="Kubernetes", months=0)
    assert same_as_written("Projects\nHome cluster\n- Moved the weather station of the garden onto Kubernetes", project)
    degree = report.what_if(degree="bachelor")
    assert same_as_written("Education\nBSc Computer Science, 2014 - 2018", degree)


def test_an_answer_explains_its_gain(report: aimatch.Report) -> None:
    answer = report.what_if(add=["k8s", "SQL"], months=12)
    assert answer.add == ("kubernetes", "sql")
    assert answer.names == ("Kubernetes", "SQL")
    assert {change.id for change in answer.changes} >= {"containers", "sql"}
    assert answer.before == report.coverage
    assert answer.gain == pytest.approx(sum(change.points for change in answer.changes))
    assert [change.points for change in answer.changes] == sorted((c.points for c in answer.changes), reverse=True)
    sql = next(change for change in answer.changes if change.id == "sql")
    assert (sql.before, sql.after) == (pytest.approx(0.3), pytest.approx(0.95))
    assert "1 year" in sql.reason


CAREER = "Zoe Quist\n\nExperience\n{job}Accountant, Globex, Jan 2015 - Oct 2023\n- Kept the books of a bakery and closed each quarter\n"
TOLD = [
    ("python", "Rewrote the tide tables of a harbour in Python"),
    ("pytorch", "Rewrote the berth lists of a harbour in PyTorch"),
    ("amazon-sagemaker", "Ran the fare engine of a railway on Amazon SageMaker"),
    ("computer-vision", "Watched the gates of a harbour with computer vision"),
    ("reinforcement-learning", "Steered the cranes of a harbour with reinforcement learning"),
    ("machine-learning", "Sorted the letters of a town hall with machine learning"),
    ("langchain", "Rewrote the letters of a town hall with LangChain"),
    ("mlops", "Set up MLOps for the gates of a harbour"),
    ("azure", "Moved the fare engine of a railway onto Azure"),
]


@pytest.mark.parametrize(("skill", "told"), TOLD, ids=[skill for skill, _ in TOLD])
def test_years_of_a_skill_are_worth_what_a_job_called_after_it_is(skill: str, told: str) -> None:
    accountant = aimatch.score(CAREER.format(job=""), as_of=AS_OF)
    answer = accountant.what_if(add=skill, months=36)
    job = f"{answer.names[0]} Engineer, Acme Corp, Nov 2023 - Oct 2026\n- {told}\n\n"
    written = aimatch.score(CAREER.format(job=job), as_of=AS_OF)
    assert written.coverage == pytest.approx(answer.after, abs=0.002)


def test_months_count_towards_the_years_asked_for(report: aimatch.Report) -> None:
    field = ["machine learning", "PyTorch", "scikit-learn", "NLP"]
    after = [
        next(c.after for c in report.what_if(add=add, months=months).changes if c.id == "ml-experience")
        for add, months in ((field, 12), (field, 36), ("machine learning", 36))
    ]
    assert after[2] < after[0] < after[1] == 1.0, "one skill of a field is a corner of it, however long"


def test_a_behaviour_is_named_by_its_id(report: aimatch.Report) -> None:
    answer = report.what_if(add="shows-communication")
    assert [change.id for change in answer.changes] == ["communication"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from(["python", "kubernetes", "statistics", "nlp", "aws", "teamwork", "chess"]), max_size=3),
    st.sampled_from([0, 1, 12, 60]),
)
def test_further_evidence_never_lowers_anything(report: aimatch.Report, names: list[str], months: int) -> None:
    known = [name for name in names if aimatch.load_taxonomy().find(name)]
    if not known:
        return  # a question that supposes nothing is refused
    answer = report.what_if(add=known, months=months)
    assert report.coverage <= answer.after <= 1.0 + 1e-9
    assert all(change.after > change.before for change in answer.changes)


@pytest.mark.parametrize("arguments", [{}, {"add": []}, {"months": 24}, {"add": (), "months": 0}], ids=str)
def test_a_question_that_supposes_nothing_is_refused(report: aimatch.Report, arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="nothing is supposed: name skills with add, or a degree"):
        report.what_if(**arguments)
    assert report.what_if(degree="master").degree == "master"


def test_a_table_of_no_changes_has_the_types_of_any_other(report: aimatch.Report) -> None:
    full, none = report.what_if(add="k8s").to_frame(), report.what_if(add="Photoshop").to_frame()
    assert len(full)
    assert len(none) == 0
    assert list(none.dtypes.items()) == list(full.dtypes.items())
    assert "would stay as it is" in report.what_if(add="Photoshop").to_text()


@pytest.mark.parametrize("add", ["k8s", "SQL", "PyTorch", "statistics"])
def test_the_figures_of_an_answer_add_up_as_they_are_shown(report: aimatch.Report, add: str) -> None:
    heading = report.what_if(add=add, months=24).to_text(width=200).splitlines()[0]
    shown = re.search(r"([\d.]+) % would become ([\d.]+) % \(\+([\d.]+) points\)", heading)
    assert shown, heading
    before, after, gain = map(float, shown.groups())
    assert round(after - before, 1) == gain, heading


def test_the_next_best_show_themselves(report: aimatch.Report) -> None:
    found = report.next_best(2)
    assert isinstance(found, tuple)
    assert found.to_dict() == [one.to_dict() for one in found]
    assert found.to_text() == answers.next_best(found)
    frame = found.to_frame()
    assert list(frame["gain"]) == [one.gain for one in found]
    assert frame.loc[0, "raises"].split() == [change.id for change in found[0].changes]
    assert pickle.loads(pickle.dumps(found)) == found
    assert found._repr_html_().count('class="aimatch am-alone"') == 2
    assert list(type(found)(()).to_frame().dtypes.items()) == list(frame.dtypes.items())


def test_every_unknown_name_is_told(report: aimatch.Report) -> None:
    with pytest.raises(aimatch.UnknownSkill, match="pythonn") as caught:
        report.what_if(add=["pythonn-ish", "SQL", "flurbo"])
    assert len(caught.value.problems) == 2
    with pytest.raises(ValueError, match="months"):
        report.what_if(add="SQL", months=-1)


def test_the_next_best_are_the_largest_gains_and_differ(report: aimatch.Report) -> None:
    best = report.next_best(5)
    assert len(best) == 5
    gains = [one.gain for one in best]
    assert gains == sorted(gains, reverse=True)
    assert len({one.changes[0].id for one in best}) == 5
    first = best[0]
    assert report.what_if(add=first.add, months=first.months, degree=first.degree) == first
    for name in ("sql", "azure", "statistics", "nlp"):
        assert report.what_if(add=name).gain <= first.gain
    with pytest.raises(ValueError, match="n:"):
        report.next_best(0)


def test_what_those_before_it_raise_already_is_no_suggestion() -> None:
    resume = Path(__file__).parents[1] / "examples" / "resumes" / "leila-haddad.txt"
    best = aimatch.score(resume, as_of=AS_OF).next_best(8)
    raised: set[str] = set()
    for answer in best:
        new = sum(change.points for change in answer.changes if change.id not in raised)
        assert 2 * new > answer.gain, answer.add
        raised.update(change.id for change in answer.changes)
    assert len(best) == 8


@pytest.mark.parametrize(
    "rows",
    [
        [
            {"skills": ["java"], "partial": {"docker": 0.8}, "weight": 2},
            {"skills": ["sql"], "partial": {"docker": 0.8}},
        ],
        [
            {"skills": ["java"], "indirect": {"docker": 0.3}, "partial": {"go": 0.2}},
            {"all_of": ["docker", "go"], "weight": 3},
        ],
        [
            {"skills": ["deep-learning"], "weight": 0.4},
            {"skills": ["machine-learning"]},
            {"skills": ["resnet"], "weight": 0},
        ],
        [
            {"measure": "breadth", "groups": {"a": ["go"], "b": ["rust", "docker"]}},
            {"skills": ["docker"], "min_years": 2},
        ],
        [{"skills": ["java"]}, {"measure": "experience", "min_years": 4}],
    ],
)
def test_no_single_skill_that_the_profile_names_is_better(rows: list[dict[str, object]]) -> None:
    profile = aimatch.load_profile(
        {"id": "ours", "requirements": [{"id": f"row-{number}", **row} for number, row in enumerate(rows)]}
    )
    typist = aimatch.score("Skills\nTyping", profile, as_of=AS_OF)
    best = typist.next_best(1)[0].gain
    for row in profile.requirements:
        months = max(12, int(12 * (row.min_years or 0)))
        assert all(typist.what_if(add=id_, months=months).gain <= best for id_ in row.named)


def test_all_that_is_missing_is_one_suggestion_where_all_is_needed() -> None:
    profile = {"id": "ours", "requirements": [{"id": "containers", "all_of": ["docker", "kubernetes"]}]}
    nothing = aimatch.score("Cooked for eighty guests", profile, as_of=AS_OF).next_best()
    assert [one.add for one in nothing] == [("docker", "kubernetes")]
    half = aimatch.score(RESUME, profile, as_of=AS_OF).next_best()
    assert [one.add for one in half] == [("kubernetes",)]


def test_a_degree_years_and_breadth_are_suggested_too() -> None:
    rows = [
        {"id": "degree", "measure": "degree"},
        {"id": "years", "measure": "experience", "skills": ["python"], "min_years": 4},
        {"id": "two", "measure": "breadth", "groups": {"text": ["nlp"], "images": ["computer-vision"], "x": ["go"]}},
    ]
    profile = {"id": "ours", "degree_min": "master", "requirements": rows}
    best = aimatch.score("Cooked for eighty guests", profile, as_of=AS_OF).next_best(9)
    assert ((), 0, "master") in [(one.add, one.months, one.degree) for one in best]
    assert (("python",), 48, None) in [(one.add, one.months, one.degree) for one in best]
    assert any(len(one.add) == 2 for one in best)
    assert all(one.after == pytest.approx(one.before + one.gain) for one in best)


def test_nothing_is_suggested_where_nothing_is_missing() -> None:
    profile = {"id": "ours", "requirements": [{"id": "degree", "measure": "degree"}]}
    report = aimatch.score("Education\nBSc Computer Science, 2014 - 2018", profile, as_of=AS_OF)
    assert report.next_best() == ()
    assert "Nothing" in answers.next_best(report.next_best())


def test_a_report_answers_also_where_it_travelled(report: aimatch.Report) -> None:
    again = pickle.loads(pickle.dumps(report))
    assert again == report
    assert again.next_best() == report.next_best()
    assert again.career.resume.document.runs == (), "the page's geometry stays behind"


def test_an_answer_has_every_form(report: aimatch.Report) -> None:
    answer = report.what_if(add="Kubernetes")
    content = answer.to_dict()
    assert content["gain"] == answer.gain
    assert content["changes"][0]["id"] == answer.changes[0].id
    assert list(answer.to_frame()["id"]) == [change.id for change in answer.changes]
    assert "1 year of Kubernetes at work" in answer.to_text()
    assert "Kubernetes" in answer._repr_html_()
    nothing = report.what_if(add="chess" if aimatch.load_taxonomy().find("chess") else "photoshop")
    assert "would stay as it is" in nothing.to_text()
    assert list(nothing.to_frame().columns) == ["id", "label", "before", "after", "points", "reason"]
