"""Pages whose fonts don't tell which characters they draw are recognised as such, and never read as nonsense."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.errors import MissingExtra, ReadError
from aimatch.readers import ocr
from aimatch.readers.pdf import fallback, read
from aimatch.readers.pdf.geometry import Piece

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


#: A font that gives its "e" for a Thaana letter, and its words.
BROKEN = "1 beginbfchar <65> <0783> endbfchar"
ENGINEER = "Experience of the seven deepest harbours"


def page_with_strange_letters(build: Build, words: str) -> bytes:
    cmap = f"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00><ff> endcodespacerange {BROKEN} endcmap end"
    return build(
        f"BT /F3 10 Tf 60 700 Td ({words}) Tj ET BT /F1 10 Tf 60 680 Td (Python and SQL) Tj ET",
        resources="/Font<</F1 3 0 R/F3 10 0 R>>",
        objects=[
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 11 0 R>>",
            f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
        ],
    )


@pytest.mark.parametrize(("words", "warned"), [(ENGINEER, True), ("Harbour of two", False)])
def test_letters_of_far_scripts_within_words_are_warned_of(
    words: str, warned: bool, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "engine", missing)
    document = read(page_with_strange_letters(build, words))
    assert "Python and SQL" in document.text
    assert any("page 1 can't be trusted: ask for another file" in note for note in document.notes) is warned


def test_lines_with_letters_of_far_scripts_are_read_off_the_page(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = Piece(ENGINEER.upper(), 55, 250, 82, 96, 92, 10, 0)
    monkeypatch.setattr(ocr, "engine", lambda: None)
    monkeypatch.setattr(ocr, "recognise", lambda *_: ocr.Recognised([seen], 0))
    document = read(page_with_strange_letters(build, ENGINEER))
    assert document.text.split("\n") == [ENGINEER.upper(), "Python and SQL"]
    assert document.notes


@pytest.mark.parametrize(
    "text", ["Python और SQL में", "Java ו-Python", "naïve façade", "\u03b1-helix of \u0434\u0430\u0442\u0430"]
)
def test_scripts_side_by_side_are_no_broken_fonts(text: str) -> None:
    assert not fallback.has_strange_letters(text * 4)
