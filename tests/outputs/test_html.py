"""The page: everything in it, nothing fetched, nothing a resume says is run."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from importlib import resources
from itertools import pairwise

import pytest

import aimatch
from aimatch.outputs import html, table
from aimatch.outputs.html import Entry
from aimatch.report import Failure, Report

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Checker(HTMLParser):
    """Checks that elements are closed in order, and collects what matters here."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if "id" in named:
            self.ids.append(named["id"] or "")
        self.references += [value or "" for name, value in attrs if name in ("src", "href", "action", "srcset")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(page: str) -> Checker:
    checker = Checker()
    checker.feed(page)
    checker.close()
    assert checker.open == []
    assert len(checker.ids) == len(set(checker.ids))
    return checker


#: What a run of four files tells, one of which failed.
RUN = {"incomplete": "", "files": 4, "scored": 3, "failed": 1, "not_reached": [], "passed_over": []}


def ranking(report: Report, failure: Failure, **changed: object) -> str:
    shown = replace(report, source="a.pdf")
    other = replace(report, source="b.pdf", coverage=0.25)
    entries = [
        Entry(
            row=replace(table.row(shown), rank=1, rank_last=1),
            fragment=html.render_fragment(shown, style=False, heading=False),
        ),
        Entry(row=replace(table.row(other), rank=2, rank_last=3)),
    ]
    return html.render_ranking(
        entries,
        [table.row(failure)],
        profile_title="Small Role",
        labels={"sql": "SQL"},
        as_of="2026-11-01",
        versions=report.versions,
        run=RUN | changed,
    )


def test_a_page_is_well_formed_and_self_contained(report: Report, failure: Failure) -> None:
    for page in (report.to_html(), ranking(report, failure)):
        references = checked(page).references
        assert all(one.startswith("#") for one in references), references
        assert not re.search(r"url\(|@import|https?://", page)
        assert page.startswith("<!DOCTYPE html>")
        assert '<html lang="en">' in page


def test_what_a_resume_says_is_shown_not_run(report: Report) -> None:
    page = report.to_html()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "Built &lt;b&gt;ETL&lt;/b&gt; in Python" in page


def test_a_report_shows_everything_a_recruiter_checks(report: Report) -> None:
    page = report.to_html()
    for expected in (
        "62 %", "between 50 and 62 %", "6 years 4 months", "master&#39;s degree", "Physics", "What happened in 2020?",
        "Would raise it: a position", "May well be innocent", "care for a relative", "page 2, skills",
        "As of 2026-11-01", "taxonomy abc", "would have added 25.0 points", "page 3 is empty",
    ):  # fmt: skip
        assert expected in page


def test_the_waterfall_goes_from_nothing_to_the_total(report: Report) -> None:
    steps = html.waterfall(report)
    assert [step.result.id for step in steps] == ["python", "pytorch", "sql"]
    assert steps[0].start == 0
    for step, following in pairwise(steps):
        assert following.start == pytest.approx(step.start + step.gained)
    assert steps[-1].start + steps[-1].gained == pytest.approx(100 * report.coverage)
    assert sum(step.gained + step.missed for step in steps) == pytest.approx(100)


def test_a_ranking_links_each_candidate_to_its_report(report: Report, failure: Failure) -> None:
    page = ranking(report, failure)
    checker = checked(page)
    assert {one[1:] for one in checker.references} <= set(checker.ids)
    assert "ends in the middle" in page
    assert "The best 2 of 3 are shown" in page
    assert ">1</td>" in page
    assert ">2–3</td>" in page
    assert page.count("<style>") == 1


def test_the_same_report_gives_the_same_page(report: Report) -> None:
    assert report.to_html() == replace(report).to_html()


def test_a_notebook_gets_a_fragment_with_its_own_style(report: Report) -> None:
    fragment = report._repr_html_()
    assert "<style>" in fragment
    assert "<html" not in fragment
    # Everything is scoped, so that a report can't restyle the notebook around it.
    style = fragment[fragment.index("<style>") + 7 : fragment.index("</style>")]
    selectors = re.findall(r"(?:^|[}\n;])\s*([^{}@;]+)\{", style)
    assert all(one.strip().startswith(".aimatch") for group in selectors for one in group.split(","))


def test_a_piece_outweighs_the_style_of_a_notebook(report: Report) -> None:
    # JupyterLab: `.jp-RenderedHTMLCommon dt { float: left }`, `… tbody tr:nth-child(odd) { background: … }` and more.
    for fragment in (report._repr_html_(), report.interview_guide()._repr_html_()):
        assert '<div class="aimatch am-alone">' in fragment
        assert ".aimatch.aimatch.aimatch dt{float:none" in fragment
        assert ".aimatch.aimatch.aimatch tbody tr:nth-child(n){background:none" in fragment
        assert "\n.aimatch dt{" not in fragment
    assert "\n.aimatch dt{float:none" in report.to_html()


def test_a_page_of_failures_only(failure: Failure) -> None:
    page = html.render_ranking(
        [], [table.row(failure)], profile_title="Small Role", labels={}, as_of="2026-11-01", versions={},
        run=RUN | {"files": 1, "scored": 0},
    )  # fmt: skip
    checked(page)
    assert "0 of 1 file scored" in page


def test_an_interrupted_run_is_told_above_the_ranking(report: Report, failure: Failure) -> None:
    page = ranking(
        report, failure, incomplete="4 of 60 files", files=60, not_reached=[f"{number}.pdf" for number in range(56)]
    )
    checked(page)
    notice = page.index("This run was interrupted.</b> Only 4 of 60 files have a result; 56 were not reached")
    assert notice < page.index('id="ranking"')
    assert "interrupted" not in ranking(report, failure)


def test_files_that_were_passed_over_are_named(report: Report, failure: Failure) -> None:
    page = ranking(report, failure, passed_over=[".DS_Store", "~$<b>.docx"])
    checked(page)
    assert "2 hidden or temporary files were passed over" in page
    assert "<li>~$&lt;b&gt;.docx</li>" in page
    many = ranking(report, failure, passed_over=[f".{number}" for number in range(230)])
    assert "and 30 more" in many
    assert "passed over" not in ranking(report, failure)


def many(report: Report, rows: list[table.Row]) -> str:
    return html.render_ranking(
        [Entry(row=replace(one, rank=1, rank_last=1)) for one in rows], [], profile_title="Small Role", labels={},
        as_of="2026-11-01", versions={}, run=RUN | {"scored": len(rows)},
    )  # fmt: skip


def test_a_group_of_files_is_named_in_its_first_row_only(report: Report) -> None:
    names = [f"{number}.pdf" for number in range(9)]
    rows = [
        replace(table.row(replace(report, source=one)), duplicates=" | ".join(other for other in names if other != one))
        for one in names
    ]
    rows[1] = replace(rows[1], copy_of="0.pdf")
    page = many(report, rows)
    checked(page)
    assert page.count("perhaps the same application: 1.pdf | 2.pdf") == 1
    assert page.count("copy of 0.pdf") == 1
    assert page.count("perhaps the same application as 0.pdf") == 7


def test_many_rows_can_be_filtered_and_the_best_come_first(report: Report) -> None:
    rows = [table.row(replace(report, source=f"{number}.pdf")) for number in range(12)]
    page = many(report, rows)
    assert '<input type="search" id="filter"' in page
    assert 'id="filter"' not in many(report, rows[:3])
    first = dict(
        re.findall(r'<button type="button"(?: data-first="(\w+)")?>([^<]+)', page)[number][::-1] for number in range(8)
    )
    assert {name for name, order in first.items() if order} == {"Coverage", "Experience", "in AI or ML", "Degree"}


def test_months_that_are_not_known_are_a_dash_and_no_number(report: Report) -> None:
    rows = [replace(table.row(report), experience_months=months, ml_months=months) for months in (None, 0, 18)]
    cells = re.findall(r'data-label="Experience" data-sort="(\d*)">([^<]+)<', many(report, rows))
    assert cells == [("", "–"), ("0", "0 y"), ("18", "1.5 y")]


def test_quotes_of_a_file_without_pages_name_none(report: Report) -> None:
    text = aimatch.score("Skills\nPython\n\nExperience\nClerk, Acme, 2015 - 2020\n- Filed in Python", report.role)
    assert any(one.evidence for one in text.requirements)
    for shown in (text.to_html(), text.interview_guide().to_html(), text.interview_guide().to_text()):
        assert "page 1" not in shown
        assert "()" not in shown
    assert "page 2, skills" in report.to_html()


def test_headings_go_down_one_level_at_a_time(report: Report, failure: Failure) -> None:
    for page in (report.to_html(), ranking(report, failure), report.interview_guide().to_html()):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels


def test_what_is_missing_is_named_in_full_and_reached_by_the_keyboard(report: Report, failure: Failure) -> None:
    page = report.to_html()
    assert "<dt>Missing</dt><dd>SQL</dd>" in page
    assert "<dt>Well shown</dt><dd>Python</dd>" in page
    assert '<details class="am-musts"><summary>1</summary>' in ranking(report, failure)


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(2 * one for one in digits) if len(digits) == 3 else digits
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


TEXT = "ink/card soft/card soft/tile soft/ask soft/chip blue/card quote/card ink/chip caution-ink/caution"
TEXT += " serious-ink/serious info-ink/info soft/hover quote/ask"
BARS = "blue/track green/track amber/track grey/track range/track"


@pytest.mark.parametrize(("pairs", "least"), [(TEXT, 4.5), (BARS, 3.0)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_colours_have_the_contrast_that_wcag_asks_for(mode: str, pairs: str, least: float) -> None:
    light, dark = (
        dict(re.findall(r"--([\w-]+):(#\w+)", block)) for block in style().split("prefers-color-scheme:dark")
    )
    known = light if mode == "light" else dark
    for pair in pairs.split():
        lighter, darker = sorted((luminance(known[name]) for name in pair.split("/")), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= least, pair


def style() -> str:
    return resources.files("aimatch.outputs").joinpath("templates", "style.css").read_text("utf-8")


def test_paper_is_white_and_holds_whole_tables() -> None:
    assert "@media screen and (prefers-color-scheme:dark)" in style()
    printed = style().partition("@media print{")[2]
    assert ".am-scroll{overflow:visible" in printed  # a scrolled table is cut off on paper
    assert "tfoot{display:table-row-group}" in printed  # else each sheet ends with the total


def test_a_comparison_needs_no_scrolling_sideways(report: Report) -> None:
    page = aimatch.compare(report, replace(report, source="b.pdf")).to_html()
    rows = page.partition("<tbody>")[2].partition("</tbody>")[0].split("<tr>")[1:]
    assert rows
    # On a narrow screen the cells stand below one another, each with the name from the head of its column.
    assert all(row.count(f'data-label="{escape(str(name))}"') == 1 for row in rows for name in (report.source, "b.pdf"))
    narrow = style().partition("@media screen and (max-width:760px){")[2].partition("@media")[0]
    assert ".am-compare td:nth-child(n+3){grid-column:1/-1}" in narrow
