"""Where in a page's text the objects stand that can't be seen, and which of them nobody meant to hide."""

from __future__ import annotations

from typing import NamedTuple

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import Bounds, Painted, TextObject

# A shadow falls no further than this (points).
SHADOW = 3.0
# Fewer letters and digits than this say nothing: leftovers of templates.
LEAST_LETTERS = 3
# What a box cuts off at its lower edge follows lines that begin where it does (points), so many times its height above it.
OVERFLOW = "overflow"
FLUSH = 3.0
LEADING = 4.0


class Hidden(NamedTuple):
    """A stretch of a page's text that can't be seen, and why."""

    start: int
    end: int
    technique: str
    bounds: Bounds


def lie(text: PageText, start: int, end: int) -> Hidden:
    """A stretch that the file claims to be in the text while its glyphs show another."""
    return Hidden(start, end, "lying-font", box_of(text, start, end))


def overflows(text: TextObject, texts: list[TextObject]) -> bool:
    """Whether a text goes on with lines above it, that are seen, right below the lower edge of the box that clips it."""
    x0, y0, _, y1 = text.bounds
    if text.clip is None or not -1 <= text.clip[1] - y1 <= y1 - y0:
        return False
    return any(
        abs(other.bounds[0] - x0) <= FLUSH
        and 0 < other.bounds[1] - y0 <= LEADING * (y1 - y0)
        and (other.clip is None or other.bounds[1] >= other.clip[1] - 1)
        for other in texts
    )


def less_shadows(text: PageText, found: list[tuple[TextObject, str]], painted: Painted) -> list[tuple[TextObject, str]]:
    """Leave out the shadows of text that is seen.

    Of the same words printed twice in one place pdfium keeps those printed first, be they the shadow, and drops the
    others: their objects have no letter in the page's text.
    """
    present = {calls.char_object(text.textpage, text.index(place)).value for place in range(len(text.text))}
    unseen_ones = {item.handle.value for item, _ in found}
    doubles = [
        item.bounds
        for item in painted.texts
        if item.span is None
        and item.bounds[2] > item.bounds[0]  # a space has no letter in the text either
        and item.handle.value not in present
        and item.handle.value not in unseen_ones
    ]
    if not doubles:
        return found
    return [
        (item, technique) for item, technique in found if not any(_is_shadow(item.bounds, other) for other in doubles)
    ]


def _is_shadow(one: Bounds, other: Bounds) -> bool:
    """Whether two objects stand in one place but for the offset of a shadow, which is less than the height of its type."""
    offset = min(SHADOW, max(one[3] - one[1], other[3] - other[1]))
    return all(abs(a - b) <= offset for a, b in zip(one, other, strict=True))


def stretches(text: PageText, found: list[tuple[TextObject, str]]) -> tuple[list[Hidden], list[tuple[int, int]]]:
    """The places in the page's text of what was found, joined where only white space lies between."""
    spans = [(*item.span, technique) for item, technique in found if item.span is not None]
    by_handle = {item.handle.value: technique for item, technique in found if item.span is None}
    if by_handle:
        spans.extend(spans_of(text, by_handle))
    spans.sort()
    joined: list[tuple[int, int, str]] = []
    for start, end, technique in spans:
        if joined and joined[-1][2] == technique and _belongs(text.text, joined[-1][0], joined[-1][1], start, end):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), technique)
        else:
            joined.append((start, end, technique))
    hidden, dropped = [], []
    for start, end, technique in joined:
        quote = text.text[start:end]
        if sum(1 for character in quote if character.isalnum()) < LEAST_LETTERS:
            continue
        bounds = box_of(text, start, end)
        if _repeats(quote, bounds, text, joined):
            dropped.append((start, end))
        else:
            hidden.append(Hidden(start, end, technique, bounds))
    return hidden, dropped


def _belongs(text: str, begin: int, end: int, start: int, finish: int) -> bool:
    """Whether two hidden stretches are one: only white space between, or a letter or two of the same line.

    Where a line is cut by a clip, letters that reach further than others escape.
    """
    between = text[end:start]
    if not between.strip():
        return True
    return "\n" not in between and len(between) <= 3 and len(between) < 0.25 * (end - begin + finish - start)


def spans_of(text: PageText, by_handle: dict[int | None, str], *, apart: bool = False) -> list[tuple[int, int, str]]:
    """The stretches of the page's text that the objects write; ``apart``: one for each object."""
    spans: list[tuple[int, int, str]] = []
    before: int | None = None
    for place in range(len(text.text)):
        address = calls.char_object(text.textpage, text.index(place)).value
        technique = by_handle.get(address)
        if technique is None:
            continue
        joins = spans and spans[-1][1] == place and spans[-1][2] == technique
        if joins and (not apart or address == before):
            spans[-1] = (spans[-1][0], place + 1, technique)
        else:
            spans.append((place, place + 1, technique))
        before = address
    return spans


def box_of(text: PageText, start: int, end: int) -> Bounds:
    """The bounds of the characters between two places of the page's text."""
    # A ligature is more letters in a piece than in the page's text, so that an end by length may lie behind the last.
    end = min(end, len(text.text))
    boxes = [text.box(place) for place in range(start, end) if not text.text[place].isspace()]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _repeats(quote: str, bounds: Bounds, text: PageText, joined: list[tuple[int, int, str]]) -> bool:
    """Whether the same words are seen in the same place: a shadow, or type printed twice."""
    wanted = "".join(quote.split())
    seen = []
    for place, character in enumerate(text.text):
        if character.isspace() or any(start <= place < end for start, end, _ in joined):
            continue
        if character in wanted:
            x0, y0, x1, y1 = text.box(place)
            if x0 < bounds[2] + 3 and x1 > bounds[0] - 3 and y0 < bounds[3] + 3 and y1 > bounds[1] - 3:
                seen.append(character)
    return wanted in "".join(seen)
