"""How far what is told of study under way reaches: the part of its sentence that tells of it; what is no study, but being made;
and credentials that lapsed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aimatch.extract.lines import bracket_around
from aimatch.extract.rules.listed import Deferred, any_of
from aimatch.extract.rules.scopes import DONE, THINGS_MADE
from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.words import WRITTEN_WORDS

_PROGRESS = any_of("progress")
_STUDIES = any_of("slots.study")
_PART = re.compile(
    r"[;:]|\s[\u2013\u2014-]\s|,\s(?:but|while|whereas|yet|and I|I)\b|\b(?:and|but|so|as|since|because|although|though|while) I\b|\("
)  # what parts a sentence about study
_OF = re.compile(r"(\d+) of (\d+)")
_WE_ARE = re.compile(r"\s*(?:We|I) (?:are|am)\b|(?:We|I)[\u2019'](?:re|m)\b")
_SHORT = 12  # characters of a sentence before what it tells of the one before it: "; the first lecture in May"
_MADE, _MADE_BEHIND = 80, 12  # characters before and behind a remark of progress that hold what is being made

# "expired 2019", "no longer valid (see below)"; but "expired certificates", "lapsed 2019, renewed 2020"
_LAPSED = Deferred(
    r"(?: (?:in|on|since|by))?(?: [A-Z][a-z]+)?(?: (?:19|20)\d\d)?[ \t]*(?:[.,;:()|\n]|(?:and|but)\b|\Z)"
    r"(?![^.;\n]{0,25}(?<!not )\b(?:{renewed})\b)"
)


def under_way(scene: Scene, start: int, end: int, beside: Sequence[str]) -> Ruled:
    """The part of its sentence that tells of study under way; brackets tell it of the item before them."""
    floor, stop = scene.sentence_start(start), scene.sentence_end(end)
    counted = _OF.search(scene.text, start, end)
    open_yet = counted is not None and int(counted.group(1)) < int(counted.group(2))  # whatever is done of it
    if not open_yet and DONE.search(scene.unnamed(floor, stop)):  # "AWS Certified Developer: exam booked" is not done
        return
    opened, inside = bracket_around(scene.text, floor, start), scene.text.find(")", end, stop)
    if opened >= 0 and inside >= 0:
        if named := scene.within(end, inside):
            yield from ((number, 0) for number in named)
            return
        found = [*scene.item(opened), *((number, 0) for number in scene.within(opened, inside))]
        if found:
            yield from found
            return
    # "Evening class in Go. We are at lesson 3", "MSc Statistics, Leeds. Admitted; first lecture in May"
    at = start
    while not scene.within(floor, stop) and (_WE_ARE.match(scene.text, floor) or len(scene.text[floor:at]) <= _SHORT):
        at, floor = floor, scene.sentence_start(max(0, floor - 2))
        if floor == at or "\n" in scene.text[floor:at] or DONE.search(scene.unnamed(floor, stop)):
            return
    for edge in _PART.finditer(scene.text, floor, stop):
        if edge.group() == "(" and 0 <= edge.start() - end <= 1:
            continue  # "currently module 2 (Airflow)"
        if edge.group() == ":" and not scene.text[edge.end() : start].strip():
            continue  # "SQL: week 2 of 8, joins done"
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


def being_made(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch remarks on the progress of something being made, whose skills are in use: "chess engine in Rust
    (in progress)"."""
    if not _PROGRESS.search(scene.text, start, end):
        return False
    floor = max(scene.sentence_start(start), start - _MADE)
    near = min(scene.sentence_end(end), end + _MADE_BEHIND)
    return THINGS_MADE.search(scene.text, floor, near) is not None and _STUDIES.search(scene.text, floor, near) is None


def lapsed(scene: Scene, start: int, end: int, reach: int) -> Ruled:
    """The credential last named before the words that tell that it lapsed, in their sentence or, if none names anything, in
    the one before: "CCNA in 2016; it expired 2019"."""
    if not _LAPSED.match(scene.text, end):
        return
    floor = scene.sentence_start(start)
    if not scene.within(floor, start):
        floor = scene.sentence_start(max(0, floor - 2))
    for number in reversed(scene.within(max(floor, scene.text.rfind("\n", 0, start)), start)):
        if scene.kinds[number] == "credential":
            if len(WRITTEN_WORDS.findall(scene.text[scene.spans[number][1] : start])) <= reach:
                yield number, start - scene.spans[number][1]
            return
