"""No name goes from one line of a list to the next, nor out of a heading; one that a full line broke is one name."""

from __future__ import annotations

import pytest

import aimatch

LISTED = "Jo Doe\n\nSkills\nPython\nPostgreSQL\n{}\n\nEducation\nBSc Physics, Example University, 2010\n"
TOLD = "Jo Doe\n\nExperience\nAnalyst, Foo Ltd, 2018 - 2020\n{}\n\nEducation\nBSc Physics, Example University, 2010\n"


def named(text: str) -> set[str]:
    """The skills that a text names."""
    return {one.skill for one in aimatch.extract(text) if one.kind != "behaviour"}


@pytest.mark.parametrize(
    ("lines", "skills", "never"),
    [
        ("AWS\nKubernetes", {"aws", "kubernetes"}, "amazon-eks"),
        ("Go\nRedis", {"go", "redis"}, "go-libraries"),
        ("Spring\nCloud", {"spring", "cloud-computing"}, "spring-cloud"),
        ("React\nNative iOS", {"react", "ios-development"}, "react-native"),
        ("react\nnative ios", {"react", "ios-development"}, "react-native"),
        ("Azure\nDevOps", {"azure", "devops"}, "azure-devops"),
        ("\u2022 Azure\nDevOps", {"azure", "devops"}, "azure-devops"),
        ("Python, Go\nRedis, SQL", {"go", "redis", "sql"}, "go-libraries"),
    ],
)
def test_each_line_of_a_list_is_a_name_of_its_own(lines: str, skills: set[str], never: str) -> None:
    found = named(LISTED.format(lines))
    assert skills <= found
    assert never not in found


@pytest.mark.parametrize(
    ("lines", "skill", "reason"),
    [
        ("Natural Language\nProcessing", "natural-language-processing", "half a name names nothing"),
        ("Java, Spring\nBoot, Hibernate", "spring-boot", "an item of a list of several lines, whose end names nothing"),
        ("MySQL, Google\nAnalytics, Tableau", "google-analytics", "the same of a maker"),
    ],
)
def test_a_name_broken_in_a_list_stays_one(lines: str, skill: str, reason: str) -> None:
    assert skill in named(LISTED.format(lines)), reason


@pytest.mark.parametrize(
    ("lines", "never", "reason"),
    [
        (
            "Atelier Nord logo\nDesign Intern",
            "graphic-design",
            "small letters before the line end, a capital behind it",
        ),
        (
            "Maintained a shop in Java and Oracle\nApps in React",
            "oracle-e-business-suite",
            "the next item, without a sign",
        ),
    ],
)
def test_a_new_line_ends_a_name(lines: str, never: str, reason: str) -> None:
    assert never not in named(TOLD.format(lines)), reason


@pytest.mark.parametrize(
    ("lines", "skill"),
    [
        ("Worked on the detection of fraud with models of machine\nlearning.", "machine-learning"),
        ("Kept the ledgers of the branch in Microsoft\nExcel and reported to the board", "excel"),
        ("Price forecasts for the region by Sentiment\nAnalysis of the news", "sentiment-analysis"),
        ("Moved the whole of the shop to Azure\nDevOps, which the team of the warehouse asked for", "azure-devops"),
    ],
)
def test_running_text_goes_on(lines: str, skill: str) -> None:
    assert skill in named(TOLD.format(lines))


@pytest.mark.parametrize("heading", ["Experience", "Professional Experience", "EXPERIENCE:", "Work Experience"])
@pytest.mark.parametrize(
    "title", ["Cloud Architect, Umbel Partners, 2020 - 2022", "Cloud Engineer\nFoo Ltd\n2019 - 2021"]
)
def test_no_name_goes_out_of_a_heading(heading: str, title: str) -> None:
    found = named(f"Jo Doe\n\n{heading}\n{title}\n\nEducation\nBSc Physics, Example University, 2010\n")
    assert "salesforce" not in found
