"""What the reader of a letter asks for: "You ask for Kubernetes", "your posting mentions Spark".

It is no skill of the candidate's, unless the letter goes on to say so ("...: I have run it for years"). What else the candidate
names in the answer is set against it ("you ask for Kafka; I offer Excel"); any other answer speaks for what was asked.
"""

from __future__ import annotations

import re

from aimatch.extract.rules.listed import cased, word_set
from aimatch.extract.status.scene import CLAIMED, Ruled, Scene
from aimatch.wordlist import words_in

_ASKED, _IN_LETTERS = (cased(rf"\b(?:{{~{name}}})\b") for name in ("asked", "asked_in_letters"))
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|me|[Mm]ine|[Ww]e|[Oo]ur)\b")
_ANSWERED = cased(r"\b(?:{~answering})\b")


def ruled(scene: Scene) -> Ruled:
    """The mentions that are asked for and not answered, with their distance from what asks."""
    text = scene.text
    letter = not word_set("of_letters").isdisjoint(words_in(text))
    for asking in (_ASKED, _IN_LETTERS) if letter else (_ASKED,):
        for match in asking.finditer(text):
            stop = scene.sentence_end(match.end())
            asked = [
                number
                for number in scene.within(match.end(), stop)
                if scene.kinds[number] not in CLAIMED
                and not _FIRST_PERSON.search(text, scene.sentence_start(match.start()), scene.starts[number])
            ]
            if asked and not _answered(scene, scene.spans[asked[-1]][1], stop):
                for number in asked:
                    yield number, scene.starts[number] - match.end()


def _answered(scene: Scene, start: int, stop: int) -> bool:
    """Whether the candidate answers in the rest of the sentence or in the next one, and names nothing else for it."""
    end = scene.sentence_end(min(stop + 2, len(scene.text)))
    said = _FIRST_PERSON.search(scene.text, start, end)
    if said is None:
        return False
    named = any(scene.kinds[number] not in CLAIMED for number in scene.within(said.start(), end))
    return not named or _ANSWERED.search(scene.text, start, end) is not None
