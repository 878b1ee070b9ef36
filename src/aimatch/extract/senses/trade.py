"""Whether a resume is of a trade that has nothing to do with computers: there "networking" and "exchange" among the keywords
are the plain words.

Which technologies people of every trade name, which fields make a resume one of computing, and which names are keywords
of other trades as well, is data (``language/usage.toml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate

_OF_THE_FIELD = 3  # technologies that not every office uses, from which a resume is one of computing
_RESUME = 600  # characters from which a text may tell its trade


def technologies(found: Sequence[Candidate]) -> set[str]:
    """The different technologies that a text names beyond doubt."""
    readings = (candidate.reading for candidate in found)
    return {reading.skill for reading in readings if reading is not None and reading.kind == "technology"}


def of_another_trade(text: str, found: Sequence[Candidate]) -> bool:
    """Whether a whole resume names, beyond doubt, no field of computing and hardly a technology but those of every office."""
    if len(text) < _RESUME or len(technologies(found) - _listed("of_every_office")) >= _OF_THE_FIELD:
        return False
    fields = _listed("fields_of_the_trade")
    return not any(one.reading is not None and one.reading.skill in fields for one in found)


def keywords_elsewhere() -> frozenset[str]:
    """Names of skills that are keywords of other trades as well."""
    return _listed("keywords_elsewhere")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(data.table("language/usage")[name])
