"""The words that tell a posting's parts and needs apart: ``language/jobs.toml`` turned into patterns.

A pattern compares whole words of a text in lower case with straight apostrophes (:func:`plain`); offsets stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from aimatch import data
from aimatch.dates import lowered
from aimatch.wordlist import alternatives

PartKind = Literal["nice", "wished", "offer", "company", "duties", "asked", "open"]
#: In the order in which a heading is compared with them.
PART_KINDS: tuple[PartKind, ...] = ("nice", "wished", "offer", "company", "duties", "asked", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """How the headings of one kind of part read."""

    kind: PartKind
    exact: frozenset[str]
    starts: re.Pattern[str]
    holds: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What a requirement's weight is made of; each factor is explained in ``language/jobs.toml``."""

    must: float
    nice: float
    title: float
    emphasis: float
    light: float
    duty: float
    soft: float
    again: float
    most: float
    degree: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JobWords:
    """The patterns of ``language/jobs.toml``, named as there."""

    headings: tuple[Heading, ...]
    metadata: frozenset[str]
    title_labels: frozenset[str]
    untitled: frozenset[str]
    title_tail: re.Pattern[str]
    title_label: re.Pattern[str]
    title_data: re.Pattern[str]
    offer: re.Pattern[str]
    employer: re.Pattern[str]
    own: re.Pattern[str]
    as_employer: re.Pattern[str]
    effects: re.Pattern[str]
    appeals: re.Pattern[str]
    candidate: re.Pattern[str]
    brought: re.Pattern[str]
    part: re.Pattern[str]
    run_on: re.Pattern[str]
    duty: frozenset[str]
    waived_before: re.Pattern[str]
    waived_after: re.Pattern[str]
    insists: re.Pattern[str]
    unneeded: re.Pattern[str]
    nice_before: re.Pattern[str]
    begins: re.Pattern[str]
    nice_after: re.Pattern[str]
    must: re.Pattern[str]
    remarks: re.Pattern[str]
    clause: re.Pattern[str]
    opens: re.Pattern[str]
    examples: re.Pattern[str]
    closes: re.Pattern[str]
    one: re.Pattern[str]
    either: re.Pattern[str]
    either_alone: re.Pattern[str]
    either_dutch: re.Pattern[str]
    dutch: re.Pattern[str]
    both: re.Pattern[str]
    links: re.Pattern[str]
    breaks: re.Pattern[str]
    no_kinds: frozenset[str]
    people: re.Pattern[str]
    people_with: re.Pattern[str]
    people_of: re.Pattern[str]
    talent: re.Pattern[str]
    people_own: re.Pattern[str]
    makes: re.Pattern[str]
    builds: re.Pattern[str]
    built: frozenset[str]
    years_never: re.Pattern[str]
    years_asked: re.Pattern[str]
    years_ranges: tuple[tuple[str, ...], ...]
    years_part: tuple[tuple[str, ...], ...]
    sold: re.Pattern[str]
    degrees: tuple[tuple[Literal["associate", "bachelor", "master", "phd"], re.Pattern[str]], ...]
    degree_needed: re.Pattern[str]
    degree_ends: re.Pattern[str]
    degree_breaks: re.Pattern[str]
    degree_fields: re.Pattern[str]
    short_fields: tuple[tuple[str, str], ...]
    degree_instead: re.Pattern[str]
    degree_leads: re.Pattern[str]
    sought: re.Pattern[str]
    seniority_years: tuple[tuple[str, float], ...]
    seniority: tuple[tuple[str, re.Pattern[str]], ...]
    weights: Weights
    strong: re.Pattern[str]
    weak: re.Pattern[str]
    stated: tuple[tuple[str, re.Pattern[str]], ...]
    worded: frozenset[tuple[str, str]]
    never: frozenset[str]
    only_listed: frozenset[str]


_LOWER_DEGREES: tuple[Literal["associate", "bachelor", "master"], ...] = ("associate", "bachelor", "master")
#: What something welcome is said to be, by its size too ("a massive plus").
_GAINS = ("plus", "advantage", "asset", "bonus")
#: Stands for each letter of a skill where only the words around it are looked at.
BLANK = "\x00"


def plain(text: str) -> str:
    """A text as the patterns compare it: in lower case, apostrophes straight, every offset kept."""
    return lowered(text).replace("\u2019", "'").replace("\u2018", "'").replace("\u00a0", " ")


def phrases(words: Iterable[str], *, at: Literal["anywhere", "start", "end"] = "anywhere") -> re.Pattern[str]:
    """A pattern of whole words; of phrases that begin alike the longest is tried first."""
    listed = alternatives(set(words))
    if not listed:
        return re.compile(r"(?!)")
    pattern = rf"(?<!\w)(?:{listed})(?!\w)"
    return re.compile({"anywhere": pattern, "start": rf"\A{pattern}", "end": rf"{pattern}\Z"}[at])


def last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last place at which a pattern stands in a text."""
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


@cache
def job_words() -> JobWords:
    """The words of ``language/jobs.toml``."""
    table = data.table("language/jobs")
    sentences, need, alternatives, people = table["sentences"], table["need"], table["alternatives"], table["people"]
    weights = dict(table["weights"])
    strong, weak = weights.pop("strong"), weights.pop("weak")
    waived_before, waived_after = _waived(table["waived"])
    return JobWords(
        headings=tuple(_heading(kind, table["headings"][kind]) for kind in PART_KINDS),
        metadata=frozenset(table["metadata"]["labels"]),
        title_labels=frozenset(table["metadata"]["title"]),
        untitled=frozenset(table["metadata"]["untitled"]),
        title_tail=phrases(table["metadata"]["tail"], at="end"),
        title_label=_label(table["metadata"]["title"]),
        title_data=_label(table["metadata"]["labels"]),
        offer=phrases(sentences["offer"]),
        employer=phrases(sentences["employer"]),
        own=phrases(sentences["own"], at="start"),
        as_employer=_as_employer(sentences["employers"], sentences["own"]),
        effects=phrases(sentences["effects"]),
        appeals=phrases(sentences["appeals"], at="start"),
        candidate=phrases([*sentences["candidate"], *sentences["brought"]]),
        brought=phrases(sentences["brought"]),
        part=phrases(sentences["part"], at="start"),
        run_on=phrases(sentences["run_on"], at="start"),
        duty=frozenset(sentences["duty"]),
        waived_before=waived_before,
        waived_after=waived_after,
        insists=phrases(table["waived"]["insists"]),
        unneeded=phrases(table["waived"]["unneeded"]),
        nice_before=phrases(need["before"]),
        begins=phrases(need["begins"], at="start"),
        nice_after=phrases([*need["after"], *(f"{size} {gain}" for size in need["sizes"] for gain in _GAINS)]),
        must=phrases(need["must"]),
        remarks=phrases(need["remarks"]),
        clause=re.compile("|".join(re.escape(mark) for mark in need["clause"])),
        opens=phrases(alternatives["opens"]),
        examples=phrases(alternatives["examples"]),
        closes=phrases(alternatives["closes"]),
        one=phrases(alternatives["one"]),
        either=phrases(alternatives["or"]),
        either_alone=phrases(alternatives["or_alone"]),
        either_dutch=phrases(alternatives["or_dutch"]),
        dutch=phrases(alternatives["dutch"]),
        both=phrases(alternatives["and"]),
        links=phrases([*alternatives["or"], *alternatives["and"], "nor"]),
        breaks=phrases(alternatives["breaks"]),
        no_kinds=frozenset(alternatives["no_kinds"]),
        people=phrases(people["nouns"]),
        people_with=phrases(people["with"]),
        people_of=phrases(people["of"], at="start"),
        talent=phrases(people["talent"]),
        people_own=phrases(people["own"]),
        makes=phrases(table["making"]["verbs"], at="start"),
        builds=phrases(table["making"]["builds"]),
        built=frozenset(table["making"]["built"]),
        years_never=phrases(table["years"]["never"]),
        years_asked=phrases(table["years"]["asked"]),
        years_ranges=tuple(tuple(table["years"][name]) for name in ("to", "between", "and")),
        years_part=tuple(tuple(table["years"][name]) for name in ("part_before", "part_behind")),
        sold=phrases(people["sold"]),
        degrees=(
            *((level, phrases(table["degrees"][level])) for level in _LOWER_DEGREES),
            ("phd", _doctorate(table["degrees"])),
        ),
        degree_needed=phrases(table["degrees"]["needed"]),
        degree_ends=phrases(table["degrees"]["ends"]),
        degree_breaks=phrases(table["degrees"]["breaks"]),
        degree_fields=phrases(table["degrees"]["fields"]),
        short_fields=tuple(
            (short, name) for name, listed in table["degrees"]["short_fields"].items() for short in listed
        ),
        degree_instead=phrases(table["degrees"]["instead"]),
        degree_leads=phrases(table["degrees"]["leads"], at="start"),
        sought=phrases(table["metadata"]["sought"]),
        seniority=tuple((level, phrases(names)) for level, names in table["seniority"].items()),
        seniority_years=tuple(table["seniority_years"].items()),
        weights=Weights(**weights),
        strong=phrases(strong),
        weak=phrases(weak),
        stated=tuple((skill, phrases(listed)) for skill, listed in table["stated"].items()),
        worded=frozenset((skill, said) for skill, listed in table["worded"].items() for said in listed),
        never=frozenset(table["vague"]["never"]),
        only_listed=frozenset(table["vague"]["only_listed"]),
    )


def _as_employer(nouns: Iterable[str], own: Iterable[str]) -> re.Pattern[str]:
    """ "As a fast-growing software company,", "At Acme, we": the employer of itself."""
    return re.compile(
        rf"(?<!\w)as an? (?:[\w/&-]+ ){{0,5}}(?:{'|'.join(map(re.escape, nouns))})(?= of\b|,)"
        rf"|(?<!\w)at [^,.;:\n]{{2,40}}, (?:{'|'.join(map(re.escape, own))})(?!\w)"
    )


def _label(names: Iterable[str]) -> re.Pattern[str]:
    """One of the names as a label, with something behind it: "Job title: ", "Role - "."""
    return re.compile(rf"\W*(?:{alternatives(set(names))})(?:\s*:[\s:\u2013-]*|\s+[\u2013-]+\s+)(?=\S)")


def _doctorate(table: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """A doctorate's names; German has one that is another word in English, which the field behind it tells."""
    own, ends = alternatives(set(table["phd_german"])), "|".join(map(re.escape, table["fields_german"]))
    return re.compile(rf"{phrases(table['phd']).pattern}|(?<!\w)(?:{own})(?=\s+\w*(?:{ends})(?!\w))")


def _waived(table: Mapping[str, Iterable[str]]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before, and what behind, a skill that is not needed; skills are blanked by :data:`BLANK`."""
    deny, between, needed, alone = (
        rf"(?<!\w)(?:{alternatives(set(table[name]))})(?!\w)" for name in ("deny", "between", "needed", "alone")
    )
    # A comma leads from skill to skill only, not on to "without training, Java" or "we don't use Scala, we use Java".
    more = rf"[\s/&'-]|{between}|,\s*(?:\w{{1,3}}\s+)?(?={BLANK}|\Z)"
    unneeded = rf"{deny}(?:\s|{between})*{needed}"
    ends = r"\s*(?:[.;,!]|\bbut\b|\Z)"
    return (
        re.compile(rf"(?:{unneeded}\s*:|{deny})(?:[\s'-]|{between})*(?:{BLANK}+(?:{more})*)*\Z"),
        re.compile(rf"[\s:\u2013-]*(?:{BLANK}|{more})*(?:{unneeded}|{deny}{ends}|{alone})"),
    )


def _heading(kind: PartKind, row: Mapping[str, Any]) -> Heading:
    return Heading(
        kind=kind, exact=frozenset(row["exact"]), starts=phrases(row["starts"], at="start"), holds=phrases(row["holds"])
    )
