"""One name in two senses: "bees in a hive, and 40 TB in Hive"; "Lightning struck the mast. Trained with Lightning".

What settles an ambiguous name is looked for in its line and beyond, so one occurrence may live on what speaks for
another. Where a line holds a name twice and only one of the two has anything in its own
sentence to speak for it, the other is left out. Whoever writes a word with a capital and without in one line means two
things. Where one sentence holds a name twice, each has the part of it that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.senses.lists import in_company
from aimatch.extract.senses.surroundings import Surroundings
from aimatch.extract.senses.usage import heads_compound, is_used, turns
from aimatch.extract.sentences import sentences

_APART = 300  # characters between two occurrences within which one lends the other what speaks for it
_AROUND = 6  # names on either side that are looked at


def told_apart(found: list[Candidate], linked: list[bool], view: Surroundings) -> list[Candidate]:
    """The candidates without those occurrences of a name that another one's sentence alone speaks for.

    ``linked``: whether each and the next are items of one list, which no other occurrence need speak for.
    """
    by_word: dict[str, list[int]] = {}
    for number, candidate in enumerate(found):
        reading = candidate.reading
        if reading is not None and reading.kind == "technology":
            # "Ruby on Rails" tells "Ruby" apart as well.
            first = view.original[slice(*candidate.original)].lower().split(maxsplit=1)[0]
            by_word.setdefault(first, []).append(number)
    borrowed = {
        number
        for numbers in by_word.values()
        if len(numbers) > 1 and any(_is_open(found[number]) for number in numbers)
        for one, other in pairwise(numbers)
        for number in _borrowed(found, one, other, view)
        if (reading := found[number].reading) is not None and not in_company(found, number, linked, reading)
    }
    return [candidate for number, candidate in enumerate(found) if number not in borrowed] if borrowed else found


def cuts(original: str, found: Sequence[Candidate]) -> list[int]:
    """Where sentences that hold an unsure name twice turn from one sense to the other: "bonsai of juniper at home, and
    Juniper at work"."""
    last: dict[str, int] = {}
    places: list[int] = []
    for candidate in found:
        if candidate.reading is not None or candidate.readings[0].kind != "technology":
            continue
        start, end = candidate.original
        word = original[start:end].lower()
        before = last.get(word)
        last[word] = end
        if before is None or start - before > _APART or sentences(original).around(start)[0] > before:
            continue
        signs = [sign.start() for sign in turns().finditer(original, before, start)]
        if signs:
            places.append(signs[-1])
    return sorted(places)


def capital_of_two(text: str, start: int, end: int, reading: Reading, line: tuple[int, int]) -> bool:
    """Whether a proper name stands in its line both with a capital, here and within a sentence, and without one."""
    word = text[start:end]
    lower = word.lower()
    if (
        not word.istitle()
        or not (_is_proper(word, reading) or _begins(word, reading))
        or sentences(text).around(start)[0] == start
    ):
        return False
    at = text.find(lower, *line)
    return at >= 0 and not text[at - 1 : at].isalnum() and not text[at + len(lower) : at + len(lower) + 1].isalnum()


def _borrowed(found: Sequence[Candidate], one: int, other: int, view: Surroundings) -> Iterable[int]:
    """Which of two occurrences of a word lives on what speaks for the other."""
    original = view.original
    (start, end), (begin, _) = found[one].original, found[other].original
    if begin - end > _APART or "\n" in original[end:begin]:
        return ()
    open_ones = [number for number in (one, other) if _is_open(found[number])]
    quotes = [original[slice(*found[number].original)] for number in (one, other)]
    lower = [number for number, quote in zip((one, other), quotes, strict=True) if quote.islower()]
    if len(lower) == 1:
        small = found[lower[0]].reading
        quote = original[slice(*found[lower[0]].original)]
        if small is None or small.ambiguous is None or small.ambiguous.trust == "open":
            return ()
        return lower if _is_proper(quote, small) else ()
    if any(quote.isupper() for quote in quotes):
        return ()
    spans = [sentences(original).around(start), sentences(original).around(begin)]
    if spans[0] == spans[1]:
        return ()
    told = [_told(found, number, span, view) for number, span in zip((one, other), spans, strict=True)]
    if told[0] == told[1]:
        return ()
    borrower = one if told[1] else other
    return (borrower,) if borrower in open_ones else ()


def _is_proper(word: str, reading: Reading) -> bool:
    """Whether a word is the proper name of its skill or ends it ("Helm", "Apache Hive"), and not what many are called."""
    return reading.name.rpartition(" ")[2].lower() == word.lower()


def _begins(word: str, reading: Reading) -> bool:
    """Whether a word begins the name of its skill: "Assembly Language"."""
    return reading.name.lower().startswith(f"{word.lower()} ")


def _is_open(candidate: Candidate) -> bool:
    return candidate.reading is not None and candidate.reading.ambiguous is not None


def _told(found: Sequence[Candidate], number: int, sentence: tuple[int, int], view: Surroundings) -> bool:
    """Whether a name's own sentence holds a word of its context, another name of a skill, or how such names are used."""
    reading = found[number].reading
    if reading is None or reading.ambiguous is None or view.speaks_for(sentence, reading.ambiguous):
        return True
    start, end = found[number].original
    named = view.original[start].isupper()
    if named and heads_compound(view.original, end):
        return True
    return is_used(view.original, (start, end), sentence, named=named) or any(_others(found, number, sentence))


def _others(found: Sequence[Candidate], number: int, sentence: tuple[int, int]) -> Iterable[bool]:
    """Whether each of the names around one is that of another skill in its sentence."""
    own = found[number].reading
    for other in found[max(0, number - _AROUND) : number + _AROUND + 1]:
        reading = other.reading
        yield (
            reading is not None
            and own is not None
            and reading.skill != own.skill
            and reading.kind != "soft"
            and sentence[0] <= other.original[0] < sentence[1]
        )
