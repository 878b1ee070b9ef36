"""Misspelled names: corrected only where the corrected name then stands in its place, and never invented.

A word is looked at when no form covers it, it is no plain word (``skill_taxonomy/language/plain-words.toml``) and it is
one edit (a letter more, less, other, or two swapped) away from a word of the lexicon. It is taken when it completes a
name of several words ("deep lerning"), or stands in a list beside known skills ("Djnago, FastAPI"), or is long enough
that nothing else can be meant. A wrong correction is worse than a missed one.
"""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Lexicon, Reading
from aimatch.extract.normalise import NormalText

_WORD = re.compile(r"[a-z]{5,24}")
_MIN_ALONE = 9  # letters from which a technology one edit away is taken without company
_WINDOW = 4  # words on either side that may belong to the same name


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(data.table("language/plain-words")["words"])


class _Vocabulary:
    """The words of the sure forms, with an index of what remains of each when one letter is left out."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.names: set[str] = set()
        words: set[str] = set()
        for number, pattern in enumerate(lexicon.patterns):
            readings = lexicon.entry(number).readings
            if not readings or readings[0].ambiguous is not None or readings[0].via == "phrase":
                continue
            if readings[0].kind == "soft":
                continue
            if pattern.isascii() and pattern.isalpha():
                self.names.add(pattern)
            words.update(word for word in pattern.split(" ") if word.isascii() and word.isalpha())
        self.known = words
        self._by_rest: dict[str, list[str]] = {}
        for word in sorted(words):
            if len(word) >= 5:
                for rest in _rests(word):
                    self._by_rest.setdefault(rest, []).append(word)

    def near(self, word: str) -> list[str]:
        found: dict[str, None] = {}
        for rest in _rests(word):
            for other in self._by_rest.get(rest, ()):
                if other not in found and DamerauLevenshtein.distance(word, other, score_cutoff=1) == 1:
                    found[other] = None
        return list(found)


def _rests(word: str) -> list[str]:
    return list(dict.fromkeys([word, *(word[:i] + word[i + 1 :] for i in range(len(word)))]))


_VOCABULARIES: dict[int, tuple[Lexicon, _Vocabulary]] = {}


def _vocabulary(lexicon: Lexicon) -> _Vocabulary:
    known = _VOCABULARIES.get(id(lexicon))
    if known is None or known[0] is not lexicon:
        _VOCABULARIES.clear()
        known = _VOCABULARIES[id(lexicon)] = (lexicon, _Vocabulary(lexicon))
    return known[1]


def misspelled(original: str, normal: NormalText, found: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The candidates that a correction of one word gives, in order of place."""
    suspects = _suspects(normal.text, found, lexicon)
    more: list[Candidate] = []
    for start, end, word in suspects:
        for right in _vocabulary(lexicon).near(word):
            candidate = _completed(original, normal, start, end, right, lexicon)
            if candidate is not None and not any(c.start < candidate.end and candidate.start < c.end for c in more):
                more.append(candidate)
                break
    return _in_company(original, found, more)


def _suspects(text: str, found: list[Candidate], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    plain, known = _plain_words(), _vocabulary(lexicon).known
    suspects = []
    number = 0
    for match in _WORD.finditer(text):
        word = match.group()
        if word in plain or word in known:
            continue
        start, end = match.span()
        if text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()):
            continue
        while number < len(found) and found[number].end <= start:
            number += 1
        if number < len(found) and found[number].start < end:
            continue
        if _inflected(word, plain) or _inflected(word, known):
            continue
        suspects.append((start, end, word))
    return suspects


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
    for begin, stop, number in lexicon.scan(window):
        if not (begin <= start - left and stop >= start - left + len(right)):
            continue
        readings = lexicon.entry(number).readings
        sure = bool(readings) and readings[0].ambiguous is None and readings[0].kind != "soft"
        if sure and (best is None or stop - begin > best[1] - best[0]):
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
        certainty=0.9 if several else 0.8,
    )


def _in_company(original: str, found: list[Candidate], more: list[Candidate]) -> list[Candidate]:
    """Those corrections that complete a longer name, are long, or stand in a list beside a known skill."""
    from aimatch.extract.context import in_one_list

    everything = sorted([*found, *more], key=lambda candidate: candidate.start)
    kept: list[Candidate] = []
    for number, candidate in enumerate(everything):
        if candidate.via != "spelling" or candidate not in more:
            continue
        begin, stop = candidate.original
        if " " in original[begin:stop].strip() or (
            stop - begin >= _MIN_ALONE and candidate.reading is not None and candidate.reading.kind == "technology"
        ):
            kept.append(candidate)
            continue
        for step in (-1, 1):
            at = number
            while 0 <= at + step < len(everything):
                one, other = sorted((everything[at], everything[at + step]), key=lambda c: c.start)
                if not in_one_list(original, one.original[1], other.original[0]):
                    break
                at += step
                if everything[at].via != "spelling":
                    break
            if at != number and everything[at].via != "spelling":
                kept.append(candidate)
                break
    return kept
