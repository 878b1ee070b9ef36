"""What the heading of an entry is, and the entries that have none: told in a sentence, or closed by their date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aimatch.resume.entries import Dated
from aimatch.resume.names import NAMED, PERHAPS, merge_names
from aimatch.resume.names.parts import split_names
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line
from aimatch.resume.told import opening, told_in

#: Words and characters of a line that names an employer.
_FEW, _SHORT = 5, 80
_PLACED = re.compile(r",|\s[-–—]|\t|\s{3}")
_BRACKETS = re.compile(r"(?<=\w) \([^()]*\)")
#: Words in small letters of a line that names nobody.
_PAIR = 2
#: Lines, less one, over which a sentence may be wrapped before its date.
_WRAPPED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The heading of an entry: its names and the lines it takes up."""

    title: str
    employer: str
    first_line: int
    last_line: int
    text: str
    strength: int = NAMED
    #: The employer's name if it stands on a line of its own above the entry, and whether nothing stands there.
    banner: str = ""
    apart: bool = False


def head_above(dated: Dated, lines: list[Line], known: Jobs, reached: int) -> Head:
    """The heading of an entry that its date closes: the line behind the entry before it."""
    first = reached + 1
    names = merge_names((split_names(lines[first].text, known), []), known)
    if not names.title and first + 1 < dated.line and known.names_title(lines[first + 1].text):
        below = merge_names((split_names(lines[first + 1].text, known), []), known)
        names = below._replace(employer=names.employer or next(iter(names.rest), ""))
    elif not names.employer and first + 1 < dated.line and may_name_employer(lines[first + 1].text, known):
        below = merge_names((split_names(lines[first + 1].text, known), []), known)
        names = names._replace(employer=below.employer or next(iter(below.rest), ""))
    text = lines[first].text
    return Head(
        title=names.title, employer=names.employer, first_line=first, last_line=dated.last_line, text=text, strength=names.strength
    )  # fmt: skip


def may_name_employer(text: str, known: Jobs) -> bool:
    """Whether a line below a title names where it was held, rather than what was done there."""
    if known.names_employer(text):
        return True
    # "Foo Engineers, Lakeside", "Foo Engineers – Lakeside", "Foo (engineers of bridges)"
    words = _PLACED.split(_BRACKETS.sub("", text), maxsplit=1)[0].split()
    return (
        0 < len(words) <= _FEW
        and len(text) <= _SHORT
        and all(word[0].isupper() or word in known.joining or not word[0].isalpha() for word in words)
    )


def is_account(text: str, known: Jobs) -> bool:
    """Whether a line tells what was done, rather than names: small letters go on behind its first word ("Ensuring the
    operation of databases")."""
    if known.names_employer(text) or known.names_title(text):
        return False
    words = _PLACED.split(text, maxsplit=1)[0].split()
    return len(words) > _PAIR and sum(word[0].islower() and word not in known.joining for word in words) >= _PAIR


def _tells_deeds(near: str, known: Jobs) -> bool:
    """Whether a line goes on in small letters beyond a name ("Development of fast Back-end software on Foo")."""
    small = [word for word in near.split() if word[0].islower() and word not in known.joining]
    return len(near.split()) > _FEW and len(small) >= _PAIR and not known.names_firm(near)


def may_tell(near: str, known: Jobs, strength: int, *, below: bool) -> bool:
    """Whether a line above or ``below`` that of the date may name the job, or its employer better than what is known of
    it with ``strength``."""
    if known.names_title(near):
        return True
    if below and (strength > PERHAPS or not may_name_employer(near, known) or _tells_deeds(near, known)):
        return False
    if not strength:
        return below or not is_account(near, known)
    cells = not below or "|" in near or "\t" in near or known.names_employer(near)
    return cells and may_name_employer(near.partition("\t")[0], known)


def head_told(dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int) -> Head | None:
    """The names in a sentence such as "Worked as analyst in Foo from 2015 to 2017", which may begin some lines above that
    of its date; lines up to ``reached`` are others'."""
    first, last, sentence = _sentence(dated, lines, outline, known, reached)
    verb = known.prose.search(sentence.lower())
    where = verb is None and sentence.split(" ", 1)[0] in known.prose_at  # "Since 2015 with Foo Ltd"
    if known.is_anonymous(sentence) or (verb is None and not where and not known.acting_as.search(sentence)):
        return None
    title, employer = told_in(sentence, known)
    if verb is None and not where and not (title and employer):
        return None
    if not title and not known.names_employer(employer):
        return None
    return Head(title=title, employer=employer, first_line=first, last_line=last, text=sentence)


def _sentence(dated: Dated, lines: list[Line], outline: Outline, known: Jobs, reached: int) -> tuple[int, int, str]:
    """The first and the last line of the sentence in which a date stands, and its words without the date. A date alone
    may stand below the sentence, or above it."""
    # "In 2016 I moved to Foo Ltd"
    bare = not dated.before or dated.before.lower() in known.prose_at | known.before_dates
    after = dated.after if dated.after[:1].islower() or bare else ""
    own = f"{dated.before} ; {after}" if dated.before and after else dated.before or after
    here = dated.line, dated.last_line, own
    alone = not dated.rest or dated.rest.lower() in known.before_dates
    if opening(dated.before, known) or is_item(lines[dated.line].text):
        return here
    told = own
    for number in range(dated.line - 1, max(reached, dated.line - _WRAPPED), -1):
        below, line = lines[number + 1], lines[number]
        ended = line.text.endswith(".") and not (alone and number + 1 == dated.line)
        if outline.owner[number] != outline.owner[dated.line] or below.blank_before or ended:
            break
        told = f"{line.text} {told}"
        named = opening(line.text, known) or (is_item(line.text) and known.acting_as.search(line.text))
        if named and _goes_on(line, dated, known):
            return number, dated.last_line, told.lstrip(BULLETS + " ")
        if is_item(line.text) or is_item(below.text):
            break
    under, over = dated.last_line + 1, dated.line - 1
    headed = over > reached and outline.owner[over] == outline.owner[dated.line] and known.names_title(lines[over].text)
    if not alone or headed or under == len(lines) or outline.owner[under] != outline.owner[dated.line]:
        return here
    if lines[under].blank_before:
        return here
    if opening(lines[under].text, known) and not is_item(lines[under].text) and _goes_on(lines[under], dated, known):
        return dated.line, under, lines[under].text
    return here


def _goes_on(first: Line, dated: Dated, known: Jobs) -> bool:
    """Whether the line of a date goes on with the sentence that ``first`` begins, rather than being a heading."""
    told = told_in(first.text.lstrip(BULLETS + " "), known)
    if not (told.title or told.employer):
        return False
    names = merge_names((split_names(dated.before, known), []), known)
    return not (names.title and names.strength == NAMED) or known.acting_as.search(f" {dated.before}") is not None
