"""Mistakes in labels are told with file, line, place and remedy; whole labels are read as they are."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
RESUME: dict[str, Any] = {
    "id": "r1",
    "as_of": "2026-11-01",
    "text": "Runa Vik. Keeps Postgres up.",
    "labels": {
        "skills": [{"name": "PostgreSQL", "quote": "Postgres", "kind": "tech", "status": "asserted"}],
        "requirements": {"sql": 1},
        "fit": 10,
        "flags": dict.fromkeys(
            ("hype_without_production", "no_real_data_or_infra", "unsupported_skills", "keyword_stuffing", "timeline"),
            "no",
        ),
    },
}
SPANS: dict[str, Any] = {"id": "s1", "text": "Keeps Postgres up", "spans": [{"start": 6, "end": 14, "label": "skill"}]}
CASE: dict[str, Any] = {
    "id": "c1", "group": "names", "text": "Keeps Postgres up", "expect": [{"quote": "Postgres", "skill": "sql", "start": 6}]
}  # fmt: skip
JOB: dict[str, Any] = {
    "id": "j1", "text": "Postgres is a must", "labels": {"requirements": [{"name": "SQL", "kind": "tech", "need": "must"}]}
}  # fmt: skip
ROWS = {"resumes": RESUME, "spans": SPANS, "challenge": CASE, "jobs": JOB}
Change = Callable[[dict[str, Any]], Any]


@pytest.fixture
def rows_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path, str], list[dict[str, Any]]]:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    from label_rows import rows_of  # type: ignore[import-not-found]

    return rows_of  # type: ignore[no-any-return]


@pytest.mark.parametrize("part", ROWS)
def test_whole_labels_are_read(part: str, tmp_path: Path, rows_of: Any) -> None:
    (tmp_path / "a.jsonl").write_text(f"\n{json.dumps(ROWS[part])}\n", "utf-8")
    assert rows_of(tmp_path / "a.jsonl", part) == [ROWS[part]]


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        (
            "resumes",
            lambda row: row["labels"]["flags"].pop("timeline"),
            "labels.flags.timeline is missing; give one of yes, no",
        ),
        (
            "resumes",
            lambda row: row["labels"]["flags"].update(timeline=True),
            "labels.flags.timeline is True; give one of",
        ),
        ("resumes", lambda row: row["labels"].pop("fit"), "labels.fit is missing; give a number from 0 to 100"),
        ("resumes", lambda row: row["labels"].update(fit="high"), "labels.fit is 'high'; give a number"),
        ("resumes", lambda row: row.pop("labels"), "labels is missing"),
        ("resumes", lambda row: row.update(as_of="01.11.2026"), "as_of is '01.11.2026'; give a day as 2026-11-30"),
        ("resumes", lambda row: row["labels"]["skills"][0].pop("status"), "labels.skills[0].status is missing"),
        (
            "resumes",
            lambda row: row["labels"]["skills"][0].update(kind="tool"),
            "labels.skills[0].kind is 'tool'; give one",
        ),
        ("resumes", lambda row: row["labels"]["skills"].append("Go"), "labels.skills[1] is 'Go'; give an object"),
        ("resumes", lambda row: row["labels"]["skills"][0].update(quote="Oracle"), "quote 'Oracle' is not in the text"),
        ("resumes", lambda row: row["labels"]["skills"][0].update(near="up high"), "near 'up high' must be a part"),
        (
            "resumes",
            lambda row: row["labels"]["requirements"].update(sql=3),
            "labels.requirements.sql is 3; give one of 0",
        ),
        (
            "resumes",
            lambda row: row["labels"]["requirements"].update(sqll=1),
            "sqll is no requirement of the AI engineer",
        ),
        ("spans", lambda row: row["spans"][0].update(end=99), "spans[0] is 6 to 99 of 17 characters"),
        ("spans", lambda row: row["spans"][0].update(start="6"), "spans[0].start is '6'; give a whole number"),
        ("challenge", lambda row: row["expect"][0].update(start=5), "expect[0].start is 5, where the text reads"),
        ("challenge", lambda row: row["expect"][0].pop("skill"), "expect[0].skill is missing; give a text"),
        (
            "jobs",
            lambda row: row["labels"]["requirements"][0].update(need="maybe"),
            "need is 'maybe'; give one of must, nice",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_remedy(
    part: str, change: Change, told: str, tmp_path: Path, rows_of: Any
) -> None:
    wrong = copy.deepcopy(ROWS[part])
    change(wrong)
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps({**ROWS[part], 'id': 'whole'})}\n{json.dumps(wrong)}\n", "utf-8")
    with pytest.raises(SystemExit) as error:
        rows_of(path, part)
    message = str(error.value)
    assert message.startswith(f"{path}:2: ")
    assert told in message
    assert message.endswith(f"1 mistake in {path}")


def test_broken_lines_and_rows_of_one_id_are_told_together(tmp_path: Path, rows_of: Any) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(JOB)}\n{{'id': 1}}\n[]\n{json.dumps(JOB)}\n", "utf-8")
    with pytest.raises(SystemExit) as error:
        rows_of(path, "jobs")
    first, second, third, last = str(error.value).split("\n")
    assert first.startswith(f"{path}:2: is no JSON: ")
    assert second == f"{path}:3: is no JSON object; write one object a line"
    assert third == f"{path}:4: id 'j1' is also that of line 1; give each row its own"
    assert last == f"3 mistakes in {path}"


#: What the labels that come with the repository must at least show: somewhat below what they do (README).
FLOORS = [
    ("resumes", "skills f1", 0.915, "names and places of skills"),
    ("resumes", "skill names right", 0.97, "which skill a name means"),
    ("resumes", "requirements kappa", 0.83, "credits beside a reader's judgement"),
    ("resumes", "fit pairs in order", 0.94, "the ranking"),
    ("challenge", "passed", 0.9, "single hard passages"),
]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    path = tmp_path_factory.mktemp("accuracy") / "figures.json"
    command = [
        sys.executable,
        str(ROOT / "benchmarks/accuracy.py"),
        str(ROOT / "benchmarks/labels"),
        "--json",
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    found: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))
    return found


@pytest.mark.parametrize(("part", "measure", "floor", "why"), FLOORS)
def test_the_labels_of_the_repository(
    figures: dict[str, dict[str, float]], part: str, measure: str, floor: float, why: str
) -> None:
    assert figures[part][measure] >= floor, why
