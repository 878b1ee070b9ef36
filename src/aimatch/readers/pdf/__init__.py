"""PDF: text with geometry in reading order, hidden text told apart, a second opinion where pdfium reads badly."""

from __future__ import annotations

import threading
from hashlib import sha256
from typing import Literal

import pypdfium2

from aimatch.errors import EncryptedFile, LimitExceeded, ReadError
from aimatch.model import Box, Document, HiddenText, Page
from aimatch.readers.limits import Limits
from aimatch.readers.pdf import calls
from aimatch.readers.pdf.assemble import TextBuilder
from aimatch.readers.pdf.layout import reading_order
from aimatch.readers.pdf.lines import Frame, PageText
from aimatch.readers.pdf.visibility import judge

# pdfium keeps global state: two threads in it at once crash the process.
_PDFIUM = threading.Lock()


def read(data: bytes, name: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a PDF.

    Args:
        data: The bytes of the file.
        name: The file's name, for messages and :attr:`Document.source`.
        limits: What the file may cost.

    Raises:
        EncryptedFile: A password is needed.
        LimitExceeded: A limit was reached.
        ReadError: The bytes are no PDF, or a PDF broken beyond reading, or without any text.
    """
    with _PDFIUM:
        return _read(data, name, limits)


def _read(data: bytes, name: str | None, limits: Limits) -> Document:
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ReadError(str(error), source=name) from error
    builder = TextBuilder()
    pages = []
    hidden: list[HiddenText] = []
    try:
        count = len(pdf)
        for number in range(1, count + 1):
            page = pdf[number - 1]
            textpage = page.get_textpage()
            left, bottom, right, top = page.get_bbox()
            frame = Frame(left, bottom, right, top, page.get_rotation() // 90)
            text = PageText(calls.handle(textpage.raw), frame)
            verdict = judge(page, text, frame, layers=False)
            for stretch in verdict.hidden:
                hidden.append(
                    HiddenText(
                        quote=" ".join(text.text[stretch.start : stretch.end].split()),
                        technique=stretch.technique,
                        page=number,
                        box=Box(
                            page=number,
                            **dict(zip(("x0", "y0", "x1", "y1"), frame.place(*stretch.bounds), strict=True)),
                        ),
                        place=f"page {number}",
                    )
                )
            gone = sorted([(stretch.start, stretch.end) for stretch in verdict.hidden] + verdict.dropped)
            pieces = text.pieces(gone)
            start = builder.begin_page()
            main: Literal["", "first", "last"] = "" if count == 1 else "last" if number == 1 else "first"
            builder.add(number, reading_order(pieces, main))
            pages.append(Page(number=number, width=frame.width, height=frame.height, start=start, end=builder.length))
            textpage.close()
            page.close()
    finally:
        pdf.close()
    return Document(
        text=builder.text,
        format="pdf",
        sha256=sha256(data).hexdigest(),
        source=name,
        pages=tuple(pages),
        runs=tuple(builder.runs),
        hidden=tuple(hidden),
    )
