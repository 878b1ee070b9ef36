"""Impact ratios: how often the people of each group are selected, and score above the median, next to one another.

>>> from aimatch import impact_ratios
>>> import pandas as pd
>>> results = pd.DataFrame({"file": ["a", "b", "c"], "status": "scored", "coverage": [0.7, 0.5, 0.2]})
>>> groups = pd.DataFrame({"file": ["a", "b", "c"], "sex": ["f", "m", "f"]})
>>> found = impact_ratios(results, groups, cutoff=0.4)
>>> [(row.group, row.selected, row.people, row.finding) for row in found.tables[0].groups]
[('m', 1, 1, 'too-few'), ('f', 1, 2, 'too-few')]
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Any

from aimatch.audit.rates import SMALLEST, Measure, RateTable, crossed, rated
from aimatch.audit.tables import Joined, alike, are_decisions, decisions, joined

if TYPE_CHECKING:
    import pandas as pd

#: Groups of one column beyond which it is hardly one of groups: names, or ids.
_MOST_GROUPS = 30
#: The findings of groups of which no two are compared.
_ALONE = ("too-few", "most-selected")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRatios:
    """Selection and scoring rates by group. The groups are the user's own; aimatch guesses nobody's.

    Attributes:
        selection: How people were selected, in words; "" where only scoring rates were asked for.
        median: The median coverage of all that were scored.
        files: How many files the results hold; ``failed`` how many of them could not be scored.
        undecided: How many have no decision in the column of decisions.
        unknown: The files of the user's table that are in no result.
        tables: One table a measure and column of groups, then one for each two columns crossed.
        notes: What the reader of the tables must know.
    """

    selection: str
    median: float | None
    files: int
    failed: int
    undecided: int
    unknown: tuple[str, ...]
    tables: tuple[RateTable, ...]
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The tables as JSON types; ``commands.schema.json`` describes them under ``audit_ratios``."""
        from aimatch.outputs import json

        return json.answer_to_dict(self)

    def to_frame(self) -> pd.DataFrame:
        """One row a group: ``measure``, ``by``, then the fields of its :class:`aimatch.GroupRate`."""
        import pandas as pd

        from aimatch.audit.rates import GroupRate
        from aimatch.outputs import table

        parts = []
        for one in self.tables:
            part = table.records_frame(one.groups, GroupRate)
            part.insert(0, "by", " × ".join(one.by))
            part.insert(0, "measure", one.measure)
            parts.append(part)
        return pd.concat(parts, ignore_index=True)

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The tables for the terminal; ``width`` and ``colour`` as it has them."""
        from aimatch.audit import text

        return text.ratios(self, width=width, colour=colour)


def impact_ratios(
    results: str | os.PathLike[str] | pd.DataFrame,
    groups: str | os.PathLike[str] | pd.DataFrame,
    *,
    cutoff: float | None = None,
    top: int | None = None,
    selected: str | None = None,
    by: str | Sequence[str] = (),
    smallest: int = SMALLEST,
) -> ImpactRatios:
    """Compare how groups of people fare in a screening. :mod:`aimatch.audit.rates` states the rules and their sources.

    Args:
        results: The frame of :func:`aimatch.score_folder`, or the CSV or Parquet file (or the folder) that a batch wrote.
        groups: The user's table, a frame or a CSV file: the column ``file`` as in the results, and one or more columns of
            groups, which hold whatever the people told of themselves; an empty cell is no group.
        cutoff: Selected are those with at least this coverage (0..1).
        top: Selected are the first so many by coverage, and who has the same coverage as the last of them.
        selected: Selected are those with a yes in this column of either table; also those that could not be scored.
        by: The columns of groups; default: all but the one of decisions.
        smallest: Groups of fewer people are not judged.

    Raises:
        AuditError: The tables don't hold what is asked of them; lists every problem.
        ReadError, FileNotFoundError: A table can't be read, or is not there.
        ValueError: ``cutoff``, ``top`` or ``smallest`` is out of its range, or more than one way of selecting was given.
    """
    _check(cutoff, top, selected, smallest)
    both = joined(results, groups, by=(by,) if isinstance(by, str) else by, selected=selected)
    rows = both.rows
    coverages = [None if value != value else float(value) for value in rows["coverage"]]
    failed = [value is None for value in coverages]
    scored = [value for value in coverages if value is not None]
    middle = median(scored) if scored else None
    above = [None if value is None or middle is None else value > middle for value in coverages]
    notes: list[str] = []
    chosen = decisions(rows, selected) if selected else _chosen(coverages, cutoff, top, notes)
    measured: list[tuple[Measure, list[bool | None]]] = [] if chosen is None else [("selection", chosen)]
    measured.append(("scoring", above))
    columns: list[tuple[tuple[str, ...], list[str]]] = [((name,), list(rows[f"own {name}"])) for name in both.by]
    columns += [((a, b), crossed(rows[f"own {a}"], rows[f"own {b}"])) for a, b in combinations(both.by, 2)]
    tables = tuple(
        RateTable(
            measure=measure,
            by=names,
            groups=rated(values, outcomes, failed, smallest=smallest),
            without_group=sum(not name and one is not None for name, one in zip(values, outcomes, strict=True)),
        )
        for measure, outcomes in measured
        for names, values in columns
    )
    return ImpactRatios(
        selection=_wording(cutoff, top, selected),
        median=middle,
        files=len(rows),
        failed=sum(failed),
        undecided=sum(one is None for one in chosen) if chosen is not None and selected else 0,
        unknown=both.unknown,
        tables=tables,
        notes=(*notes, *_notes(both, tables, guessed=not by and not selected)),
    )


def _check(cutoff: float | None, top: int | None, selected: str | None, smallest: int) -> None:
    if sum(one is not None for one in (cutoff, top, selected)) > 1:
        raise ValueError("select in one way: by cutoff, by top, or by a column of decisions")
    if cutoff is not None and not 0 <= cutoff <= 1:
        meant = f"; for {cutoff:g} % write {cutoff / 100:g}" if 1 < cutoff <= 100 else ""
        raise ValueError(f"cutoff: a coverage is a share of 0 to 1, not {cutoff:g}{meant}")
    if top is not None and top < 1:
        raise ValueError(f"top: must be 1 or more, not {top}")
    if smallest < 1:
        raise ValueError(f"smallest: must be 1 or more, not {smallest}")


def _chosen(
    coverages: Sequence[float | None], cutoff: float | None, top: int | None, notes: list[str]
) -> list[bool | None] | None:
    if cutoff is None and top is None:
        return None
    ranked = sorted((value for value in coverages if value is not None), reverse=True)
    if cutoff is None and top is not None:
        cutoff = ranked[min(top, len(ranked)) - 1] if ranked else 0.0
        count = sum(value >= cutoff for value in ranked)
        if count > top:
            notes.append(f"{count} are selected, not {top}: the last of them have the same coverage")
        elif count < top:
            notes.append(f"all {count} that were scored are selected: there are no {top}")
    return [None if value is None else value >= (cutoff or 0.0) for value in coverages]


def _wording(cutoff: float | None, top: int | None, selected: str | None) -> str:
    if cutoff is not None:
        return f"a coverage of at least {cutoff:g}"
    if top is not None:
        return f"the first {top} by coverage"
    return f"a yes in the column {selected!r}" if selected else ""


def _notes(both: Joined, tables: Sequence[RateTable], *, guessed: bool) -> list[str]:
    """What the reader must know. ``guessed``: the columns of groups are all that the table holds, decisions perhaps too."""
    notes = []
    for name in both.by:
        values = set(both.rows[f"own {name}"]) - {""}
        if not values:
            notes.append(f"column {name!r}: gives no file of the results a group")
        elif len(values) == 1:
            notes.append(f"column {name!r}: has one group only ({next(iter(values))!r}); there is nothing to compare")
        elif len(values) > _MOST_GROUPS:
            notes.append(f"column {name!r}: has {len(values)} groups; is it a column of groups?")
        elif guessed and are_decisions(values):
            notes.append(
                f"column {name!r}: holds only yes and no; if it is a decision, name it as that (--selected), or name the"
                " columns of groups (--by)"
            )
        notes += [
            f"column {name!r}: {' and '.join(map(repr, kin))} are counted as different groups; are they one?"
            for kin in alike(both.rows[f"own {name}"])
        ]
    for one in tables:
        if one.groups and one.measure == "selection" and not any(row.selected for row in one.groups):
            notes.append(f"nobody with a group in {' × '.join(map(repr, one.by))} was selected")
    small = [one for one in tables if len(one.groups) > 1 and all(row.finding in _ALONE for row in one.groups)]
    if small:
        named = dict.fromkeys(" × ".join(one.by) for one in small)
        notes.append(f"no two groups are large enough to compare by {', '.join(named)}")
    if both.repeated:
        notes.append(
            f"{both.repeated} files may be one application with another (column 'duplicates'); each is counted"
        )
    if both.incomplete:
        notes.append(
            f"the results are of a run that was interrupted ({both.incomplete}); who was not reached is not counted"
        )
    return list(dict.fromkeys(notes))
