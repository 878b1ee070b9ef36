"""Names beside a date that the width of their column broke: "Lead Developer, Northwind   2019 - 2023" above "Harbours".

Read line by line, the date, or the next name of the row, would stand within the name.
"""

from __future__ import annotations

from aimatch.readers.pdf.geometry import Piece, joint
from aimatch.readers.pdf.layout.label_words import ends_title, heading_kind, names_school
from aimatch.readers.pdf.layout.margins import BULLETS, is_date

# Characters of the rest of a name, and of the name.
LONGEST_REST, LONGEST = 32, 70
# The rest stands within this below the name (em), begins within this of its edge (points).
STEP_EM, EDGE = 1.7, 2.0
# What stands behind a name keeps this much room from it (em); rows that show the width of a column, and how much
# further in their text may begin (points).
ROOM_EM = 0.6
AROUND, INDENT = 14, 24.0


def with_whole_heads(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The rows with what follows below a name beside a date, and is the rest of it, behind the name."""
    kept: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        may = len(row) > 1 and at + 1 < len(rows) and len(rows[at + 1]) < len(row) and any(map(is_date, row))
        whole = _whole(rows, at) if may else None
        kept.append(whole or row)
        at += 1 if whole is None else 2
    return kept


def _whole(rows: list[list[Piece]], at: int) -> list[Piece] | None:
    """Row ``at`` with its names whole; ``None`` if the next row is not all rests of these."""
    row = list(rows[at])
    for rest in rows[at + 1]:
        number = next((number for number, piece in enumerate(row) if abs(piece.x0 - rest.x0) <= EDGE), None)
        if number is None or is_date(row[number]) or not _may_follow(row[number], rest):
            return None
        name = row[number]
        edge = row[number + 1].x0 - ROOM_EM * name.size if number + 1 < len(row) else _edge(rows, at, name)
        word = rest.text.split(None, 1)[0]
        width = (rest.x1 - rest.x0) * (len(word) + 1) / len(rest.text)
        if edge is None or name.x1 + width <= edge:
            return None
        row[number] = name._replace(
            text=name.text + joint(name, rest) + rest.text,
            x0=min(name.x0, rest.x0),
            x1=max(name.x1, rest.x1),
            bottom=rest.bottom,
            soft=rest.soft,
        )
    return row


def _edge(rows: list[list[Piece]], at: int, name: Piece) -> float | None:
    """Where the column of a name ends that is the last of its row, as the rows around it show; ``None`` if none does."""
    around = [piece for near in rows[max(0, at - AROUND) : at + AROUND] if near is not rows[at] for piece in near]
    beside = [piece.x1 for piece in around if name.x0 - EDGE <= piece.x0 <= name.x0 + INDENT]
    across = [piece.x1 for piece in around if piece.x0 <= rows[at][0].x0 + INDENT]
    for ends in (beside, across):
        if ends and max(ends) >= name.x1 - name.size:
            return max(ends)
    return None


def _may_follow(name: Piece, rest: Piece) -> bool:
    """Whether a line may be the rest of a name above it, by its place and its words."""
    text, more = name.text, rest.text
    if len(text) > LONGEST or len(more) > LONGEST_REST or is_date(rest):
        return False
    if abs(rest.size - name.size) > 0.02 * name.size or not 0 < rest.base - name.base <= STEP_EM * name.size:
        return False
    if text[0] in BULLETS or more[0] in BULLETS or not more[0].isupper() or more[-1] in ".:":
        return False
    if heading_kind(more) and not names_school(more):
        return False
    if text.rstrip()[-1] in ",&|–—-":
        return True
    return " " not in more and not (ends_title(text) and not ends_title(more))
