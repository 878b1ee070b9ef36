"""The lexicon: every form under which a skill is recognised, in one automaton.

A *pattern* is a form in its normal shape; what it stands for is one or more :class:`Reading`. The automaton finds all
patterns in one pass over a text; which of them stand as whole words, and which readings hold, is decided afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick_rs

from aimatch import data
from aimatch.model import Kind
from aimatch.taxonomy import AmbiguousForm, Taxonomy, forms, load_taxonomy


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern may mean. ``ambiguous`` holds the rule that settles it, ``None`` for a form that is sure.

    ``plural``: an ``s`` may follow; ``version``: digits may be glued on.
    """

    skill: str
    name: str
    kind: Kind
    via: str
    plural: bool
    version: bool
    ambiguous: AmbiguousForm | None = None


class Lexicon:
    """Patterns, their readings, and the automaton over them."""

    def __init__(self, rows: dict[str, list[list[Any]]], taxonomy: Taxonomy) -> None:
        self._rows = list(rows.values())
        self.patterns = list(rows)
        self.index = {pattern: number for number, pattern in enumerate(self.patterns)}
        self._taxonomy = taxonomy
        self._readings: dict[int, tuple[Reading, ...]] = {}
        self._automaton = ahocorasick_rs.AhoCorasick(
            self.patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA, store_patterns=False
        )

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Every (pattern number, start, end) in a normal text, overlapping ones included, word boundaries ignored."""
        return self._automaton.find_matches_as_indexes(text, overlapping=True)

    def readings(self, pattern: int) -> tuple[Reading, ...]:
        """What a pattern may mean; empty for a phrase that is known to be no skill."""
        known = self._readings.get(pattern)
        if known is None:
            known = self._readings[pattern] = tuple(self._reading(*row) for row in self._rows[pattern])
        return known

    def sure(self, form: str) -> Reading | None:
        """The one sure reading of a form in its normal shape, if it has one."""
        number = self.index.get(form)
        if number is None:
            return None
        for reading in self.readings(number):
            if reading.ambiguous is None:
                return reading
        return None

    def _reading(self, id_: str, via: str, rule: int) -> Reading:
        skill = self._taxonomy[id_]
        return Reading(
            skill=id_,
            name=skill.name,
            kind=skill.kind,
            via=via,
            plural=skill.kind in ("method", "soft") or skill.name.isupper() or via == "phrase",
            version=skill.kind == "technology",
            ambiguous=None if rule < 0 else skill.ambiguous[rule],
        )


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the shipped taxonomy, built once a process."""
    return Lexicon(data.compiled("lexicon", lambda: _rows(load_taxonomy())), load_taxonomy())


def lexicon_of(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of a taxonomy; the shipped one is kept, a user's is built for the call's taxonomy object."""
    if taxonomy is load_taxonomy():
        return load_lexicon()
    known = _OWN.get(id(taxonomy))
    if known is None or known[0] is not taxonomy:
        _OWN.clear()
        known = _OWN[id(taxonomy)] = (taxonomy, Lexicon(_rows(taxonomy), taxonomy))
    return known[1]


_OWN: dict[int, tuple[Taxonomy, Lexicon]] = {}


def _rows(taxonomy: Taxonomy) -> dict[str, list[list[Any]]]:
    """Patterns to readings as (skill id, via, number of the ambiguous form or -1).

    What an author wrote wins over what is derived; a sure form over an ambiguous one of another skill.
    """
    written: dict[str, list[list[Any]]] = {}
    unsure: dict[str, list[list[Any]]] = {}
    never: dict[str, list[list[Any]]] = {}
    derived: dict[str, list[list[Any]]] = {}
    for skill in taxonomy:
        ambiguous = {forms.normal(form.form) for form in skill.ambiguous}
        for number, form in enumerate(skill.ambiguous):
            unsure.setdefault(forms.normal(form.form), []).append([skill.id, "context", number])
            for phrase in form.never:
                never.setdefault(forms.normal(phrase), [])
        named = [(skill.name, "exact"), *((alias, "exact") for alias in skill.aliases)]
        named += [(phrase, "phrase") for phrase in skill.phrases]
        for text, via in named:
            shape = forms.normal(text)
            if shape in ambiguous:
                continue
            written.setdefault(shape, []).append([skill.id, via, -1])
            if skill.variants:
                for other in forms.derived(text):
                    if other not in ambiguous:
                        derived.setdefault(other, []).append([skill.id, "variant" if via == "exact" else via, -1])
    for phrase in data.table("language/not-skills")["phrases"]:
        never.setdefault(forms.normal(phrase), [])
    rows: dict[str, list[list[Any]]] = {}
    for layer in (written, unsure, never, derived):
        for shape, readings in layer.items():
            # Several readings of one shape are kept only among ambiguous forms, where the context decides.
            rows.setdefault(shape, readings if layer is unsure else readings[:1])
    return dict(sorted(rows.items()))
