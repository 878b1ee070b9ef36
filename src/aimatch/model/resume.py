"""A resume's structure and the skills it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from aimatch.model.document import Box, Document

Kind = Literal["technology", "method", "soft", "credential", "behaviour"]
Status = Literal["asserted", "negated", "aspirational", "other-person"]
Degree = Literal["none", "associate", "bachelor", "master", "phd"]
#: The degrees from the lowest to the highest, and what each is called in a sentence.
DEGREES: tuple[Degree, ...] = get_args(Degree)
DEGREE_NAMES: dict[Degree, str] = {
    "none": "no degree",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "phd": "a doctorate",
}
#: The kinds of a section: those of ``skill_taxonomy/language/headings.toml``, and ``header`` for what precedes them.
SectionKind = Literal[
    "header", "summary", "objective", "experience", "education", "projects", "publications", "skills", "certifications", "courses",
    "awards", "volunteering", "activities", "interests", "languages", "learning", "not-used", "references", "personal", "other",
]  # fmt: skip
#: The kinds of a position; :data:`aimatch.resume.experience.PAID` says which are paid work.
PositionKind = Literal["employment", "part-time", "internship", "freelance", "volunteer", "teaching-assistant", "board"]
#: Why somebody was away from work.
BreakReason = Literal["parental", "study", "illness", "care", "military", "layoff", "travel", "sabbatical", "other"]
#: How a mention was recognised; see :class:`Mention`.
Via = Literal["exact", "variant", "context", "spelling", "phrase", "joint", "behaviour", "behaviour-weak"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a resume under one heading. ``kind`` is an id of ``skill_taxonomy/language/headings.toml``.

    ``start:end`` spans heading and body, ``body_start`` is where the body begins. ``title`` is the heading as written
    (empty for the part before the first heading, whose kind is ``"header"``).
    """

    kind: SectionKind
    title: str
    start: int
    body_start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One role held: paid work, or what takes its place. ``title`` and ``employer`` are as written, "" where none is named.

    ``start`` and ``end`` are the first of their month; ``end`` is ``None`` while the role lasts; the month of ``end``
    counts. ``precision`` tells how the dates were written. ``kind``: ``employment``, ``part-time``, ``internship``,
    ``freelance``, ``teaching-assistant`` (these are paid work, :data:`aimatch.resume.experience.PAID`), ``volunteer``, ``board``.
    ``text_start:text_end`` spans the entry, its heading lines and its bullets. ``current`` tells that the text says it lasts.
    ``stated_months`` is how long it was held where no dates tell but words do ("for 3 years"), else None.
    """

    title: str
    employer: str
    start: date | None
    end: date | None
    text_start: int
    text_end: int
    kind: PositionKind = "employment"
    precision: Literal["month", "year", "season"] = "month"
    current: bool = False
    stated_months: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project outside of a position (personal, academic, open source): its ``title`` as written, ``start`` and ``end``
    (the first of their month) where given, and its span ``text_start:text_end`` with its heading."""

    title: str
    start: date | None
    end: date | None
    text_start: int
    text_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One course of study.

    Attributes:
        institution: As written, "" where none is named; so the ``degree`` and its ``field``.
        level: What it leads to, or ``None`` if that can't be told.
        start: The first of its month, where given; so ``end``.
        completed: False while it is running or was left.
        text_start: Where its entry begins in the text; ``text_end`` where it ends.
        expected: It was running as the resume was written and was to be completed at ``end``.
    """

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
    travel, sabbatical, other), from ``start`` to ``end`` (the first of their month) where given; ``text_start:text_end``
    spans the line that says so."""

    reason: BreakReason
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
    """One place where the text names a skill, or shows one (kind ``behaviour``): by what its patterns recognise (``via``
    ``behaviour``; ``skill`` is then the behaviour's own id), or by a deed ("answered customers' questions"; ``via`` ``phrase``).

    ``quote`` is ``document.text[start:end]``, always. ``section`` is the kind of the section it stands in; ``position``
    and ``project`` index :attr:`Resume.positions` and :attr:`Resume.projects`. ``via``: ``exact``, ``variant`` (plural,
    hyphen, glued version), ``context`` (an ambiguous name settled by its neighbourhood), ``spelling``, ``phrase`` (a
    description that states the skill), ``joint`` ("machine and deep learning"), ``behaviour``. ``certainty`` (0..1] is
    below 1 where a careful reader could decide otherwise. ``status`` tells whose it is: the person's (``asserted``), denied,
    wished for, or somebody else's. ``page`` counts from 1; ``boxes`` are where it stands on it, one a piece of a line.
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
    via: Via = "exact"
    certainty: float = 1.0

    @property
    def is_behaviour(self) -> bool:
        """Whether a behaviour is shown, and no skill, be it by a deed."""
        return self.via.startswith("behaviour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """A resume as read: the document, its structure, and the skills it mentions, each in order of place.

    ``sections`` cover the text from their first to the end; ``positions``, ``education``, ``projects``, ``breaks`` and
    ``stated_years`` hold what was made out, and may be empty. ``mentions`` hold behaviours too.
    """

    document: Document
    sections: tuple[Section, ...]
    positions: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    breaks: tuple[Break, ...] = ()
    stated_years: tuple[StatedYears, ...] = ()
    mentions: tuple[Mention, ...] = ()
