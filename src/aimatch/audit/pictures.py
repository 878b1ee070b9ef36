"""A file with other pictures in the place of its own: what a photo shows must be no part of any number."""

from __future__ import annotations

import io
import json
import re
import zipfile

#: A picture of one grey dot, as PNG.
_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c636800000082008177cd72b6"
    "0000000049454e44ae426082"
)
#: The share of a page from which a picture is the page itself: a scan, not a photo on it.
_SCAN = 0.5
_MEDIA = re.compile(r"(?:word/media|Pictures)/.+\.(?:png|jpe?g|gif|bmp|tiff?|webp|emf|wmf|svg)\Z", re.IGNORECASE)
_TAG = re.compile(rb"""(<img\b[^>]*?\ssrc\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_LINKED = re.compile(rb"(!\[[^\]\n]*\]\()([^)\s]+)")


def without_pictures(data: bytes, form: str) -> tuple[bytes, int]:
    """The file with its pictures taken out or made one grey dot, and how many they were; ``form`` is its reader's name."""
    if form == "pdf":
        return _pdf(data)
    if form in ("docx", "odt"):
        return _archive(data)
    if form == "html":
        return _TAG.subn(rb'\1"data:,"', data)
    if form == "markdown":
        return _LINKED.subn(rb"\1other.png", data)
    if form == "json-resume":
        return _json(data)
    return data, 0


def _pdf(data: bytes) -> tuple[bytes, int]:
    import pypdfium2
    from pypdfium2 import raw

    count = 0
    pdf = pypdfium2.PdfDocument(data)
    try:
        for page in pdf:
            area = page.get_width() * page.get_height()
            pictures = list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1))
            photos = []
            for one in pictures:
                left, bottom, right, top = one.get_bounds()
                if (right - left) * (top - bottom) < _SCAN * area:
                    photos.append(one)
            for one in photos:
                page.remove_obj(one)
            if photos:
                page.gen_content()
                count += len(photos)
            page.close()
        out = io.BytesIO()
        if count:
            pdf.save(out)
        return out.getvalue() or data, count
    finally:
        pdf.close()


def _archive(data: bytes) -> tuple[bytes, int]:
    out, count = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            picture = _MEDIA.search(part.filename) is not None
            count += picture
            new.writestr(part, _DOT if picture else old.read(part))
    return out.getvalue(), count


def _json(data: bytes) -> tuple[bytes, int]:
    content = json.loads(data)
    basics = content.get("basics") if isinstance(content, dict) else None
    if not isinstance(basics, dict) or not basics.get("image"):
        return data, 0
    basics["image"] = "https://example.com/other.png"
    return json.dumps(content, ensure_ascii=False).encode(), 1
