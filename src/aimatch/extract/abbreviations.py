"""Abbreviations that the text explains itself: in "Always On Availability Groups (AAG)" and "AAG (Always On Availability
Groups)" both name the skill, and in "Authorization Increases (AI)" neither does."""

from __future__ import annotations

import re
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.normalise import NormalText
from aimatch.taxonomy import Taxonomy

_BEHIND = re.compile(r"\( ?([A-Z][A-Z0-9&/-]{1,7}|[A-Z][a-z][A-Z]{1,5})s? ?\)")  # "(SLAs)", "(PoC)"
_BEFORE = re.compile(r"(?<![\w-])([A-Z][A-Z0-9]{1,7})s? \(([A-Za-z][\w&' -]{5,80})\)")
_WORDS_BEFORE = re.compile(r"[A-Za-z][\w&'/ \n-]*\Z")
_WORD = re.compile(r"[^\W_][\w']*")
_REACH = 100  # characters before the parenthesis
_STEM = 4  # letters by which "relations" and "relationship" are one word


@cache
def _passed_over() -> frozenset[str]:
    return frozenset(data.table("language/usage")["passed_over_in_abbreviations"])


def explained(original: str, normal: NormalText, found: list[Candidate], taxonomy: Taxonomy) -> list[Candidate]:
    """The candidates with the abbreviations of the skills among them, and without those that stand for other words.

    An abbreviation is a skill's if its letters begin the words that name that skill in full. Only an ambiguous one is
    given up, and only where the taxonomy knows words of its own for these letters, of which the text has none.
    """
    pairs = _pairs(original)
    if not pairs:
        return found
    settled = [candidate for candidate in found if candidate.reading is not None]
    refused: set[int] = set()
    for (start, end), (begin, until) in pairs:
        meant = next((one for one in settled if one.original[0] <= begin and one.original[1] == until), None)
        short = next((one for one in settled if one.original[0] < end and start < one.original[1]), None)
        if meant is not None and short is None:
            found = [*found, _made((normal.at(start), normal.at(end)), (start, end), meant)]
        elif meant is None and short is not None and short.original == (start, end):
            beside = any(one.original[0] < until and begin < one.original[1] and _same(one, short) for one in settled)
            if not beside and _stands_for_other(original[start:end], original[begin:until], short, taxonomy):
                refused.add(id(short))
    return [candidate for candidate in found if id(candidate) not in refused]


def _pairs(original: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The places of the abbreviations that stand beside the words that they abbreviate, and of these words."""
    pairs = []
    for match in _BEHIND.finditer(original):
        floor = max(0, match.start() - _REACH)
        run = _WORDS_BEFORE.search(original[floor : match.start()].rstrip())
        words = list(_WORD.finditer(original, floor + run.start(), match.start())) if run else []
        begin = _begin(words, match.group(1))
        if begin is not None:
            pairs.append((match.span(1), (begin, words[-1].end())))
    for match in _BEFORE.finditer(original):
        words = list(_WORD.finditer(original, *match.span(2)))
        begin = _begin(words, match.group(1))
        if begin is not None:
            pairs.append((match.span(1), (begin, words[-1].end())))
    return pairs


def _begin(words: list[re.Match[str]], short: str) -> int | None:
    """Where the words that end a run begin whose first letters are those of an abbreviation."""
    letters = [letter.upper() for letter in short if letter.isalpha()]
    begin = None
    for word in reversed(words):
        if not letters:
            break
        if word.group()[0].upper() == letters[-1]:
            letters.pop()
            begin = word.start()
        elif word.group().lower() not in _passed_over():
            return None
    return None if letters else begin


def _same(one: Candidate, other: Candidate) -> bool:
    return one.reading is not None and other.reading is not None and one.reading.skill == other.reading.skill


def _stands_for_other(short: str, words: str, candidate: Candidate, taxonomy: Taxonomy) -> bool:
    reading = candidate.reading
    if reading is None or reading.ambiguous is None:
        return False
    skill = taxonomy[reading.skill]
    own = [form for form in (skill.name, *skill.aliases) if _begin(list(_WORD.finditer(form)), short) is not None]
    stems = {word.lower()[:_STEM] for form in own for word in _WORD.findall(form)} - _passed_over()
    return bool(own) and stems.isdisjoint(word.lower()[:_STEM] for word in _WORD.findall(words))


def _made(place: tuple[int, int], original: tuple[int, int], meant: Candidate) -> Candidate:
    return Candidate(
        start=place[0],
        end=place[1],
        original=original,
        readings=meant.readings,
        reading=meant.reading,
        via="context",
        certainty=meant.certainty,
    )
