"""The grammar of people: classes of words by which it is told who does what, as sets and patterns.

The words are data (``[others]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.rules.cues import words
from aimatch.extract.rules.deferred import Deferred, Ending, Opening
from aimatch.wordlist import alternatives, heads_of

_SIGNS = r"[\s\u2022\u00b7*>~+\u25aa\u25cf\u25a0\u27a2\uf0b7\u2726-]*"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of words around people, as sets and patterns; ``*_before`` match at the end of what precedes."""

    determiners: frozenset[str]
    related: frozenset[str]
    counted: frozenset[str]
    fronted: Deferred
    employed: Deferred
    contracting: frozenset[str]
    boundaries: frozenset[str]
    groups: frozenset[str]
    firms: frozenset[str]
    own_determiners: frozenset[str]
    own_groups: frozenset[str]
    own_after: tuple[str, ...]
    own_clause: Deferred
    self_before: Ending
    trades: tuple[str, ...]
    leaders: frozenset[str]
    leading: Deferred
    among: Deferred
    equipped: Deferred
    does: Opening
    past: Deferred
    receiving: frozenset[str]
    told: Deferred
    and_past: Deferred
    next_past: Deferred
    has_equipment: Deferred
    subordinate: Deferred
    people_before: Deferred
    finite: frozenset[str]
    finite_within: Deferred
    doing: Opening
    done_by: Deferred
    taught_me: Deferred
    causing: Ending
    caused: Deferred
    is_before: Ending
    copulas: Deferred
    prepositions: Deferred
    errands: Deferred
    labels: Deferred
    opening: Deferred
    opening_bare: Deferred
    named_doing: Deferred
    office: Deferred
    authoring: Deferred
    keeping: Deferred
    not_names: frozenset[str]
    teaching: Deferred
    consuming: frozenset[str]
    reception: frozenset[str]
    finite_only: frozenset[str]
    names_all_the_same: frozenset[str]
    own_label: Deferred
    own_labels: tuple[str, ...]
    own_label_words: frozenset[str]
    other_label: Deferred
    businesses: frozenset[str]
    business_deeds: Deferred
    serving: frozenset[str]
    sellers: frozenset[str]
    posts: frozenset[str]
    another: frozenset[str]
    stands_apart: Deferred
    products: Deferred
    taking_up: Deferred
    headcount_before: frozenset[str]
    founding: frozenset[str]
    learners: frozenset[str]
    titles: frozenset[str]
    honorific_words: frozenset[str]
    titled: Deferred
    apposed: Deferred
    partitives: Deferred
    others_who: Deferred
    departments: frozenset[str]
    no_doing: frozenset[str]
    below: tuple[str, ...]
    offices: frozenset[str]
    elsewhere: tuple[str, ...]
    outside: frozenset[str]
    unarticled: frozenset[str]
    relatives: frozenset[str]
    showing: frozenset[str]
    others: frozenset[str]
    unit: Opening
    sections: frozenset[str]
    fields: frozenset[str]
    no_subject: frozenset[str]
    made_of: Deferred
    nouns_too: frozenset[str]
    trade_told: Deferred
    taking: frozenset[str]
    holding: frozenset[str]


def _inflected(line: str) -> list[str]:
    """The forms of a verb: as given, or those of a regular one, of which only the base is."""
    forms = line.split()
    if len(forms) > 1:
        return forms
    base = forms[0]
    stem = base.removesuffix("e")
    if base[-1] == "y" and base[-2] not in "aeou":
        return [base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"]
    third = f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z")) else f"{base}s"
    return [base, third, f"{stem}ed", f"{stem}ing"]


@cache
def grammar() -> Grammar:
    """The grammar of ``[others]`` in ``language/status.toml``."""
    table, ignore = words().others, re.IGNORECASE
    verbs = [_inflected(line) for line in table["doing"]]
    told = [form for forms in verbs for form in forms[:-1]]
    finite = alternatives(told)
    going_on = alternatives([forms[-1] for forms in verbs])
    past = alternatives(sorted({form for forms in verbs for form in forms[2:-1]}))
    idle = "|".join(sorted({*table["no_passive"], *table["receiving"]}))
    irregular = {form for forms in verbs for form in forms[2:-1] if not form.endswith("ed")}.difference(
        table["no_passive"]
    )
    any_passive = rf"(?!(?:{idle})\b)(?:[a-z-]{{2,}}ed|{alternatives(sorted(irregular))})"
    phrases, adverbs = alternatives(table["doing_phrases"]), alternatives(table["adverbs"])
    # "our developers are well versed in"
    phrases += rf"|(?:is|are|was|were) (?:[a-z]+ )?(?:{alternatives(table['versed'])}) (?:in|at|with|on)"
    trades = alternatives([f"{trade}s" for trade in table["trades"]])
    copulas, own = alternatives(table["copulas"]), alternatives(table["own_words"])
    # "Maria from the web team", "Anil from my course"
    circles, office = alternatives(table["circles"]), f"{alternatives(table['departments'])}|IT|HR"
    office = rf"(?:from|in|of) (?:(?:the|our) (?:\w+ )?(?:{alternatives(table['own_groups'])})|(?:my|our) (?:{circles})|(?:{office}))"
    clauses, bare, honorifics = (alternatives(table[key]) for key in ("clause_openers", "bare_openers", "honorifics"))
    return data.filled(
        Grammar,
        [table],
        fronted=Deferred(
            rf"\W*(?:{alternatives(table['fronted'])}) (?!charge of\b)(?:(?!(?:I|we) )[\w'\u2019&-]+ ){{1,6}}\Z", ignore
        ),
        employed=Deferred(rf"(?:^|[,;:(|\n\u2013\u2014-]|\b(?:{alternatives(table['employed'])}))\s*\Z", ignore),
        own_clause=Deferred(
            rf"[,;(\u2013\u2014] ?(?:(?:{clauses}) )?(?:{own})\b(?! (?:\w+ )?(?:{trades})\b)|,(?=[^,;.:\n]{{2,60}}(?:\b(?:{alternatives(table['own_ends'])})|: me)\b)|(?<!look )(?<!looks )(?<!looked )\b(?:{clauses}),? (?:{own})\b|,? leaving\b|\bmy\b|\bour (?:expertise|experience|knowledge|know-how|skills)\b|(?<=[a-z)]) [A-Z][a-z]+ed\b|(?<!gave )(?<!give )(?<!gives )(?<!built )(?<!made )(?<!wrote )(?<!bought )(?<!hand )(?<!hands )(?<!handed )(?<!sent )(?<!send )(?<!sends )(?<!left )(?<!leaves )(?<!leave )\bme\b"
        ),
        self_before=Ending(
            rf"(?<!there )\b(?:{alternatives(table['self_before'])})(?: now| also)?(?: an?| the)?\s*\Z",
            (*table["self_before"], " now", " also", " a", " an", " the"),
        ),
        leaders=frozenset(phrase.split()[0] for phrase in (*table["leading"], *table["among"])),
        equipped=Deferred(rf" with [^,.;:\n]{{2,60}}?\b(?:{alternatives(table['equipment'])})\b", ignore),
        subordinate=Deferred(rf"\b(?:{alternatives(table['subordinate'])}) \Z", ignore),
        has_equipment=Deferred(
            rf"\s+(?:has|had|have|came with|comes with)\s+(?:an?\s+|the\s+|some\s+)?(?:\S+\s+){{1,3}}(?:{alternatives(table['equipment'])})\b",
            ignore,
        ),
        among=Deferred(rf"\b(?:{alternatives(table['among'])})(?:\s+\w+)?\s*\Z", ignore),
        leading=Deferred(
            rf"(?<!\bmy )(?<!\bthe )(?<!\ba )\b(?:{alternatives(table['leading'])})\b(?:\W+(?!with\b|for\b|from\b|by\b)\w+){{0,4}}\W*\Z",
            ignore,
        ),
        does=Opening(
            rf"\s*(?:(?:{adverbs})\b\s*){{0,3}}(?:{phrases}|(?:{finite})\b(?! to\b)|(?:is|are|was|were|been) (?:now )?(?:(?:at|with) [A-Z][\w&-]+ )?(?:{going_on}))\b",
            [*table["adverbs"], *table["doing_phrases"], *told, "is", "are", "was", "were", "been"],
        ),
        past=Deferred(rf"\s*(?:(?:{adverbs})\b\s*){{0,2}}([a-z][a-z-]{{2,}}ed)\b(?! by\b)", ignore),
        told=Deferred(rf"\b(?:{past}|\w+ed)\Z", ignore),
        and_past=Deferred(rf",? and (?:(?:{adverbs}|was|were) )?(?:{past}|[a-z]+ed|given)\b"),
        next_past=Deferred(rf", (?:{past}|[a-z]+ed)\b"),
        people_before=Deferred(
            rf"\b({alternatives(table['headcount_before'])}) (?:(?:\d+|an?|the) )?"
            r"(?:[\w/-]+(?: [\w/-]+){0,3}(?:,| and| &|,? and) ){1,6}\Z",
            ignore,
        ),
        finite_within=Deferred(
            rf"\b(?:{alternatives([form for form in told if form not in table['nouns_too']])}|[a-z]+ed)\b", ignore
        ),
        finite=frozenset(told),
        doing=Opening(
            rf"\s*(?:,?\s*(?:who|that|which)\s+(?:(?:{adverbs})\s+){{0,2}}(?:{phrases}|{finite}|(?:is|are|was|were) (?:{going_on})|(?!(?:{idle})\b)[a-z]{{3,}}ed)"
            rf"|(?:{alternatives(table['participles'])}))\b",
            ["who", "that", "which", *table["participles"]],
        ),
        done_by=Deferred(
            rf"\b(?:(?:{any_passive}|set up)(?:[ -](?:{alternatives(table['passive_particles'])}|and \w+))?"
            rf"|{any_passive} (?:in|on|with|using) [\w.+#-]+|(?:{copulas}) (?:[a-z]+ly )?(?:{alternatives(table['given'])})|{alternatives(table['works'])}) by\s*\Z",
            ignore,
        ),
        taught_me=Deferred(
            rf"(?:(?:\A|[:|\u2013-]|   )[^\w(]*|\((?=\w+ by)|\b(?:I|we) (?:\w+ )?(?:was|were|got|am|been) (?:\w+ )?|\b(?:having been|being|been|after being) )"
            rf"(?:{alternatives(table['taught'])})\b[^.;:]* by\s*\Z",
            ignore,
        ),
        causing=Ending(rf"\b(?:{alternatives(table['causing'])})\s*\Z", table["causing"]),
        caused=Deferred(
            rf"(?: from (?:[A-Z][\w&-]*|outside))? (?:(?:to )?(?:{alternatives([forms[0] for forms in verbs])}|{going_on})|for|on the)\b"
        ),
        is_before=Ending(rf"(?:\b(?:{copulas})|'s|\u2019s)\s*\Z", (*table["copulas"], "'s", "\u2019s")),
        copulas=Deferred(rf"\b(?:{copulas})\b", ignore),
        prepositions=Deferred(rf"\b(?:{alternatives(table['prepositions'])})\b", ignore),
        errands=Deferred(rf"\s*(?:\w+ and )?(?:{alternatives(table['errands'])})\b", ignore),
        labels=Deferred(rf"\s*(?:{alternatives(table['labels'])})?\s*:", ignore),
        opening=Deferred(rf"(?:^|[\n.!?:;,(\u2013\u2014|]|\s-){_SIGNS}\Z|\b(?:{clauses})\s+\Z", ignore),
        opening_bare=Deferred(rf"(?:^|[\n.!?:;(\u2013\u2014|]|\s-){_SIGNS}\Z|\b(?:{bare})\s+\Z", ignore),
        # A finite verb has an object; "Site maintained in Drupal" has a participle.
        named_doing=Deferred(
            r"(?P<name>[A-Z][a-z\u00df-\u017f]+(?:-[A-Z][a-z\u00df-\u017f]+)?|[A-Z]\. ?[A-Z]\.)"
            rf"(?:, (?:who|our|my|the|their|his|her|an?|not) [^,.;:\n]{{1,40}},)? (?:{office} )?(?:(?:then|later|also|first|since|already) )?"
            rf"(?:(?:is|was) the one (?:who|that) )?(?P<verb>(?:{alternatives(table['finite_only'])})\b"
            rf"|(?:{alternatives(table['named_doing'])})\b(?! (?:{alternatives(table['prepositions'])}|by|and|or|using|via)\b))"
        ),
        office=Deferred(rf" {office}\b"),
        stands_apart=Deferred(  # ", not I", "; we get its scores"
            r"(?:[,;.:]| [\u2013-])? ?(?:(?:but )?not (?:I|me)\b|(?:and |but |while )?(?:I|we|We) "
            rf"(?!{alternatives(table['works_on_it'])}))"
        ),
        authoring=Deferred(rf"\b(?:{alternatives(table['authoring'])})\Z", ignore),
        keeping=Deferred(rf"\b(?:{alternatives([*table['authoring'], *table['keeping']])})\Z", ignore),
        products=Deferred(rf" (?:\w+ )?(?:{alternatives(table['products'])})\b", ignore),
        teaching=Deferred(rf"\b(?:{alternatives(table['teaching'])})\b", ignore),
        reception=frozenset([*table["reception"], *table["no_passive"], *table["receiving"]]),
        consuming=frozenset([*table["consuming"], *table["receiving"]]),
        own_label_words=heads_of(table["own_labels"]),
        own_label=Deferred(rf"(?:^|[.;(|\n])\W*(?:{alternatives(table['own_labels'])})[ \t]*:", ignore),
        other_label=Deferred(
            rf"(?:^|[.;(|\n])\W*(?:{alternatives(table['other_labels'])})(?:'s?|\u2019s?)?(?: [\w]+){{0,2}}[ \t]*:",
            ignore,
        ),
        business_deeds=Deferred(rf"(?:{alternatives(table['business_deeds'])})\b", ignore),
        taking_up=Deferred(
            rf"\b(?:{alternatives(table['taking_up'])}) (?:every|each|all|the|some|any|whatever|what)?\b[^,;.]*\Z",
            ignore,
        ),
        no_subject=frozenset(
            [
                *(form for forms in verbs for form in forms[1:-1]),
                *set(table["boundaries"]).difference(("of", "for", "in", "and")),
            ]
        ),
        holding=frozenset([*table["authoring"], *table["keeping"], *table["named_doing"]]),
        # "My brother. He is Linux administrator."
        trade_told=Deferred(
            rf" (?:is|was|are|were) (?:now |also )?(?:an? |the )?(?=(?:[\w+#/.-]+ ){{0,3}}(?:{alternatives(table['trades'])})s?\b)"
        ),
        taking=frozenset([*table["taking"], *table["consuming"], *table["showing"]]),
        made_of=Deferred(
            rf"(?: (?!(?:I|we|me|my|that|which)\b)[\w'\u2019+#./-]+){{0,5}}? (?:{alternatives(table['made_of'])}|(?:is|was|are|were) (?=[A-Z]))\b"
            rf"(?![^.;\n]{{0,40}}\bby (?:me|us)\b)"
        ),
        honorific_words=frozenset(map(str.lower, table["honorifics"])),
        titled=Deferred(rf"\b(?:{alternatives(table['scholars'])})\.? (?:[A-Z][\w.'\u2019-]+ ){{1,3}}\(([^()\n]+)\)"),
        apposed=Deferred(
            rf"\b(?:[a-z]+ (?:the )?|[Rr]eferences?: |[Rr]eferees?: |[Ss]upervisors?: |[Aa]dvis[eo]rs?: )(?:{honorifics})\.? (?:[A-Z][\w.'\u2019-]* ){{0,3}}[A-Z][\w'\u2019-]+,"
            rf" ((?:{alternatives(table['appositions'])})\b[^:;.\n]{{3,90}})"
        ),
        partitives=Deferred(rf"\b(?:{alternatives(table['partitives'])}) of \Z", ignore),
        others_who=Deferred(
            rf"\b(?:(?:\w+s|{alternatives(table['persons'])}) who|(?:{alternatives(table['outsiders'])}) (?:that|which))"
            r"(?:['\u2019]\w+)?(?: [a-z]+)?\s*\Z",
            ignore,
        ),
        # Not "by business need" or "by pure data": one noun, its kind before it, and the phrase ends.
        unit=Opening(
            rf"(?:(?:{alternatives(table['unit_kinds'])}) )?(?:{alternatives(table['unit_heads'])})"
            rf"(?= ?(?:[.,;:)\n|]|\Z)| (?:in|on|with|using|and|not)\b)",
            [*table["unit_kinds"], *table["unit_heads"]],
        ),
        departments=frozenset([*table["departments"], *table["people"]]),
        no_doing=frozenset([*table["no_doing"], *table["receiving"], *table["boundaries"]]).difference(("is", "was")),
    )
