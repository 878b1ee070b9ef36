"""Colours as six hexadecimal digits, and whether text in one can be seen on another."""

from __future__ import annotations

import re

WHITE = "ffffff"
BLACK = "000000"

INVISIBLE_CONTRAST = 1.15
"""Below this WCAG 2 contrast ratio (1 is equal, 21 black on white) text is taken for unseen.

WCAG asks for 4.5; pale grey on white, tasteless but legible at a push, starts near 1.3; ``#f2f2f2`` on white is 1.12.
"""

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


def parse_hex(value: str | None) -> str | None:
    """``value`` as six lower-case digits, or ``None`` when it is no hexadecimal colour (``auto``, a name, nothing)."""
    match = _HEX.fullmatch(value.strip()) if value else None
    return match[1].lower() if match else None


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1..21, as defined in WCAG 2.1 ("relative luminance", "contrast ratio")."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_unseen(colour: str | None, background: str | None) -> bool:
    """Whether text in ``colour`` can't be told from ``background``.

    An unknown colour (``None``) is always seen; a name that stands for an unknown colour, on everything but itself.
    """
    if colour is None or background is None:
        return False
    if colour == background:
        return True
    if not (_HEX.fullmatch(colour) and _HEX.fullmatch(background)):
        return False
    # Equal luminance is not equal colour: red on green of the same brightness is legible.
    apart = max(abs(int(colour[i : i + 2], 16) - int(background[i : i + 2], 16)) for i in (0, 2, 4))
    return apart <= _NEAR and contrast(colour, background) < INVISIBLE_CONTRAST


_NEAR = 24


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
