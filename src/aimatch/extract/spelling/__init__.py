"""Misspelled names: corrected only where the corrected name then stands in its place, and never invented.

A word is looked at when no form covers it, it is no plain word (``skill_taxonomy/language/plain-words.toml``) and it is
one edit (a letter more, less, other, or two swapped) away from a word of the lexicon, or two if it is long. It is taken
when it completes a name of several words ("deep lerning"), stands in a list beside known skills ("Djnago, FastAPI"), is
written as a name in a line with a technology ("charts in Tabelau, loaded with Airflow") or with another such word, or is
long enough, or two of its letters so plainly swapped ("Pyhton"; in a list, "LTSM"), that nothing else can be meant (:mod:`aimatch.extract.spelling.corrections`). In a line of another language a strange word is one of
its words, but for a capitalised one in a list of products ("Umgang mit Exzel, Powerpiont und Outlok"). A digit that a scanner
read for a letter is one edit that leaves no doubt ("Pyth0n"). A wrong correction is worse than a missed one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate

from rapidfuzz.distance import DamerauLevenshtein

from aimatch.data import unpack
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.normalise import NormalText
from aimatch.extract.senses.foreign import is_foreign
from aimatch.extract.spelling.corrections import ONE_EDIT, in_company, is_swapped_acronym
from aimatch.extract.words import Words, plain_words, split_words

_MIN_TWO_EDITS = 9  # letters from which two edits are corrected, in company
_SHORTEST, _LONGEST = 4, 24  # letters of a word that is looked at
_SHORTEST_STEM = 3  # letters of a word that a regular form is made of
_MIN_SINGLE = 5  # letters from which a word is corrected that is a name by itself, and no part of one ("Hugging Fase")
_REMEMBERED = 20_000  # strange words that are kept: a corpus repeats them
_EDGE, _SHORT_EDGE = 3, 2  # letters of which one edit can't touch both the first and the last
_LONG = 7  # letters from which a word has the longer edges
# The certainty of a correction: one that completes a name of several words, by one edit, by two.
_SEVERAL, _TWO_EDITS = 0.9, 0.7
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DOUBLED = re.compile(r"(.)\1")
_NEAR = 4  # corrections before one that may lie in the same place
_WINDOW = 4  # words on either side that may belong to the same name


def _letters_apart(one: str, other: str) -> int:
    """How many letters one word has more than another, and the other more than it, wherever they stand."""
    left, right = Counter(one), Counter(other)
    return (left - right).total() + (right - left).total()


def _single(word: str) -> str:
    """A word with its doubled letters single: "reccurent" and "recurrent" differ in which they double."""
    return _DOUBLED.sub(r"\1", word)


class _Vocabulary:
    """The words of the sure forms, and which of them a strange word may be meant for."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.known = frozenset(word for packed in lexicon.vocabulary.values() for word in unpack(packed))
        self._beginnings = _Shelves(lexicon.vocabulary)
        self._endings = _Shelves(lexicon.endings)
        #: Words seen before: those that are no misspelling, and strange ones that are, with what may be meant.
        self.fine: set[str] = set()
        self._meant: dict[str, list[str]] = {}

    def meant(self, word: str) -> list[str]:
        """The words that a strange one may be a misspelling of, in a fixed order: near it, none of which it is a
        regular form of."""
        found = self._meant.get(word)
        if found is not None:
            return found
        plain = plain_words()
        if not word.isalpha() and len(word) >= _MIN_SINGLE and (read := self._misread(word)):
            self._meant[word] = [read]
            return [read]
        looked_at = _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()
        found = []
        if looked_at and not _inflected(word, plain) and not _inflected(word, self.known):
            found = self._near(word)
        if len(self.fine) + len(self._meant) >= _REMEMBERED:
            self.fine.clear()
            self._meant.clear()
        if found:
            self._meant[word] = found
        else:
            self.fine.add(word)
        return found

    def _misread(self, word: str) -> str:
        """The name that a word with digits stands for whose letters a scanner took for them: "Pyth0n", "P0stgreSQL"."""
        if word.isascii() and word[0].isalpha() and not word.strip(_LETTERS).isdigit():
            return ""
        for one in ("l", "i"):
            letters = word.replace("0", "o").replace("1", one)
            if letters.isalpha() and word[-1].isalpha() and letters in self.known:
                return letters
        return ""

    def _near(self, word: str) -> list[str]:
        """The words one edit away, or two from a long word, that begin with the same letter, which a misspelling keeps
        nearly always; the nearest first.

        One edit leaves the beginning or the end of a word as it was, so only words that share either are compared. Two
        edits make many a word out of another: there the letters must be the same but for one, wherever they stand, or but
        for those that are doubled.
        """
        edits = 2 if len(word) >= _MIN_TWO_EDITS else 1
        lengths = sorted(range(len(word) - edits, len(word) + edits + 1), key=lambda length: abs(length - len(word)))
        found: list[tuple[int, str]] = []
        for length in lengths:
            if length < _SHORTEST:
                continue
            edge = _EDGE if length >= _LONG else _SHORT_EDGE
            others = set(self._beginnings.begin(word[:edge], length))
            others.update(
                other[0] + other[:0:-1] for other in self._endings.begin(word[0] + word[: -edge - 1 : -1], length)
            )
            if length == len(word) == _SHORTEST and (swapped := word[0] + word[2] + word[1] + word[3]) in self.known:
                others.add(swapped)  # shares no edge with the word
            for other in sorted(others):
                distance = DamerauLevenshtein.distance(word, other, score_cutoff=edits)
                if distance == 1 or (
                    distance == edits and (_letters_apart(word, other) <= 1 or _single(word) == _single(other))
                ):
                    found.append((distance, other))
        return [other for _, other in sorted(found, key=lambda pair: pair[0])]


class _Shelves:
    """Sorted words by their length, each length taken out of its string when it is first asked for."""

    def __init__(self, packed: Mapping[str, str]) -> None:
        self._packed = packed
        self._shelves: dict[int, list[str]] = {}

    def begin(self, beginning: str, length: int) -> list[str]:
        """The words of some length that begin so."""
        shelf = self._shelves.get(length)
        if shelf is None:
            shelf = self._shelves[length] = unpack(self._packed.get(str(length), ""))
        return shelf[bisect_left(shelf, beginning) : bisect_left(shelf, beginning + "\x7f")]


_VOCABULARIES: dict[int, tuple[Lexicon, _Vocabulary]] = {}


def _vocabulary(lexicon: Lexicon) -> _Vocabulary:
    known = _VOCABULARIES.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        _VOCABULARIES.clear()
        known = _VOCABULARIES[id(lexicon)] = (lexicon, _Vocabulary(lexicon))
    return known[1]


def misspelled(
    original: str, normal: NormalText, words: Words, found: list[Candidate], lexicon: Lexicon
) -> list[Candidate]:
    """The candidates that a correction of one word gives, in order of place."""
    vocabulary = _vocabulary(lexicon)
    more: list[Candidate] = []
    strange: set[int] = set()  # where a word stands in a line of another language
    for start, end, word in _suspects(words, found, vocabulary):
        place = normal.original(start, end)[0]
        capital = original[place].isupper()
        foreign = is_foreign(original, place)
        if foreign and not capital:
            continue
        completed = [
            candidate
            for right in vocabulary.meant(word)
            # Short words need a capital; most that are looked at are words of the language ("than", "both").
            if ((certain := min(len(word), len(right)) >= _MIN_SINGLE) or capital)
            and (candidate := _completed(normal, words, start, end, right, lexicon)) is not None
            and (
                certain
                or is_swapped_acronym(original, candidate)
                or (" " in normal.text[candidate.start : candidate.end] and _titled(original, candidate))
            )
            and not any(c.start < candidate.end and candidate.start < c.end for c in more[-_NEAR:])
        ]
        if completed:
            best = max(completed, key=lambda one: (one.certainty, _is_name(original, one)))
            more.append(best)
            if foreign:
                strange.add(best.start)
    return in_company(original, found, more, strange) if more else more


def _titled(original: str, candidate: Candidate) -> bool:
    """Whether words are written like a name: short ones in small letters are words ("bent large"), in capitals firms."""
    begin, stop = candidate.original
    return original[begin:stop].istitle()


def _is_name(original: str, candidate: Candidate) -> bool:
    """Whether a capitalised word is nearest to the very name of a skill: "Tableu" is Tableau rather than tables."""
    begin, stop = candidate.original
    name = candidate.reading.name if candidate.reading is not None else ""
    return original[begin].isupper() and DamerauLevenshtein.distance(original[begin:stop].lower(), name.lower()) == 1


def _suspects(words: Words, found: list[Candidate], vocabulary: _Vocabulary) -> list[tuple[int, int, str]]:
    # Most words were seen before, which one look-up tells.
    unseen = set(words.words) - vocabulary.fine
    strange = unseen - plain_words() - vocabulary.known
    vocabulary.fine |= unseen - strange
    strange = {word for word in strange if vocabulary.meant(word)}
    if not strange:
        return []
    begins = [candidate.start for candidate in found]
    reached = [0, *accumulate((candidate.end for candidate in found), max)]  # by those that begin before a place
    return [
        (start, start + len(word), word)
        for word, start in zip(words.words, words.starts, strict=True)
        if word in strange and reached[bisect_left(begins, start + len(word))] <= start
    ]


def _inflected(word: str, vocabulary: frozenset[str] | set[str]) -> bool:
    for ending in ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "al"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            if len(stem) < _SHORTEST_STEM:  # "Sping" is no form of "SP"
                continue
            if (
                stem in vocabulary
                or stem + "e" in vocabulary
                or (stem[-1:] == stem[-2:-1] and stem[-3:-2] in "aeiou" and stem[:-1] in vocabulary)
            ):
                return True
    return False


def _completed(
    normal: NormalText, words: Words, start: int, end: int, right: str, lexicon: Lexicon
) -> Candidate | None:
    """The longest form that the corrected word is part of, in the words around it."""
    text = normal.text
    at = bisect_left(words.starts, start)
    first, last = max(0, at - _WINDOW), min(len(words.words), at + 1 + _WINDOW)
    near = [*words.words[first:at], right, *words.words[at + 1 : last]]
    if not lexicon.may_reach(near, at - first, text[words.starts[first] : words.starts[last - 1]]):
        return None
    left = start
    for _ in range(_WINDOW - 1):
        space = text.rfind(" ", max(0, left - 25), max(0, left - 1))
        left = space + 1 if space >= 0 else max(0, left - 25)
        if space < 0:
            break
    tail = end
    for _ in range(_WINDOW - 1):
        space = text.find(" ", tail + 1, tail + 26)
        tail = space if space > 0 else min(len(text), tail + 25)
        if space < 0:
            break
    shift = len(right) - (end - start)
    window = text[left:start] + right + text[end:tail]
    best: tuple[int, int, Reading] | None = None
    for begin, stop, entry, _ in lexicon.scan(split_words(window)).skills:
        if not (begin <= start - left and stop >= start - left + len(right)):
            continue
        readings = entry.readings
        if readings and readings[0].kind != "soft" and (best is None or stop - begin > best[1] - best[0]):
            best = (begin, stop, readings[0])
    if best is None:
        return None
    begin, stop = left + best[0], left + best[1] - shift
    word = text[start:end]
    edits = 1 if _single(word) == _single(right) else DamerauLevenshtein.distance(word, right)
    several = best[1] - best[0] > len(right)
    return Candidate(
        start=begin,
        end=stop,
        original=normal.original(begin, stop),
        readings=(best[2],),
        reading=best[2],
        via="spelling",
        certainty=_SEVERAL if several and edits == 1 else ONE_EDIT if edits == 1 else _TWO_EDITS,
    )
