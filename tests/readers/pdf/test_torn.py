"""A last page of a line or two, whose letters are drawn one by one, is torn into letters by pdfium."""

from __future__ import annotations

from collections.abc import Callable

from aimatch.readers.pdf import read

Build = Callable[..., bytes]

WIDTHS = dict.fromkeys("il", 222) | dict.fromkeys("tf ,.", 278) | {"r": 333, "m": 833, "w": 722}
WIDTHS |= dict.fromkeys("ckysvx", 500)
LINES = [
    "some more words on the sea, the coast of it and its tides, which nobody here reads before the second cup of",
    "coffee.",
]


def letters(line: str, x: float, y: float) -> str:
    shown = ""
    for letter in line:
        if letter != " ":
            shown += f"BT /F1 10 Tf {x:.2f} {y} Td ({letter}) Tj ET "
        x += WIDTHS.get(letter, 556) / 100
    return shown


def test_lines_of_single_letters_are_read_as_lines(build: Build) -> None:
    first = "BT /F1 10 Tf 40 700 Td (Engineer at Northwind) Tj ET "
    last = "".join(letters(line, 40, 700 - 13 * at) for at, line in enumerate(LINES))
    assert read(build(first, last)).text == "\n".join(["Engineer at Northwind", "", *LINES])


def test_short_cells_stay_apart(build: Build) -> None:
    marks = [("A", 60), ("B", 160), ("C", 260)]
    cells = "".join(f"BT /F1 10 Tf {x} {700 - 20 * row} Td ({mark}) Tj ET " for row in range(4) for mark, x in marks)
    assert read(build(cells)).text.split("\n") == ["A\tB\tC"] * 4


def test_words_drawn_one_by_one_in_any_order_are_read_as_lines(build: Build) -> None:
    """As programs draw them that go through a picture of the page; cells stand further apart than words."""
    lines = [("coastal planner", 40), ("kept the tides of a coast", 40), ("wrote to towns", 40), ("rust", 40)]
    drawn = [("sql", 240, 700 - 13 * 3)]
    for at, (line, start) in enumerate(lines):
        x = float(start)
        for word in line.split():
            drawn.append((word, x, 700 - 13 * at))
            x += sum(WIDTHS.get(letter, 556) for letter in word) / 100 + 2.78
    drawn.sort(key=lambda word: (hash_of(word[0]), word[1]))
    shown = "".join(f"BT /F1 10 Tf {x:.2f} {y} Td ({word}) Tj ET " for word, x, y in drawn)
    assert read(build(shown)).text == "coastal planner\nkept the tides of a coast\nwrote to towns\nrust\tsql"


def hash_of(word: str) -> int:
    """An order that is none of the page's."""
    return sum(map(ord, word)) * 7 % 13
