"""``aimatch extract FILE``"""

from __future__ import annotations

from pathlib import Path

import click

from aimatch.cli import inputs, options


@click.command(short_help="Print the skills that a resume mentions.")
@click.argument("file")
@click.option("--behaviours", is_flag=True, help="Also print behaviours, which are evidence of requirements only.")
@options.own_skills
@options.limit
@options.as_json
def extract(file: str, behaviours: bool, taxonomy: Path | None, limit: dict[str, float], as_json: bool) -> None:
    """Print the skills that a resume mentions, with where and how. FILE may be - for the standard input."""
    from aimatch.outputs import json
    from aimatch.pipeline import read

    skills = options.chosen_taxonomy(taxonomy)
    with inputs.reported(file):
        resume = read(inputs.source(file), limits=options.chosen_limits(limit), taxonomy=skills)
    if as_json:
        click.echo(json.dumps(json.resume_to_dict(resume), indent=2))
        return
    click.echo(f"{'offset':>6}  {'page':<4}  {'section':<14} {'status':<12} {'skill':<32} as written")
    mentions = [one for one in resume.mentions if behaviours or one.kind != "behaviour"]
    for one in mentions:
        quote = " ".join(one.quote.split())
        page = one.page if resume.document.is_paged else "–"
        click.echo(f"{one.start:>6}  {page:<4}  {one.section:<14} {one.status:<12} {one.name:<32} {quote}")
    found, named = len(mentions), len({one.skill for one in mentions})
    click.echo(f"{found} mention{'s' * (found != 1)} of {named} skill{'s' * (named != 1)}", err=True)
