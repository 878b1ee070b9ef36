"""The pedantic check of the skill files: every problem at once, each with its file and entry.

Structure, references and names are checked here; the examples in the entries are run by
:mod:`aimatch.examples`, which needs the matcher.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from aimatch import data
from aimatch.taxonomy import forms
from aimatch.taxonomy.skill import groups, is_group
from aimatch.wordlist import holds

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_KINDS = {"technology", "method", "soft", "credential"}
_TEXT = {"id", "name", "kind", "source", "onet", "esco", "wikidata"}
_LISTS = {"broader", "aliases", "phrases", "shows", "examples", "counter_examples"}
_FIELDS = _TEXT | _LISTS | {"related", "ambiguous", "variants", "released"}
_FORM_FIELDS = {"form", "case", "trust", "context", "against", "never"}
_CASES = {"exact", "upper-initial", "any"}
_TRUSTS = {"open", "neighbours", "technical", "context"}
#: What follows from a word of these fields that is part of the form: what stands around the form no longer matters.
_ALWAYS = {
    "context": "it always speaks for it; leave it out, or make the form an alias if it is safe anywhere",
    "against": "it always speaks against it; leave it out, or leave the form out",
}
_RELATIONS = ("broader", "related")
_FIRST_YEAR = 1950  # no technology in the taxonomy is older than the first compilers


def problems(tables: Mapping[str, Any]) -> list[str]:
    """Everything wrong with the parsed skill files, in order of file and entry; empty when all is well.

    Args:
        tables: Parsed files by relative path without suffix, as :func:`aimatch.data.skill_tables` returns them.
    """
    found: list[str] = []
    entries: dict[str, Mapping[str, Any]] = {}
    home: dict[str, str] = {}
    for file, table in tables.items():
        found += [f"{file}.toml: unknown table {name!r}" for name in table if name != "skill"]
        ids = []
        rows = table.get("skill", [])
        if not isinstance(rows, list):
            found.append(f"{file}.toml: skill must be a list of tables: begin each entry with [[skill]]")
            continue
        for number, entry in enumerate(rows, 1):
            if not isinstance(entry, dict):
                found.append(f"{file}.toml: entry {number} must be a table of fields: begin it with [[skill]]")
                continue
            place = f"{file}.toml: {entry.get('id', f'entry {number}')}"
            faults = [f"{place}: {fault}" for fault in _shape(entry)]
            found += faults
            id_ = entry.get("id")
            if not isinstance(id_, str):
                continue
            if id_ in home:
                found.append(f"{place}: the id is also in {home[id_]}.toml")
                continue
            home[id_] = file
            ids.append(id_)
            # Of a faulty entry what can be read is still checked, so that all its mistakes are told at once.
            entries[id_] = (
                {field: entry[field] for field in _RELATIONS if _is_readable(field, entry)} if faults else entry
            )
        found += [f"{file}.toml: {b} stands after {a}; sort by id" for a, b in pairwise(ids) if b < a]
    found += _references(entries, home)
    found += _names({id_: entry for id_, entry in entries.items() if "name" in entry}, home)
    return found


def _is_readable(field: str, entry: Mapping[str, Any]) -> bool:
    kind = dict if field == "related" else list
    return isinstance(entry.get(field), kind) and all(isinstance(one, str) for one in entry[field])


def _shape(entry: Mapping[str, Any]) -> Iterator[str]:
    for field in ("id", "name", "kind", "source"):
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            yield f"{field} is missing or no text"
    for field in sorted(set(entry) - _FIELDS):
        yield f"unknown field {field!r}"
    for field in sorted(_TEXT & set(entry)):
        if not isinstance(entry[field], str):
            yield f"{field} must be text"
    if isinstance(entry.get("id"), str) and not _ID.match(entry["id"]):
        yield "the id must be lower-case letters and digits joined by single hyphens"
    if not _is_one_of(entry.get("kind"), _KINDS):
        yield f"kind must be one of {', '.join(sorted(_KINDS))}"
    for field in sorted(_LISTS & set(entry)):
        value = entry[field]
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            yield f"{field} must be a list of texts, none empty"
        elif len(set(value)) < len(value):
            yield f"{field} holds a text twice"
    related = entry.get("related", {})
    if not isinstance(related, dict):
        yield "related must be a table of id = transfer"
    else:
        for other, transfer in related.items():
            if not isinstance(transfer, int | float) or not 0.1 <= transfer <= 0.7:
                yield f"related.{other}: the transfer must lie in 0.1 to 0.7"
    yield from _values(entry)
    for alias in entry.get("aliases", ()) if _is_readable("aliases", entry) else ():
        word = alias.lower()
        plain = word in _plain() and entry.get("kind") in {"technology", "credential"}
        if len(word) < 2 or (plain and word not in str(entry.get("name")).lower()):
            yield f"the alias {alias!r} is a plain word, a first name or one letter: make it ambiguous"
    if entry.get("released") is not None and entry.get("kind") not in {"technology", "method"}:
        yield "only technologies and methods have a release year"
    ambiguous = entry.get("ambiguous", [])
    if not isinstance(ambiguous, list):
        yield "ambiguous must be a list of tables"
        return
    for number, form in enumerate(ambiguous):
        for fault in _form_shape(form):
            yield f"ambiguous[{number}]: {fault}"


def _values(entry: Mapping[str, Any]) -> Iterator[str]:
    released, last = entry.get("released"), date.today().year + 1
    if released is not None and (not isinstance(released, int) or not _FIRST_YEAR <= released <= last):
        yield f"released must be a year from {_FIRST_YEAR} to {last}"
    if not isinstance(entry.get("variants", True), bool):
        yield "variants must be true or false"
    for phrase in entry.get("phrases", ()) if _is_readable("phrases", entry) else ():
        if forms.has_loose_bar(phrase):
            yield f"phrases: {phrase!r}: write alternatives as (one|other)"


@cache
def _plain() -> frozenset[str]:
    usage = data.table("language/usage")
    common = data.table("language/generic-words")["common"]
    return frozenset(word.lower() for words in (usage["small_words"], usage["given_names"], common) for word in words)


def _form_shape(form: Any) -> Iterator[str]:
    if not isinstance(form, dict) or not isinstance(form.get("form"), str) or not form["form"].strip():
        yield "needs a form"
        return
    for field in sorted(set(form) - _FORM_FIELDS):
        yield f"unknown field {field!r}"
    if not _is_one_of(form.get("case", "exact"), _CASES):
        yield f"case must be one of {', '.join(sorted(_CASES))}"
    if not _is_one_of(form.get("trust", "neighbours"), _TRUSTS):
        yield f"trust must be one of {', '.join(sorted(_TRUSTS))}"
    shapes = [forms.normal(text) for text in forms.alternatives(form["form"])]
    for field in ("context", "against", "never"):
        listed = form.get(field, [])
        if not isinstance(listed, list) or not all(isinstance(word, str) and word.strip() for word in listed):
            yield f"{field} must be a list of texts, none empty"
        elif field in _ALWAYS:
            for word in listed:
                if is_group(word) and word[1:] not in groups():
                    yield f"{field}: {word!r} is no group of language/contexts.toml: {', '.join(groups())}"
                if any(holds(bare, forms.normal(word)) for bare in shapes):
                    yield f"{field}: {word!r} stands in {form['form']!r} itself, so {_ALWAYS[field]}"
    if form.get("trust") == "context" and not form.get("context"):
        yield "trust is context, yet no context is given"
    never = form.get("never", [])
    for phrase in never if isinstance(never, list) else ():
        if isinstance(phrase, str) and not any(bare in forms.normal(phrase) for bare in shapes):
            yield f"never: {phrase!r} does not contain {form['form']!r}"


def _is_one_of(value: Any, allowed: set[str]) -> bool:
    return isinstance(value, str) and value in allowed


def _references(entries: Mapping[str, Mapping[str, Any]], home: Mapping[str, str]) -> Iterator[str]:
    for id_, entry in entries.items():
        for field in ("broader", "related"):
            for other in entry.get(field, ()):
                if other not in entries:
                    yield f"{home[id_]}.toml: {id_}: {field} names the unknown id {other!r}"
                if other == id_:
                    yield f"{home[id_]}.toml: {id_}: {field} names the skill itself"
    for id_ in entries:
        path, seen = [id_], set()
        while path:
            for other in entries.get(path.pop(), {}).get("broader", ()):
                if other == id_:
                    yield f"{home[id_]}.toml: {id_}: is broader than itself"
                    path.clear()
                    break
                if other not in seen:
                    seen.add(other)
                    path.append(other)


def _names(entries: Mapping[str, Mapping[str, Any]], home: Mapping[str, str]) -> Iterator[str]:
    safe: dict[str, str] = {}
    for id_, entry in entries.items():
        unsure = {forms.normal(text) for text in _unsure(entry)}
        # A phrase with alternatives yields to whatever is written out elsewhere, so it cannot clash.
        phrases = [
            phrase
            for field in ("phrases", "shows")
            for phrase in entry.get(field, ())
            if len(forms.alternatives(phrase)) == 1
        ]
        for form in (entry["name"], *entry.get("aliases", ()), *phrases):
            shape = forms.normal(form)
            if shape in unsure and (form == entry["name"] or form in entry.get("shows", ())):
                continue
            if shape in unsure:
                yield f"{home[id_]}.toml: {id_}: {form!r} is both an alias and ambiguous"
            elif safe.setdefault(shape, id_) != id_:
                yield f"{home[id_]}.toml: {id_}: {form!r} is also a form of {safe[shape]}"
    for id_, entry in entries.items():
        for text in _unsure(entry):
            owner = safe.get(forms.normal(text))
            if owner is not None and owner != id_:
                yield f"{home[owner]}.toml: {owner}: its form {text!r} is ambiguous: it may also mean {id_}"


def _unsure(entry: Mapping[str, Any]) -> Iterator[str]:
    """The ambiguous forms of an entry, each alternative by itself."""
    return (text for form in entry.get("ambiguous", ()) for text in forms.alternatives(form["form"]))
