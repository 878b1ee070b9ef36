"""Skills of other people: a team mate's, a client's, a vendor's; told by who does what in the clause.

A noun of people ("team", "developers": ``[others]`` of ``language/status.toml``) is read with the words before it as a
noun phrase (:mod:`aimatch.extract.people`). Where the candidate is not one of them, the phrase rules mentions as the
doer of its clause ("their engineers built ..."), the agent of a passive ("deployed by a colleague"), the possessor ("is
the client's"), what a relative clause describes ("engineers who maintain ..."), or by the skill in its own name
("thirty Java developers").
"""

from __future__ import annotations

import re
from bisect import bisect_right

from aimatch.extract.described import Described, beside_people, led
from aimatch.extract.grammar import grammar
from aimatch.extract.people import Phrase, is_own, phrase
from aimatch.extract.scene import CLAIMED, Ruled, Scene
from aimatch.extract.theirs import Theirs

_PEOPLE_NEAR = 250  # characters within which "they" has people to stand for
_PASSIVE = 45  # characters that hold a participle with its phrase, up to "by"
_AND_SO = re.compile(r"\s*,? *(?:and )?(?:so|as) (?:is|are|was|were)\b")
_APPOSITIVE = re.compile(r"\s*,\s*(?:an?|the)\s[^,.;\n]{3,60}")
_ASIDE = re.compile(
    r"\s*(?:(?:whom |that )?I [a-z]+ed|under my [\w-]+|\([^()]*\)|next door|upstairs|abroad|overseas|reporting to [\w ]{2,20}|, (?:[^,.;]|\b(?:[A-Z]|Dr|Prof)\.){2,50},|(?:of|at|in|from|on) (?:the |our |my |their )?[\w'-]+(?: [A-Z][\w'-]*)?)"
)
_VERBAL = re.compile(r"\s*,\s*(\w+)")
_FIRST_PERSON = re.compile(r"\b(?:I|my|My)\b")
_SHARE = re.compile(r"(?: [\w'-]+){0,2}[ \t]*:")
_OF_THESE = re.compile(r"\b(?:one|two|three|four|some|most|many|all|both|several|half|the rest) of \Z", re.IGNORECASE)
_NOUN_BY = re.compile(r"([\w%)]+),? by\s*\Z")
_NOUN_OF = re.compile(r"(\w+) of (?:\S+ ){1,4}by\s*\Z")  # "adoption of Airflow by"
_OBJECT = re.compile(
    r"(?<!so )(?<!from )(?<!in )(?<!on )(?<!with )(?<!for )(?<!to )\b(?:which|that|whom)\s*\Z"
)  # "a sidecar which the platform team wrote"
_THING = 40  # characters before people that hold the thing which they made and its noun
_NOUN = re.compile(r"(?: [\w-]+)? ")
_ENDS = re.compile(r"\s*(?:[.,;:)\n]|\Z)")
_SOMETHING = re.compile(r"\b(?:is|are|was|were) (?:something|what)\s*\Z")  # "Kubernetes is something our SREs run"
_FOR = re.compile(r"\b(?:for|to) \Z")
_EQUALS = re.compile(r"(?:=|\u2192|[-=]>|>>) ?\Z")
_WORDS = re.compile(r"\w+")
_NAMED = re.compile(r" (?:(?:[A-Z]|Dr|Prof)\. )?[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+)?")
_NAMED_OWNER = re.compile(r" [A-Z][\w-]+['\u2019]s\b")
_NEAR = 40  # characters before people in which the candidate is told to be among them


class Others:
    """What the nouns of people in a scene rule."""

    def __init__(self, scene: Scene, people: list[int]) -> None:
        self.scene = scene
        self.people = people  # where nouns of people stand, in order
        self.grammar = grammar()
        self.theirs = Theirs(scene)
        self.described = Described(self.theirs)
        #: Whether the resume sets its owner's share apart: there "Team: ..." is a label of others.
        low = scene.text.lower()
        self.contrast = (
            any(label in low for label in self.grammar.own_labels)
            and self.grammar.own_label.search(scene.text) is not None
        )

    def pronoun(self, start: int, end: int) -> Ruled:
        """What they did, where "they" has people to stand for."""
        last = bisect_right(self.people, start) - 1
        if self.scene.text[start:end].lower() != "they" and _FIRST_PERSON.search(
            self.scene.text, end, self.scene.sentence_end(end)
        ):
            if self._opens(start, bare=False) and self.grammar.does.match(self.scene.text, end):
                yield from self.theirs.clause(end, self.theirs.own_clause(end))
            return  # "he coded the solver, I drew the diagrams"
        if (
            self.scene.text[start:end].lower() != "they"
            and not _FIRST_PERSON.search(self.scene.text)
            and (last < 0 or self.people[last] < self.scene.sentence_start(start))
        ):
            return  # "she" is the candidate herself where nobody says "I"
        if last < 0 or start - self.people[last] > _PEOPLE_NEAR:
            return
        if self._opens(start, bare=False) and self.grammar.does.match(self.scene.text, end):
            yield from self.theirs.clause(end, self.theirs.own_clause(end))

    def noun(self, start: int, end: int) -> Ruled:
        """What the noun of people at a place rules."""
        text, rules, scene = self.scene.text, self.grammar, self.scene
        if text[start:end] in ("it", "It", "its", "Its"):
            return  # the pronoun, not the department
        sentence = scene.sentence_start(start)
        if not scene.within(max(0, sentence - _PEOPLE_NEAR), scene.sentence_end(end)):
            return
        if scene.enumerated(start, end):
            return  # "order office supplies" among the items of a list
        people = phrase(text, sentence, start, end)
        compound = rules.done_compound.match(text, end) if text[end : end + 1] == "-" else None
        if compound:
            if compound.group(1):
                yield from self.theirs.clause(compound.end(), scene.sentence_end(compound.end()))
            else:
                yield from scene.forward(compound.end(), 2, skip_soft=True)
            return
        agent = people.lead.rstrip().endswith("by") and (
            rules.done_by.search(people.lead, max(0, len(people.lead) - _PASSIVE)) is not None or self._noun_by(people)
        )
        if not agent and self._within_a_name(start, end):
            return
        if self.contrast and self._opens(people.first, bare=False) and (share := _SHARE.match(text, people.behind)):
            yield from self.theirs.clause(people.first, scene.sentence_end(share.end()))
            return
        if people.possessive and people.lead.endswith("(") and text[people.behind] in "),;":
            yield from scene.item(people.first)  # "Rust (the team's, not mine)"
            return
        if is_own(text, people) and not (agent and people.determiner in ("a", "an")):
            return
        owner = _NAMED_OWNER.match(text, end) if people.determiner in self.grammar.related else None
        if owner and rules.is_before.ends(people.lead):
            yield from self.theirs.belonging(people.first)  # "was my colleague Ines's"
            return
        if not people.possessive and agent:
            yield from self.theirs.made(people.first)
        elif people.lead.rstrip().lower().endswith(" to") and (handed := rules.handed.search(people.lead)):
            yield from scene.forward(people.first - len(people.lead) + handed.start(), 3, skip_soft=True)
        elif (
            rules.belongs.ends(people.lead) or rules.rooted.search(people.lead, max(0, len(people.lead) - _NEAR))
        ) or (people.possessive and rules.is_before.ends(people.lead) and rules.belongings.match(text, people.behind)):
            yield from self.theirs.belonging(people.first)
            same = _AND_SO.match(text, people.behind)
            if same:
                yield from self.theirs.clause(same.end(), self.theirs.own_clause(same.end()))
        elif (
            people.group
            and (people.determiner or (people.modified and text[people.start].islower()))
            and people.lead.rstrip().endswith(":")
            and text[end : end + 1] != ":"
        ):
            yield from scene.backward(people.first, 2)
            return
        elif people.group and _EQUALS.search(people.lead):
            yield from scene.item(people.first)  # "chat app = digital team"
            return
        elif (
            people.group
            and (people.modified or not people.determiner[:1].isdigit())
            and (people.determiner or people.modified)
            and people.lead.endswith("(")
            and text[end : end + 1] == ")"
        ):
            yield from scene.item(people.first)  # "Helm (platform team)"
            return
        else:
            yield from self._doer(people)
            yield from self.described.armed(people)
            return
        yield from self.theirs.clause(people.first, end)
        yield from self.theirs.tools(people.behind)
        if not people.possessive and rules.doing.match(text, end):
            yield from self.theirs.clause(end, self._relative_end(end))  # "came from an agency that lived in SSIS"

    def _noun_by(self, people: Phrase) -> bool:
        """Whether a noun is said to be by people: "frontend by a contractor", but not "adoption by two teams"."""
        noun = _NOUN_BY.search(people.lead)
        if noun is None or not people.determiner:
            return False
        whole = _NOUN_OF.search(people.lead)
        if whole is not None and whole.group(1).lower() in self.grammar.reception:
            return False
        word = noun.group(1).lower()
        return not word.endswith(("ed", "ing")) and word not in self.grammar.reception

    def _doer(self, people: Phrase) -> Ruled:
        """What people do as the subject of a clause, in a relative clause, or by what they are called."""
        text, rules, end = self.scene.text, self.grammar, people.end
        partitive = text[max(0, people.first - 4) : people.first] == " of "
        of_these = _OF_THESE.search(text, max(0, people.first - 14), people.first) if partitive else None
        if people.determiner == "whose" or self._opens(
            of_these.start() if of_these else people.first, bare=not people.determiner and not people.modified
        ):
            aside = _APPOSITIVE.match(text, end)
            colon = text[end : end + 2].lstrip()[:1] == ":"
            if colon and people.modified and people.group and people.noun not in rules.firms:
                yield from self.theirs.clause(end, self.theirs.own_clause(end))
            elif people.possessive and (label := rules.labels.match(text, people.behind)):
                yield from self.theirs.clause(label.end(), self.scene.sentence_end(label.end()))
            elif people.determiner if people.possessive else self._does(people):
                yield from self.theirs.clause(people.first, self.theirs.own_clause(end))
            elif aside and people.determiner in ("my", "his", "her", "their"):
                yield from self.theirs.clause(end, aside.end())
        if not people.possessive and people.determiner and self._object_of(people):
            yield from self.scene.backward(people.first, 2)
        if people.possessive:
            return
        if led(people.lead):
            if text[end : end + 1] == "," and not people.noun.endswith("s") and rules.doing.match(text, end):
                yield from self.theirs.clause(
                    end, self._relative_end(end)
                )  # "helped the analyst, who wrote the macros"
            return
        lower = not text[end : end + 2].lstrip()[:1].isupper()  # "Specialist Training" is a title
        told = lower and (people.determiner or people.noun.endswith("s") or people.noun == "people")
        # "Part of a team that builds" counts the candidate in, "for a team that builds" does not.
        several = not people.group or people.determiner not in ("a", "an", "") or _FOR.search(people.lead) is not None
        itself = people.self_described and not beside_people(people.lead)
        beside = people.determiner == "the" and people.lead.endswith("with ")  # "contact with the agency that runs"
        firm = people.noun in rules.firms and not beside and rules.employed.search(people.lead) is not None
        if rules.causing.ends(people.lead) and people.determiner and rules.caused.match(text, end):
            stop = self.theirs.own_clause(end)
            main = rules.and_past.search(text, end, stop)
            yield from self.theirs.clause(end, main.start() if main else stop)  # "watched the consultants implement"
            return
        known = rules.equipped.match(text, end) if beside_people(people.lead) and people.determiner else None
        if known:
            yield from self.theirs.clause(*known.span())  # "reported to a CTO with a computer vision background"
        if told and several and not itself and not firm and rules.doing.match(text, end):
            yield from self.theirs.clause(people.first, self._relative_end(end))
        else:
            yield from self.described.headcount(people)

    def _within_a_name(self, start: int, end: int) -> bool:
        """Whether the noun is part of what a skill is called: "team building", "thin clients"."""
        trade = self.scene.text[start:end].rstrip("s").lower().endswith(self.grammar.trades)
        for number in self.scene.within(start - 40, end):
            a, b = self.scene.spans[number]
            if not (start < b and b - a > end - start):
                continue
            if self.scene.kinds[number] in CLAIMED:
                if b > end:  # "offshore team" is people, "team building" is not
                    return True
            elif not trade:
                return True
        return False

    def _object_of(self, people: Phrase) -> bool:
        """Whether a relative clause tells what people did to the thing before it: "which the platform team wrote"."""
        text = self.scene.text
        verb = self.grammar.does.match(text, people.end)
        if verb is None or verb.group().split()[-1].lower() in self.grammar.consuming:
            return False
        if _OBJECT.search(people.lead) or _SOMETHING.search(people.lead):
            return True
        # "an Access database my predecessor had built": the pronoun is left out, and the verb has no object of its own.
        before = self.scene.within(max(0, people.first - _THING), people.first)
        return (
            bool(before)
            and people.determiner in self.grammar.related
            and _ENDS.match(text, verb.end()) is not None
            and _NOUN.fullmatch(text, self.scene.spans[before[-1]][1], people.first) is not None
        )

    def _opens(self, at: int, *, bare: bool) -> bool:
        """Whether a clause begins here; behind a comma a bare noun is an item of a list."""
        opening = self.grammar.opening_bare if bare else self.grammar.opening
        if opening.search(self.scene.text, max(0, at - 16), at) is not None:
            return True
        floor = self.scene.sentence_start(at)
        return (
            not bare
            and 0 < at - floor < _PASSIVE
            and not self.scene.within(floor, at)
            and self.grammar.fronted.match(self.scene.text, floor, at) is not None
        )

    def _does(self, people: Phrase) -> bool:
        """Whether a verb of doing follows the noun, a phrase of its own or brackets aside."""
        text, does = self.scene.text, self.grammar.does
        named = _NAMED.match(text, people.end) if people.determiner in self.grammar.related else None
        if named and not self.scene.within(*named.span()):
            return does.match(text, named.end()) is not None  # "my student Lukas trains"
        bare = people.noun in self.grammar.unarticled
        if not (people.determiner or people.noun.endswith("s") or people.group or bare):
            return False
        if text[people.end : people.end + 2].lstrip()[:1].isupper():
            return False  # the verb of another line begins in upper case
        past = self.grammar.past.match(text, people.end)
        if (
            past
            and (people.determiner or people.modified or bare)
            and past.group(1).lower() not in self.grammar.receiving
        ):
            return True
        verb = does.match(text, people.end)
        if verb and not (bare and not people.determiner and self._base(verb.group().split()[-1])):
            return True  # "vendor works"; but "agency work" is a noun
        aside = _ASIDE.match(text, people.end)
        if aside and (item := _VERBAL.match(aside.group())) and item.group(1).lower().endswith(("ed", "ing")):
            return False  # "managed the staff, tracked activity, analysed results"
        return aside is not None and (
            does.match(text, aside.end()) is not None or self.grammar.past.match(text, aside.end()) is not None
        )

    def _base(self, verb: str) -> bool:
        """Whether a verb is neither of the third person nor of the past."""
        return not verb.endswith("s") and self.grammar.told.search(verb) is None

    def _relative_end(self, at: int) -> int:
        """Where a relative clause ends: "interviewed the engineers who maintain the core | and drew its processes"."""
        stop = self.theirs.own_clause(at)
        verb = self.grammar.doing.match(self.scene.text, at)
        if verb is None or self.grammar.told.search(verb.group()):
            return stop
        main = self.grammar.and_past.search(self.scene.text, verb.end(), stop)
        return main.start() if main else stop
