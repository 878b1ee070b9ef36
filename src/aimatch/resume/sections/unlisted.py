"""Headings in a form of their own: lines in capitals that no list knows among known headings that look the same, the
short line behind the last entry of the jobs under which something else begins, and headings set as items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.headings import Headings, headings
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections.content import LABEL, YEAR, closes_names, is_employment
from aimatch.resume.sections.flows import Heading
from aimatch.resume.sections.lines import BULLETS, Line, is_item, part_of

#: The kinds of section that hold entries with names and dates.
ENTRIES = frozenset({"experience", "projects", "education", "volunteering"})
WORK = frozenset({"experience", "projects"})
_BULLETED = re.compile(rf"[{re.escape(BULLETS)}]\s*([^\W\d_][\w &/’'-]{{3,38}}?)\s*(?:[:：]|\Z)")
_COUNTED = re.compile(r"(\d)[ \t]+(?=[^\W\d_])")
_HABIT = 2  # headings from which the next are expected to look the same
#: Kinds of sections that bulleted headings must open, with a colon behind them and without: fewer are chance.
_KINDS = 2
_KINDS_WITHOUT_COLON = 3
#: Lines below a heading among which labels show that it is an entry's name.
_LABELS_BELOW = 3
#: Sections of what tells of the person, behind which the jobs may begin without a heading; so many of them.
_ABOUT = frozenset({"summary", "objective", "header"})
_JOBS = 2
#: Lines above the date of a job that name it.
_NAMES_ABOVE = 3
#: Words of a line that is no paragraph.
_REMARK_WORDS = 6


def without_bullets(lines: list[Line], known: Headings) -> dict[int, str]:
    """Takes the bullets off headings set as items ("• Education:", "• Work Experience: clerk", "▪ Career Objective"), in
    ``lines``, and returns them by the offsets of those lines. Two kinds of section, of which one holds entries, show that it is the
    resume's way to set them, or three where no colon follows; a lone one is an item, and so are those in a row. Numbers are
    taken off alike."""
    _take_numbers_off(lines, known)
    labelled: dict[int, str] = {}
    plain: dict[int, str] = {}
    for number, line in enumerate(lines):
        if line.text[0] in BULLETS and (match := _BULLETED.match(line.text)) and (kind := known.kind(match.group(1))):
            colon = match.end() < len(line.text) or line.text[-1] in ":："
            (labelled if colon else plain)[number] = kind
    found = {**labelled, **{at: kind for at, kind in plain.items() if at - 1 not in plain and at + 1 not in plain}}
    found, labelled = (_of_one_sign(one, lines) for one in (found, labelled))
    if not plain or not _sets_apart(found, _KINDS_WITHOUT_COLON) or _bare_headings(lines, known) >= len(found):
        found = labelled
    if not _sets_apart(found, _KINDS):
        return {}
    bullets: dict[int, str] = {}
    for number in found:
        text = lines[number].text
        lines[number] = part_of(lines[number], len(text) - len(text.lstrip(BULLETS + " \t")), len(text))
        bullets[lines[number].start] = text[0]
    return bullets


def _take_numbers_off(lines: list[Line], known: Headings) -> None:
    """Takes the numbers without a dot off headings ("1 Employment", "2 Education", "3 Skills"), in ``lines``, where they
    count up from one and open as many kinds of sections as show a way to set them."""
    found: dict[int, str] = {}
    for number, line in enumerate(lines):
        match = _COUNTED.match(line.text)
        if match is not None and int(match[1]) == len(found) + 1 and (kind := known.kind(line.text[match.end() :])):
            found[number] = kind
    if _sets_apart(found, _KINDS_WITHOUT_COLON):
        for number in found:
            line = lines[number]
            bare = part_of(line, len(line.text.split()[0]), len(line.text))
            lines[number] = replace(bare, blank_before=line.blank_before, page_top=line.page_top)


def _of_one_sign(found: dict[int, str], lines: list[Line]) -> dict[int, str]:
    """The headings set as items, less those with another sign than most, which is that of items elsewhere ("■ Career", and in
    it "- Thesis: ...")."""
    signs = Counter(lines[number].text[0] for number in found)
    items = Counter(line.text[0] for line in lines if line.text[0] in BULLETS)
    most = max(signs, key=lambda sign: signs[sign], default="")
    return {at: kind for at, kind in found.items() if (sign := lines[at].text[0]) == most or items[sign] == signs[sign]}


def _sets_apart(found: dict[int, str], least: int) -> bool:
    kinds = set(found.values())
    return len(kinds) >= least and not kinds.isdisjoint(ENTRIES)


def _bare_headings(lines: list[Line], known: Headings) -> int:
    """How many lines are headings without a bullet."""
    return sum(line.text[0] not in BULLETS and known.kind(line.text) not in (None, "header") for line in lines)


def is_wrapped_word(lines: list[Line], number: int, found: list[Heading]) -> bool:
    """Whether a word with a capital goes on with the line above ("... by Face / Recognition"): the headings so far are in
    capitals. The field of a degree goes on ("Diploma in Wood / Technology") where they stand apart, too."""
    text = lines[number].text
    plain = text[0].isupper() and text[1:].islower() and text.isalpha() and not lines[number].blank_before
    if not plain or lines[number - 1].text[-1] in ".:;" or not found:
        return False
    below = lines[number + 1].text.lower() if number + 1 < len(lines) else ""
    of_field = _goes_on_with_field(lines[number - 1].text, text) and not any(map(below.count, headings().tongues))
    habit = 1 if of_field else _HABIT
    set_apart = (lines[one.line].text[:3].isupper() or (of_field and lines[one.line].blank_before) for one in found)
    return len(found) >= habit and all(set_apart)


def _goes_on_with_field(above: str, word: str) -> bool:
    """Whether a word may end the field of study at the end of the line above."""
    known = degrees()
    if word.lower() not in known.field_words:
        return False
    named = next(iter(reversed(find_degrees(above, trusted=True))), None)
    field = above[named.behind :] if named else ""
    return bool(field) and field.replace("&", " ").replace(" ", "").isalpha() and not known.names_school(field)


def with_remarks(lines: list[Line], found: list[Heading], may_be: Callable[[Line], bool]) -> list[Heading]:
    """The headings with those that end a section of entries: what follows the last entry, beneath a short line of its
    own, and holds no year any more ("Machine learning, honestly" behind the jobs)."""
    complete: list[Heading] = []
    for index, heading in enumerate(found):
        complete.append(heading)
        stop = found[index + 1].line if index + 1 < len(found) else len(lines)
        if heading.kind != "experience":
            continue
        last = next((number for number in range(stop - 1, heading.line, -1) if YEAR.search(lines[number].text)), stop)
        # Right below the line with the year begins the account of the last entry.
        for number in range(last + 2, stop - 1):
            if may_be(lines[number]) and _may_be_remark(lines[number], lines[number + 1]):
                line = lines[number]
                complete.append(Heading(kind="other", start=line.start, body=line.end, line=number))
                break
    return complete


def with_career(lines: list[Line], found: list[Heading]) -> list[Heading]:
    """The headings with one where the jobs begin that stand under none: behind the lines about the person, below white
    space."""
    if any(heading.kind == "experience" for heading in found):
        return found
    for index in range(-1, len(found)):
        above = found[index] if index >= 0 else None
        if above is not None and above.kind not in _ABOUT:
            continue
        first = above.line + 1 if above else 0
        stop = found[index + 1].line if index + 1 < len(found) else len(lines)
        jobs_of = [number for number in range(first, stop) if is_employment(lines, number, stop)]
        if len(jobs_of) < _JOBS or any(degrees().names_school(lines[number].text) for number in jobs_of):
            continue  # what is told of studies among them would be jobs
        begin = jobs_of[0]
        while begin > first and not lines[begin].blank_before and jobs_of[0] - begin < _NAMES_ABOVE:
            begin -= 1
        if begin > first and lines[begin].blank_before:
            start = lines[begin].start
            if (
                jobs_of[0] - begin == _NAMES_ABOVE
                and closes_names(lines, jobs_of[0])
                and _may_be_title(lines[begin].text)
            ):
                # The first entry has its three lines, and another one stands above them.
                career = Heading(kind="experience", start=start, body=lines[begin].end, line=begin)
            else:
                career = Heading(kind="experience", start=start, body=start, line=begin, goes_on="")
            return sorted([*found, career], key=lambda heading: heading.start)
    return found


def _may_be_title(text: str) -> bool:
    """Whether a line may be the heading of a section, whatever its words."""
    plain = text[0].isupper() and not is_item(text) and text[-1] not in ".,;)" and not any(map(str.isdigit, text))
    return plain and len(text.split()) <= _REMARK_WORDS and not jobs().names_title(text)


def _may_be_remark(line: Line, below: Line) -> bool:
    text = line.text
    plain = line.blank_before and text[0].isupper() and not is_item(text) and text[-1] not in ".,;:)"
    short = len(text.split()) <= _REMARK_WORDS and not any(letter.isdigit() for letter in text)
    if plain and short and (jobs().names_title(text) or LABEL.match(text)):
        return False  # a job without dates, or the tools of one
    return plain and short and not below.blank_before and not is_item(below.text) and len(below.text) > len(text)


def _may_be_unlisted(lines: list[Line], number: int, found: list[Heading]) -> bool:
    """Whether a line in capitals may be a heading that no list knows, judged by what stands below."""
    text = lines[number].text
    if not text[:4].isupper() or is_item(text):
        return False  # most lines
    bare = text.split("(")[0].strip()
    words = bare.split()
    if not (bare.isupper() and len(words) <= 8 and len(bare) >= 8) or any(sign in bare for sign in ",|@:\t"):
        return False
    if number + 1 >= len(lines) or any(letter.isdigit() for letter in text):
        return False
    entries = bool(found) and found[-1].kind in ENTRIES
    following = lines[number + 1 : number + 1 + _LABELS_BELOW]
    if len(words) == 1 and not (
        entries and len(found) >= _HABIT and not any(YEAR.search(one.text) for one in following)
    ):
        return False  # a company's name, or that of a group of skills
    if entries:
        known = jobs()
        if known.names_title(text) and YEAR.search(" ".join(line.text for line in following)):
            return False  # a title in capitals, above its employer and its dates
        if find_degrees(text, trusted=True):
            return False
        if known.names_employer(text) or any(known.label(line.text) for line in following):
            return False  # an employer in capitals, above "Position: ..."
    below = lines[number + 1].text
    return not below.isupper() and not any(letter.isdigit() for letter in below[:60])


def unlisted(lines: list[Line], number: int, found: list[Heading], known: Headings) -> list[Heading]:
    """A line in the form of headings that no list knows, as one of the kind that its last words tell; duties within the jobs
    open nothing."""
    line = lines[number]
    if not _may_be_unlisted(lines, number, found):
        return []
    kind = known.told(line.text) or "other"
    if kind == "experience" and found and found[-1].kind in WORK and known.is_duty(line.text):
        return []
    return [Heading(kind=kind, start=line.start, body=line.end, line=number)]
