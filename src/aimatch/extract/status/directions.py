"""The directions in which a cue of status acts: on what follows, on what a label heads, on the item it closes, ...

They are defined at the head of ``skill_taxonomy/language/status.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from aimatch.extract.lines import bracket_around, line_start
from aimatch.extract.rules.cues import Cue
from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import any_of, cased, word_set
from aimatch.extract.rules.scopes import CIRCUMSTANCES, STOPS, TRAILING, closes
from aimatch.extract.status import antecedents
from aimatch.extract.status.acting_cues import acts
from aimatch.extract.status.antecedents import ANSWER, ANTECEDENT, OBJECT_PRONOUN, WRITER, fronted, questioned
from aimatch.extract.status.beside_denied import about_another, before_another, of_others
from aimatch.extract.status.labels import has_object, headed, under_label
from aimatch.extract.status.scene import CLAIMED, MINE, Ruled, Scene
from aimatch.extract.status.spared import excepted
from aimatch.extract.status.study import lapsed, under_way
from aimatch.extract.status.theirs import Theirs
from aimatch.extract.status.wishes import came_true, governed, not_mine
from aimatch.extract.words import WRITTEN_WORDS

_LIST_ENDS = any_of("stops+list_stops+prepositions")
_BY_THE_WAY = cased(r", (?:{asides}|(?:at|in|as) [\w ]{2,24}), \Z")
_OPENERS = cased(r"\s*(?:{%openers})\b")
_DATED = re.compile(
    r"[^\w\n]*(?:[A-Za-z]{3,9}\.? )?\d{1,4}(?:[-/]\d{1,4})?[^\w\n]*"
)  # what stands at the head of a row
_LABEL_REACH = 50  # characters between a cue and the colon of its label
_COUNT = re.compile(r"[\d=]\s*\Z")
_CLAUSE_REACH = 200  # characters: texts that lost their full stops are one sentence from beginning to end
_ITEM_WORDS = 5  # words of an item before the answer to it
_OPEN_REACH = 12  # cues that reach this far seek a role and have their object behind them
_BEHIND = _ASIDE = 40  # characters beside a name that hold its next three words, or a remark between commas
_OVER = re.compile(r"\bover(?: the| an?)?\Z")
_THROUGH = re.compile(r"\b(?:through|via|using)\b")
_GERUND = re.compile(r", (?:and )?[a-z]+ing\b")
_BARE = re.compile(r"no|not|never|nor|without", re.IGNORECASE)  # "Docker: no manual steps" denies the steps
_AND = re.compile(r"\s*(?:and|&)\s")


class Directions:
    """What cues rule in a scene. Every method yields mentions with their distance."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def ruled(self, start: int, end: int, cue: Cue) -> Ruled:
        """The mentions that a cue at a place rules."""
        if cue.direction == "forward" and "\n" in self.scene.text[start:end]:
            end = min(end, self.scene.sentence_end(start + 1))  # "never opened" over the row of Git denies no Git
        if not acts(self.scene, start, end, cue):
            return
        chosen: Mapping[str, Callable[[int, int, Cue], Ruled]] = {
            "forward": self._either,
            "backward": self._before,
            "answer": self._answered,
            "item": self._item,
            "label": lambda first, last, _: headed(self.scene, first, last),
            "sentence": self._sentence,
            "clause": self._clause,
            "list": self._list,
            "subject": lambda _, behind, __: Theirs(self.scene).belonging(behind),
            "unfinished": lambda first, last, study: under_way(self.scene, first, last, study.beside),
            "object": self._object,
            "recant": lambda first, last, _: antecedents.recanted(self.scene, first, last, loosely=False),
            "lapse": lambda first, last, _: antecedents.recanted(self.scene, first, last, loosely=True),
        }
        for number, far in chosen[cue.direction](start, end, cue):
            since = 0 if cue.direction == "answer" else end  # "Maths beyond algebra: none"
            if self._of_kind(cue, number) and not (cue.status == "negated" and excepted(self.scene, number, since)):
                yield number, far

    def _of_kind(self, cue: Cue, number: int) -> bool:
        kind = self.scene.kinds[number]
        if cue.kind in ("hard", "traits"):
            return (kind in CLAIMED) == (cue.kind == "traits")
        return cue.kind in ("", kind)

    def _either(self, start: int, end: int, cue: Cue) -> Ruled:
        """What follows; what stands before where the clause ends here, or the cue is a remark or a label."""
        if cue.status == "aspirational" and came_true(self.scene, start, end):
            return
        if cue.status == "aspirational" and (opener := _OPENERS.match(self.scene.text, end)):
            return (yield from governed(self.scene, opener.end(), traits=True))
        if cue.reach >= 6 or cue.status != "aspirational":
            opened = bracket_around(self.scene.text, max(0, start - 30), start)
            if opened >= 0 and self._remark(opened, start, end):
                yield from self.scene.item(opened)
                return
        apart = cue.status != "other-person" and has_object(self.scene, end, cue.status)
        if not apart and (labelled := under_label(self.scene, start, end)):
            return (yield from labelled)
        if (
            cue.reach > 1
            and cue.reach < _OPEN_REACH
            and (self._closed(end) or self._explained(start, end) or self._without_object(start, end, cue))
            and not _COUNT.search(self.scene.text, max(0, start - 8), start)
            and not antecedents.of_another(self.scene.text, start, end)
        ):
            reach = ANTECEDENT if OBJECT_PRONOUN.match(self.scene.text, end) else cue.reach
            before = list(fronted(self.scene, start, reach, commas=reach > cue.reach, remark=cue.status == "negated"))
            if before:
                yield from before
                return
            if reach > cue.reach:
                yield from antecedents.spoken_of(self.scene, start)
        wish = cue.status == "aspirational"
        if cue.status != "other-person" and grammar().others_who.search(self.scene.text, max(0, start - 40), start):
            return  # "customers who had never seen Grafana now open my dashboards", "colleagues who want to learn Looker"
        ruled = [] if apart else list(self.scene.forward(end, cue.reach, skip_soft=cue.status != "negated", wish=wish))
        contained = [] if wish else self._contained(start, end)
        yield from contained
        if cue.status == "negated" and ruled:
            if about_another(self.scene, start, end, ruled):
                return
            ruled = before_another(self.scene, end, ruled)
        yield from ruled
        if ruled or contained or not cue.reach or not ANSWER.search(self.scene.text, max(0, start - 4), start):
            return
        behind = self.scene.text[end : self.scene.clause_end(end)].split()
        if len(behind) < _ITEM_WORDS and not (behind and _BARE.fullmatch(self.scene.text, start, end)):
            yield from questioned(self.scene, start)

    def _explained(self, start: int, end: int) -> bool:
        """Whether a colon explains what is told of the object in front, or goes back behind it to what the object is left out
        of: "Ruby I can no longer offer: it is too long ago", "all but Nomad, which I never ran: Packer, ..."."""
        text = self.scene.text
        sign = TRAILING.match(text, end)
        if sign is None or text[sign.end() : sign.end() + 1] != ":" or not WRITER.match(text, start):
            return False
        before = self.scene.within(self.scene.sentence_start(start), start)
        return bool(before) and text[self.scene.spans[before[-1]][1] : start].strip() in ("", ", which")

    def _without_object(self, start: int, end: int, cue: Cue) -> bool:
        """Whether a cue's verb has its object before it: a pronoun stands for it, or a phrase of place or time follows."""
        text = self.scene.text
        if OBJECT_PRONOUN.match(text, end):
            return True
        told_of = cue.status == "negated" or WRITER.search(text, max(0, start - 8), start + 2)
        apart = told_of and CIRCUMSTANCES.match(text, end)
        return bool(apart) and not self.scene.within(end, self.scene.clause_end(end))

    def _object(self, start: int, end: int, cue: Cue) -> Ruled:
        """What a wish governs: the mentions to the end of its clause, but not what is brought along or left for it.

        Where the clause ends behind the cue, its object stands in front: "Rust is what I want to learn".
        """
        scene = self.scene
        traits = cue.kind == "traits"
        if opener := _OPENERS.match(scene.text, end):
            end, traits = opener.end(), True  # "roles in which I might ..."
        elif scene.came_true(end):
            return
        elif self._closed(end) or self._without_object(start, end, cue):
            pronoun = OBJECT_PRONOUN.match(scene.text, end) is not None  # "you use Helm, I'd be glad to learn it"
            before = list(fronted(scene, start, ANTECEDENT if pronoun else cue.reach, commas=pronoun))
            if before:
                return (yield from before)
        for number in scene.within(start + (not traits), end):  # "starting a Kubernetes bootcamp in January"
            own = MINE.search(scene.text, start, scene.starts[number])
            if not own and (traits or scene.kinds[number] not in CLAIMED):
                yield number, 0
        yield from governed(scene, end, traits=traits)

    def _remark(self, opened: int, start: int, end: int) -> bool:
        """Whether brackets hold a remark on the name before them and no name of their own."""
        closed = self.scene.text.find(")", end, end + 60)
        return (
            closed >= 0
            and len(WRITTEN_WORDS.findall(self.scene.text[opened:start])) <= 2
            and not self.scene.within(opened, closed)
            and any(self.scene.spans[number][1] >= opened - 2 for number in self.scene.within(opened - 60, opened))
        )

    def _contained(self, start: int, end: int) -> list[tuple[int, int]]:
        """Mentions among the words of the cue itself: "never trained"."""
        # "settled on Postgres over" names what was taken
        return [] if _OVER.search(self.scene.text, start, end) else [(n, 0) for n in self.scene.within(start + 1, end)]

    def _before(self, start: int, end: int, cue: Cue) -> Ruled:
        if cue.kind == "credential":
            return lapsed(self.scene, start, end, cue.reach)
        if OBJECT_PRONOUN.match(self.scene.text, end) and antecedents.of_another(self.scene.text, start, end):
            return iter(())  # "a team that had never used it"
        if cue.status == "negated" and of_others(self.scene, start, end):
            return iter(())  # "is a closed book to most"
        text = self.scene.text
        if text[start - 2 : start] == ", " and (aside := _BY_THE_WAY.search(text, max(0, start - _ASIDE), start)):
            start = aside.start()  # "My Kotlin, by contrast, is non-existent"
        if antecedents.SUBJECT_PRONOUN.fullmatch(text, self.scene.sentence_start(start), start):
            return antecedents.spoken_of(self.scene, start)  # "They promised me Flink; it never came up"
        line = line_start(text, start)
        if line and not text[line:start].strip(" \t-*\u2022") and self.scene.lists_names(end):
            return self.scene.forward(end, 1, skip_soft=False)  # a line of its own: "fehlt mir Deep Learning, Docker"
        if cue.status == "negated" and text[end : end + 1] == " " and self.scene.within(end + 1, end + 2):
            return iter(())  # "(have not used Scala)": its object is behind it
        if cue.status == "aspirational":
            return not_mine(self.scene, self.scene.backward(start, cue.reach, remark=True))
        ruled = list(self.scene.backward(start, cue.reach, remark=True))
        if ruled and cue.status == "negated":
            first = self.scene.starts[ruled[-1][0]]
            before = WRITTEN_WORDS.findall(text[max(self.scene.sentence_start(first), first - _BEHIND) : first].lower())
            if not word_set("denied_heads").isdisjoint(before):
                return iter(())  # "downtime of the Kafka cluster was close to zero"
        return iter(ruled)

    def _answered(self, start: int, end: int, cue: Cue) -> Ruled:
        text = self.scene.text
        begin = max(self.scene.sentence_start(start), text.rfind(",", 0, start), text.rfind(" and ", 0, start))
        if len(text[begin:start].split()) > _ITEM_WORDS:
            # "Do you have experience with Magento? No"
            return self.scene.backward(start, 0) if text[start] == "?" else antecedents.listed(self.scene, start)
        return questioned(self.scene, start)

    def _clause(self, start: int, end: int, cue: Cue) -> Ruled:
        closed = self._closed(end) or _AND.match(self.scene.text, end) or self.scene.enumerated(start, end)
        if closed and not self.scene.within(start + 1, end):
            return  # "sales, scheduling, speeches", "scheduling and dispatching": an item of a list has no object
        stop = min(self.scene.sentence_end(end), end + _CLAUSE_REACH)
        turns = [
            match
            for match in (
                STOPS.search(self.scene.text, end, stop),
                MINE.search(self.scene.text, end, stop),
                grammar().next_past.search(self.scene.text, end, stop),  # "negotiated contracts, kept Salesforce clean"
                self._own_deed(start, end, stop),
                # "arranging transport, maintaining the inventory"
                _GERUND.search(self.scene.text, end, stop) if self.scene.text[start:end].endswith("ing") else None,
            )
            if match
        ]
        turn = min(turns, key=lambda match: match.start(), default=None)
        for number in self.scene.within(start, turn.start() if turn else stop):
            yield number, max(0, self.scene.starts[number] - end)

    def _own_deed(self, start: int, end: int, stop: int) -> re.Match[str] | None:
        """What the writer, of whom a sentence tells from its first word, did besides: "negotiated contracts with hospitals and |
        documented them in Salesforce"."""
        text = self.scene.text
        deed = grammar().and_past.search(text, end + 1, stop)
        told = any(letter.isalnum() for letter in text[self.scene.sentence_start(start) : start])
        return None if deed is None or told or not text[end : deed.start()].strip() else deed

    def _list(self, start: int, end: int, cue: Cue) -> Ruled:
        stop = self.scene.sentence_end(end)
        turn = _LIST_ENDS.search(self.scene.text, end, stop)
        stop = turn.start() if turn else stop
        if through := _THROUGH.search(self.scene.text, end, stop):
            stop = through.start()  # "a plug-in to interact with Jira through Django"
        written = WRITTEN_WORDS.finditer(self.scene.text, end, stop)
        people = [word.start() for word in written if word.group().lower() in cue.beside]
        if cue.beside and not people:
            return  # those it acts with are not named
        for number in self.scene.within(end, people[-1] if people else stop):
            yield number, max(0, self.scene.starts[number] - end)

    def _closed(self, at: int) -> bool:
        """Whether the clause ends here, by a sign or with its sentence."""
        return closes(self.scene.text, at, self.scene.sentence_end(at))

    def _item(self, start: int, end: int, cue: Cue) -> Ruled:
        closed = self.scene.text.find(")", end - 1, end + _LABEL_REACH)
        if self.scene.text[start] == "(" and (inside := self.scene.within(end, closed)):
            yield from ((number, 0) for number in inside)  # "services in Java (next: Scala)"
            return
        line = line_start(self.scene.text, start)
        # "Jan 2027 (booked)  Talend basics", "(planned for May) CISSP"
        heads = (
            _DATED.fullmatch(self.scene.text, line, start) or self.scene.text[line:end].lstrip(" \t-*\u2022")[:1] == "("
        )
        if closed >= 0 and heads and "(" in self.scene.text[line:end]:
            for number in self.scene.within(closed, self.scene.sentence_end(closed)):
                yield number, self.scene.starts[number] - closed
            return
        yield from self.scene.item(start)

    def _sentence(self, start: int, end: int, cue: Cue) -> Ruled:
        for number in self.scene.within(self.scene.sentence_start(start), self.scene.sentence_end(end)):
            yield number, abs(self.scene.starts[number] - start)
