"""Dates within the account of a job: posts and honours that a sentence of it tells of, with the year they began."""

from __future__ import annotations

from collections.abc import Sequence

from aimatch.resume.entries import Dated
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line
from aimatch.resume.told import opening, told_in

#: Where positions are believed beside those of the experience: people put a short career under "Highlights" too.
_PLACES = frozenset(
    {"header", "experience", "summary", "objective", "skills", "education", "volunteering", "activities"}
)


def tells_aside(dated: Dated, above: Dated | None, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether a sentence below the heading of a job, dated as ``above``, says since when, or in which year of it,
    somebody was something there ("48 states. Driver trainer from 2014.", "Fittings, stock. Best seller of the region
    in 2017."). Who names another employer tells of another job."""
    if not dated.before or dated.bullet or not (dated.span.single or dated.span.current):
        return False
    line = lines[dated.line]
    if line.blank_before or not (line.text.endswith(".") or dated.after[:1].islower()):
        return False  # a heading
    if above is None or above.line == dated.line or outline.owner[above.line] != outline.owner[dated.line]:
        return False
    if lines[above.line].text.endswith(".") and above.before:
        return False  # "Owner, Foo, since 2012.", "Consultant, Bar, since 2018.": entries of one line each
    start, first, last = dated.span.start, above.span.start, above.span.end
    if first is None or start is None or start.year < first.year:
        return False
    # Who has been something since the year in which a job ended has another one.
    within = last is None or (start <= last if dated.span.single else start.year < last.year)
    return within and not _names_another(dated, known)


def _names_another(dated: Dated, known: Jobs) -> bool:
    """Whether an employer stands beside a date: a legal form, a word of organisations in capitals, or "at" and a
    name."""
    cased = " ".join(word for word in dated.rest.split() if word[0].isupper())
    near = f"{dated.before} | {dated.after[:60]}"
    return (
        known.has_legal_form(dated.rest) or known.names_employer(cased) or known.at_name.search(f" {near}") is not None
    )


def is_summed_up(dated: Dated, jobs_dates: Sequence[Dated], known: Jobs) -> bool:
    """Whether a sentence without an employer says since which year somebody has been something ("working / as a data
    scientist since 2020"), and the jobs tell of all this time."""
    start = dated.span.start
    if not dated.span.current or dated.span.precision != "year" or start is None:
        return False
    if dated.before.partition(" ")[0].lower() not in known.prose_as and opening(dated.before, known) is None:
        return False
    spans = [one.span for one in jobs_dates if one is not dated]
    begun = any(
        span.start and span.start.year <= start.year and (span.end is None or start.year <= span.end.year)
        for span in spans
    )
    return begun and any(span.current for span in spans) and not told_in(dated.before, known).employer


def stands_aside(dated: Dated, outline: Outline) -> bool:
    """Whether a date stands in a section whose entries are no jobs, or repeat them."""
    owner = outline.owner[dated.line]
    if owner < 0:
        return False
    section = outline.sections[owner]
    unlisted = section.kind == "other" and headings().kind(section.title) is None
    return section.kind not in _PLACES and not unlisted and not outline.scrambled
