"""The lists of words of ``language/status.toml`` (or ``behaviours.toml``) by name, and patterns that name them in braces.

``{stops}`` in a pattern stands for any item of the list ``stops``, the longest first. A list of ``[others]`` is named as one at
the head of the file is; of another table its table goes before it (``{remarks.taking}``). ``+`` joins lists, ``/`` leaves out
the items of one. ``~`` before the first says that the items are regular expressions, ``!`` that none of them may stand right
before, ``%`` that any white space may part their words. A list of verbs in all their forms
(``doing``) gives those asked for behind a colon: ``{doing:told}``.

A pattern is compiled when it is first asked, and for the first two documents with those items alone that they hold: to compile
all takes ten times as long as to read a resume. Many are tried only where a look at a word beside leaves them a chance.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from typing import Any, ClassVar

from aimatch import data, deferred
from aimatch.wordlist import alternatives, heads_of

_NAMED = re.compile(r"\{([~!%]?)([a-z_-]+(?:[.:+/][a-z_-]+)*)\}")
_STEP = re.compile(r"([+/]?)([a-z_.-]+)(?::([a-z]+))?")
_NEXT = r"\s*(?:,\s*)?([^\W_]+)"
_NEVER = "(?!)"
_LONG = 200  # characters of what is taken for a document
_FEW = 2  # documents for which a pattern is compiled with their items alone
_ENDING = 60  # characters before a noun phrase in which what it ends in is looked for: the longest is half of that
#: Of the forms of a verb ("write writes wrote written writing") those that tell what is or was done, those of the past, ...
_FORMS: Mapping[str, slice] = {
    "bare": slice(1),
    "told": slice(-1),
    "inflected": slice(1, -1),
    "past": slice(2, -1),
    "going": slice(-1, None),
}


def _inflected(line: str) -> list[str]:
    """The forms of a verb: as given, or those of a regular one, of which only the base is."""
    forms = line.split()
    if len(forms) > 1:
        return forms
    base = forms[0]
    stem = base.removesuffix("e")
    if base[-1] == "y" and base[-2] not in "aeou":
        return [base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"]
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z")) else f"{base}s"
    return [base, third, f"{stem}ed", f"{stem}ing"]


@cache
def listed(names: str) -> tuple[str, ...]:
    """The items of some lists, as a pattern names them.

    Raises:
        KeyError: No list has the name.
    """
    items: dict[str, None] = {}
    for sign, name, form in _STEP.findall(names):
        found = _found(name)
        if form:
            found = [one for line in found for one in _inflected(line)[_FORMS[form]]]
        items = {item: None for item in items if item not in found} if sign == "/" else items | dict.fromkeys(found)
    return tuple(items)


def _found(name: str) -> Sequence[str]:
    head, _, last = name.rpartition(".")
    table = data.table("language/status")
    if not head:
        table = table if isinstance(table.get(last), list) else table["others"]
    else:
        table = table[head] if head in table else data.table("language/behaviours")[head]
    items: Sequence[str] = table[last]
    return items


@cache
def word_set(names: str) -> frozenset[str]:
    """The items of some lists as a set."""
    return frozenset(listed(names))


def filled(pattern: str, document: str | None = None) -> str:
    """A pattern with the items of the lists that it names; of a ``document``, with those alone that may stand in it."""
    return _NAMED.sub(lambda named: _items(named[1], named[2], document), pattern)


def _items(sign: str, names: str, document: str | None) -> str:
    items = listed(names) if document is None or sign in {"~", "%"} else _held(names, document)
    if sign == "!":
        return "".join(rf"(?<!{re.escape(item)} )" for item in items)
    if sign == "~":
        return "|".join(items)
    return alternatives(items).replace(r"\ ", r"\s+" if sign else r"\ ") or _NEVER


@lru_cache(maxsize=512)
def _held(names: str, document: str) -> tuple[str, ...]:
    """The items of some lists that stand in a document, in any case."""
    folded = _folded(document)
    return tuple(item for item in listed(names) if item.casefold() in folded)


@lru_cache(maxsize=2)
def _folded(document: str) -> str:
    # For a pattern in any case the Turkish letters are an "i", too.
    return document.casefold().replace("i\u0307", "i").replace("\u0131", "i")


class Deferred(deferred.Deferred):
    """A pattern that may name lists in braces; it is asked as a compiled one is."""

    #: The document that is read: shorter texts are mostly stretches of it.
    _document: ClassVar[str] = ""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        super().__init__(pattern, flags)
        self._narrow: dict[str, re.Pattern[str]] = {}

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern with its lists filled in."""
        return re.compile(filled(self.pattern), self._flags)

    def __getattr__(self, name: str) -> Any:
        return partial(self._asked, name) if name in deferred.Deferred.__annotations__ else super().__getattr__(name)

    def _asked(self, name: str, *given: Any) -> Any:
        text = given[name == "sub"]
        if len(text) >= _LONG:
            Deferred._document = text
        elif text in Deferred._document:
            text = Deferred._document
        narrow = self._narrow.get(text)
        if narrow is None:
            if len(self._narrow) == _FEW:
                return super().__getattr__(name)(*given)  # which is kept
            narrow = self._narrow[text] = re.compile(filled(self.pattern, text), self._flags)
        return getattr(narrow, name)(*given)


def cased(pattern: str) -> Deferred:
    """A pattern in any case."""
    return Deferred(pattern, re.IGNORECASE)


def any_of(names: str) -> Deferred:
    """A pattern for any item of some lists as whole words, in any case."""
    return cased(rf"\b(?:{{{names}}})\b")


class Ending:
    """A pattern that ends with what precedes a place; only as much of that is searched as may matter.

    ``last``: the lists with whose items, or ``more`` with which, its matches may end; most of what precedes a place does not.
    """

    def __init__(self, pattern: str, last: str, more: Sequence[str] = ()) -> None:
        self._pattern = cased(pattern)
        self._ends = last, more

    @cached_property
    def _last(self) -> tuple[str, ...]:
        return (*listed(self._ends[0]), *self._ends[1])

    def ends(self, lead: str) -> bool:
        """Whether what precedes ends so."""
        near = lead[-_ENDING:]
        return near.rstrip().lower().endswith(self._last) and self._pattern.search(near) is not None


class Opening:
    """A pattern for what goes on at a place, tried only where the next word may begin it: most words do not.

    ``first``: the lists ("": none) with whose items, or ``more`` with which, its matches may begin; ``over``: what may stand
    before these, and they themselves as its group.
    """

    def __init__(self, pattern: str, first: str, more: Sequence[str] = (), over: str = _NEXT) -> None:
        self._pattern = cased(pattern)
        self._next = re.compile(over)
        self._begins = first, more

    @cached_property
    def _heads(self) -> frozenset[str]:
        first, more = self._begins
        return heads_of(listed(first) if first else ()).union(more)

    def match(self, text: str, at: int, stop: int = sys.maxsize) -> re.Match[str] | None:
        """What goes on so at a place."""
        word = self._next.match(text, at, stop)
        if word is None or word.group(1).lower() not in self._heads:
            return None
        return self._pattern.match(text, at, stop)
