"""Lists of words and phrases, found in a text at the price of a few look-ups.

A regular expression with a hundred alternatives tries them at every word of a text, and takes milliseconds to compile.
Yet of a long list hardly an entry occurs: a :class:`WordList` asks which of the text's distinct words begin one of its
entries, and looks at the text only where these stand. The words are taken once for all lists.

>>> names = WordList(["data quality", "deploy*", "cost"])
>>> [(one.start(), one.group()) for one in names.found("Deployment at low costs; data quality")]
[(0, 'Deploy'), (25, 'data quality')]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import attrgetter

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 50_000  # words that a list remembers: documents share most of theirs


class Occurrence:
    """A place where an entry of a list stands; it answers as a match of a regular expression does."""

    __slots__ = ("_text", "begin", "stop")

    def __init__(self, text: str, begin: int, stop: int) -> None:
        self._text = text
        self.begin = begin
        self.stop = stop

    def start(self) -> int:
        """Where it begins in the text."""
        return self.begin

    def end(self) -> int:
        """Where it ends."""
        return self.stop

    def group(self) -> str:
        """The words as they stand in the text."""
        return self._text[self.begin : self.stop]


class WordList:
    """Words and phrases, matched whole and in any case; one that ends in ``*`` matches as a beginning.

    Args:
        entries: Each begins with a letter or a digit.
        loose: The words of a phrase may be parted by any white space and signs; else as the phrase has them.

    Raises:
        ValueError: An entry does not begin with a letter or a digit.
    """

    def __init__(self, entries: Iterable[str], *, loose: bool = False) -> None:
        self._loose = loose
        self._whole: dict[str, list[str]] = {}  # by their first word
        self._stems: list[str] = []
        # The longest first, where several begin alike.
        for entry in sorted({entry.lower() for entry in entries}, key=lambda one: (-len(one), one)):
            head = _WORD.match(entry)
            if head is None:
                raise ValueError(f"{entry!r} does not begin with a letter or a digit")
            if head.end() == len(entry) - 1 and entry.endswith("*"):
                self._stems.append(entry[:-1])
            else:
                self._whole.setdefault(head.group(), []).append(entry)
        self._heads = frozenset(self._whole)
        self._phrases = frozenset(entry for found in self._whole.values() for entry in found)
        self._longest = max((entry.count(" ") + 1 for entry in self._phrases), default=0)
        self._begun: dict[str, tuple[str, ...]] = {}
        self._unknown: set[str] = set()

    def __contains__(self, word: str) -> bool:
        """Whether one word is an entry, or begins like one that ends in ``*``."""
        lower = word.lower()
        return lower not in self._unknown and any(
            entry == lower or (entry[-1] == "*" and lower.startswith(entry[:-1])) for entry in self._entries(lower)
        )

    def found(self, text: str, start: int = 0, end: int | None = None) -> tuple[Occurrence, ...]:
        """The entries that stand in ``text[start:end]``, in order, none overlapping."""
        known = _occurrences(self, text)
        if not known or (start == 0 and end is None):
            return known
        first = bisect_left(known, start, key=_BEGIN)
        return tuple(one for one in known[first:] if end is None or one.stop <= end)

    def first(self, text: str, start: int = 0, end: int | None = None) -> Occurrence | None:
        """The first entry that stands in ``text[start:end]``."""
        known = _occurrences(self, text)
        if not known:  # most lists in most texts
            return None
        at = bisect_left(known, start, key=_BEGIN) if start else 0
        if at < len(known) and (end is None or known[at].stop <= end):
            return known[at]
        return None

    def _entries(self, word: str) -> tuple[str, ...]:
        """The entries that may stand where a word of a text (in lower case) does, the longest first."""
        known = self._begun.get(word)
        if known is None:
            stems = [f"{stem}*" for stem in self._stems if word.startswith(stem)]
            known = tuple(sorted([*self._whole.get(word, ()), *stems], key=lambda one: (-len(one), one)))
            if len(self._begun) + len(self._unknown) >= _REMEMBERED:
                self._begun.clear()
                self._unknown.clear()
            if known:
                self._begun[word] = known
            else:
                self._unknown.add(word)
        return known

    def look(self, text: str) -> tuple[Occurrence, ...]:
        """The occurrences in a text, anew."""
        known = _words(text)
        lower = known.lower
        ends: dict[int, int] = {}
        for word in known.words - self._unknown if self._stems else known.words & self._heads:
            entries = self._entries(word)
            if not entries:
                continue
            for at in known.places(word):
                end = self._loose_end(lower, at) if self._loose else _end(lower, at, entries)
                if end:
                    ends[at] = end
        occurrences: list[Occurrence] = []
        reached = 0
        for begin in sorted(ends):
            if begin >= reached:
                reached = ends[begin]
                occurrences.append(Occurrence(text, begin, reached))
        return tuple(occurrences)

    def _loose_end(self, lower: str, at: int) -> int:
        """Where the longest entry ends whose words stand at a place, whatever parts them; 0 if none does."""
        end, read = 0, ""
        for word in islice(_WORD.finditer(lower, at), self._longest):
            read = f"{read} {word.group()}" if read else word.group()
            if read in self._phrases:
                end = word.end()
        return end


_BEGIN = attrgetter("begin")


def _end(lower: str, at: int, entries: tuple[str, ...]) -> int:
    """Where the first of the entries ends that stands at a place of a text in lower case; 0 if none does."""
    for entry in entries:
        if entry[-1] == "*":
            if lower.startswith(entry[:-1], at):
                return at + len(entry) - 1
        elif lower.startswith(entry, at):
            end = at + len(entry)
            if not lower[end : end + 1].isalnum():
                return end
    return 0


@lru_cache(maxsize=256)
def _occurrences(words: WordList, text: str) -> tuple[Occurrence, ...]:
    return words.look(text)


class _Words:
    """A text in lower case with every offset kept, its distinct words, and where each of them stands."""

    __slots__ = ("_flat", "_known", "lower", "words")

    def __init__(self, text: str) -> None:
        self.lower = lowered(text)
        flat = only_words(self.lower)
        self.words = frozenset(flat.split())
        self._flat = f" {flat} "
        self._known: dict[str, list[int]] = {}

    def places(self, word: str) -> list[int]:
        """Where a word stands, in order."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = []
            parted, step = f" {word} ", len(word) + 1
            at = self._flat.find(parted)  # one place before the word is one behind it in the text as it stands
            while at >= 0:
                known.append(at)
                at = self._flat.find(parted, at + step)
        return known


@lru_cache(maxsize=4)
def _words(text: str) -> _Words:
    return _Words(text)


def words_in(text: str) -> frozenset[str]:
    """The distinct words of a text, in lower case: runs of letters and digits.

    They are kept for the last few texts. A pattern for one of some words need not be tried on a text that holds none of
    them, which is told by a few look-ups.
    """
    return _words(text).words


def heads_of(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase, as :func:`words_in` has it."""
    return frozenset(head.group() for phrase in phrases if (head := _WORD.search(phrase.lower())) is not None)


_SIGNS = {code: " " for code in range(128) if not chr(code).isalnum()}
# The same for one byte a character, as which a text is taken whose further characters are all signs: "?" stands for these.
_BYTES = bytes(code if chr(code).isalnum() else 32 for code in range(256))
_ASCII = bytes(range(128))


@lru_cache(maxsize=8)
def beyond_ascii(text: str) -> frozenset[str]:
    """The distinct characters of a text that are not ASCII; in most texts they are few, and found fastest as bytes."""
    if text.isascii():
        return frozenset()
    return frozenset(text.encode("utf-8", "replace").translate(None, _ASCII).decode("utf-8"))


def only_words(text: str) -> str:
    """``text`` with a space for everything that is no letter and no digit: to split it is three times as fast as to find
    the words of a text by a pattern."""
    if text.isascii():
        return text.translate(_SIGNS)
    if not any(letter.isalnum() for letter in beyond_ascii(text) if letter > "\xff"):
        return text.encode("latin-1", "replace").translate(_BYTES).decode("latin-1")
    for sign in set(text):
        if not sign.isalnum():
            text = text.replace(sign, " ")
    return text


_LONG = 500  # characters of what is a whole text, which several steps ask for, and no line


def lowered(text: str) -> str:
    """``text`` in lower case with every offset kept: of a letter that grows in lower case ("İ") only its first one."""
    return _text_lowered(text) if len(text) > _LONG else _lowered(text)


@lru_cache(maxsize=4)
def _text_lowered(text: str) -> str:
    return _lowered(text)


def _lowered(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(letter.lower()[0] for letter in text)
    return lower


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression of literal phrases of which any fits, the longest first: it takes the first that does. A group, so
    that it can stand anywhere in a pattern; "" of no phrases.

    Those that begin alike stand together behind their first letter: where none begins, the search tries a few letters
    instead of hundreds of phrases, which took up to twenty times as long.
    """
    alike: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        alike.setdefault(phrase[:1].lower(), []).append(phrase)
    return f"(?:{'|'.join(map(_behind_first, alike.values()))})" if alike else ""


def _behind_first(phrases: Sequence[str]) -> str:
    first = phrases[0][:1]
    if len(phrases) == 1 or any(phrase[:1] != first for phrase in phrases):
        return "|".join(map(re.escape, phrases))
    return f"{re.escape(first)}(?:{'|'.join(re.escape(phrase[1:]) for phrase in phrases)})"


def holds(text: str, word: str) -> bool:
    """Whether a text holds a word or phrase, whole but for a plural ("cluster", "clusters"); both in one case."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if at == 0 or not text[at - 1].isalnum():
            rest = text[end : end + 3]
            if (
                not rest[:1].isalnum()
                or (rest[0] == "s" and not rest[1:2].isalnum())
                or (rest[:2] == "es" and not rest[2:].isalnum())
            ):
                return True
        at = text.find(word, at + 1)
    return False
