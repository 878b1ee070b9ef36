"""The heading of an entry: what the line of its date names, and the lines right above and below it."""

from __future__ import annotations

import re
from dataclasses import replace

from aimatch.resume.entries import Dated
from aimatch.resume.names import NAMED, PAIRED, PERHAPS, SET_OFF, Names, join_names, merge_names, served, strength_of
from aimatch.resume.names.parts import behind_torn, split_names, trim
from aimatch.resume.names.times import is_time
from aimatch.resume.positions.entry_bounds import begins_block, closes, leads, opens_next
from aimatch.resume.positions.european import as_formed
from aimatch.resume.positions.head import Head, head_told, may_tell
from aimatch.resume.positions.name_lines import LINE, behind_rows, may_name, set_apart, without_account
from aimatch.resume.positions.paragraphs import employer_apart, spaced, title_apart
from aimatch.resume.positions.sheets import cells_of
from aimatch.resume.positions.title_forms import (
    between,
    is_placed,
    names_company,
    unlisted_title,
    whole_title,
)
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line

#: Characters of a line that is a name and no sentence.
_SHORT = 80
#: Lines of a heading: the title and the employer.
_PAIR = 2
#: Words of a title or an employer that no word of the data tells.
_FEW = 5
#: Where a remark begins behind a title.
_REMARK = re.compile(r",\s+(?=[^A-Z])")
#: Signs at the end of a line that goes on in the next.
_OPEN = "|,–—"
#: The end of a cell.
_PARTED = re.compile(r" *\t|\s{3}")


def head_of(
    dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int, taken: dict[int, bool]
) -> Head:
    """The heading of the entry that is dated so. Lines up to ``reached``, and those in ``taken``, which tells whether a date opens its line,
    are others'."""
    cells = cells_of(lines, outline, dated)
    if cells:
        return Head(
            title=trim(cells["title"]),
            employer=trim(cells.get("employer", cells.get("client", ""))),
            first_line=dated.line,
            last_line=dated.last_line,
            text=lines[dated.line].text,
        )
    told = head_told(dated, lines, outline, known, reached)
    if told is not None and told.employer:
        return told
    head = as_formed(_head(dated, lines, outline, known, reached, taken), dated, lines, outline, known)
    if told is None:
        return head
    return replace(head, title=told.title or head.title) if head.strength == NAMED else told


def _head(dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int, taken: dict[int, bool]) -> Head:
    near = dated.after[:_SHORT]
    told = is_prose(dated.after) and not known.holds_title(near) and not known.names_firm(near)  # "2018 - Designed ..."
    told = told or _is_dated_above(dated, lines, known, reached)
    before = split_names(behind_torn(dated.before), known)
    after = [] if told else split_names(dated.after[:LINE], known)
    title, employer, strength, rest = merge_names((before, after), known)
    lone = rest[0] if rest and not title and not employer else ""
    whole = title
    serves = served(title, known) if title and not employer else None
    if serves is not None:
        (title, employer), strength = serves, SET_OFF
    # "packer" above "tern depot, may 2015 - now"
    small = dated.before.islower() and dated.line > 0 and known.names_title(lines[dated.line - 1].text)
    named = lone[:1].isalpha() and (small or not lone[0].islower())
    if named and not known.is_deed(lone) and not _is_label(dated, lines):
        # Only the line of the date, without a title: what it names held the job, unless a better name stands near.
        employer, strength = lone, strength_of([*before, *after])
    placed = not title and is_placed(employer, dated.rest, known)
    if placed:
        strength = NAMED
    elif title and known.names_title(employer) and not known.names_employer(employer):
        strength = min(strength, PERHAPS)  # the other half of a title ("Junior Estimator – Surveying Assistant")
    beside_date = not title
    turned = bool(title) and lines[dated.line].page_top
    first, last = dated.line, dated.last_line
    banner = -1
    texts = [dated.rest]
    above, below = _around(dated, lines, outline, known, reached, taken, named=bool(title or employer))
    if (
        lone
        and lone == employer
        and not placed
        and _is_pair(above, lines, outline, known)
        and _may_be_town(lone, known)
    ):
        strength = PAIRED  # "11/2020 - 03/2022   Springfield" below a title and an employer
    for number in [*above, *below]:
        if title and (strength >= SET_OFF or (turned and number < dated.line)):
            continue
        near = trim(without_account(lines[number].text, known))
        if "\t" in near and is_time(near.partition("\t")[0].strip()):
            near = near.partition("\t")[2]  # "present   Foo, Springfield" below "2015 –   Clerk"
        # A company below what stands beside the date makes that the title ("Network Security, 2006 to 2007", "Foo Inc").
        # Above, the name opens a block and has a legal form, or its place in a cell ("Foo University   Springfield, IL").
        cell = is_placed(trim(near.partition("\t")[0]), near, known)
        heads = (known.has_legal_form(near) or cell) and begins_block(number, lines, outline)
        firm = (number > dated.line or heads) and names_company(near, known)
        firm = firm and beside_date and strength < NAMED
        if not firm and not may_tell(near, known, strength, below=number > dated.line):
            continue
        if title and known.names_title(near) and not known.names_employer(near):
            continue
        names = merge_names((split_names(near, known), []), known)
        if (label := known.label(lines[number].text)) and label[0] == "title" and names.strength < NAMED:
            # Whatever its words: "Designation: Quality Checker, Team Lead", but "Role: Analyst, team size 7".
            names = Names(trim(_REMARK.split(lines[number].text[label[1] :])[0]), "", 0, [])
        if beside_date and strength == NAMED and names.title and _is_half_title(names.employer, near, known):
            # The line of the date names the employer by its words: "Technician Networks, Petty Officer" below it is a title.
            names = Names(join_names(names.employer, names.title), "", 0, names.rest)
        found, sure = names.employer, names.strength
        if not found and names.rest and not names.title:
            found, sure = names.rest[0], SET_OFF  # "Foo, Springfield" beside an entry is an employer and its place
        cased = sure == NAMED or small or not found[:1].islower()
        better = sure > strength and (strength < SET_OFF or firm) and cased
        if not title and names.title:
            title = names.title
            if near.startswith(title) and (
                strength == NAMED or (strength >= sure and known.is_unit(near[len(title) :]))
            ):
                title = whole_title(near, title, known, placed=placed)
            if title.lower() in known.bare_titles and strength >= SET_OFF > sure and found:
                title = join_names(title, found)
            # Beside the title, rather than beside the date; of two rows of cells the second ends with the place.
            rows = (
                (dated.cell or bool(dated.before))
                and _PARTED.match(near, len(title)) is not None
                and near.startswith(title)
            )
            # A head that names its employer makes the name beside the date that of a town ("2018 - 2020 · York").
            town = sure > strength and _may_be_town(employer, known) and found[0].isupper() and not known.is_unit(found)
            better = better or (beside_date and (sure == strength or town) and not placed and not rows)
        elif not (found and better):
            continue
        if found and better:
            if not title and employer and firm and sure == NAMED:
                title = employer
            elif title and sure == NAMED and known.names_title(employer):
                title = between(dated.before, title, employer)
            employer, strength, beside_date = found, sure, False
            banner = number if number < dated.line and not names.title else -1
        first, last = min(first, number), max(last, number)
        texts.append(near)
    if serves is not None and employer != serves[1]:
        title = whole
    if not title and not above:
        title, also = _first_item(dated, lines, outline, known)
        if title and also.strength > strength:
            employer, strength = also.employer, also.strength
    if title and not employer and not above and (lone := _lone_above(dated, lines, outline, known, reached, taken)):
        first, banner, employer, strength = dated.line - 1, dated.line - 1, lone, PERHAPS
    if not title and employer and above and closes(taken, lines, outline, dated):
        title, first = trim(lines[above[0]].text), above[0]  # whatever its words
    if not title and strength >= SET_OFF:
        title, first, last = unlisted_title(
            dated, lines, outline, known, (above, below), (first, last), (employer, strength), (before, after)
        )
    return Head(
        title=title, employer=employer, first_line=first, last_line=last, text=" | ".join(texts), strength=strength,
        banner=employer if banner == first else "", apart=not above,
    )  # fmt: skip


def _is_half_title(name: str, near: str, known: Jobs) -> bool:
    """Whether what opens a line as an employer's name, before a title, is a title itself by one of its words."""
    return bool(name) and near.startswith(name) and known.names_title(name) and not known.has_legal_form(name)


def _is_dated_above(dated: Dated, lines: list[Line], known: Jobs, reached: int) -> bool:
    """Whether a date in brackets opens the line below the names of its job; a remark goes on behind it."""
    line = lines[dated.line]
    bracketed = line.text[0] in "([" and not line.blank_before and not dated.before
    return bracketed and reached < dated.line - 1 and known.names_title(lines[dated.line - 1].text)


def _is_pair(above: list[int], lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether a title and another name fill the two lines above a date, in a block of their own."""
    if len(above) != _PAIR or not begins_block(above[-1], lines, outline):
        return False
    titled = [known.names_title(lines[number].text) for number in above]
    return titled[0] != titled[1] and all(lines[number].text[0].isupper() for number in above)


def _may_be_town(name: str, known: Jobs) -> bool:
    words = name.replace("-", " ").split()
    return len(words) <= _PAIR and all(map(str.isalpha, words)) and not known.names_company(name)


def _lone_above(
    dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int, taken: dict[int, bool]
) -> str:
    """A short name in a block of its own right above the entry: its employer, if the entry names none."""
    number = dated.line - 1
    apart = number not in taken and lines[dated.line].blank_before and not lines[dated.line].page_top
    if not (apart and may_name(number, lines, outline, dated, known, reached) and begins_block(number, lines, outline)):
        return ""
    text = trim(lines[number].text)
    words = text.split()
    plain = 0 < len(words) <= _FEW and not any(letter.isdigit() or letter in ":|\t" for letter in text)
    if not plain or known.names_title(text) or not all(word[0].isupper() or word in known.joining for word in words):
        return ""
    parts = split_names(text, known)
    return parts[0].text if parts and all(part.weak for part in parts[1:]) else text


def _is_label(dated: Dated, lines: list[Line]) -> bool:
    """Whether what stands before a date labels it ("Tenure: 2013 - 2016")."""
    line = lines[dated.line]
    return line.text[: max(0, dated.span.text_start - line.start)].rstrip().endswith((":", "："))


def _around(
    dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int, taken: dict[int, bool], *, named: bool
) -> tuple[list[int], list[int]]:
    """The lines right above and right below that may hold more of an entry's heading."""
    above = [
        number for number in (dated.line - 1, dated.line - 2) if may_name(number, lines, outline, dated, known, reached)
    ]
    titled = any(known.names_title(lines[number].text) for number in above)
    if not dated.before and not titled and leads(taken, outline, dated):
        above = []  # in this section the dates open their entries: what stands above belongs to the entry before
    closing = closes(taken, lines, outline, dated)
    parted = lines[dated.line].blank_before and not lines[dated.line].page_top
    apart = title_apart if not known.names_title(dated.rest) else employer_apart
    if parted and apart(dated.line - 1, lines, outline, dated, known, above):
        above = above[:1]
    elif parted and not set_apart(lines, outline, dated, known, named):
        above = []
    elif len(above) == _PAIR and lines[above[0]].blank_before and not lines[above[0]].page_top and not parted:
        # The end of a long line "Foo Ltd, Springfield | March 2019 - May 2020" stands on a line of its own.
        broken = not dated.rest and lines[above[0]].text[-1] in _OPEN and not known.names_title(lines[above[0]].text)
        if not (broken and known.names_title(lines[above[1]].text) and begins_block(above[1], lines, outline)):
            above = above[:1]
    if above and above[0] != dated.line - 1:
        above = []
    if above and is_item(lines[above[0]].text):
        above = above[:1]  # the item opens the entry
    top = dated.line - 3
    higher = len(above) == _PAIR and top not in taken and may_name(top, lines, outline, dated, known, reached)
    if higher and not lines[top + 1].blank_before and begins_block(top, lines, outline):
        above = [top, *reversed(above)]  # employer, title and place, or title, employer and place, above the date
    under = behind_rows(dated, lines, outline, known)
    below = [
        number
        for number in (under, under + 1)
        if not closing and number not in taken and may_name(number, lines, outline, dated, known, dated.last_line)
        and not opens_next(number, dated, lines, outline) and (not lines[number].blank_before or lines[number].page_top or spaced(number, lines, outline, dated, known, taken))
    ]  # fmt: skip
    if len(below) == 1 and below[0] == under + 1 and (is_item(lines[under].text) or under in taken):
        below = []  # the account, or the next entry, has begun: what follows it is another's
    third = under + 2
    if (
        len(below) == _PAIR and not dated.rest and third not in taken
        and not any(known.names_title(lines[number].text) for number in below) and not lines[third - 1].blank_before
        and may_name(third, lines, outline, dated, known, dated.last_line) and not lines[third].blank_before
        and known.names_title(lines[third].text)
    ):  # fmt: skip
        below.append(third)  # employer, place and title below the date
    if below and known.names_title(dated.rest) and lines[below[0]].indent < lines[dated.line].indent:
        below = []  # further out than the post it stands below: the next employer
    named_below = below and not known.names_title(dated.rest) and known.names_title(lines[below[0]].text)
    if named_below and not any(
        lines[number].text[0].isupper()
        and (known.names_title(lines[number].text) or begins_block(number, lines, outline))
        for number in above
    ):
        above = []  # "Foo Systems, 2010 - 2012" over its title, below the plain lines of the entry before
    return above, below


def _first_item(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> tuple[str, Names]:
    """The names in the first item below a date that stands alone."""
    number, nothing = dated.last_line + 1, Names("", "", 0, [])
    if dated.rest or number >= len(lines) or outline.owner[number] != outline.owner[dated.line]:
        return "", nothing
    text = lines[number].text
    if not is_item(text) or len(text) > _SHORT or is_prose(text):
        return "", nothing
    names = merge_names((split_names(text.lstrip(BULLETS + " "), known), []), known)
    return names.title, names
