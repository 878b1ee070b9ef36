"""Words of one line with their places, and where the gaps between them part cells or columns.

A word costs two look-ups: where its first and its last character begin. Where the last one ends is taken from its usual
width; that is right within a tenth of an em, which is all that telling a space from a gap needs.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from aimatch.readers.pdf import calls

# Words stand about a quarter of an em apart, in loosely justified lines up to nearly one em. What is wider is a gap
# between cells or columns.
GAP_EM = 0.95
# In a line of many words, a gap that stands out from the others by this factor parts cells though it is narrower.
STANDS_OUT = 1.8
NARROW_GAP_EM = 0.75
MANY_GAPS = 4
# Letters that stand this far apart (em), as they are drawn, are set so, and words this much further than they.
SET_APART_EM = 0.15
SPACE_EM = 0.14
FEWEST_SPACED = 4
# Unless most stand alone, they are at least this share as far apart where no space stands, or these are words ("A TO Z").
KERNED = 0.45
# Of the words of a line that is not in capitals so many are single letters.
SINGLE = 0.8
# In letter-spaced type of one width, words stand this much further apart than letters.
WORD_GAP = 1.9
# Words whose letters are all as wide within this (em) are set in type of one width.
ONE_WIDTH = 0.005
# In type of one width no letter stands nearer than this share of the usual distance from the one before.
SAME_PITCH = 0.95
# Words up to this long are as wide as their letters usually are; longer ones are measured.
SHORT_WORD = 2
BULLET_GAP_EM = 4.0
# How far baselines within one line may differ (superscripts), in em.
LEVEL_EM = 0.75
# Letters of one word are no further apart on average than this (em): the widest are one em, and type can be spaced.
WIDEST_EM = 3.0

# Letters of scripts that run from right to left: Hebrew, Arabic and their kin, with their presentation forms.
LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_WORD = re.compile(r"[^ \t\r\xa0\u2000-\u200a\u3000]+")
# Usual widths of characters in em; others are half an em wide.
_NARROW = dict.fromkeys("iljtfrI.,:;|!'’‘()[]/\\-·", 0.3)
_WIDE = dict.fromkeys("mwMWOQGD@%&—", 0.82)
_CAPITAL = dict.fromkeys("ABCEFHJKLNPRSTUVXYZ", 0.66)
_ADVANCE = {**_CAPITAL, **_NARROW, **_WIDE, "•": 0.4, "\ufffe": 0.33}

_x, _y, _other = ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
_X, _Y, _OTHER = ctypes.byref(_x), ctypes.byref(_y), ctypes.byref(_other)


class Word(NamedTuple):
    """A word on a level line: where it begins and (about) ends, its baseline, and its place in the page's text."""

    x0: float
    x1: float
    y: float
    start: int
    end: int


def words_of(
    textpage: calls.Handle, text: str, start: int, end: int, size: float, index: Callable[[int], int] | None
) -> list[Word]:
    """The words of ``text[start:end]``, which is one line of type of about ``size`` points.

    ``index`` turns a place in the text into pdfium's character index, where these differ.
    """
    origin, advance = calls.char_origin, _ADVANCE.get
    words = []
    narrowest, widest, measured = 9.0 * size, 0.0, 0
    for found in _WORD.finditer(text, start, end):
        first, after = found.span()
        origin(textpage, first if index is None else index(first), _X, _Y)
        x0 = _x.value
        if after - first <= SHORT_WORD:
            x1 = x0 + size * sum([advance(character, 0.5) for character in text[first:after]])
        else:
            y = _y.value
            origin(textpage, after - 1 if index is None else index(after - 1), _X, _OTHER)
            x1 = _x.value
            if abs(_other.value - y) > LEVEL_EM * size or abs(x1 - x0) > WIDEST_EM * size * (after - first):
                x0, _y.value = _begin(textpage, first, after, index, x1, _other.value, size)
            if x1 < x0:  # right to left
                x0, x1 = x1, x0
            pace = (x1 - x0) / (after - first - 1)
            narrowest, widest, measured = min(narrowest, pace), max(widest, pace), measured + 1
            x1 += size * advance(text[after - 1], 0.5)
        words.append(Word(x0, x1, _y.value, first, after))
    if measured > 1 and widest - narrowest <= ONE_WIDTH * size:
        return [word._replace(x1=word.x0 + widest * (word.end - word.start)) for word in words]
    return words


def _begin(
    textpage: calls.Handle,
    first: int,
    after: int,
    index: Callable[[int], int] | None,
    x1: float,
    y: float,
    size: float,
) -> tuple[float, float]:
    """Where a word begins by its first letter that stands with its last one, which begins at ``x1``, ``y``.

    pdfium misplaces a ligature inside of a form: it gives the place of the form's own coordinates.
    """
    for place in range(first + 1, after):
        calls.char_origin(textpage, place if index is None else index(place), _X, _Y)
        letters = after - 1 - place
        if abs(_y.value - y) <= LEVEL_EM * size and abs(x1 - _x.value) <= WIDEST_EM * size * (letters + 1):
            return _x.value - 0.5 * size * (place - first), _y.value
    return x1, y


def is_level(boxes: list[tuple[float, float, float, float]], size: float) -> bool:
    """Whether the boxes follow one another on one line, left to right, without a wide gap."""
    gap, level = NARROW_GAP_EM * size, LEVEL_EM * size
    _, bottom, right, top = boxes[0]
    for x0, y0, x1, y1 in boxes[1:]:
        if x0 - right > gap or x0 - right < -gap or y0 > top + 0.1 * level or y1 < bottom - 0.1 * level:
            return False
        bottom, right, top = y0, x1, y1
    return True


def groups_of(text: str, words: list[Word], size: float) -> list[list[Word]]:
    """The words of one line, parted where a gap is wider than a space can be."""
    if len(words) == 1:
        return [words]
    gaps = [max(b.x0 - a.x1, a.x0 - b.x1) for a, b in pairwise(words)]
    widest = max(gaps)
    low = min(word.y for word in words)
    level = max(word.y for word in words) - low <= LEVEL_EM * size
    if level and widest <= (NARROW_GAP_EM - 0.1) * size and min(gaps) > -GAP_EM * size:
        return [words]
    if level and _justified(gaps, size):
        return [words]
    allowed = _widest_space(gaps, size)
    groups = [[words[0]]]
    for gap, (before, word) in zip(gaps, pairwise(words), strict=True):
        if before.end - before.start == 1 and gap < BULLET_GAP_EM * size and not text[before.start].isalnum():
            groups[-1].append(word)  # a bullet keeps a distance of its own
            continue
        back = before.x0 - word.x1
        if gap > allowed or abs(word.y - before.y) > LEVEL_EM * size or (back > -0.1 * size and back < gap):
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def letter_spaced(
    text: str, words: list[Word], size: float, box: Callable[[int], tuple[float, float, float, float]]
) -> list[tuple[list[Word], str]] | None:
    """The parts of a line of letters set apart, each with what it reads: "E X P E R I E N C E", "WO R K"; else ``None``.

    Between some of the letters, or all, stands a space, of the file's or of pdfium's making. Between its words they are
    further apart. ``box`` tells where the letter at a place in the text is drawn.
    """
    single = sum(1 for word in words if word.end - word.start == 1)
    places = [place for word in words for place in range(word.start, word.end)]
    if len(places) < FEWEST_SPACED or not (text[places[0] : places[-1] + 1].isupper() or single >= SINGLE * len(words)):
        return None
    steps = [after.x0 - before.x0 for before, after in pairwise(words)]
    pitch = sorted(steps)[len(steps) // 2]
    if single == len(words) and 0 < SAME_PITCH * pitch <= min(steps):
        # Type of one width, each letter drawn on its own: from letter to letter it is as far as anywhere.
        before, room, column = steps, WORD_GAP * pitch, 2 * WORD_GAP * pitch
    else:
        boxes = {place: box(place) for place in places}
        gaps = [boxes[place][0] - boxes[last][2] for last, place in pairwise(places)]
        usual = sorted(gaps)[len(gaps) // 2]
        within = [boxes[place][0] - boxes[place - 1][2] for place in places if place - 1 in boxes]
        if usual < SET_APART_EM * size or min(gaps) < -size:
            return None
        if single < max(4, 0.6 * len(words)) and max(within, default=usual) < KERNED * usual:
            return None
        before = [boxes[word.start][0] - boxes[last.end - 1][2] for last, word in pairwise(words)]
        room, column = usual + SPACE_EM * size, GAP_EM * size + 3 * usual
        if min(before) > room:
            return None
    parts = [([words[0]], text[words[0].start : words[0].end])]
    for gap, word in zip(before, words[1:], strict=True):
        shown = text[word.start : word.end]
        if gap > column:
            parts.append(([word], shown))
        else:
            parts[-1] = ([*parts[-1][0], word], parts[-1][1] + (" " if gap > room else "") + shown)
    return parts


def in_order(text: str, words: list[Word], place: Callable[[int], tuple[float, float]]) -> str | None:
    """The words as read, where some run from right to left; ``None`` if none do.

    In a line of both directions pdfium gives the words of Hebrew or Arabic from left to right as they stand, their
    letters in the order they are read, but for those that it takes for words of the other direction. ``place`` tells
    where a character stands.
    """
    parts: list[str] = []
    run: list[str] = []
    last = 0.0
    moved = False
    for word in [*words, None]:
        leftward = word is not None and LEFTWARD.search(text, word.start, word.end) is not None
        if word is None or not leftward or (run and word.x0 <= last):
            moved = moved or len(run) > 1
            parts.extend(reversed(run))
            run = []
        if word is None:
            continue
        letters = text[word.start : word.end]
        if leftward:
            pairs = [
                at
                for at in range(word.start, word.end - 1)
                if LEFTWARD.match(text, at) and LEFTWARD.match(text, at + 1)
            ]
            if sum(1 if place(at)[0] < place(at + 1)[0] else -1 for at in pairs) > 0:
                letters, moved = letters[::-1], True
            run.append(letters)
            last = word.x0
        else:
            parts.append(letters)
    return " ".join(parts) if moved else None


def _justified(gaps: list[float], size: float) -> bool:
    """Whether all gaps of a line are wide alike, as justification makes them; cells differ in their gaps."""
    return len(gaps) > 2 and max(gaps) <= 4 * size and min(gaps) >= 0.75 * max(gaps)


def _widest_space(gaps: list[float], size: float) -> float:
    """How wide a gap between two words of this line may be, in points, before it parts cells."""
    if len(gaps) < MANY_GAPS:
        return GAP_EM * size
    return min(GAP_EM * size, max(NARROW_GAP_EM * size, STANDS_OUT * sorted(gaps)[len(gaps) // 2]))


def without(spans: list[tuple[int, int]], hidden: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans less the stretches in ``hidden``; both are sorted."""
    starts = [start for start, _ in hidden]
    kept = []
    for start, end in spans:
        at = start
        for low, high in hidden[max(0, bisect_right(starts, start) - 1) :]:
            if low >= end:
                break
            if high <= at:
                continue
            if low > at:
                kept.append((at, low))
            at = high
        if at < end:
            kept.append((at, end))
    return kept
