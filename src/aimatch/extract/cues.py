"""Cues of status: the phrases of ``language/status.toml`` (whose head describes its format), with their slots filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from aimatch import data

_PART = re.compile(r"\{(\w+)\}|\(([^()]*\|[^()]*)\)|\[([^\[\]]+)\]")
_SPACES = re.compile(r"\s+")
_HAS_WORD = re.compile(r"[^\W_]")

# Between a name and the answer to it, and what ends the answer.
_SIGN = r"\s*(?:[:=|(\u2192]|->|=>|>>|[\u2013\u2014-](?=\s))[ \t]*"
_WHEN = r"(?: (?:in |next |this |late |early )?(?:{when}|20\d\d))?"
_ANSWER_ENDS = r"(?=[ \t]*(?:[,;.|)\n\u00b7\u2022/]|\Z))"

Slots = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue says, which way it acts, within how many words, and on what kind of skill alone ("": on every kind).

    ``beside``: words of which one must stand in the same sentence. ``rest``: what must follow the words by which the
    cue is found, as a regular expression over the normal text ("": nothing more).
    """

    status: str
    direction: str
    reach: int
    kind: str = ""
    beside: tuple[str, ...] = ()
    rest: str = ""


def _pieces(phrase: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """The parts of a phrase: ("text" | "slot" | "choice", as it stands, the alternatives)."""
    last = 0
    for match in _PART.finditer(phrase):
        if match.start() > last:
            yield "text", phrase[last : match.start()], ()
        slot, choice, optional = match.groups()
        if slot:
            yield "slot", slot, ()
        else:
            yield "choice", match.group(), tuple(choice.split("|")) if choice else ("", *optional.split("|"))
        last = match.end()
    if last < len(phrase):
        yield "text", phrase[last:], ()


def _alternatives(piece: tuple[str, str, tuple[str, ...]], slots: Slots) -> Sequence[str]:
    kind, text, choices = piece
    return (text,) if kind == "text" else slots[text] if kind == "slot" else choices


def expand(phrase: str, slots: Slots) -> Iterator[str]:
    """Every phrase that a phrase with slots stands for; the items of a slot may hold slots themselves.

    Raises:
        KeyError: A slot that is not defined.
    """
    parts = list(_pieces(phrase))
    if all(kind == "text" for kind, _, _ in parts):
        yield _SPACES.sub(" ", phrase).strip()
        return
    filled = [[text for item in _alternatives(part, slots) for text in _kept(item, slots)] for part in parts]
    for combined in product(*filled):
        yield _SPACES.sub(" ", "".join(combined)).strip()


def _kept(item: str, slots: Slots) -> Iterator[str]:
    """An alternative filled in, with the spaces around it as they stand."""
    if item[:1] != "~" and _PART.search(item):
        yield from expand(item, slots)
    else:
        yield item


def split(phrase: str, slots: Slots) -> tuple[list[str], str]:
    """A phrase with slots as the word sequences by which it is found, filled in, and the pattern of what follows them."""
    parts = list(_pieces(phrase))
    count = 0
    first: list[str] = [""]
    while count < len(parts):
        filled = [other for item in _alternatives(parts[count], slots) for other in _kept(item, slots)]
        first = [one + other for one in first for other in filled]
        count += 1
        if all(_HAS_WORD.search(one) for one in first):
            break
    rest = "".join(_pattern(part, slots) for part in parts[count:])
    # The space between what is found and what follows belongs to what follows.
    found = list(dict.fromkeys(_SPACES.sub(" ", one).strip() for one in first))
    if rest and any(one.endswith(" ") for one in first):
        rest = " " + rest
    return found, _tidy(rest) + r"(?![^\W_])" if rest else ""


def _pattern(part: tuple[str, str, tuple[str, ...]], slots: Slots) -> str:
    kind, text, choices = part
    if kind == "text":
        return re.escape(text).replace("\\ ", " ")
    filled = [other for item in _alternatives(part, slots) if item for other in _kept(item, slots)]
    inner = "|".join(
        one[1:] if one[0] == "~" else re.escape(one).replace("\\ ", " ")
        for one in sorted(set(filled), key=len, reverse=True)
    )
    return f"(?:{inner})" if kind == "slot" or "" not in choices else f"\x00(?:{inner})\x01"


def _tidy(pattern: str) -> str:
    """Optional parts take the space before them along."""
    return re.sub(r" ?\x00(.*?)\x01", r"(?: ?\1)?", pattern)


def phrases_of_cues() -> Iterator[tuple[str, list[Any]]]:
    """(the words by which a cue is found, the fields of its :class:`Cue` as JSON types)."""
    table = data.table("language/status")
    for entry in table["cue"]:
        row = [
            entry["status"],
            entry["direction"],
            entry.get("reach", 2),
            entry.get("kind", ""),
            entry.get("beside", []),
        ]
        rests: dict[str, dict[str, None]] = {}
        for phrase in entry["phrases"]:
            found, rest = split(phrase, table["slots"])
            for text in found:
                rests.setdefault(text, {})[rest] = None
        for text, several in rests.items():
            if "" in several:
                yield text, [*row, ""]
            if longer := [rest for rest in several if rest]:
                yield text, [*row, "|".join(longer)]
    for noun in table["others"]["people"]:
        yield noun, ["other-person", "people", 0, "", [], ""]
    for pronoun in table["others"]["pronouns"]:
        yield pronoun, ["other-person", "pronoun", 0, "", [], ""]


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes of words by which scopes are bounded and other people told from the candidate."""

    stops: re.Pattern[str]
    list_stops: re.Pattern[str]
    list_ends: re.Pattern[str]
    exceptions: re.Pattern[str]
    year: re.Pattern[str]
    still_open: re.Pattern[str]
    done: re.Pattern[str]
    completed_it: re.Pattern[str]
    brought: re.Pattern[str]
    reached: re.Pattern[str]
    circumstances: re.Pattern[str]
    taken_over: re.Pattern[str]
    likewise: re.Pattern[str]
    counterfactual: re.Pattern[str]
    own: re.Pattern[str]
    columns: Mapping[str, str]
    heads: frozenset[str]
    trailing: re.Pattern[str]
    sections: Mapping[str, str]
    answers: Mapping[str, re.Pattern[str]]
    others: Mapping[str, Any]


def closes(text: str, at: int) -> bool:
    """Whether a clause ends at a place, adverbs that may trail it aside; a colon opens rather than closes."""
    match = words().trailing.match(text, at)
    return match is not None and text[match.end() : match.end() + 1] != ":"


@cache
def words() -> Words:
    """The classes of words of ``language/status.toml``."""
    table = data.table("language/status")
    when = _WHEN.format(when=alternatives(table["when"]))
    return Words(
        stops=any_of(table["stops"]),
        list_stops=any_of([*table["stops"], *table["list_stops"]]),
        list_ends=any_of([*table["stops"], *table["list_stops"], *table["others"]["prepositions"]]),
        exceptions=any_of(table["exceptions"]),
        year=re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{alternatives(table['completed_unless_open'])})\b", re.IGNORECASE),
        still_open=any_of(table["still_open"]),
        done=any_of(table["completed"]),
        completed_it=any_of(table["completed_it"]),
        brought=any_of(table["brought"]),
        reached=any_of(table["reached"]),
        circumstances=re.compile(rf"\s+(?:{alternatives(table['circumstances'])})\b", re.IGNORECASE),
        taken_over=re.compile(rf"\b[Ii]\b[^.;\n]{{0,40}}?\b(?:{alternatives(table['others']['taken_over'])})\b"),
        likewise=re.compile(
            rf"(?: and .{{2,20}})?,? (?:{alternatives(table['likewise'])})\s*(?=[.,;)\n]|\Z)", re.IGNORECASE
        ),
        columns={header: status for status, headers in table["columns"].items() for header in headers},
        counterfactual=any_of(table["counterfactual"]),
        own=re.compile(
            rf"(?: (?!(?:{alternatives(table['own_deeds_apart'])})\b)[\w-]+)? (?:that |which )?(?:I|we) (?:(?:have|had|now|also|still|myself) )?(?:{alternatives(table['own_deeds'])})\b"
        ),
        heads=frozenset(table["denied_heads"]),
        trailing=re.compile(
            rf"\s*(?:(?:{alternatives(table['trailing'])})\b[ ]?)*\s*(?=[.,;:!?)|\]\x1e]|\Z)", re.IGNORECASE
        ),
        sections=dict(table["sections"]),
        answers={
            status: re.compile(
                rf"{_SIGN}(?:{alternatives(listed)})(?: (?:it|them))?{when}{_ANSWER_ENDS}", re.IGNORECASE
            )
            for status, listed in table["answers"].items()
        },
        others=table["others"],
    )


def alternatives(phrases: Sequence[str]) -> str:
    """An alternation of literal phrases, the longest first."""
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases as whole words, in any case."""
    return re.compile(rf"\b(?:{alternatives(phrases)})\b", re.IGNORECASE)
