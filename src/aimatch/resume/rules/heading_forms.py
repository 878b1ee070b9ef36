"""The forms of all headings of ``language/headings.toml``, thousands, kept as each process can load them at once."""

from __future__ import annotations

import re

from aimatch.data import compiled, pack, table
from aimatch.resume.rules.accents import without_accents

#: A line drawn behind a heading: "SKILLS -----------------".
_RULE = "-=_~*#\u2500\u2501\u2550\u2014\u2013"
_RULES = frozenset(3 * sign for sign in _RULE)
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def key_of(text: str) -> str:
    """A heading without case, spaces and signs, by which "T E C H  Skills:" and "tech skills" are the same."""
    key = text.lower().replace("&", "and").replace("+", "and").replace(" ", "")
    return key if key.isalnum() else "".join(filter(str.isalnum, key))


def without_rule(text: str) -> str:
    """A line without the rule that is drawn behind its words, if any are left."""
    return (text[-3:] in _RULES and text.rstrip(_RULE + " ")) or text


def packed() -> dict[str, str]:
    """By name, strings put into one (:func:`aimatch.data.unpack`): the ``keys`` of the forms and their ``kinds``, their
    ``first_words``, ``last_words``, and all their ``words``."""
    forms: dict[str, str] = compiled("headings", _packed)
    return forms


def _packed() -> dict[str, str]:
    forms = [(form, kind) for kind, listed in table("language/headings")["kinds"].items() for form in listed]
    forms += [(plain, kind) for form, kind in forms for plain in without_accents(form)]
    kinds = {key_of(form): kind for form, kind in reversed(forms)}
    words = [form.split() for form, _ in forms]
    return {
        "keys": pack(kinds),
        "kinds": pack(kinds.values()),
        "first_words": pack(sorted({first for first, *_ in words})),
        "last_words": pack(sorted({last for *_, last in words})),
        "words": pack(sorted({*WORDS.findall("\n".join(form for form, _ in forms))})),
    }
