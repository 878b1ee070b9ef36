"""What a thing is said to belong, fall, pass or be left to, and what refers back to it, as patterns.

The words are data (``[others]`` of ``language/status.toml``), as those of :mod:`aimatch.extract.rules.grammar`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.rules.cues import words
from aimatch.extract.rules.deferred import Deferred, Ending
from aimatch.wordlist import alternatives


@dataclass(frozen=True, slots=True)
class Possession:
    """How it is told whose a thing or a share of the work is."""

    belongs: Ending
    rooted: Deferred
    belongings: Deferred
    owned_ends: Deferred
    possessed_too: Deferred
    handed: Deferred
    my_share: Deferred
    called_in: Deferred
    calling_somebody: Deferred
    refers_back: Deferred


@cache
def possession() -> Possession:
    """The patterns of possession, from ``[others]`` in ``language/status.toml``."""
    table, ignore = words().others, re.IGNORECASE
    copulas, shares, honorifics = (alternatives(table[key]) for key in ("copulas", "shares", "honorifics"))
    calls = rf"(?:(?:have|had|then|later|finally|always|usually) )?(?:{alternatives(table['calling'])})"
    parts = alternatives([*table["shares"], *table["products"], *table["parts"]])
    return data.filled(
        Possession,
        [table],
        belongs=Ending(rf"\b(?:{alternatives(table['belongs'])})\s*\Z", table["belongs"]),
        rooted=Deferred(
            rf"(?<!\bi )(?<!\bwe )\b(?:{alternatives(table['rooted'])})(?: [\w-]+){{0,2}} (?:with|to|from|in|under|at|within|inside|out of)\s*\Z",
            ignore,
        ),
        belongings=Deferred(
            rf"\s*(?:(?:{alternatives(table['belongings'])})\b|(?=[.,;:()!?\n]|\Z|(?:and|so|but|while|though|although)\b|[\u2013-] ))",
            ignore,
        ),
        owned_ends=Deferred(
            rf"s(?: (?:{alternatives(table['belongings'])}))*(?= ?(?:[.,;:()\n]|\Z|[\u2013-] |(?:and|but|so|while|though|although|from|since) ))"
        ),
        possessed_too=Deferred(
            rf"\b(?:{copulas}) (?:[\w-]+ ){{0,3}}(?:mine|ours|[\w-]+['\u2019]s?)(?:,|;)(?: and)? [^,;:.()]{{3,40}} \Z",
            ignore,
        ),
        handed=Deferred(
            rf"\b(?:(?:{alternatives(table['handing'])}) [^,.;:\n]{{1,40}}|(?:anything|everything|whatever|all) [^,.;:\n]{{1,40}} (?:goes|went|go|is passed|was passed)"
            rf"|(?:{alternatives(table['giving'])}) (?:\w+ )?the (?:{shares}) [^,.;:\n]{{1,30}}"
            rf"|(?:{alternatives(table['giving'])}) the [^,.;:\n]{{1,30}} (?:{shares})) to\s*\Z",
            ignore,
        ),
        # "I did the front end | and Ana", "My part was the parser, | Ana's": the candidate's share, behind which others have theirs.
        my_share=Deferred(
            rf"\b(?:(?:I|[Ww]e) (?:[a-z]+ly |also |then )?(?:{alternatives(table['authoring'])})|[Mm]y (?:own )?(?:{shares}) (?:is|was|were|are))\b[^;.:()]*(?:(?:,|;)? (?:and|while|but)|[,;])? ?\Z"
        ),
        # "For Kafka we engaged", "I pay": those called in do the thing.
        called_in=Deferred(
            rf"\b(?:(?:I|[Ww]e|they|who|and)(?:['\u2019]ve)? {calls}|[Tt]here (?:is|are|was|were))\s*\Z"
        ),
        calling_somebody=Deferred(
            rf"\b(?:I|we) {calls} (?:(?:{honorifics})\.? )?(?:[A-Z][a-z]+ )?(?P<name>[A-Z][a-z\u00df-\u017f]+)(?= ?[.,;:)\n])"
        ),
        # "It was", "that part is", "all of this was", "the cluster is run"; but "both data sets came" names its subject.
        refers_back=Deferred(
            r"\W*(?:(?:and|but|though|although|while|all) )*(?:(?:it|they)\b|(?:all|most|much|the rest|the whole) of (?:it|that|this|them)\b"
            rf"|(?:that|this|those|these) (?:{parts})\b"
            rf"|the (?:(?:whole|entire|actual|same|rest of the|other) )?(?:{parts})(?: (?:itself|behind it|in it|for it))? (?:{copulas}|has|had|have|belong\w*|comes?|came|lies|sits|goes)\b"
            r"|(?:that|this|those|these|both|all)\b(?! (?!(?:[a-z]+ed|[a-z]+s|are|were|run|ran|came|come|have|had|lie|lay|live|sit|sat|belong|remain|stay|of)\b)[a-z]+\b))",
            ignore,
        ),
    )
