"""Joint phrases: "machine and deep learning", "supervised, unsupervised and reinforcement learning", "data analysis and
visualization" name each skill whose shared word is written once, and so do hyphens that stand for it: "Front- und
Backend", "Datenanalyse und -visualisierung"; compounds in one word ("Pythonentwickler"); "Windows XP, Vista, 7 and 8" names each version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.normalise import NormalText
from aimatch.extract.rules.listed import Deferred
from aimatch.extract.words import Words, plain_words

_BEFORE = Deferred(r"([^\W\d_]+-?)( ?(?:,|/|&|\+) ?(?:and |or )?| (?:{joining}) )\Z")
_AFTER = Deferred(r"(?: ?(?:,|/|&|\+) ?(?:and |or )?| (?:{joining}) )([^\W\d_]+)(?![^\W_])")
#: What a match of :data:`_BEFORE` may end with.
_JOINED = (*",/&+", ", ", "/ ", "& ", "+ ", "and ", "or ", "und ", "et ", "y ")
_JOINS = Deferred(r" ?[,/&+]| (?:{joining}) ")
# The hyphen of a word that goes on as a later one ends; of a word that begins as an earlier one does.
_SUSPENDED = Deferred(r"(?<!\w)([^\W\d_]{2,})-(?= ?(?:,|/|&|\+) ?\w| (?:{suspending}) \w)")
_CARRIED = Deferred(r"(?<!\w)([^\W\d_]{5,})(?: ?(?:/|&|\+) ?| (?:{suspending}) )-([^\W\d_]{3,})")
_WHOLE = Deferred(r"(?:(?: ?(?:,|/|&|\+) ?| (?:{suspending}) )(?:\w+-(?!\w))?)+((\w+)(?: \w+){0,3})")
_SHORTEST_END = 3  # letters of a compound's last part, or of the name that it begins with
_SHORTEST_COMPOUND = 9
_LONGEST_WORD = 40
_LONGEST_JOIN = 8  # characters, of " , and "
_DIGITS = frozenset("0123456789")
# A further version: a year or a number, and no date or span of time.
_FURTHER_VERSION = re.compile(
    r"(?: ?(?:,|/|&) ?(?:and |& )?| and )((?:19|20)\d\d(?![\w%]|/\d\d?(?!\d)| ?[-–—])|\d{1,2}(?:\.\d)?(?![\w%-]|/\d{4}))"
)
_ITEM_ENDS = re.compile(r" ?(?:[,/&);|]|\.(?!\d)|and \d|\Z)")


def joint(normal: NormalText, found: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The further candidates that share a word with a found one; readings only that are not unsure."""
    text = normal.text
    more: list[Candidate] = []
    taken = [
        (candidate.start, candidate.end, candidate.reading.skill if candidate.reading else "") for candidate in found
    ]
    family, reached = "", -1
    for number, candidate in enumerate(found):
        if candidate.reading is None or candidate.reading.kind == "soft":
            continue
        name = text[candidate.start : candidate.end]
        if candidate.reading.kind == "technology":
            # A list that goes on with a name of one word stays with its family: "Windows XP, Vista, 7".
            if " " in name or candidate.start - reached > _LONGEST_JOIN:
                family = name.partition(" ")[0]
            if candidate.end >= reached:
                at = candidate.end
                versions = (
                    []
                    if _DIGITS.isdisjoint(text[at : at + _LONGEST_JOIN])
                    else list(_further_versions(text, candidate, family, lexicon, normal))
                )
                reached = versions[-1].end if versions else candidate.end
                more += versions
        if " " not in name:
            continue
        before, after = text[max(0, candidate.start - 5) : candidate.start], text[candidate.end : candidate.end + 5]
        if not _JOINS.search(before) and not _JOINS.match(after):
            continue
        more += _with_shared_head(text, candidate, name, lexicon, normal, taken)
        ceiling = found[number + 1].start if number + 1 < len(found) else len(text)
        more += _with_shared_modifier(text, candidate, name.partition(" ")[0], ceiling, lexicon, normal)
    if "- " in text or " -" in text or "-/" in text or "-," in text:
        named = [(one.start, one.end, one.reading.skill) for one in (*found, *more) if one.reading]
        for one in _suspended(text, lexicon, normal):
            skill = one.reading.skill if one.reading else ""
            if not any(at == one.start or (at < one.end and one.start < end and skill == of) for at, end, of in named):
                more.append(one)
    return more


def compounds(normal: NormalText, words: Words, found: list[Candidate], lexicon: Lexicon) -> Iterator[Candidate]:
    """Technologies that are the first part of a word written as one: "Pythonentwickler", "Excelkenntnisse"."""
    taken = [(one.start, one.end) for one in found]
    for start, word in zip(words.starts, words.words, strict=True):
        if len(word) < _SHORTEST_COMPOUND or not word.endswith(_compound_ends()):
            continue
        end = start + len(word)
        heads = {word[: -len(last)] for last in _compound_ends() if word.endswith(last)}
        for head in sorted(heads, key=len):
            known = head not in plain_words() or head in _compound_names()
            reading = lexicon.named(head, unsure=known) if len(head) >= _SHORTEST_END else None
            if reading is None:
                continue
            if not any(at < end and start < stop for at, stop in taken):
                yield _made(start, start + len(head), reading, normal)
                break


@cache
def _compound_names() -> frozenset[str]:
    return frozenset(data.table("language/usage")["compound_names"])


@cache
def _compound_ends() -> tuple[str, ...]:
    return tuple(data.table("language/usage")["compound_ends"])


def _suspended(text: str, lexicon: Lexicon, normal: NormalText) -> Iterator[Candidate]:
    """What a word with a hyphen in the place of what it shares names: with each end of the whole word beside it."""
    for match in _SUSPENDED.finditer(text):
        whole = _WHOLE.match(text, match.end())
        if whole is None:
            continue
        phrase, word = whole.groups()
        begun = phrase.split(" ")
        ends = [
            (whole.start(1) + len(" ".join(begun[:last])), " ".join(begun[first:last]))
            for last in range(len(begun), 1, -1)
            for first in range(1, last)
        ]
        ends += [(whole.end(2), word[at:]) for at in range(1, len(word) - _SHORTEST_END + 1)]
        yield from _first_named(((match.start(), end, match.group(1), shared) for end, shared in ends), lexicon, normal)
    for match in _CARRIED.finditer(text):
        word, second = match.groups()
        heads = [word[:at] for at in range(len(word) - 1, _SHORTEST_END - 1, -1)]
        yield from _first_named(((match.start(2) - 1, match.end(), head, second) for head in heads), lexicon, normal)


def _first_named(
    compounds: Iterable[tuple[int, int, str, str]], lexicon: Lexicon, normal: NormalText
) -> Iterator[Candidate]:
    for start, end, first, second in compounds:
        if reading := lexicon.open(f"{first} {second}") or lexicon.open(first + second):
            yield _made(start, end, reading, normal)
            return


def _with_shared_head(
    text: str,
    candidate: Candidate,
    name: str,
    lexicon: Lexicon,
    normal: NormalText,
    taken: list[tuple[int, int, str]],
) -> Iterator[Candidate]:
    at = candidate.start
    while text.endswith(_JOINED, 0, at):
        # The word has no space in it, so that it begins behind the last one before the longest join.
        match = _BEFORE.search(text, max(0, at - _LONGEST_WORD, text.rfind(" ", 0, max(0, at - _LONGEST_JOIN))), at)
        # A word and a bare comma before a name is the item before it in a list: "Enterprise, network security".
        if match is None or (at == candidate.start and match.group(2).strip() == ","):
            return
        word = match.group(1)
        # "front- and back-end development": the hyphen stands for all that follows.
        shared = name.partition(" ") if word.endswith("-") else name.rpartition(" ")
        reading = lexicon.open(f"{word.removesuffix('-')} {shared[2]}")
        start = match.start(1)
        # What covers the whole phrase names it as one, and its parts may be named beside it.
        covered = any(
            begin <= start < end < candidate.end and end - begin > len(match.group(1)) for begin, end, _ in taken
        )
        if reading is None or covered:
            return
        # "functional and technical requirements", "Tableau and Power BI": what is named already is not named twice.
        if not any(begin < candidate.end and start < end and skill == reading.skill for begin, end, skill in taken):
            yield _made(start, candidate.end, reading, normal)
        at = start


def _with_shared_modifier(
    text: str, candidate: Candidate, modifier: str, ceiling: int, lexicon: Lexicon, normal: NormalText
) -> Iterator[Candidate]:
    at = candidate.end
    while True:
        match = _AFTER.match(text, at)
        if match is None or match.start(1) >= ceiling:
            return
        reading = lexicon.sure(f"{modifier} {match.group(1)}")
        if reading is None:
            return
        if candidate.reading is not None and reading.skill != candidate.reading.skill:
            yield _made(match.start(1), match.end(1), reading, normal)
        at = match.end(1)


def _further_versions(
    text: str, candidate: Candidate, family: str, lexicon: Lexicon, normal: NormalText
) -> Iterator[Candidate]:
    """The versions behind a name that are skills of their own in its family: "Windows XP, 7", not "SQL Server 2005/2008"."""
    at, known = candidate.end, candidate.reading
    while match := _FURTHER_VERSION.match(text, at):
        reading = lexicon.sure(f"{family} {match.group(1).lstrip('0')}")
        # "Windows 7, 10 laptops": a number behind a comma that goes on counts something.
        counts = text[at] == "," and len(match.group(1)) < 4 and not _ITEM_ENDS.match(text, match.end())
        if known is None or reading is None or reading.skill == known.skill or counts:
            return
        yield _made(match.start(1), match.end(1), reading, normal)
        at = match.end()


def _made(start: int, end: int, reading: Reading, normal: NormalText) -> Candidate:
    return Candidate(
        start=start,
        end=end,
        original=normal.original(start, end),
        readings=(reading,),
        reading=reading,
        via="joint",
        certainty=0.9,
    )
