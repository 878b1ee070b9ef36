"""Which dated lines are positions, which are education, projects or breaks, and which dates mean nothing of the kind.

The section a date stands in decides first, the words of its line second: a line that names a degree is education
wherever it stands, a line that names a job is a position unless its section is about something else. A date in the
middle of a sentence is no entry. In some files the reading order is lost (a heading "Experience" with nothing under
it, its entries elsewhere); there a line that names a job and carries a range is a position in any section.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from aimatch.dates import DateRange
from aimatch.dates.beside import without_opening
from aimatch.resume.entered import without_entering
from aimatch.resume.item_names import is_cell, is_company, is_name
from aimatch.resume.near_lines import HEAD, is_membership, named_near, studied_above, taught_below, titled_above
from aimatch.resume.prose import holds_names, is_prose
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs, jobs
from aimatch.resume.rules.named_degrees import find_degrees, names_course_at_school, opens_with_degree
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line
from aimatch.resume.told import opening, told_in

Role = Literal["position", "volunteer", "prose", "told", "education", "project", "sheet", "break", "none"]

#: Characters in which a sentence may end before the entry that a lost line break glued to it.
_SENTENCE = 40
#: Words of a name; a part of a sentence has more.
_NAME = 4
#: Words of an entry told in half a sentence.
_ENTRY_WORDS = 9
#: Characters of a line looked at on either side of a date: a file can be one endless line.
_NEAR = 400
#: The dots, or the line, that lead from a name to the date at the edge of the page.
_LEADER = re.compile(r"\s*(?:[.·…]{4,}|_{4,})[\s.…]*\Z")
#: A remark in small letters behind a date that the next line ends ("(evenings and", "weekends)").
_TORN = re.compile(r"\s*\([^\W\d_A-Z]+\Z")
_GLUED_END = re.compile(r"(?<=[a-z]{3})[.!](?=[A-Z])")
_GLUED_WORD = re.compile(r"(?<=[a-z]{4})(?=[A-Z])")
_SENTENCE_END = re.compile(r"(?:(?<=[a-z)])[.!]\s*|(?<=\w)[.!]\s{2,})(?=[A-Z])")
_SINGLES = frozenset({"experience", "education", "projects", "header", "other", ""})
_DATED = frozenset({"experience", "education"})
_VOLUNTARY = frozenset({"volunteering", "activities"})
_FREE = frozenset({"header", "summary", "objective", "other", "skills", ""})


@dataclass(slots=True, kw_only=True)  # not frozen, which would triple the cost of making one
class Dated:
    """A span of time in its line. ``before`` and ``after`` are the rest of the line, without brackets and separators;
    a far end of a long line is left out."""

    span: DateRange
    line: int
    last_line: int
    before: str
    after: str
    bullet: bool
    #: A tab parts the date from the rest of its line: it stands in a cell, or at the edge of the page.
    cell: bool = False
    #: A row of a form, which tells of entering the firm behind the date.
    entered: bool = False

    @property
    def rest(self) -> str:
        """The line without its date."""
        return f"{self.before} | {self.after}" if self.before and self.after else self.before or self.after


def place(lines: list[Line], starts: list[int], text: str, span: DateRange) -> Dated:
    """``span`` in the line it begins in."""
    number = max(0, bisect_right(starts, span.text_start) - 1)
    last = number
    while last + 1 < len(lines) and lines[last + 1].start < span.text_end:
        last += 1
    line = lines[number]
    bullet = is_item(line.text) and (line.text[1:2] in " \t" or not line.text[1:2].isalnum())
    before = text[max(line.start, span.text_start - _NEAR) : span.text_start].replace("\n", " ")
    before = before[_sentence_end(before) :]
    before = without_opening(before)
    bare, wide = before[-1:], before.endswith("   ") and bool(before.strip())
    before = _LEADER.sub("", jobs().numbered.sub("", before)).strip(BULLETS + " \t([{,;:|/–—-\u00a0")
    before = before.removesuffix(" .").lstrip("# ")
    if headings().kind(before) in _DATED and time_away().reason(before) is None:
        before = ""  # "Work experience 09/2016 - 01/2019": a heading that the first entry was glued to
    after = text[span.text_end : max(span.text_end, min(lines[last].end, span.text_end + _NEAR))]
    after = _TORN.sub("", after).replace("\n", " ").strip(" \t)]}.,;:|/–—-\u00a0")
    firm = without_entering(after)
    cell = "\t" in (bare, text[span.text_end : span.text_end + 1]) or wide
    return Dated(
        span=span, line=number, last_line=last, before=before, after=firm, bullet=bullet, cell=cell, entered=firm != after
    )  # fmt: skip


def _sentence_end(before: str) -> int:
    """Where the names begin that stand behind the end of a sentence ("... all gateways.Data Engineer, Jan 2018")."""
    ends = [match.end() for match in _GLUED_END.finditer(before)]
    if len(before) > _SENTENCE:
        ends += [match.end() for match in _SENTENCE_END.finditer(before) if is_prose(before[: match.start()])]
        if not ends and is_prose(before):
            ends = [match.end() for match in _GLUED_WORD.finditer(before)]
    elif before.split(None, 1)[0:1] and before.split(None, 1)[0].islower():
        # The end of a wrapped sentence in front of a title: "textual data. NLP Developer Intern, Feb 2020".
        ends += [match.end() for match in _SENTENCE_END.finditer(before) if jobs().names_title(before[match.end() :])]
    # "Foo School, 1999. Then three years fitter at the yard (2001 - 2004)"
    ends += [match.end() for match in jobs().afterwards.finditer(before) if jobs().names_title(before[match.end() :])]
    last = max(ends, default=0)
    return last if len(before) - last > 8 else 0


def is_heading(dated: Dated) -> bool:
    """Whether the date stands at an edge of what reads like an entry's heading."""
    if dated.cell and not dated.bullet and len(dated.rest) <= HEAD:
        return True
    if len(dated.before) > HEAD + 40 or is_prose(dated.before):
        return False
    return (
        len(dated.after) > HEAD
        or not is_prose(dated.after)
        or (not dated.bullet and (len(dated.before.split()) <= _ENTRY_WORDS or holds_names(dated.before)))
    )


def role_of(dated: Dated, lines: list[Line], outline: Outline) -> Role:
    """What the date of a line is the date of."""
    kind = outline.kind(dated.line)
    single = dated.span.single or dated.span.start is None
    if dated.entered and not single and not dated.before:
        return "position"  # under "Education and employment", too
    if single and kind not in _SINGLES:
        return "none"
    known, study = jobs(), degrees()
    line = lines[dated.line].text[:_NEAR]
    rest = dated.rest[: 2 * HEAD]
    titled = known.names_title if kind == "education" else known.holds_title
    title = titled(dated.before[-HEAD:]) or titled(dated.after[:HEAD])
    if not title and len(dated.before) > HEAD and known.prose.search(dated.before[:HEAD].lower()):
        title = known.names_title(dated.before[:HEAD])  # "Worked as clerk in Foo, with others ... from 2010 to 2011"
    first = rest.partition(". ")[0]  # "No job. The crew was sold"
    named = dated.before if dated.before and time_away().is_part(dated.after) else rest
    away = time_away().names(named) if not title else first != rest and not titled(first) and time_away().names(first)
    if away or (not single and time_away().tells(rest)) or time_away().is_course(rest):
        return "break"
    if kind != "education" and known.is_no_work(dated.before, titled=title):
        return "none"
    label = known.label(line)
    if label and label[0] in ("project", "grant"):
        return "project" if label[0] == "project" else "none"
    following = lines[dated.last_line + 1 : dated.last_line + 2]
    below = following[0].text if following and not following[0].blank_before else ""
    if kind == "experience" and (opens_with_degree(rest, below) or names_course_at_school(rest)):
        return "education"
    if label and label[0] == "dates" and studied_above(dated, lines, outline, known):
        return "education"
    if kind == "experience" and (title or single):
        if single and not title and not dated.bullet:
            title = titled_above(dated, lines, outline, known)
        return _in_experience(dated, lines, single=single, title=title, label=label)
    opened = study.may_begin(line) and study.names_school(rest)  # "BE Computer Science, Foo Institute, 2014-2018"
    later = dated.before.partition(" ")[0].lower() in known.then and title and time_away().may_be_job(rest)
    degree = bool(find_degrees((rest if later else line)[:160], trusted=kind == "education" or opened))
    if kind == "education" and not single and not degree and (later or _told(dated, known)):
        return "told"  # "1. Worked in Foo Ltd as clerk from 2012 to 2014": the heading of the jobs was not made out
    if kind == "education":
        firm = dated.span.precision == "month" and not dated.bullet and known.has_legal_form(rest)
        work = (
            (title or firm) and not degree and not single and not study.names_school(rest) and not known.certifies(rest)
        )
        work = work and not taught_below(dated, lines, outline, known)
        return "position" if work and is_heading(dated) and not time_away().is_training(rest) else "education"
    if degree and (single or not title or not time_away().is_paid_study(line)):
        return "education"
    if kind == "experience":
        return _in_experience(dated, lines, single=single, title=title, label=label)
    heading = is_heading(dated)
    if single or not heading:
        if not single and kind in _FREE and known.prose.search(f"{dated.before} | {dated.after[:_SENTENCE]}".lower()):
            return "prose"
        return "project" if kind == "projects" and heading else "none"
    if (
        kind in _FREE
        and not title
        and study.names_school(rest)
        and (time_away().may_be_study(rest) or known.certifies(rest))
        and not known.is_deed(rest)
    ):
        return "education"  # "2013 - 2018  Mathematics, University of Foo" in a list of jobs without headings
    if outline.scrambled and title and kind != "volunteering":
        return "position"
    if kind == "projects":
        return "project"
    if kind in _VOLUNTARY:
        return "volunteer" if title or kind == "volunteering" else "none"
    if kind == "awards":
        return "position" if title and known.names_employer(rest) else "none"
    used = kind == "skills" and dated.span.precision == "year" and (not dated.after or dated.span.current)
    held = dated.before.rpartition(" ")[2].lower() in known.titles and dated.cell and dated.after[:1].isupper()
    if used and not known.names_employer(rest) and not held:
        return "none"  # "Java developer tools: 2012 - 2015": the years in which a skill was used
    if kind in _FREE and is_membership(rest, known):
        return "none"
    if kind in _FREE and (title or named_near(dated, lines, outline, known) or known.names_employer(rest)):
        return "position" if title or not dated.bullet else "none"
    return "none"


def _in_experience(
    dated: Dated, lines: list[Line], *, single: bool, title: bool, label: tuple[str, int] | None
) -> Role:
    if single:
        if label and label[0] == "dates":
            return "none" if jobs().is_signed(dated.before) else "position"
        edge = not dated.before or not dated.after or any(map(jobs().is_anonymous, (dated.before, dated.after)))
        brief = not dated.bullet or (not dated.before and len(dated.rest.split()) <= _NAME)  # "• 2016: Freelancer"
        # "Summer 2000   Foo Group": a firm behind the date that opens the line.
        known, name = jobs(), dated.after
        firm = not dated.before and not dated.bullet and known.names_firm(name) and not known.is_deed(name)
        firm = firm and name[0].isupper() and not known.is_anonymous(name)
        named = (title or firm) and brief and edge and len(dated.rest) < HEAD and is_heading(dated)
        return "position" if named else "none"
    if title and (dated.bullet or is_prose(dated.before) or len(dated.before) > HEAD) and _told(dated, jobs()):
        return "told"
    if not title and _told(dated, jobs()) and all(told_in(f"{dated.before} ; {dated.after}", jobs())):
        return "told"
    if dated.bullet and not title and (is_cell(dated) or is_company(dated, jobs())):
        return "position"
    # "Coached swimmers (2015-2017 winter seasons)": small letters go on behind the date
    inside = dated.before and dated.after[:1].islower() and not title and not time_away().is_part(dated.after)
    if dated.bullet and dated.before and not title and is_name(dated):
        return "position"
    if not title and _heads_items(dated, lines):
        return "position"
    above = lines[dated.line - 1] if dated.line else lines[dated.line]
    if not title and is_item(above.text) and dated.before[:1].islower() and lines[dated.line].indent > above.indent:
        return "none"  # "clients: a bakery (2020), two museums (since 2021)" below the item of the job
    if (dated.bullet and dated.before and not title) or inside or not is_heading(dated):
        return "prose" if jobs().prose.search(dated.before.lower()) else "none"
    return "position"


def _told(dated: Dated, known: Jobs) -> bool:
    """Whether a line tells of work in a sentence that begins with its verb ("Worked as analyst with Foo from ...")."""
    return opening(dated.before, known) is not None


def _heads_items(dated: Dated, lines: list[Line]) -> bool:
    """Whether a line that ends in a range of months stands above items and below some: "Weekend work for a club, Mar 2017 -
    Aug 2017" among the entries of a career is one more of them, though it names no title."""
    below, above = dated.last_line + 1, dated.line - 1
    return (
        not dated.bullet
        and not dated.after
        and dated.span.precision == "month"
        and dated.before[:1].isupper()
        and len(dated.before.split()) <= _ENTRY_WORDS
        and above >= 0
        and below < len(lines)
        and is_item(lines[above].text)
        and is_item(lines[below].text)
    )
