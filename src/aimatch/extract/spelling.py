"""Misspelled names: corrected only where the corrected name then stands in its place, and never invented.

A word is looked at when no form covers it, it is no plain word (``skill_taxonomy/language/plain-words.toml``) and it is
one edit (a letter more, less, other, or two swapped) away from a word of the lexicon, or two if it is long. It is taken
when it completes a name of several words ("deep lerning"), stands in a list beside known skills ("Djnago, FastAPI"), is
written as a name in a line with a technology ("charts in Tabelau, loaded with Airflow") or with another such word, or is
long enough, or two of its letters so plainly swapped ("Pyhton"), that nothing else can be meant. In a line of another language a strange word is one of its words. A wrong correction is worse than a
missed one.
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
from aimatch.extract.entries import Reading
from aimatch.extract.foreign import is_foreign
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.lists import in_one_list
from aimatch.extract.normalise import NormalText
from aimatch.extract.words import Words, plain_words, split_words

_MIN_ALONE = 9  # letters from which a technology one edit away is taken without company
_MIN_TWO_EDITS = 9  # letters from which two edits are corrected, in company
_MIN_NAME = 6  # letters from which a name needs no list but a technology in its line
_SHORTEST, _LONGEST = 5, 24  # letters of a word that is looked at
_REMEMBERED = 20_000  # strange words that are kept: a corpus repeats them
_EDGE, _SHORT_EDGE = 3, 2  # letters of which one edit can't touch both the first and the last
_LONG = 7  # letters from which a word has the longer edges
_NEAR = 60  # characters within which a technology in the line is company
# The certainty of a correction: one that completes a name of several words, by one edit, by two.
_SEVERAL, _ONE_EDIT, _TWO_EDITS = 0.9, 0.8, 0.7
_CAPITALISED_BEHIND = re.compile(r" [A-Z][a-z]+")
_CAPITALISED_BEFORE = re.compile(r"[A-Z][a-z]+\.? \Z")
_DOUBLE_NAME = re.compile(r"[A-Z][A-Za-z]+-\Z")  # "Nygaard-Bowen": the second half of a surname
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?\n]\s*)\Z")  # any word has a capital there
_WINDOW = 4  # words on either side that may belong to the same name


def _letters_apart(one: str, other: str) -> int:
    """How many letters one word has more than another, and the other more than it, wherever they stand."""
    left, right = Counter(one), Counter(other)
    return (left - right).total() + (right - left).total()


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

    def _near(self, word: str) -> list[str]:
        """The words one edit away, or two from a long word, that begin with the same letter, which a misspelling keeps
        nearly always; the nearest first.

        One edit leaves the beginning or the end of a word as it was, so only words that share either are compared. Two
        edits make many a word out of another: there the letters must be the same but for one, wherever they stand.
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
            for other in sorted(others):
                distance = DamerauLevenshtein.distance(word, other, score_cutoff=edits)
                if distance == 1 or (distance == edits and _letters_apart(word, other) <= 1):
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
    for start, end, word in _suspects(words, found, vocabulary):
        if is_foreign(original, normal.original(start, end)[0]):
            continue
        completed = [
            candidate
            for right in vocabulary.meant(word)
            if (candidate := _completed(original, normal, start, end, right, lexicon)) is not None
            and not any(c.start < candidate.end and candidate.start < c.end for c in more)
        ]
        if completed:
            more.append(max(completed, key=lambda one: (one.certainty, _is_name(original, one))))
    return _in_company(original, found, more) if more else more


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
            if stem in vocabulary or stem + "e" in vocabulary or (stem[-1:] == stem[-2:-1] and stem[:-1] in vocabulary):
                return True
    return False


def _completed(
    original: str, normal: NormalText, start: int, end: int, right: str, lexicon: Lexicon
) -> Candidate | None:
    """The longest form that the corrected word is part of, in the words around it."""
    edits = DamerauLevenshtein.distance(normal.text[start:end], right)
    text = normal.text
    left = start
    for _ in range(_WINDOW - 1):
        space = text.rfind(" ", max(0, left - 25), max(0, left - 1))
        if space < 0:
            break
        left = space + 1
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
    several = best[1] - best[0] > len(right)
    return Candidate(
        start=begin,
        end=stop,
        original=normal.original(begin, stop),
        readings=(best[2],),
        reading=best[2],
        via="spelling",
        certainty=_SEVERAL if several and edits == 1 else _ONE_EDIT if edits == 1 else _TWO_EDITS,
    )


def _in_company(original: str, found: list[Candidate], more: list[Candidate]) -> list[Candidate]:
    """Those corrections that nothing else can be meant by, in the company in which they stand."""
    everything = sorted([*found, *more], key=lambda candidate: candidate.start)
    sure = [
        candidate
        for candidate in everything
        if candidate.reading is not None
        and candidate.reading.kind in ("technology", "method", "credential")
        and (candidate.via != "spelling" or _evident(original, candidate) or _named(original, candidate))
    ]
    return [
        candidate
        for number, candidate in enumerate(everything)
        if candidate.via == "spelling"
        and candidate in more
        and not _DOUBLE_NAME.search(original, max(0, candidate.original[0] - 25), candidate.original[0])
        and (
            _evident(original, candidate)
            or _listed(original, everything, number)
            or (_named(original, candidate) and any(_beside(original, candidate, other) for other in sure))
        )
    ]


def _evident(original: str, candidate: Candidate) -> bool:
    """Whether the correction completes a name of several words, or is a technology's one edit away from a long word."""
    reading = candidate.reading
    begin, stop = candidate.original
    if reading is None or candidate.certainty < _ONE_EDIT:
        return False
    if _named(original, candidate) and _swapped(original[begin:stop].lower(), reading):
        return True
    # A name that is ambiguous when spelled right needs company all the more when it is not.
    if reading.ambiguous is not None:
        return False
    return " " in original[begin:stop].strip() or (stop - begin >= _MIN_ALONE and reading.kind == "technology")


def _swapped(word: str, reading: Reading) -> bool:
    """Whether a word has the letters of a name, two neighbours of them in the other order."""
    name = reading.name.lower()
    return sorted(word) == sorted(name) and DamerauLevenshtein.distance(word, name) == 1


def _listed(original: str, everything: list[Candidate], number: int) -> bool:
    """Whether the word stands in a list beside a known skill, other misspelled ones between them aside."""
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(everything):
            one, other = sorted((everything[at], everything[at + step]), key=lambda c: c.start)
            if not in_one_list(original, one.original[1], other.original[0]):
                break
            at += step
            reading = everything[at].reading
            if reading is not None and (everything[at].via != "spelling" or _evident(original, everything[at])):
                return reading.kind != "soft"
    return False


def _named(original: str, candidate: Candidate) -> bool:
    """Whether the word is written as a name of its own: a capital, no other capitalised word beside it."""
    begin, stop = candidate.original
    reading = candidate.reading
    return (
        reading is not None
        and reading.kind == "technology"
        and (reading.ambiguous is None or reading.ambiguous.trust == "open")
        and (stop - begin >= _MIN_NAME or _swapped(original[begin:stop].lower(), reading))
        and original[begin].isupper()
        and not _CAPITALISED_BEHIND.match(original, stop)
        and not _CAPITALISED_BEFORE.search(original, max(0, begin - 25), begin)
        and not _SENTENCE_BEFORE.search(original, max(0, begin - 4), begin)
    )


def _beside(original: str, candidate: Candidate, other: Candidate) -> bool:
    """Whether a known technology stands near in the same line."""
    if other is candidate or other.reading is None or other.reading.kind != "technology":
        return False
    one, two = sorted((candidate.original, other.original))
    return 0 <= two[0] - one[1] <= _NEAR and "\n" not in original[one[1] : two[0]]
