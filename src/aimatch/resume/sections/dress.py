"""Headings told by their dress: what the headings that are known share, other lines in it are too.

The dress is a sign before or around a line ("## Work", "*** Work ***", "[Work]", "★ Work"), a number or letter, a line
drawn below, capitals, a colon at the end, or the white space above a short line. The name of an employer or a title often
wears the same; dates near it tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aimatch.dates import find_ranges
from aimatch.model import SectionKind
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.headings import Headings, is_torn
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections.content import LABEL, content_kind, is_employment, is_rated, tells_of_work
from aimatch.resume.sections.flows import Heading
from aimatch.resume.sections.lines import Line, is_item

_MARKS = "#=~_*<>+/–—\\-"
_SIGNED = re.compile(
    rf"(?P<sign>[{_MARKS}]{{2,}}|[\[#~§|★☆✦✪❖◆◇■□▪▣◼●➤►▶▸»])\s*(?P<bare>[^\W_](?:.*[^\s\]{_MARKS}])?)\s*"
    rf"(?P<close>[\]{_MARKS}~|★☆✦❖◆■]*)"
)
_NUMBERED = re.compile(r"(?P<sign>\d{1,2}|[A-Z]|[IVX]{2,4})(?P<close>[.)])\s+(?P<bare>[^\W\d_].*)")
_RULE = re.compile(r"([=~_*─━-])\1{2,}")
_BRACKETS = re.compile(r"\s*\([^()]*\)?\s*")
_SPACED = re.compile(r"(?:\S )+\S(?:\s{2,}(?:\S )*\S)*")
_DIGIT = re.compile(r"\d")
#: Signs that set off what they enclose; one of them before a line alone is that of an item.
_ENCLOSING = frozenset({"**", "[", "__"})
#: The dresses that text wears too.
_WEAK = frozenset({"capitals", "colon", "apart"})
#: Characters and words of a heading; of one that only white space tells.
_SHORTEST, _LONGEST, _MOST_WORDS, _MOST_WORDS_APART = 2, 60, 9, 7
#: Lines below a name in which its dates stand.
_DATES_BELOW = 3
#: Headings that must share a dress before it tells.
_HABIT = 2
#: Sections whose entries have parts with names of their own; sections in which lists tell nothing.
_WORK = frozenset({"experience", "projects", "volunteering"})
_LISTING = frozenset({"header", "projects"})
_STUDY = frozenset({"education", "courses"})
_TELLING_NOTHING = frozenset({"header", "other"})


@dataclass(slots=True, kw_only=True)
class Dressed:
    """A line in a dress, without it in ``bare``; ``body`` is where its section begins."""

    line: int
    dress: str
    bare: str
    body: int
    kind: SectionKind | None = None
    content: SectionKind | None = None
    worded: bool = False


def with_dressed(
    lines: list[Line],
    found: list[Heading],
    known: Headings,
    may_be: Callable[[Line], bool],
    bullets: Mapping[int, str],
) -> list[Heading]:
    """The headings with the lines in the same dress as several of them, where ``may_be`` lets a line's type be that of a
    heading; ``bullets`` are those that were taken off lines, by the offset of these."""
    taken = {heading.line: heading for heading in found if heading.body >= lines[heading.line].end}
    starts = {heading.line for heading in found}
    groups: dict[str, list[Dressed]] = defaultdict(list)
    for number in range(1, len(lines) - 1):
        if (number in taken or number not in starts) and (one := _dressed(lines, number, bullets)) is not None:
            groups[one.dress].append(one)
    worded = sum(heading.kind not in _TELLING_NOTHING for heading in taken.values())
    more: dict[int, Heading] = {}
    for dress, group in groups.items():
        weak = dress in _WEAK
        if not weak and any(after.line - one.line == 1 for one, after in pairwise(group)):
            continue  # items of a list
        shared = sum(one.line in taken and taken[one.line].kind not in _TELLING_NOTHING for one in group)
        if 2 * shared < worded and worded >= _HABIT:
            continue  # headings look otherwise
        edges = sorted({*starts, *(one.line for one in group), len(lines)})
        for one in group:
            _tell(one, lines, next(edge for edge in edges if edge > one.line), known)
            if one.line in taken:
                more[one.line] = _settled(taken[one.line], one, known)
        telling = sum(
            one.kind is not None or (not weak and _is_dated(one.bare)) for one in group if one.line not in taken
        )
        if shared + telling < _HABIT:
            continue
        for one in group:
            line = lines[one.line]
            others = [heading for heading in found if heading.line not in more] + list(more.values())
            if one.line not in more and may_be(line) and _may_open(one, lines, others, weak, known):
                more[one.line] = Heading(kind=one.kind or "other", start=line.start, body=one.body, line=one.line)
    kept = [heading for heading in found if heading.line not in more]
    return sorted([*kept, *more.values()], key=lambda heading: heading.start)


def _settled(heading: Heading, one: Dressed, known: Headings) -> Heading:
    """A heading that no list holds, of the kind that what stands below tells, if its words allow it."""
    if one.content is None or known.kind(one.bare) is not None:
        return heading
    if heading.kind != "other" and one.content not in known.hinted(one.bare):
        return heading
    return replace(heading, kind=one.content)


def _dressed(lines: Sequence[Line], number: int, bullets: Mapping[int, str]) -> Dressed | None:
    line = lines[number]
    text = line.text
    if len(text) > _LONGEST + 10:
        return None
    below = lines[number + 1]
    body = line.end
    if _RULE.fullmatch(below.text) and not below.blank_before and text[0].isalpha() and "|" not in text:
        dress, bare, body = "underlined" + below.text[0], text, below.end
    elif line.start in bullets:
        dress, bare = bullets[line.start], text
    elif (match := _SIGNED.fullmatch(text)) is not None:
        dress, bare = match["sign"], match["bare"]
        if dress in _ENCLOSING and not match["close"]:
            return None
    elif (match := _NUMBERED.fullmatch(text)) is not None:
        dress, bare = ("1" if match["sign"].isdigit() else "A") + match["close"], match["bare"]
    elif not line.blank_before or not text[0].isalpha():
        return None
    else:
        bare = text
        dress = "capitals" if text.split("(")[0].isupper() else "colon" if text[-1] in ":：" else "apart"
    bare = _BRACKETS.sub(" ", bare).strip(" :：*_")
    if _SPACED.fullmatch(bare):
        bare = re.sub(r"(?<=\S) (?=\S)", "", bare)
    words = bare.split()
    if (
        len(bare) < _SHORTEST
        or len(bare) > _LONGEST
        or bare[-1] in ".,;"
        or (dress in _WEAK and not bare[0].isalpha())
        or "@" in bare
        or "\t" in bare
    ):
        return None
    if len(words) > (_MOST_WORDS_APART if dress in _WEAK else _MOST_WORDS):
        return None
    if dress in _WEAK and (_DIGIT.search(bare) or "|" in bare or (below.blank_before and dress == "apart")):
        return None
    return Dressed(line=number, dress=dress, bare=bare, body=body)


def _below(lines: Sequence[Line], one: Dressed) -> int:
    """The first line of the section below a heading."""
    return next((number for number in range(one.line, len(lines)) if lines[number].start >= one.body), len(lines))


def _tell(one: Dressed, lines: Sequence[Line], stop: int, known: Headings) -> None:
    """Sets of what kind the section below a line is: what its words say, or what it holds where they say several things
    or nothing."""
    one.content = content_kind(lines, _below(lines, one), stop, known)
    words = known.hinted(one.bare)
    if one.content != "learning" and known.kind(one.bare) is None:
        # "Learning and growth achieved": what is only planned must be told
        words = tuple(kind for kind in words if kind != "learning")
    one.kind = one.content if one.content in words or not words else words[0]
    one.worded = bool(words)


def _may_open(one: Dressed, lines: Sequence[Line], found: Sequence[Heading], weak: bool, known: Headings) -> bool:
    """Whether a line in the dress of headings is one, and no employer, title or date of an entry."""
    above = max((heading for heading in found if heading.line < one.line), key=_line, default=None)
    current = above.kind if above else "header"
    if jobs().names_title(one.bare) or find_degrees(one.bare, trusted=False):
        return False
    if known.is_duty(known.respelt(one.bare.title()) or one.bare) or known.is_label(one.bare) or is_torn(one.bare):
        return False
    if _is_dated(one.bare):
        return False
    first = _below(lines, one)
    stop = min((heading.line for heading in found if heading.line > one.line), default=len(lines))
    near = range(first, min(stop, first + _DATES_BELOW))
    if current in _WORK:
        if any(is_employment(lines, number, stop) or jobs().label(lines[number].text) for number in near):
            return False
        if weak and any(is_employment(lines, number, stop) for number in range(first, stop)):
            return False
        labels = weak and LABEL.match(lines[one.line].text) is not None
        told = any(is_prose(line.text) for line in lines[first:stop]) or tells_of_work(lines, first, stop)
        if labels and (one.kind is None or told):
            return False  # "Tools: Git, Jira" among the sentences of a job
        course = one.worded and one.kind == "education" and not degrees().names_school(one.bare)
        if weak and not course and any(heading.kind == current and heading.line > one.line for heading in found):
            return False  # between two parts of the jobs
    if not weak:
        return True
    if one.kind is None:
        if jobs().names_employer(one.bare) or degrees().names_school(one.bare):
            return False
        text = lines[first].text
        return current != "header" and len(text) > len(one.bare) and is_prose(text) and not is_item(text)
    if one.kind == current or (one.kind == "certifications" and not one.worded and current in _STUDY):
        return False
    if one.kind == "experience" and not one.worded:
        return _is_whole(lines, near)
    return current not in _LISTING or one.worded or one.kind != "skills" or is_rated(lines[first : first + 2])


def _is_dated(text: str) -> bool:
    return _DIGIT.search(text) is not None and any(not span.single for span in find_ranges(text))


def _line(heading: Heading) -> int:
    return heading.line


def _is_whole(lines: Sequence[Line], near: range) -> bool:
    """Whether the first entry below a line names employer and title itself, so that the line above is neither."""
    dated = next((number for number in near if find_ranges(lines[number].text)), None)
    if dated is None:
        return False
    if dated - near[0] > 1:
        return True
    named = [lines[number].text for number in range(near[0], dated + 1)]
    for span in reversed(find_ranges(named[-1])):
        if span.text_start:  # a title stands behind it as well: "Foo Ltd, 2019 - 2021. Clerk"
            named[-1] = f"{named[-1][: span.text_start]} | {named[-1][span.text_end :]}"
    parts = [
        part
        for text in named
        for part in (one.strip(" .") for one in jobs().parting.split(text))
        if part[:1].isalpha() and not _DIGIT.search(part)
    ]
    titled = sum(map(jobs().names_title, parts))
    # An employer's name seldom has white space above and below.
    employer = lines[near[0]].blank_before or any(map(jobs().names_employer, parts))
    return 0 < titled < len(parts) or (len(parts) > 1 and employer)
