"""A profile read off a posting, and its form as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

import aimatch
from aimatch.job import to_toml

POSTING = """Senior ML Engineer

About us
Our platform runs on Salesforce and serves bakeries.

Requirements
- 5+ years of experience in Python
- PyTorch or TensorFlow
- Bachelor's degree in computer science

Nice to have
- Kubernetes

Benefits
- Excel course for everybody
"""


@pytest.fixture
def profile() -> aimatch.Profile:
    return aimatch.profile_from_job(POSTING)


def test_needs_follow_the_headings(profile: aimatch.Profile) -> None:
    needs = {skill: row.need for row in profile.requirements for skill in row.skills}
    assert needs["python"] == "must"
    assert needs["kubernetes"] == "nice"


def test_alternatives_are_one_requirement(profile: aimatch.Profile) -> None:
    assert any({"pytorch", "tensorflow"} <= set(row.skills) for row in profile.requirements)


def test_the_employer_and_its_benefits_ask_nothing(profile: aimatch.Profile) -> None:
    asked = {skill for row in profile.requirements for skill in row.skills}
    assert not asked & {"salesforce", "microsoft-excel", "excel"}


def test_years_degree_and_seniority(profile: aimatch.Profile) -> None:
    assert (profile.min_years, profile.degree_min, profile.seniority) == (5.0, "bachelor", "senior")


def test_the_file_reads_back(profile: aimatch.Profile, tmp_path: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text(to_toml(profile), "utf-8")
    again = aimatch.load_profile(path)
    assert [(row.id, row.skills, row.need) for row in again.requirements] == [
        (row.id, row.skills, row.need) for row in profile.requirements
    ]
