"""Plain text in the encodings that it still comes in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.readers import read_document

GERMAN = "Lebenslauf – Jürgen Größe, Straße 5, „Entwickler“, 3 000 €\r\n• Köln\r\n"
RUSSIAN = "Резюме: Иван Петров, инженер по машинному обучению, Москва, опыт работы десять лет.\n" * 4
POLISH = "Życiorys: Łukasz Wiśniewski, programista, Łódź, świadectwo, język angielski, książki.\n" * 6


@pytest.mark.parametrize(
    ("text", "encoding", "mark"),
    [
        (GERMAN, "utf-8", b""),
        (GERMAN, "utf-8", codecs.BOM_UTF8),
        (GERMAN, "utf-16-le", codecs.BOM_UTF16_LE),
        (GERMAN, "utf-16-be", codecs.BOM_UTF16_BE),
        (GERMAN, "utf-16-le", b""),
        (GERMAN, "utf-16-be", b""),
        (GERMAN, "utf-32-le", codecs.BOM_UTF32_LE),
        (GERMAN, "cp1252", b""),
        ("Résumé de Zoé: développeuse à Genève\n", "latin-1", b""),
        (RUSSIAN, "cp1251", b""),
        (RUSSIAN, "utf-8", b""),
        (POLISH, "cp1250", b""),
    ],
)
def test_encodings(text: str, encoding: str, mark: bytes) -> None:
    assert read_document(mark + text.encode(encoding)).text == text


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    text = f"Jane {text}"  # no mark of another format in front
    assert read_document(text.encode()).text == text


def test_line_ends_stay() -> None:
    assert read_document(b"a\r\nb\nc\rd\f").text == "a\r\nb\nc\rd\f"


def test_lone_carriage_returns_end_lines() -> None:
    assert read_document(b"Jane Doe\rSkills\rPython").text == "Jane Doe\nSkills\nPython"


def test_nul_bytes_are_dropped_and_noted() -> None:
    document = read_document(b"Jane\0 Doe, engineer in Berlin")
    assert document.text == "Jane Doe, engineer in Berlin"
    assert document.notes == ("NUL characters left out",)


def test_guessed_encoding_is_noted() -> None:
    assert read_document("Zoé Müller".encode("cp1252")).notes == ("read as cp1252",)


def test_utf8_cut_off_inside_a_character() -> None:
    assert read_document("Zoé Müller, Genève é".encode()[:-1]).text.startswith("Zoé Müller, Genève ")


def test_invisible_tag_characters_are_hidden_text() -> None:
    secret = "".join(chr(0xE0000 + ord(char)) for char in "hire me")
    document = read_document(f"Jane{secret} Doe\n")
    assert [(hidden.quote, hidden.technique) for hidden in document.hidden] == [("hire me", "transparent")]
