"""Ambiguous names: whether "Go", "R" or "Spark" means the skill in this place.

What speaks for a skill, in order of weight: a context word of its entry near; a list in which it stands beside known
skills; a skills section; the grammar of use ("wrote the gateway in Go"); a known skill in the same line. What speaks
against it: an `against` word of its entry, a name of a person or an organisation around it. The cues are data
(``skill_taxonomy/language/usage.toml``); the rules' order is stated in :func:`settle`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from aimatch import data
from aimatch.extract.beside import beside_letter, free_sides, word_before
from aimatch.extract.candidates import Candidate, inside, titled
from aimatch.extract.entries import Reading
from aimatch.extract.expansions import without_strange
from aimatch.extract.lexicon import Hit
from aimatch.extract.lists import in_company, levels, links
from aimatch.extract.namesakes import without_persons
from aimatch.extract.normalise import NormalText
from aimatch.model import Section
from aimatch.taxonomy import AmbiguousForm
from aimatch.wordlist import WordList

# From so many different technologies on, a text is a technical person's: there "backups" and "queries" in running text
# are the methods, as readers of labelled resumes took them.
_TECHNICAL = 8
_NEAR = 60  # characters within which a known skill in the same line speaks for a name
_BESIDE = 100  # characters of the same line within which a word speaks against a name
_CAPITALISED_AFTER = re.compile(r" (?:[A-Z]\. ?)?[A-Z][a-z]+")


@cache
def _usage() -> tuple[frozenset[str], WordList, frozenset[str], frozenset[str]]:
    table = data.table("language/usage")
    return (
        frozenset(table["prepositions"]),
        WordList(table["verbs"]),
        frozenset(table["sections"]),
        frozenset(table["titles_of_persons"]),
    )


@cache
def _artefacts() -> WordList:
    return WordList(data.table("language/usage")["artefacts"])


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf" (?:{levels()})\b", re.IGNORECASE)


@cache
def _plain() -> frozenset[str]:
    return frozenset(data.table("language/usage")["plain_in_prose"])


@cache
def _address() -> tuple[tuple[str, ...], re.Pattern[str]]:
    forms = data.table("language/usage")["forms_of_address"]
    # With the space behind them, few texts hold one.
    return tuple(f"{form}{end}" for form in forms for end in (" ", ". ")), re.compile(
        rf"\b(?:{'|'.join(forms)})\.? (?=[A-Z][a-z])"
    )


def settle(
    original: str,
    normal: NormalText,
    found: list[Candidate],
    hits: Sequence[Hit],
    sections: tuple[Section, ...],
) -> list[Candidate]:
    """Settle what each candidate means; those that mean nothing are left out, with what is sure inside them kept."""
    forms, address = _address()
    addressed = (
        {match.end() for match in address.finditer(original)} if any(form in original for form in forms) else set()
    )
    if addressed:
        found = [candidate for candidate in found if candidate.original[0] not in addressed]
    found = without_strange(original, without_persons(original, normal, found))
    for candidate in found:
        first = candidate.readings[0]
        if first.ambiguous is None:
            candidate.reading = first
            candidate.via = "variant" if candidate.extended and first.via == "exact" else first.via
    open_ones = [number for number, candidate in enumerate(found) if candidate.reading is None]
    if not open_ones:
        return found
    view = _View(original, normal, sections)
    view.technical = _technologies(found) >= _TECHNICAL
    # Twice over the open ones: a name settled late in a list may be what settles an earlier one.
    linked = links(original, found, lambda at: view.section(at) in _usage()[2])
    for _ in range(2):
        for number in open_ones:
            if found[number].reading is None:
                _decide(found, number, linked, view)
    kept: list[Candidate] = []
    for candidate in found:
        if candidate.reading is not None:
            kept.append(candidate)
            continue
        for inner in inside(normal, hits, candidate):
            inner.reading = inner.readings[0]
            inner.via = inner.reading.via
            kept.append(inner)
    return kept


class _View:
    """The lines and sections around a place."""

    def __init__(self, original: str, normal: NormalText, sections: tuple[Section, ...]) -> None:
        self.original = original
        self.normal = normal
        self.sections = sections
        self.technical = False
        self._told: dict[tuple[int, int], tuple[bool, bool]] = {}
        self._near: dict[tuple[int, int], str] = {}

    def told(self, start: int, end: int, rule: AmbiguousForm) -> tuple[bool, bool]:
        """Whether a context word of a name's rule stands near it, and whether one of its `against` words does beside it."""
        known = self._told.get((start, id(rule)))
        if known is None:
            known = self._told[start, id(rule)] = (
                bool(rule.context) and _holds_any(self.near(start, end), rule.context),
                bool(rule.against) and _holds_any(self.words(self.beside(start, end)), rule.against),
            )
        return known

    def line(self, start: int, end: int) -> tuple[int, int]:
        after = self.original.find("\n", end)
        return self.original.rfind("\n", 0, start) + 1, len(self.original) if after < 0 else after

    def beside(self, start: int, end: int) -> tuple[int, int]:
        """What of its line stands within reach of a span: some texts are one line from beginning to end."""
        begin, stop = self.line(start, end)
        return max(begin, start - _BESIDE), min(stop, end + _BESIDE)

    def lines(self, begin: int, stop: int) -> tuple[int, int]:
        """A line and its neighbours."""
        if begin:
            begin = self.original.rfind("\n", 0, begin - 1) + 1
        if stop < len(self.original):
            after = self.original.find("\n", stop + 1)
            stop = len(self.original) if after < 0 else after
        return begin, stop

    def near(self, start: int, end: int) -> str:
        """The words of the line of a span and of its neighbours; several names of a line ask for the same."""
        line = self.line(start, end)
        if line not in self._near:
            self._near[line] = self.words(self.lines(*line))
        return self._near[line]

    def words(self, span: tuple[int, int]) -> str:
        return self.normal.text[self.normal.at(span[0]) : self.normal.at(span[1])]

    def section(self, at: int) -> str:
        kind = ""
        for section in self.sections:
            if section.start > at:
                break
            kind = section.kind
        return kind


def _decide(found: list[Candidate], number: int, linked: list[bool], view: _View) -> None:
    candidate = found[number]
    best: tuple[float, Reading] | None = None
    for reading in candidate.readings:
        certainty = _certainty(found, number, reading, linked, view)
        if certainty and (best is None or certainty > best[0]):
            best = (certainty, reading)
    if best is not None:
        candidate.certainty, candidate.reading = best
        candidate.via = "context"


def _certainty(found: list[Candidate], number: int, reading: Reading, linked: list[bool], view: _View) -> float:
    """How sure a reading is: 0 refused, up to 1. The order of the rules is the order of weight."""
    rule = reading.ambiguous
    if rule is None:
        return 1.0
    candidate = found[number]
    start, end = candidate.original
    letter = end - start == 1
    if letter and beside_letter(view.original, start, end):
        return 0.0
    supported, opposed = view.told(start, end, rule)
    if rule.case == "exact" and titled(view.original[start:end], rule.form):
        among = in_company(found, number, linked, reading.kind) and all(free_sides(view.original, start, end))
        return 0.75 if among and not opposed and (supported or rule.trust != "context") else 0.0
    if opposed:
        return 0.6 if supported and in_company(found, number, linked, reading.kind) else 0.0
    if supported:
        return 0.95
    if rule.trust == "context":
        return 0.0
    if rule.trust == "technical":
        return 0.6 if view.technical and _names_a_method(reading, view.original[start:end]) else 0.0
    if in_company(found, number, linked, reading.kind):
        return 0.9
    if rule.trust == "open":
        return 0.85
    name_like = _name_like(view.original, start, end, found, number)
    prepositions, verbs, sections, _ = _usage()
    if not name_like and view.section(start) in sections:
        left, right = free_sides(view.original, start, end)
        # Two columns read as one line leave an item its left side only: "Friendly and patient  Cash handling".
        if left and (right or (reading.kind == "soft" and view.original[start].isupper())):
            return 0.75
    line_start, line_end = view.line(start, end)
    if (
        word_before(view.original, start).lower() in prepositions
        and not name_like
        and (
            verbs.first(view.original, line_start, line_end)
            or (
                reading.kind == "technology"
                and view.original[start].isupper()
                and not letter
                and _artefacts().first(view.original, max(line_start, start - _NEAR), min(line_end, end + _NEAR))
            )
        )
    ):
        return 0.85
    if letter or name_like:
        return 0.0
    if view.technical and _names_a_method(reading, view.original[start:end]):
        return 0.6
    for other in found[max(0, number - 4) : number + 5]:
        known = other.reading
        if (
            known is not None
            and known.ambiguous is None
            and known.kind == "technology"
            and reading.kind == "technology"
        ) and (
            line_start <= other.original[0] < line_end
            and min(abs(other.original[0] - end), abs(start - other.original[1])) <= _NEAR
        ):
            return 0.7
    return 0.0


def _technologies(found: Sequence[Candidate]) -> int:
    """How many different technologies a text names beyond doubt."""
    readings = (candidate.reading for candidate in found)
    return len({reading.skill for reading in readings if reading is not None and reading.kind == "technology"})


def _names_a_method(reading: Reading, quote: str) -> bool:
    """Whether a plain name keeps its technical sense in a technical text; abbreviations mean too many things."""
    return reading.kind == "method" and not quote.isupper() and quote.lower() not in _plain()


def _holds_any(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of some words or phrases, whole but for a plural ("cluster", "clusters")."""
    near = [word for word in words if word in text]  # most often none
    return bool(near) and any(_holds(text, word) for word in near)


def _holds(text: str, word: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if at == 0 or not text[at - 1].isalnum():
            rest = text[end : end + 3]
            if (
                not rest[:1].isalnum()
                or (rest[0] == "s" and not rest[1:2].isalnum())
                or (rest[:2] == "es" and not rest[2:].isalnum())
            ):
                return True
        at = text.find(word, at + 1)
    return False


def _name_like(text: str, start: int, end: int, found: list[Candidate], number: int) -> bool:
    """Whether a name seems to be part of a longer proper name: "Ray Delgado", "Prof. Julia Brandt"."""
    following = found[number + 1].original[0] if number + 1 < len(found) else len(text)
    after = _CAPITALISED_AFTER.match(text, end)
    if after and following >= after.end() and not text[start:end].isupper() and not _level().match(text, end):
        return True
    return word_before(text, start).rstrip(".").lower() in _usage()[3]
