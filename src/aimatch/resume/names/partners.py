"""Firms that bear the names of their partners: "Hale, Mbeki & Partners" is one name."""

from __future__ import annotations

import re

from aimatch.resume.names.fields import is_field
from aimatch.resume.rules.jobs import Jobs

_AND = re.compile(r"[^&]* (?:&|and|und|et|y|e) (?=\S)(.+)")
_FORM = re.compile(r"[\W_]+")


def ends_partners(piece: str, known: Jobs) -> bool:
    """Whether a name that a comma sets off ends those of a firm's partners ("Mbeki & Partners", "Baker and Hall LLP")."""
    behind = _AND.fullmatch(piece)
    if behind is None:
        return False
    last = behind[1].lower().rpartition(" ")[2].strip(".")
    return last in known.partners or _FORM.sub("", last) in known.legal_forms


def is_partner(name: str, known: Jobs) -> bool:
    """Whether a name before such an end may be a partner's: one word with a capital that is no title, place or field."""
    plain = name.replace("-", "").replace("'", "").isalpha() and name[0].isupper()
    return plain and not (
        name.lower() in known.places | known.titles | known.no_partners
        or known.names_title(name)
        or known.names_employer(name)
        or known.is_unit(name)
        or is_field(name, known)
    )
