"""Many files: a folder in, one result a file out, in order; a bad file costs only itself.

>>> frame = score_folder("applications", "ai-engineer", workers=4)        # doctest: +SKIP
>>> for result in stream(find_files("applications").paths):               # doctest: +SKIP
...     print(result.source, getattr(result, "coverage", "failed"))
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, overload

from aimatch.batch.task import Item, Task
from aimatch.errors import shortened
from aimatch.extract.lexicon.lexicons import lexicon_of
from aimatch.flags import switched_off
from aimatch.outputs import table
from aimatch.pipeline import PostingSource, ProfileSource, day_of, limits_of, posting_of
from aimatch.profile import load_profile
from aimatch.readers.limits import Limits
from aimatch.readers.naming import readable
from aimatch.report import Failure, Report
from aimatch.taxonomy import Taxonomy

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Engine", "Inputs", "default_workers", "find_files", "score_folder", "stream", "worker_count"]

#: ``processes``: child processes, one file at a time each; a crash or a runaway costs its file. ``inline``: in this
#: process, nothing isolated, for debugging and for a caller that is a worker itself. ``dask``: on the current
#: ``distributed`` client, or on a local cluster where there is none (extra ``cluster``).
Engine = Literal["processes", "inline", "dask"]

_MOST_WORKERS = 32
# Made by desktops and office programs, never by an applicant.
_NOT_RESUMES = frozenset({"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"})

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """The files of a folder, sorted by path, and those that were passed over as hidden or temporary."""

    folder: Path
    paths: tuple[Path, ...]
    left_out: tuple[Path, ...] = ()

    @property
    def skipped(self) -> int:
        """How many were passed over."""
        return len(self.left_out)

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Those that were passed over by name, as :attr:`items` names the others."""
        return tuple(readable(path.relative_to(self.folder).as_posix()) for path in self.left_out)

    @property
    def items(self) -> tuple[Item, ...]:
        """The files with their names: the path relative to the folder, with forward slashes."""
        return tuple(Item(path=path, name=readable(path.relative_to(self.folder).as_posix())) for path in self.paths)


def find_files(folder: str | os.PathLike[str], *, leave_out: Path | None = None) -> Inputs:
    """All files below a folder, those of unknown kind too: they become rows that say so.

    Hidden files, lock and temporary files of office programs and what desktops leave behind are passed over and
    named. Links to folders are not followed, and what another batch has made of resumes is none.

    Args:
        folder: Where to look.
        leave_out: A folder below it to stay out of, such as the one that the results go to.

    Raises:
        FileNotFoundError: There is no such folder.
        NotADirectoryError: It is a file.
        TypeError: It is no path.
    """
    if not isinstance(folder, (str, os.PathLike)):
        raise TypeError(f"a folder is a path, not {type(folder).__name__} (files one by one: aimatch.batch.stream)")
    if not os.fspath(folder):
        raise FileNotFoundError("the name of the folder is empty")  # it would be the current one
    root = Path(folder)
    if not os.path.exists(root):  # noqa: PTH110 - takes a text of any length
        raise FileNotFoundError(f"{shortened(root)}: no such folder")
    if not root.is_dir():
        raise NotADirectoryError(f"{root}: is a file, not a folder")
    avoided = None if leave_out is None else leave_out.resolve()
    found: list[Path] = []
    left_out: list[Path] = []
    # A folder that can't be opened becomes a row that says so, as a file would.
    shut: list[OSError] = []
    for place, folders, files in os.walk(root, onerror=shut.append):
        here = Path(place)
        # Walked in order, so that the result doesn't depend on the file system.
        folders[:] = sorted(
            one
            for one in folders
            if not one.startswith(".")
            and (here / one).resolve() != avoided
            and not table.is_results(here / one / "results.csv")
        )
        for name in files:
            (found if _is_resume(name) else left_out).append(here / name)
    found += [Path(error.filename) for error in shut]
    return Inputs(folder=root, paths=_sorted(found), left_out=_sorted(left_out))


def _sorted(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(sorted(paths, key=lambda path: path.as_posix()))


def _is_resume(name: str) -> bool:
    temporary = name.startswith((".", "~$")) or name.endswith(("~", ".tmp", ".part", ".crdownload"))
    return not temporary and name.lower() not in _NOT_RESUMES


def default_workers() -> int:
    """The processors this process may use, at most 32."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(usable, _MOST_WORKERS))


def worker_count(workers: int | None) -> int:
    """The processes asked for, or the default.

    Raises:
        ValueError, TypeError: It is no whole number from 1 up.
    """
    if workers is None:
        return default_workers()
    if not isinstance(workers, int):
        raise TypeError(f"workers is a whole number, not {workers!r}")
    if workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    return workers


@overload
def stream(
    items: Iterable[str | os.PathLike[str] | Item],
    profile: ProfileSource = ...,
    *,
    as_of: date | None = ...,
    workers: int | None = ...,
    engine: Engine = ...,
    limits: Limits | None = ...,
    posting: PostingSource | None = ...,
    flags_off: Collection[str] = ...,
    taxonomy: Taxonomy | None = ...,
) -> Iterator[Report | Failure]: ...


@overload
def stream(
    items: Iterable[str | os.PathLike[str] | Item],
    profile: ProfileSource = ...,
    *,
    as_of: date | None = ...,
    workers: int | None = ...,
    engine: Engine = ...,
    limits: Limits | None = ...,
    posting: PostingSource | None = ...,
    flags_off: Collection[str] = ...,
    taxonomy: Taxonomy | None = ...,
    then: Callable[[Report | Failure], T],
) -> Iterator[T]: ...


def stream(
    items: Iterable[str | os.PathLike[str] | Item],
    profile: ProfileSource = "ai-engineer",
    *,
    as_of: date | None = None,
    workers: int | None = None,
    engine: Engine = "processes",
    limits: Limits | None = None,
    posting: PostingSource | None = None,
    flags_off: Collection[str] = (),
    taxonomy: Taxonomy | None = None,
    then: Callable[[Report | Failure], T] | None = None,
) -> Iterator[T] | Iterator[Report | Failure]:
    """Score files one after another, yielding one result a file, in the order given.

    Only a bounded number of files is under way at once, so that memory stays flat however many there are; closing the
    iterator ends what is under way.

    Args:
        items: Paths, or ``Item`` pairs of a path and the name to report it by. Read as they are needed.
        profile: As for :func:`aimatch.score`.
        as_of: The day that "present" means. Default: today.
        workers: How many processes. Default: one a processor.
        engine: Where the work is done, see ``Engine``.
        limits: What one file may cost, its time included.
        posting, flags_off, taxonomy: As for :func:`aimatch.score`; the posting is read once.
        then: Applied to each result where it was made, so that only what it returns travels back. Must be picklable
            (a module's function, or an instance of a module's class) unless the engine is ``inline``.

    Raises:
        ProfileError: The profile is wrong.
        ReadError, FileNotFoundError: The posting can't be read.
        UnknownFlag: ``flags_off``, or the profile's, names what is no flag.
        MissingExtra: The engine is ``dask`` and ``dask[distributed]`` is not installed.
        ValueError: ``workers`` is less than 1, or the engine is unknown.
        TypeError: ``items`` is one path instead of several, or ``workers`` no whole number.
    """
    if isinstance(items, (str, bytes, os.PathLike)) or not isinstance(items, Iterable):
        raise TypeError(f"items are several paths, such as a list, not {type(items).__name__}")
    count = worker_count(workers)
    day = day_of(as_of)
    role = load_profile(profile, taxonomy=taxonomy)
    if taxonomy is not None and engine != "inline":
        lexicon_of(taxonomy)  # made once here, and found by each worker
    off = switched_off(role, flags_off)  # said once, and not by every file
    task = Task(
        profile=role,
        as_of=day,
        limits=limits_of(limits),
        posting=None if posting is None else posting_of(posting),
        flags_off=tuple(sorted(off)),
        taxonomy=taxonomy,
        then=then,
    )
    named = (one if isinstance(one, Item) else Item(path=Path(one), name=readable(str(one))) for one in items)
    if engine == "inline":
        return (task.run(item) for item in named)
    if engine == "processes":
        from aimatch.batch import processes

        return processes.run(named, task, workers=count)
    if engine == "dask":
        from aimatch.batch import cluster

        return cluster.run(named, task, workers=count)
    raise ValueError(f"unknown engine {engine!r}: use 'processes', 'inline' or 'dask'")


def score_folder(
    folder: str | os.PathLike[str],
    profile: ProfileSource = "ai-engineer",
    *,
    as_of: date | None = None,
    workers: int | None = None,
    engine: Engine = "processes",
    limits: Limits | None = None,
    posting: PostingSource | None = None,
    flags_off: Collection[str] = (),
    taxonomy: Taxonomy | None = None,
) -> pd.DataFrame:
    """Score all files below a folder.

    Args:
        folder: Where to look, sub-folders too; :func:`find_files` says what is passed over.
        profile, as_of, posting, flags_off, taxonomy: As for :func:`aimatch.score`.
        workers: How many processes, 1 or more. Default: one a processor, and no more than there are files.
        engine: Where the work is done, see ``Engine``.
        limits: What one file may cost, its time included.

    Returns:
        One row a file, failures included, sorted by path. The columns are those of ``aimatch.outputs.table.COLUMNS``,
        then ``credit.<id>`` for each requirement of the profile (``CREDIT_COLUMNS`` there). ``status`` is
        ``scored`` or ``failed``; a failed row says why in ``reason`` and what to do in ``remedy``. Of a folder without files to
        score there is no row, and a warning.

    Raises:
        FileNotFoundError, NotADirectoryError: There is no such folder.
        ProfileError, MissingExtra, ValueError: As :func:`stream`.
    """
    items = find_files(folder).items
    role = load_profile(profile, taxonomy=taxonomy)
    if not items:
        warnings.warn(f"{shortened(Path(folder))} holds no files to score", stacklevel=2)
    count = min(worker_count(workers), max(1, len(items)))
    rows = stream(
        items,
        role,
        as_of=as_of,
        workers=count,
        engine=engine,
        limits=limits,
        posting=posting,
        flags_off=flags_off,
        taxonomy=taxonomy,
        then=table.row_of_batch,
    )
    return table.frame(rows, [one.id for one in role.requirements])
