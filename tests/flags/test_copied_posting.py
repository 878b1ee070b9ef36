"""copied-posting: sentences of the posting, not its tools and not a trade's stock phrases."""

from __future__ import annotations

from pathlib import Path

import pytest

import aimatch

POSTING = """Data Engineer
You will design and maintain the nightly pipelines that bring the orders of all shops into the warehouse before markets open.
You work closely with the analysts of four countries and explain to them why a number changed since yesterday.
We offer a pension and a canteen.
Requirements: Python, SQL, Spark, Airflow, Kafka, dbt, Snowflake, Terraform, Docker, Kubernetes, AWS, GCP, Azure, Git
"""
HEAD = "EXPERIENCE\nData Engineer, Foo Ltd, Jan 2020 - Present\n"
ONE = "- Design and maintain the nightly pipelines that bring the orders of all shops into the warehouse before markets open\n"
TWO = "- work closely with the ANALYSTS of four countries, and explain to them why a number changed since yesterday!\n"

COPIED = [
    (HEAD + ONE + TWO, "two sentences, another case and other signs"),
    (HEAD + ONE.replace(" ", "\n  ", 9) + TWO, "broken over lines"),
]

NOT_COPIED = [
    (HEAD + ONE, "one sentence may be chance or habit"),
    (
        HEAD + "- Maintain nightly pipelines for the orders of all shops\n- Explain to analysts why a number changed\n",
        "the same work in one's own words",
    ),
    (
        HEAD
        + "- Loads\n\nSKILLS\nPython, SQL, Spark, Airflow, Kafka, dbt, Snowflake, Terraform, Docker, Kubernetes, AWS, GCP, "
        "Azure, Git\n\nTOOLS\nPython, SQL, Spark, Airflow, Kafka, dbt, Snowflake, Terraform, Docker, Kubernetes, AWS, GCP\n",
        "lists of the same tools are alike",
    ),
    (
        f"{HEAD}- Loads\n\nSKILLS\nPython\n\nOn 3 Nov 2026, 10:12, Foo <jobs@example.org> wrote:\n"
        + "".join(f"> {line}\n" for line in POSTING.splitlines()),
        "the posting itself, quoted below the answer to it",
    ),
]

TOOLS = """Data Engineer
Our stack is Python SQL Spark Airflow Kafka and dbt beside Snowflake Terraform Docker Kubernetes.
You will run AWS GCP Azure Git Jenkins Redis and MongoDB beside React Angular Elasticsearch.
"""
PROSE = TOOLS.replace("Python SQL", "plain old").replace("AWS GCP", "our own")
OF_NAMES = [
    (TOOLS, False, "ten of fifteen words are names: a list in a sentence's dress"),
    (PROSE, True, "eight are not, and it is a sentence"),
]


def flag(resume: str, posting: object) -> aimatch.Flag | None:
    report = aimatch.score(resume, posting=posting)  # type: ignore[arg-type]
    return next((one for one in report.flags if one.id == "copied-posting"), None)


@pytest.mark.parametrize(("text", "reason"), COPIED, ids=[row[1] for row in COPIED])
def test_copied(text: str, reason: str) -> None:
    found = flag(text, POSTING)
    assert found is not None, reason
    assert all(text[one.start : one.end] == one.quote for one in found.evidence)
    assert found.message.endswith("?")


@pytest.mark.parametrize(("text", "reason"), NOT_COPIED, ids=[row[1] for row in NOT_COPIED])
def test_not_copied(text: str, reason: str) -> None:
    assert flag(text, POSTING) is None, reason


def test_without_a_posting_nothing_is_compared() -> None:
    assert flag(HEAD + ONE + TWO, None) is None


def test_the_posting_may_be_a_file_or_a_job_posting(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, "utf-8")
    assert flag(HEAD + ONE + TWO, path) is not None
    assert flag(HEAD + ONE + TWO, {"@type": "JobPosting", "title": "Data Engineer", "description": POSTING}) is not None


def test_a_posting_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    with pytest.raises(aimatch.ReadError, match="JobPosting"):
        flag(HEAD, {"name": "no posting"})
    with pytest.raises(FileNotFoundError):
        flag(HEAD, tmp_path / "missing.txt")


@pytest.mark.parametrize(("posting", "expected", "reason"), OF_NAMES, ids=[row[2] for row in OF_NAMES])
def test_the_share_of_names_from_which_a_run_is_a_list(posting: str, expected: bool, reason: str) -> None:
    _, one, two = posting.splitlines()
    assert (flag(f"{HEAD}- {one}\n- {two}\n", posting) is not None) is expected, reason
