"""How much credit a resume earns for one requirement, by the way the requirement is measured.

Skills are the rule (:mod:`aimatch.score.credit`); here are degrees, years of experience, and breadth over several areas.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from aimatch.evidence import ML_ROOTS, months_in
from aimatch.evidence.fields import is_field
from aimatch.evidence.vocabulary import vocabulary
from aimatch.model import DEGREE_NAMES, DEGREES, CareerEvidence, Degree
from aimatch.profile import Profile, Requirement
from aimatch.resume import completed_degrees, field_kind
from aimatch.score.credit import any_of, claimed_share, of_skills
from aimatch.score.depth import months_of_work
from aimatch.score.skill import CREDIT, NOTHING, Credit
from aimatch.taxonomy import Taxonomy

#: A bachelor's or more, yet below the level asked for, by the levels missing; and an associate degree below it.
DEGREE_SHORT, DEGREE_ASSOCIATE = {1: 0.6, 2: 0.4}, 0.2
#: What a degree in a field that the role doesn't ask for keeps of its credit.
DEGREE_OTHER_FIELD = 0.4
#: Real projects in place of a degree; where more than a bachelor's is asked for they replace less of it.
SELF_TAUGHT, SELF_TAUGHT_HIGHER = 0.5, 0.4
#: Months of a position that only names the skills count for this share: the claim stands, the work is not told.
UNTOLD = 0.1
#: Experience in what no account shows: a position, a course or one skill of it in use hints at it; only a list names it;
#: or all that is named stands in the work of other trades too (a sales manager's forecasting).
HINTED_AT, LISTED_ONLY, OTHER_TRADES = 0.3, 0.2, 0.05
#: Experience that is shown, yet shorter than asked for: from what the use itself earns to just below the full years, which
#: alone earn 1; a year short is clearly less than enough.
YEARS_SHORT, YEARS_NEARLY = 0.45, 0.74
#: Breadth over areas of which none is shown in use: names alone, or courses.
NAMED_ONLY = 0.6

_ML_FIELDS = frozenset(ML_ROOTS)


def credit(requirement: Requirement, evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Credit:
    """The credit that a resume's evidence earns for a requirement of a profile."""
    if requirement.measure == "degree":
        return _degree(requirement, evidence, profile, taxonomy)
    if requirement.measure == "experience":
        return _experience(requirement, evidence, profile, taxonomy)
    if requirement.measure == "breadth":
        return _breadth(requirement, evidence, taxonomy)
    return of_skills(requirement, evidence, taxonomy)


def _degree(requirement: Requirement, evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Credit:
    """The best of the completed degrees by level and field, or real projects where there is none.

    Every degree is an offer of its own, so that a further degree in another field takes nothing away.
    """
    level = requirement.degree_min or profile.degree_min or "bachelor"
    asked = max(1, DEGREES.index(level))
    offers = [
        _studied(held, field, asked, requirement.fields)
        for held, field in completed_degrees(evidence.resume, evidence.as_of)
        if held != "none"
    ]
    taught = any_of(requirement.skills, evidence, taxonomy, None, kin=False) if requirement.skills else NOTHING
    if taught.value >= CREDIT["project"]:
        value = SELF_TAUGHT if asked <= DEGREES.index("bachelor") else SELF_TAUGHT_HIGHER
        offers.append(replace(taught, value=value, reason=f"no such degree found, yet real projects: {taught.reason}"))
    return max(offers, key=lambda offer: offer.value, default=Credit(value=0.0, reason="no completed degree found"))


def _studied(held: Degree, field: str, asked: int, fields: tuple[str, ...]) -> Credit:
    level = DEGREES.index(held)
    reason = DEGREE_NAMES[held] + (f" ({field})" if field else "")
    if level < asked:
        reason += f"; {DEGREE_NAMES[DEGREES[asked]]} is asked for"
        if held == "associate":
            return Credit(value=DEGREE_ASSOCIATE, reason=reason)
    value = 1.0 if level >= asked else DEGREE_SHORT[asked - level]
    if fields and field_kind(field) not in (*fields, "unknown"):
        return Credit(value=value * DEGREE_OTHER_FIELD, reason=f"{reason}, not in a field that the role asks for")
    return Credit(value=value, reason=reason)


def _experience(requirement: Requirement, evidence: CareerEvidence, profile: Profile, taxonomy: Taxonomy) -> Credit:
    """Months of positions that show the skills against the years asked for; without dated work the use itself."""
    wanted = requirement.skills or _asked_for(profile, taxonomy)
    shown = any_of(wanted, evidence, taxonomy, None, kin=False)
    if not shown.value:
        return NOTHING
    asked = 12 * (requirement.min_years or 1.0)
    of_field = any(is_field(id_, taxonomy) for id_ in requirement.skills)
    ids = _family(taxonomy, wanted)
    if of_field:
        ids -= vocabulary().other_trades.difference(requirement.skills)
    # A technology is used or not; of a field a position must name more than one thing.
    named = 2 if any(id_ in taxonomy and taxonomy.kind(id_) == "method" for id_ in requirement.skills) else 1
    own = ids.intersection(evidence.skills)
    held = months_in(evidence.resume, evidence.skills, ids, evidence.as_of, named=named)
    told = months_in(evidence.resume, evidence.skills, ids, evidence.as_of, named=named, told=True)
    deep = min(told, months_of_work(ids, evidence)) if of_field else float(told)
    months = deep + UNTOLD * (held - told)
    length = _length(
        held, told, 0 if _ML_FIELDS.isdisjoint(requirement.skills) else evidence.ml_months, known=bool(own)
    )
    if told - deep >= 1:
        length += f", counted as {deep / 12:.1f} since few of its skills are used in them"
    if months >= asked:
        return replace(shown, value=1.0, reason=length, claimed=0.0)
    if shown.value >= CREDIT["project"] and own:
        value = YEARS_SHORT + (YEARS_NEARLY - YEARS_SHORT) * months / asked
        return replace(shown, value=value, reason=f"{length}; {asked / 12:g} are asked for; {shown.reason}")
    if not own:
        most = OTHER_TRADES
    elif held or any(evidence.skills[id_].strength != "listed" for id_ in own):
        most = HINTED_AT  # by a position that does not tell of it, by one skill alone, by a course
    else:
        most = LISTED_ONLY
    return replace(shown, value=min(shown.value, most), reason=f"{length}; {shown.reason}")


def _length(held: int, told: int, of_ai: int, *, known: bool) -> str:
    """The months in words, so that they don't contradict the months in AI (``of_ai``) that head the report."""
    if held:
        account = f"{told / 12:.1f}" if told else "none"
        return f"{held / 12:.1f} years of positions that {'show' if told else 'name'} it" + (
            f", {account} of them with an account of what was done" if held > told else ""
        )
    if of_ai:
        return f"{of_ai / 12:.1f} years of positions that name {'only one skill of it' if known else 'of it only what other trades use too'}"
    return "no years of it are shown"


@lru_cache(maxsize=64)
def _family(taxonomy: Taxonomy, wanted: tuple[str, ...]) -> frozenset[str]:
    return frozenset(taxonomy.family(wanted))


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
        id_ for id_ in dict.fromkeys(named) if id_ in taxonomy and taxonomy.kind(id_) in ("technology", "method")
    )


def _breadth(requirement: Requirement, evidence: CareerEvidence, taxonomy: Taxonomy) -> Credit:
    """The credit of the least of the best groups, as many as are asked for: one area is no breadth, however deep."""
    shown = []
    for label, skills in requirement.groups:
        others = vocabulary().other_trades.difference(skills)
        one = any_of(skills, evidence, taxonomy, None, kin=False, without=others)
        if one.value:
            shown.append((one, label))
    if not shown:
        return NOTHING
    shown.sort(key=lambda pair: -pair[0].value)
    best = shown[: requirement.at_least]
    value = best[-1][0].value if len(best) == requirement.at_least else 0.0
    if best[0][0].value <= CREDIT["studied"]:
        value *= NAMED_ONLY
    named = ", ".join(f"{label} ({one.reason.partition(':')[0]})" for one, label in shown)
    return Credit(
        value=value,
        reason=f"{len(shown)} area{'s' * (len(shown) != 1)}, {requirement.at_least} are asked for: {named}",
        mentions=tuple(mention for one, _ in shown for mention in one.mentions[:1]),
        certainty=min(one.certainty for one, _ in best),
        claimed=claimed_share([one for one, _ in best]),
    )
