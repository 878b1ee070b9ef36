"""A profile by itself: what nothing can meet, what counts one thing twice, what contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from aimatch.profile import Profile, Requirement, behaviour_ids
from aimatch.profile_check.finding import Finding
from aimatch.score.credit import only_in_part
from aimatch.taxonomy import Taxonomy

#: No working life is longer, in years.
_LONGEST_CAREER = 45
#: A title of these levels and this many years do not go together.
_MOST_YEARS = {"intern": 1.0, "junior": 3.0}


def findings(profile: Profile, taxonomy: Taxonomy, as_of: date | None) -> Iterator[Finding]:
    """What is found without a pool. ``as_of``: the day against which years are checked, or ``None``."""
    yield from _unmatchable(profile, taxonomy, as_of)
    yield from _twice(profile, taxonomy)
    yield from _contradictory(profile, taxonomy)


def _unmatchable(profile: Profile, taxonomy: Taxonomy, as_of: date | None) -> Iterator[Finding]:
    for row in profile.requirements:
        for message in _hopeless(row, taxonomy, as_of):
            yield Finding(kind="unmatchable", severity="problem", requirements=(row.id,), message=message)


def _hopeless(row: Requirement, taxonomy: Taxonomy, as_of: date | None) -> Iterator[str]:
    behaviours = behaviour_ids()
    unknown = [id_ for id_ in row.named if id_ not in taxonomy and id_ not in behaviours]
    if unknown:
        yield f"{', '.join(unknown)}: no skill of the taxonomy, so no resume shows it; find the right id"
    if row.measure == "skills" and not row.named:
        yield "names no skill, so nothing meets it; name one or delete the requirement"
    if row.measure == "breadth" and len(row.groups) < row.at_least:
        yield f"asks for {row.at_least} areas and names {len(row.groups)}; name more or lower at_least"
    if row.min_years is None:
        return
    if row.min_years > _LONGEST_CAREER:
        yield f"asks for {row.min_years:g} years, longer than a working life; correct min_years"
    elif as_of is not None and row.skills and not row.all_of:
        released = [taxonomy[id_].released if id_ in taxonomy else None for id_ in row.skills]
        years = [as_of.year - year for year in released if year is not None]
        if len(years) == len(released) and max(years) < row.min_years:
            yield f"asks for {row.min_years:g} years of what was first released {max(years)} years ago; lower min_years"


def _twice(profile: Profile, taxonomy: Taxonomy) -> Iterator[Finding]:
    """Pairs of requirements that one piece of evidence meets."""
    rows = [row for row in profile.requirements if row.measure == "skills" and row.weight > 0]
    for one, other in combinations(rows, 2):
        shared = sorted({*one.skills, *one.all_of} & {*other.skills, *other.all_of})
        if shared:
            same = _accepted(one) == _accepted(other)
            yield Finding(
                kind="double-counted",
                severity="problem" if same else "note",
                requirements=(one.id, other.id),
                message=f"{', '.join(shared)} counts in both; "
                + ("merge them and add their weights" if same else "keep both only if it is meant to weigh more"),
            )
    for broad, implying in _implications(rows, taxonomy):
        narrow = [row for row in implying if (row.need, broad.need) != ("must", "nice")]
        if narrow:
            ids = ", ".join(row.id for row in narrow)
            yield Finding(
                kind="double-counted",
                severity="note",
                requirements=(broad.id, *(row.id for row in narrow)),
                message=f"{broad.id} is met by whoever meets {ids}; keep both only if it is meant to weigh more",
            )


def _implications(
    rows: Sequence[Requirement], taxonomy: Taxonomy
) -> Iterator[tuple[Requirement, tuple[Requirement, ...]]]:
    """Each requirement with the narrower ones that meet it by themselves, the nearest only: of embeddings, deep learning
    and machine learning the last is met by the second, and that by the first."""
    for broad in rows:
        all_narrow = [row for row in rows if _implied(row, broad, taxonomy)]
        nearest = tuple(
            row for row in all_narrow if not any(_implied(row, other, taxonomy) for other in all_narrow if other != row)
        )
        if nearest:
            yield broad, nearest


def _accepted(row: Requirement) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(row.skills), frozenset(row.all_of)


def _implied(narrow: Requirement, broad: Requirement, taxonomy: Taxonomy) -> bool:
    """Whether each skill that meets ``narrow`` is a case of one that meets ``broad``, in full, and none is the same."""
    if not narrow.skills or narrow.all_of or broad.all_of or not set(narrow.skills).isdisjoint(broad.skills):
        return False
    in_full = taxonomy.family(broad.skills).keys() - only_in_part(broad, taxonomy)
    return in_full.issuperset(narrow.skills)


def _contradictory(profile: Profile, taxonomy: Taxonomy) -> Iterator[Finding]:
    def finding(message: str, *rows: Requirement, severity: Literal["problem", "note"] = "problem") -> Finding:
        return Finding(
            kind="contradictory", severity=severity, requirements=tuple(row.id for row in rows), message=message
        )

    for one, other in combinations(profile.requirements, 2):
        if one.id == other.id:
            yield finding("two requirements have this id; rename one", one)
        if one.measure != "skills" or other.measure != "skills" or not one.named:
            continue
        if _accepted(one) == _accepted(other):
            if one.need != other.need:
                yield finding("the same is needed in one and only welcome in the other; keep one", one, other)
            if one.min_years is not None and other.min_years is not None and one.min_years != other.min_years:
                years = f"{one.min_years:g} and {other.min_years:g}"
                yield finding(f"the same is asked for {years} years; keep one", one, other)
    listed = [row for row in profile.requirements if row.measure == "skills"]
    for broad, implying in _implications(listed, taxonomy):
        musts = [row for row in implying if row.need == "must"]
        if musts and broad.need == "nice":
            ids = ", ".join(row.id for row in musts)
            yield finding(f"is only welcome, yet whoever meets the must {ids} meets it", broad, *musts, severity="note")
    for row in profile.requirements:
        if row.need == "must" and row.weight == 0:
            yield finding("is a must and weighs nothing; give it a weight or make it nice", row)
        if profile.min_years is not None and row.min_years is not None and row.min_years > profile.min_years:
            yield finding(
                f"asks for {row.min_years:g} years, the whole profile for {profile.min_years:g}; raise min_years", row
            )
        if row.measure == "degree" and row.need == "must" and profile.degree_min == "none":
            yield finding("needs a degree, and degree_min is none; correct one of them", row)
        elif row.degree_min and profile.degree_min and row.need == "must" and row.degree_min != profile.degree_min:
            yield finding(f"needs {row.degree_min}, the whole profile {profile.degree_min}; keep one", row)
    most = _MOST_YEARS.get(profile.seniority or "")
    if most is not None and profile.min_years is not None and profile.min_years > most:
        yield finding(f"the level is {profile.seniority}, yet {profile.min_years:g} years are asked for")
