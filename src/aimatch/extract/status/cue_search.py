"""The cues of status among the patterns found in a text: those whose phrase goes on as it must, in a place that suits them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from aimatch.extract.lexicon import Hit
from aimatch.extract.normalise import NormalText
from aimatch.extract.rules.cues import Cue
from aimatch.extract.rules.phrases import Worded, follows, that_open
from aimatch.extract.rules.scopes import closes
from aimatch.extract.sentences import sentence_of
from aimatch.extract.words import WRITTEN_WORDS, Words

#: Cues with their spans in the original text.
FoundCues = list[tuple[int, int, Cue]]

_WITHIN_LABELS = ("people", "pronoun", "forward", "object")
_LINE_ENDS = re.compile(r"[ \t]*(?:\Z|\n(?![ \t]*[a-z(]))")
_ANSWERED = re.compile(r"[:?]\s*[^\W_]+\Z")  # "gcp: no" at a line's end, whatever the next begins with
_LONGEST_LABEL, _LABEL_ALONE = 100, 60  # characters behind a cue in a label: before its sign, and to its line's end
_LABEL_ENDS = re.compile(r"[\n.;?!]")
_LABEL_SIGN = re.compile(r":|\s[\u2013\u2014-]|[ \t]{3}")
_BESIDE = 120  # characters to either side of a cue within which a word that it asks for must stand
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d\s*\Z")


def found_cues(original: str, normal: NormalText, words: Words, hits: Sequence[Hit]) -> FoundCues:
    """The cues among the hits of a text, the longest at each place, in order."""
    found: FoundCues = []
    covered = labelled = 0
    read = Worded(words)
    for start, group in groupby(hits, key=itemgetter(0)):
        if start < covered:
            continue
        best = 0
        chosen: list[Cue] = []
        for _, end, entry, _ in group:
            word = read.following(end)
            for number in that_open(entry.rests, word):  # most of "and", "to", "with" begin no cue
                cue = entry.cues[number]
                stop = end
                if cue.rest:
                    rest = follows(cue.rest, read, end, word)
                    if rest is None:
                        continue
                    stop = rest
                if cue.direction == "label" and not _heads(original, normal.original(start, end)[1]):
                    continue
                if cue.beside and not _has_beside(original, *normal.original(start, stop), cue.beside):
                    continue
                if cue.direction == "answer" and not _answers(original, normal, start, stop):
                    continue
                if stop > best:
                    best, chosen = stop, [*(kept for kept in chosen if kept.direction == "object"), cue]
                elif stop == best or cue.direction == "object":
                    chosen.append(cue)
        if chosen:
            if start < labelled:
                chosen = [cue for cue in chosen if cue.direction in _WITHIN_LABELS]
            # What reads as a label may be the end of a sentence: "was handled by the vendor", "I lack practice with Go: ...".
            # And behind "but" another cue may act on more: "but never used Go".
            opened = normal.text.startswith("but ", start) and all(cue.direction == "backward" for cue in chosen)
            if opened or all(cue.direction == "label" for cue in chosen):
                labelled = best
            else:
                covered = best
            if any(cue.direction == "none" for cue in chosen):
                continue
            span = normal.original(start, best)
            found += ((*span, cue) for cue in chosen)
    return found


def _has_beside(original: str, start: int, end: int, beside: Sequence[str]) -> bool:
    """Whether one of some words stands in the sentence of a cue, near by."""
    near = original[max(0, start - _BESIDE) : end + _BESIDE].lower()
    if not any(word in near for word in beside):
        return False
    floor, ceiling = sentence_of(original, start, end)
    sentence = original[max(floor, start - _BESIDE) : min(ceiling, end + _BESIDE)].lower()
    return not set(beside).isdisjoint(WRITTEN_WORDS.findall(sentence.replace(".", " ")))


def _heads(original: str, at: int) -> bool:
    """Whether a label may go on at a place: a colon or a dash stands behind it, or nothing in its line."""
    found = _LABEL_ENDS.search(original, at, at + _LONGEST_LABEL + 1)
    stop = found.start() if found else min(len(original), at + _LONGEST_LABEL)
    if stop - at <= _LABEL_ALONE and original[stop : stop + 1] in ("", "\n"):
        return True
    sign = _LABEL_SIGN.search(original, at, stop + 3)
    return sign is not None and sign.start() <= stop


def _answers(original: str, normal: NormalText, start: int, stop: int) -> bool:
    """Whether the clause ends behind an answer; "2020 - ongoing" is the end of a job, "none ...... Java" the key of a row."""
    if normal.text.startswith((" ..", ".."), stop):
        return False
    if _YEAR_BEFORE.search(normal.text, max(0, start - 6), start):
        return False
    if closes(normal.text, stop):
        return True
    at = normal.original(start, stop)[1]
    if _LINE_ENDS.match(original, at):
        return True
    return original[at : at + 1] == "\n" and _ANSWERED.search(original, max(0, at - 20), at) is not None
