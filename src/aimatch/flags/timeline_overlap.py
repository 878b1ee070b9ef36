"""timeline-overlap: two jobs that may be full-time at the same time, for longer than a change of jobs takes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import combinations

from aimatch.dates import find_ranges
from aimatch.dates.words import words as date_words
from aimatch.flags import telling, words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import narrowed, stretch
from aimatch.model import Position

#: Months of overlap that a notice period, a hand-over or a rounded date explains.
UNASKED_MONTHS = 3
#: Months of overlap that are not asked about where an employer's name was taken out: one employer's posts follow each other sooner.
UNASKED_MONTHS_UNNAMED = 12
#: Positions held at once up to which two of them are asked about: who holds more has posts (a physician's, a professor's, of
#: boards and societies), and not that many full-time jobs, unless they say so themselves.
MOST_AT_ONCE = 3
#: Hours a week from which a job is full-time for the statistics of most countries, and those of a day, where days are written.
FULL_WEEK, DAY = 35, 8
#: Lines of an entry in which its kind is looked for, the heading and the line below it, and characters of them at the most.
_HEADING_LINES = 2
_HEADING = 240
#: Characters of an entry in which the rows of a form stand.
_FORM = 400


def check(case: Case) -> Finding | None:
    """Two positions that may be full employment, with different titles at different employers, that overlap.

    One that is said to be done in part, or beside study, is none.

    Of one of which only the beginning is written nothing tells how long it lasted; of a year nothing tells in which month
    a job began or ended in it, so that "2014 - 2018" and "2017 - 2020" may share a month. Where an employer's name was taken out ("Company
    Name"), only titles without a common word and a long overlap tell that two entries are two jobs: the same job stands twice in
    many resumes, in short and at length. Two that both last may be two posts at one employer, openly held.
    """
    full = [position for position in case.evidence.resume.positions if _is_full_time(case, position)]
    says = [_says_full_time(case, position) for position in full] if len(full) > 1 else []
    for (one, one_says), (other, other_says) in combinations(zip(full, says, strict=False), 2):
        said = one_says and other_says
        if _may_be_one_job(one, other, titled=not said):
            continue
        a, b = (
            narrowed(position, case.evidence.as_of, by_year=position.precision == "year") for position in (one, other)
        )
        if a is None or b is None or (a == b and not said):
            continue
        shared = min(a.last, b.last) - max(a.first, b.first) + 1
        if _name(one.employer) and _name(other.employer):
            unasked = UNASKED_MONTHS
        elif one.current and other.current:
            continue
        else:
            unasked = UNASKED_MONTHS_UNNAMED
        asked = shared > unasked
        if asked and not (
            _may_have_ended(case, one)
            or _may_have_ended(case, other)
            or (
                not said
                and max(_held_in(case, max(a.first, b.first)), _held_in(case, min(a.last, b.last))) > MOST_AT_ONCE
            )
        ):
            question = "How were two full-time jobs held together?" if said else "Were both full time?"
            return Finding(
                message=f"Two positions overlap by {shared} months: {one.title} ({one.employer}) and {other.title} "
                f"({other.employer}). {question}",
                evidence=(case.first_line(one), case.first_line(other)),
            )
    return None


def _is_full_time(case: Case, position: Position) -> bool:
    # "37/57" is a page's number, and "2-3" that of a part
    named = all(any(map(str.isalpha, name)) for name in (position.title, position.employer))
    if position.kind != "employment" or not named or _is_inside(case, position):
        return False
    if telling.section_at(case.evidence.resume, position.text_start) not in (
        "experience",
        "header",
        "summary",
        "other",
    ):
        return False
    end = _heading_end(case, position)
    hours = _hours(case.text[position.text_start : end]) or _hours_in_row(case, position)
    if words.first(case.text, "side_work", position.text_start, end) is not None or (hours and hours < FULL_WEEK):
        return False
    return words.first(case.text, "beside_study", position.text_start, position.text_end) is None


def _is_inside(case: Case, position: Position) -> bool:
    """Whether a position begins within another's entry: a later title, or a part of the work told there."""
    return any(one.text_start < position.text_start < one.text_end for one in case.evidence.resume.positions)


def _hours(heading: str) -> float:
    """The hours a week that a heading tells ("24 hrs/week", "two days a week", "(60 %)"), 0 where it tells none."""
    told = _week().search(heading)
    if told is None:
        return 0
    each = {"hours": 1, "days": DAY, "percent": 5 * DAY / 100}
    return next(int(told[name]) * worth for name, worth in each.items() if told[name])


def _hours_in_row(case: Case, position: Position) -> int:
    """The hours a week that a row of the form of an entry tells ("Hours per week: 8"), 0 where none does."""
    told = _row().search(case.text, position.text_start, min(position.text_end, position.text_start + _FORM))
    return int(told[1]) if told else 0


@cache
def _row() -> re.Pattern[str]:
    labels = words.alternatives(words.listed("weekly_labels"))
    return re.compile(rf"(?<!\w)(?:{labels})[ \t]*:[ \t]*(\d\d?)(?![\d-])", re.IGNORECASE)


@cache
def _week() -> re.Pattern[str]:
    hours, days = (words.alternatives(words.listed(name)) for name in ("weekly_hours", "weekly_days"))
    return re.compile(
        rf"(?<![\d.,])(?P<hours>\d\d?)(?:[.,]\d)?[\s-]?(?:{hours})|(?<![\d.,])(?P<days>\d)[\s-](?:{days})"
        r"|(?<=[(,|])\s*(?:at\s)?(?P<percent>\d\d\d?)\s?%(?=\s*[),|\n])",
        re.IGNORECASE,
    )


def _held_in(case: Case, number: int) -> int:
    """How many positions of any kind are held in a month."""
    spans = (stretch(position, case.evidence.as_of) for position in case.evidence.resume.positions)
    return sum(span is not None and span.first <= number <= span.last for span in spans)


def _may_have_ended(case: Case, position: Position) -> bool:
    """Whether only the beginning of a position is written ("from 2008", "joined in May 2019"), and not that it lasts; what a
    summary says to be so since a year need not be the job ("Engineer by training, living in Norway since 2016")."""
    if position.end is not None:
        return False
    opening = date_words().opening
    if telling.section_at(case.evidence.resume, position.text_start) in ("header", "summary"):
        opening |= date_words().since
    heading = case.text[position.text_start : _heading_end(case, position)]
    ranges = [heading[one.text_start : one.text_end].lower() for one in find_ranges(heading) if one.current]
    return any(one.startswith(tuple(f"{word} " for word in opening)) for one in ranges)


def _says_full_time(case: Case, position: Position) -> bool:
    end = _heading_end(case, position)
    said = words.first(case.text, "full_time", position.text_start, end) is not None
    return said or _hours(case.text[position.text_start : end]) >= FULL_WEEK


def _heading_end(case: Case, position: Position) -> int:
    """Where the heading of an entry, and the line below it, ends at the latest."""
    end = min(position.text_end, position.text_start + _HEADING)
    lines = case.text[position.text_start : end].splitlines(keepends=True)
    return position.text_start + sum(map(len, lines[:_HEADING_LINES]))


def _may_be_one_job(one: Position, other: Position, *, titled: bool) -> bool:
    """Whether two entries may tell of the same job: same name of employer or (``titled``) title, or one within the other."""
    employers = _name(one.employer), _name(other.employer)
    names = [employers] if all(employers) else []
    if not names and not set(_name(one.title).split()).isdisjoint(_name(other.title).split()):
        return True
    if titled:
        names.append((_name(one.title), _name(other.title)))
    if any(a in b or b in a for a, b in names):
        return True
    nested = one.text_start <= other.text_start and other.text_end <= one.text_end
    return nested or (other.text_start <= one.text_start and one.text_end <= other.text_end)


@lru_cache(maxsize=1024)
def _name(text: str) -> str:
    """A name in lower case, without what stands for a name that was taken out ("Company Name")."""
    return _placeholders().sub("", text.lower()).strip(" .,-|/&()")


@cache
def _placeholders() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{words.alternatives(words.listed('placeholders'))})")


FLAG = Heuristic(
    id="timeline-overlap",
    severity="caution",
    title="Two jobs at once",
    raised_when=(
        f"two jobs, neither said to be done in part or beside study, with other titles at other employers, surely share more than {UNASKED_MONTHS} months, "
        f"and no more than {MOST_AT_ONCE} are held at once, unless all say that they are full-time"
    ),
    reason="Dates that can't both be full-time work may be mistaken, or tell of something the resume leaves out.",
    source="Common screening practice; checked against the dates alone",
    innocent_explanations=(
        "one of the two was part-time, freelance or advisory without saying so",
        "a company was bought or renamed, so that one job stands twice",
        "a consultant's client stands beside the employer",
        "a slip in a date",
    ),
    check=check,
)
