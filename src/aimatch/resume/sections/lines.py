"""The text as lines, with the places where a file's extraction glued two lines together cut open again.

A heading can be glued to the line before it ("...of the organizationSKILLS"), to the line after it
("EDUCATIONMACY WILLIAMS"), or a whole resume can be one line with runs of spaces where its lines ended. Offsets always
stay those of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.model import Document, Run
from aimatch.resume.rules.headings import Headings, headings
from aimatch.wordlist import beyond_ascii

BULLETS = (
    "•●▪■□◆◇◦‣⁃∙·・○➢➤✓✔✦✧★☆▸▹❖*-+–—»►\uf0b7\uf0a7\uf0a8\uf0d8\uf0b2\uf0fc\uf077\uf076\uf046\uf06c\uf06e\uf071\uf075"
)
#: A frame drawn around parts of the text ("│ Foo Ltd", "└────").
_FRAME = Deferred(r"[\u2500-\u257f]+")
#: Characters of a line into which no extraction has poured a whole page.
_FLAT = 300
_SPACES = Deferred(r"[ \t\u00a0]{2,}")
_GLUE = re.compile(r"(?<=[a-z.)\]\d,;!])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS = re.compile(r"\w+")
_CAMEL = re.compile(r"(?<![^\s/(,])[A-Z][a-z]+\Z")  # \Z: where the search ends
#: An abbreviation with its full stop: "B.", "Sr.Sec.", "Hr. Sec.".
_SHORT = Deferred(r"(?:\A|[\s.(])[A-Z][a-z]{0,2}\.\Z")
#: Characters at a line's end, or of a piece, that a heading may be glued to.
_TAIL = 40
#: Characters of an abbreviation at the beginning of a heading ("Tech. Skills"); a longer word ends a sentence ("Steel. Skills").
_SHORTENED = 5
#: Characters of a line that is a paragraph without breaks.
_RUN = 120
#: Characters of a line that holds two sentences.
_SENTENCES = 60
#: Lines between the end of a column and the beginning of the next.
_FAR = 8


@dataclass(slots=True)  # not frozen: a resume has hundreds of lines, and freezing triples the cost of making one
class Line:
    """A line, or the part of one that stands for a line of its own. ``start:end`` spans ``text``, which has no white
    space around it; ``indent`` counts the characters before it; ``blank_before`` tells of an empty line above.

    Where the document tells: ``left`` is where it begins on its page and ``size`` the size of its type in points (0: not
    known), ``page_top`` that it begins a
    page or the next column of one, ``aside`` that it stands in a sidebar."""

    start: int
    end: int
    text: str
    indent: int = 0
    blank_before: bool = False
    size: float = 0.0
    page_top: bool = False
    aside: bool = False
    left: float = 0.0


def is_item(text: str) -> bool:
    """Whether a line begins like an item of a list; emphasis in Markdown ("**Engineer** at Foo") is none."""
    if text.startswith("**") and text[2:3].isalnum():
        return False
    return text[0] in BULLETS or text.startswith("o ")


def lines_of(document: Document) -> list[Line]:
    """The lines of a document that hold something, in order, with what it tells of their place and type."""
    lines = split_lines(document.text)
    recognised = [page for page in document.pages if page.origin == "ocr"]  # where the sizes are guesses
    at = 0
    runs = document.runs
    above: Run | None = None
    tops = []
    for number, line in enumerate(lines):
        while at < len(runs) and runs[at].end <= line.start:
            at += 1
        if at == len(runs):
            break
        run = runs[at]
        if run.start < line.end and not (recognised and any(page.number == run.box.page for page in recognised)):
            line.size, line.left = run.size, run.box.x0
        if above is not None and _begins_column(above, run):
            tops.append(number)
        above = run
    starts = [line.start for line in lines]
    for page in document.pages[1:]:
        number = bisect_left(starts, page.start)
        if number < len(lines) and page.start < page.end:
            lines[number].page_top = True
    last = 1
    for start, end in document.asides:
        aside = lines[bisect_left(starts, start) : bisect_left(starts, end)]
        for line in aside:
            line.aside = True
        if aside and last < (last := document.page_at(start)):
            aside[0].page_top = True  # wherever on its page the sidebar goes on
    for number in tops:
        if not lines[number].aside and not lines[number - 1].aside:
            lines[number].page_top = True
    return lines


def _begins_column(above: Run, run: Run) -> bool:
    """Whether a line begins the next column of the page of the one above: far above it, and right of it."""
    return (
        run.box.page == above.box.page
        and run.box.x0 >= above.box.x1 > 0
        and above.box.y0 - run.box.y0 > _FAR * (run.box.y1 - run.box.y0)
    )


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold something, in order."""
    known = headings()
    found: list[Line] = []
    at, blank = 0, True
    cut: tuple[int, Line] | None = None  # where the parts of the line above begin, that ends in a word with a capital
    framed = any("\u2500" <= character <= "\u257f" for character in beyond_ascii(text))
    for raw in text.split("\n"):
        if framed:
            raw = _FRAME.sub(lambda match: " " * len(match.group()), raw)
        bare = raw.strip()
        if bare:
            if cut is not None:
                # "... the desk. Project / managed the rest": a sentence goes on.
                if bare[0].islower() and not blank:
                    found[cut[0] :] = [cut[1]]
                cut = None
            indent = 0 if raw[0] == bare[0] else raw.index(bare[0])
            line = Line(at + indent, at + indent + len(bare), bare, indent, blank)
            # The last word of most lines is a plain one, small but for its first letter: nothing to cut.
            tail = bare[bare.rfind(" ") + 1 :]
            if cuts := _sentences_of_jobs(bare):
                edges = [0, *cuts, len(bare)]
                found += [part_of(line, start, end) for start, end in pairwise(edges)]
                at, blank = at + len(raw) + 1, False
                continue
            plain = tail.islower() or (tail[1:].islower() and tail.rstrip(":.").lower() not in known.last_words)
            if (plain or (not tail.isupper() and tail.isdigit())) and len(bare) <= _FLAT:
                found.append(line)
            elif pieces := _cut(line, known):
                behind = pieces[-1].text
                # Skills may be listed in small letters.
                if pieces[0].end < pieces[-1].start and not behind.isupper() and known.kind(behind) != "skills":
                    cut = len(found), line
                found += pieces
            else:
                found.append(line)
        blank = not bare
        at += len(raw) + 1
    return found


@cache
def _told() -> tuple[frozenset[str], Deferred]:
    """The first words of a sentence that tells when something was done, and where such sentences begin."""
    before = {*table("language/positions")["prose"]["before_dates"], *table("language/dates")["words"]["from"]}
    words = [word.capitalize() for word in before]
    first = "|".join(map(re.escape, sorted(words)))
    return frozenset(words), Deferred(
        rf"(?:\A|(?<=[^\W\d_]{{2}}[.!]) )(?=(?:{first}) [^.\d]{{0,15}}(?:\d{{1,2}}[./-])*(?:19|20)\d\d\b)"
    )


def _sentences_of_jobs(text: str) -> list[int]:
    """Where the second and further sentences begin of a line in which several, the first among them, begin with their dates:
    "From 2014 to 2016 I taught in Leeds. From May 2016 to 2020 I tested at Foo". Each is an entry of its own."""
    words, begins = _told()
    if len(text) < _SENTENCES or text[: text.find(" ")] not in words:
        return []
    first, *others = [match.end() for match in begins.finditer(text)] or [-1]
    return others if first == 0 else []


def _cut(line: Line, known: Headings) -> list[Line]:
    """The parts of a line that is several in one; none if it is one."""
    text = line.text
    cell = text.rfind("\t") + 1
    if cell and "@" in text and known.kind(text[cell:]) not in (None, "header"):
        return [part_of(line, 0, cell), part_of(line, cell, len(text))]  # beside the contact details of a margin
    if len(text) > _FLAT and "  " in text and (pieces := _flat(line, known)):
        return pieces
    tail = text[text.rfind(" ") + 1 :]
    cut = 0
    if tail.isupper() and text.isupper():
        if text.startswith(known.glued) or text.endswith(known.glued):
            cut = 0 if known.kind(text) else known.glued_back(text) or known.glued_front(text)
    elif tail.isupper() or (tail.rstrip(":").lower() in known.last_words and (len(text) > _RUN or ". " in text)):
        cut = _tail(text, known)
    if not cut and (tail.rstrip(":").lower() in known.last_words or _GLUE.search(tail)):
        cut = _glued(text, known)
    if not cut and tail.isupper() and not text.isupper():
        cut = known.behind_name(text)
    return [part_of(line, 0, cut), part_of(line, cut, len(text))] if 0 < cut < len(text) else []


def _flat(line: Line, known: Headings) -> list[Line]:
    pieces: list[Line] = []
    cut = 0
    for gap in _SPACES.finditer(line.text):
        after = _SPACES.search(line.text, gap.end())
        piece = line.text[gap.end() : after.start() if after else len(line.text)]
        if len(piece) <= _TAIL and known.kind(piece) and (piece.isupper() or piece.istitle()):
            pieces += [part_of(line, cut, gap.start()), part_of(line, gap.end(), gap.end() + len(piece))]
            cut = gap.end() + len(piece)
    return [piece for piece in [*pieces, part_of(line, cut, len(line.text))] if piece.text] if pieces else []


def _glued(text: str, known: Headings) -> int:
    """Where a heading begins that is glued to the end of ``text``; 0 if there is none."""
    if text[-1] in ".,;":  # the end of a sentence or list: "OpenCV."
        return 0
    for match in _GLUE.finditer(text, max(1, len(text) - _TAIL)):
        if text[match.start() :].istitle() and (
            len(_WORDS.findall(text)) == 1 or _CAMEL.search(text, 0, match.start()) is not None
        ):
            continue  # "### CyberVision" and "LLC SoftProject" are names; "pythonSKILLS" is none
        if text[match.start() :] in known.name_parts and _SHORT.search(text, 0, match.start()):
            continue  # "B.Tech"
        if text[match.start() - 1] != " " and known.kind(text[match.start() :]) not in (None, "header"):
            return match.start()
    return 0


def _tail(text: str, known: Headings) -> int:
    """Where a heading begins that ends a line of other text, a space apart; 0 if there is none."""
    words = text[-_TAIL:].split(" ")
    # "... English Hindi Marathi Education Details": a listed heading of several words ends a long run of text
    if len(text) > _RUN and not text.endswith("."):
        for count in (3, 2):
            end = " ".join(words[-count:])
            if count < len(words) and end.istitle() and known.kind(end):
                return len(text) - len(end)
    # "... Flask. EXPERIENCE": capitals behind the end of a sentence
    for count in (1, 2, 3):
        end = " ".join(words[-count:])
        front = text[: len(text) - len(end)].rstrip()
        if count < len(words) and front and front[-1] in ".,;)" and end.isupper() and len(end) > 5 and known.kind(end):
            return len(text) - len(end)
        # "... and the kind of net. Skills"; "... based on a search. Also" goes on in the next line
        if (
            front.endswith(".")
            and front[-2:-1].isalpha()
            and (" " in front or len(front) > _SHORTENED)
            and all(word.istitle() or word == "and" for word in words[-count:])
            and known.kind(end) not in (None, "other")
            and not (end in known.name_parts and _SHORT.search(front))
        ):
            return len(text) - len(end)
    return 0


def part_of(line: Line, start: int, end: int) -> Line:
    """A part of a line as a line of its own."""
    text = line.text[start:end]
    bare = text.strip()
    left = start + (text.index(bare[0]) if bare else 0)
    first = line.start + left
    return Line(
        first,
        first + len(bare),
        bare,
        line.indent,
        line.blank_before and start == 0,
        line.size,
        line.page_top and start == 0,
        line.aside,
    )
