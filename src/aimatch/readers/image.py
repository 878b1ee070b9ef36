"""Pictures of pages: read by tesseract, with the optional extra ``aimatch[ocr]``.

Tesseract itself is no Python package: Debian's is ``tesseract-ocr``. Without either, :class:`MissingExtra` says so.
"""

from __future__ import annotations

import io
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from aimatch.errors import LimitExceeded, MissingExtra, ReadError
from aimatch.model import Document, Page
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from aimatch.readers.pdf.geometry import Piece

# Tesseract is trained on some 300 dots an inch; a point is 1/72 inch.
DOTS_A_POINT = 300 / 72
# Words that tesseract itself gives less than this (per cent) are stains more often than words.
LEAST_SURE = 35.0
MOST_PIXELS = 60_000_000


def read(data: bytes, name: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a picture of one page, or of several in a TIFF.

    Raises:
        LimitExceeded: It has too many pixels or pages.
        MissingExtra: The extra ``ocr`` or tesseract is not installed.
        ReadError: It is no picture that can be read, or no text is on it.
    """
    from aimatch.readers.pdf.assemble import TextBuilder
    from aimatch.readers.pdf.layout import reading_order

    if len(data) > limits.max_bytes:
        raise LimitExceeded(f"is more than {limits.max_bytes:,} bytes", source=name, remedy="raise Limits.max_bytes")
    image_module, _ = _engine()
    try:
        picture = image_module.open(io.BytesIO(data))
        frames = getattr(picture, "n_frames", 1)
    except (OSError, ValueError, SyntaxError, image_module.DecompressionBombError) as error:
        raise ReadError("can't be opened as a picture", source=name, remedy="save it as PDF or PNG") from error
    if frames > limits.max_pages:
        raise LimitExceeded(f"has {frames:,} pages", source=name, remedy="raise Limits.max_pages")
    builder = TextBuilder()
    pages = []
    for number in range(1, frames + 1):
        try:
            picture.seek(number - 1)
            if picture.width * picture.height > MOST_PIXELS:
                raise LimitExceeded(
                    f"has {picture.width} by {picture.height} pixels",
                    source=name,
                    remedy="scan it with 300 dots an inch",
                )
            shown = picture.convert("RGB")
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise ReadError(
                "is broken", source=name, place=f"page {number}", remedy="ask for the file again"
            ) from error
        scale = max(1.0, shown.width / 612)
        start = builder.begin_page()
        builder.add(number, reading_order(recognise(shown, scale)))
        pages.append(
            Page(
                number=number,
                width=shown.width / scale,
                height=shown.height / scale,
                start=start,
                end=builder.length,
                origin="ocr",
            )
        )
    if not builder.text.strip():
        raise ReadError("has no text that could be recognised", source=name, remedy="ask for a text format")
    return Document(
        text=builder.text,
        format="image",
        sha256=sha256(data).hexdigest(),
        source=name,
        pages=tuple(pages),
        runs=tuple(builder.runs),
        notes=("The text was recognised in a picture (OCR); it may hold mistakes.",),
    )


def ocr_page(page: Any) -> list[Piece]:
    """The text of a PDF page as tesseract sees it, as pieces for the layout.

    Args:
        page: A ``pypdfium2.PdfPage``.

    Raises:
        MissingExtra: The extra ``ocr`` or tesseract is not installed.
    """
    _engine()
    width, height = page.get_size()
    scale = min(DOTS_A_POINT, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    return recognise(page.render(scale=scale).to_pil(), scale)


def available() -> bool:
    """Whether pictures can be read here."""
    try:
        _engine()
    except MissingExtra:
        return False
    return True


def recognise(picture: Any, scale: float) -> list[Piece]:
    """Recognise a picture's text: a piece for each line of a text block; ``scale`` is pixels a point."""
    from aimatch.readers.pdf.geometry import Piece

    _, tesseract = _engine()
    table = tesseract.image_to_data(picture, output_type=tesseract.Output.DICT)
    lines: dict[tuple[int, int, int], list[int]] = {}
    for row, written in enumerate(table["text"]):
        if written.strip() and float(table["conf"][row]) >= LEAST_SURE:
            key = (int(table["block_num"][row]), int(table["par_num"][row]), int(table["line_num"][row]))
            lines.setdefault(key, []).append(row)
    pieces: list[Piece] = []
    for rows in lines.values():
        left = min(table["left"][row] for row in rows) / scale
        right = max(table["left"][row] + table["width"][row] for row in rows) / scale
        top = min(table["top"][row] for row in rows) / scale
        bottom = max(table["top"][row] + table["height"][row] for row in rows) / scale
        size = max(1.0, bottom - top)
        pieces.append(
            Piece(
                " ".join(table["text"][row].strip() for row in rows),
                left,
                right,
                top,
                bottom,
                bottom - 0.2 * size,
                size,
                len(pieces),
            )
        )
    return pieces


def _engine() -> tuple[Any, Any]:
    """Pillow's ``Image`` and pytesseract, both working."""
    try:
        import pytesseract
        from PIL import Image
    except ImportError as error:
        raise MissingExtra("reading text in pictures (OCR)", "ocr") from error
    try:
        pytesseract.get_tesseract_version()
    except (OSError, SystemExit, pytesseract.TesseractNotFoundError) as error:
        raise MissingExtra("reading text in pictures (OCR), with Debian's package tesseract-ocr,", "ocr") from error
    return Image, pytesseract
