"""Which lines are headings, by their words, their form, their type and the column they stand in.

A line is a heading if its words are those of a heading and its form allows it: it stands alone, begins with a capital
or is decorated, and is no item of a list. A label before text ("Skills: Python, SQL") opens a section too, unless it
is one of the labels that entries carry ("Responsibilities: ...").
"""

from __future__ import annotations

import re
from collections import Counter

from aimatch.dates import find_ranges
from aimatch.resume.flows import Heading, with_flows
from aimatch.resume.headings import Headings, headings, key_of
from aimatch.resume.jobs import jobs
from aimatch.resume.lines import BULLETS, Line, is_item, part_of
from aimatch.resume.margins import beside, margin_headings
from aimatch.resume.typography import HeadingType
from aimatch.resume.unlisted import ENTRIES, YEAR, is_wrapped_word, may_be_unlisted, with_remarks, without_bullets

_DECORATED = re.compile(r"^(?:[#=~_*|>\[<+-]{2,}|#)\s*[^\s#=~_*|>\[<+-].*|^.*[=~_*]{2,}$")
_LABEL = re.compile(r"^([^\W\d_][\w &/,'’()+-]{1,38}?)\s*(?::(?!//)|：|\s[-–—−•❖➢*|]\s)\s*(?=\S)")
_BARE_LABEL = re.compile(r"^((?:[A-Z][\w&/-]*\s){1,4})(?=\S)")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
#: Characters behind a heading in its line; more is text that merely begins with the word.
_LONG_ROW = 60
#: Characters in which a heading that its text was glued to ends.
_RUN_IN = 60
_ONE_LINE = frozenset({"learning", "not-used"})
_DATED = ENTRIES | {"courses", "certifications", "awards"}
#: Words of a heading that text runs on from.
_LABEL_WORDS = 3
_CAREER = frozenset({"experience", "education"})
_NAMING = frozenset({"employer", "title", "dates"})
_WORK = frozenset({"experience", "projects"})
_OWN_LABELS = frozenset(
    {"education", "certifications", "interests", "references", "languages", "summary", "objective", "not-used",
     "learning", "publications", "awards", "volunteering"}
)  # fmt: skip


def find_headings(lines: list[Line]) -> list[Heading]:
    """The places where sections begin, in order. A heading level with the first line of its section becomes a line of
    its own in ``lines``."""
    known = headings()
    return with_flows(_by_type(_headings(lines, known), lines, known), lines)


def _headings(lines: list[Line], known: Headings) -> list[Heading]:
    found: list[Heading] = []
    unknown: list[Heading] = []
    capitals = 0
    skip = -1
    bare = without_bullets(lines, known)
    margin = margin_headings(lines, known)
    for number, line in enumerate(lines):
        if number <= skip:
            continue
        text = line.text
        first = _EDGES.sub("", text.split(None, 1)[0]).lower()
        plain = first not in known.starters and len(first) > 1  # one letter: "S K I L L S"
        if plain and not known.may_be_misspelt(text):
            if line.blank_before and number > 2 and may_be_unlisted(lines, number, found):
                unknown.append(Heading(kind="other", start=line.start, body=line.end, line=number))
            continue
        above = next((heading for heading in reversed(found) if lines[heading.line].aside == line.aside), None)
        current = above.kind if above else "header"
        if above and current in ENTRIES and line.indent > lines[above.line].indent + 1 and not line.text.isupper():
            # A label within an entry ("Projects:") where the text of the section is indented and its heading is not.
            heading = None if _same_indent(lines, number) else _whole(lines, number, current, known)
        else:
            heading = _whole(lines, number, current, known)
            if heading is None and first in known.first_words:
                heading = _rail(lines, number, current, known) or _run_in(
                    line, number, current, known, sure=line.start in bare
                )
                heading = (
                    heading or beside(lines, number, current, margin) or _before_date(line, number, current, known)
                )
        if heading and is_wrapped_word(lines, number, found):
            heading = None
        if heading and heading.kind == "projects" and number and _is_sub_label(lines, number, line.end, heading, above):
            heading = None
        if heading is None:
            if line.blank_before and number > 2 and may_be_unlisted(lines, number, found):
                unknown.append(Heading(kind="other", start=line.start, body=line.end, line=number))
            continue
        if heading.body > line.end:
            skip = number + 1
        capitals += line.blank_before and line.text.isupper()
        found.append(heading)
    if unknown and capitals:
        # Only where known headings look the same way: capitals behind an empty line.
        found = sorted(found + unknown, key=lambda heading: heading.start)
    return with_remarks(lines, found)


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


def _by_type(found: list[Heading], lines: list[Line], known: Headings) -> list[Heading]:
    """The headings less lines in the type of plain text, and with lines set as headings are, where type tells."""
    whole = {heading.line for heading in found if heading.body >= lines[heading.line].end}
    kinds = Counter(heading.kind for heading in found)
    setting = HeadingType(lines, [heading.line for heading in found if heading.line in whole])
    kept: list[Heading] = []
    for heading in found:
        line = lines[heading.line]
        plain = setting.tells(line) and setting.is_smaller(line) and setting.is_lesser(line)
        # The one heading of its kind, which somebody forgot to set as the others.
        plain = plain and not (heading.kind in _CAREER and kinds[heading.kind] == 1 and line.blank_before)
        unlisted = heading.kind == "other" and setting.tells(line) and not setting.fits(line)
        beside = heading.line + 1 < len(lines) and lines[heading.line + 1].start == heading.body + 1
        # A label in the margin of the first lines is the heading of the summary, be its type small.
        if heading.line not in whole or not (plain or unlisted) or (beside and not kept):
            kept.append(heading)
    if not kept:
        return found
    taken = {heading.line for heading in kept} | {
        heading.line + 1 for heading in kept if heading.body > lines[heading.line].end
    }
    more = []
    for number in range(kept[0].line + 1, len(lines)):
        line = lines[number]
        if number not in taken and setting.tells(line) and setting.alone(lines, number, is_item):
            kind = known.find(line.text)[0] or known.last(line.text) or "other"
            more.append(Heading(kind=kind, start=line.start, body=line.end, line=number))
    if sum(heading.kind == "other" for heading in more) > len(kept):
        more = []  # names of employers, set as headings are
    return sorted(kept + more, key=lambda heading: heading.start)


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
    if current in ENTRIES and not line.blank_before:
        return None
    if (
        current == "skills"
        and key_of(label) in known.list_words
        and not (names_tongue(rest, known) or (kind in _DATED and YEAR.search(rest)))
    ):
        return None
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
    text = line.text
    if len(text) > 60 or text[-1] in ",;" or (text.count(" ") > 8 and text[1:2] != " "):
        return None
    # "PROJECTS (all on my portfolio)": what stands in brackets is a remark on a heading.
    upper = text.split("(")[0].isupper()
    if text[-1] == "." and not upper:
        return None
    if upper and number + 1 < len(lines):
        below = lines[number + 1]
        if len(below.text) < 25 and below.text.isupper() and (kind := known.kind(f"{text} {below.text}")):
            return Heading(kind=kind, start=line.start, body=below.end, line=number)
    first = text[0]
    if first in BULLETS and text[1:2] == " " and text[-1] != first:
        return None
    kind, listed = known.find(text)
    if kind is None and line.blank_before and not text.isupper():
        kind = known.last(text)
    written = text
    if kind is None and (right := known.respelt(text)):
        kind, listed = known.find(right)
        written = right
    if kind is None:
        return None
    decorated = bool(_DECORATED.match(text))
    colon = text[-1] in ":："
    if first in BULLETS and not decorated and text[-1] != first:
        return None
    plain = not upper and not decorated and not colon
    if first.islower() and plain and not (line.blank_before and listed and " " in text):
        return None
    if not listed and plain and not ((line.blank_before or _opens_entries(lines, number, kind)) and len(text) < 40):
        return None
    if colon and not upper and (not line.blank_before or current in _WORK) and key_of(written) in known.labels:
        return None
    if plain and line.indent > 1 and key_of(text) in known.list_words and _same_indent(lines, number):
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


def _run_in(line: Line, number: int, current: str, known: Headings, *, sure: bool = False) -> Heading | None:
    """A label that opens a section on its own line: "Skills: Python, SQL"; ``sure``: its form is that of other headings."""
    text = line.text
    near = text[:44]
    match = _LABEL.match(text) if ":" in near or not near.isascii() or " - " in near or "* " in near else None
    kind = known.kind(match.group(1)) if match else None
    if match is None or kind is None:
        return _front(line, number, known)
    label = match.group(1)
    upper = label.isupper()
    one_line = kind in _ONE_LINE
    if ":" not in match.group() and not upper and not label.istitle():
        return None
    if label[0].islower():
        return None
    if one_line and not upper and ":" not in match.group() and not line.blank_before:
        return None  # a wrapped line: "... the world of Machine / Learning - a workshop"
    if not upper and not one_line and not sure:
        if current in ENTRIES and not (kind in _OWN_LABELS and line.blank_before) and kind != current:
            return None
        if current == kind or key_of(label) in known.labels:
            return None
        if current == "skills" and kind == "languages":
            return None
    if kind == "languages" and not names_tongue(text, known):
        if current == "skills":
            return None
        kind = "skills"
    return Heading(kind=kind, start=line.start, body=line.start + match.end(), line=number, one_line=one_line)


def _before_date(line: Line, number: int, current: str, known: Headings) -> Heading | None:
    """A listed heading right before the date of the first entry, in one line: "Work experience 04/2022 - 07/2022"."""
    year = YEAR.search(line.text, 0, _RUN_IN)
    words = line.text[: year.start()].split() if year and line.text[0].isupper() else []
    for count in range(min(_LABEL_WORDS, len(words)), 0, -1):
        label = " ".join(words[:count])
        kind = known.kind(label) if line.text.startswith(label) else None
        if kind in _CAREER and kind != current:
            span = next(iter(find_ranges(line.text[len(label) :])), None)
            if (
                span is not None
                and label[-1].isalpha()
                and not line.text[len(label) : len(label) + span.text_start].strip()
            ):
                return Heading(kind=kind, start=line.start, body=line.start + len(label), line=number)
    return None


def _front(line: Line, number: int, known: Headings) -> Heading | None:
    """A heading glued to a long line without any sign between: "TECHNICAL SKILLS Languages: C, C++ ..."."""
    if len(line.text) < _RUN_IN or not line.text[0].isupper() or not (line.text[:2].isupper() or number == 0):
        return None
    match = _BARE_LABEL.match(line.text)
    if match is None:
        return None
    words = match.group(1).split()
    for count in range(len(words), 0, -1):
        label = " ".join(words[:count])
        kind = known.kind(label)
        rest = line.text[len(label) :].lstrip()
        if kind and ((label.isupper() and not rest[:3].isupper()) or (number == 0 and count > 1 and kind == "skills")):
            return Heading(kind=kind, start=line.start, body=line.end - len(rest), line=number)
    return None


def names_tongue(body: str, known: Headings) -> bool:
    """Whether the beginning of a text names a human language."""
    lower = body[:400].lower()
    return any(tongue in lower for tongue in known.tongues)
