"""What has been read of a file page by page, and the document that is made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from aimatch.errors import ReadError
from aimatch.model import Box, Document, HiddenText, Page, Run
from aimatch.readers.limits import Limits
from aimatch.readers.ocr import available
from aimatch.readers.pdf.assemble import TextBuilder
from aimatch.readers.pdf.fallback import SecondOpinion
from aimatch.readers.pdf.geometry import Frame, Piece
from aimatch.readers.pdf.layout import reading_order
from aimatch.readers.pdf.layout.blocks import Block
from aimatch.readers.pdf.layout.margins import without_repeats
from aimatch.readers.pdf.layout.sides import goes_on_beside
from aimatch.readers.pdf.objects import Bounds
from aimatch.readers.pdf.sight.stretches import OVERFLOW, Hidden

# Text just off the page that is no longer than this is a page number that fell off it, not an attempt.
SLIP = 20
# The last line of a list that its box is too low for, by accident.
CUT_OFF = 40
# Less text than this (characters) around attached files is that of a portfolio's cover sheet.
COVER = 600
_PLACEHOLDER = re.compile(r"\s*Please wait\.\.\.\s+If this message is not eventually replaced")
MISSING_OCR = "pip install 'aimatch[ocr]' to read pictures of text"

Origin = Literal["text", "ocr", "none"]


@dataclass(slots=True)
class Sheet:
    """What has been read of one page."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    origin: Origin
    #: Quarter turns, clockwise, by which a scan was turned upright; its pieces are those of the turned page.
    turns: int = 0
    #: The boxes of thin lines, from the top left corner.
    rules: Sequence[Bounds] = ()


@dataclass(slots=True)
class Reading:
    """What has been read of one document so far."""

    data: bytes
    name: str | None
    limits: Limits
    layers: bool
    count: int
    opinion: SecondOpinion
    sheets: list[Sheet] = field(default_factory=list)
    characters: int = 0
    hidden: list[tuple[int, Hidden, str, Frame]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    mended: int = 0
    recognised: int = 0
    pictures: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    #: Pages whose fonts don't tell which characters they draw, and that nothing else could read.
    unmapped: list[int] = field(default_factory=list)
    #: Pages whose fonts give letters of far scripts for some of their own.
    strewn: list[int] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)
    #: Pictures that were not even tried, since OCR may take only so long.
    untried: list[int] = field(default_factory=list)
    #: The names of the files that are attached.
    attached: tuple[str, ...] = ()


def document_of(reading: Reading, producers: tuple[str, ...]) -> Document:
    """The document; ``producers`` are words that programs sign their files with.

    Raises:
        ReadError: Nothing could be read.
    """
    builder = TextBuilder()
    pages = _laid_out(reading, builder)
    text = builder.text
    if not text.strip() and not reading.hidden:
        _raise_empty(reading)
    if reading.attached and len(text) < COVER:
        raise ReadError(
            f"is a cover sheet around attached files ({', '.join(reading.attached)})",
            source=reading.name,
            remedy="save the file in it by itself, and score that",
        )
    if len(text) < COVER and _PLACEHOLDER.match(text):
        raise ReadError(
            "is a form that only Adobe's programs can show (XFA)",
            source=reading.name,
            remedy="open it there and print it to PDF",
        )
    return Document(
        text=text,
        format="pdf",
        sha256=sha256(reading.data).hexdigest(),
        source=reading.name,
        pages=pages,
        runs=tuple(builder.runs),
        asides=tuple(builder.asides),
        hidden=_hidden(reading, text, producers, builder.runs),
        notes=_notes(reading),
    )


def _laid_out(reading: Reading, builder: TextBuilder) -> tuple[Page, ...]:
    """Put the pages' pieces in reading order into the builder."""
    sheets = reading.sheets
    kept = [sheet.pieces for sheet in sheets]
    if len(sheets) > 1:
        kept = without_repeats([(sheet.height, sheet.pieces) for sheet in sheets])
    pages = []
    blocks: list[Block] = []
    for sheet, pieces, following in zip(sheets, kept, [*kept[1:], []], strict=True):
        start = builder.begin_page() if pieces else builder.length
        main: Literal["", "first", "last", "beside"] = "" if len(sheets) == 1 else "first"
        if following and sheet.number == 1:
            main = "beside" if goes_on_beside(pieces, following) else "last"
        blocks = reading_order(pieces, main, blocks, sheet.rules)
        builder.add(sheet.number, blocks, sheet.turns, (sheet.width, sheet.height))
        pages.append(
            Page(
                number=sheet.number,
                width=sheet.width,
                height=sheet.height,
                start=start,
                end=builder.length,
                origin=sheet.origin,
            )
        )
    return tuple(pages)


def _raise_empty(reading: Reading) -> None:
    if reading.pictures:
        if available():
            raise ReadError(
                "is a scan in which no text could be recognised", source=reading.name, remedy="ask for a text format"
            )
        raise ReadError("is a scan: its pages are pictures without text", source=reading.name, remedy=MISSING_OCR)
    if reading.unmapped:
        raise ReadError(
            "has fonts that don't tell which characters they draw, so that its text can't be read",
            source=reading.name,
            remedy="ask for another format" if available() else MISSING_OCR,
        )
    if len(reading.unreadable) == reading.count:
        raise ReadError(
            "has no page that can be read",
            source=reading.name,
            remedy="ask for the file again, or save it as PDF again",
        )
    raise ReadError("has no text", source=reading.name, remedy="ask for the file again")


def _notes(reading: Reading) -> tuple[str, ...]:
    notes = []
    if reading.scans:
        notes.append(f"The text of {_listed(reading.scans)} was recognised in a picture (OCR); it may hold mistakes.")
    if reading.unmapped:
        remedy = "" if available() else f" {MISSING_OCR}."
        pages = _listed(reading.unmapped)
        notes.append(f"Fonts don't tell which characters they draw; their text could not be read: {pages}.{remedy}")
    if reading.strewn:
        remedy = "Lines with such were recognised as pictures (OCR)" if available() else f"To read them: {MISSING_OCR}"
        notes.append(
            f"Fonts give wrong characters, so that the text of {_listed(reading.strewn)} can't be trusted: ask for another"
            f" file. {remedy}."
        )
    if reading.pictures and available():
        notes.append(f"A picture in which no text was recognised: {_listed(reading.pictures)}.")
    elif reading.pictures:
        notes.append(f"A picture without text, not read: {_listed(reading.pictures)}. To read it: {MISSING_OCR}.")
    if reading.untried:
        notes.append(f"A picture of text, not read for lack of time: {_listed(reading.untried)}. Raise Limits.seconds.")
    if reading.attached:
        notes.append(f"Attached files, not read: {', '.join(reading.attached)}.")
    if reading.unreadable:
        notes.append(f"Broken and not read: {_listed(reading.unreadable)}.")
    return tuple(notes)


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:12]) + (", …" if len(numbers) > 12 else "")
    return f"page{'s' * (len(numbers) > 1)} {shown}"


def _hidden(reading: Reading, text: str, producers: tuple[str, ...], runs: Sequence[Run]) -> tuple[HiddenText, ...]:
    """What is hidden, less what producers leave behind without anybody's intent."""
    seen = "".join(text.split()) if reading.hidden else ""
    kept = []
    for number, stretch, quote, frame in reading.hidden:
        letters = "".join(quote.split())
        if len(quote) <= {"off-page": SLIP, OVERFLOW: CUT_OFF}.get(stretch.technique, 0):
            continue
        technique = "clipped" if stretch.technique == OVERFLOW else stretch.technique
        if technique in ("off-page", "clipped") and letters in seen:
            continue  # a line cut by the end of a page and shown whole on the next
        if any(producer and producer in letters.lower() for producer in producers):
            continue  # some libraries sign their files
        x0, y0, x1, y1 = frame.place(*stretch.bounds)
        box = Box(page=number, x0=x0, y0=y0, x1=x1, y1=y1)
        kept.append(
            HiddenText(
                quote=quote,
                technique=technique,
                page=number,
                box=box,
                place=f"page {number}",
                at=_below(box, runs, text),
            )
        )
    return tuple(kept)


def _below(box: Box, runs: Sequence[Run], text: str) -> int | None:
    """The end of the line that a box lies below, or on: the nearest one above its lower edge, in its column if there is one."""
    above = [run for run in runs if run.box.page == box.page and run.box.y0 < box.y1]
    column = [run for run in above if run.box.x0 < box.x1 and box.x0 < run.box.x1]
    nearest = max(column or above, key=lambda run: (run.box.y0, run.start), default=None)
    if nearest is None:
        return None
    end = text.find("\n", nearest.end)
    return end if end >= 0 else len(text)
