"""``aimatch compare A B``, ``aimatch what-if FILE``, ``aimatch interview FILE``: questions about reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aimatch.cli import inputs, options
from aimatch.cli.encodings import echo_document
from aimatch.errors import UnknownSkill
from aimatch.model import DEGREES

if TYPE_CHECKING:
    from aimatch.model import Degree
    from aimatch.report import Report

_HTML = click.option("--html", "as_html", is_flag=True, help="Print a self-contained page.")


@click.command(short_help="Tell why one resume stands above another.")
@click.argument("a", metavar="A")
@click.argument("b", metavar="B")
@options.role
@options.own_skills
@options.day
@_HTML
@options.as_json
def compare(
    a: str, b: str, profile: str, taxonomy: Path | None, as_of: date | None, as_html: bool, as_json: bool
) -> None:
    """Tell why resume A stands above resume B, or below it, requirement by requirement."""
    from aimatch.comparison import compare as compare_reports
    from aimatch.outputs import answers, json

    found = compare_reports(_scored(a, profile, taxonomy, as_of), _scored(b, profile, taxonomy, as_of))
    if as_json:
        click.echo(json.dumps(found.to_dict(), indent=2))
    elif as_html:
        echo_document(found.to_html(), end="")
    else:
        click.echo(answers.comparison(found, width=options.width(), colour=options.colour()), nl=False)


@click.command("what-if", short_help="Tell what would raise a resume's coverage, and by how much.")
@click.argument("file")
@click.option(
    "--add", "-a", multiple=True, metavar="SKILL", help="A skill that the resume would show; repeat for more."
)
@click.option(
    "--months",
    default=12,
    show_default=True,
    type=click.IntRange(0),
    help="Months at work; 0: in a project.",
)
@click.option("--degree", type=click.Choice(DEGREES[1:]), help="A degree, completed.")
@click.option("--best", default=3, show_default=True, type=click.IntRange(1), help="Without --add: how many to tell.")
@options.role
@options.own_skills
@options.day
@options.as_json
def what_if(
    file: str,
    add: tuple[str, ...],
    months: int,
    degree: Degree | None,
    best: int,
    profile: str,
    taxonomy: Path | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Tell what the coverage would be if FILE also showed some skill; without --add, what would raise it most.

    FILE may be - for the standard input.
    """
    from aimatch.outputs import answers, json

    report = _scored(file, profile, taxonomy, as_of)
    if not add and degree is None:
        found = report.next_best(best)
        if as_json:
            click.echo(json.dumps([one.to_dict() for one in found], indent=2))
        else:
            click.echo(answers.next_best(found, width=options.width(), colour=options.colour()), nl=False)
        return
    try:
        answer = report.what_if(add=add, months=months, degree=degree)
    except UnknownSkill as error:
        raise click.BadParameter("; ".join(error.problems), param_hint="--add") from error
    except ValueError as error:  # the upper bound stands there, and what-if is not imported for a help text
        raise click.BadParameter(str(error), param_hint="--months") from error
    if as_json:
        click.echo(json.dumps(answer.to_dict(), indent=2))
    else:
        click.echo(answers.what_if(answer, width=options.width(), colour=options.colour()), nl=False)


@click.command(short_help="Print what to ask a candidate.")
@click.argument("file")
@options.role
@options.own_skills
@options.day
@click.option(
    "--most", type=click.IntRange(1), help="Questions at most: on flags, then where most is to gain.  [default: all]"
)
@_HTML
@options.as_json
def interview(
    file: str, profile: str, taxonomy: Path | None, as_of: date | None, most: int | None, as_html: bool, as_json: bool
) -> None:
    """Print what to ask the candidate: a question for each weak or unproven requirement and each flag.

    FILE may be - for the standard input.
    """
    from aimatch.outputs import answers, json

    guide = _scored(file, profile, taxonomy, as_of).interview_guide(most=most)
    if as_json:
        click.echo(json.dumps(guide.to_dict(), indent=2))
    elif as_html:
        echo_document(guide.to_html(), end="")
    else:
        click.echo(answers.interview(guide, width=options.width(), colour=options.colour()), nl=False)


def _scored(file: str, profile: str, taxonomy: Path | None, as_of: date | None) -> Report:
    from aimatch.pipeline import score

    skills = options.chosen_taxonomy(taxonomy)
    role = options.chosen_profile(profile, taxonomy=skills)
    with inputs.reported(file):
        return score(inputs.source(file), role, as_of=options.chosen_day(as_of), taxonomy=skills)
