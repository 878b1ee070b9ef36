"""What the lines under a heading are, where its words do not tell: degrees, jobs, ratings, lists, certificates, wishes; and
those behind a label within the jobs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aimatch.data import table
from aimatch.dates import find_ranges
from aimatch.deferred import Deferred
from aimatch.model import SectionKind
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import Headings, headings
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections.lines import BULLETS, Line
from aimatch.wordlist import alternatives

#: A label, with what it labels behind it in its line: "Skills: Python, SQL".
LABEL = re.compile(r"^([^\W\d_][\w &/,'’()+-]{1,38}?)\s*(?::(?!//)|：|\s[-–—−•❖➢*|]\s)\s*(?=\S)")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: A name with its mark: "Python ████░░ 80%", "SQL 4/5", "| Git | 3 |", "Rust ....... 0".
_RATED = re.compile(
    r"[\u2580-\u259f\u25a0-\u25a3\u25cb-\u25cf\u2605\u2606]{3,}|[\w+#)]\s*[:=–-]?\s+\d{1,2}\s?/\s?\d{1,2}\b"
    r"|[\w+#)]\s*[:=–-]?\s+\d{1,3}\s?%\s*\Z|\|\s*\d{1,2}\s*\||\.{3,}\s*\d{1,2}\b|\s{3,}\d{1,2}(?:\.5)?(?:[\s,(]|\Z)"
)
_PARTS = re.compile(r"\s*[,;|•·\t/]\s*|\s{3,}")
#: Characters of a cell of a table of degrees.
_CELL = 30
_SENTENCE = re.compile(r"(?<=[^\W\d_][.!?])\s+(?=[A-Z])")
#: Lines in which the first entry of a section begins, and lines that are looked at.
_FIRST, _SEEN = 4, 12
#: Words of an item of a list, and items that make one; characters of one in a line of its own.
_ITEM_WORDS, _ITEMS, _ITEM = 4, 4, 32
#: Lines above the date of an entry, signs around it in its line, and characters of a name in a line of its own.
_NAMES, _EDGE, _TITLE = 2, 2, 60
#: Lines with a mark each that are no chance.
_RATINGS = 2


def content_kind(lines: Sequence[Line], first: int, stop: int, known: Headings) -> SectionKind | None:
    """The kind of section that the lines from ``first`` to ``stop`` would make; None if they tell none."""
    body = lines[first : min(stop, first + _SEEN)]
    if not body:
        return None
    texts = [line.text.lstrip(BULLETS + " ") or line.text for line in body]
    if is_rated(body):
        return "skills"
    for number, text in enumerate(texts[:_FIRST]):
        below = texts[number + 1] if number + 1 < len(texts) else ""
        if names_study(text, below):
            return "education"
        if is_employment(lines, first + number, stop):
            return "experience"
    if 2 * sum((jobs().certifies(text) or known.certifies(text)) and not is_prose(text) for text in texts) >= len(
        texts
    ):
        return "certifications"
    sentences = [sentence for text in texts for sentence in _SENTENCE.split(text)]
    if 2 * sum(known.wishes(sentence) for sentence in sentences) > len(sentences):
        return "learning"
    items = [item for text in texts for item in _PARTS.split(text.rstrip(".")) if item]
    if len(items) >= max(_ITEMS, 2 * len(texts)) and all(
        len(item.split()) <= _ITEM_WORDS and YEAR.search(item) is None for item in items
    ):
        return "skills"
    return None


def is_rated(body: Sequence[Line]) -> bool:
    """Whether most lines give a name its mark ("Python ████ 80%", "SQL 4/5")."""
    return sum(_RATED.search(line.text) is not None for line in body) >= max(_RATINGS, len(body) / 2)


def names_study(text: str, below: str = "") -> bool:
    """Whether a line names a degree, with its school or its year and no job. The name of a school of which only the kind is
    one ("High School") is that of an employer beside a title, or where it or the line ``below`` tells of teaching."""
    known = degrees()
    school = known.names_school(text)
    named = find_degrees(text[:160], trusted=school)
    if named and (jobs().names_title(text) or known.teaches(text) or known.teaches(below)):
        named = [one for one in named if not known.is_certificate(one.form)]
    return bool(named) and (school or YEAR.search(text) is not None)


def is_employment(lines: Sequence[Line], number: int, stop: int) -> bool:
    """Whether a line is dated from when to when, and names a job or stands beside a line that does."""
    text = lines[number].text
    below = lines[number + 1].text if number + 1 < stop else ""
    if YEAR.search(text) is None or all(span.single for span in find_ranges(text)) or names_study(text, below):
        return False
    if degrees().names_school(text) and (degrees().teaches(text) or degrees().teaches(below)):
        return True
    near = [text, *(line.text for line in lines[max(0, number - 1) : min(stop, number + 2)])]
    return (
        jobs().holds_title(text)
        or any(jobs().names_title(one) or jobs().names_employer(one) for one in near)
        or closes_names(lines, number)
    )


def closes_names(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is the last of three that are an entry's: a title, a name, and from when to when, and no more."""
    above = lines[max(0, number - 2) : number]
    if len(above) < _NAMES or any(line.blank_before for line in lines[number - 1 : number + 1]):
        return False
    text, span = lines[number].text, next(iter(find_ranges(lines[number].text)), None)
    if span is None or span.single or span.text_start > _EDGE or len(text) - span.text_end > _EDGE:
        return False
    title, name = (line.text for line in above)
    plain = all(line.text[-1] not in ".,;:" and line.text[0] not in BULLETS for line in above)
    brief = len(title) <= _TITLE and len(name) <= _TITLE and name[0].isupper()
    return (
        plain and brief and jobs().names_title(title) and not (is_prose(title) or is_prose(name) or YEAR.search(name))
    )


def opens_chronicle(lines: Sequence[Line], number: int) -> bool:
    """Whether the line below a heading such as "Dates" opens with a span of time and goes on with names, of no degree."""
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    span = next(iter(find_ranges(below)), None)
    return (
        span is not None
        and not span.single
        and not span.text_start
        and span.text_end + 2 < len(below)
        and not names_study(below)
    )


def names_column(lines: list[Line], number: int, known: Headings) -> bool:
    """Whether a word names a column of a table of degrees, or stands in a cell of one: among short lines, none of them
    empty."""
    line = lines[number]
    if key_of(line.text) not in known.columns or line.text[-1] in ":：":
        return False
    near = lines[max(0, number - 1) : number + 2]
    heads = not line.blank_before or any(known.find(above.text)[0] == "education" for above in near[:1])
    return heads and all(len(one.text) <= _CELL or "\t" in one.text for one in near)


def among_items(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands among short ones that have white space above where it has: an item of a list."""
    line, near = lines[number], lines[number - 1 : number + 2]
    return all(len(one.text) <= _ITEM and one.blank_before >= line.blank_before for one in near)


def tells_of_work(lines: Sequence[Line], first: int, stop: int, above: str = "") -> bool:
    """Whether a line tells what was done in a job: it begins with the verb ("Wrote ..."), or is a sentence among items like the
    line ``above``."""
    sign = above[:1] if above[:1] in BULLETS else "\n"
    return any(
        (_deed().match(line.text) is not None or (line.text[0] == sign and is_prose(line.text)))
        and not _is_honour(line.text)
        for line in lines[first:stop]
    )


def _is_honour(text: str) -> bool:
    return jobs().is_deed(text) or jobs().certifies(text) or headings().certifies(text)


@cache
def _deed() -> Deferred:
    """A verb of work that opens a line, before a word in small letters or a figure: names have capitals ("Applied Statistics")."""
    strength = table("language/strength")
    verbs = {*strength["doing"], *strength["irregular"], *strength["made"]["verbs"]}
    return Deferred(rf"[\W_]*(?:I\s)?(?i:{alternatives(verbs)}|(?!received|awarded)[^\W\d_]{{2,}}ed)\s(?![A-Z])")
