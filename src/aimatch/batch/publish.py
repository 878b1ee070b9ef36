"""The results of a batch on disk: complete and readable at any moment, also where a run is cut short.

::

    out/json/<file>.json   everything about one file, written as soon as it is done
    out/results.csv        one row a file, appended as they are done; ranked at the end
    out/results.parquet    the same with its types, at the end
    out/report.html        the ranking with the best reports in it, at the end
    out/run.json           whether the run came to its end, how many files were scored, and which were not: at its
                           beginning and at the end
"""

from __future__ import annotations

import heapq
import os
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal

from aimatch.duplicates import Duplicates
from aimatch.outputs import html, json, table
from aimatch.outputs.html import Entry
from aimatch.profile import Profile
from aimatch.report import Failure, Report

if TYPE_CHECKING:
    import pandas as pd

#: How many candidates the page shows with their reports, and how many in its table. A page of 300 reports has some
#: 11 MB, which browsers still open at once; the table and the JSON files hold all.
MOST_REPORTS = 300
MOST_RANKED = 2_000
#: Bytes of a file's name that leave room for its new endings in the 255 that file systems take.
_LONGEST_NAME = 240
_OUTPUTS = ("results.csv", "results.parquet", "report.html", "run.json")
#: What stands in the column ``incomplete`` while a run goes on, so that a table of one that was killed does not look whole.
_GOES_ON = "not ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What travels back from a worker: the row, and the report as a compressed piece of the page."""

    row: table.Row
    fragment: bytes = b""
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """Writes one result's JSON and renders it, in the process that made it."""

    folder: Path

    def __call__(self, result: Report | Failure) -> Done:
        """Publish one result."""
        name = result.source or "resume"
        path = self.folder / "json" / json_name(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, json.render(result) + "\n")
        if isinstance(result, Failure):
            return Done(row=table.row(result))
        fragment = zlib.compress(html.render_fragment(result, style=False, heading=False).encode())
        return Done(row=table.row_of_batch(result), fragment=fragment, versions=tuple(result.versions.items()))


def json_name(name: str) -> str:
    """Where below ``json/`` the result of a file lies: its name with ``.json``; of a name that would then be too long for a
    file system, the beginning and a digest; with "_" for letters that the locale has not."""
    folder, slash, last = name.rpartition("/")
    try:
        os.fsencode(name)
    except UnicodeEncodeError:  # a locale without UTF-8 has no such names
        digest = blake2b(last.encode(), digest_size=6).hexdigest()
        folder, last = (
            part.encode("ascii", "replace").decode().replace("?", "_") for part in (folder, f"{last}~{digest}")
        )
    encoded = last.encode()
    if len(encoded) > _LONGEST_NAME:
        digest = blake2b(encoded, digest_size=6).hexdigest()
        last = f"{encoded[: _LONGEST_NAME - 20].decode('utf-8', 'ignore')}~{digest}"
    return f"{folder}{slash}{last}.json"


class Publication:
    """The folder that a batch writes to; a context that makes the ranked outputs at its end, however it ends.

    Args:
        folder: Where to write; made if need be. Results of an earlier run in it are replaced, and nothing else.
        profile: The role.
        as_of: The day, as written in the page.
        files: The names of all files of the run, by which it is told what was not reached; without, those that were done.
        passed_over: The names of files in the folder that are none of the run.
    """

    def __init__(
        self,
        folder: Path,
        profile: Profile,
        *,
        as_of: str,
        files: Sequence[str] = (),
        passed_over: Sequence[str] = (),
    ) -> None:
        self.folder = folder
        self.profile = profile
        self.as_of = as_of
        self.ranked: pd.DataFrame | None = None
        self._best: list[tuple[float, int, bytes, str]] = []
        self._versions: dict[str, str] = {}
        self._count = self._scored = 0
        self._files = tuple(files)
        self._passed_over = tuple(passed_over)
        self._done: set[str] = set()
        self._table: table.Writer | None = None

    @property
    def publish(self) -> Publish:
        """What a worker applies to each result."""
        return Publish(folder=self.folder)

    def __enter__(self) -> Publication:
        """Make the folder. The results of an earlier run stay until there is one of this run: what can't start costs none.

        Raises:
            FileExistsError: It holds files by the names of the results that no batch has made.
        """
        if foreign := others_files(self.folder):
            raise FileExistsError(f"{foreign[0]}: is no result of a batch and would be replaced; name another folder")
        self.folder.mkdir(parents=True, exist_ok=True)
        self._earlier = _earlier(self.folder)
        self._duplicates = Duplicates()  # opened last: what goes wrong before leaves nothing open
        return self

    def add(self, done: Done) -> None:
        """Take note of one result, in the order of the files."""
        self._begun().write(replace(done.row, incomplete=_GOES_ON))
        self._count += 1
        self._scored += done.row.coverage is not None
        self._done.add(done.row.file)
        if done.row.fingerprint is not None:
            self._duplicates.add(done.row.file, done.row.fingerprint)
        self._versions = dict(done.versions) or self._versions
        if done.row.coverage is not None:
            # The smallest is dropped first: of equals, the one that came last.
            entry = (done.row.coverage, -self._count, done.fragment, done.row.file)
            if len(self._best) < MOST_REPORTS:
                heapq.heappush(self._best, entry)
            else:
                heapq.heappushpop(self._best, entry)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rank what was done and write the page; after an error before the first result leave all as it was."""
        with self._duplicates as index:
            if self._table is None and isinstance(error, Exception):
                return
            self._begun().close()
            run = self.run("interrupted" if error is not None or self.not_reached else "complete")
            self.ranked = table.finish(self.folder / "results.csv", self.folder / "results.parquet", index, run=run)
        _write(self.folder / "report.html", self._page(self.ranked, run))
        _write(self.folder / "run.json", json.dumps(run, indent=2) + "\n")

    @property
    def not_reached(self) -> tuple[str, ...]:
        """The files of the run that have no result yet."""
        return tuple(name for name in self._files if name not in self._done)

    def run(self, state: Literal["running", "interrupted", "complete"]) -> dict[str, Any]:
        """What ``run.json`` tells of the run; ``commands.schema.json`` describes it."""
        missing = self.not_reached
        files = self._count + len(missing)
        whole = f"{self._count} of {files} files" if missing else "interrupted"
        return {
            "schema": json.SCHEMA_VERSION,
            "state": state,
            "incomplete": {"complete": "", "running": _GOES_ON, "interrupted": whole}[state],
            "profile": self.profile.id,
            "as_of": self.as_of,
            "files": files,
            "scored": self._scored,
            "failed": self._count - self._scored,
            "not_reached": list(missing),
            "passed_over": list(self._passed_over),
        }

    def _begun(self) -> table.Writer:
        """The table, begun in the place of an earlier run's results."""
        if self._table is None:
            for path, state in self._earlier.items():
                if _state(path) == state:  # a worker may have replaced it already
                    path.unlink(missing_ok=True)
            self._earlier = {}
            self._table = table.Writer(self.folder / "results.csv", [one.id for one in self.profile.requirements])
            _write(self.folder / "run.json", json.dumps(self.run("running"), indent=2) + "\n")
        return self._table

    def _page(self, ranked: pd.DataFrame, run: dict[str, Any]) -> str:
        fragments = {file: fragment for _, _, fragment, file in self._best}
        rows = table.rows(ranked)
        scored = [one for one in rows if one.status == "scored"]
        entries = [
            Entry(row=one, fragment=zlib.decompress(fragments[one.file]).decode())
            if one.file in fragments
            else Entry(row=one)
            for one in scored[:MOST_RANKED]
        ]
        return html.render_ranking(
            entries,
            [one for one in rows if one.status == "failed"][:MOST_RANKED],
            profile_title=self.profile.title,
            labels={one.id: one.label for one in self.profile.requirements},
            as_of=self.as_of,
            versions=self._versions,
            run=run,
        )


def others_files(folder: Path) -> tuple[Path, ...]:
    """The files in a folder that a batch would replace although no batch has made them."""
    if table.is_results(folder / "results.csv"):
        return ()
    return tuple(path for name in _OUTPUTS if (path := folder / name).exists())


def _write(path: Path, text: str) -> None:
    # Renamed when whole, so that nobody ever reads half a file.
    unfinished = path.with_name(path.name + ".tmp")
    unfinished.write_text(text, "utf-8", newline="\n")
    unfinished.replace(path)


def _earlier(folder: Path) -> dict[Path, tuple[int, int] | None]:
    """The files that an earlier run has left, each with its state."""
    # Only where a table of ours says that the other files are ours too.
    if not table.is_results(folder / "results.csv"):
        return {}
    return {path: _state(path) for path in (*(folder / "json").rglob("*.json"), *(folder / name for name in _OUTPUTS))}


def _state(path: Path) -> tuple[int, int] | None:
    """What tells a file from one that has replaced it since; ``None`` if there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns
