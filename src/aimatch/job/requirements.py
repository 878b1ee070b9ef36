"""From what the sentences of a posting ask to the rows of a profile: what is said twice is one row, weighed once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aimatch.job.asked import Asked, Asks
from aimatch.job.parts import Place, Unit
from aimatch.job.words import JobWords, Weights
from aimatch.model import DEGREE_NAMES, Degree, Need
from aimatch.profile import Requirement
from aimatch.resume import field_kind
from aimatch.resume.rules.degrees import RANK
from aimatch.taxonomy import Taxonomy

#: Whose word counts where one place says must and another nice: a list of requirements over what one would do.
_RANK: dict[Place, int] = {"title": 2, "asked": 2, "nice": 2, "duties": 1, "open": 0}
_PLACE_NAMES: dict[Place, str] = {
    "title": "title",
    "asked": "requirements",
    "nice": "welcome",
    "duties": "duties",
    "open": "description",
}
_LONGEST_QUOTE = 160


@dataclass(slots=True)
class _Row:
    skills: list[str]
    asked: list[Asked] = field(default_factory=list)


def requirements(text: str, asks: Asks, taxonomy: Taxonomy, words: JobWords) -> Iterator[Requirement]:
    """The rows of the profile, in the order in which the posting first names each."""
    taken: set[str] = {"degree"}
    rows = _rows(asks.skills, taxonomy)
    heirs = _heirs(rows, asks)
    for number, row in enumerate(rows):
        id_ = row.skills[0] if len(row.skills) == 1 else f"{row.skills[0]}-or-{row.skills[1]}"
        while id_ in taken:
            id_ += "-2"
        taken.add(id_)
        need = _need(row.asked)
        years = max((one.years for one in row.asked if one.years is not None), default=None)
        if number in heirs and asks.min_years is not None:
            years = asks.min_years.years
        best = max(row.asked, key=lambda one: (_RANK[one.place], one.need == need, -one.unit.number))
        if best.place == "title":
            best = next((one for one in row.asked if one.place != "title" and one.need == need), best)
        yield Requirement(
            id=id_,
            label=_label(row.skills, taxonomy),
            skills=tuple(row.skills),
            need=need,
            weight=_weight(row.asked, need, years, words.weights),
            min_years=years,
            source=_source(text, best.unit),
        )
    yield from _degree(text, asks, taken, words.weights)
    yield from _welcome_years(text, asks, taken, words.weights)


def degree_min(asks: Asks) -> Degree | None:
    """The lowest degree that suffices, where one is needed."""
    needed: list[Degree] = [degree.level for degree, _ in asks.degrees if degree.need == "must" and not degree.instead]
    return min(needed, key=RANK.__getitem__, default=None)


def _rows(asked: tuple[Asked, ...], taxonomy: Taxonomy) -> list[_Row]:
    """What is asked alike is one row: a skill, or alternatives that share two skills or more.

    A skill that only the duties name, and the requirements as one of several alternatives, is no row of its own; nor
    are alternatives of which each is asked by itself where its word counts as much.
    """
    alternatives: list[_Row] = []
    order: list[tuple[int, int, _Row]] = []
    alone: list[tuple[int, Asked, list[str]]] = []
    # What is needed comes first: what is welcome may repeat its alternatives, not add to them.
    for number, one in sorted(enumerate(asked), key=lambda entry: entry[1].need == "nice"):
        skills = _skills(one)
        same = next((row for row in alternatives if len(set(row.skills) & set(skills)) > 1), None)
        if len(skills) > 1 and same is not None:
            same.asked.append(one)
            if any(other.need == one.need for other in same.asked[:-1]):
                same.skills += (skill for skill in skills if skill not in same.skills)
                continue
            skills = [skill for skill in skills if skill not in same.skills]
        if len(skills) > 1:
            alternatives.append(_Row(skills=skills, asked=[one]))
            order.append((number, 0, alternatives[-1]))
        elif skills:
            alone.append((number, one, skills))
    singles: dict[str, _Row] = {}
    for number, one, skills in sorted(alone, key=lambda entry: entry[0]):
        among = next((row for row in alternatives if skills[0] in row.skills), None)
        # "LLMs (such as GPT or other LLMs)" is one requirement.
        same_sentence = among is not None and any(one.unit == other.unit for other in among.asked)
        if among is not None and (same_sentence or _RANK[one.place] < _top(among)):
            among.asked.append(one)
            continue
        if skills[0] not in singles:
            singles[skills[0]] = _Row(skills=skills)
            order.append((number, 1, singles[skills[0]]))
        singles[skills[0]].asked.append(one)
    for row in alternatives:
        implied = {broader for skill in row.skills for broader in taxonomy.broader(skill)}
        listed = [skill for skill in row.skills if skill not in implied]
        alike = [singles[skill] for skill in listed if skill in singles]
        if len(alike) == len(listed) and all(_top(row) <= _top(single) and _outweighs(single, row) for single in alike):
            for single in alike:
                single.asked += row.asked
            order = [entry for entry in order if entry[2] is not row]
    needed = {skill for skill, row in singles.items() if _need(row.asked) == "must"}
    for row in alternatives:
        # Who must have one of them anyway has nothing to choose: "vision, or other areas of machine learning".
        if _need(row.asked) == "nice":
            row.skills = [skill for skill in row.skills if skill not in needed]
    order = [entry for entry in order if entry[2].skills]
    return [row for _, _, row in sorted(order, key=lambda entry: entry[:2])]


def _top(row: _Row) -> int:
    return max(_RANK[one.place] for one in row.asked)


def _outweighs(one: _Row, other: _Row) -> bool:
    return _need(one.asked) == "must" or _need(other.asked) == "nice"


def _skills(one: Asked) -> list[str]:
    found = dict.fromkeys(mention.skill for mention in one.mentions)
    if one.kind is not None:
        found[one.kind.skill] = None
    return list(found)


def _need(asked: Iterable[Asked]) -> Need:
    asked = list(asked)
    if all(one.place == "duties" and all(m.kind == "soft" for m in one.mentions) for one in asked):
        return "nice"  # "Mentor two juniors" is what one would do, and nobody is turned down for want of it
    top = max(_RANK[one.place] for one in asked)
    return "must" if any(one.need == "must" for one in asked if _RANK[one.place] == top) else "nice"


def _heirs(rows: list[_Row], asks: Asks) -> frozenset[int]:
    """The rows whose skill the overall years are of: the title's first one, where the sentence itself names none."""
    overall = asks.min_years
    if overall is None or not overall.years or not overall.of_nothing or overall.need == "nice":
        return frozenset()
    for number, row in enumerate(rows):
        if any(one.place == "title" for one in row.asked) and all(one.years is None for one in row.asked):
            return frozenset({number})
    return frozenset()


def _weight(asked: list[Asked], need: Need, years: float | None, weights: Weights) -> float:
    value = weights.must if need == "must" else weights.nice
    if any(one.place == "title" for one in asked):
        value *= weights.title
    elif all(one.place in ("duties", "open") for one in asked):
        value *= weights.duty
    if years is not None or any(one.strong for one in asked):
        value *= weights.emphasis
    elif all(one.weak for one in asked):
        value *= weights.light
    if all(mention.kind == "soft" for one in asked for mention in one.mentions):
        value *= weights.soft
    sentences = len({one.unit.number for one in asked})
    value *= 1 + min(weights.most, weights.again * (sentences - 1))
    return round(value * 20) / 20


def _label(skills: list[str], taxonomy: Taxonomy) -> str:
    names = [taxonomy.name(skill) for skill in skills]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _degree(text: str, asks: Asks, taken: set[str], weights: Weights) -> Iterator[Requirement]:
    """The lowest degree that is needed, and the lowest above it that is welcome, each in the fields named for it."""
    needed = [one for one in asks.degrees if one[0].need == "must"]
    welcome = [one for one in asks.degrees if one[0].need == "nice"]
    if needed:
        least = min(RANK[one[0].level] for one in needed)
        welcome = [one for one in welcome if RANK[one[0].level] > least]
    for alike in (needed, welcome):
        if not alike:
            continue
        degree, unit = min(alike, key=lambda one: RANK[one[0].level])
        fields = list(dict.fromkeys(name for one, _ in alike for name in one.fields))
        kinds = {field_kind(name) for name in fields}
        name = DEGREE_NAMES[degree.level]
        label = name[:1].upper() + name[1:]
        if fields:
            label += f" in {', '.join(fields[:-1])} or {fields[-1]}" if len(fields) > 1 else f" in {fields[0]}"
        instead = any(one.instead for one, _ in alike)
        if instead:
            label += ", or equivalent experience"
        id_ = f"degree-{degree.level}" if needed and alike is welcome else "degree"
        while id_ in taken and id_ != "degree":
            id_ += "-2"
        yield Requirement(
            id=id_,
            label=label,
            need="nice" if instead else degree.need,
            weight=round(
                weights.degree * (1.0 if degree.need == "must" and not instead else weights.nice / weights.must) * 20
            )
            / 20,
            measure="degree",
            degree_min=degree.level,
            fields=tuple(kind for kind in ("quantitative", "other") if kind in kinds),
            source=_source(text, unit),
        )


def _welcome_years(text: str, asks: Asks, taken: set[str], weights: Weights) -> Iterator[Requirement]:
    """Years overall that are only welcome; of those that are needed :func:`aimatch.profile.with_implied` makes a row."""
    overall = asks.min_years
    if overall is None or overall.need == "must" or not overall.years:
        return
    yield Requirement(
        id="experience-2" if "experience" in taken else "experience",
        label=f"{overall.years:g} year{'s' * (overall.years != 1)} of experience",
        need="nice",
        weight=weights.nice,
        measure="experience",
        min_years=overall.years,
        source=_source(text, overall.unit),
    )


def _source(text: str, unit: Unit) -> str:
    quote = re.sub(r"\s+", " ", text[unit.start : unit.end]).strip()
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "\u2026"
    return f"{_PLACE_NAMES[unit.place]}: {quote}"
