"""``aimatch batch FOLDER``"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from aimatch.cli import inputs as files
from aimatch.cli import options

if TYPE_CHECKING:
    from aimatch.batch import Engine, Inputs
    from aimatch.batch.publish import Publication

#: So many of the files that were passed over are named on the terminal.
_MOST_NAMED = 5
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command(short_help="Score all files of a folder and rank them.")
@click.argument("folder", type=_FOLDER)
@click.option(
    "--out",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("aimatch-results"),
    show_default=True,
    help="Where the results go: results.csv, results.parquet, report.html, run.json, json/.",
)
@options.role
@options.own_skills
@options.day
@options.posting
@options.no_flag
@options.limit
@click.option("--workers", "-w", type=click.IntRange(1), help="Processes to use.  [default: one a processor]")
@click.option(
    "--engine",
    type=click.Choice(["processes", "inline", "dask"]),
    default="processes",
    show_default=True,
    help="Where the work is done: dask takes a cluster, or starts one here.",
)
@click.option("--seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Time for one file.")
@click.option("--show", type=click.IntRange(0), default=25, show_default=True, help="Ranked rows to print.")
@click.option("--progress/--no-progress", default=None, help="Show progress.  [default: on a terminal]")
@options.as_json
def batch(
    folder: Path,
    out: Path,
    profile: str,
    taxonomy: Path | None,
    as_of: date | None,
    posting: Path | None,
    no_flag: tuple[str, ...],
    limit: dict[str, float],
    workers: int | None,
    engine: str,
    seconds: float,
    show: int,
    progress: bool | None,
    as_json: bool,
) -> None:
    """Score all files below FOLDER and write a ranked table, a page, and JSON for each file.

    Each file becomes a row; one that can't be read says why, and the exit code is 1. Ctrl-C stops early and leaves
    complete results for what was done; run.json, the page and the column incomplete then say how far it came. Copies of one
    text keep their rows and hold one place of the ranking. run.json names the files that were passed over, too.
    """
    from aimatch.batch import find_files, stream
    from aimatch.batch.publish import Publication

    gc.enable()  # a batch may last for hours
    skills = options.chosen_taxonomy(taxonomy)
    role = options.chosen_profile(profile, taxonomy=skills)
    day = options.chosen_day(as_of)
    options.check_flags(role, no_flag)
    asked = options.chosen_posting(posting)
    inputs = find_files(folder, leave_out=out)
    if not inputs.paths:
        passed_over = (
            f" ({inputs.skipped} hidden or temporary passed over{_named(inputs.passed_over)})" if inputs.skipped else ""
        )
        raise click.UsageError(f"{folder} holds no files to score{passed_over}")
    _check_out(out, folder)
    publication = Publication(
        out,
        role,
        as_of=day.isoformat(),
        files=[one.name for one in inputs.items],
        passed_over=inputs.passed_over,
    )
    interruption = _Interruption()
    # Made first: an engine that is not there must not cost the results of the last run.
    results = stream(
        takewhile(lambda _: not interruption.wanted, inputs.items),
        role,
        as_of=day,
        workers=workers,
        engine=cast("Engine", engine),
        limits=options.chosen_limits(limit, seconds=seconds),
        posting=asked,
        flags_off=no_flag,
        taxonomy=skills,
        then=publication.publish,
    )
    with publication, progress_bar(len(inputs.paths), progress) as advance, interruption:
        try:
            for done in results:
                publication.add(done)
                advance()
        except KeyboardInterrupt:
            interruption.wanted = True
    failed = _summarise(publication, inputs, show, as_json)
    if interruption.wanted:
        click.echo("aimatch: interrupted; the results hold what was done", err=True)
    sys.exit(130 if interruption.wanted else 1 if failed else 0)


def _check_out(out: Path, folder: Path) -> None:
    from aimatch.batch.publish import others_files

    if out.resolve() == folder.resolve():
        # The next run would score the results as if they were resumes.
        raise click.BadParameter("is the folder of the resumes itself; name another, or one in it", param_hint="--out")
    import tempfile

    try:
        foreign = others_files(out)
        if foreign:
            named = ", ".join(path.name for path in foreign)
            raise click.BadParameter(
                f"{out} holds {named}, made by something else; name another folder", param_hint="--out"
            )
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise click.BadParameter(f"{out} can't be written to: {error.strerror}", param_hint="--out") from error


def _summarise(publication: Publication, inputs: Inputs, show: int, as_json: bool) -> int:
    from aimatch.outputs import json, table, text

    assert publication.ranked is not None
    rows = table.rows(publication.ranked)
    failed = sum(one.status == "failed" for one in rows)
    out = publication.folder
    if as_json:
        summary = {
            "schema": json.SCHEMA_VERSION,
            "files": len(inputs.paths),
            "scored": len(rows) - failed,
            "failed": failed,
            "passed_over": inputs.skipped,
            "passed_over_files": list(inputs.passed_over),
            "not_reached": len(publication.not_reached),
            "outputs": {
                "csv": str(out / "results.csv"),
                "parquet": str(out / "results.parquet"),
                "html": str(out / "report.html"),
                "json": str(out / "json"),
                "run": str(out / "run.json"),
            },
            "results": [{name: getattr(one, name) for name in table.COLUMNS} for one in rows],
        }
        click.echo(json.dumps(summary, indent=2))
        return failed
    shown = [replace(one, remedy=files.as_option(one.remedy)) for one in rows]
    click.echo(text.ranking(shown, width=options.width(), colour=options.colour(), limit=show), nl=False)
    done = f"{len(rows) - failed} of {len(inputs.paths)} files scored"
    parts = [
        done,
        f"{failed} could not be" if failed else "",
        f"{len(publication.not_reached)} not reached" if publication.not_reached else "",
        f"{inputs.skipped} passed over{_named(inputs.passed_over)}" if inputs.skipped else "",
    ]
    click.echo(
        f"\n{', '.join(part for part in parts if part)}; results in {out}{'' if str(out).endswith('/') else '/'}"
    )
    return failed


def _named(passed_over: Sequence[str]) -> str:
    """The first of the files passed over; run.json names all."""
    from aimatch.outputs.wording import file_name

    more = f" and {len(passed_over) - _MOST_NAMED} more" if len(passed_over) > _MOST_NAMED else ""
    return f" ({', '.join(map(file_name, passed_over[:_MOST_NAMED]))}{more})"


class _Interruption:
    """The first Ctrl-C lets the files under way be finished, so that every file has all of its results or none; the
    second one stops at once."""

    def __init__(self) -> None:
        self.wanted = False

    def __enter__(self) -> _Interruption:
        self._before = signal.signal(signal.SIGINT, self._note) if _in_main_thread() else None
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _note(self, *_: object) -> None:
        if self.wanted:
            raise KeyboardInterrupt
        self.wanted = True
        # Written past the buffers, which may be in use at this very moment.
        os.write(2, b"\naimatch: finishing the files under way; Ctrl-C again stops at once\n")


def _in_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


@contextmanager
def progress_bar(total: int, wanted: bool | None, doing: str = "scoring") -> Iterator[Callable[[], None]]:
    """A bar on the standard error, if that is a terminal or it is wanted; what it gives is called for each file done."""
    shown = sys.stderr.isatty() if wanted is None else wanted
    if not shown:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn("files"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda: bar.advance(task)
