"""What a house has, not the candidate: what a seller brings ("a supplier's system with its own OCR"), what the candidate only sees the
results of ("Scores come from a model in the till, we just see the number"), and what an employer is ("Kaveri Ledgers (accounting
SaaS)").
"""

from __future__ import annotations

import re

from aimatch.extract.lines import first_word, line_start
from aimatch.extract.rules.grammar import grammar, tells_a_deed
from aimatch.extract.rules.listed import Deferred
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.status.subjects import ENDS
from aimatch.extract.status.theirs import Theirs

_EQUIPPED = re.compile(r" (?:with (?:its|their) own|with built-in|with inbuilt|that|which|whose)\b")
_INSIDE = 4  # words between a thing and the apposition that tells whose it is: "inside the ERP"
_APPOSED = re.compile(r", (?:(?:the |a )?products? of )?\Z")
_USES = Deferred(r"\b(?:{acquires})\b")
_FROM = re.compile(r"\b(?:from|by|of) \Z")
_THAT = re.compile(r" (?:that|which)\b")
_PLACED = Deferred(r"\b(?:{placed}) (?:in|on|inside|within) \Z")
_THE = r"(?:the|its|their|his|her|it|them|what|CSV|on)\b"
_ME = re.compile(r"[,;.:] (?:and |but )?(?:[Ww]e|I) ")
# ", we just see the number"; ". I called their API, that's all"; ", I am only a user"
_JUST = Deferred(
    rf"[,;.:] (?:and |but )?(?:[Ww]e|I) (?:(?:(?:are|were|was|am) )?(?:just|only|merely|simply) (?:(?:{{takes}}) {_THE}|(?:an? |the )?(?:{{only_users}})\b)"
    rf"|(?:{{takes}}) {_THE}[^.;\n]{{0,30}}(?:,| and)? (?:(?:and )?(?:that|this)(?:['\u2019]s| is| was) (?:all|it)|nothing (?:more|else)|no more|asked no questions|only)\b)"
)
_COMES = re.compile(r"\b(?:came|comes?|goes|go|went|sits?|lives?|has|had|have)\b")
_WRITER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|mine|ours)\b")
_EMPLOYER = re.compile(r"[A-Z][\w&.'-]*\s*\Z")
_BRACKET = re.compile(r"\(([^()\n]{3,60})\)")
_LINE_SIGN = re.compile(r"[ \t]*[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>~-]")


def _own_deed(lead: str) -> bool:
    """Whether the candidate did something to what follows: "configured a vendor tool with its own OCR"."""
    return tells_a_deed(first_word(lead)) or _WRITER.search(lead) is not None


def bought(theirs: Theirs, people: Phrase) -> Ruled:
    """What a seller's product is or holds, and what runs in a seller's place; ``people`` are of ``sellers``."""
    scene, rules = theirs.scene, grammar()
    text = scene.text
    product = rules.products.match(text, people.behind)
    end = product.end() if product else people.end
    apposed = _APPOSED.search(people.lead)
    whole = people.possessive and not product and people.determiner != ""
    if apposed and (product or whole or "of" in apposed.group()) and ENDS.match(text, people.behind if whole else end):
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


def received(theirs: Theirs) -> Ruled:
    """The skills of the clause before one that tells that the candidate only takes what comes out."""
    scene, rules, text = theirs.scene, grammar(), theirs.scene.text
    first = _ME.search(text)
    for just in _JUST.finditer(text, first.start()) if first else ():
        floor = scene.sentence_start(just.start() - 1)
        word = first_word(text, floor)
        told = any(verb.search(text, floor, just.start()) for verb in (rules.copulas, rules.finite_within, _COMES))
        if (
            told
            and not tells_a_deed(word)
            and not _WRITER.search(text, floor, just.start())
            and not scene.within(just.end(), scene.sentence_end(just.end()))
        ):
            yield from theirs.clause(floor, just.start())


def businesses(scene: Scene) -> Ruled:
    """The skills in such brackets; not in a bullet, where brackets tell the work."""
    text = scene.text
    for match in _BRACKET.finditer(text):
        business = match.group(1).rpartition(" ")[2].lower() in grammar().businesses
        if not business and grammar().business_deeds.match(match.group(1)) is None:
            continue
        line = line_start(text, match.start())
        if _EMPLOYER.search(text[line : match.start()]) and not _LINE_SIGN.match(text, line):
            for number in scene.within(*match.span()):
                yield number, 0
