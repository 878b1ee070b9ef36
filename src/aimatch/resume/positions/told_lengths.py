"""Jobs whose dates are not given but whose lengths are told: "worked at Foo as a clerk for 3 years", "2 years at Foo", and,
where nothing is dated, "Clerk, Foo Ltd (3 years)".

Such a length belongs to the undated position in whose lines it stands; where none stands there, its line is a position.
Within the lines of a dated position it tells of a part of that, and adds nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from aimatch.dates import find_ranges
from aimatch.dates.lengths import Length, lengths_in, may_state_length
from aimatch.model import Position
from aimatch.resume.names import merge_names
from aimatch.resume.names.parts import split_names
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import BULLETS, Line
from aimatch.resume.stated_years import Lengths, lengths_known
from aimatch.resume.told import told_in

#: Characters beside a length that tell of a job.
_NEAR = 120
#: Words behind it that do so.
_FEW = 4
#: Months of one job: forty years.
_LONGEST = 480
_WORD = re.compile(r"[^\W_]+")
_PARTED = re.compile(r"(?:[.,:(–-]\s*|\s{2,}|\t)\Z")
#: Signs that part a length from the names beside it; lines of an entry below its first that may hold its length.
_SIGNS, _BELOW = ",;:|·•–—-()[]\t", 2
_LEADER = re.compile(r"\s?\.{3,}\s*")
_WIDE = re.compile(r"\s{2,}\Z")
_SENTENCE = re.compile(r"(?<=[a-z]{4})[.!?]\s+(?=[A-Z])")


def with_told_lengths(
    found: list[tuple[Position, int, int]], lines: list[Line], outline: Outline, known: Jobs, lower: str
) -> list[tuple[Position, int, int]]:
    """The positions, in order of place, with the lengths that are told of undated ones, and with those that only such a
    length shows. ``lower`` is the text in lower case."""
    if not any(one.start for one, _, _ in found):
        found = _with_lengths_beside(found, lines, outline, known, lower, frozenset())
        sure = frozenset(outline.owner[first] for one, first, _ in found if one.stated_months)
        found = _with_lengths_beside(found, lines, outline, known, lower, sure) if sure else found
    wrapped = {
        number: " ".join(line.text for line in lines[first:number])
        for one, first, last in found
        if one.start is None
        for number in range(first + 1, last + 1)
    }
    told = [
        (number, length, part)
        for number, line in enumerate(lines)
        if outline.kind(number) == "experience" and may_state_length(lower, line.start, line.end)
        for length, part in _told(line, known, wrapped.get(number, ""))
    ]
    if not told:
        return found
    settled = {lines[first].start for one, first, _ in found if one.start is None and one.stated_months}
    firsts = [first for _, first, _ in found]
    added: list[tuple[Position, int, int]] = []
    for number, length, part in told:
        months = round(length.months)
        place = bisect_right(firsts, number) - 1
        its = found[place] if place >= 0 and outline.owner[found[place][1]] == outline.owner[number] else None
        if its is None:
            if (position := _position(lines[number], part, months, known)) is not None:
                added.append((position, number, number))
        elif its[0].start is None and lines[its[1]].start not in settled:
            before = its[0].stated_months or 0
            found[place] = (replace(its[0], stated_months=before + months), *its[1:])
    return sorted([*found, *added], key=lambda entry: entry[1])


def _with_lengths_beside(
    found: list[tuple[Position, int, int]],
    lines: list[Line],
    outline: Outline,
    known: Jobs,
    lower: str,
    sure: frozenset[int],
) -> list[tuple[Position, int, int]]:
    """The positions of a resume that dates none, with the lengths that stand beside their names, or in a line of their own
    below these, and with those that a firm's name and such a length show; in the sections that are ``sure`` to be written so, a word for an employer will
    do."""
    kept = list(found)
    for number, line in enumerate(lines):
        if outline.kind(number) != "experience" or not may_state_length(lower, line.start, line.end):
            continue
        beside = _beside(line, known, sure=outline.owner[number] in sure)
        if beside is None:
            continue
        months, title, employer = beside
        place = next((at for at in range(len(kept) - 1, -1, -1) if kept[at][1] <= number), -1)
        its = kept[place] if place >= 0 and outline.owner[kept[place][1]] == outline.owner[number] else None
        if its is not None and (its[1] == number or (not title and not employer and number - its[2] <= _BELOW)):
            one = its[0]
            named = one.employer if not any(map(str.isdigit, one.employer)) else ""
            one = replace(one, title=title or one.title, employer=employer or named, stated_months=months)
            kept[place] = one, its[1], its[2]
        elif title or employer:
            position = Position(
                title=title, employer=employer, start=None, end=None, text_start=line.start, text_end=line.end,
                kind=known.kind(line.text), stated_months=months,
            )  # fmt: skip
            kept.insert(place + 1, (position, number, number))
    return kept


def _beside(line: Line, known: Jobs, *, sure: bool) -> tuple[int, str, str] | None:
    """The months, the title and the employer of a line that holds no more than names and, set off by a sign at an edge or
    in brackets, a length; the names are empty where it stands alone."""
    text = line.text.lstrip(BULLETS + " ")
    item = text != line.text
    lengths = [*lengths_in(text, text.lower())] if len(text) <= _NEAR and len(text) == len(text.lower()) else []
    if len(lengths) != 1 or lengths[0].months > _LONGEST or any(find_ranges(text)):
        return None
    before, after = text[: lengths[0].start], text[lengths[0].end :]
    before = _LEADER.sub("   ", lengths_known().hedge.sub("", before))
    acting = known.acting_as.match(after)
    parted = (not before or before.rstrip()[-1:] in _SIGNS or _WIDE.search(before)) and (
        not after or after.lstrip()[:1] in _SIGNS or acting is not None
    )
    if not parted:
        return None
    rest = [before.strip(f" {_SIGNS}"), (after[acting.end() :] if acting else after).strip(f" .{_SIGNS}")]
    names = " | ".join(part for part in rest if part)
    if not names:
        return None if item else (round(lengths[0].months), "", "")
    small = any(word[0].islower() and word not in known.joining for word in names.split())
    told = (
        known.names_title(names) or known.has_legal_form(names) or (sure and not small and known.names_employer(names))
    )
    if not told or is_prose(names) or (item and small) or known.certifies(names) or known.is_deed(names):
        return None
    title, employer, _, more = merge_names((split_names(names, known), []), known)
    if not employer and more and not known.names_title(more[0]):
        employer = more[0]
    return round(lengths[0].months), title, employer


def _told(line: Line, known: Jobs, above: str) -> Iterator[tuple[Length, str]]:
    """The lengths in a line that tell how long a job was held, each with the rest of its sentence, which may begin in the
    lines ``above``."""
    text = line.text
    lower = text.lower()
    if len(lower) != len(text):
        return
    lengths = lengths_known()
    for length in lengths_in(text, lower):
        ends = [0, *(stop.end() for stop in _SENTENCE.finditer(text, 0, length.start))]
        before, after = text[ends[-1] : length.start], text[length.end :]
        if ends[-1] == 0 and above:
            before = f"{above} {before}"
        if _holds(before, after, known, lengths) and length.months <= _LONGEST and not any(find_ranges(text)):
            stop = _SENTENCE.search(after)
            yield length, f"{before} {after[: stop.start() + 1] if stop else after}"


def _holds(before: str, after: str, known: Jobs, lengths: Lengths) -> bool:
    """Whether a length between two parts of a sentence is the length of a job."""
    words = [word.lower() for word in _WORD.findall(after[:_NEAR])[:_FEW]]
    if not lengths.never.isdisjoint(words):
        return False
    label = known.label(before)
    lead = before[label[1] if label else 0 :].lower().strip(BULLETS + " \t:0123456789.)")
    if not lead:
        if label is not None and label[0] == "dates":
            return True  # "Duration: 2 years"
        # "3 Years At Foo as a clerk", "2 Years Supervisor in Foo"; behind a label only "for 3 years" tells of a job
        if label is not None or not words:
            return False
        if words[0] in lengths.experience:  # "6 months experience as a caller at Foo", but "3 years experience in Java"
            acting = known.acting_as.match(after, after.lower().find(words[0]) + len(words[0]))
            if acting is not None:
                return known.at_name.search(after, acting.end()) is not None
            told = told_in(
                after, known
            )  # "3 years experience in M/s Foo as a fitter", but "... in Java as a developer"
            return known.names_title(told.title) and known.names_company(told.employer)
        return words[0] in lengths.held or known.names_title(after[:_NEAR])
    lasting = next((word for word in lengths.lasting if lead == word or lead.endswith(f" {word}")), None)
    rest = lead[: -len(lasting)].strip() if lasting else lead
    if not rest:
        return True
    if known.acting_as.search(rest[-_NEAR:]) and not words:
        return True  # "Foo Bank as an office assistant 1 year"
    # Without such a word a sign parts the length from what was done: "Working in Foo Ltd., 2 years as clerk"
    return known.prose.search(rest[-_NEAR:]) is not None and (lasting is not None or _PARTED.search(before) is not None)


def _position(line: Line, part: str, months: int, known: Jobs) -> Position | None:
    part = part.strip(BULLETS + " .")
    while (word := part.partition(" ")[0]) in known.joining and " " in part:
        part = part[len(word) :].lstrip()  # "Six months of internship at Foo"
    title, employer = told_in(part, known)
    if not title:
        names = merge_names((split_names(part, known), []), known)
        title, employer = names.title, employer or names.employer
    named = employer[:1].isupper() and employer.split()[0].lower() not in known.speakers
    if not (named or known.names_title(title)):
        return None
    return Position(
        title=title, employer=employer, start=None, end=None, text_start=line.start, text_end=line.end,
        kind=known.kind(line.text), stated_months=months,
    )  # fmt: skip
