"""Pictures of text: read where the extra ``ocr`` is installed, whatever way they lie."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from aimatch.errors import AimatchError, ReadError
from aimatch.readers import Limits, ocr, read_bytes

pytest.importorskip("rapidocr")
Image = pytest.importorskip("PIL.Image")

from PIL import ImageDraw, ImageFont  # noqa: E402 - only where Pillow is

LINES = [
    "Robin Example",
    "EXPERIENCE",
    "Engineer, Northwind Systems",
    "Built the model of a harbour",
    "SKILLS",
    "Python and Rust",
]
ROWS = [
    ("Name of company", "Post", "Period"),
    ("Northwind", "Engineer", "03/2019 to 02/2021"),
    ("Contoso", "Analyst", "05/2015 to 01/2019"),
]


@cache
def page(kind: str = "lines", turn: float = 0) -> Any:
    """A picture of a page as a scanner gives it, turned anticlockwise by degrees."""
    picture = Image.new("L", (850, 640), 250)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(26)
    if kind == "lines":
        for number, line in enumerate(LINES):
            draw.text((70, 60 + 70 * number), line, fill=20, font=font)
    else:
        for row, cells in enumerate(ROWS):
            for x, cell in zip((70, 340, 520), cells, strict=True):
                draw.text((x, 120 + 50 * row), cell, fill=20, font=font)
    return picture.rotate(turn, expand=True, fillcolor=250, resample=Image.Resampling.BICUBIC)


def saved(picture: Any, kind: str = "PNG", **options: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


@cache
def scanned(*pages: Any, text: str = "", turn: float = 0) -> bytes:
    """A PDF with pages of text (strings) and scanned ones (``None``), each with ``text`` at its foot."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(612, 461), invariant=True)
    for content in pages:
        if content is None:
            canvas.drawImage(ImageReader(page(turn=turn)), 0, 0, 612, 461, preserveAspectRatio=True)
        else:
            canvas.drawString(72, 400, content)
        if text:
            canvas.drawString(20, 8, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def test_a_picture_is_read() -> None:
    document = read_bytes(saved(page()), "cv.png")
    assert all(line in document.text for line in LINES)
    assert [part.origin for part in document.pages] == ["ocr"]
    assert any("OCR" in note for note in document.notes)


@pytest.mark.parametrize("turn", [90, 180, 270, 2.5], ids=lambda turn: f"{turn} degrees")
def test_a_scan_may_lie_as_it_likes(turn: float) -> None:
    text = read_bytes(saved(page(turn=turn)), "cv.png").text
    places = [text.find(line) for line in LINES]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("turn", [0, 2.0])
def test_the_cells_of_a_row_stay_together(turn: float) -> None:
    lines = read_bytes(saved(page("table", turn)), "cv.png").text.split("\n")
    assert ["\t".join(row) for row in ROWS] == [line for line in lines if line]


def test_each_page_of_a_tiff_is_read() -> None:
    data = saved(page(), "TIFF", save_all=True, append_images=[page("table")])
    document = read_bytes(data, "cv.tiff")
    assert [document.text[part.start : part.end].split("\n")[0] for part in document.pages] == [
        LINES[0],
        "\t".join(ROWS[0]),
    ]


def test_a_scanned_page_among_pages_of_text() -> None:
    document = read_bytes(scanned("A page of text", None, "Another page of text"), "cv.pdf")
    assert [part.origin for part in document.pages] == ["text", "ocr", "text"]
    places = [document.text.find(line) for line in ("A page of text", *LINES, "Another page")]
    assert -1 not in places
    assert places == sorted(places)
    assert any("page 2" in note and "OCR" in note for note in document.notes)


def test_the_mark_of_a_scanning_app_does_not_hide_the_scan() -> None:
    document = read_bytes(scanned(None, text="Scanned with an app"), "cv.pdf")
    assert all(line in document.text for line in LINES)


def test_boxes_are_places_on_the_page_as_it_is() -> None:
    upright = read_bytes(saved(page()), "cv.png")
    turned = read_bytes(saved(page(turn=90)), "cv.png")
    (box,) = upright.boxes(*span(upright.text, "Python and Rust"))
    (other,) = turned.boxes(*span(turned.text, "Python and Rust"))
    # Turned anticlockwise, what was below is at the right, and what was at the left is below.
    page_of = turned.pages[0]
    assert page_of.width / page_of.height == pytest.approx(640 / 850, rel=0.01)
    assert other.x0 / page_of.width == pytest.approx(box.y0 / upright.pages[0].height, abs=0.03)
    assert 1 - other.y1 / page_of.height == pytest.approx(box.x0 / upright.pages[0].width, abs=0.03)


def span(text: str, quote: str) -> tuple[int, int]:
    at = text.index(quote)
    return at, at + len(quote)


def test_the_same_picture_gives_the_same_text() -> None:
    assert read_bytes(saved(page("table", 2.0)), "cv.png") == read_bytes(saved(page("table", 2.0)), "cv.png")


def test_a_picture_without_text_is_an_error() -> None:
    with pytest.raises(ReadError, match="no text"):
        read_bytes(saved(Image.new("L", (400, 300), 240)), "photo.png")


def test_only_as_many_pages_as_there_is_time_for(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def quick(picture: Any, scale: float) -> ocr.Recognised:
        calls.append(picture.size)
        return original(picture, scale) if len(calls) == 1 else ocr.Recognised([], 0)

    original: Callable[[Any, float], ocr.Recognised] = ocr.recognise
    monkeypatch.setattr(ocr, "recognise", quick)
    document = read_bytes(scanned(None, None, None), "cv.pdf", Limits(seconds=12))
    assert len(calls) == 2
    assert any("page 3" in note and "Limits.seconds" in note for note in document.notes)
    assert any("no text was recognised: page 2" in note for note in document.notes)


def broken_images() -> dict[str, bytes]:
    whole = saved(page())
    header = whole[:16] + (60_000).to_bytes(4, "big") * 2 + whole[24:]  # a lying size: 3.6 thousand million pixels
    return {
        "cut": whole[: len(whole) // 2],
        "only a header": whole[:40],
        "a size beyond all memory": header,
        "a large plain picture": saved(Image.new("1", (9_000, 9_000))),
        "damaged within": whole[:2_000] + bytes(64) + whole[2_064:],
        "a broken TIFF": b"II*\0\xff\xff\xff\x7f" + bytes(64),
        "an endless GIF": b"GIF89a" + b"\xff" * 200,
    }


@pytest.mark.parametrize("kind", broken_images())
def test_broken_pictures_end_in_a_document_or_a_clear_error(kind: str) -> None:
    try:
        read_bytes(broken_images()[kind], "cv.png")
    except AimatchError as error:
        said = str(error)
    else:
        return
    assert said.startswith("cv.png")
