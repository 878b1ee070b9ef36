"""How numbers and ids read for a person: the same words in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from aimatch.model import DEGREE_NAMES, Evidence
from aimatch.score import MET_FROM, MISSING_BELOW

if TYPE_CHECKING:
    from aimatch.comparison import Comparison
    from aimatch.what_if import WhatIf

#: What a strength of evidence is called.
STRENGTH_LABELS = {
    "outcome": "Shown with a result",
    "work": "Shown in work",
    "project": "Shown in a project",
    "studied": "Studied",
    "listed": "Only listed",
}

#: What a degree is called by itself, without an article.
DEGREE_LABELS = {level: name.partition(" ")[2] for level, name in DEGREE_NAMES.items()} | {"none": "no degree found"}


def standing(credit: float) -> Literal["full", "part", "hint"]:
    """How far a credit goes, as the colour of its bar shows it: what a report lists as missing is no more than a hint.

    >>> standing(0.8), standing(0.3), standing(0.1)
    ('full', 'part', 'hint')
    """
    return "full" if credit >= MET_FROM else "part" if credit >= MISSING_BELOW else "hint"


def duration(months: int) -> str:
    """Months as years and months.

    >>> duration(0), duration(7), duration(12), duration(76)
    ('none', '7 months', '1 year', '6 years 4 months')
    """
    years, rest = divmod(months, 12)
    parts = [_counted(years, "year"), _counted(rest, "month")]
    return " ".join(part for part in parts if part) or "none"


def short_duration(months: int | None) -> str:
    """Months as years with one decimal; a dash where they are not known, which is not the same as none.

    >>> short_duration(76), short_duration(0), short_duration(None)
    ('6.3 y', '0 y', '–')
    """
    return "–" if months is None else f"{months / 12:.1f} y" if months else "0 y"


def percent(share: float) -> str:
    """A share of 0..1 in whole percent.

    >>> percent(0.7849)
    '78 %'
    """
    return f"{round(100 * share)} %"


def points(share: float) -> str:
    """A share of the coverage in percentage points with one decimal.

    >>> points(0.0351)
    '3.5'
    """
    return f"{100 * share:.1f}"


def interval(low: float, high: float) -> str:
    """The bounds of a coverage, or "" where they say no more than the coverage itself.

    >>> interval(0.7, 0.821), interval(0.7, 0.7)
    ('70 to 82 %', '')
    """
    return "" if round(100 * low) == round(100 * high) else f"{round(100 * low)} to {round(100 * high)} %"


def rank(first: int, last: int) -> str:
    """The places that a candidate may hold.

    >>> rank(1, 1), rank(2, 4)
    ('1', '2–4')
    """
    return str(first) if first == last else f"{first}–{last}"


def one_line(quote: str, limit: int = 160) -> str:
    """A quote without its line breaks and the bullet before it, cut at a word where it is long.

    >>> one_line("• built\\n  pipelines")
    'built pipelines'
    """
    text = " ".join(quote.split()).lstrip("•◦▪●■–-*·> ")
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def file_name(name: str) -> str:
    """A file's name on one line, without what would steer a terminal.

    >>> file_name("cv\\x1b[31m\\n.pdf")
    'cv\ufffd[31m\ufffd.pdf'
    """
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def fitted(name: str, columns: int) -> str:
    """A name in just so many columns of a terminal: filled up with spaces, or without its beginning.

    Chinese, Japanese and Korean letters take two columns each, combining accents none.

    >>> fitted("cv.pdf", 8), fitted("applications/cv.pdf", 8), fitted("履歴書.pdf", 9)
    ('cv.pdf  ', '…/cv.pdf', '…歴書.pdf')
    """
    if name.isascii():
        width: Callable[[str], int] = len
    else:
        from rich.cells import cell_len as width  # only where a name needs it
    end = name
    while width(end) > columns - (end is not name):
        end = end[1:]
    kept = name if end is name else "…" + end
    return kept + " " * (columns - width(kept))


def place(evidence: Evidence) -> str:
    """Where a piece of evidence stands; without a page where the file has none.

    >>> place(Evidence(quote="x", start=0, end=1, page=2, note="work"))
    'page 2, work'
    >>> place(Evidence(quote="x", start=0, end=1, page=None, note="work"))
    'work'
    """
    return ", ".join(part for part in (f"page {evidence.page}" if evidence.page else "", evidence.note) if part)


def quoted(evidence: Evidence, limit: int = 160) -> str:
    """A piece of evidence with its place.

    >>> quoted(Evidence(quote="Ran it", start=0, end=6, page=None, note="Engineer, Acme"))
    '“Ran it” (Engineer, Acme)'
    >>> quoted(Evidence(quote="Ran it", start=0, end=6, page=None))
    '“Ran it”'
    """
    where = place(evidence)
    return f"“{one_line(evidence.quote, limit)}”{f' ({where})' if where else ''}"


def supposed(answer: WhatIf) -> str:
    """What a question supposes.

    >>> from types import SimpleNamespace as Answer
    >>> supposed(Answer(names=("PyTorch", "Docker"), months=18, degree=None))
    '1 year 6 months of PyTorch and Docker at work'
    >>> supposed(Answer(names=("SQL",), months=0, degree="master"))
    "SQL in a project and a master's degree"
    """
    named = " and ".join([", ".join(answer.names[:-1]), answer.names[-1]] if answer.names[1:] else answer.names)
    parts = []
    if named:
        parts.append(f"{duration(answer.months)} of {named} at work" if answer.months else f"{named} in a project")
    if answer.degree is not None:
        label = DEGREE_LABELS[answer.degree]
        parts.append(f"{'an' if label[0] in 'aeiou' else 'a'} {label}")
    return " and ".join(parts) or "nothing more"


def raised(answer: WhatIf) -> str:
    """What a coverage would become, with the difference of the very figures that are shown.

    >>> from types import SimpleNamespace as Answer
    >>> raised(Answer(before=0.1744, after=0.1956))
    '17.4 % would become 19.6 % (+2.2 points)'
    """
    before, after = points(answer.before), points(answer.after)
    return f"{before} % would become {after} % (+{float(after) - float(before):.1f} points)"


def verdict(one: Comparison) -> str:
    """In one sentence, who stands above whom, and how firmly.

    >>> from types import SimpleNamespace as Pair
    >>> verdict(Pair(a="a.pdf", b="b.pdf", gap=-0.125, tied=False))
    'b.pdf stands clearly above a.pdf, by 12.5 points.'
    """
    if not one.gap:
        return "Both have the same coverage."
    above, below = (one.a, one.b) if one.gap > 0 else (one.b, one.a)
    by = points(abs(one.gap))
    if one.tied:
        return f"{above} stands {by} points above {below}, yet the intervals overlap: it is a tie."
    return f"{above} stands clearly above {below}, by {by} points."


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' * (number != 1)}" if number else ""
