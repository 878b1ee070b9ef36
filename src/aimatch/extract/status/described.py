"""People told by what they work with: "thirty Java developers", "the data science team (PyTorch)"; and whom the candidate
leads or stands beside.
"""

from __future__ import annotations

import re
from functools import lru_cache

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred, cased, word_set
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.scene import CLAIMED, Ruled
from aimatch.extract.status.theirs import Theirs

_WORDS = re.compile(r"\w+")
_NEAR = 40  # characters before people in which the candidate is told to be among them
_WORKING_WITH = cased(r"\b(?:{~working_with}) (?:\w+ ){0,2}with \Z")
_WORKING = re.compile(r"(?:\A|[^\w\s])\W*working with \Z", re.IGNORECASE)  # "Working with NMS team" may be in it
_MADE_FOR = cased(r"\b(?:{made_for}) for \Z")
_MANNER = cased(r"(?:{manners})")  # how a team works
_FIRM_AND = Deferred(r"[ -](?:{firms}) and \Z")
_WE_ARE = re.compile(r"\bwe(?: are| were|['\u2019]re)\s*\Z", re.IGNORECASE)
# "filled 32 vacancies, among them 20 Kotlin and | 12 Rust engineers"
_AND_AS_MANY = Deferred(r"\b(?:\d+|{counted}) (?:[\w+#./-]+ ){0,2}[\w+#./-]+(?:,| and| &) ?\Z")
_FIRST_WORD = re.compile(r"\W*(\w+)")


def led(lead: str) -> bool:
    """Whether the candidate leads, teaches or is one of the people: "mentored four", "as part of a"."""
    rules = grammar()
    # Most leads hold none of the words, which is told at once.
    if rules.leaders.isdisjoint(_WORDS.findall(lead.lower())):
        return False
    return rules.leading.search(lead) is not None or rules.among.search(lead, max(0, len(lead) - _NEAR)) is not None


@lru_cache(maxsize=256)
def _last_word(lead: str) -> str:
    """The last word of what precedes a phrase, in lower case, or "". It is looked for from the end: a search from the
    front would try each word of the sentence."""
    found = _FIRST_WORD.match(lead[::-1])
    return "" if found is None else found.group(1)[::-1].lower()


def beside_people(lead: str) -> bool:
    """Whether people are told of beside the candidate: "I work with a data engineer who owns ..."."""
    return _last_word(lead) in grammar().headcount_before


def _beside_others(lead: str) -> bool:
    """Whether a phrase goes on a list of people: "worked with the DBA and the two Java developers"."""
    return not grammar().headcount_before.isdisjoint(_WORDS.findall(lead.lower())[-6:-1])


class Described:
    """What the phrases that name people give to them. Every method yields mentions with their distance."""

    def __init__(self, theirs: Theirs) -> None:
        self.theirs = theirs
        self.scene = theirs.scene
        self.grammar = theirs.grammar

    def listed(self, people: Phrase) -> str:
        """The word before a list of people that the phrase goes on, or "": "a team of analysts, architects & developers"."""
        if not people.noun.rstrip("s").endswith(self.grammar.trades):
            return ""
        items = self.grammar.people_before.search(people.lead)
        return "" if items is None else items.group(1).lower()

    def served(self, people: Phrase) -> Ruled:
        """What those whom the candidate helps are called by: "helping the QA team", "supporting business analysts"."""
        named = people.determiner or people.modified if people.group else people.noun.endswith("s")
        helped = _last_word(people.lead) in self.grammar.serving and people.lead.endswith(" ")
        if named and helped and (people.group or people.noun.rstrip("s").endswith(self.grammar.trades)):
            yield from self.theirs.clause(people.first, people.end)

    def staff(self, people: Phrase) -> Ruled:
        """The trades of those whom the candidate leads: "led a team of business analysts and web developers"."""
        if people.noun.endswith("s") and people.noun.rstrip("s").endswith(self.grammar.trades):
            yield from self.theirs.clause(people.first, people.end)

    def headcount(self, people: Phrase) -> Ruled:
        """Developers told by their skill: "thirty PyTorch developers", "husband of a Rust developer"; a team by its tool."""
        before = _last_word(people.lead)
        before = self.listed(people) or before
        if (
            (people.noun.endswith("s") and people.noun.rstrip("s").endswith(self.grammar.trades))
            or people.noun in ("people", "folks")
        ) and (people.determiner in self.grammar.counted or people.determiner.isdigit()):
            yield from self.theirs.clause(people.first, people.start)  # "appraised eight ABAP consultants"
            if more := _AND_AS_MANY.search(people.lead):
                at = people.first - len(people.lead)
                yield from self.theirs.clause(at + more.start(), people.first)
            return
        crew = people.group and people.modified and people.noun in word_set("crews")
        if crew and _WORKING_WITH.search(people.lead) and (people.determiner or not _WORKING.search(people.lead)):
            for number in self.scene.within(people.first, people.start):
                named = self.scene.text[self.scene.starts[number] : self.scene.spans[number][1]]
                if self.scene.kinds[number] not in CLAIMED and not _MANNER.match(named):
                    yield number, 0  # "worked with the storage team"
            return
        firm = people.noun in self.grammar.firms
        # "an AI start-up and | a machine vision laboratory"
        firm = firm or (people.group and _FIRM_AND.search(people.lead.replace("-", " ")) is not None)
        if firm and people.determiner in ("a", "an") and people.modified and before not in self.grammar.founding:
            before = "for"  # "placed a quantum computing start-up in new offices"
        if (
            (people.determiner == "my" and people.group)
            or people.noun in self.grammar.offices
            or not (before in self.grammar.headcount_before or (before == "and" and _beside_others(people.lead)))
            or not (people.determiner or people.noun.endswith("s"))
        ):
            return
        if people.noun.rstrip("s").endswith(self.grammar.trades) and not people.group:
            yield from self.theirs.clause(people.first, people.end if people.noun.endswith("s") else people.start)
        elif (people.group or people.noun in ("people", "folks") or firm) and people.determiner:
            if before == "of" and not firm:
                return
            ours = firm and _WE_ARE.search(people.lead) is not None  # "we are a Linux shop", who use it
            for number in self.scene.within(people.first, people.start):
                technology = self.scene.kinds[number] == "technology"
                made_for = crew and before == "for" and _MADE_FOR.search(people.lead) is not None
                if (technology and not ours) or (firm and not technology) or made_for:
                    yield number, 0  # "travel booked for the Kubernetes team", "clerk of a data science start-up"
