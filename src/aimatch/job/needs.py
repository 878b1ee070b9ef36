"""What of a sentence is needed and what is only welcome.

The part that a sentence stands in decides, unless words of its own clause say otherwise: "ideally Rust", "Rust is a
plus", "Kubernetes (nice to have)". A parenthesis of more than a few words has a need of its own.
"""

from __future__ import annotations

import re

from aimatch.job.parts import Unit
from aimatch.job.words import JobWords
from aimatch.model import Need

_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NEAR = 40


def need_of(lower: str, unit: Unit, start: int, end: int, words: JobWords) -> Need:
    """The need of what stands at ``start:end`` within a unit.

    Args:
        lower: The posting, as :func:`aimatch.job.words.plain` makes it.
        unit: The sentence.
        start: Where the skill, degree or number begins.
        end: Where it ends.
        words: The words that tell.
    """
    shown = lower[unit.start : unit.end]
    start, end = start - unit.start, end - unit.start
    for match in _PARENTHESIS.finditer(shown):
        if match.start() < start and end <= match.end():
            before, after = shown[match.start(1) : start], shown[end : match.end(1)]
            if words.nice_after.search(after) or words.nice_before.search(before):
                return "nice"
        elif not _is_remark(match.group(1), words):
            shown = shown[: match.start()] + " " * len(match.group()) + shown[match.end() :]
    left, right = 0, len(shown)
    for mark in words.clause.finditer(shown):
        if mark.end() <= start:
            left = mark.end()
        elif mark.start() >= end:
            right = mark.end()
            break
    needed = words.must.search(shown, end, right) is not None
    if words.begins.match(shown[left:].lstrip(" *-:\u2022")) or words.nice_before.search(shown, left, start):
        return "nice"
    welcome = words.nice_after.search(shown, end, right)
    if welcome is not None and not (needed and "not" not in welcome.group()):
        return "nice"
    if unit.place == "nice":
        return "must" if words.must.search(shown, end, min(right, end + _NEAR)) and welcome is None else "nice"
    return "must"


def _is_remark(inner: str, words: JobWords) -> bool:
    """Whether a parenthesis says nothing but a need: of what stands before it, then, and not of its own content."""
    left = words.remarks.sub("", words.must.sub("", words.nice_after.sub("", words.nice_before.sub("", inner))))
    return not any(letter.isalnum() for letter in left)
