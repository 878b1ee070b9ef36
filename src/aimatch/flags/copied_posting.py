"""copied-posting: long stretches of the resume stand word for word in the job posting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from aimatch.flags import telling
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.pasted import others_in

#: Words of a window that is looked up in the posting: sequences of five to eight are hardly ever written twice by chance.
WINDOW = 8
#: Words of a run that counts: a whole sentence, longer than any stock phrase ("works well in a team and independently").
SENTENCE = 12
#: Words of all runs together from which they are asked about: two such sentences.
COPIED_WORDS = 25
#: Share of a run that is names of skills, from which it is a list: lists of the same tools are alike without copying.
NAMES_SHARE = 0.6
#: How many runs the flag shows.
SHOWN = 6
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")


@dataclass(frozen=True, slots=True)
class _Posting:
    """A posting's words, and where each window of them begins."""

    words: tuple[str, ...]
    windows: dict[tuple[str, ...], tuple[int, ...]]


def check(case: Case) -> Finding | None:
    """Runs of the posting's own words, case and punctuation aside, outside of lists of names."""
    if case.posting is None:
        return None
    runs = [(start, end, count) for start, end, count in _runs(case.text, _posting(case.posting)) if count >= SENTENCE]
    runs = [run for run in runs if not _is_names(case, *run)]
    if runs and (others := others_in(case.text)):  # a posting quoted below an application by e-mail
        runs = [run for run in runs if not any(first <= run[0] < last for first, last in others)]
    copied = sum(count for _, _, count in runs)
    if copied < COPIED_WORDS:
        return None
    places = sorted(sorted(runs, key=lambda run: -run[2])[:SHOWN])
    return Finding(
        message=f"{copied} words stand in the resume just as in the posting. Which of these things did the person do, and "
        "where?",
        evidence=tuple(case.quote(start, end, f"{count} words of the posting") for start, end, count in places),
    )


def _runs(text: str, posting: _Posting) -> Iterator[tuple[int, int, int]]:
    """The longest stretches that stand in the posting too: start, end, number of words; none within another."""
    found = [(match.group().casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
    own = tuple(word for word, _, _ in found)
    at = 0
    while at + WINDOW <= len(own):
        places = posting.windows.get(own[at : at + WINDOW], ())
        if not places:
            at += 1
            continue
        count = max(_length(own, at, posting.words, place) for place in places)
        yield found[at][1], found[at + count - 1][2], count
        at += count


def _length(own: tuple[str, ...], at: int, theirs: tuple[str, ...], place: int) -> int:
    count = WINDOW
    while at + count < len(own) and place + count < len(theirs) and own[at + count] == theirs[place + count]:
        count += 1
    return count


def _is_names(case: Case, start: int, end: int, count: int) -> bool:
    inside = telling.mentions_in(case.evidence.resume, start, end)
    names = [one for one in inside if one.kind in ("technology", "method", "soft") and one.end <= end]
    return sum(len(_WORD.findall(one.quote)) for one in names) >= NAMES_SHARE * count


@lru_cache(maxsize=2)
def _posting(text: str) -> _Posting:
    """The windows of a posting, kept for the resumes that follow."""
    words = tuple(match.group().casefold() for match in _WORD.finditer(text))
    windows: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - WINDOW + 1):
        windows.setdefault(words[at : at + WINDOW], []).append(at)
    return _Posting(words, {window: tuple(places) for window, places in windows.items()})


FLAG = Heuristic(
    id="copied-posting",
    severity="caution",
    title="Words of the posting, copied",
    raised_when=(
        f"a posting is given, and whole sentences of it, {COPIED_WORDS} words together and more, stand in the resume word for word"
    ),
    reason="What was copied tells of the posting and not of the person; a few questions tell what stands behind it.",
    source="Text reuse by word windows: Broder, On the resemblance and containment of documents, 1997",
    innocent_explanations=(
        "advice to mirror the posting, which many give",
        "the person held this very job, or wrote the posting",
        "stock phrases of a trade or a regulation",
        "an agency that fitted the resume to the posting",
    ),
    check=check,
)
