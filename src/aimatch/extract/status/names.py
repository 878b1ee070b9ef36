"""Skills that a text gives to somebody by name: "Marta wrote the Terraform", "(J. Lund)", "built by Priya"; or to the
business of an employer.

Names are told by their shape and place: no list of names is kept. The places are found by plain search for the short
word beside them, as most texts have few.
"""

from __future__ import annotations

import re

from aimatch.extract.lines import places
from aimatch.extract.rules.listed import Deferred, listed
from aimatch.extract.rules.possession import (
    BELONGS,
    CALLED_IN,
    CALLING_SOMEBODY,
    HANDED,
    OWNED_ENDS,
    POSSESSED_TOO,
    ROOTED,
)
from aimatch.extract.status.bought import businesses
from aimatch.extract.status.doers import CLEFT, FOR_THIS
from aimatch.extract.status.others import Others
from aimatch.extract.status.people import I_AND, Persons
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.shares import Shares
from aimatch.extract.status.subjects import ENDS
from aimatch.extract.status.theirs import AGENT_REACH
from aimatch.extract.words import ordinary_words
from aimatch.wordlist import words_in

_BEFORE_AGENT = 40  # characters before "by" that hold the participle
_PARTICLES = r"(?:(?:{name_particles}) )*"
_TITLES = r"(?:{honorifics})\.? "
_OFFICE = r" (?:of|from|in|at) (?:the |our )?[\w&' -]{2,25}?"  # "Mr. Lund of the tools team"
_INITIALS = rf"(?:[A-Z]\. ?)+{_PARTICLES}[A-Z][\w\u2019'-]+"
# What stands before a surname: "Dr. A. | Okoye", "Ines | Marchetti"
_GIVEN = Deferred(rf"(?:{_TITLES}|[A-Z]\. ?|(?P<given>[A-Z][^\W\d_]+) ){{1,3}}{_PARTICLES}\Z")
_AGENT = Deferred(
    rf"by (?:{_TITLES})?(?:(?P<initials>{_INITIALS})|(?P<pronoun>(?:him|her|them|@\w+)\b(?! own| (?!(?:in|with|on|using) )\w))"
    r"|(?P<name>[A-Z][^\WA-Z\d_][^\W\d_]*)(?:-[A-Z][a-z]+)?\b(?!['\u2019.]\w))"  # but "tested by CI"
)
_NAMED_WHO = Deferred(
    rf"(?<=[a-z:] )(?:{_TITLES})?(?:(?:[A-Z]\. )+|[A-Z][a-z]+ )?(?P<name>[A-Z][^\W\d_]+)(?:{_OFFICE})?,?\Z"
)
_OF_NAME = Deferred(
    rf"(?P<title>{_TITLES})?(?:[A-Z]\. ?)?(?P<name>[A-Z][^\WA-Z\d_]+)(?: (?:and )?[A-Z][\w\u2019'-]+)*"
    rf"(?P<office>{_OFFICE})?(?=(?:['\u2019]s (?:{{at_hand}}))? ?(?:[.,;:)\n]|and not\b|\Z))"
)
_INITIALED = Deferred(rf"\({_INITIALS}(?:,? (?:and |& )?{_INITIALS})*\)")
_SHARE = Deferred(r"(?:\A|\n|[.;] )[\W_]*[A-Z][a-z]+\Z")
_SHARED = re.compile(r"s(?: (?:part|share|work|side))?[ \t]*:")
_OWNER = Deferred(
    rf"(\(|[:?] |(?:\b(?:is|are|was|were)|\b[Tt]hat['\u2019]s) )(?:{_TITLES})?(?:[A-Z]\. ?|[A-Z][a-z]+ )?([A-Z][a-z\u00df-\u017f]+)\Z"
)
_CLAUSE_BEFORE = Deferred(
    r"(?:^|[\n.;:(,]|[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7]|(?:\A|[\n ])[*+>\u2013-]|\b(?i:and|while|whereas|because|since|but))[ \t]*\Z"
)
_CALLED = Deferred(r"\b(?:[Tt]he|[Oo]ur|[Mm]y|[Hh]is|[Hh]er|[Tt]heir) (?:[a-z-]+ ){0,2}([a-z-]+) \Z")
# "the cartographer", "the physicist": whom a trade names that no list holds
_AGENT_NOUN = Deferred(r"(?:{~agent_endings})\Z")
_OBJECT = Deferred(r"\b(?:that|which|whom) (?:[A-Z]\S* )?\Z")
_TASKED = Deferred(rf" (?:{_TITLES})?(?:[A-Z][a-z]+ )?(?P<name>[A-Z][a-z\u00df-\u017f]+)(?:, [^,.;\n]{{3,30}},)?\Z")
_LAST_NAME = re.compile(r"(?:[A-Z][a-z]+ )?(?P<name>[A-Z][a-z\u00df-\u017f]+)\Z")
_GIVEN_REACH = 30  # characters before a surname that hold what precedes it
_CALLED_REACH = 45  # characters before a name that tell what somebody is


class Names:
    """What the names in a text rule."""

    def __init__(self, others: Others) -> None:
        self.others = others
        self.scene = others.scene
        self.grammar = others.grammar
        self.persons = Persons(self.scene)
        self.shares = Shares(others.theirs, self.persons)

    def ruled(self) -> Ruled:
        """What the text gives to somebody by name, or to the business of an employer."""
        yield from self._agents()
        yield from self._doers()
        yield from self._possessors()
        yield from self._belonging()
        yield from self._tasked()
        yield from self.shares.ruled()
        text = self.scene.text
        if not self.grammar.honorific_words.isdisjoint(words_in(text)):
            for match in self.grammar.apposed.finditer(text):
                yield from self.others.theirs.clause(match.start(1), self.others.theirs.own_clause(match.start(1)))
        if self.others.contrast:
            for label in self.grammar.other_label.finditer(text):
                yield from self.others.theirs.clause(label.end(), self.scene.sentence_end(label.end()))
        if "(" in text:
            for match in _INITIALED.finditer(text):
                yield from self.scene.item(match.start())
            yield from businesses(self.scene)

    def _agents(self) -> Ruled:
        """Passives and nouns with an agent: "built by Priya", "a pipeline by him"."""
        text, scene = self.scene.text, self.scene
        for at in places(text, "(by "):
            match = _AGENT.match(text, at + 1)
            if match and match.group("name") and self.persons.somebody(match.group("name"), match.start("name")):
                yield from scene.item(at)  # "React (by Tom)"
        for at in places(text, " by "):
            match = _AGENT.match(text, at + 1)
            if match is None:
                unit = self.grammar.unit.match(text, at + 4)
                if unit and self._done_by(at):
                    yield from self.others.theirs.made(at + 1)
                    yield from self.others.theirs.clause(*unit.span())  # "run by data platform"
                    yield from self.others.theirs.tools(unit.end())
                continue
            done = self._done_by(at)
            if match.group("pronoun"):
                yield from self.others.theirs.made(at + 1)
                yield from self.others.theirs.tools(match.end())
            elif match.group("initials") and done:
                yield from scene.backward(at + 1, AGENT_REACH)
            elif (
                done
                and match.group("name")
                and (
                    self.persons.somebody(match.group("name"), match.start("name"))
                    or self.grammar.office.match(text, match.end())
                )
                and not self.grammar.teaching.search(text, scene.sentence_start(at), at)
                and not self.grammar.taught_me.search(text, scene.sentence_start(at), at + 4)
            ):
                yield from self.others.theirs.made(at + 1)
                yield from self.others.theirs.tools(match.end())

    def _done_by(self, at: int) -> bool:
        """Whether "by" at a place names the agent of a passive."""
        return self.grammar.done_by.search(self.scene.text, max(0, at - _BEFORE_AGENT), at + 4) is not None

    def _doers(self) -> Ruled:
        text, theirs = self.scene.text, self.others.theirs
        for match in self.grammar.named_doing.finditer(text):
            at, end = match.span()
            name, verb = match.group("name", "verb")
            # "Development of product codes": what is parted from its verb must be no plain word
            if not self._does(name, verb if end - at == len(name) + len(verb) + 1 else "") or self.scene.within(
                at, at + 1
            ):
                continue
            if _OBJECT.search(text, max(0, at - _GIVEN_REACH), at) and ENDS.match(text, end):
                yield from self.scene.backward(at, 3)  # "the Kafka jobs that Marta wrote for us"
                continue
            first = self._subject(at, end)
            if first is not None and not I_AND.search(text, max(0, first - 30), first):
                yield from theirs.clause(end, theirs.own_clause(end))
                yield from theirs.referents.object(first, end)
        for word in (" who ", " that "):
            for at in places(text, word):
                named = _NAMED_WHO.search(text, max(0, at - 60), at)
                cleft = named and CLEFT.search(text, 0, named.start())
                if (
                    named
                    and (cleft or word == " who ")
                    and self.persons.somebody(named.group("name"), named.start("name"))
                    and (does := self.grammar.doing.match(text, at))
                ):
                    # "thanks to J. Lund, who wrote the CUDA kernels"
                    yield from theirs.clause(at, self.others.subjects.relative_end(at))
                    if cleft:
                        yield from theirs.referents.object(cleft.start(), does.end())  # "It was Marta who wrote it"

    def _subject(self, at: int, end: int) -> int | None:
        """Where a clause begins with a name, or with what somebody is to the candidate: "our controller Birte wrote"."""
        text = self.scene.text
        if _CLAUSE_BEFORE.search(text, max(0, at - 8), at) or self.others.subjects.opens(at, bare=False):
            return at
        if given := _GIVEN.search(text, max(0, at - _GIVEN_REACH), at):
            name, first = given.group("given"), given.start()
            if name is None or self.persons.somebody(name, given.start("given")):
                opens = _CLAUSE_BEFORE.search(text, max(0, first - 8), first)
                return first if opens else self._is_called(first, at, end)
            return None
        return self._is_called(at, at, end)

    def _is_called(self, first: int, at: int, end: int) -> int | None:
        """Where it is told before a name what somebody is: "our controller | Birte wrote", "the cartographer | Lhamo"."""
        text = self.scene.text
        called = _CALLED.search(text, max(0, first - _CALLED_REACH), first)
        if called is None:
            return None
        somebody = (
            called.group(1) not in self.grammar.own_groups
            and (not called.group().lower().startswith("the ") or _AGENT_NOUN.search(called.group(1)) is not None)
            and self.grammar.products.match(f" {called.group(1)}") is None
            and not self.scene.within(*called.span())
            and _CLAUSE_BEFORE.search(text, max(0, called.start() - 8), called.start()) is not None
            and self.grammar.authoring.search(text, at, end) is not None
        )
        return called.start() if somebody else None

    def _possessors(self) -> Ruled:
        """ "Priya's part: ...", "the dashboards are Priya's", "(Priya's, in Go)"."""
        text, others = self.scene.text, self.others
        for apostrophe in "'\u2019":
            for at in places(text, apostrophe + "s"):
                shared = _SHARED.match(text, at + 1)
                if shared and _SHARE.search(text, max(0, at - 30), at):
                    yield from others.theirs.clause(shared.end(), self.scene.sentence_end(shared.end()))
                    continue
                owner = _OWNER.search(text, max(0, at - 30), at)
                if owner is None and self._possesses_too(at):
                    yield from self.scene.item(at)
                if owner is None or not self.persons.somebody(owner.group(2), owner.start(2)):
                    continue
                if owner.group(1) == "(":
                    yield from self.scene.item(owner.start())
                    yield from others.theirs.clause(at, others.theirs.own_clause(at))
                elif ending := OWNED_ENDS.match(text, at + 1):
                    yield from others.theirs.belonging(owner.end(1))
                    yield from others.theirs.tools(ending.end(), apart=True)

    def _possesses_too(self, at: int) -> bool:
        """Whether somebody named before a possessive has what an item names: "Helm was the vendor's, dbt | Naledi's"."""
        text = self.scene.text
        named = _LAST_NAME.search(text, max(0, at - _GIVEN_REACH), at)
        return (
            named is not None
            and OWNED_ENDS.match(text, at + 1) is not None
            and POSSESSED_TOO.search(text, max(self.scene.sentence_start(at), at - 90), named.start()) is not None
            and self.persons.somebody(named.group("name"), named.start("name"))
        )

    def _belonging(self) -> Ruled:
        """What is said to be somebody's: "is the work of Dr A. Brandt", "belongs to Nino", "came out of Marta's hands"."""
        text, scene = self.scene.text, self.scene
        for word in (" of ", " to ", " with ", " from ", " through "):
            for at in places(text, word):
                named = _OF_NAME.match(text, at + len(word))
                named = named if named and self.persons.somebody(named.group("name"), named.start("name")) else None
                owner = named or self.grammar.unit.match(text, at + len(word))
                if owner is None:
                    continue
                handed = HANDED.search(text, scene.sentence_start(at), at + 4) if word == " to " else None
                if handed:
                    yield from scene.forward(handed.start(), 3, skip_soft=True)  # "Anything in Helm goes to Marta"
                rooted = word == " of " and ROOTED.search(text, max(0, at - _BEFORE_AGENT), at + 4)
                if rooted or BELONGS.ends(text[max(0, at - _BEFORE_AGENT) : at + len(word)]):
                    yield from self.others.theirs.belonging(owner.start())
                    yield from self.others.theirs.tools(owner.end(), apart=True)

    def _tasked(self) -> Ruled:
        """What somebody is called in or asked for: "hired Marta for Kafka", "asked Marta to write it in Go", "For Helm I have Marta"."""
        text, scene, rules = self.scene.text, self.scene, self.grammar
        for word in (" for ", " to "):
            for at in places(text, word):
                named = _TASKED.search(text, max(0, at - _BEFORE_AGENT), at)
                if named is None or not self.persons.somebody(named.group("name"), named.start("name")):
                    continue
                lead = text[max(0, named.start() - _BEFORE_AGENT) : named.start() + 1]
                if word == " to " and rules.causing.ends(lead):
                    yield from self.others.theirs.clause(at, self.others.subjects.relative_end(at))
                elif word == " for " and CALLED_IN.search(lead) and not lead.rstrip().endswith(listed("asking")):
                    yield from scene.forward(at + len(word), 3, skip_soft=True)
        for word in (" I ", " we "):
            for at in places(text, word):
                called, floor = CALLING_SOMEBODY.match(text, at + 1), scene.sentence_start(at)
                if (
                    called
                    and FOR_THIS.match(text, floor)
                    and self.persons.somebody(called.group("name"), called.start("name"))
                ):
                    yield from self.others.theirs.clause(floor, at)

    def _does(self, word: str, verb: str) -> bool:
        low = word.lower()
        if word in self.persons.owner:
            return False  # the candidate's own: a life told in the third person
        formed = low.endswith(("ly", "ed", "ing")) and low not in self.grammar.names_all_the_same
        if formed or low in self.grammar.not_names:
            return False
        # "Models trained in PyTorch": a participle, behind a plain word.
        return verb in self.grammar.finite_only or low not in ordinary_words()
