"""Lines over lists that rule them as labels do: "WISH LIST", "## What you will not find here", "**Never**"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from aimatch.extract.lines import line_end, line_start
from aimatch.extract.rules.listed import Deferred, word_set
from aimatch.extract.rules.scopes import JOINING, YEAR, columns
from aimatch.extract.status.scene import Ruled, Scene
from aimatch.extract.status.spared import left_out
from aimatch.extract.status.vocabulary import composed, vocabularies
from aimatch.extract.status.wishes import governed
from aimatch.extract.words import WRITTEN_WORDS
from aimatch.wordlist import WordList

_LONGEST_LINE = 60
_OPENING = Deferred(r"(?:An?|Some|More|The next) (?:[\w-]+ ){0,2}(?:{slots.opening})\b")
_PLANNED = "when+slots.study+remarks.time+sequels.fillers"  # what may stand beside names under a heading of wishes
_LIST = re.compile(
    r"\n[ \t]*(?:[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>~\u2013\u2014-]|\(?\d\d?[.)](?=[ \t]))\s*\S"
)
# A line over a list, with the signs that make it a heading: "## Not here", "**Not here:**", "Not here" over "=======".
_SIGNS = r"[ \t#*_=:\[\]]*"
_OVER_LIST = re.compile(
    rf"{_SIGNS}([A-Za-z\u00c0-\u024f][^\n.;:|()\u2022#*\]]{{1,60}}?){_SIGNS}(?:\n[ \t]*[=_*~-]{{3,}}[ \t]*)?"
)
_UNDERLINED = re.compile(r"[ \t]*[=_*~-]{3,}[ \t]*")
_ASIDE = re.compile(r"\([^()\n]*\)")
_FRAGMENT = re.compile(r" ?(?:[.,;(\n]|\Z|(?:and|or|for|in|on|with|of|at|from|to)\b)")
_NOUN_OF = re.compile(
    r"\W*(?:(?:an?|the|some|more|first|and) )*(?:[\w-]+ ){1,2}(?:of|in|into|on|towards) ", re.IGNORECASE
)  # "fusion of lidar and radar"
_DECORATION = " \t#*_=:[]"


def ruled(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of each mention in a list under such a line."""
    for start, end, behind in _over_bullets(scene.text):
        if (status := _heads_list(scene, start, end)) and not scene.within(start, end):
            for number, far in scene.list_below(behind):
                if status != "negated" or not left_out(scene, number, end):
                    yield status, number, far
    for status, start, end in _over_names(scene.text):
        # "WISH LIST FOR THE NEXT JOB" over "WebAssembly, Haskell"
        below = 0 if scene.within(start, end) else end + 1
        while below > end and _listed(scene, status, below) and (below == end + 1 or not scene.lists_from(below)):
            stop = line_end(scene.text, below)
            for number in scene.within(below, stop):
                yield status, number, scene.starts[number] - end
            below = stop + 1 if stop < len(scene.text) else 0
        if status == "aspirational" and below == end + 1:
            for number, far in _wished(scene, below):
                yield status, number, far


def _listed(scene: Scene, status: str, at: int) -> bool:
    """Whether the rest of a line is a list of names, under a heading of wishes with their times and courses too: "May: CKA exam"."""
    if scene.lists_names(at):
        return True
    end = line_end(scene.text, at)
    rest = JOINING.sub(" ", scene.unnamed(at, end))
    return (
        status == "aspirational"
        and bool(scene.within(at, end))
        and not YEAR.search(rest)
        and all(word in word_set(_PLANNED) for word in WRITTEN_WORDS.findall(rest.lower()) if not word.isdigit())
    )


def _wished(scene: Scene, start: int) -> Ruled:
    """What sentences under a heading of wishes are about: "Robotics, outside of games", "A team that works with Flink"."""
    # Text of a page has no blank lines: the next heading ends the wishes as well.
    last = next((one for one in scene.sections if one > start), len(scene.text))
    stop = scene.text.find("\n\n", start, last)
    stop = stop if stop >= 0 else last
    while start < stop:
        end = max(scene.sentence_end(start), start + 1)
        begin = start + len(scene.text[start:end]) - len(scene.text[start:end].lstrip(" \t\n-*\u2022"))
        if _OPENING.match(scene.text, begin, end):
            yield from ((number, 0) for number, _ in governed(scene, begin, end))  # "a team that works with Flink"
        edge = begin
        for number in scene.within(begin, end):
            gap = _ASIDE.sub("", scene.text[edge : scene.starts[number]])
            if JOINING.sub("", gap).strip(" ,") and not (edge == begin and _NOUN_OF.fullmatch(gap)):
                break
            edge = scene.spans[number][1]
            if _FRAGMENT.match(scene.text, edge):
                yield number, scene.starts[number] - start
        start = end + 1


def _heads_list(scene: Scene, start: int, end: int) -> str:
    """The status of which the line over a list is, or "": words that head a column do so in capitals or set off by signs."""
    heading = scene.text[start:end]
    if told := composed(heading):
        return told
    set_off = (
        heading.isupper() or (start and scene.text[start - 1] != "\n") or scene.text[end : end + 1] not in ("", "\n")
    )
    return columns().get(heading.lower().replace("\u2019", "'"), "") if set_off else ""


@cache
def _heading() -> WordList:
    return WordList(head for one in vocabularies() if one.status != "other-person" for head in one.heads)


@lru_cache(maxsize=4)
def _over_names(text: str) -> list[tuple[str, int, int]]:
    """(status, start, end) of the lines that are composed as a label of wishes or denials, without a colon."""
    found: list[tuple[str, int, int]] = []
    seen = -1
    for word in _heading().found(text):
        start, end = line_start(text, word.start()), text.find("\n", word.end())
        if start != seen and 0 < end <= start + _LONGEST_LINE:
            seen = start
            line = text[start:end].strip(_DECORATION)
            if line[:1].isalpha() and line[-1].isalnum() and (status := composed(line, line=True)):
                under = _UNDERLINED.match(text, end + 1)
                found.append((status, start, under.end() if under else end))
    return found


@lru_cache(maxsize=4)
def _over_bullets(text: str) -> tuple[tuple[int, int, int], ...]:
    """The lines, themselves no items, that stand right over a bulleted list: "On my list for 2026"; each with the place
    behind the signs that make it a heading."""
    found = []
    item = _LIST.search(text)
    while item is not None:
        line = line_start(text, item.start())
        if line and _UNDERLINED.fullmatch(text, line, item.start()):
            line = line_start(text, line - 1)
        over = _OVER_LIST.fullmatch(text, line, item.start())
        if over is not None:
            found.append((*over.span(1), over.end()))
        item = _LIST.search(text, item.start() + 1)
    return tuple(found)
