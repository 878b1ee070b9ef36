"""Answers to the name before them: "Helm = none", "Terraform - sadly not", "any Java or Python = no", "Go yes, Lua no"."""

from __future__ import annotations

import re

from aimatch.extract.lines import line_of
from aimatch.extract.rules.listed import Opening, cased, word_set
from aimatch.extract.status.antecedents import listed
from aimatch.extract.status.labels import remarked
from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.status.study import being_made
from aimatch.wordlist import words_in

_ANSWERED_NOUNS = cased(r" (?:{slots.experience})(?= ?[:=(\u2013-])")
_ANSWER_SIGNS = frozenset(":=|(?\u2192->\u2013\u2014")
# Between a name and the answer to it, and what ends the answer.
_SIGN = r"(?:\s*(?:[:=|(?\u2192]|->|=>|>>|[\u2013\u2014-](?=\s))|[ \t]*[._\u2026\u00b7]{3,})[ \t]*"
# A gap parts the cells of a row too, but also the columns of a page, in which other words stand side by side.
_GAP = r"(?:[ \t]*\t| {3,})[ \t]*"
_WHEN = r"(?: (?:for |on |in |to |until |till )?(?:next |this |late |early |the )?(?:\d\d? )?(?:{when}|20\d\d)(?: 20\d\d)?)?"
_ANSWER_ENDS = r"(?=[ \t]*(?:,(?! (?:really|seriously|kidding)\b)|[;.|)\n\u00b7\u2022/]|\Z|  +\w[\w+#./-]*: ))"
_DASHES = "\u2013\u2014-"  # which are answers themselves
_ANSWERS = {
    status: Opening(
        rf"{_SIGN}(?:{{answers.{status}}})(?: (?:it|them))?{_WHEN}{_ANSWER_ENDS}"
        + (rf"|{_GAP}(?:{{answers.{status}}})[ \t]*(?=\n|\Z)" if status == "negated" else ""),
        f"answers.{status}",
        tuple(_DASHES),
        over=rf"(?:{_SIGN}|{_GAP})([^\W_]+|[{_DASHES}])",
    )
    for status in ("negated", "aspirational", "other-person")
}
_CELL = re.compile(r"[ \t]*(?:\t| {3}|[._\u2026\u00b7]{3}|\|)")  # what parts the cells of a row
_NOUN = 16  # characters behind a name that hold a noun of skill and a sign
_OF_ALL = re.compile(r"\s?(?:[(:=]|[\u2013\u2014-])\s*(?:both|all|neither|none)\b", re.IGNORECASE)
# Without a sign the one is told by the other beside it.
_YES = cased(r"[ \t]+(?:{yes})(?=[ \t]*(?:[,;./|\n]|\Z))")
_NO = cased(r"[ \t]+(?:{no})\b[^,;./|\n]{0,40}(?=[,;./|\n]|\Z)")
_OR = re.compile(r"\s*(?:or|and|/|&)\s*", re.IGNORECASE)


def answered(scene: Scene) -> dict[str, list[tuple[int, int]]]:
    """By status, the mentions to which a sign and a word behind them are an answer: "Helm = none"."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, (_, end) in enumerate(scene.spans):
        if scene.text[end : end + 1] == " " and not _ANSWER_SIGNS.isdisjoint(scene.text[end + 4 : end + _NOUN]):
            noun = _ANSWERED_NOUNS.match(scene.text, end)
            end = noun.end() if noun else end  # "AWS knowledge: none"
        end += scene.text[end : end + 2] == '":'  # '"pulumi": false'
        near = scene.text[end : end + 2]
        goes_on = near[:1] == " " and near[1:].isalnum()  # most names do
        if _ANSWER_SIGNS.isdisjoint(near) and (goes_on or not _CELL.match(scene.text, end)):
            continue
        for status, pattern in _ANSWERS.items():
            match = pattern.match(scene.text, end)
            if match and match.group().strip() == ":-":
                match = None  # "Core Java :-" heads what follows
            if match and not (status == "aspirational" and being_made(scene, end, match.end())):
                ruled = found.setdefault(status, [])
                ruled.append((number, match.end() - end))
                if match.group().lstrip()[0] in ":=":
                    ruled += listed(scene, end)
                    ruled += alternatives(scene, number)
                break
        else:
            told, stop = remarked(scene, end)
            if told:
                found.setdefault(told, []).append((number, stop - end))
                if _OF_ALL.match(scene.text, end):
                    found[told] += scene.backward(end, 0)  # "TypeScript, GraphQL (both still to learn)"
    for _, end in scene.spans if not word_set("yes").isdisjoint(words_in(scene.text)) else ():
        if scene.text[end : end + 1] == " " and _YES.match(scene.text, end):
            line = scene.within(*line_of(scene.text, end))
            denied = [other for other in line if _NO.match(scene.text, scene.spans[other][1])]
            found.setdefault("negated", []).extend((other, 1) for other in denied)
    return found


def alternatives(scene: Scene, number: int) -> Ruled:
    """The mentions joined to one by "or": "any programming in Java or Python = no"."""
    while number and _OR.fullmatch(scene.text, scene.spans[number - 1][1], scene.spans[number][0]):
        number -= 1
        yield number, 1
