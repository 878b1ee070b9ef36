"""Whether the words of a cue act as one where they stand.

They do not within a skill's longer name, beside the dates of a job, in the title of a paper, or in a count of things.
"""

from __future__ import annotations

import re

from aimatch.extract.rules.cues import Cue
from aimatch.extract.rules.listed import Deferred, cased, listed, word_set
from aimatch.extract.status.beside_denied import of_what_was_made
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.extract.status.study import being_made

_SUCH_AS = Deferred(r"(?: \w+){0,2},? \(?(?:{such_as})(?=\W)")
_BEHIND = re.compile(r"(?: [\w-]+){1,2}")  # the noun that a denial denies
_HYPHENED = re.compile(r"[^\W\d_]{3}-\Z")  # but "co-ordinated with"
_COUNTED = re.compile(r"\d\s*\Z")
_ELSE = re.compile(r" (?:an|any )?other\b")
# What was wished for before something else, and what others turn to: "after I had enrolled in", "the world is shifting to".
_HAD = cased(r"\bhad (?:(?:{by_then}) )?\Z")
_ANOTHER_IS = Deferred(r"(?<!\bwho )\b(?:is|are|was|were) (?:(?:{by_then}) )?\Z")
_MINE = re.compile(r"\b(?:I|my|My|we|We|me|myself)\b")
_CLAUSE = re.compile(r"[,;:.!?\n()]|\b(?:and|but|so|while|as|because)\b")
_HOPES = cased(r"\b(?:{slots.hope_noun}|next)\b")
_IT = re.compile(r"\b(?:it|them)\b")
_BEFORE = 80  # characters before a cue that hold the subject of its clause
_QUOTES = ('"', "\u201c", "\u00ab", "\u201e")


def acts(scene: Scene, start: int, end: int, cue: Cue) -> bool:
    """Whether the words of a cue at a place say what the cue says."""
    for number in scene.within(start - 40, end):
        a, b = scene.spans[number]
        if a < end and start < b and b - a > end - start and not _holds_cue(scene, number, start, cue):
            return False  # the words of the cue are part of a skill's name
    if cue.status == "other-person" and _HYPHENED.search(scene.text, max(0, start - 4), start):
        return False  # "Home-screen recommender": half a word is no verb
    if scene.text[start:end] in ("No", "NO", "no") and _COUNTED.search(scene.text, max(0, start - 4), start):
        return False  # "System Cabinet - 01 No"
    if cue.status == "negated" and (of_what_was_made(scene, start) or _ELSE.match(scene.text, end)):
        return False  # "chatbot in Python, never deployed", "Docker only: never needed another tool"
    behind = _BEHIND.match(scene.text, end) if cue.status == "negated" and cue.direction == "forward" else None
    if behind and not scene.within(*behind.span()):
        return word_set("denied_heads").isdisjoint(behind.group().lower().split())  # "Kafka (no outage in two years)"
    if cue.status == "aspirational" and scene.text[start - 1 : start] in _QUOTES and start:
        return False  # the title of a paper: "\u201cExploring data center designs\u201d"
    if cue.status == "aspirational" and cue.direction in ("forward", "object") and _of_another(scene, start, end):
        return False
    if cue.status == "other-person" and scene.text[start].isupper() and scene.text[max(0, start - 2) : start] == ", ":
        comma = scene.text.find(",", end)
        if scene.enumerated(start, comma if comma >= 0 else len(scene.text)):
            return False  # "..., Terminations, Recruiting Best Practices, Payroll, ...": the name of a field
    # "chess engine in Rust (in progress)" is in use
    return not (cue.status == "aspirational" and cue.direction in ("item", "answer") and being_made(scene, start, end))


def _of_another(scene: Scene, start: int, end: int) -> bool:
    """Whether what is wished for was so before something else, or is by another: "had enrolled", "the industry is moving to"."""
    floor = max(scene.sentence_start(start), start - _BEFORE)
    if _HAD.search(scene.text, floor, start):
        return True
    if not _ANOTHER_IS.search(scene.text, floor, start) or _MINE.search(scene.text, start, end):
        return False
    subject = _CLAUSE.split(scene.text[floor:start])[-1]
    return not _MINE.search(subject) and not _HOPES.search(subject)


def _holds_cue(scene: Scene, number: int, start: int, cue: Cue) -> bool:
    """Whether what a person does holds the words of a cue that acts all the same: "worked closely with the QA team",
    "picking up Scala", "interested in learning | Rust"."""
    if scene.kinds[number] not in CLAIMED:
        return False
    first, last = scene.spans[number]
    if (cue.kind == "traits" and first >= start) or (cue.status == "aspirational" and _SUCH_AS.match(scene.text, last)):
        return True  # "a role to improve my skills", "willing to learn new technologies such as | Rust"
    if (
        cue.status == "aspirational"
        and start < first
        and (scene.within(first + 1, last) or _IT.search(scene.text, first, last))
    ):
        return True  # "I will learn React within a month", "you use React: I would learn it within a month"
    if cue.direction == "unfinished" and scene.kinds[number] == "behaviour":
        return True  # "at present doing a bootcamp in Rust"
    open_trait = scene.text[first:last].endswith(listed("open_traits")) and scene.within(last, last + 2)
    return cue.status == "other-person" or (first >= start and (scene.kinds[number] == "behaviour" or bool(open_trait)))
