"""Read labels, and say what is wrong with them: every mistake at once, each with its file, line, place and remedy."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import aimatch

Check = Callable[[Any], bool]
_STATUSES = ("asserted", "negated", "aspirational", "other-person")
_FLAGS = ("hype_without_production", "no_real_data_or_infra", "unsupported_skills", "keyword_stuffing", "timeline")


def _one_of(*choices: object) -> tuple[Check, str]:
    return lambda value: value in choices, f"give one of {', '.join(map(str, choices))}"


def _number(low: float, high: float, *, whole: bool = False) -> tuple[Check, str]:
    kinds = int if whole else (int, float)
    return (
        lambda value: isinstance(value, kinds) and not isinstance(value, bool) and low <= value <= high,
        f"give a {'whole ' * whole}number from {low} to {high}",
    )


def _is_date(value: Any) -> bool:
    try:
        return bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False


_TEXT = (lambda value: isinstance(value, str) and bool(value.strip()), "give a text")
_LIST = (lambda value: isinstance(value, list), "give a list, which may be empty")
_YEARS = (lambda value: value is None or _number(0, 80)[0](value), "give a number of years, or null")
_DATE = (_is_date, "give a day as 2026-11-30")
_MAP = (lambda value: isinstance(value, dict), "give an object, which may be empty")
#: For each file, what stands at a place: "[]" is each item of a list, "*" each value, and "?" ends what may be left out.
FIELDS: dict[str, dict[str, tuple[Check, str]]] = {
    "resumes": {
        "id": _TEXT, "as_of": _DATE, "text": _TEXT, "labels": _MAP, "labels.skills": _LIST,
        "labels.skills[].name": _TEXT, "labels.skills[].quote": _TEXT, "labels.skills[].near?": _TEXT,
        "labels.skills[].kind": _one_of("tech", "method", "soft", "other"), "labels.skills[].status": _one_of(*_STATUSES),
        "labels.requirements": _MAP, "labels.requirements.*": _one_of(0, 1, 2), "labels.fit": _number(0, 100),
        "labels.years_total?": _YEARS,
        "labels.degree?": _one_of("unknown", "none", "associate", "bachelor", "master", "phd"), "labels.flags": _MAP,
        **{f"labels.flags.{flag}": _one_of("yes", "no") for flag in _FLAGS},
    },
    "challenge": {
        "id": _TEXT, "group": _TEXT, "text": _TEXT, "as_of?": _DATE, "expect?": _LIST, "expect[].quote": _TEXT,
        "expect[].skill": _TEXT, "expect[].status?": _one_of(*_STATUSES), "expect[].start?": _number(0, 10**7, whole=True),
        "forbid?": _LIST, "forbid[].quote": _TEXT, "forbid[].skill": _TEXT, "forbid[].start?": _number(0, 10**7, whole=True),
        "absent?": _LIST, "expect_flags?": _LIST, "absent_flags?": _LIST, "expect_months?": _MAP,
        "expect_months.*": _number(0, 1000), "expect_months_total?": _number(0, 1000), "tolerance?": _number(0, 1000),
    },
    "jobs": {
        "id": _TEXT, "text": _TEXT, "labels": _MAP, "labels.requirements": _LIST, "labels.requirements[].name": _TEXT,
        "labels.requirements[].kind": _TEXT, "labels.requirements[].need": _one_of("must", "nice"),
        "labels.not_required?": _LIST, "labels.not_required[].quote": _TEXT, "labels.min_years_total?": _YEARS,
    },
    "spans": {
        "id": _TEXT, "text": _TEXT, "spans": _LIST, "spans[].start": _number(0, 10**7, whole=True),
        "spans[].end": _number(1, 10**7, whole=True), "spans[].label": _TEXT,
    },
}  # fmt: skip
#: Where a list holds quotes or places of the row's text.
_QUOTED = {"resumes": ("labels.skills",), "challenge": ("expect", "forbid"), "spans": ("spans",)}


def rows_of(path: Path, part: str) -> list[dict[str, Any]]:
    """The rows of a file of one part.

    Raises:
        SystemExit: Something is wrong with them; the message tells what, and where.
    """
    rows, faults = [], []
    seen: dict[str, int] = {}
    try:
        lines = path.read_text("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise SystemExit(f"{path}: is no UTF-8 text ({error}); save it as such") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            faults.append(f"{path}:{number}: is no JSON: {error}; write one object a line")
            continue
        if not isinstance(row, dict):
            faults.append(f"{path}:{number}: is no JSON object; write one object a line")
            continue
        found = [fault for place, check in FIELDS[part].items() for fault in _faults(row, place.split("."), "", *check)]
        found = list(dict.fromkeys(found)) or list(_misplaced(row, part))
        if (id_ := str(row.get("id"))) in seen:
            found.append(f"id {id_!r} is also that of line {seen[id_]}; give each row its own")
        seen.setdefault(id_, number)
        faults += [f"{path}:{number}: {fault}" for fault in found]
        rows.append(row)
    if faults:
        raise SystemExit("\n".join((*faults, f"{len(faults)} mistake{'s' * (len(faults) > 1)} in {path}")))
    return rows


def _faults(value: Any, path: list[str], place: str, check: Check, remedy: str) -> Iterator[str]:
    """What is wrong at the end of a path within a value that itself is as it should be."""
    name, *rest = path
    items = name.endswith("[]")
    key = name.removesuffix("[]").rstrip("?")
    if not isinstance(value, dict):
        return  # told where this value itself is checked
    keys = list(value) if key == "*" else [key]
    for one in keys:
        here = f"{place}.{one}" if place else one
        if one not in value:
            if not rest and not items and not name.endswith("?"):
                yield f"{here} is missing; {remedy}"
        elif items:
            for number, item in enumerate(value[one] if isinstance(value[one], list) else ()):
                if not isinstance(item, dict):
                    yield f"{here}[{number}] is {item!r:.40}; give an object"
                else:
                    yield from _faults(item, rest, f"{here}[{number}]", check, remedy)
        elif rest:
            yield from _faults(value[one], rest, here, check, remedy)
        elif not check(value[one]):
            yield f"{here} is {value[one]!r:.60}; {remedy}"


def _misplaced(row: dict[str, Any], part: str) -> Iterator[str]:
    """Quotes that the text does not hold, and places that are not those of what is quoted."""
    text = row["text"]
    if part == "resumes":
        asked = {one.id for one in aimatch.load_profile("ai-engineer").requirements}
        for one in row["labels"]["requirements"].keys() - asked:
            yield f"labels.requirements.{one} is no requirement of the AI engineer; `aimatch profile show` lists them"
    for path in _QUOTED.get(part, ()):
        items: Any = row
        for name in path.split("."):
            items = items.get(name, ())
        for number, item in enumerate(items):
            here, quote = f"{path}[{number}]", item.get("quote")
            if quote is None and not item["start"] < item["end"] <= len(text):
                yield f"{here} is {item['start']} to {item['end']} of {len(text)} characters; count from 0 to behind the last"
            elif quote is not None and quote not in text:
                yield f"{here}.quote {quote!r:.60} is not in the text; copy it letter by letter"
            elif quote is not None and text[(at := item.get("start", text.find(quote))) : at + len(quote)] != quote:
                yield f"{here}.start is {at}, where the text reads {text[at : at + len(quote)]!r:.60}; {quote!r} is at {text.find(quote)}"
            if "near" in item and not (item["near"] in text and str(quote) in item["near"]):
                yield f"{here}.near {item['near']!r:.60} must be a part of the text that holds the quote"
