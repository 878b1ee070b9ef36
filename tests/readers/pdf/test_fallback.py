"""Pages whose fonts don't tell which characters they draw are recognised as such, and never read as nonsense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.errors import MissingExtra, ReadError
from aimatch.readers import ocr
from aimatch.readers.pdf import fallback, read

Build = Callable[..., bytes]

PROSE = "Engineer of harbours who plans the berths of ships and keeps the models that do it running by night and day. "


def in_codes(text: str, shift: int) -> str:
    """The text as the codes that a subset font gives its glyphs, by their number in the font."""
    return "".join(chr(65 + (ord(letter) - 65 - shift) % 58) if letter.isalpha() else letter for letter in text)


JUDGED = [
    (PROSE * 4, False, "prose"),
    (in_codes(PROSE * 4, 29), True, "codes of glyphs, in the order of the alphabet but elsewhere in it"),
    ("Python, SQL, NLTK, XGBoost, PyTorch, Spark, Kafka, Kubernetes, Docker, Terraform, GraphQL, gRPC, MySQL, HTML, "
     "CSS, PHP, C++, AWS, GCP, SVM, RNN, LSTM, PHPUnit, JVM, Django, Flask, Jenkins, Prometheus, Grafana, Redis. " * 3, False,
     "a list of names, many without a vowel"),
    ("Angestellter im öffentlichen Dienst, zuständig für Schiffahrtsangelegenheiten und Wirtschaftsprüfung " * 4, False,
     "German, with its clusters of consonants"),
    (in_codes(PROSE, 29)[:100], False, "too little to tell"),
    ("", False, "nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "reason"), JUDGED, ids=[row[2] for row in JUDGED])
def test_text_in_codes_is_told_by_its_letters(text: str, expected: bool, reason: str) -> None:
    assert fallback.garbled(text) is expected, reason


def page_in_codes() -> str:
    lines = [in_codes(PROSE[:60], 29).replace("\\", "y"), in_codes(PROSE[40:], 29).replace("\\", "y")] * 5
    return "".join(f"BT /F1 10 Tf 60 {700 - 14 * at} Td ({line}) Tj ET " for at, line in enumerate(lines))


def missing() -> None:
    raise MissingExtra("reading scans", "ocr")


def test_a_file_in_codes_is_an_error_that_says_so(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "engine", missing)
    with pytest.raises(ReadError, match="fonts that don't tell which characters"):
        read(build(page_in_codes()))


def test_a_page_in_codes_is_noted_and_the_others_are_read(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "engine", missing)
    document = read(build("BT /F1 10 Tf 60 700 Td (Engineer at Northwind) Tj ET", page_in_codes()))
    assert document.text == "Engineer at Northwind"
    assert [page.origin for page in document.pages] == ["text", "none"]
    assert any("page 2" in note and "which characters" in note for note in document.notes)
