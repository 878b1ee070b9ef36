"""The career as it was read, in words: each position and course of study, and how the months in total come about.

The totals of a report rest on it, and only who sees what was read can tell that an entry is missing or has wrong dates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aimatch.model import Education, Position, PositionKind
from aimatch.outputs.wording import DEGREE_LABELS, duration, one_line
from aimatch.report import Report
from aimatch.resume.experience import PAID

#: What stands in the place of dates that the reader could not make out.
NO_DATES = "no dates read"
#: How the kinds of a position other than employment are told; those that are no paid work say so.
KIND_LABELS: dict[PositionKind, str] = {
    "part-time": "part time",
    "internship": "internship",
    "freelance": "freelance",
    "teaching-assistant": "teaching assistant",
    "volunteer": "voluntary, not counted",
    "board": "board seat, not counted",
}
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One entry: ``when`` it was and how long (``months``, "" where nothing tells), ``what`` it was and what is to be said of
    it (``note``). ``dated`` tells whether dates were read."""

    when: str
    months: str
    what: str
    note: str
    dated: bool


def positions(report: Report) -> tuple[Line, ...]:
    """The positions in the order of the resume."""
    listed = zip(report.positions, report.experience.positions, strict=True)
    return tuple(_position(one, months) for one, months in listed)


def education(report: Report) -> tuple[Line, ...]:
    """The courses of study in the order of the resume."""
    return tuple(map(_course, report.education))


def basis(report: Report) -> str:
    """How the months in total come about, in one sentence."""
    found = report.experience
    paid = [one for one in report.positions if one.kind in PAID]
    dated = sum(one.start is not None for one in paid)
    told = sum(one.start is None and bool(one.stated_months) for one in paid)
    silent = sum(one.start is None and one.stated_months is None for one in paid)
    if not report.experience_months:
        return {
            "unpaid": "No paid work is told: the positions read are voluntary or on boards.",
            "unread": "No dates were read, so how long the person has worked is not known."
            if paid
            else "No position was made out, so how long the person has worked is not known.",
        }.get(found.basis, "The dated positions have not begun yet.")
    total = f"In total {duration(report.experience_months)}"
    if found.basis == "lengths":
        return f"{total}: the lengths told in words; no dates were read."
    if found.basis == "stated":
        return f"{total}: as the resume states in words; its dates {'cover less' if dated else 'were not read'}."
    if found.basis != "dates":
        return f"{total}."
    parts = [_counted(dated, "position")] if dated else []
    parts += [_counted(found.projects, "project") + " listed as work"] if found.projects else []
    more = f", and the lengths told of {told} more" if told else ""
    estimated = "; of dates without months the middle is taken" if _by_years(paid) else ""
    lost = f"; {silent} without readable dates count{'s' * (silent == 1)} nothing" if silent else ""
    return f"{total}: the dates of {' and '.join(parts)}, overlaps counted once{more}{estimated}{lost}."


def short_length(months: int) -> str:
    """Months as years and months in few letters.

    >>> short_length(0), short_length(7), short_length(24), short_length(131)
    ('0 m', '7 m', '2 y', '10 y 11 m')
    """
    years, rest = divmod(months, 12)
    parts = [f"{years} y" if years else "", f"{rest} m" if rest or not years else ""]
    return " ".join(part for part in parts if part)


def _position(one: Position, months: int | None) -> Line:
    named = [one_line(part, _LONGEST_NAME) for part in (one.title, one.employer)]
    return Line(
        when=_span(one.start, one.end, by_years=one.precision == "year"),
        months="" if months is None else short_length(months),
        what=", ".join(part for part in named if part) or "title and employer not read",
        note=KIND_LABELS.get(one.kind, ""),
        dated=one.start is not None,
    )


def _course(one: Education) -> Line:
    field = one.field if one.field.lower() not in one.degree.lower() else ""
    degree = " in ".join(part for part in (one.degree, field) if part)
    named = [one_line(part, _LONGEST_NAME) for part in (degree, one.institution)]
    level = DEGREE_LABELS[one.level] if one.level not in (None, "none") else ""
    if level.partition("'")[0] in degree.lower():  # written out as it is
        level = ""
    state = "expected" if one.expected else "" if one.completed else "not completed"
    return Line(
        # An entry has no precision of its own, so no more than its years is shown.
        when=_years(one),
        months="",
        what=", ".join(part for part in named if part) or "degree and school not read",
        note=", ".join(part for part in (level, state) if part),
        dated=one.start is not None or one.end is not None,
    )


def _span(start: date | None, end: date | None, *, by_years: bool) -> str:
    if start is None:
        return NO_DATES
    form = "%Y" if by_years else "%b %Y"
    first, last = start.strftime(form), end.strftime(form) if end else "present"
    return first if first == last else f"{first} – {last}"


def _years(one: Education) -> str:
    years = dict.fromkeys(str(day.year) for day in (one.start, one.end) if day is not None)
    if one.end is None and years and not one.completed:
        return f"since {' '.join(years)}"
    return " – ".join(years) or NO_DATES


def _by_years(paid: Iterable[Position]) -> bool:
    return any(one.start is not None and one.precision == "year" for one in paid)


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' * (number != 1)}"
