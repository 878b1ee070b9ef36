"""Jobs told by their first and their last day, each on a line of its own, as East Asian forms do: "2012年4月 Foo 入社" above
"2016年9月 Foo 退社", the last of them held to this day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from aimatch.data import table
from aimatch.dates import DateRange
from aimatch.wordlist import alternatives


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What ends a line that tells of entering a firm, of leaving one, and of being there still."""

    enters: re.Pattern[str]
    leaves: re.Pattern[str]
    lasts: re.Pattern[str]


@cache
def entered() -> Entered:
    """The table ``entered`` of ``language/positions.toml``."""
    return Entered(
        **{key: re.compile(alternatives(words)) for key, words in table("language/positions")["entered"].items()}
    )


def without_entering(name: str) -> str:
    """A firm's name without the word behind it that tells of entering the firm."""
    return name if name.isascii() else re.sub(rf"\s*(?:{entered().enters.pattern})\Z", "", name)


def with_last_days(spans: Sequence[DateRange], text: str) -> Iterator[DateRange]:
    """The spans of time of a text, each first day of a job joined with its last one."""
    known = entered()
    if text.isascii() or known.enters.search(text) is None:
        yield from spans
        return
    opened: DateRange | None = None
    for span in spans:
        stop = text.find("\n", span.text_end)
        line = text[span.text_end : stop if stop >= 0 else len(text)]
        enters, leaves = known.enters.search(line), known.leaves.search(line)
        if opened is not None and not enters and (leaves or known.lasts.search(line) or span.current):
            yield replace(opened, end=span.end if leaves else None, current=not leaves, single=False)
            opened = None
            continue
        if opened is not None and enters:
            yield replace(opened, end=span.start, single=False)  # from one to the next
            opened = None
        if enters and span.single and not leaves:
            opened = span
        else:
            yield span
    if opened is not None:
        yield replace(opened, end=None, current=True, single=False)
