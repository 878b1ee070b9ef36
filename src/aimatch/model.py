"""The data that flows through aimatch: frozen dataclasses only, no behaviour beyond look-ups in themselves.

Offsets count characters of :attr:`Document.text` from 0; spans are half-open (``text[start:end]``). Pages count from 1.
Boxes are in points (1/72 inch) from the page's top left corner. Months are whole calendar months. Shares lie in 0..1.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal

_START = attrgetter("start")

Kind = Literal["technology", "method", "soft", "credential", "behaviour"]
Status = Literal["asserted", "negated", "aspirational", "other-person"]
Degree = Literal["none", "associate", "bachelor", "master", "phd"]
Need = Literal["must", "nice"]
Severity = Literal["info", "caution", "serious"]
Strength = Literal["listed", "studied", "project", "work", "outcome"]


# --------------------------------------------------------------------------------------------- documents
@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner (``y`` grows downwards)."""

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
    """A page and the part of the text that stands on it. ``origin`` tells where its text came from."""

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
    ``revision`` (deleted text), ``comment``, ``attribute``.
    """

    quote: str
    technique: str
    page: int = 1
    box: Box | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a person sees in a file, as text with geometry.

    ``text`` holds one line of the page a line; a blank line separates blocks (paragraphs, columns, table parts).
    Columns follow one another, a page's sidebar before or after its main column, never interleaved.
    ``source`` is the file's name or ``None``; ``format`` the reader's name; ``sha256`` the hex digest of the input
    bytes (of the UTF-8 text for ``str`` input). ``runs`` and ``hidden`` are sorted by start and by page. ``asides`` are
    the spans of sidebars, which part the main column of a page from its continuation on the next.
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


# --------------------------------------------------------------------------------------------- resumes
@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a resume under one heading. ``kind`` is an id of ``skill_taxonomy/language/headings.toml``.

    ``start:end`` spans heading and body, ``body_start`` is where the body begins. ``title`` is the heading as written
    (empty for the part before the first heading, whose kind is ``"header"``).
    """

    kind: str
    title: str
    start: int
    body_start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One role held: paid work, or what takes its place.

    ``start`` and ``end`` are the first of their month; ``end`` is ``None`` while the role lasts; the month of ``end``
    counts. ``precision`` tells how the dates were written. ``kind``: ``employment``, ``part-time``, ``internship``,
    ``freelance`` (these are work), ``volunteer``, ``teaching-assistant``, ``board``.
    ``text_start:text_end`` spans the entry, its heading lines and its bullets.
    """

    title: str
    employer: str
    start: date | None
    end: date | None
    text_start: int
    text_end: int
    kind: str = "employment"
    precision: Literal["month", "year", "season"] = "month"
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project outside of a position (personal, academic, open source), dates where given."""

    title: str
    start: date | None
    end: date | None
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One course of study. ``level`` is what it leads to; ``completed`` is False while it is running or was left;
    ``expected`` tells that it was running as the resume was written and was to be completed at ``end``."""

    institution: str
    level: Degree | None
    degree: str
    field: str
    start: date | None
    end: date | None
    completed: bool
    text_start: int
    text_end: int
    expected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A time away from work that the text explains (``reason``: parental, study, illness, care, military, layoff,
    travel, sabbatical, other)."""

    reason: str
    start: date | None
    end: date | None
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedYears:
    """A length of experience that the resume states ("6 years of Python"): ``years``, its quote and its span.

    ``subject`` is what the years are said of, as written ("" for experience in general). ``minimum`` for "6+".
    """

    years: float
    subject: str
    minimum: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the text names a skill (or, kind ``behaviour``, shows one).

    ``quote`` is ``document.text[start:end]``, always. ``section`` is the kind of the section it stands in; ``position``
    and ``project`` index :attr:`Resume.positions` and :attr:`Resume.projects`. ``via``: ``exact``, ``variant`` (plural,
    hyphen, glued version), ``context`` (an ambiguous name settled by its neighbourhood), ``spelling``, ``phrase`` (a
    description that states the skill), ``joint`` ("machine and deep learning"), ``behaviour``. ``certainty`` (0..1] is
    below 1 where a careful reader could decide otherwise.
    """

    skill: str
    name: str
    kind: Kind
    start: int
    end: int
    quote: str
    status: Status = "asserted"
    section: str = "header"
    position: int | None = None
    project: int | None = None
    page: int = 1
    boxes: tuple[Box, ...] = ()
    via: str = "exact"
    certainty: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A resume as read: the document, its structure, and the skills it mentions, each in order of place."""

    document: Document
    sections: tuple[Section, ...]
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    breaks: tuple[Break, ...] = ()
    stated_years: tuple[StatedYears, ...] = ()
    mentions: tuple[Mention, ...] = ()


# --------------------------------------------------------------------------------------------- evidence and results
@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in the resume that a credit or a flag rests on. ``note`` says what it shows, in a few words."""

    quote: str
    start: int
    end: int
    page: int = 1
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillEvidence:
    """What the resume shows of one skill.

    ``months`` counts the months of positions that show it, overlaps once; ``last_used`` is the first of the last such
    month. ``strength`` is the best of: ``listed`` < ``studied`` < ``project`` < ``work`` < ``outcome``; only asserted
    mentions count. ``used_in`` holds the numbers of the positions whose account shows it in use. ``certainty`` is that of
    its surest mention at that strength. ``mentions`` holds all, in order.
    """

    skill: str
    name: str
    months: int
    last_used: date | None
    strength: Strength
    mentions: tuple[Mention, ...]
    certainty: float = 1.0
    used_in: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerEvidence:
    """Everything that score and flags read: the resume and what was gathered from it as of one day.

    ``skills`` maps skill and behaviour ids to their evidence (asserted somewhere); ``experience_months`` is paid work
    with overlaps counted once; ``ml_months`` the part in positions that are AI or ML work; ``told`` holds the numbers of
    the positions whose text tells what was done; ``degree`` is the highest completed.
    """

    resume: Resume
    as_of: date
    skills: dict[str, SkillEvidence]
    experience_months: int
    ml_months: int
    degree: Degree
    degree_field: str
    told: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementResult:
    """One row of a report. ``credit`` is 0..1; ``points`` is its share of the coverage; ``low`` and ``high`` bound the
    credit under uncertain mentions, skills that are only listed and inferred dates; ``raise_by`` says what evidence
    would raise it ("" at 1)."""

    id: str
    label: str
    weight: float
    need: Need
    credit: float
    points: float
    reason: str
    evidence: tuple[Evidence, ...]
    low: float
    high: float
    raise_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The score: ``coverage`` is exactly the sum of the requirements' points, in any order of summing."""

    coverage: float
    low: float
    high: float
    requirements: tuple[RequirementResult, ...]
    missing_musts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A question for the recruiter to ask, never part of the score."""

    id: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    innocent_explanations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillResult:
    """One skill of a report, as in :class:`SkillEvidence`, behaviours left out."""

    skill: str
    name: str
    months: int
    last_used: date | None
    strength: Strength
    mentions: tuple[Mention, ...]
