"""Text that a file claims its glyphs to be: ActualText, and more letters than there is room for."""

from __future__ import annotations

from typing import NamedTuple

from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import Bounds, Painted, TextObject
from aimatch.readers.pdf.stretches import box_of, spans_of

# A claimed text shorter than this is a ligature, a hyphen, an icon's name. A letter narrower than LEAST_ROOM (em) is no
# letter; so narrow ones count from LEAST_CROWD in a row. ROOM is what the letters of a page have at least, of their
# height, if none of that kind are among them.
LEAST_CLAIM = 6
NEXT_TO = 3
LEAST_CROWD = 12
LEAST_ROOM = 0.17
ROOM = 0.45


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
    if not found and not _roomy(text, painted):
        every = {item.handle.value: "" for item in painted.texts}
        for start, end, _ in spans_of(text, every, apart=True):
            if _crowded(text, start, end):
                found.append(Claim(start, end, box_of(text, start, end)))
    return found


def _roomy(text: PageText, painted: Painted) -> bool:
    """Whether the page's text objects together are wide enough for its text; quick, and sure enough of most pages."""
    if not painted.texts or painted.texts[0].span is not None:
        return True
    width = sum([max(item.bounds[2] - item.bounds[0], item.bounds[3] - item.bounds[1]) for item in painted.texts])
    height = sum([item.bounds[3] - item.bounds[1] for item in painted.texts]) / len(painted.texts)
    return width >= ROOM * len(text.text) * height


def _crowded(text: PageText, start: int, end: int) -> bool:
    """Whether the letters between two places stand closer than any type can be read."""
    if end - start < LEAST_CROWD:
        return False
    boxes = box_of(text, start, end)
    return boxes[2] - boxes[0] < LEAST_ROOM * (end - start) * text.size(start)
