"""Whether an entry of a career tells what was done in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from aimatch.evidence.particulars import without_particulars
from aimatch.evidence.vocabulary import stem_of, vocabulary
from aimatch.model import Mention, Position, Project, Resume
from aimatch.resume import heading_end
from aimatch.wordlist import words_in

_CONTENT = re.compile(r"[^\W\d_]{3,}")
_USING = re.compile(r"[^\W\d_]{3,}[^\n]* using\b")  # "Summariser of minutes using BERT"
_MADE_WITH = re.compile(r"[^\n.;,:]{0,30}? using\s+")
#: A figure, but no year, no month of a year, and none of the phrases that hold figures.
_NUMBER = re.compile(r"(?<![\w./])(?!(?:\d{1,2}[./])?(?:19|20)\d\d\b)(?!24/7)\d[\d.,/]*")


def _promotional(text: str) -> int:
    """How many distinct words of promotion a text holds."""
    whole = words_in(text)
    parts = {part for word in whole if not word.isalpha() for part in _CONTENT.findall(word)}
    return len({stem_of(word) for word in vocabulary().promotional & (whole | parts)})


def promotion(line: str) -> set[str]:
    """The stems of the words of promotion that a line holds."""
    return {stem_of(word) for word in vocabulary().promotional.intersection(_CONTENT.findall(line.lower()))}


class Accounts:
    """Whether a position or project tells what was done, or only names skills.

    Counted are its distinct words and numbers that are neither names of skills nor generic, that is, found in resumes
    of every kind (``language/generic-words.toml``); years, the entry's heading, and whatever says where it was or whom to
    ask (:mod:`aimatch.evidence.particulars`) do not count. With :attr:`SPECIFIC` of them, or :attr:`IN_A_LINE` of them in
    one line (a verb of doing that opens it is one, be it part of a skill's name or not, and so is what something is made
    "using"), the entry tells, and the tools that it lists count as used in it. A measured result is none of them: a slogan
    measures too ("Leveraged AI to cut cost by 30 %"). :attr:`MADE_WITH` lines that open with what was made and name what with
    are an account too, in whatever words ("Built services in Python"). More text never makes an entry tell less.
    """

    SPECIFIC, IN_A_LINE, BOASTS, MADE_WITH = 3, 2, 2, 3

    def __init__(self, resume: Resume) -> None:
        self._resume = resume
        # A verb that states a skill ("trained") stays a verb, and a word that only its surroundings make a method
        # ("simulator") a word: else what another line adds could take from what this one tells.
        verbs = vocabulary().verbs
        self._spans = sorted(
            (m.start, m.end)
            for m in resume.mentions
            if not m.is_behaviour
            and m.quote.lower() not in verbs
            and not (m.kind == "method" and m.via == "context" and m.quote.isalpha() and m.quote.islower())
        )
        self._known: dict[tuple[int, int], bool] = {}
        self._boasting: dict[int, bool] = {}
        self._promoting: int | None = None  # distinct words of promotion in the whole text

    def around(self, mention: Mention) -> bool:
        """Whether the position or project that holds a mention tells what was done."""
        if mention.project is not None and self.tells(self._resume.projects[mention.project]):
            return True
        return mention.position is not None and self.tells(self._resume.positions[mention.position])

    def tells(self, entry: Position | Project) -> bool:
        """Whether a position or project does."""
        place = entry.text_start, entry.text_end
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._tells(entry)
        return known

    def line(self, start: int, end: int) -> bool:
        """Whether a line outside of all entries does; it needs as much as a line of an entry."""
        return self._told(start, end, self.IN_A_LINE)

    def boasts(self, start: int, end: int) -> bool:
        """Whether a line holds words of promotion, :attr:`BOASTS` of them or more, and nothing that tells."""
        if self._promoting is None:
            self._promoting = _promotional(self._resume.document.text)
        if self._promoting < self.BOASTS:
            return False  # most resumes, in any line
        known = self._boasting.get(start)
        if known is None:
            found = promotion(self._resume.document.text[start:end])
            known = self._boasting[start] = len(found) >= self.BOASTS and not self.line(start, end)
        return known

    def _tells(self, entry: Position | Project) -> bool:
        # A project's heading tells what it is about; a position's holds names, which tell nothing.
        if isinstance(entry, Project):
            named = self._told(entry.text_start, entry.text_end, self.IN_A_LINE)
            return named or self._made_with(entry.text_start, entry.text_end)
        return self._told(heading_end(self._resume.document.text, entry), entry.text_end, self.SPECIFIC)

    def _made_with(self, start: int, end: int) -> bool:
        """Whether a stretch names what was made and what with, both by skills: "Object detection using YOLO"."""
        text = self._resume.document.text
        first, last = bisect_right(self._spans, (start, start)), bisect_right(self._spans, (end, end))
        return any(
            _MADE_WITH.fullmatch(text, left, right)
            for (_, left), (right, _) in pairwise(self._spans[first:last])
            if left < right
        )

    def _told(self, start: int, end: int, enough: int) -> bool:
        text = self._resume.document.text
        pieces: list[str] = []
        at = start
        first = bisect_right(self._spans, (at, at))
        for left, right in self._spans[first:]:
            if left >= end:
                break
            if left >= at:
                pieces += (text[at:left], " " * (right - left))
                at = right
        pieces.append(text[at:end])
        specific: set[str] = set()
        made_with = 0
        at = start
        for line in "".join(pieces)[: end - start].split("\n"):
            found = self._found(line)
            if found:
                found = self._found(without_particulars(line))
            specific |= found
            one_short = len(found) == self.IN_A_LINE - 1
            deed = one_short and self._tells_a_deed(text[at : at + len(line)].lower())
            made_with += enough == self.SPECIFIC and self._names_the_tool(at, at + len(line)) and not promotion(line)
            if len(found) + deed >= self.IN_A_LINE or len(specific) >= enough or made_with >= self.MADE_WITH:
                return True
            at += len(line) + 1
        return False

    def _names_the_tool(self, start: int, end: int) -> bool:
        """Whether a line opens with a verb of doing and names a skill right behind "in", "with" or "using"."""
        text, first = self._resume.document.text, bisect_right(self._spans, (start, start))
        behind = (text[start:left].lower() for left, _ in self._spans[first : bisect_right(self._spans, (end, end))])
        return any(vocabulary().made_with.fullmatch(before) is not None for before in behind)

    @staticmethod
    def _found(line: str) -> set[str]:
        """The words and numbers of a line that are not generic."""
        lower = line.lower()
        words = vocabulary()
        return {
            *(stem_of(word) for word in _CONTENT.findall(lower) if word not in words.generic),
            *_NUMBER.findall(lower),
        }

    @staticmethod
    def _tells_a_deed(line: str) -> bool:
        return vocabulary().deed.match(line) is not None or _USING.search(line) is not None
