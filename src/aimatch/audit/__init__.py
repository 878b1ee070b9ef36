"""The fairness audit: how groups fare in a screening, and whether who somebody is moves any number.

:func:`impact_ratios` compares selection and scoring rates of the groups that the user's own table gives; aimatch never
guesses to which group a person belongs. :func:`audit_swaps` exchanges names, words of gender, contact and personal data,
schools and photos in a resume, after which every number must stand as it did. ``docs/fairness.md`` says what neither
can show.
"""

from __future__ import annotations

from aimatch.audit.rates import FINDINGS, GroupRate, RateTable
from aimatch.audit.ratios import ImpactRatios, impact_ratios
from aimatch.audit.swaps import Moved, Replacement, Swap, SwapAudit, audit_swaps

__all__ = [
    "FINDINGS", "GroupRate", "ImpactRatios", "Moved", "RateTable", "Replacement", "Swap", "SwapAudit", "audit_swaps",
    "impact_ratios",
]  # fmt: skip
