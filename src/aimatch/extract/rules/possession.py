"""What a thing is said to belong, fall, pass or be left to, and what refers back to it, as patterns.

The words are data (``[others]`` of ``language/status.toml``), as those of :mod:`aimatch.extract.rules.grammar`.
"""

from __future__ import annotations

from aimatch.extract.rules.listed import Deferred, Ending, Opening, cased

_CALLS = r"(?:(?:have|had|then|later|finally|always|usually) )?(?:{calling})"
_PARTS = "{shares+products+parts}"

BELONGS = Ending(r"\b(?:{belongs})\s*\Z", "belongs")
ROOTED = cased(
    r"(?<!\bi )(?<!\bwe )\b(?:{rooted})(?: [\w-]+){0,2} (?:with|to|from|in|under|at|within|inside|out of)\s*\Z"
)
BELONGINGS = cased(r"\s*(?:(?:{belongings})\b|(?=[.,;:()!?\n]|\Z|(?:and|so|but|while|though|although)\b|[\u2013-] ))")
OWNED_ENDS = Deferred(
    r"s(?: (?:{belongings}))*(?= ?(?:[.,;:()\n]|\Z|[\u2013-] |(?:and|but|so|while|though|although|from|since) ))"
)
POSSESSED_TOO = cased(
    r"\b(?:{copulas}) (?:[\w-]+ ){0,3}(?:mine|ours|[\w-]+['\u2019]s?)(?:,|;)(?: and)? [^,;:.()]{3,40} \Z"
)
HANDED = cased(
    r"\b(?:(?:{handing}) [^,.;:\n]{1,40}|(?:anything|everything|whatever|all) [^,.;:\n]{1,40} (?:goes|went|go|is passed|was passed)"
    r"|(?:{giving}) (?:\w+ )?the (?:{shares}) [^,.;:\n]{1,30}|(?:{giving}) the [^,.;:\n]{1,30} (?:{shares})) to\s*\Z"
)
#: "I did the front end | and Ana", "My part was the parser, | Ana's": the candidate's share, behind which others have theirs.
MY_SHARE = cased(
    r"\b(?:(?:I|[Ww]e) (?:[a-z]+ly |also |then )?(?:{authoring})|[Mm]y (?:own )?(?:{shares}) (?:is|was|were|are))\b[^;.:()]*(?:(?:,|;)? (?:and|while|but)|[,;])? ?\Z"
)
#: "For Kafka we engaged", "I pay": those called in do the thing.
CALLED_IN = Deferred(rf"\b(?:(?:I|[Ww]e|they|who|and)(?:['\u2019]ve)? {_CALLS}|[Tt]here (?:is|are|was|were))\s*\Z")
CALLING_SOMEBODY = Deferred(
    rf"\b(?:I|we) {_CALLS} (?:(?:{{honorifics}})\.? )?(?:[A-Z][a-z]+ )?(?P<name>[A-Z][a-z\u00df-\u017f]+)(?= ?[.,;:)\n])"
)
#: "It was", "that part is", "all of this was", "the cluster is run"; but "both data sets came" names its subject.
REFERS_BACK = Opening(
    r"\W*(?:(?:and|but|though|although|while|all) )*(?:(?:it|they)\b|(?:all|most|much|the rest|the whole) of (?:it|that|this|them)\b"
    rf"|(?:that|this|those|these) (?:{_PARTS})\b"
    rf"|the (?:(?:whole|entire|actual|same|rest of the|other) )?(?:{_PARTS})(?: (?:itself|behind it|in it|for it))?"
    r" (?:{copulas}|has|had|have|belong\w*|comes?|came|lies|sits|goes)\b"
    r"|(?:that|this|those|these|both|all)\b(?! (?!(?:[a-z]+ed|[a-z]+s|are|were|run|ran|came|come|have|had|lie|lay|live|sit|sat|belong|remain|stay|of)\b)[a-z]+\b))",
    "",
    ("it", "they", "all", "most", "much", "the", "that", "this", "those", "these", "both"),
    over=r"\W*(?:(?i:and|but|though|although|while) )*([^\W_]+)",
)
