"""What stands before a cue and is its object: put in front, asked after, or named in the clause before.

"Ansible I could not deepen", "Angular? I have never opened it", "They promised me Flink; it never came up".
"""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import tells_a_deed
from aimatch.extract.rules.listed import Deferred, any_of, cased
from aimatch.extract.rules.scopes import LIST_STOPS
from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.words import WRITTEN_WORDS

_HELD_LOOSELY = any_of("held_loosely")
_IN_USE = any_of("in_use")
#: The writer as the subject of a clause.
WRITER = re.compile(r"\b(?:I|[Ww]e)\b")
#: A pronoun that stands for what a cue is about, as its object and as its subject.
OBJECT_PRONOUN = cased(
    r"\s+(?:(?:in |with |of |on |about )?(?:it|them|either|neither|any|both)|any of (?:it|them|these|those|this)|one(?= (?:{by_oneself})\b))\b"
    r"(?!\s+(?!(?:(?:in|for) (?:\w+ )?(?:years|ages|decades)|{behind_it+by_oneself})\b)\w)"
)  # "Azure: never touched it"
#: What an answer stands behind.
SUBJECT_PRONOUN = Deferred(r"\W*(?:and |but )?(?:it|they|that|this|which|these|both)\s*", re.IGNORECASE)
ANSWER = re.compile(r"(?:[:?]|\s[-\u2013\u2014])\s*\Z")
# Of whom or what a verb is denied beside a name: "guests who'd rather not meet any"; without an object of its own "on shops | it
# hadn't seen", "because mine would not build", "pull requests from people | I don't know".
_WHO = Deferred(r"\b(?:who|that|which)(?:['\u2019]\w+)?(?: (?!I\b|we\b)[\w'\u2019]+){0,2}\s*\Z")
_ANOTHER = Deferred(
    r"\b(?:on|in|with|for|from|at|of|to|over|across) (?:[\w'\u2019-]+ ){1,3}(?:it|they|he|she|nobody|no one) \Z"
    r"|\b(?:because|since|as|so|until|when) (?:mine|ours|the [\w-]+|my [\w-]+) \Z"
)
_PERSONS = cased(
    r"\b(?:{persons+outsiders+unknown_persons}) (?:(?:I|we)(?: have| had)? |(?:I|we)['\u2019](?:ve|d) )?\Z"
)
_ANOTHER_REACH = 40
_TOLD_OF = Deferred(r" I\b|[ \t]*[:?]|,? (?:which|that) I\b")
_SPOKEN = Deferred(r"[.;?](?:[ ]*\n)?[ ]*\Z")
_SPOKEN_WORDS = 2  # words between the last name of a clause and its end, if the next speaks of it
_PRONOUN_REACH = 50  # characters of a clause before a cue that speaks of the clause before
_WRITER_BEFORE = 30  # characters before a cue that hold its subject
ANTECEDENT = 12  # words between a name and the cue whose pronoun stands for it
_FRONTED_WORDS = 4, 6  # between an object put in front and its cue, if the writer is its subject the more
_SENTENCES_BACK = (
    3  # short sentences between what is taken back and that which does so: "Scala? Once. It is all forgotten."
)
_RECANTED_REACH = 200  # characters between them
_CLAUSE_EDGE = Deferred(r"[,:()]|\s[\u2013\u2014-]\s|\b(?:and|but|so|yet|though|although|then|that|because)\b")
_DENIES = Deferred(
    r"\b(?:not|never|no|nobody)\b|n['\u2019]t\b", re.IGNORECASE
)  # what denies is refuted: "people think I know no Perl; they are wrong"
_FIRST_VERB = Deferred(r"\W*(?:(?:I|We)\s+)?(\w+)")
_AT_FIRST = Deferred(r" (?:{at_first})\b")
# What may stand in a clause before what it takes back.
_LEADS = cased(
    r"\W*(?:(?:I|I['\u2019](?:ve|d)|it|it['\u2019]s|that|this|they|all|most|of|have|has|is|are|was|{recant_leads})\W+){0,4}"
)
_ITEM_EDGE = Deferred(r"[,;|\n\u2022\u00b7]|\band\b")
_LISTED_WORDS = 2  # words of an item in a list that one answer closes: "Deep learning, cloud, Docker: none"


def of_people(text: str, start: int) -> bool:
    """Whether a denial is of the people right before it: "pull requests from people | I don't know"."""
    return _PERSONS.search(text, max(0, start - _ANOTHER_REACH), start) is not None


def of_another(text: str, start: int, end: int) -> bool:
    """Whether what a cue that ends its clause is about is no name before it, but what its own clause begins with."""
    if not OBJECT_PRONOUN.match(text, end):
        if of_people(text, start):
            return True
        if not WRITER.match(text, start) and _ANOTHER.search(text, max(0, start - _ANOTHER_REACH), start):
            return True
    return not WRITER.match(text, start) and _WHO.search(text, max(0, start - _WRITER_BEFORE), start) is not None


def listed(scene: Scene, at: int) -> Ruled:
    """The mentions of a sentence that is a bare list up to here: "Deep learning, cloud, Docker: none"."""
    floor = scene.sentence_start(at)
    stretch = scene.text[floor:at].strip(" \t:?-\u2013\u2014")
    items = _ITEM_EDGE.split(stretch)
    if (
        len(items) < 2
        or any(sign in stretch for sign in ":;(")
        or LIST_STOPS.search(scene.unnamed(floor, at))
        or any(len(WRITTEN_WORDS.findall(item)) > _LISTED_WORDS for item in items)
    ):
        return
    for number in scene.within(floor, at):
        yield number, at - scene.spans[number][1]


def spoken_of(scene: Scene, start: int) -> Ruled:
    """What a clause without a name of its own speaks of: what the clause before ends on ("Flink was talked of; we never used
    it"), or holds loosely ("The company introduced Flink in 2020. I never used it")."""
    floor = scene.sentence_start(start)
    if scene.within(floor, start) or start - floor > _PRONOUN_REACH:
        return
    before = scene.sentence_start(max(0, floor - 2))
    if _SPOKEN.search(scene.text, max(0, floor - 3), floor) and scene.within(before, floor):
        loosely = held_loosely(scene, before, floor)
        if not loosely and _made(scene.text, before) and not WRITER.match(scene.text, start):
            return  # "Wrote the billing in Perl. It is gone"
        yield from scene.backward(scene.sentence_end(before), ANTECEDENT if loosely else _SPOKEN_WORDS, commas=loosely)


def _made(text: str, start: int) -> bool:
    """Whether a sentence begins with what the writer did: "Wrote", "I moved"."""
    first = _FIRST_VERB.match(text, start)
    return first is not None and tells_a_deed(first.group(1).lower())


def held_loosely(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch tells of its names that they were learned, known once, planned, or said of the writer by others: what
    is told of them next may take them back. What somebody built or still runs stays theirs."""
    if _IN_USE.search(scene.text, start, end):
        return False
    return _topical(scene, scene.within(start, end)[0], start) or bool(_HELD_LOOSELY.search(scene.text, start, end))


def _topical(scene: Scene, number: int, start: int) -> bool:
    """Whether a sentence that begins at a place puts a name first and then tells of it: "Scala I had at school", "Scala: once"."""
    first, end = scene.spans[number]
    return not scene.text[start:first].strip(" \n\t-*+\u2022") and _TOLD_OF.match(scene.text, end) is not None


def recanted(scene: Scene, start: int, end: int, *, loosely: bool) -> Ruled:
    """What a clause that names nothing takes back: the names before it in its sentence, or those of the sentences before.
    "I had a course in Scala. None of it stuck", "Django I last opened in 2014, and could not start it today".

    ``loosely``: only what was held loosely.
    """
    if scene.within(end, scene.clause_end(end)) or _AT_FIRST.match(scene.text, end):
        return
    floor = at = scene.sentence_start(start)
    before = [number for number in scene.within(floor, start) if scene.spans[number][1] <= start]
    opened = scene.spans[before[-1]][1] if before else floor
    edges = [edge.end() for edge in _CLAUSE_EDGE.finditer(scene.text, opened, end) if edge.start() <= start]
    if not _LEADS.fullmatch(scene.text, min(edges[-1], start) if edges else floor, start) or (before and not edges):
        return  # its own clause names something, or is about something else: "nobody failed"
    back = _SENTENCES_BACK
    while not before and back:
        spoken = _SPOKEN.search(scene.text, max(0, floor - 3), floor)
        floor, behind = scene.sentence_start(max(0, floor - 2)), floor
        if spoken is None or start - floor > _RECANTED_REACH or floor >= behind:
            return
        before, at, back = list(scene.within(floor, behind)), scene.sentence_end(floor), back - 1
    if (
        loosely
        and before
        and (not held_loosely(scene, floor, start) or _DENIES.search(scene.text, floor, scene.spans[before[0]][0]))
    ):
        return
    if before:
        for number, _ in scene.backward(at if at > floor else start, _RECANTED_REACH, commas=True):
            yield number, -1
        if _topical(scene, before[0], floor):
            yield before[0], -1  # "LLMs: used as an assistant, never built any"


def fronted(scene: Scene, start: int, reach: int, *, commas: bool = False, remark: bool = False) -> Ruled:
    """The object that stands before a cue whose clause ends behind it: "Ansible I could not deepen"."""
    if ANSWER.search(scene.text, max(0, start - 4), start):
        return questioned(scene, start)
    # "on farms that the model had never seen" denies the model, and not the person, something.
    told_of_me = WRITER.search(scene.text, max(0, start - _WRITER_BEFORE), start + 3) is not None
    return scene.backward(start, max(reach, _FRONTED_WORDS[told_of_me]), commas=commas, remark=remark)


def questioned(scene: Scene, at: int) -> Ruled:
    """The item before an answer, or the whole list where its sentence is nothing but a list."""
    whole = list(listed(scene, at))
    return iter(whole) if whole else scene.item(at)
