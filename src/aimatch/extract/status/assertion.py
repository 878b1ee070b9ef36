"""The status of a mention: asserted, negated, aspirational, or another person's.

Cues (``skill_taxonomy/language/status.toml``, which defines their directions) are found in one pass; only where a cue
and a mention share a sentence is anything decided. A scope runs from the cue over the mentions that are joined to it as
a list and ends at a full stop, a semicolon, a line end, or a word such as "but" (:mod:`aimatch.extract.status.scene`). Where
cues disagree on a mention, the one whose text stands nearest wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import cast

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.rules.listed import Deferred, any_of, cased, listed, word_set
from aimatch.extract.rules.scopes import STOPS, USED_AFTER_ALL
from aimatch.extract.sentences import sentences
from aimatch.extract.status import (
    answers,
    asked,
    beside_denied,
    boxes,
    classifier,
    columns,
    denials,
    labels,
    legends,
    prospects,
    ratings,
    remarks,
    wishes,
)
from aimatch.extract.status.bought import received
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.directions import Directions
from aimatch.extract.status.names import Names
from aimatch.extract.status.others import Others
from aimatch.extract.status.scene import CLAIMED, LEAST, Scene
from aimatch.extract.status.spared import acted_on, completed, left_out, often, own, taken_over, tells_of_candidate
from aimatch.extract.status.vocabulary import composed
from aimatch.model import Section, Status

_TO_LEARN_IT = cased(
    r"\b(?:{will})(?: \w+)? (?:{to_learn_it}) (?:it|them)\b"
    r"|\b(?:it|they)(?:['\u2019]s| is|['\u2019]re| are) (?:\w+ )?(?:{listed_for_later})\b"
)
# "Bought a course of Rust but did not open it | yet"
_BOUGHT = Deferred(r"\b(?:bought|ordered|booked) (?:an?|the|two|my) (?:[\w-]+ )?(?:{prospects.study}|books?)\b")
_YET = re.compile(r"(?: it| them)? yet\b")
_DENYING = any_of("denials.words")
_VOID_ACROSS = any_of("void_across")
_SUFFIXES = {"negated": "denying_suffixes", "aspirational": "wishing_suffixes"}
_JUDGED = (
    "technology",
    "method",
)  # of what a person is like the text tells of them alone, and of certificates by rules
_GOVERNED = 80  # characters within which a wish or denial governs the people it names

# What parts two denials, so that neither voids the other.
_PARTED = re.compile(r"[,:()]|\b(?:and|or|nor)\b", re.IGNORECASE)
_NOR = re.compile(r"(?:nor|and|or)\b", re.IGNORECASE)  # "neither configured nor operated Kafka"
_RELATIVE = re.compile(r"\b(?:I|we)\s*\Z")  # "not one job that I have not moved"
_LINKED = re.compile(
    r"\b(?:that|which|where|whose|when)\b(?: [\w+#.-]+){0,2}\s*\Z"
)  # "hardly a job in Perl that was not mine"
_CLAUSE = re.compile(
    r"[;:()]|, (?:and|while)\b|\band (?:also|been|have|has|was|were|\w+ed)\b|,(?: [\w+#.]+){1,3} (?:is|are|was|were)\b"
)
# "Ohne dbt läuft kein Bericht", "without SQL nothing here would start"
_ABSENT = cased(r"(?:{~absent})\b")
_KEYED = re.compile(r"[\u2713\u2714\u2611\u2705\u2717\u2718\u274c][ \t]*[=:]?[ \t]*\Z")  # a key: "\u2717 never used"
_KEYS = re.compile(
    r"[\u2713\u2714\u2611\u2705].*[\u2717\u2718\u274c]"
)  # a heading that is a key: "\u2713 used, \u2717 never used"


def statuses(
    original: str,
    found: Sequence[Candidate],
    cues: FoundCues,
    sections: Sequence[Section],
    written: str = "",
    judge: Callable[[str], Status] | None = None,
) -> list[Status]:
    """The status of each candidate, in their order.

    ``written``: the text with the signs that open its lines, for the marks beside names; behaviours bear none. ``judge``:
    what a phrase tells of a name, for the legends of marks.
    """
    result: list[Status] = ["asserted"] * len(found)
    if not found:
        return result
    distance = [10**9] * len(found)
    scene = Scene(remarks.rounded(original, found), found, [section.start for section in sections])
    marked = legends.marked(scene, cues, written, judge)
    cues = legends.beside(cues, marked)
    kept: set[int] = set()  # the candidate's own, as told beside what would rule it
    for section in sections:
        if section.kind == "objective":
            for number in labels.sought(scene, section.body_start):
                result[number] = "aspirational"
                distance[number] = LEAST
        ruled = data.table("language/status")["sections"].get(section.kind)
        keyed = any(section.start <= start < section.body_start for start, _ in marked.spans)
        if ruled is not None and not keyed and not _KEYS.search(scene.text, section.start, section.body_start):
            for number in scene.within(section.body_start, section.end):
                if ruled == "aspirational" and completed(scene, number):
                    continue
                if ruled == "other-person" and tells_of_candidate(scene, number):
                    kept.add(number)
                    continue  # what a referee tells is mostly of the candidate
                if ruled == "negated" and left_out(scene, number, section.body_start):
                    continue
                theirs = ruled == "negated" and columns.of_others(scene, cues, number)
                result[number] = "other-person" if theirs else cast("Status", ruled)
                distance[number] = LEAST
    by_marks = (*boxes.ruled(scene, cues, written), *((*one, 1) for one in marked.ruled))
    for status, number, far in (*columns.ruled(scene), *by_marks):
        result[number] = cast("Status", status)
        distance[number] = far
    for status, ruling in _rulings(scene, cues):
        for number, far in ruling:
            if status == "other-person" and scene.kinds[number] in CLAIMED:
                continue  # what a person is like is told of the candidate alone
            if (status == "other-person" and taken_over(scene, number)) or (far >= 0 and own(scene, number)):
                kept.add(number)
                continue
            if status == "negated" and often(scene, number):
                kept.add(number)
                continue
            if far < distance[number] or (far == distance[number] and status == "negated"):
                distance[number] = far
                result[number] = status
    for _, end, cue in cues:
        if cue.status == "aspirational" and cue.direction in ("forward", "object") and scene.came_true(end):
            kept.update(scene.within(end, scene.sentence_end(end)))
    for number in denials.told_of_me(scene, [far == 10**9 for far in distance]):
        result[number] = "negated"
    for number in prospects.ahead(scene, [far == 10**9 and result[n] == "asserted" for n, far in enumerate(distance)]):
        result[number] = "aspirational"
    for number in wishes.continued(scene, result):
        if distance[number] == 10**9:
            result[number] = "aspirational"
    if written:
        unruled = _unruled(
            scene,
            [
                far != 10**9 or told != "asserted" or number in kept
                for number, (far, told) in enumerate(zip(distance, result, strict=True))
            ],
        )
        for number, status in classifier.told(scene.text, scene.spans, unruled, cues, sections):
            if status != "other-person" or not acted_on(scene, number):
                result[number] = status
    return result


def _unruled(scene: Scene, ruled: Sequence[bool]) -> list[int]:
    """The mentions that the classifier may judge: skills in sentences of which no rule has a say.

    What a rule has ruled is told of already, and beside it a sentence mostly names what the person has.
    """
    bounds = sentences(scene.text)
    within = [bounds.around(start) for start in scene.starts]
    told_of = {sentence for sentence, said in zip(within, ruled, strict=True) if said}
    return [
        number for number, sentence in enumerate(within) if sentence not in told_of and scene.kinds[number] in _JUDGED
    ]


def _rulings(scene: Scene, cues: FoundCues) -> Iterator[tuple[Status, Iterator[tuple[int, int]]]]:
    of_others = any(kind not in CLAIMED for kind in scene.kinds)
    others = Others(scene, [start for start, _, cue in cues if cue.direction == "people"]) if of_others else None
    if others is not None:
        yield "other-person", Names(others).ruled()
        yield "other-person", received(others.theirs)
        yield "other-person", asked.ruled(scene)
    for told_by_rating, rated in ratings.nothing(scene, cues).items():
        yield cast("Status", told_by_rating), iter(rated)
    for told_by_suffix, suffixes in _SUFFIXES.items():
        yield cast("Status", told_by_suffix), _suffixed(scene, listed(suffixes))
    for told_by_remark, number, far in remarks.ruled(scene, cues):
        yield cast("Status", told_by_remark), iter([(number, far)])
    directions = Directions(scene)
    for status, told in answers.answered(scene).items():
        yield cast("Status", status), iter(told)
    for told_by_label, number, far in labels.ruled(scene):
        yield cast("Status", told_by_label), iter([(number, far)])
    void = _void(scene, cues)
    titles = [span for span, kind in zip(scene.spans, scene.kinds, strict=True) if kind == "credential"]
    for place, (start, end, cue) in enumerate(cues):
        if cue.direction in ("people", "pronoun"):
            if others is None or any(begin <= start < stop for begin, stop in titles):
                continue  # the architect of "AWS Certified Solutions Architect" is nobody
            if cue.direction == "pronoun":
                yield "other-person", others.pronoun(start, end)
            else:
                status = _meant(scene, cues, place)
                yield status, others.noun(start, end, claimed=status != "other-person")
        elif place not in void and cue.direction != "void" and not _KEYED.search(scene.text, max(0, start - 3), start):
            status = _after_all(scene, start, end) if cue.status == "negated" else cue.status
            if status:
                yield cast("Status", status), directions.ruled(start, end, cue)
            if status == "negated" and cue.direction == "forward":
                # The verb of a deed is the last word of its denial: "Never | led a team", "did not | present to the board".
                begun = [
                    number
                    for number in scene.within(start + 1, end)
                    if scene.kinds[number] in CLAIMED and not _DENYING.search(scene.text, scene.starts[number], end)
                ]  # but "I | don't give up"
                yield "negated", ((number, 0) for number in begun)


def _after_all(scene: Scene, start: int, end: int) -> str:
    """What a denial tells, seen with the rest of its sentence; "": nothing, as the thing was used after all."""
    if beside_denied.supposed(scene, start) or beside_denied.used_later(scene, start, end):
        return ""
    stop = scene.sentence_end(end)
    bought = _YET.match(scene.text, end) and _BOUGHT.search(scene.text, scene.sentence_start(start), start)
    if bought or _TO_LEARN_IT.search(scene.text, end, stop):
        return "aspirational"
    return "" if USED_AFTER_ALL.search(scene.text, end, stop) else "negated"


def _meant(scene: Scene, cues: FoundCues, place: int) -> Status:
    """What a clause about others says: theirs, or a wish or a denial where one governs it ("join a team that runs")."""
    at = cues[place][0]
    floor = max(scene.sentence_start(at), at - _GOVERNED)
    for start, end, cue in reversed(cues[max(0, place - 6) : place]):
        if start < floor:
            break
        if cue.direction == "forward" and cue.status in ("aspirational", "negated") and not cue.kind:
            closed = scene.text.startswith(",", end)  # "Perl I do not know, | the scripts there are made by a friend"
            parted = closed or STOPS.search(scene.text, end, at) or _CLAUSE.search(scene.text, end, at)
            return "other-person" if parted else cast("Status", cue.status)
    # "Wish list for my next job: a team that serves its own models with vLLM"
    label, colon, _ = scene.text[scene.sentence_start(at) : at].partition(":")
    return "aspirational" if colon and composed(label, line=True) == "aspirational" else "other-person"


def _void(scene: Scene, cues: FoundCues) -> set[int]:
    """The denials that void each other: two in one clause without a mention between."""
    void: set[int] = set()
    denials: dict[int, tuple[int, list[int]]] = {}  # by where they begin: their end and their numbers
    for place, (start, end, cue) in enumerate(cues):
        if cue.status == "negated" and cue.direction != "label":
            denials.setdefault(start, (end, []))[1].append(place)
    for (start, (end, first)), (other, (_, second)) in pairwise(denials.items()):
        if (
            void.isdisjoint(first)
            and end <= other <= scene.sentence_end(end)
            and not _PARTED.search(scene.text, end, other)
            and not _NOR.match(scene.text, other)
            and (
                not scene.within(end, other)
                or _RELATIVE.search(scene.text, end, other)
                or _RELATIVE.search(scene.text, end, other + 2)
                or _LINKED.search(scene.text, end, other)
                or _VOID_ACROSS.match(scene.text, other)
                or (_VOID_ACROSS.match(scene.text, start) and _ABSENT.match(scene.text, other))
            )
        ):
            void.update(first, second)
    return void


def _suffixed(scene: Scene, suffixes: Sequence[str]) -> Iterator[tuple[int, int]]:
    for suffix in suffixes:
        if suffix in scene.text:
            for number, (_, end) in enumerate(scene.spans):
                fault = scene.text[slice(*scene.spans[number])].lower() in word_set("denied_heads")
                if scene.text.startswith(suffix, end) and scene.kinds[number] not in CLAIMED and not fault:
                    yield number, 0  # "a Spark-free pipeline", "Rust-curious"; but "hallucination-free"
