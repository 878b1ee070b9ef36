"""Names of skills that are words of another name: an employer's ("Data Engineer, Swift Parcels"), a school's ("Python Institute of
Technology") or the person's own ("Java Lopez")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.senses.namesakes import surnames
from aimatch.extract.senses.usage import is_common_word
from aimatch.extract.words import ordinary_words
from aimatch.model import Education, Position
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import jobs

_FIRST_LINE = re.compile(r"\s*(\S[^\n]*)")
#: Words of a person's name: "Java Lopez", "Ruby van der Berg".
_NAME_WORDS = (2, 4)


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


def without_schools(original: str, found: list[Candidate], education: Sequence[Education]) -> list[Candidate]:
    """The candidates without those that a school is called after: "Python Institute of Technology", "University of Statistics".

    A field in front of a school's name ("Hardware Engineering University of Foo") is that of a course.
    """
    names = []
    for course in education:
        at = original.find(course.institution, course.text_start, course.text_end) if course.institution else -1
        if at >= 0 and degrees().names_school(course.institution):
            names.append((at, at + len(course.institution)))
    return [
        one
        for one in found
        if not any(
            start <= one.original[0] and one.original[1] <= end and _names_school(original[start:end], one, start)
            for start, end in names
        )
    ]


def _names_school(name: str, candidate: Candidate, start: int) -> bool:
    before, after = name[: candidate.original[0] - start].split(), name[candidate.original[1] - start :].split()
    if len(before) > 1 and before[-1] == "of" and degrees().names_school(before[-2]):
        return True
    quote = name[candidate.original[0] - start : candidate.original[1] - start].split()
    called = degrees().names_school(quote[-1]) or (bool(after) and degrees().names_school(after[0]))
    return called and any(one.kind in ("technology", "credential") for one in candidate.readings)


def without_person(original: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates without the technology that the person on the first line is called like, beside words of no language."""
    line = _FIRST_LINE.match(original)
    words = line.group(1).split() if line else []
    if not (
        line
        and _NAME_WORDS[0] <= len(words) <= _NAME_WORDS[1]
        and all(word.isalpha() and word[0].isupper() for word in words)
    ):
        return found
    here = [one for one in found if line.start(1) <= one.original[0] < line.end(1)]
    quote = original[slice(*here[0].original)] if here else ""
    others = [word for word in words if word != quote]
    if (
        len(others) == len(words)
        or any(one.original != here[0].original or not _is_technology(one) for one in here)
        or jobs().holds_title(line.group(1).title())
        or any(
            word.lower() not in surnames() and (is_common_word(word) or word.lower() in ordinary_words())
            for word in others
        )
        or not original[line.end() :].strip()
    ):
        return found
    return [one for one in found if one not in here]


def _is_technology(candidate: Candidate) -> bool:
    return all(one.kind == "technology" for one in candidate.readings)


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
