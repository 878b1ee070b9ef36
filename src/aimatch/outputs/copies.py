"""Which file of a batch stands for its copies: nearly the same text, or the same bytes, is ranked once.

The same contact data alone make no copy: two resumes of one person with different texts are two rows with two places, and
the column ``duplicates`` names them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aimatch.duplicates import Duplicates
from aimatch.outputs.row import Row, places


def stands_for(files: Iterable[tuple[str, float | None, str]], index: Duplicates) -> dict[str, str]:
    """For each copy the file that stands for it in the ranking: of its text the one with the highest coverage, of equals the
    first by name.

    Args:
        files: The name, the coverage (``None``: not scored, so no copy) and the digest of the bytes of each.
        index: The index of their texts.
    """
    of_bytes: dict[str, int] = {}
    groups: dict[int, list[tuple[float, str]]] = {}
    for name, coverage, digest in files:
        text = index.text_of(name)
        if coverage is not None and text is not None:
            # A text of a few words is not compared, its bytes are.
            groups.setdefault(of_bytes.setdefault(digest, text), []).append((-coverage, name))
    copies: dict[str, str] = {}
    for group in groups.values():
        _, first = min(group)
        copies |= {name: first for _, name in group if name != first}
    return copies


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows that are scored best first, copies below the file that stands for them; with their places, if they have none."""
    listed = list(rows)
    leading = {one.file: one for one in listed if not one.copy_of}
    if any(one.rank is None for one in listed):
        held = places([(one.coverage_low or 0.0, one.coverage_high or 0.0) for one in leading.values()])
        of_file = dict(zip(leading, held, strict=True))
        taken = [of_file.get(one.copy_of or one.file, (1, len(leading))) for one in listed]
        listed = [replace(one, rank=first, rank_last=last) for one, (first, last) in zip(listed, taken, strict=True)]

    def key(one: Row) -> tuple[float, str, bool, float, str]:
        first = leading.get(one.copy_of, one)
        return -(first.coverage or 0.0), first.file, bool(one.copy_of), -(one.coverage or 0.0), one.file

    return sorted(listed, key=key)


def one_application(rows: Iterable[Row]) -> list[list[str]]:
    """The groups of files that may be one application, each once: who shares a duplicate shares a group."""
    every = {one.file: one for one in rows}
    listed = {
        one.file: [*(one.duplicates.split(" | ") if one.duplicates else ()), one.copy_of or one.file]
        for one in every.values()
        if one.duplicates or one.copy_of
    }
    # A row names but the first of many duplicates ("and 12 more"), so that groups are found by following them.
    group_of: dict[str, set[str]] = {}
    for file, others in listed.items():
        merged = {file}
        for one in (file, *(other for other in others if other in every)):
            merged |= group_of.get(one, {one})
        for one in merged:
            group_of[one] = merged
    groups = {id(group): sorted(group) for group in group_of.values()}
    return sorted(groups.values())
