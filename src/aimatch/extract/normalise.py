"""The text as the search sees it, with the way back to the text as it stands.

Lower case, compatibility letters resolved, joining hyphens and white space as one space, a word hyphenated over a line
end kept searchable, a heading glued to the word before it ("PythonEDUCATION") taken off. A blank line, or a gap of four spaces, stays a barrier that no name crosses. Every offset of the
normal text maps to one of the original, so mentions quote the original to the letter.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from html import unescape

from aimatch import data
from aimatch.deferred import Deferred
from aimatch.wordlist import beyond_ascii, lowered

#: What no name crosses.
BARRIER = "\x1e"

# The look-behind stands behind the character, so that the search jumps from hyphen to hyphen.
_JOINING_HYPHEN = re.compile(r"[-_](?<=[^\W_].)(?=[^\W_])")
_SPACE_RUN = re.compile(r"\s\s+")
# Soft hyphens and other characters without width, ligatures and other letters that stand for several, letters whose accent
# is a character of its own.
_UNEVEN_LETTER = Deferred(r"[\u00ad\u200b-\u200d\u2060\ufeff\ufb00-\ufb06\u2026]|[^\W\d_][\u0300-\u036f]+")
# What a portal's form left of a character: "C&#43;&#43;", "Weights &amp; Biases".
_ENTITY = re.compile(r"&(?:#\d{2,5}|#x[0-9a-f]{2,4}|[a-z]{2,6});")
# Source of LaTeX that nobody typeset: "C\#", "R\&D".
_ESCAPED = re.compile(r"\\[#&%_$]")
# A word whose capitals are set apart by spaces: "P Y T H O N".
_SPACED_WORD = re.compile(r"(?<!\S)(?<!\b[A-Z] )[A-Z](?: [A-Z]){3,}(?![^\s,;.:)|])")
_GLUED_YEAR = re.compile(
    r"(?:19|20)(?<!\w..)\d\d(?=[A-Za-z]{3})"
)  # "2019SOFTWARE DEVELOPER": two columns read as one line
# "Python\u3068PyTorch\u306b\u3088\u308b": Japanese, Chinese and Korean set no space around a name.
_TWO_SCRIPTS = re.compile(r"[\u3040-\u9fff\uac00-\ud7af](?=[A-Za-z])|[A-Za-z0-9+#](?=[\u3040-\u9fff\uac00-\ud7af])")
_HYPHEN_AT_END = re.compile(r"-[ \t]*\n[ \t]*(?=[^\W_])")
_UNEVEN_LETTERS = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u2026").union(
    map(chr, (*range(0xFB00, 0xFB07), *range(0x300, 0x370)))
)
_ODD_SPACES = "\x0b\x0c"
# A no-break space read in the wrong encoding: "a quick learner\u00c2 and", "Highlights\u00c2". In "\u00c2ge" and
# "P\u00c2TISSERIE" it is a letter.
_NO_BREAK_SPACE = Deferred(r"\u00c2(?:(?<=[a-z0-9.,;:)].)|(?![^\W_]))")
# A footnote's number behind a word ("Python\u00b9, Scala\u00b2"); behind a single letter it is a power ("R\u00b2").
_FOOTNOTE = Deferred("(?<=[^\\W\\d_][^\\W\\d_])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]")
_FOOTNOTE_SIGNS = frozenset("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079")
# Cyrillic letters that look like Latin ones, typed within a Latin word or before the signs of a language's name by whoever
# switched the keyboard a letter late: "P\u0443thon", "\u0421++".
_LOOK_ALIKE = str.maketrans(
    "\u0430\u0441\u0435\u043e\u0440\u0445\u0443\u0456\u0458\u0455\u043a\u043c\u0442\u0432\u043d", "aceopxyijskmtbh"
)
_TWO_ALPHABETS = Deferred(
    r"(?<![^\W\d_])(?=[^\W\d_]*[a-z])(?=[^\W\d_]*[\u0430-\u0458])[^\W\d_]+|\u0441(?=\+\+|#)(?<![^\W_].)"
)
# The end of a list's line above one that begins with a label: "Languages: Python, JavaScript" above "Frameworks: Flask".
_ABOVE_LABEL = re.compile(r",[^,\n]{1,40}\n(?=[A-Z][\w/&-]*(?: [\w/&-]+){0,2}[ \t]?[:\t])")
_GAP = 4  # this many spaces are a gap between columns, not a space between words


@cache
def _even() -> dict[int, str]:
    """Characters that another one stands for, one to one: full-width forms, kinds of space, dash and apostrophe, and
    trade-mark signs, which are no letters."""
    table = dict.fromkeys((11, 12, 160, 5760, 8239, 8287, 8480, 8482, 12288), " ")
    table |= dict.fromkeys(range(8192, 8203), " ")
    table |= dict.fromkeys((*range(8208, 8214), 8722, 65112, 65123), "-")
    table |= dict.fromkeys((8216, 8217, 8219, 700), "'")
    table[0x266F] = "#"  # the musical sharp of "C\u266f", which word processors offer
    for code in range(0xFF01, 0xFF5F):
        table[code] = chr(code - 0xFEE0).lower()
    for code in (*range(0x1D400, 0x1D800), *range(0x2460, 0x24F0)):  # mathematical alphabets used for "fonts"
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain.lower()
    return table


@cache
def _headings() -> Mapping[str, bool]:
    """The headings that are found glued to what stands before them, and whether that may be capitals."""
    table = data.table("language/headings")
    behind_small = [form for word in table["glued"] for form in (word, word.upper())]
    return dict.fromkeys(behind_small, False) | dict.fromkeys(table["capitals"], True)


@cache
def _glued_preposition() -> re.Pattern[str]:
    """ "hosted onOpenShift": a preposition that lost its space, before a name that has small letters. Products are called
    so, too."""
    table = data.table("language/usage")
    products = "|".join(table["not_glued"])
    return re.compile(rf"\b(?!(?:{products})\b)(?:{'|'.join(table['glued'])})(?=[A-Z][A-Za-z]*[a-z]{{3}})")


def _seams(original: str, odd: Set[str]) -> set[int]:
    """Where a heading is glued to the word before it, or any word to a year, as text drawn from a PDF holds it; a preposition
    to a name; and where writing without spaces meets Latin letters."""
    places = {match.end() for match in _GLUED_YEAR.finditer(original)}
    places |= {match.end() for match in _glued_preposition().finditer(original)}
    if any("\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in odd):
        places |= {match.end() for match in _TWO_SCRIPTS.finditer(original)}
    for heading, behind_capitals in _headings().items():
        at = original.find(heading, 1)
        while at >= 0:
            before, after = original[at - 1], original[at + len(heading) : at + len(heading) + 1]
            # "iOSkills" is no such place: what comes before ends in a small letter, a digit or a bracket, or in two
            # capitals, when the heading has small letters ("SQLEducation").
            if (
                before.islower()
                or before.isdigit()
                or before in ")+#"
                or (at > 1 and original[at - 2 : at].isupper() and not heading.isupper())
            ):
                if not after.isalnum():
                    places.add(at)
            elif (
                # "on Azure and AWSSKILLS": at the end of a line that is not all in capitals
                behind_capitals
                and before.isupper()
                and after in "\r\n"
                and not original[original.rfind("\n", 0, at) + 1 : at].isupper()
            ):
                places.add(at)
            at = original.find(heading, at + 1)
    return places


@dataclass(frozen=True, slots=True)
class NormalText:
    """``text`` with the breakpoints of its offsets: from ``starts[i]`` on, the original offset is larger by
    ``shifts[i]``; ``origins[i]`` is the original offset of ``starts[i]``."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    origins: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that ``text[start:end]`` stands for (``start < end``)."""
        starts, shifts = self.starts, self.shifts
        number = bisect_right(starts, start)
        first = start + shifts[number - 1]
        if number < len(starts) and starts[number] < end:  # another stretch begins within the span
            number = bisect_right(starts, end - 1, number)
        return first, end + shifts[number - 1]

    def originals(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """:meth:`original` of many spans in order of their start, in one walk over the stretches."""
        starts, shifts = (*self.starts, len(self.text) + 1), self.shifts
        number = 0
        for start, end in spans:
            while starts[number] <= start:
                number += 1
            last = number if starts[number] >= end else bisect_right(starts, end - 1, number)
            yield start + shifts[number - 1], end + shifts[last - 1]

    def at(self, original: int) -> int:
        """The first offset of the normal text whose original is not before ``original``."""
        # Breakpoints stand in the same order in both texts, so one look-up finds the stretch.
        number = bisect_left(self.origins, original)
        at = original - self.shifts[number - 1 if number else 0]
        following = number or 1
        stop = self.starts[following] if following < len(self.starts) else len(self.text)
        return at if at < stop else stop


def _uneven(text: str, odd: Set[str], original: str) -> list[tuple[int, int]]:
    """Where the normal text has another length than a text in lower case, in order. ``odd``: its characters that are not
    ASCII; ``original``: the text in its own case, or "" where its letters stand elsewhere. Three searches take half as long
    as one for whatever there may be."""
    hyphens = [match.span() for match in _HYPHEN_AT_END.finditer(text)]
    spaces = [match.span() for match in _SPACE_RUN.finditer(text)]
    letters = [] if odd.isdisjoint(_UNEVEN_LETTERS) else [match.span() for match in _UNEVEN_LETTER.finditer(text)]
    if "&" in text:
        letters += [match.span() for match in _ENTITY.finditer(text) if len(unescape(match.group())) == 1]
    if "\\" in text:
        letters += [match.span() for match in _ESCAPED.finditer(text)]
    letters += [match.span() for match in _SPACED_WORD.finditer(original)]
    if not hyphens and not letters:
        return spaces
    ends = {end for _, end in hyphens}  # the spaces that follow a hyphen belong to it
    return sorted([*hyphens, *(span for span in spaces if span[1] not in ends), *letters])


def normalise(original: str) -> NormalText:
    """The normal form of a text."""
    flat = original
    if "\u00c2" in original:
        flat = _NO_BREAK_SPACE.sub(" ", original)
    flat = flat.lower() if flat is not original or "\u0130" in original else lowered(original)
    if len(flat) != len(original):  # the dotted capital I is the one letter that grows in lower case
        flat = _NO_BREAK_SPACE.sub(" ", original).replace("\u0130", "I").lower()
    odd = beyond_ascii(flat)
    if odd:
        odd |= {space for space in _ODD_SPACES if space in flat}
        # A text holds few distinct odd characters; replacing each is faster than translating every character.
        if not _FOOTNOTE_SIGNS.isdisjoint(odd):
            flat = _FOOTNOTE.sub(" ", flat)
        if any("\u0430" <= letter <= "\u0458" for letter in odd):
            flat = _TWO_ALPHABETS.sub(lambda word: word.group().translate(_LOOK_ALIKE), flat)
        even = _even()
        for character in sorted(odd):
            plain = even.get(ord(character))
            if plain is not None:
                flat = flat.replace(character, plain)
    if len(original) == len(flat) and "," in original and (":" in original or "\t" in original):
        for match in _ABOVE_LABEL.finditer(original):
            flat = f"{flat[: match.end() - 1]}{BARRIER}{flat[match.end() :]}"
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = last = 0
    uneven = _uneven(flat, odd, original if len(original) == len(flat) else "")
    seams = _seams(original, odd) if len(original) == len(flat) else set()
    if seams:
        uneven = sorted([*uneven, *((at, at) for at in seams)])
    for begin, end in uneven:
        found = flat[begin:end]
        if found[:1] == "&":
            put = unescape(found).lower().replace("\u00a0", " ")
        elif found[:1] == "\\":
            put = found[1]
        elif not found:
            put = BARRIER  # a heading or a word begins here, without a space before it
        elif found[0] == "-":
            put = " "  # read as a joining hyphen here; the joined reading is tried where it completes a name
        elif found[0].isspace():
            blank = found.count("\n") > 1 or (found.count("\n") == 0 and len(found) >= _GAP) or BARRIER in found
            put = BARRIER if blank else " "
        elif " " in found:
            put = found.replace(" ", "")  # letters set apart
        elif len(found) == 1 and not found.isalnum() and found != "\u2026":
            put = ""
        else:
            put = unicodedata.normalize("NFKC", found).lower()
        pieces += (flat[last:begin], put)
        length += begin - last
        last = end
        if len(put) == 1 < len(found) and (found[0] in "&\\" or found[0].isalpha()):
            starts.append(
                length
            )  # a letter with its accent, an entity: the last of its characters, so that names end behind it
            shifts.append(end - 1 - length)
        # Each character that one original character was resolved to maps to that character, each letter set apart to itself.
        pace = 2 if " " in found and len(put) > 1 else 0
        for step in range(1, len(put)):
            starts.append(length + step)
            shifts.append(begin + pace * step - length - step)
        length += len(put)
        starts.append(length)
        shifts.append(end - length)
    pieces.append(flat[last:])
    text = "".join(pieces).replace("\n", " ").replace("\t", " ").replace("\r", " ")
    origins = tuple(start + shift for start, shift in zip(starts, shifts, strict=True))
    return NormalText(_JOINING_HYPHEN.sub(" ", text), tuple(starts), tuple(shifts), origins)
