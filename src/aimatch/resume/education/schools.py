"""The names of schools in a line, the labels and heads of columns around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from aimatch.data import table
from aimatch.resume.education.fields import bounds
from aimatch.resume.names.parts import loosened
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import jobs, words_of
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.sections.lines import BULLETS
from aimatch.wordlist import alternatives

# The end of a long word, or a dash, also as it looks where its bytes were read in the wrong encoding.
_DASH = re.compile(r"(?<=\w{6})\.\s|\s-\s|\s-(?=[A-Z])|\s?(?:ï¼|â€)")
_NAME = re.compile(r"(?:[^,;:|()\t–—•·\n\d ]|[ ](?! )|(?<!\d)\d(?!\d{3}))+")
_CELL = re.compile(r"[\t|·•]|\s[-–—]\s|,\s")
_LABEL = re.compile(r"\W*(?:([^\W\d_][^:\t\d]{1,30}?)\s*:|((?:[^\W\d_]+['’ ]){2,9}[^\W\d_]+)\t)[\s:–-]*")
_JOINT = re.compile(r"\s([^\W\d_]+)-[A-Z]\w+$")
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schools:
    """Words around the names of schools."""

    #: Small words before a name, and those behind it, or months.
    before: frozenset[str]
    #: What stands before a school in a sentence, and behind it before a second one.
    sign: re.Pattern[str]
    affiliated: re.Pattern[str]
    behind: frozenset[str]
    #: Words of universities, and the years that their courses of study take at least.
    universities: frozenset[str]
    years: int
    #: What a course of study makes one where the first degree has no other name ("engineer").
    qualifications: re.Pattern[str]
    #: How somebody left a school with its degree ("with honours"), and words of the schools that award one.
    honours: re.Pattern[str]
    awarding: frozenset[str]
    #: A university and, behind it, that somebody left it with its first degree.
    graduated: re.Pattern[str]
    #: Heads of the columns of a table of degrees, and labels of its lines.
    heads: frozenset[str]
    head_words: frozenset[str]
    #: A label that tells of an education in any section.
    labelled: re.Pattern[str]

    def is_university_diploma(self, form: str, school: str, start: date | None, end: date | None) -> bool:
        """Whether a diploma is a university's whole course of study, by its school and its length: in many countries
        the first degree is called no more than that."""
        return degrees().is_diploma(form) and self.is_long(start, end) and self.is_university(school)

    def is_long(self, start: date | None, end: date | None) -> bool:
        """Whether a course of study takes as long as a university's."""
        return start is not None and end is not None and end.year - start.year >= self.years

    def is_university(self, text: str) -> bool:
        """Whether ``text`` names a university, rather than another school."""
        return not self.universities.isdisjoint(words_of(text))

    def is_left_with_honours(self, text: str) -> bool:
        """Whether a line names a school whose honours are those of a degree, and no certificate of schooling."""
        names = find_degrees(text, trusted=True)
        schooling = any(degrees().is_certificate(one.form) for one in names)
        return not schooling and not self.awarding.isdisjoint(words_of(text))

    def is_table_head(self, text: str) -> bool:
        """Whether a line is the head of a table of degrees ("Degree   Institute   Year   Percentage")."""
        cells = map(words_of, text.split("\t")) if "\t" in text else ()
        return sum(bool(words) and words <= self.heads | self.head_words for words in cells) > 1

    def labels_education(self, text: str) -> bool:
        """Whether a line in another section begins with the label of an education ("Qualification: B.Com")."""
        return (":" in text or "\t" in text or "-" in text) and self.labelled.match(text) is not None

    def is_labelled(self, text: str) -> bool:
        """Whether a line is one of a table set as labels and values ("Year of Passing : 2013")."""
        label = _LABEL.match(text)
        return label is not None and words_of(label[1] or label[2]) <= self.heads

    def name_in(self, text: str) -> str:
        """The name of the school in a line; "" if it names none."""
        known = degrees()
        if not known.names_school(text):
            return ""
        text = loosened(text, jobs()) if "-" in text else text
        label = _LABEL.match(text)
        if label and (said := words_of(label[1] or label[2])) <= self.heads:  # "University : Foo Tech"
            value = text[label.end() :]
            if not known.names_school(value) and not bounds().boards.isdisjoint(said):
                return ""  # "University/Board : Foo Board"
            if not known.names_school(value):
                return _CELL.split(_SPACES.split(value)[0], maxsplit=1)[0].strip(BULLETS + " .")
            text = value
        if "\t" in text:
            text = _SPACES.sub(" ", text)  # what a narrow cell broke
        pieces = [self._without_town(piece) for part in _NAME.findall(text) for piece in _DASH.split(str(part))]
        parts = [self._behind_sign(piece).strip(BULLETS + " .-%@&") for piece in pieces if known.names_school(piece)]
        # "College  Foo College of Engineering": a word alone labels the name.
        name = next((part for part in parts if " " in part), parts[0] if parts else "")
        return "" if name.lower() in known.schools and not name.isupper() else name

    def _without_town(self, name: str) -> str:
        """A name without the town that a hyphen joins to the kind of school it ends with ("Foo State University-Mutare")."""
        joint = _JOINT.search(name)
        return name[: joint.end(1)] if joint and joint[1].lower() in degrees().schools else name

    def _behind_sign(self, part: str) -> str:
        """The name in a part of a line, from the last word that stands before schools, to what it is affiliated to ("in ECE
        with 7.8 CGPA from Foo College affiliated to Bar University")."""
        starts = [0, *(sign.end() for sign in self.sign.finditer(part))]
        for start, stop in zip(reversed(starts), reversed([*starts[1:], len(part)]), strict=True):
            name = self.affiliated.split(part[start:], maxsplit=1)[0]  # "University of Foo at Bar"
            if degrees().names_school(part[start:stop]) and degrees().names_school(name):
                return name
        return part

    def beside_date(self, text: str) -> str:
        """The name of a school, whatever its words, that stands before a date above a degree ("Foo Tech   2018 - 2020")."""
        name = _CELL.split(text, maxsplit=1)[0].strip(" .,-–—")
        return "" if words_of(name) <= self.heads else name  # "Dates   2018 - 2020"

    def bare(self, name: str, field: str) -> str:
        """A school's name without the small words around it ("in Foo Academy", "Foo University in"), and without the
        ``field`` whose separator is lost ("Master of Science: Leadership Foo University")."""
        words, subject = name.split(), field.split()
        while len(words) > 1:
            if subject and words[: len(subject)] == subject:
                words = words[len(subject) :]
            elif words[0].lower() in self.before:
                words = words[1:]
            else:
                break
        while len(words) > 1 and words[-1].lower() in self.behind:
            words = words[:-1]
        bare = " ".join(words)
        if not bare[:1].isupper():
            return name
        alone = bare.removesuffix(f" {field}")  # "Foo University Economics", but "Foo School of Economics"
        own = not degrees().names_school(alone) or alone.split()[-1].lower() in bounds().joining
        return bare if own else alone


@cache
def schools() -> Schools:
    """The words of ``language/degrees.toml``."""
    data = table("language/degrees")
    return Schools(
        before=frozenset(data["schools"]["before"]),
        sign=re.compile(rf"\s(?:{alternatives(data['schools']['sign'])})\s", re.IGNORECASE),
        affiliated=re.compile(rf"\s(?:{alternatives(data['schools']['affiliated'])})\s", re.IGNORECASE),
        behind=frozenset(data["schools"]["behind"]) | bounds().months,
        universities=frozenset(data["university_diploma"]),
        years=data["university_years"],
        qualifications=re.compile(rf"(?<!\w)(?<!\w-)(?:{alternatives(data['qualifications'])})(?!\w)", re.IGNORECASE),
        honours=re.compile(rf"(?<!\w)(?:{alternatives(data['honoured']['words'])})(?!\w)", re.IGNORECASE),
        awarding=frozenset(data["honoured"]["schools"]),
        graduated=re.compile(
            rf"(?:{alternatives(data['graduated']['school'])})(?!{alternatives(data['graduated']['unless'])}).*(?:{alternatives(data['graduated']['words'])})"
            rf"|(?i:(?<!\w)(?:{alternatives(data['graduated']['left'])})\s.*(?:{alternatives(data['graduated']['universities'])}))"
        ),
        heads=frozenset(data["table_heads"]),
        head_words=frozenset(data["table_head_words"]),
        labelled=re.compile(rf"\W*(?:{alternatives(data['labels'])})s?\s*(?:[:–-]|\t)", re.IGNORECASE),
    )
