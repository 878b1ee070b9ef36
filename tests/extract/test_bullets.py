"""Signs that open an item: whichever it is, the sentence behind it begins there."""

from __future__ import annotations

import pytest

import aimatch

SIGNS = "-\u2022*\u25cf\u25aa\u25e6\u2023\u203a\u00bb\u2192\u25a0\u25a1\u25c6\u25b6\u2605\u2606\u2713\u2714\u2611\u2756\u27a2\u27a4\uf0b7\uf0d8o"


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sentence_begins_behind_any_bullet(sign: str) -> None:
    text = f"{sign} The vendor's engineers wrote it in Scala\n{sign} Moved the reports to Airflow\n"
    mentions = aimatch.extract(text)
    assert {mention.skill: mention.status for mention in mentions if mention.kind == "technology"} == {
        "scala": "other-person",
        "airflow": "asserted",
    }
    assert all(text[mention.start : mention.end] == mention.quote for mention in mentions)


def test_marks_and_letters_are_no_bullets() -> None:
    text = "\u2605\u2605\u2605\u2606 Python\no notation in big-o style"
    assert [mention.skill for mention in aimatch.extract(text)][:1] == ["python"]


@pytest.mark.parametrize("signs", ["\u2460\u2461\u2462", "\u2776\u2777\u2778"], ids=["circled", "black circled"])
def test_circled_numbers_open_items_within_a_line(signs: str) -> None:
    text = f"{signs[0]}Spark {signs[1]}Hive {signs[2]}Trino on a cluster of sixty nodes"
    mentions = aimatch.extract(text)
    assert {"spark", "hive", "presto-trino"} <= {mention.skill for mention in mentions}
    assert all(text[mention.start : mention.end] == mention.quote for mention in mentions)
