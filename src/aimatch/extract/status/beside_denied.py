"""Denials of a noun that stands beside a name, or for a time: "no Kafka outage", "no incidents in the Kafka cluster", "until
2019 I had not touched Docker". The name itself is not denied."""

from __future__ import annotations

import re

from aimatch.extract.status.scene import Scene
from aimatch.extract.words import WRITTEN_WORDS

_NO = re.compile(r"no\b", re.IGNORECASE)
#: Behind a denial: it ended. "Did not use Docker until 2021".
CAME_ABOUT = re.compile(
    r"[^,;.\n]{0,40}?\b(?:until|till)\b(?! (?:now|today|recently|date|the present)\b)", re.IGNORECASE
)
_DONE_BY = re.compile(r" (?:is|are|was|were) (?:[a-z]+ )?[a-z]+(?:ed|en|n|t) by\b(?! (?:me|us)\b)")
_OR = re.compile(r"\bn?or\b")
_BEHIND = 40  # characters beside a name that hold its next three words


def before_another(scene: Scene, end: int, ruled: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of a denied list that stand before the clause which a comma opens: "no mobile automation, | Appium was tried by
    another squad"."""
    text = scene.text
    if not _DONE_BY.match(text, scene.spans[ruled[-1][0]][1]):
        return ruled
    for place, (number, _) in enumerate(ruled):
        if "," in text[end : scene.starts[number]] and not _OR.search(text, end, scene.spans[ruled[-1][0]][0]):
            return ruled[:place]
        end = scene.spans[number][1]
    return ruled


def about_another(scene: Scene, start: int, end: int, ruled: list[tuple[int, int]]) -> bool:
    """Whether what is denied is a noun beside the names: "no Kafka outage", "no incidents in the Kafka cluster"; or was
    so for a time."""
    text = scene.text
    first, last = ruled[0][0], ruled[-1][0]
    before = WRITTEN_WORDS.findall(text[end : scene.starts[first]].lower())
    if not scene.words.heads.isdisjoint(before):
        return True
    if _NO.fullmatch(text, start, end) and not scene.words.of_it.isdisjoint(before[1:]):
        return True  # "no documentation existed for the Airflow jobs"
    end = scene.spans[last][1]
    behind = [
        word.rstrip(".")
        for word in WRITTEN_WORDS.findall(text[end : min(end + _BEHIND, scene.sentence_end(end))].lower())[:3]
    ]
    if not scene.words.not_asked.isdisjoint(behind):
        return True  # "no Python knowledge needed"
    if _NO.match(text, start) and len(behind) > 1 and behind[1] in scene.words.noun_goes_on:
        return True  # "no Kafka upgrade has ever scared me"
    return bool(behind) and behind[0] in scene.words.heads
