"""The words of RTF that the reader knows, and the tables at the head of a file."""

from __future__ import annotations

import re

_FONT = re.compile(rb"\\f(\d{1,5})(?!\w)|\\fcharset(\d{1,3})")
_SHORT_COLOUR = re.compile(rb"\\(red|green|blue)(\d{1,3})")

# Groups whose text is no text of the page. A picture's fallback repeats a text box that was read already.
SKIPPED = frozenset(
    b"fonttbl colortbl stylesheet info pict object fldinst themedata colorschememapping datastore latentstyles"
    b" listtable listoverridetable revtbl rsidtbl generator xmlnstbl filetbl shprslt nonshppict sp bkmkstart bkmkend"
    b" atnid atnauthor atnref atndate atntime atnicn atnparent atrfstart atrfend userprops docvar pgptbl mmathPr"
    b" ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn footnoteFormat wgrffmtfilter falt panose fname tc xe template"
    b" operator company title author keywords comment doccomm subject manager category hlinkbase pn listname"
    b" picprop background objdata objclass objname result datafield formfield".split()
)
# Starred destinations that are part of the page all the same.
KEPT = frozenset(b"shpinst shptxt shppict ud annotation footnote ftnalt revised do".split())
MARGINS = frozenset(b"header headerl headerr headerf footer footerl footerr footerf".split())
SYMBOLS = {
    b"tab": "\t",
    b"line": "\n",
    b"emdash": "\N{EM DASH}",
    b"endash": "\N{EN DASH}",
    b"bullet": "\N{BULLET}",
    b"lquote": "\N{LEFT SINGLE QUOTATION MARK}",
    b"rquote": "\N{RIGHT SINGLE QUOTATION MARK}",
    b"ldblquote": "\N{LEFT DOUBLE QUOTATION MARK}",
    b"rdblquote": "\N{RIGHT DOUBLE QUOTATION MARK}",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
    b"nestcell": "\t",
    b"nestrow": "\n",
    b"softline": " ",
}
# The character sets a font can ask for, as Python names them.
_CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
DECLARED = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850", b"ansi": "cp1252"}


def colour_table(data: bytes) -> list[str | None]:
    """The colours of the document by index, as six digits; ``None`` for the automatic one."""
    start = data.find(b"{\\colortbl")
    end = data.find(b"}", start)
    colours: list[str | None] = []
    for entry in data[start + 10 : end].split(b";")[:1000] if 0 <= start < end else []:
        parts = {kind: min(255, int(value)) for kind, value in _SHORT_COLOUR.findall(entry)}
        colours.append("".join(f"{parts.get(kind, 0):02x}" for kind in (b"red", b"green", b"blue")) if parts else None)
    return colours


def font_table(data: bytes) -> dict[int, str | None]:
    """The encoding of each font by number; ``None`` for that of the document."""
    start = data.find(b"{\\fonttbl")
    table = data[start : start + 100_000] if start >= 0 else b""
    fonts: dict[int, str | None] = {}
    font = 0
    for number, charset in _FONT.findall(table):
        font = int(number) if number else font
        if charset:
            fonts[font] = _CHARSETS.get(int(charset))
    return fonts
