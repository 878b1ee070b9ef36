"""Words of other languages as they are written where letters lose their accents, in capitals above all."""

from __future__ import annotations

import re
import unicodedata

#: Where the letters end that have accents: behind the Latin and Greek ones. Signs above letters of other scripts are no accents.
_LAST = "\u03ff"
_ACCENTS = re.compile("[\u0300-\u036f]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def without_accents(form: str) -> list[str]:
    """The other spellings of a form in small letters: "expérience" without its accents, "über mich" as "ueber mich" too.

    >>> without_accents("fähigkeiten"), without_accents("cv"), without_accents("о себе")
    (['fahigkeiten', 'faehigkeiten'], [], [])
    """
    if form.isascii() or max(form) > _LAST:
        return []
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", form))
    spellings = [bare.translate(_LETTERS), form.translate(_UMLAUTS)]
    return [one for one in dict.fromkeys(spellings) if one != form]
