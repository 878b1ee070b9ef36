"""hidden-text: text in the file that a person does not see."""

from __future__ import annotations

import re

from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Evidence

#: Characters of hidden text, white space left out, from which it is asked about: less is a leftover.
LEFTOVER = 12
_NAMED = 6
#: What a contact line is made of: it sways no machine, and is left over where a header was set in white.
_CONTACT = re.compile(r"@|://|^www\.|^\+?[\d().-]{5,}$")


def check(case: Case) -> Finding | None:
    """Hidden text of some length, contact data aside; comments and deleted revisions are the author's working notes and not
    asked about."""
    hidden = [
        one for one in case.evidence.resume.document.hidden if one.technique not in ("comment", "revision", "attribute")
    ]
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


FLAG = Heuristic(
    id="hidden-text",
    severity="serious",
    title="Text that can't be seen",
    raised_when=(
        f"the file holds {LEFTOVER} or more characters that a person does not see, contact data, comments and deleted revisions aside"
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
