"""A skill, as an entry of the taxonomy describes it. The fields are documented in ``skill_taxonomy/README.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from aimatch import data
from aimatch.model import Kind
from aimatch.taxonomy.forms import alternatives, normal
from aimatch.wordlist import holds

Trust = Literal["open", "neighbours", "technical", "context"]
Case = Literal["exact", "upper-initial", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbiguousForm:
    """A name that means the skill only in some places, and what settles it; its words in their normal shape."""

    form: str
    case: Case = "exact"
    trust: Trust = "neighbours"
    context: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill. ``broader`` holds the closest broader ids; ``related`` pairs of (id, transfer credit 0..1).

    ``released`` is the year of a technology's first release or a method's first publication, ``source`` where the entry comes from; ``onet``, ``esco`` and
    ``wikidata`` are its ids there, where known. ``skill_taxonomy/README.md`` tells of every field.
    """

    id: str
    name: str
    kind: Kind
    source: str
    broader: tuple[str, ...] = ()
    related: tuple[tuple[str, float], ...] = ()
    aliases: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    ambiguous: tuple[AmbiguousForm, ...] = ()
    variants: bool = True
    released: int | None = None
    onet: str | None = None
    esco: str | None = None
    wikidata: str | None = None
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()


def ambiguous_form(form: Mapping[str, Any]) -> AmbiguousForm:
    """An ambiguous form, as an entry describes it."""
    return AmbiguousForm(
        form=form["form"],
        case=form.get("case", "exact"),
        trust=form.get("trust", "neighbours"),
        context=tuple(normal(word) for word in form.get("context", ())),
        against=tuple(normal(word) for word in form.get("against", ())),
        never=tuple(form.get("never", ())),
    )


def with_groups(form: AmbiguousForm) -> AmbiguousForm:
    """An ambiguous form with the words of the groups that it names ("@models"), but for those that it holds itself."""
    if not any(map(is_group, (*form.context, *form.against))):
        return form
    bare = normal(form.form)
    return replace(form, context=_spelled_out(form.context, bare), against=_spelled_out(form.against, bare))


def _spelled_out(words: tuple[str, ...], bare: str) -> tuple[str, ...]:
    own = dict.fromkeys(word for word in words if not is_group(word))
    shared = (each for word in words if is_group(word) for each in groups().get(word[1:], ()))
    return tuple(own | dict.fromkeys(word for word in shared if not holds(bare, word)))


def is_group(word: str) -> bool:
    """Whether a word of a rule names a group."""
    return word.startswith("@") and len(word) > 1


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """The groups of words that a form may name, in their normal shape."""
    return {name: tuple(map(normal, words)) for name, words in data.table("language/contexts")["groups"].items()}


def from_entry(entry: Mapping[str, Any]) -> Skill:
    """The skill that an entry describes. The entry has been checked (see :mod:`aimatch.taxonomy.check`)."""
    return Skill(
        id=entry["id"],
        name=entry["name"],
        kind=entry["kind"],
        source=entry["source"],
        broader=tuple(entry.get("broader", ())),
        related=tuple(sorted(entry.get("related", {}).items())),
        aliases=tuple(entry.get("aliases", ())),
        phrases=tuple(entry.get("phrases", ())),
        shows=tuple(entry.get("shows", ())),
        ambiguous=tuple(
            replace(ambiguous_form(form), form=text)
            for form in entry.get("ambiguous", ())
            for text in alternatives(form["form"])
        ),
        variants=entry.get("variants", True),
        released=entry.get("released"),
        onet=entry.get("onet"),
        esco=entry.get("esco"),
        wikidata=entry.get("wikidata"),
        examples=tuple(entry.get("examples", ())),
        counter_examples=tuple(entry.get("counter_examples", ())),
    )
