"""What a trained classifier tells of the mentions on which no rule of status says anything.

People say in more ways than rules can list that a skill is not theirs: "the scheduler came out of Joaquin's hands", "one seminar,
nothing more". A logistic regression over the words beside a mention, within its sentence, weighs them all. It is trained by
``training/status_classifier.py`` on invented resumes and sentences (``training/README.md``: what they are, how it was chosen, how to
retrain), and its weights are data (``skill_taxonomy/models/status.toml``): a mention's score is the sum of those of its features,
so each verdict can be taken apart (``training/status_classifier.py explain "..."``). Rules come first: it judges only mentions that
they leave asserted.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Any, NamedTuple

from aimatch import data
from aimatch.extract.sentences import sentences
from aimatch.extract.status.cue_search import FoundCues
from aimatch.model import Section, Status

#: The statuses that the classifier tells from "asserted", in the order of the weights.
TOLD: tuple[Status, ...] = ("negated", "aspirational", "other-person")
#: Words to either side of a mention that are looked at.
WINDOW = 14
#: What stands for a mention, and for a list of mentions, among the words: which skill it is must not matter.
MENTION = "\u25ca"

#: Sections in which nothing is judged: whose a degree or a certificate is, rules of their own tell.
UNJUDGED = frozenset({"education", "certifications", "courses"})
#: What the features of the section begin with in which a mention stands.
OF_SECTIONS = ("section:", "heading:")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][a-z]{1,2}\b)?|\d+|[^\w\s]")
_ENDING = re.compile(r"(?:ing|ed|es|s)\Z")
_CONTRACTED = ("'s", "'d", "'ll")
_JOINING = frozenset(",/&+") | {"and", "or"}
_NEAR, _FAR = 2, 6  # words between a cue and a mention: up to these it is near, or not far
_START = itemgetter(0)
_NEAREST = 3  # words to either side whose place counts


class Place(NamedTuple):
    """A mention to be judged: its number, and its words, cues and section as features."""

    number: int
    features: frozenset[str]


@cache
def _model() -> tuple[Mapping[str, Sequence[int]], Sequence[int], float, int]:
    """The weights by feature, the intercepts, the least certainty, and the unit of the weights."""
    packed = data.compiled("status-model", _packed)
    weights = iter(packed["weights"])
    by_feature = dict(zip(data.unpack(packed["features"]), zip(weights, weights, weights, strict=True), strict=True))
    return by_feature, packed["intercepts"], packed["least"], packed["unit"]


def _packed() -> dict[str, Any]:
    table = data.model("status")
    weights: Mapping[str, Sequence[int]] = table["weights"]
    return {
        "features": data.pack(weights),
        "weights": [one for row in weights.values() for one in row],
        "intercepts": table["intercepts"],
        "least": table["least_certainty"],
        "unit": table["unit"],
    }


def told(
    text: str, spans: Sequence[tuple[int, int]], numbers: Sequence[int], cues: FoundCues, sections: Sequence[Section]
) -> Iterator[tuple[int, Status]]:
    """The mentions among ``numbers`` that are not the person's own, each with its status.

    Args:
        text: The text.
        spans: Where its mentions stand, in order of place.
        numbers: Indices of the mentions to be judged.
        cues: The cues of status in the text, in order of place.
        sections: The sections of the resume.
    """
    judged: dict[frozenset[str], Status] = {}  # the items of a list have the same features
    for number, features in places(text, spans, numbers, cues, sections):
        if features not in judged:
            shares = probabilities(features)
            likeliest = TOLD[shares.index(max(shares))]
            judged[features] = likeliest if sum(shares) > _model()[2] else "asserted"
        if judged[features] != "asserted":
            yield number, judged[features]


def probabilities(features: frozenset[str]) -> tuple[float, ...]:
    """How likely each status of :data:`TOLD` is, 0..1; what is missing to 1 is that of "asserted"."""
    weights, intercepts, _, unit = _model()
    rows = [weights[one] for one in features if one in weights]
    scores = [math.exp(sum(column) / unit) for column in zip(intercepts, *rows, strict=True)]
    return tuple(score / (1 + sum(scores)) for score in scores)


def places(
    text: str, spans: Sequence[tuple[int, int]], numbers: Sequence[int], cues: FoundCues, sections: Sequence[Section]
) -> Iterator[Place]:
    """The mentions to be judged with their features. A sentence that holds nothing but mentions tells nothing of them."""
    bounds = sentences(text)
    starts = [start for start, _ in spans]
    at = 0
    while at < len(numbers):
        start, end = bounds.around(spans[numbers[at]][0])
        first = at
        while at < len(numbers) and spans[numbers[at]][0] < end:
            at += 1
        at = max(at, first + 1)
        titled = [*_titled(sections, start)]
        if not UNJUDGED.isdisjoint(feature.removeprefix("section:") for feature in titled[:1]):
            continue
        inside = spans[bisect_left(starts, start) : bisect_left(starts, end)]
        words, where = _words(text, start, end, inside)
        if not any(word[0].isalpha() for word in words):
            continue
        beside = _beside(words)
        said = cues[bisect_left(cues, start, key=_START) : bisect_left(cues, end, key=_START)]
        for number in numbers[first:at]:
            written = text[slice(*spans[number])]
            cased = "name:small" if written == written.lower() else "name:capital"
            features = [*beside[where[spans[number]]], *_cued(text, said, spans[number]), *titled, cased]
            yield Place(number, frozenset(features))


def _words(
    text: str, start: int, end: int, inside: Sequence[tuple[int, int]]
) -> tuple[list[str], dict[tuple[int, int], int]]:
    """The words of a sentence, each mention one of them, and which word each mention is."""
    words: list[str] = []
    where: dict[tuple[int, int], int] = {}
    reached = start
    for span in inside:
        if span[0] >= reached:
            words += _plain(text[reached : span[0]])
            words.append(MENTION)
            reached = span[1]
        where[span] = len(words) - 1  # of two that overlap ("machine and deep learning") both are one word
        reached = max(reached, span[1])
    return words + _plain(text[reached : max(reached, end)]), where


def _plain(text: str) -> list[str]:
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    neutral = _neutral()
    return [
        ("19xx" if len(word) == len("2024") and word[:2] in ("19", "20") else "#")
        if word.isdigit()
        else neutral.get(word, word)
        for word in words
    ]


@cache
def _neutral() -> Mapping[str, str]:
    """What words that tell a gender are taken for: learnt from so few people, "she" and "he" had weights of their own."""
    found: dict[str, str] = {}
    persons = data.table("language/persons")
    for one, other in (*persons["genders"], *persons["kin"]):
        # "him" and "his" are one, since "her" is both.
        same = found.setdefault(other, found.get(one, one))
        if same != one:
            found[one] = same
    return found | {word + end: first + end for word, first in found.items() for end in _CONTRACTED}


def _beside(words: Sequence[str]) -> dict[int, list[str]]:
    """The features of the words beside each mention, by which word it is: lists of mentions are read as one."""
    left = _runs(words)
    right = {len(words) - 1 - place: after for place, after in _runs([*reversed(words)]).items()}
    made: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    result = {}
    for place, before in left.items():
        both = (before, right[place])
        if both not in made:
            made[both] = [
                *_side("l", before),
                *_side("r", right[place]),
                f"first:{' '.join(before[:-3:-1])}",
                f"first:{' '.join(before[-1:])}",
            ]
        result[place] = made[both]
    return result


def _runs(words: Sequence[str]) -> dict[int, tuple[str, ...]]:
    """The words before each mention, nearest first, by which word it is. Mentions joined as a list are one word."""
    seen: list[str] = []
    result = {}
    for place, word in enumerate(words):
        if word == MENTION:
            result[place] = tuple(reversed(seen[-WINDOW:]))
            if seen[-1:] == [MENTION]:
                continue
            if len(seen) > 1 and seen[-1] in _JOINING and seen[-2] == MENTION:
                seen.pop()
                continue
        seen.append(word)
    return result


def _side(side: str, words: Sequence[str]) -> Iterator[str]:
    for word in words:
        yield f"{side}:{word}"
        yield f"{side}s:{_ENDING.sub('', word)}"
    for place, word in enumerate(words[:_NEAREST]):
        yield f"{side}{place}:{word}"
    for one, other in pairwise(words):
        yield f"{side}b:{one} {other}"


def _cued(text: str, cues: FoundCues, span: tuple[int, int]) -> Iterator[str]:
    """The features of the cues in the sentence of a mention: what each says, its side, and how near it stands."""
    for start, end, cue in cues:
        said = f"{cue.status} {cue.direction}"
        if start < span[1] and span[0] < end:
            yield f"c=:{said}"
            continue
        side, between = ("l", text[end : span[0]]) if start < span[0] else ("r", text[span[1] : start])
        words = between.count(" ")
        yield f"c{side}:{said}"
        yield f"c{side}{0 if words <= _NEAR else 1 if words <= _FAR else 2}:{said}"
        yield f"c{side}:{cue.status}"
        if "," not in between and " but " not in between:
            yield f"cx{side}:{said}"


def _titled(sections: Sequence[Section], at: int) -> Iterator[str]:
    """The features of the section in which a place lies: its kind, and the words of its heading."""
    for section in sections:
        if section.start <= at < section.end:
            yield f"section:{section.kind}"
            yield from (f"heading:{word}" for word in _plain(section.title))
