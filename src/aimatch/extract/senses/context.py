"""Ambiguous names: whether "Go", "R" or "Spark" means the skill in this place.

What speaks for a skill, in order of weight: a context word of its entry near; a list in which it stands beside known
skills; a skills section; the grammar of use ("wrote the gateway in Go"); a known skill in the same line. What speaks
against it: an `against` word of its entry, a name of a person or an organisation around it. The cues are data
(``skill_taxonomy/language/usage.toml``); the rules' order is stated in :func:`settle`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from aimatch.extract.candidates import Candidate, inside, is_small, titled
from aimatch.extract.lexicon import Hit
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.normalise import NormalText
from aimatch.extract.senses.beside import among_letters, beside_letter, free_sides, is_mark, word_before
from aimatch.extract.senses.entry_items import TechnicalJobs
from aimatch.extract.senses.expansions import without_strange
from aimatch.extract.senses.lists import among_kin, in_company, links, run, settle_each_other
from aimatch.extract.senses.namesakes import without_persons
from aimatch.extract.senses.neighbours import REACH, beside_another, beside_known, beside_sure
from aimatch.extract.senses.rubble import SHORT, in_rubble
from aimatch.extract.senses.surroundings import Surroundings
from aimatch.extract.senses.trade import keywords_elsewhere, of_another_trade, technologies
from aimatch.extract.senses.two_senses import capital_of_two, cuts, told_apart
from aimatch.extract.senses.usage import (
    elsewhere,
    follows_use,
    heads_compound,
    is_adopted,
    is_common_word,
    is_done_by,
    is_made_in,
    is_rated,
    is_rated_before,
    is_used,
    level_follows,
    named_in_prose,
    of_practice,
    plain_in_prose,
    sections_of_skills,
    titles_of_persons,
)
from aimatch.model import Position, Section

# From so many different technologies on, a text is a technical person's: there "backups" and "queries" in running text
# are the methods, as readers of labelled resumes took them.
_TECHNICAL = 8
_VERSIONED = re.compile(r"[^\W\d_]{3,}v?(?!(?:19|20)?[12]\d\Z)\d+(?:\.\w+)*\Z")
_CAPITALISED_AFTER = re.compile(r" (?:[A-Z]\. ?)?[A-Z][a-z]+")


def settle(
    original: str,
    normal: NormalText,
    found: list[Candidate],
    hits: Sequence[Hit],
    sections: tuple[Section, ...],
    positions: Sequence[Position] = (),
    parents: Callable[[str], tuple[str, ...]] = lambda _: (),
) -> list[Candidate]:
    """Settle what each candidate means; those that mean nothing are left out, with what is sure inside them kept.

    ``parents``: the skills that one is a case of, next above it.
    """
    found = without_strange(original, without_persons(original, normal, found), parents)
    for candidate in found:
        first = candidate.readings[0]
        if first.ambiguous is None:
            candidate.reading = first
            candidate.via = "variant" if candidate.extended and first.via == "exact" else first.via
    open_ones = [number for number, candidate in enumerate(found) if candidate.reading is None]
    if not open_ones:
        return found
    view = Surroundings(original, normal, sections, parents)
    jobs = TechnicalJobs(positions)
    view.technical = len(technologies(found)) >= _TECHNICAL
    view.of_another_trade = of_another_trade(original, found)
    view.cuts = cuts(original, found)
    linked = links(original, found, lambda at: view.section(at) in sections_of_skills())
    # Twice over the open ones: a name settled late in a list may be what settles an earlier one.
    due = set(open_ones)
    for _ in range(2):
        for number in open_ones:
            if number in due:
                due.remove(number)
                _decide(found, number, linked, view, jobs)
                if found[number].reading is not None:
                    due.update(one for one in _neighbours(number, linked) if found[one].reading is None)
    found = told_apart(found, linked, view)
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


def _decide(found: list[Candidate], number: int, linked: list[bool], view: Surroundings, jobs: TechnicalJobs) -> None:
    candidate = found[number]
    best: tuple[float, Reading] | None = None
    for reading in candidate.readings:
        certainty = _certainty(found, number, reading, linked, view) or _item_of_job(reading, candidate, view, jobs)
        if certainty and (best is None or certainty > best[0]):
            best = (certainty, reading)
    if best is not None:
        candidate.certainty, candidate.reading = best
        candidate.via = "context"


def _neighbours(number: int, linked: list[bool]) -> range:
    """The candidates that look at one: those within reach, and the items of its list."""
    first, last = run(number, linked)
    return range(max(0, min(first, number - REACH)), min(len(linked), max(last, number + REACH)) + 1)


def _certainty(found: list[Candidate], number: int, reading: Reading, linked: list[bool], view: Surroundings) -> float:
    """How sure a reading is: 0 refused, up to 1. The order of the rules is the order of weight."""
    rule = reading.ambiguous
    if rule is None:
        return 1.0
    candidate = found[number]
    start, end = candidate.original
    technology = reading.kind == "technology"
    if rule.trust == "context" and not technology and not view.supported_near(start, end, rule):
        return 0.0  # most of the names that are looked at
    letter = end - start == 1
    if letter and any(tells(view.original, start, end) for tells in (beside_letter, among_letters, is_mark)):
        return 0.0
    if end - start <= SHORT and in_rubble(view.original, start, end):
        return 0.0
    told = view.told(start, end, rule)
    supported = told.supported or told.supported_near
    company = in_company(found, number, linked, reading)
    kin = (
        company
        and technology
        and rule.trust == "context"
        and among_kin(view.original, found, number, linked, reading, view.parents)
    )
    written = view.original[start:end]
    small = is_small(written, rule)
    if small or (rule.case == "exact" and titled(written, rule.form)):
        among = (
            company and all(free_sides(view.original, start, end)) and not (small and not beside_sure(found, number))
        )
        return 0.75 if among and not told.opposed_near and (supported or kin or rule.trust != "context") else 0.0
    # The sentence that a name stands in counts before its neighbours; methods are words of every sentence.
    opposed = told.opposed if technology or told.supported else told.opposed_near
    if opposed and not (technology and capital_of_two(view.original, start, end, reading, view.line(start, end))):
        made = technology and is_made_in(view.original, candidate.original, view.sentence(start))
        settled = (supported and company) or made
        return 0.6 if settled and not (technology and elsewhere(view.original, view.clause(start, end))) else 0.0
    if told.supported:
        return 0.95
    if view.of_another_trade and reading.kind != "soft" and written.lower() in keywords_elsewhere():
        return 0.0
    if told.supported_near and not technology:
        return 0.95
    # A version glued on ("Vue3", "Spark3.4") makes a word a name; a year does not ("Spring2024").
    if technology and candidate.extended and _VERSIONED.search(view.original, start, end):
        return 0.85
    text = view.original
    if kin and not told.opposed_near:
        return 0.85
    if rule.trust == "context" and not supported and not (technology and named_in_prose(text, start, end)):
        return 0.0
    name_like = technology and _name_like(text, start, end, found, number)
    plain_name = technology and text[start].isupper() and not text[start:end].isupper() and not name_like
    used = technology and not name_like and is_used(text, (start, end), view.sentence(start), named=plain_name)
    used = used or (plain_name and rule.trust == "open" and is_adopted(text, start))
    # A name of which no other meaning is known stays one in a kitchen: "Photoshop for the menus".
    coined = rule.trust == "open" and not rule.against
    plain = (
        technology
        and not used
        and not coined
        and (letter or not text[start:end].isupper() or is_common_word(text[start:end]))
        and elsewhere(text, view.clause(start, end))
    )
    named = technology and not plain and not name_like and named_in_prose(text, start, end)
    if told.opposed_near and not (
        named
        or used
        or (not plain and (rule.trust == "open" and text[start - 2 : start - 1].islower()))
        or (not plain and beside_known(found, number, view.clause(start, end)))
        or (company and supported)
    ):
        return 0.0
    if (
        supported
        and not plain
        and (company or beside_another(found, number, linked) or not _mere_word(text, start, end))
    ):
        return 0.95
    if named:
        return 0.75
    if rule.trust == "context":
        return 0.0
    if rule.trust == "technical":
        return 0.6 if view.technical and _names_a_method(reading, text[start:end]) else 0.0
    if company:
        return 0.9
    if technology and settle_each_other(text, found, number, linked):
        return 0.75
    if rule.trust == "open" and not plain:
        return 0.85
    name_like = name_like if technology else _name_like(text, start, end, found, number)
    if plain_name and heads_compound(text, end):
        return 0.85
    if not name_like and technology:
        left, right = free_sides(text, start, end)
        if (left and is_rated(text, end)) or (right and is_rated_before(text, start)):
            return 0.75
    if not name_like and view.section(start) in sections_of_skills():
        left, right = free_sides(text, start, end)
        # Two columns read as one line leave an item its left side only: "Friendly and patient  Cash handling".
        if left and (right or (reading.kind == "soft" and text[start].isupper())):
            return 0.75
    if not name_like and technology and number:
        practice = found[number - 1]
        said = practice.reading is not None and practice.reading.kind == "method"
        if said and text[practice.original[1] : start] in of_practice():
            return 0.85
    if used or (not technology and not name_like and is_used(text, (start, end), view.line(start, end), named=False)):
        return 0.85
    if letter or name_like or plain:
        return 0.0
    if view.technical and _names_a_method(reading, text[start:end]):
        return 0.6
    return 0.7 if technology and beside_known(found, number, view.line(start, end)) else 0.0


def _mere_word(text: str, start: int, end: int) -> bool:
    """Whether a word of the language stands as neither an item nor the object of a use: in "Sold Fabric by the metre" what
    the next line tells speaks for nothing. A label is an item: "Spark: no"."""
    return (
        is_common_word(text[start:end])
        and not text.startswith(":", end)
        and not all(free_sides(text, start, end))
        and not follows_use(text, start)
        and not heads_compound(text, end)
    )


def _item_of_job(reading: Reading, candidate: Candidate, view: Surroundings, jobs: TechnicalJobs) -> float:
    """How sure a technology is that nothing but the job whose item it opens speaks for."""
    start, end = candidate.original
    rule = reading.ambiguous
    if rule is None or reading.kind != "technology" or not view.original[start].isupper():
        return 0.0
    if not jobs.item(view.original, start, end) or view.told(start, end, rule).opposed_near:
        return 0.0
    return 0.7


def _names_a_method(reading: Reading, quote: str) -> bool:
    """Whether a plain name keeps its technical sense in a technical text; abbreviations mean too many things."""
    return reading.kind == "method" and not quote.isupper() and quote.lower() not in plain_in_prose()


def _name_like(text: str, start: int, end: int, found: list[Candidate], number: int) -> bool:
    """Whether a name seems to be part of a longer proper name: "Ray Delgado", "Prof. Julia Brandt"."""
    following = found[number + 1].original[0] if number + 1 < len(found) else len(text)
    after = _CAPITALISED_AFTER.match(text, end)
    if after and following >= after.end() and not text[start:end].isupper() and not level_follows(text, end):
        return True
    return word_before(text, start).rstrip(".").lower() in titles_of_persons() and not is_done_by(text, start, end)
