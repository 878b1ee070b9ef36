"""Jobs whose dates are not given but whose lengths are told: "worked at Foo as a clerk for 3 years", "2 years at Foo".

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
_SENTENCE = re.compile(r"(?<=[a-z]{4})[.!?]\s+(?=[A-Z])")


def with_told_lengths(
    found: list[tuple[Position, int, int]], lines: list[Line], outline: Outline, known: Jobs, lower: str
) -> list[tuple[Position, int, int]]:
    """The positions, in order of place, with the lengths that are told of undated ones, and with those that only such a
    length shows. ``lower`` is the text in lower case."""
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
    firsts = [first for _, first, _ in found]
    added: list[tuple[Position, int, int]] = []
    for number, length, part in told:
        months = round(length.months)
        place = bisect_right(firsts, number) - 1
        its = found[place] if place >= 0 and outline.owner[found[place][1]] == outline.owner[number] else None
        if its is None:
            if (position := _position(lines[number], part, months, known)) is not None:
                added.append((position, number, number))
        elif its[0].start is None:
            before = its[0].stated_months or 0
            found[place] = (replace(its[0], stated_months=before + months), *its[1:])
    return sorted([*found, *added], key=lambda entry: entry[1])


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
    if not (known.names_title(title) or employer[:1].isupper()):
        return None
    return Position(
        title=title, employer=employer, start=None, end=None, text_start=line.start, text_end=line.end,
        kind=known.kind(line.text), stated_months=months,
    )  # fmt: skip
