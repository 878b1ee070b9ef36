"""The two tables of an audit of selection: results, and the user's own table of groups, joined by the file's name."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aimatch.errors import AuditError, ReadError, shortened
from aimatch.outputs.table import as_given

if TYPE_CHECKING:
    import pandas as pd

#: The columns of a table of results that an audit reads.
NEEDED = ("file", "status", "coverage")
#: How people and programs write a decision.
_YES, _NO = frozenset({"yes", "y", "true", "1", "1.0"}), frozenset({"no", "n", "false", "0", "0.0"})
#: Signs that spreadsheets put between the cells of a CSV file, by country.
_SEPARATORS = ",;\t"
#: So many names are given as examples in a message.
_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """One row a file of the results: ``file``, ``status``, ``coverage`` and each column of the user's table ("" without an
    entry there), in ``rows``; ``by`` are the columns of groups, ``unknown`` the files of the user's table that are in no result;
    ``repeated`` tells how many files may be an application that another one is, too, ``incomplete`` how far a run came that
    was interrupted ("" for one that was not)."""

    rows: pd.DataFrame
    by: tuple[str, ...]
    unknown: tuple[str, ...]
    repeated: int
    incomplete: str = ""


def joined(
    results: str | os.PathLike[str] | pd.DataFrame,
    groups: str | os.PathLike[str] | pd.DataFrame,
    *,
    by: Sequence[str] = (),
    selected: str | None = None,
) -> Joined:
    """The results with each file's groups, and the column ``selected`` of decisions where one is named.

    Raises:
        AuditError: The tables don't hold what is asked of them; lists every problem.
        ReadError, FileNotFoundError: One of them is no table, or not there.
    """
    found, given = _table(results, "results"), _table(groups, "groups")
    source, own = _name(results, "results"), _name(groups, "groups")
    problems = [f"{source}: has no column {name!r}; give the table that `aimatch batch` or score_folder made"
                for name in NEEDED if name not in found.columns]  # fmt: skip
    if "file" not in given.columns:
        held = ", ".join(map(repr, given.columns))
        problems.append(f"{own}: has no column 'file' with the names as in the results; its columns are {held}")
    if problems:
        raise AuditError("the tables can't be audited", problems)
    columns = [name for name in given.columns if name != "file"]
    chosen = tuple(dict.fromkeys(by)) or tuple(name for name in columns if name != selected)
    problems = [f"{own}: has no column {name!r}; it has {', '.join(map(repr, columns)) or 'none beside file'}"
                for name in chosen if name not in columns]  # fmt: skip
    if selected is not None and selected not in {*columns, *found.columns}:
        problems.append(f"{own}: has no column {selected!r} of decisions, nor have the results")
    if not chosen:
        problems.append(f"{own}: has no column of groups beside the files")
    names = found["file"].map(str) if hasattr(results, "columns") else found["file"].map(str).map(as_given)
    keys = _keys(given["file"], set(names))
    problems += [
        f"{own}: {key!r} stands in {count} rows; keep one" for key, count in Counter(keys).items() if key and count > 1
    ]
    problems += _unlike(own, [key for key in keys if key], list(names))
    if problems:
        raise AuditError("the tables can't be audited", problems)
    rows = found[list(NEEDED)].assign(file=names, coverage=_numbers(found["coverage"]))
    at = {key: number for number, key in enumerate(keys) if key}
    rows_of = [at.get(name, -1) for name in names]
    for name in dict.fromkeys((*chosen, *((selected,) if selected else ()))):
        values = _texts(given[name] if name in columns else found[name])
        # The user's own table first: it is where decisions are kept.
        rows[f"own {name}"] = [values[row] if row >= 0 else "" for row in rows_of] if name in columns else values
    unknown = tuple(key for key in keys if key and key not in set(names))
    repeated = sum(map(bool, _texts(found["duplicates"]))) if "duplicates" in found.columns else 0
    incomplete = next(filter(None, _texts(found["incomplete"])), "") if "incomplete" in found.columns else ""
    return Joined(
        rows=rows.reset_index(drop=True), by=chosen, unknown=unknown, repeated=repeated, incomplete=incomplete
    )


def decisions(rows: pd.DataFrame, column: str) -> list[bool | None]:
    """A column of decisions; ``None`` where none was made.

    Raises:
        AuditError: A cell is neither a yes nor a no; each such wording is named.
    """
    values = list(rows[f"own {column}"])
    wrong = Counter(value for value in values if value and value.casefold() not in _YES | _NO)
    if wrong:
        raise AuditError(
            f"the column {column!r} holds no decisions",
            [
                f"{shortened(value)!r} in {count} rows: write yes or no (true, false, 1, 0), or nothing where none was made"
                for value, count in wrong.most_common(10)
            ],
        )
    return [value.casefold() in _YES if value else None for value in values]


def are_decisions(values: Iterable[str]) -> bool:
    """Whether the names of groups, "" for none, are all a yes or a no: a decision rather than what people told of
    themselves, or a question that they answered."""
    return {one.casefold() for one in values if one} <= _YES | _NO


def alike(values: Iterable[str]) -> list[tuple[str, ...]]:
    """Names of groups that differ only in their case."""
    kin: dict[str, list[str]] = {}
    for value in sorted({one for one in values if one}):
        kin.setdefault(value.casefold(), []).append(value)
    return [tuple(names) for names in kin.values() if len(names) > 1]


def _name(table: str | os.PathLike[str] | pd.DataFrame, default: str) -> str:
    return shortened(Path(table).name) if isinstance(table, (str, os.PathLike)) else f"the {default}"


def _table(source: str | os.PathLike[str] | pd.DataFrame, what: str) -> pd.DataFrame:
    import pandas as pd

    if isinstance(source, pd.DataFrame):
        return source.rename(columns=lambda name: str(name).strip())
    if not isinstance(source, (str, os.PathLike)):
        raise TypeError(f"{what} is a path or a DataFrame, not {type(source).__name__}")
    path = Path(source)
    if what == "results" and path.is_dir():
        path = path / "results.csv"  # the folder that a batch wrote
        if not path.exists():
            raise ReadError(
                "holds no results.csv", source=shortened(source), remedy="name what `aimatch batch --out` wrote"
            )
    name = shortened(path.name)
    if path.suffix.lower() in (".xlsx", ".xls", ".ods", ".numbers"):
        raise ReadError("is a spreadsheet, not a table of text", source=name, remedy="save it as CSV (UTF-8)")
    try:
        if path.suffix.lower() == ".parquet":
            return pd.read_parquet(path)
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(
            "is not UTF-8", source=name, place=f"byte {error.start}", remedy="save it as CSV (UTF-8)"
        ) from error
    except FileNotFoundError:
        raise FileNotFoundError(f"{shortened(source)}: no such file") from None
    except IsADirectoryError:
        raise ReadError("is a folder", source=name, remedy="name the CSV file in it") from None
    except (ValueError, OSError) as error:  # what pyarrow raises for a broken file
        raise ReadError("can't be read as a table", source=name, remedy="save it as CSV (UTF-8)") from error
    return _cells(text, name)


def _cells(text: str, name: str) -> pd.DataFrame:
    import pandas as pd

    head = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=head.count)
    rows = [row for row in csv.reader(text.splitlines(keepends=True), delimiter=separator) if any(map(str.strip, row))]
    if not rows:
        raise ReadError("is empty", source=name, remedy="its first line names the columns, as in file,sex")
    columns = [cell.strip() for cell in rows[0]]
    if any(count > 1 for cell, count in Counter(columns).items() if cell):
        raise ReadError("names a column twice", source=name, place="line 1", remedy="give each column its own name")
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > len(columns) and any(row[len(columns) :]):
            raise ReadError(f"has more cells than the {len(columns)} columns of the first line", source=name,
                            place=f"row {number}", remedy="put cells that hold a comma between quotation marks")  # fmt: skip
    filled = [(row + [""] * len(columns))[: len(columns)] for row in rows[1:]]
    table = pd.DataFrame(filled, columns=columns, dtype="str")
    return table[[column for column in columns if column]]


def _keys(files: pd.Series[str], names: set[str]) -> list[str]:
    """The files of the user's table by the names of the results, however a spreadsheet or Windows writes them: one a row,
    "" where the row names none."""
    keys = []
    for file in _texts(files):
        forms = (file, as_given(file), file.replace("\\", "/"), file.replace("\\", "/").removeprefix("./"))
        keys.append(next((one for one in forms if one in names), file))
    return keys


def _unlike(own: str, keys: Sequence[str], names: Sequence[str]) -> list[str]:
    if not names:
        return ["the results hold no file"]
    if not keys:
        return [f"{own}: names no file"]
    if set(keys) & set(names):
        return []
    theirs, ours = (", ".join(map(repr, several[:_NAMED])) for several in (keys, names))
    return [f"{own}: none of its files is in the results: it has {theirs}, the results have {ours}; write them alike"]


def _numbers(values: pd.Series[str]) -> pd.Series[float]:
    import pandas as pd

    # A spreadsheet of a country with decimal commas may have saved it anew.
    plain = values if pd.api.types.is_numeric_dtype(values) else values.astype("str").str.replace(",", ".", regex=False)
    return pd.to_numeric(plain, errors="coerce").astype("float64")


def _texts(values: Iterable[Any]) -> list[str]:
    import pandas as pd

    return ["" if pd.isna(value) else " ".join(str(value).split()) for value in values]
