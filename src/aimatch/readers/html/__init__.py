"""Reads HTML: the text that a browser shows, in lines and blocks, without fetching or running anything.

Hidden, and reported as such: ``display: none`` and its kin, tiny, transparent or background-coloured text, text off
the page or clipped away, comments, ``<template>``, ``<noscript>``, long descriptions in attributes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aimatch.errors import LimitExceeded, ReadError
from aimatch.model import Document
from aimatch.readers import text as plain
from aimatch.readers.colour import WHITE
from aimatch.readers.flow import Flow
from aimatch.readers.html.css import Sheet
from aimatch.readers.html.sight import Sight, step
from aimatch.readers.html.surroundings import left_out
from aimatch.readers.html.walk import Walker
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_DECLARATION = re.compile(r"<\?xml[^>]{0,1000}>")
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,500}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_HEAD = 4096
_NO_BODY = "<body></body>"
# Possessive, and content with the end of the file instead of ">": no input makes it go over the same characters twice.
_TAG = re.compile(r"<[a-zA-Z][^\s/>]*+((?:=\s*+(?:\"[^\"]*\"|'[^']*')|[^>])*+)(?:>|\Z)")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*\"|'[^']*')")
_LONG_TAG = 4_096
_MOST_ATTRIBUTES = 1_000
_META = frozenset({"keywords", "description"})


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """What a person sees of an HTML page.

    Raises:
        ReadError: It is no HTML that can be parsed.
        LimitExceeded: It is nested too deeply, or holds more text than ``limits`` allow.
        UnsupportedFormat: The bytes are no text.
    """
    source, notes = _decode(data, name)
    if "<" not in source:
        return plain.document(source, data=data, name=name, limits=limits, notes=(*notes, "no HTML in the file"))
    return read_source(source, data=data, name=name, limits=limits, notes=notes)


def read_source(
    source: str, *, data: bytes, name: str | None, limits: Limits, notes: tuple[str, ...] = (), format: str = "html"
) -> Document:
    """What a person sees of decoded HTML; ``data`` are the bytes that it came from.

    Raises:
        ReadError: It is no HTML that can be parsed.
        LimitExceeded: It is nested too deeply, or holds more text than ``limits`` allow.
    """
    root = _parse(source, name)
    flow = Flow(name=name, limits=limits)
    for note in notes:
        flow.note(note)
    if root is not None:
        _lay_out(root, flow, name, limits)
    return flow.document(format=format, data=data)


def _lay_out(root: Element, flow: Flow, name: str | None, limits: Limits) -> None:
    sheet = Sheet(root, name=name, limits=limits)
    links = [link for link in root.iter("link") if "stylesheet" in (link.get("rel") or "").lower()]
    if links:
        flow.note("style sheets are not fetched")
    for meta in root.iter("meta"):
        if (meta.get("name") or "").lower() in _META:
            flow.attribute(meta.get("content") or "", place=f'<meta name="{meta.get("name")}">')
    sight = Sight(background=None if _is_uncertain(root, links, sheet) else WHITE)
    said = sheet.of(root)
    if said or root.attrib:
        sight = step(sight, root, said)
    around = left_out(root)
    if around:
        flow.note("menus, notices and the foot of the page, and what its forms offer unchosen, are left out")
    walker = Walker(flow=flow, sheet=sheet, limits=limits, name=name, left_out=around)
    for comment in [*root.itersiblings(preceding=True)][::-1]:
        walker.comment(comment)
    for part in root:
        flow.lines(walker.lines(part, sight))
    for comment in root.itersiblings():
        walker.comment(comment)


def _is_uncertain(root: Element, links: list[Element], sheet: Sheet) -> bool:
    """Whether something may be painted behind text that is not one of the text's ancestors."""
    if any((link.get("href") or "").lower().startswith(("http:", "https:", "//")) for link in links):
        return True
    for element in root.iter():
        if not isinstance(element.tag, str) or not (element.get("style") or element.get("class") or element.get("id")):
            continue
        said = sheet.of(element)
        if said.get("position") in {"absolute", "fixed"} and any(prop.startswith("background") for prop in said):
            return True
    return False


def _decode(data: bytes, name: str | None) -> tuple[str, tuple[str, ...]]:
    declared = _CHARSET.search(data[:_HEAD])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        label = declared[1].decode("ascii").lower()
        # What calls itself Latin-1 is Windows-1252 on the web (WHATWG encoding standard).
        label = "cp1252" if label in {"iso-8859-1", "latin1", "us-ascii", "ascii"} else label
        try:
            return data.decode(label).replace("\0", ""), ()
        except (LookupError, UnicodeDecodeError):
            pass
    return plain.decode(data, name)


def _parse(source: str, name: str | None) -> Element | None:
    from lxml import etree, html

    _check_attributes(source, name)
    source = _DECLARATION.sub("", source, count=1)
    if not source.strip():
        return None
    # Surrogates and the markers that the walker uses itself can't be part of a page.
    source = source.encode("utf-8", "replace").decode("utf-8").translate({1: None, 2: None})
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(source.encode(), parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        if "empty" in str(error) and not source.endswith(_NO_BODY):
            return _parse(source + _NO_BODY, name)  # nothing but comments
        raise ReadError("is no HTML that can be parsed", source=name, remedy="save it again, or as PDF") from error
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message:
            raise LimitExceeded(
                "nests its elements deeper than 256 levels",
                source=name,
                place=f"line {entry.line}",
                remedy="save it as PDF",
            )
    return root


def _check_attributes(source: str, name: str | None) -> None:
    """Refuse a tag with thousands of attributes: parsers compare each with all others."""
    for tag in _TAG.finditer(source):
        if tag.end() - tag.start() > _LONG_TAG and len(_QUOTED.sub(" ", tag[1]).split()) > _MOST_ATTRIBUTES:
            line = source.count("\n", 0, tag.start()) + 1
            raise LimitExceeded(
                f"has an element with more than {_MOST_ATTRIBUTES} attributes",
                source=name,
                place=f"line {line}",
                remedy="save it as PDF",
            )
