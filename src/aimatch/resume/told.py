"""Jobs told in a sentence: "Worked as an analyst in Foo Ltd, Springfield, from 2015 to 2017".

A sentence is read in pieces. The words before a piece tell what it names: "as" a title, "in", "at", "with" or "for" an
employer; a comma, a bracket or "from" ends a name. Where no verb opens the sentence, its first piece names the employer
("Foo Ltd as Analyst") or the title ("Intern in Foo Ltd").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from aimatch.data import table
from aimatch.dates import DateRange
from aimatch.deferred import Deferred
from aimatch.resume.names import held
from aimatch.resume.names.parts import trim
from aimatch.resume.rules.jobs import Jobs, jobs, words_of
from aimatch.resume.sections.lines import BULLETS
from aimatch.wordlist import alternatives

#: Words before the verb of a sentence that tells of a job ("I have also worked").
_ADVERBS = 2
#: Words of a title, and of an employer's name, in a sentence.
_TITLE, _EMPLOYER = 8, 10
#: Words of a title whose words are not known ones: in capitals, and in small letters behind "as a".
_CAPITALS, _PLAIN = 5, 2
#: Words in brackets behind a title that belong to it.
_FEW = 2
#: Words before the verb where somebody speaks of himself.
_CLAUSE = 6
#: Characters of a sentence to either side of its date, and between the words of leaving and their date.
_SENTENCE, _NEAR = 160, 24
_STOP = Deferred(r"(?<=[^\W_]{3})[.!?](?:\s|\Z)|\n\s*\n|\n(?=[^\w\s])")
_QUOTES = '“”"'
_SPACES = re.compile(r"[ \u00a0]{1,2}")
_NUMBERING = Deferred(r"\W*(?:\(?\[?\d{1,2}\s?[.)\]]+\s*)?")
_WEB = re.compile(r"\w\.[a-z]{2,}\Z")


class Told(NamedTuple):
    """The names that a sentence tells; "" for what it leaves out."""

    title: str
    employer: str


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Telling:
    """The words of ``prose`` in ``language/positions.toml`` as patterns."""

    marks: Deferred
    legal: Deferred
    #: Words behind "in" that belong to the title before it ("Engineer in Training").
    inside: frozenset[str]
    never_titles: frozenset[str]
    units: frozenset[str]
    #: The end of what stands before the verb where somebody speaks of himself.
    first_person: tuple[str, ...]
    #: The ends of verbs that an employer's name follows.
    placing: tuple[str, ...]
    #: What tells of leaving a job, or (group ``lasts``) of holding it still; words of which a text without any tells neither.
    ends: Deferred
    ending: tuple[str, ...]


@cache
def telling() -> Telling:
    """The table ``prose`` of ``language/positions.toml``."""
    prose = table("language/positions")["prose"]
    ends = [*prose["before_dates"], *prose["ends"]]
    forms = alternatives(prose["legal"])
    post = rf"(?:{alternatives(prose['post'])})\sof(?!\w)(?:\san?(?!\w))?"
    not_before = "".join(rf"(?<!{re.escape(word)}\s)" for word in prose["before_as"])
    return Telling(
        marks=Deferred(
            rf"(?<![\w.@/-])(?P<held>{not_before}(?:{alternatives(prose['as'])})(?!\w)(?:\s(?:{alternatives(prose['articles'])})(?!\w))?"
            rf"(?:\s{post})?|(?:(?:{alternatives(prose['at'])})\s(?:the\s)?)?{post})"
            rf"|(?<![\w.@/-])(?P<place>(?:{alternatives(prose['at'])})(?!\s(?:{alternatives(prose['inside'])})(?!\w))"
            r"(?:(?!\w)(?:\sthe(?!\w))?(?![./-]\w)|\.(?=[A-Z])))"
            rf"|(?<![\w.@/-])(?P<end>(?:{alternatives(ends)})(?!\w))"
            r"|(?P<cut>[,;:|()\[\]\t“”\"]|\s+[-–—]+\s+|\s{3,}|(?<=[a-z]{4})\.(?=\s|\Z))",
            re.IGNORECASE,
        ),
        legal=Deferred(rf"(?<!\w)(?:{forms})(?!\w)(?![.\s]*(?:{forms})(?!\w)|\.?\s?&)\.?", re.IGNORECASE),
        inside=frozenset(prose["inside"]),
        never_titles=frozenset(prose["never_titles"]),
        units=frozenset(prose["units"]),
        first_person=tuple(f"{word} " for word in prose["first_person"]),
        placing=tuple(f" {word}" for word in prose["placing"]),
        ends=Deferred(rf"(?<!\w)(?:(?P<lasts>{alternatives(prose['lasts'])})|{alternatives(prose['leaves'])})(?!\w)"),
        ending=(*prose["lasts"], *prose["leaves"]),
    )


def opening(text: str, known: Jobs) -> re.Match[str] | None:
    """The verb of a sentence that tells of a job, if ``text`` begins with it, whatever bullet or number stands before."""
    if known.prose_words.isdisjoint(words_of(text)):
        return None
    verb = known.prose.search(text.lower())
    if verb is None:
        return None
    front = _NUMBERING.sub("", text[: verb.start()], count=1).lstrip(BULLETS + " ")
    words = _CLAUSE if front.lower().endswith(telling().first_person) else _ADVERBS  # "After school I started at Foo"
    return verb if front.count(" ") <= words else None


def with_told_ends(spans: Sequence[DateRange], text: str, lower: str) -> Iterator[DateRange]:
    """The spans of time of a text, those that a sentence tells in two dates as one, in the place of the first ("I joined Foo
    in 2015 as a clerk and left in 2019"), and those that it says to last ("... and am still there") without an end."""
    known = telling()
    flat = lower.replace("\n", " ")
    if not any(word in flat for word in known.ending):
        yield from spans
        return
    skip = False
    for number, span in enumerate(spans):
        following = spans[number + 1] if number + 1 < len(spans) else None
        if skip:
            skip = False
        elif not span.single or (cue := known.ends.search(_rest(text, flat, span))) is None:
            yield span
        elif cue.lastgroup == "lasts":
            yield replace(span, end=None, current=True, single=False)
        elif _leaves(span, following, text, cue.end()) and following is not None:
            skip = True
            precision = span.precision if span.precision == following.precision else "year"
            yield replace(span, end=following.end, current=False, single=False, precision=precision)
        else:
            yield span


def _rest(text: str, flat: str, span: DateRange) -> str:
    """The rest of the sentence behind a date, if a verb tells of a job; ``flat`` is the text in lower case and one line."""
    begin = max(
        text.rfind("\n\n", 0, span.text_start), text.rfind(". ", 0, span.text_start), span.text_start - _SENTENCE
    )
    stop = _STOP.search(text, span.text_end, span.text_end + _SENTENCE)
    end = stop.start() if stop else span.text_end + _SENTENCE
    return flat[span.text_end : end] if jobs().prose.search(flat, max(0, begin), end) else ""


def _leaves(span: DateRange, following: DateRange | None, text: str, told: int) -> bool:
    """Whether the next date is that of leaving: it stands behind the words that tell of it, ``told`` characters behind."""
    if following is None or (following.start is not None and not following.single):
        return False
    if span.start is None or following.end is None or following.end < span.start:
        return False
    between = text[span.text_end : following.text_start]
    return told <= len(between) + _NEAR and _STOP.search(between) is None


def told_in(text: str, known: Jobs) -> Told:
    """Title and employer in a sentence, with its verb or without one ("Foo Ltd as Analyst")."""
    verb = known.prose.search(text.lower())
    acting = known.acting_as.search(text) if verb is not None and opening(text, known) is None else None
    if verb is None or (
        acting is not None and acting.start() < verb.start() and known.names_employer(text[: acting.start()])
    ):
        return names_told(text, known, verb=False)
    placed = verb.group().endswith(telling().placing)
    return names_told(text[verb.end() :], known, titled=verb.group().endswith((" a", " an")), placed=placed)


def names_told(text: str, known: Jobs, *, titled: bool = False, placed: bool = False, verb: bool = True) -> Told:
    """Title and employer in the rest of a sentence behind its verb ("as analyst in Foo"); ``titled``: it begins with the
    title ("was an analyst in Foo"), ``placed``: with the employer ("started at Foo"); without a ``verb`` with one of the
    two."""
    title = employer = spare = joined = last = ""
    for kind, mark, piece in _pieces(text):
        named, last = last, ""
        kind = "place" if placed and not kind else kind
        if not kind and not titled:
            if known.names_title(piece) and (piece[0].isupper() if verb else not known.names_employer(piece)):
                spare = _title(piece, known)
            elif _may_be_employer(piece, known) and (not verb or known.names_employer(piece) or piece[0].isupper()):
                joined = _employer(piece)
        elif (kind == "held" or not kind) and not title:
            title = _title(piece, known, plain=_PLAIN if mark.lower().endswith((" a", " an")) else 0)
            last = "title" if title else ""
        elif kind == "place" and not employer and not (joined and not verb) and _may_be_employer(piece, known):
            employer, last = _employer(piece), "employer"
        elif kind == "cut" and named == "employer" and piece.lower().rstrip(".") in known.legal_forms:
            employer = f"{employer}, {piece.rstrip('.')}"
        elif kind == "cut" and named == "title":
            if mark in "–—-" and title.lower() in known.bare_titles and piece[:1].isupper():
                title = f"{title} {mark} {piece}"  # "Manager – Marketing"
            elif mark == "(" and 0 < len(piece.split()) <= _FEW and piece.replace(" ", "").isalpha():
                title = f"{title} ({piece})"
            elif mark == "," and not employer and piece[:1].isupper() and _may_be_employer(piece, known):
                employer = _employer(piece)  # "as a founder, Foo Works"
    title = title or spare
    return Told(title, employer or (joined if title or not verb else ""))


def _pieces(text: str) -> Iterator[tuple[str, str, str]]:
    """The pieces of a sentence, each with the kind of mark before it and that mark."""
    text = _SPACES.sub(" ", text)
    kind = mark = ""
    at = 0
    for found in telling().marks.finditer(text):
        piece = text[at : found.start()].strip()
        at = found.end()
        if not piece and kind and found.group() in _QUOTES:
            continue  # "with “Foo Ltd”"
        yield kind, mark, piece
        kind, mark = found.lastgroup or "", found.group().strip()
    yield kind, mark, text[at:].strip()


def _title(piece: str, known: Jobs, *, plain: int = 0) -> str:
    """The title that a piece begins with; "" if it begins with none. One of ``plain`` words may be of any."""
    words = piece.split()
    if not words or words[0].lower() in telling().never_titles:
        return ""
    small = (at for at, word in enumerate(words) if word[0].islower() and word not in known.joining)
    # "Team Member among several more": a title ends where small letters go on.
    if words[0][0].isupper():
        words = words[: next((at for at in small if known.names_title(" ".join(words[:at]))), len(words))]
    while words and words[-1].lower() in known.joining:
        words.pop()
    title = held(trim(" ".join(words)), known) if words else ""
    if known.names_title(title) or title.lower() in known.titles or (words and words[-1].lower() in telling().inside):
        return title if len(words) <= _TITLE else ""
    return title if len(words) <= (_CAPITALS if title[:1].isupper() else plain) else ""


def _may_be_employer(piece: str, known: Jobs) -> bool:
    """Whether a piece behind "in" or "with" names an employer, rather than a field, a place or a time."""
    words = _employer(piece).split()
    if not words or piece.lower() in known.places or words[-1].lower().strip(".") in telling().units:
        return False
    if words[0].isdigit() or words[0] in known.joining:
        return False
    return (
        not words[0][0].islower()
        or any(map(str.isupper, words[0]))
        or known.names_firm(piece)
        or bool(_WEB.search(piece))
    )


def _employer(piece: str) -> str:
    """An employer's name without what follows its legal form ("Foo India Ltd. Springfield Branch")."""
    legal = telling().legal.search(piece)
    if legal is not None and legal.start():
        piece = piece[: legal.end()]
    return trim(" ".join(piece.split()[:_EMPLOYER]))
