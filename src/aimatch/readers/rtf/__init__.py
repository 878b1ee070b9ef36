"""Reads RTF (Rich Text Format specification 1.9.1) as far as text and its being seen go.

A tokenizer and a stack of states, without recursion. Unknown destinations are skipped, as the specification asks;
damage at the end of the file costs the rest of it, not what came before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from aimatch.errors import LimitExceeded
from aimatch.model import Document
from aimatch.readers.colour import BLACK, WHITE, is_unseen
from aimatch.readers.flow import PAGE_END, Flow
from aimatch.readers.limits import Limits
from aimatch.readers.rtf.state import State, Target
from aimatch.readers.rtf.words import DECLARED, KEPT, MARGINS, SKIPPED, SYMBOLS, colour_table, font_table

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\", re.S
)
_TINY = 3
_TOKENS_PER_CHARACTER = 5


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """What a person sees in an RTF document.

    Raises:
        LimitExceeded: Its groups are nested too deeply, or it holds more text than ``limits`` allow.
    """
    return _Reader(data, name, limits).document()


class _Reader:
    def __init__(self, data: bytes, name: str | None, limits: Limits) -> None:
        self._data = data
        self._name = name
        self._limits = limits
        self._flow = Flow(name=name, limits=limits)
        self._state = State()
        self._stack: list[State] = []
        self._targets = {kind: Target() for kind in ("header", "body", "notes", "footer")}
        self._codepage = "cp1252"
        self._bytes = bytearray()
        self._surrogate = ""
        self._skip_characters = 0
        self._starred = False
        self._below = False  # whether the border that is being described is the one below a paragraph
        self._colours = colour_table(data)
        self._fonts = font_table(data)
        self._words: dict[bytes, Callable[[int | None], None]] = {
            b"par": self._paragraph,
            b"sect": self._paragraph,
            b"page": self._page,
            b"cell": self._cell,
            b"row": self._row,
            b"plain": self._plain,
            b"pard": self._pard,
            b"intbl": lambda value: self._set(in_table=True),
            b"brdrb": lambda value: self._rule(below=True),
            **dict.fromkeys((b"brdrt", b"brdrl", b"brdrr"), lambda value: self._rule(below=False)),
            **dict.fromkeys(
                (b"brdrnone", b"brdrnil"), lambda value: self._set(ruled=self._state.ruled and not self._below)
            ),
            b"v": lambda value: self._set(vanish=value != 0),
            b"deleted": lambda value: self._set(deleted=value != 0),
            b"fs": lambda value: self._set(size=24 if value is None else value),
            b"cf": lambda value: self._set(colour=value or 0),
            b"cb": lambda value: self._set(behind=value or 0),
            b"highlight": lambda value: self._set(behind=value or 0),
            b"chcbpat": lambda value: self._set(behind=value or 0),
            b"cbpat": lambda value: self._set(shading=value or 0),
            b"clcbpat": lambda value: self._set(cell_shading=value or 0),
            b"trowd": lambda value: self._set(cell_shading=0),
            b"uc": lambda value: self._set(fallback=1 if value is None else max(0, min(value, 10))),
            b"f": lambda value: self._set(charset=self._fonts.get(value or 0)),
            b"u": self._unicode,
            b"ansicpg": self._set_codepage,
        }

    # ------------------------------------------------------------------------------------------------ tokens
    def document(self) -> Document:
        """Read all tokens and put the parts together."""
        at = tokens = 0
        while at < len(self._data):
            tokens += 1
            if tokens > _TOKENS_PER_CHARACTER * self._limits.max_characters:
                raise LimitExceeded(
                    "holds far more markup than a resume has text", source=self._name, remedy="save it as DOCX or PDF"
                )
            match = _TOKEN.match(self._data, at)
            if match is None:  # nothing but a defence: the pattern covers every byte
                break
            at = match.end()
            if match[1] == b"bin" and match[2]:
                at += max(0, int(match[2]))
            elif not self._state.skipped or match[5] or match[1] == b"ud":
                self._token(match)
        self._flush_bytes()
        if self._stack:
            self._flow.note("the file ends before its last group does: something may be missing")
        for target in self._targets.values():
            self._flow.gap()
            self._flow.lines(target.finished())
        return self._flow.document(format="rtf", data=self._data)

    def _token(self, match: re.Match[bytes]) -> None:
        word, value, code, symbol, brace, text = match.groups()
        if code is not None:
            if self._skip_characters:
                self._skip_characters -= 1
            else:
                self._bytes.append(int(code, 16))
            return
        if text is not None:
            if self._skip_characters:
                skipped = min(self._skip_characters, len(text))
                self._skip_characters -= skipped
                text = text[skipped:]
            self._bytes += text
            return
        if word is None and symbol is None and brace is None:
            return
        self._flush_bytes()
        if brace == b"{":
            self._open()
        elif brace == b"}":
            self._close()
        elif symbol is not None:
            self._symbol(symbol)
        else:
            self._word(word, None if value is None else int(value))

    def _open(self) -> None:
        self._skip_characters = 0
        self._stack.append(self._state)
        if len(self._stack) > self._limits.max_depth:
            raise LimitExceeded(
                f"nests its groups deeper than {self._limits.max_depth} levels",
                source=self._name,
                remedy="raise Limits.max_depth if this is a resume",
            )

    def _close(self) -> None:
        self._skip_characters = 0
        self._starred = False
        if not self._stack:
            return
        before, self._state = self._state, self._stack.pop()
        if before.target != self._state.target:
            self._end_line(self._targets.get(before.target))
            self._flow.seal()

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._starred = True
        elif symbol in b"\\{}":
            self._emit(symbol.decode())
        elif symbol == b"~":
            self._emit(" ")
        elif symbol == b"_":
            self._emit("-")
        elif symbol in b"\r\n":
            self._paragraph(None)

    def _word(self, word: bytes, value: int | None) -> None:
        starred, self._starred = self._starred, False
        if word in DECLARED:
            self._codepage = DECLARED[word]
        elif word in SKIPPED or (starred and word not in KEPT):
            self._set(skipped=True)
        elif word in MARGINS:
            self._set(target=word[:6].decode())
        elif word in {b"footnote", b"annotation"}:
            self._set(target="notes" if word == b"footnote" else "comment")
        elif word in SYMBOLS:
            self._emit(SYMBOLS[word])
        elif word == b"upr":
            # The plain copy inside is for readers without Unicode; the starred one after it says it all.
            self._set(skipped=True)
        elif word == b"ud":
            self._set(skipped=len(self._stack) > 1 and self._stack[-2].skipped)
        elif word in self._words:
            self._words[word](value)

    def _set(self, **changes: object) -> None:
        # Word repeats itself a lot.
        if any(getattr(self._state, name) != value for name, value in changes.items()):
            self._state = replace(self._state, **changes)  # type: ignore[arg-type]

    def _plain(self, value: int | None) -> None:
        self._set(vanish=False, deleted=False, size=24, colour=0, behind=0, charset=None)

    def _pard(self, value: int | None) -> None:
        self._set(shading=0, in_table=False, ruled=False)

    def _rule(self, *, below: bool) -> None:
        self._below = below
        if below:
            self._set(ruled=True)

    def _set_codepage(self, value: int | None) -> None:
        name = f"cp{value}"
        try:
            b"".decode(name)
        except LookupError:
            return
        self._codepage = name

    # ------------------------------------------------------------------------------------------------ text
    def _flush_bytes(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._emit(data.decode(self._state.charset or self._codepage, errors="replace"))

    def _unicode(self, value: int | None) -> None:
        self._skip_characters = self._state.fallback
        code = (value or 0) % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._surrogate = chr(code)
            return
        pair = self._surrogate + chr(code)
        self._surrogate = ""
        self._emit(pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

    def _emit(self, text: str) -> None:
        state = self._state
        if state.skipped:
            return
        self._flow.count(len(text))
        technique = self._technique(state)
        if technique is not None:
            self._flow.hide(text, technique=technique, place=f"RTF {state.target}")
            return
        if not text.isspace():
            self._flow.seal(text)
        self._targets[state.target].pieces.append(text)

    def _technique(self, state: State) -> str | None:
        if state.target == "comment":
            return "comment"
        if state.deleted:
            return "revision"
        if state.vanish:
            return "style"
        if state.size <= _TINY:
            return "tiny"
        if not state.colour:
            return None
        behind = state.behind or state.shading or (state.cell_shading if state.in_table else 0)
        paper = self._colour(behind) if behind else WHITE
        return "colour" if is_unseen(self._colour(state.colour) or BLACK, paper) else None

    def _colour(self, index: int) -> str | None:
        return self._colours[index] if 0 <= index < len(self._colours) else None

    # ------------------------------------------------------------------------------------------------ blocks
    def _here(self) -> Target | None:
        return None if self._state.skipped else self._targets.get(self._state.target)

    def _end_line(self, target: Target | None) -> None:
        if target is not None:
            target.end_line(in_table=self._state.in_table, ruled=self._state.ruled)

    def _paragraph(self, value: int | None) -> None:
        if self._state.target == "comment":
            self._emit(" ")
        self._end_line(self._here())

    def _page(self, value: int | None) -> None:
        target = self._here()
        self._end_line(target)
        if target is not None and self._state.target == "body":
            target.lines.append(PAGE_END)

    def _cell(self, value: int | None) -> None:
        if target := self._here():
            target.end_cell()

    def _row(self, value: int | None) -> None:
        if target := self._here():
            target.end_row()
