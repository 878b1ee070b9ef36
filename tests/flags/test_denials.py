"""contradictory-claims: what is denied in one place and told of in another."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch

JOB = "\n\nExperience\nSystem Administrator, Lagoon Port Services, Feb 2019 - Present\n"
USED = "- Have run three Kubernetes clusters since 2020\n- Wrote the Kubernetes upgrade guide\n"
CASES = [
    ("I have no experience with Kubernetes.", USED, True, "denied above, told of twice below"),
    ("I have never used Kubernetes.", USED, True, "another denial"),
    ("I have no experience with Kubernetes in production.", USED, False, "a limit: in production"),
    ("I have not used Kubernetes yet.", USED, False, "a limit: yet"),
    ("I have no experience with Docker.", USED, False, "another tool"),
    ("I have no experience with Kubernetes.", "- Wrote the Kubernetes upgrade guide\n", False, "told of once"),
    ("I have no experience with Kubernetes.", "Environment: Kubernetes, Linux\n", False, "listed only"),
    (
        "I have no experience with Kubernetes.",
        "- Our vendor runs three Kubernetes clusters\n- The Kubernetes upgrades are done by the vendor\n",
        False,
        "others' work",
    ),
]


def raised(text: str) -> bool:
    flags = aimatch.score(text, "ai-engineer", as_of=date(2026, 11, 1)).flags
    return any(flag.id == "contradictory-claims" for flag in flags)


@pytest.mark.parametrize(("denial", "told", "expected", "why"), CASES)
def test_a_denial_beside_what_a_job_tells(denial: str, told: str, expected: bool, why: str) -> None:
    assert raised(f"Summary\nSystem administrator. {denial}{JOB}{told}") is expected, why


def test_a_denial_beside_a_rating() -> None:
    rated = "Profile\nI have never used Java.\n\nSkills\nJava (expert, 8 years), SQL\n"
    assert raised(rated)
    assert not raised(rated.replace("8 years", "by name"))
