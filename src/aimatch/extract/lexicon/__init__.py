"""The lexicon: every form under which a skill is recognised, with the cues and words that are looked for beside them.

A *pattern* is a form in its normal shape. A text is scanned word by word: a pattern of one word is one look-up, one of
several is looked for only where its first two words stand. Most words begin no pattern at all, and are told by one
look-up among those seen before, whatever the number of patterns.
"""

from __future__ import annotations

import re
import sys
from array import array
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from aimatch import data
from aimatch.data import unpack
from aimatch.extract.lexicon.entries import Entries, Entry, Reading
from aimatch.extract.lexicon.families import Families
from aimatch.extract.words import Words

_GLUED_VERSION = re.compile(r"v?\d+[cgi]?\Z")  # "python3"; Oracle's releases end in a letter: "weblogic12c"
_VERSION_BEHIND = re.compile(r"\d{1,2}(?:\.\d+)*(?![^\W_])")
_MORE_VERSION = re.compile(r"(?:\.\d+|\.x)*\+?(?![^\W_])")
_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 50_000  # words of which it is kept what may begin with them


class _Odd(NamedTuple):
    """Names with the same sign at the same distance from where their first word begins: how far before it each begins,
    and its length."""

    distance: int
    sign: str
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Starter:
    """What may begin with a word: what it stands for alone, as a plural, as a name with a version (``single``: any of
    the three); patterns of several words, by the second, as how many words they have; names with signs."""

    single: bool
    alone: Entry | None
    plural: Entry | None
    versioned: Entry | None
    following: dict[str, list[int]]
    odd: tuple[_Odd, ...]


_NOTHING = _Starter(False, None, None, None, {}, ())

#: A pattern in a text: start, end, what it stands for, and whether an ending of its own (a plural, a version) follows.
Hit = tuple[int, int, Entry, bool]


class Hits(NamedTuple):
    """The patterns found in a text by what they stand for, each by start, the longest first. Those of skills hold the
    phrases known to be none as well."""

    skills: list[Hit]
    cues: list[Hit]
    groups: list[Hit]
    deeds: list[Hit]


class Lexicon:
    """Patterns and what they stand for."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        alone = unpack(compiled["alone"])
        # The numbers of the patterns; those of several words come in when their first word is seen.
        self._index = dict(zip(alone, range(len(alone)), strict=True))
        self._several = Families(compiled["several"], self._index)
        of = array("H", b64decode(compiled["of"]))
        if sys.byteorder == "big":
            of.byteswap()
        #: What a pattern stands for, by its number.
        self.entry: Callable[[int], Entry] = Entries(of, unpack(compiled["rows"])).__getitem__
        #: The words of the sure names of technologies and methods, for corrections: packed by length and sorted, as they
        #: are and (``endings``) with the letters behind the first reversed.
        self.vocabulary: dict[str, str] = compiled["vocabulary"]
        self.endings: dict[str, str] = compiled["endings"]
        self._odd: dict[str, list[list[Any]]] = compiled["odd"]
        self._starters: dict[str, _Starter] = {}

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

    def open(self, form: str) -> Reading | None:
        """The sure reading of a form in its normal shape, or the one that is accepted unless something speaks against it."""
        number = self.number(form)
        readings = self.entry(number).readings if number is not None else None
        return next((one for one in readings or () if one.ambiguous is None or one.ambiguous.trust == "open"), None)

    def named(self, form: str, *, unsure: bool) -> Reading | None:
        """The technology that a form in its normal shape names, if ``unsure`` however unsure it is by itself."""
        number = self.number(form)
        readings = self.entry(number).readings if number is not None else None
        found = self.open(form)
        if found is not None or not unsure:
            return found if found is not None and found.kind == "technology" else None
        return next((one for one in readings or () if one.kind == "technology"), None)

    def scan(self, given: Words) -> Hits:
        """Every pattern that stands in a normal text as whole words.

        An end may lie behind the pattern's own: a plural ``s`` and a glued version belong to it.
        """
        text, words, starts = given
        if not words:
            return Hits([], [], [], [])
        known, look = self._starters.get, self._index.get
        starters = [known(word) or self._begun(*pair) for word, pair in zip(words, pairwise([*words, ""]), strict=True)]
        words, last = [*words, ""], len(starters) - 1
        hits: list[Hit] = []
        for number, starter in enumerate(starters):
            if starter is _NOTHING:
                continue
            start = starts[number]
            if starter.single:
                end = start + len(words[number])
                closed = text[end : end + 1] not in "#+." or _closed(text, end)
                if starter.alone is not None and closed:
                    hits.append((start, end, starter.alone, False))
                if starter.plural is not None and closed:
                    hits.append((start, end, starter.plural, True))
                if starter.versioned is not None:
                    more = _MORE_VERSION.match(text, end)
                    hits.append((start, more.end() if more else end, starter.versioned, True))
            if starter.following and (lengths := starter.following.get(words[number + 1])):
                for length in lengths:
                    other = number + length - 1
                    if other > last:
                        break
                    end = starts[other] + len(words[other])
                    several = text[start:end]
                    pattern = look(several)
                    plural = pattern is None and several[-1] == "s"
                    if plural:
                        pattern = look(several[:-1])
                    if pattern is not None and (text[end : end + 1] not in "#+." or _closed(text, end)):
                        entry = self.entry(pattern)
                        if not plural or entry.plural:
                            hits.append((start, end, entry, plural))
            elif starter.following and words[number + 1][-1:].isdigit():
                hits += self._pair_with_version(text, start, starts[number + 1], words[number + 1])
            for distance, sign, spans in starter.odd:
                if text[start + distance : start + distance + 1] == sign:
                    for before, length in spans:
                        hits += self._with_signs(text, start - before, length)
        hits.sort(key=itemgetter(1), reverse=True)
        hits.sort(key=itemgetter(0))
        found = Hits([], [], [], [])
        for hit in hits:
            entry = hit[2]
            if entry.names:
                found.skills.append(hit)
            if entry.cues:
                found.cues.append(hit)
            if entry.groups:
                found.groups.append(hit)
            if entry.verb_of or entry.object_of:
                found.deeds.append(hit)
        return found

    def may_reach(self, words: Sequence[str], number: int, stretch: str) -> bool:
        """Whether the name of a skill may stand over one of some words that follow one another.

        A look at what the words begin, which most often saves a scan. ``stretch`` is their text, for names with signs.
        """
        signs = not stretch.replace(" ", "").isalnum()
        for at, word in enumerate(words):
            if at > number and not signs:
                break
            starter = self._starters.get(word) or self._seen(word)
            if at == number and any(
                one is not None and one.readings for one in (starter.alone, starter.plural, starter.versioned)
            ):
                return True
            if at <= number and at + 1 < len(words):
                lengths = starter.following.get(words[at + 1])
                if lengths and lengths[-1] > number - at:
                    return True
            if signs and starter.odd and any(odd.sign in stretch for odd in starter.odd):
                return True
        return False

    def _begun(self, word: str, second: str) -> _Starter:
        """What may begin with a word before another one."""
        lengths = self._several.beside(word, second)
        return self._seen(word) if lengths is None else self._starter(word, {second: lengths} if lengths else {})

    def _seen(self, word: str) -> _Starter:
        """What may begin with a word, remembered for the next text."""
        if len(self._starters) >= _REMEMBERED:
            self._starters.clear()
            self._several.forget()
        starter = self._starters[word] = self._starter(word, self._several.of(word))
        return starter

    def _starter(self, word: str, following: dict[str, list[int]]) -> _Starter:
        alone = self._entry(word)
        plural = versioned = None
        # "llms", "python3": whether it is one, the letters before tell; a word of cues and behaviours may be one as well.
        if (alone is None or alone.readings is None) and len(word) > 2:
            plural = self._plural_of(word) if word[-1] == "s" else None
            versioned = self._version_of(word) if word[-1] in "0123456789cgi" else None
        single = alone is not None or plural is not None or versioned is not None
        odd = self._odd_ones(word)
        if not odd and word[-1].isdigit():
            odd = self._odd_ones(_GLUED_VERSION.sub("", word))  # ".net6"
        return _Starter(single, alone, plural, versioned, following, odd) if single or following or odd else _NOTHING

    def _entry(self, pattern: str) -> Entry | None:
        number = self._index.get(pattern)
        return None if number is None else self.entry(number)

    def _plural_of(self, word: str) -> Entry | None:
        found = self._entry(word[:-1])
        if found is None or not found.readings or not found.plural:
            return None
        # A plural that is a word of its own beside a soft skill is that word: "leads", "patients".
        return found if word not in self._index or found.readings[0].kind != "soft" else None

    def _version_of(self, word: str) -> Entry | None:
        version = _GLUED_VERSION.search(word)
        # One letter with a number is a release or a model (R12, C4), not a language with its version.
        found = self._entry(word[: version.start()]) if version and version.start() > 1 else None
        return found if found is not None and found.readings and found.readings[0].version else None

    def _pair_with_version(self, text: str, start: int, second: int, word: str) -> Iterator[Hit]:
        """The name of two words that has a version glued to its second: "Node.js20", "SQL Server2019"."""
        end = second + len(_GLUED_VERSION.sub("", word))
        found = self._entry(text[start:end]) if end > second + 1 else None
        if found is not None and found.readings and found.readings[0].version:
            more = _MORE_VERSION.match(text, stop := second + len(word))
            yield start, more.end() if more else stop, found, True

    def _odd_ones(self, word: str) -> tuple[_Odd, ...]:
        groups: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for before, length, distance, sign in self._odd.get(word, ()):
            groups.setdefault((distance, sign), []).append((before, length))
        return tuple(_Odd(*key, spans) for key, spans in groups.items())

    def _with_signs(self, text: str, begin: int, length: int) -> Iterator[Hit]:
        end = begin + length
        if begin < 0 or end > len(text):  # a slice past the end would be another, shorter form
            return
        found = self._index.get(text[begin:end])
        if found is None:
            return
        after = text[end : end + 1]
        if after.isalnum() and text[end - 1].isalnum():
            entry, version = self.entry(found), _VERSION_BEHIND.match(text, end)
            if version and entry.readings and entry.readings[0].version:
                yield begin, version.end(), entry, True
            return
        # The same length before the word may begin another pattern: "e learning" in "active learning".
        if begin and text[begin].isalnum() and text[begin - 1].isalnum():
            return
        if after not in ("+", "#") or text[end - 1] not in "+#":
            yield begin, end, self.entry(found), False


def _closed(text: str, end: int) -> bool:
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
    return not (after == "." and text[end + 1 : end + 2].isalnum() and _name_end().match(text, end))


@cache
def _name_end() -> re.Pattern[str]:
    """What goes on with a dot as part of a name: "node.js", "example.com", and not "Keras.Work experience"."""
    endings = "|".join(map(re.escape, data.table("language/usage")["name_endings"]))
    return re.compile(rf"\.(?:{endings})(?![a-z])")
