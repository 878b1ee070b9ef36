"""Denials that no cue foresees: "Pulumi never crossed my desk", "it never came to a project with Databricks"; and of what was just
told: "I was taught Perl once; I have not written a line since".

Where a clause tells something of the writer and holds one word of denial, what it names is denied, unless it speaks of
failures, limits or comparisons, or of what the writer owns ("my Kafka cluster never slept"). The words are data
(``[denials]`` of ``language/status.toml``). Only mentions of which no cue tells anything are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from aimatch.extract.rules.listed import any_of, cased, listed
from aimatch.extract.rules.scopes import USED_AFTER_ALL
from aimatch.extract.status.antecedents import of_people, recanted
from aimatch.extract.status.beside_denied import supposed, used_later
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.extract.status.spared import often, own
from aimatch.extract.words import WRITTEN_WORDS
from aimatch.wordlist import heads_of, words_in

_ME = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
_ME_WORDS = frozenset({"i", "me", "my", "mine", "myself"})
_OPENS = ("I ", "I'", "I\u2019", "My ")
_OF_ME = (
    " I ",
    "(I ",
    "(my ",
    "\nI ",
    " I'",
    " I\u2019",
    " my ",
    "My ",
    " me ",
    " me.",
    " mine",
)  # a text about the writer holds one
_MINE = re.compile(r"\b(?:my|our|whose)\b(?: [\w-]+){0,2} \Z", re.IGNORECASE)
# What speaks of the clause before: "I had a course in Perl, but cannot do it myself".
_SPOKEN_OF = any_of("denials.spoken_of")
# What denies, what parts clauses, what makes a clause deny nothing of a skill, and the verbs of use that are denied of what was told
# before.
_DENYING = any_of("denials.words")
_PARTING = cased(r"[,;:()\n]|\s[\u2013\u2014-]\s|\b(?:{denials.parting})\b")
_SPARED = cased(r"\b(?:{~denials.spared})\b")
_USING = any_of("slots.handled+slots.skill_verb+denials.using")
_SIGN = re.compile(r"[,;:()\n]|\s[\u2013\u2014-]\s")
# "a Python person and | have never touched Kafka"; but "Python I can read and have never written"
_AND_VERB = re.compile(r"(?! I\b)[^,;]*\band (?:have|had|has|am|was|could|can|do|did|would)\s*")
_REACH = 8  # words between a word of denial and what it denies
_CLAUSE = 160  # characters to either side of a word of denial: texts that lost their full stops are one sentence


@cache
def _heads() -> Mapping[str, str]:
    """The words that deny, each with the word that it begins with, by which most are told to be absent."""
    return {word: "".join(heads_of([word])) for word in listed("denials.words")}


def denies(text: str, start: int, end: int) -> bool:
    """Whether a word of denial stands in a stretch of text."""
    return _DENYING.search(text, start, end) is not None


def spares(text: str, start: int, end: int) -> bool:
    """Whether a stretch that denies speaks of failures, limits or comparisons."""
    return _SPARED.search(text, start, end) is not None


def told_of_me(scene: Scene, asked: Sequence[bool]) -> Iterator[int]:
    """The mentions, among those asked about, that a clause of the writer denies."""
    known = words_in(scene.text)
    if _ME_WORDS.isdisjoint(known) or not (scene.text.startswith(_OPENS) or any(me in scene.text for me in _OF_ME)):
        return
    there = [word for word, head in _heads().items() if head in known]
    for first_at, past in _found(scene.text.lower().replace("\n", " ").replace("(", " "), there):
        floor, stop = (
            max(scene.sentence_start(first_at), first_at - _CLAUSE),
            min(scene.sentence_end(past), past + _CLAUSE),
        )
        if _ME.search(scene.text, floor, stop) is None:
            continue
        start, end = _clause(scene, first_at, past)
        clause = scene.text[start:end]
        inside = [number for number in scene.within(start, end) if asked[number]]
        unnamed = (
            not scene.within(start, end) and _SPOKEN_OF.search(clause) is not None and _USING.search(clause) is not None
        )
        if not inside and not unnamed:
            continue
        if not _ME.search(clause) or _SPARED.search(clause):
            continue
        if (
            supposed(scene, first_at)
            or used_later(scene, first_at, past)
            or USED_AFTER_ALL.search(scene.text, past, stop)
        ):
            continue
        edges = [sign.end() for sign in _SIGN.finditer(scene.text, floor, first_at)]
        sign = _SIGN.search(scene.text, past, stop)
        if len(_DENYING.findall(scene.text, edges[-1] if edges else floor, sign.start() if sign else stop)) != 1:
            continue  # two denials void each other: "no week in which I haven't"
        if unnamed:
            told = recanted(scene, start, end, loosely=True)
            yield from (number for number, _ in told if asked[number] and scene.kinds[number] not in CLAIMED)
        for number in inside:
            first, last = scene.spans[number]
            gap = scene.text[past:first] if first >= past else scene.text[last:first_at]
            if (
                scene.kinds[number] not in CLAIMED
                and not (last <= first_at and (scene.parted(number, first_at) or of_people(scene.text, first_at)))
                and not (
                    last <= first_at and scene.within(past, end) and _AND_VERB.fullmatch(scene.text, last, first_at)
                )
                and len(WRITTEN_WORDS.findall(gap)) <= _REACH
                and not _MINE.search(scene.text, max(start, first - 40), first)
                and not own(scene, number)
                and not often(scene, number)
            ):
                yield number


def _found(low: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words stand in a text in lower case. They are looked for one by one: most texts hold few of them, and a search
    for all at once would stop at each word."""
    spaced = " " + low  # so that a word is found at the text's beginning too
    for word in words:
        at = spaced.find(" " + word)
        while at >= 0:
            past = at + len(word)
            if not low[past : past + 1].isalnum():
                yield at, past
            at = spaced.find(" " + word, past)


def _clause(scene: Scene, start: int, end: int) -> tuple[int, int]:
    """The clause of a stretch: from sign or conjunction to sign or conjunction."""
    floor = max(scene.sentence_start(start), start - _CLAUSE)
    stop = min(scene.sentence_end(end), end + _CLAUSE)
    for parted in _PARTING.finditer(scene.text, floor, start):
        # "and I have hardly used Scala" begins with the writer
        floor = parted.start() + len("and ") if parted.group()[:4].lower() == "and " else parted.end()
    sign = _PARTING.search(scene.text, end, stop)
    stop = sign.start() if sign else stop
    if scene.text.endswith(" and ", floor, start) and scene.within(end, stop):
        floor = start  # "built it in Go and no project of mine has used Scala"
    return floor, stop
