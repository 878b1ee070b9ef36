"""keyword-stuffing: the same names over and over, or lists, meant for a search engine and not for a reader."""

from __future__ import annotations

from collections import Counter

from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Mention

#: Mentions within one block of text (no sentence between) from which repetition is judged.
LONG_BLOCK = 15
#: Mentions a distinct skill within such a block: a normal skills section names each once, at most twice.
REPEATS = 2.0
#: Times that one skill stands in one block, with at least two such skills.
OFTEN = 4
#: Characters between mentions of one block: a sentence is longer.
GAP = 25


def check(case: Case) -> Finding | None:
    """A block of names that repeats itself far beyond a normal skills section."""
    for block in _blocks(case):
        if len(block) < LONG_BLOCK:
            continue
        counts = Counter(mention.skill for mention in block)
        often = [id_ for id_, count in counts.most_common() if count >= OFTEN]
        if len(block) / len(counts) >= REPEATS and len(often) >= 2:
            named = ", ".join(f"{case.taxonomy.name(id_)} ({counts[id_]} times)" for id_ in often[:5])
            return Finding(
                message=f"A block of {len(block)} names repeats the same few: {named}. Whom is it written for?",
                evidence=(case.quote(block[0].start, block[-1].end),),
            )
    return None


def _blocks(case: Case) -> list[list[Mention]]:
    blocks: list[list[Mention]] = []
    for mention in case.evidence.resume.mentions:
        if mention.kind not in ("technology", "method"):
            continue
        if blocks and mention.start - blocks[-1][-1].end <= GAP:
            blocks[-1].append(mention)
        else:
            blocks.append([mention])
    return blocks


FLAG = Heuristic(
    id="keyword-stuffing",
    severity="caution",
    title="Keywords repeated for a search engine",
    reason="Such blocks tell nothing of what somebody can do, and earn nothing here.",
    source="Common advice on how to trick applicant tracking systems",
    innocent_explanations=(
        "advice from an agency or a web page on how to pass filters",
        "a list kept for each project, with much in common",
    ),
    check=check,
)
