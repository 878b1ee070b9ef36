"""A writer of small PDFs: a content stream in, the bytes of a whole file out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

Build = Callable[..., bytes]


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def _resources(given: str) -> bytes:
    return (given if "/Font" in given else f"/Font<</F1 3 0 R/F2 4 0 R>>{given}").encode()


def _build(
    *contents: str | bytes,
    page: str = "",
    resources: str = "",
    catalog: str = "",
    objects: Sequence[str | bytes] = (),
    font: str = "/Subtype/Type1/BaseFont/Helvetica",
    media: str = "0 0 612 792",
) -> bytes:
    """A file with one page for each content; ``objects`` are numbered from 10 on, fonts F1 and F2 are there."""
    numbered: dict[int, bytes] = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog.encode(),
        3: b"<</Type/Font%s>>" % font.encode(),
        4: b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    }
    for number, extra in enumerate(objects, 10):
        numbered[number] = extra.encode("latin-1") if isinstance(extra, str) else extra
    kids = []
    first = 100
    for content in contents:
        kids.append(b"%d 0 R" % first)
        numbered[first] = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %d 0 R/Resources<<%s>>%s>>" % (
            media.encode(),
            first + 1,
            _resources(resources),
            page.encode(),
        )
        numbered[first + 1] = _stream(content.encode("latin-1") if isinstance(content, str) else content)
        first += 2
    numbered[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number in sorted(numbered):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + numbered[number] + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number in sorted(places):
        out += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    out += b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (max(places) + 1, start)
    return bytes(out)


@pytest.fixture(scope="session")
def build() -> Build:
    return _build


@pytest.fixture(scope="session")
def stream() -> Callable[..., bytes]:
    return _stream
