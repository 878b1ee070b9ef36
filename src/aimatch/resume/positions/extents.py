"""How far positions reach: which lie within an employer's range, and what of the text each of them tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from aimatch.model import Position, Section
from aimatch.resume.names import join_names
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline

#: Lines between an employer's range and the first of its roles.
_NEAR = 2
#: Characters above the first heading of a section that are an account and no remark.
_ACCOUNT = 40


def nested(found: list[tuple[Position, int, int]], known: Jobs) -> list[Position]:
    """Leave out the range of an employer whose roles, each with its own range, follow; give the roles its name."""
    result: list[Position] = []
    outer: Position | None = None
    roles: list[int] = []
    for number, (position, _, last_line) in enumerate(found):
        if outer is not None and _within(position, outer):
            roles.append(len(result))
            result.append(_role_under(_in_months(position, outer), outer.employer, known))
            continue
        _fill(result, roles, outer)
        outer, roles = None, []
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            following is not None
            and not position.title
            and following[0].title
            and following[1] - last_line <= _NEAR
            and _within(following[0], position)
            and following[0].start != following[0].end  # one month says nothing of how long a role was held
        ):
            outer = position
            continue
        result.append(_step(position, result[-1] if result else None))
    _fill(result, roles, outer)
    return result


def _step(position: Position, before: Position | None) -> Position:
    """A title without an employer that was held within the time of the entry above it: a step of the job there."""
    if before is None or position.employer or not before.employer or not position.title or not before.title:
        return position
    kinds = {position.kind, before.kind}
    months = position.start is not None and (position.start, position.end) != (before.start, before.end)
    return (
        replace(position, employer=before.employer)
        if kinds == {"employment"} and months and _within(position, before)
        else position
    )


def _role_under(role: Position, employer: str, known: Jobs) -> Position:
    """A role under its employer's name. What it names itself is a team of that company where it is none by its words
    ("Staff member, Production Planning")."""
    if not role.employer or (role.employer.partition(" ")[0].lower() in known.bases and known.names_employer(employer)):
        return replace(role, employer=employer)
    if known.names_employer(role.employer) or not known.names_firm(employer):
        return role
    return replace(role, employer=employer, title=join_names(role.title, role.employer) if role.title else "")


def _in_months(role: Position, outer: Position) -> Position:
    """A role dated by whole years with the months that its employer's range leaves of them."""
    if role.precision != "year" or outer.precision != "month" or not (role.start and outer.start):
        return role
    end = min(role.end.replace(month=12), outer.end or date.max) if role.end else None
    return replace(role, start=max(role.start.replace(month=1), outer.start), end=end)


def _fill(result: list[Position], roles: list[int], outer: Position | None) -> None:
    """Let the first of an employer's roles begin with the employer's range: where only the last step is dated ("then
    senior, since 2022"), the role goes back to the beginning."""
    if outer is None or not roles:
        return
    first = min(roles, key=lambda number: result[number].start or date.max)
    if outer.precision == "year" and result[first].precision == "month":
        return  # its own month says more than the year of the range
    result[first] = replace(result[first], start=outer.start, precision=outer.precision)


def _within(inner: Position, outer: Position) -> bool:
    if inner.start is None or outer.start is None or inner.start < outer.start:
        return False
    if inner.end is None or outer.end is None:
        return outer.end is None
    return inner.end <= outer.end


def spread(
    positions: list[Position], outline: Outline, text: str, others: list[int], known: Jobs
) -> tuple[Position, ...]:
    """Let each position reach to the next entry, which may be one of ``others``, or to the end of its section; or back to
    the entry before, where a section tells of each above its heading."""
    starts = sorted({position.text_start for position in positions} | {*_edges(outline.sections, text)} | {*others})
    starts.append(max(len(text), starts[-1] + 1 if starts else 0))
    result = []
    for position in positions:
        end = starts[bisect_right(starts, position.text_start)]
        bare = text[position.text_start : max(end, position.text_end)].rstrip()
        result.append(replace(position, text_end=position.text_start + len(bare)))
    for section in outline.sections:
        if section.kind == "experience":
            _told_above(section, positions, result, text, known)
    return tuple(result)


def _edges(sections: Sequence[Section], text: str) -> Iterator[int]:
    """Where sections begin, less those of one line within another ("Learning: Rust" between two sentences of a job)."""
    aside = -1
    for number, section in enumerate(sections):
        after = sections[number + 1] if number + 1 < len(sections) else section
        before = sections[number - 1] if number else section
        goes_on = after.start == after.body_start and (after.kind, after.title) == (before.kind, before.title)
        if goes_on and section.body_start > section.start and "\n" not in text[section.start : section.end].strip():
            aside = number + 1
        elif number != aside:
            yield section.start


def _told_above(section: Section, heads: list[Position], spread: list[Position], text: str, known: Jobs) -> None:
    """Let the positions of a section begin where their accounts do, if its first lines belong to none and its last
    heading has none below: a page whose columns were read from below."""
    inside = [number for number, one in enumerate(heads) if section.body_start <= one.text_start < section.end]
    if not inside:
        return
    first, last = inside[0], inside[-1]
    above = text[section.body_start : heads[first].text_start].strip()
    below = text[heads[last].text_end : section.end].strip()
    if (
        len(above) < _ACCOUNT
        or below
        or len({heads[number].text_end for number in inside}) < len(inside)
        or known.names_columns(above)
        or any(one.text_end > section.end for one in spread[first:last])
    ):
        return
    at = section.body_start
    for number in inside:
        start = at + len(text[at : heads[number].text_end]) - len(text[at : heads[number].text_end].lstrip())
        spread[number] = replace(spread[number], text_start=start, text_end=heads[number].text_end)
        at = heads[number].text_end
