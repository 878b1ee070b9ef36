"""Colours and lengths as CSS writes them."""

from __future__ import annotations

import re

from aimatch.readers.colour import BLACK, WHITE, parse_hex

_RGB = re.compile(r"rgba?\(\s*([^()]*)\)")
_HSL = re.compile(r"hsla?\(\s*([^()]*)\)")
_LENGTH = re.compile(r"([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))\s*(px|pt|em|rem|ex|ch|%|in|cm|mm|vw|vh|)")

_ROOT_SIZE = 16.0
_PIXELS = {"px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": 16.0, "vw": 12.8, "vh": 7.2, "": 1.0}
_RELATIVE = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}
# The basic colours, and those of the 148 names that can pass for white or black.
_NAMES = {
    "white": WHITE,
    "black": BLACK,
    "silver": "c0c0c0",
    "gray": "808080",
    "grey": "808080",
    "maroon": "800000",
    "red": "ff0000",
    "purple": "800080",
    "fuchsia": "ff00ff",
    "green": "008000",
    "lime": "00ff00",
    "olive": "808000",
    "yellow": "ffff00",
    "navy": "000080",
    "blue": "0000ff",
    "teal": "008080",
    "aqua": "00ffff",
    "orange": "ffa500",
    "snow": "fffafa",
    "ivory": "fffff0",
    "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0",
    "whitesmoke": "f5f5f5",
    "mintcream": "f5fffa",
    "azure": "f0ffff",
    "aliceblue": "f0f8ff",
    "honeydew": "f0fff0",
    "seashell": "fff5ee",
    "lavenderblush": "fff0f5",
    "oldlace": "fdf5e6",
    "linen": "faf0e6",
    "lightgray": "d3d3d3",
    "lightgrey": "d3d3d3",
    "gainsboro": "dcdcdc",
    "darkgray": "a9a9a9",
    "darkgrey": "a9a9a9",
    "dimgray": "696969",
    "dimgrey": "696969",
    "midnightblue": "191970",
    "darkslategray": "2f4f4f",
}


def parse_colour(value: str | None) -> tuple[str | None, float]:
    """A CSS colour and its opacity 0..1: six digits, a name that is not known here as it is, ``None`` for no colour."""
    text = (value or "").strip().lower()
    if text in {"", "inherit", "initial", "unset", "revert", "currentcolor", "auto", "unknown", "none"}:
        return None, 1.0
    if text == "transparent":
        return None, 0.0
    if text.startswith("#"):
        return _parse_digits(text[1:])
    for pattern, convert in ((_RGB, _rgb), (_HSL, _hsl)):
        match = pattern.fullmatch(text)
        if match:
            parts = [part for part in re.split(r"[\s,/]+", match[1].strip()) if part]
            try:
                return convert(parts[:3]), _fraction(parts[3]) if len(parts) > 3 else 1.0
            except (ValueError, IndexError):
                return None, 1.0
    return (_NAMES.get(text, text), 1.0) if text.isalpha() else (None, 1.0)


def _parse_digits(digits: str) -> tuple[str | None, float]:
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    opacity = 1.0
    if len(digits) == 8 and parse_hex(digits[2:]):
        digits, opacity = digits[:6], int(digits[6:], 16) / 255
    return parse_hex(digits), opacity


def _fraction(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def _rgb(parts: list[str]) -> str:
    channels = [float(part[:-1]) * 2.55 if part.endswith("%") else float(part) for part in parts]
    red, green, blue = (round(max(0.0, min(255.0, channel))) for channel in channels)
    return f"{red:02x}{green:02x}{blue:02x}"


def _hsl(parts: list[str]) -> str:
    import colorsys

    hue = float(parts[0].removesuffix("deg")) % 360 / 360
    red, green, blue = colorsys.hls_to_rgb(hue, _fraction(parts[2]), _fraction(parts[1]))
    return _rgb([str(red * 255), str(green * 255), str(blue * 255)])


def pixels(value: str | None, em: float = _ROOT_SIZE) -> float | None:
    """A CSS length in pixels, ``em`` being what relative units count from; ``None`` for anything else."""
    match = _LENGTH.fullmatch(value.strip()) if value else None
    if not match:
        return None
    factor = _PIXELS.get(match[2])
    return float(match[1]) * (factor if factor is not None else _RELATIVE[match[2]] * em)
