"""What an employer is, told in brackets behind its name: "Kaveri Ledgers (accounting SaaS)"."""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.status.scene import Ruled, Scene

_EMPLOYER = re.compile(r"[A-Z][\w&.'-]*\s*\Z")
_BRACKET = re.compile(r"\(([^()\n]{3,60})\)")
_LINE_SIGN = re.compile(r"[ \t]*[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>~-]")


def businesses(scene: Scene) -> Ruled:
    """The skills in such brackets; not in a bullet, where brackets tell the work."""
    text = scene.text
    for match in _BRACKET.finditer(text):
        business = match.group(1).rpartition(" ")[2].lower() in grammar().businesses
        if not business and grammar().business_deeds.match(match.group(1)) is None:
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        if _EMPLOYER.search(text[line : match.start()]) and not _LINE_SIGN.match(text, line):
            for number in scene.within(*match.span()):
                yield number, 0
