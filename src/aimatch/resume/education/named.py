"""Courses of study whose degree, field and school the data of a file name: taken as they are, commas and all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from aimatch.model import Document, Education, Field

_KINDS = frozenset({"degree", "area", "school", "begun"})


def as_studied(studies: tuple[Education, ...], document: Document) -> tuple[Education, ...]:
    """The courses of study, one for each entry of the data that tells of one: with the degree, the field and the school that
    its fields name, and without what words of these, or the courses below, name besides."""
    heads: dict[int, dict[str, Field]] = {}
    for field in document.fields:
        if field.kind in _KINDS:
            heads.setdefault(document.text.rfind("\n", 0, field.start) + 1, {})[field.kind] = field
    told: dict[int, Education] = {}
    kept = []
    for study in studies:
        first = _entry_of(study, heads, document.text)
        if first is None:
            kept.append(study)
        elif study.text_start == first:
            told[first] = _better(told.get(first), study, heads[first], document.text)
    kept += [_as_named(study, heads[first], document.text) for first, study in told.items()]
    return tuple(sorted(kept, key=lambda study: study.text_start)) if heads else studies


def _entry_of(study: Education, heads: Mapping[int, Mapping[str, Field]], text: str) -> int | None:
    """The first line of the entry that a course of study was read from; None if it was read from none."""
    first = max((head for head in heads if head <= study.text_start), default=None)
    if first is None or "\n\n" in text[first : study.text_start]:
        return None
    return first


def _better(one: Education | None, other: Education, named: Mapping[str, Field], text: str) -> Education:
    """Of two readings of an entry the one that names the degree of its field."""
    if one is None:
        return other
    degree = named["degree"]
    return (
        other
        if other.degree in text[degree.start : degree.end] and one.degree not in text[degree.start : degree.end]
        else one
    )


def _as_named(study: Education, named: Mapping[str, Field], text: str) -> Education:
    words = {kind: text[field.start : field.end] for kind, field in named.items()}
    begun = bool(words.get("begun"))
    # A degree that stands in another field than its own was read out of that.
    fits = not study.degree or study.degree in words["degree"]
    return replace(
        study,
        degree=(fits and words["degree"]) or study.degree,
        field=(fits and words["area"]) or study.field,
        institution=words["school"] or study.institution,
        start=study.end if begun else study.start,
        end=None if begun else study.end,
    )
