"""Photos are exchanged in the file itself."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from aimatch.audit.pictures import without_pictures
from aimatch.audit.swaps import audit_swaps
from aimatch.readers import read_document

AS_OF = date(2026, 11, 1)


def picture() -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), (180, 40, 40)).save(out, "PNG")
    out.seek(0)
    return out


def pdf(*, width: float = 60, height: float = 80) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number, line in enumerate(("Anna Bauer", "anna@example.com", "Skills", "Python, SQL")):
        canvas.drawString(72, 760 - 20 * number, line)
    canvas.drawImage(ImageReader(picture()), 0, 0, width, height)
    canvas.save()
    return out.getvalue()


def word() -> bytes:
    made = docx.Document()
    made.add_paragraph("Anna Bauer")
    made.add_picture(picture())
    made.add_paragraph("Skills")
    made.add_paragraph("Python, SQL")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


HTML = b'<html><body><h1>Anna Bauer</h1><img alt="" src="anna.jpg"><h2>Skills</h2><p>Python, SQL</p></body></html>'
MARKDOWN = b"# Anna Bauer\n\n![](anna.jpg)\n\n## Skills\n\nPython, SQL\n"
JSON = json.dumps(
    {"basics": {"name": "Anna Bauer", "image": "https://example.com/anna.jpg"}, "skills": [{"name": "SQL"}]}
)
FILES = [
    ("pdf", "a.pdf", pdf()),
    ("docx", "a.docx", word()),
    ("html", "a.html", HTML),
    ("markdown", "a.md", MARKDOWN),
    ("json-resume", "a.json", JSON.encode()),
]


@pytest.mark.parametrize(("form", "name", "data"), FILES, ids=[one[0] for one in FILES])
def test_a_photo_is_exchanged_and_moves_nothing(tmp_path: Path, form: str, name: str, data: bytes) -> None:
    other, count = without_pictures(data, form)
    assert count == 1
    assert other != data
    path, exchanged = tmp_path / name, tmp_path / f"other-{name}"
    path.write_bytes(data)
    exchanged.write_bytes(other)
    assert read_document(path).format == form
    assert read_document(exchanged).text == read_document(path).text
    audit = audit_swaps(path, as_of=AS_OF)
    assert [one.replacements[0].quote for one in audit.swaps if one.kind == "photo"] == ["1 picture"]
    assert audit.identical


def test_the_photo_is_gone_from_the_file() -> None:
    assert b"/Subtype/Image" not in without_pictures(pdf(), "pdf")[0].replace(b"/Subtype /Image", b"/Subtype/Image")
    with zipfile.ZipFile(io.BytesIO(without_pictures(word(), "docx")[0])) as archive:
        media = [archive.read(name) for name in archive.namelist() if name.startswith("word/media")]
    assert media
    assert all(Image.open(io.BytesIO(one)).size == (1, 1) for one in media)


@pytest.mark.parametrize(
    ("form", "data"),
    [
        ("text", b"Anna"),
        ("rtf", b"{\\rtf1}"),
        ("markdown", b"# Anna"),
        ("json-resume", b'{"basics": {"name": "Anna"}}'),
    ],
)
def test_a_file_without_pictures_stays_as_it_is(form: str, data: bytes) -> None:
    assert without_pictures(data, form) == (data, 0)


def test_a_page_that_is_a_picture_is_no_photo() -> None:
    assert without_pictures(pdf(width=595, height=700), "pdf")[1] == 0
