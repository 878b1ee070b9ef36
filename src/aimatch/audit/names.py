"""The person's name and the words that tell a gender, and what may stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from aimatch.audit.edits import Alternative, Edit, apart
from aimatch.data import table
from aimatch.extract.senses.employers import is_no_name
from aimatch.model import Resume
from aimatch.resume.person import Name, name_of
from aimatch.wordlist import alternatives

_NEXT = re.compile(r"\s+([^\W\d_]+)")


def named_otherwise(resume: Resume) -> Iterator[Alternative]:
    """The person under other names, wherever the whole name stands, or the family's with a title."""
    text = resume.document.text
    name = person_of(resume)
    if name is None:
        return
    written = text[name.start : name.end]
    spaced = r"\s+".join(map(re.escape, written.split()))
    found = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    # Where only the family's name stands, with a title, it is the same person's.
    titles = alternatives(table("language/persons")["titles"])
    family = re.compile(rf"(?<!\w)(?:{titles})\.?\s+({re.escape(written.split()[-1])})(?!\w)", re.IGNORECASE)
    for other in table("language/swaps")["names"]["with"]:
        edits = [Edit(start=one.start(), end=one.end(), by=dressed(one.group(), other)) for one in found.finditer(text)]
        edits += [
            Edit(start=one.start(1), end=one.end(1), by=dressed(one.group(1), other.split()[-1]))
            for one in family.finditer(text)
        ]
        if other.casefold() != written.casefold():
            yield Alternative(kind="name", into=other, edits=apart(edits))


def person_of(resume: Resume) -> Name | None:
    """The name, if it is sure or its words are names: "Concrete Construction" heads a resume without one, "Foo Systems" a firm."""
    name = name_of(resume.document.text, resume.sections)
    if name is None or name.sure:
        return name
    words = resume.document.text[name.start : name.end].replace(",", " ").split()
    common = sum(map(is_no_name, words))
    parted = "," in resume.document.text[name.start : name.end]
    return name if 2 * common <= len(words) and not (common and parted) else None


def of_other_gender(resume: Resume) -> Iterator[Alternative]:
    """The resume with all words that tell a gender in the feminine, and in the masculine."""
    text = resume.document.text
    data, titles = table("language/swaps")["gender"], table("language/persons")["titles"]
    named = [(one.start, one.end) for one in resume.mentions if one.kind != "behaviour"]
    for into, words in (("feminine", _feminine()), ("masculine", _masculine())):
        edits = []
        for found in _gendered().finditer(text):
            word = found.group()
            plain = " ".join(word.lower().split())
            title = plain in titles
            if plain not in words or word.isupper() or (title and not word[0].isupper()):
                continue
            if title and any(start < found.end() and found.start() < end for start, end in named):
                continue  # "Ms Office"
            behind, alone = words[plain]
            following = _NEXT.match(text, found.end())
            noun = following is not None and following.group(1).lower() not in data["no_nouns"]
            edits.append(Edit(start=found.start(), end=found.end(), by=_capital(word, behind if noun else alone)))
        if edits:
            yield Alternative(kind="gender", into=into, edits=tuple(edits))


@cache
def _feminine() -> Mapping[str, tuple[str, str]]:
    """The masculine words with what each becomes before another word, and alone."""
    return _both(dict(reversed(_pairs())))


@cache
def _masculine() -> Mapping[str, tuple[str, str]]:
    return _both({she: he for he, she in reversed(_pairs())})


def _both(words: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    own = table("language/swaps")["gender"]["before_noun"]
    return {word: tuple(own.get(word, (other, other))) for word, other in words.items()}


def _pairs() -> list[tuple[str, str]]:
    """All pairs of words, masculine first; of several with one word the first counts."""
    return [
        (he, she) for he, she in (*table("language/persons")["genders"], *table("language/swaps")["gender"]["pairs"])
    ]


@cache
def _gendered() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’@.-])(?:{alternatives({*_feminine(), *_masculine()})})(?![\w@-])", re.IGNORECASE)


def dressed(written: str, other: str) -> str:
    """Another name in the capitals of the one that it replaces."""
    return other.upper() if written.isupper() and len(written) > 1 else other


def _capital(written: str, other: str) -> str:
    return other[0].upper() + other[1:] if written[0].isupper() else other
