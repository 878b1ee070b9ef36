"""Persons of whom a text tells by name; told by their shape, as no list of names is kept."""

from __future__ import annotations

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.status.scene import Scene
from aimatch.extract.words import ordinary_words

_NAME_LINE = 60  # characters of the first line of a resume, which names its owner


class Persons:
    """The persons in a scene other than the resume's owner."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = grammar()
        first = scene.text.lstrip().partition("\n")[0]
        #: The line that names the resume's owner, or "".
        named = len(first) <= _NAME_LINE and len(first) < len(scene.text.strip()) and not scene.within(0, len(first))
        self.owner = first if named else ""

    def somebody(self, word: str, at: int) -> bool:
        """Whether a capitalised word is a person's name: not the owner's, a skill's or a plain word."""
        low = word.lower()
        return (
            word not in self.owner
            and low not in self.grammar.not_names
            and low not in ordinary_words()
            and not self.scene.within(at, at + 1)
        )
