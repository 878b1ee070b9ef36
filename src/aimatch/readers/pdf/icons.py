"""Icons and signs of fonts that hold no letters: what such a font says of its characters is not what a page shows.

An icon font calls a telephone "#" or "½", Wingdings an arrow "Ø", and both lie in the text like words. The font's name tells them.
Where a sign begins a line of a list it is a bullet, a ticked box is one, and every other icon is a space.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.lines import PageText

# By their names in files, without what is no letter. "Symbol" holds Greek letters and signs of mathematics as well.
_ICONS = re.compile(
    "awesome|materialicons|materialsymbols|materialdesignicons|glyphicons|ionicons|icomoon|fontello|entypo|typicons|linearicons"
    "|simplelineicons|bootstrapicons|themify|octicons|feathericons|remixicon|boxicons|phosphor|foundationicons|academicons"
    "|marvosym|bbding|ifsym|mfizz|devicon|segoemdl|segoefluenticons|flaticon|tablericons|zocial|socicon|eleganticons|fluentsystemicons"
    "|fontsocial|faregular|fasolid|fabrands",
    re.I,
)
_SIGNS = re.compile("wingdings|webdings|dingbats|opensymbol|starsymbol|^symbol", re.I)
_GREEK = re.compile("^symbol", re.I)
#: What Wingdings draws at these codes: ticks and crosses, and boxes with them and without.
_BOXES = {0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑", 0xA8: "☐", 0x6F: "☐"}
#: Those that show that others are empty, which are bullets too.
_TICKED = frozenset("\uf0fc\uf0fd\uf0feþ☑☒")
#: Its pictures, from the space to the signs of the zodiac: telephones, envelopes, hands.
_PICTURES = range(0x20, 0x6C)
#: What the font Symbol has where ASCII has it.
_SPACE, _ASCII = 0x20, range(0x20, 0x40)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
#: Symbol fonts lie at U+F000 where a file does not say more of them.
_SYMBOLS = range(0xF020, 0xF100)
#: Adobe's figures and capitals of lower-case size ("oneoldstyle", "Asmall"), in a word: U+F700 and the character that they are.
_SMALL = re.compile("[\uf721-\uf77a]{2,}|(?<=[^\\W_])[\uf721-\uf77a]")
_BREAKS = " \t\r\n\xa0\ufffe"
_WORD = re.compile("[^ \t\r\n\xa0]+")
_ALONE = re.compile("(?<![^ \t\r\n\xa0\ufffe])[^ \t\r\n\xa0](?![A-Za-z0-9])")
#: Such a run of an icon font's characters is text that the file gives for an icon ("GitHub: @runa").
_TOLD = re.compile("[A-Za-z]{3}")
#: A line of so many words or more is no datum of a contact or a job, such as icons stand before.
_PROSE = 5
_LEAST_MARKS = 2


def without_icons(text: PageText) -> PageText:
    """A page with a space or a bullet in the place of each icon of its text; places stay what they are."""
    written = text.text
    private = not written.isascii() and _PRIVATE.search(written) is not None
    fonts: dict[int, str] = {}
    if not private and not any(_kind(text, found.start(), fonts) for found in _ALONE.finditer(written)):
        return text
    if private:
        written = _SMALL.sub(lambda found: "".join(chr(ord(one) - 0xF700) for one in found[0]).lower(), written)
    letters = list(written)
    leading: list[tuple[int, int]] = []
    ticked = not _TICKED.isdisjoint(written)
    for start, end in text.spans:
        first = True
        for word in _WORD.finditer(written, start, end):
            for kind, low, high in _runs(text, written, word.span(), fonts):
                begins = first and low == word.start()
                if kind == "icon":
                    if not _TOLD.search(written, low, high):
                        letters[low:high] = " " * (high - low)
                        leading += [(low, end)] * (begins and high == low + 1)
                else:
                    letters[low:high] = [_sign(one, begins, ticked, kind == "greek") for one in written[low:high]]
            first = False
    shown = "".join(letters)
    for place in _marks(written, shown, leading):
        letters[place] = "•"
    for place, (before, after) in enumerate(zip(written, letters, strict=True)):
        # Spaces around a space that was an icon would make it three.
        if after == " " != before:
            text.instead[place] = ""
            if letters[place + 1 : place + 2] == [" "] and (not place or letters[place - 1] in _BREAKS):
                text.instead[place + 1] = ""
    text.text = "".join(letters)
    return text


def _runs(text: PageText, written: str, word: tuple[int, int], fonts: dict[int, str]) -> list[tuple[str, int, int]]:
    """The stretches of a word that are of icons or signs: (kind, start, end)."""
    found: list[tuple[str, int, int]] = []
    for place in range(*word):
        kind = _kind(text, place, fonts)
        private = "\ue000" <= written[place] <= "\uf8ff"
        if kind == "greek" and not private:
            kind = ""
        if not kind and private:
            kind = "sign" if ord(written[place]) in _SYMBOLS else "icon"
        if kind and found and found[-1][0] == kind and found[-1][2] == place:
            found[-1] = (kind, found[-1][1], place + 1)
        elif kind:
            found.append((kind, place, place + 1))
    return found


def _sign(written: str, begins: bool, ticked: bool, greek: bool) -> str:
    """What a sign is read as. One that begins a line and has no meaning of its own is told by the lines it begins."""
    private = ord(written) in _SYMBOLS
    code = ord(written) & 0xFF if private else ord(written)
    if not private and (code > 0xFF or written in "•·"):  # what the file tells rightly
        return written
    if greek and code in _ASCII and not (begins and code > _SPACE):
        return chr(code)
    if code in _BOXES and not greek and (ticked or chr(0xF000 + code) in _TICKED):
        return _BOXES[code]
    if code in _PICTURES and not greek:
        return " "
    return written if private and begins else "•"


def _marks(written: str, shown: str, leading: list[tuple[int, int]]) -> list[int]:
    """The places of icons that are the bullets of a list: each begins several lines of prose."""
    prose = Counter(written[place] for place, end in leading if len(_WORD.findall(shown, place + 1, end)) >= _PROSE)
    return [place for place, _ in leading if prose[written[place]] >= _LEAST_MARKS]


def _kind(text: PageText, place: int, fonts: dict[int, str]) -> str:
    """What the font of a character holds: "icon", "sign", "greek" (signs and letters), or "" for text."""
    font = calls.font_of(text.textpage, text.index(place))
    if font is None:
        return ""
    if font not in fonts:
        fonts[font] = _holds(calls.font_name(font))
    return fonts[font]


@lru_cache(maxsize=256)
def _holds(name: str) -> str:
    bare = re.sub(r"[^A-Za-z]", "", name)
    if _ICONS.search(bare):
        return "icon"
    return ("greek" if _GREEK.search(bare) else "sign") if _SIGNS.search(bare) else ""
