"""Tables: one row a file, documented columns, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.model import Severity
from aimatch.outputs import table
from aimatch.report import Failure, Report


def results(report: Report, failure: Failure) -> list[Report | Failure]:
    return [
        replace(report, source="b.pdf", coverage=0.25, low=0.2, high=0.3),
        failure,
        replace(report, source="a.pdf", coverage=0.75, low=0.7, high=0.8, flags=(), missing_musts=()),
        replace(report, source="c.pdf", coverage=0.25, low=0.24, high=0.25),
    ]


def test_a_frame_has_the_documented_columns_and_the_order_given(report: Report, failure: Failure) -> None:
    frame = table.frame(map(table.row, results(report, failure)))
    assert list(frame.columns) == [*table.COLUMNS, "credit.python", "credit.sql", "credit.pytorch"]
    assert list(frame["file"]) == ["b.pdf", "broken/café.pdf", "a.pdf", "c.pdf"]
    # Overlapping intervals share their places; a failure has none.
    assert list(frame["rank"].fillna(0)) == [2, 0, 1, 2]
    assert list(frame["rank_last"].fillna(0)) == [3, 0, 1, 3]
    assert frame["rank"].dtype == "Int64"
    assert frame["coverage"].dtype == "Float64"
    assert frame.loc[0, "credit.pytorch"] == 0.5


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted).map(tuple), max_size=12))
def test_places_are_those_that_the_intervals_leave_open(bounds: list[tuple[float, float]]) -> None:
    for (low, high), (first, last) in zip(bounds, table.places(bounds), strict=True):
        assert first == 1 + sum(other > high for other, _ in bounds)
        assert last == len(bounds) - sum(other < low for _, other in bounds)


def test_months_that_are_not_known_are_missing(tmp_path: Path, report: Report) -> None:
    rows = [
        replace(table.row(replace(report, source=name)), experience_months=months, ml_months=months)
        for name, months in (("a.pdf", None), ("b.pdf", 0), ("c.pdf", 7))
    ]
    writer = table.Writer(tmp_path / "results.csv", [])
    for one in rows:
        writer.write(one)
    writer.close()
    ranked = table.finish(tmp_path / "results.csv", tmp_path / "results.parquet")
    for frame in (table.frame(rows), ranked, pd.read_parquet(tmp_path / "results.parquet")):
        for name in ("experience_months", "ml_months"):
            assert frame[name].dtype == "Int64"
            assert [None if pd.isna(one) else one for one in frame[name]] == [None, 0, 7]
    assert [one.experience_months for one in table.rows(ranked)] == [None, 0, 7]


def test_every_column_is_told(report: Report) -> None:
    assert list(table.CREDIT_COLUMNS) == ["credit.<id>"]
    assert list(report.to_frame().columns) == list(table.REQUIREMENT_COLUMNS)
    page = (Path(__file__).parents[2] / "docs" / "score.md").read_text("utf-8")
    for name in (*table.COLUMNS, *table.CREDIT_COLUMNS):
        assert f"`{name}`" in page, name


def test_a_failure_says_why_and_has_no_score(failure: Failure) -> None:
    row = table.row(failure)
    assert (row.status, row.coverage, row.error) == ("failed", None, "ReadError")
    assert row.reason == "page 2: ends in the middle"
    assert row.remedy == "ask again"


def test_a_frame_of_nothing_still_has_its_columns() -> None:
    assert list(table.frame([]).columns) == list(table.COLUMNS)
    assert len(table.frame([])) == 0


def test_a_table_is_complete_after_each_row(tmp_path: Path, report: Report, failure: Failure) -> None:
    path = tmp_path / "results.csv"
    writer = table.Writer(path, ["python", "sql", "pytorch"])
    for number, one in enumerate(results(report, failure), start=1):
        writer.write(table.row(one))
        # As it would be found after a power cut: no close, no flush by us.
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.DictReader(file))) == number
    writer.close()


def test_the_finished_table_is_ranked_and_the_same_in_both_formats(
    tmp_path: Path, report: Report, failure: Failure
) -> None:
    path = tmp_path / "results.csv"
    writer = table.Writer(path, ["python", "sql", "pytorch"])
    for one in results(report, failure):
        writer.write(table.row(one))
    writer.close()
    table.finish(path, tmp_path / "results.parquet")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["file"] for row in rows] == ["a.pdf", "b.pdf", "c.pdf", "broken/café.pdf"]
    assert [row["rank"] for row in rows] == ["1", "2", "2", ""]
    assert [row["rank_last"] for row in rows] == ["1", "3", "3", ""]
    parquet = pd.read_parquet(tmp_path / "results.parquet")
    assert list(parquet["file"]) == [row["file"] for row in rows]
    assert list(parquet.columns) == list(rows[0])
    assert parquet.loc[0, "coverage"] == float(rows[0]["coverage"]) == 0.75
    again = table.rows(parquet)
    assert [one.status for one in again] == ["scored", "scored", "scored", "failed"]
    assert again[0].experience_months == 76
    assert again[3].coverage is None


def test_a_table_of_failures_only(tmp_path: Path, failure: Failure) -> None:
    path = tmp_path / "results.csv"
    writer = table.Writer(path, ["python"])
    writer.write(table.row(failure))
    writer.close()
    ranked = table.finish(path, tmp_path / "results.parquet")
    assert list(ranked["status"]) == ["failed"]
    assert ranked["rank"].isna().all()


@pytest.mark.parametrize("name", ["=1+1.pdf", "+x.pdf", "-x.pdf", "@x.pdf", "\t=1+1.pdf", "\r=1+1.pdf"])
def test_a_file_name_can_not_be_a_formula(tmp_path: Path, report: Report, name: str) -> None:
    path = tmp_path / "results.csv"
    writer = table.Writer(path, [])
    writer.write(table.row(replace(report, source=name)))
    writer.close()
    assert f"'{name}".encode() in path.read_bytes()


@pytest.mark.parametrize(
    ("severities", "serious", "reason"),
    [
        (("caution", "caution"), 0, "what is only worth a question"),
        (("serious", "caution", "info", "serious"), 2, "those alone that are told first"),
    ],
)
def test_a_row_counts_the_serious_flags(
    report: Report, severities: tuple[Severity, ...], serious: int, reason: str
) -> None:
    flags = tuple(replace(report.flags[0], severity=one) for one in severities)
    assert table.row(replace(report, flags=flags)).serious_flags == serious, reason


def test_a_spreadsheet_knows_the_encoding_of_a_ranked_table(tmp_path: Path, report: Report) -> None:
    path = tmp_path / "results.csv"
    writer = table.Writer(path, [])
    writer.write(table.row(report))
    writer.close()
    for ranked in (False, True):
        if ranked:
            table.finish(path, tmp_path / "results.parquet")
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), ranked


def test_one_row_a_requirement(report: Report) -> None:
    frame = report.to_frame()
    assert list(frame["id"]) == ["python", "sql", "pytorch"]
    assert frame["points"].sum() == report.coverage
    assert frame.loc[0, "evidence"] == "Built <b>ETL</b> in Python | Python, SQL | taught Python"
    rendered = list(csv.DictReader(table.render(report).splitlines()))
    assert [row["id"] for row in rendered] == list(frame["id"])
    assert rendered[2]["evidence"] == "'=PyTorch"
