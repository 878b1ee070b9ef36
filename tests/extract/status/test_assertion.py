"""Status with its scope: one table of (text, status by skill), each row with its reason."""

from __future__ import annotations

import pytest

import aimatch

A, N, P, O = "asserted", "negated", "aspirational", "other-person"  # noqa: E741

CASES = [
    (
        "No experience of Kubernetes and Terraform, but solid Docker work.",
        {"kubernetes": N, "terraform": N, "docker": A},
        "the scope ends at 'but'",
    ),
    ("At ease not only in PyTorch but also in JAX.", {"pytorch": A, "jax": A}, "'not only' denies nothing"),
    (
        "The ranking runs on NumPy alone, without using Keras or PyTorch.",
        {"numpy": A, "keras": N, "pytorch": N},
        "both alternatives are denied",
    ),
    ("Skills: Python, SQL (no Java)", {"python": A, "sql": A, "java": N}, "a parenthesis closes the scope"),
    ("Cloud: AWS | Azure: none | GCP", {"aws": A, "azure": N}, "an answer after a colon"),
    (
        "Tools I have not used:\n- dbt\n- Looker\nTools I use daily:\n- BigQuery",
        {"dbt": N, "looker": N, "bigquery": A},
        "a line that rules the list under it",
    ),
    ("Kept no fewer than nine Airflow schedules alive.", {"airflow": A}, "'no fewer than' denies nothing"),
    (
        "Neither Hadoop nor Kafka so far; PostgreSQL every day.",
        {"hadoop": N, "kafka": N, "postgresql": A},
        "neither, nor, semicolon",
    ),
    ("I don't know Rust. C++ feeds me every day.", {"rust": N, "cpp": A}, "a full stop closes the scope"),
    ("Curious colleague, eager to learn Rust, then Kubernetes.", {"rust": P, "kubernetes": P}, "a wish covers both"),
    ("Proficient in Python; currently learning JAX.", {"python": A, "jax": P}, "learning goes on"),
    (
        "Completed the Deep Learning course with projects in TensorFlow.",
        {"deep-learning": A, "tensorflow": A},
        "completed study counts",
    ),
    ("Transfer learning with PyTorch.", {"transfer-learning": A, "pytorch": A}, "'learning' within a name"),
    ("AWS Solutions Architect (in progress), Python", {"python": A}, "an item's remark rules the item alone"),
    (
        "The platform team ran Kafka with Java; my own service was in Python.",
        {"java": O, "kafka": O, "python": A},
        "another team's clause",
    ),
    ("My team and I brought sixty services over to Kubernetes.", {"kubernetes": A}, "the candidate is one of them"),
    ("The client's product is in C#; what I wrote for it is Python.", {"csharp": O, "python": A}, "the client's stack"),
    ("Hired engineers skilled in Kubernetes and React.", {"kubernetes": O, "react": O}, "the skills of those hired"),
    ("Led the team that built the pipeline on Kafka.", {"kafka": A}, "leading the builders is experience"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[row[2] for row in CASES])
def test_status(text: str, expected: dict[str, str], reason: str) -> None:
    statuses = {mention.skill: mention.status for mention in aimatch.extract(text)}
    assert {skill: statuses.get(skill) for skill in expected} == expected, reason
