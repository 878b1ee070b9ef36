"""Reads plain text in the encodings that text files still come in."""

from __future__ import annotations

import codecs
import re

from aimatch.errors import LimitExceeded, UnsupportedFormat
from aimatch.model import Document, HiddenText
from aimatch.readers.flow import digest, invisible_tags
from aimatch.readers.limits import Limits

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the UTF-16 LE mark, so it has to be tried before it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What Windows-1252 bytes above 127 mean in the languages that it was made for, with the punctuation Word puts in.
# Anything else (a superscript inside a word, say) tells of another code page.
_WESTERN = re.compile(r"[\x00-\x7fÀ-ÖØ-öø-ÿŒœŠšŽžŸ\xa0\xad€£§©«®°±²³µ·»¿¡‘’‚“”„†‡•…‰‹›–—˜™ªº¼½¾×]*")
_INSIDE_WORD = re.compile(r"[a-z][²³µ·¿¡‚„†‡•…‰‹›˜ªº¼½¾×ÐÞŽŠ«»§©®°±][a-z]")
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_UTF16_NULS = 0.3
_BINARY_SHARE = 0.02


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """The text of the file as it is, line ends included, but for those of the first Macintoshes, a lone CR.

    Raises:
        UnsupportedFormat: The bytes are no text.
        LimitExceeded: The text is longer than ``limits.max_characters``.
    """
    text, notes = decode(data, name)
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    return document(text, data=data, name=name, limits=limits, notes=notes)


def document(
    text: str, *, data: bytes, name: str | None, limits: Limits, notes: tuple[str, ...] = (), format: str = "text"
) -> Document:
    """A document whose ``text`` is this very string.

    Raises:
        LimitExceeded: The text is longer than ``limits.max_characters``.
    """
    if len(text) > limits.max_characters:
        raise LimitExceeded(
            f"holds {len(text):,} characters of text, more than {limits.max_characters:,}",
            source=name,
            remedy="raise Limits.max_characters if this is a resume",
        )
    hidden = tuple(
        HiddenText(quote=spelled, technique="transparent", place="invisible Unicode tag characters")
        for spelled in invisible_tags(text)
    )
    if not text.strip():
        notes = (*notes, "no text in the file")
    return Document(text=text, format=format, sha256=digest(data), source=name, hidden=hidden, notes=notes)


def decode(data: bytes, name: str | None) -> tuple[str, tuple[str, ...]]:
    """The text that ``data`` encode, and notes on what had to be guessed or dropped.

    Raises:
        UnsupportedFormat: The bytes are no text.
    """
    text, encoding = _decode(data)
    notes = [] if encoding.startswith("utf") else [f"read as {encoding}"]
    if _share(_CONTROL, text[:_SAMPLE]) > _BINARY_SHARE or _share(re.compile("\0"), text[:_SAMPLE]) > _UTF16_NULS:
        raise UnsupportedFormat("is not a text file", source=name, remedy="convert it to PDF, DOCX, HTML or plain text")
    if "\0" in text:
        text = text.replace("\0", "")
        notes.append("NUL characters left out")
    return text, tuple(notes)


def _share(pattern: re.Pattern[str], text: str) -> float:
    return len(pattern.findall(text)) / len(text) if text else 0.0


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), encoding
    sample = data[:_SAMPLE]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        # Latin text in UTF-16 has a NUL in every other byte, always on the same side.
        half = sample[first::2]
        if half and half.count(0) > _UTF16_NULS * len(half) > sample[1 - first :: 2].count(0):
            return data.decode(encoding, errors="replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # A file cut off, or joined from several, in the middle of UTF-8 is still UTF-8.
        valid = data[: error.start]
        if len(data) - error.start <= 3 and not valid.isascii():
            return data.decode("utf-8", errors="replace"), "utf-8"
    return _decode_legacy(data)


def _decode_legacy(data: bytes) -> tuple[str, str]:
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and _WESTERN.fullmatch(western) and not _INSIDE_WORD.search(western):
        high = sum(char > "\x7f" for char in western)
        letters = sum(char.isalpha() for char in western)
        # French, Portuguese or German have one accented letter in ten; Greek and Cyrillic code pages have nine.
        if high <= 0.3 * max(letters, 1):
            return western, "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is not None:
        return data.decode(best.encoding, errors="replace"), str(best.encoding)
    return data.decode("latin-1"), "latin-1"
