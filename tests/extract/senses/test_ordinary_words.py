"""Names that everybody uses as words, in sentences of other trades and of the field (``ordinary_words.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

import aimatch

LINES = [
    line
    for line in Path(__file__).with_name("ordinary_words.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]

#: Keywords of a resume that names no technology but those of every office, and the skill that one of them is elsewhere.
KEYWORDS = "Inventory, exchange, money, networking, storage, modeling, lighting, cash registers, Excel, Word, support."
TEXT = f"SALES ASSOCIATE\nSummary\nFriendly person with nine years of shops, tills and markets behind me.\nSkills\n{KEYWORDS}\n"
JOB = (
    "Experience\nShop assistant, Tamm & Sons, 2012 - 2021\n"
    + "- Dressed the windows, counted the stock and served at the till on weekends and feast days.\n" * 5
)
ELSEWHERE = ["exchange-server", "computer-networking", "storage-administration", "model-training"]


@pytest.mark.parametrize("line", LINES)
def test_the_word_means_what_its_sentence_says(line: str) -> None:
    sign, rest = line.split(" ", 1)
    skills, text = rest.split(" | ", 1)
    found = {mention.skill for mention in aimatch.extract(text)}
    expected = set(skills.split(", "))
    assert (expected <= found) if sign == "+" else not (expected & found)


def test_keywords_of_another_trade_are_no_skills() -> None:
    found = {mention.skill for mention in aimatch.extract(TEXT + JOB)}
    assert not found.intersection(ELSEWHERE)
    assert "excel" in found


@pytest.mark.parametrize("field", ["Help desk", "Cisco, Linux, VMware"])
def test_beside_a_field_of_computing_they_are(field: str) -> None:
    text = (TEXT + JOB).replace("Inventory,", f"{field}, networking, storage, inventory,")
    assert {"computer-networking", "storage-administration"} <= {mention.skill for mention in aimatch.extract(text)}
