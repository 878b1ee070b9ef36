"""prompt-injection: text addressed to a machine that screens, visible or hidden.

The patterns are data (``skill_taxonomy/language/injection.toml``), each with examples and counter-examples. None is a
mere word of instruction: people who answer mail "respond with", and every other resume has an "Operating System:".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from aimatch import data
from aimatch.extract.sentences import sentences
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Evidence

_QUOTES = frozenset("\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e`")
#: Characters before a phrase that a quotation mark may stand off: 'such as "ignore ...', 'the "please ignore ...'.
_QUOTE_REACH = 2
#: A space of a pattern, unless it is escaped or itself repeated.
_SPACE = re.compile(r"(?<!\\) (?![?*+{])")


@dataclass(frozen=True, slots=True)
class _Patterns:
    visible: re.Pattern[str]
    hidden: re.Pattern[str]
    described: re.Pattern[str]


def check(case: Case) -> Finding | None:
    """Instructions to a screening machine, unless the sentence describes defending against such."""
    places = _addressed(case.text, case)
    hidden = [one for one in case.evidence.resume.document.hidden if _patterns().hidden.search(one.quote)]
    places += [
        Evidence(quote=one.quote, start=0, end=0, page=one.page, note=f"hidden ({one.technique}) {one.place}".strip())
        for one in hidden
    ]
    if not places:
        return None
    return Finding(
        message="The resume holds text that is addressed to a screening machine. Who put it there, and why?",
        evidence=tuple(places),
    )


def _addressed(text: str, case: Case) -> list[Evidence]:
    places = []
    marks = sentences(text)
    for match in _patterns().visible.finditer(text):
        at = match.start() + len(match.group()) - len(match.group().lstrip(" \t\r\n.!?:;,>)]"))
        start, end = marks.around(at)
        if _quoted(text, at) or _patterns().described.search(text, start, at):
            continue
        places.append(case.quote(start, max(end, match.end())))
    return places


def _quoted(text: str, at: int) -> bool:
    return not _QUOTES.isdisjoint(text[max(0, at - _QUOTE_REACH) : at])


@cache
def _patterns() -> _Patterns:
    table = data.table("language/injection")
    rows = table["pattern"]
    before = sorted(map(re.escape, table["described"]["before"]), key=len, reverse=True)
    return _Patterns(
        visible=pattern(*(row for row in rows if not row.get("hidden_only", False))),
        hidden=pattern(*rows),
        described=re.compile(rf"(?<![^\W_])(?:{'|'.join(before)})(?![^\W_])", re.IGNORECASE),
    )


def pattern(*rows: Mapping[str, Any]) -> re.Pattern[str]:
    """What any of these rows of the data matches; a space in a row's pattern stands for any white space."""
    spaced = (_SPACE.sub(r"\\s+", row["pattern"]) for row in rows)
    return re.compile("|".join(f"(?:{one})" for one in spaced), re.IGNORECASE | re.MULTILINE)


FLAG = Heuristic(
    id="prompt-injection",
    severity="serious",
    title="Text addressed to a screening machine",
    reason="It is meant to sway a machine instead of a reader. It earns nothing here, since no instruction is followed.",
    source="OWASP Top 10 for LLM applications, LLM01: prompt injection",
    innocent_explanations=(
        "a quotation in the account of security work",
        "a protest or a joke about automated screening",
        "text put in by an agency or a template without the person's knowledge",
    ),
    check=check,
)
