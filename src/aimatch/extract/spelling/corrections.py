"""The company in which a corrected word must stand to be believed: a long name by itself, a list, a technology in its line."""

from __future__ import annotations

import re
from collections.abc import Collection

from rapidfuzz.distance import DamerauLevenshtein

from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.senses.lists import in_one_list
from aimatch.extract.senses.usage import is_used

#: The certainty of a correction by one edit.
ONE_EDIT = 0.8
_ACRONYM = 4  # letters of the shortest acronym whose letters may be swapped
_MIN_ALONE = 9  # letters from which a technology one edit away is taken without company
_MIN_NAME = 6  # letters from which a name needs no list but a technology in its line
_NEAR = 60  # characters within which a technology in the line is company
_CAPITALISED_BEHIND = re.compile(r" [A-Z][a-z]+")
_CAPITALISED_BEFORE = re.compile(r"[A-Z][a-z]+\.? \Z")
_DOUBLE_NAME = re.compile(r"[A-Z][A-Za-z]+-\Z")  # "Nygaard-Bowen": the second half of a surname
_DIGIT_WITHIN = re.compile(r"(?<=[^\W\d_])[01]+(?=[^\W\d_])")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?\n]\s*)\Z")  # any word has a capital there


def in_company(
    original: str, found: list[Candidate], more: list[Candidate], strange: Collection[int]
) -> list[Candidate]:
    """Those corrections that nothing else can be meant by, in the company in which they stand. ``strange``: where those begin
    that stand in a line of another language, which only a list of products can settle."""
    everything = sorted([*found, *more], key=lambda candidate: candidate.start)
    sure = [
        candidate
        for candidate in everything
        if candidate.reading is not None
        and candidate.reading.kind in ("technology", "method", "credential")
        and (candidate.via != "spelling" or _evident(original, candidate) or _named(original, candidate))
    ]
    corrected = set(map(id, more))
    return [
        candidate
        for number, candidate in enumerate(everything)
        if candidate.via == "spelling"
        and id(candidate) in corrected
        and not _DOUBLE_NAME.search(original, max(0, candidate.original[0] - 25), candidate.original[0])
        and not _of_other_kind(original, candidate)
        and (
            _of_product(candidate)
            if candidate.start in strange and _listed(original, everything, number)
            else candidate.start not in strange
        )
        and (
            _evident(original, candidate)
            or _listed(original, everything, number)
            or (
                _named(original, candidate)
                and (any(_beside(original, candidate, other) for other in sure) or _slip_in_use(original, candidate))
            )
        )
    ]


def _of_other_kind(original: str, candidate: Candidate) -> bool:
    """Whether a word can't be the unsure name that it is near: one in capitals alone ("Summa" is no SEMMA), or a coined one
    with a capital of its own ("LeverX" is no Lever)."""
    rule = None if candidate.reading is None else candidate.reading.ambiguous
    if rule is None:
        return False
    begin, stop = candidate.original
    rest = original[begin + 1 : stop]
    coined = rest.isalpha() and not (rest.islower() or rest.isupper()) and rule.form[1:].islower()
    return coined or (rule.case == "exact" and rule.form.isupper() and original[begin].isupper() and rest.islower())


def _of_product(candidate: Candidate) -> bool:
    return candidate.reading is not None and candidate.reading.kind == "technology" and candidate.certainty >= ONE_EDIT


def _evident(original: str, candidate: Candidate) -> bool:
    """Whether the correction completes a name of several words, or is a technology's one edit away from a long word."""
    reading = candidate.reading
    begin, stop = candidate.original
    if reading is None or candidate.certainty < ONE_EDIT:
        return False
    if _DIGIT_WITHIN.search(original, begin, stop):
        return True  # "D0cker"
    if is_swapped_acronym(original, candidate):
        return False  # four letters swapped may be another acronym, but in a list
    if _named(original, candidate) and _swapped(original[begin:stop].lower(), reading):
        return True
    # A name that is ambiguous when spelled right needs company all the more when it is not.
    if reading.ambiguous is not None:
        return False
    return " " in original[begin:stop].strip() or (stop - begin >= _MIN_ALONE and reading.kind == "technology")


def is_swapped_acronym(original: str, candidate: Candidate) -> bool:
    """Whether a correction is that of an acronym of four letters, two of them swapped: "NTLK", "LTSM"."""
    begin, stop = candidate.original
    written = original[begin:stop]
    return (
        len(written) == _ACRONYM
        and written.isupper()
        and candidate.reading is not None
        and _swapped(written.lower(), candidate.reading)
    )


def _swapped(word: str, reading: Reading) -> bool:
    """Whether a word has the letters of a name or of one word of it ("Apache Kafka"), two neighbours in the other order."""
    letters = sorted(word)
    return any(
        letters == sorted(name) and DamerauLevenshtein.distance(word, name) == 1 for name in _words_of_name(reading)
    )


def _slipped(word: str, reading: Reading | None) -> bool:
    """Whether a word is a name, or one word of it, with one letter lost or doubled."""
    return any(
        abs(len(word) - len(name)) == 1 and DamerauLevenshtein.distance(word, name) == 1
        for name in _words_of_name(reading)
    )


def _near_name(word: str, reading: Reading) -> bool:
    return _swapped(word, reading) or _slipped(word, reading)


def _words_of_name(reading: Reading | None) -> list[str]:
    return [] if reading is None else [reading.name.lower(), *reading.name.lower().split()]


def _slip_in_use(original: str, candidate: Candidate) -> bool:
    """Whether the very name of a technology, with one letter lost or doubled, stands where one is used: "charts in Tablau"."""
    begin, stop = candidate.original
    # "Altris' product" is a firm's.
    if original[stop : stop + 1] in ("'", "\u2019") or not _slipped(original[begin:stop].lower(), candidate.reading):
        return False
    line = original.rfind("\n", 0, begin) + 1, original.find("\n", stop) % (len(original) + 1)
    return is_used(original, (begin, stop), line, named=True)


def _listed(original: str, everything: list[Candidate], number: int) -> bool:
    """Whether the word stands in a list beside a known skill or another that is written as a name ("Selinium, Jenkens")."""
    for step in (-1, 1):
        at = number
        while 0 <= at + step < len(everything):
            one, other = sorted((everything[at], everything[at + step]), key=lambda c: c.start)
            if not in_one_list(original, one.original[1], other.original[0]):
                break
            at += step
            neighbour = everything[at]
            reading = neighbour.reading
            if reading is not None and (
                neighbour.via != "spelling" or _evident(original, neighbour) or _named(original, neighbour)
            ):
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
        and (stop - begin >= _MIN_NAME or _near_name(original[begin:stop].lower(), reading))
        and original[begin].isupper()
        and not _CAPITALISED_BEHIND.match(original, stop)
        and not _CAPITALISED_BEFORE.search(original, max(0, begin - 25), begin)
        and (
            not _SENTENCE_BEFORE.search(original, max(0, begin - 4), begin)
            or (stop - begin >= _MIN_NAME and _swapped(original[begin:stop].lower(), reading))
        )
    )


def _beside(original: str, candidate: Candidate, other: Candidate) -> bool:
    """Whether a known technology stands near in the same line."""
    if other is candidate or other.reading is None or other.reading.kind != "technology":
        return False
    one, two = sorted((candidate.original, other.original))
    return 0 <= two[0] - one[1] <= _NEAR and "\n" not in original[one[1] : two[0]]
