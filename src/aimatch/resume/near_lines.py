"""What the lines beside that of a date, and its own words, tell of it: the date of a job, of a course, of a
membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aimatch.resume.prose import is_prose
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.jobs import Jobs, words_of
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

if TYPE_CHECKING:
    from aimatch.resume.entries import Dated

#: Characters of an entry's heading; longer lines are sentences, or hold several things.
HEAD = 90
#: Characters of a title on a line of its own above its date.
_TITLE = 60
#: Rows of a form, its date among them.
_FORM = 6


def titled_above(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether a date at the edge of a short line stands right below, or right above, a line that is all title."""
    if len(dated.rest) > HEAD or dated.rest.endswith(".") or (dated.before and dated.after):
        return False
    for number in (dated.line - 1, dated.last_line + 1):
        if 0 <= number < len(lines) and outline.owner[number] == outline.owner[dated.line]:
            near = lines[number].text
            apart = lines[max(number, dated.line)].blank_before
            longest = HEAD if known.is_anonymous(near) else _TITLE
            if apart or len(near) > longest or is_item(near) or near[-1] in ".,;:" or any(map(str.isdigit, near)):
                continue
            if known.names_title(near) and not is_prose(near):
                return True
            if not dated.rest and number > dated.line and lines[dated.line].blank_before:
                # A block of date, employer and title.
                last = lines[number + 1 : number + 2]
                if last and not last[0].blank_before and len(last[0].text) <= _TITLE and not is_item(last[0].text):
                    return known.names_title(last[0].text) or last[0].text.lower() in known.titles
    return False


def named_near(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether the line above or below names a job, or the one above an employer, and reads like a heading. Below a
    date that fills its line, a title may follow its employer."""
    names_below = False
    for number in (dated.line - 1, dated.last_line + 1, dated.last_line + 2):
        if 0 <= number < len(lines) and outline.owner[number] == outline.owner[dated.line]:
            near = lines[number].text
            if number > dated.last_line + 1 and (dated.rest or not names_below or lines[number].blank_before):
                return False
            if len(near) >= HEAD or is_item(near) or is_prose(near):
                continue
            if known.holds_title(near) or (number < dated.line and dated.before and known.names_employer(near)):
                return True
            names_below = number > dated.last_line and not lines[number].blank_before
    return False


def taught_below(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether the line below what stands beside a date is a school's that teaches trades: "2009 - 2012   Electrician",
    "Foo Vocational School"."""
    number = dated.last_line + 1
    if number >= len(lines) or outline.owner[number] != outline.owner[dated.line] or lines[number].blank_before:
        return False
    below = lines[number].text
    return len(below) <= HEAD and not is_item(below) and not known.trade_schools.isdisjoint(words_of(below))


def is_membership(text: str, known: Jobs) -> bool:
    """Whether the only title in ``text`` is that of who belongs to a body ("Member, Foo Institute of Engineers"), and
    not to a team of a firm."""
    words = words_of(text)
    joined = not known.belonging.isdisjoint(words) and known.titles & words <= known.belonging
    return joined and not known.bodies.isdisjoint(words) and known.teams.isdisjoint(words)


def studied_above(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> bool:
    """Whether labels of an education stand right above that of a date, and none of a job ("Degree: ...", "From:
    2014")."""
    studied = False
    for number in range(dated.line - 1, max(-1, dated.line - _FORM), -1):
        text = lines[number].text
        if outline.owner[number] != outline.owner[dated.line] or ":" not in text or lines[number + 1].blank_before:
            break
        if (label := known.label(text)) is not None and label[0] in {"employer", "title"}:
            return False
        studied = studied or key_of(text.partition(":")[0]) in known.study_labels
    return studied
