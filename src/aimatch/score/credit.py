"""How much credit the evidence of skills earns for a requirement.

The numbers that turn evidence into credit stand in this package, each with its reason, and are the same for every
profile: what one skill earns in :mod:`aimatch.score.skill`, several together here, degrees, years and breadth in
:mod:`aimatch.score.measures`, how deep a field is shown in :mod:`aimatch.score.depth`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from aimatch.evidence.vocabulary import vocabulary
from aimatch.model import CareerEvidence, SkillEvidence
from aimatch.profile import Requirement, name_of
from aimatch.score.depth import corner, used_at_work
from aimatch.score.skill import NOTHING, Credit, asserted_in, of_skill
from aimatch.taxonomy import Taxonomy

#: What each further skill that is only listed adds, up to `LISTED_MOST`.
LISTED_MORE, LISTED_MOST = 0.02, 0.4
#: A broader skill says little of a narrower one: machine learning is no proof of computer vision.
BROADER = 0.1
#: Of several skills that are all needed, one that is only listed earns this share of what the best shown one earns:
#: who runs Kubernetes and lists Docker has used it.
BESIDE = 0.6
#: What counts in part earns this share of its own credit, at most the share that the profile names; a claim, which is worth
#: little already, all of it.
PARTIAL = 0.85
#: One narrow skill of a wide field in use is a corner of it (calling a hosted model is not all of deep learning) and
#: earns this share of its credit, until a second is shown or the field is named itself.
CORNER = 0.7
#: So many skills of a field in use at work hint in full at what is done with them and is not told; from so few on, in part.
#: Where nothing was told of production or of pipelines, labellers gave some credit for it in 24 of 36 cases with three such
#: skills or more, in 12 of 14 with four.
HINTING, HINTING_AT_LEAST = 4, 2

#: So many skills that are only listed are named in a reason; what a reader checks are the quotes.
_MOST_NAMES = 8


def of_skills(requirement: Requirement, evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    """The best of what the skills earn in full, in part, and all of several together."""
    offers = []
    if requirement.skills:
        part = only_in_part(requirement, taxonomy)
        offers.append(any_of(requirement.skills, evidence, taxonomy, requirement.min_years, without=part))
    for id_, share in requirement.partial:
        others = vocabulary().other_trades - {id_}
        one = any_of((id_,), evidence, taxonomy, requirement.min_years, kin=False, without=others)
        if one.value:
            reason = f"counts in part, at most {100 * share:.0f} %: {one.reason}"
            value = one.value if one.claimed == 1.0 else one.value * PARTIAL
            offers.append(replace(one, value=min(value, share), reason=reason, raise_by=""))
    for id_, share in requirement.indirect:
        used = used_at_work(id_, evidence, taxonomy)[:HINTING]
        if len(used) >= HINTING_AT_LEAST:
            offers.append(
                Credit(
                    value=share * len(used) / HINTING,
                    reason=f"not told, yet {len(used)} skills of {name_of(id_, taxonomy)} are used at work: "
                    + ", ".join(one.name for one in used),
                    mentions=tuple(mention for one in used for mention in asserted_in(one)[:1]),
                    certainty=min(one.certainty for one in used),
                )
            )
    if requirement.all_of:
        parts = [any_of((id_,), evidence, taxonomy, requirement.min_years) for id_ in requirement.all_of]
        most = max(part.value for part in parts)
        parts = [
            replace(part, value=max(part.value, BESIDE * most)) if part.value and part.claimed else part
            for part in parts
        ]
        shown = [part for part in parts if part.value]
        if shown:
            missing = [
                name_of(id_, taxonomy) for id_, part in zip(requirement.all_of, parts, strict=True) if not part.value
            ]
            reason = "; ".join(part.reason for part in shown)
            if missing:
                reason += f"; not found: {', '.join(missing)}"
            offers.append(
                Credit(
                    value=sum(part.value for part in parts) / len(parts),
                    reason=reason,
                    mentions=tuple(mention for part in shown for mention in part.mentions),
                    certainty=min(part.certainty for part in shown),
                    claimed=claimed_share(shown),
                )
            )
    return max(offers, key=lambda offer: offer.value, default=NOTHING)


def any_of(
    wanted: Iterable[str],
    evidence: CareerEvidence,
    taxonomy: Taxonomy,
    min_years: float | None,
    *,
    kin: bool = True,
    without: frozenset[str] = frozenset(),
) -> Credit:
    """The best credit among the wanted skills, what is narrower than them (in full, but for ``without``), and their kin
    (in part)."""
    wanted = tuple(wanted)
    best = NOTHING
    if _all_that_counts(taxonomy, wanted, kin).isdisjoint(evidence.skills):
        return best  # most requirements of most resumes
    listed: dict[str, SkillEvidence] = {}
    family = taxonomy.family(wanted)
    held = sorted(evidence.skills.keys() & family.keys(), key=family.__getitem__)
    few = corner(wanted, held, evidence, taxonomy)
    for id_ in held:
        if id_ in without:
            continue
        shown = evidence.skills[id_]
        if shown.strength == "listed":
            listed[id_] = shown
        one = of_skill(shown, evidence, min_years)
        if id_ in few:
            reason = f"{one.reason}; nothing else of its field is shown"
            one = replace(one, value=one.value * CORNER, reason=reason, raise_by="another skill of the field in use")
        if one.value > best.value:
            best = one
    if len(listed) > 1 and best.value < LISTED_MOST:
        value = min(LISTED_MOST, best.value + LISTED_MORE * (len(listed) - 1))
        names = list(dict.fromkeys(one.name for one in listed.values()))
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        mentions = tuple(mention for one in listed.values() for mention in asserted_in(one)[:1])
        best = Credit(
            value=value,
            reason=f"only listed: {', '.join(names[:_MOST_NAMES])}{more}",
            mentions=mentions,
            certainty=max(one.certainty for one in listed.values()),
            claimed=1.0,
        )
    return _kin(wanted, evidence, taxonomy, best) if kin else best


def only_in_part(requirement: Requirement, taxonomy: Taxonomy) -> frozenset[str]:
    """What the profile says counts in part does so with all that is narrower, also where it is narrower than a skill
    that counts in full: calling a hosted model is language work in full, deep learning in part."""
    return _only_in_part(tuple(id_ for id_, _ in requirement.partial), requirement.skills, taxonomy)


@lru_cache(maxsize=1024)
def _only_in_part(named: tuple[str, ...], skills: tuple[str, ...], taxonomy: Taxonomy) -> frozenset[str]:
    """What is narrower than ``named``, and so counts in part, although it may be narrower than one of ``skills`` too.

    Still in full is what is narrower than a wanted skill without a step between: PL/SQL is SQL, whatever database.
    """
    family = taxonomy.family(named)
    near = {
        id_
        for id_ in family
        if id_ not in named and id_ in taxonomy and not set(skills).isdisjoint(taxonomy.parents(id_))
    }
    return frozenset(family.keys() - near - set(skills))


@lru_cache(maxsize=1024)
def _all_that_counts(taxonomy: Taxonomy, wanted: tuple[str, ...], kin: bool) -> frozenset[str]:
    """The ids that may earn something of wanted skills: their families, and with ``kin`` what is near to them."""
    near = (id_ for one in wanted for id_ in _shares(taxonomy, one)) if kin else ()
    return frozenset(taxonomy.family(wanted)).union(near)


def _kin(wanted: tuple[str, ...], evidence: CareerEvidence, taxonomy: Taxonomy, best: Credit) -> Credit:
    """What related and broader skills earn, where that is more than the best of the wanted ones."""
    for id_ in wanted:
        shares = _shares(taxonomy, id_)
        for other in sorted(evidence.skills.keys() & shares.keys()):
            share = shares[other]
            if share <= best.value:
                continue  # the most that it could earn
            one = of_skill(evidence.skills[other], evidence, None)
            if one.value * share > best.value:
                reason = f"only near to {taxonomy.name(id_)}, counts {100 * share:.0f} %: {one.reason}"
                best = replace(one, value=one.value * share, reason=reason, raise_by="")
    return best


@lru_cache(maxsize=4096)
def _shares(taxonomy: Taxonomy, id_: str) -> Mapping[str, float]:
    """What of a skill's credit its related and its broader skills earn, by their ids."""
    if id_ not in taxonomy:
        return {}
    return {**dict.fromkeys(taxonomy.parents(id_), BROADER), **taxonomy.related(id_)}


def claimed_share(parts: list[Credit]) -> float:
    """The share of several credits' sum that rests on skills which are only listed."""
    return sum(part.value * part.claimed for part in parts) / sum(part.value for part in parts)
