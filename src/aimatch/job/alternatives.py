"""Group the skills of a sentence: alternatives of which one suffices, and those that are asked one by one.

Alternatives are the items of a list that is joined by "or" or a slash, opened by "such as", "e.g.", "one of" and the
like, or given in parentheses as tools. Where a list gives examples of a kind ("cloud platforms such as AWS"), the kind
is an alternative too: another of its kind would do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from aimatch.job.parts import Unit
from aimatch.job.words import JobWords, last_match
from aimatch.model import Mention
from aimatch.taxonomy import Taxonomy

_MOST_WORDS, _LONGEST_GAP = 3, 40
_OPENER_REACH = 30
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_LINKS = frozenset({"and", "or", "and/or", "nor", "&"})
_OR = re.compile(r"(?<!\w)(?:or|and/or|and / or)(?!\w)")
_ENDS_LIST = re.compile(r"[;\n():]|\.\s")
_SEPARATES = re.compile(r"[,/&|+]|\bor\b|\band\b")
_SLASH = re.compile(r"\s*/\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Skills of which any one suffices, in order of place: the mention each was found by, and the list's kind.

    ``kind`` is the mention of what the list gives examples of ("cloud platforms"), if its kind is asked for.
    """

    mentions: tuple[Mention, ...]
    kind: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """One item of a list: a mention, and where it ends with the short form in parentheses that repeats it."""

    mention: Mention
    start: int
    end: int


_Run = tuple[_Item, ...]


def groups(lower: str, unit: Unit, mentions: list[Mention], taxonomy: Taxonomy, words: JobWords) -> tuple[Group, ...]:
    """The mentions of one sentence, in order of place, grouped.

    Args:
        lower: The posting, as :func:`aimatch.job.words.plain` makes it.
        unit: The sentence.
        mentions: Its mentions, in order of place.
        taxonomy: Tells which skill is the kind of which.
        words: The words that tell.
    """
    found: list[Group] = []
    for run in _runs(lower, _items(lower, mentions), words):
        listed = tuple(item.mention for item in run)
        opener = _opener(lower, unit, run[0].start, words)
        if not _joined(lower, unit, run, opener, words):
            found += (Group(mentions=(mention,)) for mention in listed)
            continue
        kind = None
        open_ended = (opener is not None and words.examples.search(opener)) or _closed_openly(lower, unit, run, words)
        if open_ended and found and len(found[-1].mentions) == 1:
            before = found[-1].mentions[0]
            if run[0].start - before.end <= _OPENER_REACH and _is_kind(before, listed, taxonomy):
                kind = found.pop().mentions[0]
        found.append(Group(mentions=listed, kind=kind))
    return tuple(found)


def _items(lower: str, mentions: list[Mention]) -> list[_Item]:
    """The mentions as items: "machine learning (ML)" is one."""
    items: list[_Item] = []
    for mention in mentions:
        if items and items[-1].mention.skill == mention.skill:
            last = items[-1]
            closed = re.match(r"s?\s*\)", lower[mention.end : mention.end + 3])
            if re.fullmatch(r"s?\s*\(\s*", lower[last.end : mention.start]) and closed:
                items[-1] = _Item(last.mention, last.start, mention.end + closed.end())
                continue
        items.append(_Item(mention, mention.start, mention.end))
    return items


def _runs(lower: str, items: list[_Item], words: JobWords) -> list[_Run]:
    """The lists: items with nothing between them but separators and a word or two.

    What follows on the item behind an "or" belongs to another list: "Python or R, and Docker".
    """
    runs: list[list[_Item]] = []
    ended = False
    for item in items:
        gap = lower[runs[-1][-1].end : item.start] if runs else ""
        chooses = _OR.search(gap) is not None
        if runs and (chooses or not ended) and _one_list(gap, runs[-1][-1], item, words):
            runs[-1].append(item)
        else:
            runs.append([item])
            chooses = False
        ended = chooses
    return [tuple(run) for run in runs]


def _one_list(gap: str, one: _Item, other: _Item, words: JobWords) -> bool:
    if "soft" in (one.mention.kind, other.mention.kind):
        return False
    if other.start < one.end:  # a phrase that names two skills
        return "joint" in (one.mention.via, other.mention.via)
    if len(gap) > _LONGEST_GAP or _ENDS_LIST.search(gap) or words.breaks.search(gap) or words.opens.search(gap):
        return False
    telling = [word for word in _WORD.findall(gap) if word not in _LINKS]
    if len(telling) > _MOST_WORDS or any(word.endswith("ing") for word in telling):
        return False
    return _SEPARATES.search(gap) is not None


def _opener(lower: str, unit: Unit, at: int, words: JobWords) -> str | None:
    """The words that open the list that begins at ``at`` ("such as", "(", "at least one"), if any do."""
    before = lower[max(unit.start, at - _OPENER_REACH) : at]
    match = last_match(words.opens, before)
    if match is not None:
        between = before[match.end() :]
        if len(_WORD.findall(between)) <= 2 and not re.search(r"[;)]", between):
            return match.group()
    if re.search(r"[(\[]\s*\Z", before):
        return "("
    return None


def _joined(lower: str, unit: Unit, run: _Run, opener: str | None, words: JobWords) -> bool:
    """Whether one of a list suffices."""
    if opener is not None and opener != "(":
        return True
    if len(run) == 1:
        return False
    gaps = [lower[one.end : max(one.end, other.start)] for one, other in pairwise(run)]
    if any(_OR.search(gap) for gap in gaps):
        return True
    tools = all(item.mention.kind == "technology" for item in run)
    before = lower[max(unit.start, run[0].start - 2 * _LONGEST_GAP) : run[0].start]
    if opener == "(":
        return tools or words.one.search(before) is not None or _closed_openly(lower, unit, run, words)
    if tools and any(_SLASH.match(gap) for gap in gaps):
        return True
    if words.opens.search(before) and ":" in before[-3:]:  # "one or more of the following: …"
        return True
    return tools and _closed_openly(lower, unit, run, words) and not any("and" in _WORD.findall(gap) for gap in gaps)


def _closed_openly(lower: str, unit: Unit, run: _Run, words: JobWords) -> bool:
    """Whether a list ends with "etc.", "or similar" and the like."""
    behind = lower[run[-1].end : min(unit.end, run[-1].end + _OPENER_REACH)]
    match = words.closes.search(behind)
    return match is not None and not re.search(r"[;.)]", behind[: match.start()])


def _is_kind(kind: Mention, run: tuple[Mention, ...], taxonomy: Taxonomy) -> bool:
    """Whether a skill is what most of a list's items are directly cases of."""
    cases = sum(kind.skill in taxonomy[mention.skill].broader for mention in run if mention.skill in taxonomy)
    return 2 * cases >= len(run)
