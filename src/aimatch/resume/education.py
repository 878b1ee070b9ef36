"""Education: courses of study with their level, field, school and time."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from typing import Literal

from aimatch.model import Degree, Education, Resume
from aimatch.resume.degrees import RANK, Named, degrees
from aimatch.resume.entries import Dated, Role
from aimatch.resume.fields import bounds, field_before, field_behind, field_told
from aimatch.resume.jobs import jobs
from aimatch.resume.lines import Line
from aimatch.resume.sections import BULLETS, Outline
from aimatch.resume.study_lines import LONG, REMARK, lines_around
from aimatch.resume.told_once import courses, names_in, without_school_names

# A dash, also as it looks where its bytes were read in the wrong encoding.
_DASH = re.compile(r"\s-\s|\s?(?:ï¼|â€)")
_DIGIT = re.compile(r"\d")
_CELL = re.compile(r"[\t|·•]|\s[-–—]\s|,\s")
_SCHOOL = re.compile(r"(?:[^,;:|()\t–—•·\n\d ]|[ ](?! )|(?<!\d)\d(?!\d{3}))+")
_WHERE = frozenset({"education", "header", "summary", "certifications", "courses", "other", "personal", "objective"})


def find_education(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], lower: str
) -> tuple[Education, ...]:
    """The courses of study, in order of place.

    Lines that name a degree are read where a resume speaks of education; in the rest of it only if nothing is found
    there, or if the order of its lines is lost.
    """
    known = degrees()
    dated = {
        line: found for found, role in entries if role != "position" for line in range(found.line, found.last_line + 1)
    }
    starts = [line.start for line in lines]
    studied = {number for number in range(len(lines)) if outline.kind(number) == "education"}
    likely = [(part.start, part.end) for part in outline.sections if part.kind in _WHERE and part.kind != "education"]
    for spans in [[(0, len(lower))]] if outline.scrambled else [likely, [(0, len(lower))]]:
        hinted = {bisect_right(starts, place) - 1 for span in spans for place in known.hinted(lower, *span)}
        schools = {
            number
            for number, line in enumerate(lines)
            if outline.kind(number) in _WHERE and _DIGIT.search(line.text) and known.names_school(line.text)
        }
        labelled = {
            n for n, line in enumerate(lines) if outline.kind(n) in _WHERE and known.labels_education(line.text)
        }
        chosen = studied | schools | labelled | (hinted - {-1}) | _strayed(lines, outline)
        numbers = sorted(chosen)
        trusted = {
            number
            for number in numbers
            if outline.scrambled
            or outline.kind(number) == "education"
            or known.names_school(lines[number].text)
            or known.labels_education(lines[number].text)
        }
        named = {
            number: names
            for number in numbers
            if not known.is_table_head(lines[number].text)
            and (names := known.find(lines[number].text[:LONG], trusted=number in trusted))
        }
        named = without_school_names(named, lines, outline)
        if not any(RANK[name.level] > RANK["none"] for names in named.values() for name in names):
            named |= _qualifications(lines, outline, dated)
        if named:
            claimed = set(named)
            found = []
            for number, names in named.items():
                used: set[int] = set()
                for name in names_in(names, lines[number].text):
                    entry = _entry(name, number, lines, outline, dated, claimed, used)
                    found.append((entry, name, number in studied))
                claimed |= used
            return courses(found)
    return ()


def _strayed(lines: list[Line], outline: Outline) -> set[int]:
    """The lines of the experience that begin with a degree's whole name ("Master's degree, Physics"): a column beside it
    lost its place."""
    found = set()
    for number, line in enumerate(lines):
        if (
            outline.kind(number) == "experience"
            and degrees().may_begin(line.text)
            and degrees().hinted(line.text.lower(), 0, REMARK)
        ):
            named = next(iter(degrees().find(line.text[:LONG], trusted=False)), None)
            rest = line.text[named.end :].lstrip() if named else ""
            if named and named.start == 0 and degrees().is_bare_level(named.form) and rest[:1] in {",", ":"}:
                found.add(number)
    return found


def _qualifications(lines: list[Line], outline: Outline, dated: dict[int, Dated]) -> dict[int, list[Named]]:
    """What somebody became at a university that awards no degree of another name: "engineer", "specialist"."""
    known = degrees()
    found: dict[int, list[Named]] = {}
    for number, line in enumerate(lines):
        if outline.kind(number) != "education" or jobs().certifies(line.text) or len(line.text) > LONG:
            continue
        word = known.qualifications.search(line.text)
        if word is None:
            continue
        near = [
            at for at in (number, number - 1, number + 1) if 0 <= at < len(lines) and outline.kind(at) == "education"
        ]
        schools = [lines[at].text for at in near if known.names_school(lines[at].text)]
        spans = [dated[at].span for at in near if at in dated and not dated[at].span.single]
        long = any(known.is_long(span.start, span.end) for span in spans)
        if any(map(known.is_university, schools)) or (schools and long):
            found[number] = [Named(level="bachelor", form="engineer", start=word.start(), end=word.end())]
    return found


def _entry(
    named: Named,
    number: int,
    lines: list[Line],
    outline: Outline,
    dated: dict[int, Dated],
    claimed: set[int],
    used: set[int],
) -> Education:
    """A course of study from the line that names its degree and those around it, less the ``claimed`` ones, which name
    other degrees or belong to them. Notes in ``used`` which lines it took."""
    known = degrees()
    line = lines[number]
    around = lines_around(number, lines, outline, dated, claimed)
    field = field_behind(named, _unwrapped(number, named, lines, outline, claimed))
    if (not field or (field.lower() in bounds().wide and " " not in field)) and (
        named.level != "none" or known.is_diploma(named.form)
    ):
        below = (lines[near].text for near in _below(number, lines, outline, claimed))
        field = field or field_before(named, line.text)
        if outline.kind(number) == "education":
            field = next((told for text in below if (told := field_told(text))), field)
        field = field or known.subject_of(named.form)
    if number - 1 in around and known.is_running_alone(lines[number - 1].text):
        around = [near for near in around if near <= number]  # "Current" stands in the place of the date, above
    # "HIPAA Certified Professional, 2013": the date of a certificate is not that of the degree below it.
    dates_of = (near for near in around if near in dated and (near == number or not jobs().certifies(lines[near].text)))
    when, dates = next(((dated[near], near) for near in dates_of), (None, number))
    span = when.span if when else None
    running = bool(span and span.current) or _is_running(number, dates, lines, around)
    texts = {number: line.text[: named.start] + " | " + line.text[named.end :]}
    texts |= {near: lines[near].text for near in around[1:]}
    place, school = _school_of(number, texts, when.before if when and dates == number - 1 else "", field)
    used |= {dates, place}
    level = named.level if not known.is_short(line.text[named.behind :]) else "none"
    if span and not span.single and known.is_university_diploma(named.form, school, span.start, span.end):
        level = "bachelor"
    return Education(
        institution=school,
        level=level,
        degree=line.text[named.start : named.end].strip(" .,:"),
        field=field,
        start=span.start if span and not span.single else None,
        end=span.end if span else None,
        completed=not running,
        expected=any(known.is_expected(text) for text in (line.text, lines[dates].text)),
        text_start=line.start,
        text_end=line.end,
    )


def _unwrapped(number: int, named: Named, lines: list[Line], outline: Outline, claimed: set[int]) -> str:
    """The line of a degree with what a narrow column broke off it: behind "degree in", or within brackets."""
    text = lines[number].text
    for near in _below(number, lines, outline, claimed):
        behind = text[named.behind :]
        broken = text.split()[-1].lower() in bounds().joining or behind.count("(") > behind.count(")")
        first = lines[near].text.split(" ", 1)[0].lower()
        if not broken and (behind.strip() or not (first.startswith("(") or first in bounds().leading)):
            break
        text = f"{text} {lines[near].text}"
    return text


def _below(number: int, lines: list[Line], outline: Outline, claimed: set[int]) -> list[int]:
    """The lines below that of a degree that belong to it, up to a gap or to the next degree."""
    found = []
    for near in range(number + 1, min(number + 4, len(lines))):
        if outline.owner[near] != outline.owner[number] or near in claimed or lines[near].blank_before:
            break
        found.append(near)
    return found


def _is_running(number: int, dates: int, lines: list[Line], around: list[int]) -> bool:
    """Whether the line of a degree, that of its ``dates`` or a remark beside it says that it is still studied for."""
    known = degrees()
    if number - 1 in around and known.is_running_alone(lines[number - 1].text):
        return True
    telling = {number, dates}
    if number + 1 in around and len(lines[number + 1].text) < REMARK and not known.mentions(lines[number + 1].text):
        telling.add(number + 1)
    return any(known.is_running(lines[near].text) for near in telling)


def _school_of(number: int, texts: dict[int, str], above: str, field: str) -> tuple[int, str]:
    """The line that names the school, and its name: in ``texts``, by number of the line, the degree's own first. ``above``
    is what stands before a date in the line above."""
    known = degrees()
    if above:
        # The date stands above, so the school does; whether its name says so or not ("Foo Tech   2018 - 2020").
        texts = {near: text for near, text in texts.items() if near <= number}
    place, school = next(((near, part) for near, text in texts.items() if (part := _school(text))), (number, ""))
    if not school and above:
        school = _CELL.split(above, maxsplit=1)[0].strip(" .,-–—")
    # Where what parts them is lost: "Master of Science: Leadership Foo University".
    bare = known.bare_school(school.removeprefix(f"{field} "))
    if bare[:1].isupper():
        alone = bare.removesuffix(f" {field}")  # "Foo University Economics", but "Foo School of Economics"
        own = not known.names_school(alone) or alone.split()[-1].lower() in bounds().joining
        school = bare if own else alone
    return place, school


def _school(text: str) -> str:
    known = degrees()
    if not known.names_school(text):
        return ""
    pieces = [piece for part in _SCHOOL.findall(text) for piece in _DASH.split(str(part))]
    parts = [piece.strip(BULLETS + " .-") for piece in pieces if known.names_school(piece)]
    # "College: Foo College of Engineering": a word alone labels the name.
    return next((part for part in parts if " " in part), parts[0] if parts else "")


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
        yield entry.level, entry.field or degrees().field_of(entry.degree)


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


def field_kind(field: str) -> Literal["quantitative", "other", "unknown"]:
    """Whether a field of study is quantitative (mathematics, computing, engineering, natural science)."""
    return degrees().field_kind(field)
