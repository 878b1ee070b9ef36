"""Names beside a date that the width of their column broke: "Lead Developer, Northwind   2019 - 2023" above "Harbours".

Read line by line, the date would stand within the name.
"""

from __future__ import annotations

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.label_words import ends_title, heading_kind
from aimatch.readers.pdf.margins import BULLETS, is_date

# Characters of the rest of a name, and of the name.
LONGEST_REST, LONGEST = 32, 70
# The rest stands within this below the name (em), begins within this of its edge (points).
STEP_EM, EDGE = 1.7, 2.0
# A date at the right keeps this much room from the name (em); rows that show the width of a column, and how much
# further in their text may begin (points).
ROOM_EM = 0.6
AROUND, INDENT = 14, 24.0


def with_whole_heads(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The rows with what follows below a name beside a date, and is the rest of it, behind the name."""
    kept: list[list[Piece]] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        if len(row) == 2 and at + 1 < len(rows) and len(rows[at + 1]) == 1 and (whole := _whole(rows, at)):
            kept.append(whole)
            at += 2
        else:
            kept.append(row)
            at += 1
    return kept


def _whole(rows: list[list[Piece]], at: int) -> list[Piece] | None:
    """Row ``at`` with its name whole; ``None`` if the next row is no rest of one."""
    row, rest = rows[at], rows[at + 1][0]
    name, number = (row[0], 0) if is_date(row[1]) else (row[1], 1)
    if not is_date(row[1 - number]) or not _may_follow(name, rest):
        return None
    if number == 0:
        edge = row[1].x0 - ROOM_EM * name.size
    else:
        below = [piece for near in rows[at + 1 : at + AROUND] for piece in near]
        edge = max(piece.x1 for piece in below if name.x0 - EDGE <= piece.x0 <= name.x0 + INDENT)
        if edge < name.x1 - name.size:
            return None  # nothing shows where the column ends
    word = rest.text.split(None, 1)[0]
    width = (rest.x1 - rest.x0) * (len(word) + 1) / len(rest.text)
    if name.x1 + width <= edge + EDGE:
        return None
    joined = name._replace(
        text=name.text + ("" if name.soft else " ") + rest.text,
        x1=max(name.x1, rest.x1),
        x0=min(name.x0, rest.x0),
        bottom=rest.bottom,
        soft=rest.soft,
    )
    return [joined, row[1]] if number == 0 else [row[0], joined]


def _may_follow(name: Piece, rest: Piece) -> bool:
    """Whether a line may be the rest of a name above it, by its place and its words."""
    text, more = name.text, rest.text
    if len(text) > LONGEST or len(more) > LONGEST_REST or abs(rest.x0 - name.x0) > EDGE or is_date(rest):
        return False
    if abs(rest.size - name.size) > 0.02 * name.size or not 0 < rest.base - name.base <= STEP_EM * name.size:
        return False
    if text[0] in BULLETS or more[0] in BULLETS or not more[0].isupper() or more[-1] in ".:" or heading_kind(more):
        return False
    if text.rstrip()[-1] in ",&|–—-":
        return True
    return " " not in more and not (ends_title(text) and not ends_title(more))
