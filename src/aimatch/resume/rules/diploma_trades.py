"""German diplomas by what they make of somebody ("Diplom-Sozialpädagogin", "Dipl.-Wirtsch.-Ing."), and the fields they tell.

A diploma is of each trade that is taught, so its names are no list: they begin with "Diplom" and end like the name of a
trade. What has the beginning only is none ("Diplomarbeit").
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class DiplomaTrades:
    """The tables ``diploma_trades`` of ``language/degrees.toml``."""

    #: Beginnings of the names, without dots and in lower case.
    beginnings: tuple[str, ...]
    never: tuple[str, ...]
    #: The name of such a diploma; its last word.
    name: Deferred
    #: The fields by the ends of the names of trades, the longest first, and by short forms.
    ends: Mapping[str, str]
    short: Mapping[str, str]

    def end_of(self, text: str, start: int) -> int:
        """Where the name of a diploma of a trade that begins at ``start`` ends; 0 if none does."""
        named = self.name.match(text, start)
        return named.end() if named and self.field_of(named.group()) else 0

    def field_of(self, name: str) -> str:
        """The field that the name of such a diploma tells, "" if it is none."""
        return _field_of(name) if name[:4].lower() == "dipl" else ""

    def field_of_trade(self, word: str) -> str:
        """The field that is taught to those of a trade ("Wirtschaftsinformatikerin"), "" if it is none."""
        lower = word.lower()
        known = "" if lower.endswith(self.never) else next((end for end in self.ends if lower.endswith(end)), "")
        return self.ends.get(known, "")


@cache
def diploma_trades() -> DiplomaTrades:
    """What the data tell of diplomas of trades."""
    data = table("language/degrees")["diploma_trades"]
    ends = {form: field for field, forms in data["fields"].items() for one in forms for form in _forms(one)}
    short = {form: field for field, forms in data["abbreviated"].items() for one in forms for form in _spelled(one)}
    return DiplomaTrades(
        beginnings=tuple(data["beginnings"]),
        never=tuple(form for one in data["never"] for form in _forms(one)),
        # "Dipl.-Wirtsch.-Ing.", "Diplom-Wirtschafts-Ingenieurin", "Diplomkauffrau", but "Diploma"
        name=Deferred(
            rf"(?!\w+om[ae](?!\w))(?:{alternatives(data['beginnings'])})(?:\s?[.-]\s?|\s)*(?:[^\W\d_]+(?:\.\s?-?|-))?"
            rf"(?:[^\W\d_]*(?:{alternatives(ends)})|(?:{alternatives(short)}))(?!\w)",
            re.IGNORECASE,
        ),
        ends=dict(sorted(ends.items(), key=lambda one: -len(one[0]))),
        short=short,
    )


@lru_cache(maxsize=1024)
def _field_of(name: str) -> str:
    known = diploma_trades()
    words = re.findall(r"[^\W\d_]+", name.lower())
    beginning = next((one for one in known.beginnings if words[0].startswith(one)), "")
    parts = [words[0].removeprefix(beginning), *words[1:]]
    return known.short.get("".join(parts)) or known.field_of_trade(parts[-1]) or known.short.get(parts[-1], "")


def _forms(trade: str) -> set[str]:
    """The name of a trade, the feminine of it, and both without umlauts."""
    return {form for one in (trade, f"{trade.removesuffix('e')}in") for form in _spelled(one)}


def _spelled(word: str) -> set[str]:
    return {word, word.translate(_UMLAUTS)}
