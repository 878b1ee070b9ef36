"""Reads JSON Resume (jsonresume.org, schema 1.0.0): writes it out as a resume in plain words.

The text has the headings and lines of an ordinary resume, so that everything downstream works on it unchanged. Every
string that holds content appears, those of unknown keys too; pictures, ``$schema`` and ``meta`` hold none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from aimatch.dates import find_ranges
from aimatch.errors import LimitExceeded, ReadError
from aimatch.model import Document
from aimatch.readers.flow import BULLET, Flow
from aimatch.readers.limits import Limits
from aimatch.readers.text import decode

_SCHEMA = "see https://jsonresume.org/schema"
_NO_CONTENT = frozenset({"$schema", "meta", "image", "picture"})
_PRESENT = "Present"

# Section -> heading and, for its entries: the parts of the first line, and those written under it as lines.
_SECTIONS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "work": ("EXPERIENCE", ("position", "name", "company", "location"), ("description", "summary")),
    "volunteer": ("VOLUNTEER EXPERIENCE", ("position", "organization", "location"), ("summary",)),
    "education": ("EDUCATION", ("studyType", "area", "institution", "location"), ("score",)),
    "projects": ("PROJECTS", ("name", "entity", "type"), ("description",)),
    "skills": ("SKILLS", ("name", "level"), ()),
    "certificates": ("CERTIFICATIONS", ("name", "issuer", "date"), ()),
    "publications": ("PUBLICATIONS", ("name", "publisher", "releaseDate"), ("summary",)),
    "awards": ("AWARDS", ("title", "awarder", "date"), ("summary",)),
    "languages": ("LANGUAGES", ("language", "fluency"), ()),
    "interests": ("INTERESTS", ("name",), ()),
    "references": ("REFERENCES", ("name",), ("reference",)),
}
_LABELLED = {"score": "Grade"}
_DATES = ("startDate", "endDate")
# What programs write behind a day: "2021-05-01T00:00:00.000Z".
_TIME_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.S)
# A start that any end may follow: "present" is a date only behind one.
_EARLIEST = "1950"
_LISTED = ("highlights", "courses")
_INLINE = ("keywords", "roles")
_BASICS = ("name", "label")
_CONTACT = ("email", "phone", "url", "website")


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """The resume that a JSON file describes.

    Raises:
        ReadError: It is no valid JSON, or no JSON Resume; the error says where.
        LimitExceeded: It is nested too deeply, or holds more text than ``limits`` allow.
    """
    text, notes = decode(data, name)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadError(
            f"is no valid JSON: {error.msg}",
            source=name,
            place=f"line {error.lineno}, column {error.colno}",
            remedy="mend it there, or export it again",
        ) from error
    except RecursionError as error:
        raise LimitExceeded("nests its objects too deeply", source=name, remedy=_SCHEMA) from error
    except ValueError as error:  # a number of more digits than Python converts
        raise ReadError(f"holds a number that can't be read: {error}", source=name, remedy=_SCHEMA) from error
    return _write(value, data, name, limits, notes)


def read_mapping(value: Mapping[str, Any], name: str | None, limits: Limits) -> Document:
    """The resume that a dict describes. Its digest is that of its JSON with sorted keys and without spaces.

    Raises:
        ReadError: It is no JSON Resume, or holds values that JSON has no form for.
        LimitExceeded: It is nested too deeply, or holds more text than ``limits`` allow.
    """
    try:
        canonical = json.dumps(dict(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        data = canonical.encode("utf-8", "surrogatepass")
    except (TypeError, ValueError) as error:
        raise ReadError(
            f"the dict can't be written as JSON: {error}", source=name, remedy="give dates as strings, such as 2021-05"
        ) from error
    except RecursionError as error:
        raise LimitExceeded("nests its objects too deeply", source=name, remedy=_SCHEMA) from error
    if len(data) > limits.max_bytes:
        raise LimitExceeded(
            f"is larger than {limits.max_bytes:,} bytes", source=name, remedy="raise Limits.max_bytes if it is a resume"
        )
    return _write(value, data, name, limits, ())


def _write(value: object, data: bytes, name: str | None, limits: Limits, notes: tuple[str, ...]) -> Document:
    problems = list(_problems(value))
    if problems:
        raise ReadError(
            f"is no JSON Resume: {'; '.join(problems[:10])}",
            source=name,
            place=problems[0].partition(" ")[0] if len(problems) == 1 else None,
            remedy=_SCHEMA,
        )
    assert isinstance(value, Mapping)
    flow = Flow(name=name, limits=limits)
    for note in notes:
        flow.note(note)
    writer = _Writer(flow, name, limits)
    writer.basics(value.get("basics") or {})
    for key, (heading, first, under) in _SECTIONS.items():
        writer.section(heading, value.get(key) or [], first, under)
    for key, rest in value.items():
        if key != "basics" and key not in _SECTIONS and key not in _NO_CONTENT:
            writer.other(str(key), rest)
    return flow.document(format="json-resume", data=data)


def _problems(value: object) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"$ is {_kind(value)}, not an object"]
    known = [key for key in ("basics", *_SECTIONS) if value.get(key) is not None]
    if not known:
        return [f"$ has none of the keys basics, {', '.join(_SECTIONS)}"]
    problems = []
    if value.get("basics") is not None and not isinstance(value["basics"], Mapping):
        problems.append(f"$.basics is {_kind(value['basics'])}, not an object")
    for key in known:
        if key in _SECTIONS and not isinstance(value[key], (list, tuple)):
            problems.append(f"$.{key} is {_kind(value[key])}, not a list")
        elif key in _SECTIONS:
            # A bare string where an object belongs ("skills": ["Python"]) says what it means.
            problems += [
                f"$.{key}[{index}] is {_kind(entry)}, not an object"
                for index, entry in enumerate(value[key])
                if not isinstance(entry, (Mapping, str)) and entry is not None
            ]
    return problems


def _kind(value: object) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", str: "a string", list: "a list"}
    return "null" if value is None else kinds.get(type(value), "an object")


def _words(value: object) -> str:
    """A scalar as text; empty for nothing and for containers."""
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


class _Writer:
    def __init__(self, flow: Flow, name: str | None, limits: Limits) -> None:
        self._flow = flow
        self._name = name
        self._limits = limits

    def _line(self, text: str) -> None:
        if text.strip():
            self._flow.count(len(text))
            self._flow.line(text)

    def basics(self, basics: Mapping[str, Any]) -> None:
        for key in _BASICS:
            self._line(_words(basics.get(key)))
        location = basics.get("location")
        place = ", ".join(filter(None, map(_words, location.values()))) if isinstance(location, Mapping) else ""
        contact = [place or _words(location), *(_words(basics.get(key)) for key in _CONTACT)]
        self._line(" | ".join(filter(None, contact)))
        for profile in basics.get("profiles") or []:
            if isinstance(profile, Mapping):
                self._line(" | ".join(filter(None, map(_words, profile.values()))))
        if _words(basics.get("summary")):
            self._heading("SUMMARY")
            self._line(_words(basics.get("summary")))
        written = {*_BASICS, *_CONTACT, "location", "profiles", "summary", *_NO_CONTENT}
        self._rest({key: value for key, value in basics.items() if key not in written}, 0)

    def _heading(self, heading: str) -> None:
        self._flow.gap()
        self._line(heading)

    def section(self, heading: str, entries: Sequence[Any], first: tuple[str, ...], under: tuple[str, ...]) -> None:
        if any(entries):
            self._heading(heading)
        entries = [{first[0]: entry} if isinstance(entry, str) else entry for entry in entries if entry]
        for index, entry in enumerate(entries):
            if index and (under or any(key in entry for key in (*_DATES, *_LISTED))):
                self._flow.gap()
            self._entry(entry, first, under)

    def _entry(self, entry: Mapping[str, Any], first: tuple[str, ...], under: tuple[str, ...]) -> None:
        parts = [_words(entry.get(key)) for key in first]
        if first[0] == "studyType" and all(parts[:2]):
            parts[:2] = [f"{parts[0]} in {parts[1]}"]
        dates = [self._date(key, _words(entry.get(key))) for key in _DATES]
        if first[0] == "position" and dates[0] and not dates[1]:
            # The schema leaves out the end of what still lasts; for studies and projects it may only be unknown.
            dates[1] = _PRESENT
        parts.append(" \N{EN DASH} ".join(filter(None, dates)))
        head = ", ".join(filter(None, parts))
        listed = [", ".join(filter(None, map(_words, _listed(entry.get(key))))) for key in _INLINE]
        self._line(": ".join(filter(None, [head, "; ".join(filter(None, listed))])))
        for key in under:
            if words := _words(entry.get(key)):
                self._line(f"{_LABELLED[key]}: {words}" if key in _LABELLED else words)
        for key in _LISTED:
            for item in _listed(entry.get(key)):
                self._line(f"{BULLET}{words}" if (words := _words(item)) else "")
        single, several = {*first, *under, *_DATES}, {*_LISTED, *_INLINE}
        for key, value in entry.items():
            if key in several and not isinstance(value, Mapping):
                # What stands in a known place but in an unknown form is written as well.
                self._value(key, [item for item in _listed(value) if not _words(item)], 0)
            elif key not in _NO_CONTENT and not (key in single and _words(value)):
                self._value(str(key), value, 0)

    def _date(self, key: str, written: str) -> str:
        """A date as written, without a time of day; what is none is noted, since months are counted from it."""
        day = _TIME_OF_DAY.sub("", written)
        if day and not find_ranges(day) and find_ranges(f"{_EARLIEST} \N{EN DASH} {day}")[0].single:
            self._flow.note(f"{key} {day[:40]!r} is no date; write one as 2021-05")
        return day

    def other(self, key: str, value: object) -> None:
        if value in (None, "", [], {}):
            return
        self._heading(key.replace("_", " ").upper())
        self._value("", value, 0)

    def _rest(self, values: Mapping[str, Any], depth: int) -> None:
        for key, value in values.items():
            self._value(str(key), value, depth)

    def _value(self, key: str, value: object, depth: int) -> None:
        if depth > self._limits.max_depth:
            raise LimitExceeded(
                f"nests its objects deeper than {self._limits.max_depth} levels", source=self._name, remedy=_SCHEMA
            )
        if isinstance(value, Mapping):
            self._rest(value, depth + 1)
        elif isinstance(value, (list, tuple)):
            for item in value:
                if isinstance(item, (Mapping, list, tuple)):
                    self._value(key, item, depth + 1)
                else:
                    self._line(f"{BULLET}{words}" if (words := _words(item)) else "")
        elif words := _words(value):
            self._line(f"{key}: {words}" if key else words)


def _listed(value: object) -> Sequence[object]:
    if isinstance(value, (list, tuple)):
        return value
    return [] if value is None or isinstance(value, Mapping) else [value]
