"""The taxonomy's own examples, run: each skill's ``examples`` must show it, its ``counter_examples`` must not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aimatch.pipeline import extract
from aimatch.taxonomy import Skill, Taxonomy


def broken_examples(skills: Iterable[Skill], taxonomy: Taxonomy | None = None) -> Iterator[str]:
    """One line for each example that doesn't hold, in the order of the skills; ``taxonomy`` is theirs, if not shipped."""
    for skill in skills:
        for text in skill.examples:
            if not _shows(text, skill.id, taxonomy):
                yield f"{skill.id}: not found in its example {text!r}"
        for text in skill.counter_examples:
            if _shows(text, skill.id, taxonomy):
                yield f"{skill.id}: found in its counter-example {text!r}"


def _shows(text: str, skill: str, taxonomy: Taxonomy | None) -> bool:
    # The line break makes sure that a short example is never taken for the name of a file.
    return any(one.skill == skill and one.status == "asserted" for one in extract(text + "\n", taxonomy=taxonomy))
