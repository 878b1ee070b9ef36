"""The patterns of several words, by the first one; packed, and taken out as texts ask for them.

Some words begin thousands of patterns ("identified the needs of ..."), and to take in those of all words of a resume takes a
command for one file a tenth of its time. So those with one second word are taken out alone, until a word was asked for often.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

from aimatch.data import PARTING, unpack
from aimatch.extract.lexicon.patterns import SIGNED

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 9  # words of a pattern; what is longer is a sentence
_OFTEN = 20  # times after which all patterns of a word are taken in


class Families:
    """Patterns by their first word. What is taken out gets its number in ``index``."""

    def __init__(self, packed: dict[str, str], index: dict[str, int]) -> None:
        self._packed = packed
        self._index = index
        self._asked: Counter[str] = Counter()

    def of(self, word: str) -> dict[str, list[int]]:
        """Of all patterns that begin with a word, by the second one: how many words they have."""
        if word not in self._packed:
            return {}
        number, *patterns = unpack(self._packed[word])
        patterns.pop()
        self._index.update(zip(patterns, count(int(number.strip(SIGNED)))))
        lengths: dict[str, set[int]] = {}
        for pattern in patterns:
            words = _WORD.findall(pattern) if number[0] == SIGNED else pattern.split(" ")
            if len(words) <= _LONGEST:
                lengths.setdefault(words[1], set()).add(len(words))
            if len(words) == 2:
                lengths.setdefault(words[1] + "s", set()).add(2)  # its plural
        return {second: sorted(found) for second, found in lengths.items()}

    def beside(self, word: str, second: str) -> list[int] | None:
        """How many words the patterns have that begin with two words. ``None``: all of the first one are to be taken in."""
        packed = self._packed.get(word, SIGNED)
        # Of a word with a version glued to it, all is asked for.
        if packed[0] == SIGNED or self._asked[word] == _OFTEN or second[-1:].isdigit():
            return None
        self._asked[word] += 1
        begin = f"{PARTING}{word} {second}"
        ends = (f"{begin}{PARTING}", f"{begin} ")  # in the order in which the patterns are sorted
        lengths: set[int] = set()
        at = max(packed.find(ends[0]), 0) or packed.find(ends[1])
        number = self._number(packed, at) if at > 0 else 0
        while at > 0 and packed.startswith(ends, at):
            end = packed.index(PARTING, at + 1)
            pattern = packed[at + 1 : end]
            self._index[pattern] = number
            lengths.add(pattern.count(" ") + 1)
            at, number = end, number + 1
        if second[-1:] == "s" and (at := packed.find(f"{begin[:-1]}{PARTING}")) > 0:
            self._index[f"{word} {second[:-1]}"] = self._number(packed, at)
            lengths.add(2)
        return sorted(length for length in lengths if length <= _LONGEST)

    @staticmethod
    def _number(packed: str, at: int) -> int:
        return int(packed[: packed.index(PARTING)]) + packed.count(PARTING, 0, at)

    def forget(self) -> None:
        """Count anew how often words are asked for."""
        self._asked.clear()
