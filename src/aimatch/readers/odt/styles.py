"""How text of an ODT looks, gathered from defaults and chains of styles, and the XML names that it is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from aimatch.readers.colour import BLACK, WHITE, is_unseen, parse_hex

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW, SVG, FO = (
    _NAMESPACE % name for name in ("office", "text", "table", "style", "drawing", "svg-compatible", "xsl-fo-compatible")
)
_POINTS = re.compile(r"([\d.]{1,12})(pt|in|cm|mm|px)$")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_TINY = 1.5
_DEPTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Properties of text; ``None`` where nothing is said. ``size`` in points."""

    colour: str | None = None
    fill: str | None = None
    size: float | None = None
    hidden: bool | None = None

    def under(self, other: Look) -> Look:
        """This look with everything that ``other`` says put over it."""
        said = {field.name: getattr(other, field.name) for field in fields(other)}
        return replace(self, **{name: value for name, value in said.items() if value is not None})

    def technique(self, background: str | None) -> str | None:
        """How this look hides text on ``background`` (``None``: unknown), or ``None`` when the text is seen."""
        if self.hidden:
            return "style"
        if self.size is not None and self.size <= _TINY:
            return "tiny"
        behind = self.fill if self.fill not in (None, "transparent") else background
        return "colour" if is_unseen(self.colour or BLACK, behind) else None


PLAIN = Look()


class Styles:
    """The styles of one document."""

    def __init__(self, roots: list[Element]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._bullets: dict[str, dict[int, bool]] = {}
        self.default = PLAIN
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles.setdefault((style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")), style)
            for default in root.iter(f"{STYLE}default-style"):
                if default.get(f"{STYLE}family") == "paragraph":
                    self.default = self.default.under(self._own_look(default))
            for listed in root.iter(f"{TEXT}list-style"):
                self._bullets[listed.get(f"{STYLE}name", "")] = {
                    int(level.get(f"{TEXT}level", "1")): not str(level.tag).endswith("number")
                    for level in listed
                    if level.get(f"{TEXT}level", "1").isdecimal()
                }

    def is_bullet(self, name: str, level: int) -> bool:
        """Whether a list style puts a sign before the items of a level, not a number."""
        return self._bullets.get(name, {}).get(level, True)

    def _own_look(self, style: Element) -> Look:
        text = style.find(f"{STYLE}text-properties")
        if text is None:
            return PLAIN
        size = _POINTS.match(text.get(f"{FO}font-size", ""))
        automatic = text.get(f"{STYLE}use-window-font-color") == "true"
        return Look(
            colour=BLACK if automatic else parse_hex(text.get(f"{FO}color")),
            fill=_fill(text),
            size=float(size[1]) * _UNITS[size[2]] if size and size[1].count(".") < 2 and size[1] != "." else None,
            hidden={"none": True, "true": False}.get(text.get(f"{TEXT}display", "")),
        )

    def _chain(self, family: str, name: str | None) -> list[Element]:
        chain: list[Element] = []
        while name is not None and (family, name) in self._styles and len(chain) < _DEPTH:
            style = self._styles[family, name]
            if style in chain:
                break
            chain.append(style)
            name = style.get(f"{STYLE}parent-style-name")
        return chain[::-1]

    def look(self, family: str, name: str | None) -> Look:
        """The look of a style of a family (``text``, ``paragraph``), along its chain of parents."""
        key = (family, name or "")
        if key not in self._looks:
            look = PLAIN
            for style in self._chain(family, name):
                look = look.under(self._own_look(style))
            self._looks[key] = look
        return self._looks[key]

    def painted(self, family: str, name: str | None, properties: str) -> str | None:
        """What a style paints behind its text: six digits, ``transparent``, or ``None`` when nothing is said."""
        for style in reversed(self._chain(family, name)):
            found = style.find(f"{STYLE}{properties}")
            if found is not None and (fill := _fill(found)) is not None:
                return fill
        return None

    def is_ruled(self, name: str | None) -> bool:
        """Whether a paragraph's style draws a line below it."""
        for style in reversed(self._chain("paragraph", name)):
            found = style.find(f"{STYLE}paragraph-properties")
            if found is not None and (line := found.get(f"{FO}border-bottom", found.get(f"{FO}border"))) is not None:
                return "none" not in line
        return False

    def page_background(self, roots: list[Element]) -> str | None:
        """The colour of the paper; ``None`` when something may be painted on it."""
        for root in roots:
            for graphic in root.iter(f"{STYLE}graphic-properties"):
                # A shape behind the text may carry text of any colour.
                if graphic.get(f"{STYLE}run-through") == "background":
                    return None
        for root in roots:
            for page in root.iter(f"{STYLE}page-layout-properties"):
                if (fill := _fill(page)) not in (None, "transparent"):
                    return fill
        return WHITE


def _fill(properties: Element) -> str | None:
    """The colour that properties paint behind text: six digits, ``transparent``, or ``None`` when nothing is said."""
    said = properties.get(f"{FO}background-color")
    return "transparent" if said == "transparent" else parse_hex(said)
