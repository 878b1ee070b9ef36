"""Candidates: the forms found in a text, longest first, before any meaning is settled."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.lexicon import Hit
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.line_seams import parted_by_lines
from aimatch.extract.lines import line_of, line_start
from aimatch.extract.normalise import NormalText
from aimatch.model import Via
from aimatch.taxonomy import Taxonomy
from aimatch.taxonomy.skill import AmbiguousForm

_ADDRESS = re.compile(
    r"[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|ai|edu|in)\b(?:/\S*)?",
    re.IGNORECASE,
)
_OF_ADDRESS = re.compile(r"@|://|www\.|\.(?:com|org|net|io|ai|edu|in)\b", re.IGNORECASE)
_CODE_BEHIND = re.compile(r"-[A-Z]?\d")
_SPACE = re.compile(r"\s|\Z")
_JOINS = (" and ", " & ", "/", " / ")
_BEFORE_ITEM = (",", ":", ";", "|", "\u2022", "-", "*")  # and a line's beginning
_FEWEST_ITEMS = 3  # commas or bars of a list that tell how its names are written
_SHORT_WORD = 5  # "asp.net" is one word; "projects.Python" is a full stop without its space


@dataclass(slots=True)
class Candidate:
    """A form that stands as a whole word: its span in the normal text and in the original, and what it may mean.

    ``reading`` is the meaning once settled; ``None`` before, and for good where no meaning held.
    """

    start: int
    end: int
    original: tuple[int, int]
    readings: tuple[Reading, ...]
    extended: bool = False
    reading: Reading | None = None
    via: Via = "exact"
    certainty: float = 1.0


def candidates(
    original: str,
    normal: NormalText,
    hits: Sequence[Hit],
    taxonomy: Taxonomy,
    headings: Sequence[int] = (),
    printed: str = "",
) -> list[Candidate]:
    """The candidates of a text in order of place, at each place the longest; a technology within a method's name too,
    and the parts of a joint name.

    ``headings``: where headings begin and end, in order; no name goes on into one ("Management" / "Skills") or out of it
    ("Experience" / "Cloud Architect"), nor from one line of a list to the next. ``printed``: the original with the lines as they stand on the page, where it
    holds broken ones as one.
    """
    text = normal.text
    addresses = _addresses(original)
    ends = [end for _, end in addresses]
    small_words = _small_words()
    chosen: list[Candidate] = []
    covered = barred = 0
    outer: Candidate | None = None
    joint: Candidate | None = None
    lines = "\n" in original
    for hit in hits:
        start, end, entry, extended = hit
        readings = entry.readings
        if lines and entry.names and " " in text[start:end]:
            span = normal.original(start, end)
            if "\n" in original[span[0] : span[1]] and parted_by_lines(original, printed or original, hits, hit, span):
                continue
        # By a longer phrase only: what bars the names within it may name a skill itself ("team lead").
        held_back = end <= barred
        if entry.never and not _is_object(text, start, end, chosen):
            barred = max(barred, end)
        if readings is None or (start and text[start - 1] == "." and _glued(text, start, end)):
            continue
        if start < covered:
            if joint is not None and readings and _is_part(text, start, end, joint):
                span = normal.original(start, end)
                parts = _parts(original[span[0] : span[1]], readings, joint, taxonomy)
                if parts and not held_back:
                    chosen.append(Candidate(start, end, span, parts))
                continue
            # A practice or certificate named by the tool names the tool too: "Tableau dashboards", "Google Cloud Engineer".
            if (
                outer is None
                or not readings
                or readings[0].kind != "technology"
                or end - start == outer.end - outer.start
            ):
                continue
            span = normal.original(start, end)
            held = end > barred or readings[0].ambiguous is None
            if outer.readings[0].kind == "credential" and _CODE_BEHIND.match(original, span[1]):
                continue  # "SAP-C02" is the code of an exam on AWS
            # "tuned SQL Server": what was done ends within the name.
            fits = end <= outer.end or outer.readings[0].via == "phrase"
            if held and fits and _unquestioned(original[span[0] : span[1]], readings[0]):
                chosen.append(Candidate(start, end, span, readings[:1]))
                covered, outer = max(outer.end, end), None
            continue
        if held_back and entry.open and all(reading.ambiguous is not None for reading in readings):
            continue
        span = normal.original(start, end)
        if headings and bisect_right(headings, span[0]) < bisect_left(headings, span[1]):
            continue
        # A name that has a dot of its own (ASP.NET, Socket.IO) looks like a domain and is none.
        if (
            addresses
            and "." not in original[span[0] + 1 : span[1]]
            and (following := bisect_right(ends, span[0])) < len(ends)
            and addresses[following][0] < span[1]
        ):
            continue
        fitting = readings
        if text.startswith(small_words, start) and _is_small_word(original, *span):
            continue
        if entry.open:
            quote = original[span[0] : span[1]]
            fitting = tuple(reading for reading in readings if _case_fits(quote, reading))
            if not fitting and quote.islower() and _in_small_list(original, *span):
                fitting = tuple(
                    reading for reading in readings if reading.ambiguous and is_small(quote, reading.ambiguous)
                )
            if not fitting:
                continue
        covered, outer, joint = end, None, None
        if fitting:
            chosen.append(Candidate(start, end, span, fitting, extended=extended))
            name = text[start:end]
            if (" " in name or "/" in name) and any(sign in name for sign in _JOINS):
                joint = chosen[-1]
            if fitting[0].kind in ("method", "credential"):
                outer = chosen[-1]
    return chosen


@cache
def _small_words() -> tuple[str, ...]:
    """The abbreviations that are words in small letters, with the space behind them."""
    return tuple(f"{word} " for word in data.table("language/usage")["small_words_first"])


def _is_small_word(original: str, start: int, end: int) -> bool:
    """Whether a name begins with an abbreviation in small letters, in a line that has capitals: "lets it lead the dance"."""
    line = original[slice(*line_of(original, start, end))]
    return original[start].islower() and not line.islower()


def _is_object(text: str, start: int, end: int, chosen: Sequence[Candidate]) -> bool:
    """Whether a phrase that begins with a name and ends in a preposition ("Excel in") bars nothing, as the name is the
    object of another one, or goes on a list of names: "built in React to show", "my VBA and Excel in shape"."""
    before, after = _prepositions()
    if text[start:end].rpartition(" ")[2] not in after:
        return False
    word = text.rfind(" ", 0, max(0, start - 1)) + 1
    if text[word : start - 1] in before:
        return True
    last = chosen[-1].end if chosen else 0
    return last < start and text[last:start] in (" and ", ", ", ", and ", " & ", "/")


@cache
def _prepositions() -> tuple[frozenset[str], frozenset[str]]:
    table = data.table("language/usage")
    return frozenset(table["tool_prepositions"]).difference(("to", "over", "off")), frozenset(table["use_follows"])


def _is_part(text: str, start: int, end: int, joint: Candidate) -> bool:
    """Whether a name is all that stands on one side of the joint in a joint name: "agile" and "scrum" of "agile/scrum"."""
    if start == joint.start:
        return text.startswith(_JOINS, end)
    return end == joint.end and text.endswith(_JOINS, joint.start, start)


def _parts(quote: str, readings: Sequence[Reading], joint: Candidate, taxonomy: Taxonomy) -> tuple[Reading, ...]:
    """What a part of a joint name means beside what the whole does: skills of its kind, traits or trades. What the whole
    is a case of is no part of it: the SQL of "PL/SQL"."""
    whole = {reading.skill for reading in joint.readings}
    whole.update(above for id_ in tuple(whole) for above in taxonomy.broader(id_))
    soft = joint.readings[0].kind == "soft"
    return tuple(
        reading
        for reading in readings
        if reading.skill not in whole and (reading.kind == "soft") == soft and _case_fits(quote, reading)
    )


def _unquestioned(quote: str, reading: Reading) -> bool:
    if reading.via not in ("exact", "variant", "context"):
        return False
    return reading.ambiguous is None or (reading.ambiguous.trust == "open" and _case_fits(quote, reading))


def inside(normal: NormalText, hits: Sequence[Hit], outer: Candidate) -> Iterable[Candidate]:
    """The sure candidates inside of one that turned out to mean nothing ("Spark" in a refused longer form)."""
    covered = outer.start
    first = bisect_left(hits, (outer.start,))
    for start, end, entry, _ in hits[first:]:
        if start >= outer.end:
            break
        if start < covered or end > outer.end or (start, end) == (outer.start, outer.end):
            continue
        sure = tuple(reading for reading in entry.readings or () if reading.ambiguous is None)
        if sure:
            covered = end
            yield Candidate(start, end, normal.original(start, end), sure)


def _glued(text: str, start: int, end: int) -> bool:
    """Whether what follows a full stop belongs to the word before it."""
    return start > 1 and text[start - 2].isalnum() and end - start < _SHORT_WORD


def _case_fits(quote: str, reading: Reading) -> bool:
    rule = reading.ambiguous
    if rule is None or rule.case == "any":
        return True
    if rule.case == "upper-initial":
        return quote[:1].isupper()
    form = rule.form
    if form.isupper() and len(quote) == len(form) + 1 and quote[-1] == "S":
        return False  # "AIS" is no plural of AI, "AIs" is
    if quote.startswith(form):
        return True
    if titled(quote, form):
        return True  # as an item of a list only, see `context`
    # A text in capitals may mean "Excel" by EXCEL; a form with capitals inside ("PoC") is told by them.
    return len(form) > 1 and quote.isupper() and form != quote.lower() and form[1:] == form[1:].lower()


def is_small(quote: str, rule: AmbiguousForm) -> bool:
    """Whether a name of which a capital is a sign stands without any, as in a list that has none: "python, celery, redis"."""
    return rule.case != "any" and quote != rule.form and quote == rule.form.lower()


def _in_small_list(text: str, start: int, end: int) -> bool:
    """Whether a name is an item of a list in one line, behind a label or not, which holds no capital."""
    line = line_start(text, start)
    before = text[max(line, start - 2) : start].rstrip(" ")
    if text[end : end + 2].lstrip(" ")[:1] not in ("", ",", "\n", ";", "|") or not (
        before.endswith(_BEFORE_ITEM) or start == line
    ):
        return False
    stop = text.find("\n", end)
    line = text.rfind(":", line, start) + 1 or line
    rest = text[line : stop if stop >= 0 else len(text)]
    return rest.islower() and rest.count(",") + rest.count("|") >= _FEWEST_ITEMS


def titled(quote: str, form: str) -> bool:
    """Whether an abbreviation stands with one capital, as in a list of which each item begins with one: "Qa, Crm, Gui"."""
    return quote != form and len(form) > 1 and form.isupper() and quote == form.capitalize()


def _addresses(original: str) -> list[tuple[int, int]]:
    """The spans of addresses of mail and of pages, in order."""
    if "@" not in original and "://" not in original and "www." not in original and ".com" not in original:
        return []
    spans: list[tuple[int, int]] = []
    end = 0
    for sign in _OF_ADDRESS.finditer(original):
        if sign.start() < end:
            continue
        # An address holds no space, so only what stands between two around the sign is looked at.
        start = sign.start()
        while start > end and not original[start - 1].isspace():
            start -= 1
        space = _SPACE.search(original, sign.end())
        end = space.start() if space else len(original)
        spans += [match.span() for match in _ADDRESS.finditer(original, start, end)]
    return spans
