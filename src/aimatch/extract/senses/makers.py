"""Products listed under the name of their maker, which is written once: "Azure: Data Factory, DevOps (Boards)", "AWS (Batch, Connect)".

An item is taken where the maker's name before it makes the name of a product that is sure by itself ("Azure DevOps").
Whose names do is data (``makers`` in ``language/usage.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from aimatch import data
from aimatch.deferred import Deferred
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.lines import places
from aimatch.extract.normalise import NormalText

#: Names of products are written with capitals, which tells "AWS (Batch, Glue)" from "AWS (batch jobs, glue code)".
_ITEM = re.compile(r"[A-Z][\w.+-]*(?: [A-Z][\w.+-]*){0,2}")
_PARTING = re.compile(r"[,;/|()\u2022\u00b7&]|\band\b|\n")


@cache
def _makers() -> tuple[Mapping[str, str], Deferred]:
    """The makers with what stands before a product in its full name, and what stands between one and a list."""
    usage = data.table("language/usage")
    kinds = "|".join(usage["made"])
    between = Deferred(
        rf"(?: (?:{kinds})){{0,2}}"
        r"(?: ?: ?(?=[A-Z])| ?(\()(?:e\.g\.,? )?(?=[A-Z])| (?:such as|like|including|incl\.|e\.g\.,?) (?=[A-Z]))"
    )
    return usage["makers"], between


def _heads(text: str) -> Iterator[tuple[str, int, bool]]:
    """The makers that stand before a list, each with where the list begins and whether it stands in brackets."""
    makers, between = _makers()
    for maker in makers:
        for at in places(text, maker):
            if at and (text[at - 1].isalnum() or text[at - 1] in "/.-_"):
                continue
            if match := between.match(text, at + len(maker)):
                yield maker, match.end(), match[1] is not None


def under_makers(original: str, normal: NormalText, found: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The candidates with the products that are named in full only together with the maker before their list.

    What a name meant by itself gives way, where that was a practice ("DevOps") or only likely ("Storage").
    """
    makers, _ = _makers()
    more: dict[tuple[int, int], Candidate] = {}
    for maker, begin, bracketed in _heads(original):
        number = lexicon.number(makers[maker])
        itself = [one.skill for one in lexicon.entry(number).readings or ()] if number is not None else []
        for start, end in _items(original, begin, bracketed=bracketed):
            reading = lexicon.sure(f"{makers[maker]} {original[start:end].lower()}")
            if reading is not None and reading.skill not in itself:
                first, last = normal.at(start), normal.at(end - 1) + 1
                more[start, end] = Candidate(
                    first, last, (start, end), (reading,), reading=reading, via="joint", certainty=0.9
                )
    if not more:
        return found
    kept: list[Candidate] = []
    for one in found:
        start, end = one.original
        over = next((span for span in more if span[0] < end and start < span[1]), None)
        if over is None or one.reading is None:
            kept.append(one)
        elif not _gives_way(one, one.reading, over, more[over]):
            kept.append(one)
            del more[over]
    return sorted([*kept, *more.values()], key=lambda one: (one.start, one.end))


def _gives_way(one: Candidate, meant: Reading, product: tuple[int, int], named: Candidate) -> bool:
    within = product[0] <= one.original[0] and one.original[1] <= product[1]
    same = named.reading is not None and named.reading.skill == meant.skill
    return within and not same and (meant.kind != "technology" or one.via == "context")


def _items(text: str, start: int, *, bracketed: bool) -> Iterator[tuple[int, int]]:
    """The spans of a list's items: to the end of its line, of its brackets, or of the sentence."""
    stop = min((at for at in (text.find("\n", start), text.find(". ", start)) if at >= 0), default=len(text))
    depth = 1 if bracketed else 0
    for match in [*_PARTING.finditer(text, start, stop), None]:
        end = match.start() if match else stop
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        if _ITEM.fullmatch(name := piece.strip()):
            yield left, left + len(name)
        if match is None:
            return
        depth += (match.group() == "(") - (match.group() == ")")
        if bracketed and depth == 0:
            return
        start = match.end()
