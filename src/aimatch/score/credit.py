"""How much credit the evidence of skills earns for a requirement.

The numbers that turn evidence into credit stand here and in :mod:`aimatch.score.measures`, each with its reason; they
are the same for every profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from aimatch import data
from aimatch.evidence import STRENGTHS
from aimatch.model import CareerEvidence, Mention, SkillEvidence, Strength
from aimatch.profile import Requirement, name_of
from aimatch.score.depth import FULL, corner, used_at_work
from aimatch.taxonomy import Taxonomy

#: Credit by strength. A bare listing is a claim: with several it approaches one half (see `LISTED_MORE`), the most that
#: words without a place of use can earn; a project shows the skill; work shows it where others relied on it.
CREDIT: dict[Strength, float] = {"listed": 0.3, "studied": 0.45, "project": 0.85, "work": 0.95, "outcome": 1.0}
#: What each further skill that is only listed adds, up to `LISTED_MOST`.
LISTED_MORE, LISTED_MOST = 0.02, 0.4
#: A soft skill that is only named, wherever it stands ("results-driven team player"), is weak evidence.
SOFT_NAMED, SOFT_AT_WORK = 0.3, 0.55
#: Told as a deed of one's work ("mentored two graduates", "negotiated the contract") it is shown.
SOFT_DEED = 0.8
#: A behaviour that a phrase shows clearly, in two places or more, and one that a phrase only suggests.
BEHAVIOUR_CLEAR, BEHAVIOUR_REPEATED, BEHAVIOUR_WEAK = 0.85, 1.0, 0.4
#: A behaviour that the person claims of themselves (a summary, a headline), or in an entry that tells nothing of what
#: was done; and one that three places or more suggest.
BEHAVIOUR_CLAIMED, BEHAVIOUR_SUGGESTED = 0.45, 0.75
_SUGGESTIONS = 3
#: A broader skill says little of a narrower one: machine learning is no proof of computer vision.
BROADER = 0.1
#: Recency within the career: a skill last used this many months before the latest position began to fade; a break
#: after the career's last month costs nothing, since the calendar plays no part.
FRESH_MONTHS, FADED_MONTHS, FADED = 48, 144, 0.85
#: At work, yet for less than the years asked for: this share is earned by the use itself, the rest by the months.
YEARS_FLOOR = 0.5
#: Of several skills that are all needed, one that is only listed earns this share of what the best shown one earns:
#: who runs Kubernetes and lists Docker has used it.
BESIDE = 0.6
#: What counts in part earns this share of its own credit, at most the share that the profile names.
PARTIAL = 0.85
#: One narrow skill of a wide field in use is a corner of it (calling a hosted model is not all of deep learning) and
#: earns this share of its credit, until a second is shown or the field is named itself.
CORNER = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit (0..1) with what it rests on.

    ``certainty`` (0..1] is that of the mentions behind it; ``claimed`` the share of the credit (0..1) that rests on
    skills which are only listed.
    """

    value: float
    reason: str
    mentions: tuple[Mention, ...] = ()
    certainty: float = 1.0
    claimed: float = 0.0
    raise_by: str = ""


NOTHING = Credit(value=0.0, reason="no evidence found")


def of_skills(requirement: Requirement, evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    """The best of what the skills earn in full, in part, and all of several together."""
    offers = []
    # What the profile says counts in part does so with all that is narrower, also where it is narrower than a skill
    # that counts in full: calling a hosted model is language work in full, deep learning in part.
    named = tuple(id_ for id_, _ in requirement.partial)
    part = _only_in_part(named, requirement.skills, taxonomy)
    if requirement.skills:
        offers.append(any_of(requirement.skills, evidence, taxonomy, requirement.min_years, without=part))
    for id_, share in requirement.partial:
        one = any_of((id_,), evidence, taxonomy, requirement.min_years, kin=False)
        if one.value:
            reason = f"{one.reason}; earns at most {share:.0%} of this requirement"
            offers.append(replace(one, value=min(one.value * PARTIAL, share), reason=reason))
    for id_, share in requirement.indirect:
        used = used_at_work(id_, evidence, taxonomy)
        if len(used) >= FULL:
            offers.append(
                Credit(
                    value=share,
                    reason=f"not told, yet much of {name_of(id_, taxonomy)} at work: "
                    + ", ".join(one.name for one in used[:FULL]),
                    mentions=tuple(mention for one in used[:FULL] for mention in _asserted(one)[:1]),
                    certainty=min(one.certainty for one in used[:FULL]),
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
    listed: dict[str, SkillEvidence] = {}
    family = taxonomy.family(wanted)
    alone = corner(wanted, evidence, taxonomy)
    for id_ in sorted(evidence.skills.keys() & family.keys(), key=family.__getitem__):
        if id_ in without:
            continue
        shown = evidence.skills[id_]
        if shown.strength == "listed":
            listed[id_] = shown
        one = _shown(shown, evidence, min_years)
        if id_ == alone:
            one = replace(one, value=one.value * CORNER, reason=f"{one.reason}; nothing else of its field is shown")
        if one.value > best.value:
            best = one
    if len(listed) > 1 and best.value < LISTED_MOST:
        value = min(LISTED_MOST, best.value + LISTED_MORE * (len(listed) - 1))
        names = ", ".join(dict.fromkeys(one.name for one in listed.values()))
        mentions = tuple(mention for one in listed.values() for mention in _asserted(one)[:1])
        best = Credit(
            value=value,
            reason=f"only listed: {names}",
            mentions=mentions,
            certainty=max(one.certainty for one in listed.values()),
            claimed=1.0,
        )
    return best if not kin else max(best, _kin(wanted, evidence, taxonomy), key=lambda offer: offer.value)


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


def _kin(wanted: tuple[str, ...], evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    best = NOTHING
    for id_ in wanted:
        shares = _shares(taxonomy, id_)
        for other in sorted(evidence.skills.keys() & shares.keys()):
            share = shares[other]
            one = _shown(evidence.skills[other], evidence, None)
            if one.value * share > best.value:
                reason = f"{one.reason}; earns {share:.0%} as it is near to {taxonomy.name(id_)}"
                best = replace(one, value=one.value * share, reason=reason)
    return best


@lru_cache(maxsize=4096)
def _shares(taxonomy: Taxonomy, id_: str) -> Mapping[str, float]:
    """What of a skill's credit its related and its broader skills earn, by their ids."""
    if id_ not in taxonomy:
        return {}
    return {**dict.fromkeys(taxonomy.parents(id_), BROADER), **taxonomy.related(id_)}


def _shown(shown: SkillEvidence, evidence: CareerEvidence, min_years: float | None) -> Credit:
    asserted = _asserted(shown)
    kind = asserted[0].kind
    if kind == "behaviour":
        return _behaviour(shown, asserted, evidence)
    value = CREDIT[shown.strength]
    if kind == "soft":
        if shown.strength in ("listed", "studied"):
            value = SOFT_NAMED
        else:
            told = any(mention.position in shown.used_in and _deed().match(mention.quote) for mention in asserted)
            value = SOFT_DEED if told else SOFT_AT_WORK
    reason = f"{_HOW[shown.strength]}: {shown.name}"
    if shown.months:
        years, months = divmod(shown.months, 12)
        length = " ".join(
            f"{number} {unit}{'s' * (number != 1)}" for number, unit in ((years, "year"), (months, "month")) if number
        )
        reason += f" ({length}"
        reason += f", last {shown.last_used:%Y-%m})" if shown.last_used else ")"
    rank = STRENGTHS.index(shown.strength)
    if rank >= STRENGTHS.index("work"):
        value *= _recency(shown, evidence)
        if min_years and shown.months:
            reached = min(1.0, shown.months / (12 * min_years))
            value *= YEARS_FLOOR + (1 - YEARS_FLOOR) * reached
            if reached < 1:
                reason += f"; {min_years:g} years are asked for"
    best_first = sorted(asserted, key=lambda mention: (-_placed(mention), mention.start))
    return Credit(
        value=value,
        reason=reason,
        mentions=tuple(best_first),
        certainty=shown.certainty,
        claimed=float(shown.strength == "listed"),
    )


_HOW: dict[Strength, str] = {
    "listed": "only listed",
    "studied": "studied",
    "project": "used in a project",
    "work": "used at work",
    "outcome": "used with a measured result",
}


def _behaviour(shown: SkillEvidence, asserted: tuple[Mention, ...], evidence: CareerEvidence) -> Credit:
    clear = [mention for mention in asserted if mention.via != "behaviour-weak"]
    if not clear:
        lines = len({mention.start for mention in asserted if mention.section != "skills"})
        return Credit(
            value=BEHAVIOUR_SUGGESTED if lines >= _SUGGESTIONS else BEHAVIOUR_WEAK,
            reason=f"suggested, not shown: {shown.name}"
            if lines < _SUGGESTIONS
            else f"suggested in {lines} places: {shown.name}",
            mentions=asserted,
            certainty=shown.certainty,
        )
    lines = len({mention.start for mention in clear})
    if all(_only_claimed(mention, evidence) for mention in clear):
        value = BEHAVIOUR_CLAIMED
    else:
        value = BEHAVIOUR_REPEATED if lines > 1 else BEHAVIOUR_CLEAR
    return Credit(
        value=value,
        reason=f"shown in {lines} place{'s' * (lines != 1)}: {shown.name}",
        mentions=tuple(clear),
        certainty=max(mention.certainty for mention in clear),
    )


@cache
def _deed() -> re.Pattern[str]:
    """The past tense of a verb at the head of a quote, by its ending or by being one of the listed irregular ones."""
    irregular = "|".join(map(re.escape, data.table("language/strength")["irregular"]))
    return re.compile(rf"(?:[^\W\d_]+ed|{irregular})\b", re.IGNORECASE)


def _only_claimed(mention: Mention, evidence: CareerEvidence) -> bool:
    if mention.position is not None:
        return mention.position not in evidence.told
    return mention.section in ("header", "summary", "objective")


def _asserted(shown: SkillEvidence) -> tuple[Mention, ...]:
    return tuple(mention for mention in shown.mentions if mention.status == "asserted")


def _placed(mention: Mention) -> int:
    return 2 if mention.position is not None else 1 if mention.project is not None else 0


def _recency(shown: SkillEvidence, evidence: CareerEvidence) -> float:
    if shown.last_used is None:
        return 1.0
    ends = [position.end or evidence.as_of for position in evidence.resume.positions if position.start is not None]
    gap = _months_between(shown.last_used, min(max(ends), evidence.as_of))
    if gap <= FRESH_MONTHS:
        return 1.0
    faded = min(1.0, (gap - FRESH_MONTHS) / (FADED_MONTHS - FRESH_MONTHS))
    return 1.0 - (1.0 - FADED) * faded


def _months_between(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def claimed_share(parts: list[Credit]) -> float:
    """The share of several credits' sum that rests on skills which are only listed."""
    return sum(part.value * part.claimed for part in parts) / sum(part.value for part in parts)
