"""What a name stands for, if not for the use of the thing: a rating, a title, a prize, a claim, something bought or shown.

Wherever such a name stands it lists: it is no use at work, and its figure no result of it.

- a **rating** ("Kafka \u2588\u2588\u2588\u2588 80%", "SQL: 4/5", "Git ..... 3", "| Git | 3 | 2026 |");
- a **title**, a prize or a badge ("Wrote the e-book \u2018Deep Learning for Dentists\u2019");
- a **claim** makes of a field of AI an abstraction ("Spearheaded GenAI transformation"), or promises ("at concept stage");
- what is **bought, sold, shown or tried**, or a vendor's;
- what is put together **without code**, if it is AI;
- a **slogan** that measures nothing ("Architected a revolutionary agentic ecosystem").

A sentence that tells of making something in front of the name ("built and sold an OCR app") is none of the others but a
rating.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimatch.evidence.fields import is_field
from aimatch.evidence.vocabulary import vocabulary
from aimatch.extract.sentences import sentences
from aimatch.model import Mention, Resume
from aimatch.taxonomy import Taxonomy
from aimatch.wordlist import WordList

_REACH = 60
#: Distinct words of promotion in one sentence from which it is a slogan, but for words that make one alone.
_LOUD = 2
_BAR = r"(?:[\u2580-\u259f\u25a0-\u25ff\u2605\u2606\u2b24\u2b50\u26aa\u26ab\u2022]\ufe0f?\s?){3,}|[#=]{3,}[-.>]*|\[[#=*-]{4,}\]"
#: What rates the name in front of it, at the end of its piece of a line.
_RATED = re.compile(
    rf"(?:{_BAR})[^\w\n]*(?:\d[\d.,/%\s]*)?\W*$"
    r"|\s[\u2580-\u259f](?=\s|$)|(?:\.\s?){3,}\s*\d{1,3}\b|_{3,}\s*\d{1,3}\b"
    r"|(?<![\w/.])(?:10|\d)(?:[.,]\d)?\s?(?:/|of|out of)\s?(?:5|10|100)\b\W*$"
)
_ROW = re.compile(r"\W*\|?([^|\n]*?)\|\s*(?:\d{1,3}|[\u2580-\u259f\u25a0-\u25ff\u2605\u2606 ]{3,})\s*(?:\||$)")
#: What every rating holds some of: a line without it is none.
_FIGURE = re.compile(r"\d|[\u2580-\u25ff\u2605\u2606\u2b24\u2b50\u26aa\u26ab]|\u2022\s?\u2022|[#=]{3}|\[[#=*-]{4}")
_PIECE = re.compile(r"[,;\t\n\u00b7]|\s[/|]\s|\s{3,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
#: A name, with a label in front of it or none, and a share or a mark of 1 to 10.
_FIGURED = re.compile(
    r"\W*(?:[^\W\d_][^:\d%\n]{0,40}:\W*)?([^\W\d_][^\d%\n]{0,40}?)\W+(?:(\d{1,3}\s?%)\W*|(10|\d)(?: \([^()\d]*\))?\W*)"
)
#: Shares by which people rate themselves are multiples of it; of a model, another one may be its measure.
_ROUND = 5
#: Words that a rated piece may hold: a name and a remark ("SQL, mostly Postgres: 4/5").
_FEW_WORDS = 6


def titles_a_claim(text: str, mention: Mention) -> bool:
    """Whether what a mention names is claimed in a title and not done: "AI evangelist", "Head of AI strategy"."""
    words = vocabulary()
    return mention.skill in words.strategies or words.claimed.match(text, mention.end) is not None


class Namings:
    """What the names of a resume stand for."""

    def __init__(self, resume: Resume, taxonomy: Taxonomy, ai: frozenset[str]) -> None:
        self._text = resume.document.text
        self._mentions = resume.mentions
        self._taxonomy = taxonomy
        self._ai = ai
        self._rated: dict[int, tuple[tuple[int, int, str], ...]] = {}

    def is_no_use(self, mention: Mention) -> bool:
        """Whether a mention stands for something else than the use of what it names."""
        text, words = self._text, vocabulary()
        start, end = sentences(text).around(mention.start)
        if mention.skill in words.behaviours:
            return (
                words.codeless.first(text, start, end) is not None
                or self._is_promised(mention, words.unlaunched)
                or self._is_slogan(start, end)
            )
        if mention.kind not in ("technology", "method"):
            return False
        if self._is_rated(mention):
            return True
        near = max(start, mention.start - _REACH)
        if self._is_slogan(start, end):
            return True
        if words.title.search(text, near, mention.start) or words.honours.match(text, mention.end, end):
            return True
        ai = mention.skill in self._ai
        if ai and words.codeless.first(text, start, end):
            return True
        if words.making.first(text, start, mention.start):
            return False
        if self._is_promised(mention, words.unlaunched if ai else words.unmade) or (
            ai and self._is_claim(mention, start, end)
        ):
            return True
        if not ai:
            sold = mention.kind == "technology" and words.traded.search(text, near, mention.start)
            return bool(sold)
        return bool(
            words.dealt.search(text, near, mention.start)
            or words.makers.search(text, near, mention.start)
            or words.made_by.match(text, mention.end, end)
            or self._is_labelled(mention, near, start, end)
        )

    def _is_promised(self, mention: Mention, signs: WordList) -> bool:
        """Whether the sentence of a mention, or the rest of its line, says that the thing is still to come."""
        start, _ = sentences(self._text).around(mention.start)
        line_end = self._text.find("\n", mention.end)
        return signs.first(self._text, start, len(self._text) if line_end < 0 else line_end) is not None

    def _is_slogan(self, start: int, end: int) -> bool:
        """Whether a sentence promotes and measures nothing."""
        words = vocabulary()
        praises = words.praising.found(self._text, start, end)
        if not praises or words.result.search(self._text, start, end):
            return False
        distinct = {one.group().lower() for one in praises}
        return len(distinct) >= _LOUD or words.slogans.first(self._text, start, end) is not None

    def _is_labelled(self, mention: Mention, near: int, start: int, end: int) -> bool:
        """Whether pictures are labelled for the thing, or its answers ranked, and nothing is made."""
        words = vocabulary()
        found = mention.skill not in words.labelled and words.labelling.search(self._text, near, mention.start)
        if not found or words.making.first(self._text, start, end):
            return False
        return " for " in found.group() or words.answers.match(self._text, mention.end, end) is not None

    def _is_claim(self, mention: Mention, start: int, end: int) -> bool:
        """Whether a field of AI is named as an abstraction, or in a sentence that praises and measures nothing."""
        text, words = self._text, vocabulary()
        if mention.skill in words.strategies or mention.skill in words.wide:
            return True
        if mention.kind != "method" or not is_field(mention.skill, self._taxonomy):
            return False
        if words.claimed.match(text, mention.end, end) or words.claiming.search(text, start, mention.start):
            return True
        return words.praising.first(text, start, end) is not None and not words.result.search(text, start, end)

    def _is_rated(self, mention: Mention) -> bool:
        start = self._text.rfind("\n", 0, mention.start) + 1
        rated = self._rated.get(start)
        if rated is None:
            end = self._text.find("\n", mention.end)
            end = len(self._text) if end < 0 else end
            rated = self._rated[start] = (*self._ratings(start, end), *self._figures(start, end))
        return any(left <= mention.start < right and self._can_have(mention, figure) for left, right, figure in rated)

    def _can_have(self, mention: Mention, figure: str) -> bool:
        """Whether a figure that stands alone beside a name can be a rating of it.

        Models and their measures look alike ("Random Forest 90%"), and so do tools and their versions ("Java 8"): a share
        rates what is no model, a mark what has no versions. Each name is told by its own figure: by its neighbours, one
        more rating would take from the others.
        """
        if not figure:
            return True
        if is_field(mention.skill, self._taxonomy):
            return True
        if not figure.endswith("%"):
            return mention.kind == "method"
        return mention.kind == "technology" and (mention.skill not in self._ai or int(figure[:-1]) % _ROUND == 0)

    def _ratings(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The stretches of a line that a sign rates, whatever they name."""
        if not _FIGURE.search(self._text, start, end):
            return
        row = _ROW.match(self._text, start, end)
        if row is not None and _few_words(row.group(1)):
            yield *row.span(1), ""
        for left, right in _pieces(self._text, start, end):
            mark = _RATED.search(self._text, left, right)
            if mark is not None and _few_words(self._text[left : mark.start()]):
                # "Cloud (AWS, GCP) \u2588\u2588\u2588\u2588": of several names the brackets say that they are rated as one.
                opened = self._text.rfind("(", start, left) if ")" in self._text[left : mark.start()] else -1
                yield start if opened >= 0 and _few_words(self._text[start : mark.start()]) else left, right, ""

    def _figures(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The pieces of a line that are a name and a figure each, with the figure, if the line tells of nothing done."""
        if not _FIGURE.search(self._text, start, end):
            return
        pieces = [
            (left, right, _FIGURED.fullmatch(self._text, left, right))
            for left, right in _pieces(self._text, start, end)
        ]
        if not all(form for _, _, form in pieces) or vocabulary().doing.first(self._text, start, end) is not None:
            return
        for left, right, form in pieces:
            if form is not None and self._only_names(*form.span(1)):
                yield left, right, form.group(2) or form.group(3)

    def _only_names(self, start: int, end: int) -> bool:
        """Whether a stretch holds names of skills and what may stand beside one that is rated ("Core Java")."""
        at = start
        words: list[str] = []
        for one in self._mentions:
            if start <= one.start < end:
                words += _WORD.findall(self._text, at, max(at, one.start))
                at = max(at, one.end)
        words += _WORD.findall(self._text, at, end)
        return start < at <= end and all(word.lower() in vocabulary().beside_ratings for word in words)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for parting in _PIECE.finditer(text, start, end):
        if parting.start() > at:
            yield at, parting.start()
        at = parting.end()
    if at < end:
        yield at, end


def _few_words(text: str) -> bool:
    return 0 < len(_WORD.findall(text)) <= _FEW_WORDS
