"""What a resume shows of each skill: how strongly, for how many months, and when last.

Strength is decided by where a mention stands and what its line does (rules and word lists:
``skill_taxonomy/language/strength.toml``):

- ``listed``: named in a skills list, a summary, a header, among interests; or in an entry (a position or project) that
  nowhere tells what was done, be it named there ever so often;
- ``studied``: named in education, a course or a certification, in what was spoken or written about, or in an exercise
  on a data set made for that;
- ``project``: used in a project, a publication or research; or told with a verb of doing outside of any position;
- ``work``: stands in a position;
- ``outcome``: stands in a line of a position or project that also states a measured result.

An entry tells what was done where its lines hold words beside the names of skills, the small words and those that fit
any job ("responsible for", "solutions", "projects"): see :class:`aimatch.evidence.accounts.Accounts`. Where it does not,
a sentence that says what was made does for the skills that it names (:class:`aimatch.evidence.strength.Made`). A line that only
praises ("pioneered a next-generation fabric") lists its skills, whatever else the entry tells.
A name that stands for something else than the use of the thing (a rating, a title, a prize, a claim, a vendor's product)
shows less, and makes no position one of its field: :mod:`aimatch.evidence.namings`.
Only asserted mentions count, and certificates without a date to come (:mod:`aimatch.evidence.ahead`). A negated or aspirational mention never takes credit away from an asserted one: more text
of evidence never lowers a score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from aimatch.dates import covered_months
from aimatch.evidence.accounts import Accounts
from aimatch.evidence.ahead import still_to_come
from aimatch.evidence.namings import Namings, titles_a_claim
from aimatch.evidence.strength import Lines, Made, Untold, strength_of
from aimatch.evidence.vocabulary import vocabulary
from aimatch.model import CareerEvidence, Kind, Mention, Position, Resume, SkillEvidence, Strength
from aimatch.resume import highest_degree, total_months
from aimatch.resume.experience import PAID
from aimatch.taxonomy import Taxonomy

STRENGTHS: tuple[Strength, ...] = ("listed", "studied", "project", "work", "outcome")
_RANK = {strength: rank for rank, strength in enumerate(STRENGTHS)}
#: What a position says of its own work; the rest was learnt, or done at home, beside it.
_OF_THE_JOB = frozenset({"listed", "work", "outcome"})
_TECHNICAL = frozenset({"technology", "method"})
#: The part of the skills that a position names which makes it ML work: of several ML skills, and of a single one.
_SEVERAL, _ONE = 0.2, 0.5
#: Skills whose use, or that of anything narrower, makes a position one of AI or ML work.
ML_ROOTS = ("artificial-intelligence", "machine-learning", "data-science")
#: Those of which a job tells in its sentences if it has to do with them.
AI_ROOTS = ("artificial-intelligence", "machine-learning")


def gather(resume: Resume, taxonomy: Taxonomy, *, as_of: date) -> CareerEvidence:
    """The evidence that a resume with its mentions holds, as of a day."""
    by_skill: dict[str, list[_Shown]] = {}
    lines = Lines(resume.document.text)
    accounts = Accounts(resume)
    ai = _ai_skills(taxonomy)
    untold = Untold(resume, lines, ai)
    made = Made(resume, taxonomy)
    namings = Namings(resume, taxonomy, ai)
    every: dict[str, list[Mention]] = {}
    verbs = vocabulary().verbs
    ahead = still_to_come(resume, as_of)
    for mention in resume.mentions:
        if mention.status == "asserted" and not any(start <= mention.start < end for start, end in ahead):
            strength = strength_of(mention, resume, lines, accounts, untold, made)
            no_use = (strength != "listed" or mention.position is not None) and namings.is_no_use(mention)
            if no_use:
                strength = "listed"
                mention = replace(mention, via="behaviour-weak") if mention.is_behaviour else mention
            # A verb that states a skill ("architected") names none where it is no deed.
            if not (no_use and (mention.via == "phrase" or mention.quote.lower() in verbs)):
                by_skill.setdefault(mention.skill, []).append(
                    _Shown(mention, strength, of_the_job=not no_use and strength in _OF_THE_JOB)
                )
        every.setdefault(mention.skill, []).append(mention)
    careers = _Careers(resume, as_of)
    seasons = _seasons(resume)
    skills = {
        id_: _skill(taxonomy.kind(id_) if id_ in taxonomy else "behaviour", found, every[id_], careers, seasons)
        for id_, found in sorted(by_skill.items())
    }
    level, field = highest_degree(resume, as_of)
    return CareerEvidence(
        resume=resume,
        as_of=as_of,
        skills=skills,
        experience_months=total_months(resume, as_of),
        ml_months=_ml_months(resume, skills, ml_skills(taxonomy), as_of),
        told=frozenset(number for number, position in enumerate(resume.positions) if accounts.tells(position)),
        degree=level,
        degree_field=field,
    )


def months_in(
    resume: Resume,
    skills: Mapping[str, SkillEvidence],
    wanted: frozenset[str],
    as_of: date,
    *,
    told: bool = False,
    named: int = 2,
) -> int:
    """Months of paid positions that are work in the wanted skills, overlaps counted once.

    A position is so if its heading names one of them or its text as many as ``named``: one passing mention of a field
    does not make a job in it. Where no paid position has dates, the stated total is shared out evenly. ``told`` counts
    only the positions that show one of them in use.
    """
    texts: dict[int, set[str]] = {}
    used: set[int] = set()
    # A set and the few skills of a resume: the set looks these up; `&` with the keys would walk through the set.
    for id_ in wanted.intersection(skills):
        used |= skills[id_].used_in
        for number in skills[id_].named_in:
            texts.setdefault(number, set()).add(id_)
    headed = headed_by(resume, skills, wanted)
    paid = [number for number, position in enumerate(resume.positions) if _paid(position)]
    shown = [
        number
        for number in paid
        if (number in headed or len(texts.get(number, ())) >= named) and (not told or number in used)
    ]
    return _months_of(resume, shown, paid, as_of)


def _ml_months(resume: Resume, skills: Mapping[str, SkillEvidence], wanted: frozenset[str], as_of: date) -> int:
    """Months of paid positions that are AI or ML work: those whose heading says so, and those in which its skills are
    several and a fifth of all that the text names, or one method and half of them. A backend that calls a model names it
    among thirty other things; "created chatbots" is all that a short entry tells."""
    own: dict[int, dict[str, str]] = {}
    every: dict[int, set[str]] = {}
    for id_, one in skills.items():
        kind = one.kind
        for number in one.named_in if kind in _TECHNICAL else ():
            every.setdefault(number, set()).add(id_)
            if id_ in wanted:
                own.setdefault(number, {})[id_] = kind

    def shows(number: int) -> bool:
        its = own.get(number, {})
        part = len(its) / len(every[number]) if its else 0.0
        if len(its) > 1:
            return part >= _SEVERAL
        return part >= _ONE and "method" in its.values() and vocabulary().other_trades.isdisjoint(its)

    headed = headed_by(resume, skills, wanted)
    paid = [number for number, position in enumerate(resume.positions) if _paid(position)]
    return _months_of(resume, [number for number in paid if number in headed or shows(number)], paid, as_of)


def _months_of(resume: Resume, shown: list[int], paid: list[int], as_of: date) -> int:
    """The months of some of the paid positions; their part of the stated total where none has dates."""
    if shown and all(resume.positions[number].start is None for number in paid):
        return total_months(resume, as_of) * len(shown) // len(paid)
    return covered_months([resume.positions[number] for number in shown], as_of)


def headed_by(resume: Resume, skills: Mapping[str, SkillEvidence], wanted: frozenset[str]) -> frozenset[int]:
    """The positions, by number, whose heading names one of the wanted skills."""
    text = resume.document.text
    heads = [text.find("\n", position.text_start, position.text_end) for position in resume.positions]
    headed: set[int] = set()
    for id_ in wanted.intersection(skills):
        for mention in skills[id_].mentions:
            number = mention.position
            if number is None or number in headed or mention.status != "asserted":
                continue
            if titles_a_claim(text, mention):
                continue
            title = resume.positions[number].title
            if mention.start < heads[number] or (title and mention.quote in title):
                headed.add(number)
    return frozenset(headed)


@cache
def ml_skills(taxonomy: Taxonomy) -> frozenset[str]:
    """The ids of artificial intelligence, machine learning, data science and all that is narrower."""
    return frozenset(id_ for root in ML_ROOTS if root in taxonomy for id_ in (root, *taxonomy.narrower(root)))


@cache
def _ai_skills(taxonomy: Taxonomy) -> frozenset[str]:
    """The ids of artificial intelligence, machine learning and all that is narrower."""
    return frozenset(taxonomy.family(tuple(root for root in AI_ROOTS if root in taxonomy)))


def _paid(position: Position) -> bool:
    return position.kind in PAID


class _Careers:
    """How long, and until when, positions lasted; most skills share theirs with others."""

    def __init__(self, resume: Resume, as_of: date) -> None:
        self._resume = resume
        self._as_of = as_of
        self._known: dict[frozenset[int], tuple[int, date | None]] = {}

    def of(self, numbers: frozenset[int]) -> tuple[int, date | None]:
        """The months of the paid ones among some positions, overlaps once, and the first day of the last month."""
        known = self._known.get(numbers)
        if known is None:
            positions = [self._resume.positions[number] for number in numbers if _paid(self._resume.positions[number])]
            ends = [position.end or self._as_of for position in positions if position.start is not None]
            last = min(max(ends), self._as_of).replace(day=1) if ends else None
            known = self._known[numbers] = covered_months(positions, self._as_of), last
        return known


def _seasons(resume: Resume) -> Mapping[int, frozenset[int]]:
    """The positions that share one heading, by each of their numbers: what its text names was done in all of them."""
    alike: dict[int, set[int]] = {}
    for number, position in enumerate(resume.positions):
        alike.setdefault(position.text_start, set()).add(number)
    return {number: frozenset(them) for them in alike.values() if len(them) > 1 for number in them}


class _Shown(NamedTuple):
    """A mention, how strongly it shows its skill, and whether it names what its position was about."""

    mention: Mention
    strength: Strength
    of_the_job: bool


def _skill(
    kind: Kind,
    found: list[_Shown],
    every: list[Mention],
    careers: _Careers,
    seasons: Mapping[int, frozenset[int]],
) -> SkillEvidence:
    def with_seasons(numbers: frozenset[int]) -> frozenset[int]:
        return numbers.union(*(seasons[number] for number in numbers if number in seasons)) if seasons else numbers

    best, certainty = -1, 0.0
    named, used = set(), set()
    for mention, strength, of_the_job in found:
        rank, number = _RANK[strength], mention.position
        if rank > best:
            best, certainty = rank, mention.certainty
        elif rank == best:
            certainty = max(certainty, mention.certainty)
        if number is not None:
            if of_the_job:
                named.add(number)
            if rank >= _RANK["work"]:
                used.add(number)
    named_in = with_seasons(frozenset(named))
    months, last = careers.of(named_in)
    return SkillEvidence(
        skill=found[0].mention.skill,
        name=found[0].mention.name,
        kind=kind,
        months=months,
        last_used=last,
        strength=STRENGTHS[best],
        mentions=tuple(every),
        certainty=certainty,
        named_in=named_in,
        used_in=with_seasons(frozenset(used)),
    )
