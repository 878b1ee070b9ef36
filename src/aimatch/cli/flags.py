"""``aimatch flags list|show``"""

from __future__ import annotations

import click

from aimatch.cli import options


@click.group(short_help="Show the red flags.")
def flags() -> None:
    """Show the red flags: what each asks, why, and what may innocently explain it."""


@flags.command("list")
@options.as_json
def list_(as_json: bool) -> None:
    """List all flags."""
    from aimatch.flags import HEURISTICS
    from aimatch.outputs import json

    if as_json:
        found = [{"id": one.id, "severity": one.severity, "title": one.title} for one in HEURISTICS]
        click.echo(json.dumps(found, indent=2))
        return
    for one in HEURISTICS:
        click.echo(f"{one.id:<32} {one.severity:<8} {one.title}")


@flags.command(short_help="Show one flag: when it is raised, why, its source.")
@click.argument("id")
@options.as_json
def show(id: str, as_json: bool) -> None:
    """Show one flag: when it is raised, its reason, its source, its innocent explanations."""
    from aimatch.flags import HEURISTICS
    from aimatch.outputs import json

    found = {one.id: one for one in HEURISTICS}.get(id)
    if found is None:
        known = ", ".join(one.id for one in HEURISTICS)
        raise click.BadParameter(f"{id!r} is no flag; known are {known}", param_hint="ID")
    content = {
        "id": found.id,
        "severity": found.severity,
        "title": found.title,
        "raised_when": found.raised_when,
        "reason": found.reason,
        "source": found.source,
        "innocent_explanations": list(found.innocent_explanations),
    }
    if as_json:
        click.echo(json.dumps(content, indent=2))
        return
    click.echo(f"{found.id} ({found.severity}): {found.title}")
    click.echo(f"Raised when {found.raised_when}.")
    click.echo(f"Why ask: {found.reason}")
    click.echo(f"Source: {found.source}")
    click.echo("May be innocent: " + "; ".join(found.innocent_explanations))
