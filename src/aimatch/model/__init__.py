"""The data that flows through aimatch: frozen dataclasses only, no behaviour beyond look-ups in themselves.

Offsets count characters of :attr:`Document.text` from 0; spans are half-open (``text[start:end]``). Pages count from 1.
Boxes are in points (1/72 inch) from the page's top left corner. Months are whole calendar months. Shares lie in 0..1.
"""

from __future__ import annotations

from aimatch.model.document import Box, Document, Field, HiddenText, Page, Run
from aimatch.model.results import (
    CareerEvidence,
    Coverage,
    Evidence,
    Flag,
    Need,
    RequirementResult,
    Severity,
    SkillEvidence,
    SkillResult,
    Strength,
)
from aimatch.model.resume import (
    DEGREE_NAMES,
    DEGREES,
    Break,
    BreakReason,
    Degree,
    Education,
    Kind,
    Mention,
    Position,
    PositionKind,
    Project,
    Resume,
    Section,
    SectionKind,
    StatedYears,
    Status,
    Via,
)

__all__ = [
    "DEGREES",
    "DEGREE_NAMES",
    "Box",
    "Break",
    "BreakReason",
    "CareerEvidence",
    "Coverage",
    "Degree",
    "Document",
    "Education",
    "Evidence",
    "Field",
    "Flag",
    "HiddenText",
    "Kind",
    "Mention",
    "Need",
    "Page",
    "Position",
    "PositionKind",
    "Project",
    "RequirementResult",
    "Resume",
    "Run",
    "Section",
    "SectionKind",
    "Severity",
    "SkillEvidence",
    "SkillResult",
    "StatedYears",
    "Status",
    "Strength",
    "Via",
]
