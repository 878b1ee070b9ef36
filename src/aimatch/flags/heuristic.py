"""What every flag is made of, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from aimatch.model import CareerEvidence, Evidence, Flag, Mention, Position, Severity
from aimatch.profile import Profile
from aimatch.taxonomy import Taxonomy


@dataclass(frozen=True, kw_only=True)
class Case:
    """A resume with its evidence, and what it is held against. ``posting`` is the text of the job posting, if given."""

    evidence: CareerEvidence
    profile: Profile
    taxonomy: Taxonomy
    posting: str | None = None

    @property
    def text(self) -> str:
        """The visible text of the resume."""
        return self.evidence.resume.document.text

    @cached_property
    def ai_skills(self) -> frozenset[str]:
        """The ids of AI and machine learning, and of all that is narrower."""
        found = set()
        for root in ("artificial-intelligence", "machine-learning"):
            if root in self.taxonomy:
                found |= {root, *self.taxonomy.narrower(root)}
        return frozenset(found)

    @cached_property
    def ai_mentions(self) -> tuple[Mention, ...]:
        """The asserted mentions of AI skills, in order."""
        return tuple(
            mention
            for mention in self.evidence.resume.mentions
            if mention.skill in self.ai_skills and mention.status == "asserted"
        )

    def quote(self, start: int, end: int, note: str = "") -> Evidence:
        """A stretch of the resume as evidence, without white space at its ends."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        page = self.evidence.resume.document.page_at(start)
        return Evidence(quote=text[start:end], start=start, end=end, page=page, note=note)

    def first_line(self, position: Position) -> Evidence:
        """The first line of a position's entry."""
        end = self.text.find("\n", position.text_start, position.text_end)
        return self.quote(position.text_start, position.text_end if end < 0 else end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heuristic:
    """One flag: what it asks, why, where the rule comes from, and what may innocently explain it.

    ``check`` returns the evidence and the message, or ``None`` where there is nothing to ask. ``reason`` says why a
    recruiter would want to know; ``source`` is a section of the job description or the literature.
    """

    id: str
    severity: Severity
    title: str
    reason: str
    source: str
    innocent_explanations: tuple[str, ...]
    check: Callable[[Case], Finding | None]

    def flag(self, case: Case) -> Flag | None:
        """The flag as raised on a case, or ``None``."""
        finding = self.check(case)
        if finding is None:
            return None
        return Flag(
            id=self.id,
            severity=finding.severity or self.severity,
            message=finding.message,
            evidence=finding.evidence,
            innocent_explanations=self.innocent_explanations,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check found: the message, a question to the recruiter in plain words, and the places it rests on."""

    message: str
    evidence: tuple[Evidence, ...]
    severity: Severity | None = None
