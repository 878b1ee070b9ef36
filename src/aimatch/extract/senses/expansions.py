"""Abbreviations that the text itself spells out: as something else ("AI (artificial insemination)", "Veterans Benefits
Administration (VBA)", "Refugee News Network, RNN"), or as a skill that they then name as well ("always-on availability groups (AAG)"). Where the words
hold a known skill, the abbreviation keeps its meaning: they are its usual ones, or a variant of them; but for one that may
mean many things, beside a skill that its own have nothing to do with ("ADC (Astronomical Data Center)").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.normalise import NormalText

_IN_BRACKETS = re.compile(r"\(([A-Z]{2,6})s?\)")
_WITH_BRACKETS = re.compile(r"(?<![\w-])([A-Z]{2,6})s?\Z")  # up to brackets, which are few
_LONGEST = 7  # characters of an abbreviation in the plural
# Some words may stand before the brackets: "AWS D1.1 qualified (American Welding Society)".
_OPENS = re.compile(r"[^()\n;]{0,60}\(")
# Several may share their brackets: "service or branch delivery manager (SDM/BDM)".
_OPENED = re.compile(r"\((?:[A-Z]{2,6}s?/){0,3}\Z")
_CLOSES = re.compile(r"s?(?:/[A-Z]{2,6}s?){0,3}\)")
_SHARED = 24  # characters of brackets that several share
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_][\w'\u2019]*[ /-]+){1,9}\(\Z")
_NAME_BEFORE = re.compile(r"((?:[^\W\d_][\w'\u2019]*[ -]){1,8}[^\W\d_][\w'\u2019]*), \Z")
_NAME_BEHIND = re.compile(r", (?:the )?([^\W\d_][\w'\u2019]*(?:[ -][^\W\d_][\w'\u2019]*){1,8})")
_WORD = re.compile(r"[^\W\d_][\w'\u2019]*")
_WORDS_BEHIND = re.compile(r"[^\W\d_][\w'\u2019]*(?:[ /-]+[^\W\d_][\w'\u2019]*)*")
_REACH = 90  # characters that hold the words of an abbreviation
_NEAR_WORDS = 2  # words between an abbreviation and its brackets; from there on they must be a proper name
_CERTAIN = 3  # letters from which an abbreviation means the same throughout a text, whatever else it names


@cache
def _small_words() -> frozenset[str]:
    return frozenset(data.table("language/usage")["small_words"])


def without_strange(
    original: str, found: list[Candidate], parents: Callable[[str], tuple[str, ...]] = lambda _: ()
) -> list[Candidate]:
    """The candidates without the abbreviations that the text spells out as something that is none of their skills."""
    strange: set[int] = set()
    everywhere: set[str] = set()
    for number, candidate in enumerate(found):
        start, end = candidate.original
        quote = _singular(original[start:end])
        if not (quote.isupper() and quote.isalpha() and quote.isascii() and 2 <= len(quote) < _LONGEST):
            continue
        span = (
            _behind(original, end, quote)
            or _before(original, start, end, quote)
            or _apposed(original, start, end, quote)
        )
        if span is None:
            continue
        within = _within(span, number, found)
        if not _names_a_skill(original, candidate, within, parents):
            strange.add(number)
            certain = len(quote) >= _CERTAIN and not within
            if certain or not _named_otherwise(original, candidate, quote, found):
                everywhere.add(quote)
    if not strange:
        return found
    return [
        candidate
        for number, candidate in enumerate(found)
        if number not in strange and _singular(original[slice(*candidate.original)]) not in everywhere
    ]


def _singular(quote: str) -> str:
    """An abbreviation without the small ``s`` of its plural: "PPMs"."""
    return quote[:-1] if quote[-1:] == "s" and quote[:-1].isupper() else quote


def _named_otherwise(original: str, candidate: Candidate, quote: str, found: Sequence[Candidate]) -> bool:
    """Whether the text also names, by another form, a skill that an abbreviation may mean."""
    meant = {reading.skill for reading in candidate.readings}
    return any(
        _singular(original[slice(*other.original)]) != quote
        and not meant.isdisjoint(reading.skill for reading in other.readings)
        for other in found
    )


def spelled_out(original: str, normal: NormalText, found: Sequence[Candidate]) -> list[Candidate]:
    """The further candidates that abbreviate a settled one beside them, where the two spell each other out."""
    if "(" not in original:
        return []
    settled = {one.original[1]: one for one in found if one.reading is not None}
    spans = []
    for match in _IN_BRACKETS.finditer(original):
        words = _before(original, *match.span(1), match.group(1))
        if words is not None:
            spans.append((match.span(1), words))
    at = original.find(" (")
    while at >= 0:
        short = _WITH_BRACKETS.search(original, max(0, at - _LONGEST), at)
        words = None if short is None else _behind(original, short.end(1), short.group(1))
        if short is not None and words is not None:
            spans.append((short.span(1), words))
        at = original.find(" (", at + 1)
    more = []
    for (start, end), (begin, until) in spans:
        meant = settled.get(until)
        if meant is None or meant.original[0] > begin:
            continue
        if not any(one.original[0] < end and start < one.original[1] for one in settled.values()):
            more.append(
                Candidate(
                    start=normal.at(start),
                    end=normal.at(end),
                    original=(start, end),
                    readings=meant.readings,
                    reading=meant.reading,
                    via="context",
                    certainty=meant.certainty,
                )
            )
    return more


def _behind(original: str, end: int, quote: str) -> tuple[int, int] | None:
    """Where brackets behind an abbreviation begin with words that it stands for."""
    opens = _OPENS.match(original, end)
    if opens is None:
        return None
    words = _WORDS_BEHIND.match(original, opens.end(), opens.end() + _REACH)
    if words is None:
        return None
    parts = list(_WORD.finditer(original, *words.span()))
    for count in range(len(quote), min(len(quote) + 3, len(parts)) + 1):
        if not _stands_for(quote, [part.group() for part in parts[:count]]):
            continue
        apart = _WORD.findall(original[end : opens.end()])
        proper = len(quote) >= _CERTAIN and all(
            part.group()[0].isupper() for part in parts[:count] if part.group() not in _small_words()
        )
        if not apart or proper or (len(apart) <= _NEAR_WORDS and len(quote) >= _CERTAIN):
            return parts[0].start(), parts[count - 1].end()
    return None


def _before(original: str, start: int, end: int, quote: str) -> tuple[int, int] | None:
    """Where an abbreviation in brackets stands behind words that it stands for."""
    opened = _OPENED.search(original, max(0, start - _SHARED), start)
    if opened is None or _CLOSES.match(original, end) is None:
        return None
    words = _WORDS_BEFORE.search(original, max(0, start - _REACH), opened.start() + 1)
    if words is None:
        return None
    parts = list(_WORD.finditer(original, *words.span()))
    for count in range(len(quote), min(len(quote) + 3, len(parts)) + 1):
        if _stands_for(quote, [part.group() for part in parts[-count:]]):
            return parts[-count].start(), parts[-1].end()
    return None


def _apposed(original: str, start: int, end: int, quote: str) -> tuple[int, int] | None:
    """Where a proper name stands before an abbreviation and a comma, or behind one, that it abbreviates: "Refugee News Network,
    RNN", "LSE, London School of Economics"."""
    if len(quote) < _CERTAIN:
        return None
    before = _NAME_BEFORE.search(original, max(0, start - _REACH), start)
    behind = _NAME_BEHIND.match(original, end, end + _REACH)
    for words, last in ((before, True), (behind, False)):
        parts = [] if words is None else list(_WORD.finditer(original, *words.span(1)))
        for count in range(len(quote), min(len(quote) + 3, len(parts)) + 1):
            taken = parts[-count:] if last else parts[:count]
            named = [part.group() for part in taken]
            if _stands_for(quote, named) and all(word[0].isupper() or word in _small_words() for word in named):
                return taken[0].start(), taken[-1].end()
    return None


def _stands_for(quote: str, words: Sequence[str]) -> bool:
    """Whether some words begin with the letters of an abbreviation, small words counted or not."""
    letters = "".join(word[0] for word in words).upper()
    return letters == quote or (
        words[0].lower() not in _small_words()
        and "".join(word[0] for word in words if word.lower() not in _small_words()).upper() == quote
    )


def _within(span: tuple[int, int], number: int, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates around an abbreviation that stand among the words that it stands for."""
    near = (*found[max(0, number - 5) : number], *found[number + 1 : number + 6])
    return [other for other in near if other.original[0] < span[1] and span[0] < other.original[1]]


def _names_a_skill(
    original: str, short: Candidate, within: Sequence[Candidate], parents: Callable[[str], tuple[str, ...]]
) -> bool:
    """Whether one of the candidates among the words of an abbreviation is what it may mean.

    One word that may be a plain one tells nothing of an abbreviation that may be another: "VMS (visitor management system)".
    """
    meant = {reading.skill for reading in short.readings}
    if any(not meant.isdisjoint(reading.skill for reading in other.readings) for other in within):
        return True
    unsure = _is_open(short)
    speaking = [
        other
        for other in within
        if " " in original[slice(*other.original)]
        or (other.readings[0].kind != "soft" and not (unsure and _is_open(other)))
    ]
    # What is trusted wherever it stands has variants that name another skill: "CRM (client relationship management)".
    if not unsure or any(one.ambiguous is not None and one.ambiguous.trust == "open" for one in short.readings):
        return bool(speaking)
    kin = meant.union(*(parents(skill) for skill in meant))
    return any(
        not kin.isdisjoint((reading.skill, *parents(reading.skill))) for other in speaking for reading in other.readings
    )


def _is_open(candidate: Candidate) -> bool:
    """Whether a form is no skill everywhere."""
    return all(reading.ambiguous is not None for reading in candidate.readings)
