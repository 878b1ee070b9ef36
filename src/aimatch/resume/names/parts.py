"""The parts of a heading line: what separators set apart, without labels, places and times."""

from __future__ import annotations

import re
from typing import NamedTuple

from aimatch.deferred import Deferred
from aimatch.resume.names.fields import is_field
from aimatch.resume.names.partners import ends_partners, is_partner
from aimatch.resume.names.placed import is_address
from aimatch.resume.names.times import is_time
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs

_DOTTED = re.compile(r"net\b", re.IGNORECASE)
_EDGE = " \t\n\u00a0,;:.|-–—>»([]*_#+=~`ï¼"
_QUOTES = "\"'“”„‘’«»"
_LINK = Deferred(r"\[?([^\[\]]+)\]\([^()]*\)?")
_NUMBERING = Deferred(r"(?:\(?\[?(?:\d{1,4}\s?[.)\]]+|[a-h]\))\s*)+(?=[^\W\d_])")
_NUMBER_SIGNS = frozenset("0123456789([")
_PLACED = Deferred(r"\s*\(([^()\d]+,[^()\d]+|[^()\d]+(?=\)\s*(?:[^\w\s]|\Z)))\)")
#: A remark on a name ("Foo Labs (bought by Bar in 2022)").
_REMARKED = Deferred(r"(?<=\w) \((?!\w+ing )[a-z]+ (?:by|into|as|from|until|since|today|now)(?!\w)[^()]*\)")
#: A place in brackets that ends a sentence.
_ENDED = Deferred(r"(?<=\w) ?\([A-Z][^()\d]*\)\. (?=\S)")
_TWO_SPACES = re.compile(r"(?<=\S) {2}(?=\S)")
#: A city and its state right behind a name of two words ("Foo Works-Springfield, OH").
_TIGHT = re.compile(r"([^\s,]+ [^\s,-]*[^\W\d_])-(?=[A-Z][\w.' -]*, ([A-Z]{2})\b)")
_STOPPED = Deferred(r"(\S+ .*[^\W\d_]{5}|[^\W\d_]{6,})\. ([^\W\d_].*)")
_FULL_STOP = Deferred(r"(?<=[^\W\d_]{2})\.\s+(?=[A-Z])")
_LETTERS = re.compile(r"[^\W\d_]{2}|[A-Za-z0-9]")
#: A legal form that is spelled like a word before a date.
_LEGAL = frozenset({"AB"})
#: Characters of a heading.
_HEADING = 40
#: Words of a title behind "as".
_FEW = 5


def trim(text: str) -> str:
    """A name without separators at its ends, the numbering before it and a bracket that lost its other half."""
    text = _bare(text).lstrip(")]")
    if text and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text.strip(_QUOTES)
    if (text[:1] in _NUMBER_SIGNS or text[1:2] == ")") and (numbered := _NUMBERING.match(text)):
        text = text[numbered.end() :]
    if "(" not in text and ")" not in text:
        return _bare(text)
    while text.count("(") > text.count(")"):
        text = text[: text.rfind("(")]
    if text.count(")") > text.count("("):
        text = text.rstrip(")")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1]
    return _bare(text)


def behind_torn(text: str) -> str:
    """What stands behind the end of a bracket that another line opens: "Foo Works (pipes and", "valves) Springfield"."""
    return text.partition(")")[2] if is_torn(text) else text


def is_torn(text: str) -> bool:
    """Whether a bracket ends in ``text`` that does not begin there."""
    return "(" not in text.partition(")")[0] and ")" in text


def _bare(text: str) -> str:
    bare = text.strip(_EDGE)
    at = text.find(bare)
    # The dot of ".NET Developer" is no separator.
    return f".{bare}" if at and text[at - 1] == "." and _DOTTED.match(bare) else bare


class Part(NamedTuple):
    """A part of a heading; ``weak``: a comma or a bracket parts it from the one before; ``also``: a slash, as between
    two titles ("Research Associate / Data Acquisition")."""

    text: str
    weak: bool = False
    also: bool = False
    #: What stands behind it tells that it is an employer ("Foo, pharmaceutical company").
    named: bool = False
    #: What stands behind it tells that it is a title ("Park Guide, GS-0090-05").
    titled: bool = False


def split_names(text: str, known: Jobs) -> list[Part]:
    """The parts of a heading line that separators set apart, without a label before them, places and times."""
    labelled = known.label(text)
    if labelled:
        text = text[labelled[1] :]
    if is_address(text, known):
        return []
    if "(" in text:
        text = _PLACED.sub(
            lambda found: " " if _is_place(found[1], known) else found[0],
            known.arrangement.sub(_without, known.through.sub("", text)),
        )
        text = _without_account(_REMARKED.sub("", text), known)
    if ", " in text and (deployed := known.deployed.search(text)):
        text = text[: deployed.start()]  # "Fitter, Foo Staffing, eingesetzt bei Bar AG"
    if "](" in text or "**" in text:
        text = _LINK.sub(r"\1", text).replace("**", "")
    if known.is_anonymous(text):
        text = known.placeholder.sub(" | ", known.anonymous.sub(r" | \g<0> | ", text))
    if "  " in text:
        text = _unjustified(text, known)
    text = loosened(text, known) if "-" in text else text
    parts: list[Part] = []
    at, sign = 0, ""
    for found in known.parting.finditer(text):
        _take(parts, text[at : found.start()], sign, known)
        sign = found[0].strip()
        at = found.end()
    _take(parts, text[at:], sign, known)
    return parts


def loosened(text: str, known: Jobs) -> str:
    """The text with spaces around a hyphen that parts a name from its city."""
    return _TIGHT.sub(lambda found: f"{found[1]} - " if found[2] in known.states else found[0], text)


def _without_account(text: str, known: Jobs) -> str:
    """A heading without the sentence behind a place in brackets that ends it ("Analyst, Foo (Springfield). Python, SQL")."""
    found = _ENDED.search(text)
    if found is None:
        return text
    head, rest = text[: found.start()], text[found.end() :]
    return f"{head} | {rest}" if known.names_title(rest) or known.names_company(rest) else head


def _without(arrangement: re.Match[str]) -> str:
    """A sign in the place of an arrangement that ends a sentence ("Lead (contract). Employed by Foo")."""
    return " | " if arrangement.string[arrangement.end() :].startswith(".") else ""


def _unjustified(text: str, known: Jobs) -> str:
    """The text with the double spaces as single ones that part the words of one name ("FOO  INDIA LTD", "Founder &  Director")
    rather than two."""
    *before, joined = _TWO_SPACES.split(text)
    for piece in reversed(before):
        left = known.parting.split(piece)[-1]
        open_ = left.rpartition(" ")[2].lower() in known.joining or left.endswith("&") or joined.startswith("&")
        legal = joined.partition(" ")[0].lower().strip(".,") in known.legal_forms
        named = (
            known.names_employer(joined) and not known.names_title(left) and (legal or left.lower() not in known.places)
        )
        whole = open_ or (named and left.isupper() == joined.isupper() and left[-1:].isalpha())
        joined = f"{piece} {joined}" if whole else f"{piece}  {joined}"
    return joined


def _is_place(inside: str, known: Jobs) -> bool:
    """Whether what stands in brackets is a place: one of the parts between its commas is a known one ("Foo City, Israel")."""
    parts = [part.strip() for part in inside.split(",")]
    return any(part.lower() in known.places or part in known.states for part in parts) and not known.names_employer(
        inside
    )


def _take(parts: list[Part], piece: str, sign: str, known: Jobs) -> None:
    if (
        ". " in piece
        and (stopped := _STOPPED.fullmatch(piece))
        and stopped[2].partition(".")[0].lower() not in known.firms
        and (_one_titled(stopped[1], stopped[2], known) or _are_names(stopped[1], stopped[2], known))
    ):
        _take(parts, stopped[1], sign, known)
        _take(parts, stopped[2], ".", known)
        return
    for word in sorted(known.serving.intersection(piece.split())):
        title, _, employer = piece.partition(f" {word} ")
        if (
            employer[:1].isupper()
            and known.names_company(employer)
            and _one_titled(title, employer, known)
            and not is_field(employer, known)
        ):
            _take(parts, title, sign, known)
            _take(parts, employer, word, known)
            parts[-1] = parts[-1]._replace(named=True)
            return
    weak = sign in {",", "/"}
    piece = trim(piece)
    for stop in _FULL_STOP.finditer(piece) if ". " in piece else ():
        rest = piece[stop.end() :]
        if rest.partition(".")[0].lower() not in known.legal_forms and is_prose(rest):
            piece = piece[: stop.start()]  # "Foo Cup. Kept the books of forty clubs"
            break
    if (acting := known.acting_as.search(piece)) and _is_acted(piece[: acting.start()], piece[acting.end() :], known):
        parts += [Part(piece[: acting.start()], named=True), Part(piece[acting.end() :])]
        return
    first = piece.partition(" ")[0].lower()
    if key_of(piece) in headings().duties:
        return  # "2009 - 2014   Foo Ltd. Responsibilities: ..."
    if first in headings().starters and _is_heading(piece, known):
        return  # "Work Experience – Foo Ltd"
    while " " in piece and (last := piece[piece.rfind(" ") + 1 :]).lower() in known.before_dates and last not in _LEGAL:
        piece = piece[: piece.rfind(" ")].rstrip()
    if not piece or piece.isdigit() or not _LETTERS.search(piece) or is_time(piece):
        return
    if first in known.then:
        if parts and known.names_title(parts[-1].text):
            return  # "Engineer, then Senior, Foo Ltd"
        piece = piece.partition(" ")[2] or piece  # "Afterwards nurse"
    if not parts and piece.lower() in known.own_account:
        parts.append(Part(piece, named=True))
        return
    if weak and len(parts) == 1 and piece.lower() in known.own_account and known.names_title(parts[0].text):
        parts.append(Part(piece, weak=True))  # "Developer, Self-employed, Springfield"
        return
    if (known.is_arrangement(piece) and not known.names_title(piece)) or piece.lower() in known.placeholders:
        return
    if "," in piece and _is_chain_of_places(piece, known):
        return
    if piece.lower() in known.places and (not parts or (weak and known.names_title(parts[-1].text))):
        return
    named = piece.partition(" ")[2]
    if first in known.prose_at and named[:1].isupper() and known.names_firm(named):
        piece = named  # "In Foo Parts Pvt Ltd"
    hired = next((word for word in known.hired if piece.lower().startswith(f"{word} ")), "")
    piece = piece[len(hired) :].lstrip()
    described = parts and piece[0].islower() and known.names_employer(piece) and not known.names_title(piece)
    if described and not known.names_title(parts[-1].text):
        while len(parts) > 1 and parts[-1].text[0].islower():
            parts.pop()  # "Foo (main office, local) - outsourcing company"
        parts[-1] = parts[-1]._replace(named=True)
        return
    if weak and parts and piece.lower().replace(".", "") in known.legal_forms and not _ends_place(parts, piece, known):
        parts[-1] = Part(f"{parts[-1].text}, {piece}", parts[-1].weak)
    elif weak and parts and known.graded.fullmatch(piece):
        parts[-1] = Part(f"{parts[-1].text}, {piece}", parts[-1].weak, titled=True)
    elif weak and piece in known.states:
        # The city before its state is no name either, unless it names somebody.
        if parts and not known.names_employer(parts[-1].text) and not known.names_title(parts[-1].text):
            del parts[-1]
    else:
        firm = bool(hired) or piece.lower().startswith(known.firm_prefixes)
        if weak and sign == "," and parts and ends_partners(piece, known):
            while parts and is_partner(parts[-1].text, known):
                piece, weak = f"{parts[-1].text}, {piece}", parts.pop().weak
        parts.append(Part(piece, weak and bool(parts), sign == "/" and bool(parts), named=firm))


def _ends_place(parts: list[Part], piece: str, known: Jobs) -> bool:
    """Whether a legal form is the code of a state behind a company and a city ("Foo Press, Reno, NV")."""
    if piece not in known.states or not parts[-1].weak or known.names_employer(parts[-1].text):
        return False
    return not known.names_title(parts[-2].text)


def _is_chain_of_places(piece: str, known: Jobs) -> bool:
    """Whether commas without a space part places, two of them known ("India,Punjab,Foo")."""
    names = [name.strip().lower() for name in piece.split(",")]
    return sum(name in known.places for name in names) >= max(2, len(names) - 1)


def _is_heading(piece: str, known: Jobs) -> bool:
    """Whether a part is a section's heading and names nobody."""
    heading = len(piece) <= _HEADING and headings().kind(piece) is not None
    return heading and not known.names_title(piece) and not known.names_employer(piece)


def _is_acted(name: str, title: str, known: Jobs) -> bool:
    """Whether an employer and a title stand on the two sides of "as" ("Foo & Sons as Clerk")."""
    words = name.split()
    plain = len(words) > 1 and all(word[0].isupper() or word in known.joining or word == "&" for word in words)
    brief = len(title.split()) <= _FEW and not known.has_legal_form(title) and not known.prose.search(name.lower())
    return plain and brief and known.names_title(title) and not known.names_title(name)


def _one_titled(one: str, other: str, known: Jobs) -> bool:
    """Whether one of two names is a title ("Foo Works. Data Engineer")."""
    return known.names_title(one) != known.names_title(other)


def _are_names(one: str, other: str, known: Jobs) -> bool:
    """Whether a full stop parts two short names ("Second mate. Foo Lines")."""
    words = other.split()
    untitled = not known.names_title(one) and not known.names_title(other)
    return (
        untitled
        and len(one.split()) < _FEW > len(words)
        and all(word[0].isupper() or word in known.joining for word in words)
    )
