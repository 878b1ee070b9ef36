"""The words of dates, read from ``language/dates.toml`` once and turned into look-ups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import filled, table
from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

#: Characters that stand between the two ends of a range.
DASHES = "-–—−‐‑‒―~～〜→>"


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Words:
    """Look-ups by lower-case word. ``parts`` maps seasons, quarters and the like to their first and last month, ``each``
    those of several years.

    Of the patterns, ``day_before`` is the number of a day at the end of what stands before a month, ``month_and`` a month
    and what joins it to a second one, ``dangling`` an open end with nothing behind it, ``opens_behind`` and
    ``closes_before`` what stands behind a start and before an end whose months come behind their years. Of a whole text
    in lower case, ``ends_range`` is how one that is a date ends, ``goes_on`` how one ends that another date must follow.
    """

    months: Mapping[str, int]
    roman: Mapping[str, int]
    #: Before a Roman numeral such a word makes it a number of its own ("Phase III").
    numbering: frozenset[str]
    from_words: frozenset[str]
    parts: Mapping[str, tuple[int, int]]
    each: Mapping[str, tuple[int, int]]
    #: "each summer" behind both ends of a range.
    each_behind: Deferred
    #: A part of a year that its number tells, at the end of what stands before the year ("Q1", "Term 1").
    numbered: Deferred
    between: frozenset[str]
    products: frozenset[str]
    to: frozenset[str]
    joined: frozenset[str]
    year: tuple[str, ...]
    expected: frozenset[str]
    lasting: frozenset[str]
    present: frozenset[str]
    present_after: Deferred
    present_before: Deferred
    present_cell: Deferred
    open_end: Deferred
    since: frozenset[str]
    articles: frozenset[str]
    opening: frozenset[str]
    until: frozenset[str]
    from_before: Deferred
    #: The names of two neighbouring columns of a start and an end.
    from_to: Deferred
    #: The labels of a start and of an end, each in a line of its own; the former at the end of what stands before a date.
    starts_before: Deferred
    ends: frozenset[str]
    #: What lasts behind such a label, which may stand empty, and behind "and" where "between" stands before the start.
    present_below: Deferred
    #: ... and what says so behind a start that is labelled ("Start: 11/2022. Still employed.").
    present_told: Deferred
    #: ... and what says so alone in the line below a date that fills its own.
    present_line: Deferred
    present_joined: Deferred
    ordinals: frozenset[str]
    #: Parts of a year that are something else with a capital ("Real Estate, 2019").
    small: frozenset[str]
    #: Months that end the name of a shop ("Wal-Mart").
    hyphened: frozenset[str]
    day_before: Deferred
    month_and: Deferred
    dangling: Deferred
    opens_behind: Deferred
    closes_before: Deferred
    #: A month behind its year, which a full stop and a word may end ("2019. március", "2019 m. kovo").
    month_after: Deferred
    ends_range: Deferred
    goes_on: Deferred


@cache
def words() -> Words:
    """The words of ``language/dates.toml``."""
    data = table("language/dates")
    listed = data["words"]
    # Besides dashes, signs that a broken encoding made of them ("â€“").
    dash = rf"(?:[{re.escape(DASHES)}]|[^\x00-\x7f]{{1,4}}(?=\s))"
    dashes = re.escape(DASHES)
    to = alternatives(listed["to"])
    ordinal = alternatives(listed["ordinals"])
    present = alternatives(listed["present"]).replace("\\ ", r"\s+")
    year = alternatives(listed["year"])
    dangling = alternatives(listed["dangling"]).replace("\\ ", r"[ \t]+")
    return filled(
        Words,
        [listed],
        months={word: int(number) for number, names in data["months"].items() for word in names},
        roman={numeral.lower(): month for month, numeral in enumerate(listed["roman"], 1)},
        from_words=frozenset(listed["from"]),
        parts={word: (first, last) for word, (first, last) in data["seasons"].items()},
        numbered=Deferred(rf"(?<!\w)(?:{alternatives(part for part in data['seasons'] if part[-1].isdigit())})\Z"),
        each={word: (first, last) for word, (first, last) in data["seasons_each"].items()},
        each_behind=Deferred(
            rf"[ ,;(]{{1,3}}(?:{alternatives(listed['each'])}) ({alternatives(part for part in data['seasons'] if part.isalpha())})(?!\w)"
        ),
        joined=frozenset(listed["and"]),
        lasting=frozenset(word.split()[0] for word in [*listed["present"], *listed["to"]]),
        # Only behind a dash or a word such as "to" may the line break. The word's end is checked where it is used:
        # the next line may be glued to it ("till dateFoo Ltd").
        present_after=Deferred(
            rf"(?:[\s,.)\]]*(?:(?:{year})[ \t]+)?(?:{dash}+(?:[ \t]*(?:{to})(?= ))?|(?:{to})(?!\w))[\s{re.escape(DASHES)}]*|[ \t]*(?:\.\.\.?|…|/)[ \t]*|[ \t,]{{0,3}}[(\[]?)"
            rf"(?:{present})"
        ),
        present_before=Deferred(rf"(?<!\w)(?:{present})\s*(?:{dash}+|(?:{to})(?!\w)|from)\s*\Z"),
        # The next cell of a table, and nothing else in it.
        present_cell=Deferred(
            rf"(?:[ \t]*\|[ \t]*|[ ]{{2,}}|[ ]*\t[ \t]*)(?:{present}|[{dashes}])(?=[ \t]*(?:[|\n]|\Z)|[ ]{{2,}}|\t)"
        ),
        # "(2023-03 .. HEAD)", but "2019 - Head of Sales" and "2019 – Head": what closes a date stands behind it, and where that is
        # no bracket it is not written like a title.
        open_end=Deferred(
            rf"[ \t]*(?:{dash}+|\.\.\.?|…|/|(?:{to})(?!\w))[ \t]*({alternatives(listed['open'])})(?=[ \t]*(?:([)\]])|[:;|]|\n|\Z))"
        ),
        from_before=Deferred(rf"(?<!\w)(?:{alternatives(listed['from'])})\s*\Z"),
        from_to=Deferred(
            rf"(?<!\w)(?:{alternatives(listed['starts'])})(?:[ ]?\t[ \t]*|[ ]*\|[ ]*|[ ]{{2,}})(?:{alternatives(listed['ends'])})(?!\w)"
        ),
        starts_before=Deferred(
            rf"(?<![\w ])[ \t]*(?:[-*•][ \t]*)?(?:{alternatives(listed['starts'])})[ \t]*[:=][ \t\"']*\Z"
        ),
        present_below=Deferred(
            rf"[\"',;]*(?:[ \t]*\n[ \t]*(?:[-*•][ \t]*)?|[ \t]+)(?:{alternatives(listed['ends'])})[ \t]*[:=][ \t\"']*"
            rf"(?:(?:{present}|[{dashes}])(?=[\"', \t]*(?:\n|\Z)"
            rf"|(?:[ ]{{2,}}|[ ]?[\t|;,][ \t]*)[^\W\d_][^\W\d_ ]*(?:[ ][^\W\d_]+)?:)|(?=\n|\Z))"
        ),
        present_told=Deferred(rf"[.;,][ \t]*(?:{present})(?=[.;]?[ \t]*(?:\n|\Z))"),
        present_line=Deferred(rf"[ \t]*\n[ \t]*(?:{present})(?=[ \t]*(?:\n|\Z))"),
        present_joined=Deferred(rf"[ ](?:{alternatives(listed['and'])})[ ](?:{present})(?!\w)"),
        day_before=Deferred(
            rf"(?<![\d.'’/])\d{{1,2}}(?:\s?(?:{ordinal})|[.º°ª])?(?:\s?(?:{alternatives(listed['between'])})\s|[\s-])?\Z"
        ),
        month_and=Deferred(
            rf"([^\W\d_]{{3,10}})\.?(?:\s?[{dashes}/&]|\s(?:{alternatives([*listed['to'], *listed['and']])}))\s?\Z"
        ),
        dangling=Deferred(
            rf"[ \t)\]]{{0,3}}(?P<dash>[{dashes}]{{1,2}}|(?:[{dashes}][ \t]*)?(?:{dangling})(?=\s*(?:\n|\Z))|(?:{to})(?=[ \t]*[)\]]))"
            r"[ \t)\]]*(?:(?=\n|\Z)|(?<=[\])])|(?P<gap>(?:(?<=[ \t]{2})|(?<=\t))(?=[^\W\d_])|(?=[:|,]\s)))"
        ),
        opens_behind=Deferred(
            rf"[ \t\u00a0]*(?:(?:[{dashes}]+|\.\.\.?|…|(?:{to})(?!\w))[ \t\u00a0]*((?:19|20)\d\d)(?!\d)"
            rf"|(?:(?:[{dashes}]+|\.\.\.?|…|(?:{to})(?!\w))[ \t\u00a0]*)?([^\W\d_]+))"
        ),
        month_after=Deferred(
            rf"(?:,?[ \t\u00a0]|\.?[ ](?:(?:{alternatives(listed['year_first'])})[ ])?|[ \t\u00a0]?\(|[-/])"
            r"([^\W\d_]{3,10}(?![^\W\d_]|[ ]?\d)|[^\W\d_]{1,8}[ ]?\d(?!\d))\.?\)?"
        ),
        ends_range=Deferred(rf"(?:\d|(?<!\w)(?:{present})|[{dashes}])\s*\)?\Z"),
        goes_on=Deferred(rf"(?:[{dashes}]|(?<!\w)(?:{to}))\Z"),
        closes_before=Deferred(rf"(?:[{dashes}]|(?<!\w)(?:{to}))[ \t\u00a0(]*\Z"),
    )
