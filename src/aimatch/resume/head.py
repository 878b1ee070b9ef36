"""What the heading of an entry is, and the entries that have none: told in a sentence, or closed by their date."""

from __future__ import annotations

from dataclasses import dataclass

from aimatch.resume.entries import Dated
from aimatch.resume.jobs import Jobs
from aimatch.resume.lines import Line
from aimatch.resume.names import NAMED, held, merge_names, split_names, trim


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of an entry: its names and the lines it takes up."""

    title: str
    employer: str
    first_line: int
    last_line: int
    text: str
    strength: int = NAMED
    #: The employer's name if it stands on a line of its own above the entry, and whether nothing stands there.
    banner: str = ""
    apart: bool = False


def head_above(dated: Dated, lines: list[Line], known: Jobs, reached: int) -> Head:
    """The heading of an entry that its date closes: the line behind the entry before it."""
    first = reached + 1
    names = merge_names((split_names(lines[first].text, known), []), known)
    text = lines[first].text
    return Head(
        title=names.title, employer=names.employer, first_line=first, last_line=dated.last_line, text=text, strength=names.strength
    )  # fmt: skip


def head_told(dated: Dated, known: Jobs) -> Head | None:
    """The names in a sentence such as "Worked as analyst in Foo from 2015 to 2017"."""
    match = known.prose.search(dated.before.lower())
    if match is None:
        return None
    title, employer = names_told(dated.before[match.end() :], known, titled=match.group().endswith((" a", " an")))
    if not title and not employer:
        return None
    return Head(
        title=title,
        employer=employer,
        first_line=dated.line,
        last_line=dated.last_line,
        text=dated.rest,
    )


def names_told(text: str, known: Jobs, *, titled: bool) -> tuple[str, str]:
    """Title and employer in the rest of a sentence behind its verb ("as analyst in Foo"); ``titled``: it begins with the
    title ("was an analyst in Foo")."""
    title: list[str] = []
    employer: list[str] = []
    target: list[str] | None = title if titled else None
    for word in text.split():
        small = word.lower().strip(".,()")
        if small in known.prose_as:
            target = title
        elif small in known.prose_at and not (target is employer and employer):
            target = employer
        elif target is not None and small not in known.prose_small and small not in known.before_dates:
            target.append(word)
    return held(trim(" ".join(title[:6])), known) if title else "", trim(" ".join(employer[:6]))
