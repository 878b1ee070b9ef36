"""Which lines are headings, by their words, their form, their type and the column they stand in.

A line is a heading if its words are those of a heading and its form allows it: it stands alone, begins with a capital
or is decorated, and is no item of a list. A label before text ("Skills: Python, SQL") opens a section too, unless it
is one of the labels that entries carry ("Responsibilities: ...").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from aimatch.dates import find_ranges
from aimatch.resume.rules.heading_forms import key_of, without_rule
from aimatch.resume.rules.headings import Headings, headings
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.sections.content import YEAR, among_items, names_column, opens_chronicle
from aimatch.resume.sections.dress import with_dressed
from aimatch.resume.sections.flows import Heading, with_flows
from aimatch.resume.sections.lines import BULLETS, Line, is_item, part_of
from aimatch.resume.sections.margins import beside, margin_headings
from aimatch.resume.sections.run_in import before_date, is_form_row, names_group, names_tongue, run_in
from aimatch.resume.sections.typography import HeadingType
from aimatch.resume.sections.unlisted import (
    ENTRIES,
    WORK,
    is_wrapped_word,
    unlisted,
    with_career,
    with_remarks,
    without_bullets,
)

_DECORATED = re.compile(r"^(?:[#=~_*|>\[<+-]{2,}|#)\s*[^\s#=~_*|>\[<+-].*|^.*[=~_*]{2,}$")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
#: Characters behind a heading in its line; more is text that merely begins with the word.
_LONG_ROW = 60
_DATED = ENTRIES | {"courses", "certifications", "awards"}
_CAREER = frozenset({"experience", "education"})
_NAMING = frozenset({"employer", "title", "dates"})
#: The kinds that the names of the columns of a table of degrees would have as headings.
_TABLED = frozenset({"education", "courses", "skills", "certifications"})


def find_headings(lines: list[Line]) -> list[Heading]:
    """The places where sections begin, in order. A heading level with the first line of its section becomes a line of
    its own in ``lines``."""
    known = headings()
    bullets = without_bullets(lines, known)
    as_they_were = list(lines)
    worded, may_be = _by_type(_headings(lines, known, bullets, {}), lines, known)
    found = with_dressed(lines, worded, known, may_be, bullets)
    before = {heading.start: heading.kind for heading in worded}
    if told := {heading.start: heading for heading in found if before.get(heading.start) != heading.kind}:
        # What labels within a section mean depends on the section, so all is read anew with these.
        lines[:] = as_they_were
        found, may_be = _by_type(_headings(lines, known, bullets, told), lines, known)
    return with_flows(with_career(lines, with_remarks(lines, found, may_be)), lines)


def _headings(lines: list[Line], known: Headings, bullets: dict[int, str], told: dict[int, Heading]) -> list[Heading]:
    """The headings by their words; ``told`` are those that are known already."""
    found: list[Heading] = []
    unknown: list[Heading] = []
    capitals = 0
    skip = -1
    margin = margin_headings(lines, known)
    for number, line in enumerate(lines):
        if number <= skip:
            continue
        if line.start in told:
            found.append(replace(told[line.start], line=number))
            continue
        text = line.text
        word = text.split(None, 1)[0]
        first = (word if word.isalpha() else _EDGES.sub("", word.split("/", 1)[0] if "/" in word else word)).lower()
        plain = first not in known.starters and len(first) > 1  # one letter: "S K I L L S"
        if plain and not known.may_be_misspelt(text, line.blank_before):
            if line.blank_before and number > 2:
                unknown += unlisted(lines, number, found, known)
            continue
        above = next((one for one in reversed(found) if not one.one_line and lines[one.line].aside == line.aside), None)
        current = above.kind if above else "header"
        if above and current in ENTRIES and line.indent > lines[above.line].indent + 1 and not line.text.isupper():
            # A label within an entry ("Projects:") where the text of the section is indented and its heading is not.
            heading = None if _same_indent(lines, number) else _whole(lines, number, current, known)
        else:
            heading = _whole(lines, number, current, known)
            if heading is None and first in known.first_words:
                heading = _rail(lines, number, current, known) or run_in(
                    lines, number, current, known, sure=line.start in bullets
                )
                heading = heading or beside(lines, number, current, margin) or before_date(line, number, current, known)
        if heading and is_wrapped_word(lines, number, found):
            heading = None
        if heading and heading.kind == "projects" and number and _is_sub_label(lines, number, line.end, heading, above):
            heading = None
        if heading is None:
            if line.blank_before and number > 2:
                unknown += unlisted(lines, number, found, known)
            continue
        if heading.body > line.end:
            skip = number + 1
        capitals += line.blank_before and line.text.isupper()
        found.append(heading)
    if unknown and capitals:
        # Only where known headings look the same way: capitals behind an empty line.
        found = sorted(found + unknown, key=lambda heading: heading.start)
    return found


def _duties(line: Line, number: int, current: str, known: Headings) -> Heading | None:
    """What was done in a job, under a heading of its own: within the jobs it labels, elsewhere it opens a section."""
    text = line.text
    if current in WORK or current == "header" or key_of(text) not in known.duties:
        return None
    if not (line.blank_before or text.isupper()):
        return None
    return Heading(kind="experience", start=line.start, body=line.end, line=number)


def _is_sub_label(lines: list[Line], number: int, end: int, heading: Heading, above: Heading | None) -> bool:
    """Whether "Projects:" labels what was done in a job: it ends with a colon where the heading of the jobs does not, or
    it stands below the labels of an entry ("Company: Foo", "Position: Bar", "Projects: Baz"). ``end`` is
    where the line ended before anything was cut from it."""
    line = lines[number]
    if heading.body < end:
        label = jobs().label(lines[number - 1].text)
        return label is not None and label[0] in _NAMING
    experience = above is not None and above.kind == "experience"
    if above is None or not experience or line.text.isupper():
        return False
    return line.text.endswith(":") and not lines[above.line].text.endswith(":")


def _by_type(found: list[Heading], lines: list[Line], known: Headings) -> tuple[list[Heading], Callable[[Line], bool]]:
    """The headings less lines in the type of plain text, and with lines set as headings are, where type tells; and whether
    a line's type lets it be one."""
    whole = {heading.line for heading in found if heading.body >= lines[heading.line].end}
    setting = HeadingType(lines, [heading.line for heading in found if heading.line in whole])
    kinds = Counter(heading.kind for heading in found if setting.fits(lines[heading.line]))
    kept: list[Heading] = []
    for heading in found:
        line = lines[heading.line]
        plain = setting.tells(line) and setting.is_smaller(line) and setting.is_lesser(line)
        # One that somebody forgot to set as the others: the only one of its kind, or words that nothing else means.
        if heading.kind in _CAREER:
            plain = plain and not (kinds[heading.kind] < 1 and (line.blank_before or line.text[-1] in ":："))
        else:
            plain = plain and (setting.in_capitals(line) or not line.text.isupper())
        plain = plain and not _stands_alone(lines, heading.line, known)
        unlisted = heading.kind == "other" and setting.tells(line) and not setting.fits(line)
        beside = heading.line + 1 < len(lines) and lines[heading.line + 1].start == heading.body + 1
        # A label in the margin of the first lines is the heading of the summary, be its type small.
        if heading.line not in whole or not (plain or unlisted) or (beside and not kept):
            kept.append(heading)
    if not kept:
        return found, setting.admits
    taken = {heading.line for heading in kept} | {
        heading.line + 1 for heading in kept if heading.body > lines[heading.line].end
    }
    more = []
    for number in range(kept[0].line + 1, len(lines)):
        line = lines[number]
        if number not in taken and setting.tells(line) and setting.alone(lines, number, is_item):
            right = known.respelt(line.text, apart=True)
            kind = known.find(right or line.text)[0] or known.last(line.text) or known.told(line.text) or "other"
            if known.is_duty(right or line.text) and _within_jobs(kept, number):
                continue
            more.append(Heading(kind=kind, start=line.start, body=line.end, line=number))
    if sum(heading.kind == "other" for heading in more) > len(kept):
        more = []  # names of employers, set as headings are
    return sorted(kept + more, key=lambda heading: heading.start), setting.admits


def _stands_alone(lines: list[Line], number: int, known: Headings) -> bool:
    """Whether a listed heading of several words has white space above, and below unless it opens a letter with a comma."""
    line = lines[number]
    apart = line.blank_before and number + 1 < len(lines) and (lines[number + 1].blank_before or line.text[-1] == ",")
    return apart and " " in line.text and known.kind(line.text) is not None and key_of(line.text) not in known.labels


def _within_jobs(found: list[Heading], number: int) -> bool:
    """Whether the section that line ``number`` stands in tells of jobs or projects."""
    return next((heading.kind in WORK for heading in reversed(found) if heading.line < number), False)


def _rail(lines: list[Line], number: int, current: str, known: Headings) -> Heading | None:
    """A heading in the margin, level with the first line of its section; the two become lines of their own."""
    line = lines[number]
    label, tab, rest = line.text.partition("\t")
    kind = known.kind(label) if tab else None
    if kind is None and tab and line.blank_before and label.isupper():
        kind = known.find(label)[0]
    if kind is None and tab and number + 1 < len(lines) and not lines[number + 1].blank_before:
        # A heading in two lines, each with a row of the section beside it.
        under, row, _ = lines[number + 1].text.partition("\t")
        kind = known.kind(f"{label} {under}") if row else None
    if kind is None or kind == current or not label[0].isupper() or key_of(label) in known.labels:
        return None
    if names_group(current, kind, rest):
        return None
    if (current in ENTRIES and not line.blank_before) or (current == "personal" and kind == "header"):
        return None
    if current == "education" and "\t" in rest and key_of(label) in known.columns:
        return None
    if (
        current == "skills"
        and key_of(label) in known.list_words
        and not (names_tongue(rest, known) or (kind in _DATED and YEAR.search(rest)))
    ):
        return None
    if is_form_row(lines, number, current, kind):
        return Heading(kind=kind, start=line.start, body=line.start + len(label) + 1, line=number, one_line=True)
    # A row of labels is the head of a table; a heading beside the first line of an entry has its dates near.
    dated = YEAR.search(rest) or (
        "\t" not in rest and any(YEAR.search(below.text) for below in lines[number + 1 : number + 3])
    )
    if kind in _DATED and not (dated or len(rest) > _LONG_ROW):
        return None
    lines[number : number + 1] = [part_of(line, 0, len(label)), part_of(line, len(label) + 1, len(line.text))]
    return Heading(kind=kind, start=line.start, body=line.start + len(label), line=number)


def _whole(lines: list[Line], number: int, current: str, known: Headings) -> Heading | None:
    """A line, or two short ones in capitals, that is all heading."""
    line = lines[number]
    text = without_rule(line.text)
    if (
        len(text) > 60
        or (text[-1] == "," and key_of(text) not in known.sites)
        or (text.count(" ") > 8 and text[1:2] != " ")
    ):
        return None
    # "PROJECTS (all on my portfolio)": what stands in brackets is a remark on a heading.
    upper = text.split("(")[0].isupper()
    if text[-1] in ".;" and not upper:
        return None
    below = lines[number + 1] if number + 1 < len(lines) else None
    if (
        below
        and len(below.text) < 25
        and (below.text.isupper() if upper else text.endswith((" and", " und", " et", " y", " e")))
    ) and (kind := known.kind(f"{text} {below.text}")):
        return Heading(kind=kind, start=line.start, body=below.end, line=number)
    first = text[0]
    if first in BULLETS and text[1:2] == " " and text[-1] != first:
        return None
    kind, listed = known.find(text)
    if kind is None and line.blank_before and not text.isupper():
        kind = known.last(text)
    written = text
    if kind is None and (right := known.respelt(text, line.blank_before)):
        kind, listed = known.find(right)
        written = right
    if kind is None and key_of(text) in known.chronicles and opens_chronicle(lines, number):
        kind, listed = "experience", True
    if kind is None:
        return _duties(line, number, current, known)
    if kind in {"projects", "references"} and current == "header" and key_of(text) in known.sites:
        return None
    if current == "education" and kind in _TABLED and not upper and names_column(lines, number, known):
        return None
    if kind == current and text in known.name_parts and not line.blank_before:
        return None  # the end of a name that its line broke: "Hill Country / University"
    decorated = bool(_DECORATED.match(text))
    colon = text[-1] in ":："
    if first in BULLETS and not decorated and text[-1] != first:
        return None
    plain = not upper and not decorated and not colon
    if first.islower() and plain and not (line.blank_before and listed and " " in text):
        return None
    if not listed and plain and not ((line.blank_before or _opens_entries(lines, number, kind)) and len(text) < 40):
        return None
    if colon and not upper and (not line.blank_before or current in WORK) and key_of(written) in known.labels:
        return None
    if plain and line.indent > 1 and key_of(text) in known.list_words and _same_indent(lines, number):
        return None
    if current == "skills" and plain and key_of(text) in known.skill_names and among_items(lines, number):
        return None
    return Heading(kind=kind, start=line.start, body=line.end, line=number)


def _opens_entries(lines: list[Line], number: int, kind: str) -> bool:
    """Whether an unlisted heading in capitalised words stands right above the date of the first entry."""
    text = lines[number].text
    if kind not in ENTRIES or number + 1 >= len(lines) or not all(word[0].isupper() for word in text.split()):
        return False
    span = next(iter(find_ranges(lines[number + 1].text)), None)
    return span is not None and not span.single and span.text_start == 0


def _same_indent(lines: list[Line], number: int) -> bool:
    around = lines[max(0, number - 1) : number] + lines[number + 1 : number + 2]
    return any(line.indent == lines[number].indent for line in around)
