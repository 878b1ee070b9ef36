"""What belongs to others, and how far their clauses go: the thing made, kept or owned by them, and the tools beside it."""

from __future__ import annotations

import re

from aimatch.extract.lines import bracket_around
from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred, cased
from aimatch.extract.rules.scopes import STOPS
from aimatch.extract.status.referents import Referents
from aimatch.extract.status.scene import CLAIMED, Ruled, Scene

AGENT_REACH = 8  # words between a thing and the passive's agent: "is built and retrained monthly by"
_PARTICIPLE = 45  # characters before an agent that hold the participle and "by"
_NEAR_BRACKET = 60  # characters between the brackets behind a thing and the agent or possessor
_IN_BRACKETS = Deferred(r"(?:,? [^.;:()\n]{0,40})?\s?\((?!(?:I|my|we|our)\b)([^()\n]{2,120})\)")
_USING = cased(
    r"(?: (?:{done_in}))*(?: (?:of|from|at) [\w' -]{2,20}|(?: (?:Mr|Mrs|Ms|Dr|Prof)\.?)?(?: (?-i:[A-Z])[\w'-]+){1,2})? (?:in|with|on|using|via) (?:the )?(?!\d)"
)
_ARTICLE = re.compile(r"\b(?:an?|the)\b")
_AND_USING = cased(
    r",(?= (?:[a-z]+ ){0,2}(?:in|with|on) )"
)  # "is Ines's, in Rust", "was the vendor's, all written in Rust"
# What may stand between an agent and the tools: ", our freelancer in Tunis", " at the institute", ", a friend of mine".
_ASIDE = Deferred(
    r"(?: (?:of|from|at|in) (?:(?:the|our|my|an?) )?[\w'\u2019&-]+(?: [A-Z][\w'\u2019&-]+)?)?"
    r"(?:, (?:{appositions}|my|from|of|at) [^,.;:()\n]{2,40})?(?=, (?:(?:{done_in}) )*(?:in|with|on|using) (?!me\b|us\b))"
)
# A second predicate of a subject: "runs on our servers and was built by", "which I only call, was written by".
_SECOND = Deferred(
    r"(?:(?:,| and| but)(?: also)?|,? (?:that|which|whom|who) [^.;:()\n]*?) (?:was|were|is|are|has been|have been) (?:[a-z]+ly )?\Z"
)
_DETERMINED = Deferred(r"\W*(?:The|Our|A|An|This|That|Their|Its|the|our)\b")
_OWN_SUBJECT = Deferred(
    r"[:,]\s*(?!(?:which|that|who|all|both|it|they|and|an?|the|our|done|built|now)\b)[a-z][\w-]+(?: [\w-]+){0,2} (?:is|are|was|were|lies?|sits?|belongs?) "
    r"|\b(?:is|are|was|were|has|have|had)\b[^,;:]*, (?:(?:and|but|while) )?(?:the|its|our|my|their|all) [\w -]{2,30} (?:is|are|was|were|belongs?) "
)
_BOUGHT = Deferred(r", (?:{bought})(?: in)? (?:from|by|of) \Z")
_WHAT = re.compile(r"\b(?:what|whatever)\b")
_PHRASE = Deferred(r"\W*(?!\w+(?:ed|ing) )(?:[\w+#/.-]+ ){1,5}(?:in|with|on) (?:[\w+#/.-]+ ){1,3}")
_EXPLAINED = Deferred(r"[:(]\s*((?!\w+ed and )\w+ (?:[\w-]+ )*)\Z")  # a noun of its own between a name and a participle
_PARTS = re.compile(r"[;:]|, ")
_CLAUSE = 250  # characters: texts that lost their full stops are one sentence from beginning to end
_IN_ASIDE = 100  # characters behind an opening bracket within which a clause stands in the brackets


class Theirs:
    """The mentions that a place where others act gives to them. Every method yields mentions with their distance."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.grammar = grammar()
        self.referents = Referents(scene)

    def made(self, first: int) -> Ruled:
        """The subject of a passive: "Kafka is run by", "the forecast that was built by", "infra (Helm) owned by"; but not
        what the candidate did before: "maintained Kafka, written by"."""
        for number, far in self._made(first):
            if not self.referents.held(number, first):
                yield number, far

    def _made(self, first: int) -> Ruled:
        scene, text = self.scene, self.scene.text
        bracket = scene.text.rfind(")", scene.sentence_start(first), first)
        beside = bracket >= 0 and first - bracket < _NEAR_BRACKET and not scene.within(bracket, first)
        if beside and "," not in scene.text[bracket:first]:
            yield from self.belonging(first)
            return
        agent = first + 3 if text.startswith("by ", first) else first
        participle = self.grammar.done_by.search(text, max(0, first - _PARTICIPLE), agent)
        if participle:
            for number in scene.within(participle.start(), participle.end()):
                yield number, 0  # "dockerised by a colleague"
        if participle and text[: participle.start()].endswith(", "):
            # "a model in PyTorch, designed and trained by", "Power BI for rosters and cost, built by"
            near = list(scene.backward(participle.start() - 2, 3))
            if not near or self.grammar.copulas.search(text, scene.sentence_start(first), scene.starts[near[-1][0]]):
                yield from self._headed_item(participle.start() - 2)  # "MLOps is Kubeflow, run by"
            yield from near
            return
        if participle and (subject := self._coordinated(participle.start())):
            yield from subject
            return
        before = text[:first].rstrip().removesuffix("by").rstrip()
        at = len(before) - 1 if before.endswith(",") and not participle else first  # "Model: LightGBM, by colleagues"
        ruled = list(scene.backward(at, AGENT_REACH))
        if not ruled:
            if participle and not text[scene.sentence_start(first) : participle.start()].strip(" -*\u2022"):
                yield from self.referents.before(first)  # "Launched a booking app. Built by a freelancer"
            yield from self.referents.subject(first)
            yield from self._in_aside(first)
            # "our intranet, a Drupal site, is looked after by"
            copulas = list(self.grammar.copulas.finditer(text, scene.sentence_start(first), first))
            if copulas and text[: copulas[-1].start()].endswith(", "):
                yield from self._subject(copulas[-1].start())
            return
        gap = scene.text[scene.spans[ruled[0][0]][1] : first]
        told = gap[: participle.start() - first] if participle else gap
        if _WHAT.search(told):
            return  # "moved to Go what was written by the vendor"
        if (apart := _EXPLAINED.search(told)) and not _ARTICLE.match(apart.group(1)):
            return  # "wrote the parser: 300 samples checked by two nurses"; but "Helm chart: a file kept by the vendor"
        copulas_in = self.grammar.copulas.search(gap)
        if not copulas_in and self.grammar.prepositions.search(gap.rpartition(" by")[0]):
            return  # "tuning of models built by": the passive is of a nearer noun
        yield from ruled
        if participle and not copulas_in and _PHRASE.fullmatch(text, scene.sentence_start(first), participle.start()):
            # "Deep learning module in PyTorch | written by"
            yield from self.clause(scene.sentence_start(first), participle.start())
        # "The beamforming is written in C by": the subject stands before the copula.
        earliest = scene.spans[ruled[-1][0]][0]
        copulas = list(self.grammar.copulas.finditer(text, scene.sentence_start(first), earliest))
        if copulas and not _PARTS.search(text, copulas[-1].end(), earliest):
            yield from self._subject(copulas[-1].start())
        yield from self._whole_subject(ruled[-1][0], first)

    def _coordinated(self, passive: int) -> list[tuple[int, int]]:
        """The subject of a sentence whose second predicate is a passive, or that a relative clause describes: "The bot runs on
        our servers and was | built by", "The charts in Grafana that I look at are | made by"."""
        scene, text = self.scene, self.scene.text
        floor = scene.sentence_start(passive)
        second = _SECOND.search(text, floor, passive)
        if second is None or _DETERMINED.match(text, floor) is None or self.referents.own(floor, passive):
            return []
        found = [
            verb.search(text, floor, second.start()) for verb in (self.grammar.copulas, self.grammar.finite_within)
        ]
        stop = min((verb.start() for verb in found if verb), default=second.start())
        return [(number, passive - scene.spans[number][1]) for number in scene.within(floor, stop)]

    def _subject(self, copula: int) -> Ruled:
        """The subject of a copula: all that its sentence begins with, if no verb stands there, or the noun right before;
        of a relative clause not across an article: "rewrote in Go a service that | was written in Perl by"."""
        scene, text = self.scene, self.scene.text
        floor = scene.sentence_start(copula)
        before = text[floor:copula]
        if not (STOPS.search(before) or self.grammar.finite_within.search(before)):
            for number in scene.within(floor, copula):
                if not scene.parted(number, copula):
                    yield number, copula - scene.spans[number][1]
            return

    def _headed_item(self, at: int) -> Ruled:
        """The name that the item begins with which ends at a place, if no verb stands in between."""
        floor = self.scene.sentence_start(at)
        inside = self.scene.within(floor, at)
        if inside and not self.scene.text[floor : self.scene.starts[inside[0]]].strip(" \t-*\u2022\u2713\u2714"):
            end = self.scene.spans[inside[0]][1]
            if not self.grammar.finite_within.search(self.scene.text, end, at):
                yield inside[0], at - end

    def _in_aside(self, first: int) -> Ruled:
        """What commas close off before the copula: "The flight software, in Ada, was written by"."""
        scene, text = self.scene, self.scene.text
        inside = scene.within(scene.sentence_start(first), first)
        end = scene.spans[inside[-1]][1] if inside else first
        copula = self.grammar.copulas.search(text, end, first)
        if copula is None or text[end : copula.start()].strip() not in (",", "\u2013", "\u2014"):
            return
        opened = max(text.rfind(sign, scene.sentence_start(first), end) for sign in (", ", "\u2013 ", "\u2014 "))
        for number in inside:
            if scene.starts[number] > opened >= 0:
                yield number, first - scene.spans[number][1]

    def _whole_subject(self, last: int, first: int) -> Ruled:
        """The rest of a subject that runs from the sentence's beginning to the copula: "X and the whole of Y are run by"."""
        scene, text = self.scene, self.scene.text
        copula = self.grammar.copulas.search(text, scene.spans[last][1], first)
        floor = scene.sentence_start(first)
        floor = max(floor, bracket_around(text, floor, first))  # "Helm charts (the Java was written by"
        if copula is None:
            return
        comma = text.rfind(", ", floor, copula.start())
        if comma >= 0 and (STOPS.search(text, floor, comma) or self.grammar.finite_within.search(text, floor, comma)):
            floor = comma + 1  # "VBA I do not know, the macros in our MIS file are made by"
        before = text[floor : copula.start()]
        if STOPS.search(before) or self.grammar.finite_within.search(before):
            return
        for number in scene.within(floor, scene.starts[last]):
            if not scene.parted(number, first):
                yield number, first - scene.spans[number][1]

    def own_clause(self, at: int) -> int:
        """Where the sentence of a place ends, or the candidate speaks of himself or herself again."""
        stop = min(self.scene.sentence_end(at), at + _CLAUSE)
        if bracket_around(self.scene.text, max(self.scene.sentence_start(at), at - _IN_ASIDE), at) >= 0:
            closed = self.scene.text.find(")", at, stop)
            stop = closed if closed >= 0 else stop
        own = self.grammar.own_clause.search(self.scene.text, at, stop)
        stop = own.start() if own else stop
        turn = STOPS.search(self.scene.text, at, stop)
        return turn.start() if turn else stop

    def clause(self, start: int, stop: int) -> Ruled:
        """The mentions in a stretch of text that tell no traits."""
        for number in self.scene.within(start, stop):
            if self.scene.kinds[number] not in CLAIMED:
                yield number, max(0, self.scene.starts[number] - start)

    def tools(self, end: int, *, apart: bool = False) -> Ruled:
        """What the others did it with: in brackets, or right behind "in", "with", "on"; ``apart``: behind a comma too."""
        text = self.scene.text
        if (aside := _ASIDE.match(text, end)) and not self.scene.within(*aside.span()):
            end = aside.end() + 1
        elif apart and (comma := _AND_USING.match(text, end)):
            end = comma.end()
        bracket = _IN_BRACKETS.match(text, end)
        if bracket:
            yield from self.clause(*bracket.span(1))
            return
        using = _USING.match(text, end)
        if using:
            yield from self.scene.forward(using.end(), 3, skip_soft=True)

    def belonging(self, first: int) -> Ruled:
        """The thing that belongs; one clause earlier where only a pronoun stands for it."""
        for number, far in self._belonging(first):
            if not self.referents.held(number, first):
                yield number, far

    def _belonging(self, first: int) -> Ruled:
        scene = self.scene
        floor = scene.sentence_start(first)
        if referred := list(self.referents.subject(first)):
            yield from referred
            return
        bracket = scene.text.rfind(")", floor, first)
        opened = scene.text.rfind("(", floor, bracket) if bracket >= 0 else -1
        behind = scene.within(bracket, first) if opened >= 0 else ()  # "the model (LightGBM) and its serving belong to"
        if opened >= 0 and first - bracket < _NEAR_BRACKET and not (behind and "," in scene.text[bracket:first]):
            for number in scene.within(opened, bracket):
                yield number, first - scene.spans[number][1]
            yield from scene.backward(opened, 2)
            if not behind:
                return
        inside = scene.within(floor, first)
        if inside and _OWN_SUBJECT.search(scene.text, scene.spans[inside[-1]][1], first):
            return  # "Kafka: consumer side only, brokers are with the platform team"
        ruled = list(scene.backward(first, AGENT_REACH))
        if bought := _BOUGHT.search(scene.text, floor, first):
            ruled = ruled or list(scene.backward(bought.start(), 2))  # "runs on OpenCV, bought from"
        yield from ruled
        if ruled:
            yield from self._whole_subject(ruled[-1][0], first)
            return
        end = scene.spans[inside[-1]][1] if inside else first
        if "," in scene.text[end:first] and self.grammar.copulas.search(scene.text, end, first):
            yield inside[-1], first - end  # "the hard part, all in Rust, was Hamish's"
