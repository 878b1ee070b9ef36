"""Remarks on the name that a row, an item or a sentence begins with: "Power BI : joining the class of December", "Azure.
Never had a login", "Java .... 1 (started last month)", "SQL (daily), Haskell (forgotten by now)", "LaTeX yes, InDesign no".

A remark names no other skill. Its first part decides, and behind a denial a wish: "no exposure, want to learn". Others have
the thing where people stand first in the remark and do something with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import itemgetter

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lines import line_end
from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred, any_of, cased, word_set
from aimatch.extract.rules.possession import OWNED_ENDS
from aimatch.extract.rules.scopes import DONE, YEAR
from aimatch.extract.status import denials
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.people import is_own, phrase
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.extract.status.subjects import aside_end
from aimatch.extract.status.vocabulary import composed

# Study told by when it is: "evening class since October", "started 'Rust for all' last month", "lesson 4".
_SESSIONS = cased(
    r"(?:(?:{remarks.taking}) )?(?:(?:an?|the|my|on|in|up|for|with|to|first|[\w\u2019'-]+) ){0,4}?(?:{remarks.sessions+slots.study})\b"
    r"(?: \d\d?\b|[^,;\n]{0,30}?\b(?:{remarks.time}) (?!(?:my |the |our )?(?:final|first|second|third|fourth|last|1st|2nd|3rd|4th) (?:year|term|semester)\b)(?:\w+ ){0,2}?(?:{when})\b)"
    r"|from (?:next|early|late|mid) (?:{when})\b"
    r"|(?:{remarks.taking})(?: (?:it|with it|[\"\u201c'][^\"\u201d\n]{3,50}[\"\u201d']))? (?:{remarks.time}) (?:\w+ )?(?:{when})\b"
)
_DENYING = any_of("remarks.denying")
_AHEAD = cased(
    r"(?:(?:first|next|the|a|my|their) )?(?:{remarks.sessions+slots.study}) (?:is |are |to be )?(?:{remarks.coming})\b"
    r"|(?:when|once|as soon as|after) (?:the|my|our|i|we|they|it|there) (?:[\w']+ ){0,2}?(?:{remarks.arriving})\b"
    r"|(?:{slots.few}|\d\d?) (?:{remarks.sessions}) in\b"
    r"|(?:my \w+ for (?:the |next |this )?(?:{when})|(?:the )?(?:{when}) after|{remarks.ahead})\b"
)
_HELD = cased(r"\W*(?:(?:is|are|was|were) )?(?:{remarks.held}) ")
_THEIRS = cased(r"\W*(?:{remarks.theirs})\b")
_BULLETS = r"[ \t\u2022\u00b7*>~+|\[\u25aa\u25cf\u25a0\u27a2\uf0b7\u2013-]*\Z"
_BEGINS = re.compile(r"(?:\A|[\n|]|[.;?!] )" + _BULLETS)
_LISTED = re.compile(r"(?:\A|[\n.;?!:,/&(|]|\band)" + _BULLETS)  # an item, on which brackets remark
_BEFORE = 12  # characters before a name that hold the signs of its item
# A sign behind the name, and a rating behind that: "Java ..... 1 (", "| Java | 0 |", "Java. "
_SIGN = re.compile(
    r"(?: (?:for|in|on|of|with) [a-z][\w -]{1,24}?| (?:19|20)\d\d(?: ?(?:[\u2013-]|to) ?(?:19|20)?\d\d)?)?\]?(?:[ \t]*(?P<row>[|=](?:[ \t]*\|)*|[._\u2026\u00b7]{3,}|\t|->|\u2192|\.(?<= \.)(?= ))|(?P<gap> {3,})|[ \t]?(?P<line>:)|[ \t]+(?P<dash>[\u2013\u2014-])(?= )"
    r"|(?P<stop>[.?])(?= [A-Z])|(?P<open>[ \t]?[(\[])|(?P<close>(?<=\]) ))[ \t]*(?:(?P<rating>\d\d?)(?: ?/ ?\d\d?)?(?=[ \t,;:|(.)\u2013-])[ \t,;:|.\u2013-]*)?(?=[\w(\"'\u201c])"
)
_LONGEST = 140  # characters of a remark
_PART = re.compile(r"[,;:()|\t]|\s[\u2013\u2014-]\s|\s(?:but|and|so|though|yet)\s|[.!?](?:\s|\Z)")
_LEAD = Deferred(r"[\s(\"'\u201c]*(?:(?:I|i|I['\u2019]m|am|{remarks.leads})\s+){0,3}")
# The title of a course or a book.
_TITLE = re.compile(r"[\"\u201c][^\"\u201d\n]{3,60}[\"\u201d]")
_FIRST = 16  # characters of a cell within which it tells of whom it speaks
_IT = re.compile(r"\b(?:it|them|this|that)\b")
_ACTS = re.compile(r" (\w+) (?:(?:on|with|by|after|of|for|to) )?(?:it|them|this|that)\b")
_CALLED = re.compile(r"(?: [A-Z][\w'-]+){1,2}")
_BY = re.compile(r"(?:is |was )?(\w+)(?: \w+| for \w+)? by ", re.IGNORECASE)
_NAMES = re.compile(r"[^\W\d_]")  # what holds no letter tells nothing: "| 1998 | 2007, forgotten |"
_NEAREST = -1  # "no exposure, want to learn" is wished for, whatever denies it
_FAR = 1000  # "Azure: people use it, I have never touched it" is denied first of all
_LEAST = 5  # characters of a remark in brackets with the signs before it: no box or number of a footnote


def ruled(scene: Scene, cues: FoundCues) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of each mention on which such a remark is made."""
    for number, (start, end) in enumerate(scene.spans):
        sign = _SIGN.match(scene.text, end)
        if sign is None or scene.kinds[number] in CLAIMED:
            continue
        begins = _LISTED if sign.lastgroup == "open" else _BEGINS
        if not begins.search(scene.text, max(0, start - _BEFORE), start):
            continue
        at, stop = sign.end(), _end(scene, sign)
        inside = [
            other for other in scene.within(at, stop) if scene.kinds[other] not in CLAIMED and not _when(scene, other)
        ]
        title = _TITLE.search(scene.text, at, stop)
        if any(not (title and title.start() < scene.starts[other] < title.end()) for other in inside):
            continue  # it names another skill
        status, rated = told(scene, cues, at, stop), int(sign.group("rating") or 0)
        if rated > (status == "aspirational") or (sign.group("gap") and scene.text[at].isupper()):
            continue  # a gap may part the columns of a page: "Illustrator    Learning styles"
        for named in (number, *inside) if status else ():
            yield status, named, _FAR if status == "other-person" else _NEAREST


def rounded(text: str, found: Iterable[Candidate]) -> str:
    """A text whose square brackets behind names are round: what rules remarks in the ones holds for the others."""
    for end in (one.original[1] for one in found) if " [" in text else ():
        closed = text.find("]", end, end + _LONGEST) if text.startswith(" [", end) else -1
        if closed > end + _LEAST and text[end + 2].isalpha() and "\n" not in text[end:closed]:
            text = f"{text[:end]} ({text[end + 2 : closed]}){text[closed + 1 :]}"
    return text


def in_brackets(scene: Scene, cues: FoundCues, at: int) -> str:
    """What brackets tell that open at a place behind a mention."""
    sign = _SIGN.match(scene.text, at)
    return told(scene, cues, sign.end(), _end(scene, sign)) if sign and sign.lastgroup == "open" else ""


def _end(scene: Scene, sign: re.Match[str]) -> int:
    """Where the remark behind a sign ends: with its line, behind a colon or a full stop with its sentence."""
    at, end = sign.end(), line_end(scene.text, sign.end())
    if sign.lastgroup == "open":
        depth = 1
        for place in range(at, min(end, at + _LONGEST)):
            depth += (scene.text[place] in "([") - (scene.text[place] in ")]")
            if not depth:
                return place
    end = min(end, scene.sentence_end(at + 1)) if sign.lastgroup in ("stop", "line") else end
    end = at + len(scene.text[at:end].rstrip(" \t|"))
    return min(end, at + _LONGEST)


def told(scene: Scene, cues: FoundCues, start: int, end: int) -> str:
    """What a stretch tells of the name in front of it, which it doesn't name: it is wished for, denied or others', or ""."""
    if theirs := of_others(scene, cues, start, end):
        return theirs
    first = ""
    edges = [*_PART.finditer(scene.text, start, end)]
    parts = zip([start, *(edge.end() for edge in edges)], [*(edge.start() for edge in edges), end], strict=True)
    told_of = [(begin, stop) for begin, stop in parts if _NAMES.search(scene.text, begin, stop)]
    for begin, stop in told_of:
        part = _part(scene, cues, begin, stop)
        if part == "aspirational" and not DONE.search(scene.unnamed(start, end)):
            return part
        if first == "" and part != "negated":
            return part
        first = first or part
    return first


def _part(scene: Scene, cues: FoundCues, start: int, stop: int) -> str:
    """What the words tell with which a part of a remark begins."""
    lead = _LEAD.match(scene.text, start, stop)
    first = lead.end() if lead else start
    for at, _, cue in cues[bisect_left(cues, start, key=itemgetter(0)) :]:
        if at > first:
            break
        if cue.status == "aspirational" and cue.direction != "none" and cue.kind != "traits":
            return cue.status
    for at in {first, start + len(scene.text[start:stop]) - len(scene.text[start:stop].lstrip())}:
        if _DENYING.match(scene.text, at, stop):
            return "negated"
        if _AHEAD.match(scene.text, at, stop):
            return "aspirational"
    if _SESSIONS.match(scene.text, first, stop) and not YEAR.search(scene.text, start, stop):
        return "aspirational"
    answer = scene.text[start:stop].strip(" \t\"'").lower()
    return "negated" if answer in data.table("language/status")["answers"]["negated"] else composed(answer, remark=True)


def of_others(scene: Scene, cues: FoundCues, start: int, end: int) -> str:
    """Whether a stretch tells of the name in front of it that others have it, and the writer has not."""
    text, rules = scene.text, grammar()
    if _THEIRS.match(text, start, end):
        return "other-person"
    for at, behind, cue in cues[bisect_left(cues, start, key=itemgetter(0)) :]:
        if at >= end:
            break
        if cue.direction != "people":
            continue
        people = phrase(text, start, at, behind)
        made = _BY.fullmatch(text, start, people.first)
        if made and (
            at <= start + _FIRST or made.group(1).endswith("ed")
        ):  # "done by the vendor"; "used by four teams"
            idle = made.group(1).lower() in rules.reception | rules.consuming | word_set("taught")
            return "" if idle else cue.status
        if _HELD.fullmatch(text, start, people.first) and not is_own(text, people):
            return cue.status  # "belongs to the platform team"
        if at > start + _FIRST:
            break
        if people.possessive:
            if people.first == start and not is_own(text, people) and OWNED_ENDS.match(text, people.behind - 1, end):
                return cue.status  # "a team mate's job"
            continue
        named = _CALLED.match(text, behind)  # "my colleague Nitin runs it"
        verb = aside_end(text, behind) or (named.end() if named else behind)
        if not _IT.search(text, verb, end):
            continue
        acts = _ACTS.match(text, verb)
        done = acts is not None and acts.group(1) not in rules.consuming
        if done or denials.denies(text, behind, end):
            return cue.status
    return ""


def _when(scene: Scene, number: int) -> bool:
    """Whether a name is a time: "registered for spring"."""
    return scene.text[slice(*scene.spans[number])].lower() in data.table("language/status")["when"]
