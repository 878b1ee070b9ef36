"""What each sentence of a posting asks: the skills in it that are the candidate's business, with need, years, emphasis."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from aimatch.job.alternatives import groups
from aimatch.job.degree import AskedDegree, asked_degrees
from aimatch.job.needs import need_of, waived
from aimatch.job.parts import Place, Unit
from aimatch.job.words import JobWords, last_match
from aimatch.job.years import asked_years, years_of
from aimatch.model import Mention, Need
from aimatch.taxonomy import Taxonomy

_BEFORE_PEOPLE = 90
_LIST_OF_PEOPLE = re.compile(
    r"(?:[\s,/&()-]+(?:and |or |other )?(?!(?:with|for|in|to|of|on|using|that|is|are|will)\b)[\w-]+){0,6}?[\s,/&-]+"
)
#: "with other teams (e.g. platform, data": the last word before a parenthesis that is still open.
_IN_ASIDE = re.compile(r"([\w-]+)\s*\((?:e\.g|i\.e|such as|like|including)[^()]*\Z")
_INCLUDING = re.compile(r",?\s+(?:including|such as|like|e\.g\.,?)\s(?:(?!\b(?:using|with|in|on|for)\b)[^().;:])*")
#: "with data scientists, |analytics|, product": what follows the people named, short items up to the skill.
_AFTER_PEOPLE = re.compile(r"(?:[\s,/&()-]+(?:and |or |other )?[\w-]+(?: [\w-]+)?)?[\s]*,\s*(?:and |or )?\Z")
#: Between a verb of making and what is made: a word or two that describe it ("scalable back-end"), no preposition.
_UP_TO_MADE = re.compile(r"\s+(?:(?!(?:of|for|in|with|using|and|or|to|by|on|that)\b)[\w-]+,?\s+){0,3}")
_BEFORE_MADE = 60
_FIRST_WORD = re.compile(r"[\w-]+")
_AND = re.compile(r"\A(?:\s*,\s*(?:and\s+)?|\s+(?:and|&|or)\s+)(?=\w)")
_NEW_CLAUSE = re.compile(r"[.;:]|\b(?:to|you|your|will)\b")
_NAMES = (
    re.compile(r"\bAt ((?:[A-Z][\w&.-]*)(?: [A-Z][\w&.-]*){0,2})(?:,| we\b| you\b| our\b)"),
    re.compile(r"^\W*About ((?:[A-Z][\w&.-]*)(?: [A-Z][\w&.-]*){0,2})\W*$", re.MULTILINE),
    re.compile(r"^\W*(?:Why|Why join|Life at|Join) ((?:[A-Z][\w&.-]*)(?: [A-Z][\w&.-]*){0,2})\W*$", re.MULTILINE),
    re.compile(
        r"(?:^|[.!?] )((?:[A-Z][\w&.-]*)(?: [A-Z][\w&.-]*){0,2}) is (?:an?|the) (?:[\w-]+,? ){0,4}(?:company|provider|platform|startup|start-up|leader|firm|consultancy|organization|employer)\b",
        re.MULTILINE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Skills of which one sentence asks any one.

    ``strong`` and ``weak``: the sentence stresses them, or asks little of them. ``years``: of these very skills.
    """

    mentions: tuple[Mention, ...]
    kind: Mention | None
    need: Need
    years: float | None
    place: Place
    strong: bool
    weak: bool
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class OverallYears:
    """Years of experience overall. ``of_nothing``: their sentence names no skill that they are of."""

    years: float
    need: Need
    of_nothing: bool
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What a whole posting asks. ``min_years``: overall, by the sentence that says so; ``unread``: the sentences of its lists
    of which nothing was read."""

    skills: tuple[Asked, ...]
    degrees: tuple[tuple[AskedDegree, Unit], ...]
    min_years: OverallYears | None
    unread: tuple[Unit, ...] = ()


def asks(
    text: str,
    lower: str,
    sentences: Iterable[Unit],
    mentions: tuple[Mention, ...],
    employer: str | None,
    taxonomy: Taxonomy,
    words: JobWords,
) -> Asks:
    """Everything that the sentences of a posting ask.

    Args:
        text: The posting.
        lower: It, as :func:`aimatch.job.words.plain` makes it.
        sentences: Those that ask something, in order of place.
        mentions: The skills that the posting names, by start offset.
        employer: The employer's name, if it is known; it is looked for in the text as well.
        taxonomy: Tells which skill is the kind of which.
        words: The words that tell.
    """
    own = _employer_names(text, employer)
    skills: list[Asked] = []
    degrees: list[tuple[AskedDegree, Unit]] = []
    overall: list[OverallYears] = []
    unread: list[Unit] = []
    for unit in sentences:
        here = () if unit.place == "title" else asked_degrees(text, lower, unit, words)
        degrees += ((degree, unit) for degree in here)
        unneeded = frozenset() if unit.place == "title" else waived(lower, unit, mentions, words)
        inside = [
            mention
            for mention in mentions
            if unit.asks_from <= mention.start < unit.end
            and not any(degree.start <= mention.start < degree.end for degree in here)
            and (mention.kind == "soft" or mention.start not in unneeded)
            and _is_asked(lower, unit, mention, mentions, own, words)
        ]
        years = asked_years(lower, unit, words)
        if unit.place in ("asked", "nice") and not (here or inside or years or unneeded):
            unread.append(unit)
        of_skills = False
        for group in groups(lower, unit, inside, taxonomy, words):
            first, last = group.mentions[0], group.mentions[-1]
            found = next((y for m in group.mentions if (y := years_of(lower, m, years)) is not None), None)
            of_skills = of_skills or found is not None
            skills.append(
                Asked(
                    mentions=group.mentions,
                    kind=group.kind,
                    need=need_of(lower, unit, first.start, last.end, words),
                    years=found,
                    place=unit.place,
                    strong=words.strong.search(lower, unit.start, unit.end) is not None,
                    weak=words.weak.search(lower, unit.start, unit.end) is not None,
                    unit=unit,
                )
            )
        for one in years:
            need = need_of(lower, unit, one.start, one.end, words)
            # What else would be welcome tells of all experience only where it names no skill.
            if need == "must" or unit.place == "asked" or (unit.place == "nice" and not of_skills):
                overall.append(OverallYears(years=one.years, need=need, of_nothing=not of_skills, unit=unit))
    return Asks(skills=tuple(skills), degrees=tuple(degrees), min_years=_overall(overall), unread=tuple(unread))


def _overall(said: list[OverallYears]) -> OverallYears | None:
    """The most years that are needed; where none are, the least that the requirements would welcome."""
    needed = [one for one in said if one.need == "must"]
    if needed:
        return max(needed, key=lambda one: one.years)
    return min(said, key=lambda one: one.years, default=None)


def _is_asked(
    lower: str, unit: Unit, mention: Mention, mentions: tuple[Mention, ...], own: frozenset[str], words: JobWords
) -> bool:
    listed = unit.place in ("asked", "nice")
    if mention.kind == "behaviour" or mention.skill in words.never:
        return False
    if (mention.skill, " ".join(lower[mention.start : mention.end].split())) in words.worded:
        return False
    if mention.skill in words.only_listed and not listed:
        return False
    if mention.kind == "soft" and unit.place in ("title", "open"):
        return False
    if mention.kind == "credential" and not listed:
        return False
    if not listed and _of_a_tool(mention, mentions):
        return False
    if _of_making(lower, unit, mention, mentions, words):
        return False
    if not listed and words.effects.search(lower, unit.start, mention.start) is not None:
        return False
    if not listed and lower[mention.start : mention.end] in own:
        return False
    if unit.place == "title" or mention.kind == "soft":
        return True
    return not _of_others(lower, unit, mention, words)


def _of_a_tool(mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Whether a word for a method only tells what of a tool one would work on: "own PostgreSQL schemas"."""
    return (
        mention.kind == "method"
        and mention.via == "context"
        and any(one.kind == "technology" and one.end == mention.start - 1 for one in mentions)
    )


def _of_making(lower: str, unit: Unit, mention: Mention, mentions: tuple[Mention, ...], words: JobWords) -> bool:
    """Whether a skill is only the making of something named, or what is built: "design and develop REST APIs", "build UIs"."""
    if mention.kind != "method" or mention.via == "phrase":
        return False
    quote = " ".join(lower[mention.start : mention.end].split())
    if quote in words.built:
        before = last_match(words.builds, lower[max(unit.start, mention.start - _BEFORE_MADE) : mention.start])
        return before is not None and _UP_TO_MADE.fullmatch(before.string, before.end()) is not None
    verb, at = words.makes.match(lower[mention.start : unit.end]), mention.start
    while verb is not None:
        at += verb.end()
        link = _AND.match(lower[at : unit.end])
        at += link.end() if link is not None else 0
        # "Design, test and deploy microservices"
        verb = _FIRST_WORD.match(lower[at : unit.end]) if link is not None else None
        verb = verb if verb is not None and (verb.group() in words.duty or words.makes.match(verb.group())) else None
    made = lower[at : min(unit.end, at + _BEFORE_MADE)]
    return at >= mention.end and any(
        at <= one.start < at + len(made) and _UP_TO_MADE.fullmatch(lower[at : one.start]) is not None
        for one in mentions
        if one.kind in ("technology", "method")
    )


def _of_others(lower: str, unit: Unit, mention: Mention, words: JobWords) -> bool:
    """Whether a skill only tells whom one works with, or what is sold: "alongside data engineers", "sell our Kafka platform"."""
    aside = _IN_ASIDE.search(lower[unit.start : mention.start])
    if aside is not None and words.people.search(aside.group(1)):
        return True
    if _among_teams(lower[unit.start : mention.start], words):
        return True
    if _of_people_named(lower[unit.start : mention.start], words):
        return True
    before = lower[max(unit.start, mention.start - _BEFORE_PEOPLE) : mention.start]
    if (sold := last_match(words.sold, before)) is not None and not _NEW_CLAUSE.search(before, sold.end()):
        return True
    named = list(words.people.finditer(lower, mention.start, mention.end))
    if not named:
        listed = _LIST_OF_PEOPLE.match(lower, mention.end, unit.end)
        while listed is not None and words.people.match(lower, listed.end(), unit.end) is None:
            longer = re.compile(r"[\w-]+[\s,/&()-]+").match(lower, listed.end(), min(unit.end, mention.end + 70))
            if longer is None or re.match(
                r"(?:with|for|in|to|of|on|using|that|is|are|will)\b", lower[listed.end() : longer.end()]
            ):
                return False
            listed = longer
        if listed is None:
            return False
    cue = last_match(words.people_with, before)
    return (
        cue is not None
        and words.people_own.search(before, cue.start()) is None
        and not re.search(r"[.;:]", before[cue.end() :])
    )


def _among_teams(before: str, words: JobWords) -> bool:
    """Whether a skill is one of the teams that one works with: "with several teams including data science, design and"."""
    for noun in words.people.finditer(before):
        if _INCLUDING.fullmatch(before, noun.end()) is None or _NEW_CLAUSE.search(before, noun.end()):
            continue
        cue = last_match(words.people_with, before[: noun.start()])
        if cue is not None and words.people_own.search(before, 0, cue.end()) is None:
            return True
    return False


def _of_people_named(before: str, words: JobWords) -> bool:
    """Whether what stands before a skill names the people who have it: "with a team of experts in"."""
    if (talent := last_match(words.talent, before)) is not None and not _NEW_CLAUSE.search(before, talent.end()):
        return True
    with_ = words.people_with.search(before)
    if with_ is None or words.people_own.search(before, 0, with_.end()) is not None:
        return False
    for noun in words.people.finditer(before, with_.end()):
        behind = before[noun.end() :]
        if _NEW_CLAUSE.search(behind):
            continue
        if words.people_of.match(behind.lstrip()) is not None or _AFTER_PEOPLE.fullmatch(behind) is not None:
            return True
    return False


def _employer_names(text: str, employer: str | None) -> frozenset[str]:
    names = {employer} if employer else set()
    for pattern in _NAMES:
        names.update(match.group(1) for match in pattern.finditer(text))
    return frozenset(name.strip(" .,-").lower() for name in names)
