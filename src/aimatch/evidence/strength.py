"""How strongly a mention shows its skill, by where it stands and what its line does."""

from __future__ import annotations

import re
from bisect import bisect_right

from aimatch.evidence.accounts import Accounts, promotion
from aimatch.evidence.fields import is_field
from aimatch.evidence.vocabulary import vocabulary
from aimatch.extract.sentences import sentences
from aimatch.model import Mention, Resume, Strength
from aimatch.resume import heading_end
from aimatch.taxonomy import Taxonomy

_ABOUT_REACH = 60
_DIGIT = re.compile(r"\d")
_LISTS = re.compile(r"[,;:|/\u2022]")


def strength_of(
    mention: Mention, resume: Resume, lines: Lines, accounts: Accounts, untold: Untold, made: Made
) -> Strength:
    """How strongly an asserted mention shows its skill, if its name stands for the use of it; see :mod:`aimatch.evidence`."""
    words = vocabulary()
    start, end = lines.around(mention.start)
    text = resume.document.text
    if mention.position is not None or mention.project is not None:
        if lines.exercises and lines.exercises.first(text, start, end):
            return "studied"
        if _is_in_title(mention, resume):
            return "work"
        if (
            _is_in_employer(mention, resume)
            or not (accounts.around(mention) or made.tells_of(mention) or made.with_it(mention) or made.titles(mention))
            or accounts.boasts(start, end)
            or untold.names(mention)
        ):
            return "listed"
        first, last = sentences(text).around(mention.start)
        if lines.acquainted and lines.acquainted.first(text, max(start, first), mention.start):
            return "listed"
        if lines.tell_of_learning(max(start, first), min(end, last)):
            return "studied"
        if lines.private and lines.private.first(text, max(start, first), min(end, last)):
            return "project"
        near = max(start, mention.start - _ABOUT_REACH)
        if (
            lines.spoken
            and lines.spoken.first(text, near, mention.start)
            and words.about.search(text, near, mention.start)
        ):
            return "studied"
        if lines.state_result(start, end):
            return "outcome"
        return "work" if mention.position is not None else "project"
    strength = words.sections.get(mention.section, "listed")
    if mention.section == "experience" and not accounts.line(start, end):
        return "listed"
    # A sentence that tells what was done counts as such wherever it stands, a summary included.
    free = mention.section in ("activities", "awards") or (
        strength == "listed" and mention.section not in ("skills", "interests", "learning", "not-used")
    )
    return "project" if free and words.doing.first(text, start, mention.start) else strength


def _is_in_title(mention: Mention, resume: Resume) -> bool:
    """Whether a technology is what a position is called by: who is a Python developer works in Python, told or not.

    A method is no more than a word of a title ("AI consultant").
    """
    if mention.kind != "technology" or mention.position is None:
        return False
    position = resume.positions[mention.position]
    return mention.quote in position.title and mention.start < heading_end(resume.document.text, position)


def _is_in_employer(mention: Mention, resume: Resume) -> bool:
    """Whether a skill is only what an employer is called by: who is a receptionist of the "Robot Learning Lab" shows none."""
    if mention.position is None:
        return False
    position = resume.positions[mention.position]
    return (
        mention.quote in position.employer
        and mention.quote not in position.title
        and mention.start < heading_end(resume.document.text, position)
    )


class Untold:
    """Skills of AI that only the tool line of a position names ("Environment: Java, SQL, TensorFlow").

    Other tools of such a line are believed where the position tells what was done; of AI its sentences would tell. Where
    they name none of its skills, those of the line are claims.
    """

    def __init__(self, resume: Resume, lines: Lines, ai: frozenset[str]) -> None:
        self._resume = resume
        self._lines = lines
        self._ai = ai
        self._told: dict[int, bool] = {}

    def names(self, mention: Mention) -> bool:
        """Whether a mention is of a skill of AI that stands in a tool line, and its position tells of none."""
        number = mention.position
        if number is None or mention.project is not None or mention.skill not in self._ai or not self._listed(mention):
            return False
        told = self._told.get(number)
        if told is None:
            told = self._told[number] = any(
                one.position == number and one.skill in self._ai and not self._listed(one)
                for one in self._resume.mentions
            )
        return not told

    def _listed(self, mention: Mention) -> bool:
        start, end = self._lines.around(mention.start)
        return vocabulary().tool_line.match(self._resume.document.text, start, end) is not None


class Made:
    """Sentences that say what was made or done, in entries that tell nothing else ("Creating chatbots for two ferries").

    Such a sentence names a narrow method behind a verb of making (``made`` in ``language/strength.toml``), promotes nothing
    and is no list: of a field as a whole ("delivered AI solutions") anybody can say as much.
    """

    #: More skills in one sentence are a list.
    MOST = 6

    def __init__(self, resume: Resume, taxonomy: Taxonomy) -> None:
        self._resume = resume
        self._taxonomy = taxonomy
        self._known: dict[int, bool] = {}

    def tells_of(self, mention: Mention) -> bool:
        """Whether the sentence of a mention does."""
        start, end = sentences(self._resume.document.text).around(mention.start)
        known = self._known.get(start)
        if known is None:
            known = self._known[start] = self._made(start, end)
        return known

    def with_it(self, mention: Mention) -> bool:
        """Whether the sentence of a technology opens with a verb of doing and says what was made with it ("Built services in
        Python", "Used SQL for the reports"): no list, and nothing that promotes."""
        if mention.kind != "technology":
            return False
        text = self._resume.document.text
        start, end = sentences(text).around(mention.start)
        built = vocabulary().made_with.match(text[start : mention.start].lower())
        if built is None:
            return False
        named = [
            one
            for one in self._resume.mentions
            if start <= one.start < end and one.kind in ("technology", "method") and one.status == "asserted"
        ]
        if len({one.skill for one in named}) > self.MOST:
            return False
        words = text[start:end]  # "Spark" promotes nothing where it is the product
        for one in named:
            words = words[: one.start - start] + " " * len(one.quote) + words[one.end - start :]
        return not promotion(words)

    def titles(self, mention: Mention) -> bool:
        """Whether a mention stands in the title of a project that names a narrow method, and is no list ("Image captioning
        in PyTorch"): what is named among the projects was made."""
        if mention.project is None or mention.position is not None or mention.section != "projects":
            return False
        text = self._resume.document.text
        start, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
        end = end if end >= 0 else len(text)
        return _LISTS.search(text, start, end) is None and any(
            one.kind == "method" and not is_field(one.skill, self._taxonomy)
            for one in self._resume.mentions
            if start <= one.start < end
        )

    def _made(self, start: int, end: int) -> bool:
        text, words = self._resume.document.text, vocabulary()
        verb = words.making.first(text, start, end)
        if verb is None or promotion(text[start:end]):
            return False
        named = [
            one
            for one in self._resume.mentions
            if start <= one.start < end and one.kind in ("technology", "method") and one.status == "asserted"
        ]
        return len({one.skill for one in named}) <= self.MOST and any(
            one.kind == "method" and one.start >= verb.begin and not is_field(one.skill, self._taxonomy)
            for one in named
        )


class Lines:
    """Sentences by line: the stretch of text that a mention's strength is judged on, wrapped lines included."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._results: dict[int, bool] = {}
        self._learning: dict[tuple[int, int], bool] = {}
        words = vocabulary()
        # The lists that the text holds anything of; most hold nothing in most texts.
        self.exercises, self.acquainted, self.private, self.spoken, self._learnt = (
            one if one.first(text) else None
            for one in (words.exercises, words.acquainted, words.private, words.spoken, words.learning)
        )
        self._starts = [0]
        # A line that begins in lower case continues the one before: text from a page is wrapped.
        self._starts += [match.end() for match in re.finditer(r"\n(?![a-z(])", text)]
        self._end = len(text)

    def around(self, at: int) -> tuple[int, int]:
        """The span of the line that holds an offset."""
        number = bisect_right(self._starts, at)
        return self._starts[number - 1], self._starts[number] if number < len(self._starts) else self._end

    def tell_of_learning(self, start: int, end: int) -> bool:
        """Whether a part of a line tells of a course that was taken; the many mentions of a line ask for the same part."""
        if self._learnt is None:
            return False
        known = self._learning.get((start, end))
        if known is None:
            known = self._learning[start, end] = (
                self._learnt.first(self._text, start, end) is not None
                and vocabulary().learnt.search(self._text, start, end) is not None
            )
        return known

    def state_result(self, start: int, end: int) -> bool:
        """Whether the line that spans ``start:end`` states a measured result; every kind of result has a figure. What a product
        or company has and does of itself is no result of the person's: "the product has 2M users"."""
        known = self._results.get(start)
        if known is None:
            words = vocabulary()
            found = _DIGIT.search(self._text, start, end) and words.result.search(self._text, start, end)
            if found and words.of_a_house.search(self._text, start, end):
                line = words.of_a_house.without(self._text[start:end])
                found = words.result.search(line, 0, len(line))
            known = self._results[start] = found is not None
        return known
