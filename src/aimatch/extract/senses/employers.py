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
from aimatch.model import Education, Position, Section
from aimatch.resume.person import PERSONAL, name_of
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import jobs

_SHORT = 2  # letters of a mark or initials, which are no name


def without_employers(original: str, found: list[Candidate], positions: Sequence[Position]) -> list[Candidate]:
    """The candidates without those that are a word of an employer's name: "Data Engineer, Swift Parcels"."""
    names = []
    for position in positions:
        at = original.find(position.employer, position.text_start, position.text_end) if position.employer else -1
        if at >= 0:
            names.append((at, at + len(position.employer)))
    if not names:
        return found
    firms: set[int] = set()
    for name in names:
        within = [one for one in found if one.original[0] < name[1] and name[0] < one.original[1]]
        firms.update(
            id(one)
            for one in within
            if one.reading is not None
            and (one.reading.ambiguous is not None or _is_one_word(original, one, one.reading))
            and _word_of_name(original, one, name, alone=_is_alone(one, within, name))
        )
    return [one for one in found if id(one) not in firms] if firms else found


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
    if candidate.via == "spelling":
        return True  # "Riverbend College" is no misspelled name of a product
    if len(before) > 1 and before[-1] == "of" and degrees().names_school(before[-2]):
        return True
    quote = name[candidate.original[0] - start : candidate.original[1] - start].split()
    called = degrees().names_school(quote[-1]) or (bool(after) and degrees().names_school(after[0]))
    return called and any(one.kind in ("technology", "credential") for one in candidate.readings)


def without_person(original: str, found: list[Candidate], sections: Sequence[Section]) -> list[Candidate]:
    """The candidates without those that the person is called like ("Java Lopez"): beside words of no language, or where the
    name is sure. So wherever the whole name stands."""
    ends = [section.end for section in sections if section.kind in PERSONAL]
    if not found or not ends or found[0].original[0] >= max(ends):
        return found
    name = name_of(original, sections)
    if name is None or not original[name.end :].strip():
        return found
    # One may begin in the title before it ("Ms. Excel").
    here = [one for one in found if one.original[0] < name.end and name.start < one.original[1]]
    named = {word for one in here for word in original[slice(*one.original)].split()}
    words = original[name.start : name.end].replace(",", " ").split()
    others = [word for word in words if word not in named]
    # "Greta Lindholm" is no misspelled Gretl either, of whatever kind that is.
    alike = all(one.via == "spelling" or (one.original == here[0].original and _is_technology(one)) for one in here)
    if not here or not alike or (not others and any(one.via != "spelling" for one in here)):
        return found
    if not name.sure and any(map(is_no_name, others)):
        return found
    spaced = re.compile(r"\s+".join(map(re.escape, original[name.start : name.end].split())), re.IGNORECASE)
    spans = [one.span() for one in spaced.finditer(original)]
    return [one for one in found if not any(one.original[0] < end and start < one.original[1] for start, end in spans)]


def is_no_name(word: str) -> bool:
    """Whether a word is one of the language, and no family's name as well."""
    return word.lower() not in surnames() and (is_common_word(word) or word.lower() in ordinary_words())


def _is_technology(candidate: Candidate) -> bool:
    return all(one.kind == "technology" for one in candidate.readings)


def _is_one_word(original: str, candidate: Candidate, reading: Reading) -> bool:
    """Whether a technology's name is a single word, as firms may be called: "Docker Foods Ltd"."""
    return reading.kind == "technology" and original[slice(*candidate.original)].isalpha()


def _is_alone(candidate: Candidate, found: Sequence[Candidate], name: tuple[int, int]) -> bool:
    """Whether no other skill is named within an employer's name."""
    return all(one is candidate or one.reading is None or not name[0] <= one.original[0] < name[1] for one in found)


def _word_of_name(original: str, candidate: Candidate, name: tuple[int, int], *, alone: bool) -> bool:
    """Whether a candidate is a word of a name that ends as firms' do or, if unsure, the first of several capitalised words of
    any name, or the last behind coined words. ``alone``: no other skill is named there."""
    start, end = candidate.original
    unsure = candidate.reading is not None and candidate.reading.ambiguous is not None
    if name[0] <= start and end <= name[1]:
        words = original[slice(*name)].split()
        if len(words) > 1 and candidate.via == "spelling":
            return True  # "Sprig & Co"
        # Behind a full stop a sentence of its own begins: "Ashby Rail. Java".
        if start > name[0] and end == name[1] and ". " not in original[slice(*name)] and all(map(_is_named, words)):
            form = original[start:end].lower() in _legal_forms()
            # A line of skills read as an employer ("Kubernetes and Prometheus") keeps them.
            coined = all(
                len(word) > _SHORT and word.lower() not in ordinary_words() and word not in _within_names()
                for word in words[:-1]
            )
            if form or (unsure and alone and coined):
                return True  # "Softeja SAS", "Glasswing Cloud"
        firm = (unsure and "&" in words[1:-1]) or words[-1].lower().rstrip(".") in jobs().employers
        if firm and len(words) > 2 and all(map(_is_named, words)):
            return True  # "Maven & Ember Studio", "Ember & Quill Bookbinders"
    first = unsure and name[0] == start and end < name[1]
    return first and original[end : end + 2].strip()[:1].isupper() and original[end] == " "


def _is_named(word: str) -> bool:
    return word[0].isupper() or word in _within_names()


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(data.table("language/usage")["legal_forms"])


@cache
def _within_names() -> frozenset[str]:
    return frozenset(data.table("language/usage")["within_names"])
