"""Lines that are places, and an employer's name without the place and the remarks behind it."""

from __future__ import annotations

import re

from aimatch.resume.names.fields import is_field
from aimatch.resume.rules.jobs import Jobs

#: A remark that a word labels ("Foo Software (payroll: Bar Staffing)").
_LABELLED = re.compile(r"\s*\([^\W\d_][\w ]{2,20}: [^()]*\)")
_AREA = re.compile(
    r"(?:[A-Z][\w.'-]+ ){1,4}(?:Bay|Metropolitan|Metro) (?:Area|Region)|Greater (?:[A-Z][\w.'-]+ ){1,3}(?:Area|Region)"
)
#: The postal code behind a state's.
_ZIP = re.compile(r"(?<=^[A-Z]{2}) \d{5}(?:-\d{4})?(?=,? [A-Z]|$)")
#: Words of a town's name.
_TOWN = 3


def without_place(employer: str, known: Jobs) -> str:
    """An employer's name without the known places behind its commas, the town before a state's code, and one behind a name
    that tells by its words whose it is ("Foo Insurance, Springfield")."""
    if "(" in employer:
        employer = known.through.sub("", _LABELLED.sub("", employer))
    name, comma, last = employer.rpartition(",")
    name, last = name.strip(), last.strip()
    if not comma:
        return employer
    if last in known.states:
        before, comma, town = name.rpartition(",")
        if comma and _may_be_town(town.strip(), known):
            name = before.strip()
    elif last[-2:] in known.states and last[-3:-2] == " " and _may_be_town(last[:-3], known):
        pass  # "Foo Freight, Springfield OH"
    elif last.lower() not in known.places and not (known.names_company(name) and _may_be_town(last, known)):
        return employer
    return without_place(name, known)


def untowned(employer: str, known: Jobs) -> str:
    """An employer's name without the town that a small word sets behind it ("Foo GmbH in Springfield", "Foo te Springfield")."""
    words = employer.split()
    at = next((at for at in (-2, -3) if words[at - 1 : at] and words[at] in known.town_words | known.place_words), 0)
    if not at:
        return employer
    name, town = " ".join(words[:at]), " ".join(words[at + 1 :])
    form = words[at - 1].lower().strip(".") in known.legal_forms
    sure = form or words[at] in known.town_words or town.lower() in known.places
    return name if sure and _may_be_town(town, known) else employer


def is_address(text: str, known: Jobs) -> bool:
    """Whether a line is a town with its state and country, as exports of profiles and of public offices write it
    ("Redmond, Washington, United States", "Arlington, VA United States"), or the surroundings of a city."""
    town, comma, rest = text.strip().partition(", ")
    if any(sign in town for sign in "\t|•·–—"):
        return False
    if not comma:
        return _AREA.fullmatch(town) is not None and not known.names_title(town)
    rest, coded = _ZIP.subn("", rest)
    region, comma, country = rest.partition(", ")
    if not comma and rest[:3].isupper():
        region, _, country = rest.partition(" ")
    placed = region in known.states or region.lower() in known.regions
    if not placed or (country.lower() not in known.places and not (coded and not country)):
        return False
    return not (known.names_title(town) or known.names_employer(town))


def _may_be_town(name: str, known: Jobs) -> bool:
    words = name.replace("-", " ").split()
    plain = 0 < len(words) <= _TOWN and all(word.strip(".'’").isalpha() and word[0].isupper() for word in words)
    return plain and not (
        known.names_company(name)
        or known.has_legal_form(name)
        or name.lower().replace(".", "") in known.legal_forms
        or known.names_title(name)
        or known.is_unit(name)
        or is_field(name, known)
    )
