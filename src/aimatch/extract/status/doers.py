"""People as the doers of what is told: the subject of a clause, those whom a relative clause describes or a verb takes.

"Their engineers built the front end", "supervised interns working in R", "for a team that builds in Rust". What the
candidate leads, is employed by or is one of stands beside these, and is told apart from them here.
"""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred, cased, listed, word_set
from aimatch.extract.rules.possession import CALLED_IN, MY_SHARE
from aimatch.extract.status.described import Described, beside_people, led
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.subjects import Subjects, aside_end

_APPOSITIVE = Deferred(r"\s*,\s*(?:an?|the)\s[^,.;\n]{3,60}")
_FOR = re.compile(r"\b(?:for|to) \Z")
_HEADED = Deferred(r"(?:^|[.;:\n] ?)\W*(?:The|One|A|An?) (?:{headed_by}) of \Z")
_HAS = Deferred(
    r" (?:(?:has|have|had)(?: got)?|(?:is|are|was|were) having)(?: (?:there|also|only|all))?(?: (?:(?:its|their) own|an?|the|its|their|his|her|some))? "
)
_ITS_OWN = Deferred(r".* (?:its|their) own \Z")
_RUNS = Deferred(r"\b(?:{things_do_too})\Z")  # as things do as well
_THEN_I = Deferred(r"[;.,]? ?(?:and |where |there )*(?:I|[Ww]e) (?:also |then |\w+ly )?([a-z]+)")
_TRADE = Deferred(r", (?:[\w+#/-]+ ){0,3}([a-z]+)\b")
_THE_SHARE = re.compile(r",? (?:the|all|both|some|most of the) ")
_TASK = Deferred(r" for (?:(?:the|our|my|all|all the|some) )?")
#: What somebody is called in for: "For Kafka", "When Kafka breaks".
FOR_THIS = Deferred(r"\W*(?:For|As for|When|Whenever|If|In case of)\b")
_CLOSED = Deferred(r"\s*(?:[.,;:)\n]|\Z| (?:who|to|and)\b)")
_HAD_WORDS = 3  # words between having and what is had
# "The client had Oracle; I moved it to Postgres": what they have is worked on
_WORKED_ON = Deferred(
    r"\W*(?:and |but |while |so )?(?:I|[Ww]e) (?!only\b|just\b|never\b|do not\b|did not\b|\w+n['\u2019]t\b)(?:\w+ ){0,2}(?:it|them|both|these|those|this)\b(?! (?!to|into|in|on|from|with|for|and|as|at|by|all\b)[a-z]+)"
)  # but "we mailed them the extracts"
#: "It was | the vendor who ran Kafka".
CLEFT = re.compile(r"\b[Ii]t (?:is|was) \Z")  # "it was the vendor who ran Kafka"
_COLON = re.compile(r":\s")
_WITH_ME = re.compile(r"(?<!not )\b(?:with|from) me\b")  # "two nurses labelled the images with me", "get them from me"
_ACCESS = Deferred(r" (?:me|us) (?:[a-z]+ )?(?:{access})\b")
_OURS = cased(r"\s+(?:my|our) [\w+#./-]+ (?:{products+our_products})\b")
_THE = Deferred(r"\s+(?:it|them|the|this|these|my|our)\b")
# "the customer used it to tune their | Whisper model"
_FOR_THEIR = Deferred(r"[^.;,:\n]{0,40}? (?:to [a-z-]+|for) (?:their|its|his|her)(?: own)? ")
_OWN_OBJECT = Deferred(r"\s+(?:it|them|(?:the|these|those|my|our) (?:{results}))\b")


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
        if self._opens(people):
            if people.possessive and people.determiner and rules.errands.match(text, people.behind):
                return  # "four directors' calendars in Outlook"
            yield from self._as_subject(people)
        if not people.possessive and (people.determiner or people.group) and self.subjects.object_of(people):
            yield from self.scene.backward(people.first, 3)
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
            yield from self._of_led(people)
            return
        yield from self._called_in(people)
        caused = rules.causing.ends(people.lead)
        aside = aside_end(text, end) or end  # "watching my brother, a real engineer, do"
        if caused and people.determiner and rules.caused.match(text, aside):
            stop = self.theirs.own_clause(aside)
            main = rules.and_past.search(text, end, stop)
            yield from self.theirs.clause(end, main.start() if main else stop)  # "watched the consultants implement"
            return
        if caused and people.noun in rules.firms and rules.doing.match(text, end):
            yield from self.theirs.clause(end, self.subjects.relative_end(end))  # "I brief an agency that programs"
            return
        if known := self._equipped(people):
            yield from self.theirs.clause(*known)
        if self._acts(people, caused=caused) and (does := rules.doing.match(text, end)):
            yield from self.theirs.clause(people.first, self.subjects.relative_end(end))
            if cleft := CLEFT.search(people.lead):
                # "It was the vendor who wrote it"
                yield from self.theirs.referents.object(people.first - len(cleft.group()), does.end())
        else:
            yield from self.described.headcount(people)

    def made_or_had(self, people: Phrase) -> Ruled:
        """What a group makes or has that is named by a word for something else: "data platform maintains Kafka"."""
        if people.possessive or not self._opens(people) or not (people.modified or people.noun in self.grammar.fields):
            return
        text, end = self.scene.text, people.end
        verb = self.grammar.does.match(text, end)
        if verb and self.grammar.keeping.search(text, end, verb.end()) and not _RUNS.search(text, end, verb.end()):
            yield from self.theirs.clause(end, self.theirs.own_clause(end))
        elif people.noun in self.grammar.sections and (had := self._had(people)) is not None:
            yield from self.theirs.clause(end, had)

    def _opens(self, people: Phrase) -> bool:
        """Whether people begin a clause: "Their engineers built", "two of our engineers built"."""
        if people.determiner == "whose":
            return True
        # "The thesis of | my student deals with"
        if people.determiner and people.lead.endswith(" of ") and _HEADED.search(people.lead):
            return True
        # "taught new and visiting nurses in": one of those whom the candidate trains
        if not people.determiner and people.lead.endswith(" and ") and led(people.lead):
            return False
        return self.subjects.opens(
            people.first, bare=not (people.determiner or people.modified or people.noun in self.grammar.others)
        )

    def _as_subject(self, people: Phrase) -> Ruled:
        """What people who begin a clause do, own or have: "Their engineers built the portal", "The client's part: Vault",
        "my manager had a COBOL background"."""
        text, rules, end = self.scene.text, self.grammar, people.end
        if people.possessive:
            if label := rules.labels.match(text, people.behind):
                yield from self.theirs.clause(label.end(), self.theirs.own_clause(label.end()))
            elif people.determiner:
                # "Developed applications: a flight planner; the company's website"
                before = text[max(0, people.first - 2) : people.first].strip()
                if people.noun not in rules.firms or before not in (";", ","):
                    yield from self.theirs.clause(people.first, self.theirs.own_clause(end))
        elif (verb := self.subjects.does(people)) is not None:
            if self._used_by_the_house(people, verb):
                return
            if self._consume(people, verb):
                if purpose := _FOR_THEIR.match(text, verb):
                    yield from self.theirs.clause(purpose.end(), self.theirs.own_clause(purpose.end()))
            elif not _WITH_ME.search(text, verb, self.scene.sentence_end(verb)):
                yield from self.theirs.clause(people.first, self._told(people, verb))
                if does := rules.does.match(text, verb):
                    yield from self.theirs.referents.object(people.first, does.end())
        elif _THE_SHARE.match(text, aside_end(text, end) or end) and MY_SHARE.search(people.lead):
            yield from self.theirs.clause(
                end, self.theirs.own_clause(end)
            )  # "I did the parser and a friend the Kafka part"
        elif (people.determiner or people.noun in rules.unarticled) and (had := self._had(people)) is not None:
            yield from self.theirs.clause(people.first, had)
        elif (
            people.noun in rules.relatives
            and (trade := _TRADE.match(text, end))
            and trade.group(1).endswith(rules.trades)
        ):
            yield from self.theirs.clause(end, self.scene.sentence_end(end))  # "One brother, DevOps engineer (AWS)"
        elif people.determiner in ("my", "his", "her", "their") and (aside := _APPOSITIVE.match(text, end)):
            yield from self.theirs.clause(end, aside.end())

    def _called_in(self, people: Phrase) -> Ruled:
        """What people are called in for: "For Kafka we brought in | a consultant", "I pay | a friend for the Kafka part"."""
        text, scene = self.scene.text, self.scene
        called = CALLED_IN.search(people.lead)
        if called is None or not (people.determiner or people.group or people.noun.endswith("s")):
            return
        behind = aside_end(text, people.end) or people.end
        if task := _TASK.match(text, behind):
            if not people.lead.rstrip().endswith(listed("asking")):
                yield from scene.forward(task.end(), 2, skip_soft=True)
            return
        floor = scene.sentence_start(people.first)
        at = people.first - len(people.lead) + called.start()
        if _CLOSED.match(text, behind) and FOR_THIS.match(text, floor, at):
            yield from scene.backward(at, 2)

    def _of_led(self, people: Phrase) -> Ruled:
        """What those do whom the candidate leads, teaches or hires: "supervised interns working in R", "helped the analyst,
        who wrote the macros"; by default they do it together."""
        text, rules, end = self.scene.text, self.grammar, people.end
        yield from self.described.staff(people)
        person = not (people.group or people.noun.endswith("s"))
        aside = person and text[end : end + 1] == ","
        learning = people.noun in rules.learners and bool(people.determiner or people.noun.endswith("s"))
        firm = people.noun in rules.firms and people.determiner in ("a", "an")
        if firm:
            yield from self.described.headcount(people)  # "accountant in a robotics company"
        if (aside or learning or firm) and rules.doing.match(text, end):
            yield from self.theirs.clause(end, self.subjects.relative_end(end))

    def _equipped(self, people: Phrase) -> tuple[int, int] | None:
        """The span of what people are told to have: "reported to a CTO with a computer vision background"."""
        counted = people.determiner in self.grammar.counted or people.determiner.isdigit()
        if not (counted or (beside_people(people.lead) and people.determiner)):
            return None
        known = self.grammar.equipped.match(self.scene.text, people.end)
        return None if known is None else known.span()

    def _acts(self, people: Phrase, *, caused: bool) -> bool:
        """Whether a relative clause behind people tells what others did: "for a team that builds", but not "part of a team
        that builds", nor "a data engineer who builds" of the candidate."""
        text, rules = self.scene.text, self.grammar
        if not (people.determiner or people.noun.endswith("s") or people.noun == "people"):
            return False
        apart = people.modified and not rules.outside.isdisjoint(text[people.first : people.start].lower().split())
        several = (
            not people.group
            or apart
            or people.determiner not in ("a", "an", "")
            or (not people.determiner and beside_people(people.lead) and people.noun not in rules.own_groups)
            or _FOR.search(people.lead) is not None
        )
        itself = people.self_described and not beside_people(people.lead) and not caused
        beside = people.determiner == "the" and people.lead.endswith("with ")  # "contact with the agency that runs"
        employer = people.noun in rules.firms and not beside and rules.employed.search(people.lead) is not None
        return several and not itself and not employer

    def _had(self, people: Phrase) -> int | None:
        """Where what people have ends, if the candidate has none of it: "the lab upstairs has a transformer; we get its
        scores"; None: they have nothing, or the candidate works on it."""
        text, at = self.scene.text, people.end
        has = _HAS.match(text, at) or _HAS.match(text, aside_end(text, at) or at)
        other = people.modified or text[at + 1 : at + 16].lower().startswith(self.grammar.elsewhere)
        if has is None or (people.noun in self.grammar.own_groups and not other):
            return None
        stop = self.theirs.own_clause(has.end())
        inside = self.scene.within(has.end(), stop)
        if not inside or len(text[has.end() : self.scene.starts[inside[0]]].split()) > _HAD_WORDS:
            return None
        if _ITS_OWN.match(has.group()):
            return stop
        apart = self.grammar.stands_apart.match(text, stop) and not _WORKED_ON.match(text, stop)
        return stop if apart else None

    def _told(self, people: Phrase, verb: int) -> int:
        """Where what people do ends: "when a customer changed its template: | PSI alarm, rolled back"."""
        stop = self.theirs.own_clause(verb)
        if self.grammar.subordinate.search(people.lead):
            colon = _COLON.search(self.scene.text, verb, stop)
            return colon.start() if colon else stop
        return stop

    def _used_by_the_house(self, people: Phrase, verb: int) -> bool:
        """Whether people only use or run what the candidate then tells to work on: "The bank uses Kafka; I wrote the consumers"."""
        does = self.grammar.does.match(self.scene.text, verb)
        used = does is not None and does.group().split()[-1].lower() in word_set("uses")
        stop = self.theirs.own_clause(verb)
        then = _THEN_I.match(self.scene.text, stop) if used and people.noun in self.grammar.firms else None
        word = then.group(1) if then else ""
        return word == "am" or word in self.grammar.holding

    def _consume(self, people: Phrase, verb: int) -> bool:
        """Whether people use what the candidate made: "land files in the lake, where analysts query them through"."""
        does = self.grammar.does.match(self.scene.text, verb)
        if does and _ACCESS.match(self.scene.text, does.end()):
            return True  # "the client gave me access to Kafka"
        counted = people.determiner in self.grammar.counted or people.determiner.isdigit()  # "300 farmers use the app"
        own = _THE if counted else _OWN_OBJECT
        ours = None if does is None else _OURS.match(self.scene.text, does.end())  # "customers use our app"
        if does is None or (own.match(self.scene.text, does.end()) is None and ours is None):
            return False
        return does.group().split()[-1].lower() in self.grammar.consuming
