"""The closed classes of words by which scopes are bounded, and what tells around a name whether a cue holds for it, as patterns.

The words are data: the lists at the head of ``language/status.toml``, by their names in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from aimatch import data
from aimatch.extract.rules.listed import Deferred, any_of, cased

STOPS = any_of("stops")
LIST_STOPS = any_of("stops+list_stops")
YEAR = cased(r"\b(?:19|20)\d\d\b|\b(?:{completed_unless_open})\b")
DONE = cased(r"\b(?:{completed})\b(?! (?:{partly})\b)")
COMPLETED_IT = cased(
    r"\b(?:{completed_it})\b|\b(?:and|which|but) (?:I )?(?:have |since |now |then |later )+(?:\w+ed|{used_since}) (?:it|them)\b"
)
BECAME_WORK = cased(
    r"\b(?:it|which|this|that) (?:has |have |now |since |later |soon |then )*(?:been|is|became|become|turned into|grew into|paid for|pays for) "
    r"(?:my|a) (?:{became_work})\b|\b(?:it|which) (?:has )?(?:paid|pays) my (?:rent|bills)\b"
)
THINGS_MADE = any_of("things_made")
IDIOMS = cased(
    r"\bmy (?:{idioms})\b|\b(?:{attained}) my\b|\b(?:{in_role}) as an?\b|\b(?:{becoming})(?: \w+){1,2} (?=(?:in|with|at)\b)"
)
USED_AFTER_ALL = cased(
    r"\b(?:but|though|yet|although|still|until|till|before|so)\b[^.;\n]{0,30}?\b(?:I|we)(?:'ve| have| do| now| still| also)*"
    r" (?!(?:{not_used_by})\b)\w+ (?:(?:an?|the|my|our|all|all our) (?:[\w-]+ ){1,3}(?:with|in|on) (?:it|them|one)|it|them)\b"
)
BROUGHT = any_of("brought")
CIRCUMSTANCES = cased(r"\s+(?:{circumstances})\b")
TAKEN_OVER = Deferred(
    r"\b(?:until|till) I (?:then )?(?:{mended})\b(?! to\b)|\b[Ii]\b[^.;\n]{0,40}?\b(?:{taken_over})\b"
)
# Up to its object: "Took over the | Flink jobs", "I adopted a | Terraform repository".
TAKEN_ON = cased(
    r"\W*(?:(?:I|we) (?:have |had )?)?(?:{taking_on}) (?:(?:the|a|an|their|its|his|her|all|most|some|two|three|several)\b *)?(?:(?!of\b|from\b|when\b)[\w-]+ ){0,2}\Z"
)
JOINING = any_of("joining")
MADE = Deferred(r", (?:so |and )?(?:I|we) (?:(?:have|then|later|since|also|once) )?(?:{own_deeds})\b(?! to\b)")
AFTER_YEARS = any_of("after_years")
TRAILING = cased(
    r"\s*(?:(?:{trailing})\b[ ]?)*\s*(?=[,;:!?)|\]\x1e]|\.(?!\w)|\Z"
    # "is something I want to learn but I know", "I hope to pick up soon (my own ...", "soon - I used"
    r"|(?:[(\u2013\u2014-] ?(?:(?:{clauses.joined_by}) )?|(?:{clauses.joined_by}) )(?:{clauses.own})\b)"
)


def closes(text: str, at: int, stop: int | None = None) -> bool:
    """Whether a clause ends at a place, or its sentence does at ``stop``, adverbs that may trail it aside; a colon or a
    row of dots opens rather than closes."""
    match = TRAILING.match(text, at, len(text) if stop is None else stop)
    return match is not None and not text.startswith((":", "..", " .."), match.end())


@cache
def columns() -> Mapping[str, str]:
    """What the headers of columns and the keys of rows tell: "never used", "want"."""
    table = data.table("language/status")["columns"]
    return {header: status for status, headers in table.items() for header in headers}
