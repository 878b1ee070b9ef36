"""The patterns of the lexicon, compiled from the taxonomy and the language files.

Every form under which a skill is recognised, the cues of status, and the words that behaviours are made of, in the shape
that :class:`~aimatch.extract.lexicon.Lexicon` loads fastest.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from base64 import b64encode
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Any, Final

from aimatch import data
from aimatch.data import pack
from aimatch.extract.rules.behaviours import words_of_behaviours
from aimatch.extract.rules.cues import phrases_of_cues
from aimatch.taxonomy import Taxonomy, forms

_WORD = re.compile(r"[^\W_]+")
#: What stands for a quotation mark in packed JSON: a string without characters to escape is read several times as fast.
QUOTE = "`"
#: How a form that shows its skill and does not name it is told from a phrase that does.
SHOWS: Final = "shows"
VERB, OBJECT = "+", "-"  # what the groups of a deed's words begin with (see :mod:`aimatch.extract.behaviours.deeds`)


#: Before the number of patterns with other signs between their words than one space: the others are split faster.
SIGNED = "+"


def _is_plain(patterns: Sequence[str]) -> bool:
    joined = "".join(patterns)
    return "  " not in joined and joined.replace(" ", "").isalnum()


def compile_lexicon(taxonomy: Taxonomy) -> dict[str, Any]:
    """Everything that the lexicon is made of, as JSON types that load fast: long strings instead of many."""
    skills, never = _skill_rows(taxonomy)
    cues: dict[str, list[list[Any]]] = {}
    for phrase, cue in phrases_of_cues():
        cues.setdefault(forms.normal(phrase), []).append(cue)
    groups: dict[str, dict[str, None]] = {}
    for phrase, group in words_of_behaviours():
        groups.setdefault(forms.normal(phrase), {})[group] = None
    for phrase, group in _deed_words():
        groups.setdefault(phrase, {})[group] = None
    patterns = sorted(skills.keys() | never | cues.keys() | groups.keys())
    alone: list[str] = []
    several: dict[str, list[str]] = {}
    odd: dict[str, list[list[int | str]]] = {}
    for pattern in patterns:
        words = [match.span() for match in _WORD.finditer(pattern)]
        first = pattern[slice(*words[0])] if words else ""
        if words and (words[0][0] > 0 or words[-1][1] < len(pattern)):
            begin = words[0][0]
            # Its first sign tells most of what is no such name.
            at = next(at for at, sign in enumerate(pattern) if not sign.isalnum() and sign != " ")
            odd.setdefault(first, []).append([begin, len(pattern), at - begin, pattern[at]])
        elif len(words) > 1:
            several.setdefault(first, []).append(pattern)
            continue
        alone.append(pattern)
    rows: dict[str, int] = {}
    of = array("H")
    for pattern in (*alone, *(pattern for family in several.values() for pattern in family)):
        row = [skills.get(pattern), cues.get(pattern, []), list(groups.get(pattern, ())), pattern in never]
        of.append(rows.setdefault(json.dumps(row, separators=(",", ":")), len(rows)))
    if sys.byteorder == "big":
        of.byteswap()
    numbers = accumulate((len(family) for family in several.values()), initial=len(alone))
    vocabulary = _vocabulary(skills)
    return {
        "alone": pack(alone),
        # The patterns of several words by the first, behind the number of the first pattern and before nothing.
        "several": {
            first: pack([f"{'' if _is_plain(family) else SIGNED}{number}", *family, ""])
            for number, (first, family) in zip(numbers, several.items(), strict=False)
        },
        "of": b64encode(of.tobytes()).decode("ascii"),
        "rows": _quoted(pack(rows)),
        "odd": odd,
        # By length; and once more with the letters behind the first reversed, to be looked up by the last ones.
        "vocabulary": _by_length(vocabulary),
        "endings": _by_length(word[0] + word[:0:-1] for word in vocabulary),
    }


def _quoted(rows: str) -> str:
    if QUOTE in rows:
        raise ValueError(f"the taxonomy holds the character {QUOTE}, which stands for a quotation mark here")
    return rows.replace('"', QUOTE)


def _by_length(words: Iterable[str]) -> dict[str, str]:
    shelves: dict[str, list[str]] = {}
    for word in sorted(words):
        shelves.setdefault(str(len(word)), []).append(word)
    return {length: pack(shelf) for length, shelf in shelves.items()}


def _vocabulary(skills: dict[str, list[list[Any]]]) -> list[str]:
    found: set[str] = set()
    for pattern, readings in skills.items():
        if not readings or readings[0][3] in ("phrase", SHOWS) or readings[0][2] == "soft":
            continue
        if readings[0][4] is None or readings[0][4]["trust"] not in ("context", "technical"):
            found.update(word for word in pattern.split(" ") if word.isascii() and word.isalpha())
    return sorted(found)


def _deed_words() -> Iterable[tuple[str, str]]:
    """The verbs and objects of deeds, each with the deed's number behind its part (see :mod:`aimatch.extract.behaviours.deeds`)."""
    table = data.table("language/deeds")
    groups: dict[str, list[str]] = table["groups"]
    for number, deed in enumerate(table["deed"]):
        for part, words in ((VERB, deed["verbs"]), (OBJECT, deed["objects"])):
            for word in words:
                for each in groups[word[1:-1]] if word[:1] == "{" else (word,):
                    yield forms.normal(each), f"{part}{number}"


def _skill_rows(taxonomy: Taxonomy) -> tuple[dict[str, list[list[Any]]], set[str]]:
    """Patterns to readings as (skill id, name, kind, via, the ambiguous form or None).

    What an author wrote wins over what is derived; a sure form over an ambiguous one of another skill. The second
    value holds the phrases within which no ambiguous name is a skill.
    """
    written: dict[str, list[list[Any]]] = {}
    unsure: dict[str, list[list[Any]]] = {}
    never: set[str] = set()
    derived: dict[str, list[list[Any]]] = {}
    for skill in taxonomy:
        ambiguous = {forms.normal(form.form) for form in skill.ambiguous}
        named_so = [skill.id, skill.name, skill.kind]
        deeds = {forms.normal(text) for phrase in skill.shows for text in forms.alternatives(phrase)}
        for form in skill.ambiguous:
            rule = {
                "form": form.form,
                "case": form.case,
                "trust": form.trust,
                "context": form.context,
                "against": form.against,
                "shows": forms.normal(form.form) in deeds,
            }
            unsure.setdefault(forms.normal(form.form), []).append([*named_so, "context", rule])
            for phrase in form.never:
                never.update(map(forms.normal, forms.alternatives(phrase)))
        named = [(skill.name, "exact"), *((alias, "exact") for alias in skill.aliases)]
        for phrase, via in [*((one, "phrase") for one in skill.phrases), *((one, SHOWS) for one in skill.shows)]:
            meant = forms.alternatives(phrase)
            if len(meant) == 1:
                named.append((phrase, via))
                continue
            for text in meant:
                for shape in (forms.normal(text), *forms.derived(text, joined=False)):
                    derived.setdefault(shape, []).append([*named_so, via, None])
        for text, via in named:
            shape = forms.normal(text)
            if shape in ambiguous:
                continue
            via = SHOWS if shape in deeds else via
            written.setdefault(shape, []).append([*named_so, via, None])
            if skill.variants:
                for other in forms.derived(text, joined=via == "exact" and skill.kind != "soft"):
                    if other not in ambiguous:
                        derived.setdefault(other, []).append([*named_so, "variant" if via == "exact" else via, None])
    no_skill: dict[str, list[list[Any]]] = {
        forms.normal(text): []
        for phrase in data.table("language/not-skills")["phrases"]
        for text in forms.alternatives(phrase)
    }
    rows: dict[str, list[list[Any]]] = {}
    for layer in (written, unsure, no_skill, derived):
        for shape, readings in layer.items():
            # Several readings of one shape are kept only among ambiguous forms, where the context decides.
            rows.setdefault(shape, readings if layer is unsure else readings[:1])
    return rows, never
