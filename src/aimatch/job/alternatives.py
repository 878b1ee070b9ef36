"""Group the skills of a sentence: alternatives of which one suffices, and those that are asked one by one.

Alternatives are the items of a list that is joined by "or" or a slash, opened by "such as", "e.g.", "one of" and the
like, or given in parentheses as tools. Where a list gives examples of a kind ("cloud platforms such as AWS"), the kind
is an alternative too: another of its kind would do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from aimatch.job.parts import Unit
from aimatch.job.words import JobWords, last_match
from aimatch.model import Mention
from aimatch.taxonomy import Taxonomy

_MOST_WORDS, _LONGEST_GAP = 3, 40
_OPENER_REACH = 30
_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_ENDS_LIST = re.compile(r"[;\n():]|\.\s")
_SEPARATES = re.compile(r"[,/&|+]")
#: A flattened list's bullet, which a tongue's "or" may look like: "o Python o Java".
_BULLET = re.compile(r"(?:^|[\s:;])o\s+\Z")
#: Different words of Dutch from which a posting is in it.
_LEAST_DUTCH = 2
_BEFORE_LIST = re.compile(r"(?::|\s[-\u2013\u2014])\s*\Z")
_SLASH = re.compile(r"\s*/\s*")


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
    ended = unit.start
    for run in _lists(lower, unit, mentions, words):
        after, ended = ended, run[-1].end
        listed = tuple(item.mention for item in run)
        gap = lower[after : run[0].start]
        if found and _closes(gap, words) and words.opens.search(gap) is not None:
            # "statistics or related areas, such as forecasting and surveys": they go on with the list.
            found[-1] = replace(found[-1], mentions=(*found[-1].mentions, *listed))
            continue
        if len(run) == 1 and found and _closes(gap, words):
            # "PyTorch or other deep-learning frameworks": what closes a list is its kind, and its kind would do too.
            if found[-1].kind is None and not _is_field(listed[0], found[-1].mentions, taxonomy):
                found[-1] = replace(found[-1], kind=listed[0])
            else:
                found.append(Group(mentions=listed))
            continue
        opener = _opener(lower, after, run[0].start, words)
        if not _joined(lower, unit, run, opener, words):
            found += (Group(mentions=mentions) for mentions in _by_slash(lower, run))
            continue
        kind = None
        open_ended = (opener is not None and words.examples.search(opener)) or _closed_openly(lower, unit, run, words)
        if open_ended and found and len(found[-1].mentions) == 1:
            before = found[-1].mentions[0]
            near = run[0].start - before.end <= _OPENER_REACH
            if near and _is_open_kind(before, listed, taxonomy, words):
                kind = found.pop().mentions[0]
        found.append(Group(mentions=listed, kind=kind))
    return tuple(found)


def _lists(lower: str, unit: Unit, mentions: list[Mention], words: JobWords) -> Iterator[_Run]:
    """The lists of a sentence; tools that are given as examples end where a method follows, unless an "or" leads to it."""
    ended = unit.start
    for run in _runs(lower, _items(lower, mentions), words):
        opener = _opener(lower, ended, run[0].start, words)
        ended, ends = run[-1].end, None
        for at, (one, other) in enumerate(pairwise(run), 1):
            turns = (one.mention.kind, other.mention.kind) == ("technology", "method")
            if turns and _SLASH.fullmatch(lower[one.end : max(one.end, other.start)]) is None:
                ends = at
                break
        if ends is None or opener is None or opener == "(" or words.either.search(lower[run[0].end : run[-1].start]):
            yield run
        else:
            yield run[:ends]
            yield run[ends:]


def _by_slash(lower: str, run: _Run) -> Iterator[tuple[Mention, ...]]:
    """The items of a list that asks each: tools with a slash between are one ("Python, TensorFlow/PyTorch and SQL")."""
    pair: list[_Item] = []
    for item in run:
        tools = pair and {pair[-1].mention.kind, item.mention.kind} == {"technology"}
        if tools and _SLASH.fullmatch(lower[pair[-1].end : max(pair[-1].end, item.start)]) is None:
            tools = False
        if pair and not tools:
            yield tuple(one.mention for one in pair)
            pair = []
        pair.append(item)
    yield tuple(one.mention for one in pair)


def _closes(gap: str, words: JobWords) -> bool:
    """Whether "or similar", "or other" and the like lead from a list to what stands behind the gap."""
    return len(gap) <= _LONGEST_GAP and not _ENDS_LIST.search(gap) and words.closes.match(gap.lstrip(" ,")) is not None


def _items(lower: str, mentions: list[Mention]) -> list[_Item]:
    """The mentions as items: "machine learning (ML)" is one, and so is a name within a joint phrase of the same skill."""
    items: list[_Item] = []
    for mention in mentions:
        if mention.via == "joint" and any(
            other is not mention
            and other.skill == mention.skill
            and mention.start <= other.start < other.end <= mention.end
            for other in mentions
        ):
            continue
        if items and items[-1].mention.skill == mention.skill:
            last = items[-1]
            if not lower[last.end : mention.start].strip():  # "Anyscale Ray"
                items[-1] = _Item(last.mention, last.start, max(last.end, mention.end))
                continue
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
        if runs and _closes(gap, words):
            runs.append([item])
            ended = words.opens.search(gap) is None
            continue
        # "Docker and orchestration tools like Kubernetes": what opens a list of its own is none of this one.
        if (
            runs
            and not words.either.search(gap)
            and words.examples.match(lower[item.end : item.end + _OPENER_REACH].lstrip(" ,("))
        ):
            runs.append([item])
            ended = False
            continue
        chooses = bool(runs) and _chooses(lower, runs[-1][-1], item, words)
        if runs and (chooses or not ended) and _one_list(lower, runs[-1][-1], item, words):
            runs[-1].append(item)
        else:
            runs.append([item])
            chooses = False
        ended = chooses
    return [tuple(run) for run in runs]


def _chooses(lower: str, one: _Item, other: _Item, words: JobWords) -> bool:
    """Whether an "or" leads from one item to the next; what is an "or" in another language only must stand there alone."""
    gap = lower[one.end : max(one.end, other.start)]
    if words.either.search(gap) is not None:
        return True
    alone = gap.strip()
    if words.either_alone.fullmatch(alone) is not None:
        return _BULLET.search(lower[max(0, one.start - 3) : one.start]) is None
    if words.either_dutch.fullmatch(alone) is None:
        return False
    # "The design of APIs", yet "Java of Kotlin".
    tools = one.mention.kind == other.mention.kind == "technology"
    return tools or len({match.group() for match in words.dutch.finditer(lower)}) >= _LEAST_DUTCH


def _one_list(lower: str, one: _Item, other: _Item, words: JobWords) -> bool:
    gap = lower[one.end : max(one.end, other.start)]
    if "soft" in (one.mention.kind, other.mention.kind):
        return False
    if other.start < one.end:  # a phrase that names two skills
        return "joint" in (one.mention.via, other.mention.via)
    if _chooses(lower, one, other, words) and words.either.search(gap) is None:
        return True
    rest = words.links.sub(" ", gap)  # the full stop of "bzw." ends no list, the "of" of Dutch begins none
    if len(gap) > _LONGEST_GAP or _ENDS_LIST.search(rest) or words.breaks.search(rest) or words.opens.search(rest):
        return False
    telling = _WORD.findall(rest)
    if len(telling) > _MOST_WORDS or any(word.endswith("ing") for word in telling):
        return False
    return (_SEPARATES.search(gap) or words.links.search(gap)) is not None


def _opener(lower: str, after: int, at: int, words: JobWords) -> str | None:
    """The words behind ``after`` that open the list that begins at ``at`` ("such as", "(", "at least one"), if any do."""
    before = lower[max(after, at - _OPENER_REACH) : at]
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
    if any(_chooses(lower, one, other, words) for one, other in pairwise(run)):
        return True
    tools = all(item.mention.kind == "technology" for item in run)
    # A dash before a list may have been taken for the end of a sentence.
    line = lower.rfind("\n", 0, run[0].start) + 1
    before = lower[max(line, run[0].start - 2 * _LONGEST_GAP) : run[0].start]
    if _closed_openly(lower, unit, run, words, by_or=True):
        return True
    if opener == "(":
        return tools or words.one.search(before) is not None or _closed_openly(lower, unit, run, words)
    if _BEFORE_LIST.search(before) and (words.opens.search(before) or words.one.search(before)):
        return True  # "one or more of the following: …", "at least one library - …"
    asks_each = words.both.search(lower, run[0].end, max(run[0].end, run[-1].start)) is not None
    return tools and not asks_each and _closed_openly(lower, unit, run, words)


def _closed_openly(lower: str, unit: Unit, run: _Run, words: JobWords, *, by_or: bool = False) -> bool:
    """Whether a list ends with "etc.", "or similar" and the like; an aside, "(or similar)", is of its last item only."""
    behind = lower[run[-1].end : min(unit.end, run[-1].end + _OPENER_REACH)]
    match = words.closes.search(behind)
    if match is None or re.search(r"[;.()]", behind[: match.start()]):
        return False
    return not by_or or any(one.match(match.group()) for one in (words.either, words.either_alone, words.either_dutch))


def _is_kind(kind: Mention, run: tuple[Mention, ...], taxonomy: Taxonomy) -> bool:
    """Whether a skill is what most of a list's items are directly cases of, or at any distance if it is a kind of tools."""
    cases = sum(
        kind.skill
        in (taxonomy.broader(mention.skill) if kind.kind == "technology" else taxonomy[mention.skill].broader)
        for mention in run
        if mention.skill in taxonomy
    )
    return 2 * cases >= len(run)


def _is_open_kind(kind: Mention, run: tuple[Mention, ...], taxonomy: Taxonomy, words: JobWords) -> bool:
    """Whether another of a kind would do: of a family of tools, whatever the examples; never of a language's libraries."""
    if not words.no_kinds.isdisjoint(taxonomy.broader(kind.skill)):
        return False
    return _is_kind(kind, run, taxonomy) or (kind.kind == "technology" and bool(taxonomy.narrower(kind.skill)))


def _is_field(kind: Mention, run: tuple[Mention, ...], taxonomy: Taxonomy) -> bool:
    """Whether a skill is the whole field that most of a list's items lie in, and not their own kind."""
    inside = sum(kind.skill in taxonomy.broader(mention.skill) for mention in run if mention.skill in taxonomy)
    return 2 * inside >= len(run) and not _is_kind(kind, run, taxonomy)
