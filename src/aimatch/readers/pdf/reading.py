"""Read a PDF page by page."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from aimatch.errors import LimitExceeded
from aimatch.model import Document
from aimatch.readers import ocr
from aimatch.readers.limits import Limits
from aimatch.readers.pdf import calls, fallback
from aimatch.readers.pdf.accents import compose_accents
from aimatch.readers.pdf.gathered import Origin, Reading, Sheet, document_of
from aimatch.readers.pdf.geometry import Frame, Piece
from aimatch.readers.pdf.icons import without_icons
from aimatch.readers.pdf.layout.margins import with_bullets
from aimatch.readers.pdf.layout.upright import as_shown, direction, turned
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import Bounds
from aimatch.readers.pdf.opening import attached_names, has_layers, open_pdf
from aimatch.readers.pdf.recognising import recognised_in, see_instead
from aimatch.readers.pdf.sight import glyphs
from aimatch.readers.pdf.sight.claims import Claim, crowded
from aimatch.readers.pdf.sight.notes import with_labels, with_notes_written
from aimatch.readers.pdf.sight.stretches import lie
from aimatch.readers.pdf.sight.visibility import Verdict, judge
from aimatch.readers.pdf.signs import read_as_cork, with_marks, with_small_capitals
from aimatch.readers.pdf.torn import is_torn, with_whole_lines
from aimatch.readers.pdf.unspaced import is_unspaced, word_starts

# pdfium keeps global state: two threads in it at once crash the process.
_PDFIUM = threading.Lock()
# Pages that get a second opinion, which is an order of magnitude slower.
MOST_MENDED = 12
# A picture that fills this much of a page (share) with fewer letters than that beside it is read as well.
PICTURE_AREA = 0.5
FEW_LETTERS = 200
NEXT_TO_NONE = 60


def read(data: bytes, name: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a PDF.

    Args:
        data: The bytes of the file.
        name: The file's name, for messages and :attr:`Document.source`.
        limits: What the file may cost.

    Returns:
        The document; boxes in points from each page's top left corner, pages that hold no text with origin ``none``.

    Raises:
        EncryptedFile: A password is needed.
        LimitExceeded: A limit was reached.
        ReadError: The bytes are no PDF, or a PDF broken beyond reading, or without any text.
    """
    with _PDFIUM:
        pdf = open_pdf(data, name, limits)
        try:
            if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
                pdf.init_forms()  # draws the fields that a program filled in and left to be drawn
            reading = Reading(data, name, limits, has_layers(data), len(pdf), fallback.SecondOpinion(data))
            reading.attached = attached_names(pdf)
            for number in range(1, reading.count + 1):
                _read_page(pdf, number, reading)
            producers = _producers(pdf) if reading.hidden else ()
        finally:
            pdf.close()
    return document_of(reading, producers)


def _read_page(pdf: pypdfium2.PdfDocument, number: int, reading: Reading) -> None:
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        reading.unreadable.append(number)
        reading.sheets.append(Sheet(number, 0.0, 0.0, [], "none"))
        return
    try:
        page, fields = with_notes_written(pdf, number, page)
        if page.get_rotation():
            page, fields = as_shown(pdf, number, page), []
        frame = shown = _frame(page)
        upright = 0
        try:
            found = _pieces(page, number, frame, reading, fields)
        except _Sideways as sideways:
            upright = sideways.turns
            page = turned(pdf, number, page, upright)
            frame = _frame(page)
            found = _pieces(page, number, frame, reading, [], may_turn=False)
    finally:
        page.close()
    reading.characters += sum(len(piece.text) for piece in found.pieces)
    if reading.characters > reading.limits.max_characters:
        raise LimitExceeded(
            f"holds more than {reading.limits.max_characters:,} characters",
            source=reading.name,
            place=f"page {number}",
            remedy="raise Limits.max_characters",
        )
    found = found._replace(turns=(upright + found.turns) % 4)
    reading.sheets.append(Sheet(number, round(shown.width, 2), round(shown.height, 2), *found))


def _frame(page: pypdfium2.PdfPage) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation() // 90)


class _Found(NamedTuple):
    """What has been found on a page: ``turns`` are those of a scan that was turned upright."""

    pieces: list[Piece]
    origin: Origin
    turns: int = 0
    rules: Sequence[Bounds] = ()


class _Sideways(Exception):
    """The text of a page runs up or down it, or upside down: it must be turned clockwise so often to be read."""

    def __init__(self, turns: int) -> None:
        self.turns = turns


def _pieces(
    page: pypdfium2.PdfPage,
    number: int,
    frame: Frame,
    reading: Reading,
    fields: list[Bounds],
    *,
    may_turn: bool = True,
) -> _Found:
    with _textpage(page) as handle:
        if handle is None:
            reading.unreadable.append(number)
            return _Found([], "none")
        text = without_icons(PageText(handle, frame))
        if text.count > reading.limits.max_characters:
            raise LimitExceeded(
                f"holds more than {reading.limits.max_characters:,} characters",
                source=reading.name,
                place=f"page {number}",
                remedy="raise Limits.max_characters",
            )
        if may_turn and not frame.turns and (turns := direction(text)):
            raise _Sideways(turns)
        if fallback.garbled(text.text):
            return _unmapped(page, number, reading)
        verdict = judge(page, text, frame, reading.layers)
        if is_unspaced(text.text):
            text.missing = word_starts(text)
        if fallback.needed(text.text) and not read_as_cork(text) and reading.mended < MOST_MENDED:
            reading.mended += 1
            fallback.mend(reading.opinion, number, text)
        compose_accents(text)
        _check(text, verdict, verdict.claims, number, reading)
        if not verdict.scan:
            _check_shapes(page, text, frame, verdict, reading)
        if strewn := fallback.strewn(text):
            reading.strewn.append(number)
            see_instead(page, text, frame, strewn, reading)
        pieces = _seen_pieces(text, verdict)
        close = [
            item
            for item in crowded(text, pieces)
            if not any(claim.start < item.end and item.start < claim.end for claim in verdict.claims)
        ]
        if close:
            _check(text, verdict, close, number, reading)
            pieces = _seen_pieces(text, verdict)
        for stretch in verdict.hidden:
            quote = " ".join(text.written(stretch.start, stretch.end).split())
            reading.hidden.append((number, stretch, quote, frame))
    if not pieces or (verdict.picture >= PICTURE_AREA and sum(len(piece.text) for piece in pieces) < FEW_LETTERS):
        return _picture(page, number, verdict, reading, pieces)
    if verdict.scan:
        reading.scans.append(number)
    pieces = with_labels(pieces, [frame.place(*field) for field in fields])
    return _Found(
        with_small_capitals(with_marks(with_bullets(pieces, verdict.dots, frame))),
        "ocr" if verdict.scan else "text",
        rules=[frame.place(*rule) for rule in verdict.rules],
    )


def _check(text: PageText, verdict: Verdict, claims: list[Claim], number: int, reading: Reading) -> None:
    """Hold claimed text against the glyphs that are shown."""
    if claims and reading.mended < MOST_MENDED:
        reading.mended += 1
        for start, end in fallback.contradicted(reading.opinion, number, text, claims):
            verdict.hidden.append(lie(text, start, end))


def _check_shapes(page: pypdfium2.PdfPage, text: PageText, frame: Frame, verdict: Verdict, reading: Reading) -> None:
    """Report lines whose letters have other shapes than they are said to have; read what they show, where OCR can."""
    known = [(claim.start, claim.end) for claim in verdict.claims] + [(item.start, item.end) for item in verdict.hidden]
    doubted = [
        doubt
        for doubt in glyphs.doubts(text)
        if not any(start < doubt.end and doubt.start < end for start, end in known)
    ]
    if not doubted:
        return
    recognised = recognised_in(page, reading) if reading.recognised < ocr.most_pages(reading.limits.seconds) else None
    for doubt in doubted:
        seen = glyphs.shown(doubt, text, frame, recognised.pieces) if recognised and not recognised.turns else ""
        if seen and glyphs.clears(doubt, text, seen):
            continue
        verdict.hidden.append(lie(text, doubt.start, doubt.end))
        if seen:
            text.claims.append((doubt.start, doubt.end, seen))


def _seen_pieces(text: PageText, verdict: Verdict) -> list[Piece]:
    gone = [(stretch.start, stretch.end) for stretch in verdict.hidden] + verdict.dropped
    gone.extend((start, end) for start, end, _ in text.claims)
    pieces = text.pieces(sorted(gone))
    if is_torn(text):
        pieces = with_whole_lines(pieces, text)
    pieces.extend(text.piece(start, end, shown) for start, end, shown in text.claims)
    return pieces


def _picture(page: pypdfium2.PdfPage, number: int, verdict: Verdict, reading: Reading, pieces: list[Piece]) -> _Found:
    """A page of which pdfium reads nothing to be seen, or next to nothing beside a picture that fills it."""
    if not pieces and verdict.texts and not verdict.hidden and reading.mended < MOST_MENDED:
        reading.mended += 1
        pieces = fallback.pieces(reading.opinion, number)
        if pieces:
            return _Found(pieces, "text")
    if verdict.pictures and reading.recognised >= ocr.most_pages(reading.limits.seconds):
        reading.untried.append(number)
    elif verdict.pictures:
        recognised = recognised_in(page, reading)
        letters = sum(len(piece.text) for piece in pieces)
        if recognised and sum(len(piece.text) for piece in recognised.pieces) > letters:
            reading.scans.append(number)
            return _Found(recognised.pieces, "ocr", recognised.turns)
        if not pieces or (recognised is None and letters < NEXT_TO_NONE):
            reading.pictures.append(number)
    return _Found(pieces, "text" if pieces else "none")


def _unmapped(page: pypdfium2.PdfPage, number: int, reading: Reading) -> _Found:
    """A page whose fonts don't tell which characters they draw: as pdfminer or OCR reads it, or not at all."""
    if reading.mended < MOST_MENDED:
        reading.mended += 1
        pieces = fallback.pieces(reading.opinion, number)
        text = "".join(piece.text for piece in pieces)
        if text and "(cid:" not in text and not fallback.garbled(text):
            return _Found(pieces, "text")
    if reading.recognised < ocr.most_pages(reading.limits.seconds):
        recognised = recognised_in(page, reading)
        if recognised and recognised.pieces:
            reading.scans.append(number)
            return _Found(recognised.pieces, "ocr", recognised.turns)
    reading.unmapped.append(number)
    return _Found([], "none")


@contextmanager
def _textpage(page: pypdfium2.PdfPage) -> Iterator[calls.Handle | None]:
    try:
        textpage = page.get_textpage()
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield calls.handle(textpage.raw)
    finally:
        textpage.close()


def _producers(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """The first words of the names of the programs that wrote the file, in lower case."""
    names = []
    for key in ("Producer", "Creator"):
        words = pdf.get_metadata_value(key).lower().split()
        if words and len(words[0]) >= 4:
            names.append(words[0])
    return tuple(names)
