"""Headings of a margin that lost their place: "EDUCATION Foo University", one line of the margin and one of the column."""

from __future__ import annotations

import re
from collections.abc import Mapping

from aimatch.model import SectionKind
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import Headings
from aimatch.resume.sections.flows import Heading
from aimatch.resume.sections.lines import Line, part_of

_CAPITALS = re.compile(r"(?:[A-Z][A-Z&/-]+[ \t]+){1,4}(?=[A-Z]?[a-z\d])")
#: Characters of a heading in the margin: "to" and "in" are none.
_SHORTEST = 4


def margin_headings(lines: list[Line], known: Headings) -> Mapping[int, tuple[SectionKind, int]]:
    """By the offset of their lines, the kind and the length of the headings in capitals that lines begin with and go on
    from in small letters. One of its kind may be chance; two kinds make a margin."""
    found: dict[int, tuple[SectionKind, int]] = {}
    for line in lines:
        match = _CAPITALS.match(line.text) if line.text[:3].isupper() else None
        words = match.group().split() if match else []
        for count in range(len(words), 0, -1):
            label = " ".join(words[:count])
            rest = line.text[len(label) :].strip()
            kind = known.kind(label) if len(label) >= _SHORTEST else None
            if kind and key_of(label) not in known.sites and rest and not rest[:2].isupper() and rest[0].isalnum():
                found[line.start] = kind, len(label)
                break
    return found if len({kind for kind, _ in found.values()}) > 1 else {}


def beside(
    lines: list[Line], number: int, current: SectionKind, margin: Mapping[int, tuple[SectionKind, int]]
) -> Heading | None:
    """The heading in the margin beside line ``number``, which is cut in two, if it opens another section."""
    line = lines[number]
    kind, end = margin.get(line.start, (current, 0))
    if kind == current or number == 0:
        return None
    lines[number : number + 1] = [part_of(line, 0, end), part_of(line, end, len(line.text))]
    return Heading(kind=kind, start=line.start, body=line.start + end, line=number)
