"""The report: coverage and flags side by side, with the evidence for both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from aimatch import __version__
from aimatch.errors import ReadError
from aimatch.evidence import STRENGTHS
from aimatch.model import (
    CareerEvidence,
    Coverage,
    Degree,
    Document,
    Education,
    Flag,
    Position,
    RequirementResult,
    SkillEvidence,
    SkillResult,
)
from aimatch.profile import Profile
from aimatch.resume.experience import Experience, experience
from aimatch.taxonomy import Taxonomy
from aimatch.what_if import USUAL_MONTHS, NextBest, WhatIf, next_best, what_if

if TYPE_CHECKING:
    import pandas as pd

    from aimatch.interview import InterviewGuide

#: From the flag to ask about first to the last.
SEVERITIES = ("serious", "caution", "info")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report:
    """What a resume shows of a role's requirements, as of one day.

    Attributes:
        source: The file's name as given, or ``None`` for a resume given as text or bytes.
        profile: The id of the role profile; ``profile_title`` is its title.
        coverage: 0..1, exactly the sum of the requirements' points. ``low`` and ``high`` bound it under uncertain
            mentions, skills that are only listed and inferred dates (:mod:`aimatch.score.bounds`).
        requirements: One row a requirement, in the profile's order.
        missing_musts: The ids of the requirements that are a must and got at best the credit of a hint.
        flags: Questions to ask, most serious first; never part of the score.
        skills: The skills the resume asserts, best shown first.
        experience_months: Months of paid work, overlaps counted once; ``ml_months`` the part in AI or ML work. 0 also where
            no dates were read: :attr:`experience` tells what they rest on.
        degree: The highest completed; ``degree_field`` its field as written, or "".
        as_of: The day that "present" means.
        input_sha256: Hex digest of the input's bytes (of the UTF-8 text for text input).
        hidden_text_would_add: What text that no person can see would have added to the coverage, 0..1: each where it lies, or
            at the end of the text where neither the file nor the page tells.
        notes: What the reader had to say about the file.
        versions: Of ``aimatch``, the ``taxonomy`` and the ``profile``: the same input, day and versions give the same
            report.
        role: The profile itself, ``career``, the evidence without the page's geometry, and ``taxonomy``: what
            :meth:`what_if`, :meth:`next_best` and :meth:`interview_guide` go by. They are no part of the JSON, nor of
            equality.
    """

    source: str | None
    profile: str
    profile_title: str
    coverage: float
    low: float
    high: float
    requirements: tuple[RequirementResult, ...]
    missing_musts: tuple[str, ...]
    flags: tuple[Flag, ...]
    skills: tuple[SkillResult, ...]
    experience_months: int
    ml_months: int
    degree: Degree
    degree_field: str
    as_of: date
    input_sha256: str
    hidden_text_would_add: float
    notes: tuple[str, ...]
    versions: dict[str, str]
    role: Profile = field(compare=False)
    career: CareerEvidence = field(compare=False)
    taxonomy: Taxonomy = field(compare=False)

    def __hash__(self) -> int:
        return hash((self.input_sha256, self.profile, self.as_of))

    def __repr__(self) -> str:
        # All of it would fill screens; `print(report.to_json(indent=2))` shows it.
        return (
            f"<Report of {self.source or 'a resume'} for {self.profile}: coverage {self.coverage:.3f},"
            f" {len(self.missing_musts)} musts missing, {len(self.flags)} flags, as of {self.as_of}>"
        )

    @property
    def positions(self) -> tuple[Position, ...]:
        """The positions as read, in the order of the resume."""
        return self.career.resume.positions

    @property
    def education(self) -> tuple[Education, ...]:
        """The courses of study as read, in the order of the resume."""
        return self.career.resume.education

    @property
    def experience(self) -> Experience:
        """What the months of paid work rest on, with the months of each position."""
        return experience(self.career.resume, self.as_of)

    def what_if(
        self, *, add: str | Iterable[str] = (), months: int = USUAL_MONTHS, degree: Degree | None = None
    ) -> WhatIf:
        """What the coverage would be if the resume also showed something.

        Args:
            add: Skills by any name, or behaviours by id, each used in one more position.
            months: How long that position lasted; 0: a project instead.
            degree: A degree completed besides, in a field that the role asks for.

        Raises:
            UnknownSkill: A name is no skill of the taxonomy; lists every one.
            ValueError: Neither a skill nor a degree is supposed, ``months`` is negative or longer than a career, or ``degree``
                is none.
            TypeError: ``months`` is no whole number, or ``add`` holds what is no name.
        """
        return what_if(self.career, self.role, self.requirements, self.taxonomy, add=add, months=months, degree=degree)

    def next_best(self, n: int = 3) -> NextBest:
        """The evidence that would raise the coverage most, best first, at most ``n``: a tuple of answers, each of which stands
        for itself.

        Raises:
            ValueError: ``n`` is below 1.
            TypeError: ``n`` is no whole number.
        """
        return next_best(self.career, self.role, self.requirements, self.taxonomy, n)

    def interview_guide(self, *, most: int | None = None) -> InterviewGuide:
        """What to ask about each weak or unproven requirement and each flag; ``most`` of them, those that matter most."""
        from aimatch.interview import interview_guide  # most reports are asked for none

        return interview_guide(self.requirements, self.flags, self.role, self.taxonomy, source=self.source, most=most)

    # The formats live in aimatch.outputs, one a file; these hand over to them, so that a report can show itself.

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON types; ``aimatch/outputs/report.schema.json`` describes it."""
        from aimatch.outputs import json

        return json.report_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The report as JSON text, byte for byte the same for the same input, day and versions."""
        from aimatch.outputs import json

        return json.render(self, indent=indent)

    def to_frame(self) -> pd.DataFrame:
        """One row a requirement: ``id``, ``label``, ``need``, ``weight`` (as in the profile; divided by the sum of all it is the
        most that the requirement can add), ``credit``, ``low``, ``high``, ``points``, ``reason``, ``evidence`` (the quotes,
        joined by " | "), ``raise_by``; ``aimatch.outputs.table.REQUIREMENT_COLUMNS`` says what each holds."""
        from aimatch.outputs import table

        return table.requirements_frame(self)

    def to_html(self) -> str:
        """The report as one self-contained HTML page."""
        from aimatch.outputs import html

        return html.render(self)

    def _repr_html_(self) -> str:
        from aimatch.outputs import html

        return html.render_fragment(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A file that could not be scored, and why: a result like a report, so that nothing is lost from a batch.

    ``source`` is the file's name as given, ``error`` the name of the error's class, ``reason`` what is wrong in words,
    ``place`` where in the file ("" if unknown), ``remedy`` what can be done about it ("" if nothing is known to help).
    """

    source: str
    error: str
    reason: str
    place: str = ""
    remedy: str = ""

    @classmethod
    def of(cls, source: str, error: BaseException) -> Failure:
        """The failure that an error means for one file."""
        if isinstance(error, ReadError):
            return cls(
                source=source,
                error=type(error).__name__,
                reason=error.message,
                place=error.place or "",
                remedy=error.remedy or "",
            )
        reason = str(error).removeprefix(f"{source}: ") or type(error).__name__
        return cls(source=source, error=type(error).__name__, reason=reason)


def assemble(
    evidence: CareerEvidence,
    coverage: Coverage,
    flags: tuple[Flag, ...],
    profile: Profile,
    taxonomy: Taxonomy,
    *,
    hidden_text_would_add: float = 0.0,
) -> Report:
    """Put together what was found out about one resume."""
    document = evidence.resume.document
    return Report(
        source=document.source,
        profile=profile.id,
        profile_title=profile.title,
        coverage=coverage.coverage,
        low=coverage.low,
        high=coverage.high,
        requirements=coverage.requirements,
        missing_musts=coverage.missing_musts,
        # Within one severity in the flags' own order.
        flags=tuple(sorted(flags, key=lambda flag: SEVERITIES.index(flag.severity))),
        skills=tuple(_skill_result(one) for one in sorted(evidence.skills.values(), key=_best_first) if _is_skill(one)),
        experience_months=evidence.experience_months,
        ml_months=evidence.ml_months,
        degree=evidence.degree,
        degree_field=evidence.degree_field,
        as_of=evidence.as_of,
        input_sha256=document.sha256,
        hidden_text_would_add=hidden_text_would_add,
        notes=document.notes,
        versions={"aimatch": __version__, "taxonomy": taxonomy.version, "profile": profile.version},
        role=profile,
        career=_without_geometry(evidence),
        taxonomy=taxonomy,
    )


def _without_geometry(evidence: CareerEvidence) -> CareerEvidence:
    # It is most of a resume's size, and no question to a report needs it.
    document = evidence.resume.document
    bare = Document(text=document.text, format=document.format, sha256=document.sha256, source=document.source)
    return replace(evidence, resume=replace(evidence.resume, document=bare))


def _is_skill(evidence: SkillEvidence) -> bool:
    return any(mention.kind != "behaviour" for mention in evidence.mentions)


def _best_first(evidence: SkillEvidence) -> tuple[int, int, str]:
    return -STRENGTHS.index(evidence.strength), -evidence.months, evidence.skill


def _skill_result(evidence: SkillEvidence) -> SkillResult:
    return SkillResult(
        skill=evidence.skill,
        name=evidence.name,
        months=evidence.months,
        last_used=evidence.last_used,
        strength=evidence.strength,
        mentions=evidence.mentions,
    )
