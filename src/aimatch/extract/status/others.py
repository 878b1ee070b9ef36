"""Skills of other people: a team mate's, a client's, a vendor's; told by who does what in the clause.

A noun of people ("team", "developers": ``[others]`` of ``language/status.toml``) is read with the words before it as a
noun phrase (:mod:`aimatch.extract.status.people`). Where the candidate is not one of them, the phrase rules mentions as the
doer of its clause ("their engineers built ..."), the agent of a passive ("deployed by a colleague"), the possessor ("is
the client's"), what a relative clause describes ("engineers who maintain ..."), or by the skill in its own name
("thirty Java developers").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred, word_set
from aimatch.extract.rules.possession import BELONGINGS, BELONGS, HANDED, POSSESSED_TOO, REFERS_BACK, ROOTED
from aimatch.extract.status.antecedents import listed
from aimatch.extract.status.bought import bought
from aimatch.extract.status.described import Described
from aimatch.extract.status.doers import Doers
from aimatch.extract.status.people import Phrase, among, is_own, made_by, noun_by, phrase
from aimatch.extract.status.referents import topic_before
from aimatch.extract.status.scene import CLAIMED, LOOK_BACK, Ruled, Scene
from aimatch.extract.status.signs import Signs
from aimatch.extract.status.subjects import Subjects, aside_end
from aimatch.extract.status.theirs import Theirs
from aimatch.wordlist import lowered, words_in

_PASSIVE = 45  # characters that hold a participle with its phrase, up to "by"
# "..., and so is the portal", "..., the portal too": what else is theirs.
_TOO = re.compile(
    r",? (?:and )?(?:(?:so|as) (?:is|are|was|were|does|do|did)(?P<so>(?: [\w+#./'-]+){1,5})"
    r"|(?P<too>(?:(?!(?:I|we|my|our|mine|is|are|was|were)\b)[\w+#./'-]+ ){1,5}?)(?:too|as well|likewise|also)\b)"
)
_FIRST_PERSON = re.compile(r"\b(?:I|my|My)\b")
# "they have there Kafka", "they have the model in Kafka"
_HAVE = re.compile(
    r" (?:have|had|has)(?: (?:there|also|all|only))? (?=[A-Z]|(?:the|their|its|all|most)\b[^.;,\n]{2,25} (?:in|on) [A-Z])"
)
_RIGHT_BEFORE = Deferred(r"[\w-]+(?: (?!(?:{prepositions})\b)[\w-]+){0,2}[,;:.(]\s?(?:and )?")
_IN_PLACE = re.compile(r"\b(?:do|does|did|doing) the (?:work|job) of \Z")  # "a swarm that does the work of 12 people"
_NAMED_OWNER = re.compile(r" [A-Z][\w-]+['\u2019]s\b")
_NEXT_WORD = re.compile(r" (\w+)")
# "Appium was always | the other team", "is a model of | the data science team"
_IS = re.compile(r"\b(?:is|are|was|were) (?:[a-z]+ )?\Z")
_IS_OF = re.compile(r"\b(?:is|are|was|were) (?:an?|the) [a-z-]+ of \Z")
_DENIED = re.compile(r"\b(?:without|no)(?: any)?(?: [\w-]+)? \Z", re.IGNORECASE)  # "without any | consultants"
_WORK_BY = re.compile(r"(?:^|[\n.;(])[^\w\n]*(?P<work>(?:[\w+#./-]+ ){0,2}\w+ing) by \Z")
_MINE_TOO = re.compile(
    r"\b[Mm]y(?: own)? (?P<mine>[\w-]+) and (?:[\w'\u2019-]+ ){0,3}\Z"
)  # "my own shop and two customers' | sites run on it"
_I_FIRST = re.compile(r"\bI\b[^.;]*[,;] (?:and )?\Z")
_CLOSES = re.compile(r"[.;]|\n|\Z")
_I_TOO = re.compile(r"[,;] (?:and |but |while )?I\b")
_NEAR = 40  # characters before people in which the candidate is told to be among them
PEOPLE_NEAR = 250  # characters within which "they" has people to stand for
# "The vendor built it", "those are the vendor's": what the sentence before names.
_SPOKEN_OF = re.compile(r"\b(?:it|them|that|this|these|those|both)\b")
_MADE_BY = re.compile(r"\W*\w+ by ")  # "Launched a bot. Programmed by a friend"
# What may stand between a noun and the end of its sentence, where the next line goes on with it.
_REACHES_ON = re.compile(r"['\u2019s]{0,2}(?:.{0,40} (?:in|with|on|using|via|the))?[\s:)]*", re.IGNORECASE)


class Others:
    """What the nouns of people in a scene rule."""

    def __init__(self, scene: Scene, people: list[int]) -> None:
        self.scene = scene
        self.people = people  # where nouns of people stand, in order
        self.grammar = grammar()
        self.theirs = Theirs(scene)
        self.subjects = Subjects(self.theirs)
        self.described = Described(self.theirs)
        self.doers = Doers(self.subjects, self.described)
        self.signs = Signs(self.doers)
        #: Whether the resume sets its owner's share apart: there "Team: ..." is a label of others.
        low = lowered(scene.text)
        self.contrast = (
            not self.grammar.own_label_words.isdisjoint(words_in(scene.text))
            and any(label in low for label in self.grammar.own_labels)
            and self.grammar.own_label.search(scene.text) is not None
        )

    def pronoun(self, start: int, end: int) -> Ruled:
        """What they did, where "they" has people to stand for."""
        last = bisect_right(self.people, start) - 1
        if self.scene.text.find(" of ", start, end) > 0:
            # "mentored four juniors, two of them have passed"
            beside = last >= 0 and _RIGHT_BEFORE.fullmatch(self.scene.text, self.people[last], start)
            if beside and any(did.match(self.scene.text, end) for did in (self.grammar.does, self.grammar.past)):
                yield from self.theirs.clause(end, self.theirs.own_clause(end))
            return
        told = (self.grammar.does, _HAVE, self.grammar.trade_told)  # "He is a Linux administrator"
        does = next((match for pattern in told if (match := pattern.match(self.scene.text, end))), None)
        if (
            self.scene.text[start:end].lower() != "they"
            and not _FIRST_PERSON.search(self.scene.text)
            and (last < 0 or self.people[last] < self.scene.sentence_start(start))
        ):
            return  # "she" is the candidate herself where nobody says "I"
        if last < 0 or start - self.people[last] > PEOPLE_NEAR:
            apart = _I_TOO.search(self.scene.text, end, self.scene.sentence_end(end))
            if not apart and _I_FIRST.search(self.scene.text, self.scene.sentence_start(start), start):
                apart = _CLOSES.search(self.scene.text, end)  # "I hand over the numbers, they turn them into Tableau"
            if apart and self.subjects.opens(start, bare=False) and self.grammar.does.match(self.scene.text, end):
                yield from self.theirs.clause(end, apart.start())  # "they do the Kubernetes part, I do the Python"
            return
        if self.subjects.opens(start, bare=False) and does:
            yield from self.theirs.clause(end, self.theirs.own_clause(end))
        elif self.subjects.object_before(start, end) and not self.grammar.taking_up.search(
            self.scene.text, self.scene.sentence_start(start), start
        ):
            yield from self.scene.backward(start, 1)  # "bugs in the Angular front end they were building"

    def noun(self, start: int, end: int, *, claimed: bool) -> Ruled:
        """What the noun of people at a place rules.

        ``claimed``: whether what the noun rules holds for soft skills and behaviours as well.
        """
        people = self._meant(start, end, claimed=claimed)
        if people is None:
            return
        text, rules = self.scene.text, self.grammar
        agent = people.lead.rstrip().endswith("by") and (
            rules.done_by.search(people.lead, max(0, len(people.lead) - _PASSIVE)) is not None
            or noun_by(people)
            or self._work_by(people)
        )
        if self._within_a_name(start, end, agent=agent):
            return
        if _DENIED.search(people.lead) or (agent and rules.taught_me.search(people.lead)):
            return  # "without any outside consultants", "trained by the former head of IT in SSIS"
        if (set_off := self._set_off(people, agent=agent)) is not None:
            yield from set_off
            return
        owned = False
        if agent:
            yield from self.theirs.made(people.first)
        elif (people.noun in rules.sections or people.noun in rules.fields) and not self._owns(people):
            yield from self.doers.made_or_had(people)
            return
        elif people.lead.rstrip().lower().endswith(" to") and (handed := HANDED.search(people.lead)):
            yield from self.scene.forward(people.first - len(people.lead) + handed.start(), 3, skip_soft=True)
        elif owned := self._owns(people):
            yield from self.theirs.belonging(people.first)
        else:
            beside = self.signs.given(people)
            yield from self.doers.told(people) if beside is None else beside
            return
        yield from self.theirs.clause(people.first, end)
        yield from self.theirs.tools(people.behind, apart=owned)
        yield from self._too(people)
        if people.possessive and text.startswith(":", people.behind):
            # "our forecast is a consultancy's: Prophet, in Azure"
            yield from self.theirs.clause(people.behind, self.theirs.own_clause(people.behind + 1))
        if not people.possessive and rules.doing.match(text, end):
            # "came from an agency that lived in SSIS"
            yield from self.theirs.clause(end, self.subjects.relative_end(end))

    def _too(self, people: Phrase) -> Ruled:
        """What is said to be as the thing that others made or own: "the parser is the vendor's, | and so is the portal"."""
        text = self.scene.text
        if same := _TOO.match(text, aside_end(text, people.behind) or people.behind):
            yield from self.theirs.clause(*same.span("so" if same.group("so") else "too"))

    def _meant(self, start: int, end: int, *, claimed: bool) -> Phrase | None:
        """The phrase whose noun stands at a place; None where it means no people, or rules nothing: "a cloud architect
        course", "office supplies" in a list, "part of a team of data scientists"."""
        text, rules, scene = self.scene.text, self.grammar, self.scene
        if text[start:end] in ("it", "It", "its", "Its") or text[max(0, start - 3) : start].lower() == "of-":
            return None  # the pronoun, not the department; "mixture-of-experts"
        sentence = scene.sentence_start(start)
        if not in_reach(scene, sentence, start, end, claimed=claimed):
            return None
        if text[start:end] in ("ms", "mr", "mrs"):
            return None  # "down from 180 ms"
        title = _NEXT_WORD.match(text, end)
        if title and (title.group(1).lower().rstrip("s").endswith(rules.trades) or self._heads(start, title.group(1))):
            return None  # "MLOps engineer": the trade is looked at in its own place
        if rules.teaching.match(text, end + 1):
            return None
        people = phrase(text, sentence, start, end)
        if (scene.enumerated(start, end) and not self.described.listed(people)) or among(people):
            return None
        if (mine := _MINE_TOO.search(people.lead)) and not self._of_people(people, mine):
            return None
        tool = people.possessive and people.determiner in ("a", "an") and people.noun.endswith(rules.trades)
        tool = tool and not rules.is_before.ends(people.lead)  # but "was an intern's work"
        return None if tool else people  # "an administrator's shell for batch jobs"

    def _of_people(self, people: Phrase, mine: re.Match[str]) -> bool:
        """Whether what is mine beside people is one of them: "my colleague and two consultants"."""
        at = people.first - len(people.lead)
        first, last = (bisect_right(self.people, at + mine.start("mine") + shift) for shift in (-1, len(mine["mine"])))
        return first < last

    def _set_off(self, people: Phrase, *, agent: bool) -> Ruled | None:
        """What people rule by a form of its own ("Done by the platform team: Vault", "Rust (the team's, not mine)"), nothing
        if the candidate is one of them; None where what is told around them decides."""
        text, rules = self.scene.text, self.grammar
        end, behind = people.end, people.behind
        if agent and text[end : end + 1] == ":" and made_by(text, self.scene.sentence_start(people.start), people):
            return self.theirs.clause(end, self.theirs.own_clause(end))
        if people.noun in rules.relatives and text.startswith(":", end):
            return self.theirs.clause(end, self.theirs.own_clause(end + 1))  # "Husband: Java developer"
        if people.possessive and people.lead.endswith(("(", ": ")) and text[behind : behind + 1] in (*"),;.\n", ""):
            # "SAP and Salesforce: the sales people's"
            return chain(self.scene.item(people.first), listed(self.scene, people.first - 2))
        if people.possessive and POSSESSED_TOO.search(people.lead) and BELONGINGS.match(text, behind):
            return self.scene.item(people.first - 1)  # "Helm was the vendor's, Kafka a colleague's"
        if is_own(text, people) and not (agent and people.determiner in ("a", "an")):
            return iter(())
        owner = _NAMED_OWNER.match(text, end) if people.determiner in rules.related else None
        if owner and rules.is_before.ends(people.lead):
            return self.theirs.belonging(people.first)  # "was my colleague Ines's"
        if people.noun.removesuffix("s") in rules.sellers and (brought := list(bought(self.theirs, people))):
            return iter(brought)
        if people.possessive and people.determiner and people.lead.rstrip().endswith(" by"):
            # "produced by the actuaries' SAS programs"
            return chain(self.scene.forward(behind, 1, skip_soft=True), self.theirs.made(people.first) if agent else ())
        return None

    def _owns(self, people: Phrase) -> bool:
        """Whether what stands before people is said to be theirs: "lives with the data team", "is the ops team's job"."""
        rules = self.grammar
        if _IN_PLACE.search(people.lead):
            return False
        if (
            BELONGS.ends(people.lead)
            or ROOTED.search(people.lead, max(0, len(people.lead) - _NEAR))
            or (people.group and not people.possessive and self._is_theirs(people))
        ):
            return True
        possessed = people.possessive and rules.is_before.ends(people.lead)
        return possessed and BELONGINGS.match(self.scene.text, people.behind) is not None

    def _heads(self, start: int, word: str) -> bool:
        """Whether a trade only names a post, or in upper case a group: "our analyst position", "the Business Analyst team"."""
        return word.lower() in self.grammar.posts or (
            self.scene.text[start].isupper() and word.lower() in self.grammar.groups
        )

    def _is_theirs(self, people: Phrase) -> bool:
        """Whether something is said to be a group, or a thing of one: "mobile was always another team"."""
        if _IS_OF.search(people.lead):
            return True
        named = self.scene.text[people.first : people.start].lower().split()
        return not self.grammar.another.isdisjoint(named) and _IS.search(people.lead) is not None

    def _work_by(self, people: Phrase) -> bool:
        """Whether a line opens with work that is named and by people: "Data labelling by | an agency"."""
        at = people.first - len(people.lead)
        opened = _WORK_BY.search(people.lead)
        return (
            opened is not None
            and people.noun not in word_set("circles")  # "Machine Learning by a university"
            and (bool(people.determiner) or people.noun.endswith("s"))
            and any(
                self.scene.spans[number][1] == at + opened.end("work") for number in self.scene.within(at, people.first)
            )
        )

    def _within_a_name(self, start: int, end: int, *, agent: bool) -> bool:
        """Whether the noun is part of what a skill is called: "team building", "thin clients"; an agent, of a product: "deployed
        by Azure DevOps"."""
        trade = self.scene.text[start:end].rstrip("s").lower().endswith(self.grammar.trades)
        for number in self.scene.within(start - 40, end):
            a, b = self.scene.spans[number]
            if not (start < b and b - a > end - start) or (agent and self.scene.kinds[number] != "technology"):
                continue
            if self.scene.kinds[number] not in CLAIMED and not trade:
                return True
        return False


def in_reach(scene: Scene, sentence: int, start: int, end: int, *, claimed: bool) -> bool:
    """Whether a mention stands in the sentence of the noun that spans ``start:end``, or in a neighbour that it may reach into.

    ``sentence`` is where its sentence begins; ``claimed``: whether what the noun rules holds for soft skills and behaviours.
    """
    text, stop = scene.text, scene.sentence_end(end)
    if not scene.within(max(0, sentence - PEOPLE_NEAR), stop):
        return False
    if start - sentence >= LOOK_BACK or text[end : end + 1] == "-":
        return True
    if any(claimed or scene.kinds[number] not in CLAIMED for number in scene.within(sentence, stop)):
        return True
    if topic_before(scene, sentence) is not None or text[max(0, sentence - 2) : sentence].rstrip().endswith("?"):
        return True
    if _SPOKEN_OF.search(text, sentence, stop) or _MADE_BY.match(text, sentence, start):
        return True
    # The sentence before, by a pronoun ("It belongs to the team"); the next lines, where the phrase ends this one.
    if REFERS_BACK.match(text, sentence, start) or _REACHES_ON.fullmatch(text, end, stop):
        return True
    aside = aside_end(text, end)
    return aside is not None and aside > stop
