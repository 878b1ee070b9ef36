"""Noun phrases of people: who is meant by "the client's platform team", and whether the candidate is one of them; and persons by name,
who are told by their shape, as no list of names is kept.

The closed classes of words that this needs are data (``[others]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.possession import BELONGS
from aimatch.extract.status.scene import Scene
from aimatch.extract.words import ordinary_words
from aimatch.wordlist import only_words

_LOOK = 90  # characters before a noun in which its phrase is looked for
_YEAR = 4  # digits of a year, which counts nobody: "in 2021 my boss set up Kafka"
_MOST_WORDS = 6  # words of a phrase before its noun
_TOKEN = re.compile(r"[^\s,;:()]+")
_CLAUSE = re.compile(
    r"(?:, as|\b[Ii]t (?:is|was)) \Z"
)  # ", as the vendor ran Kafka", "it was the vendor who ran Kafka"
_CLAUSE_ENDS = (", as ", "t is ", "t was ")
#: "I and | a colleague": with the candidate they do it together.
I_AND = re.compile(r"\b(?:I|[Mm]e|[Ww]e|[Mm]yself) and \Z")
_POSSESSED = ("'s", "\u2019s", "s'", "s\u2019")
_GROUP_OF = re.compile(r"(\w+) of (?:\w+ )?\Z")
_MADE_LABEL = re.compile(r"\W*([A-Z][a-z]+)(?: [a-z]+){0,2} ")
_NOUN_BY = re.compile(r"([\w%)]+),? by\s*\Z")
_NOUN_OF = re.compile(r"(\w+) of (?:\S+ ){1,4}by\s*\Z")  # "adoption of Airflow by"
#: "Anna Berg is | a data engineer who builds"
_TOLD_OF = re.compile(
    r"\W*(?:[A-Z][a-z]{1,2}\.? )?([A-Z][\w.'\u2019 -]*?) (?:is|was|has been)(?: now| also| currently)? "
)
_NAME_BEHIND = re.compile(r"\.? ([A-Z][\w'\u2019-]*)")
_NEAR = 40  # characters before people in which the candidate is told to be among them
_NAME_LINE = 60  # characters of the first line of a resume, which names its owner


@dataclass(slots=True)  # not frozen, which would triple the cost of making one
class Phrase:
    """A noun phrase of people in a text: where it begins, its noun, and what precedes it in its sentence (``lead``).

    ``behind``: where the text goes on behind a possessive ending. ``modified``: words stand between determiner and noun.
    """

    first: int
    start: int
    end: int
    behind: int
    noun: str
    determiner: str
    modified: bool
    lead: str

    @property
    def possessive(self) -> bool:
        """Whether it possesses what follows: "the client's"."""
        return self.behind > self.end or self.noun.endswith(("'", "\u2019"))

    @property
    def group(self) -> bool:
        """Whether its noun is a group of people, not persons."""
        return self.noun in grammar().groups

    @property
    def self_described(self) -> bool:
        """Whether it may be how the candidate is described: "A data engineer who builds ..."."""
        return self.determiner in ("a", "an", "") and self.noun.endswith(grammar().trades)


def _determines(word: str) -> bool:
    rules = grammar()
    return (
        word in rules.determiners
        or (word.isdigit() and len(word) < _YEAR)
        or (word.endswith(_POSSESSED) and word[:-2] not in rules.contracting)
    )


def phrase(text: str, sentence: int, start: int, end: int) -> Phrase:
    """The noun phrase whose noun stands at a place of a text, in the sentence that begins at ``sentence``."""
    rules = grammar()
    floor = max(sentence, start - _LOOK)
    first = edge = start
    determiner, modified = "", False
    # From the noun backwards, as most phrases are short.
    reversed_lead = text[floor:start][::-1]
    tokens = [
        (start - token.end(), start - token.start()) for token in islice(_TOKEN.finditer(reversed_lead), _MOST_WORDS)
    ]
    if text[start:end].lower() in rules.others:
        # "as of today others took care of it": but an article nothing goes with a pronoun
        tokens = [token for token in tokens[:1] if _determines(text[slice(*token)].lower())]
    for place, (begin, stop) in enumerate(tokens):
        written = text[begin:stop]
        acronym = written.isupper() and len(written) > 1  # "our IT supplier"
        word = written.lower()
        between = text[stop:edge]
        before = text[slice(*tokens[place + 1])] if place + 1 < len(tokens) else ""
        joins = (
            word == "and"
            and before[:1].isupper()
            and text[edge : edge + 2].lstrip(".")[:1].isupper()
            and text[edge:start].strip() != ""
        )
        if joins and not between.strip() and "\n" not in between:
            edge = first = begin  # "a Java and Angular team"
            modified = True
            continue
        if (
            between.strip()
            or "\n" in between
            or (
                word in rules.boundaries
                and not acronym
                and not (word == "then" and before.lower() in rules.determiners)
            )
            or word[-1] in ".!?"
            or not word.lstrip(".")[:1].isalnum()  # "Java and .NET engineers"
        ):
            break
        determines = _determines(word)
        if determiner and not determines and not (determiner.endswith(_POSSESSED) and _determines(before.lower())):
            break  # but "the head teacher's husband": the possessor's own phrase goes on
        if (
            not determines
            and (word in rules.finite or word in rules.leaders)
            and not (before and _determines(before.lower()))
        ):
            break  # a verb; but "the research group"
        edge = first = begin
        if determines:
            # "my cousin's firm" is not "my firm"
            modified = modified or word == "other" or determiner.endswith(_POSSESSED)
            determiner = word  # "our two": the first of several
        else:
            modified = True
    if determiner and text[max(0, first - 4) : first] == " of ":
        some = rules.partitives.search(text, max(floor, first - 14), first)  # "one of our customers"
        first = some.start() if some else first
    behind = end
    if text[end : end + 2] in ("'s", "\u2019s"):
        behind = end + 2
    elif text[end - 1 : end] == "s" and text[end : end + 1] in ("'", "\u2019"):
        behind = end + 1
    return Phrase(
        first=first,
        start=start,
        end=end,
        behind=behind,
        noun=text[start:end].lower().replace("-", " "),
        determiner=determiner,
        modified=modified,
        lead=text[floor:first],
    )


def is_own(text: str, people: Phrase) -> bool:
    """Whether the candidate is one of the people, or the phrase tells what the candidate is."""
    rules = grammar()
    after = text[people.end : people.end + 14].lstrip("'\u2019s ").lower()
    clause = _CLAUSE.search(people.lead) if people.lead.endswith(_CLAUSE_ENDS) else None
    if clause is not None and clause.group().startswith(","):
        clause = clause if people.determiner not in ("a", "an", "") else None
    described = rules.self_before.ends(people.lead) and people.determiner not in rules.related and clause is None
    agent = people.lead.rstrip().endswith(" by") or BELONGS.ends(people.lead)
    joined = after.startswith(rules.own_after) and not agent
    if described and people.possessive and rules.is_before.ends(people.lead):
        return False  # "PyTorch was the client's"
    if joined or described or (people.lead.endswith(" and ") and I_AND.search(people.lead)):
        return True
    behind = _NAME_BEHIND.match(text, people.end)
    if behind is not None and behind[1].lower() in owner_words(text):
        return True  # "Ms Berg", in a life told in the third person
    if people.determiner in ("a", "an", "the") and tells_of_owner(text, people.first - len(people.lead), people.first):
        return True
    if text[people.end + 1 : people.end + 16].lower().startswith(rules.elsewhere):
        return False
    singular = people.noun.rstrip("s")
    if singular not in rules.own_groups or people.modified:
        return False
    if singular in rules.firms and people.determiner in ("the", ""):
        return False
    # "A team of four" counts the candidate in; "a team in Oslo" is another one.
    if people.determiner in ("a", "an"):
        return text.startswith(" of ", people.end)
    return not people.determiner or people.determiner in rules.own_determiners


def _owner(text: str) -> str:
    """The first line of a resume, which names its owner, or nothing if it is too long for a name, or all that there is."""
    first, _, more = text.lstrip().partition("\n")
    return first if len(first) <= _NAME_LINE and more.strip() else ""


def owner_words(text: str) -> frozenset[str]:
    """The words of the line that names a resume's owner, in small letters."""
    return frozenset(only_words(_owner(text).lower()).split())


def tells_of_owner(text: str, start: int, end: int) -> bool:
    """Whether a sentence up to a place tells what the resume's owner is, in the third person: "Anna Berg is a"; "She", if it
    begins a line."""
    told_of = _TOLD_OF.match(text, start, end)
    if told_of is None:
        return False
    opens = text[start - 1 : start] in ("", "\n")
    named = only_words(told_of[1].lower()).split()
    return owner_words(text).issuperset(named) or (told_of[1] in ("He", "She") and opens)


def among(people: Phrase) -> bool:
    """Whether the people make up a group of which the candidate is one."""
    group = _GROUP_OF.search(people.lead) if " of " in people.lead else None
    if group is None or group.group(1).lower() not in grammar().groups:
        return False
    before = people.lead[: group.start()]
    return grammar().among.search(before, max(0, len(before) - _NEAR)) is not None


def made_by(text: str, sentence: int, people: Phrase) -> bool:
    """Whether a label tells whose work follows: "Done by the platform team: Vault"; but not "Used by ten teams:"."""
    label = _MADE_LABEL.fullmatch(text, sentence, people.first)
    return label is not None and label.group(1).lower() not in grammar().consuming | grammar().reception


def noun_by(people: Phrase) -> bool:
    """Whether a noun is said to be by people: "frontend by a contractor", but not "adoption by two teams"."""
    noun = _NOUN_BY.search(people.lead)
    if noun is None or not people.determiner:
        return False
    whole = _NOUN_OF.search(people.lead)
    if whole is not None and whole.group(1).lower() in grammar().reception:
        return False
    word = noun.group(1).lower()
    return not word.endswith(("ed", "ing")) and word not in grammar().reception


class Persons:
    """The persons in a scene other than the resume's owner."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = grammar()
        first = _owner(scene.text)
        #: The line that names the resume's owner, or "".
        self.owner = "" if scene.within(0, len(first)) else first

    def somebody(self, word: str, at: int) -> bool:
        """Whether a capitalised word is a person's name: not the owner's, a skill's or a plain word."""
        low = word.lower()
        return (
            word not in self.owner
            and low not in self.grammar.not_names
            and low not in ordinary_words()
            and not self.scene.within(at, at + 1)
        )
