"""What is done with one file of a batch, wherever it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from aimatch.errors import AimatchError
from aimatch.job.source import Posting
from aimatch.pipeline import read, score
from aimatch.profile import Profile
from aimatch.readers.limits import Limits
from aimatch.readers.serving import of_memory
from aimatch.report import Failure, Report
from aimatch.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A file, and the name by which its result is reported."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The same for all files of a batch. ``then`` turns a result into what is handed back; ``None``: the result."""

    profile: Profile
    as_of: date
    limits: Limits
    posting: Posting | None = None
    flags_off: tuple[str, ...] = ()
    taxonomy: Taxonomy | None = None
    then: Callable[[Report | Failure], Any] | None = None

    def run(self, item: Item) -> Any:
        """Score one file; whatever goes wrong with it is a :class:`~aimatch.report.Failure`."""
        try:
            result = self.attempt(item)
        except Exception as error:
            if not of_memory(error):
                raise
            result = self.out_of_memory(item)
        return self.finish(result)

    def attempt(self, item: Item) -> Report | Failure:
        """What :meth:`run` finishes.

        Raises:
            Exception: Memory ran out, which :func:`aimatch.readers.serving.of_memory` tells of it; nothing else is raised.
        """
        try:
            return self._scored(item)
        except Exception as error:
            if of_memory(error):
                raise
            return _failed(item, error)

    def out_of_memory(self, item: Item) -> Failure:
        """The result of a file for which memory ran out."""
        return Failure(
            source=item.name,
            error="LimitExceeded",
            reason=f"needs more than {self.limits.memory_mb:,} MiB of memory to read",
            remedy="raise Limits.memory_mb if this is a resume, or save it again as PDF",
        )

    def warm_up(self) -> None:
        """Load what the first file would load."""
        score("Skills: Python", self.profile, as_of=self.as_of, taxonomy=self.taxonomy)

    def finish(self, result: Report | Failure) -> Any:
        """Turn a result into what is handed back."""
        return result if self.then is None else self.then(result)

    def _scored(self, item: Item) -> Report:
        resume = read(item.path, limits=self.limits, taxonomy=self.taxonomy)
        report = score(
            resume,
            self.profile,
            as_of=self.as_of,
            posting=self.posting,
            flags_off=self.flags_off,
            taxonomy=self.taxonomy,
        )
        return replace(report, source=item.name)


def _failed(item: Item, error: Exception) -> Failure:
    if isinstance(error, FileNotFoundError):
        # Without its path, which is of this machine only.
        reason = "is a link that leads nowhere" if item.path.is_symlink() else "no such file"
        return Failure(source=item.name, error=type(error).__name__, reason=reason, remedy="ask for the file again")
    if isinstance(error, (AimatchError, OSError)):
        return Failure.of(item.name, error)
    # A defect of ours, or of a library, met by one file: it must not cost the others, and must not be lost.
    return Failure(
        source=item.name,
        error=type(error).__name__,
        reason=f"unexpected {type(error).__name__}: {error}",
        remedy="please report it with the file's format; aimatch score --debug FILE shows where it happened",
    )
