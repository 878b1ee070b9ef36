"""What a text holds because it was pasted: a mail's head and quotes, marks of its program, what a page says twice.

It is read without them, by edits of the text (:mod:`aimatch.rewritten`): places stay those of the text that was given.
"""

from __future__ import annotations

from aimatch.pasted.copied import of_entries, said_twice
from aimatch.pasted.encoded import decoded
from aimatch.pasted.mail import Mail, mail_of
from aimatch.rewritten import Edit

__all__ = ["as_pasted", "others_in"]

_LEFT_OUT = "what others wrote in the e-mail, and its head, are left out"
_ENCODED = "characters left encoded by a mail program (quoted-printable) were read as what they stand for"
_TWICE = "what the copied page said twice was read once"


def as_pasted(text: str) -> tuple[list[Edit], tuple[str, ...]]:
    """The edits with which a text is read, and notes on them; a piece of text is edited once."""
    mail = mail_of(text)
    found: list[Edit] = []
    notes = []
    if mail is not None:
        found += mail.edits()
        notes += [_LEFT_OUT] if mail.others else []
    for edits, note in ((decoded(text), _ENCODED), (said_twice(text), _TWICE)):
        found += edits
        notes += [note] if edits else []
    return _apart([*found, *of_entries(text)]), tuple(notes)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits without those that another one, which begins earlier, covers or cuts."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda one: (one.start, -one.end)):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
    return found


def others_in(text: str) -> list[tuple[int, int]]:
    """The spans of a text that hold a mail's addressee and what others wrote in it."""
    mail: Mail | None = mail_of(text)
    return [] if mail is None else mail.others
