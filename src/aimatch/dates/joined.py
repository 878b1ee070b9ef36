"""Whether two dates are the ends of one span: what stands between them, and where."""

from __future__ import annotations

import re

from aimatch.dates.beside import word_before
from aimatch.dates.points import Point
from aimatch.dates.words import DASHES, Words

_CELLS = re.compile("[ \u00a0]{2,}|[ \u00a0]*\t[ \u00a0\t]*")
_CELL_END = re.compile("(?:[ \u00a0]{2}|\t)[ \u00a0\t]*\\Z")
_MORE_CELLS = re.compile(r"[ \t\u00a0]+(?:19|20)\d\d(?!\d)")
_PIPED = re.compile(r"[ \t\u00a0]*\|[ \t\u00a0]*")
_MORE_PIPED = re.compile(r"[ \t\u00a0]*\|[ \t\u00a0]*(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_DOTS = re.compile(r"[ \t]*(?:\.{2,3}|…)[ \t]*")
#: Characters of a table above one of its dates that are looked at.
_TABLE = 4000
#: Characters of a line beside a date that are looked at: a file can be one endless line.
_NEAR = 40


def joined(text: str, lower: str, first: Point, second: Point, known: Words) -> bool:
    """Whether the dates ``first`` and ``second``, neighbours in ``text``, begin and end one span."""
    gap = lower[first.to : second.at]
    if len(gap) > 30 or second.whole or _ends_remark(lower, gap, first.at, known):
        return False
    core = gap.strip(" \t\n\r\u00a0()[],.:;|'\"")
    if not core and (not gap or gap.isspace()) and "\n" not in gap:
        # Two months in neighbouring cells, or with the dash between them lost.
        cells = not gap or _CELLS.fullmatch(gap) is not None
        if first.precision == second.precision == "month" and cells:
            return first.first < second.first
        if gap and cells and first.precision == second.precision and in_table_of_spans(text, lower, first.at, known):
            return first.first < second.first
        return first.precision == second.precision and "\t" not in gap and _lost_dash(text, first, second)
    if not core and _PIPED.fullmatch(gap):
        # Neighbouring cells of a table written with bars: a start and an end, and no list of years.
        listed = _MORE_PIPED.match(text, second.to) or text[: first.at].rstrip(" \t\u00a0|")[-4:].isdigit()
        return first.precision == second.precision != "season" and first.first < second.first and not listed
    if not core and _DOTS.fullmatch(gap):
        return first.precision == second.precision and first.first < second.first
    if not core and gap.isspace() and gap.count("\n") == 1 and _cells_below(text, first, second):
        return True
    if not core or gap.count("\n") > 3:
        return False
    if core.startswith(known.year):
        core = core[core.find(" ") + 1 :] if " " in core else core
    last = core[core.rfind(" ") + 1 :].strip(".(")
    if last in known.expected and len(core) > len(last) + 1:
        core = core[: core.rfind(" ")].rstrip()
    labelled = core.lstrip("-*• ") in known.ends and (gap.count("\n") == 1 or ":" in gap)
    if core in known.ends and word_before(lower, first.at)[0] in known.opening:
        return True  # "Started Feb 2012, left Jan 2014"
    if labelled and known.starts_before.search(lower, max(0, first.at - _NEAR), first.at):
        return True  # "Start: 03/2019" above, or before, "End: 02/2021"
    if core in known.joined:
        return known.from_before.search(lower, max(0, first.at - 12), first.at) is not None
    if core == "/":
        # "Sept. 2016 / Dec. 2018" too, but not "2016 / Dec. 2018", where a list goes on.
        return first.precision == second.precision and first.first < second.first and not _listed(text, first, second)
    dashed = not core.strip(DASHES + " ") or _is_garbled(core)
    if not dashed and core not in known.to and core.strip(DASHES + " ") not in known.to:
        return False
    if dashed and "\n" in gap and not gap.endswith("\n") and gap.index("\n") < gap.index(core[0]):
        # A dash that opens the next line is a bullet, unless nothing but the date stands there.
        rest = text[second.to : _line_end(text, second.to, second.to + _NEAR)].strip(" \t)].,")
        return not rest
    return True


def closed_below(text: str, lower: str, first: Point, second: Point, known: Words) -> int | None:
    """Where a date ends that stands at an edge of its line, with a dash behind it, if ``second`` closes it from the same edge
    of the next line, the names of an entry beside both: "Sep 2012 –   Clerk, Foo Ltd", "Aug 2016     and for weeks ...";
    "Clerk   Sep 2012 –", "Foo Ltd   Aug 2016". Else None."""
    dash = known.dangling.match(lower, first.to)
    if dash is None or text.count("\n", dash.end(), second.at) != 1 or first.first >= second.last:
        return None
    if known.dangling.match(lower, second.to):
        return None
    margins = [text[text.rfind("\n", 0, point.at) + 1 : point.at] for point in (first, second)]
    if dash["gap"] is None:
        # The dash ends its line.
        edge = _line_end(text, second.to, second.to + _NEAR)
        beside = all(margin.strip() and _CELL_END.search(margin) for margin in margins)
        return dash.end("dash") if beside and not text[second.to : edge].strip() else None
    alone = (
        _CELLS.match(text, second.to) or _PIPED.match(text, second.to) or text[second.to : second.to + 1] in {"", "\n"}
    )
    return dash.end("dash") if alone and margins[0] == margins[1] and not margins[0].strip(" \t|") else None


def lasts_joined(lower: str, point: Point, known: Words) -> re.Match[str] | None:
    """What tells that a date lasts behind the word that joins it to the one before ("between 2016 and now"), or behind the
    label of an end below that of its start ("Start: 2016", "End: present"), or alone in the line below one that it fills."""
    start = max(0, point.at - _NEAR)
    if known.from_before.search(lower, start, point.at):
        return known.present_joined.match(lower, point.to)
    labelled = lower[start : point.at].rstrip(" \t\"'").endswith((":", "="))  # few dates are
    if labelled and known.starts_before.search(lower, start, point.at):
        return known.present_below.match(lower, point.to) or known.present_told.match(lower, point.to)
    line = lower[lower.rfind("\n", start, point.at) + 1 : point.at]
    alone = point.sure and not line.strip() and (start == 0 or len(line) < point.at - start)
    return known.present_line.match(lower, point.to) if alone else None


def in_table_of_spans(text: str, lower: str, at: int, known: Words) -> bool:
    """Whether a date stands in a row of a table, without empty lines, whose head names columns of a start and an end."""
    row = text[max(text.rfind("\n", 0, at) + 1, at - _TABLE) : at]
    if "  " not in row and "\t" not in row and "|" not in row and row.strip():
        return False  # most dates stand in no cell
    block = text.rfind("\n\n", max(0, at - _TABLE), at) + 2
    return known.from_to.search(lower, max(block, at - _TABLE), at) is not None


def _ends_remark(lower: str, gap: str, at: int, known: Words) -> bool:
    """Whether a bracket closes behind the first date that holds words before it: "Analyst (senior since 2020) - 03/2018"."""
    if gap[:1] not in {")", "]"} or "(" in gap or "[" in gap:
        return False
    line = lower[max(0, at - _NEAR) : at]
    opening = max(line.rfind("("), line.rfind("["))
    return opening >= 0 and not known.opening.union(known.since).issuperset(_WORD.findall(line[opening:]))


def _listed(text: str, first: Point, second: Point) -> bool:
    """Whether two years with a slash between them go on as a list ("Windows Server 2008/2012/2016")."""
    return "/" in (text[first.at - 1 : first.at], text[second.to : second.to + 1])


def _cells_below(text: str, first: Point, second: Point) -> bool:
    """Whether two months, each alone in its line, are the cells of a table's columns for the start and the end."""
    if first.precision != "month" or second.precision != "month" or not first.first < second.first:
        return False
    before = text[max(0, first.at - _NEAR) : first.at]
    after = text[second.to : _line_end(text, second.to, second.to + _NEAR)]
    return not before[before.rfind("\n") + 1 :].strip() and not after.strip()


def _lost_dash(text: str, first: Point, second: Point) -> bool:
    """Whether two years with nothing but spaces between them are the ends of a range: they open the line or stand alone
    in brackets, and no third one follows, as in the head of a table."""
    if not first.first < second.first or _MORE_CELLS.match(text, second.to):
        return False
    if text[first.at - 1 : first.at] == "(":
        return text[second.to : second.to + 1] == ")"
    line = text[max(0, first.at - _NEAR) : first.at]
    opens = not any(sign.isalnum() for sign in line[line.rfind("\n") + 1 :])
    wide = second.at - first.to > 1
    return opens and (
        wide or any(sign.isalpha() for sign in text[second.to : _line_end(text, second.to, second.to + _NEAR)])
    )


def _is_garbled(core: str) -> bool:
    """Whether signs between two dates are what a broken encoding made of a dash."""
    return len(core) <= 4 and not any((sign.isascii() and sign.isalnum()) or sign in "|/&+;,•·▪●" for sign in core)


def _line_end(text: str, at: int, limit: int) -> int:
    end = text.find("\n", at, limit)
    return min(len(text), limit) if end < 0 else end
