"""Entries written like the positions of their section, though no known word tells that they are jobs.

A list of jobs is written in one form: the dates open each line, or stand behind the names, bare or in brackets. Where one
entry is a job by its words ("Laboratory technician, Institute of Soils (2022 to 2024)"), a line of the same form that
opens a block of its own is the next one, whatever it names ("Ropes and tickets on the Mull ferry (2020 to 2021)"). Where
none is, two and more in one form are all jobs, if their place speaks of nothing else: trades and tongues are many.
"""

from __future__ import annotations

from typing import NamedTuple

from aimatch.resume.entries import Dated, Role
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import BULLETS, Line

#: Where an entry alike is one: in the experience, and in what stands above all headings.
_PLACES = frozenset({"experience", "header", "objective", "summary", ""})
#: Characters of an entry's heading, beside its dates.
_HEAD = 90
#: Signs of Markdown in which a heading may be set, and of a table's first column.
_MARKS = "#*_|` "
#: Words of one whose dates stand first.
_WORDS = 9


#: Roles of what tells of work; entries that are no chance.
_WORKED, _LIST = frozenset({"position", "told", "prose", "sheet"}), 2


class Form(NamedTuple):
    """How the heading of an entry is written: what stands on which side of its dates."""

    item: bool
    before: bool
    after: bool
    bracketed: bool


_NO_FORM = Form(item=False, before=False, after=False, bracketed=False)


def with_entries_alike(
    entries: list[tuple[Dated, Role]], lines: list[Line], outline: Outline
) -> list[tuple[Dated, Role]]:
    """``entries`` (a date in its line, and its role), with those as positions that are written like one."""
    if all(role != "none" or dated.span.single for dated, role in entries):
        return entries
    if _WORKED.isdisjoint(role for _, role in entries):
        return _with_the_only_list(entries, lines, outline)
    forms: dict[int, set[Form]] = {}
    for dated, role in entries:
        if role == "position" and (form := _form(dated, lines, outline)) is not None:
            forms.setdefault(outline.owner[dated.line], set()).add(form)
    return [
        (dated, "position")
        if role == "none"
        and outline.kind(dated.line) in _PLACES
        and _form(dated, lines, outline) in forms.get(outline.owner[dated.line], ())
        and _may_be_job(dated)
        else (dated, role)
        for dated, role in entries
    ]


def _with_the_only_list(
    entries: list[tuple[Dated, Role]], lines: list[Line], outline: Outline
) -> list[tuple[Dated, Role]]:
    """``entries`` with those as positions that are a list of spans of time, in a resume without any other."""
    lists: dict[tuple[int, Form], int] = {}
    listed = {}
    for dated, role in entries:
        kind, form = outline.kind(dated.line), _form(dated, lines, outline) or _form_below(dated, lines, outline)
        unlisted = kind == "other" and headings().kind(outline.sections[outline.owner[dated.line]].title) is None
        if role == "none" and form and (kind in _PLACES or unlisted) and _may_be_job(dated):
            listed[id(dated)] = key = outline.owner[dated.line], form
            lists[key] = lists.get(key, 0) + 1
    return [
        (dated, "position") if lists.get(listed.get(id(dated), (-1, _NO_FORM)), 0) >= _LIST else (dated, role)
        for dated, role in entries
    ]


def _form_below(dated: Dated, lines: list[Line], outline: Outline) -> Form | None:
    """The form of a date alone in its line, below the one line of names that opens the entry."""
    if dated.rest or dated.span.single or dated.span.start is None or not dated.line or dated.bullet:
        return None
    above = lines[dated.line - 1]
    own = above.blank_before or outline.owner[dated.line - 2] != outline.owner[dated.line]
    named = own and len(above.text) <= _HEAD and above.text[0].isupper() and above.text[-1] not in ".:"
    return _NO_FORM if named and not lines[dated.line].blank_before else None


def _form(dated: Dated, lines: list[Line], outline: Outline) -> Form | None:
    """The form of a line that opens an entry with a range; None if it does not."""
    line, span = lines[dated.line], dated.span
    if span.single or span.start is None or not dated.rest or len(dated.rest) > _HEAD:
        return None
    marks = _MARKS + BULLETS if dated.bullet else _MARKS
    before = line.text[: span.text_start - line.start].lstrip(marks)
    if dated.before and not (
        before.startswith(dated.before.lstrip(marks))
        and before[:1].isupper()
        and (dated.bullet or _opens(dated.line, lines, outline))
    ):
        return None
    if not dated.before and (before.strip("( [\t") or dated.after.endswith(".") or len(dated.after.split()) > _WORDS):
        return None
    if not dated.before and not (dated.bullet or dated.after[0].isupper()):
        return None
    bracketed = before.endswith("(")
    return Form(dated.bullet, bool(dated.before), bool(_names(dated.after)) and not bracketed, bracketed)


def _names(after: str) -> str:
    """What stands behind the dates, but for a remark in small letters ("half time beside my studies")."""
    return "" if after[:1].islower() else after


def _opens(number: int, lines: list[Line], outline: Outline) -> bool:
    """Whether a line opens a block: behind a heading, an empty line, or the items or sentences of the entry above."""
    if not number or lines[number].blank_before or outline.owner[number - 1] != outline.owner[number]:
        return True
    above = lines[number - 1].text
    return is_item(above) or above.endswith(".")


def _may_be_job(dated: Dated) -> bool:
    known = jobs()
    rest = f"{dated.before} {_names(dated.after)}" if dated.before else dated.after
    if not time_away().may_be_job(rest):
        return False
    other = known.is_no_work(dated.before, titled=False) or known.certifies(rest) or known.is_deed(rest)
    return not (other or degrees().names_school(rest) or find_degrees(rest, trusted=True))
