"""Ratings of nothing: "Power BI: 0 years", "Java .... 0", "Scala ○○○○○", "✗ Looker", and the remarks beside them.

What is rated nothing is denied, unless the remark behind the rating tells more: "| Docker | 0 | on my list for 2027 |" is
wished for, "| AWS | 0 | customers use it |" is others'.
"""

from __future__ import annotations

import re

from aimatch.extract.lines import line_of, line_start
from aimatch.extract.rules.listed import Deferred
from aimatch.extract.status.answers import alternatives
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.scene import Scene
from aimatch.extract.status.vocabulary import composed

# Without a unit only where the names around it are rated too.
_NOTHING = Deferred(
    r"(?:[ \t]?\([^()\n]{1,20}\)(?=[ \t:|=]))?(?:[ \t]?[._\u2026\u00b7-]{3,})?(?:(?:,|:| [\u2013-])? (?:{ratings.behind}))?\s*[|:=(\u2013-]?\s*0\s*(?:(?:{ratings.units})\b|/\s*\d+|%)?\)?(?=\s*(?:[;|\n)\u00b7]|,(?!\d)|\.?\Z|\.\s)|\t|  | (?:[/(]|[\u2013\u2014-](?: |\n|\Z)))"
    r"|\s*[:(|\u2013-]?\s*(?:[\u2606\u25cb\u25a1\u25ef]{3,}(?![\u2605\u25cf\u25a0\u2b24])|[\u2591\u25af]{3,}(?![\u2588\u2593\u25ae])|\[[_.-]{3,}\])"
)
_NEAR = 40  # characters behind the dots that hold "and so on" or brackets, and the rating
_CELL = 60  # characters of a cell behind a name, which blanks may fill
_ROW = 40  # characters of a row of names and ratings
_NO_LIST = Deferred(r"[^\s,&/\u2022*+-]")
_ENDS = Deferred(r"\n|[.!?]\s")
_ME = re.compile(r"\bme\b")  # "0, a friend tried to teach me"
_SIGNS = " \t|:=(\u2013-)._\u2026\u00b7"
_UNRATED = frozenset("0\u2606\u25cb\u25a1\u25ef\u2591\u25af[")
_RATED_CELL = Deferred(r"\|[ \t]*[1-9]\d?[ \t]*(?:\||\n|\Z)")
_RATED_NEXT = Deferred(
    r"(?:\s*[|,;\u00b7/]\s*|  +)[^\W\d_][\w+#. -]{0,24}?\s*[:=(\u2013-]?\s*[1-9]\d?(?=\s*(?:[,;|/\u00b7)\n.]|(?:{ratings.units})\b|  |\Z))"
)
_RATED = Deferred(
    r"[^\W\d_]\s*[:=(\u2013-]?\s*[1-9]\d?\s*(?:{ratings.units}|/\s*\d+|%)?\)?(?:\s*[,;|\n\u00b7]|\s+/|\t|  )"
)
# A row with a rating, which a remark may follow: "Python ..... 3   numpy, scipy".
_RATED_LINE = Deferred(
    r"[^\w\n]*[^\W\d_][^\n]{0,40}?[ \t|:=._\u2026\u00b7(\u2013-]+(\d\d?)(?:[ \t]?/[ \t]?\d+)?\)?[ \t]*"
    r"(?:(?=[\n|,;(\t]|\Z)|(?<=\s)(?=[\u2013\u2014-] )|(?<=  ))"
)


def nothing(scene: Scene, cues: FoundCues) -> dict[str, list[tuple[int, int]]]:
    """By status, the mentions that are rated nothing."""
    found: dict[str, list[tuple[int, int]]] = {}
    rated = -1  # the end of the last rating of nothing: the next row may hold another
    for number, (start, end) in enumerate(scene.spans):
        near = scene.text[end : end + _CELL].lstrip(" \t._\u2026\u00b7")[:_NEAR]
        if _UNRATED.isdisjoint(near) or ("0" in near and scene.text[end - 1].isdigit()):
            continue
        match = _NOTHING.match(scene.text, end)
        if match and (
            match.group().strip(_SIGNS) != "0"
            or _RATED.search(scene.text, _line_before(scene.text, end), end)
            or _RATED_NEXT.match(scene.text, match.end())
            or ("|" in match.group() and _RATED_CELL.search(scene.text))
            or (rated >= 0 and not scene.text[rated:start].strip(_SIGNS + "\n,;/\u2022"))
            or _among_rated(scene.text, end)
        ):
            rated = match.end()
            ruled = found.setdefault(_remark(scene, cues, rated), [])
            ruled.append((number, 1))
            ruled += alternatives(scene, number)  # "TensorFlow / PyTorch | 0"
            begin = line_start(scene.text, start)
            begin = max(begin, scene.text.rfind("|", begin, start) + 1)  # a cell: "| NLP, LLM | 0 |"
            if not _NO_LIST.search(scene.unnamed(begin, start)):  # "AWS, Docker and so on   0"
                ruled += [(before, 1) for before in scene.within(begin, start)]
    return found


def _remark(scene: Scene, cues: FoundCues, at: int) -> str:
    """What is told behind a rating of nothing, up to the next name or the end of the line."""
    end = stop.start() if (stop := _ENDS.search(scene.text, at)) else len(scene.text)
    for number in scene.within(at, end):
        if not scene.text[at : scene.starts[number]].strip(_SIGNS + ",;/\u2014"):
            end = at  # "Azure 0 | GCP 0": what stands behind is the next one's
            break
    remark = scene.text[at:end].strip(_SIGNS + ",;/\u2014")
    if (told := composed(remark, remark=True) or composed(remark)) in ("aspirational", "other-person"):
        return told
    for start, stop_of_cue, cue in cues:
        if at <= start < end and (
            cue.status == "aspirational"
            or (
                cue.direction == "people"
                and scene.text[start:stop_of_cue] != "it"  # the pronoun; the department is IT
                and not _ME.search(scene.text, start, end)
            )
        ):
            return cue.status
    return "negated"


def _line_before(text: str, at: int) -> int:
    """Where the line before that of a place begins, if both are short: the rows of a table without rules."""
    line = line_start(text, at)
    before = line_start(text, max(0, line - 1))
    return before if line - before <= _ROW and at - line <= _ROW else line


def _among_rated(text: str, at: int) -> bool:
    """Whether the line of a place stands among rows with ratings, of which one is more than nothing."""
    for step in (-1, 1):
        start, end = line_of(text, at)
        while start > 0 if step < 0 else end < len(text):
            start, end = line_of(text, start - 1 if step < 0 else end + 1)
            row = _RATED_LINE.match(text, start, end + 1)
            if row is None:
                break
            if int(row.group(1)):
                return True
    return False
