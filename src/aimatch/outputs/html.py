"""HTML: one self-contained page for a report, or for a ranking with its reports. Nothing is fetched from anywhere.

The look is in ``templates/``: ``page.html`` (a whole page), ``ranking.html`` (the table of many), ``report.html`` (one
candidate), ``style.css`` and ``sort.js``, which the page carries in itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from aimatch.evidence import STRENGTHS
from aimatch.flags import HEURISTICS
from aimatch.model import RequirementResult, SkillResult
from aimatch.outputs import career, wording
from aimatch.outputs.row import Row, row
from aimatch.report import Report
from aimatch.score import MET_FROM

if TYPE_CHECKING:
    import jinja2


_INDENT = re.compile(r"\n\s+")
#: So many requirements are named as those that carry most of a coverage.
_STRONGEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A requirement's place in the waterfall from nothing to the total; all in percent of the whole profile.

    ``start`` is what the requirements above it add up to, ``gained`` what this one adds, ``missed`` what it could add.
    """

    result: RequirementResult
    start: float
    gained: float
    missed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A scored file of a ranking: its row with the places it may hold, and its report rendered, or "" where it was left
    out."""

    row: Row
    fragment: str = ""

    @property
    def rank(self) -> str:
        """Its places, as a person reads them."""
        first = self.row.rank or 0
        return wording.rank(first, self.row.rank_last or first)


def render(report: Report) -> str:
    """A report as a whole page."""
    return render_page(f"{report.source or 'Resume'}: {report.profile_title}", render_fragment(report, style=False))


def render_page(title: str, body: str) -> str:
    """A fragment as a whole page."""
    template = _environment().get_template("page.html")
    return template.render(title=title, body=_safe(body), style=_asset("style.css"), script="")


def render_answer(template: str, answer: object, *, style: bool = True) -> str:
    """One of the answers to a question about reports as a piece of a page, by the template of its kind."""
    return _environment().get_template(template).render(answer=answer, style=_insistent_style() if style else "")


def render_fragment(report: Report, *, style: bool = True, heading: bool = True) -> str:
    """A report as a piece of a page, for a notebook or a ranking; with its own style unless the page has it."""
    return _dense(
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            row=row(report),
            positions=career.positions(report),
            education=career.education(report),
            basis=career.basis(report),
            steps=waterfall(report),
            skills=_by_strength(report.skills),
            labels={one.id: one.label for one in report.requirements},
            strongest=_strongest(report),
            guide=report.interview_guide(),
            style=_insistent_style() if style else "",
            heading=heading,
        )
    )


def render_ranking(
    entries: Sequence[Entry],
    failures: Iterable[Row],
    *,
    profile_title: str,
    labels: dict[str, str],
    as_of: str,
    versions: dict[str, str],
    run: Mapping[str, Any],
) -> str:
    """Many results as one page: the ranking, what could not be read, and each report below.

    Args:
        entries: Best first; all that the page shows.
        failures: The rows of what could not be scored.
        profile_title: The role's title.
        labels: The requirements' labels by id, for the musts that are missing.
        as_of: The day that "present" means.
        versions: As in a report.
        run: What ``run.json`` tells: how many files there were, how many were scored, and which were not.
    """
    failed = list(failures)
    body = (
        _environment()
        .get_template("ranking.html")
        .render(
            entries=entries,
            failures=failed,
            profile_title=profile_title,
            labels=labels,
            as_of=as_of,
            versions=versions,
            run=run,
            same_as=_same_as(entries),
        )
    )
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=f"Ranking: {profile_title}", body=_safe(body), style=_asset("style.css"), script=_asset("sort.js")
        )
    )


def _same_as(entries: Iterable[Entry]) -> dict[str, str]:
    """For each file that may be one application with one above it in the ranking the first of these, which names the others."""
    found: dict[str, str] = {}
    listed: set[str] = set()
    for entry in entries:
        one = entry.row
        others = one.duplicates.split(" | ") if one.duplicates else []
        above = [found.get(other, other) for other in [one.copy_of, *others] if other in listed]
        if above:
            found[one.file] = above[0]
        listed.add(one.file)
    return found


def waterfall(report: Report) -> tuple[Step, ...]:
    """The requirements, the largest gain first, each standing on what those before it add up to."""
    total = sum(one.weight for one in report.requirements) or 1.0
    ordered = sorted(report.requirements, key=lambda one: (-one.points, -one.weight, one.id))
    steps = []
    reached = 0.0
    for one in ordered:
        missed = max(0.0, one.weight / total - one.points)
        steps.append(Step(result=one, start=100 * reached, gained=100 * one.points, missed=100 * missed))
        reached += one.points
    return tuple(steps)


def _strongest(report: Report) -> tuple[str, ...]:
    """The labels of the requirements that carry most of the coverage, those met well only."""
    met = [step.result for step in waterfall(report) if step.result.credit >= MET_FROM]
    return tuple(one.label for one in met[:_STRONGEST])


def _by_strength(skills: Iterable[SkillResult]) -> tuple[tuple[str, tuple[SkillResult, ...]], ...]:
    listed = tuple(skills)
    groups = (
        (wording.STRENGTH_LABELS[strength], tuple(one for one in listed if one.strength == strength))
        for strength in reversed(STRENGTHS)
    )
    return tuple(group for group in groups if group[1])


@cache
def _environment() -> jinja2.Environment:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "percent": wording.percent,
        "points": wording.points,
        "duration": wording.duration,
        "years": wording.short_duration,
        "line": wording.one_line,
        "place": wording.place,
        "standing": wording.standing,
        "raised": wording.raised,
        "supposed": wording.supposed,
        "verdict": wording.verdict,
    }
    environment.globals |= {
        "interval": wording.interval,
        "degrees": wording.DEGREE_LABELS,
        "flag_titles": {one.id: one.title for one in HEURISTICS},
    }
    return environment


@cache
def _asset(name: str) -> str:
    return resources.files("aimatch.outputs").joinpath("templates", name).read_text("utf-8")


@cache
def _insistent_style() -> str:
    """The style of a piece among a notebook's own, which has rules for tables, lists and terms that it must outweigh."""
    return _asset("style.css").replace(".aimatch ", ".aimatch.aimatch.aimatch ")


def _dense(rendered: str) -> str:
    """A piece of a page without the indentation of its template, a tenth of a report's size; what it quotes is on one line."""
    return _INDENT.sub("\n", rendered)


def _safe(rendered: str) -> str:
    from markupsafe import Markup

    # Escaped already, by the template that rendered it.
    return Markup(rendered)
