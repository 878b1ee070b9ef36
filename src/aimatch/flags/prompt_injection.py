"""prompt-injection: text addressed to a machine that screens, visible or hidden.

The patterns are data (``skill_taxonomy/language/injection.toml``), each with examples and counter-examples. None is a
mere word of instruction: people who answer mail "respond with", and every other resume has an "Operating System:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from aimatch import data
from aimatch.extract.sentences import sentences
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Evidence
from aimatch.wordlist import WordList, heads_of, words_in

#: The marks that open a quotation, in one language or another, each with those that may close it.
_QUOTES = {
    **{mark: mark for mark in "\"'`\u201d\u2019"},
    "\u201c": "\u201d\u201c",
    "\u2018": "\u2019",
    "\u201e": "\u201c\u201d",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab\u00bb",
}
#: Characters before a phrase that a quotation mark may stand off: 'such as "ignore ...', 'the "please ignore ...'.
_QUOTE_REACH = 2
#: Characters of a quotation: one of several sentences is as quoted as one of a few words.
_LONGEST_QUOTATION = 400
#: Characters around the words that a pattern holds within which all of its match stands.
_REACH = 200
#: A space of a pattern, unless it is escaped or itself repeated.
_SPACE = re.compile(r"(?<!\\) (?![?*+{])")
_SIGNS = re.compile(r"[\W_]+")
_SLOT = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class _Row:
    """A pattern, where it counts, and the words and signs of which it holds some wherever it matches.

    ``heads``: the first words of each list of ``holds``. A text that lacks those of a list is told by a few look-ups.
    """

    pattern: str
    hidden_only: bool
    heads: tuple[frozenset[str], ...]
    holds: WordList
    signs: tuple[str, ...]

    def stretches(self, text: str) -> Iterator[tuple[int, int]]:
        """The parts of a text, in order, in which a match can stand."""
        words = words_in(text)
        if any(heads.isdisjoint(words) for heads in self.heads):
            return
        if self.signs and not any(sign in text for sign in self.signs):
            return
        begin = end = 0
        for one in self.holds.found(text):
            if one.begin - _REACH > end:
                if end:
                    yield begin, end
                begin = one.begin - _REACH
            end = one.stop + _REACH
        if end:
            yield begin, min(end, len(text))


def check(case: Case) -> Finding | None:
    """Instructions to a screening machine, unless the sentence describes defending against such."""
    places = _addressed(case.text, case)
    hidden = [one for one in case.evidence.resume.document.hidden if next(_found(one.quote, hidden=True), None)]
    places += [case.hidden_quote(one, f"hidden: {one.how}") for one in hidden]
    if not places:
        return None
    return Finding(
        message="The resume holds text that is addressed to a screening machine. Who put it there, and why?",
        evidence=tuple(places),
    )


def _addressed(text: str, case: Case) -> list[Evidence]:
    places = []
    reached = 0
    for match in _found(text, hidden=False):
        at = match.start() + len(match.group()) - len(match.group().lstrip(" \t\r\n.!?:;,>)]"))
        start, end = sentences(text).around(at)
        if at < reached or _described().first(text, start, at):
            continue
        if quoted := _quotation_end(text, at):
            reached = quoted  # a second instruction in it is quoted too
            continue
        reached = max(end, match.end())
        places.append(case.quote(start, reached))
    return places


def _quotation_end(text: str, at: int) -> int:
    """Where the quotation ends that begins at a place, which is ``at`` where nothing closes it; 0 if none begins."""
    before = text[max(0, at - _QUOTE_REACH) : at]
    opening = next((mark for mark in reversed(before) if mark in _QUOTES), "")
    if not opening:
        return 0
    told = text[at : at + _LONGEST_QUOTATION].partition("\n\n")[0]
    # A mark before a letter or a figure is an apostrophe, or opens another quotation.
    ends = (
        at + place
        for place, mark in enumerate(told)
        if mark in _QUOTES[opening] and not told[place + 1 :][:1].isalnum()
    )
    return next(ends, at)


def _found(text: str, *, hidden: bool) -> Iterator[re.Match[str]]:
    """The places where a text addresses a machine, in order."""
    matches: dict[int, re.Match[str]] = {}
    for row in _rows():
        if hidden or not row.hidden_only:
            for begin, end in row.stretches(text):
                for match in pattern(row.pattern).finditer(text, begin, end):
                    matches.setdefault(match.start(), match)
    return iter([matches[start] for start in sorted(matches)])


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            row["pattern"],
            row.get("hidden_only", False),
            tuple(heads_of(holds([words])) for words in row["holds"]),
            WordList(holds(row["holds"]), loose=True),
            tuple(row.get("signs", ())),
        )
        for row in data.table("language/injection")["pattern"]
    )


@cache
def _described() -> WordList:
    return WordList(data.table("language/injection")["described"]["before"])


def holds(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The phrases of which whatever a row matches holds one: a word of each list, slots filled in."""
    slots = data.table("language/injection")["slots"]
    filled = ([word for item in words for word in slots.get(item.strip("{}"), [item])] for words in lists)
    return tuple(_SIGNS.sub(" ", " ".join(words)).strip() for words in product(*filled))


@cache
def _slots() -> dict[str, str]:
    slots = data.table("language/injection")["slots"]
    return {name: f"(?:{'|'.join(map(re.escape, words))})" for name, words in slots.items()}


@lru_cache(maxsize=128)
def pattern(*rows: str) -> re.Pattern[str]:
    """What any of these patterns of the data matches, slots filled in; a space in one stands for any white space."""
    filled = (_SLOT.sub(lambda slot: _slots()[slot.group(1)].replace("\\ ", " "), row) for row in rows)
    spaced = (_SPACE.sub(r"\\s+", row) for row in filled)
    return re.compile("|".join(f"(?:{one})" for one in spaced), re.IGNORECASE | re.MULTILINE)


FLAG = Heuristic(
    id="prompt-injection",
    severity="serious",
    title="Text addressed to a screening machine",
    raised_when=(
        "a sentence, seen or hidden, tells a machine how to rate or rank, unless it is quoted or describes a defence"
    ),
    reason="It is meant to sway a machine instead of a reader. It earns nothing here, since no instruction is followed.",
    source="OWASP Top 10 for LLM applications, LLM01: prompt injection",
    innocent_explanations=(
        "a quotation in the account of security work",
        "a protest or a joke about automated screening",
        "text put in by an agency or a template without the person's knowledge",
    ),
    check=check,
)
