"""The options that several commands share, and how the terminal is."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from aimatch.errors import ProfileError

if TYPE_CHECKING:
    from aimatch.profile import Profile

as_json: Callable[[Any], Any] = click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")

role: Callable[[Any], Any] = click.option(
    "--profile",
    "-p",
    "profile",
    default="ai-engineer",
    show_default=True,
    metavar="NAME|FILE",
    help="The role: a name that `aimatch profile list` shows, or a TOML, JSON or YAML file.",
)

day: Callable[[Any], Any] = click.option(
    "--as-of",
    "as_of",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help='The day that "present" means in a resume.  [default: today]',
)


def chosen_day(as_of: datetime | None) -> date:
    """The day given, or today."""
    return date.today() if as_of is None else as_of.date()


def chosen_profile(name: str) -> Profile:
    """The profile that an option names; a wrong one is wrong usage."""
    from aimatch.profile import load_profile

    try:
        return load_profile(name)
    except (ProfileError, FileNotFoundError) as error:
        raise click.BadParameter(str(error), param_hint="--profile") from error


def width() -> int:
    """The terminal's columns, at most 120: longer lines are hard to read."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120)


def colour() -> bool:
    """Whether the standard output is a terminal that wants colours (see no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
