"""How far what is told of study under way reaches: the part of its sentence that tells of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.words import WRITTEN_WORDS

_PART = re.compile(r"[;:]|\s[\u2013\u2014-]\s|,\s(?:but|while|and I|I)\b|\(")  # what parts a sentence about study


def under_way(scene: Scene, start: int, end: int, beside: Sequence[str]) -> Ruled:
    """The part of its sentence that tells of study under way; brackets tell it of the item before them."""
    floor, stop = scene.sentence_start(start), scene.sentence_end(end)
    if scene.words.done.search(scene.unnamed(floor, stop)):  # "AWS Certified Developer: exam booked" is not done
        return
    opened = scene.text.rfind("(", floor, start)
    if opened >= 0 and ")" not in scene.text[opened:start] and scene.text.find(")", end, stop) >= 0:
        inside = scene.text.find(")", end, stop)
        found = [*scene.item(opened), *((number, 0) for number in scene.within(opened, inside))]
        if found:
            yield from found
            return
    for edge in _PART.finditer(scene.text, floor, stop):
        if edge.group() == "(" and 0 <= edge.start() - end <= 1:
            continue  # "currently module 2 (Airflow)"
        if edge.end() <= start and scene.within(edge.end(), stop) and _studies(scene, edge.end(), stop, beside):
            floor = edge.end()
        elif edge.start() >= end and scene.within(floor, edge.start()) and _studies(scene, floor, edge.start(), beside):
            stop = edge.start()
            break
    for number in scene.within(floor, stop):
        yield number, abs(scene.starts[number] - start)


def _studies(scene: Scene, start: int, end: int, beside: Sequence[str]) -> bool:
    """Whether a word of study that a cue asks for stands in a stretch of text."""
    part = scene.text[start:end].lower().replace(".", " ")
    return not beside or not set(beside).isdisjoint(WRITTEN_WORDS.findall(part))
