"""What hidden text would have added is judged where it lies."""

from __future__ import annotations

import pytest

from aimatch.model import Document, HiddenText
from aimatch.pipeline import _with_hidden_text

PLACES = [
    ("a b\nc d", 3, "a b\nX\nc d", "between two lines it is one of the same part, with no empty line around it"),
    ("a b c d", 3, "a b\nX\n c d", "within a line it parts it"),
    ("a b", None, "a b\n\nX", "what lies nowhere is a part of its own at the end"),
    ("a b", 3, "a b\nX", "at the very end"),
]


@pytest.mark.parametrize(("text", "at", "expected", "reason"), PLACES, ids=[row[3] for row in PLACES])
def test_hidden_text_is_a_line_of_its_own(text: str, at: int | None, expected: str, reason: str) -> None:
    hidden = HiddenText(quote="X", technique="style", at=at)
    document = Document(text=text, format="html", sha256="0" * 64, hidden=(hidden,))
    assert _with_hidden_text(document).text == expected, reason
