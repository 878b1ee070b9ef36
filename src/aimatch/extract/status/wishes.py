"""What a wish governs, and what it is not about: what came true, and what the writer has already."""

from __future__ import annotations

import re

from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.words import WRITTEN_WORDS

#: What marks a thing as the writer's own.
MINE = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_MINE_BEFORE = re.compile(r"\b(?:my|our)\b[^,;:]*\Z", re.IGNORECASE)  # "much as I like my work, Rust is on my list"
_DASH = re.compile(r"[ \t]+[\u2013\u2014-][ \t]+")
# "Where I can manage people, with strong communication skills", "contribute with dedication".
_AND_WITH = re.compile(r",\s+with\b|\bwith(?:\s+\w+)?\s*\Z")
_NEAR = 25  # characters before a name that hold "my ten years of"


def came_true(scene: Scene, start: int, end: int) -> bool:
    """Whether a wish that a sentence begins with is followed by what was made of it: "Long interested in speech, I wrote ..."."""
    return (
        len(WRITTEN_WORDS.findall(scene.text[scene.sentence_start(start) : start])) <= 1
        and scene.words.made.search(scene.text, end, scene.sentence_end(end)) is not None
    )


def not_mine(scene: Scene, ruled: Ruled) -> Ruled:
    """Those that the writer does not have: "a post that uses my ten years of SAS would suit me" wishes for no SAS."""
    for number, far in ruled:
        start = scene.starts[number]
        if not _MINE_BEFORE.search(scene.text, max(scene.sentence_start(start), start - _NEAR), start):
            yield number, far


def governed(scene: Scene, end: int, stop: int | None = None, *, traits: bool = False) -> Ruled:
    """The mentions of a stretch that tells a wish, without what is brought along or left for it.

    ``stop``: where the stretch ends; by default with the clause, and a list behind a dash. ``traits``: what a person
    is like may be wished for too ("where I can learn"), as far as nothing brought along is named before it.
    """
    if stop is None:
        stop = scene.clause_end(end, wish=True)
        dash = _DASH.match(scene.text, stop)
        if dash and scene.within(dash.end(), dash.end() + 1) and scene.within(end, stop):
            stop = scene.clause_end(dash.end(), wish=True)  # "generative AI - RAG, agents"
    edge, aside = end, False
    for number in scene.within(end, stop):
        first, last = scene.spans[number]
        gap = scene.words.idioms.sub("", scene.text[edge:first])
        brought = max(scene.words.brought.finditer(gap), key=lambda found: found.start(), default=None)
        reached = scene.words.reached.search(gap, brought.end() if brought else 0)
        aside = not reached and (aside or brought is not None)
        traits = traits and not (brought or _AND_WITH.search(gap) or scene.words.exercised.search(gap))
        if not aside and (traits or scene.kinds[number] != "soft"):
            yield number, first - end
        edge = max(edge, last)
