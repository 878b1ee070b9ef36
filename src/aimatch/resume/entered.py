"""Jobs told by their first and their last day, each on a line of its own, as East Asian forms do: "2012年4月 Foo 入社" above
"2016年9月 Foo 退社", or "2012 | 4 | Joined Foo Ltd." above "2016 | 9 | Left Foo Ltd.", the last of them held to this day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from aimatch.data import filled, table
from aimatch.dates import DateRange
from aimatch.deferred import Deferred
from aimatch.resume.rules.degrees import degrees
from aimatch.wordlist import alternatives

#: Rows of a form that tell of entering and leaving; one alone is a sentence.
_ROWS = 2


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Entered:
    """What ends a line that tells of entering a firm, of leaving one, and of being there still, or opens it behind its date."""

    enters: Deferred
    leaves: Deferred
    lasts: Deferred
    begins: tuple[str, ...]
    #: One of the words that open a line, in the group of its kind.
    opens: Deferred

    def kind(self, line: str) -> str:
        """Whether a line, behind its date, tells of entering a firm ("begins"), of leaving one ("stops") or of being there
        still ("goes_on"); "" if it tells none of it."""
        opens = self.opens.match(line)
        if opens is not None:
            return opens.lastgroup or ""
        if line.isascii():
            return ""
        leaves = self.leaves.search(line)
        if self.enters.search(line):
            return "" if leaves else "begins"
        return "stops" if leaves else "goes_on" if self.lasts.search(line) else ""


@cache
def entered() -> Entered:
    """The table ``entered`` of ``language/positions.toml``."""
    data = table("language/positions")["entered"]
    kinds = "|".join(rf"(?P<{kind}>{alternatives(data[kind])})" for kind in ("begins", "stops", "goes_on"))
    return filled(
        Entered,
        [data],
        **{key: Deferred(alternatives(data[key])) for key in ("enters", "leaves", "lasts")},
        opens=Deferred(rf"[\s|:.)–—-]*(?:{kinds})(?!\w)", re.IGNORECASE),
    )


def without_entering(name: str) -> str:
    """A firm's name without the word before or behind it that tells of entering the firm."""
    opens = entered().opens.match(name)
    if opens is not None and opens.lastgroup == "begins":
        return name[opens.end() :].lstrip()
    return name if name.isascii() else re.sub(rf"\s*(?:{entered().enters.pattern})\Z", "", name)


def with_last_days(spans: Sequence[DateRange], text: str, lower: str) -> Iterator[DateRange]:
    """The spans of time of a text, each first day of a job joined with its last one."""
    known = entered()
    if not any(word in lower for word in known.begins) and (text.isascii() or known.enters.search(text) is None):
        yield from spans
        return
    kinds = [known.kind(_behind(span, text)) if span.single or span.current else "" for span in spans]
    if sum(map(bool, kinds)) < _ROWS:
        yield from spans
        return
    opened: DateRange | None = None
    for span, kind in zip(spans, kinds, strict=True):
        if opened is not None and (kind in {"stops", "goes_on"} or (span.current and kind != "begins")):
            stops = kind == "stops"
            yield replace(opened, end=span.end if stops else None, current=not stops, single=False)
            opened = None
            continue
        if opened is not None and kind == "begins":
            yield replace(opened, end=span.start, single=False)  # from one to the next
            opened = None
        if kind == "begins" and span.single and not _is_studied(_behind(span, text)):
            opened = span
        else:
            yield span
    if opened is not None:
        yield replace(opened, end=None, current=True, single=False)


def _behind(span: DateRange, text: str) -> str:
    """The rest of a date's line."""
    stop = text.find("\n", span.text_end)
    return text[span.text_end : stop if stop >= 0 else len(text)]


def _is_studied(line: str) -> bool:
    """Whether a line tells of entering a school, and no job at it."""
    return degrees().names_school(line) and " as " not in line
