"""Characters that a mail program encoded and nobody decoded: "March 2022 =E2=80=93 Present" (quoted-printable, RFC
2045)."""

from __future__ import annotations

import re

from aimatch.rewritten import Edit

# Two to four bytes of UTF-8, which nothing else looks like; an address has "%E2", a colour "#E2E8F0".
_BYTES = re.compile(r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3})+")
# In a text that holds such bytes: a line cut in two by "=" at its end, and signs and spaces.
_SOFT = re.compile(r"=[ \t]*\r?\n|=(?:20|3D|09|22|27|2D)(?![0-9A-F])")


def decoded(text: str) -> list[Edit]:
    """The edits that read encoded characters as what they stand for."""
    if "=" not in text:
        return []
    found = []
    for match in _BYTES.finditer(text):
        try:
            read = bytes.fromhex(match.group().replace("=", "")).decode()
        except UnicodeDecodeError:
            continue
        found.append(Edit(*match.span(), read))
    if found:
        found += [Edit(*one.span(), _sign(one.group())) for one in _SOFT.finditer(text)]
    return found


def _sign(code: str) -> str:
    return "" if code.endswith("\n") else chr(int(code[1:], 16))
