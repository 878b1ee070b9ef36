"""Work shared out without a verb of its own: "Angular by Lund, Spring by me", "Flutter? Ana.", "(fellow student), SQL (myself)",
"I wrote the parser and Ana the Kafka part".
"""

from __future__ import annotations

import re

from aimatch.extract.lines import line_end, line_of, line_start
from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred
from aimatch.extract.rules.possession import MY_SHARE
from aimatch.extract.status.people import Persons
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.theirs import Theirs
from aimatch.wordlist import words_in

_MY_BRACKET = Deferred(r"\((?:me|myself|mine)\)")  # "Jenkins (DevOps), JUnit (me)"
_BRACKET = Deferred(r"\((?P<named>(?:[A-Z]|the |our |another |my |an? )?)(?P<who>[^()\d\n]{2,25})\)")
_INITIALED_SHARE = Deferred(r"(?:[A-Z]\. )+[A-Z][\w\u2019'-]+ \(([^()\n]+)\)")  # "J. Lund (Airflow), me (dbt)"
_MY_SHARE = Deferred(r"\b(?:me|I|myself) \(")
_SOMEBODYS = Deferred(r",\s(?:the\s)?\w+(?:\s\w+)?['\u2019]s(?=\))")  # "(Power BI, finance's)"
#: "(Python, our placement student's doing)", "phones = Asterisk, Beatrice's kingdom", "the app (Kotlin), that's Belen's world"
_SOMEBODYS_THING = Deferred(
    r"[,(=\u2013-]\s(?:(?:all|that is|that['\u2019]s|this is|it is|it['\u2019]s|which is|which was|mostly) )?"
    r"(?:(?:the|our|an?|another|my(?! own\b))(?: [\w-]+){1,3}?|(?P<name>[A-Z][\w-]+)(?: [A-Z][\w-]+)?)(?:['\u2019]s?) (?:{somebodys})\b(?=\s*(?:[,.;)\n]|\Z))"
)
# "Google Analytics: marketing handles that one", "Model training: the research side"
_DEPARTMENTS = Deferred(
    r"(?<=\w): (?:the )?(?:{departments}) (?:(?:people |side |folks )?(?:{keeping})|(?:people|side|folks)(?=\s*(?:[,.;)\n]|\Z)))\b"
)
#: What is the candidate's by a sign: "SQL by me", "SQL? Me.", "SQL \u2013 me"
MINE = re.compile(r"\bby (?:me|myself)\b|(?:[:?]|\s[\u2013\u2014-]) (?:[Mm]e|[Mm]yself|[Mm]ine|I)\b(?= ?[,;.)\n]|\Z)")
_SOMEBODY = Deferred(
    r"(?:\bby|[:?]|\s[\u2013\u2014-]) (?:[A-Z][a-z]+ )?(?!(?:Me|Myself|Mine)\b)(?P<name>[A-Z][^\W\d_]+)(?= ?[,;.)\n])"
)
_ME_LABEL = Deferred(r"[.;,|(\n][^\S\n]?[\u2022*+>-]? ?(?:[Mm]e|[Mm]yself|I|[Mm]ine|[Yy]ours truly) ?:")
_NAME_LABEL = Deferred(
    r"(?:^|[.;|(\n])[^\S\n]?[\u2022*+>-]? ?(?!(?:Me|Myself|Mine)\b)(?P<name>[A-Z][^\W\d_]+) ?:"
)  # "Ahmed: Flask; myself: Vue"
_LABELLED_LINE = Deferred(r"[\W_]*[A-Z][^\W\d_]+ ?: ?\S")
_GAPPED = Deferred(r"(?:,|;| and| while) (?:[A-Z][a-z]+ )?(?P<name>[A-Z][a-z\u00df-\u017f]+)(?:['\u2019]s)? the ")
# "SQL was me, Kafka was Ana."
_WAS_ME = Deferred(r"\b(?:is|are|was|were) (?:me|mine)\b")
_WAS = Deferred(r"\b(?:is|are|was|were) (?:[A-Z][a-z]+ )?(?P<name>[A-Z][a-z\u00df-\u017f]+)(?= ?[,;.)\n])")
_ME = frozenset({"me", "myself", "mine"})


def _first_share(text: str, at: int) -> int:
    """Where the line of a place begins, or the first of the lines right above it that begin with a name's label."""
    line = text.rfind("\n", 0, at - 1) + 1
    while line > 0:
        above = line_start(text, line - 1)
        if not _LABELLED_LINE.match(text, above, line):
            break
        line = above
    return line


class Shares:
    """What a text gives to persons by name, or to anybody in brackets, beside a share of the candidate's."""

    def __init__(self, theirs: Theirs, persons: Persons) -> None:
        self.theirs = theirs
        self.scene = theirs.scene
        self.persons = persons
        self.grammar = grammar()

    def ruled(self) -> Ruled:
        """What is shared out so."""
        text = self.scene.text
        if "'s)" in text or "\u2019s)" in text:
            for match in _SOMEBODYS.finditer(text):
                yield from self.scene.item(match.start())
        for match in _DEPARTMENTS.finditer(text):
            yield from self.scene.item(match.start())
        if "'" in text or "\u2019" in text:
            for match in _SOMEBODYS_THING.finditer(text):
                if not match["name"] or self.persons.somebody(match["name"], match.start("name")):
                    yield from self.scene.item(match.start())
        known = words_in(text)
        if not _ME.isdisjoint(known):
            yield from self._signed()
            yield from self._bracketed()
            yield from self._equated()
        if not _ME.isdisjoint(known) or "i" in known or "truly" in known:
            yield from self._labelled()
            yield from self._gapped()

    def _labelled(self) -> Ruled:
        """ "Ahmed: Flask; myself: Vue"."""
        text, scene = self.scene.text, self.scene
        for mine in _ME_LABEL.finditer(text):
            line = _first_share(text, mine.end())
            for match in _NAME_LABEL.finditer(text, max(0, line - 1), line_end(text, mine.end())):
                department = match.group("name").lower() in self.grammar.departments
                if department or self.persons.somebody(match.group("name"), match.start("name")):
                    yield from self.theirs.clause(match.end(), scene.sentence_end(match.end()))

    def _signed(self) -> Ruled:
        """ "Angular by Lund, Spring by me", "Go: Ana. SQL: me", "Helm? Ana. SQL? Me."."""
        text, scene = self.scene.text, self.scene
        for mine in MINE.finditer(text):
            for match in _SOMEBODY.finditer(text, *line_of(text, *mine.span())):
                name, at = match.group("name"), match.start("name")
                if name.lower() not in self.grammar.not_names and not scene.within(at, at + 1):
                    yield from scene.item(match.start())

    def _bracketed(self) -> Ruled:
        """ "Jenkins (DevOps), JUnit (me)", "J. Lund (Airflow), me (dbt)"."""
        text, scene = self.scene.text, self.scene
        if "(" not in text:
            return
        for mine in _MY_BRACKET.finditer(text):
            stop = scene.sentence_end(mine.end())
            for match in _BRACKET.finditer(text, scene.sentence_start(mine.start()), stop):
                who = match.group("who").lower()
                known = who in self.grammar.departments or match.group()[1:-1].lower() in self.grammar.departments
                somebody = known or who.rpartition(" ")[2] in self.grammar.departments or match.group("named")
                if somebody and not _MY_BRACKET.fullmatch(match.group()) and (known or not scene.within(*match.span())):
                    yield from scene.item(match.start())
        if _MY_SHARE.search(text):
            for match in _INITIALED_SHARE.finditer(text):
                yield from self.theirs.clause(*match.span(1))

    def _gapped(self) -> Ruled:
        """ "I wrote the parser and Ana | the Kafka part", "My part was SQL, Ana's the Kafka jobs"."""
        text, scene = self.scene.text, self.scene
        for match in _GAPPED.finditer(text):
            at = match.start("name")
            shared = MY_SHARE.search(text, scene.sentence_start(at), match.start())
            if shared and self.persons.somebody(match.group("name"), at):
                yield from self.theirs.clause(match.end(), self.theirs.own_clause(match.end()))

    def _equated(self) -> Ruled:
        """ "SQL was me, Kafka | was Ana"."""
        text, scene = self.scene.text, self.scene
        for mine in _WAS_ME.finditer(text):
            for match in _WAS.finditer(text, scene.sentence_start(mine.start()), scene.sentence_end(mine.end()) + 1):
                if self.persons.somebody(match.group("name"), match.start("name")):
                    yield from scene.item(match.start())
