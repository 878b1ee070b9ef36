"""Counterfactual swaps: who somebody is is exchanged in a resume as read, and every number of its report must stay.

What is exchanged and for what is data (``language/swaps.toml``). The words are exchanged in the text with its geometry,
which is all that a score is made of; a picture in the file itself, which is then read again.
"""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from aimatch.audit.edits import Alternative, apart, edited
from aimatch.audit.personal import KINDS, alternatives_of
from aimatch.errors import ReadError
from aimatch.model import Document, Evidence, Resume
from aimatch.pipeline import ProfileSource, Source, day_of, read, score, understand
from aimatch.profile import Profile, load_profile
from aimatch.report import Report
from aimatch.taxonomy import Taxonomy, load_taxonomy

if TYPE_CHECKING:
    import pandas as pd

Number = Literal[
    "coverage",
    "low",
    "high",
    "experience_months",
    "ml_months",
    "degree",
    "missing_musts",
    "requirement",
    "skill",
    "flag",
]
#: Of a row of a report, so many quotes are kept that only one of two reports rests on.
_QUOTES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Words of the resume and what stood in their place: ``quote`` is ``text[start:end]``, ``by`` the other words. Of a picture
    ``start`` and ``end`` are both 0."""

    quote: str
    by: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A number of the report that a swap changed.

    Attributes:
        number: Which: a field of the report, or one of a ``requirement``, a ``skill`` or a ``flag``.
        id: The requirement's, the skill's or the flag's id, with its ``label``; "" for a field of the report.
        before: What the report held of it, as text; ``after`` what it held after the swap.
        lost: What it rested on before and no more; ``gained`` what it rests on since.
    """

    number: Number
    id: str
    label: str
    before: str
    after: str
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """One swap made: its ``kind`` (name, gender, contact, personal, school, photo, or all of them at once), what the words
    became (``into``), the ``replacements``, and the numbers that ``moved``, none where the report is as fair as it must be."""

    kind: str
    into: str
    replacements: tuple[Replacement, ...]
    moved: tuple[Moved, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwapAudit:
    """What swaps of who somebody is did to the report of one resume.

    Attributes:
        source: The file's name as given, or ``None`` for text or bytes.
        profile: The id of the role; ``profile_title`` is its title.
        coverage: The coverage before any swap.
        swaps: The swaps made, by kind.
        not_made: Pairs of a kind of swap that could not be made and why.
        as_of: The day that "present" means.
        input_sha256: Hex digest of the input's bytes.
        versions: Of aimatch, the taxonomy and the profile.
    """

    source: str | None
    profile: str
    profile_title: str
    coverage: float
    swaps: tuple[Swap, ...]
    not_made: tuple[tuple[str, str], ...]
    as_of: date
    input_sha256: str
    versions: Mapping[str, str]

    @property
    def identical(self) -> bool:
        """Whether no swap moved any number."""
        return not any(one.moved for one in self.swaps)

    def to_dict(self) -> dict[str, Any]:
        """The audit as JSON types; ``commands.schema.json`` describes it under ``swap_audit``."""
        from aimatch.outputs import json

        content = json.answer_to_dict(self, identical=self.identical)
        return content | {"not_made": [{"kind": kind, "why": why} for kind, why in self.not_made]}

    def to_frame(self) -> pd.DataFrame:
        """One row a swap: ``kind``, ``into``, ``replaced`` (how many places), ``moved`` (how many numbers)."""
        import pandas as pd

        rows = [(one.kind, one.into, len(one.replacements), len(one.moved)) for one in self.swaps]
        return pd.DataFrame(rows, columns=["kind", "into", "replaced", "moved"])

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The audit for the terminal; ``width`` and ``colour`` as it has them."""
        from aimatch.audit import text

        return text.swaps([self], width=width, colour=colour)


def audit_swaps(
    resume: Source,
    profile: ProfileSource = "ai-engineer",
    *,
    as_of: date | None = None,
    taxonomy: Taxonomy | None = None,
    isolate: bool = False,
) -> SwapAudit:
    """Swap names, words of gender, contact data, personal data, schools and photos in a resume; tell each number that moves.

    Args:
        resume: What :func:`aimatch.read` takes. Photos are exchanged in files and bytes only.
        profile: As for :func:`aimatch.score`.
        as_of: The day that "present" means. Default: today.
        taxonomy: As for :func:`aimatch.score`.
        isolate: As for :func:`aimatch.read`.

    Raises:
        ReadError, FileNotFoundError, TypeError, ProfileError: As :func:`aimatch.score`.
    """
    known = load_taxonomy() if taxonomy is None else taxonomy
    role = load_profile(profile, taxonomy=known)
    day = day_of(as_of)
    one = read(resume, taxonomy=known, isolate=isolate)
    data = _bytes(resume, one.document.source)
    before = score(one, role, as_of=day, taxonomy=known)
    made = list(alternatives_of(one))
    kinds = dict.fromkeys(alternative.kind for alternative in made)
    if len(kinds) > 1:
        made.append(_at_once(made))
    swaps = [_swapped(one, alternative, before, role, known) for alternative in made]
    photo, why = _photo(one.document, data, before, role, known, isolate=isolate)
    not_made = [(kind, said) for kind, said in KINDS.items() if kind not in kinds]
    return SwapAudit(
        source=before.source,
        profile=before.profile,
        profile_title=before.profile_title,
        coverage=before.coverage,
        swaps=tuple(swaps if photo is None else [*swaps, photo]),
        not_made=tuple(not_made if photo is not None else [*not_made, ("photo", why)]),
        as_of=day,
        input_sha256=before.input_sha256,
        versions=before.versions,
    )


def _bytes(resume: Source, source: str | None) -> bytes | None:
    """The bytes of a resume that is given as such or by the name of a file, its ``source``."""
    if isinstance(resume, (bytes, bytearray)):
        return bytes(resume)
    named = isinstance(resume, (str, os.PathLike)) and source is not None
    return Path(str(resume).strip()).read_bytes() if named else None


def _at_once(made: list[Alternative]) -> Alternative:
    """The first swap of each kind in one."""
    first = {one.kind: one for one in reversed(made)}
    return Alternative(
        kind="all",
        into=", ".join(kind for kind in KINDS if kind in first),
        edits=apart([edit for kind in KINDS if kind in first for edit in first[kind].edits]),
    )


def _swapped(resume: Resume, one: Alternative, before: Report, role: Profile, taxonomy: Taxonomy) -> Swap:
    document = resume.document
    other = understand(edited(document, one.edits), taxonomy)
    after = score(other, role, as_of=before.as_of, taxonomy=taxonomy)
    replacements = tuple(
        Replacement(quote=document.text[edit.start : edit.end], by=edit.by, start=edit.start, end=edit.end)
        for edit in one.edits
    )
    return Swap(kind=one.kind, into=one.into, replacements=replacements, moved=tuple(_moved(before, after)))


def _photo(
    document: Document, data: bytes | None, before: Report, role: Profile, taxonomy: Taxonomy, *, isolate: bool
) -> tuple[Swap | None, str]:
    """The swap of the pictures of a file, or why it was not made."""
    if data is None:
        return None, "only a file, or its bytes, holds pictures that can be exchanged"
    if any(page.origin != "text" for page in document.pages) or document.format == "image":
        return None, "the page itself is a picture, in which no photo can be exchanged"
    if document.format == "rtf":
        return None, "pictures in RTF files can't be exchanged; they are never read either"
    from aimatch.audit.pictures import without_pictures

    try:
        other, count = without_pictures(data, document.format)
        if not count:
            return None, "no picture was found"
        stream = io.BytesIO(other)
        stream.name = document.source or ""  # its suffix tells the reader of some kinds of files
        reread = read(stream, taxonomy=taxonomy, isolate=isolate)
    except (ReadError, ValueError, OSError, RuntimeError) as error:
        return None, f"the file can't be written without its pictures: {error}"
    after = score(reread, role, as_of=before.as_of, taxonomy=taxonomy)
    named = f"{count} picture{'s' * (count != 1)}"
    replaced = (Replacement(quote=named, by="", start=0, end=0),)
    return Swap(kind="photo", into="none, or a grey dot", replacements=replaced, moved=tuple(_moved(before, after))), ""


# ------------------------------------------------------------------------------------------------------- what has moved
def _moved(before: Report, after: Report) -> Iterator[Moved]:
    """All numbers in which two reports differ. Their quotes and places may differ: they hold what was exchanged."""
    for name in ("coverage", "low", "high", "experience_months", "ml_months", "degree", "missing_musts"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            said = _said(old, new)
            yield Moved(number=name, id="", label=name.replace("_", " "), before=said[0], after=said[1])
    for one, other in zip(before.requirements, after.requirements, strict=True):
        old, new = ((row.credit, row.low, row.high, row.points) for row in (one, other))
        if old != new:
            lost, gained = _evidence(one.evidence, other.evidence)
            yield Moved(
                number="requirement", id=one.id, label=one.label, before=f"credit {_bounded(*old[:3])}",
                after=f"credit {_bounded(*new[:3])}", lost=lost, gained=gained,
            )  # fmt: skip
    skills = [{one.skill: one for one in report.skills} for report in (before, after)]
    for id_ in dict.fromkeys((*skills[0], *skills[1])):
        pair = [found.get(id_) for found in skills]
        said = [f"{one.strength}, {one.months} months, named {len(one.mentions)} times" if one else "not found"
                for one in pair]  # fmt: skip
        if said[0] != said[1]:
            quotes = [[mention.quote for mention in one.mentions] if one else [] for one in pair]
            name = next(one.name for one in pair if one)
            lost, gained = _left(*quotes), _left(*reversed(quotes))
            yield Moved(number="skill", id=id_, label=name, before=said[0], after=said[1], lost=lost, gained=gained)
    flags = [{one.id: one for one in report.flags} for report in (before, after)]
    for id_ in dict.fromkeys((*flags[0], *flags[1])):
        old_flag, new_flag = (found.get(id_) for found in flags)
        said = [one.severity if one else "not raised" for one in (old_flag, new_flag)]
        if said[0] != said[1]:
            lost, gained = _evidence(old_flag.evidence if old_flag else (), new_flag.evidence if new_flag else ())
            yield Moved(number="flag", id=id_, label=id_, before=said[0], after=said[1], lost=lost, gained=gained)


def _evidence(one: tuple[Evidence, ...], other: tuple[Evidence, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    quotes = [[piece.quote for piece in pieces] for pieces in (one, other)]
    return _left(*quotes), _left(*reversed(quotes))


def _left(one: list[str], other: list[str]) -> tuple[str, ...]:
    """The quotes of one report that the other lacks."""
    return tuple((Counter(one) - Counter(other)).elements())[:_QUOTES]


def _said(*values: object) -> list[str]:
    """Two values as text, with as many digits as tell them apart."""
    if all(isinstance(value, float) for value in values):
        short = [f"{value:.4f}" for value in values]
        return short if len({*short}) > 1 else [repr(value) for value in values]
    return [" ".join(map(str, value)) or "none" if isinstance(value, tuple) else str(value) for value in values]


def _bounded(credit: float, low: float, high: float) -> str:
    return f"{credit:.4f} ({low:.4f} to {high:.4f})"
