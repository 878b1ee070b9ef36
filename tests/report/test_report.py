"""The whole way from a source to a report, as a user of the package goes it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.model import Flag
from aimatch.profile import Profile
from aimatch.report import SEVERITIES, STRENGTHS, Failure, Report, assemble

TEXT = """Zoe Quist
zoe.quist@example.com

Experience

Machine Learning Engineer, Acme, Jan 2020 - Present
- Built PyTorch models in Python, serving 2M users
- No experience with Java

Education
MSc Computer Science, Example University, 2019

Skills
Python, SQL, Docker
"""
AS_OF = date(2026, 11, 1)


def test_every_kind_of_source_gives_the_same_numbers(tmp_path: Path) -> None:
    path = tmp_path / "zoe.txt"
    path.write_text(TEXT, "utf-8")
    reports = [
        aimatch.score(source, as_of=AS_OF)
        for source in (TEXT, path, str(path), TEXT.encode(), io.BytesIO(TEXT.encode()), aimatch.read(TEXT))
    ]
    assert len({one.coverage for one in reports}) == 1
    assert len({one.input_sha256 for one in reports}) == 1
    assert [one.source for one in reports] == [None, "zoe.txt", "zoe.txt", None, None, None]


def test_a_json_resume_is_scored() -> None:
    report = aimatch.score(
        {
            "basics": {"name": "Zoe Quist"},
            "work": [
                {"name": "Acme", "position": "Data Engineer", "startDate": "2020-01", "summary": "Python and SQL"}
            ],
        },
        as_of=AS_OF,
    )
    assert {"python", "sql"} <= {one.skill for one in report.skills}


@pytest.mark.parametrize("source", [None, 3, ["a list"], object()])
def test_another_type_is_a_type_error(source: object) -> None:
    with pytest.raises(TypeError):
        aimatch.score(source)  # type: ignore[arg-type]


def test_a_missing_file_is_never_scored_as_text() -> None:
    with pytest.raises(FileNotFoundError):
        aimatch.score("no-such-resume.pdf")
    with pytest.raises(FileNotFoundError):
        aimatch.score(Path("no-such-resume"))


def test_points_sum_to_the_coverage_exactly_in_any_order() -> None:
    report = aimatch.score(TEXT, as_of=AS_OF)
    points = [one.points for one in report.requirements]
    assert sum(points) == sum(reversed(points)) == sum(sorted(points)) == report.coverage
    assert 0 < report.coverage < 1
    assert report.low <= report.coverage <= report.high
    assert len(report.requirements) == 33


def test_the_day_decides_what_present_means() -> None:
    early, late = (aimatch.score(TEXT, as_of=date(year, 1, 1)) for year in (2021, 2026))
    assert early.experience_months < late.experience_months
    assert early.as_of == date(2021, 1, 1)
    assert aimatch.score(TEXT).as_of == date.today()


def test_skills_are_those_asserted_best_shown_first() -> None:
    report = aimatch.score(TEXT, as_of=AS_OF)
    ids = [one.skill for one in report.skills]
    assert {"python", "pytorch", "sql", "docker"} <= set(ids)
    assert "java" not in ids
    assert all(one.mentions[0].kind != "behaviour" for one in report.skills)
    order = [STRENGTHS.index(one.strength) for one in report.skills]
    assert order == sorted(order, reverse=True)


def test_of_skills_shown_alike_the_longest_used_is_first() -> None:
    job = "Engineer, {}, {}\n- Wrote the booking service in {} for growers\n\n"
    text = (
        "Experience\n"
        + job.format("Acme Corp", "Jan 2020 - Dec 2021", "Java")
        + job.format("Beta Ltd", "Jan 2012 - Dec 2019", "Python")
    )
    skills = aimatch.score(text, as_of=AS_OF).skills
    assert [(one.skill, one.months) for one in skills] == [("python", 96), ("java", 24)]


def test_a_skill_that_is_told_and_named_is_one_of_the_skills() -> None:
    text = "Experience\nClerk, Acme Corp, Jan 2019 - Dec 2021\n- Answered the phones of two clinics\n\nSkills\nCustomer service"
    (skill,) = aimatch.score(text, as_of=AS_OF).skills
    assert (skill.skill, {one.kind for one in skill.mentions}) == ("customer-service", {"behaviour", "soft"})


def test_a_mention_quotes_the_text_it_was_found_in() -> None:
    for mention in aimatch.extract(TEXT):
        assert TEXT[mention.start : mention.end] == mention.quote
    starts = [mention.start for mention in aimatch.extract(TEXT)]
    assert starts == sorted(starts)


def test_hidden_text_adds_nothing_and_is_reported() -> None:
    body = "<h1>Zoe Quist</h1><h2>Experience</h2><p>Engineer, Acme, 2020 - 2024</p><ul><li>Wrote Python</li></ul>"
    hidden = '<p style="display:none">Skills: TensorFlow, AWS SageMaker, Kubernetes, SQL</p>'
    honest = aimatch.score(f"<html><body>{body}</body></html>".encode(), as_of=AS_OF)
    padded = aimatch.score(f"<html><body>{body}{hidden}</body></html>".encode(), as_of=AS_OF)
    assert padded.coverage == honest.coverage
    assert [one.skill for one in padded.skills] == [one.skill for one in honest.skills]
    assert honest.hidden_text_would_add == 0
    assert padded.hidden_text_would_add > 0
    assert "hidden-text" in {flag.id for flag in padded.flags}


@pytest.mark.parametrize(
    "words",
    [
        "PyTorch TensorFlow Kubernetes Docker AWS SageMaker NLP",
        "Trained the models of the fare engine in PyTorch on Kubernetes",
    ],
)
def test_hidden_text_would_add_what_it_adds_where_it_is_seen(words: str) -> None:
    page = (
        "<html><body><h1>Zoe Quist</h1><h2>Experience</h2><p>Engineer, Acme, 2020 - 2024</p><ul><li>Wrote the fare engine"
        " in Java</li></ul>{}<h2>Skills</h2><p>Java, SQL</p></body></html>"
    )
    without = aimatch.score(page.format("").encode(), as_of=AS_OF).coverage
    seen = aimatch.score(page.format(f"<p>{words}</p>").encode(), as_of=AS_OF).coverage
    hidden = aimatch.score(page.format(f'<p style="color:#fff">{words}</p>').encode(), as_of=AS_OF)
    assert hidden.coverage == without
    assert hidden.hidden_text_would_add == pytest.approx(seen - without)


def test_a_read_resume_can_be_scored_against_many_roles() -> None:
    resume = aimatch.read(TEXT)
    reports = [aimatch.score(resume, name, as_of=AS_OF) for name in aimatch.profile_names()]
    assert [one.profile for one in reports] == list(aimatch.profile_names())


def test_the_same_input_gives_the_same_bytes_in_any_process() -> None:
    code = f"import aimatch, datetime; print(aimatch.score({TEXT!r}, as_of=datetime.date(2026, 11, 1)).to_json())"
    expected = aimatch.score(TEXT, as_of=AS_OF).to_json()
    for seed in ("0", "1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            timeout=120,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        assert done.stdout.decode().rstrip("\n") == expected


def test_flags_are_sorted_by_severity_and_keep_their_order_within(role: Profile) -> None:
    from aimatch.evidence import gather
    from aimatch.score import cover
    from aimatch.taxonomy import load_taxonomy

    taxonomy = load_taxonomy()
    evidence = gather(aimatch.read(TEXT), taxonomy, as_of=AS_OF)
    severities = ("info", "serious", "caution", "serious")
    flags = tuple(
        Flag(id=f"flag-{number}", severity=one, message="?", evidence=(), innocent_explanations=("a slip",))  # type: ignore[arg-type]
        for number, one in enumerate(severities)
    )
    report = assemble(evidence, cover(evidence, role, taxonomy), flags, role, taxonomy)
    assert [flag.id for flag in report.flags] == ["flag-1", "flag-3", "flag-2", "flag-0"]
    assert SEVERITIES.index(report.flags[0].severity) == 0


def test_a_report_shows_itself_in_one_line() -> None:
    shown = repr(aimatch.score(TEXT, as_of=AS_OF))
    assert shown.startswith("<Report of a resume for ai-engineer: coverage 0.")
    assert len(shown) < 200


def test_a_failure_keeps_what_the_error_knows() -> None:
    error = aimatch.EncryptedFile("needs a password", source="a.pdf", place="the file", remedy="ask for one without")
    assert Failure.of("sub/a.pdf", error) == Failure(
        source="sub/a.pdf",
        error="EncryptedFile",
        reason="needs a password",
        place="the file",
        remedy="ask for one without",
    )
    assert Failure.of("b", OSError("disk on fire")).reason == "disk on fire"
    assert Failure.of("b", MemoryError()).reason == "MemoryError"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_report(text: str) -> None:
    try:
        report = aimatch.score(f"A\nB\n{text}", as_of=AS_OF)  # of one line it may be the name of a file
    except aimatch.ReadError:
        return  # such as no text at all
    assert isinstance(report, Report)
    assert 0 <= report.coverage <= 1
    report.to_json()


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(3)), st.floats(min_value=0.01, max_value=1000))
def test_order_and_scale_of_the_weights_change_nothing(order: list[int], scale: float) -> None:
    rows = [
        {"id": "python", "skills": ["python"], "weight": 2.0},
        {"id": "sql", "skills": ["sql"], "weight": 1.0},
        {"id": "java", "skills": ["java"], "weight": 4.0},
    ]
    resume = aimatch.read(TEXT)
    plain = aimatch.score(resume, {"id": "x", "requirements": rows}, as_of=AS_OF)
    changed = [{**rows[number], "weight": rows[number]["weight"] * scale} for number in order]  # type: ignore[operator]
    other = aimatch.score(resume, {"id": "x", "requirements": changed}, as_of=AS_OF)
    assert other.coverage == plain.coverage
