"""Whether a noun of people stands near anything that it could rule.

To tell what such a noun does is dear, and most of them stand in sentences that name no skill.
"""

from __future__ import annotations

import re

from aimatch.extract.rules.possession import REFERS_BACK
from aimatch.extract.status.referents import topic_before
from aimatch.extract.status.scene import CLAIMED, LOOK_BACK, Scene
from aimatch.extract.status.subjects import aside_end

PEOPLE_NEAR = 250  # characters within which "they" has people to stand for
# "The vendor built it", "those are the vendor's": what the sentence before names.
_SPOKEN_OF = re.compile(r"\b(?:it|them|that|this|these|those|both)\b")
# What may stand between a noun and the end of its sentence, where the next line goes on with it.
_REACHES_ON = re.compile(r"['\u2019s]{0,2}(?:.{0,40} (?:in|with|on|using|via|the))?[\s:)]*", re.IGNORECASE)


def in_reach(scene: Scene, sentence: int, start: int, end: int, *, claimed: bool) -> bool:
    """Whether a mention stands in the sentence of the noun that spans ``start:end``, or in a neighbour that it may reach into.

    ``sentence`` is where its sentence begins; ``claimed``: whether what the noun rules holds for soft skills and behaviours.
    """
    text, stop = scene.text, scene.sentence_end(end)
    if not scene.within(max(0, sentence - PEOPLE_NEAR), stop):
        return False
    if start - sentence >= LOOK_BACK or text[end : end + 1] == "-":
        return True
    if any(claimed or scene.kinds[number] not in CLAIMED for number in scene.within(sentence, stop)):
        return True
    if topic_before(scene, sentence) is not None or text[max(0, sentence - 2) : sentence].rstrip().endswith("?"):
        return True
    if _SPOKEN_OF.search(text, sentence, stop):
        return True
    # The sentence before, by a pronoun ("It belongs to the team"); the next lines, where the phrase ends this one.
    if REFERS_BACK.match(text, sentence, start) or _REACHES_ON.fullmatch(text, end, stop):
        return True
    aside = aside_end(text, end)
    return aside is not None and aside > stop
