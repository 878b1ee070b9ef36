"""Pictures of pages, with the optional extra ``aimatch[ocr]``."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from aimatch.errors import LimitExceeded, ReadError
from aimatch.model import Document, Page
from aimatch.readers.limits import Limits

MOST_PIXELS = 60_000_000
# A picture without a size of its own is taken for one of a page of this width (points).
PAGE_WIDTH = 612


def read(data: bytes, name: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Read a picture of one page, or of several in a TIFF.

    Raises:
        LimitExceeded: It has too many pixels or pages.
        MissingExtra: The extra ``ocr`` is not installed.
        ReadError: It is no picture that can be read, or no text is on it.
    """
    from aimatch.readers import ocr
    from aimatch.readers.pdf.assemble import TextBuilder
    from aimatch.readers.pdf.layout import reading_order

    if len(data) > limits.max_bytes:
        raise LimitExceeded(f"is more than {limits.max_bytes:,} bytes", source=name, remedy="raise Limits.max_bytes")
    ocr.engine()  # before Pillow, which the same extra installs
    builder = TextBuilder()
    pages = []
    untried = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow warns of, a broken file among it, ends in an error below
        for number, shown in _frames(data, name, limits):
            if number > ocr.most_pages(limits.seconds):
                untried += 1
                continue
            scale = max(0.1, min(shown.width, shown.height) / PAGE_WIDTH)
            start = builder.begin_page()
            recognised = ocr.recognise(shown, scale)
            width, height = shown.width / scale, shown.height / scale
            builder.add(number, reading_order(recognised.pieces), recognised.turns, (width, height))
            pages.append(
                Page(
                    number=number,
                    width=width,
                    height=height,
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
        notes=(
            "The text was recognised in a picture (OCR); it may hold mistakes.",
            *([f"The last {untried} pages were not read for lack of time. Raise Limits.seconds."] if untried else []),
        ),
    )


def _frames(data: bytes, name: str | None, limits: Limits) -> Iterator[tuple[int, Any]]:
    """The pages of a picture, numbered from 1, as ``PIL.Image.Image`` in RGB."""
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(data))
        frames = getattr(picture, "n_frames", 1)
    except Exception as error:  # Pillow raises whatever a broken file makes it stumble on
        raise ReadError("can't be opened as a picture", source=name, remedy="save it as PDF or PNG") from error
    if frames > limits.max_pages:
        raise LimitExceeded(f"has {frames:,} pages", source=name, remedy="raise Limits.max_pages")
    for number in range(1, frames + 1):
        try:
            picture.seek(number - 1)
            wide, high = picture.width, picture.height
            shown = picture.convert("RGB") if wide * high <= MOST_PIXELS else None
        except Exception as error:  # as above
            raise ReadError(
                "is broken", source=name, place=f"page {number}", remedy="ask for the file again"
            ) from error
        if shown is None:
            raise LimitExceeded(f"has {wide} by {high} pixels", source=name, remedy="scan it with 300 dots an inch")
        yield number, shown
