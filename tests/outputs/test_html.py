"""The page: everything in it, nothing fetched, nothing a resume says is run."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

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


def ranking(report: Report, failure: Failure) -> str:
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
        total=4,
        scored=3,
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


def test_a_page_of_failures_only(failure: Failure) -> None:
    page = html.render_ranking(
        [], [table.row(failure)], profile_title="Small Role", labels={}, as_of="2026-11-01", versions={}, total=1,
        scored=0,
    )  # fmt: skip
    checked(page)
    assert "0 of 1 file scored" in page
