"""Of what kind a field of study is, and which field the name of a degree tells by itself: ``language/degrees.toml``."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.resume.rules.certificates import normal
from aimatch.resume.rules.degrees import OF
from aimatch.resume.rules.diploma_trades import diploma_trades
from aimatch.wordlist import alternatives

#: The words of a field, and the signs that part two of them.
_WORDS = re.compile(r"[^\W_]+|[,;/&+|()\[\]]")
_SAME = {"&": "and", "+": "and"}


@lru_cache(maxsize=4096)
def field_kind(field: str) -> Literal["quantitative", "other", "unknown"]:
    """Whether a field of study is quantitative (mathematics, computing, engineering, natural science)."""
    text = " ".join(_SAME.get(word, word) for word in _WORDS.findall(field.lower()))
    quantitative, other, whole, apart, parting = _words()
    # "Physical Education and Statistics": what is a field as a whole tells nothing by its words.
    for part in parting.split(whole.sub("/", text)):
        if quantitative.search(part) and not apart.search(part):
            return "quantitative"
    if any(pattern.search(text) for pattern in (other, whole, apart)):
        return "other"
    trade = diploma_trades().field_of_trade(text.rpartition(" ")[2])  # "Wirtschaftsinformatiker (B.Sc.)"
    return field_kind(trade) if trade else "unknown"


def field_of(degree: str) -> str:
    """The field that a degree's name carries by itself ("MBA", "Diplom-Kauffrau"), "" if none."""
    return _implied().get(normal(degree), "") or diploma_trades().field_of(degree)


@cache
def _implied() -> dict[str, str]:
    tables = table("language/degrees")
    named = {normal(form): field for field, forms in tables["implied"].items() for form in forms}
    wide = [(field, one) for field, subjects in tables["implied_of"].items() for one in subjects]
    of = {normal(f"{name} {joint} {one}"): field for field, one in wide for name in OF for joint in ("of", "in")}
    return of | named


@cache
def _words() -> tuple[Deferred, ...]:
    tables = table("language/degrees")
    sounding, abroad = tables["only_sounding"], tables["fields_abroad"]
    kinds = [
        Deferred(
            rf"(?<!\w)(?:(?:{alternatives([*tables['fields'][kind], *abroad[kind]])})"
            rf"|\w*(?:{alternatives(abroad[f'{kind}_endings'])}))(?!\w)"
        )
        for kind in ("quantitative", "other")
    ]
    lists = (sounding["whole"], sounding["apart"], sounding["parting"])
    whole, apart, parting = (rf"(?<!\w)(?:{alternatives(words)})(?!\w)" for words in lists)
    return (*kinds, Deferred(whole), Deferred(apart), Deferred(rf"[,;/|()\[\]]|{parting}"))
