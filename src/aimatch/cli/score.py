"""``aimatch score FILE…``"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aimatch.cli import inputs, options
from aimatch.cli.encodings import echo_document
from aimatch.errors import AimatchError

if TYPE_CHECKING:
    from aimatch.readers.limits import Limits
    from aimatch.report import Failure, Report


@click.command(short_help="Score resumes, each explained.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@options.role
@options.own_skills
@options.day
@options.posting
@options.no_flag
@options.limit
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "html", "csv"]),
    default="text",
    show_default=True,
    help="How to print the report.",
)
@options.as_json
@click.option("--quotes", default=1, show_default=True, type=click.IntRange(0), help="Quotes for each requirement.")
@click.option("--debug", is_flag=True, help="Show where an unexpected error happened.")
def score(
    files: tuple[str, ...],
    profile: str,
    taxonomy: Path | None,
    as_of: date | None,
    posting: Path | None,
    no_flag: tuple[str, ...],
    limit: dict[str, float],
    form: str,
    as_json: bool,
    quotes: int,
    debug: bool,
) -> None:
    """Score resumes, each explained. FILE may be - for the standard input.

    In --format csv, weight is as in the profile, while points are shares of the coverage (0 to 1): a weight divided by the sum
    of all is the most that its requirement can add, which the text shows as "of 7.6".

    With --json, one file gives one object, several give a list in their order; html and csv take one file, since
    `aimatch batch` makes one page and one table of many. A file that can't be read is reported, the others are scored,
    and the exit code is 1.
    """
    from aimatch.report import Report

    if len(files) > 1 and form in ("html", "csv") and not as_json:
        raise click.UsageError(f"--format {form} takes one file; `aimatch batch FOLDER` makes one {form} of many")
    skills = options.chosen_taxonomy(taxonomy)
    role = options.chosen_profile(profile, taxonomy=skills)
    day = options.chosen_day(as_of)
    options.check_flags(role, no_flag)
    asked = options.chosen_posting(posting)
    limits = options.chosen_limits(limit)
    results = [
        _result(file, debug, limits, profile=role, as_of=day, posting=asked, flags_off=no_flag, taxonomy=skills)
        for file in files
    ]
    if as_json or form == "json":
        _print_json(results)
    else:
        for number, result in enumerate(results):
            if isinstance(result, Report):
                click.echo("\n" if number and form == "text" else "", nl=False)
                rendered = _rendered(result, form, quotes)
                click.echo(rendered, nl=False) if form == "text" else echo_document(rendered, end="")
            else:
                inputs.complain(result)
    sys.exit(0 if all(isinstance(result, Report) for result in results) else 1)


def _result(file: str, debug: bool, limits: Limits, **arguments: Any) -> Report | Failure:
    from aimatch.pipeline import read
    from aimatch.pipeline import score as score_one
    from aimatch.report import Failure

    try:
        resume = read(inputs.source(file), limits=limits, taxonomy=arguments["taxonomy"])
        return score_one(resume, **arguments)
    except (AimatchError, OSError) as error:
        return Failure.of(file, error)
    except click.UsageError:
        raise
    except Exception as error:
        if debug:
            raise
        reason = f"unexpected {type(error).__name__}: {error}"
        return Failure(source=file, error=type(error).__name__, reason=reason, remedy="--debug shows where")


def _print_json(results: list[Report | Failure]) -> None:
    from aimatch.outputs import json

    if len(results) == 1:
        echo_document(json.render(results[0], indent=2))
        return
    click.echo("[")
    for number, result in enumerate(results):
        echo_document(json.render(result, indent=2) + ("," if number < len(results) - 1 else ""))
    click.echo("]")


def _rendered(report: Report, form: str, quotes: int) -> str:
    from aimatch.outputs import FORMATS, text

    if form == "text":
        return text.render(report, width=options.width(), colour=options.colour(), quotes=quotes)
    return FORMATS[form].render(report)
