"""How much credit the evidence earns for one requirement, by the way the requirement is measured.

The numbers that turn evidence into credit stand here, each with its reason; they are the same for every profile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from aimatch.evidence import STRENGTHS, months_in
from aimatch.model import CareerEvidence, Degree, Mention, SkillEvidence, Strength
from aimatch.profile import Profile, Requirement
from aimatch.resume import completed_degrees, field_kind
from aimatch.taxonomy import Taxonomy

#: Credit by strength. A bare listing is a claim: with several it approaches one half (see `LISTED_MORE`), the most that
#: words without a place of use can earn; a project shows the skill; work shows it where others relied on it.
CREDIT: dict[Strength, float] = {"listed": 0.3, "studied": 0.45, "project": 0.85, "work": 0.95, "outcome": 1.0}
#: What each further skill that is only listed adds, up to `LISTED_MOST`.
LISTED_MORE, LISTED_MOST = 0.03, 0.45
#: A soft skill that is only named, wherever it stands ("results-driven team player"), is weak evidence.
SOFT_NAMED, SOFT_AT_WORK = 0.3, 0.55
#: A behaviour that a phrase shows clearly, in two places or more, and one that a phrase only suggests.
BEHAVIOUR_CLEAR, BEHAVIOUR_REPEATED, BEHAVIOUR_WEAK = 0.85, 1.0, 0.4
#: A broader skill says little of a narrower one: machine learning is no proof of computer vision.
BROADER = 0.2
#: Recency within the career: a skill last used this many months before the latest position began to fade; a break
#: after the career's last month costs nothing, since the calendar plays no part.
FRESH_MONTHS, FADED_MONTHS, FADED = 48, 144, 0.85
#: At work, yet for less than the years asked for: this share is earned by the use itself, the rest by the months.
YEARS_FLOOR = 0.5
#: A bachelor's or more, yet below the level asked for, by the levels missing; and an associate degree below it.
DEGREE_SHORT, DEGREE_ASSOCIATE = {1: 0.6, 2: 0.4}, 0.3
#: What a degree in a field that the role doesn't ask for keeps of its credit.
DEGREE_OTHER_FIELD = 0.5
#: Real projects in place of a degree; where more than a bachelor's is asked for they replace less of it.
SELF_TAUGHT, SELF_TAUGHT_HIGHER = 0.5, 0.4

_DEGREES: tuple[Degree, ...] = ("none", "associate", "bachelor", "master", "phd")


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


def credit(requirement: Requirement, evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Credit:
    """The credit that a resume's evidence earns for a requirement of a profile."""
    if requirement.measure == "degree":
        return _degree(requirement, evidence, profile, taxonomy)
    if requirement.measure == "experience":
        return _experience(requirement, evidence, profile, taxonomy)
    if requirement.measure == "breadth":
        return _breadth(requirement, evidence, taxonomy)
    return _skills(requirement, evidence, taxonomy)


# ------------------------------------------------------------------------------------------------ skills
def _skills(requirement: Requirement, evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    offers = []
    if requirement.skills:
        offers.append(_any_of(requirement.skills, evidence, taxonomy, requirement.min_years))
    for id_, share in requirement.partial:
        one = _any_of((id_,), evidence, taxonomy, requirement.min_years, kin=False)
        if one.value:
            reason = f"{one.reason}; earns {share:.0%} of this requirement"
            offers.append(replace(one, value=one.value * share, reason=reason))
    if requirement.all_of:
        parts = [_any_of((id_,), evidence, taxonomy, requirement.min_years) for id_ in requirement.all_of]
        shown = [part for part in parts if part.value]
        if shown:
            missing = [
                taxonomy.name(id_) for id_, part in zip(requirement.all_of, parts, strict=True) if not part.value
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
                    claimed=_claimed(shown),
                )
            )
    return max(offers, key=lambda offer: offer.value, default=NOTHING)


def _any_of(
    wanted: Iterable[str],
    evidence: CareerEvidence,
    taxonomy: Taxonomy,
    min_years: float | None,
    *,
    kin: bool = True,
) -> Credit:
    """The best credit among the wanted skills, what is narrower than them (in full), and their kin (in part)."""
    wanted = tuple(wanted)
    best = NOTHING
    listed: dict[str, SkillEvidence] = {}
    for id_ in _with_narrower(wanted, taxonomy):
        shown = evidence.skills.get(id_)
        if shown is None:
            continue
        if shown.strength == "listed":
            listed[id_] = shown
        one = _shown(shown, evidence, min_years)
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


def _with_narrower(wanted: tuple[str, ...], taxonomy: Taxonomy) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for id_ in wanted:
        found[id_] = None
        if id_ in taxonomy:
            found.update(dict.fromkeys(taxonomy.narrower(id_)))
    return tuple(found)


def _kin(wanted: tuple[str, ...], evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    best = NOTHING
    for id_ in wanted:
        if id_ not in taxonomy:
            continue
        shares = dict(taxonomy.related(id_))
        for other in taxonomy[id_].broader:
            shares.setdefault(other, BROADER)
        for other, share in sorted(shares.items()):
            shown = evidence.skills.get(other)
            if shown is None:
                continue
            one = _shown(shown, evidence, None)
            if one.value * share > best.value:
                reason = f"{one.reason}; earns {share:.0%} as it is near to {taxonomy.name(id_)}"
                best = replace(one, value=one.value * share, reason=reason)
    return best


def _shown(shown: SkillEvidence, evidence: CareerEvidence, min_years: float | None) -> Credit:
    asserted = _asserted(shown)
    kind = asserted[0].kind
    if kind == "behaviour":
        return _behaviour(shown, asserted)
    value = CREDIT[shown.strength]
    if kind == "soft":
        value = SOFT_NAMED if shown.strength in ("listed", "studied") else SOFT_AT_WORK
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


def _behaviour(shown: SkillEvidence, asserted: tuple[Mention, ...]) -> Credit:
    clear = [mention for mention in asserted if mention.via != "behaviour-weak"]
    if not clear:
        return Credit(
            value=BEHAVIOUR_WEAK,
            reason=f"suggested, not shown: {shown.name}",
            mentions=asserted,
            certainty=shown.certainty,
        )
    lines = len({mention.start for mention in clear})
    return Credit(
        value=BEHAVIOUR_REPEATED if lines > 1 else BEHAVIOUR_CLEAR,
        reason=f"shown in {lines} place{'s' * (lines != 1)}: {shown.name}",
        mentions=tuple(clear),
        certainty=max(mention.certainty for mention in clear),
    )


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


# ------------------------------------------------------------------------------------------------ other measures
def _degree(requirement: Requirement, evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Credit:
    """The best of the completed degrees by level and field, or real projects where there is none.

    Every degree is an offer of its own, so that a further degree in another field takes nothing away.
    """
    level = requirement.degree_min or profile.degree_min or "bachelor"
    asked = max(1, _DEGREES.index(level))
    offers = [
        _studied(held, field, asked, requirement.fields)
        for held, field in completed_degrees(evidence.resume, evidence.as_of)
        if held != "none"
    ]
    taught = _any_of(requirement.skills, evidence, taxonomy, None, kin=False) if requirement.skills else NOTHING
    if taught.value >= CREDIT["project"]:
        value = SELF_TAUGHT if asked <= _DEGREES.index("bachelor") else SELF_TAUGHT_HIGHER
        offers.append(replace(taught, value=value, reason=f"no such degree found, yet real projects: {taught.reason}"))
    return max(offers, key=lambda offer: offer.value, default=Credit(value=0.0, reason="no completed degree found"))


def _studied(held: Degree, field: str, asked: int, fields: tuple[str, ...]) -> Credit:
    level = _DEGREES.index(held)
    reason = _DEGREE_NAMES[held] + (f" ({field})" if field else "")
    if level < asked:
        reason += f"; {_DEGREE_NAMES[_DEGREES[asked]]} is asked for"
        if held == "associate":
            return Credit(value=DEGREE_ASSOCIATE, reason=reason)
    value = 1.0 if level >= asked else DEGREE_SHORT[asked - level]
    if fields and field_kind(field) not in (*fields, "unknown"):
        return Credit(value=value * DEGREE_OTHER_FIELD, reason=f"{reason}, not in a field that the role asks for")
    return Credit(value=value, reason=reason)


_DEGREE_NAMES: dict[Degree, str] = {
    "none": "no degree",
    "associate": "an associate degree",
    "bachelor": "a bachelor's degree",
    "master": "a master's degree",
    "phd": "a doctorate",
}


def _experience(requirement: Requirement, evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Credit:
    """Months of positions that show the skills against the years asked for; without dated work the use itself."""
    wanted = requirement.skills or _asked_for(profile, taxonomy)
    shown = _any_of(wanted, evidence, taxonomy, None, kin=False)
    if not shown.value:
        return NOTHING
    asked = 12 * (requirement.min_years or 1.0)
    months = months_in(evidence.resume, evidence.skills, frozenset(_with_narrower(wanted, taxonomy)), evidence.as_of)
    if months >= asked:
        return replace(shown, value=1.0, reason=f"{months / 12:.1f} years of positions that show it", claimed=0.0)
    if shown.value >= CREDIT["project"]:
        value = 0.35 + 0.45 * months / asked
        return replace(
            shown, value=value, reason=f"{months / 12:.1f} of {asked / 12:g} years in dated positions; {shown.reason}"
        )
    return replace(shown, value=min(shown.value, 0.3), reason=f"no position shows it; {shown.reason}")


def _asked_for(profile: Profile, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The technologies and methods that a profile asks for: work that shows one of them is experience in the role."""
    named = (
        id_
        for row in profile.requirements
        for id_ in (
            *row.skills,
            *row.all_of,
            *(one for one, _ in row.partial),
            *(one for _, ids in row.groups for one in ids),
        )
    )
    return tuple(
        id_ for id_ in dict.fromkeys(named) if id_ in taxonomy and taxonomy[id_].kind in ("technology", "method")
    )


def _breadth(requirement: Requirement, evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    """How many of the groups are shown in use; a group that is only listed counts for its listing."""
    shown = []
    for label, skills in requirement.groups:
        one = _any_of(skills, evidence, taxonomy, None, kin=False)
        if one.value:
            shown.append((one, label))
    if not shown:
        return NOTHING
    shown.sort(key=lambda pair: -pair[0].value)
    best = shown[: requirement.at_least]
    value = sum(one.value for one, _ in best) / requirement.at_least
    named = ", ".join(f"{label} ({one.reason.partition(':')[0]})" for one, label in shown)
    return Credit(
        value=value,
        reason=f"{len(shown)} of the {requirement.at_least} areas asked for or more: {named}"
        if len(shown) >= requirement.at_least
        else f"{len(shown)} of the {requirement.at_least} areas asked for: {named}",
        mentions=tuple(mention for one, _ in shown for mention in one.mentions[:1]),
        certainty=min(one.certainty for one, _ in best),
        claimed=_claimed([one for one, _ in best]),
    )


def _claimed(parts: list[Credit]) -> float:
    """The share of several credits' sum that rests on skills which are only listed."""
    return sum(part.value * part.claimed for part in parts) / sum(part.value for part in parts)
