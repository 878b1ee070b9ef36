"""Joint phrases: skills whose shared word is written once; each row with its reason."""

from __future__ import annotations

import pytest

import aimatch


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Machine and deep learning", "machine-learning", "a head shared by two"),
        ("Unit, integration and end-to-end testing", "unit-testing", "an unsure name between does not part them"),
        ("Batch and stream processing", "batch-processing", "an open name"),
        ("Front- and back-end development", "frontend-development", "the hyphen stands for all that follows"),
        ("Front- und Backend mit React", "frontend-development", "the end of a compound in one word"),
        ("Bild- und Sprachverarbeitung", "image-processing", "a compound's last part"),
        ("back- en front-end developer", "backend-development", "Dutch"),
        ("Unit- und Integrationstests", "unit-testing", "the shared part in the plural"),
        ("unit-, integration- and end-to-end tests", "unit-testing", "over a name of several words"),
        ("Web- oder App-Entwicklung", "web-development", "a loan word"),
        ("Datenanalyse und -visualisierung", "data-visualization", "a word that begins as the one before"),
        ("Technical and functional specifications", "business-requirements-documentation", "an open name"),
        ("TDD/BDD", "bdd", "a part of a name that joins two"),
        ("Agile and waterfall teams", "agile", "its first part"),
        ("REST and GraphQL APIs", "rest-api", "a part whose head is shared, of a phrase that is a name itself"),
        ("Troubleshooting and debugging", "debugging", "its second part"),
    ],
)
def test_each_is_named(text: str, skill: str, reason: str) -> None:
    assert skill in {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Skills: Database, Decision Support", "database-administration", "two items of a list"),
        ("Wrote PL/SQL packages", "sql", "what the whole is a case of is no part of it"),
        ("Precision and accuracy", "accuracy-metric", "a trait, not two figures"),
        ("Desks in the front, back-end development", "frontend-development", "no hyphen, no head"),
        ("Long- and short-term memory care", "lstm", "no name of the whole"),
        ("Fitted front- and rear-wheel brakes", "frontend-development", "another whole"),
    ],
)
def test_what_shares_nothing_is_not(text: str, skill: str, reason: str) -> None:
    assert skill not in {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "quotes"),
    [
        ("Wrote functional and technical requirements", "software-requirements", ["technical requirements"]),
        ("Dashboards in Tableau and Power BI", "tableau", ["Tableau"]),
        ("Contract renewals/amendments", "contract-management", ["Contract renewals"]),
        ("Java- und TypeScript-Entwickler", "java", ["Java"]),
        ("up- and downsampling", "imbalanced-data-handling", ["downsampling"]),
    ],
)
def test_what_is_named_already_is_not_named_twice(text: str, skill: str, quotes: list[str]) -> None:
    assert [mention.quote for mention in aimatch.extract(text) if mention.skill == skill] == quotes


@pytest.mark.parametrize(
    ("text", "quotes", "reason"),
    [
        ("Set up Windows XP, Vista, 7 and 8", {"7", "8"}, "the family's name is written once"),
        ("Windows 7 & 10 desktops", {"10"}, "a known version, whatever follows"),
        ("Windows XP/07/08", {"07", "08"}, "numbers with a nought before them"),
        ("Windows 98/2000/XP", {"2000"}, "a year that has a name of its own"),
        ("SQL Server 2005/2008/2012", set(), "years of one product, which is named already"),
        ("Windows 7, 10 laptops", set(), "a number that counts, though such a version exists"),
        ("Windows XP, 2000 - 2004 at a mill", set(), "a span of years"),
        ("Windows XP, 10/2000", set(), "a date"),
        ("Windows XP, 7% fewer calls", set(), "a measure"),
    ],
)
def test_versions_are_named_behind_their_family(text: str, quotes: set[str], reason: str) -> None:
    assert {m.quote for m in aimatch.extract(text) if m.via == "joint"} == quotes, reason


COMPOUNDS = [
    ("Pythonentwickler bei einer Bank", {"python"}),
    ("Excelkenntnisse, SQLKenntnisse und Linuxkenntnisse", {"excel", "sql", "linux"}),
    ("Javaontwikkelaar met Pythonkennis", {"java", "python"}),
    ("Grundkenntnisse, Weiterentwicklung, Projectontwikkeling, Berufserfahrung, Brandschutzschulung", set()),
]


@pytest.mark.parametrize(("text", "skills"), COMPOUNDS)
def test_compounds_in_one_word_name_what_they_begin_with(text: str, skills: set[str]) -> None:
    found = aimatch.extract(text)
    assert {one.skill for one in found if one.kind == "technology"} == skills
    assert all(text[one.start : one.end] == one.quote for one in found)


def test_the_code_of_an_exam_names_no_other_product() -> None:
    assert "sap" not in {one.skill for one in aimatch.extract("Passed AWS SAP-C02.")}
