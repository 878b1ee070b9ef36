"""Dated items that are no more than a name: a job's, with its months in a cell or its years in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs, jobs

if TYPE_CHECKING:
    from aimatch.resume.entries import Dated

#: Words of a line that is an entry's name and nothing else.
_FEW = 6
#: Words of an entry told in half a sentence.
_ENTRY_WORDS = 9


def is_name(dated: Dated) -> bool:
    """Whether an item before its date is no more than a name ("• Foo Systems (2018-2021)")."""
    words = dated.before.replace(",", " ").split()
    if (
        not words
        or len(words) > _FEW
        or jobs().certifies(dated.rest)
        or jobs().is_deed(dated.rest)
        or is_prose(dated.rest)
    ):
        return False
    known = jobs()
    return all(not word[0].islower() or word in known.joining or word in known.employers for word in words)


def is_cell(dated: Dated) -> bool:
    """Whether an item is a name with its months in a cell at the edge of the page ("• Foo pipe yard   02/2012 - 02/2015")."""
    named = dated.before[:1].isupper() and len(dated.before.split()) <= _ENTRY_WORDS and not is_prose(dated.before)
    told = jobs().certifies(dated.rest) or jobs().is_deed(dated.rest)
    return dated.cell and not dated.after and dated.span.precision == "month" and named and not told


def is_company(dated: Dated, known: Jobs) -> bool:
    """Whether an item is a company with its place and its time ("• Foo Works Pvt. Ltd, Springfield (2018 - 2021)")."""
    if dated.after[:1].isupper() or known.is_deed(dated.before) or known.certifies(dated.before):
        return False
    words = dated.before.replace(",", " ").split()
    form = next((at for at, word in enumerate(words) if known.has_legal_form(word)), 0)
    return form > 0 and all(
        not word[0].islower() or word in known.joining or known.names_employer(word) or known.is_arrangement(word)
        for word in words[:form]
    )
