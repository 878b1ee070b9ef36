"""What a clause about others refers back to: the thing that the clause or sentence before names.

"The reports ran on Kafka; that part was the vendor's", "There is a Django service behind it. A contractor wrote it". Where
the clause before tells that the candidate made the thing, nobody else's hold on it is believed.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from aimatch.deferred import Deferred
from aimatch.extract.lines import first_word
from aimatch.extract.rules.grammar import grammar, tells_a_deed
from aimatch.extract.rules.listed import word_set
from aimatch.extract.rules.possession import REFERS_BACK
from aimatch.extract.status.antecedents import WRITER
from aimatch.extract.status.scene import Ruled, Scene

_IT = Deferred(
    r"(?:,? (?:and|or) [a-z]+(?:ed|s|t))?\s+(?:(?:in|on|with|of|for|after) )?(?:it|them|all of (?:it|them)|(?:both|that|this|those)(?= ?(?:[.,;:)\n\u2013-]|\Z)| (?:and|so|but|for|with|while|as|too|part|bit|one)\b))\b"
)
# "R is the same: Gudrun writes it", "Helm ..... Gudrun writes it"
_TOPIC = Deferred(r"(?: [\w' -]{2,25})?(?::| [\u2013\u2014-]|[ \t]*[._\u2026\u00b7]{3,}| {3,}) ?")
_TOPIC_ALONE = re.compile(r" ?(?:[.:?|\u2013\u2014-] ?)")  # "Azure. Some customers run on it"
_NOTHING_BEFORE = Deferred(r"(?:\A|[\n.;|(]) ?[\s\u2022\u00b7*>~+\u25aa\u25cf\u25a0\u27a2\uf0b7-]*\Z")
_TOPIC_SIGNS = 4  # characters between a name and a clause, if it is a topic by itself
_TOPIC_REACH = 40  # characters between a name and the clause of which it is the topic
_CLAUSE_SIGN = Deferred(
    r"[,:(]\s*|\s[\u2013\u2014-]\s|\b(?:but|and|though|although|while) (?=it\b|that\b|this\b|those\b|the\b)"
)
_PREDICATE = Deferred(r"\b(?:an?|who|which)\b")
# What the candidate does to what follows, without a preposition that parts it from that.
_DEED = Deferred(
    r"(?:(?:\A|(?<=[\n.;:,\u2022-])|(?<=[.;:,\u2022-] ))\s*|(?P<relative>\b(?:that|which|whom) (?=I\b|we\b))?\b(?:I|[Ww]e)(?:['\u2019]ve)? (?:(?:have|had|also|then|now|\w+ly) )*|\band (?:then |also )?)"
    r"(?!I\b|[Ww]e\b)(?P<verb>[A-Za-z]+)(?: (?!(?:for|of|from|about|to|by|behind|that|which|and|or|but)\b)[\w'\u2019-]+){0,4} \Z"
)
_FOR = Deferred(r"\b(?:for|of|from|about)\b")
_NEAR = 100  # characters between a name and what refers back to it
_SEVERAL = Deferred(r"\W*(?:both|all)\b", re.IGNORECASE)
_OWN = Deferred(
    r"\b(?:mine|by (?:me|us|myself|our team)|(?:I|[Ww]e)(?:['\u2019](?:ve|d|m|re))? (?:(?:have|had|am|was|are|were|also|then|now|first|later|once|\w+ly) )*([a-z]+))\b"
)


def topic_before(scene: Scene, at: int) -> int | None:
    """The name that stands alone before a clause as what it is about: "Azure. | Some customers run on it"; None: no name."""
    before = bisect_left(scene.starts, at) - 1
    if before < 0 or at - scene.spans[before][1] > _TOPIC_SIGNS:
        return None
    start, end = scene.spans[before]
    alone = _TOPIC_ALONE.fullmatch(scene.text, end, at)
    return before if alone and _NOTHING_BEFORE.search(scene.text, max(0, start - 8), start) else None


class Referents:
    """What stands for the mentions of a scene in clauses about others. Every method yields mentions with their distance."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = grammar()

    def subject(self, stop: int) -> Ruled:
        """What the subject of a clause stands for, if it names no skill: "that part was | Camila's", "The portal was built |
        by". ``stop``: where its predicate ends."""
        scene, text = self.scene, self.scene.text
        floor = begin = scene.sentence_start(stop)
        for sign in _CLAUSE_SIGN.finditer(text, floor, stop):
            begin = sign.end()
        back = REFERS_BACK.match(text, begin, stop)
        if back is None or scene.within(begin, stop) or _PREDICATE.search(text, back.end(), stop):
            return  # "This is a course held by the vendor" speaks of the course
        yield from self._named_before(begin, stop, every=_SEVERAL.match(text, begin, stop) is not None)

    def object(self, first: int, end: int) -> Ruled:
        """What a clause is about whose verb ends at ``end`` and has but a pronoun as its object: "VBA: Henk writes it",
        "There is a Django service. A contractor wrote it"; of a thing that others only use, it must be the name alone:
        "Azure. Some customers run on it". ``first``: where the clause begins."""
        scene, text = self.scene, self.scene.text
        it = _IT.match(text, end)
        if it is None:
            return
        if not self.grammar.keeping.search(text, first, end):
            return
        # "we made a robot in Arduino: the pupils coded it"
        mine = WRITER.search(text, scene.sentence_start(first), first)
        before = scene.within(max(0, first - _TOPIC_REACH), first)
        behind = scene.spans[before[-1]][1] if before else first
        if not mine and _TOPIC.fullmatch(text, behind, first):
            yield from scene.backward(behind, 1)
        else:
            yield from self._named_before(first, first)

    def before(self, at: int) -> Ruled:
        """What the sentence before that of a place names last."""
        yield from self._named_before(self.scene.sentence_start(at), at)

    def _named_before(self, begin: int, at: int, *, every: bool = False) -> Ruled:
        """What the clause before names last, with the list that it ends; ``every``: it is told of all that the clause names."""
        scene, text = self.scene, self.scene.text
        floor = scene.sentence_start(begin)
        start = floor if text[floor:begin].strip() else scene.sentence_start(max(0, floor - 2))
        inside = scene.within(start, begin)
        if (
            not inside
            or begin - scene.spans[inside[-1]][1] > _NEAR
            or "\n" in text[start:begin].strip()
            or self.own(start, begin)
        ):
            return
        last = scene.spans[inside[-1]][1]
        listed = ((number, last - scene.spans[number][1]) for number in inside) if every else scene.backward(last, 0)
        for number, far in listed:
            yield number, far + at - begin + 1

    def held(self, number: int, at: int) -> bool:
        """Whether what is said of a mention up to a place comes after it is told what the candidate did with it: "Maintained
        Kafka, | written by", "the data that I loaded into Kafka | was provided by"."""
        scene, rules = self.scene, self.grammar
        start, end = scene.spans[number]
        deed = _DEED.search(scene.text, scene.sentence_start(start), start)
        verb = (deed.group("verb") if deed else first_word(scene.text, start, end)).lower()
        if verb in word_set("authoring") and _FOR.search(scene.text, end, at):
            return True  # "wrote SQL queries for validation of data | migrated by"
        if deed is None or verb in rules.taking:
            return False
        if deed.group("relative"):
            return tells_a_deed(verb)
        return "," in scene.text[end:at] and verb in rules.holding

    def own(self, start: int, end: int) -> bool:
        """Whether a stretch of text tells that the candidate made what it names: "Built a portal in Django"."""
        text, rules = self.scene.text, self.grammar
        word = first_word(text, start, end)
        if tells_a_deed(word) and word not in rules.nouns_too:
            return word not in rules.taking
        return any(
            (verb := told.group(1)) is None
            or (told.group().startswith("I") and verb in word_set("uses"))
            or (tells_a_deed(verb) and verb not in rules.taking)
            for told in _OWN.finditer(text, start, end)
        )
