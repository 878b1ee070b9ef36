"""The XML names that the DOCX reader looks for, and reading an attribute of the main namespace."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?)(?:pt|%|px|)\s*$")
_OFF = {"0", "false", "off", "none"}


def val(element: Element | None, name: str = "val") -> str | None:
    """The attribute ``w:name``; ``None`` without the element or the attribute."""
    return None if element is None else element.get(W + name)


def number(text: str | None) -> float | None:
    """A decimal number of at most fifteen digits, a unit behind it ignored; ``None`` for anything else."""
    match = _NUMBER.match(text) if text else None
    return float(match[1]) if match else None


def is_on(element: Element | None) -> bool | None:
    """The value of an on/off property: ``None`` where it is not said."""
    return None if element is None else (element.get(W + "val") or "true").lower() not in _OFF
