"""People as the subject of a clause: whether a clause begins with them, and what they do in it."""

from __future__ import annotations

import re

from aimatch.extract.rules.listed import Deferred
from aimatch.extract.status.people import Phrase
from aimatch.extract.status.theirs import Theirs

_FRONTED = 45  # characters before a subject that a phrase of place or time may fill
_ASIDE = Deferred(
    r"\s*(?:(?:whom |that )?I [a-z]+ed|under my [\w-]+|(?:before|after|above|behind|beside|next to) (?:me|us|mine|ours)\b|of (?:ours|mine|theirs|his|hers)\b(?:, [A-Z][\w'-]+(?: [A-Z][\w'-]+)?,)?|\([^()]*\)|{elsewhere}|reporting to [\w ]{2,20}|, (?:[^,.;]|\b(?:[A-Z]|Dr|Prof)\.){2,50},|(?:of|at|in|from|on) (?:the |our |my |their )?[\w'-]+(?: [A-Z][\w'-]*)?)"
)
_NEXT = re.compile(r" ([a-z]+)")
_VERBAL = re.compile(r"\s*,\s*(\w+)")
_OBJECT = Deferred(
    r"(?<!so )(?<!from )(?<!in )(?<!on )(?<!with )(?<!for )(?<!to )\b(?:which|that|whom)\s*\Z"
)  # "a sidecar which the platform team wrote"
_IS_WHAT = Deferred(r"\b(?:is|are|was|were) what\s*\Z")
_ME = re.compile(r" (?:me|us)\b")  # "which my supervisor taught me to profile"
_THING = 40  # characters before people that hold the thing which they made and its noun
_NOUN = re.compile(r"(?: [\w-]+){0,2} ")
_ARTICLE = Deferred(r"\b(?:an?|the|some|all|every|any|these|those) (?:[\w-]+ )?\Z", re.IGNORECASE)
#: What ends a clause: "a macro that Hugo wrote | for me."
ENDS = Deferred(r"(?: for (?:me|us)\b)?\s*(?:[.,;:)\n]|\Z)")
# The subject of a sentence up to a relative clause without pronoun: "The website | our agency made".
_WHO = re.compile(r", who [^,.;\n]{3,60},")
_SUBJECT = re.compile(
    r"\W*(?:(?:the|an?|my|our|their|his|her|its|this|that|these|those|some|another|both|all) ((?:[\w'\u2019&+#./-]+ ){0,4})[\w+#./-]+"
    r"|(?:(?!\w+(?:ed|ing) )[\w'\u2019&+#./-]+ ){0,3}(?!\w+(?:ed|ing) )[\w+#./-]+) \Z",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"[\s,]*(?:who|that|which)\b")
_SUBJECT_LENGTH = 60  # characters of such a subject
_OFFICE = Deferred(r",? (?:from|in|of|at) (?:the |our )?[\w&-]+(?: (?:{crews+posts_at}))?,?")
_NAMED = Deferred(r" (?:(?:[A-Z]|Dr|Prof)\. )?[A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+)?")


def aside_end(text: str, at: int) -> int | None:
    """Where a phrase of its own or brackets behind people end, if such stand there: "the team (in Oslo) built"."""
    aside = _ASIDE.match(text, at)
    return None if aside is None else aside.end()


class Subjects:
    """The clauses whose subject people are, in the scene of a :class:`Theirs`."""

    def __init__(self, theirs: Theirs) -> None:
        self.theirs = theirs
        self.scene = theirs.scene
        self.grammar = theirs.grammar

    def object_of(self, people: Phrase) -> bool:
        """Whether a relative clause tells what people did to the thing before it: "which the platform team wrote"."""
        text = self.scene.text
        verb = self.grammar.does.match(text, self.does(people) or people.end)
        if verb is None or _ME.match(text, verb.end()):
            return False
        if _IS_WHAT.search(people.lead):  # "InDesign is what the editors use, not I"
            return verb.group().split()[-1].lower() not in self.grammar.consuming or bool(
                self.grammar.stands_apart.match(text, verb.end())
            )
        if verb.group().split()[-1].lower() in self.grammar.consuming:
            return False
        if _OBJECT.search(people.lead):
            return True
        # "an Access database my predecessor had built"
        bare = people.determiner not in self.grammar.related
        return people.determiner != "" and self.object_before(people.first, people.end, noun=bare)

    def object_before(self, start: int, end: int, *, noun: bool = False) -> bool:
        """Whether people whose phrase spans ``start:end`` did something to the thing named right before: the relative pronoun
        is left out, and their verb has no object of its own; ``noun``: it must be a noun with its article: "the Excel form the
        team made"."""
        text = self.scene.text
        verb = self.grammar.does.match(text, end)
        before = self.scene.within(max(0, start - _THING), start)
        return (
            verb is not None
            and verb.group().split()[-1].lower() not in self.grammar.consuming
            and bool(before)
            and ENDS.match(text, verb.end()) is not None
            and _NOUN.fullmatch(text, behind := self.scene.spans[before[-1]][1], start) is not None
            and not (noun and (start - behind < 2 or not _ARTICLE.search(text, 0, self.scene.starts[before[-1]])))
        )

    def object_of_all(self, people: Phrase) -> int | None:
        """Where the verb ends that tells, without a pronoun, what people did to the subject of a sentence: "the website our
        agency made | runs on Drupal"; None: nowhere."""
        text, rules = self.scene.text, self.grammar
        floor = self.scene.sentence_start(people.first)
        floor = max(floor, text.rfind(": ", floor, people.first) + 1)
        if not 2 < people.first - floor < _SUBJECT_LENGTH or not (people.determiner or people.noun.endswith("s")):
            return None
        subject = _SUBJECT.match(text, floor, people.first)
        if (
            subject is None
            or _PRONOUN.match(text, people.end)
            or any(word in rules.no_subject for word in (subject.group(1) or subject.group()).lower().split())
        ):
            return None
        at = self.does(people)
        verb = None if at is None else rules.does.match(text, at) or rules.past.match(text, at)
        if verb is None or verb.group().split()[-1].lower() in rules.consuming:
            return None
        return verb.end()

    def opens(self, at: int, *, bare: bool) -> bool:
        """Whether a clause begins here; behind a comma a bare noun is an item of a list."""
        opening = self.grammar.opening_bare if bare else self.grammar.opening
        if opening.search(self.scene.text, max(0, at - 16), at) is not None:
            return True
        floor = self.scene.sentence_start(at)
        return (
            not bare
            and 0 < at - floor < _FRONTED
            and not self.scene.within(floor, at)
            and self.grammar.fronted.match(self.scene.text, floor, at) is not None
        )

    def does(self, people: Phrase) -> int | None:
        """Where a verb of doing follows the noun, a phrase of its own or brackets aside; None: nowhere."""
        text, does = self.scene.text, self.grammar.does
        may_be_named = (
            people.determiner in self.grammar.related
            or people.noun in self.grammar.titles
            or (people.noun in self.grammar.unarticled and not people.determiner)
            or (
                people.modified
                and not self.grammar.outside.isdisjoint(text[people.first : people.start].lower().split())
            )
        )
        named = _NAMED.match(text, people.end) if may_be_named else None
        if named and not self.scene.within(*named.span()):
            beside = _WHO.match(text, named.end()) or _OFFICE.match(text, named.end()) or named
            return beside.end() if does.match(text, beside.end()) else None  # "my student Lukas trains"
        bare = people.noun in self.grammar.unarticled or people.noun in self.grammar.relatives
        if not (people.determiner or people.noun.endswith("s") or people.group or bare):
            return None
        if text[people.end : people.end + 2].lstrip()[:1].isupper() and not text.startswith(" I ", people.end):
            return None  # the verb of another line begins in upper case
        past = self.grammar.past.match(text, people.end)
        if (
            past
            and (people.determiner or people.modified or bare)
            and past.group(1).lower() not in self.grammar.receiving
        ):
            return people.end
        verb = does.match(text, people.end)
        if verb and not (bare and not people.determiner and all(map(self._base, verb.group().split()))):
            return people.end  # "vendor works"; but "agency work" is a noun
        aside = _ASIDE.match(text, people.end)
        if aside is None:
            return people.end if self._goes_on(people) else None
        item = _VERBAL.match(aside.group())
        if item and item.group(1).lower().endswith(("ed", "ing")):
            return None  # "managed the staff, tracked activity, analysed results"
        if text[aside.end() : aside.end() + 2].lstrip()[:1].isupper():
            return None  # "shops in Type-" / "Script": no verb
        acts = does.match(text, aside.end()) or self.grammar.past.match(text, aside.end())
        return aside.end() if acts else None

    def _goes_on(self, people: Phrase) -> bool:
        """Whether a person related to the candidate is followed by any verb: "my successor has since moved the lot"."""
        word = _NEXT.match(self.scene.text, people.end)
        return (
            word is not None
            and (people.determiner or people.noun) in (self.grammar.related | self.grammar.relatives)
            and not people.group
            and not people.noun.endswith("s")
            and word.group(1) not in self.grammar.no_doing
        )

    def _base(self, verb: str) -> bool:
        """Whether a verb is neither of the third person nor of the past."""
        return not verb.endswith("s") and self.grammar.told.search(verb) is None

    def relative_end(self, at: int) -> int:
        """Where a relative clause ends: "interviewed the engineers who maintain the core | and drew its processes"."""
        stop = self.theirs.own_clause(at)
        verb = self.grammar.doing.match(self.scene.text, at)
        if verb is None or self.grammar.told.search(verb.group()):
            return stop
        main = self.grammar.and_past.search(self.scene.text, verb.end(), stop)
        return main.start() if main else stop
