"""What every flag is made of, and what it looks at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from aimatch.flags import words
from aimatch.flags.ai_account import AiAccount, account
from aimatch.model import CareerEvidence, Evidence, Flag, HiddenText, Position, Severity
from aimatch.profile import Profile
from aimatch.taxonomy import Taxonomy
from aimatch.wordlist import Occurrence

#: Distinct words of promotion ("visionary", "game-changing") from which they set the tone of a resume: of 445 drawn from
#: public collections none has more than one.
LOUD = 2
#: Months of paid work below which a person counts as a beginner: what a first year's internships add up to.
BEGINNER_MONTHS = 12

#: Sections in which a beginner tells what was studied.
_STUDY = frozenset({"education", "courses", "trainings"})


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
    def ai(self) -> AiAccount:
        """What the resume claims in AI, and what it tells of AI work."""
        return account(
            self.evidence.resume,
            self.taxonomy,
            loud=bool(self.promotion),
            promoted=bool(words.first(self.text, "promotion")),
        )

    @cached_property
    def promotion(self) -> tuple[Occurrence, ...]:
        """The words of promotion, if there are so many distinct ones that they set the tone, else none."""
        found = words.found(self.text, "promotion")
        return found if len({match.group().lower() for match in found}) >= LOUD else ()

    @property
    def is_beginner(self) -> bool:
        """Whether the person has hardly worked yet, so that little to tell is to be expected."""
        return self.evidence.experience_months < BEGINNER_MONTHS

    @property
    def only_studied(self) -> bool:
        """Whether a beginner claims AI in projects and study alone, so that nothing more is claimed than is told there."""
        claims = self.ai.claims
        return self.is_beginner and all(one.project is not None or one.section in _STUDY for one in claims)

    def quote(self, start: int, end: int, note: str = "") -> Evidence:
        """A stretch of the resume as evidence, without white space at its ends."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        document = self.evidence.resume.document
        page = document.page_at(start) if document.is_paged else None
        return Evidence(quote=text[start:end], start=start, end=end, page=page, note=note)

    def hidden_quote(self, hidden: HiddenText, note: str) -> Evidence:
        """What a person can't see as evidence, which stands nowhere in the text."""
        page = hidden.page if self.evidence.resume.document.is_paged else None
        return Evidence(quote=hidden.quote, start=0, end=0, page=page, note=note)

    def first_line(self, position: Position) -> Evidence:
        """The first line of a position's entry."""
        end = self.text.find("\n", position.text_start, position.text_end)
        return self.quote(position.text_start, position.text_end if end < 0 else end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heuristic:
    """One flag: what it asks, why, where the rule comes from, and what may innocently explain it.

    ``raised_when`` states the rule with its thresholds. ``check`` returns the evidence and the message, or ``None`` where there is nothing to ask. ``reason`` says why a
    recruiter would want to know; ``source`` is a section of the job description or the literature.
    """

    id: str
    severity: Severity
    title: str
    raised_when: str
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
