"""Text that a file claims its glyphs to be: ActualText, and more letters than there is room for."""

from __future__ import annotations

from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import Bounds, Painted, TextObject
from aimatch.readers.pdf.sight.stretches import box_of, spans_of

# A claimed text shorter than this is a ligature, a hyphen, an icon's name. A letter narrower than LEAST_ROOM (em) is no
# letter; so narrow ones count from LEAST_CROWD in a row.
LEAST_CLAIM = 6
NEXT_TO = 3
LEAST_CROWD = 12
LEAST_ROOM = 0.17


class Claim(NamedTuple):
    """A stretch of a page's text that glyphs within ``bounds`` are claimed to be."""

    start: int
    end: int
    bounds: Bounds


def claims_of(text: PageText, painted: Painted) -> list[Claim]:
    """The stretches of a page's text that its glyphs may not show. Whether they do, a look at the glyphs must tell."""
    found = []
    groups: list[list[TextObject]] = []
    for item in painted.texts:
        if item.claim is None or len(item.claim) < LEAST_CLAIM:
            continue
        # One claim often spans several objects (an icon and the address beside it): pdfium gives it to the first.
        if groups and groups[-1][-1].claim == item.claim and item.order - groups[-1][-1].order <= NEXT_TO:
            groups[-1].append(item)
        else:
            groups.append([item])
    for group in groups:
        spans = [item.span for item in group if item.span is not None]
        if not spans:
            spans = [(start, end) for start, end, _ in spans_of(text, {item.handle.value: "" for item in group})]
        if spans:
            bounds = (
                min(item.bounds[0] for item in group),
                min(item.bounds[1] for item in group),
                max(item.bounds[2] for item in group),
                max(item.bounds[3] for item in group),
            )
            found.append(Claim(spans[0][0], spans[-1][1], bounds))
    return found


def crowded(text: PageText, pieces: list[Piece]) -> list[Claim]:
    """The pieces whose letters stand closer than any type can be read: a glyph was given the text of many."""
    return [
        Claim(piece.start, piece.start + len(piece.text), box_of(text, piece.start, piece.start + len(piece.text)))
        for piece in pieces
        if piece.x1 - piece.x0 < LEAST_ROOM * len(piece.text) * piece.size
        and len(piece.text) >= LEAST_CROWD
        and piece.turn % 2 == 0
    ]
