"""The lines near a date that may name its entry: what of them is a name, and not an account or another entry's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from aimatch.dates import find_ranges
from aimatch.resume.entries import Dated
from aimatch.resume.names import merge_names
from aimatch.resume.names.fields import is_technology
from aimatch.resume.names.parts import split_names
from aimatch.resume.positions.entry_bounds import hangs
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line
from aimatch.resume.told import opening, told_in

#: Characters of a line that may name an employer.
LINE = 110
#: Words of a title or an employer that no word of the data tells.
_FEW = 5
#: Skills of a list, and words of one.
_PAIR = 2
_PARTS = re.compile(r"\s*[,/;|•]\s*|\s(?:and|und|et|y|e|en|och|og)\s")
#: Words of a name with a full stop behind it.
_NAME = 8
#: Rows of a form below a date, less one.
_ROWS = 6
#: Characters of a line that names an employer above labels.
_EMPLOYER = 100
#: The same where one of them is a company's legal form.
_LEGAL = 12


@lru_cache(maxsize=256)
def is_stack(text: str) -> bool:
    """Whether a line lists technologies ("Python/Django/Celery"): most of its parts are such, and more than one. A lone
    one may be its maker's name ("Oracle, Springfield")."""
    parts = [part for part in _PARTS.split(text.strip(" .")) if part]
    if len(parts) < _PAIR or len(parts[0].split()) > _PAIR:
        return False
    technologies = sum(map(is_technology, parts))
    return technologies >= _PAIR and technologies * _PAIR > len(parts)


def without_account(text: str, known: Jobs) -> str:
    """A line without the account that goes on in small letters behind its title and a colon ("Clerk: kept the books")."""
    title, colon, account = text.partition(": ")
    return title if colon and account[:1].islower() and known.names_title(title) else text


def may_name(number: int, lines: list[Line], outline: Outline, dated: Dated, known: Jobs, reached: int) -> bool:
    """Whether a line near a date may name its entry: it belongs to no other (``reached``: the last line that does), and is
    neither an account nor a label of something else."""
    if not 0 <= number < len(lines) or reached >= number != dated.line or number == dated.line:
        return False
    line = lines[number]
    if outline.owner[number] != outline.owner[dated.line] or len(line.text) > LINE:
        return False
    if (number < dated.line and hangs(number, dated.line, lines)) or key_of(line.text) in headings().duties:
        return False
    if is_item(line.text):
        return _is_name_item(number, lines, outline, dated, known)
    if ":" in line.text:
        label = known.label(line.text)
        if label is not None and label[0] in ("text", "client") and not known.names_title(line.text):
            return False  # "Department: Maintenance"
        if key_of(line.text.partition(":")[0]) in known.form_rows and not known.names_title(line.text):
            return False  # "City: Murano | Country: Italy"
        first = known.first_label(line.text) if label is None else ""
        named = known.names_title(line.text) or known.names_employer(line.text)
        if first and (headings().is_label(first) or (number < dated.line and not named)):
            return False  # "Technologies: Java"; above a date whatever stands before a colon
    words = len(line.text.split())
    if (
        line.text.endswith(".")
        and words <= (_LEGAL if known.has_legal_form(line.text) else _NAME)
        and (known.names_employer(line.text) or line.text[:-1].rpartition(", ")[2].lower() in known.places)
    ):
        # "Foo Inc. - Springfield, Ohio.", "Foo Wheels - Nakuru, Kenya."
        return not line.text.split(None, 1)[0].islower() and not is_prose(line.text[:-1])
    if number > dated.line and without_account(line.text, known) != line.text:
        return known.label(line.text) is None
    if is_prose(line.text) or line.text.endswith((".", ":", ";")) or known.names_columns(line.text):
        return False
    if known.names_title(line.text) or known.names_company(line.text) or not is_stack(line.text):
        return True
    return reached < number - 1 < number < dated.line and known.names_title(
        lines[number - 1].text
    )  # fields of work between title and date


def _is_name_item(number: int, lines: list[Line], outline: Outline, dated: Dated, known: Jobs) -> bool:
    """Whether an item is a name within an entry: behind two dashes ("-- Foo Ltd (Springfield)"), as the item that the
    title and the date go on from, or as the first one set further in than the date's."""
    line = lines[number]
    if line.text.startswith("-- "):
        return number == dated.last_line + 1 and not is_prose(line.text)
    bare = line.text.lstrip(BULLETS + " ")
    words = bare.replace(",", " ").split()
    plain = 0 < len(words) <= _FEW and all(not word[0].islower() or word in known.joining for word in words)
    if number == dated.line - 1 and not dated.rest and not dated.bullet and not lines[dated.line].blank_before:
        # "» Engineer @ Foo, Springfield" right above its date: title and employer, with or without a place
        names = merge_names((split_names(bare, known), []), known)
        plain = plain or bool(names.title and names.employer and not is_prose(bare))
    if not plain or (bare.endswith((".", ":", ";")) and not known.has_legal_form(bare)):
        return False
    if number < dated.line and known.label(bare) is not None:
        return False  # "• Designation: Clerk" below the date of the entry before
    if number < dated.line:
        if dated.bullet:  # "* ENGINEER" with "  * Foo, 2019 - 2020" further in
            return line.indent < lines[dated.line].indent and known.names_title(bare)
        if len(split_names(dated.before, known)) > 1:
            # The line of the date names both, and the item tells of the entry before: "• Services in Kotlin"
            placed = dated.before.rpartition(", ")[2].strip().lower() in known.places
            if not (known.names_employer(bare) if placed else known.has_legal_form(bare)):
                return False
        if dated.before and not _may_open(number, lines, outline):
            return False  # "• Python and SQL" above "Clerk, May 2018 - Dec 2021" and its employer
        return number == dated.line - 1 or not is_item(lines[number + 1].text)
    return number == dated.last_line + 1 and dated.bullet and line.indent > lines[dated.line].indent


def _may_open(number: int, lines: list[Line], outline: Outline) -> bool:
    """Whether an item may open an entry: behind an empty line, or where an item opens the section. Any other is one of
    the account of the entry before."""
    first = number
    while first and outline.owner[first - 1] == outline.owner[number]:
        first -= 1
    return lines[number].blank_before or is_item(lines[first].text)


def set_apart(lines: list[Line], outline: Outline, dated: Dated, known: Jobs, named: bool) -> bool:
    """Whether the names of an entry may stand above an empty line: where empty lines part every line, or where the
    date stands alone and no title follows it."""
    below = dated.last_line + 1
    if below >= len(lines) or outline.owner[below] != outline.owner[dated.line]:
        return not named
    if lines[below].blank_before:
        return not named or not dated.rest
    return not dated.rest and not known.names_title(lines[below].text)


def employer_above(lines: Sequence[Line], outline: Outline, first: int, known: Jobs) -> str:
    """The employer's name on the line above an entry's first label; without its place."""
    if first == 0 or outline.owner[first - 1] != outline.owner[first]:
        return ""
    text = lines[first - 1].text
    if opening(text, known) is not None:
        return told_in(text, known).employer  # "1. Worked as an analyst in Foo Ltd" above "Designation: Analyst"
    if (
        len(text) > _EMPLOYER
        or text[0] in ":："
        or known.label(text)
        or headings().is_label(known.first_label(text))
        or any(find_ranges(text))
        or is_prose(text)
        or text[0].islower()
        or (is_item(text) and not known.names_employer(text))
    ):
        return ""
    names = merge_names((split_names(text, known), []), known)
    return names.employer or (names.rest[0] if names.rest else "")


def behind_rows(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> int:
    """The line below a date and the rows of a form that may stand there ("Salary: ...", "Hours per week: 40")."""
    under = dated.last_line + 1
    for number in range(under, min(under + _ROWS, len(lines))):
        label, colon, _ = lines[number].text.partition(":")
        if not colon or outline.owner[number] != outline.owner[dated.line] or key_of(label) not in known.form_rows:
            return number
    return under
