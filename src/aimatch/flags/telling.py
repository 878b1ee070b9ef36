"""What one sentence of a resume tells: whether it is a list, holds a measure, names somebody's data, speaks at length.

Nothing here judges grammar: sentences are measured by what they name and by how many different words they have besides.
What several flags ask of one sentence is remembered for a while.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import attrgetter

from aimatch import data
from aimatch.extract.sentences import sentences
from aimatch.flags import words
from aimatch.model import Mention, Position, Project, Resume
from aimatch.resume.rules.jobs import jobs
from aimatch.wordlist import WordList

#: Share of a sentence's words that are skills' names, from which it is a list and tells nothing.
LIST_SHARE = 0.6
#: Pieces between commas from which a sentence is a list, the words of most of them, and of the longest: one may hold a label.
ENUMERATED, ITEM_WORDS, LONGEST_ITEM = 5, 3, 6
ITEM_SHARE = 0.8
#: Such signs with space around them from which a line is a headline of roles ("AI Visionary | Speaker | Founder | ...").
PARTED = 3
#: Distinct words of four letters and more, beside names and words that fit any job, by which a sentence tells what was
#: done and for what: read off labelled sentences, where vague ones have up to five.
TELLING_WORDS = 6
_LONG_WORD = 4
#: Words that a measure needs around it: "99.9% accuracy" alone measures nothing that is named.
WORDS_AROUND_A_MEASURE = 5

WORD = re.compile(r"[^\W_]+")
_LONG = re.compile(rf"[^\W_]{{{_LONG_WORD},}}")
_PARTED = re.compile(r"\s(?:[|/\u2022\u00b7])\s")
_PIECE = re.compile(r"[,;|\u2022]")
_DATA = re.compile("data", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LAST_WORD = re.compile(r"([^\W\d_]+),?[ \t]*\r?\n\Z")
_FORM_LINE = re.compile(r"\n(?=[ \t]*[a-z]{3,20}[ \t]+-\s)")
_LONGEST_END = 60  # characters of a line in which its last word is looked for

_START = attrgetter("start")

Entry = Position | Project


@lru_cache(maxsize=1024)
def sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence at an offset; a line that ends in a joining word ("used to") goes on in the next, and one of a form
    ("company - Foo") begins anew."""
    start, end = _around(text, at)
    while end < len(text) and text[end - 1] == "\n":
        # Hardly a line ends in one of the words, which is told faster than its last word is found.
        if not text[max(start, end - _LONGEST_END) : end].rstrip(" \t\r\n,").lower().endswith(_joining()):
            break
        last = _LAST_WORD.search(text, max(start, end - _LONGEST_END), end)
        if last is None or last.group(1).lower() not in jobs().joining:
            break
        end = _around(text, end)[1]
    return start, end


@cache
def _joining() -> tuple[str, ...]:
    return tuple(jobs().joining)


def _around(text: str, at: int) -> tuple[int, int]:
    start, end = sentences(text).around(at)
    for line in _FORM_LINE.finditer(text, start, end):
        if line.end() > at:
            return start, line.end()
        start = line.end()
    return start, end


def mentions_in(resume: Resume, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that begin in a stretch of text."""
    first = bisect_left(resume.mentions, start, key=_START)
    return resume.mentions[first : bisect_left(resume.mentions, end, first, key=_START)]


def entries(resume: Resume) -> tuple[Entry, ...]:
    """All positions and projects."""
    return (*resume.positions, *resume.projects)


def key(entry: Entry) -> tuple[int, int]:
    """What tells an entry from the others: where it stands."""
    return entry.text_start, entry.text_end


def entry_at(resume: Resume, start: int, end: int) -> Entry | None:
    """The position or project that a stretch of text stands in, the innermost."""
    middle = (start + end) // 2
    inside = [one for one in entries(resume) if one.text_start <= middle < one.text_end]
    return max(inside, key=lambda one: one.text_start, default=None)


def section_at(resume: Resume, at: int) -> str:
    """The kind of the section at an offset."""
    return next((one.kind for one in resume.sections if one.start <= at < one.end), "header")


@lru_cache(maxsize=512)
def is_labelled(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with a label of what there was ("Environment: ...")."""
    return _label().match(text, start, end) is not None


@lru_cache(maxsize=512)
def only_lists(text: str, start: int, end: int) -> bool:
    """Whether a sentence begins with such a label, or with a phrase of listing ("Responsible for")."""
    return is_labelled(text, start, end) or _listing().match(text, start, end) is not None


def is_list(text: str, start: int, end: int, inside: Sequence[Mention]) -> bool:
    """Whether a sentence only names: a label and names, a phrase of listing, or hardly a word besides names."""
    if only_lists(text, start, end) or len(_PARTED.findall(text, start, end)) >= PARTED:
        return True
    if len(inside) < 2 or tells_of_doing(text, start, inside[0].start):
        return False  # "Used a pre-trained VGG16 for image classification" is short, and no list
    if _is_enumeration(text, start, end):
        return True
    named, reached = 0, start
    for mention in inside:
        # A description read as a skill ("plot some insights") tells what was done, and one mention may lie within another.
        if mention.kind in ("technology", "method") and mention.via != "phrase" and mention.start >= reached:
            named += len(WORD.findall(mention.quote))
            reached = mention.end
    return named >= LIST_SHARE * len(WORD.findall(text, start, end)) and not is_measured(text, start, end)


def _is_enumeration(text: str, start: int, end: int) -> bool:
    """Whether a sentence is short pieces between commas, whatever they name."""
    pieces = [len(WORD.findall(piece)) for piece in _PIECE.split(text[start:end])]
    if len(pieces) < ENUMERATED or max(pieces) > LONGEST_ITEM:
        return False
    return sum(count <= ITEM_WORDS for count in pieces) >= ITEM_SHARE * len(pieces)


def is_measured(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a quantity of something real, or a measure with what it measures."""
    if not _DIGIT.search(text, start, end):
        return False
    if _quantity().search(text, start, end):
        return True
    if (
        words.first(text, "measured", start, end) is None
        or len(WORD.findall(text, start, end)) < WORDS_AROUND_A_MEASURE
    ):
        return False
    return _measure().search(text, start, end) is not None


def only_promotes(text: str, start: int, end: int) -> bool:
    """Whether a sentence promotes and measures nothing."""
    return words.first(text, "promotion", start, end) is not None and not is_measured(text, start, end)


def only_reaches(text: str, start: int, end: int) -> bool:
    """Whether a sentence counts listeners and nothing else: "500 posts and 12 keynotes on agents for 40,000 followers"."""
    if words.first(text, "reach", start, end) is None or any(
        words.first(text, name, start, end) for name in ("data_work", "running", "models")
    ):
        return False
    return _DIGIT.search(_reached().sub("", text[start:end])) is None


def is_at_length(text: str, start: int, end: int, inside: Sequence[Mention]) -> bool:
    """Whether a sentence says so much beside names that a reader knows what was done, and for what."""
    named = [(mention.start, mention.end) for mention in inside if not mention.is_behaviour]
    told: set[str] = set()
    number = reached = 0  # of the names, in order of place: how many have begun, and where the last of these ends
    for match in _LONG.finditer(text, start, end):
        at = match.start()
        while number < len(named) and named[number][0] <= at:
            reached = max(reached, named[number][1])
            number += 1
        if at < reached:
            continue
        word = match.group().lower()
        if word in told or words.is_whole(word, "generic"):
            continue
        told.add(word)
        if len(told) == TELLING_WORDS:
            return True
    return False


def names_own_data(text: str, start: int, end: int) -> bool:
    """Whether a sentence names data that are somebody's: "test report data", and not "big data" or "data science"."""
    return _DATA.search(text, start, end) is not None and _own_data().search(text, start, end) is not None


def tells_of_doing(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a verb of doing."""
    return _doing().first(text, start, end) is not None


@cache
def _doing() -> WordList:
    return WordList((*data.table("language/strength")["doing"], *words.listed("doing")))


@cache
def _listing() -> re.Pattern[str]:
    phrases = words.alternatives(words.listed("listing"))
    # "Involved in importing orders with Sqoop" tells of a doing; "involved in Big Data, Hadoop, Spark" lists.
    return re.compile(rf"\W*(?:{phrases})(?!\s+[^\W\d_]+ing(?![^\W_]))", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    labels = words.alternatives(words.listed("environment"))
    return re.compile(rf"\W*(?:[\w/&]+ )?(?:{labels})\s*(?:used\s*)?[:–-]", re.IGNORECASE)


@cache
def _quantity() -> re.Pattern[str]:
    # "2.4M policy documents", "1,350 claims agents", "22k questions a day": at most two words between.
    # "The top 5 questions" are a choice, and no quantity.
    number = r"(?<![^\W_])(?!(?:19|20)\d\d\b)\d(?<!top[ -]\d)[\d.,]*\s?(?:k|m|mn|bn|b|million|billion|thousand|lakh|crore)?\+?"
    return re.compile(
        rf"{number}(?:[\s-][^\W\d_][\w-]*){{0,2}}?[\s-]?(?<![^\W_\d])(?:{words.alternatives(words.listed('counted'))})",
        re.IGNORECASE,
    )


@cache
def _reached() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])\d[\d.,]*(?:\s?(?:k|m|million|thousand))?\+?(?:[\s-][^\W\d_][\w-]*){{0,2}}?[\s-](?:{words.alternatives(words.listed('reached'))})",
        re.IGNORECASE,
    )


@cache
def _own_data() -> re.Pattern[str]:
    no_owner = words.alternatives(words.listed("no_owner_of_data"))
    no_data = words.alternatives(words.listed("not_data"))
    whose = rf"(?!(?:{no_owner})\s)(?![^\W\d_]+(?:ed|ing)\s)[^\W\d_]{{3,}}"
    return re.compile(
        rf"(?<![^\W_])(?:{whose}\s+data(?![^\W_])(?![\s-]+(?:{no_data}))|data\s+(?:of|from)\s+{whose})", re.IGNORECASE
    )


@cache
def _measure() -> re.Pattern[str]:
    name = rf"(?<![^\W_])(?:{words.alternatives(words.listed('measured'))})"
    # A perfect measure ("100% accuracy across all models") is a promise, and measures nothing.
    number = (
        r"(?<![\d.])(?!100(?:\.0+)?\s?(?:%|percent))(?:\d?\.\d+|\d[\d.,]*\s?(?:%|ms|s\b|x\b|percent|mins?\b|hours?\b"
        r"|seconds?\b|days?\b|-?folds?\b)|[$€£]\s?\d|\d\d?/\d)"
    )
    return re.compile(rf"{name}[^.\n;]{{0,40}}?{number}|{number}[^.\n;]{{0,25}}?{name}", re.IGNORECASE)
