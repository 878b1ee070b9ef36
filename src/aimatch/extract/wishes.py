"""What a wish is not about: what came true, and what the writer has already."""

from __future__ import annotations

import re

from aimatch.extract.scene import Ruled, Scene
from aimatch.extract.words import WRITTEN_WORDS

#: What marks a thing as the writer's own.
MINE = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
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
        if not MINE.search(scene.text, max(scene.sentence_start(start), start - _NEAR), start):
            yield number, far
