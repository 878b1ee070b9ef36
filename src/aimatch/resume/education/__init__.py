"""Education: courses of study with their level, field, school and time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from aimatch.model import Degree, Education, Resume
from aimatch.resume.education.course import Place, course, course_without_degree
from aimatch.resume.education.field_kinds import field_kind, field_of
from aimatch.resume.education.schools import schools
from aimatch.resume.education.study_lines import LONG, REMARK, Studied
from aimatch.resume.education.told_once import courses, names_in, without_school_names
from aimatch.resume.education.untaken import is_untaken
from aimatch.resume.entries import Dated, Role
from aimatch.resume.rules.certificates import Named
from aimatch.resume.rules.degrees import RANK, degrees
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

_DIGIT = re.compile(r"\d")
_WHERE = frozenset({"education", "header", "summary", "certifications", "courses", "other", "personal", "objective"})

#: Years that a course of study takes.
_LASTS = 4
#: Where a degree is not the person's: what is to come (unless a school or a year stands beside it), and who vouches.
_NOT_HELD = frozenset({"learning", "not-used", "references"})


def find_education(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], lower: str
) -> tuple[Education, ...]:
    """The courses of study, in order of place.

    Lines that name a degree are read where a resume speaks of education; in the rest of it only if nothing is found
    there, or if the order of its lines is lost.
    """
    known = degrees()
    dates: dict[int, list[Dated]] = {}
    for found, role in entries:
        for number in range(found.line, found.last_line + 1) if role not in {"position", "told"} else ():
            dates.setdefault(number, []).append(found)
    dated = {number: found[-1] for number, found in dates.items()}
    whole = Studied(lines=lines, outline=outline, dated=dated, dates=dates)
    starts = [line.start for line in lines]
    kinds = [outline.kind(number) for number in range(len(lines))]
    studied = {number for number, kind in enumerate(kinds) if kind == "education"}
    studied |= {found.line for found, role in entries if role == "education" and kinds[found.line] == "experience"}
    told = {n for n, kind in enumerate(kinds) if kind in _WHERE | {"learning"} and _may_tell(lines[n].text)}
    chosen = studied | told | _strayed(lines, kinds)
    likely = [(part.start, part.end) for part in outline.sections if part.kind in _WHERE and part.kind != "education"]
    for spans in [[(0, len(lower))]] if outline.scrambled else [likely, [(0, len(lower))]]:
        hinted = {bisect_right(starts, place) - 1 for span in spans for place in known.hinted(lower, *span)}
        hinted -= {n for n in hinted if kinds[n] in _NOT_HELD and not (kinds[n] == "learning" and _is_dated(lines[n]))}
        named = {}
        for number in sorted(chosen | (hinted - {-1})):
            text = lines[number].text
            trusted = outline.scrambled or number in studied or number in told or _is_told(text)
            names = [] if schools().is_table_head(text) else find_degrees(text[:LONG], trusted=trusted)
            if names := [name for name in names if not is_untaken(text, name.start, name.end)]:
                named[number] = names
        named = without_school_names(named, lines, outline)
        if not any(RANK[name.level] > RANK["none"] for names in named.values() for name in names):
            named |= _qualifications(lines, outline, dated)
        if named:
            return courses(_read(named, whole))
    return _without_degrees(studied, whole)


def _read(named: dict[int, list[Named]], studied: Studied) -> list[tuple[Education, Named, bool]]:
    """The courses of study of the lines that name degrees, each with its name and whether the education lists it."""
    claimed = set(named)
    found = []
    heads: dict[int, int] = {}  # by the line of a degree the one above that names its school and its time
    for number, names in named.items():
        text = studied.lines[number].text
        once = names_in(names, text)
        used: set[int] = set()
        above = heads.get(number - 1) if not studied.lines[number].blank_before else None
        for order, name in enumerate(once):
            place = Place(number=number, names=tuple(once), order=order, head=above)
            entry = course(place, studied, claimed, used)
            found.append((entry, name, studied.outline.kind(number) == "education"))
        if len(used) == 1 and max(used) < number:
            heads[number] = max(used)
        claimed |= used
    return found


def _may_tell(text: str) -> bool:
    """Whether a line outside of the education may tell of it: one with a school and a number, or under a label."""
    return bool(_DIGIT.search(text) and degrees().names_school(text)) or schools().labels_education(text)


def _is_dated(line: Line) -> bool:
    """Whether a line names a school or holds a number."""
    return bool(_DIGIT.search(line.text)) or degrees().names_school(line.text)


def _is_told(text: str) -> bool:
    """Whether a line tells of education by itself."""
    return degrees().names_school(text) or schools().labels_education(text)


def _without_degrees(numbers: set[int], studied: Studied) -> tuple[Education, ...]:
    """The courses of study of an education that names schools only; the faculty below a university, with the time, is no
    other."""
    lines, dated = studied.lines, studied.dated
    taught = {n for n in numbers if degrees().names_school(lines[n].text) and len(lines[n].text) <= LONG}
    parts = {n for n in taught if n - 1 in taught and n in dated and n - 1 not in dated and not lines[n].blank_before}
    alone = (course_without_degree(number, studied, taught - parts) for number in sorted(taught - parts))
    return tuple(entry for entry in alone if entry is not None)


def _strayed(lines: list[Line], kinds: list[str]) -> set[int]:
    """The lines of the experience that begin with a degree's whole name ("Master's degree, Physics"): a column beside it
    lost its place."""
    found = set()
    for number, line in enumerate(lines):
        if (
            kinds[number] == "experience"
            and line.text[0] in degrees().bare_initials
            and degrees().may_begin(line.text)
            and degrees().hinted(line.text.lower(), 0, REMARK)
        ):
            named = next(iter(find_degrees(line.text[:LONG], trusted=False)), None)
            rest = line.text[named.end :].lstrip() if named else ""
            if named and named.start == 0 and degrees().is_bare_level(named.form) and rest[:1] in {",", ":"}:
                found.add(number)
    return found


def _qualifications(lines: list[Line], outline: Outline, dated: dict[int, Dated]) -> dict[int, list[Named]]:
    """What somebody became at a university that awards no degree of another name ("engineer", "specialist"), and with what
    honours somebody left it."""
    known = degrees()
    found: dict[int, list[Named]] = {}
    for number, line in enumerate(lines):
        # A row of a form ("2012 | 3 | Graduated from Foo University") may stand under a heading of its own.
        row = number in dated and not dated[number].before and outline.kind(number) in _WHERE | {"experience"}
        listed = outline.kind(number) == "education"
        if not (listed or row) or jobs().certifies(line.text) or len(line.text) > LONG:
            continue
        left = schools().graduated.search(line.text)
        if left and not find_degrees(line.text, trusted=True):
            found[number] = [Named(level="bachelor", form="bachelor", start=left.start(), end=left.end())]
        if not listed:
            continue
        word = schools().qualifications.search(line.text)
        honours = None if word else schools().honours.search(line.text)
        if word is None and honours is None:
            continue
        near = [
            at for at in (number, number - 1, number + 1, number - 2)
            if 0 <= at < len(lines) and outline.kind(at) == "education"
            and (at > number - 2 or (at in dated and not dated[at].rest))  # the time above the school
        ]  # fmt: skip
        named = [lines[at].text for at in near if known.names_school(lines[at].text)]
        spans = [dated[at].span for at in near if at in dated and not dated[at].span.single]
        long = any(schools().is_long(span.start, span.end) for span in spans)
        if honours:
            named = named[:1] if known.names_school(line.text) else named
            if long and any(map(schools().is_left_with_honours, named)):
                found[number] = [Named(level="bachelor", form="bachelor", start=honours.start(), end=honours.end())]
        elif word and (any(map(schools().is_university, named)) or (named and long)):
            found[number] = [Named(level="bachelor", form="engineer", start=word.start(), end=word.end())]
    return found


def completed_degrees(resume: Resume, as_of: date) -> Iterator[tuple[Degree, str]]:
    """The level and the field of each completed course of study, in order of place.

    A course that ends within a year after ``as_of`` and is not called running counts as completed: final-year students
    and fresh graduates give the year of the degree, and the day of reading is often a guess.
    """
    for entry in resume.education:
        # "Expected May 2020" is over by now, in a resume older than the day it is read.
        over = entry.end is not None and (entry.end.year, entry.end.month) <= (as_of.year, as_of.month)
        if entry.level is None or not (entry.completed or (entry.expected and over)):
            continue
        if entry.end is not None and (entry.end.year, entry.end.month) > (as_of.year + 1, as_of.month):
            continue
        if entry.end is None and entry.start is not None and entry.start.year + _LASTS > as_of.year:
            continue  # begun, and no end told: time for it has not passed
        implied = field_of(entry.degree)
        yield entry.level, implied if implied and field_kind(entry.field) == "unknown" else entry.field


def highest_degree(resume: Resume, as_of: date) -> tuple[Degree, str]:
    """The highest completed level and its field (:func:`completed_degrees`)."""
    best: tuple[Degree, str] = ("none", "")
    for level, field in completed_degrees(resume, as_of):
        better = RANK[level] - RANK[best[0]]
        if better > 0 or (better == 0 and _worth(field) > _worth(best[1])):
            best = (level, field)
    return best


def _worth(field: str) -> int:
    return {"quantitative": 2, "other": 1, "unknown": int(bool(field))}[field_kind(field)]
