"""``aimatch audit ratios RESULTS``, ``aimatch audit swaps FILE|FOLDER``"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aimatch.cli import inputs, options
from aimatch.errors import AimatchError, AuditError, ReadError

if TYPE_CHECKING:
    from aimatch.audit.swaps import SwapAudit
    from aimatch.report import Failure


@click.group(short_help="Show whether a screening is fair.")
def audit() -> None:
    """Show whether a screening is fair: how groups of people fare, and whether who somebody is moves any number."""


@audit.command(short_help="Compare how groups of people fare.")
@click.argument("results", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--groups",
    "-g",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Your own CSV table: the column file as in the results, and one or more columns of groups. aimatch guesses nobody's.",
)
@click.option("--cutoff", type=float, metavar="SHARE", help="Selected are those with at least this coverage (0 to 1).")
@click.option("--top", type=int, metavar="N", help="Selected are the first N by coverage.")
@click.option("--selected", metavar="COLUMN", help="Selected are those with a yes in this column of either table.")
@click.option("--by", multiple=True, metavar="COLUMN", help="A column of groups; may be given again.  [default: all]")
@click.option("--smallest", default=5, show_default=True, metavar="N", help="Groups of fewer people are not judged.")
@options.as_json
def ratios(
    results: Path,
    groups: Path,
    cutoff: float | None,
    top: int | None,
    selected: str | None,
    by: tuple[str, ...],
    smallest: int,
    as_json: bool,
) -> None:
    """Compare selection rates and scoring rates of groups, with their impact ratios and the four-fifths rule.

    RESULTS is the results.csv or results.parquet of `aimatch batch`, or its folder. Without --cutoff, --top or --selected
    only scoring rates are told: whose coverage lies above the median.

    \b
    aimatch audit ratios results/ --groups groups.csv --cutoff 0.6
    aimatch audit ratios results/ --groups groups.csv --selected invited --by sex --by origin
    """
    from aimatch.audit import impact_ratios
    from aimatch.outputs import json
    from aimatch.report import Failure

    try:
        found = impact_ratios(results, groups, cutoff=cutoff, top=top, selected=selected, by=by, smallest=smallest)
    except (AuditError, ValueError) as error:
        raise click.UsageError(str(error)) from error
    except ReadError as error:  # of either table
        raise inputs.InputFailed(Failure.of(error.source or str(results), error)) from error
    if as_json:
        click.echo(json.dumps(found.to_dict(), indent=2))
    else:
        click.echo(found.to_text(width=options.width(), colour=options.colour()), nl=False)


@audit.command(short_help="Exchange who somebody is; every number must stay.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER...")
@options.role
@options.own_skills
@options.day
@options.as_json
def swaps(sources: tuple[str, ...], profile: str, taxonomy: Path | None, as_of: date | None, as_json: bool) -> None:
    """Exchange names, words of gender, contact data, personal data, schools and photos; every number must stay.

    Each resume is scored again for each swap. What could not be exchanged, since it was not found, is told. The exit code is
    1 where a number moved, or a file could not be read. FILE may be - for the standard input.
    """
    from aimatch.audit import text
    from aimatch.outputs import json
    from aimatch.report import Failure

    skills = options.chosen_taxonomy(taxonomy)
    role = options.chosen_profile(profile, taxonomy=skills)
    results = list(_audited(sources, profile=role, as_of=options.chosen_day(as_of), taxonomy=skills))
    failed = [one for one in results if isinstance(one, Failure)]
    found = [one for one in results if not isinstance(one, Failure)]
    if as_json:
        content: dict[str, Any] = {
            "schema": json.SCHEMA_VERSION,
            "identical": all(one.identical for one in found),
            "audits": [one.to_dict() for one in found],
            "failures": [json.failure_to_dict(one) for one in failed],
        }
        click.echo(json.dumps(content, indent=2))
    else:
        if found:
            click.echo(text.swaps(found, width=options.width(), colour=options.colour()), nl=False)
        for one in failed:
            inputs.complain(one)
    sys.exit(1 if failed or not all(one.identical for one in found) else 0)


def _audited(sources: tuple[str, ...], **arguments: Any) -> Iterator[SwapAudit | Failure]:
    """One result a file; below a folder, each file under its path there."""
    from dataclasses import replace

    from aimatch.audit import audit_swaps
    from aimatch.batch import find_files
    from aimatch.cli.batch import progress_bar
    from aimatch.report import Failure

    named: list[tuple[str, Path | None]] = []
    for source in sources:
        if source != "-" and source and Path(source).is_dir():
            items = find_files(source).items
            if not items:
                raise click.BadParameter(f"{source}: holds no file", param_hint="FILE|FOLDER")
            named += [(item.name, item.path) for item in items]
        else:
            named.append((source, None))
    with progress_bar(len(named), None if len(named) > 1 else False, "auditing") as done:
        for name, path in named:
            try:
                one = audit_swaps(inputs.source(name) if path is None else path, isolate=path is not None, **arguments)
                yield one if path is None else replace(one, source=name)
            except (AimatchError, OSError) as error:
                yield Failure.of(name, error)
            done()
