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
from collections.abc import Iterable
from typing import Any

from aimatch import data
from aimatch.extract.cues import phrases_of_cues
from aimatch.taxonomy import Taxonomy, forms

_WORD = re.compile(r"[^\W_]+")
VERB, OBJECT = "+", "-"  # what the groups of a deed's words begin with (see :mod:`aimatch.extract.deeds`)
_LONGEST = 9  # words of a pattern; what is longer is a sentence


def compile_lexicon(taxonomy: Taxonomy) -> dict[str, Any]:
    """Everything that the lexicon is made of, as JSON types that load fast: long strings instead of many."""
    skills, never = _skill_rows(taxonomy)
    cues: dict[str, list[list[Any]]] = {}
    for phrase, cue in phrases_of_cues():
        cues.setdefault(forms.normal(phrase), []).append(cue)
    groups: dict[str, dict[str, None]] = {}
    for phrase, group in (*_groups(), *_deed_words()):
        groups.setdefault(phrase, {})[group] = None
    patterns = sorted(skills.keys() | never | cues.keys() | groups.keys())
    rows: dict[str, int] = {}
    of = array("H")
    following: dict[str, dict[str, int]] = {}
    odd: dict[str, list[list[int]]] = {}
    for pattern in patterns:
        row = [skills.get(pattern), cues.get(pattern, []), list(groups.get(pattern, ())), pattern in never]
        of.append(rows.setdefault(json.dumps(row, separators=(",", ":")), len(rows)))
        words = [match.span() for match in _WORD.finditer(pattern)]
        if not words:
            continue
        if words[0][0] > 0 or words[-1][1] < len(pattern):
            first = pattern[slice(*words[0])]
            odd.setdefault(first, []).append([words[0][0], len(pattern)])
        elif len(words) > 1:
            first, second = pattern[slice(*words[0])], pattern[slice(*words[1])]
            nexts = following.setdefault(first, {})
            nexts[second] = max(nexts.get(second, 0), min(len(words), _LONGEST))
    if sys.byteorder == "big":
        of.byteswap()
    return {
        "patterns": "\n".join(patterns),
        "of": b64encode(of.tobytes()).decode("ascii"),
        "rows": "\n".join(rows),
        # The words that come second behind each first one, each behind the digit that tells the longest pattern.
        "following": {
            first: " ".join(f"{reach}{second}" for second, reach in nexts.items()) for first, nexts in following.items()
        },
        "odd": odd,
        "vocabulary": "\n".join(_vocabulary(skills)),
    }


def _vocabulary(skills: dict[str, list[list[Any]]]) -> list[str]:
    found: set[str] = set()
    for pattern, readings in skills.items():
        if not readings or readings[0][3] == "phrase" or readings[0][2] == "soft":
            continue
        if readings[0][4] is None or readings[0][4]["trust"] not in ("context", "technical"):
            found.update(word for word in pattern.split(" ") if word.isascii() and word.isalpha())
    return sorted(found)


def _groups() -> Iterable[tuple[str, str]]:
    """The words that behaviours are made of, each with its group (see :mod:`aimatch.extract.behaviours`)."""
    table = data.table("language/behaviours")
    for name, words in table["sets"].items():
        for word in words:
            yield forms.normal(word), f"@{name}"
    for behaviour in table["behaviour"]:
        for row in behaviour["pattern"]:
            for phrase in row.get("phrases", ()):
                yield forms.normal(phrase), phrase_group(behaviour["id"], row)
            for part in row.get("sequence", ()):
                if part[0] not in "@#":
                    yield forms.normal(part), part


def _deed_words() -> Iterable[tuple[str, str]]:
    """The verbs and objects of deeds, each with the deed's number behind its part (see :mod:`aimatch.extract.deeds`)."""
    for number, deed in enumerate(data.table("language/deeds")["deed"]):
        for part, words in ((VERB, deed["verbs"]), (OBJECT, deed["objects"])):
            for word in words:
                yield forms.normal(word), f"{part}{number}"


def phrase_group(behaviour: str, row: dict[str, Any]) -> str:
    """The group of the phrases that one row of a behaviour lists."""
    return f"={behaviour}:{row.get('strength', 'clear')}:{row.get('with', '')}"


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
        for form in skill.ambiguous:
            rule = {
                "form": form.form,
                "case": form.case,
                "trust": form.trust,
                "context": form.context,
                "against": form.against,
            }
            unsure.setdefault(forms.normal(form.form), []).append([*named_so, "context", rule])
            for phrase in form.never:
                never.add(forms.normal(phrase))
        named = [(skill.name, "exact"), *((alias, "exact") for alias in skill.aliases)]
        for phrase in skill.phrases:
            meant = forms.alternatives(phrase)
            if len(meant) == 1:
                named.append((phrase, "phrase"))
                continue
            for text in meant:
                for shape in (forms.normal(text), *forms.derived(text, joined=False)):
                    derived.setdefault(shape, []).append([*named_so, "phrase", None])
        for text, via in named:
            shape = forms.normal(text)
            if shape in ambiguous:
                continue
            written.setdefault(shape, []).append([*named_so, via, None])
            if skill.variants:
                for other in forms.derived(text, joined=via == "exact" and skill.kind != "soft"):
                    if other not in ambiguous:
                        derived.setdefault(other, []).append([*named_so, "variant" if via == "exact" else via, None])
    no_skill: dict[str, list[list[Any]]] = {
        forms.normal(phrase): [] for phrase in data.table("language/not-skills")["phrases"]
    }
    rows: dict[str, list[list[Any]]] = {}
    for layer in (written, unsure, no_skill, derived):
        for shape, readings in layer.items():
            # Several readings of one shape are kept only among ambiguous forms, where the context decides.
            rows.setdefault(shape, readings if layer is unsure else readings[:1])
    return rows, never
