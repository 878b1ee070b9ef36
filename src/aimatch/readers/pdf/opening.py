"""Open a PDF that a stranger sent: what can be checked cheaply is checked before pdfium parses a page.

pdfium itself unpacks whatever a stream unpacks to, and draws forms that draw one another as often as they ask. Nothing
inside it can be told to stop, so bombs are looked for in the bytes. What slips through is for the isolated reader.
"""

from __future__ import annotations

import re
import zlib

import pypdfium2
import pypdfium2.raw as pdfium

from aimatch.errors import EncryptedFile, LimitExceeded, ReadError
from aimatch.readers.limits import Limits

_HEADER_WITHIN = 1024
_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_XOBJECTS = re.compile(rb"/XObject\s*(?:<<(.*?)>>|(\d{1,9})\s+\d+\s+R)", re.DOTALL)
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,9})\s+\d+\s+R")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,9})\s+\d+\s+R")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_PACKED_TWICE = re.compile(rb"/Filter\s*\[[^\]]*(?:Fl|LZW|RunLength|RL)[^\]]*(?:Fl|LZW|RunLength|RL)")

# Streams shorter than this can't unpack to much, unless packed twice.
_LEAST_STREAM = 8_192
_SAMPLE = 2_048
# Packed data does not pack again; data packed from endless repetition does.
_PACKS_AGAIN = 4
_DICT_BEFORE = 2_048
# How often forms may be drawn on one page, forms within forms counted each time.
_MOST_DRAWINGS = 5_000
_MOST_FORM_BYTES = 2_000_000
_MOST_FORMS = 2_000
_MOST_OBJECTS = 500_000
_MOST_ATTACHED = 12


def open_pdf(data: bytes, name: str | None, limits: Limits) -> pypdfium2.PdfDocument:
    """Open the document, with the empty password if it asks for one.

    Raises:
        EncryptedFile: It needs another password.
        LimitExceeded: It is too large, has too many pages, or unpacks to too much.
        ReadError: It is no PDF or can't be repaired, or its forms draw themselves.
    """
    if len(data) > limits.max_bytes:
        raise LimitExceeded(
            f"is {len(data):,} bytes long, more than {limits.max_bytes:,}", source=name, remedy="raise Limits.max_bytes"
        )
    if data.find(b"%PDF-", 0, _HEADER_WITHIN) < 0:
        raise ReadError("is not a PDF: it has no PDF header", source=name, remedy="save it as PDF again")
    _check_streams(data, name, limits)
    _check_forms(data, name)
    try:
        pdf = pypdfium2.PdfDocument(data)
        pages = len(pdf)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise EncryptedFile(
                "is encrypted and needs a password", source=name, remedy="save a copy without a password"
            ) from error
        whole = b"%%EOF" in data[-2048:]
        raise ReadError(
            "can't be opened as PDF: its structure is broken" + ("" if whole else ", its end is missing"),
            source=name,
            remedy="ask for the file again, or save it as PDF again",
        ) from error
    if pages == 0:
        pdf.close()
        raise ReadError("has no pages", source=name, remedy="ask for the file again")
    if pages > limits.max_pages:
        pdf.close()
        raise LimitExceeded(
            f"has {pages:,} pages, more than {limits.max_pages:,}", source=name, remedy="raise Limits.max_pages"
        )
    return pdf


def attached_names(pdf: pypdfium2.PdfDocument) -> tuple[str, ...]:
    """The names of the files that are attached to the document, which are not read."""
    count = min(_MOST_ATTACHED, pdf.count_attachments())
    try:
        return tuple(pdf.get_attachment(number).get_name() for number in range(count))
    except pypdfium2.PdfiumError:
        return ()


def has_layers(data: bytes) -> bool:
    """Whether the document has optional content ("layers"). Where that stands in packed objects, these are unpacked."""
    if b"/OCProperties" in data:
        return True
    at = data.find(b"/ObjStm")
    while at >= 0:
        start = data.find(b"stream", at)
        if start < 0:
            return False
        try:
            if b"/OCProperties" in zlib.decompressobj().decompress(data[start + 6 :].lstrip(b"\r\n"), _MOST_OBJECTS):
                return True
        except zlib.error:
            pass
        at = data.find(b"/ObjStm", start)
    return False


def _check_streams(data: bytes, name: str | None, limits: Limits) -> None:
    total = 0
    end = 0
    while True:
        start = data.find(b"stream", end)
        if start < 0:
            return
        start += 6
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end + 9
        before = data[max(0, start - _DICT_BEFORE) : start]
        twice = _PACKED_TWICE.search(before, max(0, before.rfind(b" obj"))) is not None
        if not twice:
            if end - start < _LEAST_STREAM:
                continue
            middle = (start + end) // 2
            sample = data[middle : middle + _SAMPLE]
            if len(zlib.compress(sample, 1)) * _PACKS_AGAIN > len(sample):
                continue
        total += _unpacked(data[start:end].lstrip(b"\r\n"), limits.max_unpacked_bytes - total, again=twice)
        if total > limits.max_unpacked_bytes:
            raise LimitExceeded(
                f"unpacks to more than {limits.max_unpacked_bytes:,} bytes",
                source=name,
                place=f"byte {start}",
                remedy="raise Limits.max_unpacked_bytes if the file is to be trusted",
            )


def _unpacked(stream: bytes, most: int, *, again: bool) -> int:
    """Bytes that a deflated stream unpacks to, counted no further than just past ``most``."""
    unpacker = zlib.decompressobj()
    inner = zlib.decompressobj() if again else None
    total = 0
    rest = stream
    try:
        while rest and total <= most:
            piece = unpacker.decompress(rest, 65_536)
            rest = unpacker.unconsumed_tail
            total += len(piece)
            while inner is not None and piece and total <= most:
                out = inner.decompress(piece, 1_048_576)
                piece = inner.unconsumed_tail
                total += len(out)
            if not piece and not rest:
                break
    except zlib.error:  # not deflated, or only outside: what was unpacked so far counts
        return total
    return total


def _check_forms(data: bytes, name: str | None) -> None:
    forms: dict[int, tuple[bytes, bytes]] = {}
    for found in _FORM.finditer(data):
        stream = data.find(b"stream", found.end(), found.end() + _DICT_BEFORE)
        begun = data.rfind(b" obj", max(0, found.start() - _DICT_BEFORE), found.start())
        number = _OBJECT.search(data, max(0, begun - 16), begun + 4)
        if stream < 0 or number is None or b"endobj" in data[begun:stream]:
            continue
        end = data.find(b"endstream", stream)
        forms[int(number[1])] = (data[begun + 4 : stream], data[stream + 6 : end if end > 0 else len(data)])
        if len(forms) > _MOST_FORMS:
            break
    # One that names no XObjects draws none; most honest files are done here.
    if not any(b"/XObject" in described or _RESOURCES.search(described) for described, _ in forms.values()):
        return
    draws = {number: _drawn(data, forms, *parts) for number, parts in forms.items()}
    weights: dict[int, int] = {}
    for form in draws:
        if _weight(form, draws, weights, set()) > _MOST_DRAWINGS:
            raise LimitExceeded(
                "draws its forms within one another without end",
                source=name,
                place=f"object {form}",
                remedy="save it as PDF again",
            )


def _object(data: bytes, number: int) -> bytes:
    """An object of the file by its number; empty if it is not to be found as it stands."""
    wanted = b"%d 0 obj" % number
    at = data.find(wanted)
    while at > 0 and data[at - 1 : at].isdigit():
        at = data.find(wanted, at + 1)
    return data[at : data.find(b"endobj", at)] if at >= 0 else b""


def _drawn(data: bytes, forms: dict[int, tuple[bytes, bytes]], described: bytes, stream: bytes) -> list[int]:
    """The forms that a form's content draws, each as often as it does."""
    shared = _RESOURCES.search(described)
    if shared is not None:
        described = _object(data, int(shared[1]))
    listed = _XOBJECTS.search(described)
    if listed is None:
        return []
    table = listed[1] if listed[1] is not None else _object(data, int(listed[2]))
    named = {found[1]: int(found[2]) for found in _NAMED.finditer(table)}
    if not any(number in forms for number in named.values()):
        return []
    content = stream.lstrip(b"\r\n")
    try:
        content = zlib.decompressobj().decompress(content, _MOST_FORM_BYTES)
    except zlib.error:
        content = content[:_MOST_FORM_BYTES]  # as it stands, if it is not packed
    return [named[found[1]] for found in _DRAWN.finditer(content) if named.get(found[1]) in forms]


def _weight(number: int, draws: dict[int, list[int]], weights: dict[int, int], above: set[int]) -> int:
    if number in above or len(above) > 64:
        return _MOST_DRAWINGS + 1
    if number not in weights:
        above.add(number)
        total = 1
        for child in draws.get(number, ()):
            total += _weight(child, draws, weights, above)
            if total > _MOST_DRAWINGS:
                break
        above.discard(number)
        weights[number] = total
    return weights[number]
