"""What a profile asks for overall, as requirements of its own."""

from __future__ import annotations

from dataclasses import replace

from aimatch.model import DEGREE_NAMES
from aimatch.profile.definition import Profile, Requirement


def with_implied(profile: Profile) -> Profile:
    """The profile with a requirement for its ``degree_min`` and one for its ``min_years``, where none asks for them.

    A requirement asks for the degree if that is what it measures, and for the years if it asks for at least as many of
    anything. What is added is a must of a must's usual (median) weight, so that scaling all weights still changes nothing, and
    accepts a degree in any field and years of any work that shows a skill of the profile. Whoever means something else
    writes the requirement out (with the weight 0 it is reported and not scored). A profile that has both is returned
    as it is, so that doing this twice adds nothing.
    """
    added = []
    weights = sorted(
        [row.weight for row in profile.requirements if row.need == "must"]
        or [row.weight for row in profile.requirements]
        or [1.0]
    )
    weight = weights[(len(weights) - 1) // 2]
    taken = {row.id for row in profile.requirements}
    if profile.degree_min not in (None, "none") and all(row.measure != "degree" for row in profile.requirements):
        name = DEGREE_NAMES[profile.degree_min]
        added.append(
            Requirement(
                id=_free("degree", taken),
                label=name[:1].upper() + name[1:],
                need="must",
                weight=weight,
                source="degree_min of the profile",
                measure="degree",
                degree_min=profile.degree_min,
            )
        )
    years = profile.min_years
    if years and all((row.min_years or 0.0) < years for row in profile.requirements):
        added.append(
            Requirement(
                id=_free("experience", taken),
                label=f"{years:g} year{'s' * (years != 1)} of experience in the role's skills",
                need="must",
                weight=weight,
                source="min_years of the profile",
                measure="experience",
                min_years=years,
            )
        )
    return replace(profile, requirements=(*profile.requirements, *added)) if added else profile


def _free(id_: str, taken: set[str]) -> str:
    while id_ in taken:
        id_ += "-overall"
    return id_
