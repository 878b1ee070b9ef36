"""What the candidate only sees the results of: "Scores come from a model in the till, we just see the number"."""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred
from aimatch.extract.status.scene import Ruled
from aimatch.extract.status.theirs import Theirs

_THE = r"(?:the|its|their|his|her|it|them|what|CSV|on)\b"
# ", we just see the number"; ". I called their API, that's all"; ", I am only a user"
_JUST = Deferred(
    rf"[,;.:] (?:and |but )?(?:[Ww]e|I) (?:(?:(?:are|were|was|am) )?(?:just|only|merely|simply) (?:(?:{{takes}}) {_THE}|(?:an? |the )?(?:{{only_users}})\b)"
    rf"|(?:{{takes}}) {_THE}[^.;\n]{{0,30}}(?:,| and)? (?:(?:and )?(?:that|this)(?:['\u2019]s| is| was) (?:all|it)|nothing (?:more|else)|no more|asked no questions|only)\b)"
)
_COMES = re.compile(r"\b(?:came|comes?|goes|go|went|sits?|lives?|has|had|have)\b")
_WRITER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|mine|ours)\b")
_FIRST = re.compile(r"\W*(\w+)")


def received(theirs: Theirs) -> Ruled:
    """The skills of the clause before one that tells that the candidate only takes what comes out."""
    scene, rules, text = theirs.scene, grammar(), theirs.scene.text
    for just in _JUST.finditer(text):
        floor = scene.sentence_start(just.start() - 1)
        first = _FIRST.match(text, floor)
        word = first.group(1).lower() if first else ""
        told = any(verb.search(text, floor, just.start()) for verb in (rules.copulas, rules.finite_within, _COMES))
        if (
            told
            and not word.endswith(("ed", "ing"))
            and word not in rules.finite
            and not _WRITER.search(text, floor, just.start())
            and not scene.within(just.end(), scene.sentence_end(just.end()))
        ):
            yield from theirs.clause(floor, just.start())
