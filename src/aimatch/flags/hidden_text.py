"""hidden-text: text in the file that a person does not see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Evidence, HiddenText

#: Characters of hidden text, white space left out, from which it is asked about: less is a leftover.
LEFTOVER = 12
_NAMED = 6
#: Hidden copies of one visible passage that a page made for several screens and for print may hold; more are for a machine.
COPIES = 2
_WORD = re.compile(r"[^\W_]+")
#: What a contact line is made of: it sways no machine, and is left over where a header was set in white.
_CONTACT = re.compile(r"@|://|^www\.|^\+?[\d().-]{5,}$")


def check(case: Case) -> Finding | None:
    """Hidden text of some length, contact data and copies of what is seen aside; comments and deleted revisions are the
    author's working notes and not asked about."""
    hidden = [
        one for one in case.evidence.resume.document.hidden if one.technique not in ("comment", "revision", "attribute")
    ]
    hidden = list(_without_copies(hidden, case.text))
    length = sum(len("".join(one.quote.split())) for one in hidden)
    if sum(len(word) for one in hidden for word in one.quote.split() if not _CONTACT.search(word)) < LEFTOVER:
        return None
    techniques = ", ".join(sorted({one.technique for one in hidden}))
    return Finding(
        message=f"The file holds {length} characters that a person does not see ({techniques}). They do not count. "
        "Who put them there?",
        evidence=tuple(
            Evidence(quote=one.quote, start=0, end=0, page=one.page, note=one.how) for one in hidden[:_NAMED]
        ),
    )


def _without_copies(hidden: Iterable[HiddenText], text: str) -> Iterator[HiddenText]:
    """What is hidden without that which stands in the text word for word: the list of skills that a web page shows to phones
    in another place."""
    seen = _words(text)
    copies: Counter[str] = Counter()
    for one in hidden:
        words = _words(one.quote)
        copies[words] += 1
        if words not in seen or copies[words] > COPIES:
            yield one


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


FLAG = Heuristic(
    id="hidden-text",
    severity="serious",
    title="Text that can't be seen",
    raised_when=(
        f"the file holds {LEFTOVER} or more characters that a person does not see; contact data, comments, deleted revisions and "
        f"up to {COPIES} copies of a visible passage aside"
    ),
    reason="Hidden words can only be meant for a machine.",
    source="Common advice on how to trick applicant tracking systems",
    innocent_explanations=(
        "a template's leftovers, or an older version of the text beneath a picture",
        "an accessibility layer made by the program that wrote the file",
        "an agency's marking, unknown to the person",
    ),
    check=check,
)
