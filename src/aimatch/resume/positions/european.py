"""Titles and employers that the form of an entry tells apart, as the European CV sets them: "[ 2019 – 2021 ] Operator", "Foo" or
"[ 2019 – 2021 ] Operator Foo" above "City: Springfield", and "2019 – 2021 Springfield, Italy" above "Gaffer – Foo"."""

from __future__ import annotations

import re
from dataclasses import replace

from aimatch.resume.entries import Dated
from aimatch.resume.names import NAMED
from aimatch.resume.names.fields import is_field, is_specialty
from aimatch.resume.names.parts import trim
from aimatch.resume.positions.head import Head
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

_DASHED = re.compile(r"\s[-–—]\s")
_NO_NAME = frozenset("0123456789|\t:")
#: Characters of a name, and parts of a line that holds both.
_NAME, _BOTH = 80, 2


def as_formed(head: Head, dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> Head:
    """The heading with the names that its form tells, where words tell no more than one of the two."""
    below = dated.last_line + 1
    near = [line.text for line in lines[below : below + 2]] if below < len(lines) else []
    if (
        not near
        or (head.title and head.employer)
        or head.strength == NAMED
        or outline.owner[below] != outline.owner[dated.line]
        or lines[below].blank_before
    ):
        return head
    rows = [key_of(text.partition(":")[0]) in known.form_rows for text in near]
    name = head.title or head.employer
    if rows[0] and name == dated.rest:
        words = name.split()
        at = max((at for at, word in enumerate(words) if word.lower() in known.titles), default=len(words))
        rest = " ".join(words[at + 1 :])
        if rest and rest[0].isupper() and not is_specialty(rest) and not is_field(rest, known):
            return replace(head, title=" ".join(words[: at + 1]), employer=rest, strength=NAMED)
    elif rows[-1] and not head.title and name == dated.rest and name.lower() in known.titles and _is_name(near[0]):
        return replace(head, title=name, employer=trim(near[0]), last_line=below, strength=NAMED)
    town, _, country = dated.after.rpartition(", ")
    parts = _DASHED.split(near[0])
    if name and name == town and country.lower() in known.places and len(parts) == _BOTH and all(map(_is_name, parts)):
        return replace(head, title=trim(parts[0]), employer=trim(parts[1]), last_line=below, strength=NAMED)
    return head


def _is_name(text: str) -> bool:
    """Whether a line, or a part of one, may be a title or an employer whatever its words."""
    return text[:1].isupper() and len(text) <= _NAME and _NO_NAME.isdisjoint(text)
