"""What a resume shows of each skill: how strongly, for how many months, and when last.

Strength is decided by where a mention stands and what its line does (rules and word lists:
``skill_taxonomy/language/strength.toml``):

- ``listed``: named in a skills list, a summary, a header, among interests; or at work in a line that only lists;
- ``studied``: named in education, a course or a certification;
- ``project``: used in a project, a publication or research; or told with a verb of doing outside of any position;
- ``work``: stands in a position;
- ``outcome``: stands in a line of a position or project that also states a measured result.

Only asserted mentions count. A negated or aspirational mention never takes credit away from an asserted one: more text
of evidence never lowers a score.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from aimatch import data
from aimatch.dates import covered_months
from aimatch.model import CareerEvidence, Mention, Position, Resume, SkillEvidence, Strength
from aimatch.resume import highest_degree, total_months
from aimatch.resume.experience import PAID
from aimatch.taxonomy import Taxonomy

STRENGTHS: tuple[Strength, ...] = ("listed", "studied", "project", "work", "outcome")
_RANK = {strength: rank for rank, strength in enumerate(STRENGTHS)}
#: Skills whose use, or that of anything narrower, makes a position one of AI or ML work.
ML_ROOTS = ("artificial-intelligence", "machine-learning", "data-science")


@dataclass(frozen=True, slots=True)
class _Words:
    sections: dict[str, Strength]
    doing: re.Pattern[str]
    listing: re.Pattern[str]
    result: re.Pattern[str]


@cache
def _words() -> _Words:
    table = data.table("language/strength")

    def any_of(words: Iterable[str]) -> str:
        return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))

    return _Words(
        sections={section: strength for strength, names in table["sections"].items() for section in names},
        doing=re.compile(rf"\b(?:{any_of(table['doing'])})\b", re.IGNORECASE),
        listing=re.compile(rf"\W*(?:{any_of(table['listing'])})\b", re.IGNORECASE),
        result=re.compile("|".join(table["result_patterns"]), re.IGNORECASE),
    )


def gather(resume: Resume, taxonomy: Taxonomy, *, as_of: date) -> CareerEvidence:
    """The evidence that a resume with its mentions holds, as of a day."""
    by_skill: dict[str, list[tuple[Mention, Strength]]] = {}
    lines = _Lines(resume.document.text)
    for mention in resume.mentions:
        if mention.status == "asserted":
            by_skill.setdefault(mention.skill, []).append((mention, _strength(mention, resume, lines)))
    every: dict[str, list[Mention]] = {}
    for mention in resume.mentions:
        every.setdefault(mention.skill, []).append(mention)
    skills = {id_: _skill(id_, found, every[id_], resume, as_of) for id_, found in sorted(by_skill.items())}
    level, field = highest_degree(resume, as_of)
    return CareerEvidence(
        resume=resume,
        as_of=as_of,
        skills=skills,
        experience_months=total_months(resume, as_of),
        ml_months=months_in(resume, skills, _ml_skills(taxonomy), as_of),
        degree=level,
        degree_field=field,
    )


def months_in(resume: Resume, skills: dict[str, SkillEvidence], wanted: frozenset[str], as_of: date) -> int:
    """Months of paid positions that show any of the wanted skills, overlaps counted once."""
    numbers = {
        mention.position
        for id_ in skills.keys() & wanted
        for mention in skills[id_].mentions
        if mention.status == "asserted" and mention.position is not None
    }
    paid = [resume.positions[number] for number in sorted(numbers) if _paid(resume.positions[number])]
    return covered_months(paid, as_of)


@cache
def _ml_skills(taxonomy: Taxonomy) -> frozenset[str]:
    return frozenset(id_ for root in ML_ROOTS if root in taxonomy for id_ in (root, *taxonomy.narrower(root)))


def _paid(position: Position) -> bool:
    return position.kind in PAID


def _skill(
    id_: str, found: list[tuple[Mention, Strength]], every: list[Mention], resume: Resume, as_of: date
) -> SkillEvidence:
    best = max(_RANK[strength] for _, strength in found)
    held = {mention.position for mention, _ in found if mention.position is not None}
    positions = [resume.positions[number] for number in sorted(held) if _paid(resume.positions[number])]
    ends = [position.end or as_of for position in positions if position.start is not None]
    return SkillEvidence(
        skill=id_,
        name=found[0][0].name,
        months=covered_months(positions, as_of),
        last_used=min(max(ends), as_of).replace(day=1) if ends else None,
        strength=STRENGTHS[best],
        mentions=tuple(every),
        certainty=max(mention.certainty for mention, strength in found if _RANK[strength] == best),
    )


def _strength(mention: Mention, resume: Resume, lines: _Lines) -> Strength:
    words = _words()
    start, end = lines.around(mention.start)
    text = resume.document.text
    if mention.position is not None:
        if words.listing.match(text, start, end):
            return "listed"
        return "outcome" if words.result.search(text, start, end) else "work"
    if mention.project is not None:
        return "outcome" if words.result.search(text, start, end) else "project"
    strength = words.sections.get(mention.section, "listed")
    if strength == "listed" and mention.section not in ("skills", "interests", "learning", "not-used"):
        # A sentence that tells what was done counts as such wherever it stands, a summary included.
        first = words.doing.search(text, start, mention.start)
        if first:
            return "project"
    return strength


class _Lines:
    """Sentences by line: the stretch of text that a mention's strength is judged on, wrapped lines included."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        # A line that begins in lower case continues the one before: text from a page is wrapped.
        self._starts += [match.end() for match in re.finditer(r"\n(?![a-z(])", text)]
        self._end = len(text)

    def around(self, at: int) -> tuple[int, int]:
        number = bisect_right(self._starts, at)
        return self._starts[number - 1], self._starts[number] if number < len(self._starts) else self._end
