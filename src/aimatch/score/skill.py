"""What the evidence of one skill, soft skill or behaviour earns for whatever asks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from aimatch.dates import covered_months, from_month_number, month_number
from aimatch.evidence import STRENGTHS
from aimatch.extract.rules.behaviours import rules
from aimatch.extract.rules.deeds import begins_deed
from aimatch.model import CareerEvidence, Mention, SkillEvidence, Strength

#: Credit by strength. A bare listing is a claim: several of one requirement approach two fifths (`LISTED_MORE` of
#: :mod:`aimatch.score.credit`), the most that words without a place of use can earn; a project shows the skill; work shows it where others relied on it.
CREDIT: dict[Strength, float] = {"listed": 0.3, "studied": 0.45, "project": 0.85, "work": 0.95, "outcome": 1.0}
#: A soft skill that is only named, wherever it stands ("results-driven team player"), is weak evidence.
SOFT_NAMED, SOFT_AT_WORK = 0.3, 0.55
#: Told as a deed of one's work ("mentored two graduates", "negotiated the contract") it is shown.
SOFT_DEED = 0.8
#: A behaviour that a phrase shows clearly, in two places or more, and one that a phrase only suggests.
BEHAVIOUR_CLEAR, BEHAVIOUR_REPEATED, BEHAVIOUR_WEAK = 0.85, 1.0, 0.3
#: A behaviour that the person claims of themselves (a summary, a headline), or in an entry that tells nothing of what
#: was done; and one that three places or more suggest.
BEHAVIOUR_CLAIMED, BEHAVIOUR_SUGGESTED = 0.35, 0.7
_SUGGESTIONS = 3
#: Recency within the career: a skill begins to fade when it was last used this many months of work ago; a break, between
#: positions or after the last, costs nothing, since the calendar plays no part.
FRESH_MONTHS, FADED_MONTHS, FADED = 48, 144, 0.85
#: At work, yet for less than the years asked for: this share is earned by the use itself, the rest by the months.
YEARS_FLOOR = 0.5


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


def of_skill(shown: SkillEvidence, evidence: CareerEvidence, min_years: float | None) -> Credit:
    """What one skill earns, against the years asked for in it (``None``: none are)."""
    asserted = asserted_in(shown)
    if shown.kind == "behaviour":
        return _behaviour(shown, asserted, evidence)
    value = CREDIT[shown.strength]
    if shown.kind == "soft":
        if shown.strength in ("listed", "studied"):
            value = SOFT_NAMED
        else:
            text = evidence.resume.document.text
            told = any(mention.position in shown.used_in and begins_deed(text, mention.start) for mention in asserted)
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
    raise_by = ""
    if rank >= STRENGTHS.index("work"):
        recency = _recency(shown, evidence)
        if recency < 1.0 and shown.strength == "outcome":
            raise_by = "more recent use of it"
        value *= recency
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
        raise_by=raise_by,
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
    told = len({mention.start for mention in clear if not _only_claimed(mention, evidence)})
    # A place that shows it, if only by a claim, suggests it too.
    places = len({mention.start for mention in asserted if mention.section != "skills"})
    enough = places >= rules().enough.get(shown.skill, places + 1)
    value = (0.0, BEHAVIOUR_CLEAR, BEHAVIOUR_REPEATED)[min(told, 2)]
    if not told:
        value = BEHAVIOUR_CLEAR if enough else BEHAVIOUR_SUGGESTED if places >= _SUGGESTIONS else BEHAVIOUR_WEAK
        value = max(value, BEHAVIOUR_CLAIMED) if clear else value
    how = f"suggested in {places} places" if enough or places >= _SUGGESTIONS else "suggested, not shown"
    if clear:
        shown_in = len({mention.start for mention in clear})
        places_of = f"{shown_in} place{'s' * (shown_in != 1)}"
        how = (
            f"shown in {places_of}"
            if value > BEHAVIOUR_CLAIMED
            else f"claimed in {places_of}, with no account of the work"
        )
    return Credit(
        value=value,
        reason=f"{how}: {shown.name}",
        mentions=tuple(clear) or asserted,
        certainty=max(mention.certainty for mention in clear) if clear else shown.certainty,
    )


def _only_claimed(mention: Mention, evidence: CareerEvidence) -> bool:
    if mention.position is not None:
        return mention.position not in evidence.told
    return mention.section in ("header", "summary", "objective")


def asserted_in(shown: SkillEvidence) -> tuple[Mention, ...]:
    """The mentions of a skill that count."""
    return tuple(mention for mention in shown.mentions if mention.status == "asserted")


def _placed(mention: Mention) -> int:
    return 2 if mention.position is not None else 1 if mention.project is not None else 0


def _recency(shown: SkillEvidence, evidence: CareerEvidence) -> float:
    if shown.last_used is None:
        return 1.0
    ends = [position.end or evidence.as_of for position in evidence.resume.positions if position.start is not None]
    # The calendar bounds the months worked since, which are all that counts and take longer to add up.
    if month_number(min(max(ends), evidence.as_of)) - month_number(shown.last_used) <= FRESH_MONTHS:
        return 1.0
    worked = _worked_after(shown.last_used, evidence)
    faded = min(1.0, max(0.0, (worked - FRESH_MONTHS) / (FADED_MONTHS - FRESH_MONTHS)))
    return 1.0 - (1.0 - FADED) * faded


def _worked_after(month: date, evidence: CareerEvidence) -> int:
    """The months of all positions after a month, overlaps once: a break between two of them ages nothing."""
    following = from_month_number(month_number(month) + 1)
    later = (
        replace(position, start=max(position.start, following))
        for position in evidence.resume.positions
        if position.start is not None and (position.end is None or position.end >= following)
    )
    return covered_months(later, evidence.as_of)
