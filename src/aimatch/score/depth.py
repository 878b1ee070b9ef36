"""How deep the evidence of a field goes: a corner of it, work in it, years of work in it.

Which methods are fields: :mod:`aimatch.evidence.fields`.
"""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import lru_cache

from aimatch.dates import covered_months
from aimatch.evidence import STRENGTHS, headed_by
from aimatch.evidence.fields import is_field
from aimatch.evidence.vocabulary import vocabulary
from aimatch.model import CareerEvidence, SkillEvidence
from aimatch.resume import paid_positions, total_months
from aimatch.taxonomy import Taxonomy

#: So many distinct skills of a field in use make a position work in it; fewer make it less (:func:`_depth`).
#: Where the position's title names the field, each counts for two.
FULL, TITLED = 6, 2

_IN_USE = frozenset(STRENGTHS[STRENGTHS.index("project") :])


def corner(
    wanted: tuple[str, ...], held: Collection[str], evidence: CareerEvidence, taxonomy: Taxonomy
) -> frozenset[str]:
    """The skills of the wanted ones' families that are shown in use and make no more than a corner of them: a single one,
    where it is narrower and only of fields, and those that other trades name too, be they ever so many.

    ``held`` is what the resume has of these families.
    """
    shown = [id_ for id_ in held if _in_use(evidence.skills[id_])]
    own = [id_ for id_ in shown if id_ not in vocabulary().other_trades]
    if len(own) > 1 or not set(own).isdisjoint(wanted):
        return frozenset()
    return frozenset(id_ for id_ in shown if _only_in_fields(id_, wanted, taxonomy))


def used_at_work(id_: str, evidence: CareerEvidence, taxonomy: Taxonomy) -> list[SkillEvidence]:
    """What is used in a position of a skill and all that is narrower and no other trade names, by id."""
    family = taxonomy.family((id_,)).keys() - vocabulary().other_trades
    return [evidence.skills[one] for one in sorted(evidence.skills.keys() & family) if evidence.skills[one].used_in]


def months_of_work(ids: frozenset[str], evidence: CareerEvidence) -> float:
    """Months of paid positions in a field with these skills, each position by its share of :data:`FULL` skills in use.

    Overlaps count once: for each number of skills up to :data:`FULL` the months are covered that show as many. Where
    no paid position has dates, the stated total is shared out evenly.
    """
    resume, as_of = evidence.resume, evidence.as_of
    titled = headed_by(resume, evidence.skills, ids)
    used: dict[int, int] = {}
    for id_ in ids.intersection(evidence.skills):
        for number in evidence.skills[id_].used_in:
            used[number] = used.get(number, 0) + (TITLED if number in titled else 1)
    paid = set(map(id, paid_positions(resume)))
    counts = [
        (position, used.get(number, 0)) for number, position in enumerate(resume.positions) if id(position) in paid
    ]
    if counts and all(position.start is None for position, _ in counts):
        return total_months(resume, as_of) * sum(_depth(count) for _, count in counts) / len(counts)
    return sum(
        covered_months([position for position, count in counts if count >= least], as_of)
        * (_depth(least) - _depth(least - 1))
        for least in range(1, FULL + 1)
    )


def _depth(skills: int) -> float:
    """The part of a position's time (0..1) that is work in a field with so many of its skills in use.

    It is the share to the power of 1.5: who uses one skill of six does other work most of the time.
    """
    share = min(skills, FULL) / FULL
    return share * math.sqrt(share)


@lru_cache(maxsize=4096)
def _only_in_fields(id_: str, wanted: tuple[str, ...], taxonomy: Taxonomy) -> bool:
    holders = [one for one in wanted if id_ in taxonomy.family((one,))]
    return bool(holders) and all(is_field(one, taxonomy) for one in holders)


def _in_use(shown: SkillEvidence) -> bool:
    return shown.strength in _IN_USE
