"""How far a field of study reaches behind the name of its degree: the bounds of ``language/degrees.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import filled, table
from aimatch.deferred import Deferred
from aimatch.resume.education.field_kinds import field_kind
from aimatch.resume.rules.certificates import Named, normal
from aimatch.resume.rules.degrees import OF, degrees
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import WORDS, jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.wordlist import alternatives

#: Words of a field that holds none of the known ones: what is longer is a sentence.
LONGEST = 5
#: Letters of a field.
_FEWEST = 2
_AROUND = " .,:-&'\"“”"
#: Words of a field that ends in a known one.
_LONGEST_KNOWN = 8
KNOWN, JOINING, NEVER, OTHER = range(4)
#: What stands before the next cell, or the next part of a line.
_APART = re.compile(r"\t|,|\s{2}")
_SIGNS = r"(?:[:(\[–—,/“\"'-]|â€“)"
_WITH = Deferred(r"\s[Ww]ith\s+([A-Z][^,;:|()\[\]\t\n\d]+)")
_PIECE = Deferred(r",\s*([^,;:|()\[\]\t–—•\n\d]+)")
PARTS = Deferred(r"[.;:,|()\t•]|\s[-–—]\s|\d{4}.*")
_LABEL = Deferred(r"\W*([^\W\d_][^:\t]{1,30}?)\s*(?:[:–-]|\t)[\s:–-]*")


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Bounds:
    """What stands between a degree's name and its field, what ends the field, and the small words within it."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]
    joining: frozenset[str]
    leading: frozenset[str]
    #: Those of them that say by themselves that a field follows ("majoring in").
    naming: frozenset[str]
    #: Names of degrees that are fields where another name stands before them.
    fields_behind: frozenset[str]
    #: Words before the date of a degree that is still to come.
    expected: frozenset[str]
    #: Words that begin no field ("passed"), the names of the months, and places.
    never: frozenset[str]
    months: frozenset[str]
    #: Words before a field on a line of its own ("Specialization: Marketing").
    labels: frozenset[str]
    label_within: re.Pattern[str]
    #: Words before a field in a sentence that its degree ends ("Graduated in Physics with a BSc").
    told: re.Pattern[str]
    #: Words before the name of a part of a university ("Faculty of").
    faculty: re.Pattern[str]
    #: Words between a degree and its field or its school.
    joints: frozenset[str]
    #: What ends a field whatever stands before it: a closing bracket, the word before a school.
    closing: frozenset[str]
    #: Who examines at schools ("UP Board", "CBSE"), which is no field.
    boards: frozenset[str]
    #: Words of boards' names, of no field of a school's certificate.
    school_words: frozenset[str]
    #: Fields so wide that a closer one behind them is meant ("Engineering (Electrical)").
    wide: frozenset[str]
    #: The field in a degree's name ("Bachelor of Architecture").
    subjects: Mapping[str, str]

    def is_field(self, name: str, between: str) -> bool:
        """Whether a degree's name is the field of the degree before it, with what stands ``between`` the two."""
        joined = all(word in self.joining or word in self.leading for word in between.lower().split())
        return joined and name.lower() in self.fields_behind

    def is_joint(self, between: str) -> bool:
        """Whether what stands between two names joins them ("Bachelor of B.Sc.")."""
        return between.strip().lower() in self.leading

    def subject_of(self, form: str) -> str:
        """The field in a degree's name ("Bachelor of Architecture"), "" if it is a wide one ("Bachelor of Science")."""
        return self.subjects.get(form, "")


@cache
def bounds() -> Bounds:
    """The table ``field_bounds`` of ``language/degrees.toml``."""
    tables = table("language/degrees")
    data = tables["field_bounds"]
    months = frozenset(name for names in table("language/dates")["months"].values() for name in names)
    return filled(
        Bounds,
        [data],
        begins=re.compile(
            r"(?:\s*\([^()]{1,12}(?:years?|yrs?)\s*(?:course|program|programme)?\))?"
            rf"(?:\s*\(?(?:{alternatives(data['before'])})(?!\w)\)?)*\s*\(?\s*(?:(?:{alternatives(data['degree'])})(?!\w))?"
            rf"(?:(?:\s|{_SIGNS})*(?:{alternatives(data['leading'])})(?!\w))*(?:\s|{_SIGNS})*",
            re.IGNORECASE,
        ),
        ends=re.compile(
            rf"[,;:|()\[\]\t–—•\n”]|\s{{2,}}|\s?-\s|\s-|(?<=\w{{5}})\.\s|\d{{4}}"
            rf"|\s(?:(?:{alternatives(data['ends'])})(?!\w)|(?:{alternatives(data['before_number'])})\s\d)\s?"
        ),
        naming=frozenset(word for word in data["leading"] if " " in word or word in data["labels"]),
        expected=frozenset(tables["event"]["before"]),
        never=frozenset(data["never"]) | jobs().places | months,
        months=months,
        label_within=Deferred(rf"(?<!\w)(?:{alternatives(data['labels'])})\s*:\s*", re.IGNORECASE),
        told=Deferred(rf"(?<!\w)(?:{alternatives(data['told'])})\s", re.IGNORECASE),
        faculty=Deferred(rf"(?<!\w)(?:{alternatives(data['faculties'])})\s", re.IGNORECASE),
        boards=frozenset(normal(form) for form in tables["schooling"]["boards"]),
        school_words=frozenset(tables["schooling"]["in_boards"]),
        joints=frozenset(data["leading"]) | frozenset(data["closing"]),
        wide=frozenset(tables["wide"]),
        subjects={normal(f"{name} of {one}"): one.title() for name in OF for one in tables["named_after"]},
    )


def field_behind(named: Named, text: str) -> str:
    """The field of study that stands behind a degree's name in a line; "" if none does."""
    around = bounds()
    rest = text[named.behind :]
    begin = around.begins.match(rest)
    gap = begin.group() if begin else ""
    rest = rest[len(gap) :]
    if rest[:5].lower() == "with " and field_kind(" ".join(rest.split(" ")[1:3])) != "unknown":
        rest = rest[5:]  # "BSc with Information Technology"
    # In the next cell or behind a comma may stand anything; a certificate of a school has a field only by its name.
    certificate = degrees().is_certificate(named.form)
    told = gap.strip(" :,-").lower() in around.naming  # "Bachelor of Engineering, Majoring in Surveying"
    field, end = field_at(rest, sure=(told or not _APART.search(gap)) and not certificate)
    if certificate and not around.school_words.isdisjoint(field.lower().split()):
        return ""  # "SSC, Board of Secondary Education"
    if field.lower() in around.wide and " " not in field and rest[end : end + 2].strip()[:1] == "(":
        closer, _ = field_at(rest[end:].lstrip(" ("), sure=True)
        return closer or field
    return field


def field_told(text: str) -> str:
    """The field of study that a line of its own below a degree tells ("Specialization: Marketing"); "" if it is none."""
    around = bounds()
    label = _LABEL.match(text)
    if label and label[1].lower() in around.labels:
        return field_at(text[label.end() :], sure=True, closed=True)[0]
    bare = text.lstrip("•-*· ")
    first = bare.partition(" ")[0]
    if jobs().names_title(bare) or not bare[:1].isupper() or (first.isupper() and headings().kind(first)):
        return ""  # "LANGUAGES Hebrew, English, Russian"
    field, end = field_at(bare, sure=False)
    alone = len(field.split()) > 1 and bare.startswith(field) and field_kind(field) != "unknown"
    return field if alone and not bare[end : end + 1].isalnum() and len(bare) - len(field) < len(field) else ""


def field_named(text: str) -> str:
    """The field of study that a line with a school's name but no degree tells, behind a label or by its words; "" if
    none."""
    labelled = bounds().label_within.search(text)
    if labelled:
        return field_at(text[labelled.end() :], sure=True, closed=True)[0]
    for part in PARTS.split(text):
        field, _ = field_at(part.strip(), sure=False)
        if field and field == part.strip() and field_kind(field) != "unknown":
            return field
    return ""


def is_rest_of_field(text: str, line: str) -> bool:
    """Whether a line of one or two words goes on with the field at the end of the one above ("Computer", "Application")."""
    words = [*line.split(), text.rsplit(maxsplit=1)[-1]]
    return len(words) in {2, 3} and all(word.isalpha() and word[0].isupper() and _is_known(word) for word in words)


def _is_known(word: str) -> bool:
    words = degrees().field_words
    return all(part.rpartition("-")[2] in words for part in word.lower().strip(".").split("/"))


def field_at(rest: str, *, sure: bool, closed: bool = False) -> tuple[str, int]:
    """The field at the beginning of a text, and where it ends. ``sure``: what stands before it says that it is one, so
    that it need not hold a known word; ``closed``: it reaches as far as its line."""
    around = bounds()
    end = around.ends.match(f" {rest}") or around.ends.search(rest)
    stop = len(rest) if end is None else end.start() if end.string is rest else 0
    words = _own_words(rest[:stop])
    marks = [mark_of(word) for word in words]
    if not words or marks[0] == JOINING:
        return "", stop
    school = degrees().names_school(" ".join(words))
    closed = closed or (end is not None and end.group().strip().lower() in around.closing)
    count = _reach(words, marks, closed=closed, school=school)
    if count and not (words[count:] and words[count][0].islower() and len(words) <= LONGEST):
        field = " ".join(words[:count])
        return (_with_list(field, rest, stop) if rest[:stop].strip(" .").endswith(field) else field), stop
    letters = sum(map(str.isalpha, "".join(words)))
    longest = _LONGEST_KNOWN if closed and KNOWN in marks else LONGEST
    if len(words) > longest or school or letters < _FEWEST or not (sure or KNOWN in marks):
        return "", stop
    return " ".join(words).strip(_AROUND), stop


def _own_words(text: str) -> list[str]:
    """The words of what may be a field, without those of a mark, a date, a place or another degree behind them."""
    known, around = degrees(), bounds()
    field = text.strip(_AROUND)
    words = field.split()
    if not words or words[0].lower() in around.expected:
        return []  # "Bachelor of Engineering   Expected July 2021"
    forms = {normal(word) for word in words}
    if "%" in field or "@" in field or "_" in field or not around.boards.isdisjoint(forms):
        return []
    marks = [mark_of(word) for word in words]
    if NEVER in marks:
        marks = marks[: marks.index(NEVER)]
        words = words[: len(marks)] if KNOWN in marks else []  # "Chemistry May", but "Pass", "Innovations Ltd"
    if not known.starts.isdisjoint(forms):
        names = find_degrees(" ".join(words), trusted=True)
        other = next((name for name in names if name.form not in around.fields_behind and name.level != "none"), None)
        words = " ".join(words)[: other.start].split() if other else words
    while words and words[-1].lower() in around.joining:
        words.pop()
    return words


def _reach(words: list[str], marks: list[int], *, closed: bool, school: bool) -> int:
    """How many of the words belong to the field by its known ones: "Mechanical Engineering Pune", "Sports Management Foo
    University" as far as they go, "Urban Construction and Management" up to the last."""
    around = bounds()
    count = marks.index(OTHER) if OTHER in marks else len(words)
    if count and not school and len(words) <= _LONGEST_KNOWN and not any(map(str.isdigit, "".join(words))):
        last = max((at for at, mark in enumerate(marks) if mark == KNOWN), default=0) + 1
        count = len(words) if closed and len(words) <= LONGEST else max(count, last)
        linked = count < len(words) and words[count - 1].lower() in around.joining - around.leading
        linked = linked or (count < len(words) and words[count][0] == "&")
        count += linked and words[count].lstrip("&")[:1].isupper()  # "Urban Planning & Development"
    while count and words[count - 1].lower() in around.joining:
        count -= 1
    return count


def mark_of(word: str) -> int:
    """Whether a word of a field is a known one, a small one within, one that makes none, or another."""
    lower = word.lower().strip(".'\"()")
    if lower in bounds().joining or word in bounds().joining:
        return JOINING
    if _is_known(word):
        return KNOWN
    return NEVER if lower in bounds().never else OTHER


def _with_list(field: str, rest: str, stop: int) -> str:
    """The field with the items of its list behind it ("English, Hindi, Science"), each of known words."""
    piece = _PIECE.match(rest, stop)
    while piece and all(_is_known(word) or word.lower() in bounds().joining for word in WORDS.findall(piece[1])):
        if find_degrees(piece[1], trusted=True) or not piece[1].strip():
            break
        field, stop = f"{field}, {piece[1].strip()}", piece.end()
        piece = _PIECE.match(rest, stop)
    beside = _WITH.match(rest, stop)
    if beside and all(_is_known(word) for word in WORDS.findall(beside[1])):
        field = f"{field} with {beside[1].strip()}"  # "Finance with Marketing", but "Physics with honours"
    return field
