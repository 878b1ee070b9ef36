"""What is gathered from a resume, and what a report says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from aimatch.model.resume import Degree, Kind, Mention, Resume

Need = Literal["must", "nice"]
Severity = Literal["info", "caution", "serious"]
Strength = Literal["listed", "studied", "project", "work", "outcome"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A place in the resume that a credit or a flag rests on.

    ``quote`` is ``document.text[start:end]``, or hidden text, whose ``start`` and ``end`` are both 0. ``page`` counts from
    1, and is ``None`` where the file has no pages (:attr:`Document.is_paged`). ``note`` says what it shows, or where it stands, in a few words.
    """

    quote: str
    start: int
    end: int
    page: int | None = 1
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillEvidence:
    """What the resume shows of one skill.

    ``months`` counts the months of positions that show it, overlaps once; ``last_used`` is the first of the last such
    month. ``kind`` is the skill's own, be it named or shown by a deed. ``strength`` is the best of: ``listed`` < ``studied`` < ``project`` < ``work`` < ``outcome``; only asserted
    mentions count. ``named_in`` holds the numbers of the positions whose work names it (what was learnt, or done at home,
    beside a position is not its work), ``used_in`` those of them whose account shows it in use. ``certainty`` is that of its
    surest mention at that strength. ``mentions`` holds all, in order.
    """

    skill: str
    name: str
    kind: Kind
    months: int
    last_used: date | None
    strength: Strength
    mentions: tuple[Mention, ...]
    certainty: float = 1.0
    named_in: frozenset[int] = frozenset()
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
    """One row of a report.

    Attributes:
        id: The requirement's id; ``label`` what it is called, ``weight`` and ``need`` as in the profile.
        credit: 0..1, how far the evidence meets it.
        points: Its share of the coverage: the credit times its share of all weights.
        reason: What the credit rests on, in words; what limits it first.
        evidence: The places to check it at, the best first.
        low: The credit's lower bound under uncertain mentions, skills that are only listed and inferred dates; ``high``
            its upper one.
        raise_by: What evidence would raise it; "" at 1.
    """

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
    """A question for the recruiter to ask, never part of the score.

    ``message`` asks it; ``severity`` says how much hangs on the answer (``serious`` only for what is hidden from people or
    addressed to machines); ``evidence`` are the places it rests on; ``innocent_explanations`` what may well be behind it.
    """

    id: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...]
    innocent_explanations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillResult:
    """One skill of a report, by its id (``skill``) and ``name``: what :class:`SkillEvidence` says of it.

    ``months`` of work that show it, overlaps once; ``last_used`` the first of the last such month, or ``None``; the best
    ``strength`` (``listed`` < ``studied`` < ``project`` < ``work`` < ``outcome``); all its ``mentions``, in order.
    """

    skill: str
    name: str
    months: int
    last_used: date | None
    strength: Strength
    mentions: tuple[Mention, ...]
