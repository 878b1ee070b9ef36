"""Things that a seller brings: "a supplier's system with its own OCR", "scales with machine vision, a vendor's product"."""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.theirs import Theirs

_EQUIPPED = re.compile(r" (?:with (?:its|their) own|with built-in|with inbuilt|that|which|whose)\b")
_ENDS = re.compile(r"\s*(?:[.;,:)\n]|\Z)")
_INSIDE = 4  # words between a thing and the apposition that tells whose it is: "inside the ERP"
_APPOSED = re.compile(r", (?:(?:the |a )?products? of )?\Z")
_USES = Deferred(r"\b(?:{acquires})\b")
_FROM = re.compile(r"\b(?:from|by|of) \Z")
_FIRST = re.compile(r"\W*(\w+)")
_WRITER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur)\b")
_THAT = re.compile(r" (?:that|which)\b")
_PLACED = Deferred(r"\b(?:{placed}) (?:in|on|inside|within) \Z")


def _own_deed(lead: str) -> bool:
    """Whether the candidate did something to what follows: "configured a vendor tool with its own OCR"."""
    first = _FIRST.match(lead)
    word = "" if first is None else first.group(1).lower()
    return word.endswith("ed") or word in grammar().finite or _WRITER.search(lead) is not None


def bought(theirs: Theirs, people: Phrase) -> Ruled:
    """What a seller's product is or holds, and what runs in a seller's place; ``people`` are of ``sellers``."""
    scene, rules = theirs.scene, grammar()
    text = scene.text
    product = rules.products.match(text, people.behind)
    end = product.end() if product else people.end
    apposed = _APPOSED.search(people.lead)
    whole = people.possessive and not product and people.determiner != ""
    if apposed and (product or whole or "of" in apposed.group()) and _ENDS.match(text, people.behind if whole else end):
        at = people.first - len(apposed.group())
        if "," not in text[scene.sentence_start(at) : at]:  # of a list it is but an item
            yield from scene.backward(at, _INSIDE if whole else 2)  # "machine learning inside the ERP, the vendor's"
    elif product and _EQUIPPED.match(text, end):
        if not _own_deed(people.lead):
            yield from theirs.clause(end, theirs.own_clause(end))
    elif people.possessive and _PLACED.search(people.lead):
        if not _own_deed(people.lead):
            yield from scene.forward(people.behind, 1, skip_soft=True)  # "sits in the provider's SAP"
    elif people.determiner in ("a", "an", "another") and _FROM.search(people.lead) and not _own_deed(people.lead):
        # "the ward uses an AI of a French vendor", "runs a Kafka system from a supplier"
        used = scene.within(scene.sentence_start(people.first), people.first)
        if used and _USES.search(text, scene.sentence_start(people.first), scene.starts[used[-1]]):
            yield from scene.backward(people.first, 3)
    elif text.startswith(", ", end) and _FROM.search(people.lead):
        # "a scale from a maker, machine vision that counts ..."
        behind = scene.within(end + 2, end + 3)
        if behind and scene.starts[behind[0]] == end + 2 and _THAT.match(text, scene.spans[behind[0]][1]):
            yield behind[0], 0
