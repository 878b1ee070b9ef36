"""The options that several commands share, and how the terminal is."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aimatch.cli.inputs import WANTS_JSON
from aimatch.errors import ProfileError, ReadError, TaxonomyError, UnknownFlag

if TYPE_CHECKING:
    from aimatch.job.source import Posting
    from aimatch.profile import Profile
    from aimatch.readers.limits import Limits
    from aimatch.taxonomy import Taxonomy


def _note_json(context: click.Context, _: click.Parameter, value: bool) -> bool:
    context.meta[WANTS_JSON] = value
    return value


as_json: Callable[[Any], Any] = click.option(
    "--json", "as_json", is_flag=True, callback=_note_json, help="Print JSON, for programs."
)

role: Callable[[Any], Any] = click.option(
    "--profile",
    "-p",
    "profile",
    default="ai-engineer",
    show_default=True,
    metavar="NAME|FILE",
    help="The role: a name that `aimatch profile list` shows, or a TOML, JSON or YAML file.",
)


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; write one as 2026-11-30", context, parameter) from None


day: Callable[[Any], Any] = click.option(
    "--as-of",
    "as_of",
    callback=_day,
    metavar="YYYY-MM-DD",
    help='The day that "present" means in a resume.  [default: today]',
)


own_skills: Callable[[Any], Any] = click.option(
    "--taxonomy",
    "taxonomy",
    type=click.Path(exists=True, path_type=Path),
    metavar="FILE|FOLDER",
    help="Skills of your own, beside the shipped ones: a TOML file, or a folder of them.",
)


posting: Callable[[Any], Any] = click.option(
    "--posting",
    "posting",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The job posting, to be told what was copied from it. It never changes the score.",
)

no_flag: Callable[[Any], Any] = click.option(
    "--no-flag",
    "no_flag",
    multiple=True,
    metavar="ID",
    help="A flag not to look for; may be given again. `aimatch flags list` shows all.",
)


def _limits(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, float]:
    from aimatch.readers.limits import Limits

    kinds = {field.name: float if field.type == "float" else int for field in fields(Limits)}
    chosen: dict[str, float] = {}
    for value in values:
        name, _, number = value.replace("Limits.", "").partition("=")
        if name not in kinds:
            raise click.BadParameter(f"{name!r} is no limit; there are {', '.join(kinds)}", context, parameter)
        try:
            chosen[name] = kinds[name](number.replace("_", "").replace(",", ""))
            Limits(**{name: chosen[name]})  # type: ignore[arg-type]
        except ValueError:
            raise click.BadParameter(
                f"{value!r} gives {name} no number above 0; write {name}=1000", context, parameter
            ) from None
    return chosen


limit: Callable[[Any], Any] = click.option(
    "--limit",
    "limit",
    multiple=True,
    callback=_limits,
    metavar="NAME=NUMBER",
    help="What one file may cost, where a message says that it is too little: max_bytes=50000000 for Limits.max_bytes; may be "
    "given again.",
)


def chosen_limits(limit: dict[str, float], **others: float) -> Limits:
    """The limits that the option gives, before those of ``others``."""
    from aimatch.readers.limits import Limits

    return Limits(**{**others, **limit})  # type: ignore[arg-type]


def chosen_posting(path: Path | None) -> Posting | None:
    """The posting that an option names; one that can't be read is wrong usage."""
    from aimatch.pipeline import posting_of

    try:
        return None if path is None else posting_of(path)
    except ReadError as error:
        raise click.BadParameter(str(error), param_hint="--posting") from error


def check_flags(profile: Profile, no_flag: tuple[str, ...]) -> None:
    """Names of flags that are none are wrong usage."""
    from aimatch.flags import switched_off

    try:
        switched_off(profile, no_flag)
    except UnknownFlag as error:
        said = "; ".join(problem.removeprefix("flags_off: ") for problem in error.problems)
        raise click.BadParameter(f"{said}. `aimatch flags list` names all.", param_hint="--no-flag") from error


def chosen_day(as_of: date | None) -> date:
    """The day given, or today."""
    return date.today() if as_of is None else as_of


def chosen_taxonomy(own: Path | None) -> Taxonomy | None:
    """The taxonomy with the user's own skills; wrong ones are wrong usage. ``None``: the shipped one."""
    if own is None:
        return None
    from aimatch.taxonomy import load_taxonomy

    try:
        return load_taxonomy(own)
    except TaxonomyError as error:
        raise click.BadParameter(str(error), param_hint="--taxonomy") from error


def chosen_profile(name: str, *, hint: str = "--profile", taxonomy: Taxonomy | None = None) -> Profile:
    """The profile that an option names; a wrong one is wrong usage."""
    from aimatch.profile import load_profile

    try:
        return load_profile(name, taxonomy=taxonomy)
    except (ProfileError, FileNotFoundError) as error:
        raise click.BadParameter(str(error), param_hint=hint) from error


def width() -> int:
    """The terminal's columns, at most 120: longer lines are hard to read."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def colour() -> bool:
    """Whether the standard output is a terminal that wants colours (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
