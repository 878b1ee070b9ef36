"""What can be wrong with a profile: every mistake with its place, all at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, get_args

from aimatch import data
from aimatch.model import DEGREES
from aimatch.profile.definition import FieldGroup, Measure, Profile, Requirement
from aimatch.taxonomy import Taxonomy

_MEASURES = get_args(Measure)
_FIELD_GROUPS = get_args(FieldGroup)
#: Proportions between weights are all that matters: what lies beyond these is a slip, and sums of it are no numbers.
_MOST_WEIGHT = 1_000_000_000
_MOST_YEARS = 100
_PROFILE_FIELDS = {field.name for field in fields(Profile)}
_REQUIREMENT_FIELDS = {field.name for field in fields(Requirement)}


def behaviour_ids() -> frozenset[str]:
    """The ids of the behaviours (``language/behaviours.toml``) that a requirement may name beside skills."""
    return frozenset(_behaviours())


def name_of(id_: str, taxonomy: Taxonomy) -> str:
    """What a skill or a behaviour that a requirement names is called; its id if it is neither."""
    return taxonomy.name(id_) if id_ in taxonomy else _behaviours().get(id_, id_)


def _behaviours() -> dict[str, str]:
    return {row["id"]: row["name"] for row in data.load_data().get("language/behaviours", {}).get("behaviour", ())}


def unknown_skill(name: object, taxonomy: Taxonomy) -> str:
    """What to say of a name that is no skill, with what may have been meant."""
    near = " or ".join(repr(skill.id) for skill in taxonomy.near(str(name), 2))
    return f"{name!r} is no skill of the taxonomy" + (f"; {near} may be meant" if near else "")


def problems(content: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    """What is wrong with a profile as data, each with its dotted place."""
    yield from list(_malformed(content, taxonomy)) or _unshowable(content, taxonomy)


def _malformed(content: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"{name}: {fault}" for name, fault in _unknown_fields(content, _PROFILE_FIELDS))
    yield from _id_problems(content)
    if content.get("min_years") is not None and not _is_number(content["min_years"], _MOST_YEARS):
        yield f"min_years: must be a number of years, 0 to {_MOST_YEARS}"
    if content.get("degree_min") not in (None, *DEGREES):
        yield f"degree_min: must be one of {', '.join(DEGREES)}"
    if content.get("flags_off") is not None and not _is_texts(content["flags_off"]):
        yield "flags_off: must be a list of flag ids"
    for field in ("title", "source", "seniority"):
        if content.get(field) is not None and not isinstance(content[field], str):
            yield f"{field}: must be text"
    version = content.get("version")
    if version is not None and (isinstance(version, bool) or not isinstance(version, (str, int, float, date))):
        yield "version: must be text, such as '1.0.0'"
    rows = content.get("requirements")
    if not isinstance(rows, list | tuple) or not rows:
        yield "requirements: must be a list with at least one requirement"
        return
    seen: dict[str, int] = {}
    total = 0.0
    for number, row in enumerate(rows):
        place = f"requirements[{number}]"
        if not isinstance(row, Mapping):
            yield f"{place}: must be a table of fields"
            continue
        yield from (f"{place}.{fault}" for fault in _row_problems(row, taxonomy))
        id_ = row.get("id")
        if isinstance(id_, str) and seen.setdefault(id_, number) != number:
            yield f"{place}.id: {id_!r} is also the id of requirements[{seen[id_]}]"
        weight = row.get("weight", 1.0)
        total += weight if _is_number(weight, _MOST_WEIGHT) else 1.0
    if total < 1 / _MOST_WEIGHT and all(isinstance(row, Mapping) for row in rows):
        yield "requirements: all weights are 0, so nothing could be scored"


def _id_problems(table: Mapping[str, Any]) -> Iterator[str]:
    id_ = table.get("id")
    if id_ is None:
        yield "id: is missing"
    elif not isinstance(id_, str):
        # YAML reads on, 5 and 2024-01-01 as a truth value, a number and a date.
        yield f"id: must be text, not {id_!s:.40} (in quotes: '{id_!s:.40}')"
    elif not id_.strip():
        yield "id: is empty"


def _unshowable(content: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    """Years that nothing could show: those without skills of their own count work that shows a skill of the profile."""
    rows = content["requirements"]
    asking = [
        f"requirements[{number}]"
        for number, row in enumerate(rows)
        if row.get("measure") == "experience" and not row.get("skills")
    ]
    years = content.get("min_years") or 0
    if years and all((row.get("min_years") or 0) < years for row in rows):
        asking.append("min_years")
    named = (
        name
        for row in rows
        for field in ("skills", "all_of", "partial", "groups")
        for part in row.get(field, ())
        for name in (row[field][part] if field == "groups" else (part,))
    )
    if asking and not any(_is_worked_with(name, taxonomy) for name in named):
        for place in asking:
            yield (
                f"{place}: asks for years of experience, and no requirement names a technology or method that work could show;"
                " name one"
            )


def _is_worked_with(name: str, taxonomy: Taxonomy) -> bool:
    skill = taxonomy.find(name)
    return skill is not None and skill.kind in ("technology", "method")


def _row_problems(row: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"{name}: {fault}" for name, fault in _unknown_fields(row, _REQUIREMENT_FIELDS))
    yield from _id_problems(row)
    for field in ("label", "source"):
        if field in row and not isinstance(row[field], str):
            yield f"{field}: must be text"
    if row.get("need", "must") not in ("must", "nice"):
        yield "need: must be 'must' or 'nice'"
    if not _is_number(row.get("weight", 1.0), _MOST_WEIGHT):
        yield f"weight: must be a number, 0 to {_MOST_WEIGHT:,}"
    if row.get("min_years") is not None and not _is_number(row["min_years"], _MOST_YEARS):
        yield f"min_years: must be a number of years, 0 to {_MOST_YEARS}"
    yield from _skill_problems(row, taxonomy)
    if "fields" in row and not _is_texts(row["fields"]):
        yield "fields: must be a list of texts"
    elif strange := [name for name in row.get("fields", ()) if name not in _FIELD_GROUPS]:
        yield f"fields: {', '.join(map(repr, strange))}: no group of fields of study; those are {', '.join(_FIELD_GROUPS)}"
    if row.get("degree_min") not in (None, *DEGREES):
        yield f"degree_min: must be one of {', '.join(DEGREES)}"
    yield from _measure_problems(row)


def _skill_problems(row: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    """What is wrong with the skills that a requirement names, in each of the fields that name some."""
    for field in ("skills", "all_of"):
        names = row.get(field, [])
        if not _is_texts(names):
            yield f"{field}: must be a list of skill names or ids"
        else:
            yield from (f"{field}: {fault}" for fault in _unknown(names, taxonomy))
    for field in ("partial", "indirect"):
        shares = row.get(field, {})
        if not isinstance(shares, Mapping):
            yield f"{field}: must be a table of skill = share"
        elif not _is_texts(list(shares)):
            yield f"{field}: each key must be a skill's name or id, as text"
        else:
            yield from (f"{field}: {fault}" for fault in _unknown(shares, taxonomy))
            yield from (
                f"{field}.{name}: the share must lie in 0 to 1"
                for name, share in shares.items()
                if not _is_number(share) or share > 1
            )
    groups = row.get("groups", {})
    if not isinstance(groups, Mapping):
        yield "groups: must be a table of label = [skills]"
        return
    for label, names in groups.items():
        if _is_texts(names):
            yield from (f"groups.{label}: {fault}" for fault in _unknown(names, taxonomy))
        else:
            yield f"groups.{label}: must be a list of skill names or ids"


def _measure_problems(row: Mapping[str, Any]) -> Iterator[str]:
    """What a requirement lacks for the way in which it is measured."""
    measure = row.get("measure", "skills")
    if measure not in _MEASURES:
        yield f"measure: must be one of {', '.join(_MEASURES)}"
    least = row.get("at_least", 2)
    if not isinstance(least, int) or isinstance(least, bool) or least < 1:
        yield "at_least: must be a whole number, 1 or more"
        least = 0
    if measure == "skills" and not any(row.get(field) for field in ("skills", "all_of", "partial", "indirect")):
        yield "skills: names no skill, so nothing could meet it"
    if measure == "experience" and not row.get("min_years"):
        yield "min_years: is needed to measure experience"
    groups = row.get("groups", {})
    if measure == "breadth" and len(groups if isinstance(groups, Mapping) else ()) < least:
        yield "groups: has fewer groups than at_least asks for"


def _unknown_fields(content: Mapping[str, Any], known: set[str]) -> Iterator[tuple[str, str]]:
    for name in sorted(set(map(str, content)) - known):
        from difflib import get_close_matches

        near = get_close_matches(name, known, n=1)
        yield name, "unknown field" + (f"; {near[0]!r} may be meant" if near else "")


def _unknown(names: Any, taxonomy: Taxonomy) -> Iterator[str]:
    known = behaviour_ids()
    for name in names:
        if name not in known and name not in taxonomy and taxonomy.find(name) is None:
            yield unknown_skill(name, taxonomy)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


def _is_number(value: Any, most: float = sys.float_info.max) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most
