"""``aimatch profile list|show|from-job|check``"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from aimatch.cli import options
from aimatch.errors import ProfileError

if TYPE_CHECKING:
    from aimatch.profile import Profile


@click.group()
def profile() -> None:
    """Show the roles, read one off a job posting, check one's own."""


@profile.command("list")
@options.as_json
def list_(as_json: bool) -> None:
    """List the shipped roles."""
    from aimatch.outputs import json
    from aimatch.profile import load_profile, profile_names

    roles = [load_profile(name) for name in profile_names()]
    if as_json:
        found = [{"id": one.id, "title": one.title, "requirements": len(one.requirements)} for one in roles]
        click.echo(json.dumps(found, indent=2))
        return
    for one in roles:
        click.echo(f"{one.id:<28} {one.title:<36} {len(one.requirements)} requirements")


@profile.command()
@click.argument("name")
@options.as_json
def show(name: str, as_json: bool) -> None:
    """Show a role's requirements. With --json, in a form that --profile takes back."""
    _print(options.chosen_profile(name), as_json)


@profile.command("from-job")
@click.argument("file")
@options.as_json
def from_job(file: str, as_json: bool) -> None:
    """Read a role off a job posting. FILE may be - for the standard input.

    With --json, in a form to save, edit, and give to --profile.
    """
    from pathlib import Path

    from aimatch.job import profile_from_job

    _print(profile_from_job(sys.stdin.read() if file == "-" else Path(file)), as_json)


@profile.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@options.as_json
def check(files: tuple[str, ...], as_json: bool) -> None:
    """Check role files; every problem is reported at once, with its place."""
    from aimatch.outputs import json
    from aimatch.profile import load_profile

    found: dict[str, list[str]] = {}
    for file in files:
        try:
            load_profile(file)
            found[file] = []
        except ProfileError as error:
            found[file] = list(error.problems)
        except FileNotFoundError as error:
            found[file] = [str(error)]
    if as_json:
        click.echo(json.dumps([{"file": file, "problems": problems} for file, problems in found.items()], indent=2))
    else:
        for file, problems in found.items():
            click.echo(f"{file}: {counted(len(problems)) if problems else 'ok'}")
            for problem in problems:
                click.echo(f"  {problem}")
    sys.exit(1 if any(found.values()) else 0)


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
