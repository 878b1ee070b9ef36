"""Persons, houses and currencies that share the name of a skill: "Aoife and Stan trained it", "Julia's team", "Chez Ruby".

Which names of skills people bear, and what stands before the name of a restaurant or shop, is data
(``language/usage.toml``), as is what ends the name of a house or family ("Azure Bay Resort"). Without such a sign beside it the name is left to the rules of its own entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aimatch import data
from aimatch.deferred import Deferred
from aimatch.extract.candidates import Candidate
from aimatch.extract.normalise import NormalText
from aimatch.extract.rules.grammar import grammar
from aimatch.extract.senses.usage import heads_compound
from aimatch.extract.words import ordinary_words, plain_words
from aimatch.resume.rules.jobs import jobs
from aimatch.wordlist import heads_of, words_in

_REACH = 40  # characters before a name within which the person named beside it stands
_BESIDE_BEFORE = Deferred(r"([A-Z][^\W\d_]+(?:-[A-Z][^\W\d_]+)?)(?: and| &) \Z")
_BESIDE_BEHIND = Deferred(r" (?:and|&) ([A-Z][^\W\d_]+)")
_SURNAME = Deferred(r" ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?![^\W_])")
#: A line that is the name of a person: "IMANI PASCAL", "Ffion R. Perl-Jones".
_NAME_LINE = Deferred(
    r"\s*([^\W\d_]+(?:[-'\u2019][^\W\d_]+)*(?: (?:[A-Z]\.|[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*)){1,3})[ \t]*(?:\n|\Z)"
)
#: The initial of somebody named by family name; R and C are languages too ("I know R. Julia is next").
_INITIAL = Deferred(r"(?<![\w.])[ABD-QS-Z]\. \Z")
_POSSESSIVE = Deferred(r"(?:'|\u2019)s [a-z]")
_FAMILY_NAME = Deferred(r" (?:[A-Z]\. ?)?([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?! [A-Z])")
_GIVEN_BEFORE = Deferred(
    r"(?:^|[\n(:;,|/\u2022\u2013\u2014-])[ \t]*(?:[A-Z][a-z]{1,3}\. )?([A-Z][a-z]+) (?:[A-Z]\. )?\Z"
)
_FIRST_BEFORE = Deferred(r"(?<![\w-])([A-Z][a-z]+) (?:[A-Z]\. )?\Z")
#: "Flask, Marcus - clerk", "Rust, J. and Weber, K. (2020)", "Weber, K., & Rust, J., \u201cOn\u201d".
_FIRST_BEHIND = Deferred(
    r", (?:([A-Z][a-z]+)(?=[ \t]*(?:[-\u2013\u2014;:(\n]|\Z))"
    r"|[A-Z]\.(?: ?[A-Z]\.)*,? (?:\(\d{4}|[\u201c\u2018\"]|(?:and |& )?[A-Z][a-z]+, [A-Z]\.))"
)
_NAME_ENDS = Deferred(r"[ \t]*(?:[,;)(.|\n\u2013\u2014-]|\Z)")
#: "CAD 450,000", "CAD 2.1m", "1.5 million CAD"; not "CAD 2018"
_SUM = r"\$?(?:\d{1,3}(?:[,.' ]\d{3})+|\d[\d.,]* ?(?:[kKmM]|bn|million|billion|thousand))"
_SUM_BEHIND = Deferred(rf" ?{_SUM}\b")
_SUM_BEFORE = Deferred(rf"(?<![\w.]){_SUM} \Z")
_REGION = re.compile(r", ([A-Z][a-z]+)(?: ([A-Z][a-z]+))?\b")


@cache
def _words() -> tuple[frozenset[str], Deferred, Deferred]:
    table = data.table("language/usage")
    houses = "|".join(map(re.escape, table["houses"]))
    before = "|".join(table["before_persons"])
    return (
        frozenset(table["given_names"]),
        Deferred(rf"\b(?:{houses}) \Z"),
        # "reported to Tracy Jenkins"
        Deferred(rf"\b(?i:{before})[.,:]? (?:[A-Z]\. )?([A-Z][a-z]+(?:-[A-Z][a-z]+)?) (?:[A-Z]\. )?\Z"),
    )


@cache
def _address() -> tuple[frozenset[str], Deferred]:
    forms = data.table("language/usage")["forms_of_address"]
    # "Mrs Jenkins", "Mrs Hilary Jenkins"
    return heads_of(forms), Deferred(rf"\b(?:{'|'.join(forms)})\.? (?=[A-Z][a-z])(?=([A-Z][a-z]+ )?)")


@cache
def _family_names() -> frozenset[str]:
    return frozenset(data.table("language/usage")["family_names"])


@cache
def _not_of_names() -> tuple[frozenset[str], tuple[str, ...]]:
    """What stands behind a name of a skill and is no family name, and how words end that are no given name."""
    table = data.table("language/usage")
    return frozenset(table["compounds"]), tuple(table["verb_endings"])


@cache
def _regions() -> frozenset[str]:
    return frozenset(data.table("language/usage")["regions"])


@cache
def _currencies() -> frozenset[str]:
    return frozenset(data.table("language/usage")["currencies"])


@cache
def _houses_behind() -> tuple[frozenset[str], Deferred]:
    table = data.table("language/usage")
    houses, firms = table["houses_behind"], table["firms_behind"]
    # "Azure Bay Resort", "Terraform Gardens & Paving Ltd"; but "Oracle Hotel Management System".
    pattern = "|".join(
        rf"(?: (?:[A-Z][a-z]+|&)){{0,{words}}} (?:{'|'.join(map(re.escape, nouns))})\b(?! [A-Z])"
        for words, nouns in ((3, houses), (1, firms))
    )
    return heads_of([*houses, *firms]), Deferred(pattern)


@cache
def _bearers() -> tuple[Deferred, frozenset[str], Deferred]:
    """What bears a name of its own or plays one, as it stands before it ("a gelding called ", "danced the part of ", "Hotel "); the
    given names behind which the name of a technology is a family name; and what persons are named behind."""
    table = data.table("language/usage")
    nouns = "|".join(table["bearers"])
    roles = "|".join(table["of_roles"])
    given = "first_names", "plain_given_names", "given_names"
    known = frozenset(name for names in given for name in table[names])
    before = rf"\b(?i:{'|'.join(table['before_full_names'])}) (?:[A-Z][a-z]{{1,3}}\. )?\Z"
    houses = "|".join(map(re.escape, table["houses"]))
    named = (
        rf"\b(?:(?:{nouns})(?:,? (?:called|named))?|(?i:{roles})(?: the (?:part|role|lead) of)?|{houses}|[Aa]t The) \Z"
    )
    return Deferred(named), known, Deferred(before)


@cache
def surnames() -> frozenset[str]:
    """Family names, in small letters, none of them a word or a product."""
    return frozenset(data.table("language/usage")["surnames"])


def without_persons(original: str, normal: NormalText, found: list[Candidate]) -> list[Candidate]:
    """The candidates without those that name a person, a house, a place or a currency."""
    words = words_in(original)
    forms, address = _address()
    if not forms.isdisjoint(words):
        addressed = {end for one in address.finditer(original) for end in (one.end(), one.end(1))}
        found = [candidate for candidate in found if candidate.original[0] not in addressed]
    nouns, named = _houses_behind()
    if not nouns.isdisjoint(words):
        found = [
            candidate
            for candidate in found
            if not original.startswith(" ", candidate.original[1])
            or not original[candidate.original[0]].isupper()
            or candidate.readings[0].kind == "soft"  # "Volunteer Service Medal"
            or not named.match(original, candidate.original[1])
        ]
    found = [
        one for one in found if not (_placed(original, one) or _borne(original, one, found) or _of_money(original, one))
    ]
    names, _, _ = _words()
    families = _family_names()
    persons = {
        number
        for number, candidate in enumerate(found)
        if ((name := normal.text[candidate.start : candidate.end]) in names and _named(original, candidate, found))
        or (name in families and _is_family(original, candidate, found))
    }
    return [candidate for number, candidate in enumerate(found) if number not in persons] if persons else found


def _named(original: str, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    _, houses, behind_given = _words()
    start, end = candidate.original
    if not original[start].isupper():
        return False
    before = original[max(0, start - _REACH) : start]
    if houses.search(before) or _POSSESSIVE.match(original, end) or grammar().named_doing.match(original, start):
        return True
    left = _BESIDE_BEFORE.search(before)
    if left:
        at = start - len(before) + left.start(1)
        if _strange(original, at, at + len(left.group(1)), found):
            return True
    given = behind_given.search(before)
    if given:
        at = start - len(before) + given.start(1)
        if _given(given.group(1).lower()) and _strange(original, at, at + len(given.group(1)), found):
            return True
    family = _FAMILY_NAME.match(original, end)
    if family:
        word = family.group(1).lower()
        if word not in plain_words() and word not in _not_of_names()[0] and _strange(original, *family.span(1), found):
            return True
    first = _GIVEN_BEFORE.search(before)
    if first and _NAME_ENDS.match(original, end):
        at = start - len(before) + first.start(1)
        word = first.group(1).lower()
        if _given(word) and not word.endswith(_not_of_names()[1]) and _strange(original, at, at + len(word), found):
            return True
    right = _BESIDE_BEHIND.match(original, end)
    if right is not None and _strange(original, right.start(1), right.end(1), found):
        return True
    # "Julia Sandford, statistician"
    surname = _SURNAME.match(original, end)
    return (
        surname is not None
        and surname.group(1).lower() not in plain_words()
        and _strange(original, surname.start(1), surname.end(1), found)
    )


def _is_family(original: str, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a name stands behind an initial ("J. Scala"), or ends the first line of a resume, which is that of its person:
    two to four words, of which no other one is a skill, a title or a plain word."""
    start, end = candidate.original
    if original[start].isupper() and _INITIAL.search(original, max(0, start - _REACH), start):
        return True
    line = _NAME_LINE.match(original)
    if line is None or not (line.start(1) < start and end == line.end(1)) or original[end : end + 1] not in "\r\n \t":
        return False
    others = original[line.start(1) : start].split()
    if any(not word[0].isupper() or word.lower() in plain_words() for word in others) or jobs().names_title(
        line.group(1)
    ):
        return False
    given = _words()[0]
    return all(
        other is candidate or other.original[0] >= start or original[slice(*other.original)].lower() in given
        for other in found
    )


def _placed(original: str, candidate: Candidate) -> bool:
    """Whether an unsure name is a place, told by what it lies in: "Aurora, Illinois"."""
    start, end = candidate.original
    if not (original.startswith(", ", end) and original[start].isupper()) or any(
        reading.ambiguous is None or reading.kind != "technology" for reading in candidate.readings
    ):
        return False
    region = _REGION.match(original, end)
    if region is None:
        return False
    one, two = region.groups()
    return one in _regions() or f"{one} {two}" in _regions()


def _borne(original: str, candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether the name of a technology is the given or family name of somebody named in full, or that of an animal, a ship, a
    band or a role."""
    start, end = candidate.original
    reading = candidate.readings[0]
    if not original[start:end].istitle() or " " in original[start:end]:
        return False
    if reading.kind != "technology":
        # A method may be called after its author, as "Kimball" is.
        author = reading.ambiguous is not None and _FIRST_BEHIND.match(original, end)
        return bool(author and not author[1])
    before = original[max(0, start - _REACH) : start]
    named, known, persons = _bearers()
    if named.search(before) and not heads_compound(original, end):
        return True
    family = _FAMILY_NAME.match(original, end)
    if family is not None:
        word = family.group(1).lower()
        free = word not in plain_words() and word not in _not_of_names()[0]
        if word in surnames() or (free and persons.search(before) and _strange(original, *family.span(1), found)):
            return True
    if (first := _FIRST_BEHIND.match(original, end)) and (not first[1] or first[1].lower() in known - _words()[0]):
        return True
    given = _FIRST_BEFORE.search(before)
    if given is None or given.group(1).lower() not in known or heads_compound(original, end):
        return False
    begin, stop = (start - len(before) + at for at in given.span(1))
    if given.group(1).lower() in _words()[0]:  # "Jasper Rust"; but "Go Julia Rust Python" is a list
        beside = any(one.original[0] == end + 1 or one.original[1] == begin - 1 for one in found)
        return original[start:end].lower() in _family_names() and not beside
    return not any(one.original[1] == stop for one in found)


def _of_money(original: str, candidate: Candidate) -> bool:
    """Whether a name is a currency, told by the sum beside it: "a budget of CAD 450,000"."""
    start, end = candidate.original
    return original[start:end] in _currencies() and bool(
        _SUM_BEHIND.match(original, end) or _SUM_BEFORE.search(original, max(0, start - _REACH), start)
    )


def _given(word: str) -> bool:
    return word not in ordinary_words()


def _strange(original: str, start: int, end: int, found: Sequence[Candidate]) -> bool:
    """Whether a capitalised word is no skill and no word that any line may begin with."""
    if any(other.original[0] < end and start < other.original[1] for other in found):
        return False
    return original[start:end].lower() not in grammar().not_names and original[start:end].istitle()
