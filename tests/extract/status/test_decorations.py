"""What is told by tables, ratings, labels and headings holds in each way of writing them."""

from __future__ import annotations

from itertools import product

import pytest

import aimatch

HEAD = "Ilse Brandt\nEngineer\n\nEmployment\nDeveloper, Lindholm Freight, 2017 - 2024\n- Invoice checks in Perl.\n\n"
NAMES = (("Java",), ("Docker", "Kafka"), ("reinforcement learning", "Azure", "GraphQL"))
ROWS = (
    "| {} | {} |",
    "{}\t{}",
    "{}: {}",
    "**{}**: {}",
    "- **{}:** {}",
    "{} - {}",
    "{} \u2014 {}",
    "{:<18}{}",
    "{} | {}",
    "[{}] {}",
    "{} = {}",
    "| **{}** | {} |",
)
KEYS = {
    "negated": ("never", "not at all", "none", "gone", "not yet"),
    "aspirational": ("someday", "reading it now", "on my list", "in the evenings"),
    "other-person": ("colleagues", "the vendor", "our ops team"),
    "asserted": ("weekly", "rusty", "used to"),
}
RATED = (
    "| {} | {} | {} |",
    "{} ........ {}   {}",
    "{:<14} {}   {}",
    "{}\t{}\t{}",
    "- {}: {}/5, {}",
    "* {} - {} - {}",
    "{}: {} ({})",
)
REMARKS = {
    "negated": ("not yet", "installed, never opened", "no need so far"),
    "aspirational": ("on my list for 2027", "hope to start in spring", "signed up for a course"),
    "other-person": ("the devs have it", "customers use it, we only hand over files"),
}
HEADINGS = ("## {}", "{}", "{}:", "**{}**", "*** {} ***", "[ {} ]", "### {}:", "{}\n===========")
HEADED = {
    "negated": ("What you will not find here", "NOT IN THE BOX", "Gaps, said openly", "Nothing to show yet"),
    "aspirational": ("Now and next", "On the bench", "Up next", "Wish list"),
    "asserted": ("Not just code", "Present duties", "What you will find here"),
}


def told(text: str) -> dict[str, str]:
    """The status of each name in a text."""
    return {mention.quote: mention.status for mention in aimatch.extract(HEAD + text) if mention.kind != "behaviour"}


@pytest.mark.parametrize(("row", "status"), list(product(ROWS, KEYS)))
def test_a_row_keyed_by_a_status(row: str, status: str) -> None:
    for key, names in product(KEYS[status], NAMES):
        rows = [row.format("daily", "Python, SQL"), row.format("sometimes", "Git"), row.format(key, ", ".join(names))]
        for text in ("\n".join(rows), "\n".join(reversed(rows))):
            expected = dict.fromkeys(("Perl", "Python", "SQL", "Git"), "asserted") | dict.fromkeys(names, status)
            assert expected.items() <= told(text).items(), text


@pytest.mark.parametrize(("row", "status"), list(product(RATED, REMARKS)))
def test_a_rating_of_nothing_and_its_remark(row: str, status: str) -> None:
    for remark, name in product(REMARKS[status], ("Java", "Rust", "Tableau")):
        text = "\n".join(
            row.format(*cells) for cells in (("Python", 5, "daily"), (name, 0, remark), ("Git", 3, "2026"))
        )
        assert {"Python": "asserted", name: status, "Git": "asserted"}.items() <= told(text).items(), text


@pytest.mark.parametrize(("heading", "status"), list(product(HEADINGS, HEADED)))
def test_a_heading_over_a_list(heading: str, status: str) -> None:
    for words, names, bullet in product(HEADED[status], NAMES, ("- ", "* ", "\u2022 ")):
        listed = "\n".join(bullet + name for name in names)
        text = f"Tools\nPython\n\n{heading.format(words)}\n{listed}\n\n{heading.format('School')}\nBSc Physics, 2014"
        assert {"Python": "asserted", **dict.fromkeys(names, status)}.items() <= told(text).items(), text


@pytest.mark.parametrize("credential", ["CCNA", "CKA", "CISSP", "Security+"])
def test_a_credential_that_lapsed(credential: str) -> None:
    for remark in (
        " 2016, expired 2019",
        " (expired)",
        " in 2016; it expired 2019",
        ", no longer valid",
        " - lapsed in May 2021",
    ):
        assert told(f"Papers\n{credential}{remark}\nDocker")[credential] == "negated", remark
    for remark in (" 2016, valid until 2029", " 2017, expired 2020, renewed 2022", " 2019"):
        assert told(f"Papers\n{credential}{remark}\nDocker")[credential] == "asserted", remark
