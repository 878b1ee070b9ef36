"""The check of the files of ``language/`` and ``models/``: what is wrong with them, each fault with its file and place.

Nearly all that they hold are lists of texts, or tables of such lists; what is something else stands below. That a list is
missing, or a pattern made of it can't be compiled, shows where the code turns the files into rules: it is run for each.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import aimatch
from aimatch import data
from aimatch.deferred import Deferred
from aimatch.errors import TaxonomyError
from aimatch.taxonomy import Taxonomy, load_taxonomy

#: What is no list of texts, by its place: a star stands for any name, "[]" for each of the tables that [[this]] begins.
_OTHER = {
    "dates.seasons.*": "months", "dates.seasons_each.*": "months", "degrees.university_years": "number",
    "flags.versions.*": "number", "interview.areas.*.*": "text",
    "jobs.headings.open.holds": "any", "jobs.seniority_years.*": "number", "jobs.weights.strong": "texts",
    "jobs.weights.weak": "texts", "jobs.weights.*": "number", "persons.genders": "nested", "persons.kin": "nested",
    "spelling.endings": "nested", "status.sections.*": "text", "swaps.gender.pairs": "nested", "usage.makers.*": "text",
}  # fmt: skip
#: The fields of such tables; one that may be left out has a question mark.
_ROWS = {
    "behaviours.behaviour": "id text, name text, pattern rows, enough? number, facts? flag, wished? flag, itself? texts",
    "behaviours.behaviour.pattern": "sequence? lists, phrases? texts, examples? texts, counter_examples? texts, order? text,"
    " gap? number, words? number, with? text, without? texts, sections? texts, strength? text, kind? text, naming? text,"
    " joined? flag, last? flag, near? flag, wished? flag",
    "deeds.deed": "skill text, verbs texts, objects texts, reach number, examples texts, counter_examples? texts,"
    " through? texts, needs? texts, alone? flag, shows? flag",
    "injection.pattern": "asks text, pattern pattern, holds nested, examples texts, counter_examples texts, signs? texts,"
    " hidden_only? flag",
    "interview.requirement": "id text, area text, ask text, listen_for text, also? texts, models? flag",
    "interview.flag": "id text, area text, ask text, listen_for text",
    "interview.general": "kind text, area text, ask text, listen_for text",
    "swaps.personal": "kind text, anywhere? flag, labels? texts, words? patterns, with texts, with_words? texts",
    "trades.trade": "name text, forms texts, signs texts, examples texts, counter_examples texts, unless? texts, titles? texts",
    "status.cue": "",  # checked by `extract.rules.cue_check`
}
#: Where ids of skills stand, as texts or as names.
_IDS = re.compile(
    r"(?:behaviours\.families\..*|deeds\.deed\[\d+\]\.skill|flags\.families\..*|interview\.requirement\[\d+\]\.also"
    r"|jobs\.(?:stated|worded)|jobs\.vague\..*|strength\.(?:ml_work\.other_trades|claimed\.(?:skills|wide)"
    r"|dealt\.(?:behaviours|labelled))|usage\.(?:of_every_office|fields_of_the_trade|list_labels))\Z"
)
_NAMED = frozenset(["jobs.stated", "jobs.worded"])
_ORDERS = frozenset(["any"])
_EXPECTED = {
    "text": "must be a text, not empty", "number": "must be a number", "flag": "must be true or false",
    "texts": "must be a list of texts, none empty", "lists": "must be a list of texts or of lists of texts",
    "nested": "must be a list of lists of texts",
    "months": "must be a list of months, 1 to 12", "rows": "must be a list of tables",
    "pattern": "must be a regular expression", "patterns": "must be a list of regular expressions",
}  # fmt: skip
#: What turns the files into rules stands in these; others are slow to import, or only print.
_ASIDE = ("integrations", "cli", "batch", "outputs", "calibration", "audit", "__main__", "examples", "language_check")


def problems() -> list[str]:
    """Everything wrong with the files, in their order; empty when all is well."""
    tables = {name: table for name, table in data.load_data().items() if name.startswith("language/")}
    found = [fault for name, table in tables.items() for fault in _shape(name, table)]
    found += _model()
    return found or [*_unusable(), *_references(tables)]


def _shape(name: str, table: Mapping[str, Any]) -> Iterator[str]:
    stem = name.partition("/")[2]
    if f'"{name}"' not in _sources():
        yield f"{name}.toml: nothing reads a file of this name; see the others in language/"
        return
    for key, value in table.items():
        if key not in _words():
            yield f"{name}.toml: nothing reads {key!r}; is it misspelt?"
        for place, fault in _faults(value, f"{stem}.{key}", f"{stem}.{key}"):
            yield f"{name}.toml: {place.partition('.')[2]}: {fault}"


def _faults(value: Any, place: str, kind: str) -> Iterator[tuple[str, str]]:
    """(place, fault) of all that is not as it should be; ``kind`` is the place without numbers."""
    expected = _OTHER.get(kind)
    if kind in _ROWS:
        yield from _row_faults(value, place, kind)
    elif expected:
        if not _is(value, expected):
            yield place, _EXPECTED[expected]
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _faults(below, f"{place}.{key}", _kind(f"{kind}.{key}", f"{kind}.*"))
    elif not _is(value, "texts"):
        wrong = next((one for one in value if not _is(one, "text")), value) if isinstance(value, list) else value
        yield place, f"{_EXPECTED['texts']} (or a table of such lists), not {wrong!r:.60}"


def _kind(own: str, any_name: str) -> str:
    """Under which of two places a value is described, if it is."""
    listed = (
        own in _OTHER or own in _ROWS or not any(one == any_name or one.startswith(f"{any_name}.") for one in _OTHER)
    )
    return own if listed else any_name


def _row_faults(rows: Any, place: str, kind: str) -> Iterator[tuple[str, str]]:
    if not _is(rows, "rows"):
        yield place, f"begin each entry with [[{kind.partition('.')[2]}]]"
        return
    fields = dict(part.strip().split(" ") for part in _ROWS[kind].split(",") if part.strip())
    seen: set[str] = set()
    for number, row in enumerate(rows if fields else (), 1):
        here = f"{place}[{number}]"
        for field in sorted(row.keys() - {field.rstrip("?") for field in fields}):
            yield here, f"unknown field {field!r}; it has {', '.join(field.rstrip('?') for field in fields)}"
        for field, expected in fields.items():
            if field.rstrip("?") not in row:
                if not field.endswith("?"):
                    yield here, f"{field} is missing"
            elif not _is(value := row[field.rstrip("?")], expected):
                yield f"{here}.{field.rstrip('?')}", _EXPECTED[expected] + _why(value, expected)
            elif expected == "rows":
                yield from _row_faults(value, f"{here}.{field}", f"{kind}.{field}")
        if row.get("order", "any") not in _ORDERS:
            yield f"{here}.order", f"must be one of {', '.join(sorted(_ORDERS))}"
        if isinstance(id_ := row.get("id"), str):
            if id_ in seen:
                yield here, f"the id {id_!r} stands twice"
            seen.add(id_)


def _is(value: Any, expected: str) -> bool:
    if expected == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if expected == "pattern":
        return isinstance(value, str) and not _why(value, expected)
    if not isinstance(value, list):
        return {"text": isinstance(value, str) and bool(value.strip()), "flag": isinstance(value, bool)}.get(
            expected, expected == "any"
        )
    item: Callable[[Any], bool] = {
        "texts": lambda one: _is(one, "text"),
        "nested": lambda one: _is(one, "texts"),
        "lists": lambda one: _is(one, "text") or _is(one, "texts"),
        "months": lambda one: isinstance(one, int) and 1 <= one <= 12,
        "rows": lambda one: isinstance(one, dict),
        "patterns": lambda one: _is(one, "pattern"),
        "any": lambda one: True,
    }.get(expected, lambda one: False)
    return all(map(item, value))


def _why(value: Any, expected: str) -> str:
    if expected == "pattern" and isinstance(value, str):
        try:
            re.compile(value)
        except re.error as error:
            return f": {error}"
    return ""


@cache
def _sources() -> str:
    """The code of the package, in which everything that it reads is named."""
    return "\n".join(path.read_text("utf-8") for path in sorted(Path(aimatch.__file__).parent.rglob("*.py")))


@cache
def _words() -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _sources()))


def _model() -> Iterator[str]:
    place, table = "models/status.toml", data.model("status")
    count = 0
    for field, expected in (
        ("unit", "number"),
        ("least_certainty", "number"),
        ("intercepts", "list"),
        ("weights", "table"),
    ):
        value = table.get(field)
        fits = {"list": isinstance(value, list), "table": isinstance(value, dict)}.get(expected) or _is(value, expected)
        if not fits:
            yield f"{place}: {field} is missing or no {expected}; make the file again with training/status_classifier.py"
        elif field == "intercepts":
            count = len(value or ())
    rows = table.get("weights")
    for name, row in {**(rows if isinstance(rows, dict) else {}), "intercepts": table.get("intercepts")}.items():
        if not isinstance(row, list) or len(row) != count or not all(_is(one, "number") for one in row):
            yield f"{place}: {name!r} must have a number for each of the {count} statuses"


def _unusable() -> Iterator[str]:
    """What the code can't make rules of."""
    told: dict[str, None] = {}
    for name, load in _loaders():
        try:
            load()
        except TaxonomyError as error:
            told.update(dict.fromkeys(error.problems))
        except Exception as error:  # whatever a wrong value makes the code stumble on
            files = sorted(set(re.findall(r'"(language/[a-z-]+)"', inspect.getsource(inspect.getmodule(load) or load))))
            told[
                f"{' or '.join(f'{one}.toml' for one in files) or 'language/'}: {name} can't use it: {_said(error)}"
            ] = None
    gc.unfreeze()  # what was set aside is not among the objects
    for pattern in [one for one in gc.get_objects() if isinstance(one, Deferred)]:
        try:
            _ = pattern.compiled
        except re.error as error:
            told[f"language/: a pattern made of its words can't be compiled: {error}: {pattern.pattern:.120}"] = None
    yield from told


def _said(error: Exception) -> str:
    return (
        f"{str(error.args[0])!r} is missing"
        if isinstance(error, KeyError) and error.args
        else f"{type(error).__name__}: {error}"
    )


def _loaders() -> Iterator[tuple[str, Callable[[], Any]]]:
    """The functions that make rules of the files once, by their names: those that keep their result and ask for nothing."""
    for module in pkgutil.walk_packages(aimatch.__path__, "aimatch."):
        if module.name.split(".")[1] in _ASIDE:
            continue
        for name, function in vars(importlib.import_module(module.name)).items():
            if hasattr(function, "cache_clear") and function.__module__ == module.name:
                asked = inspect.signature(function).parameters.values()
                if all(one.default is not one.empty for one in asked):
                    yield f"{module.name}.{name}", function


def _references(tables: Mapping[str, Any]) -> Iterator[str]:
    """Ids that are those of no skill, requirement or flag."""
    from aimatch.flags import HEURISTICS
    from aimatch.profile import load_profile, profile_names

    known = load_taxonomy()
    behaviours = {row["id"] for row in tables["language/behaviours"]["behaviour"]}
    for name, table in tables.items():
        for place, id_ in _ids(table, name.partition("/")[2]):
            if id_ not in known and id_ not in behaviours:
                yield f"{name}.toml: {place.partition('.')[2]}: {id_!r} is no id of a skill{_meant(known, id_)}"
    sets = tables["language/behaviours"]["sets"]
    for group in _texts([sets, tables["language/behaviours"]["behaviour"]]):
        if group[0] == "@" and group[1:] not in sets:
            yield f"language/behaviours.toml: {group!r} is none of its sets"
    asked = {one.id for role in profile_names() for one in load_profile(role).requirements}
    for kind, ids in (("requirement", asked), ("flag", {one.id for one in HEURISTICS})):
        for number, row in enumerate(tables["language/interview"][kind], 1):
            if row["id"] not in ids:
                yield f"language/interview.toml: {kind}[{number}]: {row['id']!r} is no id of a {kind}"


def _ids(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if _IDS.match(place) and not (isinstance(value, dict) and place not in _NAMED):
        yield from ((place, one) for one in ([value] if isinstance(value, str) else value))
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from _ids(below, f"{place}.{key}")
    elif isinstance(value, list):
        for number, below in enumerate(value, 1):
            if isinstance(below, dict):
                yield from _ids(below, f"{place}[{number}]")


def _texts(value: Any) -> Iterator[str]:
    """All texts within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _texts(below)


def _meant(known: Taxonomy, id_: str) -> str:
    near = [skill.id for skill in known.near(id_, 1)]
    return f"; is {near[0]} meant?" if near else ""
