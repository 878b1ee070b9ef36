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
    partial = { containerization = 0.5 }  # earns at most this share
    need = "must"
    weight = 3.0
    source = "Cloud and Infrastructure"

``min_years`` and ``degree_min`` ask for years and a degree overall. Where no requirement says so itself, one is added
(:mod:`aimatch.profile.implied`), so that all that a profile asks stands in its list and in the score.
"""

from __future__ import annotations

import json
import os.path
from collections.abc import Mapping
from functools import cache
from hashlib import blake2b
from os import PathLike
from pathlib import Path
from typing import Any

from aimatch import data
from aimatch.errors import ProfileError, shortened
from aimatch.profile.definition import Measure, Profile, Requirement
from aimatch.profile.implied import with_implied
from aimatch.profile.problems import behaviour_ids, name_of, problems, unknown_skill
from aimatch.profile.toml import to_toml
from aimatch.taxonomy import Taxonomy, load_taxonomy

__all__ = [
    "Measure",
    "Profile",
    "Requirement",
    "behaviour_ids",
    "load_profile",
    "name_of",
    "profile_names",
    "to_toml",
    "unknown_skill",
    "with_implied",
]

_LONGEST_NAME = 255
_LONGEST_QUOTE = 30


def profile_names() -> tuple[str, ...]:
    """The names of the shipped profiles, sorted."""
    return tuple(sorted(name.partition("/")[2] for name in data.load_data() if name.startswith("roles/")))


def load_profile(source: str | Path | Mapping[str, Any] | Profile, *, taxonomy: Taxonomy | None = None) -> Profile:
    """A profile: a shipped one by name, or one's own from a ``.toml``, ``.json``, ``.yaml`` file or a mapping.

    Args:
        source: The name, the path, the mapping; a ``Profile`` is completed (:mod:`aimatch.profile.implied`) and returned.
        taxonomy: The skills that its requirements name; default: the shipped ones.

    Raises:
        ProfileError: The profile is wrong, its file can't be opened, or it is a text; lists every problem with its place.
        FileNotFoundError: No shipped profile and no file has that name.
        TypeError: ``source`` is of another type.
    """
    if isinstance(source, Profile):
        return with_implied(source)
    if isinstance(source, Mapping):
        return _made(source, str(source.get("id", "the profile")), taxonomy or load_taxonomy())
    if isinstance(source, str) and source in profile_names():
        return _shipped(source)
    if not isinstance(source, (str, PathLike)):
        raise TypeError(f"a profile is a name, a path, a dict or a Profile, not {type(source).__name__}")
    path = Path(source)
    if source == "":
        raise FileNotFoundError(f"the profile's name is empty (shipped are: {', '.join(profile_names())})")
    # Unlike those of ``Path``, these take a text of any length for what it is: no file.
    if os.path.isdir(path):  # noqa: PTH112
        raise ProfileError(str(path), ["is a folder: name the profile's file in it"])
    if not os.path.isfile(path):  # noqa: PTH113
        known = profile_names()
        if "\n" in str(source) or len(str(source)) > _LONGEST_NAME:
            raise ProfileError(
                shortened(source),
                [
                    f"is a text of {len(str(source)):,} characters: a profile is a name ({', '.join(known)}), a path or a"
                    " dict; score(resume, profile) takes the resume first, and profile_from_job reads a posting"
                ],
            )
        from difflib import get_close_matches

        near = get_close_matches(str(source), known, n=1)
        meant = f"; {near[0]} may be meant" if near else ""
        raise FileNotFoundError(
            f"{shortened(source)}: neither a profile file nor a shipped profile (those are: {', '.join(known)}){meant}"
        )
    return _made(_parsed(path), str(path), taxonomy or load_taxonomy())


@cache
def _shipped(name: str) -> Profile:
    return _made(data.table(f"roles/{name}"), f"roles/{name}.toml", load_taxonomy())


def _parsed(path: Path) -> Mapping[str, Any]:
    import tomllib  # most profiles are shipped ones

    try:
        text = path.read_text("utf-8-sig")  # editors of Windows begin a file with a byte order mark
        if path.suffix.lower() == ".json":
            content = json.loads(text)
        elif path.suffix.lower() in (".yaml", ".yml"):
            import yaml

            try:
                content = yaml.safe_load(text)
            except yaml.YAMLError as error:
                raise ProfileError(str(path), [f"no valid YAML: {_said(error)}"]) from error
        elif path.suffix.lower() == ".toml":
            content = tomllib.loads(text)
        else:
            raise ProfileError(str(path), [f"unknown kind of file {path.suffix!r}: use .toml, .json or .yaml"])
    except OSError as error:
        raise ProfileError(str(path), [f"can't be opened: {error.strerror}"]) from error
    except UnicodeDecodeError as error:
        raise ProfileError(str(path), ["is not in UTF-8: save it so"]) from error
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise ProfileError(str(path), [f"can't be parsed: {error}"]) from error
    if not isinstance(content, Mapping):
        raise ProfileError(str(path), ["must be a table of fields with a list 'requirements'"])
    return content


def _said(error: Exception) -> str:
    # PyYAML's own message spreads over six lines and calls the file "<unicode string>".
    problem, mark = getattr(error, "problem", None), getattr(error, "problem_mark", None)
    if problem is None or mark is None:
        return str(error)
    return f"{problem} (at line {mark.line + 1}, column {mark.column + 1})"


def _made(content: Mapping[str, Any], subject: str, taxonomy: Taxonomy) -> Profile:
    if found := list(problems(content, taxonomy)):
        raise ProfileError(subject, found)
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str)
    try:
        digest = blake2b(plain.encode(), digest_size=4).hexdigest()
    except UnicodeEncodeError as error:
        before = plain[max(0, error.start - _LONGEST_QUOTE) : error.start]
        raise ProfileError(
            ascii(subject)[1:-1], [f"holds half a character (a lone surrogate), behind {before!r}: write it again"]
        ) from error
    given = {field: value for field, value in content.items() if value is not None}
    profile = Profile(
        id=given["id"],
        title=given.get("title", given["id"]),
        version=str(given.get("version", digest)),
        min_years=content.get("min_years"),
        degree_min=content.get("degree_min"),
        flags_off=tuple(given.get("flags_off", ())),
        source=given.get("source", ""),
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
                partial=_shares(row.get("partial", {}), taxonomy),
                indirect=_shares(row.get("indirect", {}), taxonomy),
                min_years=row.get("min_years"),
                measure=row.get("measure", "skills"),
                groups=tuple(
                    (label, tuple(_id(name, taxonomy) for name in names))
                    for label, names in row.get("groups", {}).items()
                ),
                at_least=row.get("at_least", 2),
                fields=tuple(row.get("fields", ())),
                degree_min=row.get("degree_min"),
            )
            for row in content["requirements"]
        ),
    )
    return with_implied(profile)


def _shares(table: Mapping[str, float], taxonomy: Taxonomy) -> tuple[tuple[str, float], ...]:
    return tuple((_id(name, taxonomy), float(share)) for name, share in table.items())


def _id(name: str, taxonomy: Taxonomy) -> str:
    if name in taxonomy or name in behaviour_ids():
        return name
    skill = taxonomy.find(name)
    return name if skill is None else skill.id
