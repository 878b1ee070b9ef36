r"""The score: weighted coverage of a profile's requirements, every point explained.

With weights :math:`w_i` and credits :math:`c_i \in [0, 1]`,

.. math:: \mathrm{coverage} = \sum_i \mathrm{points}_i, \qquad \mathrm{points}_i = \frac{w_i}{\sum_j w_j} \, c_i

A credit is the best that any of the accepted skills earns, by the strength of its evidence (listed < studied < project
< work < outcome), the months asked for, and recency within the career; narrower skills count in full, related ones by
the taxonomy's transfer credit, broader ones in small part, and of a wide field one corner in part; where all of several
skills are needed, each earns its even share. The numbers stand in :mod:`aimatch.score.skill`,
:mod:`aimatch.score.credit`, :mod:`aimatch.score.depth` and :mod:`aimatch.score.measures`, the bounds of a credit in
:mod:`aimatch.score.bounds`.

Shares and points are multiples of 2\ :sup:`-50`, so that their sum is exact in floating point in any order; points are
rounded up, so that no coverage lies below the formula's: who has 0.3 is not below a cut at 0.3. More evidence
never lowers a credit; nothing but evidence of the requirements enters: no name, date of birth, school or address, and
no flag.
"""

from __future__ import annotations

import math

from aimatch.model import CareerEvidence, Coverage, Evidence, Mention, RequirementResult, Resume
from aimatch.profile import Profile, Requirement
from aimatch.score.bounds import credit_bounds, date_readings
from aimatch.score.measures import credit
from aimatch.score.skill import CREDIT
from aimatch.taxonomy import Taxonomy

__all__ = ["MET_FROM", "MISSING_BELOW", "cover", "credit", "points", "shares"]

#: A must with less credit than this is reported as missing: below it there is at best a hint.
MISSING_BELOW = 0.25
#: From this credit on a requirement is met: shown in work, a project or a result, not only listed or studied.
MET_FROM = 0.75
#: Sums of multiples of its inverse up to 1 are exact.
_QUANTUM = 2.0**50
_MOST_EVIDENCE = 4
_LONGEST_QUOTE = 200
#: Letters of a line that the page may have wrapped; shorter ones end where they end.
_WRAPPED = 40


def cover(evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Coverage:
    """The coverage of a profile by the evidence of a resume."""
    parts = shares(profile)
    readings = date_readings(evidence)
    rows = tuple(
        _row(requirement, evidence, readings, profile, taxonomy, share)
        for requirement, share in zip(profile.requirements, parts, strict=True)
    )
    return Coverage(
        coverage=sum(row.points for row in rows),
        low=sum(points(row.low, share) for row, share in zip(rows, parts, strict=True)),
        high=sum(points(row.high, share) for row, share in zip(rows, parts, strict=True)),
        requirements=rows,
        missing_musts=tuple(row.id for row in rows if row.need == "must" and row.credit < MISSING_BELOW),
    )


def shares(profile: Profile) -> tuple[float, ...]:
    """The share of each requirement in the sum of all weights (0..1), in their order; they sum to 1 exactly."""
    requirements = profile.requirements
    total = math.fsum(one.weight for one in requirements)
    # Rounded first, so that scaling all weights by a factor can't move a share over the edge of a quantum.
    parts = [math.floor(round(one.weight / total, 12) * _QUANTUM) / _QUANTUM for one in requirements]
    # What the cuts left goes to one that its weight and id choose, wherever it stands.
    heaviest = max(range(len(requirements)), key=lambda number: (parts[number], requirements[number].id))
    parts[heaviest] += 1.0 - sum(parts)
    return tuple(parts)


def points(value: float, share: float) -> float:
    """The points (0..1) that a credit earns of its requirement's share of the coverage."""
    return min(share, math.ceil(value * share * _QUANTUM) / _QUANTUM)


def _row(
    requirement: Requirement,
    evidence: CareerEvidence,
    readings: tuple[CareerEvidence, CareerEvidence] | None,
    profile: Profile,
    taxonomy: Taxonomy,
    share: float,
) -> RequirementResult:
    earned = credit(requirement, evidence, profile, taxonomy)
    low, high = credit_bounds(requirement, earned, readings, profile, taxonomy)
    value = min(1.0, max(0.0, earned.value))
    return RequirementResult(
        id=requirement.id,
        label=requirement.label,
        weight=requirement.weight,
        need=requirement.need,
        credit=value,
        points=points(value, share),
        reason=earned.reason,
        evidence=_evidence(earned.mentions, evidence.resume),
        low=max(0.0, low),
        high=high,
        raise_by=_raise_by(requirement, value, earned.raise_by),
    )


def _raise_by(requirement: Requirement, value: float, known: str) -> str:
    if value >= 1.0:
        return ""
    if known and requirement.measure == "skills":
        return known
    if value >= CREDIT["work"] and requirement.measure == "skills":
        return "a measured result of its use"
    if requirement.measure == "degree":
        return "a completed degree of the level and in a field that the role asks for"
    if requirement.measure == "experience":
        return f"dated positions that show {requirement.min_years or 1:g} years of it"
    if requirement.measure == "breadth":
        return f"use at work or in projects of {requirement.at_least} areas"
    if value >= CREDIT["studied"]:
        return "more of it at work, with what it achieved"
    return "a position or project that says what was done with it"


def _evidence(mentions: tuple[Mention, ...], resume: Resume) -> tuple[Evidence, ...]:
    """The sentences or lines of the first mentions, each once, so that a reader can check them on the page."""
    text, is_paged = resume.document.text, resume.document.is_paged
    found: dict[tuple[int, int], Evidence] = {}
    for mention in mentions:
        start, end = _line_around(text, mention)
        if (start, end) not in found:
            page = mention.page if is_paged else None
            found[start, end] = Evidence(
                quote=text[start:end], start=start, end=end, page=page, note=_note(mention, resume)
            )
        if len(found) == _MOST_EVIDENCE:
            break
    return tuple(found.values())


def _line_around(text: str, mention: Mention) -> tuple[int, int]:
    """The line that a mention stands in, with what the page has wrapped of it; of a long one the whole words around."""
    first, last = mention.start - _LONGEST_QUOTE // 2, mention.end + _LONGEST_QUOTE // 2
    start, end = text.rfind("\n", 0, mention.start) + 1, _line_end(text, mention.end)
    while first < start and _is_wrapped(text, start):
        start = text.rfind("\n", 0, start - 1) + 1
    while end < last and _is_wrapped(text, end + 1):
        end = _line_end(text, end + 1)
    if start < first:
        space = text.find(" ", first, mention.start)
        start = mention.start if space < 0 else space
    if end > last:
        end = max(text.rfind(" ", mention.end, last), mention.end)
    while start < mention.start and text[start].isspace():
        start += 1
    while end > mention.end and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_wrapped(text: str, start: int) -> bool:
    """Whether the line that begins at ``start`` goes on with the one above it, which is as long as lines of a page are."""
    above = start - 1 - (text.rfind("\n", 0, max(0, start - 1)) + 1)
    return above >= _WRAPPED and text[start : start + 1].islower()


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _note(mention: Mention, resume: Resume) -> str:
    if mention.position is not None:
        position = resume.positions[mention.position]
        return ", ".join(part for part in (position.title, position.employer) if part) or "a position"
    if mention.project is not None:
        return resume.projects[mention.project].title or "a project"
    return mention.section
