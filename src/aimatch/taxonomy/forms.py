"""Forms: the spellings under which a name is recognised, derived from how it is written in the taxonomy.

Names, aliases and the text to be searched are brought to one normal shape: lower case, compatibility characters
resolved, white space and joining hyphens as one space. The derivations are documented for the authors of entries in
``skill_taxonomy/README.md``, "Forms and what is derived from them".
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from aimatch import data

_SPACE = re.compile(r"\s+")
_JOINING_HYPHEN = re.compile(r"(?<=[^\W_])[-_\u2010-\u2015](?=[^\W_])")
# Where a camel-case name is read as two words: TensorFlow, MLflow, PostgreSQL.
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Z]{2})(?=[a-z]{3})")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*$")
_VERSION = re.compile(r"[\s\-v]*\d+(?:\.\d+|\.x)*\+?$")
_ALTERNATIVES = re.compile(r"\(([^()]*\|[^()]*)\)")
_MIN_JOINED = 6  # a joined form shorter than this is too often another word


def normal(form: str) -> str:
    """The normal shape of a form, as the search sees it: ``"Scikit-Learn"`` -> ``"scikit learn"``."""
    text = unicodedata.normalize("NFKC", form).replace("\u2019", "'").lower()
    return _JOINING_HYPHEN.sub(" ", _SPACE.sub(" ", text).strip())


def key(name: str) -> str:
    """The shape under which names are compared by :meth:`Taxonomy.find`: normal, without spaces and slashes."""
    return normal(name).replace(" ", "").replace("/", "")


def index_of(entries: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """The id that each form in its normal shape means."""
    # A sure form wins over an unsure one, a name over an alias; of equals what is done over a trait of character, since
    # who asks for "reliability" in this field means that of systems; then the first id.
    ranked: list[dict[str, str]] = [{}, {}, {}, {}]
    for id_, entry in sorted(entries.items(), key=lambda pair: pair[1]["kind"] == "soft"):
        unsure = [text for form in entry.get("ambiguous", ()) for text in alternatives(form["form"])]
        phrases = [
            each for field in ("phrases", "shows") for phrase in entry.get(field, ()) for each in alternatives(phrase)
        ]
        groups = ([entry["name"], id_], entry.get("aliases", ()), unsure, phrases)
        for rank, names in zip(ranked, groups, strict=True):
            for name in names:
                rank.setdefault(key(name), id_)
                if entry.get("variants", True):
                    for other in derived(name):
                        rank.setdefault(key(other), id_)
    return {**ranked[3], **ranked[2], **ranked[1], **ranked[0]}


def looser_keys(name: str) -> Iterator[str]:
    """Keys to try in order for a name as a person wrote it: as it stands, without an explanation in parentheses, the
    explanation itself, singular, without its version."""
    yield key(name)
    plain = _PARENTHESIS.sub("", name)
    if plain != name:
        yield key(plain)
        yield key(name[len(plain) :].strip(" ()"))
    short = key(plain)
    for ending, other in _endings():
        if ending in short:
            yield short.replace(ending, other)
    if short.endswith("ies"):
        yield short[:-3] + "y"
    if short.endswith("s"):
        yield short[:-1]
    else:
        yield short + "s"
    unversioned = _VERSION.sub("", plain)
    if unversioned and unversioned != plain:
        yield key(unversioned)
    yield short.replace(".", "")


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    pairs = data.table("language/spelling")["endings"]
    return tuple((a, b) for a, b in pairs) + tuple((b, a) for a, b in pairs)


@cache
def _ending_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"{re.escape(a)}(?![^\W_])"), b) for a, b in _endings())


def derived(form: str, *, joined: bool = True) -> tuple[str, ...]:
    """The normal shapes derived from one written form, itself not included, in a fixed order.

    ``joined``: also without the spaces between its parts, as names of products are often written.
    """
    base = normal(form)
    found = [base]
    camel = _CAMEL.sub(" ", form) if joined else form
    if camel != form and all(len(part) > 1 for part in camel.split()):
        found.append(normal(camel))
    for text in tuple(found):
        found.extend(_with_other_endings(text))
    for text in tuple(found):
        if "/" in text:
            found += [text.replace("/", " / "), text.replace("/", " ")]
            if len(text) > len("a/b/") and len(text.replace("/", "").replace(" ", "")) >= _MIN_JOINED:
                found.append(text.replace("/", ""))
        if "&" in text:
            found += [text.replace("&", "and"), text.replace("&", " & ").replace("  ", " "), text.replace(" & ", "&")]
        together = text.replace(" ", "")
        if joined and together != text and len(together) >= _MIN_JOINED and "/" not in text and text.count(" ") < 3:
            found.append(together)
    return tuple(dict.fromkeys(text for text in found if text != base))


def alternatives(phrase: str) -> tuple[str, ...]:
    """The phrases that one with alternatives stands for, in a fixed order: ``"(set|setting) up (|the) servers"`` means
    "set up servers", "set up the servers", "setting up servers", "setting up the servers"; any other only itself."""
    parts = _ALTERNATIVES.split(phrase)
    if len(parts) == 1:
        return (phrase,)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return tuple(dict.fromkeys(_SPACE.sub(" ", "".join(chosen)).strip() for chosen in itertools.product(*choices)))


def has_loose_bar(phrase: str) -> bool:
    """Whether a bar or bracket of a phrase belongs to no alternatives: ``"(set|setting up"``."""
    rest = _ALTERNATIVES.sub("", phrase)
    return "|" in rest or rest.count("(") != rest.count(")")


def _with_other_endings(text: str) -> Iterator[str]:
    for pattern, other in _ending_patterns():
        changed = pattern.sub(other, text)
        if changed != text:
            yield changed
