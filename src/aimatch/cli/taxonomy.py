"""``aimatch taxonomy find|show|check|suggest``"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aimatch.cli import inputs, options
from aimatch.errors import AimatchError, ProfileError, TaxonomyError

if TYPE_CHECKING:
    from aimatch.taxonomy import Skill


@click.group(short_help="Look skills up, check the skill data, mine new ones.")
def taxonomy() -> None:
    """Look skills up, and check the skill data."""


@taxonomy.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@options.own_skills
@options.as_json
def find(names: tuple[str, ...], taxonomy: Path | None, as_json: bool) -> None:
    """Tell which skill each NAME means: any alias, in any case. The exit code is 1 if one is unknown."""
    from aimatch.outputs import json
    from aimatch.taxonomy import load_taxonomy

    known = options.chosen_taxonomy(taxonomy) or load_taxonomy()
    found = {name: known.find(name) for name in names}
    if as_json:
        click.echo(json.dumps(json.taxonomy_find(names, known), indent=2))
    else:
        for name, one in found.items():
            if one is None:
                click.echo(f"{name}: unknown{meant(known.near(name, 2))}", err=True)
            else:
                above = " > ".join(known.broader(one.id))
                click.echo(f"{name}: {one.id} ({one.name}, {one.kind}){' > ' + above if above else ''}")
    sys.exit(0 if all(found.values()) else 1)


@taxonomy.command(short_help="Show one skill: names, place, relations.")
@click.argument("name")
@options.own_skills
@options.as_json
def show(name: str, taxonomy: Path | None, as_json: bool) -> None:
    """Show one skill: its names, where it stands, what it is related to."""
    from aimatch.outputs import json
    from aimatch.taxonomy import load_taxonomy

    known = options.chosen_taxonomy(taxonomy) or load_taxonomy()
    skill = known.find(name)
    if skill is None:
        raise click.BadParameter(f"{name!r} is no skill of the taxonomy{meant(known.near(name, 2))}", param_hint="NAME")
    if as_json:
        content = {
            **json.to_json_types(skill),
            "all_broader": list(known.broader(skill.id)),
            "all_narrower": list(known.narrower(skill.id)),
            "all_related": dict(sorted(known.related(skill.id).items())),
        }
        click.echo(json.dumps(content, indent=2))
        return
    related = (
        f"{other} {share:g}" for other, share in sorted(known.related(skill.id).items(), key=lambda p: (-p[1], p[0]))
    )
    for label, value in (
        ("id", skill.id),
        ("name", skill.name),
        ("kind", skill.kind),
        ("also called", ", ".join(skill.aliases)),
        ("stated by", ", ".join(skill.phrases)),
        ("shown by", ", ".join(skill.shows)),
        ("in context", ", ".join(form.form for form in skill.ambiguous)),
        ("broader", ", ".join(known.broader(skill.id))),
        ("narrower", ", ".join(known.narrower(skill.id))),
        ("related", ", ".join(related)),
        ("released", str(skill.released or "")),
        ("source", skill.source),
    ):
        if value:
            click.echo(f"{label:<12} {value}")


@taxonomy.command(short_help="Check the skill data and run its examples.")
@click.argument("own", required=False, type=click.Path(exists=True, path_type=Path))
@options.as_json
def check(own: Path | None, as_json: bool) -> None:
    """Check the shipped data: shape, references, names, examples, roles. OWN: a file or folder with skills to add."""
    from aimatch.outputs import json

    found = _problems(own)
    if as_json:
        click.echo(json.dumps({"problems": found}, indent=2))
    else:
        for problem in found:
            click.echo(problem)
        click.echo(f"{len(found)} problem{'s' * (len(found) != 1)}" if found else _summary())
        if own is not None and not found and (replaced := _replaced(own)):
            click.echo(f"{own} takes the place of shipped skills: {', '.join(replaced)}")
    sys.exit(1 if found else 0)


@taxonomy.command(short_help="Mine resumes for terms that may be skills.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--documents", type=click.IntRange(1), default=2, show_default=True, help="Leave out terms of fewer files."
)
@click.option("--most", type=click.IntRange(1), default=200, show_default=True, help="How many terms to print.")
@options.own_skills
@options.as_json
def suggest(folder: Path, documents: int, most: int, taxonomy: Path | None, as_json: bool) -> None:
    """Print the terms of a FOLDER of resumes that behave like skills and are unknown, as entries to review.

    Correct what is guessed, keep what is a skill, and use the file as your own skills: `aimatch taxonomy check FILE`
    checks it, `--taxonomy FILE` of the other commands uses it. The lines quoted beneath are the resumes' own: take them
    out before the file leaves your hands. The exit code is 1 if some files could not be read; these are named.
    """
    from aimatch.batch import find_files
    from aimatch.outputs import json
    from aimatch.pipeline import read
    from aimatch.report import Failure
    from aimatch.suggest import Miner, as_entries

    skills = options.chosen_taxonomy(taxonomy)
    miner = Miner(skills)
    failed = 0
    for item in find_files(folder).items:
        try:
            miner.add(read(item.path, taxonomy=skills))
        except (AimatchError, OSError) as error:
            failed += 1
            inputs.complain(Failure.of(item.name, error))
    found = miner.suggestions(documents=documents, most=most)
    if as_json:
        click.echo(json.dumps([json.to_json_types(one) for one in found], indent=2))
    elif found:
        click.echo(as_entries(found), nl=False)
    else:
        click.echo(f"no unknown term stands in {documents} files or more beside known skills", err=True)
    sys.exit(1 if failed else 0)


def meant(near: Iterable[Skill]) -> str:
    """What may have been meant by an unknown name, as the end of a message."""
    names = " or ".join(repr(skill.name) for skill in near)
    return f"; {names} may be meant" if names else ""


def _problems(own: Path | None) -> list[str]:
    try:
        return _shipped_problems() or ([] if own is None else own_problems(own))
    except TaxonomyError as error:  # a file that can't be parsed
        return list(error.problems)


def _shipped_problems() -> list[str]:
    from aimatch import data, language_check
    from aimatch.examples import broken_cue_examples, broken_examples
    from aimatch.extract.rules import cue_check
    from aimatch.profile import load_profile, profile_names
    from aimatch.taxonomy import check as rules
    from aimatch.taxonomy import load_taxonomy

    data.load_data()  # all that can't be parsed is told at once
    found = [*rules.problems(data.skill_tables()), *cue_check.problems(data.table("language/status"))]
    for name in () if found else profile_names():
        try:
            load_profile(name)
        except ProfileError as error:
            found += [f"roles/{name}.toml: {problem}" for problem in error.problems]
    found = found or language_check.problems()
    # The examples rely on the data being sound.
    return found or [*broken_examples(load_taxonomy()), *broken_cue_examples()]


def own_problems(path: Path) -> list[str]:
    """What is wrong with a user's own skills, taken together with the shipped ones; their examples are run."""
    from aimatch.examples import broken_examples
    from aimatch.taxonomy import load_taxonomy

    try:
        known = load_taxonomy(path)
    except TaxonomyError as error:
        return list(error.problems)
    shipped = load_taxonomy()
    added = (skill for skill in known if skill.id not in shipped or skill != shipped[skill.id])
    return list(broken_examples(added, known))


def _replaced(path: Path) -> list[str]:
    """The ids of the shipped skills that a user's own take the place of."""
    from aimatch.taxonomy import load_taxonomy

    shipped, known = load_taxonomy(), load_taxonomy(path)
    return [skill.id for skill in shipped if known[skill.id] != skill]


def _summary() -> str:
    from collections import Counter

    from aimatch.profile import profile_names
    from aimatch.taxonomy import load_taxonomy

    known = load_taxonomy()
    kinds = Counter(skill.kind for skill in known)
    counted = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    examples = sum(len(skill.examples) + len(skill.counter_examples) for skill in known)
    return (
        f"ok: {len(known)} skills ({counted}), {examples} examples and counter-examples,"
        f" {len(profile_names())} roles; version {known.version}"
    )
