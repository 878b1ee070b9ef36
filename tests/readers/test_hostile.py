"""Files made to do harm, and files that came to harm. Each gets a clear error or a document, in bounded time."""

from __future__ import annotations

import contextlib
import io
import random
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.errors import EncryptedFile, LimitExceeded, MissingExtra, ReadError
from aimatch.readers import Limits, read_document

Build = Callable[..., bytes]

PART = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {here} "{f"&{before};" * 10}">' for before, here in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("prolog", "text"),
    [
        ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"),
        ('<!DOCTYPE x SYSTEM "http://example.com/x.dtd">', "a"),
        ('<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>', "a"),
        (LAUGHS, "&i;"),
    ],
    ids=["external entity", "external DTD", "parameter entity", "billion laughs"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_document_types_are_refused(prolog: str, text: str, encoding: str, kind: str, docx: Build, odt: Build) -> None:
    paragraph = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    part = f'<?xml version="1.0" encoding="{encoding}"?>{prolog}{PART.format(paragraph)}'.encode(encoding)
    data = docx("", parts={"word/document.xml": part}) if kind == "docx" else odt("", parts={"content.xml": part})
    with pytest.raises(ReadError, match="document type"):
        read_document(data)


def test_zip_bomb_is_stopped(docx: Build) -> None:
    data = docx("", parts={"word/document.xml": PART.format("<w:p/>" * 2_000_000)})
    assert len(data) < 200_000
    with pytest.raises(LimitExceeded, match="max_ratio"):
        read_document(data)
    with pytest.raises(LimitExceeded, match="max_unpacked_bytes"):
        read_document(data, limits=Limits(max_unpacked_bytes=1_000_000))


def test_bomb_that_nobody_unpacks_does_no_harm(docx: Build, p: Callable[..., str]) -> None:
    assert read_document(docx(p("Jane"), parts={"word/media/a.bmp": bytes(60_000_000)})).text == "Jane"


def test_lying_size_does_not_help(docx: Build, p: Callable[..., str]) -> None:
    data = bytearray(docx(p("Jane" * 1000)))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        real = archive.getinfo("word/document.xml").file_size.to_bytes(4, "little")
    lied = bytes(data).replace(real, (10).to_bytes(4, "little"))
    with pytest.raises(ReadError, match=r"word/document\.xml: is damaged"):
        read_document(lied)


def test_too_many_parts(zip_of: Build) -> None:
    data = zip_of({f"word/{number}.xml": "" for number in range(50)})
    with pytest.raises(LimitExceeded, match="max_parts"):
        read_document(data, limits=Limits(max_parts=49))


def test_paths_lead_nowhere(docx: Build, p: Callable[..., str]) -> None:
    data = docx(
        p("Jane"),
        related={
            "r1": ("header", "../../../../etc/passwd"),
            "r2": ("styles", "/etc/passwd"),
            "r3": ("comments", "http://example.com/comments.xml"),
        },
        parts={"../../evil.txt": "x", "/etc/evil": "x"},
    )
    assert read_document(data).text == "Jane"


def test_encrypted_member(docx: Build, p: Callable[..., str]) -> None:
    data = bytearray(docx(p("Jane")))
    central = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[central + 8] |= 1
    with pytest.raises(EncryptedFile, match="password"):
        read_document(bytes(data))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_truncated_containers(share: float, docx: Build, odt: Build, p: Callable[..., str]) -> None:
    for data in (docx(p("Jane")), odt("<text:p>Jane</text:p>")):
        with pytest.raises(ReadError, match="damaged zip container"):
            read_document(data[: int(len(data) * share)])


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "html", "json"])
def test_flipped_bytes_end_in_a_document_or_a_read_error(
    kind: str, docx: Build, odt: Build, p: Callable[..., str]
) -> None:
    whole = {
        "docx": docx(p("Jane Doe", "<w:vanish/>") * 20, header=p("x")),
        "odt": odt("<text:p>Jane</text:p>" * 20),
        "rtf": rb"{\rtf1{\colortbl;\red1;}\trowd\intbl a\cell\row{\header x}{\v b}\u233?" * 5,
        "html": b"<!doctype html><style>p{color:#fff}</style><table><tr><td>a<p style='x:y'>b" * 5,
        "json": b'{"basics": {"name": "Jane"}, "work": [{"name": "Acme", "highlights": ["a"]}]}',
    }[kind]
    chance = random.Random(7)
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(ReadError):
            read_document(bytes(data))


@given(
    st.binary(min_size=1, max_size=300), st.sampled_from([b"", b"{\\rtf1 ", b"<html>", b"PK\x03\x04", b'{"basics":'])
)
def test_any_bytes_end_in_a_document_or_a_read_error(data: bytes, start: bytes) -> None:
    with contextlib.suppress(ReadError, MissingExtra):  # a picture needs the extra for OCR
        read_document(start + data)


@pytest.mark.parametrize(
    "source",
    [
        b"<html>" + b"<div>" * 100_000 + b"x",
        b"<html>" + b"<b><i>" * 50_000 + b"x",
        b"<html>" + b"<table><tr><td>" * 30_000 + b"x",
        b"<html>" + b"<svg><g>" * 30_000,
        b"{\\rtf1 " + b"{" * 100_000,
        b"{\\rtf1 " + b"{\\b" * 100_000 + b"x" + b"}" * 100_001,
    ],
)
def test_deep_nesting_is_refused(source: bytes) -> None:
    with pytest.raises(LimitExceeded, match="deeper than"):
        read_document(source)


def test_deep_tables_in_a_container_are_refused(docx: Build, odt: Build) -> None:
    for data in (
        docx("<w:tbl><w:tr><w:tc>" * 500 + "</w:tc></w:tr></w:tbl>" * 500),
        odt("<text:list><text:list-item>" * 500 + "</text:list-item></text:list>" * 500),
    ):
        with pytest.raises(LimitExceeded, match="deeply"):
            read_document(data)


@pytest.mark.parametrize(
    "source",
    [
        b"<html><p " + b" ".join(b"a%d=1" % number for number in range(200_000)) + b">x",
        b"<html><p " + b" ".join(b"a%d='>'" % number for number in range(50_000)) + b">x",
        b"<html><p " + b"= " * 200_000 + b">x",
    ],
)
def test_thousands_of_attributes_are_refused(source: bytes) -> None:
    with pytest.raises(LimitExceeded, match="attributes"):
        read_document(source)


@pytest.mark.parametrize(
    "source",
    [
        b"<html>" + b"<a" * 200_000,
        b"<html><p style='" + b"a" * 500_000 + b"'>x",
        b"<html><p style='" + b"a:b;" * 100_000 + b"'>x",
        b"<html><p style='color:" + b"(" * 200_000 + b"'>x",
        b"<html><style>" + b"{" * 200_000 + b"</style>x",
        b"<html><style>" + b"/*" * 200_000 + b"</style>x",
        b"<html><style>:root{"
        + b"".join(b"--a%d:var(--a%d)var(--a%d);" % (n, n + 1, n + 1) for n in range(60))
        + b"}p{color:var(--a0)}</style><p>x",
        b"<html><style>" + b"@media screen{" * 5_000 + b"p{color:red}" + b"}" * 5_000 + b"</style>x",
        b"<html><p style='display:grid;grid-template-columns:" + b"repeat(2," * 20_000 + b"'>x",
        b"<html><p style='padding:" + b"0" * 200_000 + b"x'>y</p>",
        b"<html>" + b"<div style='display:grid;grid-template-columns:1fr 1fr'><p>a</p>" * 90 + b"<p>2019 - 2021</p>",
        b"<html><p>" + b"\t" * 200_000 + b"x",
        b"<html>" + b"<?xml" * 100_000 + b"x",
        b"<!--x-->" * 500 + b"x",
        b"<html>" + b"<!--" * 100_000 + b"x",
        b"{\\rtf1 " + b"\\" * 40_000 + b"}",
        b"{\\rtf1{\\fonttbl" + b"\\f1" * 100_000 + b"}x}",
        b"{\\rtf1 \\bin999999999 x}",
        b"{\\rtf1 \\u99999999999 ?\\fs-5\\cf999999999 x}",
    ],
)
def test_no_input_makes_a_pattern_run_away(source: bytes) -> None:
    read_document(source)


def test_style_rules_without_end_are_refused() -> None:
    rules = "".join(f"p:not(.x{number}){{color:red}}" for number in range(1_000))
    page = f"<html><style>{rules}</style>{'<p>a' * 2_000}"
    with pytest.raises(LimitExceeded, match="style rules"):
        read_document(page.encode(), limits=Limits(max_characters=10_000))


def test_nothing_leaves_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*arguments: object) -> None:
        raise AssertionError("a reader opened a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    page = (
        b"<html><link rel=stylesheet href=http://example.com/a.css><style>@import url(http://example.com/b.css);</style>"
        b"<img src=http://example.com/c.png><iframe src=file:///etc/passwd></iframe><object data=x></object>Jane"
    )
    assert read_document(page).text == "Jane"


def test_nul_bytes_everywhere() -> None:
    for source in (b"<html><p>Ja\0ne", b"{\\rtf1 Ja\0ne}", b"Ja\0ne Doe, an engineer"):
        assert "Jane" in read_document(source).text


def test_huge_line() -> None:
    text = "Python " * 140_000
    assert read_document(text.encode()).text == text


def test_many_notes_and_fields_without_end(docx: Build) -> None:
    body = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 200 + "<w:p><w:r><w:t>Jane</w:t></w:r></w:p>"
    assert read_document(docx(body)).text == "Jane"


def test_styles_based_on_themselves(docx: Build) -> None:
    loop = "".join(
        f'<w:style w:type="paragraph" w:styleId="{here}"><w:basedOn w:val="{there}"/></w:style>'
        for here, there in ("ab", "ba", "cc")
    )
    body = (
        '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>Jane</w:t></w:r></w:p>'
    )
    assert read_document(docx(body, styles=loop)).text == "Jane"


@pytest.mark.parametrize("value", ["1e999", "nan", "-", "9" * 400, "٣", ""])
def test_senseless_numbers(value: str, docx: Build) -> None:
    body = (
        f'<w:p><w:pPr><w:ind w:left="{value}"/><w:spacing w:line="{value}" w:lineRule="exact"/>'
        f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="{value}"/></w:numPr></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="{value}"/><w:w w:val="{value}"/></w:rPr><w:t>Jane</w:t>'
        f'<w:sym w:char="{value}"/></w:r></w:p>'
    )
    numbering = (
        f'<w:num w:numId="{value}"/><w:abstractNum w:abstractNumId="{value}"><w:lvl w:ilvl="{value}"/></w:abstractNum>'
    )
    assert "Jane" in read_document(docx(body, numbering=numbering)).text
