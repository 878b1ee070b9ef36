"""What a wish governs, what goes on with it, and what it is not about: what came true, and what the writer has already."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from aimatch.extract.rules.listed import Deferred, any_of, word_set
from aimatch.extract.rules.scopes import BROUGHT, IDIOMS, MADE
from aimatch.extract.status.scene import CLAIMED, Ruled, Scene
from aimatch.extract.status.vocabulary import LETTERS
from aimatch.extract.words import WRITTEN_WORDS

_EXERCISED = any_of("exercised")
_REACHED = any_of("reached")
_MINE_BEFORE = re.compile(r"\b(?:my|our)\b[^,;:]*\Z", re.IGNORECASE)  # "much as I like my work, Rust is on my list"
# "Where I can manage people, with strong communication skills", "contribute with dedication".
_DASH = re.compile(r"[ \t]+[\u2013\u2014-][ \t]+")
_AND_WITH = re.compile(r",\s+with\b|\bwith(?:\s+\w+)?\s*\Z")
_NEAR = 25  # characters before a name that hold "my ten years of"
_ENDED = re.compile(r"[.;!?][\"'\u2019\u201d)]?[ \t]*\n?[ \t]*")  # what parts the sentences of a paragraph
# Of which words all around a name must be that goes on with a wish, and what ends them.
_KNOWN = "sequels.heads+sequels.opening+sequels.fillers+when"
_SEQUEL_ENDS = Deferred(r"[,:()\u2013\u2014]| - | (?:{sequels.stops})\b")
_LONGEST_REST = 90  # characters behind the last name of a wish that a sentence ends with


def came_true(scene: Scene, start: int, end: int) -> bool:
    """Whether a wish that a sentence begins with is followed by what was made of it: "Long interested in speech, I wrote ..."."""
    return (
        len(WRITTEN_WORDS.findall(scene.text[scene.sentence_start(start) : start])) <= 1
        and MADE.search(scene.text, end, scene.sentence_end(end)) is not None
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
        gap = IDIOMS.sub("", scene.text[edge:first])
        brought = max(BROUGHT.finditer(gap), key=lambda found: found.start(), default=None)
        reached = _REACHED.search(gap, brought.end() if brought else 0)
        aside = not reached and (aside or brought is not None)
        traits = traits and not (brought or _AND_WITH.search(gap) or _EXERCISED.search(gap))
        if not aside and (traits or scene.kinds[number] != "soft"):
            yield number, first - end
        edge = max(edge, last)


def continued(scene: Scene, statuses: Sequence[str]) -> Iterator[int]:
    """The mentions with which a wish goes on: "I want to learn Go. Rust after that", "... Kafka, followed by Flink".

    The words around such a name are all of a small vocabulary (``[sequels]``), and one of them tells that it goes on.
    """
    wished = {number for number, status in enumerate(statuses) if status == "aspirational"}
    last = -1  # the last name before
    for number, (start, end) in enumerate(scene.spans if wished else ()):
        while last + 1 < number and scene.spans[last + 1][1] <= start:
            last += 1
        before = next((one for one in range(last, -1, -1) if scene.kinds[one] not in CLAIMED), -1)
        if number in wished or scene.kinds[number] in CLAIMED:
            continue
        within = [one for one in (number - 1, number + 1) if one in wished and scene.kinds[one] == "credential"]
        if any(scene.spans[one][0] <= start and end <= scene.spans[one][1] for one in within):
            yield number  # the Azure of "Azure Fundamentals, enrolled"
        elif before in wished and _goes_on(scene, scene.spans[before][1], start, end):
            wished.add(number)
            yield number


def _goes_on(scene: Scene, since: int, start: int, end: int) -> bool:
    """Whether a name goes on with a wish whose last name ends at a place, in its sentence or the next."""
    text, floor = scene.text, scene.sentence_start(start)
    if floor > since:
        stop = scene.sentence_end(since)
        if stop - since > _LONGEST_REST or not _ENDED.fullmatch(text, stop, floor):
            return False
    lead = LETTERS.findall(text[max(floor, since) : start].lower())
    edge = min([scene.sentence_end(end), *scene.starts[bisect_left(scene.starts, end) :][:1]])
    stops = _SEQUEL_ENDS.search(text, end, edge)
    tail = LETTERS.findall(text[end : stops.start() if stops else edge].lower())
    if any(word not in word_set(_KNOWN) and not word.isdigit() for word in (*lead, *tail)):
        return False
    opens = floor > since and lead[:1] and lead[0] in word_set("sequels.opening")
    return bool(opens) or not word_set("sequels.heads").isdisjoint((*lead, *tail))
