"""The lexicon: every form under which a skill is recognised, with the cues and words that are looked for beside them.

A *pattern* is a form in its normal shape. A text is scanned word by word: a pattern of one word is one look-up, one of
several is looked for only where its first two words stand. Most words begin no pattern at all, and are told by one
look-up among those seen before, whatever the number of patterns.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from base64 import b64decode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, NamedTuple

from aimatch import data
from aimatch.data import unpack
from aimatch.extract.cues import Cue
from aimatch.extract.patterns import OBJECT, QUOTE, VERB, compile_lexicon
from aimatch.model import Kind
from aimatch.taxonomy import AmbiguousForm, Taxonomy, load_taxonomy
from aimatch.taxonomy.skill import ambiguous_form

_GLUED_VERSION = re.compile(r"v?\d+\Z")
_MORE_VERSION = re.compile(r"(?:\.\d+|\.x)*\+?(?![^\W_])")
_ASCII_SIGNS = [sign for sign in map(chr, range(128)) if not sign.isalnum() and sign != " "]
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 9  # words of a pattern; what is longer is a sentence
_REMEMBERED = 50_000  # words of which it is kept what may begin with them


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern may mean. ``ambiguous`` holds the rule that settles it, ``None`` for a form that is sure.

    ``plural``: an ``s`` may follow; ``version``: digits may be glued on.
    """

    skill: str
    name: str
    kind: Kind
    via: str
    plural: bool
    version: bool
    ambiguous: AmbiguousForm | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern stands for: readings as a skill (``None``: it is none; empty: a phrase known to be no skill), cues
    of status, and groups of words that behaviours and deeds are made of. ``never``: no ambiguous name within it is a
    skill. ``open``: a reading is ambiguous."""

    readings: tuple[Reading, ...] | None
    cues: tuple[Cue, ...]
    groups: tuple[str, ...]
    deeds: tuple[str, ...] = ()
    never: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class _Starter:
    """What may begin with a word: the pattern that it is alone; a pattern with an ending of its own (``stretches``);
    patterns of several words, by the second, with the words of the longest; names with signs (see ``odd``)."""

    alone: int | None
    stretches: bool
    following: dict[str, int]
    odd: list[list[int]]


_UNSEEN = _Starter(None, False, {}, [])

Hit = tuple[int, int, int]  # start, end, pattern number


class Words(NamedTuple):
    """A normal text, its words (runs of letters and digits) and where each begins."""

    text: str
    words: list[str]
    starts: list[int]


def _longest_first(hit: Hit) -> tuple[int, int]:
    return hit[0], -hit[1]


class _Entries(dict[int, Entry]):
    """Entries by the number of their pattern; each is read when it is first found. Many patterns share one."""

    def __init__(self, of: array[int], rows: list[str]) -> None:
        super().__init__()
        self._of = of
        self._rows = rows
        self._by_row: dict[int, Entry] = {}

    def __missing__(self, pattern: int) -> Entry:
        row = self._of[pattern]
        known = self._by_row.get(row)
        if known is None:
            known = self._by_row[row] = _entry(*json.loads(self._rows[row].replace(QUOTE, '"')))
        self[pattern] = known
        return known


class Lexicon:
    """Patterns and what they stand for."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        alone = unpack(compiled["alone"])
        # The numbers of the patterns; those of several words come in when their first word is seen.
        self._index = dict(zip(alone, range(len(alone)), strict=True))
        self._several: dict[str, str] = compiled["several"]
        of = array("H", b64decode(compiled["of"]))
        if sys.byteorder == "big":
            of.byteswap()
        #: What a pattern stands for, by its number.
        self.entry: Callable[[int], Entry] = _Entries(of, unpack(compiled["rows"])).__getitem__
        #: The words of the sure names of technologies and methods, for corrections: packed by length and sorted, as they
        #: are and (``endings``) with the letters behind the first reversed.
        self.vocabulary: dict[str, str] = compiled["vocabulary"]
        self.endings: dict[str, str] = compiled["endings"]
        self._odd: dict[str, list[list[int]]] = compiled["odd"]
        self._starters: dict[str, _Starter | None] = {}

    def number(self, form: str) -> int | None:
        """The number of a form in its normal shape, if it is a pattern."""
        first = _WORD.match(form)
        if first is not None and first.group() not in self._starters:
            self._seen(first.group())
        return self._index.get(form)

    def sure(self, form: str) -> Reading | None:
        """The one sure reading of a form in its normal shape, if it has one."""
        number = self.number(form)
        readings = self.entry(number).readings if number is not None else None
        return next((reading for reading in readings or () if reading.ambiguous is None), None)

    def scan(self, given: Words) -> list[Hit]:
        """Every pattern that stands in a normal text as whole words, by start, the longest first.

        An end may lie behind the pattern's own: a plural ``s`` and a glued version belong to it.
        """
        text, words, starts = given
        known, look = self._starters.get, self._index.get
        hits: list[Hit] = []
        last = len(words) - 1
        for number, word in enumerate(words):
            starter = known(word, _UNSEEN)
            if starter is None:
                continue
            if starter is _UNSEEN:
                starter = self._seen(word)
                if starter is None:
                    continue
            start = starts[number]
            if starter.alone is not None and self._closed(text, start + len(word), starter.alone):
                hits.append((start, start + len(word), starter.alone))
            if starter.stretches:
                hits += self._extended(text, word, start)
            if starter.following and number < last:
                second = words[number + 1]
                reach = starter.following.get(second)
                if reach is None and second[-1] == "s":
                    reach = starter.following.get(second[:-1])
                if reach is not None:
                    for other in range(number + 1, min(number + reach, last + 1)):
                        stop = starts[other] + len(words[other])
                        several = text[start:stop]
                        found = look(several)
                        if found is None and several[-1] == "s":
                            found = look(several[:-1])
                            if found is not None and not self._may_be_plural(found):
                                found = None
                        if found is not None and self._closed(text, stop, found):
                            hits.append((start, stop, found))
            if starter.odd:
                hits += self._with_symbols(text, start, starter.odd)
        hits.sort(key=_longest_first)
        return hits

    def _seen(self, word: str) -> _Starter | None:
        """What may begin with a word, remembered for the next text."""
        alone = self._index.get(word)
        # "llms", "python3": whether it is one, the letters before tell; a word of cues and behaviours may be one as well.
        named = alone is not None and self.entry(alone).readings is not None
        stretches = not named and len(word) > 2 and word[-1] in "s0123456789"
        following = self._follow(word)
        odd = self._odd.get(word)
        if len(self._starters) >= _REMEMBERED:
            self._starters.clear()
        starter = None
        if alone is not None or stretches or following or odd:
            starter = _Starter(alone, stretches, following, odd or [])
        self._starters[word] = starter
        return starter

    def _follow(self, word: str) -> dict[str, int]:
        """Take in the patterns of several words that begin with one: by the second, the words of the longest."""
        if word not in self._several:
            return {}
        number, *patterns = unpack(self._several[word])
        self._index.update(zip(patterns, count(int(number))))
        following: dict[str, int] = {}
        for pattern in patterns:
            words = _WORD.findall(pattern)
            following[words[1]] = max(following.get(words[1], 0), min(len(words), _LONGEST))
        return following

    def _extended(self, text: str, word: str, start: int) -> Iterator[Hit]:
        """A word that is a pattern with a plural ``s`` or a glued version: "llms", "python3"."""
        end = start + len(word)
        if word[-1] == "s":
            found = self._index.get(word[:-1])
            if found is not None and self._may_be_plural(found) and self._closed(text, end, found):
                # A plural that is a word of its own beside a soft skill is that word: "leads", "patients".
                readings = self.entry(found).readings
                if word not in self._index or (readings and readings[0].kind != "soft"):
                    yield start, end, found
        elif word[-1].isdigit():
            version = _GLUED_VERSION.search(word)
            # One letter with a number is a release or a model (R12, C4), not a language with its version.
            found = self._index.get(word[: version.start()]) if version and version.start() > 1 else None
            if found is not None:
                readings = self.entry(found).readings
                if readings and readings[0].version:
                    more = _MORE_VERSION.match(text, end)
                    yield start, more.end() if more else end, found

    def _with_symbols(self, text: str, start: int, odds: list[list[int]]) -> Iterator[Hit]:
        for before, length in odds:
            begin = start - before
            if begin < 0 or begin + length > len(text):  # a slice past the end would be another, shorter form
                continue
            end = begin + length
            found = self._index.get(text[begin:end])
            if found is None or end > len(text):
                continue
            after = text[end : end + 1]
            if after.isalnum() and text[end - 1].isalnum():
                continue
            # The same length before the word may begin another pattern: "e learning" in "active learning".
            if begin and text[begin].isalnum() and text[begin - 1].isalnum():
                continue
            if after in ("+", "#") and text[end - 1] in "+#":
                continue
            yield begin, end, found

    def _may_be_plural(self, pattern: int) -> bool:
        readings = self.entry(pattern).readings
        return bool(readings) and readings[0].plural if readings else False

    @staticmethod
    def _closed(text: str, end: int, pattern: int) -> bool:
        """Whether a word that ends here is not the beginning of another name: "C" of "C++", "node" of "node.js"."""
        after = text[end : end + 1]
        if after == "#" or (
            after == "+"
            and (
                text.startswith("++", end)
                or (text[end + 1 : end + 2] in ("", " ") and end > 1 and not text[end - 2].isalnum())
            )
        ):
            return False
        return not (after == "." and _name_end().match(text, end))


def _entry(readings: list[list[Any]] | None, cues: list[list[Any]], groups: list[str], never: bool) -> Entry:
    meant = None if readings is None else tuple(_reading(*row) for row in readings)
    return Entry(
        readings=meant,
        cues=tuple(
            Cue(status, way, reach, kind, tuple(beside), rest) for status, way, reach, kind, beside, rest in cues
        ),
        groups=tuple(group for group in groups if group[0] not in (VERB, OBJECT)),
        deeds=tuple(group for group in groups if group[0] in (VERB, OBJECT)),
        never=never,
        open=any(reading.ambiguous is not None for reading in meant or ()),
    )


def _reading(id_: str, name: str, kind: Kind, via: str, rule: dict[str, Any] | None) -> Reading:
    return Reading(
        skill=id_,
        name=name,
        kind=kind,
        via=via,
        plural=kind in ("method", "soft") or name.isupper() or via == "phrase",
        version=kind == "technology",
        ambiguous=None if rule is None else ambiguous_form(rule),
    )


@cache
def _name_end() -> re.Pattern[str]:
    """What goes on with a dot as part of a name: "node.js", "example.com", and not "Keras.Work experience"."""
    endings = "|".join(map(re.escape, data.table("language/usage")["name_endings"]))
    return re.compile(rf"\.(?:{endings})(?![a-z])")


def split_words(text: str) -> Words:
    """The words of a normal text."""
    flat = text
    for sign in _ASCII_SIGNS if text.isascii() else set(text):
        if not sign.isalnum():
            flat = flat.replace(sign, " ")
    words, starts = [], []
    at = 0
    for word in flat.split(" "):
        if word:
            words.append(word)
            starts.append(at)
            at += len(word)
        at += 1
    return Words(text, words, starts)


@cache
def plain_words() -> frozenset[str]:
    """The words of ordinary language (``language/plain-words.toml``): no misspelled names, no names of persons."""
    return frozenset(data.table("language/plain-words")["words"])


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the shipped taxonomy, built once a process."""
    return Lexicon(data.compiled("lexicon", lambda: compile_lexicon(load_taxonomy())))


def lexicon_of(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of a taxonomy; the shipped one is kept, and of the users' own the last."""
    if taxonomy is load_taxonomy():
        return load_lexicon()
    known = _OWN.get(id(taxonomy))
    if known is None or known[0] is not taxonomy:
        _OWN.clear()
        known = _OWN[id(taxonomy)] = (taxonomy, Lexicon(compile_lexicon(taxonomy)))
    return known[1]


_OWN: dict[int, tuple[Taxonomy, Lexicon]] = {}
