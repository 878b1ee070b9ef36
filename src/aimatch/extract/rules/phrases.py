"""Phrases with slots, as the cues of status are written: how they are found, and what must follow the words found.

A phrase is text with slots: ``{name}`` is one of the items of ``[slots]`` of ``language/status.toml``, ``(a|b)`` one of
these, ``[a|b]`` one of these or nothing. An item may hold slots itself; one that begins with ``~`` is a regular expression,
one that begins with ``#`` stands for up to so many words. What a phrase begins with is filled in and searched for with all
other patterns; what follows is matched here, part by part, by the first word of each alternative: a large alternation would
take longer to compile than a whole resume takes to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import product

from aimatch import data
from aimatch.deferred import Deferred
from aimatch.extract.words import Words, by_start

Slots = Mapping[str, Sequence[str]]

#: Between the phrases of which one must follow.
OR = "\n"

_PART = re.compile(r"\{(\w+)\}|\(([^()]*\|[^()]*)\)|\[([^\[\]]+)\]")
_SPACES = re.compile(r"\s+")
_HAS_WORD = re.compile(r"[^\W_]")
_FIRST = re.compile(r"[^\W_]+|.", re.DOTALL)
_WHOLE = re.compile(r"(?<=[^\w])[^\W_]+(?=[^\w])")
_ANY_WORD = re.compile(r"[^\s,;:.()]+")


def pieces(phrase: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The parts of a phrase: ("text" | "slot" | "choice", as it stands, the alternatives)."""
    last = 0
    for match in _PART.finditer(phrase):
        if match.start() > last:
            yield "text", phrase[last : match.start()], ()
        slot, choice, optional = match.groups()
        if slot:
            yield "slot", slot, ()
        else:
            yield "choice", match.group(), tuple(choice.split("|")) if choice else ("", *optional.split("|"))
        last = match.end()
    if last < len(phrase):
        yield "text", phrase[last:], ()


def _alternatives(piece: tuple[str, str, tuple[str, ...]], slots: Slots) -> Sequence[str]:
    kind, text, choices = piece
    return (text,) if kind == "text" else slots[text] if kind == "slot" else choices


def expand(phrase: str, slots: Slots) -> Iterator[str]:
    """Every phrase that a phrase with slots stands for; the items of a slot may hold slots themselves.

    Raises:
        KeyError: A slot that is not defined.
    """
    parts = list(pieces(phrase))
    if all(kind == "text" for kind, _, _ in parts):
        yield _SPACES.sub(" ", phrase).strip()
        return
    filled = [[text for item in _alternatives(part, slots) for text in _kept(item, slots)] for part in parts]
    for combined in product(*filled):
        yield _SPACES.sub(" ", "".join(combined)).strip()


def _kept(item: str, slots: Slots) -> Iterator[str]:
    """An alternative filled in, with the spaces around it as they stand."""
    if item[:1] not in ("~", "#") and _PART.search(item):
        yield from expand(item, slots)
    else:
        yield item


def split(phrase: str, slots: Slots) -> tuple[list[str], str]:
    """A phrase as the word sequences by which it is found, filled in, and the phrase that must follow them ("": none).

    Raises:
        KeyError: A slot that is not defined, anywhere in the phrase.
    """
    parts = list(pieces(phrase))
    for part in parts:
        for item in _alternatives(part, slots):
            list(_kept(item, slots))
    count = 0
    first: list[str] = [""]
    while count < len(parts):
        filled = [other for item in _alternatives(parts[count], slots) for other in _kept(item, slots)]
        first = [one + other for one in first for other in filled]
        count += 1
        if all(_HAS_WORD.search(one) for one in first):
            break
    rest = "".join(f"{{{text}}}" if kind == "slot" else text for kind, text, _ in parts[count:])
    found = list(dict.fromkeys(_SPACES.sub(" ", one).strip() for one in first))
    # The space between what is found and what follows belongs to what follows.
    return found, " " + rest if rest and any(one.endswith(" ") for one in first) else rest


class Worded:
    """A normal text with its words, by where they begin and as a set."""

    def __init__(self, words: Words) -> None:
        self.text = words.text
        self.starting = by_start(words)
        self.known = frozenset(words.words)

    def first(self, at: int) -> str:
        """The word (or sign) that begins at a place."""
        word = self.starting.get(at)
        if word is None:
            found = _FIRST.match(self.text, at) if self.text[at : at + 1].isalnum() else None
            word = found.group() if found else self.text[at : at + 1]
        return word

    def following(self, at: int) -> str:
        """The same, a space at the place aside."""
        return self.first(at + 1 if self.text[at : at + 1] == " " else at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a phrase: its alternatives by their first word (the longest first), patterns, and gaps of words."""

    optional: bool
    by_first: Mapping[str, Sequence[str]]
    patterns: tuple[Deferred, ...]
    words: int

    def ends(self, read: Worded, at: int) -> Iterator[int]:
        """Where the part may end if it begins at a place."""
        text = read.text
        for alternative in self.by_first.get(read.first(at), ()):
            if text.startswith(alternative, at):
                yield at + len(alternative)
        for pattern in self.patterns:
            match = pattern.match(text, at)
            if match is not None:
                yield match.end()
        if self.words:
            yield from reversed(_gaps(text, at, self.words))


def _gaps(text: str, at: int, most: int) -> list[int]:
    """The ends of one word, two words, ... from a place on."""
    ends: list[int] = []
    while len(ends) < most and (word := _ANY_WORD.match(text, at)) is not None:
        ends.append(word.end())
        if text[word.end() : word.end() + 1] != " ":
            break
        at = word.end() + 1
    return ends


@cache
def _slots() -> Slots:
    found: Slots = data.table("language/status")["slots"]
    return found


@cache
def _part(optional: bool, items: tuple[str, ...]) -> Part:
    by_first: dict[str, list[str]] = {}
    patterns: list[Deferred] = []
    words = 0
    for item in dict.fromkeys(kept for one in items for kept in _kept(one, _slots())):
        if item[:1] == "~":
            patterns.append(Deferred(item[1:]))
        elif item[:1] == "#":
            words = max(words, int(item[1:]))
        elif (first := _FIRST.match(item)) is not None:
            by_first.setdefault(first.group(), []).append(item)
    for family in by_first.values():
        family.sort(key=len, reverse=True)
    return Part(optional=optional, by_first=by_first, patterns=tuple(patterns), words=words)


@cache
def _parts(phrase: str) -> tuple[str | Part, ...]:
    made: list[str | Part] = []
    for kind, text, choices in pieces(phrase):
        if kind == "text":
            made.append(text)
        else:
            optional = "" in choices
            made.append(_part(optional, tuple(_slots()[text]) if kind == "slot" else tuple(filter(None, choices))))
            # An optional part takes the space before it along.
            if optional and len(made) > 1 and isinstance(made[-2], str) and made[-2].endswith(" "):
                made[-2] = made[-2][:-1]
    return tuple(part for part in made if part != "")


def _begins(parts: tuple[str | Part, ...]) -> set[str] | None:
    """The words with which what matches a phrase may begin; None where that may be any."""
    words: set[str] = set()
    for part in parts:
        if isinstance(part, str):
            if (first := _FIRST.match(part.lstrip(" "))) is not None:
                return words | {first.group()}
        elif part.patterns or part.words:
            return None
        else:
            words.update(part.by_first)
            if not part.optional:
                return words
    return None


class _Phrase:
    """The parts of a phrase, and sets of words: without one of each in a text the phrase does not stand there."""

    def __init__(self, parts: tuple[str | Part, ...]) -> None:
        self.parts = parts

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """What stands as whole words: within its text, and the words that begin what is no option."""
        needs: list[frozenset[str]] = []
        for before, part, after in zip(("", *self.parts), self.parts, (*self.parts[1:], None), strict=False):
            if isinstance(part, str):
                needs += (frozenset([word]) for word in _WHOLE.findall(part if after else part + " "))
            elif (
                not (part.optional or part.patterns or part.words)
                and isinstance(before, str)
                and before.endswith(" ")
                and (after is None or (isinstance(after, str) and not after[0].isalnum()))
                and all(map(str.isalnum, part.by_first))
            ):
                needs.append(frozenset(part.by_first))
        return tuple(needs)


_Phrases = tuple[_Phrase, ...]


@cache
def _phrases(rest: str) -> tuple[Mapping[str, _Phrases], _Phrases]:
    """The phrases of which one must follow: by the word they begin with, with those that may begin with any; the latter."""
    any_word: list[_Phrase] = []
    by_word: dict[str, list[_Phrase]] = {}
    for parts in map(_parts, rest.split(OR)):
        phrase = _Phrase(parts)
        words = _begins(parts)
        if words is None:
            any_word.append(phrase)
        for word in words or ():
            by_word.setdefault(word, []).append(phrase)
    return {word: (*family, *any_word) for word, family in by_word.items()}, tuple(any_word)


@cache
def _by_opening(rests: tuple[str, ...]) -> tuple[Mapping[str, tuple[int, ...]], tuple[int, ...]]:
    """Which of some phrases that must follow ("": none) may begin with a word, by their numbers; and which with any."""
    opened = [_phrases(rest) if rest else ({}, True) for rest in rests]
    return {
        word: tuple(number for number, (by_word, any_word) in enumerate(opened) if any_word or word in by_word)
        for word in {word for by_word, _ in opened for word in by_word}
    }, tuple(number for number, (_, any_word) in enumerate(opened) if any_word)


def that_open(rests: tuple[str, ...], word: str) -> tuple[int, ...]:
    """The numbers of those of some phrases that must follow ("": none) which may begin with a word; most often none may."""
    by_word, any_word = _by_opening(rests)
    return by_word.get(word, any_word)


def follows(rest: str, read: Worded, at: int, word: str) -> int | None:
    """Where the longest of the phrases that ``rest`` holds ends, if one stands at a place of a normal text.

    ``word`` is the one that follows there.
    """
    best: int | None = None
    by_word, any_word = _phrases(rest)
    for phrase in by_word.get(word, any_word):
        if any(map(read.known.isdisjoint, phrase.needs)):
            continue  # most phrases in most texts
        end = _match(phrase.parts, 0, read, at)
        if end is not None and (best is None or end > best):
            best = end
    return best


def _match(parts: tuple[str | Part, ...], number: int, read: Worded, at: int) -> int | None:
    text = read.text
    if number == len(parts):
        return None if text[at : at + 1].isalnum() else at
    part = parts[number]
    if isinstance(part, str):
        return _match(parts, number + 1, read, at + len(part)) if text.startswith(part, at) else None
    if part.optional and text[at : at + 1] == " ":
        for end in part.ends(read, at + 1):
            if (found := _match(parts, number + 1, read, end)) is not None:
                return found
    for end in part.ends(read, at):
        if (found := _match(parts, number + 1, read, end)) is not None:
            return found
    return _match(parts, number + 1, read, at) if part.optional else None
