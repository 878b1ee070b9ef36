"""Headings that their text follows in the same line: "Skills: Python, SQL", "Work experience 02/2018 - 05/2020", "TECHNICAL
SKILLS Languages: C, C++ ...".

Labels of this form stand in forms too ("Nationality: Indian", "Languages known: English, Hindi", "Hobbies: chess"). There
such a label opens a section that ends with its line, and one that only gives a figure or an address opens none.
"""

from __future__ import annotations

import re

from aimatch.dates import find_ranges
from aimatch.deferred import Deferred
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import Headings
from aimatch.resume.sections.content import LABEL, YEAR, is_employment, tells_of_work
from aimatch.resume.sections.flows import Heading
from aimatch.resume.sections.lines import BULLETS, Line
from aimatch.resume.sections.unlisted import ENTRIES, WORK

_BARE_LABEL = Deferred(r"^((?:[A-Z][\w&/-]*\s){1,4})(?=\S)")
#: A row of a form.
_ROW = Deferred(r"^(?:\W{1,2}\s*)?[^\W\d_][\w .'’/&()#-]{1,34}?\s*[:：\t]")
#: A length of time and nothing more: "7.0 Years", "3.5 Months (contractual)".
_LENGTH = Deferred(r"\d{1,2}(?:[.,]\d)?\s*\+?\s*[^\W\d_]+\.?(?:\s[\w().]+){0,3}$")
_ADDRESS = Deferred(r"@|https?:|www\.|\.(?:com|org|net|io|dev|in)\b")
#: Characters in which a heading that its text was glued to ends.
_RUN_IN = 60
_ONE_LINE = frozenset({"learning", "not-used"})
#: Words of a heading that text runs on from.
_LABEL_WORDS = 3
_CAREER = frozenset({"experience", "education"})
#: Sections that are forms, and what rows of them tell that is a section elsewhere.
_FORMS = frozenset({"personal", "summary", "header"})
_FORM_ROWS = frozenset({"languages", "interests", "education"})
#: Sections that are prose, and what parts the items of a list, of so many words at most.
_PROSE = frozenset({"summary", "objective"})
_LIST_SIGNS = Deferred(r"[,;/|•·\t]\s*")
_ITEM_WORDS = 3
#: What a job may list in a label of its own; lines below such a label that tell whether the job goes on, and lines above it
#: in which a job began that stands under no heading.
_ITEMS_OF_JOBS = frozenset(
    {"skills", "certifications", "interests", "references", "languages", "publications", "awards"}
)
_LABELS_BELOW, _JOB_ABOVE = 3, 12
_ABOUT = frozenset({"header", "summary"})
_SIGNS = "•❖➢*|"
#: How a network's page lists the skills of a job: "Skills: Python · SQL".
_DOTS = Deferred(r" · ")
_OWN_LABELS = frozenset(
    {"education", "certifications", "interests", "references", "languages", "summary", "objective", "not-used",
     "learning", "publications", "awards", "volunteering"}
)  # fmt: skip


def run_in(lines: list[Line], number: int, current: str, known: Headings, *, sure: bool = False) -> Heading | None:
    """A label that opens a section on its own line: "Skills: Python, SQL"; ``sure``: its form is that of other headings."""
    line = lines[number]
    text = line.text
    near = text[:44]
    match = LABEL.match(text) if ":" in near or not near.isascii() or " - " in near or "* " in near else None
    kind = known.kind(match.group(1)) if match else None
    if match is None or kind is None:
        return _front(line, number, known)
    label = match.group(1)
    if names_group(current, kind, text[match.end() :]):
        return None
    if kind == "experience" and _LENGTH.match(text, match.end()) and _is_row(lines, number + 1):
        return None
    if kind == "projects" and current == "header" and key_of(label) in known.sites:
        return None
    if kind == "header" and current != "header" and not (current != "personal" and _ADDRESS.search(text)):
        return None
    upper = label.isupper()
    one_line = kind in _ONE_LINE
    if ":" not in match.group() and not upper and not label.istitle():
        return None
    if label[0].islower():
        return None
    if one_line and not upper and ":" not in match.group() and not line.blank_before:
        return None  # a wrapped line: "... the world of Machine / Learning - a workshop"
    if not upper and not one_line and not sure:
        own = (
            kind in _OWN_LABELS
            or (kind == "experience" and current == "education")
            or (kind == "skills" and _is_behind_entries(lines, number, label, known))
        )
        if current in ENTRIES and not (own and line.blank_before) and kind != current:
            return None
        if current == kind or key_of(label) in known.labels:
            return None
        if current == "skills" and kind == "languages":
            return None
    if kind in _ITEMS_OF_JOBS and _is_item_of_job(lines, number, match, current, known):
        return None
    if kind == "languages" and not names_tongue(text, known):
        if current == "skills":
            return None
        kind = "skills"
    one_line = one_line or is_form_row(lines, number, current, kind)
    return Heading(kind=kind, start=line.start, body=line.start + match.end(), line=number, one_line=one_line)


def _is_item_of_job(lines: list[Line], number: int, label: re.Match[str], current: str, known: Headings) -> bool:
    """Whether a label stands within a job, which goes on right behind it ("Tools: Git" between two of its sentences), or
    between two jobs. Jobs may stand under no heading, or under that of the summary."""
    if label.group().rstrip()[-1] in _SIGNS:
        return False  # a list begins: "Awards • Best paper"
    above = range(max(0, number - _JOB_ABOVE), number) if current in _ABOUT else ()
    if current not in WORK and not any(is_employment(lines, at, number) for at in above):
        return False
    stop = next((at for at in range(number + 1, len(lines)) if known.find(lines[at].text)[0] is not None), len(lines))
    return tells_of_work(lines, number + 1, min(stop, number + 1 + _LABELS_BELOW), lines[number - 1].text) or any(
        is_employment(lines, at, stop) for at in range(number + 1, stop)
    )


def _is_behind_entries(lines: list[Line], number: int, label: str, known: Headings) -> bool:
    """Whether a list of skills stands behind the last entry of its section: entries that list theirs have the label before
    too, and none begins below it."""
    if _DOTS.search(lines[number].text) or any(line.text.startswith(label) for line in lines[:number]):
        return False
    for line in lines[number + 1 :]:
        if known.find(line.text)[0] is not None or ((below := LABEL.match(line.text)) and known.kind(below.group(1))):
            return True
        if YEAR.search(line.text) is not None or line.text[0] in BULLETS:
            return False
    return True


def names_group(current: str, kind: str, rest: str) -> bool:
    """Whether a label stands before a list in a section of skills ("Vision: OpenCV, PyTorch"), where as a heading it would
    open a section of prose."""
    if current != "skills" or kind not in _PROSE or rest.endswith("."):
        return False
    items = _LIST_SIGNS.split(rest)
    return len(items) > 1 and all(len(item.split()) <= _ITEM_WORDS for item in items)


def is_form_row(lines: list[Line], number: int, current: str, kind: str) -> bool:
    """Whether a label stands among the rows of a form, that what is told of the person goes on behind its line."""
    row = (current in _FORMS and kind in _FORM_ROWS) or (current == "personal" and kind == "skills")
    return row and _is_row(lines, number + 1)


def _is_row(lines: list[Line], number: int) -> bool:
    return number < len(lines) and _ROW.match(lines[number].text) is not None


def before_date(line: Line, number: int, current: str, known: Headings) -> Heading | None:
    """A listed heading right before the date of the first entry, in one line: "Work experience 02/2018 - 05/2020"."""
    year = YEAR.search(line.text, 0, _RUN_IN)
    words = line.text[: year.start()].split() if year and line.text[0].isupper() else []
    for count in range(min(_LABEL_WORDS, len(words)), 0, -1):
        label = " ".join(words[:count])
        kind = known.kind(label) if line.text.startswith(label) else None
        if kind in _CAREER and kind != current:
            span = next(iter(find_ranges(line.text[len(label) :])), None)
            if (
                span is not None
                and label[-1].isalpha()
                and not line.text[len(label) : len(label) + span.text_start].strip()
            ):
                return Heading(kind=kind, start=line.start, body=line.start + len(label), line=number)
    return None


def _front(line: Line, number: int, known: Headings) -> Heading | None:
    """A heading glued to a long line without any sign between: "TECHNICAL SKILLS Languages: C, C++ ..."."""
    if len(line.text) < _RUN_IN or not line.text[0].isupper() or not (line.text[:2].isupper() or number == 0):
        return None
    match = _BARE_LABEL.match(line.text)
    if match is None:
        return None
    words = match.group(1).split()
    for count in range(len(words), 0, -1):
        label = " ".join(words[:count])
        kind = known.kind(label) if key_of(label) not in known.sites else None
        rest = line.text[len(label) :].lstrip()
        if kind and ((label.isupper() and not rest[:3].isupper()) or (number == 0 and count > 1 and kind == "skills")):
            return Heading(kind=kind, start=line.start, body=line.end - len(rest), line=number)
    return None


def names_tongue(body: str, known: Headings) -> bool:
    """Whether the beginning of a text names a human language."""
    lower = body[:400].lower()
    return any(tongue in lower for tongue in known.tongues)
