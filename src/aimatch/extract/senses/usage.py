"""How people write that they use something: "wrote the gateway in Go", "twelve Oracle upgrades", "Rust (basic)"; and
where other trades are at home, in which a name is the plain word.

The words are data (``language/usage.toml``); which of these signs counts when is stated in :mod:`aimatch.extract.senses.context`.
"""

from __future__ import annotations

import re
from functools import cache

from aimatch import data
from aimatch.extract.senses.beside import word_before
from aimatch.extract.senses.lists import levels
from aimatch.wordlist import WordList

_BEFORE = 40  # characters before a name in which the word before its preposition stands
_CAPITALISED = re.compile(r" [A-Z]")
_NAME_GOES_ON = re.compile(r" [A-Z]\w")  # not "learn Vue I ..."
_IN_BEHIND_WORD = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]?[a-z][\w'-]*|\d[\d.,]*) in \Z|\b(?:years?|yrs?|months)(?:['\u2019]| of)?(?: experience)? (?:of|with|in) \Z"
)
_CLAUSE_END = re.compile(r"\.?(?:\s*\Z|\n|\. |[,;)] ?| (?:and|with|on|for|using|by|at) )")
_PASSIVE = re.compile(r"(?:ed|en|built|out|run|set) by \Z")
_NEAR = 60  # characters around a name in which what is made with it speaks for it
_LONGEST_RATING = 24  # characters of a rating that opens a line
_RATED_BEFORE = re.compile(
    r"[ \t\u2022*-]*(?:[\u25cf\u25cb\u2605\u2606\u25a0\u25a1\u25ae\u25af\u25c6\u25c7\u2b24\u25ef\u25c9\u25cc\u2b1b\u2b1c]{3,}|\d{1,2} ?/ ?(?:5|10)|\d{1,2}\+? ?(?:years?|yrs?|y)\.?"
    r"|\d{1,3} ?%)[ \t]*[:|\u2013\u2014-]?[ \t]+"
)


def is_used(text: str, name: tuple[int, int], within: tuple[int, int], *, named: bool) -> bool:
    """Whether a name stands behind a preposition in a stretch that tells of building; or, ``named`` with a capital, near
    what is made with technologies or behind a verb of study. An abbreviation may have an article, and be what a thesis is about."""
    prepositions, verbs = _prepositions_and_verbs()
    start, end = name
    before = word_before(text, start)
    if text[start:end].isupper():
        if before in ("a", "an"):
            start = text.rindex(before, 0, start)
            before = word_before(text, start)
        if before in ("in", "on", "about") and _theses().first(text, *within):
            return True
    if named and before.lower() in _studies() and not _NAME_GOES_ON.match(text, end):
        return before.islower() or not text[within[0] : start].strip(" -*\u2022").removeprefix(before).strip()
    if before.lower() not in prepositions and not (named and is_done_by(text, start, end)):
        return False
    near = max(within[0], start - _NEAR), min(within[1], end + _NEAR)
    # A verb within the name itself tells nothing: "fitter of pipelines".
    told = verbs.first(text, within[0], start) or verbs.first(text, end, within[1])
    return bool(told or (named and _artefacts().first(text, *near)))


def is_done_by(text: str, start: int, end: int) -> bool:
    """Whether something is done by what a word of the language names: "handled by Prefect"; not "training by Brocade"."""
    return is_common_word(text[start:end]) and _PASSIVE.search(text, max(0, start - _BEFORE), start) is not None


def is_adopted(text: str, start: int) -> bool:
    """Whether a verb of taking up stands right before a name: "introduced Kafka at the dairy"."""
    return word_before(text, start).lower() in _adoptions()


def follows_use(text: str, start: int) -> bool:
    """Whether a preposition or a verb of use stands right before a name."""
    return word_before(text, start).lower() in _prepositions_and_verbs()[0]


def named_in_prose(text: str, start: int, end: int) -> bool:
    """Whether a word of the language stands as a name in prose: with a capital, without an article, behind a preposition
    of tools ("redacted the bundles in Acrobat"); a single letter behind "in" or a time where its clause ends ("patients in R",
    "ten years of C")."""
    if end - start == 1:
        return (
            _CLAUSE_END.match(text, end) is not None
            and _IN_BEHIND_WORD.search(text, max(0, start - _BEFORE), start) is not None
        )
    before = _object_before().search(text, max(0, start - _BEFORE), start)
    return (
        before is not None
        and (is_common_word(text[start:end]) or _is_person_in(text[start:end], before))
        and text[start].isupper()
        and not _CAPITALISED.match(text, end)
        and not (text.endswith(" to ", 0, start) and _CLAUSE_END.match(text, end) is None)  # "to Harness the power"
    )


def _is_person_in(name: str, before: re.Match[str]) -> bool:
    """Whether a technology that persons are called like, but no places, stands behind "in" and nothing that leads to a person:
    "series in Cassandra"; not "faith in Julia"."""
    names, trusting = _persons()
    return (
        before.group(3) == "in"
        and name.lower() in names
        and (before.group(1) or before.group(2)).lower() not in trusting
    )


@cache
def _persons() -> tuple[frozenset[str], frozenset[str]]:
    table = data.table("language/usage")
    return frozenset(table["given_names"]).difference(table["also_places"]), frozenset(table["of_persons"])


def is_made_in(text: str, name: tuple[int, int], sentence: tuple[int, int]) -> bool:
    """Whether a sentence tells of something built "in" or "with" a word of the language that stands as a name where its clause
    ends: "wrote the bank's app in Swift". What the thing is for tells nothing against the name then."""
    start, end = name
    return (
        named_in_prose(text, start, end)
        and f" {word_before(text, start)} " in of_practice()
        and _CLAUSE_END.match(text, end) is not None
        and _prepositions_and_verbs()[1].first(text, sentence[0], start) is not None
    )


def is_common_word(name: str) -> bool:
    """Whether a name is a word of the language, not the name of persons, places or brands as well."""
    return name.lower() in _common_words()


def elsewhere(text: str, stretch: tuple[int, int]) -> bool:
    """Whether a stretch is set where other trades are at home: in a kitchen, a garden, on a stage."""
    return _scenes().first(text, *stretch) is not None


def heads_compound(text: str, end: int) -> bool:
    """Whether a noun of technology follows at once: "Spark cluster"."""
    return _compound().match(text, end) is not None


def is_rated(text: str, end: int) -> bool:
    """Whether it follows how long or how well a name is known."""
    item = _rated().match(text, end)
    return item is not None and not item.group().isspace()


def is_rated_before(text: str, start: int) -> bool:
    """Whether how long or how well a name is known opens its line: "\u2605\u2605\u2605\u2605\u2606 Unity", "12 yrs \u2014 C"."""
    line = text.rfind("\n", 0, start) + 1
    return start - line <= _LONGEST_RATING and _RATED_BEFORE.fullmatch(text, line, start) is not None


def level_follows(text: str, end: int) -> bool:
    """Whether a word of level follows at once."""
    return _level().match(text, end) is not None


@cache
def plain_in_prose() -> frozenset[str]:
    """Names of methods that stay plain words in running text."""
    return frozenset(data.table("language/usage")["plain_in_prose"])


@cache
def sections_of_skills() -> frozenset[str]:
    """The kinds of sections in which a name that stands alone is a skill."""
    return frozenset(data.table("language/usage")["sections"])


@cache
def of_practice() -> frozenset[str]:
    """What stands between a practice and the technology that it is done in: "programming in C"."""
    return frozenset(f" {word} " for word in data.table("language/usage")["of_practice"])


@cache
def titles_of_persons() -> frozenset[str]:
    """What stands before a person's name."""
    return frozenset(data.table("language/usage")["titles_of_persons"])


@cache
def _prepositions_and_verbs() -> tuple[frozenset[str], WordList]:
    table = data.table("language/usage")
    return frozenset(table["prepositions"]), WordList(table["verbs"])


@cache
def _theses() -> WordList:
    return WordList(data.table("language/usage")["theses"])


@cache
def _adoptions() -> frozenset[str]:
    return frozenset(data.table("language/usage")["adoptions"])


@cache
def _studies() -> frozenset[str]:
    return frozenset(data.table("language/usage")["studies"])


@cache
def _artefacts() -> WordList:
    return WordList(data.table("language/usage")["artefacts"])


@cache
def turns() -> re.Pattern[str]:
    """Where a sentence turns to something else."""
    words = "|".join(data.table("language/usage")["turns"])
    return re.compile(rf"[,;:(]|\s[\u2013\u2014-]\s|\b(?:{words})\b")


@cache
def _scenes() -> WordList:
    return WordList(data.table("language/usage")["scenes"])


@cache
def _common_words() -> frozenset[str]:
    return frozenset(data.table("language/usage")["common_words"])


@cache
def _object_before() -> re.Pattern[str]:
    """A preposition of tools behind a word in small letters, a number or a plural that begins its sentence: "bundles in", "40
    widgets with", "Rollbacks through"; not "Diploma in"."""
    tools = "|".join(data.table("language/usage")["tool_prepositions"])
    first = r"(?:\A|\n|[.:;] |[\u2022*-] ?)([A-Z][a-z-]+s)"
    return re.compile(rf"(?:(?:^|[\s(])([a-z][\w'-]*|\d[\d.,]*[A-Za-z]*)|{first}) ({tools})\s+\Z")


@cache
def _compound() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(data.table('language/usage')['compounds'])})\b", re.IGNORECASE)


@cache
def _rated() -> re.Pattern[str]:
    """How long or how well: "Ruby: 2/5", "Go | 3 yrs", "Rust (basic)", "Swift ....... \u25cf\u25cf\u25cf\u25cb\u25cb"."""
    return re.compile(
        rf"[ \t.\u2026\u00b7_]*[:|=(\u2013-]?[ \t]*(?:[\u25cf\u25cb\u2605\u2606\u25a0\u25a1\u25ae\u25af\u25c6\u25c7\u2b24\u25ef\u25c9\u25cc\u2b1b\u2b1c]{{3,}}|\d{{1,2}}[ ]?/[ ]?(?:5|10)\b|\d{{1,2}}\+?[ ]?(?:years?|yrs?)\b|\d{{1,3}}[ ]?%|(?:{levels()})\b[ \t]*(?:[),;|\n]|\Z))",
        re.IGNORECASE,
    )


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf" (?:{levels()})\b", re.IGNORECASE)
