"""What counts as a source, how formats are told apart, and what a caller is told when nothing can be read."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.errors import EncryptedFile, LimitExceeded, ReadError, UnsupportedFormat
from aimatch.readers import Limits, read_document

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@given(st.text())
def test_text_stays_the_very_string(text: str) -> None:
    text += "\n."  # two lines: never the name of a file or folder
    document = read_document(text)
    assert document.text is text
    assert document.sha256 == hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert (document.format, document.source) == ("text", None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "an empty text is a text"),
        ("Python", "one word"),
        ("Wrote tools in ASP.NET and Node.js", "the suffix is no file's"),
        ("Jane Doe\nresume.pdf", "two lines"),
        ("a\0.pdf", "no file can have this name"),
        ("x" * 5000 + ".pdf", "longer than any path"),
    ],
)
def test_str_is_text(text: str, why: str) -> None:
    assert read_document(text).text == text, why


def test_str_that_names_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "jane.txt"
    file.write_text("Jane Doe, engineer")
    document = read_document(str(file))
    assert (document.text, document.source) == ("Jane Doe, engineer", "jane.txt")


@pytest.mark.parametrize("name", ["resume.pdf", "no/such/cv.docx", "old.doc", "me.pages", " cv.PDF ", "a b.txt"])
def test_name_of_a_missing_file_is_never_text(name: str) -> None:
    with pytest.raises(FileNotFoundError, match="no such file"):
        read_document(name)


def test_missing_path() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read_document(Path("nowhere"))


def test_folder_names_the_remedy(tmp_path: Path) -> None:
    for source in (tmp_path, str(tmp_path)):
        with pytest.raises(ReadError, match="score_folder"):
            read_document(source)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "cv.txt")
    with pytest.raises(ReadError, match=r"cv\.txt: is a named pipe"):
        read_document(tmp_path / "cv.txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    file.write_text("x")
    file.chmod(0)
    with pytest.raises(ReadError, match="can't be opened"):
        read_document(file)


def test_same_bytes_give_the_same_digest(tmp_path: Path) -> None:
    data = "Zoë\r\nengineer".encode()
    file = tmp_path / "cv.txt"
    file.write_bytes(data)
    documents = [read_document(data), read_document(io.BytesIO(data)), read_document(file)]
    assert {document.sha256 for document in documents} == {hashlib.sha256(data).hexdigest()}
    assert {document.text for document in documents} == {"Zoë\r\nengineer"}


def test_file_object_tells_its_name(tmp_path: Path) -> None:
    file = tmp_path / "cv.md"
    file.write_text("# Jane")
    with file.open("rb") as stream:
        document = read_document(stream)
    assert (document.format, document.source, document.text) == ("markdown", "cv.md", "Jane")


def test_text_mode_file_object_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "cv.txt"
    file.write_text("x")
    with file.open() as stream, pytest.raises(TypeError, match="mode 'rb'"):
        read_document(stream)  # type: ignore[arg-type]


@pytest.mark.parametrize("source", [None, 7, ["a"], object()])
def test_other_types_are_refused(source: object) -> None:
    with pytest.raises(TypeError, match="JSON Resume dict"):
        read_document(source)  # type: ignore[arg-type]


def test_dict_digest_is_that_of_its_canonical_json() -> None:
    one = {"basics": {"name": "Zoë", "label": "Engineer"}}
    other = {"basics": {"label": "Engineer", "name": "Zoë"}}
    canonical = json.dumps(one, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert read_document(one).sha256 == read_document(other).sha256 == hashlib.sha256(canonical).hexdigest()


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (b"{\\rtf1 Jane}", "cv.txt", "rtf"),
        (b"{\\rtf1 Jane}", "cv.doc", "rtf"),
        (b"<!DOCTYPE html><p>Jane</p>", "cv.doc", "html"),
        (b"<html><body>Jane</body></html>", "cv.pdf", "html"),
        (b'{"basics": {"name": "Jane"}}', "cv.txt", "json-resume"),
        (b"Jane, an engineer", "cv.pdf", "text"),
        (b"Jane, an engineer", "cv.docx", "text"),
    ],
)
def test_wrong_suffix_is_read_by_content(data: bytes, name: str, format: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    document = read_document(file)
    assert (document.format, "Jane" in document.text) == (format, True)
    assert "the name says" in document.notes[0]


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (b'<h1 align="center">Jane</h1>\n\n**Engineer**', "README.md", "markdown"),
        (b"<p>Jane</p>", "cv.html", "html"),
        (b"Jane", "cv.html", "html"),
        (b"Jane", "cv.txt", "text"),
        (b"Jane", None, "text"),
        (b"<p>Jane</p>", None, "html"),
    ],
)
def test_right_suffix_leaves_no_note(data: bytes, name: str | None, format: str, tmp_path: Path) -> None:
    if name is None:
        document = read_document(data)
    else:
        (tmp_path / name).write_bytes(data)
        document = read_document(tmp_path / name)
    assert not any("the name says" in note for note in document.notes)
    assert document.format in {format, "text"}
    assert "Jane" in document.text


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "DOCX or PDF"),
        (OLE, "DOCX or PDF"),
        (OLE + "Workbook".encode("utf-16-le"), "PDF or DOCX"),
        (b"%!PS-Adobe-3.0", "PDF"),
        (b"\x1f\x8b\x08" + bytes(20), "unpack"),
        (b"Rar!\x1a\x07\x00", "unpack"),
        (b"\xffWPC" + bytes(20), "PDF or DOCX"),
        (b"Received: from example.com\r\n by example.org\r\nMIME-Version: 1.0\r\n\r\nMy CV", "attachment"),
        (b"[InternetShortcut]\r\nURL=https://example.com/cv\r\n", "the document itself"),
        (bytes(range(256)) * 8, "PDF, DOCX, HTML or plain text"),
    ],
)
def test_unsupported_formats_name_the_remedy(data: bytes, remedy: str) -> None:
    with pytest.raises(UnsupportedFormat, match=remedy):
        read_document(data)


@pytest.mark.parametrize(
    ("member", "remedy"),
    [
        ("Index/Document.iwa", "Pages"),
        ("xl/workbook.xml", "PDF or DOCX"),
        ("photo.jpg", "unpack"),
        ("cv.pdf", "unpack"),
    ],
)
def test_other_zip_containers_name_the_remedy(member: str, remedy: str, zip_of) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnsupportedFormat, match=remedy):
        read_document(zip_of({member: "%PDF-1.7"}, compress=False))


def test_the_pointer_that_a_cloud_leaves_is_no_resume(tmp_path: Path) -> None:
    (tmp_path / "cv.gdoc").write_text('{"url": "https://example.com/open?id=cv"}')
    with pytest.raises(UnsupportedFormat, match="is a link to a document"):
        read_document(tmp_path / "cv.gdoc")


def test_word_file_with_a_password() -> None:
    with pytest.raises(EncryptedFile, match="remove the password"):
        read_document(OLE + "EncryptedPackage".encode("utf-16-le"))


def test_empty_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").touch()
    with pytest.raises(ReadError, match=r"cv\.pdf: is empty"):
        read_document(tmp_path / "cv.pdf")


@pytest.mark.parametrize("data", [b"   \n", b"<html></html>", b"{\\rtf1 }"])
def test_file_without_text_says_so(data: bytes) -> None:
    document = read_document(data)
    assert not document.text.strip()
    assert "no text in the file" in document.notes


def test_size_limit(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_bytes(b"x" * 100)
    for source in (tmp_path / "cv.txt", b"x" * 100, io.BytesIO(b"x" * 100)):
        with pytest.raises(LimitExceeded, match="max_bytes"):
            read_document(source, limits=Limits(max_bytes=99))


@pytest.mark.parametrize("source", ["x" * 100, b"x" * 100, b"<p>" + b"x" * 100, b"{\\rtf1 " + b"x" * 100 + b"}"])
def test_character_limit(source: str | bytes) -> None:
    with pytest.raises(LimitExceeded, match="max_characters"):
        read_document(source, limits=Limits(max_characters=99))


def test_limits_must_be_positive() -> None:
    with pytest.raises(ValueError, match="max_pages, seconds"):
        Limits(max_pages=0, seconds=-1)


def test_import_loads_no_parser() -> None:
    code = "import sys, aimatch.readers; print([m for m in sys.modules if m.split('.')[0] in {}])"
    heavy = "{'lxml','markdown_it','cssselect','charset_normalizer','pypdfium2','zipfile','subprocess'}"
    done = subprocess.run([sys.executable, "-c", code.format(heavy)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
