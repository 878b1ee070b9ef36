"""The marks that mail programs write around what somebody wrote: ``language/mail.toml`` turned into look-ups."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from aimatch.data import table
from aimatch.wordlist import alternatives

#: What a line of a mail is, where it is no text of its writer.
Mark = Literal["from", "label", "above", "wrote"]
#: Words of a line that a program writes below a mail.
_BELOW_WORDS = 8
_DRESS = " \t\r*_>"
_RULE = re.compile(r"[-_]{2,}")
#: The time or the day on which somebody wrote: "2026 at 10:15", "24 Nov 2026", "Nov 24, 2026", "24.11.2026".
_TIME = re.compile(
    r"20\d\d.{1,12}\d\d?[:.h]\d\d|\b\d{1,2}\.? [^\W\d_]{3,10}\.? 20\d\d\b|[^\W\d_]{3,10}\.? \d{1,2}, 20\d\d\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d\b"
)


def mark_of(line: str) -> Mark | None:
    """Which mark a line is, without those of a quote before it."""
    bare = line.strip(_DRESS)
    if ":" not in bare and not _RULE.match(bare):
        return None
    label = _label().match(bare)
    if label is not None:
        return "from" if label[1] else "label"
    if _above().fullmatch(bare):
        return "above"
    return "wrote" if bare.endswith(":") and ("@" in bare or _TIME.search(bare)) and _wrote().fullmatch(bare) else None


def is_told_in_two(line: str, below: str) -> bool:
    """Whether two lines say together when somebody wrote what is quoted below."""
    return below.rstrip(_DRESS).endswith(":") and mark_of(f"{line.strip(_DRESS)} {below.strip(_DRESS)}") == "wrote"


def is_below(line: str) -> bool:
    """Whether a line is one that a program writes below a mail: "Sent from my phone"."""
    bare = line.strip(_DRESS).lower()
    return bare.startswith(_belows()) and len(bare.split()) <= _BELOW_WORDS


def may_hold(text: str) -> bool:
    """Whether a text may hold a mail at all."""
    if "\n>" in text or text[:1] == ">" or "\n--\n" in text or "\n-- \n" in text or "\n--\r" in text:
        return True
    lower = f"\n{text.lower()}"
    return any(map(lower.__contains__, _signs()))


@cache
def _label() -> re.Pattern[str]:
    labels = table("language/mail")["labels"]
    wrote, other = alternatives(labels["from"]), alternatives(labels["other"])
    return re.compile(rf"(?:({wrote})|(?:{other}))\*?[ \t]?:\*?(?=\s*\S|\Z)", re.IGNORECASE)


@cache
def _above() -> re.Pattern[str]:
    data = table("language/mail")["above"]
    phrases = alternatives([*data["answered"], *data["forwarded"]])
    return re.compile(rf"-{{2,}}[ \t]*(?:{phrases})[ \t]*:?[ \t]*-*|(?:{phrases})[ \t]*:", re.IGNORECASE)


@cache
def _wrote() -> re.Pattern[str]:
    data = table("language/mail")["wrote"]
    opens, verbs = alternatives(data["opens"]), alternatives(data["verbs"])
    return re.compile(rf"(?:{opens})\s[^\n]{{6,160}}?\s(?:{verbs})(?:\s[^\n:]{{1,80}})?\s?:", re.IGNORECASE)


@cache
def _signs() -> tuple[str, ...]:
    """What a text with a mark holds, in small letters and behind a line end: looked for as it stands, which costs next
    to nothing."""
    data = table("language/mail")
    labels = [f"\n{dress}{label}" for label in data["labels"]["from"] for dress in ("", "*")]
    heads = [f"{label}{colon}" for label in labels for colon in (":", " :", "*:")]
    verbs = [f" {verb}" for verb in data["wrote"]["verbs"]]
    return (*heads, *data["above"]["answered"], *data["above"]["forwarded"], *verbs, *_belows())


@cache
def _belows() -> tuple[str, ...]:
    return tuple(table("language/mail")["below"]["lines"])
