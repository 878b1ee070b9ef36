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
        return self.finish(self._result(item))

    def warm_up(self) -> None:
        """Load what the first file would load."""
        score("Skills: Python", self.profile, as_of=self.as_of, taxonomy=self.taxonomy)

    def finish(self, result: Report | Failure) -> Any:
        """Turn a result into what is handed back."""
        return result if self.then is None else self.then(result)

    def _result(self, item: Item) -> Report | Failure:
        try:
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
        except FileNotFoundError as error:
            # Without its path, which is of this machine only.
            reason = "is a link that leads nowhere" if item.path.is_symlink() else "no such file"
            return Failure(source=item.name, error=type(error).__name__, reason=reason, remedy="ask for the file again")
        except (AimatchError, OSError) as error:
            return Failure.of(item.name, error)
        except Exception as error:
            # A defect of ours, or of a library, met by one file: it must not cost the others, and must not be lost.
            return Failure(
                source=item.name,
                error=type(error).__name__,
                reason=f"unexpected {type(error).__name__}: {error}",
                remedy="please report it with the file's format; aimatch score --debug FILE shows where it happened",
            )
