"""What the headings of a resume's sections are called: ``language/headings.toml`` turned into look-ups."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from aimatch.data import filled, table, unpack
from aimatch.model import SectionKind
from aimatch.resume.rules.heading_forms import WORDS, key_of, packed
from aimatch.wordlist import alternatives

_BRACKETS = re.compile(r"\([^()]*\)?|\[[^\]]*\]?")
_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[ivx]{1,4})[.)]\s+", re.IGNORECASE)
#: Characters of a heading.
_LONGEST = 60
#: Words of a heading made of several known ones.
_MOSTWORDS = 7
_HALVES = re.compile(r"\s*[/&+,;]\s*|\s(?:and|or|und|et|y)\s")
#: Words of a heading that only its last word tells.
_MOST_LAST = 4
#: Characters of a heading that may be misspelt.
_LONGEST_MISSPELT = 40
#: Letters of a word in which one slip leaves no doubt what was meant, and in which two leave none.
_LONG_WORD = 8
_VERY_LONG_WORD = 10
#: Lists of forms that are compared as headings are.
_KEYED = (
    *("chronicles", "columns", "duties", "labels", "list_words", "never", "sites", "skill_names"),
    *("skills_or_study", "summary_or_jobs", "with_years"),
)
#: The years of a plan: "Plan 2026-2027", "Goals for 2027", "Next (2027)".
_OF_YEARS = re.compile(r"[\s,:(-]+(?:(?:for|in) )?\(?20\d\d(?: ?[-/\u2013] ?(?:20)?\d\d)?\)?:?\Z", re.IGNORECASE)
_ENDS_OF_YEARS = "0123456789):"
#: What a writer remarks on such a heading behind a dash, where names would be its items: "Not used - no offers, please".
_REMARK = re.compile(r" [\u2013\u2014-] [a-z][a-z', \u2019-]+\Z")
_OPEN_TO_REMARKS = frozenset({"learning", "not-used"})


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Headings:
    """Look-ups of the kind of a heading. ``last_words`` are the words that known headings end with."""

    kinds: Mapping[str, SectionKind]
    cores: Mapping[str, SectionKind]
    fillers: frozenset[str]
    negations: frozenset[str]
    affirmations: frozenset[str]
    labels: frozenset[str]
    list_words: frozenset[str]
    tongues: frozenset[str]
    skill_names: frozenset[str]
    never: frozenset[str]
    subjects: tuple[str, ...]
    makers: frozenset[str]
    priority: Mapping[SectionKind, int]
    starters: frozenset[str]
    first_words: frozenset[str]
    last_words: frozenset[str]
    glued: tuple[str, ...]
    capitals: tuple[str, ...]
    telling: frozenset[str]
    sites: frozenset[str]
    with_years: frozenset[str]
    name_parts: frozenset[str]
    duties: frozenset[str]
    duty_words: frozenset[str]
    chronicles: frozenset[str]
    hints: Mapping[str, SectionKind]
    skills_or_study: frozenset[str]
    summary_or_jobs: frozenset[str]
    wished: re.Pattern[str]
    certificates: frozenset[str]
    columns: frozenset[str]
    #: The words of all headings: others may be misspelt ones of them.
    vocabulary: frozenset[str]

    def kind(self, text: str) -> SectionKind | None:
        """The kind of a heading that is listed as it stands, else None."""
        return self.kinds.get(key_of(text)) if len(text) <= _LONGEST else None

    def find(self, text: str) -> tuple[SectionKind | None, bool]:
        """The kind of a heading, and whether it is sure: listed, or joined of two headings, and not merely made of known words."""
        if len(text) > _LONGEST or is_torn(text):
            return None, False
        if kind := self.kinds.get(key_of(text)):
            return kind, True
        if (remark := _REMARK.search(text)) and (text[: remark.start()].isupper() or " " in text[: remark.start()]):
            kind = self.kinds.get(key_of(text[: remark.start()]))
            if kind in _OPEN_TO_REMARKS:
                return kind, True
        years = _OF_YEARS.search(text) if text[-1] in _ENDS_OF_YEARS else None
        if years and key_of(text[: years.start()]) in self.with_years:
            return "learning", True
        if "(" in text or "[" in text or text[0] in "0123456789IVX":
            bare = _NUMBER.sub("", _BRACKETS.sub(" ", text)).strip()
            if bare != text and bare and (kind := self.kinds.get(key_of(bare))):
                return kind, True
            text = bare
        if "/" in text and all(halves := [self.kinds.get(key_of(half)) for half in text.split("/")]):
            # "Not my strong side / plans": the lines below tell which.
            first = halves[0] if len(set(halves)) == 1 or "not-used" not in halves else "skills"
            return first, True
        # Few lines hold a word that could make a heading: this spares the others the closer look. A row of cells is none.
        if text.count(" ") > 7 or text.count("|") > 1:
            return None, False
        if self.makers.isdisjoint(text.lower().rstrip(":= #*").replace("/", " ").split()):
            return None, False
        return self._composed(text)

    def may_be_misspelt(self, text: str, apart: bool = False) -> bool:
        """Whether a line has the form of a heading in which a word may be misspelt: a few words, in capitals, labelled or,
        where the line stands ``apart`` from the one above, each with a capital."""
        return (
            len(text) <= _LONGEST_MISSPELT
            and text.count(" ") < _MOST_LAST
            and (text[-1] in ":-" or text.isupper() or (apart and text.istitle()))
        )

    def respelt(self, text: str, apart: bool = False) -> str | None:
        """A heading in which one long word is misspelt ("EXPERINCE", "Academic Qualifiation:") with that word put right;
        None if it is none. Only words of headings are put right."""
        if not self.may_be_misspelt(text, apart):
            return None
        words: list[str] = WORDS.findall(text.lower())
        odd = [word for word in words if word not in self.vocabulary]
        if len(odd) != 1 or len(odd[0]) < _LONG_WORD - 1:
            return None
        right = _nearest(odd[0], self.vocabulary)
        return " ".join(right if word == odd[0] else word for word in words).title() if right else None

    def is_label(self, text: str) -> bool:
        """Whether ``text`` labels a line within an entry ("Technologies")."""
        return key_of(text) in self.labels

    def last(self, text: str) -> SectionKind | None:
        """The kind of a heading told by its last word alone ("Customer Service Experience"), if it has capitals."""
        words = text.rstrip(": ").split()
        if not 1 < len(words) <= _MOST_LAST or key_of(text) in self.never:
            return None
        if not all(word[0].isupper() or word.lower() in self.fillers or word == "&" for word in words):
            return None
        return self.cores.get(words[-1].lower()) if words[-1].lower() in self.telling else None

    def told(self, text: str) -> SectionKind | None:
        """The kind of a heading that its type or its place shows to be one, told by its last word that tells any ("SAFETY
        COURSES ATTENDED"); None if no word does."""
        words: list[str] = WORDS.findall(text.lower())
        if not 0 < len(words) <= _MOSTWORDS or key_of(text) in self.never:
            return None
        while len(words) > 1 and words[-1] in self.fillers and words[-1] not in self.cores:
            words.pop()
        if words[-1] in self.duty_words:
            return "experience"
        return self.cores.get(words[-1]) or (self.kinds.get(words[-1]) if len(words) == 1 else None)

    def hinted(self, text: str) -> tuple[SectionKind, ...]:
        """The kinds that a heading tells which its dress shows to be one: that of a listed one, or those of its words
        ("School and papers"), first that of one made of known words. A heading that denies tells none."""
        if listed := self.kind(text):
            return (listed,)
        made = self.find(text)[0]
        words = [word.replace("’", "'") for word in WORDS.findall(text.lower())]
        if not self.negations.isdisjoint(words):
            return (made,) if made else ()
        told = (self.hints[word] for word in words if word in self.hints)
        return tuple(dict.fromkeys([*([made] if made else []), *told]))

    def wishes(self, sentence: str) -> bool:
        """Whether a sentence begins like one that tells what somebody wants to do or learn."""
        return self.wished.match(sentence.lower()) is not None

    def certifies(self, text: str) -> bool:
        """Whether a line names a certificate."""
        return not self.certificates.isdisjoint(WORDS.findall(text.lower()))

    def is_of_both(self, text: str) -> bool:
        """Whether one half of a heading affirms what the other denies ("What I know / what I don't", "Can & can't"): the
        lines below tell which."""
        halves = [WORDS.findall(half) for half in _HALVES.split(text.lower().replace("’", "'"))]
        affirmed = [self.negations.isdisjoint(half) for half in halves]
        return not all(affirmed) and any(
            yes and not self.affirmations.isdisjoint(half) for half, yes in zip(halves, affirmed, strict=True)
        )

    def is_duty(self, text: str) -> bool:
        """Whether a heading announces what was done in a job."""
        words = WORDS.findall(text.lower())
        return bool(words) and words[-1] in self.duty_words

    def _composed(self, text: str) -> tuple[SectionKind | None, bool]:
        """The kind of an unlisted heading, and whether it joins two headings ("Certifications & Activities")."""
        plain = text.lower()
        if key_of(text) in self.never or "".join(WORDS.findall(plain)) in self.never:
            return None, False
        for subject in self.subjects:
            plain = plain.replace(subject, "data science")
        place = text.find(" in ")
        if place > 0 and text[:place].isupper() and self.kinds.get(key_of(text[:place])) == "experience":
            return "experience", True  # "WORK EXPERIENCE in India"
        words = [word.replace("’", "'") for word in WORDS.findall(plain)]
        if not 1 < len(words) <= _MOSTWORDS:
            return None, False
        negated = any(word in self.negations for word in words)
        found = [self.cores[word] for word in words if word in self.cores]
        if not found and not negated:
            return None, False
        if any(word not in self.cores and word not in self.fillers and word not in self.negations for word in words):
            return None, False
        if negated:
            return "skills" if self.is_of_both(text) else "not-used", False
        return min(found, key=lambda kind: self.priority.get(kind, 99)), len(found) > 1 and len(words) <= len(found) + 1

    def glued_back(self, text: str) -> int:
        """Where a heading in capitals begins that is glued to the last word of ``text``; 0 if there is none."""
        if not text.endswith(self.glued):
            return 0
        cut = len(text) - max(len(word) for word in self.glued if text.endswith(word))
        return cut if cut > 0 and text[cut - 1].isalpha() else 0

    def behind_name(self, text: str) -> int:
        """Where a heading in capitals begins that ends a line of other text, glued to a name in capitals ("AWSSKILLS") or
        a space behind a name ("Python Certification PROJECTS"); 0 if there is none."""
        if not text.endswith(self.capitals):
            return 0
        cut = len(text) - max(len(word) for word in self.capitals if text.endswith(word))
        before = text[:cut]
        if not before or before[-1].isupper():
            return cut
        name = before[before.rstrip().rfind(" ") + 1 : -1]
        return cut if before[-1] == " " and name[:1].isupper() and name.isalnum() and not self.find(text)[0] else 0

    def glued_front(self, text: str) -> int:
        """Where the rest of ``text`` begins behind a heading in capitals that is glued to it; 0 if there is none."""
        if not text.startswith(self.glued):
            return 0
        cut = max(len(word) for word in self.glued if text.startswith(word))
        rest = text[cut:]
        # "EDUCATIONAL HISTORY" is no name behind "EDUCATION", nor "EXPERIENCED TESTER" one behind "EXPERIENCE".
        return cut if rest[:2].isalpha() and " " in rest and len(rest) > 6 and rest[:2] not in {"AL", "ED"} else 0


def is_torn(text: str) -> bool:
    """Whether a line ends a bracket or a quotation that another line opens: "Programming)", "Education” (Foo, 2009)"."""
    return (text[-1] == ")" and "(" not in text) or ("”" in text and "“" not in text)


@lru_cache(maxsize=256)
def _nearest(word: str, known: frozenset[str]) -> str | None:
    """The one long word that is a letter away, or two letters changed for each other, or two letters in a very long word;
    another form of it ("qualifications", "experienced") is no misspelling."""
    most = 1 if len(word) < _VERY_LONG_WORD else 2
    near: dict[int, list[str]] = {}
    for one in known:
        if len(one) >= _LONG_WORD and abs(len(one) - len(word)) <= most and one[0] == word[0]:
            steps = DamerauLevenshtein.distance(word, one, score_cutoff=most)
            if steps <= most:
                near.setdefault(steps, []).append(one)
    if not near:
        return None
    best = near[min(near)]
    form = any(word.startswith(one) or one.startswith(word) for one in best)
    return best[0] if len(best) == 1 and not form else None


@cache
def headings() -> Headings:
    """The headings of ``language/headings.toml``."""
    listed_in = table("language/headings")
    forms = packed()
    first_words, last_words = (frozenset(unpack(forms[name])) for name in ("first_words", "last_words"))
    return filled(
        Headings,
        [listed_in],
        **{name: frozenset(map(key_of, listed_in[name])) for name in _KEYED},
        kinds=dict(zip(unpack(forms["keys"]), unpack(forms["kinds"]), strict=True)),
        cores={word: kind for kind, listed in listed_in["cores"].items() for word in listed},
        makers=frozenset(listed_in["negations"]).union(*listed_in["cores"].values()),
        priority={kind: rank for rank, kind in enumerate(listed_in["priority"])},
        starters=first_words.union(
            listed_in["fillers"],
            listed_in["negations"],
            (form.split()[0] for form in [*listed_in["duties"], *listed_in["chronicles"]]),
            *listed_in["cores"].values(),
        ),
        first_words=first_words,
        last_words=last_words,
        hints={
            word: kind for part in ("cores", "hints") for kind, listed in listed_in[part].items() for word in listed
        },
        wished=re.compile(rf"(?:.{{0,20}}\W)?{alternatives(listed_in['wishes'])}\b"),
        vocabulary=frozenset(listed_in["fillers"]).union(
            listed_in["duty_words"], *listed_in["cores"].values(), unpack(forms["words"])
        ),
        glued=tuple(sorted({word.upper() for words in listed_in["cores"].values() for word in words if len(word) > 5})),
    )
