"""prompt-injection: text addressed to a machine that screens, visible or hidden.

The patterns are data (``skill_taxonomy/language/injection.toml``), each with examples and counter-examples. None is a
mere word of instruction: people who answer mail "respond with", and every other resume has an "Operating System:".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from aimatch import data
from aimatch.extract.sentences import sentences
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Evidence
from aimatch.wordlist import WordList

_QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e`")
#: Characters before a phrase that a quotation mark may stand off: 'such as "ignore ...', 'the "please ignore ...'.
_QUOTE_REACH = 2
#: A space of a pattern, unless it is escaped or itself repeated.
_SPACE = re.compile(r"(?<!\\) (?![?*+{])")


@dataclass(frozen=True, slots=True)
class _Row:
    """A pattern, where it counts, and the words and signs of which it holds some wherever it matches."""

    pattern: str
    hidden_only: bool
    phrases: tuple[str, ...]
    holds: WordList
    signs: tuple[str, ...]

    def may_match(self, text: str) -> bool:
        """Whether a text holds what every match does."""
        return (not self.signs or any(sign in text for sign in self.signs)) and self.holds.first(text) is not None


def check(case: Case) -> Finding | None:
    """Instructions to a screening machine, unless the sentence describes defending against such."""
    places = _addressed(case.text, case)
    hidden = [one for one in case.evidence.resume.document.hidden if next(_found(one.quote, hidden=True), None)]
    places += [Evidence(quote=one.quote, start=0, end=0, page=one.page, note=f"hidden: {one.how}") for one in hidden]
    if not places:
        return None
    return Finding(
        message="The resume holds text that is addressed to a screening machine. Who put it there, and why?",
        evidence=tuple(places),
    )


def _addressed(text: str, case: Case) -> list[Evidence]:
    places = []
    for match in _found(text, hidden=False):
        at = match.start() + len(match.group()) - len(match.group().lstrip(" \t\r\n.!?:;,>)]"))
        start, end = sentences(text).around(at)
        if _quoted(text, at) or _described().first(text, start, at):
            continue
        places.append(case.quote(start, max(end, match.end())))
    return places


def _quoted(text: str, at: int) -> bool:
    return not _QUOTES.isdisjoint(text[max(0, at - _QUOTE_REACH) : at])


def _found(text: str, *, hidden: bool) -> Iterator[re.Match[str]]:
    """The places where a text addresses a machine, in order."""
    # Most texts hold none of the words of any pattern, which one look tells.
    rows = [row for row in _rows() if hidden or not row.hidden_only]
    if not hidden and not _any_visible().first(text):
        rows = [row for row in rows if row.signs]
    likely = tuple(row.pattern for row in rows if row.may_match(text))
    return pattern(*likely).finditer(text) if likely else iter(())


@cache
def _rows() -> tuple[_Row, ...]:
    rows = []
    for row in data.table("language/injection")["pattern"]:
        phrases = tuple(map(" ".join, product(*row["holds"])))
        words = WordList(phrases, loose=True)
        rows.append(_Row(row["pattern"], row.get("hidden_only", False), phrases, words, tuple(row.get("signs", ()))))
    return tuple(rows)


@cache
def _any_visible() -> WordList:
    rows = [row for row in _rows() if not row.hidden_only and not row.signs]
    return WordList((phrase for row in rows for phrase in row.phrases), loose=True)


@cache
def _described() -> WordList:
    return WordList(data.table("language/injection")["described"]["before"])


@lru_cache(maxsize=128)
def pattern(*rows: str) -> re.Pattern[str]:
    """What any of these patterns of the data matches; a space in one stands for any white space."""
    spaced = (_SPACE.sub(r"\\s+", row) for row in rows)
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
