"""The grammar of people: classes of words by which it is told who does what, as sets and patterns.

The words are data (``[others]`` of ``language/status.toml``), named in braces as :mod:`aimatch.extract.rules.listed` tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.rules.listed import Deferred, Ending, Opening, any_of, cased, listed, word_set
from aimatch.wordlist import heads_of

_SIGNS = r"[\s\u2022\u00b7*>~+\u25aa\u25cf\u25a0\u27a2\uf0b7\u2726-]*"
_ADVERBS = r"(?:{adverbs})"
# What people do, told by more than a verb; "our developers are well versed in".
_PHRASES = r"{doing_phrases}|(?:is|are|was|were) (?:[a-z]+ )?(?:{versed}) (?:in|at|with|on)"
_IDLE = r"(?!(?:{no_passive+receiving})\b)"
_PASSIVE = _IDLE + r"(?:[a-z-]{2,}ed|{doing:past})"
# "Maria from the web team", "Anil from my course"
_OFFICE = r"(?:from|in|of) (?:(?:the|our) (?:\w+ )?(?:{own_groups})|(?:my|our) (?:{circles})|(?:{departments}|IT|HR))"


@dataclass(eq=False, repr=False, slots=True)
class Grammar:
    """The classes of words around people; patterns in ``*_before`` and ``*ing`` match as they are asked to: at the end of what precedes
    a place, or at it."""

    determiners: frozenset[str]
    related: frozenset[str]
    counted: frozenset[str]
    contracting: frozenset[str]
    boundaries: frozenset[str]
    groups: frozenset[str]
    firms: frozenset[str]
    own_determiners: frozenset[str]
    own_groups: frozenset[str]
    own_after: tuple[str, ...]
    trades: tuple[str, ...]
    leaders: frozenset[str]
    receiving: frozenset[str]
    finite: frozenset[str]
    not_names: frozenset[str]
    consuming: frozenset[str]
    reception: frozenset[str]
    finite_only: frozenset[str]
    names_all_the_same: frozenset[str]
    own_labels: tuple[str, ...]
    own_label_words: frozenset[str]
    businesses: frozenset[str]
    serving: frozenset[str]
    sellers: frozenset[str]
    posts: frozenset[str]
    another: frozenset[str]
    headcount_before: frozenset[str]
    founding: frozenset[str]
    learners: frozenset[str]
    titles: frozenset[str]
    honorific_words: frozenset[str]
    departments: frozenset[str]
    no_doing: frozenset[str]
    below: tuple[str, ...]
    offices: frozenset[str]
    elsewhere: tuple[str, ...]
    outside: frozenset[str]
    unarticled: frozenset[str]
    relatives: frozenset[str]
    others: frozenset[str]
    sections: frozenset[str]
    fields: frozenset[str]
    no_subject: frozenset[str]
    nouns_too: frozenset[str]
    taking: frozenset[str]
    holding: frozenset[str]

    fronted = cased(r"\W*(?:{fronted}) (?!charge of\b)(?:(?!(?:I|we) )[\w'\u2019&-]+ ){1,6}\Z")
    employed = cased(r"(?:^|[,;:(|\n\u2013\u2014-]|\b(?:{employed}))\s*\Z")
    own_clause = Deferred(
        r"[,;(\u2013\u2014] ?(?:(?:{clause_openers}) )?(?:{own_words})\b(?! (?:\w+ )?(?:{trades})s\b)"
        r"|,(?=[^,;.:\n]{2,60}(?:\b(?:{own_ends})|: me)\b)|{!as_if}\b(?:{clause_openers}),? (?:{own_words})\b"
        r"|,? leaving\b|\bmy\b|\bour (?:{own_knowledge})\b|(?<=[a-z)]) [A-Z][a-z]+ed\b|{!given_to}\bme\b"
    )
    self_before = Ending(
        r"(?<!there )\b(?:{self_before})(?: now| also)?(?: an?| the)?\s*\Z",
        "self_before",
        (" now", " also", " a", " an", " the"),
    )
    equipped = cased(r" with [^,.;:\n]{2,60}?\b(?:{equipment})\b")
    subordinate = cased(r"\b(?:{subordinate}) \Z")
    among = cased(r"\b(?:{among})(?:\s+\w+)?\s*\Z")
    leading = cased(r"(?<!\bmy )(?<!\bthe )(?<!\ba )\b(?:{leading})\b(?:\W+(?!with\b|for\b|from\b|by\b)\w+){0,4}\W*\Z")
    does = Opening(
        rf"\s*(?:{_ADVERBS}\b\s*){{0,3}}(?:{_PHRASES}|(?:{{doing:told}})\b(?! to\b)"
        r"|(?:is|are|was|were|been) (?:now )?(?:(?:at|with) [A-Z][\w&-]+ )?(?:{doing:going}))\b",
        "adverbs+doing_phrases+doing:told",
        ("is", "are", "was", "were", "been"),
    )
    past = cased(rf"\s*(?:{_ADVERBS}\b\s*){{0,2}}([a-z][a-z-]{{2,}}ed)\b(?! by\b)")
    told = cased(r"\b(?:{doing:past}|\w+ed)\Z")
    and_past = Deferred(rf",? and (?:(?:{_ADVERBS}|was|were) )?(?:{{doing:past}}|[a-z]+ed|given)\b")
    next_past = Deferred(r", (?:{doing:past}|[a-z]+ed)\b")
    people_before = cased(
        r"\b({headcount_before}) (?:(?:\d+|an?|the) )?(?:[\w/-]+(?: [\w/-]+){0,3}(?:,| and| &|,? and) ){1,6}\Z"
    )
    finite_within = cased(r"\b(?:{doing:told/nouns_too}|[a-z]+ed)\b")
    doing = Opening(
        rf"\s*(?:,?\s*(?:who|that|which)\s+(?:{_ADVERBS}\s+){{0,2}}"
        rf"(?:{_PHRASES}|{{doing:told}}|(?:is|are|was|were) (?:{{doing:going}})|{_IDLE}[a-z]{{3,}}ed)|(?:{{participles}}))\b",
        "participles",
        ("who", "that", "which"),
    )
    done_by = cased(
        rf"\b(?:(?:{_PASSIVE}|set up)(?:[ -](?:{{passive_particles}}|and \w+))?|{_PASSIVE} (?:in|on|with|using) [\w.+#-]+"
        r"|(?:{copulas}) (?:[a-z]+ly )?(?:{given})|{works}) by\s*\Z"
    )
    taught_me = cased(
        r"(?:(?:\A|[:|\u2013-]|   )[^\w(]*|\((?=\w+ by)|\b(?:I|we) (?:\w+ )?(?:was|were|got|am|been) (?:\w+ )?"
        r"|\b(?:having been|being|been|after being) )(?:{taught})\b[^.;:]* by\s*\Z"
    )
    causing = Ending(r"\b(?:{causing})\s*\Z", "causing")
    caused = Deferred(r"(?: from (?:[A-Z][\w&-]*|outside))? (?:(?:to )?(?:{doing:bare}|{doing:going})|for|on the)\b")
    is_before = Ending(r"(?:\b(?:{copulas})|'s|\u2019s)\s*\Z", "copulas", ("'s", "\u2019s"))
    copulas = any_of("copulas")
    prepositions = any_of("prepositions")
    errands = cased(r"\s*(?:\w+ and )?(?:{errands})\b")
    labels = cased(r"\s*(?:{labels})?\s*:")
    opening = cased(rf"(?:^|[\n.!?:;,(\u2013\u2014|]|\s-){_SIGNS}\Z|\b(?:{{clause_openers}})\s+\Z")
    opening_bare = cased(rf"(?:^|[\n.!?:;(\u2013\u2014|]|\s-){_SIGNS}\Z|\b(?:{{bare_openers}})\s+\Z")
    # A finite verb has an object; "Site maintained in Drupal" has a participle.
    named_doing = Deferred(
        r"(?P<name>[A-Z][a-z\u00df-\u017f]+(?:-[A-Z][a-z\u00df-\u017f]+)?|[A-Z]\. ?[A-Z]\.)"
        rf"(?:, (?:who|our|my|the|their|his|her|an?|not|from|of|in|at) [^,.;:\n]{{1,40}},)? (?:{_OFFICE} )?(?:(?:then|later|also|first|since|already) )?"
        r"(?:(?:is|was) the one (?:who|that) )?(?P<verb>(?:{finite_only})\b"
        r"|(?:{named_doing})\b(?! (?:{prepositions}|by|and|or|using|via)\b))"
    )
    office = Deferred(rf" {_OFFICE}\b")
    # ", not I", "; we get its scores"
    stands_apart = Deferred(
        r"(?:[,;.:]| [\u2013-])? ?(?:(?:but )?not (?:I|me)\b|(?:and |but |while )?(?:I|we|We) (?!{works_on_it}))"
    )
    authoring = cased(r"\b(?:{authoring})\Z")
    keeping = cased(r"\b(?:{authoring+keeping})\Z")
    products = cased(r" (?:\w+ )?(?:{products})\b")
    teaching = any_of("teaching")
    own_label = cased(r"(?:^|[.;(|\n])\W*(?:{own_labels})[ \t]*:")
    other_label = cased(r"(?:^|[.;(|\n])\W*(?:{other_labels})(?:'s?|\u2019s?)?(?: [\w]+){0,2}[ \t]*:")
    business_deeds = cased(r"(?:{business_deeds})\b")
    taking_up = cased(r"\b(?:{taking_up}) (?:every|each|all|the|some|any|whatever|what)?\b[^,;.]*\Z")
    # "My brother. He is Linux administrator."
    trade_told = Deferred(r" (?:is|was|are|were) (?:now |also )?(?:an? |the )?(?=(?:[\w+#/.-]+ ){0,3}(?:{trades})s?\b)")
    made_of = Deferred(
        r"(?: (?!(?:I|we|me|my|that|which)\b)[\w'\u2019+#./-]+){0,5}? (?:{made_of}|(?:is|was|are|were) (?=[A-Z]))\b"
        r"(?![^.;\n]{0,40}\bby (?:me|us)\b)"
    )
    apposed = Deferred(
        r"\b(?:[a-z]+ (?:the )?|[Rr]eferences?: |[Rr]eferees?: |[Ss]upervisors?: |[Aa]dvis[eo]rs?: )(?:{honorifics})\.?"
        r" (?:[A-Z][\w.'\u2019-]* ){0,3}[A-Z][\w'\u2019-]+, ((?:{appositions})\b[^:;.\n]{3,90})"
    )
    partitives = cased(r"\b(?:{partitives}) of \Z")
    others_who = cased(r"\b(?:(?:\w+s|{persons}) who|(?:{outsiders}) (?:that|which))(?:['\u2019]\w+)?(?: [a-z]+)?\s*\Z")
    # Not "by business need" or "by pure data": one noun, its kind before it, and the phrase ends.
    unit = Opening(
        r"(?:(?:{unit_kinds}) )?(?:{unit_heads})(?= ?(?:[.,;:)\n|]|\Z)| (?:in|on|with|using|and|not)\b)",
        "unit_kinds+unit_heads",
    )


@cache
def grammar() -> Grammar:
    """The grammar of ``[others]`` in ``language/status.toml``."""
    return data.filled(
        Grammar,
        [data.table("language/status")["others"]],
        leaders=heads_of(listed("leading+among")),
        finite=word_set("doing:told"),
        reception=word_set("reception+no_passive+receiving"),
        consuming=word_set("consuming+receiving"),
        own_label_words=heads_of(listed("own_labels")),
        no_subject=word_set("doing:inflected+boundaries").difference(("of", "for", "in", "and")),
        holding=word_set("authoring+keeping+named_doing"),
        taking=word_set("taking+consuming+showing"),
        honorific_words=frozenset(map(str.lower, listed("honorifics"))),
        departments=word_set("departments+people"),
        no_doing=word_set("no_doing+receiving+boundaries").difference(("is", "was")),
    )


def tells_a_deed(word: str) -> bool:
    """Whether a word, in lower case, tells what somebody does or did."""
    return word.endswith(("ed", "ing")) or word in grammar().finite
