"""A line that ends where its column does goes on below; one that could have gone on and did not is whole."""

from __future__ import annotations

import textwrap

import pytest

import aimatch
from aimatch.extract.wraps import unwrapped

ITEM = (
    "• Planned the berths of the ships with a model of the tides, and told the pilots of the harbour every morning what\n"
    "Northwind had found"
)
CASES = [
    ("the berths of all the ships in the harbour\nand of those outside", True, "goes on in small letters"),
    (ITEM, True, "the rest of an item, whatever it begins with"),
    ("the berths of the ships in the harbour\n(and of those outside)", True, "goes on with a bracket"),
    ("the berths of the ships\nand of those that had to wait outside the harbour", False, "had room for the next word"),
    ("Planned the berths of the ships in the harbour\nTaught the pilots of it", False, "a line of its own"),
    ("Planned the berths of the ships in the harbour\n• Taught the pilots", False, "the next item"),
    ("Planned the berths of the ships in the harbour\n2. Taught the pilots", False, "the next item, numbered"),
    ("sometimes: the berths of ships in the harbour\nnever: the pilots", False, "the next row, behind its label"),
    ("the berths of all the ships in the har-\nbour", False, "a broken word, which is put together elsewhere"),
    ("berths of the ships\tin the harbour of ours\nand of the others", False, "cells"),
    ("python, sql, rust\ndocker, git", False, "too narrow to tell"),
]


@pytest.mark.parametrize(("text", "joined", "reason"), CASES)
def test_soft_wraps(text: str, joined: bool, reason: str) -> None:
    assert unwrapped(text) == (text.replace("\n", " ") if joined else text), reason


def test_no_heading_is_joined() -> None:
    text = "the berths of all the ships in the harbour\nand of those outside"
    assert unwrapped(text, {0}) == unwrapped(text, {text.index("\n") + 1}) == text


ITEMS = """Experience

Engineer, Northwind Harbour
Jan 2020 - Dec 2023
• Invented names are counted by comparing the output of NER on the calls of the pilots and on what the model wrote of them afterwards.
• Moved the berths into a database of our own. The dashboards in Grafana and the clusters of Kubernetes below it are Contoso's work, we only open tickets there when they fail.
• Drift: each week a sample of the pictures is labelled by hand, and the model trained anew where the share of errors has grown.
"""


@pytest.mark.parametrize("width", [50, 60, 70, 80, 95, 110])
def test_the_width_of_a_column_changes_no_reading(width: int) -> None:
    broken = "\n".join(part for line in ITEMS.split("\n") for part in textwrap.wrap(line, width) or [""])

    def told(text: str) -> set[tuple[str, str]]:
        return {(mention.skill, mention.status) for mention in aimatch.extract(text) if mention.kind != "behaviour"}

    assert told(broken) == told(ITEMS)
    assert {("named-entity-recognition", "asserted"), ("drift-detection", "asserted")} <= told(ITEMS)
