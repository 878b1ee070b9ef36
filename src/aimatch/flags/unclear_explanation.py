"""unclear-explanation: no plain statement of what was done, with what, and for whom. Measured, never grammar."""

from __future__ import annotations

import re
from bisect import bisect_left

from aimatch.flags import telling, words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Position, Project
from aimatch.resume import heading_end

#: Lines of positions and projects that are needed to judge at all.
FEWEST_LINES = 3
#: Share of the lines that hold a word standing for anything ("various", "stuff", "etc").
VAGUE_SHARE = 0.6
#: Share of the lines that name a skill, a number or a result; with this many the account is concrete enough.
CONCRETE_SHARE = 0.34
#: Sentences of the account from which it is long enough to measure or explain something, and the share that holds words of
#: business ("leveraged ... to unlock value") from which these stand in the place of what was done.
FEWEST_SENTENCES = 6
JARGON_SHARE = 0.5
_NUMBER = re.compile(r"(?<![A-Za-z])\d")
_FEWEST_WORDS = 4
_SHOWN = 3


def check(case: Case) -> Finding | None:
    """Mostly vague lines and hardly a concrete one in the account of work and projects; or jargon that fits any job."""
    found = _vague(case) or _jargon(case)
    if not found:
        return None
    return Finding(
        message="What was the problem, what did the person do, and who used the result? The account of the work leaves "
        "it open.",
        evidence=tuple(case.quote(a, b) for a, b in found[:_SHOWN]),
    )


def _vague(case: Case) -> list[tuple[int, int]]:
    """The vague lines, if they are most of the account."""
    resume = case.evidence.resume
    if not words.found(case.text, "vague"):
        return []
    lines: list[tuple[int, int]] = []
    entries: list[Position | Project] = [*resume.positions, *resume.projects]
    for entry in entries:
        body = case.text.find("\n", entry.text_start, entry.text_end)
        if body >= 0:
            lines += _lines(case.text, body + 1, entry.text_end)
    lines = sorted(set(lines))
    if len(lines) < FEWEST_LINES:
        return []
    starts = [
        mention.start for mention in resume.mentions if mention.kind != "soft" and mention.via != "behaviour-weak"
    ]
    vague = [(a, b) for a, b in lines if words.first(case.text, "vague", a, b)]
    if len(vague) < VAGUE_SHARE * len(lines):
        return []
    concrete = [
        (a, b)
        for a, b in lines
        if _NUMBER.search(case.text, a, b) or bisect_left(starts, b) - bisect_left(starts, a) > ((a, b) in vague)
    ]
    if len(concrete) > CONCRETE_SHARE * len(lines):
        return []
    return vague


def _jargon(case: Case) -> list[tuple[int, int]]:
    """The sentences with words of business, if they are half of an account that measures nothing and tells nothing at length."""
    text, resume = case.text, case.evidence.resume
    if len(words.found(text, "jargon")) < JARGON_SHARE * FEWEST_SENTENCES:
        return []
    told: set[tuple[int, int]] = set()
    for entry in telling.entries(resume):
        at = heading_end(text, entry)
        while at < entry.text_end:
            start, end = telling.sentence(text, at)
            inside = telling.mentions_in(resume, start, end)
            if telling.is_at_length(text, start, end, inside) or telling.is_measured(text, start, end):
                return []
            long_enough = len(telling.WORD.findall(text, start, end)) >= _FEWEST_WORDS
            if start >= at and long_enough and not telling.is_list(text, start, end, inside):
                told.add((start, end))
            at = max(end, at + 1)
    if len(told) < FEWEST_SENTENCES:
        return []
    empty = sorted((start, end) for start, end in told if words.first(text, "jargon", start, end))
    return empty if len(empty) >= JARGON_SHARE * len(told) else []


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if len(text[start:stop].split()) >= _FEWEST_WORDS:
            found.append((start, stop))
        start = stop + 1
    return found


FLAG = Heuristic(
    id="unclear-explanation",
    severity="info",
    title="The account of the work stays vague",
    raised_when=(
        f"there are {FEWEST_LINES} or more lines on work and projects, {VAGUE_SHARE:.0%} of them hold a word that stands for anything, "
        f"and at most {CONCRETE_SHARE:.0%} name a skill, a number or a result; or {FEWEST_SENTENCES} or more sentences measure nothing, "
        f"and {JARGON_SHARE:.0%} of them hold words of business in the place of what was done"
    ),
    reason="The role explains technical matters to others; the resume is the first sample of it.",
    source="Job description, Red Flags to Watch For: explaining complex concepts in simple terms",
    innocent_explanations=(
        "confidential work that may not be described",
        "a resume written in haste, or by an agency",
        "modesty, or a language in which the person writes little",
    ),
    check=check,
)
