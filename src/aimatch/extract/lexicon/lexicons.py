"""The lexicons that a process holds: that of the shipped taxonomy, and that of the user's own skills."""

from __future__ import annotations

from functools import cache

from aimatch import data
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.lexicon.patterns import compile_lexicon
from aimatch.taxonomy import Taxonomy, load_taxonomy

_OWN: dict[int, tuple[Taxonomy, Lexicon]] = {}


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the shipped taxonomy, built once a process."""
    return Lexicon(data.compiled("lexicon", lambda: compile_lexicon(load_taxonomy())))


def lexicon_of(taxonomy: Taxonomy) -> Lexicon:
    """The lexicon of a taxonomy; the shipped one is kept, and of the users' own the last."""
    if taxonomy is load_taxonomy():
        return load_lexicon()
    known = _OWN.get(id(taxonomy))
    if known is None or known[0] is not taxonomy:
        _OWN.clear()
        content = (
            data.compiled("lexicon", lambda: compile_lexicon(taxonomy), own=taxonomy.mark)
            if taxonomy.mark
            else compile_lexicon(taxonomy)
        )
        known = _OWN[id(taxonomy)] = (taxonomy, Lexicon(content))
    return known[1]
