"""What a profile is: its dataclasses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from aimatch.model import Degree, Need

Measure = Literal["skills", "degree", "experience", "breadth"]
FieldGroup = Literal["quantitative", "other"]
"""What a degree's field may be asked to be; a field that can't be told counts for either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing a role asks for.

    Attributes:
        skills: Skill or behaviour ids of which any one suffices.
        all_of: Ids that are all needed; each earns its even share of the credit.
        partial: Pairs of (id, share): ids that earn at most this share of the credit (AWS for SageMaker).
        indirect: Pairs of (id, share): fields of which broad use at work hints at the requirement, so that it earns this
            share, or less with less of the field, although nothing tells of it (years of machine learning seldom pass
            without a pipeline).
        need: ``must`` or ``nice``; a must with no credit is reported as missing.
        weight: 0 to 1e9; only the proportions between a profile's weights matter.
        min_years: Years asked for in this very skill (up to 100), or ``None``.
        source: Where the requirement and its weight come from.
        measure: ``skills`` (evidence of skills), ``degree`` (highest degree and its field), ``experience`` (years in
            positions that show any of ``skills``, or without them any skill that the profile asks for, against
            ``min_years``), ``breadth`` (how many of ``groups`` are shown).
        groups: For ``breadth``: pairs of (label, ids), of which ``at_least`` are to be shown.
        fields: For ``degree``: the groups of fields that count in full (``FieldGroup``); empty: any.
        degree_min: For ``degree``: the level that earns it in full; ``None``: the profile's ``degree_min``, and a
            bachelor's where that is not given either.
    """

    id: str
    label: str
    need: Need
    weight: float
    source: str = ""
    skills: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    partial: tuple[tuple[str, float], ...] = ()
    indirect: tuple[tuple[str, float], ...] = ()
    min_years: float | None = None
    measure: Measure = "skills"
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    at_least: int = 2
    fields: tuple[str, ...] = ()
    degree_min: Degree | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """All ids that it names, in full, in part, as hints and in its groups."""
        shares = (*self.partial, *self.indirect)
        within = (id_ for _, ids in self.groups for id_ in ids)
        return tuple(dict.fromkeys((*self.skills, *self.all_of, *(id_ for id_, _ in shares), *within)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A role: its requirements, and the years and degree it asks for overall (``None``: not asked).

    Attributes:
        id: What the profile is called by; ``title`` what the role is.
        requirements: At least one; what the profile asks overall has its row too (:mod:`aimatch.profile.implied`).
        version: Given, or made from the content; a report records it.
        min_years: Years of experience overall; ``degree_min`` the least degree.
        flags_off: The flags that this profile switches off.
        source: Where it comes from; ``seniority`` the level that a posting names, if it came from one.
        unread: What a posting's lists of requirements ask that no row stands for. A remark, no part of what is compared.
    """

    id: str
    title: str
    requirements: tuple[Requirement, ...]
    version: str
    min_years: float | None = None
    degree_min: Degree | None = None
    flags_off: tuple[str, ...] = ()
    source: str = ""
    seniority: str | None = None
    unread: tuple[str, ...] = field(default=(), compare=False)

    def to_toml(self) -> str:
        """The profile as a file to read, correct and version; ``load_profile`` reads an equal profile back from it."""
        from aimatch.profile.toml import to_toml

        return to_toml(self)

    def to_dict(self) -> dict[str, Any]:
        """The profile as JSON types, what has its default left out; ``load_profile`` takes it back as an equal profile."""
        from aimatch.outputs import json

        return json.profile_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON text, to be kept and given to ``load_profile`` as a file."""
        from aimatch.outputs import json

        return json.dumps(self.to_dict(), indent=indent)
