"""One row of a table of results: what each column holds, and the places of a ranking with ties."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from aimatch.duplicates import Fingerprint, fingerprint
from aimatch.outputs.wording import one_line
from aimatch.report import Failure, Report
from aimatch.score import MISSING_BELOW

#: The columns of a table of results, in order, each with what it holds. After them follows one column a requirement of the
#: profile, which ``CREDIT_COLUMNS`` describes.
COLUMNS = {
    "rank": (
        "the best place that the file may hold: 1 + how many are clearly above it; copies of one text hold one place together; "
        "empty for a failure"
    ),
    "rank_last": "the last place that it may hold; files whose intervals of coverage overlap are ties",
    "file": "the path, relative to the folder",
    "status": "scored or failed",
    "coverage": "0..1, the score",
    "coverage_low": "0..1, its lower bound under uncertain mentions, listed claims and inferred dates",
    "coverage_high": "0..1, its upper bound",
    "missing_musts": f"ids of the musts with less credit than {MISSING_BELOW:g}: none, or a hint of it, joined by spaces",
    "flags": "ids of the flags, joined by spaces; never part of the score",
    "serious_flags": "how many of them are serious",
    "duplicates": "other files of the batch with nearly the same text or the same contact data, joined by ' | '",
    "copy_of": (
        "the file with nearly the same text that stands for this one in the ranking, the best of them; empty for that file, "
        "and for one without copies"
    ),
    "experience_months": (
        "months of paid work, overlaps counted once; empty where no dates were read, 0 only where the work that was read is "
        "unpaid or yet to begin"
    ),
    "ml_months": "the part of them in AI or ML work; empty where they are",
    "degree": "none, associate, bachelor, master or phd",
    "skills": "how many skills the resume asserts",
    "hidden_text_would_add": "0..1, what text that no person can see would have added",
    "notes": "what the reader had to guess or leave out, joined by ' | '",
    "profile": "the role's id",
    "as_of": "the day that 'present' means",
    "incomplete": (
        "of a run that was interrupted, how many of its files have a row, such as '50 of 3000 files': the ranks are among "
        "those only; 'not ended' while it goes on; else empty"
    ),
    "error": "for a failure: the kind of error",
    "reason": "for a failure: what is wrong",
    "remedy": "for a failure: what can be done about it",
    "input_sha256": "hex digest of the file",
}
#: The columns behind those: one a requirement of the profile, in its order, be there a scored file or none.
CREDIT_COLUMNS = {"credit.<id>": "0..1, the credit of the requirement with that id; empty for a failure"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One file's row; the fields are those of ``COLUMNS``. ``credits`` pairs requirement ids with their credit;
    ``fingerprint`` is in no output."""

    file: str
    status: Literal["scored", "failed"]
    rank: int | None = None
    rank_last: int | None = None
    coverage: float | None = None
    coverage_low: float | None = None
    coverage_high: float | None = None
    missing_musts: str = ""
    flags: str = ""
    serious_flags: int | None = None
    duplicates: str = ""
    copy_of: str = ""
    experience_months: int | None = None
    ml_months: int | None = None
    degree: str = ""
    skills: int | None = None
    hidden_text_would_add: float | None = None
    notes: str = ""
    profile: str = ""
    as_of: str = ""
    incomplete: str = ""
    error: str = ""
    reason: str = ""
    remedy: str = ""
    input_sha256: str = ""
    credits: tuple[tuple[str, float], ...] = ()
    fingerprint: Fingerprint | None = None


def row_of_batch(result: Report | Failure) -> Row:
    """The row of one result of a batch, with its fingerprint, by which duplicates are found among them."""
    plain = row(result)
    return plain if isinstance(result, Failure) else replace(plain, fingerprint=fingerprint(result.career.resume))


def row(result: Report | Failure) -> Row:
    """The row of one result."""
    if isinstance(result, Failure):
        where = f"{result.place}: " if result.place else ""
        return Row(
            file=result.source,
            status="failed",
            error=result.error,
            reason=one_line(where + result.reason, limit=500),
            remedy=one_line(result.remedy, limit=500),
        )
    # The basis is asked for only where there are no months, since it is worked out anew.
    known = bool(result.experience_months) or result.experience.basis != "unread"
    return Row(
        file=result.source or "",
        status="scored",
        coverage=result.coverage,
        coverage_low=result.low,
        coverage_high=result.high,
        missing_musts=" ".join(result.missing_musts),
        flags=" ".join(flag.id for flag in result.flags),
        serious_flags=sum(flag.severity == "serious" for flag in result.flags),
        experience_months=result.experience_months if known else None,
        ml_months=result.ml_months if known else None,
        degree=result.degree,
        skills=len(result.skills),
        hidden_text_would_add=result.hidden_text_would_add,
        notes=one_line(" | ".join(result.notes), limit=500),
        profile=result.profile,
        as_of=result.as_of.isoformat(),
        input_sha256=result.input_sha256,
        credits=tuple((one.id, one.credit) for one in result.requirements),
    )


def places(bounds: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The first and the last place (from 1) that each of several intervals may hold in their order, highest first.

    One interval stands clearly above another where it begins beyond the other's end; all others are ties. That of two
    ties one may be clearly below a third and the other not is why a place is a range and no single number.

    >>> places([(0.70, 0.80), (0.66, 0.72), (0.60, 0.68), (0.10, 0.20)])
    [(1, 2), (1, 3), (2, 3), (4, 4)]
    """
    lows = sorted(low for low, _ in bounds)
    highs = sorted(high for _, high in bounds)
    count = len(lows)
    return [(1 + count - bisect_right(lows, high), count - bisect_left(highs, low)) for low, high in bounds]
