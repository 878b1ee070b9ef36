"""Tells which reader a file needs: by its first bytes, and by its suffix where bytes can't tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aimatch.errors import EncryptedFile, UnsupportedFormat
from aimatch.readers.limits import Limits

_TO_PDF = "save it as PDF or DOCX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A kind of file. ``module`` is its reader below ``aimatch.readers``; without one, ``remedy`` says what to do."""

    id: str
    label: str
    suffixes: tuple[str, ...]
    module: str | None = None
    remedy: str = _TO_PDF


FORMATS = {
    format.id: format
    for format in (
        Format(id="pdf", label="PDF", suffixes=(".pdf",), module="pdf"),
        Format(id="docx", label="Word document", suffixes=(".docx", ".docm", ".dotx", ".dotm"), module="docx"),
        Format(id="html", label="HTML", suffixes=(".html", ".htm", ".xhtml"), module="html"),
        Format(id="text", label="plain text", suffixes=(".txt", ".text"), module="text"),
        Format(id="markdown", label="Markdown", suffixes=(".md", ".markdown"), module="markdown"),
        Format(id="json-resume", label="JSON Resume", suffixes=(".json",), module="json_resume"),
        Format(id="odt", label="OpenDocument text", suffixes=(".odt", ".ott", ".fodt"), module="odt"),
        Format(id="rtf", label="Rich Text Format", suffixes=(".rtf",), module="rtf"),
        Format(
            id="image",
            label="picture",
            suffixes=(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"),
            module="image",
        ),
        Format(
            id="doc",
            label="Word 97-2003 document (.doc)",
            suffixes=(".doc", ".dot"),
            remedy="open it in Word or LibreOffice and save it as DOCX or PDF",
        ),
        Format(
            id="pages",
            label="Apple Pages document",
            suffixes=(".pages",),
            remedy="export it from Pages as PDF or Word",
        ),
        Format(id="spreadsheet", label="spreadsheet", suffixes=(".xls", ".xlsx", ".ods", ".numbers")),
        Format(id="presentation", label="presentation", suffixes=(".ppt", ".pptx", ".odp", ".key")),
        Format(id="wordperfect", label="WordPerfect or Works document", suffixes=(".wpd", ".wps")),
        Format(id="epub", label="EPUB book", suffixes=(".epub",)),
        Format(
            id="mhtml", label="web archive", suffixes=(".mht", ".mhtml", ".webarchive"), remedy="save it as HTML or PDF"
        ),
        Format(
            id="mail",
            label="mail message",
            suffixes=(".eml", ".msg"),
            remedy="save its attachment, and score that",
        ),
        Format(
            id="archive",
            label="archive",
            suffixes=(".zip", ".rar", ".7z", ".gz", ".tgz", ".tar", ".bz2", ".xz"),
            remedy="unpack it, and score the files in it",
        ),
        Format(
            id="link",
            label="link to a document",
            suffixes=(".gdoc", ".url", ".webloc", ".lnk", ".desktop"),
            remedy="open it and save the document itself as PDF or DOCX",
        ),
        Format(id="postscript", label="PostScript file", suffixes=(".ps", ".eps"), remedy="convert it to PDF"),
        Format(id="heic", label="HEIC picture", suffixes=(".heic", ".heif"), remedy="save it as PDF, PNG or JPEG"),
        Format(
            id="program",
            label="program",
            suffixes=(".exe", ".dll", ".so", ".elf"),
            remedy="only documents can be scored",
        ),
    )
}

BY_SUFFIX = {suffix: format for format in FORMATS.values() for suffix in format.suffixes}
"""Every suffix that is known, readable or not."""

_MAGIC = (
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"%!PS", "postscript"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\xffWPC", "wordperfect"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
    (b"bplist00", "mhtml"),
    (b"L\0\0\0\x01\x14\x02\0", "link"),
    (b"[InternetShortcut]", "link"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF_WITHIN = 1024
_HTML = re.compile(rb"(?:\s++|<\?xml[^>]*+>|<!--(?:(?!-->).)*+-->)*+<(?:!doctype\s+html|html)\b", re.I | re.S)
_FRAGMENT = re.compile(rb"\s*<(?:head|body|div|p|h[1-6]|table|section|article|main|style|ul|span)\b[^<]*>", re.I)
_FLAT_ODT = re.compile(rb"\s*<\?xml.{0,2000}?<office:document\b", re.S)
_WORD_XML = re.compile(rb"\s*<\?xml.{0,2000}?<(?:w:wordDocument|pkg:package)\b", re.S)
_JSON_KEYS = re.compile(rb'\s*\{\s*"(?:\$schema|basics|work|education|skills|meta)"\s*:')
_JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}MIME-Version:", re.I)


def suffix_of(name: str | None) -> str:
    """The lower-case suffix of a file name, with its dot; empty without one."""
    dot = (name or "").replace("\\", "/").rpartition("/")[2].rpartition(".")
    return f".{dot[2].strip().lower()}" if dot[0] else ""


def sniff(data: bytes, name: str | None, limits: Limits) -> Format:
    """The format of a file. Content decides; the suffix only tells apart what is text anyway.

    Raises:
        UnsupportedFormat: There is no reader for it; the error carries the remedy.
        EncryptedFile: It is a Word file that is protected by a password.
        ReadError: It is a zip container, and damaged.
    """
    named = BY_SUFFIX.get(suffix_of(name))
    format = _by_content(data, name, limits, named)
    if format is None:
        # Text has no mark of its own, so a suffix of text is believed, and everything else is tried as text.
        believed = named is not None and named.id in {"text", "markdown", "html", "json-resume"}
        format = named if believed and named is not None else FORMATS["text"]
        if named is not None and not believed and _is_binary(data):
            raise UnsupportedFormat(
                f"is not a {named.label}, though its name says so, nor any other format known here",
                source=name,
                remedy=f"it may be damaged; {_TO_PDF}",
            )
    if format.module is None:
        article = "an" if format.label[0] in "AEIOUaeiou" else "a"
        raise UnsupportedFormat(f"is {article} {format.label}, which can't be read", source=name, remedy=format.remedy)
    return format


def _is_binary(data: bytes) -> bool:
    sample = data[:4096]
    return b"\0" in sample or sum(byte < 9 or 13 < byte < 27 for byte in sample) > len(sample) // 50


def _by_content(data: bytes, name: str | None, limits: Limits, named: Format | None) -> Format | None:
    head = data[: 4 * _PDF_WITHIN].removeprefix(b"\xef\xbb\xbf")
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return FORMATS[found]
    if head.startswith(_ZIP):  # before PDF, which may lie in it as it is
        return _zip_format(data, name, limits)
    # Mail programs and web servers leave lines before the header; readers of PDF have always looked past them.
    start = head.find(b"%PDF-", 0, _PDF_WITHIN)
    if start == 0 or (start > 0 and (head[:start].isspace() or named is FORMATS["pdf"] or b"\0" in head)):
        return FORMATS["pdf"]
    if head.startswith(_OLE):
        return _ole_format(data, name)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FORMATS["image"]
    if head[4:8] == b"ftyp" and head[8:11] in {b"hei", b"mif", b"hev"}:
        return FORMATS["heic"]
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0":
        return FORMATS["image"]
    return _text_format(head, named) or (FORMATS["json-resume"] if _is_json(data) else None)


def _is_json(data: bytes) -> bool:
    """Whether it is an object or a list in JSON from end to end, whatever its keys: its reader says what is wrong."""
    if _JSON_START.match(data) is None or not data.rstrip().endswith((b"}", b"]")):
        return False
    import json

    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _text_format(head: bytes, named: Format | None) -> Format | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", errors="replace").encode()
    if _FLAT_ODT.match(head):
        return FORMATS["odt"]
    if _WORD_XML.match(head):
        return FORMATS["doc"]
    if _HTML.match(head) and (named is None or named.id != "markdown"):
        return FORMATS["html"]
    if _FRAGMENT.match(head) and (named is None or named.id not in {"markdown", "text"}):
        return FORMATS["html"]
    if _JSON_KEYS.match(head):
        return FORMATS["json-resume"]
    if _MHTML.match(head):
        return FORMATS["mhtml"] if named is FORMATS["mhtml"] else FORMATS["mail"]
    if named is FORMATS["link"] and b"://" in head:
        return named
    return None


def _zip_format(data: bytes, name: str | None, limits: Limits) -> Format:
    from aimatch.readers.archive import Archive

    archive = Archive(data, name=name, limits=limits)
    if "mimetype" in archive:
        kind = archive.read("mimetype").strip()
        if kind.startswith(b"application/vnd.oasis.opendocument.text"):
            return FORMATS["odt"]
        if kind == b"application/epub+zip":
            return FORMATS["epub"]
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return FORMATS["spreadsheet"]
        if kind.startswith(b"application/vnd.oasis.opendocument.presentation"):
            return FORMATS["presentation"]
    for part, found in (
        ("word/document.xml", "docx"),
        ("xl/workbook.xml", "spreadsheet"),
        ("ppt/presentation.xml", "presentation"),
        ("Index/Document.iwa", "pages"),
        ("Index.zip", "pages"),
        ("[Content_Types].xml", "docx"),
        ("content.xml", "odt"),
    ):
        if part in archive:
            return FORMATS[found]
    return FORMATS["archive"]


def _ole_format(data: bytes, name: str | None) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(
            "is protected by a password", source=name, remedy="open it in Word, remove the password and save it again"
        )
    for entry, found in (("WordDocument", "doc"), ("Workbook", "spreadsheet"), ("PowerPoint Document", "presentation")):
        if entry.encode("utf-16-le") in data:
            return FORMATS[found]
    if "__substg1.0_".encode("utf-16-le") in data:
        return FORMATS["mail"]
    return FORMATS["doc"]
