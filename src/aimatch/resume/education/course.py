"""One course of study: from the line that names its degree, and those around it, to its field, school and time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aimatch.model import Degree, Education
from aimatch.resume.education.completion import completion
from aimatch.resume.education.field_kinds import field_of
from aimatch.resume.education.fields import (
    bounds,
    field_behind,
    field_named,
    field_told,
    is_rest_of_field,
)
from aimatch.resume.education.parted_fields import field_before, field_beside_school, field_between, field_of_faculty
from aimatch.resume.education.schools import schools
from aimatch.resume.education.study_lines import REMARK, Studied
from aimatch.resume.entries import Dated
from aimatch.resume.rules.certificates import Named, certificates, normal
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.sections.lines import is_item

_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=[A-Z])")
#: What may part what is told of two degrees in a line.
_CLAUSE = re.compile(r"[;,|\t]\s*|[.)]\s|\s(?:and|&|[-–—])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a degree is named: its line, the degrees named there, and which of them it is; ``head`` is the line with the
    school and the time of the degree right above, which may be those of this one too."""

    number: int
    names: tuple[Named, ...]
    order: int
    head: int | None = None

    def part(self, text: str) -> str:
        """The part of the line's ``text`` behind the degree, up to the next one."""
        stop = self.names[self.order + 1].start if self.order + 1 < len(self.names) else len(text)
        return text[self.names[self.order].behind : stop]

    def clause(self, text: str) -> tuple[str, str]:
        """What the line's ``text`` tells of the degree before its name and behind it, without what it tells of other degrees."""
        before, behind = self.names[: self.order], self.names[self.order + 1 :]
        first, stop = (before[-1].end if before else 0), (behind[0].start if behind else len(text))
        named = self.names[self.order]
        opens = [sign.end() for sign in _CLAUSE.finditer(text, first, named.start)] if before else []
        closes = [sign.start() for sign in _CLAUSE.finditer(text, named.end, stop)] if behind else []
        return text[(opens or [first])[-1] : named.start], text[named.end : (closes or [stop])[-1]]

    def rest(self, text: str) -> str:
        """The line's ``text`` without the degrees, but with the certificates in names of schools."""
        names = [name for name in self.names if not certificates().of_school(name, text)]
        ends = [0, *(name.end for name in names)]
        starts = [*(name.start for name in names), len(text)]
        return " | ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def course(place: Place, studied: Studied, claimed: set[int], used: set[int]) -> Education:
    """A course of study from the line that names its degree and those around it, less the ``claimed`` ones, which name
    other degrees or belong to them. Notes in ``used`` which lines it took."""
    number, lines, named = place.number, studied.lines, place.names[place.order]
    line = lines[number]
    around = studied.around(number, claimed)
    timed = any(near in studied.dated and not studied.dated[near].rest for near in (number, number + 1))
    if place.head is not None and not timed and not schools().name_in(line.text):
        # "Foo University, 2027" above "BS Physics" and "BA Music"; what follows has a school and a time of its own.
        around = [number, place.head]
    field = _field(named, number, studied, claimed)
    if number - 1 in around and completion().is_running_alone(lines[number - 1].text):
        around = [near for near in around if near <= number]  # "Current" stands in the place of the date, above
    # "HIPAA Certified Professional, 2013": the date of a certificate is not that of the degree below it.
    dates_of = (
        near for near in around if near in studied.dated and (near == number or not jobs().certifies(lines[near].text))
    )
    when, dates = next(((_dated(near, place, studied), near) for near in dates_of), (None, number))
    span = when.span if when else None
    running = bool(span and span.current) or _is_running(place, dates, studied, around)
    above = schools().beside_date(when.before) if when and dates == number - 1 else ""
    at, school = _school_of(place, studied, around, above, field)
    used |= {dates, at}
    return Education(
        institution=school,
        level=_level(named, line.text, school, when, field),
        degree=_without_joint(line.text[named.start : named.end].strip(" .,:")),
        field=field,
        start=span.start if span and not span.single else None,
        end=span.end if span else None,
        completed=not running,
        expected=any(completion().is_expected(text) for text in (line.text, lines[dates].text)),
        text_start=line.start,
        text_end=line.end,
    )


def course_without_degree(number: int, studied: Studied, claimed: set[int]) -> Education | None:
    """A course of study of which only the school is told, and perhaps its field and time."""
    line = studied.lines[number]
    below = studied.below(number, claimed)[:2]
    near = [number, *below[:1]]
    when = next((studied.dated[at] for at in near if at in studied.dated), None)
    span = when.span if when else None
    school = schools().name_in(line.text)
    long = span is not None and not span.single and schools().is_long(span.start, span.end)
    if not school or not (schools().is_university(school) or long):
        return None
    texts = [line.text.partition(school)[2], " ".join(studied.lines[at].text for at in below)]
    return Education(
        institution=schools().bare(school, ""),
        level=None,
        degree="",
        field=next((field for text in texts if (field := field_named(text))), ""),
        start=span.start if span and not span.single else None,
        end=span.end if span else None,
        completed=not (span and span.current)
        and not any(completion().is_running(text) for text in [line.text, *texts]),
        text_start=line.start,
        text_end=line.end,
    )


def _without_joint(name: str) -> str:
    """A degree's name without the word that joins its field to it ("Degree in")."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in bounds().joints else name


def _level(named: Named, text: str, school: str, when: Dated | None, field: str) -> Degree:
    known = degrees()
    if known.is_short(text[named.behind :]):
        return "none"
    span = when.span if when else None
    if span and not span.single and schools().is_university_diploma(named.form, school, span.start, span.end):
        return "bachelor"
    if named.level == "none" and known.is_college_diploma(named.form, text[named.start : named.end], school, field):
        return "associate"
    return named.level


def _field(named: Named, number: int, studied: Studied, claimed: set[int]) -> str:
    """The field of study, told behind the degree, before it, or on a line of its own below it."""
    known = degrees()
    text = studied.lines[number].text
    if "\t" in text and (cell := studied.cell_under(number, bounds().labels)):
        return cell
    field = field_behind(named, _unwrapped(number, named, studied, claimed))
    wide = field.lower() in bounds().wide and " " not in field  # "Engineering", which a line below may tell closer
    if (field and not wide) or (named.level == "none" and not known.is_diploma(named.form)):
        return field
    behind = text[named.end :]
    field = field or field_before(named, text) or field_between(behind) or field_beside_school(behind)
    if studied.outline.kind(number) == "education":
        below = (studied.behind_date(near) for near in studied.below(number, claimed))
        field = next((told for line in below if (told := field_told(line))), field)
    told = text[named.start : named.end]
    if not field and named.form == "bachelor" and normal(told) not in known.levels:
        # "Foo University, Applied Mathematics, with honours"
        field = field_named(studied.behind_date(number).partition(told)[0])
    if not field and not field_of(text[named.start : named.end]) and not bounds().subject_of(named.form):
        lines = [text, *(studied.lines[near].text for near in studied.below(number, claimed)[:2])]
        field = next((told for line in lines if (told := field_of_faculty(line))), "")
    return field or bounds().subject_of(named.form)


def _unwrapped(number: int, named: Named, studied: Studied, claimed: set[int]) -> str:
    """The line of a degree with what a narrow column broke off it: behind "degree in", or within brackets."""
    text = studied.lines[number].text
    for near in studied.below(number, claimed):
        line = studied.lines[near].text
        behind = text[named.behind :]
        if is_rest_of_field(text, line):
            return f"{text} {line}"  # "Diploma in Computer", "Application"
        broken = text.split()[-1].lower() in bounds().joining or behind.count("(") > behind.count(")")
        goes_on = line.startswith("(") or line.split(" ", 1)[0].lower() in bounds().leading
        if not broken and (behind.strip() or not goes_on):
            break
        text = f"{text} {line}"
    return text


def _dated(near: int, place: Place, studied: Studied) -> Dated:
    """The date of a line that belongs to the degree: of several in the degree's own line, the one in its part, or in its
    place in the order ("HSC and SSLC in 2008 and 2006")."""
    dates = studied.dates.get(near, [])
    if len(dates) == len(place.names):
        return dates[place.order]
    if near == place.number:
        start = studied.lines[near].start + place.names[place.order].start
        for one in dates if len(place.names) > 1 else ():
            if start <= one.span.text_start < start + len(place.part(studied.lines[near].text)):
                return one
        if len(dates) > 1 and dates[-1].span.current and dates[0].span.end is not None:
            return dates[0]  # "BSc Nursing, Foo College, 2014 (registered since 2015)"
    return studied.dated[near]


def _is_running(place: Place, dates: int, studied: Studied, around: list[int]) -> bool:
    """Whether the line of a degree, that of its ``dates`` or a remark beside it says that it is still studied for."""
    lines, number = studied.lines, place.number
    if number - 1 in around and completion().is_running_alone(lines[number - 1].text):
        return True
    named, (before, behind) = place.names[place.order], place.clause(lines[number].text)
    name = lines[number].text[named.start : named.end]
    # "PhD dropout", but "Candidate of Sciences" is a name
    whole = [] if completion().is_running(name) else [f"{before}{name}{behind}"]
    telling = [*whole, before, behind, *(lines[near].text for near in {dates} - {number})]
    other = number + 1 in studied.dated and number in studied.dated and bool(studied.dated[number + 1].before)
    remark = number + 1 in around and not other and len(lines[number + 1].text) < REMARK
    if remark and not degrees().mentions(lines[number + 1].text):
        # "Chartered? No. Begun in 2016, not finished" is about something else from its second sentence on.
        told = _SENTENCE_END.split(lines[number + 1].text)[0]
        telling.append(told.partition(":")[0] if is_item(told) else told)  # "- Project: planned routes for buses"
    return any(completion().is_running(text, named.level) for text in telling)


def _school_of(place: Place, studied: Studied, around: list[int], above: str, field: str) -> tuple[int, str]:
    """The line that names the school, and its name: in the degree's own part of its line, in the whole of it, or in those
    ``around``. ``above`` is what stands before a date in the line above."""
    number, text = place.number, studied.lines[place.number].text
    texts = [(number, place.part(text))] if len(place.names) > 1 else []
    texts.append((number, place.rest(text)))
    # Where the date stands above, so does the school.
    texts += [(near, studied.lines[near].text) for near in around[1:] if not above or near <= number]
    found = ((near, name) for near, line in texts if (name := schools().name_in(line)))
    at, name = next(found, (number, ""))
    return at, schools().bare(name or above, field)
