"""Skills of other people: a team mate's, a client's, a vendor's; told by who does what in the clause.

A noun of people ("team", "developers": ``[others]`` of ``language/status.toml``) is read with the words before it as a
noun phrase. Where the candidate is not one of them, the phrase rules mentions as the doer of its clause ("their
engineers built ..."), the agent of a passive ("deployed by a colleague"), the possessor ("is the client's"), what a
relative clause describes ("engineers who maintain ..."), or by the skill in its own name ("thirty Java developers").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from aimatch.extract.cues import alternatives, words
from aimatch.extract.lexicon import plain_words
from aimatch.extract.scene import CLAIMED, Ruled, Scene

_LOOK = 90  # characters before a noun in which its phrase is looked for
_PEOPLE_NEAR = 250  # characters within which "they" has people to stand for
_AGENT_REACH = 8  # words between a thing and the passive's agent: "is built and retrained monthly by"
_OPENING = re.compile(
    r"(?:^|[\n.!?:;,(\u2013\u2014|]|\s-)[\s\u2022\u00b7*>~+\u25aa\u25cf\u25a0\u27a2\uf0b7\u2726-]*\Z"
    r"|\b(?:and|while|whereas|but|because|since|so|so that|where|when|after|before|as|which|that|what|if|and then)\s+\Z",
    re.IGNORECASE,
)
_OPENING_BARE = re.compile(
    r"(?:^|[\n.!?:;(\u2013\u2014|]|\s-)[\s\u2022\u00b7*>~+\u25aa\u25cf\u25a0\u27a2\uf0b7\u2726-]*\Z"
    r"|\b(?:while|whereas|but|because|where|what)\s+\Z",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:am|i'm|i\u2019m|was|as|be|been|being|become|became|myself)(?: now| also)?(?: an?| the)?\s*\Z", re.IGNORECASE
)
_FIRMS = frozenset(("company", "employer", "startup", "bank", "firm", "house", "agency", "agencies", "provider"))
_IN_BRACKETS = re.compile(r"(?:,? [^.;:()\n]{0,40})?\s?\(([^()\n]{2,120})\)")
_USING = re.compile(r"(?: of [\w' -]{2,20})? (?:in|with|on|using|via) (?:the )?", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?<=[\n.;:(,] )|(?<=[\n(])|(?<=^)|(?<=\band )|(?<=\bwhile ))([A-Z][a-z]{2,})(?: and ([A-Z][a-z]{2,}))? (?=[a-z])"
)
_AND_SO = re.compile(r"\s*,? *(?:and )?(?:so|as) (?:is|are|was|were)\b")
_APPOSITIVE = re.compile(r"\s*,\s*(?:an?|the)\s[^,.;\n]{3,60}")
_OCCUPATION = re.compile(
    r"(?:developer|engineer|scientist|analyst|admin|programmer|architect|researcher|dev|dba)s?\Z", re.IGNORECASE
)
_TRADE = re.compile(
    r"(?:developer|engineer|scientist|analyst|admin|programmer|architect|researcher|dev|dba|lead|manager|consultant|specialist|expert|student|intern|candidate|tutor|advisor)\Z"
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|gets|got|get)\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:for|of|from|in|on|with|to|at|into)\b", re.IGNORECASE)
_NAMED = re.compile(r"\bby (?:[A-Z]\. ?)+[A-Z][\w'\u2019-]+")
_OWN_CLAUSE = re.compile(
    r"[,;(\u2013\u2014] ?(?:and |while |but |so |then )?(?:I|my|mine|we|our)\b|\b(?:and|while|whereas|but|so|which|that|for whom|what)[,]? (?:I|my|mine|we)\b"
    r"|\b(?:my|me)\b"
)
_TOKEN = re.compile(r"[^\s,;:()]+")
_POSSESSED = re.compile(r"(?:'s|\u2019s|s'|s\u2019)\Z")
_NOT_IN_PHRASE = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "and",
        "or",
        "but",
        "by",
        "of",
        "to",
        "for",
        "from",
        "with",
        "without",
        "in",
        "on",
        "at",
        "into",
        "as",
        "via",
        "using",
        "through",
        "between",
        "among",
        "than",
        "i",
        "we",
        "they",
        "he",
        "she",
        "it",
        "who",
        "that",
        "which",
        "while",
        "because",
        "so",
        "if",
        "when",
        "where",
        "about",
        "like",
        "over",
        "under",
        "per",
        "not",
        "no",
        "then",
    ]
)
_BRACKET = re.compile(r"\(([^()\n]{3,60})\)")
_LINE_SIGN = re.compile(r"[ \t]*[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>~-]")


@dataclass(frozen=True, slots=True)
class _Grammar:
    determiners: frozenset[str]
    groups: frozenset[str]
    own_determiners: frozenset[str]
    own_groups: frozenset[str]
    own_after: tuple[str, ...]
    leading: re.Pattern[str]
    does: re.Pattern[str]
    doing: re.Pattern[str]
    done_by: re.Pattern[str]
    belongs: re.Pattern[str]
    be: re.Pattern[str]
    belongings: re.Pattern[str]
    labels: re.Pattern[str]
    businesses: frozenset[str]
    not_names: frozenset[str]
    named_doing: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    table = words().others
    verbs = [line.split() for line in table["doing"]]
    finite = alternatives([form for forms in verbs for form in forms[:-1]])
    ing = alternatives(table["participles"])
    phrases = alternatives(table["doing_phrases"])
    participles = alternatives(
        sorted({form for forms in verbs for form in forms[2:-1]}.difference(table["no_passive"]))
    )
    adverbs = alternatives(table["adverbs"])
    return _Grammar(
        determiners=frozenset(table["determiners"]),
        groups=frozenset(table["groups"]),
        own_determiners=frozenset(table["own_determiners"]),
        own_groups=frozenset(table["own_groups"]),
        own_after=tuple(table["own_after"]),
        leading=re.compile(rf"\b(?:{alternatives(table['leading'])})\b(?:\W+\w+){{0,4}}\W*\Z", re.IGNORECASE),
        does=re.compile(rf"\s*(?:(?:{adverbs})\b\s*){{0,3}}(?:{phrases}|(?:{finite})\b(?! to\b))", re.IGNORECASE),
        doing=re.compile(
            rf"\s*(?:,?\s*(?:who|that|which)\s+(?:(?:{adverbs})\s+){{0,2}}(?:{phrases}|{finite})|(?:{ing}))\b",
            re.IGNORECASE,
        ),
        done_by=re.compile(
            rf"\b(?:{participles})(?:[ -](?:up|out|over|in|on|off|care of|after|and \w+|monthly|daily|solely|entirely|only|mostly))? by\s*\Z"
            r"|\b(?:port|work|contribution|implementation|part|code|version|driven|led|set up) by\s*\Z",
            re.IGNORECASE,
        ),
        belongs=re.compile(rf"\b(?:{alternatives(table['belongs'])})\s*\Z", re.IGNORECASE),
        be=re.compile(r"(?:\b(?:is|are|was|were|remains|stayed|stays)|'s|\u2019s)\s*\Z", re.IGNORECASE),
        belongings=re.compile(
            rf"\s*(?:(?:{alternatives(table['belongings'])})\b|(?=[.,;:)!?\n]|\Z|and\b|so\b|- ))", re.IGNORECASE
        ),
        labels=re.compile(rf"\s*(?:{alternatives(table['labels'])})?\s*:", re.IGNORECASE),
        businesses=frozenset(table["businesses"]),
        not_names=frozenset(table["not_names"]),
        named_doing=re.compile(rf"(?:{alternatives(table['named_doing'])})\b"),
    )


class Others:
    """What the nouns of people in a scene rule."""

    def __init__(self, scene: Scene, people: list[int]) -> None:
        self.scene = scene
        self.people = people  # where nouns of people stand, in order
        self.grammar = _grammar()

    def named(self) -> Ruled:
        """What the text gives to somebody by name, or to the business of an employer."""
        text = self.scene.text
        for match in _NAMED.finditer(text):
            if self.grammar.done_by.search(text, max(0, match.start() - 30), match.start() + 3):
                yield from self.scene.backward(match.start(), _AGENT_REACH)
        for match in _NAME.finditer(text):
            verb = self.grammar.named_doing.match(text, match.end())
            if verb and self._is_name(match.group(1)) and not self.scene.within(*match.span()):
                yield from self._clause(match.end(), self._own_clause(match.end()))
        for match in _BRACKET.finditer(text):
            last = match.group(1).rpartition(" ")[2].lower()
            line = text.rfind("\n", 0, match.start()) + 1
            if (
                last in self.grammar.businesses
                and re.search(r"[A-Z][\w&.'-]*\s*\Z", text[line : match.start()])
                and not (_LINE_SIGN.match(text, line) and not text[line : line + 1].isdigit())
            ):
                for number in self.scene.within(*match.span()):
                    yield number, 0

    def _is_name(self, word: str) -> bool:
        low = word.lower()
        return not low.endswith(("ly", "ed", "ing")) and low not in self.grammar.not_names and low not in plain_words()

    def pronoun(self, start: int, end: int) -> Ruled:
        """What they did, where "they" has people to stand for."""
        last = bisect_right(self.people, start) - 1
        if last < 0 or start - self.people[last] > _PEOPLE_NEAR:
            return
        if self._opens(start, bare=False) and self.grammar.does.match(self.scene.text, end):
            yield from self._clause(end, self._own_clause(end))

    def noun(self, start: int, end: int) -> Ruled:
        """What the noun of people at a place rules."""
        text, grammar, scene = self.scene.text, self.grammar, self.scene
        noun = text[start:end].lower()
        if self._within_a_name(start, end):
            return
        floor = max(scene.sentence_start(start), start - _LOOK)
        first, determiner, modifiers = self._phrase(floor, start)
        possessive = text[end : end + 2] in ("'s", "\u2019s") or text[end - 1 : end + 1] in ("s'", "s\u2019")
        behind = end + (2 if text[end : end + 2] in ("'s", "\u2019s") else 1 if possessive else 0)
        lead = text[floor:first]
        if self._own(determiner, modifiers, noun, end) or _SELF.search(lead):
            return
        if grammar.done_by.search(lead) and not possessive:
            yield from self._made(first)
        elif grammar.belongs.search(lead) or (
            possessive and grammar.be.search(lead) and grammar.belongings.match(text, behind)
        ):
            yield from self._belonging(first, _AGENT_REACH)
            same = _AND_SO.match(text, behind)
            if same:
                yield from self._clause(same.end(), self._own_clause(same.end()))
        elif (determiner or modifiers) and lead.rstrip().endswith(":") and noun in grammar.groups:
            yield from scene.backward(first, 2)
            return
        else:
            yield from self._doer(first, (start, end, behind), determiner, modifiers, lead)
            return
        yield from self._clause(first, end)
        yield from self._tools(behind)

    def _doer(self, first: int, place: tuple[int, int, int], determiner: str, modifiers: list[str], lead: str) -> Ruled:
        """What people do as the subject of a clause, in a relative clause, or by what they are called."""
        text, grammar = self.scene.text, self.grammar
        start, end, behind = place
        noun = text[start:end].lower()
        possessive = behind > end or text[end - 1 : end] in ("'", "\u2019")
        one_of_them = determiner in ("a", "an", "") and _TRADE.search(noun) is not None
        if self._opens(first, bare=not determiner and not modifiers):
            aside = _APPOSITIVE.match(text, end)
            if possessive and (label := grammar.labels.match(text, behind)):
                yield from self._clause(label.end(), self.scene.sentence_end(label.end()))
            elif (possessive and determiner) or (not possessive and self._does(determiner, noun, end)):
                yield from self._clause(first, self._own_clause(end))
            elif aside and determiner in ("my", "his", "her", "their"):
                yield from self._clause(end, aside.end())
        if possessive or grammar.leading.search(lead):
            return
        if (
            (determiner or noun.endswith("s") or noun == "people")
            and not one_of_them
            and noun not in _FIRMS
            and grammar.doing.match(text, end)
        ):
            yield from self._clause(first, self._own_clause(end))
        else:
            yield from self._headcount(first, start, lead, determiner, noun)

    def _within_a_name(self, start: int, end: int) -> bool:
        """Whether the noun is part of what a skill is called: "team building", "thin clients"."""
        for number in self.scene.within(start - 40, end):
            a, b = self.scene.spans[number]
            if (
                start < b
                and b - a > end - start
                and (self.scene.kinds[number] in CLAIMED or not _OCCUPATION.search(self.scene.text, start, end))
            ):
                return True
        return False

    def _made(self, first: int) -> Ruled:
        """The subject of a passive: "Kafka is run by", "the forecast that was built by", "infra (Helm) owned by"."""
        scene = self.scene
        floor = scene.sentence_start(first)
        bracket = scene.text.rfind(")", floor, first)
        if bracket >= 0 and first - bracket < 60 and "," not in scene.text[bracket:first]:
            yield from self._belonging(first, _AGENT_REACH)
            return
        ruled = list(scene.backward(first, _AGENT_REACH))
        if not ruled:
            return
        gap = scene.text[scene.spans[ruled[0][0]][1] : first]
        if not _BE.search(gap) and _PREPOSITION.search(gap.rpartition(" by")[0]):
            return  # "tuning of models built by": the passive is of a nearer noun
        yield from ruled

    def _phrase(self, floor: int, start: int) -> tuple[int, str, list[str]]:
        """Where the noun phrase of a noun begins, its determiner, and the words between."""
        tokens = list(_TOKEN.finditer(self.scene.text, floor, start))
        first = start
        modifiers: list[str] = []
        edge = start
        determiner = ""
        for token in reversed(tokens[-6:]):
            word = token.group().lower()
            if self.scene.text[token.end() : edge].strip() or "\n" in self.scene.text[token.end() : edge]:
                break
            if word in _NOT_IN_PHRASE or word[-1] in ".!?" or not (word[0].isalnum()):
                break
            edge = first = token.start()
            if word in self.grammar.determiners or word.isdigit() or _POSSESSED.search(word):
                determiner = word  # "our two": the first of several
                continue
            if determiner:
                return token.end() + 1, determiner, modifiers
            if self.grammar.does.fullmatch(word) and not word.endswith("ing"):
                first = token.end() + (
                    len(self.scene.text[token.end() : start]) - len(self.scene.text[token.end() : start].lstrip())
                )
                break
            modifiers.insert(0, word)
        return first, determiner, modifiers

    def _own(self, determiner: str, modifiers: list[str], noun: str, end: int) -> bool:
        grammar = self.grammar
        after = self.scene.text[end : end + 14].lstrip("'\u2019s ").lower()
        if any(after.startswith(own) for own in grammar.own_after):
            return True
        return (
            noun.rstrip("s") in grammar.own_groups
            and not modifiers
            and (determiner in grammar.own_determiners or not determiner)
            and not (determiner in ("the", "") and noun in ("bank", "company", "startup", "firm", "employer"))
        )

    def _opens(self, at: int, *, bare: bool) -> bool:
        """Whether a clause begins here; behind a comma a bare noun is an item of a list."""
        return (_OPENING_BARE if bare else _OPENING).search(self.scene.text, max(0, at - 16), at) is not None

    def _does(self, determiner: str, noun: str, end: int) -> bool:
        """Whether the noun is followed by a verb of doing, a phrase of its own or brackets aside."""
        text = self.scene.text
        aside = re.compile(
            r"\s*(?:\([^()]*\)|, [^,.;]{2,40},|(?:of|at|in|from|on) (?:the |our |my |their )?[\w'-]+(?: [A-Z][\w'-]*)?)"
        ).match(text, end)
        at = aside.end() if aside else end
        return bool(self.grammar.does.match(text, end) or self.grammar.does.match(text, at)) and bool(
            determiner or noun.endswith("s") or noun in self.grammar.groups
        )

    def _own_clause(self, at: int) -> int:
        """Where the sentence of a place ends, or the candidate speaks of himself or herself again."""
        stop = self.scene.sentence_end(at)
        own = _OWN_CLAUSE.search(self.scene.text, at, stop)
        stop = own.start() if own else stop
        turn = self.scene.words.stops.search(self.scene.text, at, stop)
        return turn.start() if turn else stop

    def _clause(self, start: int, stop: int) -> Ruled:
        for number in self.scene.within(start, stop):
            if self.scene.kinds[number] not in CLAIMED:
                yield number, max(0, self.scene.starts[number] - start)

    def _tools(self, end: int) -> Ruled:
        """What the others did it with: in brackets, or right behind "in", "with", "on"."""
        text = self.scene.text
        bracket = _IN_BRACKETS.match(text, end)
        if bracket:
            yield from self._clause(*bracket.span(1))
            return
        using = _USING.match(text, end)
        if using:
            yield from self.scene.forward(using.end(), 3, skip_soft=True)

    def _belonging(self, first: int, reach: int) -> Ruled:
        """The thing that belongs; one sentence earlier where only a pronoun stands for it."""
        scene = self.scene
        floor = scene.sentence_start(first)
        if not scene.within(floor, first) and re.match(
            r"\W*(?:it|that|this|they|those)\b", scene.text[floor:first], re.I
        ):
            before = scene.within(scene.sentence_start(max(0, floor - 2)), floor)
            if before:
                yield before[-1], first - scene.spans[before[-1]][1]
            return
        bracket = scene.text.rfind(")", floor, first)
        if bracket >= 0 and first - bracket < 30:
            opened = scene.text.rfind("(", floor, bracket)
            for number in scene.within(max(floor, opened), bracket):
                yield number, first - scene.spans[number][1]
            ruled = list(scene.backward(opened, 2)) if opened >= 0 else []
            yield from ruled
            return
        yield from scene.backward(first, reach)

    def _headcount(self, first: int, start: int, lead: str, determiner: str, noun: str) -> Ruled:
        """Developers told by their skill: "thirty PyTorch developers", "husband of a Rust developer"."""
        ending = re.search(r"(\w+)\W*\Z", lead)
        before = ending.group(1).lower() if ending else ""
        plural = noun.endswith("s") and noun not in self.grammar.groups
        if before not in ("of", "for", "to", "by", "between", "from", "among") or not (plural or determiner):
            return
        if noun in self.grammar.groups:
            return
        for number in self.scene.within(first, start):
            if self.scene.kinds[number] not in CLAIMED:
                yield number, 0
