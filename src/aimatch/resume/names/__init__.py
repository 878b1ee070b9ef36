"""The names in an entry's heading: which part is the job's title, which the employer's name.

A word that marks an organisation ("GmbH", "University") settles it. Without one, a part that a bar, a dash, a tab or
"at" sets off is more likely an employer than one behind a comma ("Engineer, Payments Platform") or in brackets; places,
dates and what is said of the arrangement are neither.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aimatch.resume.names.fields import is_field, is_specialty, is_technology
from aimatch.resume.names.parts import Part, trim
from aimatch.resume.names.placed import untowned
from aimatch.resume.rules.jobs import WORDS, Jobs, words_of

_BRACKETS = re.compile(r"^(.{3,}?)\s*\(([^()]{4,})\)?$")
_BETWEEN = re.compile(r"\s*[,/&]\s*")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
#: Letters, less one, of a legal form that is no other word.
_SHORTEST_FORM = 2
#: Words, with the signs between them, of a title or an employer.
_LONGEST = 9
#: The same where two names are joined.
_LONGEST_JOINED = 14
# How much a part looks like an employer: a word says so; it is set off; it may be one; it may be a city.
NAMED, SET_OFF, PERHAPS, PAIRED, NONE = 4, 3, 2, 1, 0


class Names(NamedTuple):
    """What a line names. ``strength`` tells how sure the employer is, ``rest`` holds the parts that are neither."""

    title: str
    employer: str
    strength: int
    rest: list[str]


def merge_names(groups: tuple[list[Part], list[Part]], known: Jobs) -> Names:
    """Title, employer and what is left of a line's parts."""
    parts = [part for group in groups for part in group]
    unnamed = any(part.text.lower() in known.anonymous_names for part in parts)
    title, employer, rest, settled = _sorted_out(parts, known, unnamed=unnamed)
    strength = NAMED if employer else NONE
    if title.lower() in known.bare_titles and settled and rest and rest[0].weak and groups[0]:
        title = join_names(title, rest.pop(0).text)
    if not title and (chosen := _title_among(rest, known, employed=bool(employer), unnamed=unnamed)) is not None:
        title = chosen.text
        rest.remove(chosen)
    prefixed = employer.lower().startswith(known.firm_prefixes)
    legal = _is_company(employer, known) and known.has_legal_form(employer.rpartition(" ")[2])
    if not title and employer and not prefixed and not legal and known.names_title(_BRACKETED.sub(" ", employer)):
        title, employer, strength = employer, "", NONE
    if not employer:
        named = next((part for part in rest if known.names_employer(part.text) and _is_short(part.text)), None)
        likely = [part for part in rest if not known.names_title(part.text)] or rest
        chosen = named or (likely[0] if title and likely else None)
        if chosen is not None:
            strength = NAMED if named else _strength(chosen, rest)
            employer = chosen.text
            rest.remove(chosen)
    title = _closed(held(title, known), known) if title else ""
    return Names(title, untowned(employer, known), strength, [part.text for part in rest])


def _sorted_out(parts: list[Part], known: Jobs, *, unnamed: bool) -> tuple[str, str, list[Part], bool]:
    """The parts that are a title and an employer by their own words, the others, and whether some part stands for the
    employer. ``unnamed``: the employer's name is left blank."""
    title = employer = ""
    rest: list[Part] = []
    also: list[Part] = []  # what a slash joins to the title, until it is clear whether it names the employer
    for number, part in enumerate(parts):
        text = part.text
        if not title and not employer and (glued := _glued(text, known)):
            title, employer = glued
            continue
        outside, inside = _without_brackets(text, known)
        bare = _BRACKETED.sub(" ", outside) if "(" in outside else outside
        titled = (part.titled or known.names_title(bare)) and not _is_body(
            number, parts, known
        )  # "Foo Ltd (under a contractor)" is no title
        if not title and _is_short(outside) and titled and not part.named and not _is_company(outside, known):
            title = outside
            if inside and not employer:
                rest.append(Part(inside, True))
        elif title and titled and _is_second(parts[number - 1], part, title) and not _is_company(outside, known):
            # "Engineer, Team Lead | Foo"
            title = outside if title.lower() in known.own_titles else join_names(title, outside)
        elif part.also and title and not rest and not employer:
            also.append(Part(outside, True, True))
            if inside:
                rest.append(Part(inside, True))
        elif number and not part.also and parts[number - 1].text in title and is_specialty(text):
            title = join_names(title, text) if part.weak else f"{title} – {text}"  # "Engineer – Computer Vision | Foo"
        elif not employer and (
            text.lower() in known.anonymous_names
            if unnamed
            else _is_short(text) and (part.named or known.names_employer(text))
        ):
            employer = text
        elif employer and part.weak and parts[number - 1].text == employer and _is_unit_of(employer, text, known):
            employer = join_names(employer, text)
        else:
            rest.append(part)
    settled = bool(employer) or any(_strength(part, rest) == SET_OFF for part in rest)
    if also and (settled or all(known.names_title(part.text) for part in also)):
        title = " / ".join((title, *(part.text for part in also)))
        also = []
    return title, employer, also + rest, settled


def _is_body(number: int, parts: list[Part], known: Jobs) -> bool:
    """Whether a name holds a word of organisations and, of titles, only such as are plain words too, and another part
    that a sign sets off is a title ("Foo Army National Guard – Generator Mechanic")."""
    text = parts[number].text
    if not known.names_employer(text) or not (known.titles & words_of(text)) <= known.weak_titles:
        return False
    others = (part for at, part in enumerate(parts) if at != number and not (part.weak or part.named))
    return any(not known.names_employer(part.text) and known.titles & words_of(part.text) for part in others)


def _closed(title: str, known: Jobs) -> str:
    """A title without the small word that joins it to an employer on the next line ("Engineer under")."""
    words = title.split()
    while len(words) > 1 and words[-1] in known.joining:
        words.pop()
    return " ".join(words) if len(words) < len(title.split()) else title


def _is_second(before: Part, part: Part, title: str) -> bool:
    """Whether a comma joins another title to the one right before it; "since 2018 team lead" is a remark on that."""
    joined = part.weak and not part.also and before.text in title
    return joined and part.text[0].isupper() and not any(map(str.isdigit, part.text))


def _is_unit_of(unit: str, text: str, known: Jobs) -> bool:
    """Whether a name is that of a part of what the next one names ("Department of Physics", "Foo University"), which may be
    a part itself ("Bureau of Foo", "Department of Bar")."""
    return (known.names_firm(text) or known.is_unit(text)) and known.is_unit(unit) and not known.names_firm(unit)


def _title_among(rest: list[Part], known: Jobs, *, employed: bool, unnamed: bool) -> Part | None:
    """The part that is the title although it is no title by its words. ``employed``: the employer is known;
    ``unnamed``: its name is left blank."""
    if not employed:
        # "Foo - QA": a plain word may be a title beside another part, or alone
        plain = [part for part in rest if known.titles.issuperset(WORDS.findall(part.text.lower()))]
        if not plain and len(rest) > 1 and _is_short(rest[0].text) and rest[1].text.istitle():
            # "Agent and seller of telephone cards, Foo Market": a weak word among many
            plain = [part for part in rest[:1] if not known.titles.isdisjoint(WORDS.findall(part.text.lower()))]
        return plain[0] if len(plain) == 1 and not plain[0].weak else None
    # A plain word may be a title where the employer is known ("Controller"), and anything where it is left blank.
    by_word = [part for part in rest if not known.titles.isdisjoint(WORDS.findall(part.text.lower()))]
    chosen = next(iter(by_word or (rest if unnamed else [])), None)
    fits = chosen is not None and not chosen.weak and _is_short(chosen.text) and chosen.text[0].isupper()
    return chosen if fits else None


def held(title: str, known: Jobs) -> str:
    """A title without what tells before it that somebody held it ("Currently working as a", "Post of")."""
    first = title.lower().split(None, 4)[:4]
    return (
        known.acting.sub("", title) if first[0] in known.prose_post or not known.prose_as.isdisjoint(first) else title
    )


def served(title: str, known: Jobs) -> tuple[str, str] | None:
    """A title and the employer behind a small word in it ("Gardener for City of Foo"), if both read like that."""
    words = title.split()
    for at in range(len(words) - 2, 0, -1):
        if words[at] not in known.serving:
            continue
        held, employer = " ".join(words[:at]), words[at + 1 :]
        if not known.names_title(held):
            return None
        name = " ".join(employer)
        # In a head in small letters the employer is, too.
        plain = name[0].isupper() and all(not word[0].islower() or word in known.joining for word in employer)
        plain = plain or title.islower()
        if plain and not (
            is_field(name, known)
            or known.is_deed(name)
            or known.is_unit(name)
            or (known.names_title(name) and not known.names_firm(name))
            or name.lower() in known.places
        ):
            return held, name
        return None
    return None


def join_names(title: str, field: str) -> str:
    """A bare title and what it is about ("Director", "Business Development")."""
    return f"{title}, {field}"


def _strength(part: Part, rest: list[Part]) -> int:
    if part.weak:
        return PERHAPS
    at = rest.index(part)
    return PAIRED if at + 1 < len(rest) and rest[at + 1].weak else SET_OFF


def strength_of(parts: list[Part]) -> int:
    """How much the first of some parts, of which none is a title, looks like an employer."""
    return _strength(parts[0], parts) if parts else NONE


def _is_short(text: str) -> bool:
    pieces = text.split()
    return len(pieces) <= (_LONGEST_JOINED if "&" in pieces or "and" in pieces else _LONGEST)


def _without_brackets(text: str, known: Jobs) -> tuple[str, str]:
    """A title and what stands in brackets behind it ("Engineer (Foo)"), if that may be an employer."""
    found = _BRACKETS.match(text)
    if found is None or not known.names_title(found[1]) or known.names_title(found[2]) or not found[2][0].isalpha():
        return text, ""
    if len(inside := _BETWEEN.split(found[2])) > 1 and all(map(is_technology, inside)):
        return text, ""  # "Developer (C#/.NET)"
    if found[2].lower() in known.title_brackets:
        return text, ""
    if " " in found[2] and found[2][0].islower() and not found[1].islower():
        return found[1], ""  # "Consultant for Foo (a chain of bakeries)"
    return found[1], found[2]


def _glued(part: str, known: Jobs) -> tuple[str, str] | None:
    """A title of several words and the company's name behind it, where nothing parts them ("Web Developer Foo Ltd")."""
    pieces = part.split()
    forms = (
        at for at, piece in enumerate(pieces) if len(piece) > _SHORTEST_FORM and _plain(piece) in known.legal_forms
    )
    if 0 < (form := next(forms, 0)) < len(pieces) - 1:
        # "Foo Inc. Junior Developer"
        company, behind = " ".join(pieces[: form + 1]), " ".join(pieces[form + 1 :])
        if known.names_title(behind) and behind[0].isupper() and not known.names_title(company):
            return behind, trim(company)
    if not _is_company(part, known) or _plain(pieces[-1]) not in known.firms:
        return None
    strong = known.titles - known.weak_titles
    last = max((at for at, piece in enumerate(pieces) if piece.lower().strip(".,") in strong), default=0)
    after = pieces[last + 1 :]
    if last and len(after) > 1 and all(piece[0].isupper() or piece[0] in "&(" for piece in after):
        return " ".join(pieces[: last + 1]), " ".join(after)
    return None


def _plain(piece: str) -> str:
    return piece.lower().strip(".,)")


def _is_company(part: str, known: Jobs) -> bool:
    """Whether a name with a job's word in it is a company's ("Partner Consulting GmbH", "Engineer Solutions Ltd")."""
    parts = WORDS.findall(part.lower())
    if len(parts) > 2 and parts[0] in known.titles and parts[1] in known.joining:
        return False  # "Administrator of Information Technology"
    return bool(parts) and parts[-1] in known.employers and parts[-1] not in known.titles
