"""What a person sees in a file: text with geometry, and beside it what is hidden."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

_START = attrgetter("start")
#: The formats whose pages are the same for everybody who opens the file. What breaks into pages only as it is shown has none
#: to point at, be there a hard break in it.
_PAGED = frozenset({"pdf", "image"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page (counted from 1): ``x0``, ``y0`` its top left corner and ``x1``, ``y1`` its bottom right one,
    in points from the page's top left corner (``y`` grows downwards)."""

    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A piece of one line of text with one box and one type size (points)."""

    start: int
    end: int
    box: Box
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and the part of the text that stands on it.

    Attributes:
        number: Counted from 1.
        width: In points; ``height`` too.
        start: Where its text begins in :attr:`Document.text`; ``end`` where it ends.
        origin: Where its text came from: the file, OCR, or nowhere (a picture that nothing has read).
    """

    number: int
    width: float
    height: float
    start: int
    end: int
    origin: Literal["text", "ocr", "none"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class HiddenText:
    """Text that the file holds but that a person can't see. It is not part of :attr:`Document.text`.

    ``technique`` is one of: ``colour`` (same as its background), ``render-mode``, ``transparent``, ``tiny``,
    ``off-page``, ``clipped``, ``covered``, ``layer``, ``lying-font``, ``style`` (DOCX vanish, HTML display:none),
    ``revision`` (deleted text), ``comment``, ``attribute``. ``quote`` is its wording, ``page`` (from 1) and ``box`` where
    it lies, if on a page, ``place`` where in the file ("word/document.xml", "RTF header"). ``at`` is the end of the line of
    the text that it follows in the order of the file or of the page, ``None`` where neither tells.
    """

    quote: str
    technique: str
    page: int = 1
    box: Box | None = None
    place: str = ""
    at: int | None = None

    @property
    def how(self) -> str:
        """The technique, and the place where the page does not say it."""
        return self.technique if self.place in ("", f"page {self.page}") else f"{self.technique}, {self.place}"


FieldKind = Literal["title", "employer", "degree", "area", "school", "begun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A part of the text that the file's own data name, so that nothing has to be made out: the ``title`` or the
    ``employer`` of a position, the ``degree``, the ``area`` or the ``school`` of a course of study, empty where the data name
    none, and the day on which one was ``begun`` of which no end is told."""

    kind: FieldKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a person sees in a file, as text with geometry.

    ``text`` holds one line of the page a line; a blank line separates blocks (paragraphs, columns, table parts).
    Columns follow one another, a page's sidebar before or after its main column, never interleaved.
    ``source`` is the file's name or ``None``; ``format`` the reader's name; ``sha256`` the hex digest of the input
    bytes (of the UTF-8 text for ``str`` input). ``runs`` and ``hidden`` are sorted by start and by page. ``asides`` are
    the spans of sidebars, which part the main column of a page from its continuation on the next. ``pages`` are in
    order, none where the format knows no pages; ``notes`` say what the reader had to guess or leave out. ``fields`` are what
    the data of a JSON Resume name.
    """

    text: str
    format: str
    sha256: str
    source: str | None = None
    pages: tuple[Page, ...] = ()
    runs: tuple[Run, ...] = ()
    hidden: tuple[HiddenText, ...] = ()
    notes: tuple[str, ...] = ()
    asides: tuple[tuple[int, int], ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def is_paged(self) -> bool:
        """Whether a person can be sent to a page of it."""
        return self.format in _PAGED

    def page_at(self, offset: int) -> int:
        """The page number (from 1) that holds the character at ``offset``."""
        if len(self.pages) < 2:
            return 1
        return self.pages[max(0, bisect_right(self.pages, offset, key=_START) - 1)].number

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes that ``text[start:end]`` covers, one a run; a run's width is shared evenly by its characters."""
        found = []
        first = max(0, bisect_right(self.runs, start, key=_START) - 1)
        for number in range(first, len(self.runs)):
            run = self.runs[number]
            if run.start >= end:
                break
            left, right = max(run.start, start), min(run.end, end)
            if left < right:
                width = (run.box.x1 - run.box.x0) / (run.end - run.start)
                found.append(
                    Box(
                        page=run.box.page,
                        x0=run.box.x0 + width * (left - run.start),
                        y0=run.box.y0,
                        x1=run.box.x0 + width * (right - run.start),
                        y1=run.box.y1,
                    )
                )
        return tuple(found)
