"""What lies ahead, told by the grammar of a clause where no cue foresees it: "Autumn: begin of a course on ROS", "In May I'll
rebuild it in Rust", "using my leave to learn Go", "Rust? Soon, I hope".

A clause tells of what is to come where study or the writer's own future stands beside a time to come, and nothing in it tells
of what is over, regular, or done for others. The words are data (``[prospects]`` of ``language/status.toml``). Only mentions
of which no cue tells anything are asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from aimatch.extract.rules.listed import Deferred, any_of, cased, listed, word_set
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.extract.words import WRITTEN_WORDS
from aimatch.wordlist import WordList

_PART = re.compile(
    r"[;\n|\u2022]|\s[\u2013\u2014-]\s|,? (?:but|while|whereas|although|though|yet|as|because|since|so) |[.:] "
)
_ASIDE = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LONGEST = 220  # characters of a sentence: texts that lost their full stops are one
_LABEL_WORDS = 2
_ME = re.compile(r"\b(?:I|me|my|My)\b")
_NEAR = 3  # words between "to learn" and what is to be learned


# Study, the writer's future ("I will", "this autumn will"), and when it is: a time to come, or one that is arranged.
_STUDY = cased(r"\b(?:{prospects.study})\b(?! (?:{prospects.no_study})\b)")
_FUTURE = r"(?:['\u2019]ll| (?:{prospects.auxiliaries}))"
_MINE = Deferred(
    rf"\b(?:I|We|we){_FUTURE} (?:{{prospects.new_to_me}})\b|\b(?:This|Next|this|next) (?:{{prospects.seasons}}|{{when}}) will\b"
)
_TO_LEARN = cased(r"\b(?:{prospects.for_learning}) to (?:{prospects.to_learn})\b")
_NO_YEAR = r"(?!,? ?(?:19|20)\d\d| (?:terms?|semesters?|quarters?)\b| \d{1,2},? (?:19|20)\d\d)\b"
_TO_COME = cased(
    r"\b(?:next|coming) (?:{when})\b"
    r"|\b(?:{prospects.before_seasons}) (?:(?:early|late|mid|the) )?(?:\d\d? )?(?:{prospects.seasons})"
    + _NO_YEAR
    + r"|\b(?:{prospects.ahead})\b|\bin (?:{slots.few}|a|a few|\d\d?) (?:days?|weeks?|months?)\b|\A\W*(?:{prospects.seasons}):"
)
_ARRANGED = any_of("prospects.arranged")
_GRANTED = cased(r"\b(?:was|were|been|am|is|are|has|have)? ?(?:{prospects.granted})\b")
_OVER = cased(r"\b(?:{~prospects.over})\b")
_WORDS = "prospects.fragments+sequels.heads+sequels.fillers+when"  # of which a stretch that lies ahead is composed
_KNOWN = (
    "prospects.of_study+prospects.study+prospects.seasons+prospects.before_seasons+prospects.ahead+prospects.arranged"
    "+prospects.granted+sequels.heads+sequels.fillers+when"
)


@cache
def _signs() -> WordList:
    """Without one of these nothing lies ahead."""
    own = ("'ll", "\u2019ll", *(f" {word}" for word in listed("prospects.auxiliaries")))
    return WordList(
        [
            *listed("prospects.study+prospects.fragments"),
            *(f"{who}{word}" for who in ("i", "we") for word in own),
            *(f"to {word}" for word in listed("prospects.to_learn")),
            *(f"{which} {time} will" for which in ("this", "next") for time in listed("prospects.seasons+when")),
        ]
    )


@cache
def _known() -> frozenset[str]:
    """The words, each for itself, that tell of study."""
    return frozenset(word for phrase in listed(_KNOWN) for word in phrase.split())


def ahead(scene: Scene, asked: Sequence[bool]) -> Iterator[int]:
    """The mentions, among those asked about, that a clause tells to lie ahead."""
    seen = -1
    for number, (start, _) in enumerate(scene.spans):
        if not asked[number] or start < seen:
            continue
        floor, stop = scene.sentence_start(start), scene.sentence_end(start)
        seen = stop
        if stop - floor > _LONGEST or _signs().first(scene.text, floor, stop) is None:
            continue
        for begin, end in _parts(scene.text, floor, stop):
            inside = [one for one in scene.within(begin, end) if asked[one] and scene.kinds[one] not in CLAIMED]
            if not inside:
                continue
            first, last = _lies_ahead(scene, begin, end)
            if first < last or _composed(scene, begin, end):
                yield from (one for one in inside if first <= scene.starts[one] < last or first == last)
            else:
                yield from _to_learn(scene, begin, end, inside)


def _parts(text: str, floor: int, stop: int) -> Iterator[tuple[int, int]]:
    for edge in _PART.finditer(text, floor, stop):
        if edge.group() == ": " and len(text[floor : edge.start()].split()) <= _LABEL_WORDS:
            continue  # "Autumn: evening class in Go"
        yield floor, edge.start()
        floor = edge.end()
    yield floor, stop


def _lies_ahead(scene: Scene, begin: int, end: int) -> tuple[int, int]:
    """The stretch of a clause, from comma to comma, that tells of study or the writer's future at a time to come."""
    clause = _ASIDE.sub(lambda aside: " " * len(aside.group()), scene.text[begin:end])  # brackets tell of one name
    what = _STUDY.search(clause)
    time = _TO_COME.search(clause) or (_ARRANGED.search(clause, what.end()) if what else None)
    mine = _MINE.search(clause) if time else None
    what = mine or what
    if not time or not what or _over(scene, begin, end) or not (mine or _of_study(scene, begin, end)):
        return end, end
    first = clause.rfind(",", 0, what.start()) + 1
    last = clause.find(",", max(time.end(), what.end()))
    return begin + first, end if last < 0 else begin + last


def _of_study(scene: Scene, begin: int, end: int) -> bool:
    """Whether the words of a clause are those of one who studies: "Schedule exams for the next term" is a duty."""
    words = WRITTEN_WORDS.findall(_beside_names(scene, begin, end))
    strange = [
        word for word in words if not (word[:1].isupper() or word[:1].isdigit()) and word.strip(".") not in _known()
    ]
    return (
        bool(words)
        and (words[0].lower().strip(".") in _known() or not scene.text[begin:end].lstrip().startswith(words[0]))
        and len(strange) <= 1 + (_ME.search(scene.text, begin, end) is not None)
    )


def _beside_names(scene: Scene, begin: int, end: int) -> str:
    """A clause without the names of its skills, but with what the writer does or is: "taught"."""
    clause = scene.text[begin:end]
    for number in scene.within(begin, end):
        if scene.kinds[number] not in CLAIMED:
            first, last = (at - begin for at in scene.spans[number])
            clause = clause[:first] + " " * (last - first) + clause[last:]
    return clause


def _over(scene: Scene, begin: int, end: int) -> bool:
    """Whether words beside the names of a clause tell of what is over, regular, or done for others."""
    return _OVER.search(_GRANTED.sub(" ", _beside_names(scene, begin, end))) is not None


def _composed(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch holds nothing beside its names but words of what is to come: "Hopefully soon also Kubernetes"."""
    words = WRITTEN_WORDS.findall(_beside_names(scene, begin, end).lower())
    return (
        "," not in scene.text[begin:end]
        and not word_set("prospects.fragments").isdisjoint(words)
        and all(word.strip(".") in word_set(_WORDS) for word in words)
    )


def _to_learn(scene: Scene, begin: int, end: int, inside: Sequence[int]) -> Iterator[int]:
    found = _TO_LEARN.search(scene.text, begin, end)
    if found is None or _over(scene, begin, end) or _YEAR.search(scene.text, begin, end):
        return
    for number in inside:
        gap = scene.text[found.end() : scene.starts[number]] if scene.starts[number] >= found.end() else "x " * 9
        if scene.kinds[number] in ("technology", "credential") and len(WRITTEN_WORDS.findall(gap)) <= _NEAR:
            yield number
