"""Headings of entries whose lines stand apart like blocks, as word processors set paragraphs, or share a long line."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from aimatch.resume.entries import Dated, Role, is_heading
from aimatch.resume.names.parts import split_names
from aimatch.resume.positions.entry_bounds import begins_block
from aimatch.resume.positions.title_forms import names_company
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Characters of a line that is a name and no sentence, and of one that is a whole page, or most of it.
SHORT, _PAGE = 80, 600
#: Words of a title, less one; what a sentence goes on with behind its verb.
_PAIR, _ARTICLES = 2, frozenset({"a", "an", "the", "of", "from"})
_SENTENCE, _ACCOUNT = re.compile(r"(?<=[^\W\d_][.;])\s+"), re.compile(r"[.:;]\s|\s{2}")


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
    """Whether the line below a date belongs to its heading though a gap parts them: where all paragraphs stand apart,
    the account of the entry stands right below it."""
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


def paragraphs_of_jobs(entries: list[tuple[Dated, Role]], lines: list[Line]) -> set[int]:
    """The lines, each as long as a page, that hold several jobs: none of these is told by all of the line."""
    counts = Counter(dated.line for dated, role in entries if role == "position")
    return {number for number, count in counts.items() if count > 1 and len(lines[number].text) > _PAGE}


def begins_within(dated: Dated, title: str, lines: list[Line]) -> int:
    """Where the entry of a date begins within its line: with its title before the date, or with the date."""
    line, at = lines[dated.line], dated.span.text_start
    before = line.text[: max(0, at - line.start)]
    place = before.rfind(title, max(0, len(before) - _PAGE)) if title else -1
    return at if place < 0 else line.start + place


def within(dated: Dated, known: Jobs) -> Dated:
    """A date in a line as long as a page with no more than its names: before it the last sentence, less a heading
    glued to it ("Experience Front End Lead"), behind it what stands before the account ("Foo Works Developed the
    shop")."""
    before = _SENTENCE.split(dated.before)[-1]
    opening, _, rest = before.partition(" ")
    if (
        headings().kind(opening) in {"experience", "education"}
        and len(rest.split()) > _PAIR
        and known.names_title(rest)
    ):
        before = rest
    words = _ACCOUNT.split(dated.after, maxsplit=1)[0].split()
    for at in range(1, len(words) - 1):
        goes_on = words[at + 1].islower() and (words[at + 1] not in known.joining or words[at + 1] in _ARTICLES)
        if words[at][0].isupper() and goes_on:
            words = words[:at]
            break
    return replace(dated, before=before, after=" ".join(words))
