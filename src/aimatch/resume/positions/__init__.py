"""Positions: title, employer, time and the lines that belong to each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from aimatch.dates import lowered
from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.names import PERHAPS
from aimatch.resume.names.parts import is_torn
from aimatch.resume.positions.asides import is_summed_up, stands_aside, tells_aside
from aimatch.resume.positions.close_lines import with_close_headings
from aimatch.resume.positions.entry_heads import head_of
from aimatch.resume.positions.extents import nested, spread
from aimatch.resume.positions.further_names import with_further_names, with_same_employers, without_clients_work
from aimatch.resume.positions.head import Head, head_above
from aimatch.resume.positions.labelled import labelled_entries
from aimatch.resume.positions.later_titles import without_later_titles
from aimatch.resume.positions.open_starts import with_open_starts, with_open_years
from aimatch.resume.positions.paragraphs import begins_within, paragraphs_of_jobs, within
from aimatch.resume.positions.sheets import Sheet
from aimatch.resume.positions.stories import told_instead
from aimatch.resume.positions.title_order import in_order
from aimatch.resume.positions.titles_alike import with_titles_alike
from aimatch.resume.positions.told_lengths import with_told_lengths
from aimatch.resume.positions.totals import heads_by_totals
from aimatch.resume.positions.undated import dated_elsewhere, told_undated, undated, undated_beside
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs, jobs
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Dates, or lines, of which one alone is chance.
_PAIR = 2
#: Share of the entries of a section that show how all of them are written.
_MOST = 0.7
#: Characters between two jobs told in one paragraph.
_PARAGRAPH = 200


def find_positions(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], sheets: list[Sheet], text: str
) -> tuple[Position, ...]:
    """The positions of ``entries`` (a date in its line, and its role), in order of place; ``sheets`` are those that some of
    them are the dates of."""
    known = jobs()
    lines = with_close_headings(lines, outline, entries, known)
    every, entries = entries, without_later_titles(entries, outline, known)
    found, used = labelled_entries(lines, outline, entries, known)
    work = {id(dated) for dated, role in entries if role == "sheet"}
    found += [
        (sheet.position(lines, outline.sections[outline.owner[sheet.first]].title), sheet.first, sheet.last)
        for sheet in sheets
        if id(sheet.dated) in work
    ]
    rest = with_open_years([entry for entry in entries if id(entry[0]) not in used], lines, outline, known)
    found += _dated(
        lines,
        outline,
        known,
        _settled(rest, lines, outline, known, has_some=any(position.start for position, _, _ in found)),
    )
    found = told_instead(found, lines, outline, every, known, text)
    if not found:
        found = undated(lines, outline, known)
    elif not outline.scrambled:
        found += undated_beside(lines, outline, known, found)
    found += told_undated(lines, outline, known, found)
    found = dated_elsewhere(_without_twins(found, known), entries)
    found.sort(key=lambda pair: pair[0].text_start)
    found = with_same_employers(with_further_names(found, lines, outline, known), known)
    found = without_clients_work(found, lines, known)
    found = with_told_lengths(found, lines, outline, known, lowered(text))
    return spread(nested(found, known), outline, text, [lines[sheet.first].start for sheet in sheets], known)


def _without_twins(found: list[tuple[Position, int, int]], known: Jobs) -> list[tuple[Position, int, int]]:
    """The positions less those without a title whose very dates another one with a title has (an overview of employers and
    years above, or beside, the entries themselves), and less those without dates whose names another one has (the
    projects of a job, each under its names)."""
    titled = {(one.start, one.end) for one, _, _ in found if one.title and one.start}
    held = {_names(one) for one, _, _ in found if one.start}
    kept = []
    for entry in found:
        one = entry[0]
        if one.start is None and one.employer and one.title and not known.is_anonymous(one.employer):
            if _names(one) in held:
                continue
            held.add(_names(one))
        if one.title or (one.start, one.end) not in titled:
            kept.append(entry)
    return kept


def _names(position: Position) -> tuple[str, str]:
    return position.title.lower(), position.employer.lower()


def _settled(
    entries: list[tuple[Dated, Role]], lines: list[Line], outline: Outline, known: Jobs, *, has_some: bool
) -> list[tuple[Dated, Role]]:
    """Decide what depends on the whole: entries outside the experience and dates within sentences count only where
    the experience itself dates nothing, since there they mostly repeat or illustrate it."""
    regular = has_some or any(
        role == "position" and not dated.span.single and outline.kind(dated.line) == "experience"
        for dated, role in entries
    )
    listed = [dated for dated, role in entries if role == "position" and dated.bullet and known.holds_title(dated.rest)]
    plain = {
        outline.owner[dated.line]
        for dated, role in entries
        if role == "position" and not dated.span.single and not dated.bullet and not _is_within(dated, listed, lines)
    }
    items = {
        outline.owner[dated.line]
        for dated, role in entries
        if role == "position" and not dated.span.single and dated.bullet and not dated.before
    }
    opening = Counter(
        outline.owner[dated.line]
        for dated, role in entries
        if role == "position" and not dated.span.single and not dated.before
    )
    jobs_dates = [dated for dated, role in entries if role == "position"]
    settled: list[tuple[Dated, Role]] = []
    above: Dated | None = None  # the date of the last job
    for dated, role in entries:
        if role == "position" and dated.bullet and outline.owner[dated.line] in plain:
            # An item within an entry: "- Technical lead for four engineers (since 04/2024)", "- 2019-2020: the new ledger".
            titled = known.names_title(dated.after)
            covered = any(_covers(other, dated) for other in jobs_dates if not other.bullet)
            # "- Foo (2019 – 2021): test engineer" in a time that no entry tells of is a job
            part = (covered and not titled) or (dated.before and (covered or not titled))
            role = "none" if part else role
        if role == "position" and not known.holds_title(dated.rest) and _is_within(dated, listed, lines):
            role = "none"  # "Moved to a new system (Feb 2019 - Aug 2019)" below an item that is a job
        if role == "position" and (
            tells_aside(dated, above, lines, outline, known) or is_summed_up(dated, jobs_dates, known)
        ):
            role = "none"
        line = lines[dated.line]
        before = line.text[: max(0, dated.span.text_start - line.start)]
        if role == "position" and opening[outline.owner[dated.line]] > _PAIR and is_torn(before):
            role = "none"  # "(formerly Foo Ltd) (2003-2005)" at the end of an entry that its own date opens
        if role == "position" and dated.bullet and dated.span.single and outline.owner[dated.line] not in items:
            role = "none"  # "• 2016: Team lead of the year", where entries are no items
        if role == "told":
            # "Worked as analyst with Foo from 2010 to 2011", beside entries with headings: a job of its own, unless it
            # falls within one of them.
            within = any(_covers(other, dated) for other in jobs_dates if other is not dated)
            role = "none" if within or is_summed_up(dated, jobs_dates, known) else "position"
        elif role == "prose":
            role = "none" if regular and not _goes_on(dated, jobs_dates) else "position"
        elif role == "position" and regular and stands_aside(dated, outline):
            role = "none"
        settled.append((dated, role))
        above = dated if role == "position" and not dated.span.single else above
    return settled


def _is_within(dated: Dated, listed: list[Dated], lines: list[Line]) -> bool:
    """Whether a date falls within that of the last item above, in a line further in than that one."""
    above = next((one for one in reversed(listed) if one.line < dated.line), None)
    return above is not None and lines[dated.line].indent > lines[above.line].indent and _covers(above, dated)


def _goes_on(dated: Dated, others: list[Dated]) -> bool:
    """Whether a date stands in the paragraph that tells of another job in sentences, right behind it."""
    return any(
        one.line == dated.line
        and 0 < dated.span.text_start - one.span.text_end <= _PARAGRAPH
        and is_prose(one.before)
        and not _covers(one, dated)
        for one in others
    )


def _covers(outer: Dated, inner: Dated) -> bool:
    first, last = outer.span.start, outer.span.end
    start, end = inner.span.start, inner.span.end
    if outer.span.single or first is None or start is None or (last is not None and end is None):
        return False
    if inner.span.precision == "year":
        return first.year <= start.year and (last is None or end is None or end.year <= last.year)
    return first <= start and (last is None or end is None or end <= last)


def _dated(
    lines: list[Line], outline: Outline, known: Jobs, entries: list[tuple[Dated, Role]]
) -> list[tuple[Position, int, int]]:
    taken = {dated.line: not dated.before for dated, _ in entries}
    closing = _closing(lines, outline, known, entries)
    several = paragraphs_of_jobs(entries, lines)
    totals = heads_by_totals([dated for dated, role in entries if role == "position"], lines, outline, known)
    found: list[tuple[Position, int, int]] = []
    rests: list[str] = []
    single: list[int] = []
    whole: set[int] = set()  # those of them that close a line with both names
    reached = -1
    banner = "", -1
    for number, (dated, role) in enumerate(entries):
        if role == "none" and dated.span.single and "(" in dated.before and not dated.bullet:
            taken.pop(dated.line, None)  # "Foo Labs (bought by Bar in 2022)" above its posts
            continue
        if role not in {"position", "volunteer"}:
            shared = number + 1 < len(entries) and entries[number + 1][0].line == dated.last_line
            about = lines[dated.last_line + 1 : dated.last_line + 2] if role == "break" else []
            told = any(
                time_away().names(line.text) for line in about
            )  # "Personal leave" and its time above "Eldercare"
            reached = reached if shared else max(reached, dated.last_line + told)
            continue
        if dated.line in several:
            dated = within(dated, known)
        # The seasons of several years ("Summers 2018 - 2020") stand in one place, and under one heading.
        again = number > 0 and entries[number - 1][0].span.text_start == dated.span.text_start
        total = totals.get(dated.line)
        row = dated.cell and sum(other.line == dated.line for other, _ in entries) > 1
        if total is not None:
            head = total
        elif row and not known.names_title(dated.rest):
            # A row of dates below a row of employers: which is whose is not told in one line.
            head = Head(title="", employer="", first_line=dated.line, last_line=dated.last_line, text="")
        elif outline.owner[dated.line] in closing:
            owner = outline.owner[dated.line]
            opening = next(line for line in range(len(lines)) if outline.owner[line] == owner)
            head = head_above(dated, lines, known, max(reached, opening - 1))
        elif not (again and found):
            head = head_of(dated, lines, outline, known, reached, taken)
        following = entries[number + 1][0].line if number + 1 < len(entries) else -1
        under = banner[0] and banner[1] == outline.owner[dated.line] and following == head.last_line + 1
        if under and head.apart and head.last_line == dated.last_line + 1:
            head = replace(head, employer="", strength=0, last_line=dated.last_line)  # the next employer's name
        if head.banner:
            banner = head.banner, outline.owner[dated.line]
        elif head.strength > PERHAPS or banner[1] != outline.owner[dated.line]:
            banner = "", -1
        elif banner[0] and (head.apart or not head.employer):
            head = replace(head, employer=banner[0])  # one more role under the same employer's name
        reached = max(reached, dated.last_line, head.last_line)
        first = lines[head.first_line].start
        if dated.line in several:
            first = begins_within(dated, head.title, lines)
        position = Position(
            title=head.title,
            employer=head.employer,
            start=dated.span.start,
            end=dated.span.end,
            text_start=first,
            text_end=lines[dated.last_line].end if first == lines[head.first_line].start else dated.span.text_end,
            kind="volunteer" if role == "volunteer" else known.kind(head.text),
            precision=dated.span.precision,
            current=dated.span.current,
        )
        if dated.span.single:
            single.append(len(found))
            if not dated.after and all(name and name in dated.before for name in (head.title, head.employer)):
                whole.add(len(found))
        found.append((position, dated.line, dated.last_line))
        rests.append(dated.rest)
    found = with_titles_alike(in_order(found, rests, outline.owner, known), lines, outline.owner, known)
    return with_open_starts(found, single, whole)


def _closing(lines: list[Line], outline: Outline, known: Jobs, entries: list[tuple[Dated, Role]]) -> set[int]:
    """The sections whose entries end with their dates, each alone in its line: a title and an account stand above the
    first of them, and nothing below the last."""
    found = set()
    by_owner: dict[int, list[Dated]] = {}
    for dated, role in entries:
        if role == "position":
            by_owner.setdefault(outline.owner[dated.line], []).append(dated)
    for owner, dates in by_owner.items():
        if len(dates) < _PAIR or any(len(dated.rest) > len("from") for dated in dates):
            continue
        own = [number for number in range(len(lines)) if outline.owner[number] == owner]
        starts = [own[0], *(dated.last_line + 1 for dated in dates[:-1])]
        away = all(_tells_between(start, dated.line, lines) for dated, start in zip(dates, starts, strict=True))
        titled = sum(any(known.names_title(line.text) for line in lines[start : start + 2]) for start in starts)
        if away and own[-1] == dates[-1].last_line and titled > _MOST * len(starts):
            found.add(owner)
    return found


def _tells_between(start: int, stop: int, lines: list[Line]) -> bool:
    """Whether an account stands between a title and a date, rather than one more name."""
    return stop - start > _PAIR or any(is_prose(line.text) or is_item(line.text) for line in lines[start + 1 : stop])
