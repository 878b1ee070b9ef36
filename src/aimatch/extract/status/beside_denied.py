"""Denials of a noun that stands beside a name, for a time, or of what is only supposed: "no Kafka outage", "no incidents in the
Kafka cluster", "until 2019 I had not touched Docker", "had I not learned Docker, ...". The name itself is not denied."""

from __future__ import annotations

import re

from aimatch.extract.rules.listed import Deferred, cased, word_set
from aimatch.extract.rules.scopes import THINGS_MADE
from aimatch.extract.status.scene import Scene
from aimatch.extract.words import WRITTEN_WORDS

_FATE = Deferred(r"(?:(?:but|and|it|was|were|has|have|is|are) )*(?:not|never)(?: (?:yet|been|ever))* (?:{fates})\b")
_WENT_WRONG = Deferred(r"(?: [\w-]+){1,5}? (?:{went_wrong})\b")
_USED_LATER = cased(
    r"\b(?:{by_now}),? (?:I|we) (?:(?:now|also|even|have|'ve) )?(?!(?:{not_used_by+shunned})\b)\w+ (?:it|them|both)\b"
    r"|[,;.] (?:so |then |but )?(?:I|we) (?:(?:then|only|just|merely) )?(?:{own_deeds+mastered+took_up}) it\b"
    r"|\bbut (?:I|we) (?:(?:have|had) )?(?!(?:{not_used_by+shunned})\b)\w+[^.;\n]{0,25} (?:in|with|on) it\b"
    r"|\bbut it is (?:what|how|where|my)\b|\bbut (?:{own_deeds})\b[^.;\n]{0,25}\b(?:it|them)\b"
    r"|\b(?:after (?:an?|one|two|three|six|\d+) (?:years?|months?|weeks?)|(?:years?|months?|weeks?) later),? I\b"
    r"(?=[^.;\n]{0,50}\b(?:it|them|this|the internal)\b)"
    r"|,(?: and| but)?(?: I)? (?:{mastered}) (?:it|them|both)\b|[.;] they(?: are|'re) wrong\b"
)
# What each of these speaks of.
_SPOKEN_OF = re.compile(r"\b(?:it|them|they|both|this|internal)\b", re.IGNORECASE)
_NO = re.compile(r"no\b", re.IGNORECASE)
_NONE_OF = Deferred(r"(?:no|none of(?: the| my| our)?|not (?:one|a|a single)(?: of)?)\b", re.IGNORECASE)
# What is contrary to fact, and what would then be so.
_SUPPOSED = Deferred(
    r"(?:\A|(?<=[.;,:(\n\u2013\u2014]) ?|(?<=\band )|(?<=\bbut ))[Hh]ad (?:I|we|it|they|[A-Z]\S*|the [\w+#-]+) (?:not|never)\b"
    r"|\b[Ii]f (?:[\w+#.-]+ ){1,4}?(?:had not|hadn['\u2019]t|had never|were not|weren['\u2019]t|was not|wasn['\u2019]t)\b"
    r"|\b[Ww]ere (?:it|[A-Z]\S*) not\b"
    r"|(?:\A|(?<=[.;\n]) ?)(?:Without|But for) (?!(?:\w+ )?(?:{slots.experience})\b)"
)
# A time that is over: "I knew no Docker when I started".
_WOULD = Deferred(r"\b(?:would|could|might|wouldn['\u2019]t|couldn['\u2019]t|['\u2019]d)\b")
# For whom something is so: "a mystery to most colleagues, not to me".
_BEFORE_ME = Deferred(r"[^,;.\n]{0,20}? before (?:me|us|I (?:{arrived}))\b")
_TO_OTHERS = Deferred(r" (?:to|for|of) (?:most|many|others|some|everyone|all|the|my|our|his|her|their|them)\b")
_PREDICATE_NOUN = re.compile(r" an? ")
_ENDED = Deferred(r"\b(?:{called_off})\Z")
_AFTER = Deferred(r" after (?:go|the|a|an|two|three|four|five|some|several|many|launch|release|\d)\b")
_MADE_WITH = Deferred(r"\b(?:in|with|using|on|via|from|by|for|as|of)(?: \w+)? \Z")
_FORMAL = Deferred(r"\b(?:{~formal})\b")
_PRACTISED = Deferred(
    r", (?:(?:but|only|just|yet) )*[\w-]+ years? of (?:it|practice|use|daily use)\b(?! (?:in|with|of)\b)"
)
#: Behind a denial: it ended. "Did not use Docker until 2021".
_DONE_BY = Deferred(r" (?:is|are|was|were) (?:[a-z]+ )?[a-z]+(?:ed|en|n|t) by\b(?! (?:me|us)\b)")
_OR = re.compile(r"\bn?or\b")
_BEHIND = 40  # characters beside a name that hold its next three words


def supposed(scene: Scene, at: int) -> bool:
    """Whether the sentence of a place supposes the contrary of what is so, as in "had I not learned
    Docker, we would have failed"."""
    start, end = scene.sentence_start(at), scene.sentence_end(at)
    return _SUPPOSED.search(scene.text, start, end) is not None and _WOULD.search(scene.text, start, end) is not None


def used_later(scene: Scene, start: int, end: int) -> bool:
    """Whether a denial is over, or refuted by what follows: "today I teach it", "they are wrong"; or is of schooling alone: "no
    formal training, but ten years of practice"."""
    if _FORMAL.search(scene.text, start, end + _BEHIND) and _PRACTISED.search(scene.text, end, scene.sentence_end(end)):
        return True
    stop = scene.sentence_end(min(scene.sentence_end(end) + 2, len(scene.text)))
    spoken_of = _SPOKEN_OF.search(scene.text, end, stop) is not None
    return spoken_of and _USED_LATER.search(scene.text, end, stop) is not None


def of_others(scene: Scene, start: int, end: int) -> bool:
    """Whether a predicate is denied for others, or was ended when the work was done: "a mystery to most", "cancelled after launch"."""
    if _PREDICATE_NOUN.search(scene.text, start, end) and _TO_OTHERS.match(scene.text, end):
        return True
    return _ENDED.search(scene.text, start, end) is not None and _AFTER.match(scene.text, end) is not None


def of_what_was_made(scene: Scene, start: int) -> bool:
    """Whether a denial at a place tells what did not become of a thing that was made: "chatbot in Python, not deployed"."""
    if scene.text[max(0, start - 2) : start] != ", " or not _FATE.match(scene.text, start):
        return False
    before = scene.within(scene.sentence_start(start), start)
    if not before:
        return False
    first = scene.starts[before[-1]]
    made = THINGS_MADE.search(scene.text, first, start) is not None
    return made or _MADE_WITH.search(scene.text, max(0, first - _BEHIND), first) is not None


def before_another(scene: Scene, end: int, ruled: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of a denied list that stand before the clause which a comma opens: "no mobile automation, | Appium was tried by
    another squad"."""
    text = scene.text
    if not _DONE_BY.match(text, scene.spans[ruled[-1][0]][1]):
        return ruled
    for place, (number, _) in enumerate(ruled):
        if "," in text[end : scene.starts[number]] and not _OR.search(text, end, scene.spans[ruled[-1][0]][0]):
            return ruled[:place]
        end = scene.spans[number][1]
    return ruled


def about_another(scene: Scene, start: int, end: int, ruled: list[tuple[int, int]]) -> bool:
    """Whether what is denied is a noun beside the names: "no Kafka outage", "no incidents in the Kafka cluster"; or was
    so for a time."""
    text = scene.text
    first, last = ruled[0][0], ruled[-1][0]
    before = WRITTEN_WORDS.findall(text[end : scene.starts[first]].lower())
    named = scene.text[slice(*scene.spans[first])].lower()
    if not word_set("denied_heads").isdisjoint([*before, named]):
        return True  # "no incidents in Kafka", "no rollback in a year"
    if not word_set("whole").isdisjoint(before) and "at" not in before:
        return True  # "I did not write all of the Docker code"
    if _BEFORE_ME.match(text, scene.spans[last][1]):
        return True  # "nobody had used Docker before me"
    if _NO.fullmatch(text, start, end) and not word_set("prepositions").isdisjoint(before[1:]):
        return True  # "no documentation existed for the Airflow jobs"
    end = scene.spans[last][1]
    if _NONE_OF.match(text, start) and _WENT_WRONG.match(text, end, scene.clause_end(end)):
        return True  # "none of the Kafka jobs was late"
    behind = [
        word.rstrip(".")
        for word in WRITTEN_WORDS.findall(text[end : min(end + _BEHIND, scene.sentence_end(end))].lower())[:3]
    ]
    if not word_set("not_asked").isdisjoint(behind):
        return True  # "no Python knowledge needed"
    if _NO.match(text, start) and len(behind) > 1 and behind[1] in word_set("noun_goes_on"):
        return True  # "no Kafka upgrade has ever scared me"
    return bool(behind) and behind[0] in word_set("denied_heads")
