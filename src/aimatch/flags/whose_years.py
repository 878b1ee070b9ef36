"""Whose years a stated length counts: the person's own, or those of a team, a firm or several people together."""

from __future__ import annotations

import re
from functools import cache

from aimatch.flags import telling, words

#: Characters before a length in which its holder stands ("a team of nine engineers with well over").
_BEFORE = 80


def are_others(text: str, start: int, end: int) -> bool:
    """Whether a length in ``text[start:end]`` is summed over several people, or a team's, a firm's or somebody else's."""
    first, last = telling.sentence(text, start)
    if words.first(text, "shared", first, max(last, end)):
        return True
    line = text.rfind("\n", 0, start) + 1
    return _held().search(text[max(line, start - _BEFORE) : start]) is not None


@cache
def _held() -> re.Pattern[str]:
    """The end of what stands before such a length: "a team of twelve with over", "our agency has", "for its", "mentored by
    people with", "five developers,". What a holder is followed by makes it another's ("team lead with", "company founder with")."""
    groups, holding, counts = (words.alternatives(words.listed(name)) for name in ("groups", "holding", "counts"))
    return re.compile(
        rf"(?<![^\W_])(?:(?:(?:{groups})(?:\s+(?:of|in|for)(?:\s+[\w&-]+){{1,4}}?)?"
        rf"|(?:under|alongside|beside|by)(?:\s+[\w&-]+){{1,4}}?)\s*[(,–—-]?\s*(?:{holding})|its|their|whose"
        rf"|(?:\d+|{counts})\s+(?:[\w-]+\s+){{0,2}}?(?:{groups})\s*[,;:(–—-])"
        r"(?:\s+[^\W\d_]+){0,3}\s+(?:~\s*)?\Z",
        re.IGNORECASE,
    )
