"""Reads JSON Resume (jsonresume.org, schema 1.0.0): writes it out as a resume in plain words.

The text has the headings and lines of an ordinary resume, so that everything downstream works on it unchanged. Every
string that holds content appears, those of unknown keys too; identifiers, addresses, pictures, ``$schema`` and ``meta``
hold none (:func:`~aimatch.readers.json_values.holds_content`). HTML in a string is read as a browser shows it, and what the
data name as title and employer, degree, area and school is marked as such in ``Document.fields``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from aimatch.errors import LimitExceeded, ReadError
from aimatch.model import Document
from aimatch.model.document import FieldKind
from aimatch.readers.flow import BULLET, Flow
from aimatch.readers.json_values import PRESENT, date_of, holds_content, is_missing, on_one_line, words
from aimatch.readers.limits import Limits
from aimatch.readers.markup import unmarked
from aimatch.readers.text import decode

_SCHEMA = "see https://jsonresume.org/schema"

# Section -> heading and, for its entries: the parts of the first line, and those written under it as lines.
_SECTIONS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "work": ("EXPERIENCE", ("position", "name", "company"), ("description", "summary")),
    "volunteer": ("VOLUNTEER EXPERIENCE", ("position", "organization"), ("summary",)),
    "education": ("EDUCATION", ("studyType", "area", "institution"), ("score",)),
    "projects": ("PROJECTS", ("name", "entity", "type"), ("description",)),
    "skills": ("SKILLS", ("name", "level"), ()),
    "certificates": ("CERTIFICATIONS", ("name", "issuer", "date"), ()),
    "publications": ("PUBLICATIONS", ("name", "publisher", "releaseDate"), ("summary",)),
    "awards": ("AWARDS", ("title", "awarder", "date"), ("summary",)),
    "languages": ("LANGUAGES", ("language", "fluency"), ()),
    "interests": ("INTERESTS", ("name",), ()),
    "references": ("REFERENCES", ("name",), ("reference",)),
}
# How far somebody has something: "none" there says that it is not at all.
_DEGREES = frozenset({"level", "fluency"})
_LABELLED = {"score": "Grade"}
_DATES = ("startDate", "endDate")
#: What the fields of the first line of a course of study name.
_STUDIED: tuple[FieldKind, ...] = ("degree", "area", "school", "begun")
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
            place=problems[0].partition(" ")[0] if problems[0][0] == "$" and not problems[1:] else None,
            remedy=_SCHEMA,
        )
    assert isinstance(value, Mapping)
    flow = Flow(name=name, limits=limits)
    for note in notes:
        flow.note(note)
    writer = _Writer(flow, name, limits)
    given = {key: part for key, part in value.items() if not is_missing(part)}
    writer.basics(given.get("basics", {}))
    for key, (heading, first, under) in _SECTIONS.items():
        writer.section(heading, given.get(key, []), first, under)
    for key, rest in given.items():
        if key != "basics" and key not in _SECTIONS and holds_content(str(key)):
            writer.other(str(key), rest)
    return flow.document(format="json-resume", data=data)


def _problems(value: object) -> list[str]:
    if not isinstance(value, Mapping):
        return [f"it is {_kind(value)}, not an object{': one call for each' if isinstance(value, list) else ''}"]
    known = [key for key in ("basics", *_SECTIONS) if not is_missing(value.get(key))]
    if not known or "input_sha256" in value:
        return [f"it has none of the keys basics, {', '.join(_SECTIONS)}" if not known else "it is a report of aimatch"]
    problems = []
    if "basics" in known and not isinstance(value["basics"], Mapping):
        problems.append(f"$.basics is {_kind(value['basics'])}, not an object")
    for key in known:
        if key in _SECTIONS and not isinstance(value[key], (list, tuple)):
            problems.append(f"$.{key} is {_kind(value[key])}, not a list")
        elif key in _SECTIONS:
            # A bare string where an object belongs ("skills": ["Python"]) says what it means.
            problems += [
                f"$.{key}[{index}] is {_kind(entry)}, not an object"
                for index, entry in enumerate(value[key])
                if not isinstance(entry, (Mapping, str)) and not is_missing(entry)
            ]
    return problems


def is_resume(text: str) -> bool:
    """Whether a text is, from end to end, the JSON of a resume or of a list of them."""
    if not (text := text.strip()).startswith(("{", "[")) or not text.endswith(("}", "]")):
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    one = value[0] if isinstance(value, list) and value else value
    return isinstance(one, Mapping) and any(key in one for key in ("basics", *_SECTIONS))


def _kind(value: object) -> str:
    kinds = {bool: "a truth value", int: "a number", float: "a number", str: "a string", list: "a list"}
    return "null" if value is None else kinds.get(type(value), "an object")


class _Writer:
    def __init__(self, flow: Flow, name: str | None, limits: Limits) -> None:
        self._flow = flow
        self._name = name
        self._limits = limits

    def _line(self, text: str) -> None:
        if text.strip():
            self._flow.count(len(text))
            self._flow.line(text)

    def _text(self, value: object) -> str:
        """A value's words, as a browser shows them where they hold HTML; what that hides is noted as hidden."""
        text = words(value)
        if "<" in text or "&" in text:
            text, page = unmarked(text, self._limits)
            for hidden in page.hidden if page else ():
                self._flow.seal()
                self._flow.hide(hidden.quote, technique=hidden.technique, place=hidden.place)
        return text

    def _part(self, value: object, *, blank: bool = False) -> str:
        return on_one_line(self._text(value), blank=blank)

    def basics(self, basics: Mapping[str, Any]) -> None:
        for key in _BASICS:
            self._line(self._part(basics.get(key)))
        location = basics.get("location")
        places = location.values() if isinstance(location, Mapping) else (location,)
        place = ", ".join(filter(None, map(self._part, places)))
        self._line(" | ".join(filter(None, [place, *(self._part(basics.get(key)) for key in _CONTACT)])))
        for profile in _listed(basics.get("profiles")):
            if isinstance(profile, Mapping):
                self._line(" | ".join(filter(None, map(self._part, profile.values()))))
        if summary := self._text(basics.get("summary")):
            self._heading("SUMMARY")
            self._line(summary)
        written = {*_BASICS, *_CONTACT, "location", "profiles", "summary"}
        self._rest({key: value for key, value in basics.items() if key not in written}, 0)

    def _heading(self, heading: str) -> None:
        self._flow.gap()
        self._line(heading)

    def section(self, heading: str, entries: Sequence[Any], first: tuple[str, ...], under: tuple[str, ...]) -> None:
        entries = [
            {first[0]: entry} if isinstance(entry, str) else entry
            for entry in entries
            if entry and not is_missing(entry)
        ]
        if entries:
            self._heading(heading)
        for index, entry in enumerate(entries):
            if index and (under or any(key in entry for key in (*_DATES, *_LISTED))):
                self._flow.gap()
            self._entry(entry, first, under)

    def _entry(self, entry: Mapping[str, Any], first: tuple[str, ...], under: tuple[str, ...]) -> None:
        parts = [self._part(entry.get(key), blank=key in _DEGREES) for key in first]
        if parts[-1] in parts[:-1]:
            parts[-1] = ""  # the employer under the key of the schema and under that of an earlier one
        fields = [*parts]
        if first[0] == "studyType" and all(parts[:2]):
            parts[:2] = [" in ".join(parts[:2])]
        start, end = (self._date(key, entry.get(key)) for key in _DATES)
        start = "" if start == PRESENT else start
        if first[0] == "position" and start and is_missing(entry.get("endDate")):
            # The schema leaves out the end of what still lasts; for studies and projects it may only be unknown.
            end = PRESENT
        # A word for the present is a date only behind a start.
        parts.append(" \N{EN DASH} ".join(filter(None, (start, end))) if start or end != PRESENT else "")
        head = ", ".join(filter(None, parts))
        listed = [", ".join(filter(None, map(self._part, _listed(entry.get(key))))) for key in _INLINE]
        self._line(": ".join(filter(None, [head, "; ".join(filter(None, listed))])))
        if first[0] == "position" and head:
            self._flow.named("title", fields[0])
            self._flow.named("employer", next(filter(None, fields[1:]), ""))
        if first[0] == "studyType" and head:
            for kind, text in zip(_STUDIED, (*fields, start * (not end)), strict=True):
                self._flow.named(kind, text)
        for key in under:
            if text := self._text(entry.get(key)):
                self._line(f"{_LABELLED[key]}: {text}" if key in _LABELLED else text)
        for key in _LISTED:
            for item in _listed(entry.get(key)):
                self._item(item)
        single, several = {*first, *under, *_DATES}, {*_LISTED, *_INLINE}
        for key, value in entry.items():
            if key in several and not isinstance(value, Mapping):
                # What stands in a known place but in an unknown form is written as well.
                self._value(key, [item for item in _listed(value) if not words(item)], 0)
            elif not (key in single and words(value)) and not (
                key in _DATES and isinstance(value, Mapping) and "year" in value
            ):
                self._value(str(key), value, 0)

    def _item(self, item: object) -> None:
        text = self._text(item)
        self._line(text if not text or text.startswith(BULLET) else f"{BULLET}{text}")

    def _date(self, key: str, value: object) -> str:
        """A date as it is sure to be read; what is none is noted and left out, so that the other one is read."""
        day, clear = date_of(value)
        if not clear:
            self._flow.note(f"{key} {str(value)[:40]!r} is no date; write one as 2021-05")
        return day

    def other(self, key: str, value: object) -> None:
        if value in ([], {}):
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
        if not holds_content(key):
            return
        if isinstance(value, Mapping):
            self._rest(value, depth + 1)
        elif isinstance(value, (list, tuple)):
            for item in value:
                if isinstance(item, (Mapping, list, tuple)):
                    self._value(key, item, depth + 1)
                else:
                    self._item(item)
        elif text := self._text(value):
            self._line(f"{key}: {text}" if key else text)


def _listed(value: object) -> Sequence[object]:
    one = [] if value is None or isinstance(value, Mapping) else [value]
    return value if isinstance(value, (list, tuple)) else one
