"""Lengths of experience that a resume states in words: "6 years of Python", "2 years 10 months", "Spark - 24 months".

They stand beside what the dates give and replace it only where a resume gives no dates. A length counts if a word for
experience stands in its clause, or if a capitalised subject follows it at once ("12 years Kubernetes").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch.data import filled, table
from aimatch.dates.lengths import lengths_in
from aimatch.deferred import Deferred
from aimatch.model import StatedYears
from aimatch.wordlist import alternatives

_CLAUSE = re.compile(r"[.;•|]\s|[.;•|]?$|\n\s*\n|\n(?=[A-Z][\w ]+\s?[-:])")
_WORD = re.compile(r"[^\W_]+(?:[-/+#'’.][^\W_]+)*[+#]*")
_LETTERS = re.compile(r"[^\W\d_]+")
#: Characters behind a length that may tell what it is of.
_LONGEST_CLAUSE = 90
#: Months of a working life: sixty years.
_LONGEST_LIFE = 720
_MONTHS_OF_A_YEAR = 12
#: Characters of a remark in brackets ("(5 years)").
_LONGEST_REMARK = 40
#: Signs between a length and the name before it that it is said of.
_NAMED_BEFORE = (":", "-", "–", "—", "|")
#: What stands around a length that is alone between signs; another line goes on with it in small letters.
_SIGNS = "|•·,–—-"
_EDGE = re.compile(rf"[ \t]*(?:[{_SIGNS}]|\Z|\n(?![a-z]))")
#: Words before a length among which "aged" makes it one of life.
_NEAR_AGE = 3


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Lengths:
    """The words around lengths."""

    experience: frozenset[str]
    general: frozenset[str]
    qualities: frozenset[str]
    whole: frozenset[str]
    more_than: tuple[str, ...]
    less_than: tuple[str, ...]
    never: frozenset[str]
    age: frozenset[str]
    #: Units of an age that stands alone, and words of facts about a person, such as papers.
    aging: frozenset[str]
    personal: Deferred
    #: Between what tells of work and a length, the longest first; and behind a length that opens a line.
    lasting: tuple[str, ...]
    held: frozenset[str]
    of: frozenset[str]
    about: re.Pattern[str]
    beyond: re.Pattern[str]
    #: What says right before a length that it is no exact one.
    hedge: re.Pattern[str]


@cache
def lengths_known() -> Lengths:
    """The words around lengths of ``language/dates.toml``."""
    listed = table("language/dates")["lengths"]
    return filled(
        Lengths,
        [listed],
        lasting=tuple(sorted(listed["lasting"], key=len, reverse=True)),
        personal=Deferred(rf"(?<!\w)(?:{alternatives(listed['personal'])})(?!\w)"),
        about=Deferred(
            rf"(?:(?:{alternatives(listed['busy'])})\s)?(?:{alternatives(listed['about'])})\s(?:the\s)?([^,.;()\n]{{2,60}})"
        ),
        hedge=Deferred(
            rf"(?:[~≈]|(?<!\w)(?:{alternatives([*listed['about_so_long'], *listed['more_than']])}))\s*\Z", re.IGNORECASE
        ),
        beyond=Deferred(rf"\s(?:{alternatives(listed['beyond'])})\s"),
    )


def find_stated_years(text: str, lower: str) -> tuple[StatedYears, ...]:
    """The lengths of experience stated in ``text``, in order of place; ``lower`` is the text in lower case."""
    known = lengths_known()
    found: list[StatedYears] = []
    for length in lengths_in(text, lower):
        subject = _subject(text, lower, length.start, length.end, known)
        if subject is None or not 0 < length.months <= _LONGEST_LIFE:
            continue
        lead = lower[max(0, length.start - 14) : length.start].rstrip()
        months = length.months
        if lead.endswith(known.less_than):
            if months > _MONTHS_OF_A_YEAR:
                continue  # "less than 5 years" states no length
            months = months // 2  # "less than 1 year": the middle of what it leaves open
        minimum = length.minimum or lower[length.end : length.end + 1] == "+" or lead.endswith(known.more_than)
        years = round(months / 12, 2)
        found.append(StatedYears(years=years, subject=subject, minimum=minimum, start=length.start, end=length.end))
    return tuple(found)


def _subject(text: str, lower: str, start: int, end: int, known: Lengths) -> str | None:
    """What the experience is in; empty for experience in general; None if the length is none of experience."""
    if _is_personal(text, lower, start, end, known):
        return None
    if text[end : end + 1] == ")" and text[max(0, start - 3) : start].rstrip().endswith("("):
        return _in_brackets(text, start)
    stop = _CLAUSE.search(text, end, end + _LONGEST_CLAUSE)
    after = text[end : stop.start() if stop else end + _LONGEST_CLAUSE]
    words = _WORD.findall(after)
    smalls = [word.lower() for word in words]
    if smalls and smalls[0] in {"s"}:
        words, smalls = words[1:], smalls[1:]
    if smalls and (smalls[0] in known.never or (smalls[0] == "of" and smalls[1:2] and smalls[1] in known.never)):
        return None
    line_start = lower.rfind("\n", 0, start) + 1
    opened = text.rfind("(", max(line_start, start - _LONGEST_REMARK), start)
    within = opened >= 0 and text[opened + 1 : start].strip() and ")" not in text[opened:start]
    if within and ")" in text[end : end + _LONGEST_REMARK]:
        return _in_brackets(text, opened + 1)  # "Networking (Expert, 20+ years' experience)"
    before = lower[max(line_start, start - 60) : start]
    if not known.age.isdisjoint(_LETTERS.findall(before)[-_NEAR_AGE:]):
        return None
    at = next((place for place, word in enumerate(smalls[:9]) if word in known.experience), None)
    if at is not None:
        if not known.whole.isdisjoint(smalls[:at]):
            return ""  # "8 years of total experience in ship repair"
        inner = [word for word, small in zip(words[:at], smalls[:at], strict=True) if small not in known.general]
        if inner:
            return " ".join(inner)
        rest = _first_phrase(after, words[at], known) if smalls[at] not in {"career", "employment"} else ""
        return rest if rest.lower() not in known.general else ""
    before_words = _WORD.findall(before)
    if before_words and any(word in known.experience for word in before_words[-3:]):
        # "Python- Exprience - 12 months", "Total experience: 4 years"
        place = max(number for number, word in enumerate(before_words) if word in known.experience)
        outer = [word for word in before_words[max(0, place - 4) : place] if word not in known.general]
        return text[line_start:start][: before.find(before_words[place])].strip(" -–:\t") if outer else ""
    # "12 years Kubernetes", "Four years of LLM products", "9 years of hands-on LangChain"
    leading = known.of | known.qualities
    named = [(word, small) for word, small in zip(words[:5], smalls[:5], strict=True) if small not in leading]
    if named and named[0][0][0].isupper() and named[0][1] not in known.general and after[:1] != "\n":
        cut = re.split(r"[,.;()]", known.beyond.split(after.strip(), maxsplit=1)[0], maxsplit=1)[0]
        if not cut and before.rstrip().endswith(_NAMED_BEFORE):
            return None  # "Python: 8 years, SQL: 6 years" states neither all experience nor any in what comes next
        return re.sub(rf"^(?:(?:{alternatives(leading)})\s)*", "", cut.strip(), flags=re.IGNORECASE)[:60]
    return None


def _is_personal(text: str, lower: str, start: int, end: int, known: Lengths) -> bool:
    """Whether a length is an age, alone between signs ("32 ans - Lyon"), or stands in a line of papers and the like, in
    which nothing tells of experience."""
    first, last = lower.rfind("\n", 0, start) + 1, lower.find("\n", end)
    before, after = lower[first:start].rstrip(), lower[end : last if last >= 0 else len(lower)]
    if not known.experience.isdisjoint(_WORD.findall(before)):
        return False
    aging = lower[start:end].rpartition(" ")[2] in known.aging and _EDGE.match(text, end) is not None
    if aging and (not before or before[-1] in _SIGNS):
        return True
    told = not known.experience.isdisjoint(_WORD.findall(after))
    return not told and known.personal.search(f"{before} {after}") is not None


def _in_brackets(text: str, start: int) -> str | None:
    """The subject before brackets: "Python (5 years), SQL (2 years)"."""
    before = text[max(0, start - 60) : start].rstrip().rstrip("(").rstrip()
    phrase = re.split(r"[,;:\n|•·)]", before)[-1].strip(" -–*")
    return phrase if phrase and len(phrase.split()) <= 4 else None


def _first_phrase(after: str, word: str, known: Lengths) -> str:
    """The subject behind "experience": "in data science and ..." gives "data science"."""
    rest = after[after.find(word) + len(word) :].strip()
    match = known.about.match(rest)
    return known.beyond.split(match.group(1), maxsplit=1)[0].strip() if match else ""
