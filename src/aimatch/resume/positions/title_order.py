"""Titles and employers that the order of the entries beside them tells: "Cable splicer, Foo Telephone" in a list of titles and
employers in that order, though no word of the two is a known one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aimatch.model import Position
from aimatch.resume.names.parts import split_names
from aimatch.resume.rules.jobs import Jobs

#: A title and an employer; words of a title.
_PAIR, _FEW = 2, 5

Entry = tuple[Position, int, int]


def in_order(found: list[Entry], rests: Sequence[str], owners: Sequence[int], known: Jobs) -> list[Entry]:
    """The positions with the titles that stand first in their lines as those of their neighbours do, or, where no neighbour
    names any, before names that are employers' or that several lines end in. ``rests`` are their lines without the dates."""
    parts = [[part.text for part in split_names(rest, known)] for rest in rests]
    first, last = Counter[int](), Counter[int]()
    for (one, line, _), names in zip(found, parts, strict=True):
        if one.title and one.employer and len(names) >= _PAIR and {one.title, one.employer} <= set(names):
            (first if names.index(one.title) < names.index(one.employer) else last)[owners[line]] += 1
    open_ = [
        number
        for number, ((one, _, _), names) in enumerate(zip(found, parts, strict=True))
        if not one.title and len(names) >= _PAIR and one.employer in names[:_PAIR] and _may_be(names, known)
    ]
    again = Counter(parts[number][1] for number in open_)
    result = list(found)
    for number in open_:
        one, line, end = found[number]
        title, employer = parts[number][:_PAIR]
        told = known.names_employer(employer) or again[employer] > 1 or any(again[name] > 1 for name in again)
        if first[owners[line]] >= last[owners[line]] and (first[owners[line]] or (len(open_) >= _PAIR and told)):
            result[number] = replace(one, title=title, employer=employer), line, end
    return result


def _may_be(names: list[str], known: Jobs) -> bool:
    """Whether the first two of some names may be a title and an employer."""
    title, employer = names[:_PAIR]
    return (
        len(title.split()) <= _FEW
        and title[:1].isupper()
        and employer[:1].isupper()
        and not any(map(str.isdigit, title + employer))
        and not known.names_company(title)
        and not known.is_deed(title)
        and employer.lower() not in known.places
        and title.lower() not in known.places
    )
