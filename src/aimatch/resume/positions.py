"""Positions: title, employer, time and the lines that belong to each."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from aimatch.model import Position
from aimatch.resume.entries import Dated, Role, is_prose
from aimatch.resume.headings import headings
from aimatch.resume.jobs import Jobs, jobs
from aimatch.resume.labelled import labelled_entries
from aimatch.resume.lines import Line
from aimatch.resume.names import EDGE, merge_names, split_names
from aimatch.resume.sections import Outline, is_item

_LINE = 110
_SHORT = 80
_PAIR = 2
_FEW = 5
#: Where positions are believed beside those of the experience: people put a short career under "Highlights" too.
_PLACES = frozenset(
    {"header", "experience", "summary", "objective", "skills", "education", "volunteering", "activities"}
)
_SMALL = frozenset({"from", "the", "a", "an", "period", "during", "since", "von", "de", "du", "desde", "dal", "van"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The heading of an entry: its names and the lines it takes up."""

    title: str
    employer: str
    first_line: int
    text: str


def find_positions(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], text: str
) -> tuple[Position, ...]:
    """The positions of ``entries`` (a date in its line, and its role), in order of place."""
    known = jobs()
    found, used = labelled_entries(lines, outline, entries, known)
    rest = [(dated, role) for dated, role in entries if id(dated) not in used]
    found += _dated(
        lines, outline, known, _settled(rest, outline, known, has_some=any(position.start for position, _, _ in found))
    )
    if not found:
        found = _undated(lines, outline, known)
    found.sort(key=lambda pair: pair[0].text_start)
    return _spread(_nested(found), outline, text)


def _settled(
    entries: list[tuple[Dated, Role]], outline: Outline, known: Jobs, *, has_some: bool
) -> list[tuple[Dated, Role]]:
    """Decide what depends on the whole: entries outside the experience and dates within sentences count only where
    the experience itself dates nothing, since there they mostly repeat or illustrate it."""
    regular = has_some or any(
        role == "position" and not dated.span.single and outline.kind(dated.line) == "experience"
        for dated, role in entries
    )
    plain = {
        outline.owner[dated.line]
        for dated, role in entries
        if role == "position" and not dated.span.single and not dated.bullet
    }
    settled: list[tuple[Dated, Role]] = []
    for dated, role in entries:
        if role == "position" and dated.bullet and outline.owner[dated.line] in plain:
            role = "none"  # an item within an entry: "- Technical lead for four engineers (since 04/2024)"
        if role == "prose":
            role = "none" if regular else "position"
        elif role == "position" and regular and _is_aside(dated, outline):
            role = "none"
        settled.append((dated, role))
    return settled


def _is_aside(dated: Dated, outline: Outline) -> bool:
    owner = outline.owner[dated.line]
    if owner < 0:
        return False
    section = outline.sections[owner]
    unlisted = section.kind == "other" and headings().kind(section.title) is None
    return section.kind not in _PLACES and not unlisted and not outline.scrambled


def _dated(
    lines: list[Line], outline: Outline, known: Jobs, entries: list[tuple[Dated, Role]]
) -> list[tuple[Position, int, int]]:
    taken = {dated.line for dated, _ in entries}
    found: list[tuple[Position, int, int]] = []
    reached = -1
    for dated, role in entries:
        if role not in {"position", "volunteer"}:
            reached = max(reached, dated.last_line)
            continue
        head = _from_prose(dated, known) or _head(dated, lines, outline, known, reached, taken)
        reached = max(reached, dated.last_line)
        kind = "volunteer" if role == "volunteer" else known.kind(head.text)
        position = Position(
            title=head.title,
            employer=head.employer,
            start=dated.span.start,
            end=dated.span.end,
            text_start=lines[head.first_line].start,
            text_end=lines[dated.last_line].end,
            kind=kind,
            precision=dated.span.precision,
            current=dated.span.current,
        )
        found.append((position, dated.line, dated.last_line))
    return found


def _head(dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int, taken: set[int]) -> _Head:
    own = split_names(dated.before, known), split_names(dated.after[:_LINE], known)
    title, employer, rest = merge_names(own, known)
    first = dated.line
    texts = [dated.rest]
    above = [number for number in (dated.line - 1, dated.line - 2) if _usable(number, lines, outline, dated, reached)]
    if lines[dated.line].blank_before and not _set_apart(lines, outline, dated, known, bool(title or employer)):
        above = []
    elif len(above) == _PAIR and lines[above[0]].blank_before and not lines[dated.line].blank_before:
        above = above[:1]
    if above and above[0] != dated.line - 1:
        above = []
    below = [
        number
        for number in (dated.last_line + 1, dated.last_line + 2)
        if number not in taken and _usable(number, lines, outline, dated, dated.last_line)
        and not lines[number].blank_before
    ]  # fmt: skip
    for number in [*above, *below]:
        if title and employer:
            break
        near = lines[number].text.strip(EDGE)
        names_title = known.names_title(near)
        if number > dated.line and not names_title and (employer or not _may_name_employer(near, known)):
            continue
        if names_title and title and not known.names_employer(near):
            continue
        near_title, near_employer, near_rest = merge_names((split_names(near, known), []), known)
        if not title and near_title:
            title = near_title
            employer = employer or near_employer
        elif not employer:
            employer = near_employer or next(iter(near_rest), "")
        else:
            continue
        first = min(first, number)
        texts.append(near)
    if not employer and rest:
        employer = rest[0]
    return _Head(title=title, employer=employer, first_line=first, text=" | ".join(texts))


def _may_name_employer(text: str, known: Jobs) -> bool:
    """Whether a line below a title names where it was held, rather than what was done there."""
    return known.names_employer(text) or (len(text.split()) <= _FEW and text.title() == text)


def _set_apart(lines: list[Line], outline: Outline, dated: Dated, known: Jobs, named: bool) -> bool:
    """Whether the names of an entry may stand above an empty line: where empty lines part every line, or where the
    date stands alone and no title follows it."""
    below = dated.last_line + 1
    if below >= len(lines) or outline.owner[below] != outline.owner[dated.line]:
        return not named
    if lines[below].blank_before:
        return not named or not dated.rest
    return not dated.rest and not known.names_title(lines[below].text)


def _usable(number: int, lines: list[Line], outline: Outline, dated: Dated, reached: int) -> bool:
    if not 0 <= number < len(lines) or reached >= number != dated.line or number == dated.line:
        return False
    line = lines[number]
    if outline.owner[number] != outline.owner[dated.line] or is_item(line.text) or len(line.text) > _LINE:
        return False
    return not is_prose(line.text) and not line.text.endswith((".", ":", ";"))


def _from_prose(dated: Dated, known: Jobs) -> _Head | None:
    """The names in a sentence such as "Worked as analyst in Foo from 2015 to 2017"."""
    match = known.prose.search(dated.before.lower())
    if match is None:
        return None
    words = dated.before[match.end() :].split()
    title: list[str] = []
    employer: list[str] = []
    target: list[str] | None = None
    for word in words:
        small = word.lower().strip(".,()")
        if small in known.prose_as:
            target = title
        elif small in known.prose_at and not (target is employer and employer):
            target = employer
        elif target is not None and small not in _SMALL:
            target.append(word)
    if not title and not employer:
        return None
    return _Head(
        title=" ".join(title[:6]).strip(EDGE),
        employer=" ".join(employer[:6]).strip(EDGE),
        first_line=dated.line,
        text=dated.rest,
    )


def _nested(found: list[tuple[Position, int, int]]) -> list[Position]:
    """Leave out the range of an employer whose roles, each with its own range, follow; give the roles its name."""
    result: list[Position] = []
    outer: Position | None = None
    for number, (position, _, last_line) in enumerate(found):
        if outer is not None and _within(position, outer):
            result.append(position if position.employer else replace(position, employer=outer.employer))
            continue
        outer = None
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            following is not None
            and not position.title
            and following[0].title
            and following[1] - last_line <= _PAIR
            and _within(following[0], position)
        ):
            outer = position
            continue
        result.append(position)
    return result


def _within(inner: Position, outer: Position) -> bool:
    if inner.start is None or outer.start is None or inner.start < outer.start:
        return False
    if inner.end is None or outer.end is None:
        return outer.end is None
    return inner.end <= outer.end


def _undated(lines: list[Line], outline: Outline, known: Jobs) -> list[tuple[Position, int, int]]:
    """Positions of a resume that gives no dates: lines of the experience that read like a title."""
    found = []
    for number, line in enumerate(lines):
        text = line.text
        if outline.kind(number) != "experience" or len(text) > _SHORT or is_item(text) or text[-1] in ".:;,":
            continue
        if text[0].islower() or is_prose(text) or not known.names_title(text):
            continue
        title, employer, _ = merge_names((split_names(text, known), []), known)
        if title:
            position = Position(
                title=title, employer=employer, start=None, end=None, text_start=line.start, text_end=line.end,
                kind=known.kind(text),
            )  # fmt: skip
            found.append((position, number, number))
    return found


def _spread(positions: list[Position], outline: Outline, text: str) -> tuple[Position, ...]:
    """Let each position reach to the next entry or to the end of its section."""
    starts = sorted({position.text_start for position in positions} | {section.start for section in outline.sections})
    starts.append(max(len(text), starts[-1] + 1 if starts else 0))
    result = []
    for position in positions:
        end = starts[bisect_right(starts, position.text_start)]
        bare = text[position.text_start : max(end, position.text_end)].rstrip()
        result.append(replace(position, text_end=position.text_start + len(bare)))
    return tuple(result)
