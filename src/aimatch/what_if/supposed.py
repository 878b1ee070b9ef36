"""A career with one more position, project or degree than the resume shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from aimatch.dates import from_month_number
from aimatch.evidence import STRENGTHS
from aimatch.model import CareerEvidence, Degree, Education, Mention, Position, Project, SkillEvidence, Strength
from aimatch.profile import name_of
from aimatch.taxonomy import Taxonomy

#: Before any career, so that a supposed position overlaps with none of it and ages nothing in it.
_BEFORE = 100


def with_more(
    career: CareerEvidence, ids: tuple[str, ...], months: int, degree: Degree | None, taxonomy: Taxonomy
) -> CareerEvidence:
    """The career with one more position (or project) in which the skills are used, and a degree."""
    resume = career.resume
    skills = dict(career.skills)
    for id_ in ids:
        name = name_of(id_, taxonomy)
        mention = Mention(
            skill=id_,
            name=name,
            kind=taxonomy[id_].kind if id_ in taxonomy else "behaviour",
            start=-1,
            end=-1,
            quote=name,
            position=len(resume.positions) if months else None,
            project=None if months else len(resume.projects),
        )
        skills[id_] = _shown_too(mention, skills.get(id_), months, career.as_of)
    positions, projects, education = resume.positions, resume.projects, resume.education
    if ids and months:
        last = _BEFORE * 12 + months - 1
        end = from_month_number(last)
        start = date(_BEFORE, 1, 1)
        # Its title names the skills, and it counts as one that tells what was done: it is work in them.
        title = ", ".join(name_of(id_, taxonomy) for id_ in ids)
        positions = (*positions, Position(title=title, employer="", start=start, end=end, text_start=0, text_end=0))
    elif ids:
        projects = (*projects, Project(title="", start=None, end=None, text_start=0, text_end=0))
    if degree is not None:
        # Without a field, which counts as one that the role asks for.
        studied = Education(
            institution="", level=degree, degree=degree, field="", start=None, end=None, completed=True, text_start=0,
            text_end=0,
        )  # fmt: skip
        education = (*education, studied)
    return replace(
        career,
        resume=replace(resume, positions=positions, projects=projects, education=education),
        skills=dict(sorted(skills.items())),
        told=career.told | {len(resume.positions)},
        experience_months=career.experience_months + (months if ids else 0),
    )


def _shown_too(mention: Mention, shown: SkillEvidence | None, months: int, as_of: date) -> SkillEvidence:
    """What there is of a skill with one more mention of it, in a position of so many months or (0) in a project."""
    strength: Strength = "work" if months else "project"
    used = as_of.replace(day=1) if months else None
    positions = frozenset[int]() if mention.position is None else frozenset((mention.position,))
    if shown is None:
        return SkillEvidence(
            skill=mention.skill,
            name=mention.name,
            kind=mention.kind,
            months=months,
            last_used=used,
            strength=strength,
            mentions=(mention,),
            named_in=positions,
            used_in=positions,
        )
    better = STRENGTHS.index(strength) >= STRENGTHS.index(shown.strength)
    return replace(
        shown,
        months=shown.months + months,
        last_used=used or shown.last_used,
        strength=strength if better else shown.strength,
        mentions=(*shown.mentions, mention),
        named_in=shown.named_in | positions,
        used_in=shown.used_in | positions,
        certainty=1.0 if better else shown.certainty,
    )
