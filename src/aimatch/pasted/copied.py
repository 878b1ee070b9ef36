"""What a page of a network says twice, once for the eye and once to be read aloud, and the names of its pictures.

Copied from the browser, "Backend EngineerBackend Engineer" stands in one line, or the line twice; "Foo Ltd logo" stands
for the picture beside the employer. The forms of its entries are read as what they mean, too: the type of work behind
an employer, the place below an employer of several roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from aimatch.data import table
from aimatch.rewritten import Edit
from aimatch.wordlist import alternatives

#: Letters of a line said twice, and such lines from which a text is taken for a copied page.
_SHORTEST, _FEWEST = 4, 2
#: Pairs of equal lines, one below the other, from which they are a page's: a list may repeat a name.
_FEWEST_PAIRS = 4
#: Lines between the name of a picture and the name that it is the picture of.
_NEAR = 4
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_PLACE = re.compile(r"[^\W\d][^\d\n,·]{1,40}(?:(?:, | · )[^\d\n,·]{2,40}){1,3}")
_YEAR = re.compile(r"(?:19|20)\d\d")

Lines = list[tuple[int, int, str]]


def said_twice(text: str) -> list[Edit]:
    """The edits that read once what a copied page says twice, and leave out the names of its pictures."""
    lines = _lines(text)
    pairs = list(_pairs(lines))
    return [*_halves(lines), *(pairs if len(pairs) >= _FEWEST_PAIRS else ()), *_pictures(text, lines)]


def of_entries(text: str) -> list[Edit]:
    """The edits that write the entries of a network's page as resumes do: the type of work behind an employer in
    brackets, where it is no title, and no place between an employer and its roles."""
    if " · " not in text:
        return []
    lines = _lines(text)
    halved = {edit.end: edit.start for edit in _halves(lines)}
    return list(
        _entries(text, [(start, halved.get(end, end), text[start : halved.get(end, end)]) for start, end, _ in lines])
    )


def _lines(text: str) -> Lines:
    lines = []
    for match in _LINE.finditer(text):
        written = match.group()
        start = match.start() + len(written) - len(written.lstrip())
        lines.append((start, start + len(written.strip()), written.strip()))
    return lines


def _halves(lines: Lines) -> list[Edit]:
    found = [Edit(start + half, end, "") for start, end, line in lines if (half := _half(line))]
    return found if len(found) >= _FEWEST else []


def _half(line: str) -> int:
    """The length of what a line says twice; 0 if it does not."""
    length = len(line)
    half = length // 2
    if length < 2 * _SHORTEST or line.find(line[:_SHORTEST], half - 2) < 0:
        return 0
    if length % 2 == 0 and line[:half] == line[half:] and _tells(line[:half]):
        return half
    if not _YEAR.search(line):
        return 0
    # The line between two dates is read aloud as a word, which is longer or shorter.
    for at in (half - 1, half, half + 1, half - 2, half + 2):
        if line[:at] != line[at:] and _plain(line[:at]) == _plain(line[at:]) and _tells(line[:at]):
            return at
    return 0


def _tells(piece: str) -> bool:
    """Whether a piece is long enough, and more than a rule, a number or one syllable said twice."""
    return len(piece) >= _SHORTEST and (len(set(piece)) > 3 or any(map(str.isspace, piece))) and piece[-1] != " "


def _plain(piece: str) -> str:
    return _spoken().sub(" - ", piece)


def _pairs(lines: Lines) -> Iterator[Edit]:
    """The second of two lines that are the same, where no third one is."""
    for number in range(1, len(lines)):
        above, (_, end, line) = lines[number - 1][2], lines[number]
        if above[0] != line[0] or len(line) < _SHORTEST or not any(map(str.isalpha, line)):
            continue
        if above != line and not (_YEAR.search(line) and _plain(above) == _plain(line)):
            continue
        around = {lines[at][2] for at in (number - 2, number + 1) if 0 <= at < len(lines)}
        if line not in around:
            yield Edit(lines[number - 1][1], end, "")


def _pictures(text: str, lines: Lines) -> Iterator[Edit]:
    """Lines that name a picture, with the name of its owner among the next lines."""
    lower = text.lower()
    if "logo" not in lower:
        return
    for number, (start, _, line) in enumerate(lines):
        named = _picture().fullmatch(line)
        if named is None:
            continue
        owner = (named[1] or named[2]).strip()
        if any(other.startswith(owner) for _, _, other in lines[number + 1 : number + 1 + _NEAR]):
            yield Edit(start, lines[number + 1][0], "")


def _entries(text: str, lines: Lines) -> Iterator[Edit]:
    told = _length()
    for number in range(1, len(lines) - 1):
        (start, end, line), below = lines[number], lines[number + 1][2]
        employer, sign, kind = line.rpartition(" · ")
        if sign and _YEAR.search(below) and kind.lower() in _types() and told.search(below):
            yield Edit(start + len(employer), end - len(kind), " (")
            yield Edit(end, end, ")")
        above = lines[number - 1][2]
        if told.fullmatch(above) and _PLACE.fullmatch(line) and text.startswith("\n\n", end):
            yield Edit(start, end, "")


@cache
def _types() -> frozenset[str]:
    return frozenset(table("language/mail")["network"]["types"])


@cache
def _length() -> re.Pattern[str]:
    """The length of a job, behind a point or alone in its line, the type of work before it."""
    one = rf"\d{{1,2}} (?:{alternatives(table('language/mail')['network']['lengths'])})\b"
    return re.compile(rf"(?:[^\n·\d]+|(?<=\d)) · {one}(?: {one})?\Z|{one}(?: {one})?\Z", re.IGNORECASE)


@cache
def _picture() -> re.Pattern[str]:
    words = table("language/mail")["network"]
    before, behind = alternatives(words["before"]), alternatives(words["behind"])
    return re.compile(rf"(?:(?:{before})\s+(\S[^\n]{{0,80}})|(\S[^\n]{{0,80}}?)\s+(?:{behind}))", re.IGNORECASE)


@cache
def _spoken() -> re.Pattern[str]:
    words = alternatives(table("language/mail")["network"]["spoken"])
    return re.compile(rf"\s+(?:[-–—]|{words})\s+")
