"""Names in the heading of an entry that a narrow column broke: "Project Accountant, Meridian" above "Stoneworks".

A line was broken where its next word did not fit the column. Lines of an account may stay as they are, whose breaks mean
nothing; the lines of a heading are names, of which each line tells one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from operator import attrgetter

from aimatch.model import Document, Run
from aimatch.resume.names.fields import is_specialty
from aimatch.resume.positions.name_lines import LINE
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import WORDS, jobs
from aimatch.resume.sections.lines import Line, is_item

_YEAR = re.compile(r"(?:19|20)\d\d|['\u2019]\d\d|\d/\d\d")
#: Characters of a line of a heading in a narrow column, and of the rest of it.
_LONGEST, _REST = 60, 32
_SHORTEST = 12
#: Words of the rest: more are a name of their own.
_FEW = 3
#: Characters at the end of a line in which the year of its date stands.
_DATE = 22
#: Lines on either side in which an entry's date stands, and in which the width of the column shows.
_NEAR, _AROUND = 2, 14
#: Lines of one column begin within this (points), and those of a list within it further in.
_EDGE, _INDENT = 2.0, 20.0
#: Type of one size differs by no more (share); the lines of a paragraph follow one another within this (em).
_SAME_SIZE, _STEP_EM = 0.02, 1.7
#: Another line of the column reaches as far as a full one, or not much less (em).
_EM = 1.0
_START = attrgetter("start")
#: Signs after which a name goes on, and those that end what needs no more.
_OPEN, _CLOSED = ",&|/–—-", ".:;!?"


def with_whole_names(lines: list[Line], document: Document) -> list[Line]:
    """The lines with those of an entry's heading that the column's width broke as one; offsets stay true, for the line
    break becomes a space."""
    joined: list[Line] = []
    for number, line in enumerate(lines):
        above = joined[-1] if joined else None
        if (
            above is not None
            and (
                _is_open(above, line)
                or (
                    not line.blank_before
                    and len(line.text) <= _REST
                    and _SHORTEST <= len(above.text) <= _LONGEST
                    and not line.page_top
                    and not is_item(above.text)
                    and _goes_on(above, line)
                    and _was_full(above, line, lines, number, document)
                )
            )
            and any(_YEAR.search(near.text) for near in lines[max(0, number - _NEAR) : number + _NEAR + 1])
        ):
            text = document.text[above.start : line.end].replace("\n", " ")
            joined[-1] = replace(above, end=line.end, text=text)
        else:
            joined.append(line)
    return joined


def _is_open(above: Line, line: Line) -> bool:
    """Whether the words of two lines alone tell that one name goes on from the first to the second: behind a small word
    ("University of", "Northmoor") or before one, up to a legal form ("Analyst at Foo", "Bar Ltd"), or as what a title is about."""
    text, rest = above.text, line.text
    if (
        line.blank_before
        or line.page_top
        or len(text) > LINE
        or is_item(text)
        or is_item(rest)
        or above.aside != line.aside
    ):
        return False
    name = rest.partition(",")[0]
    words, known = name.split(), jobs()
    last = text.rpartition(" ")[2]
    if len(words) > 1 and words[0] in known.joining and words[1][0].isupper() and len(words) <= _FEW:
        return last[0].isupper() and (known.names_employer(last) or degrees().names_school(last))
    if not words or not words[0][0].isupper() or len(words) > _FEW or any(map(str.isdigit, name)):
        return False
    if name == rest and known.names_title(text) and is_specialty(f"{last} {rest}"):
        return True
    firm, small = known.has_legal_form(name), last in known.joining and ":" not in rest
    if not (firm or small) or headings().kind(rest) or known.label(text):
        return False
    parting = [*known.parting.finditer(text)]
    part = text[parting[-1].end() :] if parting else text
    if not part[:1].isupper():
        return False
    if firm and parting:
        sign = parting[-1][0].strip()
        return (sign == "@" or sign[:1].isalpha()) and len(part.split()) < _FEW and not known.has_legal_form(part)
    told = any(word[0].islower() and word.lower() not in known.joining for word in WORDS.findall(part))
    return small and " " in part and (not told or known.names_employer(part) or degrees().names_school(part))


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line may be the rest of a name, or of the date behind it, by its words."""
    text, rest = above.text, line.text
    if is_item(rest) and rest[0] not in "–—-":
        return False
    if is_item(text) or "\t" in text or text[-1] in _CLOSED or above.aside != line.aside or rest[0].islower():
        return False
    if len(rest.split()) > _FEW + any(map(str.isdigit, rest)) or abs(line.size - above.size) > _SAME_SIZE * above.size:
        return False
    if _YEAR.search(text[-_DATE:]) and text[-1] not in _OPEN:
        return rest[0] in "–—-"  # a date ends what it stands behind
    known = jobs()
    titled = known.titles.issuperset({rest.lower()})
    if (headings().kind(text) and not titled) or headings().kind(rest):
        return False
    words = WORDS.findall(text)
    if not words or sum(word[0].islower() and word.lower() not in known.joining for word in words) > 1:
        return False  # a sentence
    if text[-1] in _OPEN or words[-1].lower() in known.joining:
        return True
    if " " in rest and known.names_title(rest):
        return False  # the title below its employer
    if rest.rpartition(", ")[2] in known.states or (known.firms | known.legal_forms).issuperset({words[-1].lower()}):
        return False  # a place, or what stands below the whole name of a company
    ended = known.titles.issuperset({words[-1].lower()})
    return not ended or known.names_title(rest) or titled


def _was_full(above: Line, line: Line, lines: list[Line], number: int, document: Document) -> bool:
    """Whether the first word of a line had no room at the end of the one above, in their column."""
    runs = document.runs
    last, first = _run(runs, above.end - 1), _run(runs, line.start)
    begin = _run(runs, above.start)
    if last is None or first is None or begin is None or first.box.page != last.box.page:
        return False
    down = first.box.y1 - last.box.y1
    if abs(first.box.x0 - begin.box.x0) > _EDGE or not 0 < down <= _STEP_EM * first.size:
        return False
    word = line.text.split(None, 1)[0]
    width = (first.box.x1 - first.box.x0) * (len(word) + 1) / max(1, first.end - first.start)
    edge = 0.0
    for near in lines[max(0, number - _AROUND) : number + _AROUND]:
        low, high = bisect_left(runs, near.start, key=_START), bisect_right(runs, near.end, key=_START)
        for run in runs[low:high]:
            own = above.start <= run.start < above.end
            if (
                not own
                and run.box.page == last.box.page
                and begin.box.x0 - _EDGE <= run.box.x0 <= begin.box.x0 + _INDENT
            ):
                edge = max(edge, run.box.x1)
    return last.box.x1 <= edge + _EM * first.size and last.box.x1 + width > max(edge, last.box.x1) + _EDGE


def _run(runs: tuple[Run, ...], offset: int) -> Run | None:
    """The run that holds a character."""
    at = bisect_right(runs, offset, key=_START) - 1
    return runs[at] if at >= 0 and runs[at].end > offset else None
