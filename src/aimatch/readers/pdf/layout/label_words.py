"""What the words of a label tell: the heading of a section, the name of a column, a job.

The words are those of ``language/headings.toml`` and ``language/positions.toml``.

Where a label stands does not tell a heading from a name in a table; its words do. What kind of section it opens in the end
is decided where the whole resume is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from aimatch.data import table

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
_AROUND = " :•·▪■●◦○-–—*"
_NOISE = re.compile(r"[\W_]+")
_WORDS = re.compile(r"[^\W\d_]+")


def heading_kind(label: str) -> str | None:
    """The kind of the heading that a label is, or made of words of; ``None`` if it is none."""
    if not label[:1].isupper():
        return None
    kinds, cores, words = _known()
    if kind := kinds.get(_key(label)):
        return kind
    found = _WORDS.findall(label.lower())
    return next((cores[word] for word in found if word in cores), None) if words.issuperset(found) else None


def is_listed(label: str) -> bool:
    """Whether a label is, as it stands, a heading that people use."""
    return _key(label) in _known()[0]


def is_heading(line: str) -> bool:
    """Whether a line is, as it stands, a heading that people use, and no end of a sentence ("before.")."""
    return not line.islower() and is_listed(line)


def names_column(cell: str) -> bool:
    """Whether a cell names a column of a table of jobs or degrees ("Employer", "Period", "Duties")."""
    return cell.lower().strip(" :") in _columns()


def labels_form(label: str) -> bool:
    """Whether a label is one of the rows of a form: "• Dates (from – to)", "Name and address of employer"."""
    bare = _REMARK.sub("", label.lower()).strip(_AROUND)
    return bare in _columns()


def ends_title(text: str) -> bool:
    """Whether a text ends in a word that names a job ("Lead Backend Developer")."""
    found = _WORDS.findall(text.lower())
    return bool(found) and text[-1].isalpha() and found[-1] in _titles()


def names_school(word: str) -> bool:
    """Whether a word is one for a school ("University"), which stands in a name oftener than it heads a section."""
    return word.lower() in _schools()


def _key(text: str) -> str:
    return _NOISE.sub("", text.lower().replace("&", " and "))


@cache
def _known() -> tuple[Mapping[str, str], Mapping[str, str], frozenset[str]]:
    """The kinds of whole headings by their letters, those of words that make a heading, and all words of headings."""
    data = table("language/headings")
    forms = [(form, kind) for kind, listed in data["kinds"].items() for form in listed]
    cores = {word: kind for kind, listed in data["cores"].items() for word in listed}
    words = {word for form, _ in forms for word in _WORDS.findall(form.lower())}
    return (
        {_key(form): kind for form, kind in forms},
        cores,
        frozenset(words.union(data["fillers"], cores)),
    )


@cache
def _columns() -> frozenset[str]:
    data = table("language/positions")
    return frozenset(name for names in data["entry_labels"].values() for name in names).union(data["columns"]["names"])


@cache
def _titles() -> frozenset[str]:
    return frozenset(table("language/positions")["titles"])


@cache
def _schools() -> frozenset[str]:
    return frozenset(table("language/degrees")["schools"]["words"])
