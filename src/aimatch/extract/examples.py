"""The examples in the taxonomy, run: each text of an entry must show its skill, each counter-example must not."""

from __future__ import annotations

import hashlib

from aimatch.extract import find_mentions
from aimatch.model import Document
from aimatch.resume import parse
from aimatch.taxonomy import Skill, Taxonomy


def problems(taxonomy: Taxonomy) -> list[str]:
    """What the examples and counter-examples of a taxonomy's entries get wrong, one line each; empty when all hold."""
    return [problem for skill in taxonomy for problem in _of(skill, taxonomy)]


def _of(skill: Skill, taxonomy: Taxonomy) -> list[str]:
    found = []
    for text in skill.examples:
        if not _shows(text, skill, taxonomy):
            found.append(f"{skill.id}: is not found in its example {text!r}")
    for text in skill.counter_examples:
        if _shows(text, skill, taxonomy):
            found.append(f"{skill.id}: is found in its counter-example {text!r}")
    return found


def _shows(text: str, skill: Skill, taxonomy: Taxonomy) -> bool:
    digest = hashlib.sha256(text.encode()).hexdigest()
    resume = parse(Document(text=text, format="text", sha256=digest))
    return any(m.skill == skill.id and m.status == "asserted" for m in find_mentions(resume, taxonomy))
