"""Fields of work in the heading of an entry, which are no names."""

from __future__ import annotations

import re

from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import WORDS, Jobs
from aimatch.taxonomy import load_taxonomy

#: What joins two fields of work.
_TWO = re.compile(r"\s*[&/]\s*|\sand\s")


def is_field(name: str, known: Jobs) -> bool:
    """Whether a name is that of a field of work, or of a skill."""
    told = [word for word in WORDS.findall(name.lower()) if word not in known.joining]
    fields = sum(word in degrees().field_words for word in told)
    return 2 * fields > len(told) or load_taxonomy().find(name) is not None


def is_specialty(name: str) -> bool:
    """Whether a name is that of a method, or of two: what a title is about, and nobody's employer ("Computer Vision")."""
    found = [load_taxonomy().find(one) for one in _TWO.split(name)]
    return all(skill is not None and skill.kind == "method" for skill in found)
