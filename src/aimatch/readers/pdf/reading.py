"""Read a PDF page by page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

import pypdfium2

from aimatch.errors import LimitExceeded, MissingExtra, ReadError
from aimatch.model import Box, Document, HiddenText, Page
from aimatch.readers.limits import Limits
from aimatch.readers.pdf import calls, fallback
from aimatch.readers.pdf.assemble import TextBuilder
from aimatch.readers.pdf.claims import Claim, crowded
from aimatch.readers.pdf.geometry import Frame, Piece
from aimatch.readers.pdf.layout import reading_order
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.opening import has_layers, open_pdf
from aimatch.readers.pdf.stretches import Hidden, lie
from aimatch.readers.pdf.visibility import Verdict, judge

# pdfium keeps global state: two threads in it at once crash the process.
_PDFIUM = threading.Lock()
# Pages that get a second opinion, which is an order of magnitude slower, and pages read by OCR.
MOST_MENDED = 12
MOST_RECOGNISED = 20
# Text just off the page that is no longer than this is a page number that fell off it, not an attempt.
SLIP = 20
MISSING_OCR = "pip install 'aimatch[ocr]' and tesseract to read pictures of text"

Origin = Literal["text", "ocr", "none"]


@dataclass(slots=True)
class _Reading:
    """What has been read of one document so far."""

    data: bytes
    name: str | None
    limits: Limits
    layers: bool
    count: int
    builder: TextBuilder = field(default_factory=TextBuilder)
    pages: list[Page] = field(default_factory=list)
    hidden: list[tuple[int, Hidden, str, Frame]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    mended: int = 0
    recognised: int = 0
    pictures: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    scans: list[int] = field(default_factory=list)


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
            reading = _Reading(data, name, limits, has_layers(data), len(pdf))
            for number in range(1, reading.count + 1):
                _read_page(pdf, number, reading)
            producers = _producers(pdf) if reading.hidden else ()
        finally:
            pdf.close()
    return _document(reading, producers)


def _read_page(pdf: pypdfium2.PdfDocument, number: int, reading: _Reading) -> None:
    builder = reading.builder
    try:
        page = pdf[number - 1]
    except pypdfium2.PdfiumError:
        reading.unreadable.append(number)
        start = builder.length
        reading.pages.append(Page(number=number, width=0.0, height=0.0, start=start, end=start, origin="none"))
        return
    try:
        left, bottom, right, top = page.get_bbox()
        frame = Frame(left, bottom, right, top, page.get_rotation() // 90)
        pieces, origin = _pieces(page, number, frame, reading)
        start = builder.begin_page() if pieces else builder.length
        main: Literal["", "first", "last"] = "" if reading.count == 1 else "last" if number == 1 else "first"
        builder.add(number, reading_order(pieces, main))
    finally:
        page.close()
    if builder.length > reading.limits.max_characters:
        raise LimitExceeded(
            f"holds more than {reading.limits.max_characters:,} characters",
            source=reading.name,
            place=f"page {number}",
            remedy="raise Limits.max_characters",
        )
    reading.pages.append(
        Page(
            number=number,
            width=round(frame.width, 2),
            height=round(frame.height, 2),
            start=start,
            end=builder.length,
            origin=origin,
        )
    )


def _pieces(page: pypdfium2.PdfPage, number: int, frame: Frame, reading: _Reading) -> tuple[list[Piece], Origin]:
    with _textpage(page) as handle:
        if handle is None:
            reading.unreadable.append(number)
            return [], "none"
        text = PageText(handle, frame)
        if text.count > reading.limits.max_characters:
            raise LimitExceeded(
                f"holds more than {reading.limits.max_characters:,} characters",
                source=reading.name,
                place=f"page {number}",
                remedy="raise Limits.max_characters",
            )
        verdict = judge(page, text, frame, reading.layers)
        if fallback.needed(text.text) and reading.mended < MOST_MENDED:
            reading.mended += 1
            fallback.mend(reading.data, number, text)
        _check(text, verdict, verdict.claims, number, reading)
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
    if pieces:
        if verdict.scan:
            reading.scans.append(number)
        return pieces, "ocr" if verdict.scan else "text"
    return _without_text(page, number, frame, verdict, reading)


def _check(text: PageText, verdict: Verdict, claims: list[Claim], number: int, reading: _Reading) -> None:
    """Hold claimed text against the glyphs that are shown."""
    if claims and reading.mended < MOST_MENDED:
        reading.mended += 1
        for start, end in fallback.contradicted(reading.data, number, text, claims):
            verdict.hidden.append(lie(text, start, end))


def _seen_pieces(text: PageText, verdict: Verdict) -> list[Piece]:
    gone = [(stretch.start, stretch.end) for stretch in verdict.hidden] + verdict.dropped
    gone.extend((start, end) for start, end, _ in text.claims)
    pieces = text.pieces(sorted(gone))
    pieces.extend(text.piece(start, end, shown) for start, end, shown in text.claims)
    return pieces


def _without_text(
    page: pypdfium2.PdfPage, number: int, frame: Frame, verdict: Verdict, reading: _Reading
) -> tuple[list[Piece], Origin]:
    """A page of which pdfium reads nothing to be seen."""
    if verdict.texts and not verdict.hidden and reading.mended < MOST_MENDED:
        reading.mended += 1
        pieces = fallback.pieces(reading.data, number, frame)
        if pieces:
            return pieces, "text"
    if verdict.pictures and reading.recognised < MOST_RECOGNISED:
        from aimatch.readers.image import ocr_page

        try:
            pieces = ocr_page(page)
        except MissingExtra:
            pieces = []
        else:
            reading.recognised += 1
        if pieces:
            reading.scans.append(number)
            return pieces, "ocr"
    if verdict.pictures:
        reading.pictures.append(number)
    return [], "none"


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


# ------------------------------------------------------------------------------------------------------ document
def _document(reading: _Reading, producers: tuple[str, ...]) -> Document:
    text = reading.builder.text
    if not text.strip() and not reading.hidden:
        _raise_empty(reading)
    return Document(
        text=text,
        format="pdf",
        sha256=sha256(reading.data).hexdigest(),
        source=reading.name,
        pages=tuple(reading.pages),
        runs=tuple(reading.builder.runs),
        hidden=_hidden(reading, text, producers),
        notes=_notes(reading),
    )


def _raise_empty(reading: _Reading) -> None:
    if reading.pictures:
        from aimatch.readers.image import available

        if available():
            raise ReadError(
                "is a scan in which no text could be recognised", source=reading.name, remedy="ask for a text format"
            )
        raise ReadError("is a scan: its pages are pictures without text", source=reading.name, remedy=MISSING_OCR)
    if len(reading.unreadable) == reading.count:
        raise ReadError(
            "has no page that can be read",
            source=reading.name,
            remedy="ask for the file again, or save it as PDF again",
        )
    raise ReadError("has no text", source=reading.name, remedy="ask for the file again")


def _notes(reading: _Reading) -> tuple[str, ...]:
    notes = []
    if reading.scans:
        notes.append(f"The text of {_listed(reading.scans)} was recognised in a picture (OCR); it may hold mistakes.")
    if reading.pictures:
        notes.append(f"A picture without text, not read: {_listed(reading.pictures)}. To read it: {MISSING_OCR}.")
    if reading.unreadable:
        notes.append(f"Broken and not read: {_listed(reading.unreadable)}.")
    return tuple(notes)


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:12]) + (", …" if len(numbers) > 12 else "")
    return f"page{'s' * (len(numbers) > 1)} {shown}"


def _hidden(reading: _Reading, text: str, producers: tuple[str, ...]) -> tuple[HiddenText, ...]:
    """What is hidden, less what producers leave behind without anybody's intent."""
    seen = "".join(text.split()) if reading.hidden else ""
    kept = []
    for number, stretch, quote, frame in reading.hidden:
        letters = "".join(quote.split())
        if stretch.technique == "off-page" and len(quote) <= SLIP:
            continue
        if stretch.technique in ("off-page", "clipped") and letters in seen:
            continue  # a line cut by the end of a page and shown whole on the next
        if any(producer and producer in letters.lower() for producer in producers):
            continue  # some libraries sign their files
        x0, y0, x1, y1 = frame.place(*stretch.bounds)
        kept.append(
            HiddenText(
                quote=quote,
                technique=stretch.technique,
                page=number,
                box=Box(page=number, x0=x0, y0=y0, x1=x1, y1=y1),
                place=f"page {number}",
            )
        )
    return tuple(kept)


def _producers(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """The first words of the names of the programs that wrote the file, in lower case."""
    names = []
    for key in ("Producer", "Creator"):
        words = pdf.get_metadata_value(key).lower().split()
        if words and len(words[0]) >= 4:
            names.append(words[0])
    return tuple(names)
