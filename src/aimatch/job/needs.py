"""What of a sentence is needed, what is only welcome, and what it says is not needed.

The part that a sentence stands in decides, unless words of its own clause say otherwise: "ideally Rust", "Rust is a
plus", "Kubernetes (nice to have)". A parenthesis of more than a few words has a need of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from aimatch.job.parts import Unit
from aimatch.job.words import BLANK, JobWords
from aimatch.model import Mention, Need

_PARENTHESIS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NEAR = 40
_LABELS = re.compile(r"\s*:\s")
#: Characters before a skill in which it may be denied, and what ends the list of those that are: "no Scala, Java is a must".
_REACH = 120
_AFFIRMED = re.compile(r"\s+(?:is|are)\s+(?!not\b)")


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
    if words.begins.match(shown[left:].lstrip(" *-:\u2022")) or words.nice_before.search(shown, left, start):
        return "nice"
    if any(_LABELS.match(shown, match.end()) for match in words.nice_after.finditer(shown, left, start)):
        return "nice"  # "Python; a plus: Rust"
    welcome = [match.span() for match in words.nice_after.finditer(shown, end, right)]
    needed = (match.span() for match in words.must.finditer(shown, end, right))
    # "A must" may stand in "not a must", and "optional" in "not optional".
    if welcome and all(any(a <= first and last <= b for a, b in welcome) for first, last in needed):
        return "nice"
    if unit.place == "nice":
        return "must" if words.must.search(shown, end, min(right, end + _NEAR)) and not welcome else "nice"
    return "must"


def waived(lower: str, unit: Unit, mentions: Iterable[Mention], words: JobWords) -> frozenset[int]:
    """Where the mentions of a unit begin that it says are not needed: "no Java or Scala required", "Java is not needed".

    Among what is welcome nothing is needed, so nothing there says so anew, but for "no need for".
    """
    inside = [one for one in mentions if unit.start <= one.start < unit.end]
    if not inside or words.insists.search(lower, unit.start, unit.end):
        return frozenset()
    if unit.place == "nice":
        plainly = words.unneeded.search(lower, unit.start, unit.end)
        return frozenset(one.start for one in inside if plainly is not None and plainly.end() <= one.start)
    shown = lower[unit.start : unit.end]
    for one in inside:
        start, end = one.start - unit.start, one.end - unit.start
        shown = shown[:start] + BLANK * (end - start) + shown[end:]
    return frozenset(
        one.start
        for one in inside
        if words.waived_after.match(shown, one.end - unit.start)
        or (
            (
                before := words.waived_before.search(
                    shown[: one.start - unit.start], max(0, one.start - unit.start - _REACH)
                )
            )
            and not (before.group().endswith(", ") and _AFFIRMED.match(shown, one.end - unit.start))
        )
    )


def _is_remark(inner: str, words: JobWords) -> bool:
    """Whether a parenthesis says nothing but a need: of what stands before it, then, and not of its own content."""
    left = words.remarks.sub("", words.must.sub("", words.nice_after.sub("", words.nice_before.sub("", inner))))
    return not any(letter.isalnum() for letter in left)
