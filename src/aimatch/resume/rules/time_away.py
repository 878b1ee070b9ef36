"""The words of times away from work, and of what is no job though it is dated like one (``language/positions.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.model import BreakReason
from aimatch.resume.rules.degrees import degrees
from aimatch.resume.rules.jobs import jobs, telling, words_of
from aimatch.wordlist import alternatives

#: A preposition with a few words, or a remark in small letters, behind what is named.
_BEHIND = (
    r"(?:(?:\s(?:to|from|with|due|because|after)|(?<=\s(?:of|in|my))|(?<=\sour)|(?<=\stwo)|(?<=\sthree))(?:\s[^\s,;|]+){1,4}"
    r"|\s*[.:,;(–—-]\s*[^A-Z,]*)?"
)
_JOINED = re.compile(r"\s(?:and|&|\+)\s")
#: What parts the name of a time away from what it was for, and words of such a name.
_SIGN = re.compile(r"\s[-–—|]\s|\s*[:,(\t]\s*|[—–]")
_FEW = 4


#: What the names of such times begin with, which is asked before their pattern: few resumes name one.
_FIRST = re.compile(r"[^\W\d]+")


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class _Names:
    """The names of one kind of time away, by their pattern and the words that one may begin with."""

    kind: BreakReason
    openings: frozenset[str]
    pattern: Deferred

    def match(self, text: str) -> re.Match[str] | None:
        first = _FIRST.search(text)
        return self.pattern.match(text) if first and first[0].lower() in self.openings else None


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class TimeAway:
    """Look-ups in lower case."""

    #: The cues of reasons by their longest word, without which a text holds none of them: the place of each among all, the
    #: cue, and the reason.
    reasons: Mapping[str, Sequence[tuple[int, str, BreakReason]]]
    #: What names such a time alone, or before a sign that its reason stands behind ("Break."), by its kind.
    alone: tuple[_Names, ...]
    #: What names one only where it is all that is told, perhaps with a few words ``behind``, by its kind.
    whole: tuple[_Names, ...]
    #: Words of dated lines that are no job, however alike.
    never_alike: frozenset[str]
    #: Titles of who learns.
    learners: frozenset[str]
    #: Before a time away that is a part of what is dated.
    within: frozenset[str]
    #: Words of who works in the place of somebody on leave.
    stand_ins: frozenset[str]
    #: First words of the learning of a trade.
    trainings: tuple[str, ...]
    #: Names of the part of it that is school.
    lessons: tuple[str, ...]
    #: Words that make a doctorate a job.
    paid_study: frozenset[str]

    def reason(self, text: str) -> BreakReason | None:
        """The reason of a time away from work, if ``text`` names one."""
        words = self.reasons.keys() & words_of(text)
        if not words or not self.stand_ins.isdisjoint(words_of(text)):
            return None
        lower = text.lower()
        named = [row for word in words for row in self.reasons[word] if row[1] in lower]
        return min(named)[2] if named else None

    def named(self, text: str) -> BreakReason | None:
        """The kind of time away that ``text``, beside a date, is the name of ("Break", "Maternity"), or that is named behind
        its colon in small letters ("From the Alps to the sea: travel"), if it is one."""
        last = text.rpartition(": ")[2]
        told = [text, last] if last[:1].islower() else [text]
        found = next((names.kind for names in (*self.alone, *self.whole) if any(map(names.match, told))), None)
        return None if found and jobs().names_employer(text) and _JOINED.search(text) else found

    def is_part(self, text: str) -> bool:
        """Whether ``text``, behind a date, tells of a time away within it ("with maternity leave from March")."""
        first = _FIRST.search(text)
        return first is not None and first[0].lower() in self.within and self.reason(text) is not None

    def is_whole(self, text: str) -> bool:
        """Whether ``text`` is the name of a time away and no more, be it made of words of titles ("Volunteer mother")."""
        match = next((match for names in self.whole if (match := names.match(text))), None)
        return match is not None and not match["behind"]

    def tells(self, text: str) -> bool:
        """Whether ``text`` is the name of a time away, alone or before a sign and what it was for ("Career break -
        bringing up two sons", "Sabbatical: travel"). What follows may be the job after all ("Career break | Bookkeeper")."""
        if self.is_whole(text):
            return True
        sign = _SIGN.search(text)
        name = text[: sign.start()] if sign else ""
        if not sign or len(name.split()) > _FEW or jobs().names_title(name) or not self.names(name):
            return False
        about = text[sign.end() :]
        return self.names(about) or not (jobs().names_title(about) or jobs().names_employer(about))

    def names(self, text: str) -> bool:
        """Whether ``text``, beside a date, names a time away from work, with its reason or without one."""
        return self.reason(text) is not None or self.named(text) is not None

    def is_course(self, text: str) -> bool:
        """Whether the only title that ``text`` names is that of who takes a course ("Fellow, Foo School (bootcamp)")."""
        titles = jobs().titles & words_of(text)
        return bool(titles) and titles <= self.learners and self.reason(text) == "study"

    def is_paid_study(self, text: str) -> bool:
        """Whether a line that names a degree says that its study was a paid job ("PhD fellow (salaried)")."""
        return not self.paid_study.isdisjoint(words_of(text))

    def is_training(self, text: str) -> bool:
        """Whether ``text`` begins with the learning of a trade ("Ausbildung zum Mechaniker"): work or education."""
        lower = text.lower()
        return lower.startswith(self.trainings) or any(map(lower.count, self.lessons))

    def may_be_job(self, text: str) -> bool:
        """Whether no word of a dated line rules out that it is a job."""
        return self.never_alike.isdisjoint(words_of(text))

    def may_be_study(self, text: str) -> bool:
        """Whether a dated line that names a school names a field, or says that somebody studied there."""
        return not (degrees().field_words.isdisjoint(words_of(text)) and self.may_be_job(text))


def _names(kind: BreakReason, names: Sequence[str], behind: str) -> _Names:
    openings = frozenset(first[0].lower() for name in names if (first := _FIRST.search(name)))
    return _Names(kind=kind, openings=openings, pattern=Deferred(rf"[\W\d]*(?i:{alternatives(names)}){behind}\Z"))


@cache
def time_away() -> TimeAway:
    """The tables ``breaks``, ``break_names``, ``break_wholes``, ``learners``, ``alike``, ``within``, ``stand_ins``,
    ``trainings`` and ``paid_study`` of ``language/positions.toml``."""
    data = table("language/positions")
    reasons: dict[str, list[tuple[int, str, BreakReason]]] = {}
    cues = [(cue, reason) for reason, named in data["breaks"].items() for cue in named]
    for place, (cue, reason) in enumerate(cues):
        for word in telling([cue]):
            reasons.setdefault(word, []).append((place, cue, reason))
    return TimeAway(
        reasons=reasons,
        alone=tuple(
            _names(
                kind, names, rf"(?:\s*[.:,;(–—*-].*|\s(?:with|in|through|across|around)\s.*|{_JOINED.pattern}[^A-Z]*)?"
            )
            for kind, names in data["break_names"].items()
        ),
        whole=tuple(
            _names(kind, names, rf"(?P<behind>{_BEHIND})[\W\d]*") for kind, names in data["break_wholes"].items()
        ),
        learners=frozenset(data["learners"]["words"]),
        never_alike=frozenset(data["alike"]["never"]),
        trainings=tuple(data["trainings"]["starts"]),
        lessons=tuple(data["trainings"]["lessons"]),
        stand_ins=frozenset(data["stand_ins"]["words"]),
        within=frozenset(data["within"]["words"]),
        paid_study=frozenset(data["paid_study"]["words"]),
    )
