"""aimatch: how far a resume covers the requirements of a role, with evidence, and red flags beside the score.

>>> import aimatch
>>> from datetime import date
>>> report = aimatch.score("Jane Doe\\nSkills\\nPython, PyTorch", "ai-engineer", as_of=date(2026, 11, 1))
>>> 0 < report.coverage < 1
True

Names are loaded at first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from aimatch.audit import (
        GroupRate,
        ImpactRatios,
        Moved,
        RateTable,
        Replacement,
        Swap,
        SwapAudit,
        audit_swaps,
        impact_ratios,
    )
    from aimatch.batch import score_folder
    from aimatch.calibration import Calibration, WeightChange, fit_weights
    from aimatch.comparison import Comparison, Difference, compare
    from aimatch.errors import (
        AimatchError,
        AuditError,
        CalibrationError,
        CalibrationWarning,
        EncryptedFile,
        LimitExceeded,
        MissingExtra,
        ProfileError,
        ReadError,
        TaxonomyError,
        UnknownFlag,
        UnknownSkill,
        UnsupportedFormat,
    )
    from aimatch.interview import InterviewGuide, InterviewQuestion
    from aimatch.job import profile_from_job
    from aimatch.model import (
        Box,
        Break,
        Document,
        Education,
        Evidence,
        Flag,
        HiddenText,
        Mention,
        Page,
        Position,
        Project,
        RequirementResult,
        Resume,
        Section,
        SkillResult,
    )
    from aimatch.pipeline import extract, read, score
    from aimatch.profile import Profile, Requirement, load_profile, profile_names
    from aimatch.readers.limits import Limits
    from aimatch.report import Failure, Report
    from aimatch.taxonomy import Skill, Taxonomy, load_taxonomy
    from aimatch.what_if import Change, WhatIf

__all__ = [
    "AimatchError",
    "AuditError",
    "Box",
    "Break",
    "Calibration",
    "CalibrationError",
    "CalibrationWarning",
    "Change",
    "Comparison",
    "Difference",
    "Document",
    "Education",
    "EncryptedFile",
    "Evidence",
    "Failure",
    "Flag",
    "GroupRate",
    "HiddenText",
    "ImpactRatios",
    "InterviewGuide",
    "InterviewQuestion",
    "LimitExceeded",
    "Limits",
    "Mention",
    "MissingExtra",
    "Moved",
    "Page",
    "Position",
    "Profile",
    "ProfileError",
    "Project",
    "RateTable",
    "ReadError",
    "Replacement",
    "Report",
    "Requirement",
    "RequirementResult",
    "Resume",
    "Section",
    "Skill",
    "SkillResult",
    "Swap",
    "SwapAudit",
    "Taxonomy",
    "TaxonomyError",
    "UnknownFlag",
    "UnknownSkill",
    "UnsupportedFormat",
    "WeightChange",
    "WhatIf",
    "__version__",
    "audit_swaps",
    "compare",
    "extract",
    "fit_weights",
    "impact_ratios",
    "load_profile",
    "load_taxonomy",
    "profile_from_job",
    "profile_names",
    "read",
    "score",
    "score_folder",
]

#: The module that each public name lives in.
_HOME = {
    "AimatchError": "errors",
    "AuditError": "errors",
    "Box": "model",
    "Break": "model",
    "Calibration": "calibration",
    "CalibrationError": "errors",
    "CalibrationWarning": "errors",
    "Change": "what_if",
    "Comparison": "comparison",
    "Difference": "comparison",
    "Document": "model",
    "Education": "model",
    "EncryptedFile": "errors",
    "Evidence": "model",
    "Failure": "report",
    "Flag": "model",
    "GroupRate": "audit",
    "HiddenText": "model",
    "ImpactRatios": "audit",
    "InterviewGuide": "interview",
    "InterviewQuestion": "interview",
    "LimitExceeded": "errors",
    "Limits": "readers.limits",
    "Mention": "model",
    "MissingExtra": "errors",
    "Moved": "audit",
    "Page": "model",
    "Position": "model",
    "Profile": "profile",
    "ProfileError": "errors",
    "Project": "model",
    "RateTable": "audit",
    "ReadError": "errors",
    "Replacement": "audit",
    "Report": "report",
    "Requirement": "profile",
    "RequirementResult": "model",
    "Resume": "model",
    "Section": "model",
    "Skill": "taxonomy",
    "SkillResult": "model",
    "Swap": "audit",
    "SwapAudit": "audit",
    "Taxonomy": "taxonomy",
    "TaxonomyError": "errors",
    "UnknownFlag": "errors",
    "UnknownSkill": "errors",
    "UnsupportedFormat": "errors",
    "WeightChange": "calibration",
    "WhatIf": "what_if",
    "audit_swaps": "audit",
    "compare": "comparison",
    "extract": "pipeline",
    "fit_weights": "calibration",
    "impact_ratios": "audit",
    "load_profile": "profile",
    "load_taxonomy": "taxonomy",
    "profile_from_job": "job",
    "profile_names": "profile",
    "read": "pipeline",
    "score": "pipeline",
    "score_folder": "batch",
}


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})


class _Package(ModuleType):
    """The package with two names that are both a public function and a module: ``score`` and ``extract``.

    Python binds a submodule to its package when it is first imported; here the function keeps the name, whichever came
    first. ``from aimatch.score import cover`` is not touched by it.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOME):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
