"""Entries written as labelled lines: "Company: Foo", "Designation: Bar", "Duration: 2015 - 2017".

Labels stand one to a line or several in one ("Employer - Foo  Designation - Bar"). An entry begins with its employer's
label, or, where nobody labels the employer, with the first of its labels; then the line above names the employer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.names import NAMED, Names, merge_names
from aimatch.resume.names.parts import split_names, trim
from aimatch.resume.names.placed import without_place
from aimatch.resume.positions.entry_bounds import begins_block
from aimatch.resume.positions.name_lines import employer_above
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import NOTHING, Jobs, Label, jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Lines of labels at the head of an entry.
_HEAD_LINES = 8
#: Characters beside a date that may hold the names.
_NEAR = 90
#: Labels that make an entry: one alone stands in sentences too.
_PAIR = 2
#: Lines above the first entry in which a table may list the employers.
_OVERVIEW = 12
#: Characters of a line that names an employer.
_NAME = 100
#: Characters of a line that is the title above the labels.
_HEADLINE = 70
_DATED = re.compile(r"\s*[(\[][^()\[\]]*(?:19|20)\d\d[^()\[\]]*[)\]]")
_NAMING = frozenset({"employer", "title", "dates"})
_ELSEWHERE = frozenset({"education", "projects", "references", "certifications", "courses"})


@dataclass(slots=True)
class _Group:
    """The labels of one entry by what they label, each with its line, and the last line that carries one."""

    first: int
    last: int
    labels: dict[str, tuple[int, Label]] = field(default_factory=dict)
    count: int = 0


def labelled_entries(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], known: Jobs
) -> tuple[list[tuple[Position, int, int]], set[int]]:
    """The positions whose names are labelled, each with its first and last heading line, and the ids of the dates that
    they use. The dates are those of a date label, else the first span in the lines right behind."""
    by_line: dict[int, list[Dated]] = {}
    away: set[int] = set()
    for dated, role in entries:
        if role == "break":
            away.add(dated.line)
        elif role not in {"education", "project"}:
            by_line.setdefault(dated.line, []).append(dated)
    groups = [
        group
        for group in _groups(lines, outline, known)
        if "grant" not in group.labels
        and not (set(group.labels) == {"title"} and is_item(lines[group.first].text) and group.first - 1 in by_line)
        and ("dates" not in group.labels or group.labels["dates"][0] not in away)
        and (
            "employer" in group.labels or "project" not in group.labels or _under_employer(group, lines, outline, known)
        )
    ]
    found: list[tuple[Position, int, int]] = []
    used: set[int] = set()
    for place, group in enumerate(groups):
        following = groups[place + 1].first if place + 1 < len(groups) else len(lines)
        stop = min(following, group.first + _HEAD_LINES)
        owner = outline.owner[group.first]
        stop = next((number for number in range(group.first + 1, stop) if outline.owner[number] != owner), stop)
        when = _when(by_line, group, stop)
        names = _names(lines, outline, group, when, known)
        if names is None:
            continue
        if not names.title and not found:
            names = names._replace(title=_headline(lines, outline, group.first, known))
        if when is not None:
            labelled = [near for number in range(group.first, group.last + 1) for near in by_line.get(number, ())]
            used |= {id(when)} | {id(near) for near in labelled if near.span.start == when.span.start}
        last = when.last_line if when else group.first
        position = Position(
            title=names.title,
            employer=names.employer,
            start=when.span.start if when else None,
            end=when.span.end if when else None,
            text_start=lines[group.first].start,
            text_end=max(lines[last].end, lines[group.first].end),
            kind=known.kind(" | ".join((names.employer, names.title, lines[last].text[:120]))),
            precision=when.span.precision if when else "month",
            current=bool(when and when.span.current),
        )
        found.append((position, group.first, last))
    return found, used


def _groups(lines: list[Line], outline: Outline, known: Jobs) -> Iterator[_Group]:
    group: _Group | None = None
    for number, line in enumerate(lines):
        if outline.kind(number) in _ELSEWHERE:
            continue
        for place, label in enumerate(known.labels(line.text)):
            if place and group is not None and label.kind == "employer" and _repeats(lines, group, number, label):
                continue
            ends = group is not None and label.kind == "employer" and _ends(group, number, lines, outline, known)
            if group is None or not (ends or not _begins(group, label, number, lines, outline)):
                if group is not None:
                    yield group
                group = _Group(number, number)
            group.last = number if label.kind in _NAMING else group.last
            group.count += 1
            group.labels.setdefault(label.kind, (number, label))
    if group is not None:
        yield group


def _under_employer(group: _Group, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether the labels of a project that holds a title stand below the name of a company that opens a block: then they
    are those of the job there."""
    above = group.first - 1
    return (
        "title" in group.labels
        and outline.kind(group.first) == "experience"
        and above >= 0
        and known.has_legal_form(lines[above].text)
        and begins_block(above, lines, outline)
        and bool(employer_above(lines, outline, group.first, known))
    )


def _repeats(lines: list[Line], group: _Group, number: int, label: Label) -> bool:
    """Whether a label within a line names the employer of the entry once more."""
    name = _value(lines, group, "employer", None)
    return bool(name) and lines[number].text.startswith(name, label.body)


def _ends(group: _Group, number: int, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether the employer's label ends the entry that its dates open, as in the European form: of the labels that name, the
    next one opens another with its dates, or none follows."""
    owner, opener = outline.owner[group.first], next((kind for kind in group.labels if kind in _NAMING), "")
    whole = opener == "dates" and "title" in group.labels and "employer" not in group.labels
    if not whole or outline.owner[number] != owner:
        return False
    rest = (lines[at].text for at in range(number + 1, len(lines)) if outline.owner[at] == owner)
    kinds = (label.kind for text in rest for label in known.labels(text) if label.kind in _NAMING)
    return next(kinds, "dates") == "dates"


def _begins(group: _Group, label: Label, number: int, lines: list[Line], outline: Outline) -> bool:
    """Whether a label opens an entry of its own."""
    if number - group.first >= _HEAD_LINES or outline.owner[number] != outline.owner[group.first]:
        return True
    if "title" in group.labels and label.kind in group.labels and _below_name(number, lines):
        return True
    unnamed = "employer" not in group.labels
    opener = next(iter(group.labels))
    if label.kind == opener and (opener in _NAMING or (opener == "client" and number > group.first + group.count)):
        return True
    if label.kind == "employer" and unnamed and opener in {"dates", "title"} and number <= group.last + _PAIR:
        return False  # "Period: ...", or "Position: ...", above "Company: ..."
    if label.kind == "employer" or (number > group.last + 1 and "dates" in group.labels and unnamed):
        return True
    return unnamed and label.kind in {"title", "project"} and label.kind in {*group.labels, "project"}


def _below_name(number: int, lines: list[Line]) -> bool:
    """Whether the line above stands alone behind an empty one: the name of the next entry."""
    above = number - 1
    return (
        above >= 0 and lines[above].blank_before and not lines[number].blank_before and not is_item(lines[above].text)
    )


def _when(by_line: dict[int, list[Dated]], group: _Group, stop: int) -> Dated | None:
    near = [dated for line in range(group.first, stop) for dated in by_line.get(line, ())]
    if "dates" in group.labels:
        for dated in near:
            if dated.line == group.labels["dates"][0]:
                return dated
    for dated in near:
        if not dated.span.single and dated.line <= max(group.first + 1, group.last):
            return dated
    return None


def _names(lines: list[Line], outline: Outline, group: _Group, when: Dated | None, known: Jobs) -> Names | None:
    """The names of an entry; None if its labels make none."""
    title = _value(lines, group, "title", when)
    employer = _value(lines, group, "employer", when)
    beside = Names("", "", 0, [])
    dates = group.labels["dates"][0] if "dates" in group.labels else -1
    if when is not None and when.line != dates and (not title or employer.lower() in NOTHING):
        beside = merge_names((split_names(when.before[:_NEAR], known), split_names(when.after[:_NEAR], known)), known)
    if "employer" in group.labels:
        colon = ":" in lines[group.first].text[: group.labels["employer"][1].body]
        if group.count < _PAIR and not (colon and when is not None and (title or beside.title)):
            return None  # a dash alone makes no label: "Company - Foo 2012 - 2014"
        if (cut := known.acting_as.search(employer)) and known.names_title(employer[cut.end() :]):
            title, employer = title or trim(employer[cut.end() :]), employer[: cut.start()]
        title = title or beside.title
        employer = employer if employer.lower() not in NOTHING else beside.employer
        if not known.placeholder.sub("", employer).strip(" ,"):
            employer = ""
        title = title or _elsewhere(lines, group.first, employer, known)
        nothing = employer.lower() in NOTHING and not title and when is None
        return None if nothing else Names(title, without_place(trim(employer), known), NAMED, [])
    # Without an employer's label it must be plain that these are labels of a job: its title and its dates.
    if not title or when is None or when.span.single:
        return None
    # Below a company's name they are, under whatever heading the resume has its jobs.
    company = group.first > 0 and known.has_legal_form(lines[group.first - 1].text)
    if outline.kind(group.first) != "experience" and not company:
        return None
    both = merge_names((split_names(title, known), []), known)
    if both.title and both.strength == NAMED:
        return both  # "Job title: Analyst: Foo Ltd, Springfield"
    above = employer_above(lines, outline, group.first, known) or without_place(
        _value(lines, group, "client", when), known
    )
    return Names(title, above or beside.employer or (beside.rest[0] if beside.rest else ""), 0, [])


def _elsewhere(lines: list[Line], first: int, employer: str, known: Jobs) -> str:
    """The title that a line above joins to the employer's name ("Analyst - Foo Ltd" over "company - Foo Ltd")."""
    if len(employer) < _PAIR:
        return ""
    for line in lines[max(0, first - _OVERVIEW) : first]:
        if line.text.endswith(employer) and len(line.text) <= _NAME:
            title = line.text[: -len(employer)].rstrip()
            if title.endswith("-") and known.names_title(title):
                return trim(title)
    return ""


def _headline(lines: list[Line], outline: Outline, first: int, known: Jobs) -> str:
    """The title that stands alone above the skills and the first of the jobs: "Analyst", "Skill Details", "Company: Foo"."""
    above = (number for number in range(first - 1, -1, -1) if outline.kind(number) not in {"", "skills", "experience"})
    text = lines[next(above, first)].text
    alone = (
        known.names_title(text)
        and len(text) <= _HEADLINE
        and not any(map(str.isdigit, text))
        and text[-1] not in ".:,;"
    )
    if not alone or is_item(text) or is_prose(text) or find_degrees(text, trusted=True):
        return ""
    return merge_names((split_names(text, known), []), known).title


def _value(lines: list[Line], group: _Group, kind: str, when: Dated | None) -> str:
    """What stands behind a label, up to the next label or the date."""
    if kind not in group.labels:
        return ""
    number, label = group.labels[kind]
    line = lines[number]
    if kind == "title" and label.body >= len(line.text) and number + 1 < len(lines):
        return _value_below(lines[number + 1])
    stop = label.stop
    if when is not None and when.line == number and line.start + label.body <= when.span.text_start:
        stop = min(stop, when.span.text_start - line.start)
    return trim(_DATED.sub("", line.text[label.body : stop]).rstrip(" ([{"))


def _value_below(line: Line) -> str:
    """The title in the line below its label ("Position:"), if it may be one."""
    title = not line.blank_before and len(line.text) <= _HEADLINE and not is_item(line.text) and not is_prose(line.text)
    return trim(line.text) if title and not jobs().label(line.text) else ""
