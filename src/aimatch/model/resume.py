"""A resume's structure and the skills it mentions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from aimatch.model.document import Box, Document

Kind = Literal["technology", "method", "soft", "credential", "behaviour"]
Status = Literal["asserted", "negated", "aspirational", "other-person"]
Degree = Literal["none", "associate", "bachelor", "master", "phd"]


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
