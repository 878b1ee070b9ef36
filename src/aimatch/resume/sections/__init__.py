"""Sections: which part of a resume stands under which heading, whatever the heading is called.

What stands before the first heading is the header. The sections of a sidebar end with it: the column that it interrupts
goes on behind it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aimatch.dates import find_ranges
from aimatch.model import Section
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.heading_forms import key_of, without_rule
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees, opens_with_degree
from aimatch.resume.sections.content import YEAR, is_employment, names_study
from aimatch.resume.sections.heading_lines import find_headings
from aimatch.resume.sections.lines import BULLETS, Line, is_item
from aimatch.resume.sections.run_in import names_tongue

__all__ = ["BULLETS", "Outline", "is_item", "outline"]

#: Ranges of dates that make a list of entries.
_ENTRIES = 2
#: Lines that a section's first entry begins in.
_FIRST = 4
#: What stands between a heading and its text in one line.
#: What a heading is dressed in, in plain text and Markdown: "## Skills", "=== SKILLS ===".
_FRAME = " \t\r\n#=~_*\u2500\u2501\u2550"
_MARKS = " :：-–—"
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2}[.!?]) (?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The sections, and of each line the index of its section, or -1 for a line that is all heading.

    ``scrambled``: a heading of experience or education has nothing under it, so the order of the lines is lost.
    """

    sections: tuple[Section, ...]
    owner: tuple[int, ...]
    scrambled: bool = False

    def kind(self, line: int) -> str:
        """The kind of the section that line ``line`` stands in (``""`` for a heading)."""
        owner = self.owner[line]
        return self.sections[owner].kind if owner >= 0 else ""


def outline(text: str, lines: list[Line]) -> Outline:
    """The sections of a resume, in order, without overlaps, from the first character to the last."""
    found = find_headings(lines)
    sections: list[Section] = []
    owner = [-1] * len(lines)
    if not found or found[0].line > 0 or found[0].start > lines[0].start:
        first = found[0].start if found else len(text)
        sections.append(Section(kind="header", title="", start=0, body_start=0, end=first))
        _own(owner, 0, found[0].line if found else len(lines), 0)
    lasting = sections[0] if sections else None
    working = any(heading.kind == "experience" for heading in found)
    for number, heading in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        start = 0 if not sections else heading.start
        end = following.start if following else len(text)
        stop = following.line if following else len(lines)
        title = heading.goes_on
        if title is None:
            title = without_rule(text[heading.start : heading.body].strip()).strip(_FRAME).rstrip(":").strip()
        line_end = lines[heading.line].end
        if heading.body < line_end:
            title = title.rstrip(_MARKS)  # "Key skills - SQL"
        if heading.one_line and (full_stop := _FULL_STOP.search(text, heading.body, line_end)):
            line_end = full_stop.start()  # "Not my field: vision. PyTorch for tables": the label rules its sentence
        if heading.one_line and end > line_end + 1 and text[line_end:end].strip():
            before = lasting or (sections[-1] if sections else None)
            sections.append(Section(kind=heading.kind, title=title, start=start, body_start=heading.body, end=line_end))
            _own(owner, heading.line, heading.line + 1, len(sections) - 1)
            kind, title = (before.kind, before.title) if before else ("header", "")
            sections.append(Section(kind=kind, title=title, start=line_end, body_start=line_end, end=end))
            _own(owner, heading.line + 1, stop, len(sections) - 1)
            continue
        kind = heading.kind
        if kind == "summary" and not working and _holds_entries(text[heading.body : end]):
            kind = "experience"  # "Professional background"
        if key_of(title) in headings().summary_or_jobs and _opens_with_job(lines, heading.line + 1, stop):
            kind = "experience"
        if key_of(title) in headings().skills_or_study and _lists_study(lines[heading.line + 1 : stop]):
            kind = "education"
        if kind == "languages" and not names_tongue(text[heading.body : end], headings()):
            kind = "skills"
        sections.append(Section(kind=kind, title=title, start=start, body_start=heading.body, end=end))
        if not heading.one_line:
            lasting = sections[-1]
        first_line = heading.line if heading.body < line_end else heading.line + 1
        while first_line < stop and lines[first_line].end <= heading.body:
            first_line += 1
        _own(owner, first_line, stop, len(sections) - 1)
    scrambled = any(
        section.kind in {"experience", "education"} and not text[section.body_start : section.end].strip()
        for section in sections
    )
    return Outline(sections=tuple(sections), owner=tuple(owner), scrambled=scrambled)


def _holds_entries(body: str) -> bool:
    """Whether a text is a list of what was done from when to when."""
    return sum(not span.single for span in find_ranges(body)) >= _ENTRIES


def _opens_with_job(lines: list[Line], first: int, stop: int) -> bool:
    """Whether a section begins with a dated job, and no sentence about it."""
    return any(is_employment(lines, at, stop) and not is_prose(lines[at].text) for at in range(first, stop)[:_FIRST])


def _lists_study(body: list[Line]) -> bool:
    """Whether degrees are named in every other line, or more often, or a line of one with its school comes first."""
    listed = bool(body) and 2 * sum(names_study(line.text) for line in body) >= len(body)
    if listed or not body:
        return listed
    first = body[0].text
    dated = YEAR.search(first) is not None and not jobs().holds_title(first) and bool(find_degrees(first, trusted=True))
    return dated or (names_study(first) and opens_with_degree(first))


def _own(owner: list[int], first: int, stop: int, section: int) -> None:
    owner[first:stop] = [section] * max(0, stop - first)
