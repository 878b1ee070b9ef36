"""Texts without an end: what one takes to read must not grow with the square of its length."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.extract.sentences import sentence_of, sentences

ENDLESS = ["Python, " * 4000, "no Python, " * 1500, "a" * 20_000, "honest, " * 4000]


@pytest.mark.parametrize("text", ENDLESS, ids=[text[:8] for text in ENDLESS])
def test_no_sentence_is_longer_than_any_that_people_write(text: str) -> None:
    places = range(0, len(text), 500)
    for start, end in (*map(sentences(text).around, places), *(sentence_of(text, at, at) for at in places)):
        assert 0 < end - start <= 3000


def test_a_cut_parts_no_word() -> None:
    text = "Python, " * 1000
    assert {text[sentences(text).around(at)[0] :][:6] for at in range(0, len(text) - 8, 100)} == {"Python"}


def test_a_sentence_that_people_write_is_whole() -> None:
    text = f"I built {'reports, charts, ' * 150}and no Rust"
    assert sentences(text).around(1200) == (0, len(text))


def test_a_name_that_is_repeated_without_end_is_found_each_time() -> None:
    assert [one.skill for one in aimatch.extract("R, Go, C, " * 400)] == ["r", "go", "c"] * 400
