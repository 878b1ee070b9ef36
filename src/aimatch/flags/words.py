"""The word lists of the flags (``skill_taxonomy/language/flags.toml``), found in a text as whole words."""

from __future__ import annotations

import re
from functools import cache

from aimatch import data


def found(text: str, name: str) -> list[re.Match[str]]:
    """The matches of a named word list in a text, in order, in any case."""
    return list(_pattern(name).finditer(text))


def first(text: str, name: str) -> re.Match[str] | None:
    """The first match of a named word list in a text."""
    return _pattern(name).search(text)


def listed(name: str) -> tuple[str, ...]:
    """A named list as it stands, for lists of skill ids."""
    return tuple(data.table("language/flags")[name])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = sorted(listed(name), key=len, reverse=True)
    # A word may end in a letter or two more ("explainab" is meant as a stem), never begin within another.
    return re.compile(r"(?<![^\W_])(?:" + "|".join(map(re.escape, words)) + r")", re.IGNORECASE)
