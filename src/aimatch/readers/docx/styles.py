"""How a run looks: the properties that decide whether it is seen, gathered from defaults, styles and the run itself."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from aimatch.readers.colour import WHITE, is_unseen, parse_hex
from aimatch.readers.docx.names import W14, A, W, is_on, number, val

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TINY = 3
"""Type of at most this size, in half points, is read by no one."""
_NARROW = 5
_AUTO = "auto"
# The colours that Word's highlighter offers (ECMA-376 part 1, 17.18.40).
_HIGHLIGHT = {
    "black": "000000",
    "blue": "0000ff",
    "cyan": "00ffff",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGray": "808080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "green": "00ff00",
    "lightGray": "c0c0c0",
    "magenta": "ff00ff",
    "red": "ff0000",
    "white": "ffffff",
    "yellow": "ffff00",
}
# What a run calls a theme colour, and what the theme calls it (17.18.97; settings may swap them, no resume does).
_THEME = {
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
}
_DEPTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Properties of a run; ``None`` where nothing is said. ``size`` in half points, ``scale`` in percent of width."""

    vanish: bool | None = None
    colour: str | None = None
    fill: str | None = None
    size: float | None = None
    scale: float | None = None
    transparent: bool | None = None

    def under(self, other: Look) -> Look:
        """This look with everything that ``other`` says put over it."""
        if other == _PLAIN:
            return self
        said = {field.name: getattr(other, field.name) for field in fields(other)}
        return Look(**{name: getattr(self, name) if value is None else value for name, value in said.items()})

    def technique(self, background: str | None) -> str | None:
        """How this look hides text on ``background`` (``None``: unknown), or ``None`` when the text is seen."""
        if self.vanish:
            return "style"
        if self.transparent:
            return "transparent"
        if (self.size is not None and self.size <= TINY) or (self.scale is not None and self.scale <= _NARROW):
            return "tiny"
        behind = self.fill if self.fill not in (None, _AUTO) else background
        return "colour" if self.colour != _AUTO and is_unseen(self.colour, behind) else None


_PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphStyle:
    """What a paragraph style decides. ``numbering`` is (numId, level); ``heading`` also holds for titles."""

    look: Look = _PLAIN
    fill: str | None = None
    numbering: tuple[str, int] | None = None
    heading: bool = False


class Theme:
    """The named colours of a document."""

    def __init__(self, root: Element | None) -> None:
        self._colours: dict[str, str] = {}
        scheme = None if root is None else root.find(f".//{A}clrScheme")
        for entry in [] if scheme is None else scheme:
            shown = entry.find(f"{A}srgbClr")
            system = entry.find(f"{A}sysClr")
            colour = parse_hex(
                shown.get("val") if shown is not None else None if system is None else system.get("lastClr")
            )
            if colour and isinstance(entry.tag, str):
                self._colours[entry.tag.removeprefix(A)] = colour

    def colour(self, name: str | None) -> str | None:
        """The colour that ``name`` (``accent1``, ``background1``, ``bg1``) stands for, if the theme says it."""
        return self._colours.get(_THEME.get(name or "", name or ""))

    def read(self, element: Element | None, value: str, theme: str) -> str | None:
        """A colour out of the attributes ``value`` and ``theme`` of ``element``; ``auto`` when it says so."""
        if element is None:
            return None
        # Word obeys the theme's name and writes the result of a tint or shade beside it.
        prefix = "themeFill" if theme == "themeFill" else "theme"
        changed = val(element, f"{prefix}Tint") or val(element, f"{prefix}Shade")
        named = None if changed else self.colour(val(element, theme))
        if named:
            return named
        return parse_hex(val(element, value)) or _AUTO


class Styles:
    """The styles of one document, each resolved along its chain of ``basedOn`` and kept."""

    def __init__(self, root: Element | None, theme: Theme) -> None:
        self.theme = theme
        self._elements: dict[str, Element] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, Look] = {}
        self._default: str | None = None
        self._base = _PLAIN
        if root is None:
            return
        for style in root.iterfind(f"{W}style"):
            style_id = val(style, "styleId")
            if style_id:
                self._elements[style_id] = style
                if val(style, "type") == "paragraph" and val(style, "default") in {"1", "true", "on"}:
                    self._default = style_id
        self._base = self.look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))

    def look(self, properties: Element | None) -> Look:
        """The look that a run's own properties (``w:rPr``) ask for, styles apart."""
        if properties is None or not len(properties):
            return _PLAIN
        found: dict[str, object] = {}
        for child in properties:
            if child.tag == f"{W}vanish":
                found["vanish"] = is_on(child)
            elif child.tag == f"{W}color":
                found["colour"] = self.theme.read(child, "val", "themeColor")
            elif child.tag == f"{W}sz":
                found["size"] = number(val(child))
            elif child.tag == f"{W}w":
                found["scale"] = number(val(child))
            elif child.tag == f"{W}shd":
                found.setdefault("fill", self.fill(child))
            elif child.tag == f"{W}highlight":
                found["fill"] = _HIGHLIGHT.get(val(child) or "", _AUTO)
            elif child.tag == f"{W14}textFill":
                found.update(self._text_fill(child))
        return Look(**found) if found else _PLAIN  # type: ignore[arg-type]

    def fill(self, shading: Element | None) -> str | None:
        """The colour behind text that a ``w:shd`` paints; ``auto`` or ``None`` when it paints none."""
        if shading is None or val(shading) == "nil":
            return None
        if val(shading) == "solid":
            return self.theme.read(shading, "color", "themeColor")
        return self.theme.read(shading, "fill", "themeFill")

    def _text_fill(self, fill: Element) -> dict[str, object]:
        # Word 2010's text effects win over w:color. Here alpha is how much is *lost*, in thousandths of a percent.
        if fill.find(f"{W14}noFill") is not None:
            return {"transparent": True}
        solid = fill.find(f"{W14}solidFill")
        if solid is None:
            return {}
        found: dict[str, object] = {}
        for colour in solid:
            if colour.tag == f"{W14}srgbClr":
                found["colour"] = parse_hex(colour.get(f"{W14}val")) or _AUTO
            elif colour.tag == f"{W14}schemeClr" and not len(colour):
                found["colour"] = self.theme.colour(colour.get(f"{W14}val")) or _AUTO
            alpha = colour.find(f"{W14}alpha")
            lost = None if alpha is None else number(alpha.get(f"{W14}val"))
            if lost is not None and lost >= 97_000:
                found["transparent"] = True
        return found

    def _chain(self, style_id: str | None) -> list[Element]:
        chain: list[Element] = []
        while style_id in self._elements and len(chain) < _DEPTH:
            element = self._elements[style_id]
            if element in chain:
                break
            chain.append(element)
            style_id = val(element.find(f"{W}basedOn"))
        return chain[::-1]

    def character(self, style_id: str | None) -> Look:
        """The look of a character style, without the document's defaults."""
        if style_id is None:
            return _PLAIN
        if style_id not in self._characters:
            look = _PLAIN
            for element in self._chain(style_id):
                look = look.under(self.look(element.find(f"{W}rPr")))
            self._characters[style_id] = look
        return self._characters[style_id]

    def paints(self, style_id: str | None) -> bool:
        """Whether a table style paints cells or colours text in some of its rows or columns."""
        return any(
            self.fill(shading) not in (None, "auto", WHITE)
            for element in self._chain(style_id)
            for shading in element.iter(f"{W}shd")
        )

    def paragraph(self, style_id: str | None) -> ParagraphStyle:
        """A paragraph style with the document's defaults below it; the default style for an unknown id."""
        if style_id not in self._elements:
            style_id = self._default
        if style_id not in self._paragraphs:
            self._paragraphs[style_id] = self._resolve(style_id)
        return self._paragraphs[style_id]

    def _resolve(self, style_id: str | None) -> ParagraphStyle:
        look, fill, heading = self._base, None, False
        numbering: tuple[str, int] | None = None
        for element in self._chain(style_id):
            look = look.under(self.look(element.find(f"{W}rPr")))
            name = (val(element.find(f"{W}name")) or "").lower()
            heading = heading or name.startswith("heading ") or name == "title"
            properties = element.find(f"{W}pPr")
            if properties is not None:
                fill = self.fill(properties.find(f"{W}shd")) or fill
                heading = heading or properties.find(f"{W}outlineLvl") is not None
                numbering = numbering_of(properties, numbering)
        return ParagraphStyle(look=look, fill=fill, numbering=numbering, heading=heading)


def numbering_of(properties: Element | None, inherited: tuple[str, int] | None) -> tuple[str, int] | None:
    """The (numId, level) of a paragraph's or a style's ``w:pPr``, over what it inherits."""
    chosen = None if properties is None else properties.find(f"{W}numPr")
    if chosen is None:
        return inherited
    number_id = val(chosen.find(f"{W}numId")) or (inherited[0] if inherited else None)
    level = number(val(chosen.find(f"{W}ilvl")))
    if level is None:
        level = inherited[1] if inherited else 0
    return (number_id, max(0, min(8, int(level)))) if number_id else None
