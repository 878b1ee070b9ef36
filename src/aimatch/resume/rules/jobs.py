"""The words of positions, read from ``language/positions.toml`` once and turned into look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import filled, table
from aimatch.deferred import Deferred
from aimatch.model import PositionKind
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.job_patterns import BOTH, acting, arrangement, may_be_label, numbered, opening, parting
from aimatch.resume.rules.job_words import NOTHING, WORDS, Label, as_written, telling, words_of
from aimatch.wordlist import alternatives

__all__ = ["NOTHING", "WORDS", "Jobs", "Label", "jobs", "telling", "words_of"]

#: Words of a line that is a title, where its words are weak ones.
_FEW = 5
#: Letters of a compound that ends in a title ("Softwareentwickler").
_COMPOUND = 9
#: The first letter of the scripts that set no spaces between words.
_UNSPACED = "\u3041"
_COLON = Deferred(r"[:：\t]|\s{3}|^[a-z]")
_WIDE = re.compile(r"\s{2,}|\t")
#: Characters in which a label ends with its colon or dash.
_LABEL_END = 70
_LABEL = re.compile(
    r"^(?:[^\w\s(\[\"'“]{1,2}\s*){0,2}(?:[(\[]?\d{1,2}[.)\]]\s*)?"
    r"([^\W_]+(?:['’][^\W_]+)?(?:(?: | ?/ ?)[^\W_]+(?:['’][^\W_]+)?){0,6})(?:\s?#\s?\d{1,2}| \([^()]{1,12}\))?\.?[*_]{0,2}\s*(?:[:：]|\s[-–]|-\s|\t|\s{3})[*_]{0,2}\s*"
)
_CLAUSE = re.compile(r"[,;:|()@·\t]|\.\s|\s(?:[-–—]|at)\s")


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Jobs:
    """Look-ups by lower-case word; ``labels_by_key`` by :func:`key_of` what they label."""

    titles: frozenset[str]
    weak_titles: frozenset[str]
    title_endings: tuple[str, ...]
    paired: tuple[frozenset[str], ...]
    employers: frozenset[str]
    certified: frozenset[str]
    deeds: frozenset[str]
    arrangement: Deferred  # parentheses on how somebody was employed ("(full-time, on site)")
    arrangements: frozenset[str]
    own_account: frozenset[str]  # those in the place of an employer's name
    legal_forms: frozenset[str]
    legal_endings: tuple[str, ...]  # those that are small words too: they end a name, in capitals
    partners: frozenset[str]
    no_partners: frozenset[str]
    #: Between an employer's name and whatever town, or a known one.
    town_words: frozenset[str]
    place_words: frozenset[str]
    firm_prefixes: tuple[str, ...]
    units: frozenset[str]
    signed: frozenset[str]
    #: What tells from when somebody is free, and of papers valid for a term; such words, first or last before a date.
    free: Deferred
    papers: Deferred
    no_work_words: frozenset[str]
    #: What an anonymised resume writes in the place of an employer's name, and of a place's.
    anonymous: Deferred
    anonymous_names: frozenset[str]
    anonymous_words: frozenset[str]
    placeholders: frozenset[str]
    placeholder: Deferred
    title_brackets: frozenset[str]
    graded: Deferred  # the pay plan, series and grade behind a title
    bases: frozenset[str]
    #: Titles that say nothing without what stands behind their comma ("Director, Business Development").
    bare_titles: frozenset[str]
    #: Words at the end of a name that belong to the date behind it ("Clerk from").
    before_dates: frozenset[str]
    states: frozenset[str]
    places: frozenset[str]  # cities and countries, and parts of countries
    regions: frozenset[str]
    #: First words of titles that go on in small letters ("Ingénieure en vision par ordinateur").
    small_titles: frozenset[str]
    labels_by_key: Mapping[str, str]
    #: Rows of a form between the date and the title, names of columns, and labels of an education, by :func:`key_of`.
    form_rows: frozenset[str]
    columns: frozenset[str]
    study_labels: frozenset[str]
    trade_schools: frozenset[str]
    label_within: Deferred
    label_words: frozenset[str]
    acting_as: Deferred  # between an employer and a title in one: "Foo Ltd as Analyst"
    #: What tells before a title that somebody held it ("Currently working as a").
    acting: Deferred
    firms: frozenset[str]
    kinds: tuple[tuple[PositionKind, Deferred], ...]
    kind_words: frozenset[str]
    prose: Deferred
    #: The longest word of each verb: a text without any of them tells nothing.
    prose_words: frozenset[str]
    joining: frozenset[str]
    #: What counts the entries before their names ("v4: Foo Ltd", "Chapter 2 - Foo Ltd").
    numbered: Deferred
    #: What points back to the employer of the entry before ("same place").
    same: frozenset[str]
    #: Before a later title of the same job ("engineer, then Senior").
    then: frozenset[str]
    serving: frozenset[str]
    hired: frozenset[str]
    deployed: Deferred  # before the client's name, behind an agency's
    through: Deferred  # in brackets behind the employer's name ("Foo Ltd (through Bar Staffing)")
    own_titles: frozenset[str]  # those that say nothing before another one ("Freelance, Web Developer")
    engagements: frozenset[str]  # what the work for a client is called in the place of a title
    belonging: frozenset[str]  # titles of who belongs to a body
    bodies: frozenset[str]
    teams: frozenset[str]
    #: The end of a sentence before such a word.
    afterwards: Deferred
    prose_as: frozenset[str]
    prose_at: frozenset[str]
    prose_post: frozenset[str]
    speakers: frozenset[str]
    at_name: Deferred
    #: What parts the names of a heading: signs, and words between a title and its employer.
    parting: Deferred

    def names_title(self, text: str) -> bool:
        """Whether ``text`` holds a word that names a job (a weak one only beside another word)."""
        words = words_of(text)
        hits = self.titles & words
        if hits and (1 < len(words) <= _FEW or not hits <= self.weak_titles):
            return True
        return any(pair <= words for pair in self.paired) or any(
            (len(word) > _COMPOUND or word[-1] >= _UNSPACED) and word.endswith(self.title_endings) for word in words
        )

    def holds_title(self, text: str) -> bool:
        """Whether ``text`` or a part of it names a job, a weak word among its own few words ("Foo Theatre, Springfield. Lighting
        operator, later chief of all the crew")."""
        return self.names_title(text) or any(map(self.names_title, _CLAUSE.split(text)))

    def certifies(self, text: str) -> bool:
        """Whether a title in ``text`` belongs to a certificate ("Microsoft Certified Systems Engineer")."""
        return not self.certified.isdisjoint(words_of(text))

    def is_deed(self, text: str) -> bool:
        """Whether ``text`` names an award, an event or the like."""
        return not self.deeds.isdisjoint(words_of(text))

    def names_employer(self, text: str) -> bool:
        """Whether ``text`` holds a word that marks an organisation."""
        return not self.employers.isdisjoint(words_of(text))

    def names_firm(self, text: str) -> bool:
        """Whether ``text`` holds a legal form or another word that ends a company's name."""
        return not self.firms.isdisjoint(words_of(text)) or self.is_anonymous(text)

    def names_company(self, text: str) -> bool:
        """Whether ``text`` holds a word that marks an organisation, or begins like a firm's name ("M/s Foo")."""
        return self.names_employer(text) or text.lower().startswith(self.firm_prefixes)

    def is_unit(self, text: str) -> bool:
        """Whether ``text`` names a part of an organisation ("Department of Physics")."""
        return not self.units.isdisjoint(words_of(text))

    def has_legal_form(self, text: str) -> bool:
        """Whether ``text`` holds a company's legal form ("Ltd")."""
        if not self.legal_forms.isdisjoint(words_of(text)):
            return True
        return text.endswith(self.legal_endings) and not text.isupper()

    def is_anonymous(self, text: str) -> bool:
        """Whether ``text`` leaves an employer's name blank ("Company Name")."""
        return not self.anonymous_words.isdisjoint(words_of(text)) and self.anonymous.search(text) is not None

    def is_signed(self, text: str) -> bool:
        """Whether ``text``, before a date, labels the day on which a resume was signed."""
        return text.lower().strip(" :") in self.signed

    def is_no_work(self, text: str, *, titled: bool) -> bool:
        """Whether ``text``, before a date, tells from when somebody is free, or, unless a job is named, of papers."""
        if self.no_work_words.isdisjoint(words_of(text)):
            return False
        return self.free.match(text) is not None or (not titled and self.papers.match(text) is not None)

    def is_arrangement(self, text: str) -> bool:
        """Whether ``text`` says no more than how or from where one worked ("Remote")."""
        return text.lower() in self.arrangements

    def label(self, text: str) -> tuple[str, int] | None:
        """What the label at the beginning of ``text`` labels (employer, title, dates, project) and where it ends."""
        if not may_be_label(text[:_LABEL_END]):
            return None
        match = _LABEL.match(text)
        kind = self.labels_by_key.get(key_of(match.group(1))) if match else None
        if match and kind and match.group(1).lower() in self.anonymous_names and not _COLON.search(match.group()):
            return None  # "Company Name - City, State": a name left blank
        if match and kind and match.group().endswith(("   ", "\t")) and self._is_label_cell(text[match.end() :]):
            return None  # "Organisation     Designation     Duration": the head of a table
        return (kind, match.end()) if match and kind else None

    def names_columns(self, text: str) -> bool:
        """Whether ``text`` is the head of a table: each of its cells labels what stands below it."""
        return "\t" in text and all(self._is_label_cell(cell) for cell in text.split("\t"))

    def _is_label_cell(self, text: str) -> bool:
        cell = _WIDE.split(text, maxsplit=1)[0]
        keys = [key_of(cell)] if key_of(cell) in self.columns else map(key_of, BOTH.split(cell))
        return all(key in self.labels_by_key or key in self.columns for key in keys)

    @staticmethod
    def first_label(text: str) -> str:
        """The words before a colon at the beginning of ``text``, be they a label or not; empty if there is none."""
        match = _LABEL.match(text) if ":" in text else None
        return match.group(1) if match and ":" in match.group() else ""

    def labels(self, text: str) -> list[Label]:
        """The labels in a line that begins with one."""
        first = self.label(text) or self._name_before_labels(text)
        if first is None or self.names_columns(text):
            return []
        kinds, bodies, stops = [first[0]], [first[1]], []
        for found in self._labels_within(text, first[1]):
            # "(Payment Industry - Prepaid Cards)": a dash alone parts a label from its value only behind capitals.
            colon = any(sign in text[found.end(1) : found.end()] for sign in ":：\t")
            if found[1].isupper() or (colon and found[1][0].isupper()):
                kinds.append(self.labels_by_key[key_of(found[1])])
                stops.append(found.start())
                bodies.append(found.end())
        return [Label(*label) for label in zip(kinds, bodies, [*stops, len(text)], strict=True)]

    def _labels_within(self, text: str, at: int) -> Iterator[re.Match[str]]:
        none = self.label_words.isdisjoint(words_of(text.replace(".", " ")))  # "Springfield.Designation: Clerk"
        return iter(()) if none else self.label_within.finditer(text, at)

    def _name_before_labels(self, text: str) -> tuple[str, int] | None:
        """The employer's name that opens a line in the place of its label ("(a) Foo Ltd., Springfield. Designation: Clerk")."""
        within = next(self._labels_within(text, 1), None) if ":" in text else None
        if within is None or self.labels_by_key[key_of(within[1])] != "title" or not within[1][0].isupper():
            return None
        lead = text[: within.start()].rstrip()
        named = ":" not in lead and lead[-1:] in ".,;" and len(lead.split()) <= _FEW + 4 and not self.names_title(lead)
        return ("employer", 0) if named else None

    def kind(self, text: str) -> PositionKind:
        """The kind of employment that the words of an entry's heading tell."""
        lower = text.lower()
        if self.kind_words.isdisjoint(words_of(text)):
            return "employment"
        return next((kind for kind, cues in self.kinds if cues.search(lower)), "employment")


@cache
def jobs() -> Jobs:
    """The words of ``language/positions.toml``."""
    data = table("language/positions")
    prose, no_work = data["prose"], data["no_work"]
    legal = as_written(data["legal_forms"])
    labels = {form: kind for kind, forms in data["entry_labels"].items() for form in forms}
    return filled(
        Jobs,
        [data, prose],
        arrangement=arrangement(data["arrangements"], data["workload"]),
        free=opening(no_work["free"]),
        papers=Deferred(rf"{opening(no_work['papers']).pattern}|.*\b(?i:{alternatives(no_work['valid'])})\Z"),
        no_work_words=telling(word for words in no_work.values() for word in words),
        anonymous=Deferred(rf"(?<!\w)(?:{alternatives(data['anonymous'])})(?!\w|\s?:)", re.IGNORECASE),
        anonymous_names=frozenset(data["anonymous"]),
        anonymous_words=telling(data["anonymous"]),
        placeholder=Deferred(rf"(?<!\w)(?:{alternatives(word.title() for word in data['placeholders'])})(?!\w)"),
        places=frozenset(data["places"]).union(data["regions"]),
        labels_by_key={key_of(form): kind for form, kind in labels.items()},
        form_rows=frozenset(map(key_of, data["form_rows"])),
        columns=frozenset(map(key_of, data["columns"]["names"])),
        study_labels=frozenset(map(key_of, data["study_labels"])),
        label_within=Deferred(
            rf"(?<=[\s.])({alternatives(labels)})\s*(?:[:：]|\s[-–](?=\s)|\t[-–:]?)\s*", re.IGNORECASE
        ),
        label_words=telling(form.replace(".", " ") for form in labels),
        acting=acting(prose["as"]),
        graded=Deferred(rf"(?:{alternatives(data['pay_plans'])})-\d{{1,4}}(?:-\d{{1,2}})?"),
        paired=tuple(frozenset(title.split()) for title in data["paired_titles"]),
        legal_forms=frozenset(data["legal_forms"]).union(legal),
        employers=frozenset(data["employers"]).union(legal),
        firms=frozenset(data["firms"]).union(data["legal_forms"], legal),
        legal_endings=tuple(f" {form}" for form in data["legal_endings"]),
        acting_as=Deferred(rf"\s(?:{alternatives(prose['as'])})\s(?:an?\s|the\s)?", re.IGNORECASE),
        kinds=tuple((kind, Deferred(rf"(?<!\w)(?:{alternatives(one)})(?!\w)")) for kind, one in data["kinds"].items()),
        kind_words=telling(cue for cues in data["kinds"].values() for cue in cues),
        prose=Deferred(rf"(?<!\w)(?!{alternatives(data['paired_titles'])})(?:{alternatives(prose['verbs'])})(?!\w)"),
        prose_words=telling(prose["verbs"]),
        numbered=numbered(data["counters"]),
        deployed=Deferred(rf"(?<=\w), (?:{alternatives(data['deployed'])}) (?=[A-Z])"),
        through=Deferred(rf"\s*\((?:{alternatives(data['through'])}) [^()]*\)", re.IGNORECASE),
        afterwards=Deferred(rf"(?<=[\w)])[.;]\s+(?=(?:{alternatives(data['then'])})\s)", re.IGNORECASE),
        prose_as=frozenset(prose["as"]),
        prose_at=frozenset(prose["at"]),
        prose_post=frozenset(prose["post"]),
        parting=parting(prose["between"]),
        at_name=Deferred(rf"\s(?:{alternatives(prose['at'])})\s[A-Z]"),
    )
