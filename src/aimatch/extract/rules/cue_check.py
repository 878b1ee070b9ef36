"""The check of the cues of status: what is wrong with ``language/status.toml``, each fault with its place and remedy.

A phrase that is not written as :mod:`aimatch.extract.rules.phrases` tells is no error to the reader of phrases: it would be looked
for to the letter, and never found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aimatch.extract.rules.phrases import Slots, pieces, split

_FILE = "language/status.toml"
_STATUSES = {"negated", "aspirational", "other-person"}
#: Directions that rule mentions, as the head of the file defines them, and those that rule none.
_RULING = {
    *("forward", "backward", "answer", "item", "label", "sentence", "object"),
    *("clause", "list", "subject", "unfinished", "recant", "lapse"),
}
_IDLE = {"void", "none"}
_KINDS = {"technology", "method", "soft", "credential", "behaviour", "hard", "traits"}
_FIELDS = {"status", "direction", "reach", "kind", "beside", "phrases", "holds", "spares"}
_BRACKET = re.compile(r"[\[\](){}|]")
_ONE_WORD = re.compile(r"[^\W_][\w'+#-]*\Z")
_GAP = re.compile(r"#\d+\Z")


def problems(table: Mapping[str, Any]) -> list[str]:
    """Everything wrong with the cues and slots of the parsed file, in its order; empty when all is well."""
    slots: Slots = table.get("slots", {})
    found = [
        f"{_FILE}: slots.{name}: {item!r}: {fault}"
        for name, items in slots.items()
        for item in items
        for fault in _item_faults(item, slots)
    ]
    for number, cue in enumerate(table.get("cue", ()), 1):
        place = f"{_FILE}: cue {number} ({cue.get('status')}, {cue.get('direction')})"
        found += [f"{place}: {fault}" for fault in _shape(cue)]
        for phrase in cue.get("phrases", ()):
            found += [f"{place}: {phrase!r}: {fault}" for fault in _phrase_faults(phrase, slots)]
    return found


def _shape(cue: Mapping[str, Any]) -> Iterator[str]:
    for field in sorted(set(cue) - _FIELDS):
        yield f"unknown field {field!r}; a cue has {', '.join(sorted(_FIELDS))}"
    direction = cue.get("direction")
    if direction not in _RULING | _IDLE:
        yield f"direction must be one of {', '.join(sorted(_RULING | _IDLE))}"
    elif cue.get("status") not in _STATUSES and direction in _RULING:
        yield f"status must be one of {', '.join(sorted(_STATUSES))}"
    if cue.get("kind", "hard") not in _KINDS:
        yield f"kind must be one of {', '.join(sorted(_KINDS))}"
    reach = cue.get("reach", 0)
    if not isinstance(reach, int) or reach < 0:
        yield "reach must be a number of words, 0 or more"
    if not _are_texts(cue.get("phrases")):
        yield "phrases must be a list of texts, none empty"
    beside = cue.get("beside", ["x"])
    if not _are_texts(beside):
        yield "beside must be a list of words, none empty; leave it out where none is needed"
    else:
        for word in beside:
            if not _ONE_WORD.match(word) or word != word.lower():
                yield f"beside: {word!r} is never found; write one word in small letters"
    for field in ("holds", "spares"):
        for row in cue.get(field, ()):
            if not isinstance(row, dict) or set(row) != {"sentence", "skill"} or row["skill"] not in row["sentence"]:
                yield f"{field}: {row!r} must be {{sentence, skill}}, the skill quoted as the sentence writes it"


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) and one.strip() for one in value)


def _phrase_faults(phrase: str, slots: Slots) -> Iterator[str]:
    faults = list(_part_faults(phrase, slots, outermost=True))
    yield from faults
    if faults:
        return
    found, _ = split(phrase, slots)
    if any(not text for text in found):
        yield "it may be empty; give it a word that always stands"
    if any(re.search(r"(?:^|\s)(?:~|#\d)", text) for text in found):
        yield "it begins with a pattern or a gap of words; begin it with a word by which it is found"


def _part_faults(text: str, slots: Slots, *, outermost: bool) -> Iterator[str]:
    """What is wrong with a phrase, or with an alternative within one."""
    parts = list(pieces(text))
    for number, (kind, piece, choices) in enumerate(parts):
        if kind == "slot":
            if piece not in slots:
                yield f"the slot {{{piece}}} is not defined; define it in [slots]"
            elif len(parts) > 1 and not outermost and _is_matched(slots[piece]):
                yield f"{{{piece}}} stands for a pattern or a gap, which must fill an alternative alone; write it as a part"
        elif kind == "choice":
            for choice in choices:
                if choice[:1] in ("~", "#"):
                    yield from _item_faults(choice, slots)
                else:
                    yield from _part_faults(choice, slots, outermost=False)
        else:
            # A remark in brackets is looked for with them: "(in progress)".
            if outermost and number == 0:
                piece = piece.removeprefix("(")
            if outermost and number == len(parts) - 1:
                piece = piece.removesuffix(")")
            if sign := _BRACKET.search(piece):
                yield (
                    f"{sign.group()!r} would be looked for to the letter; brackets hold no others, (a|b) has a sign"
                    " between its alternatives: write it out, or name the inner choice in [slots]"
                )


def _item_faults(item: str, slots: Slots) -> Iterator[str]:
    if item[:1] == "~":
        try:
            re.compile(item[1:])
        except re.error as error:
            yield f"the pattern can't be read: {error}"
    elif item[:1] == "#":
        if not _GAP.match(item):
            yield "a gap is # and a number of words"
    else:
        yield from _part_faults(item, slots, outermost=False)


def _is_matched(items: Sequence[str]) -> bool:
    return any(item[:1] in ("~", "#") for item in items)
