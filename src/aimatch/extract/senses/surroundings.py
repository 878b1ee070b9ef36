"""What stands around a name: its line and the neighbouring ones, its section, the words that speak for it or against it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from aimatch import data
from aimatch.extract.lines import line_of
from aimatch.extract.normalise import NormalText
from aimatch.extract.senses.usage import is_common_word
from aimatch.extract.sentences import sentences
from aimatch.model import Section
from aimatch.taxonomy import AmbiguousForm
from aimatch.wordlist import holds

_FAR = 400  # characters of a paragraph within which a word speaks for a name: "procedures" a page on are no database's
_BESIDE = 100  # characters of the same line within which a word speaks against a name


class Told(NamedTuple):
    """What the words around a name tell of it: for it and against it in its own sentence, and beside that sentence: for it
    in its line and the neighbouring ones, against it in the rest of its line."""

    supported: bool
    opposed: bool
    supported_near: bool
    opposed_near: bool


_NOTHING_TOLD = Told(False, False, False, False)


class Surroundings:
    """The lines and sections around a place."""

    def __init__(
        self,
        original: str,
        normal: NormalText,
        sections: tuple[Section, ...],
        parents: Callable[[str], tuple[str, ...]] = lambda _: (),
    ) -> None:
        self.original = original
        self.normal = normal
        self.sections = sections
        self.parents = parents
        self.technical = False
        self.of_another_trade = False
        #: Where a sentence is parted because it holds a name twice, in order (see `two_senses`).
        self.cuts: Sequence[int] = ()
        self._told: dict[tuple[int, int], Told] = {}
        self._near: dict[tuple[int, int], str] = {}
        self._held_near: dict[tuple[tuple[int, int], int], list[str]] = {}

    def told(self, start: int, end: int, rule: AmbiguousForm) -> Told:
        """What the words of a name's rule tell around it."""
        if not rule.context and not rule.against:
            return _NOTHING_TOLD
        known = self._told.get((start, id(rule)))
        if known is None:
            supported_near = self.supported_near(start, end, rule)
            opposed_near = bool(rule.against) and self._holds_any(self.beside(start, end), rule.against)
            supported = opposed = False
            if supported_near or opposed_near:
                supported = supported_near and self._speaks_surely(self.sentence(start), rule)
                opposed = opposed_near and self._holds_any(self.clause(start, end), rule.against)
            known = Told(supported, opposed, supported_near, opposed_near)
            self._told[start, id(rule)] = known
        return known

    def supported_near(self, start: int, end: int, rule: AmbiguousForm) -> bool:
        """Whether the line of a name, or a neighbouring one, holds a context word of its rule, not too far off."""
        if not rule.context:
            return False
        line = self.line(start, end)
        near = self._held_near.get((line, id(rule)))
        if near is None:  # a line may hold a name a thousand times
            near = self._held_near[line, id(rule)] = _held(self.near(start, end), rule.context)
        if not near:
            return False
        begin, stop = self.lines(*line)
        if stop - begin > 2 * _FAR:
            begin, stop = max(begin, start - _FAR), min(stop, end + _FAR)
            near = _held(self.words((begin, stop)), near)
        return any(self._so_written((begin, stop), word) for word in near)

    def speaks_for(self, sentence: tuple[int, int], rule: AmbiguousForm) -> bool:
        """Whether a sentence holds a context word of a name's rule."""
        return bool(rule.context) and self._holds_any(sentence, rule.context)

    def _speaks_surely(self, sentence: tuple[int, int], rule: AmbiguousForm) -> bool:
        """Whether a sentence holds a context word that is no word of the language: "Cypress" and "Jasmine" in a hedge
        don't vouch for one another."""
        return self._holds_any(sentence, _sure(rule.context))

    def _holds_any(self, span: tuple[int, int], words: tuple[str, ...]) -> bool:
        """Whether a stretch of the original holds one of some words or phrases."""
        return any(self._so_written(span, word) for word in _held(self.words(span), words))

    def _so_written(self, span: tuple[int, int], word: str) -> bool:
        """Whether a word that a stretch holds is written there as it must be: "IT" is a trade, "it" a pronoun."""
        written = _cased().get(word)
        return written is None or holds(self.original[slice(*span)], written)

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence of a place, or its part where it is cut."""
        begin, stop = sentences(self.original).around(at)
        if self.cuts:
            number = bisect_right(self.cuts, at)
            if number:
                begin = max(begin, self.cuts[number - 1])
            if number < len(self.cuts):
                stop = min(stop, self.cuts[number])
        return begin, stop

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """What of its sentence stands within reach of a span."""
        begin, stop = self.sentence(start)
        return max(begin, start - _BESIDE), min(stop, end + _BESIDE)

    def line(self, start: int, end: int) -> tuple[int, int]:
        """The line of a span."""
        return line_of(self.original, start, end)

    def beside(self, start: int, end: int) -> tuple[int, int]:
        """What of its line stands within reach of a span: some texts are one line from beginning to end."""
        begin, stop = self.line(start, end)
        return max(begin, start - _BESIDE), min(stop, end + _BESIDE)

    def lines(self, begin: int, stop: int) -> tuple[int, int]:
        """A line and its neighbours."""
        if begin:
            begin = self.original.rfind("\n", 0, begin - 1) + 1
        if stop < len(self.original):
            after = self.original.find("\n", stop + 1)
            stop = len(self.original) if after < 0 else after
        return begin, stop

    def near(self, start: int, end: int) -> str:
        """The words of the line of a span and of its neighbours; several names of a line ask for the same."""
        line = self.line(start, end)
        if line not in self._near:
            self._near[line] = self.words(self.lines(*line))
        return self._near[line]

    def words(self, span: tuple[int, int]) -> str:
        """The normal text of a stretch of the original."""
        return self.normal.text[self.normal.at(span[0]) : self.normal.at(span[1])]

    def section(self, at: int) -> str:
        """The kind of the section of a place, or ""."""
        kind = ""
        for section in self.sections:
            if section.start > at:
                break
            kind = section.kind
        return kind


@lru_cache(maxsize=4096)
def _sure(context: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a context that are no words of the language."""
    return tuple(word for word in context if not is_common_word(word))


@cache
def _cased() -> dict[str, str]:
    """The context words that are another word in small letters, as they are written, by their small letters."""
    return {word.lower(): word for word in data.table("language/usage")["cased_context"]}


def _held(text: str, words: Iterable[str]) -> list[str]:
    """Those of some words or phrases that a text holds, whole but for a plural ("cluster", "clusters")."""
    return [word for word in words if word in text and holds(text, word)]  # most often none
