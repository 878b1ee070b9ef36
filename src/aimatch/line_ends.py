"""Line ends of two characters, as Windows writes them, in a text that was given as a ``str``.

What is read must not depend on them, so a text is read with line ends of one character (:mod:`aimatch.rewritten`).
"""

from __future__ import annotations

import re

from aimatch.rewritten import Edit

_TWO = "\r\n"


def shortenings(text: str) -> list[Edit]:
    """The edits that leave a text with line ends of one character."""
    return [Edit(*match.span(), "\n") for match in re.finditer(_TWO, text)] if _TWO in text else []
