"""``aimatch extract FILE``"""

from __future__ import annotations

import click

from aimatch.cli import inputs, options


@click.command(short_help="Print the skills that a resume mentions.")
@click.argument("file")
@click.option("--behaviours", is_flag=True, help="Also print behaviours, which are evidence of requirements only.")
@options.as_json
def extract(file: str, behaviours: bool, as_json: bool) -> None:
    """Print the skills that a resume mentions, with where and how. FILE may be - for the standard input."""
    from aimatch.outputs import json
    from aimatch.pipeline import read

    with inputs.reported(file):
        resume = read(inputs.source(file))
    mentions = [one for one in resume.mentions if behaviours or as_json or one.kind != "behaviour"]
    if as_json:
        content = {
            "source": resume.document.source,
            "input_sha256": resume.document.sha256,
            "text": resume.document.text,
            "sections": json.to_json_types(resume.sections),
            "positions": json.to_json_types(resume.positions),
            "education": json.to_json_types(resume.education),
            "mentions": [json.mention_to_dict(one) for one in mentions],
        }
        click.echo(json.dumps(content, indent=2))
        return
    for one in mentions:
        quote = " ".join(one.quote.split())
        click.echo(f"{one.start:>6}  p{one.page}  {one.section:<14} {one.status:<12} {one.name:<32} {quote}")
    click.echo(f"{len(mentions)} mentions of {len({one.skill for one in mentions})} skills", err=True)
