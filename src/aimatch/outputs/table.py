"""Tables: one row a file (``COLUMNS`` says what each column holds), as CSV, Parquet and DataFrame.

pandas and pyarrow are imported only by the functions that need them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aimatch.duplicates import NAMED, Duplicates
from aimatch.model import RequirementResult
from aimatch.outputs.copies import stands_for
from aimatch.outputs.row import COLUMNS, CREDIT_COLUMNS, Row, places, row, row_of_batch
from aimatch.outputs.wording import one_line
from aimatch.report import Report

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COLUMNS", "CREDIT_COLUMNS", "REQUIREMENT_COLUMNS", "Row", "Writer", "finish", "frame", "is_results", "named", "places", "records_frame", "render",
    "requirements_frame", "row", "row_of_batch", "rows", "with_duplicates",
]  # fmt: skip

_TEXT = (
    "file",
    "status",
    "missing_musts",
    "flags",
    "duplicates",
    "copy_of",
    "degree",
    "notes",
    "profile",
    "as_of",
    "incomplete",
    "error",
    "reason",
    "remedy",
)
_STRINGS = frozenset({*_TEXT, "input_sha256"})
_WHOLE = ("rank", "rank_last", "serious_flags", "experience_months", "ml_months", "skills")
_SHARE = ("coverage", "coverage_low", "coverage_high", "hidden_text_would_add")
#: What every version's table of results begins with.
_LASTING_COLUMNS = ("rank", "rank_last", "file", "status")
#: What pandas makes of a field's values: of no values it can't tell, and would make objects of numbers.
_DTYPES = {"str": "str", "float": "float64", "int": "int64", "bool": "bool"}
#: The columns of a table of one report's requirements, each with what it holds.
REQUIREMENT_COLUMNS = {
    "id": "the requirement's id",
    "label": "what it is called",
    "need": "must or nice",
    "weight": (
        "as in the profile; divided by the sum of all it is the most that the requirement can add to the coverage ('of 7.6' in "
        "the report)"
    ),
    "credit": "0..1, how far the evidence meets it",
    "low": "0..1, the credit's lower bound",
    "high": "0..1, its upper bound",
    "points": "0..1, what it adds to the coverage: the credit times the weight, divided by the sum of all weights",
    "reason": "what the credit rests on",
    "evidence": "the quotes, joined by ' | '",
    "raise_by": "what evidence would raise it; empty at full credit",
}


def frame(rows: Iterable[Row], requirement_ids: Iterable[str] = ()) -> pd.DataFrame:
    """Rows as a DataFrame in their given order, ranked; one row a file, with the columns of ``COLUMNS``, then
    ``credit.<id>`` for each of the ids, so that a folder of failures has the columns of any other.

    Text that does not apply is "", a number that does not apply is missing.
    """
    import pandas as pd

    listed = with_duplicates(rows)
    # Of no rows pandas would take every column for numbers.
    columns: dict[str, object] = {
        name: pd.Series([getattr(one, name) for one in listed], dtype="str" if name in _STRINGS else None)
        for name in COLUMNS
    }
    ids = dict.fromkeys([*requirement_ids, *(id for one in listed for id, _ in one.credits)])
    by_id = [dict(one.credits) for one in listed]
    columns |= {f"credit.{id}": pd.array([credits.get(id) for credits in by_id], dtype="Float64") for id in ids}
    return _ranked(pd.DataFrame(columns))


def with_duplicates(rows: Iterable[Row]) -> list[Row]:
    """Rows with the columns ``duplicates`` and ``copy_of`` filled in from their fingerprints."""
    listed = list(rows)
    with Duplicates() as index:
        for one in listed:
            if one.fingerprint is not None:
                index.add(one.file, one.fingerprint)
        copies = stands_for(((one.file, one.coverage, one.input_sha256) for one in listed), index)
        return [
            replace(
                one,
                duplicates="" if one.fingerprint is None else named(index, one.file),
                copy_of=copies.get(one.file, ""),
            )
            for one in listed
        ]


def named(index: Duplicates, file: str) -> str:
    """The duplicates of a file as the column ``duplicates`` holds them."""
    others = index.others(file)
    more = (f"and {len(others) - NAMED} more",) if len(others) > NAMED else ()
    return " | ".join(others[:NAMED] + more)


def rows(ranked: pd.DataFrame) -> list[Row]:
    """The rows of a table that :func:`finish` made, without the credits."""
    import pandas as pd

    listed = []
    for values in ranked[list(COLUMNS)].itertuples(index=False, name=None):
        fields: dict[str, Any] = {
            name: "" if pd.isna(value) and name in _TEXT else None if pd.isna(value) else _plain(value)
            for name, value in zip(COLUMNS, values, strict=True)
        }
        listed.append(Row(**fields))
    return listed


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return as_given(value)
    # numpy's numbers are no JSON types.
    return value.item() if hasattr(value, "item") else value


def requirements_frame(report: Report) -> pd.DataFrame:
    """One row a requirement of a report."""
    import pandas as pd

    return pd.DataFrame([_requirement(one) for one in report.requirements], columns=list(REQUIREMENT_COLUMNS))


def records_frame(records: Iterable[object], kind: type[Any], *, leave_out: Iterable[str] = ()) -> pd.DataFrame:
    """One row a record, the fields of its dataclass as columns; of no records, the columns alone, with their types."""
    import pandas as pd

    listed = tuple(records)
    shown = [field for field in fields(kind) if field.name not in tuple(leave_out)]
    columns = {
        field.name: pd.Series(
            [getattr(one, field.name) for one in listed],
            dtype=None if listed else _DTYPES.get(str(field.type), "object"),
        )
        for field in shown
    }
    return pd.DataFrame(columns, columns=[field.name for field in shown])


def render(report: Report) -> str:
    """One report as CSV, one row a requirement."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(REQUIREMENT_COLUMNS)
    writer.writerows(_cells(_requirement(one)) for one in report.requirements)
    return out.getvalue()


def _requirement(one: RequirementResult) -> list[object]:
    quotes = " | ".join(one_line(piece.quote) for piece in one.evidence)
    return [quotes if name == "evidence" else getattr(one, name) for name in REQUIREMENT_COLUMNS]


class Writer:
    """Writes rows to a CSV file as they come, each one whole on the disk before the next, so that a run that is cut
    short leaves a table of what was done. The rank stays empty until :func:`finish` knows it."""

    def __init__(self, path: Path, requirement_ids: Iterable[str]) -> None:
        self._ids = tuple(requirement_ids)
        # The byte order mark makes spreadsheets read it as UTF-8.
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow([*COLUMNS, *(f"credit.{id}" for id in self._ids)])

    def write(self, one: Row) -> None:
        """Append a row."""
        credits = dict(one.credits)
        values = [getattr(one, name) for name in COLUMNS] + [credits.get(id) for id in self._ids]
        self._writer.writerow(_cells(values))
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def is_results(path: Path) -> bool:
    """Whether a file is a table that a :class:`Writer` began: by its head, and an empty file is as good as one."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            head = file.readline()
    except FileNotFoundError:
        return False
    return not head or head.startswith(",".join(_LASTING_COLUMNS))


def finish(
    path: Path, parquet: Path, duplicates: Duplicates | None = None, *, run: Mapping[str, Any] | None = None
) -> pd.DataFrame:
    """Rank what a :class:`Writer` wrote: best first and failures last, as CSV in its place, and as Parquet.

    Args:
        path: The CSV file.
        parquet: Where the same goes with its types.
        duplicates: The index of the files, for the columns ``duplicates`` and ``copy_of``.
        run: What is told of the whole run, for ``attrs["run"]`` of the table and of the Parquet file; its ``incomplete`` fills
            the column.
    """
    import pandas as pd

    text = dict.fromkeys(_STRINGS, "str")
    absent = {name: [""] for name in (*_WHOLE, *_SHARE)}
    done = pd.read_csv(path, encoding="utf-8-sig", dtype=text, keep_default_na=False, na_values=absent)
    if duplicates is not None:
        files = [as_given(file) for file in done["file"]]
        coverages = [None if pd.isna(value) else float(value) for value in done["coverage"]]
        copies = stands_for(zip(files, coverages, done["input_sha256"], strict=True), duplicates)
        done["duplicates"] = [_harmless(named(duplicates, file)) for file in files]
        done["copy_of"] = [_harmless(copies.get(file, "")) for file in files]
    if run is not None:
        done["incomplete"] = pd.Series(run.get("incomplete", ""), index=done.index, dtype="str")
    for name in done.columns:
        if name.startswith("credit."):
            done[name] = pd.to_numeric(done[name], errors="coerce").astype("Float64")
    ranked = _in_order(_ranked(done))
    if run is not None:
        ranked.attrs["run"] = dict(run)
    whole = path.with_suffix(".tmp")
    ranked.to_csv(whole, index=False, encoding="utf-8-sig", lineterminator="\n")
    whole.replace(path)
    ranked.to_parquet(parquet, index=False)
    return ranked


def _ranked(table: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    for name in _SHARE:
        table[name] = pd.to_numeric(table[name]).astype("Float64")
    for name in _WHOLE:
        table[name] = pd.to_numeric(table[name]).astype("Int64")
    scored = table.index[table["coverage"].notna()]
    leading = scored[table.loc[scored, "copy_of"] == ""]
    bounds = table.loc[leading, ["coverage_low", "coverage_high"]].astype(float)
    held = places(list(bounds.itertuples(index=False, name=None)))
    of_file = dict(zip(table.loc[leading, "file"], held, strict=True))
    taken = [of_file[file] for file in _standing_for(table.loc[scored])]
    for number, name in enumerate(("rank", "rank_last")):
        table[name] = pd.Series([place[number] for place in taken], index=scored, dtype="Int64")
    return table


def _standing_for(table: pd.DataFrame) -> pd.Series[str]:
    """The file that stands in the ranking for each: itself, or the one that it is a copy of."""
    return table["copy_of"].where(table["copy_of"] != "", table["file"])


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """Best first and failures last, copies below the file that stands for them."""
    of_file = dict(zip(table["file"], table["coverage"], strict=True))
    leading = _standing_for(table)
    best, copy = leading.map(of_file).astype("Float64"), table["copy_of"] != ""
    ordered = table.assign(_best=best, _leading=leading, _copy=copy).sort_values(
        ["_best", "_leading", "_copy", "coverage", "file"],
        ascending=[False, True, True, False, True],
        na_position="last",
        kind="stable",
        ignore_index=True,
    )
    return ordered.drop(columns=["_best", "_leading", "_copy"])


def _cells(values: Iterable[object]) -> list[object]:
    return [_harmless(value) if isinstance(value, str) else value for value in values]


def _harmless(value: str) -> str:
    # A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text again. One that stands there
    # already gets another, so that `as_given` knows which is whose.
    return "'" + value if value.startswith(("=", "+", "-", "@", "\t", "\r", "'")) else value


def as_given(value: str) -> str:
    return value.removeprefix("'")
