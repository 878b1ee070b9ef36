"""Headings of entries whose lines stand apart like blocks: a word processor has set every paragraph so."""

from __future__ import annotations

from aimatch.resume.entries import Dated, is_heading
from aimatch.resume.names.parts import split_names
from aimatch.resume.positions.entry_bounds import begins_block
from aimatch.resume.positions.title_forms import names_company
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Characters of a line that is a name and no sentence.
SHORT = 80


def title_apart(number: int, lines: list[Line], outline: Outline, dated: Dated, known: Jobs, above: list[int]) -> bool:
    """Whether a title stands alone above the employer and the date, which name none: a word processor that sets every
    paragraph apart parts them like blocks."""
    if number not in above or not dated.before or not is_heading(dated):
        return False
    text = lines[number].text
    return known.names_title(text) and len(text) <= SHORT and begins_block(number, lines, outline)


def employer_apart(
    number: int, lines: list[Line], outline: Outline, dated: Dated, known: Jobs, above: list[int]
) -> bool:
    """The same for an employer, by its words or the place beside it, above a title and the date that name none."""
    below = dated.last_line + 1
    if number not in above or below >= len(lines) or not (lines[below].blank_before and is_heading(dated)):
        return False
    text = lines[number].text
    told = "\t" in text or names_company(text, known) or known.names_employer(text)
    alone = len(split_names(dated.rest, known)) == 1 and begins_block(number, lines, outline)
    return told and alone and not known.names_title(text) and len(text) <= SHORT and text[0].isupper()


def spaced(number: int, lines: list[Line], outline: Outline, dated: Dated, known: Jobs, taken: dict[int, bool]) -> bool:
    """Whether the line below a date belongs to its heading though a gap parts them: where all paragraphs stand apart, the
    account of the entry stands right below it."""
    if number != dated.last_line + 1 or number + 1 >= len(lines) or number + 1 in taken:
        return False
    line, below = lines[number], lines[number + 1]
    more = not below.blank_before and not is_item(below.text) and number + 2 < len(lines) and number + 2 not in taken
    if more and len(below.text) <= SHORT:
        below = lines[number + 2]  # the place on a line of its own
    if outline.owner[number + 1] != outline.owner[number] or len(line.text) > SHORT or is_item(line.text):
        return False
    named = known.names_title(line.text) or names_company(line.text, known)
    apart = below.blank_before or (is_item(below.text) and named)
    return apart and line.text[0].isupper() and (is_item(below.text) or is_prose(below.text))
