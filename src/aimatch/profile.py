"""Role profiles: what a role asks for, with weights and their sources; load and check them.

A profile is data: a shipped one by name (``skill_taxonomy/roles/*.toml``), or a user's own as TOML, JSON, YAML or dict.

.. code-block:: toml

    id = "ai-engineer"
    title = "AI Engineer"
    version = "1.0.0"
    min_years = 3
    degree_min = "bachelor"

    [[requirements]]
    id = "containers"
    label = "Containers: Docker and Kubernetes"
    all_of = ["docker", "kubernetes"]
    partial = { containerization = 0.5 }
    need = "must"
    weight = 3.0
    source = "Cloud and Infrastructure"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal

from aimatch import data
from aimatch.errors import ProfileError
from aimatch.model import Degree, Need
from aimatch.taxonomy import Taxonomy, load_taxonomy

Measure = Literal["skills", "degree", "experience", "breadth"]

_DEGREES = ("none", "associate", "bachelor", "master", "phd")
_MEASURES = ("skills", "degree", "experience", "breadth")
_PROFILE_FIELDS = {
    "id",
    "title",
    "version",
    "min_years",
    "degree_min",
    "requirements",
    "flags_off",
    "source",
    "seniority",
}
_REQUIREMENT_FIELDS = {
    "id", "label", "skills", "all_of", "partial", "need", "weight", "min_years", "source", "measure", "groups",
    "at_least", "fields",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing a role asks for.

    Attributes:
        skills: Skill or behaviour ids of which any one suffices.
        all_of: Ids that are all needed; each earns its even share of the credit.
        partial: Pairs of (id, share): ids that earn at most this share of the credit (AWS for SageMaker).
        need: ``must`` or ``nice``; a must with no credit is reported as missing.
        weight: Non-negative; only the proportions between a profile's weights matter.
        min_years: Years asked for in this very skill, or ``None``.
        source: Where the requirement and its weight come from.
        measure: ``skills`` (evidence of skills), ``degree`` (highest degree and its field), ``experience`` (years of
            the ``skills`` in positions against ``min_years``), ``breadth`` (how many of ``groups`` are shown).
        groups: For ``breadth``: pairs of (label, ids), of which ``at_least`` are to be shown.
        fields: For ``degree``: the groups of fields that count in full (see ``language/degrees.toml``); empty: any.
    """

    id: str
    label: str
    need: Need
    weight: float
    source: str = ""
    skills: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    partial: tuple[tuple[str, float], ...] = ()
    min_years: float | None = None
    measure: Measure = "skills"
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    at_least: int = 2
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A role: its requirements, and the years and degree it asks for overall (``None``: not asked).

    ``flags_off`` names the flags that this profile switches off.
    """

    id: str
    title: str
    requirements: tuple[Requirement, ...]
    version: str
    min_years: float | None = None
    degree_min: Degree | None = None
    flags_off: tuple[str, ...] = ()
    source: str = ""
    seniority: str | None = None


def profile_names() -> tuple[str, ...]:
    """The names of the shipped profiles, sorted."""
    return tuple(sorted(name.partition("/")[2] for name in data.load_data() if name.startswith("roles/")))


def load_profile(source: str | Path | Mapping[str, Any] | Profile, *, taxonomy: Taxonomy | None = None) -> Profile:
    """A profile: a shipped one by name, or one's own from a ``.toml``, ``.json``, ``.yaml`` file or a mapping.

    Raises:
        ProfileError: The profile is wrong; lists every problem with its place.
        FileNotFoundError: No shipped profile and no file has that name.
    """
    if isinstance(source, Profile):
        return source
    if isinstance(source, Mapping):
        return _made(source, str(source.get("id", "the profile")), taxonomy or load_taxonomy())
    if isinstance(source, str) and source in profile_names():
        return _shipped(source)
    path = Path(source)
    if not path.is_file():
        known = ", ".join(profile_names())
        raise FileNotFoundError(f"{source}: neither a profile file nor a shipped profile (those are: {known})")
    return _made(_parsed(path), str(path), taxonomy or load_taxonomy())


@cache
def _shipped(name: str) -> Profile:
    return _made(data.table(f"roles/{name}"), f"roles/{name}.toml", load_taxonomy())


def _parsed(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_text("utf-8")
        if path.suffix.lower() == ".json":
            content = json.loads(text)
        elif path.suffix.lower() in (".yaml", ".yml"):
            import yaml

            try:
                content = yaml.safe_load(text)
            except yaml.YAMLError as error:
                raise ProfileError(str(path), [f"no valid YAML: {error}"]) from error
        elif path.suffix.lower() == ".toml":
            content = tomllib.loads(text)
        else:
            raise ProfileError(str(path), [f"unknown kind of file {path.suffix!r}: use .toml, .json or .yaml"])
    except (UnicodeDecodeError, json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(str(path), [f"can't be parsed: {error}"]) from error
    if not isinstance(content, Mapping):
        raise ProfileError(str(path), ["must be a table of fields with a list 'requirements'"])
    return content


def _made(content: Mapping[str, Any], subject: str, taxonomy: Taxonomy) -> Profile:
    if found := list(_problems(content, taxonomy)):
        raise ProfileError(subject, found)
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    return Profile(
        id=content["id"],
        title=content.get("title", content["id"]),
        version=str(content.get("version", blake2b(plain.encode(), digest_size=4).hexdigest())),
        min_years=content.get("min_years"),
        degree_min=content.get("degree_min"),
        flags_off=tuple(content.get("flags_off", ())),
        source=content.get("source", ""),
        seniority=content.get("seniority"),
        requirements=tuple(
            Requirement(
                id=row["id"],
                label=row.get("label", row["id"]),
                need=row.get("need", "must"),
                weight=float(row.get("weight", 1.0)),
                source=row.get("source", ""),
                skills=tuple(_id(name, taxonomy) for name in row.get("skills", ())),
                all_of=tuple(_id(name, taxonomy) for name in row.get("all_of", ())),
                partial=tuple((_id(name, taxonomy), float(share)) for name, share in row.get("partial", {}).items()),
                min_years=row.get("min_years"),
                measure=row.get("measure", "skills"),
                groups=tuple(
                    (label, tuple(_id(name, taxonomy) for name in names))
                    for label, names in row.get("groups", {}).items()
                ),
                at_least=row.get("at_least", 2),
                fields=tuple(row.get("fields", ())),
            )
            for row in content["requirements"]
        ),
    )


def behaviour_ids() -> frozenset[str]:
    """The ids of the behaviours (``language/behaviours.toml``) that a requirement may name beside skills."""
    return frozenset(row["id"] for row in data.load_data().get("language/behaviours", {}).get("behaviour", ()))


def _id(name: str, taxonomy: Taxonomy) -> str:
    skill = taxonomy.find(name) if name not in behaviour_ids() else None
    return name if skill is None else skill.id


def _problems(content: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"unknown field {name!r}" for name in sorted(set(map(str, content)) - _PROFILE_FIELDS))
    if not isinstance(content.get("id"), str) or not content["id"].strip():
        yield "id: is missing"
    if content.get("min_years") is not None and not _is_number(content["min_years"]):
        yield "min_years: must be a number of years, 0 or more"
    if content.get("degree_min") not in (None, *_DEGREES):
        yield f"degree_min: must be one of {', '.join(_DEGREES)}"
    rows = content.get("requirements")
    if not isinstance(rows, list) or not rows:
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
        total += weight if _is_number(weight) else 1.0
    if total <= 0:
        yield "requirements: all weights are 0, so nothing could be scored"


def _row_problems(row: Mapping[str, Any], taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"{name}: unknown field" for name in sorted(set(map(str, row)) - _REQUIREMENT_FIELDS))
    if not isinstance(row.get("id"), str) or not row["id"].strip():
        yield "id: is missing"
    if row.get("need", "must") not in ("must", "nice"):
        yield "need: must be 'must' or 'nice'"
    if not _is_number(row.get("weight", 1.0)):
        yield "weight: must be a number, 0 or more"
    if row.get("min_years") is not None and not _is_number(row["min_years"]):
        yield "min_years: must be a number of years, 0 or more"
    measure = row.get("measure", "skills")
    if measure not in _MEASURES:
        yield f"measure: must be one of {', '.join(_MEASURES)}"
    named = False
    for field in ("skills", "all_of"):
        names = row.get(field, [])
        if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
            yield f"{field}: must be a list of skill names or ids"
            continue
        named |= bool(names)
        yield from (f"{field}: {fault}" for fault in _unknown(names, taxonomy))
    partial = row.get("partial", {})
    if not isinstance(partial, Mapping):
        yield "partial: must be a table of skill = share"
    else:
        named |= bool(partial)
        yield from (f"partial: {fault}" for fault in _unknown(partial, taxonomy))
        yield from (
            f"partial.{name}: the share must lie in 0 to 1"
            for name, share in partial.items()
            if not _is_number(share) or share > 1
        )
    groups = row.get("groups", {})
    if not isinstance(groups, Mapping):
        yield "groups: must be a table of label = [skills]"
    else:
        for label, names in groups.items():
            yield from (f"groups.{label}: {fault}" for fault in _unknown(names, taxonomy))
    if measure in ("skills", "experience") and not named:
        yield "skills: names no skill, so nothing could meet it"
    if measure == "experience" and not row.get("min_years"):
        yield "min_years: is needed to measure experience"
    if measure == "breadth" and len(groups) < row.get("at_least", 2):
        yield "groups: has fewer groups than at_least asks for"


def _unknown(names: Any, taxonomy: Taxonomy) -> Iterator[str]:
    known = behaviour_ids()
    for name in names:
        if name not in known and taxonomy.find(name) is None:
            yield f"{name!r} is no skill of the taxonomy (try: aimatch taxonomy find {name!r})"


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")
