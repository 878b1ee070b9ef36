"""Names that mean something else in another trade: the TDD of a radio planner, the API of a chemist.

Which forms, and what tells the trade, is data (``language/trades.toml``). Only texts that hold one of the forms are looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.sentences import sentences
from aimatch.wordlist import WordList, words_in


@dataclass(frozen=True, slots=True, kw_only=True)
class _Trades:
    """The numbers of the trades by form and by sign, and the words in which a form stays the skill."""

    of_form: dict[str, tuple[int, ...]]
    of_sign: dict[str, frozenset[int]]
    signs: WordList
    unless: tuple[WordList, ...]


@cache
def _trades() -> _Trades:
    rows = data.table("language/trades")["trade"]
    forms: dict[str, list[int]] = {}
    signs: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for form in row["forms"]:
            forms.setdefault(form, []).append(number)
        for sign in row["signs"]:
            signs.setdefault(sign.lower(), set()).add(number)
    return _Trades(
        of_form={form: tuple(numbers) for form, numbers in forms.items()},
        of_sign={sign: frozenset(numbers) for sign, numbers in signs.items()},
        signs=WordList(signs),
        unless=tuple(WordList(row.get("unless", ())) for row in rows),
    )


def without_other_trades(original: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates without those whose sentence is one of a trade in which their name means something else."""
    known = _trades().of_form
    suspects = [
        (number, trades)
        for number, one in enumerate(found)
        if one.reading is not None and (trades := known.get(_as_written(original[slice(*one.original)])))
    ]
    if not suspects:
        return found
    strange = {number for number, trades in suspects if _strange(original, found, number, trades)}
    return [one for number, one in enumerate(found) if number not in strange] if strange else found


def meant_otherwise(title: str, quote: str) -> bool:
    """Whether a name means something else in the trade that the title of a job names: the AWS of a welder."""
    words = words_in(title.lower())
    return any(
        quote.split(maxsplit=1)[0] in row["forms"] and not words.isdisjoint(row["titles"])
        for row in data.table("language/trades")["trade"]
        if "titles" in row
    )


def _as_written(quote: str) -> str:
    """A name as the forms have it: in capitals where it stands so, else with one ("Shell", "Design patterns")."""
    return quote.capitalize() if quote.islower() or quote.istitle() else quote


def _strange(original: str, found: Sequence[Candidate], number: int, trades: tuple[int, ...]) -> bool:
    """Whether a sign of one of the trades stands in the sentence of a name, and nothing there keeps it the skill."""
    known = _trades()
    start, end = sentences(original).around(found[number].original[0])
    signs = known.signs.found(original, start, end)
    told = {trade for sign in signs for trade in known.of_sign[sign.group().lower()]}.intersection(trades)
    return any(
        not known.unless[trade].first(original, start, end)
        and not any(
            other.reading is not None
            and other.reading.kind == "technology"
            and start <= other.original[0] < end
            and trade not in known.of_form.get(_as_written(original[slice(*other.original)]), ())
            and not any(sign.start() < other.original[1] and other.original[0] < sign.end() for sign in signs)
            for other in found
        )
        for trade in told
    )
