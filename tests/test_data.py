"""What is packed into one string comes out as it went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.data import pack, unpack


@given(st.lists(st.text(st.characters(exclude_characters="\x7f")).filter(bool)))
def test_a_round_trip(strings: list[str]) -> None:
    assert unpack(pack(strings)) == strings


def test_what_parts_the_strings_may_not_be_in_them() -> None:
    with pytest.raises(ValueError, match="DEL"):
        pack(["fine", "not\x7ffine"])
