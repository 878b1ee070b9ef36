"""The words that tell how a skill was used: ``language/strength.toml`` and ``language/generic-words.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.deferred import Deferred
from aimatch.model import Strength
from aimatch.wordlist import WordList, alternatives

#: Characters between a verb of learning and the course that it is about.
LEARNT_REACH = 80


class Begun:
    """A pattern that begins with one of some phrases, tried only where one of them stands: in most texts none does."""

    def __init__(self, phrases: list[str], rest: str) -> None:
        self._phrases = WordList(phrases)
        self._pattern = Deferred(rf"\b(?:{alternatives(phrases)}){rest}", re.IGNORECASE)

    def search(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The first place in ``text[start:end]`` where it matches."""
        return None if self._phrases.first(text, start, end) is None else self._pattern.search(text, start, end)

    def without(self, text: str) -> str:
        """The text without the places where it matches."""
        return self._pattern.sub(" ", text)


@dataclass(eq=False, repr=False, slots=True)
class Vocabulary:
    """The words ready for use.

    Attributes:
        sections: The strength of what merely stands in a section, by its kind.
        doing: Verbs of doing, wherever they stand; ``verbs`` the same as a set.
        making: Verbs of making, in any form, and nouns of them.
        deed: A verb of doing that opens a line.
        made_with: One that opens a sentence, up to the word behind which the tool stands ("built services in").
        result: What states a measured result; ``of_a_house`` a clause whose figure is a company's or its product's.
        spoken: Nouns of talks and texts; ``about`` such a noun with a preposition, up to the end of the stretch.
        exercises: Names of data sets made for exercises.
        learning: Verbs of learning; ``learnt`` one of them with the noun of a course.
        acquainted: Phrases that claim to know what follows them, and no more.
        validity: What tells in the line of a certificate that its date ends it.
        private: Phrases that place what a sentence tells outside of the job.
        tool_line: The label of a line that lists what a job was done with.
        honours: What makes of the name in front of it a prize, a badge or a talk.
        claimed: What makes of a field in front of it a claim, ``claiming`` of one behind it; ``unmade`` what is only promised, and
            ``unlaunched`` of AI.
        strategies: Ids of skills that are such an abstraction themselves, ``wide`` those that are where no making of it is told.
        praising: Words that praise a field and tell of no work in it (those of the flags).
        slogans: Words of promotion that make a sentence a slogan alone.
        codeless: What says that a thing was put together without code.
        behaviours: Ids of behaviours of work on AI.
        traded: What says, in front of a name, that the thing is bought or sold; ``dealt`` the same, or that it is shown or tried.
        labelling: What says that pictures are labelled for what is named behind, or answers of it ranked (``answers``).
        labelled: Ids of skills whose work this is.
        makers: Who made the thing named behind ("the vendor's OCR"), and ``made_by`` the one named in front.
        beside_ratings: Words that stand beside a name that is rated, and tell of nothing done with it.
        title: The noun of a talk or a text with a quotation mark open behind it.
        generic: Words, in any form, found in resumes of every kind, in postings and in promotion.
        promotional: Words of promotion alone, in any form.
        other_trades: Ids of skills of AI and ML that other trades name too.
    """

    sections: dict[str, Strength]
    doing: WordList
    verbs: frozenset[str]
    making: WordList
    deed: Deferred
    made_with: Deferred
    result: Deferred
    of_a_house: Begun
    spoken: WordList
    about: Deferred
    exercises: WordList
    learning: WordList
    learnt: Deferred
    acquainted: WordList
    private: WordList
    validity: WordList
    tool_line: Deferred
    honours: Deferred
    claimed: Deferred
    claiming: Begun
    unmade: WordList
    unlaunched: WordList
    strategies: frozenset[str]
    wide: frozenset[str]
    praising: WordList
    slogans: WordList
    codeless: WordList
    behaviours: frozenset[str]
    traded: Begun
    dealt: Begun
    labelling: Begun
    answers: Deferred
    labelled: frozenset[str]
    makers: Deferred
    made_by: Deferred
    beside_ratings: frozenset[str]
    title: Begun
    generic: frozenset[str]
    promotional: frozenset[str]
    other_trades: frozenset[str]


_ENDINGS = ("ing", "ed", "es", "s", "e")


def stem_of(word: str) -> str:
    """A word without its English ending, so that one entry of the list covers "deploy", "deployed" and "deploying"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


def _forms(words: Iterable[str]) -> frozenset[str]:
    """All words that have the stem of one of some words: to look a text's words up is cheaper than to take their stems."""
    stems = set(map(stem_of, words))
    return frozenset(form for stem in stems for end in ("", *_ENDINGS) if stem_of(form := stem + end) == stem)


def _packed_forms() -> dict[str, str]:
    generic = data.table("language/generic-words")
    return {
        "generic": data.pack(sorted(_forms(word for words in generic.values() for word in words))),
        "promotional": data.pack(sorted(_forms(generic["promotional"]) - _forms(generic["common"]))),
    }


#: Words between a name and what tells what it stands for, in one clause.
_BETWEEN = r"(?:\s(?!(?:by|for|from|in|to|with)\s)[\w&+#./-]+){0,3}?"


#: The rest of a phrase that ends three words or fewer in front of where the stretch ends.
_IN_FRONT = r"\s(?:[\w%$&'\u2019+-]+\s){0,3}\Z"


@cache
def vocabulary() -> Vocabulary:
    """The words as the data has them."""
    table, forms = data.table("language/strength"), data.compiled("generic-words", _packed_forms)
    trade, makers, houses = table["dealt"]["trade"], alternatives(table["dealt"]["makers"]), table["houses"]

    return Vocabulary(
        sections={section: strength for strength, names in table["sections"].items() for section in names},
        doing=WordList(table["doing"]),
        verbs=frozenset(table["doing"]),
        making=WordList(table["made"]["verbs"]),
        deed=Deferred(rf"\W*(?:i\s)?(?:{alternatives(table['doing'])})\b"),
        made_with=Deferred(
            rf"\W*(?:i\s)?(?:(?:{alternatives(table['made']['with_verbs'])})\s[^\n]*?\b(?:{alternatives(table['made']['with'])})\s"
            rf"|(?:{alternatives(table['made']['direct'])})\s)"
        ),
        result=Deferred("|".join(table["result_patterns"]), re.IGNORECASE),
        of_a_house=Begun(
            houses["nouns"],
            rf"\b(?:\s(?:that|which))?\s(?:(?:{alternatives(houses['doing'])})\b(?![^.;\n]*\b(?:I|my|me)\b)[^.;\n]*"
            rf"|(?:{alternatives(houses['with'])})\s[^.;,\n\d]{{0,20}}\d[\d.,]*\s?(?:k|m|bn|million|billion|thousand)?\+?\s(?:{alternatives(houses['counted'])})\b)",
        ),
        exercises=WordList(table["exercises"]["names"]),
        learning=WordList(table["learnt"]["verbs"]),
        learnt=Deferred(
            rf"\b(?:{alternatives(table['learnt']['verbs'])})\s[^.;:\n]{{0,{LEARNT_REACH}}}?\b(?:{alternatives(table['learnt']['nouns'])})\b",
            re.IGNORECASE,
        ),
        acquainted=WordList(table["acquainted"]["phrases"]),
        private=WordList(table["private"]["phrases"]),
        validity=WordList(table["validity"]["words"]),
        tool_line=Deferred(
            rf"[\W_]*(?:[^\W\d_]+\s(?:&\s|and\s)?){{0,2}}(?:{alternatives(table['tool_line']['labels'])})(?:\s(?:used|utilized|utilised|involved))?\s*[:\-–—]",
            re.IGNORECASE,
        ),
        honours=Deferred(rf"{_BETWEEN}\s(?:{alternatives(table['honours']['nouns'])})(?![\w-])", re.IGNORECASE),
        claimed=Deferred(
            rf"[\s-]+(?:[^\W\d_]+\s)?(?:{alternatives(table['claimed']['nouns'])})(?![\w-])", re.IGNORECASE
        ),
        claiming=Begun(table["claimed"]["before"], r"\s(?:\w+\s)?\Z"),
        unmade=WordList(table["claimed"]["unmade"]),
        unlaunched=WordList([*table["claimed"]["unmade"], *table["claimed"]["unlaunched"]]),
        strategies=frozenset(table["claimed"]["skills"]),
        wide=frozenset(table["claimed"]["wide"]),
        praising=WordList(data.table("language/flags")["words"]["promotion"]),
        slogans=WordList(table["claimed"]["slogans"]),
        codeless=WordList(table["dealt"]["codeless"]),
        behaviours=frozenset(table["dealt"]["behaviours"]),
        traded=Begun(trade, _IN_FRONT),
        dealt=Begun([*trade, *table["dealt"]["ai"]], _IN_FRONT),
        labelling=Begun(table["dealt"]["labelling"], r"\s(?:[^.;:\n]{0,40}\sfor\s)?(?:[\w-]+\s){0,2}\Z"),
        answers=Deferred(rf"\s(?:{alternatives(table['dealt']['answers'])})\b", re.IGNORECASE),
        labelled=frozenset(table["dealt"]["labelled"]),
        makers=Deferred(rf"\b(?:{makers})s?['\u2019]s?\s(?:[\w-]+\s){{0,2}}\Z", re.IGNORECASE),
        made_by=Deferred(
            rf"[^.;:\n]{{0,40}}?\b(?:is|are|was|were|came|comes?)\s(?:[\w-]+\s)?(?:from|by)\s(?:an?|our|the|their)\s(?:{makers})\b",
            re.IGNORECASE,
        ),
        beside_ratings=frozenset(table["ratings"]["beside"]),
        title=Begun(
            table["about"]["nouns"],
            r"(?:,? (?:called|named|titled|entitled))?[\s:,(]+[\"'\u201c\u201e\u2018\u00ab][^\"\u201d\u00bb\n]*\Z",
        ),
        spoken=WordList(table["about"]["nouns"]),
        about=Deferred(
            rf"\b(?:{alternatives(table['about']['nouns'])})\s(?:[^\W\d_]+\s){{0,2}}?(?:{alternatives(table['about']['prepositions'])})\s[^.;:\n]*\Z",
            re.IGNORECASE,
        ),
        generic=frozenset(data.unpack(forms["generic"])),
        promotional=frozenset(data.unpack(forms["promotional"])),
        other_trades=frozenset(table["ml_work"]["other_trades"]),
    )
