"""Builders of the files that the reader tests read: a few lines of XML in, the bytes of a whole file out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import pytest

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": _W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
_PAGE = '<w:sectPr>{refs}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OASIS = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
        "svg": "svg-compatible",
        "fo": "xsl-fo-compatible",
    }.items()
)


def zipped(parts: Mapping[str, str | bytes], *, compress: bool = True) -> bytes:
    """A zip container with these members, the same bytes each time."""
    stream = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), content, method)
    return stream.getvalue()


def build_docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    comments: str = "",
    settings: str = "",
    footnotes: str = "",
    header: str = "",
    footer: str = "",
    before_body: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    related: Mapping[str, tuple[str, str]] | None = None,
) -> bytes:
    """A DOCX whose body holds the XML ``body``; ``related`` maps more relationship ids to (kind, target)."""
    relations = dict(related or {})
    contents: dict[str, str | bytes] = {}
    references = ""
    for kind, root, xml in (
        ("styles", "styles", styles),
        ("numbering", "numbering", numbering),
        ("comments", "comments", comments),
        ("settings", "settings", settings),
        ("footnotes", "footnotes", footnotes),
        ("header", "hdr", header),
        ("footer", "ftr", footer),
    ):
        if xml:
            contents[f"word/{kind}.xml"] = f"<w:{root} {_NAMESPACES}>{xml}</w:{root}>"
            relations[f"rId-{kind}"] = (kind, f"{kind}.xml")
            if kind in {"header", "footer"}:
                references += f'<w:{kind}Reference w:type="default" r:id="rId-{kind}"/>'
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for key, (kind, target) in relations.items()
    )
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    page = _PAGE.format(refs=references)
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{rels}"><Relationship Id="rId1" '
            f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{rels}">{listed}</Relationships>',
            "word/document.xml": f"<w:document {_NAMESPACES}>{before_body}<w:body>{body}{page}</w:body></w:document>",
            **contents,
            **(parts or {}),
        }
    )


def build_odt(body: str, *, automatic: str = "", styles: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """An ODT whose text holds the XML ``body``."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OASIS}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {_OASIS}>{styles}</office:document-styles>",
            **(parts or {}),
        }
    )


def paragraph(text: str, run: str = "", properties: str = "") -> str:
    """A DOCX paragraph of one run with these run and paragraph properties."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


@pytest.fixture
def docx() -> Callable[..., bytes]:
    return build_docx


@pytest.fixture
def odt() -> Callable[..., bytes]:
    return build_odt


@pytest.fixture
def zip_of() -> Callable[..., bytes]:
    return zipped


@pytest.fixture
def p() -> Callable[..., str]:
    return paragraph
