"""Where the account of an entry begins: behind the lines that hold its names."""

from __future__ import annotations

from aimatch.model import Position, Project

#: Lines of an entry that may belong to its heading.
_HEADING_LINES = 4
#: Characters; an entry that begins with a longer line is told in sentences, and its names stand among them.
_LONGEST_HEADING = 160


def heading_end(text: str, entry: Position | Project) -> int:
    """The offset at which the heading of an entry ends: behind the last of its first lines that holds one of its names."""
    names = [entry.title] if isinstance(entry, Project) else [entry.title, entry.employer]
    start = end = entry.text_start
    for _ in range(_HEADING_LINES):
        if start >= entry.text_end:
            break
        stop = text.find("\n", start, entry.text_end)
        stop = entry.text_end if stop < 0 else stop
        if stop - start > _LONGEST_HEADING:
            break
        if any(name and name in text[start:stop] for name in names):
            end = stop
        start = stop + 1
    return end
