"""Names of skills that are words of an employer's name: "Data Engineer, Swift Parcels"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon.entries import Reading
from aimatch.model import Position
from aimatch.resume.rules.jobs import jobs


def without_employers(original: str, found: list[Candidate], positions: Sequence[Position]) -> list[Candidate]:
    """The candidates without those that are a word of an employer's name: "Data Engineer, Swift Parcels"."""
    names = []
    for position in positions:
        at = original.find(position.employer, position.text_start, position.text_end) if position.employer else -1
        if at >= 0:
            names.append((at, at + len(position.employer)))
    if not names:
        return found
    return [
        candidate
        for candidate in found
        if candidate.reading is None
        or (candidate.reading.ambiguous is None and not _is_one_word(original, candidate, candidate.reading))
        or not any(_word_of_name(original, candidate, name) for name in names)
    ]


def _is_one_word(original: str, candidate: Candidate, reading: Reading) -> bool:
    """Whether a technology's name is a single word, as firms may be called: "Docker Foods Ltd"."""
    return reading.kind == "technology" and original[slice(*candidate.original)].isalpha()


def _word_of_name(original: str, candidate: Candidate, name: tuple[int, int]) -> bool:
    """Whether a candidate is a word of a name that ends as firms' do or, if unsure, the first of several capitalised words of
    any name."""
    start, end = candidate.original
    unsure = candidate.reading is not None and candidate.reading.ambiguous is not None
    if name[0] <= start and end <= name[1]:
        words = original[slice(*name)].split()
        firm = (unsure and "&" in words[1:-1]) or words[-1].lower().rstrip(".") in jobs().employers
        if firm and len(words) > 2 and all(map(_is_named, words)):
            return True  # "Maven & Ember Studio", "Ember & Quill Bookbinders"
    first = unsure and name[0] == start and end < name[1]
    return first and original[end : end + 2].strip()[:1].isupper() and original[end] == " "


def _is_named(word: str) -> bool:
    return word[0].isupper() or word in _within_names()


@cache
def _within_names() -> frozenset[str]:
    return frozenset(data.table("language/usage")["within_names"])
