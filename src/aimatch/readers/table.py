"""Turns the cells of a table into lines that read the way the eye goes."""

from __future__ import annotations

from aimatch.readers.flow import GAP, PAGE_END

_SHORT = 60
_FEW = 3


def join_rows(rows: list[list[list[str]]]) -> list[str]:
    """The lines of a table, given the lines of each cell of each row.

    A row whose cells hold one line each is one line with tabs; so are rows of few short lines side by side (employer
    and place above title and dates). Other cells follow one another: a sidebar is read before the column beside it.
    """
    lines: list[str] = []
    for row in rows:
        cells = [cell for cell in map(_trim, row) if cell]
        ends = [PAGE_END for cell in row for line in cell if line == PAGE_END]
        if not cells:
            lines.append(GAP)
        elif all(len(cell) == 1 for cell in cells):
            lines.append("\t".join(cell[0] for cell in cells))
        elif _is_grid(cells):
            lines += ["\t".join(parts) for parts in zip(*cells, strict=True)]
            lines.append(GAP)
        else:
            lines += _stack(cells)
        lines += ends
    return lines


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


def _stack(cells: list[list[str]]) -> list[str]:
    lines: list[str] = [GAP]
    for cell in cells:
        lines += cell
        # A date or a label in the margin belongs to what stands beside it; a whole column stands for itself.
        is_margin = len(cell) <= _FEW and all(line and len(line) <= _SHORT for line in cell)
        if not is_margin:
            lines.append(GAP)
    lines.append(GAP)
    return lines
