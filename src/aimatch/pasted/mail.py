"""Who wrote what in a mail that was pasted: the resume's part is read, the other side's is not.

A mail is parts by several hands: what was answered or forwarded stands below a line that says so, and often quoted. The
part with the resume in it is told by its headings and dates. The other side answers it, or is answered by it, so it is
one step away; a part of the other side that holds headings and dates of its own is kept, since it may be a resume too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from aimatch.dates import find_ranges
from aimatch.pasted.marks import Mark, is_below, is_told_in_two, mark_of, may_hold
from aimatch.resume.rules.headings import headings
from aimatch.rewritten import Edit

#: What a part holds (headings twice, spans of time) from which it is a resume, or a piece of one.
_RESUME = 3
#: Lines of a quote that is one by what it holds, no line above it saying so.
_QUOTED_LINES = 3
#: Labels of a mail's head without an address, as Outlook writes it.
_LABELS = 3
#: Lines of a signature.
_SIGNATURE = 8
_QUOTE = re.compile(r"[ \t]*>(?:[ \t]?>)*[ \t]?")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_BOLD = re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]+(?<=\S)\*(?![\w*])")
_SIGNED = re.compile(r"--[ \t]*\r?\Z")
_SAYING = ('"', "“", "„", "«", "»", "'", "‘")
_HEADING = " \t\r*_=#>-:~+[]|"


@dataclass(slots=True)
class _Line:
    """A line from ``start`` to ``end``; its text stands behind ``body``, the marks of a quote before it. ``depth``
    counts them, ``voice`` the steps from who wrote the whole."""

    start: int
    end: int
    body: int
    text: str
    depth: int
    mark: Mark | None = None
    voice: int = 0
    part: int = 0


@dataclass(slots=True)
class _Part:
    """What one hand wrote in one place: its lines, its address where it is told, how much it looks like a resume."""

    voice: int
    lines: list[_Line] = field(default_factory=list)
    address: str = ""
    weight: int = 0


class Mail:
    """A text with marks of a mail: the spans of ``others``, and the edits with which it is read."""

    def __init__(self, lines: list[_Line], parts: list[_Part], *, is_mail: bool) -> None:
        self._lines = lines
        self._parts = parts
        self._is_mail = is_mail
        self._aside = _asides(parts) if is_mail else set()
        apart = [line for line in lines if line.part in self._aside or line.mark in ("label", "above", "wrote")]
        self.others = [(line.start, line.end) for line in apart] if is_mail else []

    def edits(self) -> list[Edit]:
        """The edits that leave what the person wrote, without the marks of a mail."""
        gone = set(self.others)
        for part in self._parts:
            gone |= set(self._signature([line for line in part.lines if (line.start, line.end) not in gone]))
        found = [Edit(start, end, "") for start, end in sorted(gone)]
        kept = [line for line in self._lines if (line.start, line.end) not in gone]
        found += [Edit(line.start, line.body, "") for line in self._unquoted(kept) if line.body > line.start]
        if self._is_mail:
            for line in kept:
                for bold in _BOLD.finditer(line.text):
                    start, end = (line.body + at for at in bold.span())
                    found += [Edit(start, start + 1, ""), Edit(end - 1, end, "")]
        return found

    def _unquoted(self, lines: list[_Line]) -> Iterator[_Line]:
        """Lines of quotes: of a mail, or those that hold a resume. Else ">" may be the sign of a list."""
        for quoted, run in groupby(lines, key=lambda line: line.depth > 0):
            found = list(run)
            if quoted and len(found) >= _QUOTED_LINES:
                empty = any(not line.text.strip() for line in found)
                if (self._is_mail or empty) and (empty or any(map(_is_heading, found))):
                    yield from found

    def _signature(self, lines: list[_Line]) -> Iterator[tuple[int, int]]:
        """The spans of a signature below its rule, or of the saying in it, and of what a program wrote below."""
        told = [line for line in lines if line.text.strip()]
        for line in told[-2:]:
            if is_below(line.text):
                yield line.start, line.end
        signed = [number for number, line in enumerate(told) if _SIGNED.match(line.text)]
        if not signed or not 0 < len(told) - 1 - signed[-1] <= _SIGNATURE:
            return
        below = told[signed[-1] + 1 :]
        if any(map(_is_heading, below)) or find_ranges("\n".join(line.text for line in below)):
            return
        saying = False
        for line in below:
            saying = saying or line.text.lstrip().startswith(_SAYING)
            if saying or self._is_mail:
                yield line.start, line.end


def mail_of(text: str) -> Mail | None:
    """The mail that a text is, or holds; ``None`` where nothing looks like one."""
    if not may_hold(text):
        return None
    lines = list(_lines(text))
    for line, below in pairwise(lines):
        if line.mark is None and line.text and below.mark is None and is_told_in_two(line.text, below.text):
            line.mark = below.mark = "wrote"
    heads = _heads(lines)
    for number, line in enumerate(lines):
        if line.mark in ("from", "label") and number not in heads:
            line.mark = None
    _tell_voices(lines, heads)
    parts: dict[int, _Part] = {}
    for line in lines:
        parts.setdefault(line.part, _Part(line.voice)).lines.append(line)
    for part in parts.values():
        _weigh(part)
    is_mail = any(line.mark for line in lines)
    return Mail(lines, list(parts.values()), is_mail=is_mail)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for written in text.split("\n"):
        quote = _QUOTE.match(written)
        body = quote.end() if quote else 0
        line = _Line(at, at + len(written), at + body, written[body:], quote.group().count(">") if quote else 0)
        line.mark = mark_of(line.text) if line.text else None
        yield line
        at += len(written) + 1


def _heads(lines: list[_Line]) -> set[int]:
    """The numbers of the lines of mails' heads, in which one tells who wrote. "From: 10/2019", "To: 10/2021" are a
    job's dates and none."""
    found: set[int] = set()
    number = 0
    while number < len(lines):
        if lines[number].mark not in ("from", "label"):
            number += 1
            continue
        end = number
        while end < len(lines) and lines[end].mark in ("from", "label"):
            end += 1
        block = lines[number:end]
        above = next((line for line in reversed(lines[:number]) if line.text.strip()), None)
        signed = any(_ADDRESS.search(line.text) for line in block) and len(block) > 1
        wrote = next((line.text for line in block if line.mark == "from"), "")
        dated = any(map(str.isdigit, wrote))
        if not wrote:
            pass  # the labels of something else
        elif signed or (above is not None and above.mark == "above") or (len(block) >= _LABELS and not dated):
            found |= set(range(number, end))
        number = end
    return found


def _tell_voices(lines: list[_Line], heads: set[int]) -> None:
    """Tell who wrote each line: one step further below each mark, until the quote that it stands above ends."""
    open_: list[tuple[int, int, int]] = [(0, 0, 0)]  # the least depth, the voice, the part
    parts, told = 0, False
    above: Mark | None = None
    for number, line in enumerate(lines):
        if line.text.strip():
            # A mail's head that opens the text, or stands below a mark, begins nothing further.
            goes_on = line.mark == "wrote" and above == "wrote"
            in_head = goes_on or (number in heads and (not told or above is not None))
            while line.depth < open_[-1][0] and not in_head:
                open_.pop()
            if not in_head and (line.mark in ("above", "wrote") or number in heads):
                below = (one.depth for one in lines[number + 1 :] if one.text.strip() and one.mark is None)
                parts += 1
                open_.append((max(line.depth, next(below, 0)), open_[-1][1] + 1, parts))
            above, told = line.mark, True
        line.voice, line.part = open_[-1][1:]


def _weigh(part: _Part) -> None:
    """Note the address of who wrote a part, and how many headings and spans of time it holds."""
    for line in part.lines:
        if not part.address and line.mark in ("from", "wrote") and (address := _ADDRESS.search(line.text)):
            part.address = address.group().lower()
    written = [line for line in part.lines if line.mark is None]
    part.weight = 2 * sum(map(_is_heading, written)) + len(find_ranges("\n".join(line.text for line in written)))


def _is_heading(line: _Line) -> bool:
    bare = line.text.strip(_HEADING)
    return bool(bare) and headings().kind(bare) is not None


def _asides(parts: list[_Part]) -> set[int]:
    """The numbers of the parts that the other side wrote."""
    own = max(parts, key=lambda part: part.weight)
    if own.weight < _RESUME:
        return set()
    found = set()
    for part in parts:
        if part is own or part.weight >= _RESUME:
            continue
        told = bool(part.address and own.address)
        other = part.address != own.address if told else (part.voice - own.voice) % 2 == 1
        if other:
            found.add(part.lines[0].part)
    return found
