"""Titles that the form of an entry tells: those of which no word is in the data, and those that go on behind their words."""

from __future__ import annotations

import re

from aimatch.resume.entries import Dated
from aimatch.resume.names import NAMED
from aimatch.resume.names.fields import is_field
from aimatch.resume.names.parts import Part, trim
from aimatch.resume.positions.entry_bounds import begins_block
from aimatch.resume.positions.name_lines import is_stack
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line
from aimatch.taxonomy import load_taxonomy

#: Characters of a line that is a title and no sentence; words of one below, or behind, the employer's name.
_SHORT, _FEW = 80, 3
_PARTS = re.compile(r"[,\t|]|\s[-–—]")
#: What ends a title on its line, and parts its words from what they are about.
_END = re.compile(r"\s*[(\t|•·;]|\s{3}")
_GOES_ON = re.compile(r"(?:,|\s[-–—])\s+(?=[A-Z])")
_DASH = re.compile(r"\A\s*[-–—,]")
_NO_TITLE = frozenset("|\t:;/()0123456789")


def names_company(text: str, known: Jobs) -> bool:
    """Whether a line names a company, by the end of its name or by the place behind it ("Foo Systems", "Springfield")."""
    if known.names_firm(text):
        return True
    places = _PARTS.split(text)[1:]
    placed = any(place.strip(" .").lower() in known.places or place.strip(" .") in known.states for place in places)
    return placed and known.names_employer(text)


def between(text: str, title: str, other: str) -> str:
    """A title with the other half of it that was taken for a name ("Clerk – Shift Supervisor"), as ``text`` has them."""
    start, end = text.find(title), text.find(other)
    return text[start : end + len(other)] if 0 <= start < end else title


def is_placed(employer: str, rest: str, known: Jobs) -> bool:
    """Whether a name beside a date stands in a cell before that of its place ("FOO & SONS   DES MOINES, IA")."""
    if not employer or "\t" not in rest or known.names_title(employer):
        return False
    name, _, place = rest.partition("\t")
    city, _, state = place.strip(" \t.").rpartition(", ")
    return trim(name) == employer and (state in known.states or state.lower() in known.places) and "\t" not in city


def whole_title(text: str, title: str, known: Jobs, *, placed: bool) -> str:
    """The title that fills a line of its own, with what it is about ("Vice-President, Procurement"), less a place at its end.
    ``placed``: the employer's name stands before its place elsewhere, so that no other is to be expected here."""
    head = _END.split(text, maxsplit=1)[0].rstrip(" .,")
    rest = head[len(title) :]
    if not _GOES_ON.match(rest) or len(head) > _SHORT or any(map(str.isdigit, rest)) or is_prose(head):
        return title
    if is_stack(rest.lstrip(" ,-–—")) or (not placed and (known.names_employer(rest) or rest[0] != ",")):
        return title
    kept = [title]
    for part in rest.split(","):
        bare = part.strip(" -–—")
        if bare.lower() in known.places or bare in known.states or known.is_arrangement(bare):
            if bare in known.states and len(kept) > 1 and not is_field(kept[-1].strip(), known):
                kept.pop()  # "Analyst, Springfield, OH"
            break
        kept.append(part)
    whole = ",".join(kept).replace(",,", ",") if rest.startswith(",") else "".join(kept[:2]) + ",".join(["", *kept[2:]])
    return trim(whole)


def unlisted_title(
    dated: Dated,
    lines: list[Line],
    outline: Outline,
    known: Jobs,
    around: tuple[list[int], list[int]],
    reach: tuple[int, int],
    named: tuple[str, int],
    beside: tuple[list[Part], list[Part]],
) -> tuple[str, int, int]:
    """A title without any known word, where the employer is told: what stands beside it in the line of the date, alone
    above, or alone below. With it the first and the last line of the heading. ``around`` are the lines above and below that
    may name the entry, ``reach`` the heading so far, ``named`` the employer and how sure it is."""
    (above, below), (first, last), (employer, strength) = around, reach, named
    if strength == NAMED:
        for parts in beside:
            texts = [part.text for part in parts]
            if employer not in texts or key_of(texts[0]) in known.labels_by_key:
                continue
            at = texts.index(employer)
            if at and texts[0][0].isupper():
                return texts[0], first, last
        for at in above[: 2 if first == above[0] else 1] if above else ():
            if employer not in lines[at].text and begins_block(at, lines, outline) and _is_name(lines[at].text):
                return trim(lines[at].text), at, last
        for parts in beside:
            # "Foo Stud Farm | Farrier", but behind a dash stands a place as often.
            if len(parts) == len(("employer", "title")) and parts[0].text == employer and not parts[1].weak:
                apart = not _DASH.search(dated.rest[dated.rest.find(employer) + len(employer) :])
                if apart and _is_title(parts[1].text, known):
                    return parts[1].text, first, last
    item = dated.bullet and dated.cell
    if (
        below
        and last == dated.last_line
        and (strength == NAMED or item or lines[below[0]].text.lower() in known.titles)
    ):
        text = lines[below[0]].text
        if _is_title(text, known) and (item or _ends_heading(below[0], lines, outline)):
            return text, first, below[0]
    return "", first, last


def _is_name(text: str) -> bool:
    """Whether a line of its own may be a title whatever its words."""
    plain = not any(sign.isdigit() or sign in "|\t:" for sign in text)
    return text[0].isupper() and len(text) <= _SHORT and plain


def _is_title(text: str, known: Jobs) -> bool:
    """Whether a short name, where a title is to be expected, may be one: it is no company, place, heading or skill."""
    words = text.split()
    return (
        0 < len(words) <= _FEW
        and words[0][0].isupper()
        and _NO_TITLE.isdisjoint(text)
        and text[-1].isalpha()
        and not known.names_company(text)
        and text.lower() not in known.places
        and not known.is_arrangement(text)
        and headings().kind(text) is None
        and load_taxonomy().find(text) is None
    )


def _ends_heading(number: int, lines: list[Line], outline: Outline) -> bool:
    """Whether the line below a name belongs to no heading: an item, a sentence, or the next entry."""
    below = number + 1
    if below >= len(lines) or outline.owner[below] != outline.owner[number]:
        return True
    return lines[below].blank_before or is_item(lines[below].text) or is_prose(lines[below].text)
