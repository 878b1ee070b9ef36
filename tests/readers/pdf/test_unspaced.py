"""Words that a font's widths run together are parted where a reader sees the gaps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.readers.pdf import read

Build = Callable[..., bytes]

LINES = (
    "Surveyor of harbours with eleven years at Northwind Pilots",
    "Measured the berths of 2016 and 2017 with echo sounders",
    "Wrote the tide model in Python and taught it to seven juniors",
    "Kept 131 buoys and 11 leading lights in good repair",
)
#: The widths of Helvetica's letters, in thousandths of an em; those not named are 556 wide.
ADVANCES = {
    **dict.fromkeys("ijl", 222), **dict.fromkeys("ft ", 278), "r": 333, **dict.fromkeys("cksvxyz", 500),
    "w": 722, "m": 833, **dict.fromkeys("KPS", 667), **dict.fromkeys("NW", 780), "M": 833,
}  # fmt: skip


def letter_by_letter(line: str, y: int, spaces: bool) -> str:
    """Each letter at its own place, the gaps between words as wide as spaces are, with the spaces or without."""
    drawn, x = [], 60.0
    for letter in line:
        if spaces or letter != " ":
            drawn.append(f"1 0 0 1 {x:.2f} {y} Tm ({letter}) Tj")
        x += 10 * ADVANCES.get(letter, 556) / 1000
    return "BT /F1 10 Tf " + " ".join(drawn) + " ET "


@pytest.fixture
def page(build: Build) -> Callable[..., str]:
    def text(spaces: bool, widths: str) -> str:
        lines = LINES * 2
        content = "".join(letter_by_letter(line, 700 - 14 * at, spaces) for at, line in enumerate(lines))
        font = (
            f"/Subtype/TrueType/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[{widths}]/Encoding/WinAnsiEncoding"
        )
        return read(build(content, font=font)).text

    return text


AN_EM_EACH = " ".join(["1000"] * 95)


@pytest.mark.parametrize("spaces", [False, True], ids=["no space in the file", "spaces in the file"])
def test_words_are_parted_where_letters_claim_an_em_each(page: Callable[..., str], spaces: bool) -> None:
    assert page(spaces, AN_EM_EACH).split("\n")[:4] == list(LINES)
