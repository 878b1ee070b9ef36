"""The words of positions, read from ``language/positions.toml`` once and turned into look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import table
from aimatch.resume.headings import key_of

WORDS = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")  # noqa: RUF001
_LABEL = re.compile(r"^([^\W_][^\W_]*(?: [^\W_]+){0,3})\s*(?:[:：]|\s[-–]|-\s)\s*")  # noqa: RUF001


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """Look-ups by lower-case word; ``labels`` by :func:`key_of` what they label."""

    titles: frozenset[str]
    weak_titles: frozenset[str]
    title_endings: tuple[str, ...]
    employers: frozenset[str]
    certified: frozenset[str]
    labels: Mapping[str, str]
    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    prose: re.Pattern[str]
    prose_as: frozenset[str]
    prose_at: frozenset[str]
    breaks: tuple[tuple[str, tuple[str, ...]], ...]

    def names_title(self, text: str) -> bool:
        """Whether ``text`` holds a word that names a job (a weak one only beside another word)."""
        words = WORDS.findall(text.lower())
        for word in words:
            if word in self.titles or word.endswith(self.title_endings):
                if word not in self.weak_titles:
                    return True
                if 1 < len(words) <= 5:
                    return True
        return False

    def certifies(self, text: str) -> bool:
        """Whether a title in ``text`` belongs to a certificate ("Microsoft Certified Systems Engineer")."""
        return not self.certified.isdisjoint(WORDS.findall(text.lower()))

    def names_employer(self, text: str) -> bool:
        """Whether ``text`` holds a word that marks an organisation."""
        return not self.employers.isdisjoint(WORDS.findall(text.lower()))

    def label(self, text: str) -> tuple[str, int] | None:
        """What the label at the beginning of ``text`` labels (employer, title, dates, project) and where it ends."""
        match = _LABEL.match(text)
        kind = self.labels.get(key_of(match.group(1))) if match else None
        return (kind, match.end()) if match and kind else None

    def kind(self, text: str) -> str:
        """The kind of employment that the words of an entry's heading tell."""
        lower = text.lower()
        for kind, cues in self.kinds:
            if cues.search(lower):
                return kind
        return "employment"

    def break_reason(self, text: str) -> str | None:
        """The reason of a time away from work, if ``text`` names one."""
        lower = text.lower()
        for reason, cues in self.breaks:
            if any(cue in lower for cue in cues):
                return reason
        return None


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def jobs() -> Jobs:
    """The words of ``language/positions.toml``."""
    data = table("language/positions")
    prose = data["prose"]
    return Jobs(
        titles=frozenset(data["titles"]),
        weak_titles=frozenset(data["weak_titles"]),
        title_endings=tuple(data["title_endings"]),
        employers=frozenset(data["employers"]),
        certified=frozenset(data["certified"]),
        labels={key_of(form): kind for kind, forms in data["entry_labels"].items() for form in forms},
        kinds=tuple(
            (kind, re.compile(rf"(?<!\w)(?:{any_of(cues)})(?!\w)")) for kind, cues in data["kinds"].items()
        ),
        prose=re.compile(rf"(?<!\w)(?:{any_of(prose['verbs'])})(?!\w)"),
        prose_as=frozenset(prose["as"]),
        prose_at=frozenset(prose["at"]),
        breaks=tuple((reason, tuple(cues)) for reason, cues in data["breaks"].items()),
    )
