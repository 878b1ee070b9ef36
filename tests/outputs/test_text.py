"""Text for the terminal."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from aimatch.model import Evidence
from aimatch.outputs import table, text
from aimatch.report import Failure, Report


def test_a_report_shows_what_it_rests_on(report: Report) -> None:
    shown = text.render(report)
    for expected in (
        "zoë & <co>.pdf for Small Role",
        "Coverage 62 %",
        "between 50 and 62 %",
        "6 years 4 months of experience; master's degree in Physics",
        "“Built <b>ETL</b> in Python” (page 1, Engineer, Acme & Sons)",
        "Musts missing (no evidence, or a hint of it): SQL",
        "serious: Who put",
        "May be innocent: a quotation; a template",
        "would have added 25.0 points; it added none",
        "Shown in work: Python (3.0 y)",
        "Only listed: PyTorch",
        "As of 2026-11-01; aimatch 0.1.0, taxonomy abc, profile 1",
    ):
        assert expected in shown


@pytest.mark.parametrize("width", [20, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    assert max(map(len, text.render(report, width=width).splitlines())) <= max(60, width)


def test_colours_are_only_added_never_needed(report: Report) -> None:
    plain = text.render(report)
    assert "\033" not in plain
    assert re.sub(r"\033\[\d+m", "", text.render(report, colour=True)) == plain


def test_quotes_can_be_left_out(report: Report) -> None:
    assert "Built" not in text.render(report, quotes=0)
    assert "taught Python" in text.render(report, quotes=3)


def test_a_resume_without_flags_or_months_says_so(report: Report) -> None:
    shown = text.render(replace(report, flags=(), experience_months=0, degree="none", degree_field="", source=None))
    assert "No flags." in shown
    assert "no dated experience; no degree found" in shown
    assert shown.startswith("resume for Small Role")


@pytest.mark.parametrize(("page", "note", "shown"), [
    (2, "skills", "“Ran it” (page 2, skills)"),
    (None, "skills", "“Ran it” (skills)"),
    (None, "", "“Ran it”\n"),
])  # fmt: skip
def test_a_quote_names_a_page_only_where_there_is_one(report: Report, page: int | None, note: str, shown: str) -> None:
    piece = Evidence(quote="Ran it", start=0, end=6, page=page, note=note)
    flag = replace(report.flags[0], evidence=(piece,))
    first = replace(report.requirements[0], evidence=(piece,))
    for one in (replace(report, flags=(flag,)), replace(report, requirements=(first, *report.requirements[1:]))):
        assert shown in text.render(one)


def test_a_ranking_is_best_first_with_failures_last(report: Report, failure: Failure) -> None:
    results = [
        replace(report, source="b.pdf", coverage=0.25, low=0.2, high=0.3),
        failure,
        replace(report, source="a.pdf", coverage=0.75, low=0.7, high=0.8),
        replace(report, source="c.pdf", coverage=0.25, low=0.25, high=0.25),
        replace(report, source="d.pdf", coverage=0.2, low=0.1, high=0.2),
    ]
    lines = text.ranking(map(table.row, results)).splitlines()
    ranks = [line.split()[:2] for line in lines[1:5]]
    # b overlaps with c and d, which are clearly apart.
    assert ranks == [["1", "a.pdf"], ["2–4", "b.pdf"], ["2–3", "c.pdf"], ["3–4", "d.pdf"]]
    assert "not scored: broken/café.pdf: page 2: ends in the middle (ask again)" in " ".join(lines[5].split())
    assert "note on c.pdf: page 3 is empty" in " ".join("\n".join(lines[6:]).split())
    limited = text.ranking(map(table.row, results), limit=1)
    assert "and 3 more" in limited
    assert "b.pdf" not in limited


@pytest.mark.parametrize("share", [0.0, 0.001, 0.5, 0.999, 1.0])
def test_a_bar_is_full_only_at_one_and_empty_only_at_nothing(report: Report, share: float) -> None:
    line = next(
        line
        for line in text.ranking([table.row(replace(report, coverage=share, low=share, high=share))]).splitlines()
        if str(report.source) in line
    )
    assert line.count("█") + line.count("·") == 10
    assert ("█" not in line) == (share == 0)
    assert ("·" not in line) == (share == 1)


def test_a_long_name_keeps_its_end(report: Report) -> None:
    # Files of one folder differ at their end more often than at their beginning.
    name = "applications/" * 8 + "zoe.pdf"
    shown = text.ranking([table.row(replace(report, source=name))], width=80)
    assert "zoe.pdf" in shown
    assert "…" in shown


@pytest.mark.parametrize("width", [40, 71, 72, 80, 95, 96, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_a_ranking_fits_its_terminal_and_shows_the_names(report: Report, width: int, colour: bool) -> None:
    rows = [table.row(replace(report, source=f"{name}-{'x' * 60}.pdf")) for name in "ab"]
    shown = re.sub(r"\033\[\d+m", "", text.ranking(rows, width=width, colour=colour))
    lines = shown.splitlines()
    assert max(map(len, lines)) <= max(60, width)
    assert all(line.split()[1].endswith("xxxxxxxxxxxxxxxx.pdf") for line in lines[1:3])
    # The columns stand below their headings.
    assert ("work" in lines[0]) == ("6.3 y" in lines[1]) == (width >= 72)
    for heading, value in (("work", "6.3 y"),) * (width >= 72) + (("flags", "2, 1 serious"),):
        assert abs(lines[0].index(heading) - lines[1].index(value)) <= 1


def test_files_that_may_be_one_application_are_named_once(report: Report) -> None:
    rows = [table.row(replace(report, source=f"{number:02}.pdf")) for number in range(40)]
    # As a table says it: the first eight of many, so that no two rows name the same.
    names = [one.file for one in rows]
    rows = [
        replace(one, duplicates=" | ".join([other for other in names[:30] if other != one.file][:8]) + " | and 21 more")
        if one.file in names[:30]
        else one
        for one in rows
    ]
    rows[35] = replace(rows[35], duplicates="36.pdf")
    rows[36] = replace(rows[36], duplicates="35.pdf")
    shown = " ".join(text.ranking(rows).split())
    assert shown.count("perhaps one application") == 2
    assert "00.pdf | 01.pdf | 02.pdf | 03.pdf | 04.pdf and 25 more" in shown
    assert "data): 35.pdf | 36.pdf" in shown
    many = [
        replace(table.row(replace(report, source=f"{side}{number}.pdf")), duplicates=f"{'ba'[side == 'b']}{number}.pdf")
        for number in range(14)
        for side in "ab"
    ]
    assert "and 4 more such groups" in text.ranking(many)
