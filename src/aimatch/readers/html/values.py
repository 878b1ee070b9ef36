"""Colours and lengths as CSS writes them."""

from __future__ import annotations

import re
from collections.abc import Callable

from aimatch.readers.colour import BLACK, WHITE, parse_hex

_RGB = re.compile(r"rgba?\(\s*([^()]*)\)")
_HSL = re.compile(r"hsla?\(\s*([^()]*)\)")
_HWB = re.compile(r"hwb\(\s*([^()]*)\)")
_PREDEFINED = re.compile(r"color\(\s*[a-z][a-z0-9-]*\s+([^()]*)\)")
_LIGHTNESS = re.compile(r"(?:ok)?(?:lab|lch)\(\s*([^()]*)\)")
_MIXED = re.compile(r"color-mix\(\s*in\s[^,()]*,(.*)\)")
_LAST_COMMA = re.compile(r",(?![^()]*\))")
_SHARE = re.compile(r"(?<![\w.(])(\d+(?:\.\d+)?)%(?![^()]*\))")
# Of what is lighter or darker than this in a space of perceived lightness (0..1), and has so little colour, nothing is left but white or black.
_WHITE_FROM, _BLACK_TO, _COLOURLESS = 0.97, 0.03, 0.02
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
    mixed = _MIXED.fullmatch(text)
    if mixed:
        return _mix(mixed[1])
    for pattern, convert in _FUNCTIONS:
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


def _hwb(parts: list[str]) -> str:
    white, black = _fraction(parts[1]), _fraction(parts[2])
    grey = white / (white + black) if white + black >= 1 else None
    pure = _hsl([parts[0], "100%", "50%"])
    mixed = [
        grey if grey is not None else int(pure[at : at + 2], 16) / 255 * (1 - white - black) + white for at in (0, 2, 4)
    ]
    return _rgb([str(255 * channel) for channel in mixed])


def _predefined(parts: list[str]) -> str:
    return _rgb([str(255 * _fraction(part)) for part in parts])


def _lightness(parts: list[str]) -> str | None:
    """White and black of the spaces of perceived lightness (``lab(100 0 0)``, ``oklch(1 0 0)``); any other tells nothing."""
    light = _fraction(parts[0])
    light /= 100 if light > 1 else 1
    if light >= _WHITE_FROM and abs(_fraction(parts[1])) <= _COLOURLESS:
        return WHITE
    return BLACK if light <= _BLACK_TO else None


def _mix(content: str) -> tuple[str | None, float]:
    """``color-mix()`` of two colours, in sRGB: near enough to tell whether the mixture is seen."""
    parts = _LAST_COMMA.split(content)
    if len(parts) != 2:
        return None, 1.0
    shares = [float(match[1]) / 100 if (match := _SHARE.search(part)) else None for part in parts]
    first = shares[0] if shares[0] is not None else 1 - shares[1] if shares[1] is not None else 0.5
    found = [parse_colour(_SHARE.sub("", part)) for part in parts]
    digits = [parse_hex(colour) for colour, _ in found if colour is not None]
    if len(digits) != 2 or None in digits:
        return None, 1.0
    one, other = (str(digit) for digit in digits)
    channels = [int(one[at : at + 2], 16) * first + int(other[at : at + 2], 16) * (1 - first) for at in (0, 2, 4)]
    return _rgb([str(channel) for channel in channels]), found[0][1] * first + found[1][1] * (1 - first)


_FUNCTIONS: tuple[tuple[re.Pattern[str], Callable[[list[str]], str | None]], ...] = (
    (_RGB, _rgb),
    (_HSL, _hsl),
    (_HWB, _hwb),
    (_PREDEFINED, _predefined),
    (_LIGHTNESS, _lightness),
)


def pixels(value: str | None, em: float = _ROOT_SIZE) -> float | None:
    """A CSS length in pixels, ``em`` being what relative units count from; ``None`` for anything else."""
    match = _LENGTH.fullmatch(value.strip()) if value else None
    if not match:
        return None
    factor = _PIXELS.get(match[2])
    return float(match[1]) * (factor if factor is not None else _RELATIVE[match[2]] * em)
