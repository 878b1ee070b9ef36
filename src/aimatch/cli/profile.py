"""``aimatch profile list|show|from-job|check``"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aimatch.cli import inputs, options
from aimatch.cli.encodings import echo_document
from aimatch.errors import ProfileError, UnknownFlag

if TYPE_CHECKING:
    from aimatch.profile import Profile
    from aimatch.profile_check import ProfileCheck
    from aimatch.report import Report
    from aimatch.taxonomy import Taxonomy


@click.group(short_help="Show roles, read one off a posting, check one's own.")
def profile() -> None:
    """Show the roles, read one off a job posting, check one's own."""


@profile.command("list")
@options.as_json
def list_(as_json: bool) -> None:
    """List the shipped roles."""
    from aimatch.outputs import json
    from aimatch.profile import load_profile, profile_names

    if as_json:
        click.echo(json.dumps(json.profile_list(), indent=2))
        return
    for one in map(load_profile, profile_names()):
        click.echo(f"{one.id:<28} {one.title:<36} {len(one.requirements)} requirements")


@profile.command()
@click.argument("name")
@options.own_skills
@options.as_json
def show(name: str, taxonomy: Path | None, as_json: bool) -> None:
    """Show a role's requirements. With --json, in a form that --profile takes back."""
    _print(options.chosen_profile(name, hint="NAME", taxonomy=options.chosen_taxonomy(taxonomy)), as_json)


@profile.command("from-job")
@click.argument("file")
@options.own_skills
@options.as_json
def from_job(file: str, taxonomy: Path | None, as_json: bool) -> None:
    """Read a role off a job posting. FILE may be - for the standard input.

    Prints a TOML file to read, correct, and give to --profile: aimatch profile from-job posting.txt > role.toml
    """
    from aimatch.job import profile_from_job, reads_like_resume, to_toml
    from aimatch.job.source import read_posting

    skills = options.chosen_taxonomy(taxonomy)
    with inputs.reported(file):
        posting = read_posting(inputs.source(file))
        found = profile_from_job(posting, taxonomy=skills)
    if reads_like_resume(posting):
        click.echo(
            "aimatch: this reads like a resume, not like a posting: check what it asks, or give the posting", err=True
        )
    if as_json:
        _print(found, as_json)
    else:
        echo_document(to_toml(found), end="")


@profile.command(short_help="Check role files: mistakes, and what may be one.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--pool",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Resumes to score: finds what nobody or everybody meets, and the weights that decide the shortlist.",
)
@click.option("--shortlist", type=click.IntRange(1), default=10, show_default=True, help="Places on the shortlist.")
@options.own_skills
@options.day
@options.as_json
def check(
    files: tuple[str, ...],
    pool: Path | None,
    shortlist: int,
    taxonomy: Path | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Check role files; every problem is reported at once, with its place, then what may be a mistake."""
    from aimatch.outputs import json
    from aimatch.profile import load_profile
    from aimatch.profile_check import check_profile

    skills = options.chosen_taxonomy(taxonomy)
    day = options.chosen_day(as_of)
    problems: dict[str, list[str]] = {}
    checks: dict[str, ProfileCheck | None] = {}
    for file in files:
        problems[file], checks[file] = [], None
        try:
            role = load_profile(file, taxonomy=skills)
            reports = () if pool is None else _scored(pool, role, day, skills)
            checks[file] = check_profile(role, reports, shortlist=shortlist, as_of=day, taxonomy=skills)
        except (ProfileError, UnknownFlag) as error:
            problems[file] = list(error.problems)
        except FileNotFoundError as error:
            problems[file] = [str(error)]
    if as_json:
        rows = [
            {"file": file, "problems": problems[file], "check": json.to_json_types(checks[file])} for file in problems
        ]
        click.echo(json.dumps(rows, indent=2))
    else:
        for file, found in problems.items():
            click.echo(f"{file}: {counted(len(found)) if found else 'ok'}")
            for problem in found:
                click.echo(f"  {problem}")
            _print_check(checks[file])
    sys.exit(1 if any(problems.values()) else 0)


def _scored(pool: Path, role: Profile, day: date, taxonomy: Taxonomy | None) -> tuple[Report, ...]:
    """The reports of a folder's resumes; a file that can't be read is told and left out."""
    from aimatch.batch import find_files, stream
    from aimatch.report import Report

    reports = []
    for result in stream(find_files(pool).items, role, as_of=day, taxonomy=taxonomy):
        if isinstance(result, Report):
            reports.append(result)
        else:
            click.echo(f"aimatch: {result.source}: {result.reason} (left out)", err=True)
    return tuple(reports)


def _print_check(found: ProfileCheck | None) -> None:
    if found is None:
        return
    # One message for many requirements is said once.
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for finding in found.findings:
        key = (finding.severity, finding.kind, finding.message)
        grouped.setdefault(key, []).append(" and ".join(finding.requirements) or "the profile")
    for (severity, kind, message), concerned in grouped.items():
        click.echo(f"  {severity}, {kind}: {', '.join(concerned)}: {message}")
    if found.pool:
        places = len(found.shortlist)
        deciding = [one for one in found.sensitivity if one.moved]
        click.echo(f"  shortlist of {places} out of {found.pool}: ", nl=False)
        click.echo(f"{len(deciding)} of {len(found.sensitivity)} weights, moved by a fifth, change who is on it")
        click.echo(f"    {', '.join(found.shortlist)}")
        if found.tied:
            click.echo(f"    not clearly below the last of them: {', '.join(found.tied)}")
        for one in deciding:
            leave = ", ".join(dict.fromkeys(one.leave_up + one.leave_down))
            enter = ", ".join(dict.fromkeys(one.enter_up + one.enter_down))
            click.echo(f"    {one.requirement}: {leave} may give way to {enter}")


def counted(problems: int) -> str:
    """How many problems there are, in words."""
    return f"{problems} problem{'s' * (problems != 1)}"


def _print(role: Profile, as_json: bool) -> None:
    from aimatch.outputs import json

    if as_json:
        click.echo(json.dumps(json.profile_to_dict(role), indent=2))
        return
    total = sum(one.weight for one in role.requirements) or 1.0
    asked = [
        f"{role.min_years:g} years of experience" if role.min_years else "",
        f"degree: {role.degree_min}" if role.degree_min else "",
    ]
    click.echo(f"{role.title} ({role.id}, version {role.version})")
    if any(asked):
        click.echo("; ".join(part for part in asked if part))
    click.echo()
    for one in sorted(role.requirements, key=lambda each: -each.weight):
        named = [*one.all_of, *one.skills, *(name for name, _ in one.partial)] or [label for label, _ in one.groups]
        shown = ", ".join(named[:6]) + (f" and {len(named) - 6} more" if len(named) > 6 else "")
        click.echo(f"{100 * one.weight / total:5.1f}  {one.need:<4}  {one.id:<22} {one.label}")
        click.echo(f"{'':36}{shown}" if shown else f"{'':36}({one.measure})")
        if one.source:
            click.echo(f"{'':36}from: {one.source}")
