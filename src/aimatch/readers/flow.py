"""Puts a document's text together from lines, gaps and page ends, and its hidden text beside it.

Formats without geometry (DOCX, ODT, RTF, HTML, JSON Resume) all end up here, so that the shape of
:attr:`~aimatch.model.Document.text` is decided once: a paragraph a line, one blank line between blocks, none at either
end, no trailing spaces, no characters that take no room.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from aimatch.errors import LimitExceeded
from aimatch.model import Document, Field, HiddenText, Page
from aimatch.model.document import FieldKind
from aimatch.readers.limits import Limits
from aimatch.wordlist import beyond_ascii

GAP = ""
"""A line that stands for the end of a block."""
PAGE_END = "\f"
"""A line that stands for the end of a page."""

HEADING_LENGTH = 60
"""Characters of a heading at most: what is longer and set like one is a sentence."""

BULLET = "\N{BULLET} "

_SPACES = dict.fromkeys(map(ord, "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}"), " ")
# Characters that no one sees and that split words for a matcher: soft hyphen, zero-width space, word joiner, BOM, C0.
_NOTHING = dict.fromkeys(
    [
        0xAD,
        0x200B,
        0x2060,
        0xFEFF,
        *(code for code in range(32) if chr(code) not in "\t\n"),
        *range(0x7F, 0xA0),
        *range(0xE000, 0xF900),
    ]
)
_CLEAN = {**_NOTHING, **_SPACES, 0x2011: "-", 0x2028: "\n", 0x2029: "\n"}
# Of the private use area, where nobody can name an icon, the signs of symbol fonts: ticks, crosses and what Word and its kin
# offer as a list sign.
_CLEAN.update(
    dict.fromkeys([0xF06C, 0xF06E, 0xF075, 0xF076, 0xF077, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0F0], "\N{BULLET}")
)
_CLEAN.update({0xF020: " ", 0xF0FB: "\u2717", 0xF0FC: "\u2713", 0xF0FD: "\u2612", 0xF0FE: "\u2611"})
_TAG_CHARACTERS = re.compile("[\U000e0020-\U000e007e]+")
# A list sign set off by a tab, as word processors write it out.
_TYPED_BULLET = re.compile("\\A[\u00b7\u2022\u25aa\u25cf\u25e6\u25cb\u25a0\u2023\u2043\u27a2\u27a4o\u2013-]\\s*\t\\s*")
_SENTENCE = 4
_FILE_NAME = re.compile(r"[\\/][\w. -]+[\\/]|\.(?:jpe?g|png|gif|bmp|tiff?|svg|webp|emf|wmf)$", re.I)


def clean(text: str) -> str:
    """``text`` as it looks: no-break spaces as spaces, characters of no width and control characters left out."""
    return text if text.isascii() and text.isprintable() else text.translate(_CLEAN)


def invisible_tags(text: str) -> list[str]:
    """What the Unicode tag characters in ``text`` spell: no screen draws them, every language model reads them."""
    if not any("\U000e0020" <= character <= "\U000e007e" for character in beyond_ascii(text)):
        return []
    return ["".join(chr(ord(char) - 0xE0000) for char in run) for run in _TAG_CHARACTERS.findall(text)]


def digest(data: bytes) -> str:
    """The SHA-256 of the input, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


class Flow:
    """Collects visible lines and hidden text of one document, within ``limits.max_characters`` together."""

    def __init__(self, *, name: str | None, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._characters = 0
        self._lines: list[str] = []
        self._hidden: list[tuple[HiddenText, int]] = []
        self._open: tuple[str, str] | None = None
        #: What a person sees, in the order of the file (lines may be made of it later), and how much of it the open quote follows.
        self._seen: list[str] = []
        self._above = 0
        self._quote: list[str] = []
        self._notes: list[str] = []
        self._named: list[tuple[int, FieldKind, str]] = []
        self._page = 1

    def count(self, characters: int) -> None:
        """Account for text before it is kept.

        Raises:
            LimitExceeded: The document holds more text than ``max_characters``.
        """
        self._characters += characters
        if self._characters > self._limits.max_characters:
            raise LimitExceeded(
                f"holds more than {self._limits.max_characters:,} characters of text",
                source=self._name,
                remedy="raise Limits.max_characters if this is a resume",
            )

    def line(self, text: str) -> None:
        """Add a line; line breaks inside it are kept, and a line of white space is a gap."""
        for part in clean(text).split("\n"):
            for spelled in invisible_tags(part):
                self.hide(spelled, technique="transparent", place="invisible Unicode tag characters")
            self._lines.append(_TYPED_BULLET.sub(BULLET, _TAG_CHARACTERS.sub("", part).strip(), count=1))

    def lines(self, lines: Iterable[str]) -> None:
        """Add several lines, among them :data:`GAP` and :data:`PAGE_END`."""
        for line in lines:
            if line == PAGE_END:
                self._lines.append(PAGE_END)
                self._page += 1
            else:
                self.line(line)

    def gap(self) -> None:
        """End the block."""
        self._lines.append(GAP)

    def note(self, note: str) -> None:
        """Add a remark on how the file was read, once."""
        if note not in self._notes:
            self._notes.append(note)

    def named(self, kind: FieldKind, text: str) -> None:
        """Mark what the last line holds of a field of the data, behind what was marked in it before."""
        self._named.append((len(self._lines) - 1, kind, clean(text)))

    def hide(self, quote: str, *, technique: str, place: str) -> None:
        """Add hidden text; what follows with the same technique and place continues the same quote."""
        if self._open != (technique, place):
            self.seal()
            self._open = (technique, place)
            self._above = len(self._seen)
        self._quote.append(quote)

    def attribute(self, words: str, *, place: str) -> None:
        """Add the description of a picture or field as hidden text, unless it is a label or a file's name."""
        self.count(len(words))
        if len(words.split()) >= _SENTENCE and not _FILE_NAME.search(words):
            self.seal()
            self.hide(words, technique="attribute", place=place)
            self.seal()

    def seal(self, visible: str = "") -> None:
        """End the hidden quote that is being collected: ``visible`` text stood between."""
        if visible:
            self._seen.append(visible)
        if self._open is None:
            return
        quote = re.sub(r"\s+", " ", clean("".join(self._quote))).strip()
        # A blank or a stop in white is a spacer, not a statement.
        if any(char.isalnum() for char in quote):
            technique, place = self._open
            hidden = HiddenText(quote=quote, technique=technique, page=self._page, place=place)
            self._hidden.append((hidden, self._above))
        self._open = None
        self._quote = []

    def document(self, *, format: str, data: bytes, page_size: tuple[float, float] = (0.0, 0.0)) -> Document:
        """The finished document. ``page_size`` in points is used when page ends were marked."""
        self.seal()
        text: list[str] = []
        pages: list[Page] = []
        length = start = 0
        gap = False
        begins: dict[int, int] = {}
        for number, line in enumerate([*self._lines, PAGE_END]):
            if line == PAGE_END:
                # The blank line that parts two pages belongs to the earlier one.
                end = length
                pages.append(Page(number=len(pages) + 1, width=page_size[0], height=page_size[1], start=start, end=end))
                start = end
            elif not line:
                gap = bool(text)
            else:
                piece = ("\n\n" if gap else "\n") + line if text else line
                gap = False
                text.append(piece)
                length += len(piece)
                begins[number] = length - len(line)
        if not text:
            self.note("no text in the file")
        return Document(
            text="".join(text),
            format=format,
            sha256=digest(data),
            source=self._name,
            pages=tuple(pages) if len(pages) > 1 else (),
            fields=tuple(self._fields(begins)),
            hidden=tuple(sorted(self._placed("".join(text)), key=lambda hidden: hidden.page)),
            notes=tuple(self._notes),
        )

    def _placed(self, text: str) -> Iterator[HiddenText]:
        """The hidden quotes, each behind the line of ``text`` with as many letters in front of it as were seen before it."""
        letters = (
            [at for at, character in enumerate(text) if character.isalpha()] if self._hidden and self._seen else []
        )
        count = done = 0
        for hidden, above in self._hidden:
            count += sum(map(str.isalpha, "".join(self._seen[done:above])))
            done = above
            if not letters:
                yield hidden
                continue
            end = text.find("\n", letters[min(count, len(letters)) - 1]) if count else 0
            yield replace(hidden, at=end if end >= 0 else len(text))

    def _fields(self, begins: dict[int, int]) -> Iterator[Field]:
        """The marked fields, by where the lines begin."""
        reached = (-1, 0)
        for number, kind, text in self._named:
            at = self._lines[number].find(text, reached[1] if reached[0] == number else 0)
            if at >= 0 and number in begins:
                reached = (number, at + len(text))
                yield Field(kind=kind, start=begins[number] + at, end=begins[number] + at + len(text))
