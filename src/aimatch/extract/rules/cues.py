"""Cues of status: the phrases of ``language/status.toml`` (whose head describes its format), with their slots filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from aimatch import data
from aimatch.errors import TaxonomyError
from aimatch.extract.rules import cue_check
from aimatch.extract.rules.phrases import OR, split
from aimatch.wordlist import alternatives

# Between a name and the answer to it, and what ends the answer.
_SIGN = r"(?:\s*(?:[:=|(?\u2192]|->|=>|>>|[\u2013\u2014-](?=\s))|[ \t]*[._\u2026\u00b7]{3,})[ \t]*"
# A gap parts the cells of a row too, but also the columns of a page, in which other words stand side by side.
_GAP = r"(?:[ \t]*\t| {3,})[ \t]*"
_WHEN = r"(?: (?:for |on |in |to |until |till )?(?:next |this |late |early |the )?(?:\d\d? )?(?:{when}|20\d\d)(?: 20\d\d)?)?"
# Study told by when it is: "evening class since October", "started 'Rust for all' last month", "lesson 4".
_SESSIONS = (
    r"(?:(?:{taking}) )?(?:(?:an?|the|my|on|in|up|for|with|to|first|[\w\u2019'-]+) ){{0,4}}?(?:{sessions})\b"
    r"(?: \d\d?\b|[^,;\n]{{0,30}}?\b(?:{time}) (?!(?:my |the |our )?(?:final|first|second|third|fourth|last|1st|2nd|3rd|4th) (?:year|term|semester)\b)(?:\w+ ){{0,2}}?(?:{when})\b)"
    r"|from (?:next|early|late|mid) (?:{when})\b|(?:{taking})(?: (?:it|with it|[\"\u201c'][^\"\u201d\n]{{3,50}}[\"\u201d']))? (?:{time}) (?:\w+ )?(?:{when})\b"
)
_ANSWER_ENDS = r"(?=[ \t]*(?:,(?! (?:really|seriously|kidding)\b)|[;.|)\n\u00b7\u2022/]|\Z|  +\w[\w+#./-]*: ))"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue says, which way it acts, within how many words, and on what kind of skill alone ("": on every kind).

    ``beside``: words of which one must stand in the same sentence, near by. ``rest``: the phrases of which one must follow the words
    by which the cue is found (see :mod:`aimatch.extract.rules.phrases`; "": nothing more).
    """

    status: str
    direction: str
    reach: int
    kind: str = ""
    beside: tuple[str, ...] = ()
    rest: str = ""


def phrases_of_cues() -> Iterator[tuple[str, list[Any]]]:
    """(the words by which a cue is found, the fields of its :class:`Cue` as JSON types).

    Raises:
        TaxonomyError: Cues that are not written as they must be, all of them.
    """
    table = data.table("language/status")
    if faults := cue_check.problems(table):
        raise TaxonomyError("the cues of status can't be read", faults)
    for entry in table["cue"]:
        row = [
            entry["status"],
            entry["direction"],
            entry.get("reach", 2),
            entry.get("kind", ""),
            entry.get("beside", []),
        ]
        rests: dict[str, dict[str, None]] = {}
        for phrase in entry["phrases"]:
            found, rest = split(phrase, table["slots"])
            for text in found:
                rests.setdefault(text, {})[rest] = None
        for text, several in rests.items():
            if "" in several:
                yield text, [*row, ""]
            if longer := [rest for rest in several if rest]:
                yield text, [*row, OR.join(longer)]
    for noun in table["others"]["people"]:
        yield noun, ["other-person", "people", 0, "", [], ""]
    for pronoun in table["others"]["pronouns"]:
        yield pronoun, ["other-person", "pronoun", 0, "", [], ""]


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes of words by which scopes are bounded and other people told from the candidate."""

    stops: re.Pattern[str]
    list_stops: re.Pattern[str]
    list_ends: re.Pattern[str]
    exceptions: re.Pattern[str]
    year: re.Pattern[str]
    still_open: re.Pattern[str]
    done: re.Pattern[str]
    completed_it: re.Pattern[str]
    progress: re.Pattern[str]
    things_made: re.Pattern[str]
    studies: re.Pattern[str]
    sessions: re.Pattern[str]
    denying: re.Pattern[str]
    over: re.Pattern[str]
    ahead: re.Pattern[str]
    held: re.Pattern[str]
    theirs: re.Pattern[str]
    openers: re.Pattern[str]
    opening: re.Pattern[str]
    aside: re.Pattern[str]
    idioms: re.Pattern[str]
    came_true: re.Pattern[str]
    brought: re.Pattern[str]
    exercised: re.Pattern[str]
    reached: re.Pattern[str]
    circumstances: re.Pattern[str]
    taken_over: re.Pattern[str]
    topics: re.Pattern[str]
    joining: re.Pattern[str]
    instead: re.Pattern[str]
    such_as: re.Pattern[str]
    void_across: re.Pattern[str]
    open_traits: tuple[str, ...]
    answered_nouns: re.Pattern[str]
    suffixes: Mapping[str, tuple[str, ...]]
    used_after_all: re.Pattern[str]
    to_learn_it: re.Pattern[str]
    counterfactual: re.Pattern[str]
    fate: re.Pattern[str]
    went_wrong: re.Pattern[str]
    used_later: re.Pattern[str]
    own: re.Pattern[str]
    made: re.Pattern[str]
    columns: Mapping[str, str]
    heads: frozenset[str]
    of_it: frozenset[str]
    noun_goes_on: frozenset[str]
    not_asked: frozenset[str]
    affirmed: re.Pattern[str]
    marks: Mapping[str, str]
    held_loosely: re.Pattern[str]
    in_use: re.Pattern[str]
    after_years: re.Pattern[str]
    sought: frozenset[str]
    trailing: re.Pattern[str]
    sections: Mapping[str, str]
    answers: Mapping[str, re.Pattern[str]]
    others: Mapping[str, Any]


def closes(text: str, at: int, stop: int | None = None) -> bool:
    """Whether a clause ends at a place, or its sentence does at ``stop``, adverbs that may trail it aside; a colon opens
    rather than closes."""
    match = words().trailing.match(text, at, len(text) if stop is None else stop)
    return match is not None and text[match.end() : match.end() + 1] != ":"


@cache
def words() -> Words:
    """The classes of words of ``language/status.toml``."""
    table = data.table("language/status")
    joined = alternatives(table["clauses"]["joined_by"])
    when = _WHEN.format(when=alternatives(table["when"]))
    return Words(
        stops=any_of(table["stops"]),
        list_stops=any_of([*table["stops"], *table["list_stops"]]),
        list_ends=any_of([*table["stops"], *table["list_stops"], *table["others"]["prepositions"]]),
        exceptions=any_of(table["exceptions"]),
        year=re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{alternatives(table['completed_unless_open'])})\b", re.IGNORECASE),
        still_open=any_of(table["still_open"]),
        done=re.compile(
            rf"\b(?:{alternatives(table['completed'])})\b(?! (?:{alternatives(table['partly'])})\b)", re.IGNORECASE
        ),
        completed_it=re.compile(
            rf"(?i)\b(?:{alternatives(table['completed_it'])})\b|\b(?:and|which|but) (?:I )?(?:have |since |now |then |later )+(?:\w+ed|{alternatives(table['used_since'])}) (?:it|them)\b"
        ),
        progress=any_of(table["progress"]),
        things_made=any_of(table["things_made"]),
        studies=any_of(table["slots"]["study"]),
        sessions=re.compile(
            _SESSIONS.format(
                taking=alternatives(table["remarks"]["taking"]),
                sessions=alternatives([*table["remarks"]["sessions"], *table["slots"]["study"]]),
                time=alternatives(table["remarks"]["time"]),
                when=alternatives(table["when"]),
            ),
            re.IGNORECASE,
        ),
        denying=any_of(table["remarks"]["denying"]),
        over=re.compile(
            rf"\W*(?:(?:{alternatives(table['remarks']['by_now'])}) )*(?:{alternatives(table['remarks']['over'])})"
            rf"(?: (?:{alternatives(table['remarks']['by_now'])}))*\W*(?=[,;.)\]|\n]|\Z)",
            re.IGNORECASE,
        ),
        ahead=re.compile(
            rf"(?:(?:first|next|the|a|my|their) )?(?:{alternatives([*table['remarks']['sessions'], *table['slots']['study']])})"
            rf" (?:is |are |to be )?(?:{alternatives(table['remarks']['coming'])})\b"
            rf"|(?:when|once|as soon as|after) (?:the|my|our|i|we|they|it|there) (?:[\w']+ ){{0,2}}?(?:{alternatives(table['remarks']['arriving'])})\b"
            rf"|(?:{alternatives(table['slots']['few'])}|\d\d?) (?:{alternatives(table['remarks']['sessions'])}) in\b"
            rf"|(?:my \w+ for (?:the |next |this )?(?:{alternatives(table['when'])})|(?:the )?(?:{alternatives(table['when'])}) after|{alternatives(table['remarks']['ahead'])})\b",
            re.IGNORECASE,
        ),
        theirs=re.compile(rf"\W*(?:{alternatives(table['remarks']['theirs'])})\b", re.IGNORECASE),
        held=re.compile(rf"\W*(?:(?:is|are|was|were) )?(?:{alternatives(table['remarks']['held'])}) ", re.IGNORECASE),
        idioms=re.compile(
            rf"\bmy (?:{alternatives(table['idioms'])})\b|\b(?:{alternatives(table['attained'])}) my\b"
            rf"|\b(?:{alternatives(table['in_role'])}) as an?\b"
            rf"|\b(?:{alternatives(table['becoming'])})(?: \w+){{1,2}} (?=(?:in|with|at)\b)",
            re.IGNORECASE,
        ),
        opening=re.compile(
            rf"(?:An?|Some|More|The next) (?:[\w-]+ ){{0,2}}(?:{alternatives(table['slots']['opening'])})\b"
        ),
        came_true=any_of(table["came_true"]),
        aside=re.compile(rf", (?:{alternatives(table['asides'])}|(?:at|in|as) [\w ]{{2,24}}), \Z", re.IGNORECASE),
        openers=re.compile(rf"\s*(?:{alternatives(table['openers'])})\b".replace("\\ ", r"\s+"), re.IGNORECASE),
        used_after_all=re.compile(
            r"\b(?:but|though|yet|although|still|until|till|before|so)\b[^.;\n]{0,30}?\b(?:I|we)(?:'ve| have| do| now| still| also)*"
            rf" (?!(?:{alternatives(table['not_used_by'])})\b)\w+ (?:(?:an?|the|my) [\w-]+ (?:with|in|on) (?:it|them|one)|it|them)\b",
            re.IGNORECASE,
        ),
        to_learn_it=re.compile(
            rf"\b(?:{alternatives(table['will'])})(?: \w+)? (?:{alternatives(table['to_learn_it'])}) (?:it|them)\b"
            rf"|\b(?:it|they)(?:['\u2019]s| is|['\u2019]re| are) (?:\w+ )?(?:{alternatives(table['listed_for_later'])})\b",
            re.IGNORECASE,
        ),
        brought=any_of(table["brought"]),
        exercised=any_of(table["exercised"]),
        reached=any_of(table["reached"]),
        circumstances=re.compile(rf"\s+(?:{alternatives(table['circumstances'])})\b", re.IGNORECASE),
        taken_over=re.compile(
            rf"\b(?:until|till) I (?:then )?(?:{alternatives(table['mended'])})\b(?! to\b)"
            rf"|\b[Ii]\b[^.;\n]{{0,40}}?\b(?:{alternatives(table['others']['taken_over'])})\b"
        ),
        answered_nouns=re.compile(
            rf" (?:{alternatives(table['slots']['experience'])})(?= ?[:=(\u2013-])", re.IGNORECASE
        ),
        open_traits=tuple(table["open_traits"]),
        joining=any_of(table["joining"]),
        instead=re.compile(
            rf"\s+(?:{alternatives(table['instead'])}|only(?! (?:{alternatives(table['only_so'])})\b))\b|,\s+not\b"
        ),
        such_as=re.compile(rf"(?: \w+){{0,2}},? \(?(?:{alternatives(table['such_as'])})(?=\W)"),
        void_across=any_of(table["void_across"]),
        topics=re.compile(rf"\W*(?:{alternatives(table['topics'])})\b", re.IGNORECASE),
        suffixes={
            "negated": tuple(table["denying_suffixes"]),
            "aspirational": tuple(table["wishing_suffixes"]),
        },
        columns={header: status for status, headers in table["columns"].items() for header in headers},
        counterfactual=any_of(table["counterfactual"]),
        fate=re.compile(
            rf"(?:(?:but|and|it|was|were|has|have|is|are) )*(?:not|never)(?: (?:yet|been|ever))* (?:{alternatives(table['fates'])})\b"
        ),
        went_wrong=re.compile(rf"(?: [\w-]+){{1,5}}? (?:{alternatives(table['went_wrong'])})\b"),
        used_later=re.compile(
            rf"\b(?:{alternatives(table['by_now'])}),? (?:I|we) (?:(?:now|also|even|have|'ve) )?"
            rf"(?!(?:{alternatives([*table['not_used_by'], *table['shunned']])})\b)\w+ (?:it|them|both)\b"
            rf"|[,;.] (?:so |then |but )?(?:I|we) (?:(?:then|only|just|merely) )?(?:{alternatives([*table['own_deeds'], *table['mastered']])}|use|operate|introduced|brought|set|took) it\b"
            rf"|\bbut (?:I|we) (?:(?:have|had) )?(?!(?:{alternatives([*table['not_used_by'], *table['shunned']])})\b)\w+[^.;\n]{{0,25}} (?:in|with|on) it\b"
            r"|\bbut it is (?:what|how|where|my)\b"
            rf"|\bbut (?:{alternatives(table['own_deeds'])})\b[^.;\n]{{0,25}}\b(?:it|them)\b"
            r"|\b(?:after (?:an?|one|two|three|six|\d+) (?:years?|months?|weeks?)|(?:years?|months?|weeks?) later),? I\b"
            r"(?=[^.;\n]{0,50}\b(?:it|them|this|the internal)\b)"
            rf"|,(?: and| but)?(?: I)? (?:{alternatives(table['mastered'])}) (?:it|them|both)\b|[.;] they(?: are|'re) wrong\b",
            re.IGNORECASE,
        ),
        own=re.compile(
            rf"(?: (?!(?:{alternatives(table['own_deeds_apart'])})\b)[\w-]+)?(?:,(?= which))? (?:that |which )?(?:I|we) (?:(?:have|had|now|also|still|myself) )?(?:{alternatives(table['own_deeds'])})\b"
            rf"|(?: [\w-]+)?,? (?:to|on|in|with|for) which (?:I|we) (?:now |also |still )?(?!(?:{alternatives(table['not_used_by'])}|want|hope|plan|wish)\b)\w+"
            rf"| (?:{alternatives(table['own_ways'])})\b|(?: [\w-]+)?, (?:\w+ )?(?:and \w+ )?by (?:me|us|myself)\b"
        ),
        made=re.compile(
            rf", (?:so |and )?(?:I|we) (?:(?:have|then|later|since|also|once) )?(?:{alternatives(table['own_deeds'])})\b(?! to\b)"
        ),
        heads=frozenset(table["denied_heads"]),
        noun_goes_on=frozenset(table["noun_goes_on"]),
        not_asked=frozenset(table["not_asked"]),
        affirmed=any_of(table["affirmed"]),
        marks={word: sign for sign, named in table["marks"].items() for word in named},
        held_loosely=any_of(table["held_loosely"]),
        in_use=any_of(table["in_use"]),
        after_years=any_of(table["after_years"]),
        sought=frozenset(table["sought"]),
        of_it=frozenset(table["others"]["prepositions"]),
        trailing=re.compile(
            rf"\s*(?:(?:{alternatives(table['trailing'])})\b[ ]?)*\s*(?=[,;:!?)|\]\x1e]|\.(?!\w)|\Z"
            # "is something I want to learn but I know", "I hope to pick up soon (my own ...", "soon - I used"
            rf"|(?:[(\u2013\u2014-] ?(?:(?:{joined}) )?|(?:{joined}) )(?:{alternatives(table['clauses']['own'])})\b)",
            re.IGNORECASE,
        ),
        sections=dict(table["sections"]),
        answers={
            status: re.compile(
                rf"{_SIGN}(?:{alternatives(listed)})(?: (?:it|them))?{when}{_ANSWER_ENDS}"
                + (rf"|{_GAP}(?:{alternatives(listed)})[ \t]*(?=\n|\Z)" if status == "negated" else ""),
                re.IGNORECASE,
            )
            for status, listed in table["answers"].items()
        },
        others=table["others"],
    )


def any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases as whole words, in any case."""
    return re.compile(rf"\b(?:{alternatives(phrases)})\b", re.IGNORECASE)
