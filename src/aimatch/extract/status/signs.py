"""The name that a sign gives to people: "Helm: the platform team", "chat app = digital team", "Flutter? Freelancers in Cairo."."""

from __future__ import annotations

import re
from itertools import chain

from aimatch.extract.lines import line_of
from aimatch.extract.rules.listed import Deferred, word_set
from aimatch.extract.rules.possession import BELONGINGS
from aimatch.extract.status.doers import Doers
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.shares import MINE
from aimatch.extract.status.subjects import aside_end

_EQUALS = re.compile(r"(?:=|\u2192|[-=]>|>>) ?\Z")
_DASH = re.compile(r"\s[\u2013\u2014-] \Z")
_ENDS = re.compile(r"\s*(?:[.,;)\n]|\Z)")
_FROM = re.compile(r": from \Z")
_PLACED = re.compile(r"\s*(?:[.,;)\n]|\Z)| (?:[A-Z]|(?:abroad|across|at|downstairs|from|in|next|of|on|upstairs)\b)")
#: What stands before the colon of a label: the words from where its line, sentence or bracket begins.
_LABEL = re.compile(r"(?:^|[\n.;(|])[^\w\n]*(?P<label>(?:[^\n:;.|]|\.(?=\w)){2,70}):\s\Z")
_KEPT = Deferred(r"[- ](?:{kept})\)")


class Signs:
    """What signs give to the people of a scene."""

    def __init__(self, doers: Doers) -> None:
        self.doers = doers
        self.subjects = doers.subjects
        self.theirs = doers.theirs
        self.scene = doers.scene

    def given(self, people: Phrase) -> Ruled | None:
        """The name that a sign gives to a group: "Helm: the platform team", "chat app = digital team", "Helm (platform
        team)"; None where no sign does."""
        text, end = self.scene.text, people.end
        if people.lead.endswith("(") and _KEPT.match(text, end):
            return self.scene.item(people.first)  # "Kafka (vendor-run)"
        if asked := self._answer(people):
            return iter(asked)
        if (people.group or people.determiner) and (sign := _EQUALS.search(people.lead)):
            at = people.first - len(people.lead) + sign.start()
            return chain(self.scene.item(at - text.startswith(" ", at - 1)), self.theirs.tools(people.behind))
        if (people.group or people.determiner) and (sign := _FROM.search(people.lead)):
            # "Dashboards: from the ops people"
            return self.scene.item(people.first - len(people.lead) + sign.start())
        alone = people.determiner or people.noun in self.subjects.grammar.unarticled
        if not people.group and not (alone and self._shared(people)):
            return self._labelled(people)
        if _DASH.search(people.lead) and self._shared(people):
            return self.scene.item(people.first - 1)
        named = people.determiner or people.modified
        if (
            people.lead.rstrip().endswith(":")
            and text[end : end + 1] != ":"
            and (alone or (people.modified and text[people.start].islower()))
        ):
            if self.subjects.does(people) is None:
                return self.scene.backward(people.first, 2)
            return self.doers.told(people)  # "Terraform: the hosting crew keeps it going"
        bracketed = people.lead.endswith("(") and text[end : end + 1] == ")"
        counted = not people.modified and people.determiner[:1].isdigit()
        if bracketed and named and not counted and text[people.start : end] not in ("Group", "Groups"):
            return self.scene.item(people.first)
        return self._labelled(people)

    def _labelled(self, people: Phrase) -> Ruled | None:
        """The names of a label whose whole answer are persons: "OCR of old files: service provider from Potsdam"; None: there
        is no such label."""
        scene, rules = self.scene, self.subjects.grammar
        label = _LABEL.search(people.lead)
        if label is None or people.determiner[:1].isdigit() or not self._whole(people):
            return None
        if not people.determiner and people.noun.removesuffix("s") not in rules.sellers | word_set("called_in"):
            return None  # "Machine Learning: consultant at a bank", "Tableau: clients in retail"
        start = people.first - len(people.lead) + label.start("label")
        words = scene.unnamed(start, people.first).lower().split()
        if not word_set("for_people").isdisjoint(words):
            return None  # "Kafka training: the client's engineers"
        named = [(number, people.first - scene.spans[number][1]) for number in scene.within(start, people.first)]
        return iter(named) if named else None

    def _whole(self, people: Phrase) -> bool:
        """Whether people are an answer of their own: nothing follows but where they are."""
        text = self.scene.text
        if any(word[:1].isupper() for word in text[people.first : people.start].split()[1:]):
            return False  # "IDX Hospital Software"
        end = people.behind
        if people.possessive:
            if (owned := BELONGINGS.match(text, end)) is None:
                return False
            end = owned.end()
        return _PLACED.match(text, end) is not None

    def _shared(self, people: Phrase) -> bool:
        """Whether the line has a share of the candidate's by a sign: "SQL: me"."""
        return MINE.search(self.scene.text, *line_of(self.scene.text, people.start, people.end)) is not None

    def _answer(self, people: Phrase) -> list[tuple[int, int]]:
        """What the question before people asks after who are the whole answer: "The app and its Flutter? | Freelancers."."""
        text, scene = self.scene.text, self.scene
        question = text.rfind("?", max(0, people.first - 4), people.first)
        closed = _ENDS.match(text, aside_end(text, people.behind) or people.behind)
        named = (
            people.determiner
            or people.modified
            or people.noun.endswith("s")
            or people.noun in self.subjects.grammar.unarticled
        )
        if question < 0 or not closed or not named or text[question + 1 : people.first].strip():
            return []
        return [
            (number, question - scene.spans[number][1])
            for number in scene.within(scene.sentence_start(question), question)
        ]
