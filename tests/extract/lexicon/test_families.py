"""Patterns of several words are the same, with the same numbers, whether those of a word are taken out one by one or at once."""

from __future__ import annotations

import pytest

from aimatch.data import pack
from aimatch.extract.lexicon.families import Families

PATTERNS = ["data lake", "data lake house", "data lakes of the north", "data set"]
PACKED = {"data": pack(["7", *PATTERNS, ""]), "ci": pack(["+11", "ci/cd pipeline", ""])}


@pytest.mark.parametrize(
    ("second", "lengths", "taken"),
    [
        ("lake", [2, 3], {"data lake": 7, "data lake house": 8}),
        ("lakes", [2, 5], {"data lakes of the north": 9, "data lake": 7}),  # of its own, and the plural of another
        ("sets", [2], {"data set": 10}),
        ("la", [], {}),
        ("", [], {}),
    ],
)
def test_those_with_one_second_word(second: str, lengths: list[int], taken: dict[str, int]) -> None:
    index: dict[str, int] = {}
    assert Families(PACKED, index).beside("data", second) == lengths
    assert index == taken
    whole: dict[str, int] = {}
    assert Families(PACKED, whole).of("data").get(second, []) == lengths
    assert whole == dict(zip(PATTERNS, range(7, 11), strict=True))


@pytest.mark.parametrize(("word", "second"), [("ci", "cd"), ("data", "lake2"), ("other", "lake")])
def test_all_are_asked_for_behind_signs_before_versions_and_where_there_are_none(word: str, second: str) -> None:
    assert Families(PACKED, {}).beside(word, second) is None
    assert Families(PACKED, {}).of("ci") == {"cd": [3]}


def test_all_are_asked_for_at_last() -> None:
    families = Families(PACKED, {})
    asked = [families.beside("data", "lake") for _ in range(30)]
    assert asked[0] == [2, 3]
    assert asked[-1] is None
    families.forget()
    assert families.beside("data", "lake") == [2, 3]
