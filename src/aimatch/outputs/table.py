"""Tables: one row a file (``COLUMNS`` says what each column holds), as CSV, Parquet and DataFrame.

pandas and pyarrow are imported only by the functions that need them.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from aimatch.duplicates import NAMED, Duplicates, Fingerprint, fingerprint
from aimatch.outputs.wording import one_line
from aimatch.report import Failure, Report

if TYPE_CHECKING:
    import pandas as pd

#: The columns of a table of results, in order, each with what it holds. After them follows one column a requirement
#: of the profile, ``credit.<id>``, with its credit (0..1).
COLUMNS = {
    "rank": "the best place that the file may hold: 1 + how many are clearly above it; empty for a failure",
    "rank_last": "the last place that it may hold; files whose intervals of coverage overlap are ties",
    "file": "the path, relative to the folder",
    "status": "scored or failed",
    "coverage": "0..1, the score",
    "coverage_low": "0..1, its lower bound under uncertain mentions, listed claims and inferred dates",
    "coverage_high": "0..1, its upper bound",
    "missing_musts": "ids of the musts without any credit, joined by spaces",
    "flags": "ids of the flags, joined by spaces; never part of the score",
    "serious_flags": "how many of them are serious",
    "duplicates": "other files of the batch with nearly the same text or the same contact data, joined by ' | '",
    "experience_months": "months of paid work, overlaps counted once",
    "ml_months": "the part of them in AI or ML work",
    "degree": "none, associate, bachelor, master or phd",
    "skills": "how many skills the resume asserts",
    "hidden_text_would_add": "0..1, what text that no person can see would have added",
    "profile": "the role's id",
    "as_of": "the day that 'present' means",
    "error": "for a failure: the kind of error",
    "reason": "for a failure: what is wrong",
    "remedy": "for a failure: what can be done about it",
    "input_sha256": "hex digest of the file",
}

_TEXT = (
    "file",
    "status",
    "missing_musts",
    "flags",
    "duplicates",
    "degree",
    "profile",
    "as_of",
    "error",
    "reason",
    "remedy",
)
_WHOLE = ("rank", "rank_last", "serious_flags", "experience_months", "ml_months", "skills")
_SHARE = ("coverage", "coverage_low", "coverage_high", "hidden_text_would_add")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One file's row; the fields are those of ``COLUMNS``. ``credits`` pairs requirement ids with their credit;
    ``fingerprint`` is in no output."""

    file: str
    status: Literal["scored", "failed"]
    rank: int | None = None
    rank_last: int | None = None
    coverage: float | None = None
    coverage_low: float | None = None
    coverage_high: float | None = None
    missing_musts: str = ""
    flags: str = ""
    serious_flags: int | None = None
    duplicates: str = ""
    experience_months: int | None = None
    ml_months: int | None = None
    degree: str = ""
    skills: int | None = None
    hidden_text_would_add: float | None = None
    profile: str = ""
    as_of: str = ""
    error: str = ""
    reason: str = ""
    remedy: str = ""
    input_sha256: str = ""
    credits: tuple[tuple[str, float], ...] = ()
    fingerprint: Fingerprint | None = None


def row_of_batch(result: Report | Failure) -> Row:
    """The row of one result of a batch, with its fingerprint, by which duplicates are found among them."""
    plain = row(result)
    return plain if isinstance(result, Failure) else replace(plain, fingerprint=fingerprint(result.career.resume))


def row(result: Report | Failure) -> Row:
    """The row of one result."""
    if isinstance(result, Failure):
        where = f"{result.place}: " if result.place else ""
        return Row(
            file=result.source,
            status="failed",
            error=result.error,
            reason=one_line(where + result.reason, limit=500),
            remedy=one_line(result.remedy, limit=500),
        )
    return Row(
        file=result.source or "",
        status="scored",
        coverage=result.coverage,
        coverage_low=result.low,
        coverage_high=result.high,
        missing_musts=" ".join(result.missing_musts),
        flags=" ".join(flag.id for flag in result.flags),
        serious_flags=sum(flag.severity == "serious" for flag in result.flags),
        experience_months=result.experience_months,
        ml_months=result.ml_months,
        degree=result.degree,
        skills=len(result.skills),
        hidden_text_would_add=result.hidden_text_would_add,
        profile=result.profile,
        as_of=result.as_of.isoformat(),
        input_sha256=result.input_sha256,
        credits=tuple((one.id, one.credit) for one in result.requirements),
    )


def places(bounds: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The first and the last place (from 1) that each of several intervals may hold in their order, highest first.

    One interval stands clearly above another where it begins beyond the other's end; all others are ties. That of two
    ties one may be clearly below a third and the other not is why a place is a range and no single number.

    >>> places([(0.70, 0.80), (0.66, 0.72), (0.60, 0.68), (0.10, 0.20)])
    [(1, 2), (1, 3), (2, 3), (4, 4)]
    """
    lows = sorted(low for low, _ in bounds)
    highs = sorted(high for _, high in bounds)
    count = len(lows)
    return [(1 + count - bisect_right(lows, high), count - bisect_left(highs, low)) for low, high in bounds]


def frame(rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a DataFrame in their given order, ranked; one row a file, with the columns of ``COLUMNS``.

    Text that does not apply is "", a number that does not apply is missing.
    """
    import pandas as pd

    listed = with_duplicates(rows)
    columns: dict[str, list[object]] = {name: [getattr(one, name) for one in listed] for name in COLUMNS}
    ids = dict.fromkeys(id for one in listed for id, _ in one.credits)
    by_id = [dict(one.credits) for one in listed]
    columns |= {f"credit.{id}": [credits.get(id) for credits in by_id] for id in ids}
    return _ranked(pd.DataFrame(columns))


def with_duplicates(rows: Iterable[Row]) -> list[Row]:
    """Rows with the column ``duplicates`` filled in from their fingerprints."""
    listed = list(rows)
    with Duplicates() as index:
        for one in listed:
            if one.fingerprint is not None:
                index.add(one.file, one.fingerprint)
        return [one if one.fingerprint is None else replace(one, duplicates=named(index, one.file)) for one in listed]


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
    # numpy's numbers are no JSON types.
    return value.item() if hasattr(value, "item") else value


def requirements_frame(report: Report) -> pd.DataFrame:
    """One row a requirement of a report."""
    import pandas as pd

    names = ("id", "label", "need", "weight", "credit", "low", "high", "points", "reason")
    columns: dict[str, list[object]] = {name: [getattr(one, name) for one in report.requirements] for name in names}
    columns["evidence"] = [" | ".join(one_line(e.quote) for e in one.evidence) for one in report.requirements]
    columns["raise_by"] = [one.raise_by for one in report.requirements]
    return pd.DataFrame(columns)


def records_frame(records: Iterable[object], kind: type[Any], *, leave_out: Iterable[str] = ()) -> pd.DataFrame:
    """One row a record, the fields of its dataclass as columns; of no records, the columns alone."""
    import pandas as pd

    listed = tuple(records)
    names = [field.name for field in fields(kind) if field.name not in tuple(leave_out)]
    return pd.DataFrame({name: [getattr(one, name) for one in listed] for name in names}, columns=names)


def render(report: Report) -> str:
    """One report as CSV, one row a requirement."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["id", "label", "need", "weight", "credit", "low", "high", "points", "reason", "evidence"])
    for one in report.requirements:
        quotes = " | ".join(one_line(e.quote) for e in one.evidence)
        numbers = (one.weight, one.credit, one.low, one.high, one.points)
        writer.writerow([one.id, one.label, one.need, *numbers, _harmless(one.reason), _harmless(quotes)])
    return out.getvalue()


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
        self._writer.writerow([_harmless(value) if isinstance(value, str) else value for value in values])
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def finish(path: Path, parquet: Path, duplicates: Duplicates | None = None) -> pd.DataFrame:
    """Rank what a :class:`Writer` wrote: best first and failures last, as CSV in its place, and as Parquet.

    Args:
        path: The CSV file.
        parquet: Where the same goes with its types.
        duplicates: The index of the files, for the column ``duplicates``.
    """
    import pandas as pd

    text = dict.fromkeys([*_TEXT, "input_sha256"], "str")
    absent = {name: [""] for name in (*_WHOLE, *_SHARE)}
    done = pd.read_csv(path, encoding="utf-8-sig", dtype=text, keep_default_na=False, na_values=absent)
    if duplicates is not None:
        # The apostrophe that keeps a name from being a formula is none of its own.
        done["duplicates"] = [_harmless(named(duplicates, file.removeprefix("'"))) for file in done["file"]]
    for name in done.columns:
        if name.startswith("credit."):
            done[name] = pd.to_numeric(done[name], errors="coerce").astype("Float64")
    ranked = _ranked(done).sort_values(
        ["coverage", "file"], ascending=[False, True], na_position="last", kind="stable", ignore_index=True
    )
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
    bounds = table.loc[scored, ["coverage_low", "coverage_high"]].astype(float)
    held = places(list(bounds.itertuples(index=False, name=None)))
    for number, name in enumerate(("rank", "rank_last")):
        table[name] = pd.Series([place[number] for place in held], index=scored, dtype="Int64")
    return table


def _harmless(value: str) -> str:
    # A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text again.
    return "'" + value if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
