"""Positions: title, employer, time and the lines that belong to each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from aimatch.model import Position
from aimatch.resume.entries import Dated, is_prose
from aimatch.resume.jobs import WORDS, Jobs, jobs
from aimatch.resume.lines import Line
from aimatch.resume.sections import BULLETS, Outline

_SPLIT = re.compile(r"\s*(?:\||•|·|—|–|--+|\t+|\s{2,}|\s-\s|-\s|\s-|;|,\s|\sat\s|@|:\s|»|>>|ï¼\S?|â€“)\s*")  # noqa: RUF001
_EDGE = " \t\u00a0,;:.|-–—>»()[]*_#+=~ï¼"  # noqa: RUF001
_LINE = 110
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The heading of an entry: its names and the lines it takes up."""

    title: str
    employer: str
    first_line: int
    text: str


def find_positions(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, str]], text: str
) -> tuple[Position, ...]:
    """The positions of ``entries`` (a date in its line, and its role), in order of place."""
    known = jobs()
    taken = {dated.line for dated, _ in entries}
    found: list[tuple[Position, Dated]] = []
    reached = -1
    for dated, role in entries:
        if role not in {"position", "volunteer"}:
            reached = max(reached, dated.last_line)
            continue
        head = _head(dated, lines, outline, known, reached, taken)
        reached = max(reached, dated.last_line)
        kind = "volunteer" if role == "volunteer" else known.kind(head.text)
        if role == "position" and kind == "volunteer" and outline.kind(dated.line) == "experience":
            kind = known.kind(head.title)
        found.append(
            (
                Position(
                    title=head.title,
                    employer=head.employer,
                    start=dated.span.start,
                    end=dated.span.end,
                    text_start=lines[head.first_line].start,
                    text_end=lines[dated.last_line].end,
                    kind=kind,
                    precision=dated.span.precision,
                    current=dated.span.current,
                ),
                dated,
            )
        )
    if not any(role == "position" for _, role in entries):
        found = _undated(lines, outline, known, entries)
    found.sort(key=lambda pair: pair[0].text_start)
    return _spread(_nested(found), outline, [dated for dated, role in entries if role == "project"], lines, text)


def _head(
    dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int, taken: set[int]
) -> _Head:
    own = _names(dated.before, known), _names(dated.after[:_LINE], known)
    title, employer, rest = _merge(own, known)
    first = dated.line
    texts = [dated.rest]
    above = [number for number in (dated.line - 1, dated.line - 2) if _usable(number, lines, outline, dated, reached)]
    if len(above) == _PAIR and lines[above[0]].blank_before:
        above = above[:1]
    if lines[dated.line].blank_before and (title and employer or not _opens(lines, outline, dated)):
        above = []
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
        near = lines[number].text.strip(_EDGE)
        names_title = known.names_title(near)
        if number > dated.line and employer and not names_title:
            continue
        if names_title and title and not known.names_employer(near):
            continue
        near_title, near_employer, near_rest = _merge((_names(near, known), []), known)
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


def _opens(lines: list[Line], outline: Outline, dated: Dated) -> bool:
    """Whether a blank line may stand between the date and the names above it: only where every line is set apart."""
    below = dated.last_line + 1
    return below < len(lines) and lines[below].blank_before and outline.owner[below] == outline.owner[dated.line]


def _usable(number: int, lines: list[Line], outline: Outline, dated: Dated, reached: int) -> bool:
    if not 0 <= number < len(lines) or reached >= number != dated.line or number == dated.line:
        return False
    line = lines[number]
    if outline.owner[number] != outline.owner[dated.line] or line.text[0] in BULLETS or len(line.text) > _LINE:
        return False
    return not is_prose(line.text) and not line.text.endswith((".", ":", ";", ","))


def _names(text: str, known: Jobs) -> list[str]:
    labelled = known.label(text)
    if labelled:
        text = text[labelled[1] :]
    return [part for piece in _SPLIT.split(text) if (part := piece.strip(_EDGE)) and not part.isdigit()]


def _merge(groups: tuple[list[str], list[str]], known: Jobs) -> tuple[str, str, list[str]]:
    """Title, employer and what is left of a line's parts."""
    parts = [part for group in groups for part in group]
    title = employer = ""
    rest: list[str] = []
    for part in parts:
        short = len(part.split()) <= 9
        if not title and short and known.names_title(part) and not _is_company(part, known):
            title = part
        elif not employer and short and known.names_employer(part):
            employer = part
        else:
            rest.append(part)
    if not title and employer and known.names_title(employer):
        title, employer = employer, ""
    if title and not employer and rest:
        employer = rest.pop(0)
    return title, employer, rest


def _is_company(part: str, known: Jobs) -> bool:
    """Whether a name with a job's word in it is a company's ("Partner Consulting GmbH", "Engineer Solutions Ltd")."""
    words = WORDS.findall(part.lower())
    return bool(words) and words[-1] in known.employers and words[-1] not in known.titles


def _nested(found: list[tuple[Position, Dated]]) -> list[Position]:
    """Leave out the range of an employer whose roles, each with its own range, follow; give the roles its name."""
    result: list[Position] = []
    outer: Position | None = None
    for number, (position, dated) in enumerate(found):
        if outer is not None and _within(position, outer):
            result.append(position if position.employer else replace(position, employer=outer.employer))
            continue
        outer = None
        following = found[number + 1] if number + 1 < len(found) else None
        if (
            following is not None
            and not position.title
            and following[0].title
            and following[1].line - dated.last_line <= _PAIR
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


def _undated(
    lines: list[Line], outline: Outline, known: Jobs, entries: list[tuple[Dated, str]]
) -> list[tuple[Position, Dated]]:
    """Positions of a resume that gives no dates: lines of the experience that read like a title."""
    return []


def _spread(
    positions: list[Position], outline: Outline, projects: list[Dated], lines: list[Line], text: str
) -> tuple[Position, ...]:
    """Let each position reach to the next entry or to the end of its section."""
    starts = sorted({position.text_start for position in positions} | {section.start for section in outline.sections})
    starts.append(len(text))
    result = []
    for position in positions:
        end = next(start for start in starts if start > position.text_start)
        bare = text[position.text_start : max(end, position.text_end)].rstrip()
        result.append(replace(position, text_end=position.text_start + len(bare)))
    return tuple(result)
