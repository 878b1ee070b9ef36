"""Titles and employers that the data of a file name: taken as they are, commas and all."""

from __future__ import annotations

from dataclasses import replace

from aimatch.model import Document, Position


def as_named(positions: tuple[Position, ...], document: Document) -> tuple[Position, ...]:
    """The positions with the title and the employer that their entry's fields name, where it has fields."""
    if not document.fields:
        return positions
    told = []
    for position in positions:
        within = range(position.text_start, position.text_end + 1)
        named = {
            field.kind: document.text[field.start : field.end]
            for field in reversed(document.fields)
            if field.start in within and field.end in within
        }
        told.append(replace(position, title=named["title"], employer=named["employer"]) if len(named) > 1 else position)
    return tuple(told)
