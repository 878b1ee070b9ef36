"""Status over the sentences of each file in ``sentences/``, whose README tells their form."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import aimatch

STATUS = {"A": "asserted", "N": "negated", "W": "aspirational", "O": "other-person"}
FILES = sorted((Path(__file__).parent / "sentences").glob("*.txt"))
LINES = [
    pytest.param(line, id=f"{file.stem}: {line}")
    for file in FILES
    for line in file.read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def test_every_sentence_stands_once() -> None:
    texts = [str(line.values[0]).removeprefix("? ").rpartition(" || ")[0] for line in LINES]
    assert [text for text, times in Counter(texts).items() if times > 1] == []


def whole(text: str, quote: str) -> int:
    """Where a quote first stands in a text as a whole word."""
    at = text.find(quote)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(quote) : at + len(quote) + 1]
        if not before.isalnum() and not after.isalnum():
            return at
        at = text.find(quote, at + 1)
    return text.index(quote)


@pytest.mark.parametrize("line", LINES)
def test_the_status_that_a_reader_gives(line: str, request: pytest.FixtureRequest) -> None:
    if line.startswith("? "):
        request.applymarker(pytest.mark.xfail(strict=True, reason="known to fail"))
    text, _, told = line.removeprefix("? ").rpartition(" || ")
    text = text.replace("\\n", "\n")
    mentions = [mention for mention in aimatch.extract(text) if mention.kind != "behaviour"]
    for item in told.split("; "):
        quote, _, letter = item.rpartition("=")
        at = whole(text, quote)
        near = [mention for mention in mentions if mention.start < at + len(quote) and at < mention.end]
        assert near, f"{quote} is not found"
        best = min(near, key=lambda mention: abs(mention.start - at) + abs(mention.end - at - len(quote)))
        assert best.status == STATUS[letter], quote
