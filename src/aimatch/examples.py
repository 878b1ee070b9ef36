"""The examples in the data, run: those of each skill must show it or must not, those of each cue have the status told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from aimatch import data
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


def broken_cue_examples() -> Iterator[str]:
    """One line for each example beside the cues of status that doesn't hold, in their order."""
    for number, cue in enumerate(data.table("language/status")["cue"], 1):
        for field, expected in (("holds", cue["status"]), ("spares", "asserted")):
            for row in cue.get(field, ()):
                found = _status(row["sentence"], row["skill"])
                if found != expected:
                    yield (
                        f"language/status.toml: cue {number} ({cue['status']}, {cue['direction']}): {field}:"
                        f" {row['skill']} is {found or 'not found'} in {row['sentence']!r}, not {expected}"
                    )


def _status(text: str, quote: str) -> str | None:
    """The status of the first mention in a text that a quote names, its wording in full before a part of it."""
    mentions = [one for one in extract(text + "\n") if one.kind != "behaviour"]
    mentions.sort(key=lambda one: (one.quote != quote, one.start))
    return next((one.status for one in mentions if quote in one.quote or one.quote in quote), None)
