"""hidden-text: text in the file that a person does not see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from aimatch.flags import words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import HiddenText

#: Characters of hidden text, white space left out, from which it is asked about: less is a leftover.
LEFTOVER = 12
_NAMED = 6
#: Hidden copies of one visible passage that a page made for several screens and for print may hold; more are for a machine.
COPIES = 2
#: Techniques by which pages keep labels for screen readers, and words of one such label.
PAGES = frozenset({"style", "clipped", "off-page", "tiny", "transparent"})
LABEL_WORDS = 8
_WORD = re.compile(r"[^\W_]+")
#: What a contact line is made of: it sways no machine, and is left over where a header was set in white.
_CONTACT = re.compile(r"@|://|^www\.|^\+?[\d().-]{5,}$")


def check(case: Case) -> Finding | None:
    """Hidden text of some length, contact data, labels of pages and copies of what is seen aside; comments and deleted
    revisions are the author's working notes and not asked about."""
    hidden = [
        one for one in case.evidence.resume.document.hidden if one.technique not in ("comment", "revision", "attribute")
    ]
    hidden = [one for one in _without_copies(hidden, case.text) if not _is_label(one)]
    length = sum(len("".join(one.quote.split())) for one in hidden)
    if sum(len(word) for one in hidden for word in one.quote.split() if not _CONTACT.search(word)) < LEFTOVER:
        return None
    techniques = ", ".join(sorted({one.technique for one in hidden}))
    return Finding(
        message=f"The file holds {length} characters that a person does not see ({techniques}). They do not count. "
        "Who put them there?",
        evidence=tuple(case.hidden_quote(one, one.how) for one in hidden[:_NAMED]),
    )


def _without_copies(hidden: Iterable[HiddenText], text: str) -> Iterator[HiddenText]:
    """What is hidden without that which stands in the text word for word: the list of skills that a web page shows to phones
    in another place."""
    seen = _words(text)
    copies: Counter[str] = Counter()
    for one in hidden:
        said = _words(one.quote)
        copies[said] += 1
        if said not in seen or copies[said] > COPIES:
            yield one


def _is_label(one: HiddenText) -> bool:
    """Whether hidden text is what a page says to those who can't see it: "Skip to main content", "Rating: 4 of 5"."""
    found = _WORD.findall(one.quote.lower())
    return (
        one.technique in PAGES
        and len(found) <= LABEL_WORDS
        and all(word.isdigit() or word in _page_labels() for word in found)
    )


@cache
def _page_labels() -> frozenset[str]:
    return frozenset(words.listed("page_labels"))


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.lower()))} "


FLAG = Heuristic(
    id="hidden-text",
    severity="serious",
    title="Text that can't be seen",
    raised_when=(
        f"the file holds {LEFTOVER} or more characters that a person does not see; contact data, comments, deleted "
        "revisions, what a page says to screen readers (labels, links past its menu, buttons) and up to "
        f"{COPIES} copies of a visible passage aside"
    ),
    reason="Words that no reader sees may be there for the program that sorts resumes; only who made the file can tell.",
    source="Common advice on how to trick applicant tracking systems",
    innocent_explanations=(
        "a template's leftovers, or an older version of the text beneath a picture",
        "an accessibility layer made by the program that wrote the file",
        "an agency's marking, unknown to the person",
    ),
    check=check,
)
