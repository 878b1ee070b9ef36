"""Which lines around the name of a degree tell of the same course of study."""

from __future__ import annotations

from dataclasses import dataclass

from aimatch.resume.education.schools import schools
from aimatch.resume.entries import Dated
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

#: Characters of a line that names a degree; what stands further back in a longer one is prose.
LONG = 240
#: Characters of a line that is a remark to the one before ("Thesis pending").
REMARK = 60
#: Lines below a degree's that may tell of it, and one.
_BELOW = 6
#: Rows of a table of degrees, with its head.
_ROWS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Studied:
    """The lines of a resume with their sections and dates, as its education is read from them."""

    lines: list[Line]
    outline: Outline
    #: The last date of each line that has one, and all of them.
    dated: dict[int, Dated]
    dates: dict[int, list[Dated]]

    def around(self, number: int, claimed: set[int]) -> list[int]:
        """The line that names a degree, then those beside it that may tell of the same course of study."""
        lines, outline, dated = self.lines, self.outline, self.dated
        if outline.kind(number) != "education":
            return [number]
        beside = [
            near for near in (number - 1, number + 1, number + 2)
            if 0 <= near < len(lines) and outline.owner[near] == outline.owner[number]
            and near not in claimed
            and not (near > number and lines[near].blank_before and not _is_apart(near, lines, outline, dated, claimed))
            and not ("\t" in lines[number].text and _is_table_head(lines[near].text))
        ]  # fmt: skip
        if number - 1 in beside and (self._closes(number - 1) or self._alternates(number - 1)):
            beside.remove(number - 1)  # the date of the entry above
        if number - 1 in beside and _date_opens(number - 2, lines, outline, dated, claimed):
            beside.insert(1, number - 2)
        if number + 2 in beside:  # labels and values, one a line
            labelled = self.below(number, claimed)
            beside += [near for near in labelled if near > number + 2 and schools().is_labelled(lines[near].text)]
        return [number, *beside]

    def _closes(self, number: int) -> bool:
        """Whether a line holds nothing but the date that ends an entry: all such dates of its section do, the first line has
        none, and the last one has."""
        dated, owner = self.dated, self.outline.owner
        if number not in dated or dated[number].rest or number + 1 in dated:
            return False
        if self.lines[number].blank_before and not self.lines[number + 1].blank_before:
            return False
        first = last = number
        while first > 0 and owner[first - 1] == owner[number]:
            first -= 1
        while last + 1 < len(self.lines) and owner[last + 1] == owner[number]:
            last += 1
        return first not in dated and first + 1 not in dated and last in dated and not dated[last].rest

    def behind_date(self, number: int) -> str:
        """What stands behind the date that opens a line ("2010 - 2015 / Physics"); the whole of any other line."""
        dated = self.dated.get(number)
        return dated.after if dated is not None and dated.after and not dated.before else self.lines[number].text

    def _alternates(self, number: int) -> bool:
        """Whether each entry of a section is a line of names above one that its date opens, and the line ``number`` is one
        of these: at least two of them, without gaps."""
        owner, lines = self.outline.owner, self.lines
        first = last = number
        while first > 0 and owner[first - 1] == owner[number]:
            first -= 1
        while last + 1 < len(lines) and owner[last + 1] == owner[number]:
            last += 1
        dates = [at for at in range(first, last + 1) if at in self.dated]
        opens = all(not self.dated[at].before and not lines[at].blank_before for at in dates)
        return opens and len(dates) > 1 and dates == list(range(first + 1, dates[-1] + 1, 2)) and last - dates[-1] < 2

    def cell_under(self, number: int, heads: frozenset[str]) -> str:
        """The cell of a table's row that stands in a column under one of ``heads``; "" if none tells a name."""
        cells = self.lines[number].text.split("\t")
        for above in range(number - 1, max(-1, number - _ROWS), -1):
            if self.outline.owner[above] != self.outline.owner[number]:
                break
            head = self.lines[above].text.split("\t")
            if len(head) == len(cells) and schools().is_table_head(self.lines[above].text):
                column = next((at for at, name in enumerate(head) if name.strip(" .:").lower() in heads), None)
                cell = cells[column].strip() if column is not None else ""
                return cell if cell[:1].isalpha() and len(cell) <= REMARK else ""
        return ""

    def below(self, number: int, claimed: set[int]) -> list[int]:
        """The lines below that of a degree that belong to it, up to a gap or to the next degree."""
        found = []
        for near in range(number + 1, min(number + _BELOW, len(self.lines))):
            if (
                self.outline.owner[near] != self.outline.owner[number]
                or near in claimed
                or self.lines[near].blank_before
            ):
                break
            found.append(near)
        return found


def _date_opens(number: int, lines: list[Line], outline: Outline, dated: dict[int, Dated], claimed: set[int]) -> bool:
    """Whether a line holds nothing but a date, above the school and the degree."""
    below = number + 1
    return (
        number in dated
        and number not in claimed
        and below not in dated
        and outline.owner[number] == outline.owner[below]
        and _is_bare(lines[number], dated[number])
        and not lines[below].blank_before
        and degrees().names_school(lines[below].text)
    )


def _is_apart(number: int, lines: list[Line], outline: Outline, dated: dict[int, Dated], claimed: set[int]) -> bool:
    """Whether a line names the school, the time or both of the degree above it, though a gap parts them: a word processor
    that sets every paragraph apart parts the lines of an entry like entries."""
    above, line = number - 1, lines[number]
    if _closes(number, lines, outline, dated, claimed):
        return True
    alone = lines[above].blank_before or number < 2 or outline.owner[above - 1] != outline.owner[above]
    if not alone:
        return False
    below = number + 1
    if number in dated and not dated[number].rest:
        return above not in dated and _is_school(lines[above]) and above > 0 and lines[above].blank_before
    if number in dated:
        named = above not in dated and bool(dated[number].before)
    else:  # the time beside the degree, or below the school
        named = (above in dated or (below in dated and not dated[below].rest)) and len(line.text) <= REMARK
    return named and _is_school(line) and not degrees().names_school(lines[above].text)


def _is_bare(line: Line, dated: Dated) -> bool:
    """Whether a line holds a date and nothing else but its label."""
    label = jobs().label(line.text) if dated.rest else None
    return not dated.rest or (label is not None and label[0] == "dates")


def _closes(number: int, lines: list[Line], outline: Outline, dated: dict[int, Dated], claimed: set[int]) -> bool:
    """Whether a line holds the time, and nothing else but its label, of the degree in the block above: it stands alone, and
    above that block stands no time that would be the block's own."""
    if number not in dated or not _is_bare(lines[number], dated[number]):
        return False
    below, first = number + 1, number - 1
    if below < len(lines) and outline.owner[below] == outline.owner[number] and not lines[below].blank_before:
        return False
    while first > 0 and not lines[first].blank_before and outline.owner[first - 1] == outline.owner[number]:
        first -= 1
    above = first - 1
    opened = above >= 0 and above in dated and above not in claimed and outline.owner[above] == outline.owner[number]
    return not opened and not any(at in dated for at in range(first, number))


def _is_school(line: Line) -> bool:
    """Whether a line names a school and no degree."""
    return degrees().names_school(line.text) and not find_degrees(line.text[:LONG], trusted=True)


def _is_table_head(text: str) -> bool:
    """Whether a line reads like the head of a table ("Course   Institution   Year")."""
    return text.count("\t") > 1 and not any(letter.isdigit() for letter in text)
