"""Fields of work and technologies in the heading of an entry, which are no names of jobs or employers.

The index of all names takes a tenth of a second to load; those of one kind a tenth of that, and most resumes ask for no more.
"""

from __future__ import annotations

import re
from functools import cache

from aimatch import data
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import WORDS, Jobs
from aimatch.taxonomy import forms, load_taxonomy
from aimatch.wordlist import alternatives

#: What joins two fields of work.
_TWO = re.compile(r"\s*[&/]\s*|\sand\s")


def is_field(name: str, known: Jobs) -> bool:
    """Whether a name is that of a field of work, or of a skill."""
    told = [word for word in WORDS.findall(name.lower()) if word not in known.joining]
    fields = sum(word in degrees().field_words for word in told)
    return 2 * fields > len(told) or load_taxonomy().find(name) is not None


def is_specialty(name: str) -> bool:
    """Whether a name is that of methods, a department or classes: what a title is about, and nobody's employer
    ("Computer Vision", "Ground Operations", "Year 4 and Year 5")."""
    if name.lower() in _departments() or _classes().fullmatch(name):
        return True
    return all(any(key in _names_of("method") for key in forms.looser_keys(one)) for one in _TWO.split(name))


def is_technology(name: str) -> bool:
    """Whether a name is that of a technology."""
    return any(key in _names_of("technology") for key in forms.looser_keys(name))


@cache
def _departments() -> frozenset[str]:
    return frozenset(data.table("language/positions")["departments"]["names"])


@cache
def _classes() -> re.Pattern[str]:
    words = alternatives(data.table("language/positions")["departments"]["classes"])
    one = rf"(?:(?:{words}) )?\d{{1,2}}"
    return re.compile(rf"(?:{words}) \d{{1,2}}(?:\s?(?:and|und|et|y|e|en|&|to|[-–/,])\s?{one})*", re.IGNORECASE)


@cache
def _names_of(kind: str) -> frozenset[str]:
    return frozenset(data.unpack(data.compiled(f"{kind}-names", lambda: _packed(kind))))


def _packed(kind: str) -> str:
    skills = [skill for skill in load_taxonomy() if skill.kind == kind]
    unsure = [text for skill in skills for form in skill.ambiguous for text in forms.alternatives(form.form)]
    named = [name for skill in skills for name in (skill.name, *skill.aliases)]
    return data.pack(sorted({forms.key(name) for name in (*named, *unsure)}))
