"""What of an HTML element is seen, given what its ancestors are and what the style rules say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aimatch.readers.colour import BLACK, WHITE, is_unseen
from aimatch.readers.html.values import parse_colour, pixels

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_FAINT = 0.03
_TINY = 2.0
"""Type of at most this many CSS pixels (1.5 points) is read by no one."""
_FAR = -400.0
_SLIVER = 1.0
_SCALED_AWAY = re.compile(r"scale[xy]?\(\s*0*(?:\.0\d*)?\s*[,)]")
_MOVED_AWAY = re.compile(r"translate[xy3d]*\(\s*(-\d+)(px|%|vw|em|rem)")
_FILTERED = re.compile(r"opacity\(\s*0?(?:\.0\d*)?%?\s*\)")
_NOTHING_LEFT = re.compile(r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|circle\(\s*0|polygon\(\s*\)|rect\(\s*0+(?:px)?[ ,]")
_CLIP = re.compile(r"rect\(\s*([\d.]+)(?:px)?[ ,]+([\d.]+)(?:px)?[ ,]+([\d.]+)(?:px)?[ ,]+([\d.]+)(?:px)?\s*\)")
_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "smaller": 13.0}
# Nothing needs no unit: "font: 0/0 a" sets a heading's words to nothing, behind which its picture stands.
_FONT_SIZE = re.compile(r"(?:^|\s)([\d.]+(?:px|pt|em|rem|%)|0+(?:\.0+)?)(?:/|\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The state that an element hands down. ``technique`` is what hides the whole tree below; ``place`` where from.

    ``background`` is ``None`` when it can't be told (a picture, a gradient, something positioned beneath).
    """

    technique: str | None = None
    place: str = ""
    invisible: bool = False
    colour: str | None = BLACK
    opacity: float = 1.0
    background: str | None = WHITE
    size: float = 16.0
    shadowed: bool = False
    preformatted: bool = False
    flex: bool = False
    here: str = ""

    def hides(self) -> tuple[str, str] | None:
        """(technique, place) by which text right here is hidden, or ``None`` when it is seen."""
        if self.technique:
            return self.technique, self.place
        if self.invisible:
            return "style", self.here
        if self.opacity <= _FAINT:
            return "transparent", self.here
        if self.size <= _TINY:
            return "tiny", self.here
        if not self.shadowed and is_unseen(self.colour, self.background):
            return "colour", self.here
        return None


def step(sight: Sight, element: Element, said: dict[str, str]) -> Sight:
    """The state below ``element``, of which the style rules have ``said`` these properties."""
    here = f"<{element.tag}>" + (f", line {element.sourceline}" if element.sourceline else "")
    changed = replace(sight, here=here, flex="flex" in said.get("display", "") and _is_row(said))
    if changed.technique is None and (technique := _tree_technique(element, said, sight)):
        changed = replace(changed, technique=technique, place=here)
    if "visibility" in said:
        changed = replace(changed, invisible=said["visibility"] in {"hidden", "collapse"})
    if "white-space" in said:
        changed = replace(changed, preformatted=said["white-space"].startswith("pre"))
    size = _size(said, sight.size)
    if size is not None:
        changed = replace(changed, size=size)
    return _paint(changed, element, said)


def _is_row(said: dict[str, str]) -> bool:
    return not said.get("flex-direction", "row").startswith("column")


def _size(said: dict[str, str], inherited: float) -> float | None:
    value = said.get("font-size")
    if value is None and "font" in said:
        match = _FONT_SIZE.search(said["font"])
        value = match[1] if match else None
    return None if value is None else _SIZES.get(value, pixels(value, inherited))


def _paint(sight: Sight, element: Element, said: dict[str, str]) -> Sight:
    painted = said.get("background-color") or said.get("background") or element.get("bgcolor")
    picture = said.get("background-image", "none")
    clipped_to_text = "text" in {said.get("background-clip"), said.get("-webkit-background-clip")}
    if clipped_to_text:
        # The letters are a window on the background: colour says nothing about them any more.
        return replace(sight, background=None, colour=None, opacity=1.0)
    if picture != "none" or (painted and ("url(" in painted or "gradient(" in painted)):
        sight = replace(sight, background=None)
    elif painted:
        colour, opacity = parse_colour(painted.split()[0] if "(" not in painted else painted)
        if colour is not None and opacity > _FAINT:
            sight = replace(sight, background=colour if opacity == 1 else None)
        elif colour is None and opacity == 1 and painted not in {"none", "inherit", "initial", "unset", "0"}:
            sight = replace(sight, background=None)
    ink = said.get("-webkit-text-fill-color") or said.get("color") or _presented_colour(element)
    if ink and ink not in {"inherit", "currentcolor"}:
        colour, opacity = parse_colour(ink)
        sight = replace(sight, colour=colour, opacity=opacity)
    if "text-shadow" in said:
        sight = replace(sight, shadowed=said["text-shadow"] != "none")
    return sight


def _presented_colour(element: Element) -> str | None:
    name = {"font": "color", "body": "text"}.get(str(element.tag))
    said: str | None = element.get(name) if name else None
    return said


def _tree_technique(element: Element, said: dict[str, str], sight: Sight) -> str | None:
    if said.get("display", "none" if "hidden" in element.attrib else "") == "none" or said.get("mso-hide") == "all":
        return "style"
    if said.get("content-visibility") == "hidden":
        return "style"
    # What fades or slides in is seen a moment later.
    moves = any(said.get(prop, "none") != "none" for prop in ("animation", "animation-name", "transition"))
    if moves:
        return None
    opacity = said.get("opacity", "1")
    if _as_number(opacity) <= _FAINT or _FILTERED.search(said.get("filter", "")):
        return "transparent"
    if _SCALED_AWAY.search(said.get("transform", "")):
        return "tiny"
    if _is_off(said, sight.size):
        return "off-page"
    return "clipped" if _is_clipped(said) else None


def _as_number(text: str) -> float:
    try:
        return float(text[:-1]) / 100 if text.endswith("%") else float(text)
    except ValueError:
        return 1.0


def _is_off(said: dict[str, str], em: float) -> bool:
    moved = _MOVED_AWAY.search(said.get("transform", ""))
    if moved and float(moved[1]) <= (_FAR if moved[2] in {"px"} else -100):
        return True
    sides = ["text-indent", "margin-left"]
    if said.get("position") in {"absolute", "fixed", "relative"}:
        sides += ["left", "right", "top", "bottom"]
    return any((length := pixels(said.get(side), em)) is not None and length <= _FAR for side in sides)


def _is_clipped(said: dict[str, str]) -> bool:
    if _NOTHING_LEFT.search(said.get("clip-path", "")):
        return True
    clip = _CLIP.search(said.get("clip", ""))
    if clip and said.get("position") in {"absolute", "fixed"}:
        top, right, bottom, left = (float(side) for side in clip.groups())
        if right - left <= _SLIVER or bottom - top <= _SLIVER:
            return True
    overflow = " ".join(said.get(prop, "") for prop in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" not in overflow and "clip" not in overflow:
        return False
    extents = (pixels(said.get(prop)) for prop in ("width", "height", "max-width", "max-height"))
    return pixels(said.get("line-height")) == 0 or any(extent is not None and extent <= _SLIVER for extent in extents)
