"""Turns the cells of a table into lines that read the way the eye goes."""

from __future__ import annotations

from aimatch.dates import find_ranges
from aimatch.readers.flow import BULLET, GAP, PAGE_END

_SHORT = 60
_FEW = 3
_PAIR = 2
_DATA_COLUMNS = 3
_DATA_LINES = 4
_DATA_LENGTH = 120


def join_rows(rows: list[list[list[str]]]) -> list[str]:
    """The lines of a table, given the lines of each cell of each row.

    A row whose cells hold one line each is one line with tabs; so are rows of few short lines side by side (employer
    and place above title and dates); in a table of three columns or more, where a cell's lines are words wrapped by
    hand, the row is one line again, followed by the account that its last cell holds. Other cells follow one another: a
    sidebar is read before the column beside it.
    """
    lines: list[str] = []
    for row in rows:
        cells = [cell for cell in map(_trim, row) if cell]
        ends = [PAGE_END for cell in row for line in cell if line == PAGE_END]
        if not cells:
            lines.append(GAP)
        elif all(len(cell) == 1 for cell in cells):
            lines.append("\t".join(cell[0] for cell in cells))
        elif _is_data(cells):
            lines.append("\t".join(map(_one_line, cells)))
        elif _is_grid(cells):
            lines += ["\t".join(parts) for parts in zip(*cells, strict=True)]
            lines.append(GAP)
        elif account := _account_of(cells):
            front = [_one_line(cell) for cell in cells if cell is not account]
            lines += [GAP, "\t".join(front), *account, GAP]
        else:
            lines += _stack(cells)
        lines += ends
    return lines


def _one_line(cell: list[str]) -> str:
    """The lines of a cell as one; a comma parts a name from the address below it ("Foo Works", "Springfield, IL")."""
    lines = list(filter(None, cell))
    return (", " if len(lines) == _PAIR and "," in lines[1] and lines[0][-1] != "," else " ").join(lines)


def _trim(cell: list[str]) -> list[str]:
    lines = [line.strip() for line in cell if line != PAGE_END]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return lines


def _is_grid(cells: list[list[str]]) -> bool:
    return (
        len(cells) > 1
        and len({len(cell) for cell in cells}) == 1
        and len(cells[0]) <= _FEW
        and all(line and len(line) <= _SHORT for cell in cells for line in cell)
    )


def _is_data(cells: list[list[str]]) -> bool:
    return len(cells) >= _DATA_COLUMNS and all(
        len(cell) <= _DATA_LINES
        and sum(map(len, cell)) <= _DATA_LENGTH
        and not any(line.startswith(BULLET.strip()) for line in cell)
        for cell in cells
    )


def _account_of(cells: list[list[str]]) -> list[str]:
    """The last cell of a row of names and dates, if it tells of them in many words and the others don't; else empty."""
    *names, last = cells
    told = len(cells) >= _DATA_COLUMNS and all(map(is_margin, names)) and not is_margin(last)
    return last if told and any(find_ranges(line) for cell in names for line in cell) else []


def dated_entry(cells: list[list[str]]) -> list[str]:
    """The lines of two cells of which one is a margin of dates beside an entry: the dates stand in the entry's first lines.

    Empty where they are none.
    """
    if len(cells) != 2 or not all(cells):
        return []
    dated = [cell for cell in cells if is_margin(cell) and any(map(find_ranges, cell))]
    if len(dated) != 1:
        return []
    ahead = dated[0] is cells[0]
    margin, entry = cells if ahead else reversed(cells)
    if len(entry) < len(margin):
        return []
    if ahead and len(margin) == 1:
        return []  # a date on a line of its own above the entry reads as well
    heads, rest = [], []
    for number, line in enumerate(margin):
        if number and entry[number].startswith(BULLET.strip()):
            rest = margin[number:]
            break
        heads.append("\t".join((line, entry[number]) if ahead else (entry[number], line)))
    heads[0] = "\t".join([heads[0], *rest])
    return [*heads, *entry[len(heads) :]]


def is_margin(cell: list[str]) -> bool:
    """Whether a cell is a few short lines."""
    return len(cell) <= _FEW and all(line and len(line) <= _SHORT for line in cell)


def _stack(cells: list[list[str]]) -> list[str]:
    if entry := dated_entry(cells):
        return [GAP, *entry, GAP]
    lines: list[str] = [GAP]
    for cell in cells:
        lines += cell
        # A date or a label in the margin belongs to what stands beside it; a whole column stands for itself.
        if not is_margin(cell):
            lines.append(GAP)
    lines.append(GAP)
    return lines
