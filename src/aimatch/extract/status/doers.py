"""People as the doers of what is told: the subject of a clause, those whom a relative clause describes or a verb takes.

"Their engineers built the front end", "supervised interns working in R", "for a team that builds in Rust". What the
candidate leads, is employed by or is one of stands beside these, and is told apart from them here.
"""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.status.described import Described, beside_people, led
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.subjects import Subjects

_APPOSITIVE = re.compile(r"\s*,\s*(?:an?|the)\s[^,.;\n]{3,60}")
_FOR = re.compile(r"\b(?:for|to) \Z")
_COLON = re.compile(r":\s")
_OWN_OBJECT = re.compile(
    r"\s+(?:it|them|(?:the|these|those|my|our) (?:results?|data|tables?|outputs?|views?|reports?|dashboards?))\b"
)


class Doers:
    """What people of a scene rule by what they do. Every method that rules mentions yields them with their distance."""

    def __init__(self, subjects: Subjects, described: Described) -> None:
        self.subjects = subjects
        self.described = described
        self.theirs = subjects.theirs
        self.scene = self.theirs.scene
        self.grammar = grammar()

    def told(self, people: Phrase) -> Ruled:
        """What people do as the subject of a clause, in a relative clause, or by what they are called."""
        text, rules, end = self.scene.text, self.grammar, people.end
        partitive = text[max(0, people.first - 4) : people.first] == " of "
        of_these = rules.partitives.search(text, max(0, people.first - 14), people.first) if partitive else None
        # "train technical and general staff in": one of those whom the candidate trains
        joined = not people.determiner and people.lead.endswith(" and ") and led(people.lead)
        if people.determiner == "whose" or (
            not joined
            and self.subjects.opens(
                of_these.start() if of_these else people.first, bare=not people.determiner and not people.modified
            )
        ):
            aside = _APPOSITIVE.match(text, end)
            has = None if people.possessive else rules.has_equipment.match(text, end)
            if people.possessive and (label := rules.labels.match(text, people.behind)):
                yield from self.theirs.clause(label.end(), self.theirs.own_clause(label.end()))
            elif people.possessive and people.determiner and rules.errands.match(text, people.behind):
                return  # "four directors' calendars in Outlook"
            elif people.possessive and people.determiner:
                # "Developed applications: a flight planner; the company's website"
                item = people.noun in rules.firms and text[max(0, people.first - 2) : people.first].strip() in (
                    ";",
                    ",",
                )
                if not item:
                    yield from self.theirs.clause(people.first, self.theirs.own_clause(end))
            elif not people.possessive and (verb := self.subjects.does(people)) is not None:
                if not self._consume(verb):
                    yield from self.theirs.clause(people.first, self._told(people, verb))
            elif has and people.determiner and not people.group:
                yield from self.theirs.clause(people.first, has.end())  # "my manager had a COBOL background"
            elif aside and people.determiner in ("my", "his", "her", "their"):
                yield from self.theirs.clause(end, aside.end())
        if not people.possessive and people.determiner and self.subjects.object_of(people):
            yield from self.scene.backward(people.first, 2)
        if people.possessive:
            if people.group and people.determiner:
                yield from self.described.served(people)  # "supporting the AI/ML team's workloads"
            return
        if (made := self.subjects.object_of_all(people)) is not None:
            if rules.made_of.match(text, made):
                yield from self.theirs.clause(people.first, self.theirs.own_clause(made))
            else:
                yield from self.theirs.tools(made)
            return
        served = list(self.described.served(people))
        if served:
            yield from served
            return
        superior = not people.group and people.lead.rstrip().lower().endswith(rules.below)
        if led(people.lead) and not superior:
            yield from self.described.staff(people)
            person = not (people.group or people.noun.endswith("s"))
            if person and text[end : end + 1] == "," and rules.doing.match(text, end):
                yield from self.theirs.clause(
                    end, self.subjects.relative_end(end)
                )  # "helped the analyst, who wrote the macros"
            several = people.determiner or people.noun.endswith("s")
            if several and people.noun in rules.learners and rules.doing.match(text, end):
                yield from self.theirs.clause(end, self.subjects.relative_end(end))  # "supervised interns working in R"
            if people.noun in rules.firms and people.determiner in ("a", "an"):
                yield from self.described.headcount(people)  # "accountant in a robotics company"
                if rules.doing.match(text, end):  # "coordinated an external studio that develops"
                    yield from self.theirs.clause(end, self.subjects.relative_end(end))
            return
        lower = not text[end : end + 2].lstrip()[:1].isupper()  # "Specialist Training" is a title
        told = lower and (people.determiner or people.noun.endswith("s") or people.noun == "people")
        # "Part of a team that builds" counts the candidate in, "for a team that builds" does not.
        apart = people.modified and not rules.outside.isdisjoint(text[people.first : people.start].lower().split())
        several = (
            not people.group
            or apart
            or people.determiner not in ("a", "an", "")
            or (not people.determiner and beside_people(people.lead) and people.noun not in rules.own_groups)
            or _FOR.search(people.lead) is not None
        )
        caused = rules.causing.ends(people.lead)
        itself = people.self_described and not beside_people(people.lead) and not caused
        beside = people.determiner == "the" and people.lead.endswith("with ")  # "contact with the agency that runs"
        firm = people.noun in rules.firms and not beside and rules.employed.search(people.lead) is not None
        if caused and people.determiner and rules.caused.match(text, end):
            stop = self.theirs.own_clause(end)
            main = rules.and_past.search(text, end, stop)
            yield from self.theirs.clause(end, main.start() if main else stop)  # "watched the consultants implement"
            return
        if caused and people.noun in rules.firms and rules.doing.match(text, end):
            yield from self.theirs.clause(end, self.subjects.relative_end(end))  # "I brief an agency that programs"
            return
        counted = people.determiner in rules.counted or people.determiner.isdigit()
        known = (
            rules.equipped.match(text, end) if counted or (beside_people(people.lead) and people.determiner) else None
        )
        if known:
            yield from self.theirs.clause(*known.span())  # "reported to a CTO with a computer vision background"
        if told and several and not itself and not firm and rules.doing.match(text, end):
            yield from self.theirs.clause(people.first, self.subjects.relative_end(end))
        else:
            yield from self.described.headcount(people)

    def _told(self, people: Phrase, verb: int) -> int:
        """Where what people do ends: "when a customer changed its template: | PSI alarm, rolled back"."""
        stop = self.theirs.own_clause(verb)
        if self.grammar.subordinate.search(people.lead):
            colon = _COLON.search(self.scene.text, verb, stop)
            return colon.start() if colon else stop
        return stop

    def _consume(self, verb: int) -> bool:
        """Whether people use what the candidate made: "land files in the lake, where analysts query them through"."""
        does = self.grammar.does.match(self.scene.text, verb)
        if does is None or _OWN_OBJECT.match(self.scene.text, does.end()) is None:
            return False
        return does.group().split()[-1].lower() in self.grammar.consuming
