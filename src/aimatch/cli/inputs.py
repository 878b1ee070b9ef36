"""The inputs that a command line names, and what is said of one that fails."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from aimatch.cli.encodings import echo_document
from aimatch.errors import AimatchError

if TYPE_CHECKING:
    from aimatch.report import Failure

#: Where the option ``--json`` notes that it was given, for what ends a command early.
WANTS_JSON = "aimatch.json"
_LIMIT = re.compile(r"\bLimits\.([a-z_]+)")


def source(file: str) -> Path | bytes:
    """The file that an argument names; ``-`` is the standard input."""
    if not file:
        raise click.BadParameter("the name of a file is empty", param_hint="FILE")
    return sys.stdin.buffer.read() if file == "-" else Path(file)


class InputFailed(click.ClickException):
    """An input that a command can't do without failed: it is reported as a batch reports it, and the exit code is 1."""

    exit_code = 1

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure
        # Read now: when the message is shown, the command's context is gone.
        self._as_json = bool(click.get_current_context().meta.get(WANTS_JSON))
        self._remedy = as_option(failure.remedy)

    def show(self, file: IO[Any] | None = None) -> None:
        """Say what failed on the standard error, or as JSON on the standard output where that was asked for."""
        if self._as_json:
            from aimatch.outputs import json

            echo_document(json.render(self.failure, indent=2))
        else:
            complain(replace(self.failure, remedy=self._remedy))


def as_option(remedy: str) -> str:
    """A remedy as the command at hand can follow it: a limit of the library is its option ``--limit``, if it has that."""
    context = click.get_current_context(silent=True)
    has_it = context is not None and any(one.name == "limit" for one in context.command.params)
    return _LIMIT.sub(r"--limit \1=NUMBER", remedy) if has_it else remedy


@contextmanager
def reported(file: str) -> Iterator[None]:
    """Report what goes wrong with an input on purpose, by its name."""
    try:
        yield
    except (AimatchError, OSError) as error:
        from aimatch.report import Failure

        raise InputFailed(Failure.of(file, error)) from error


def complain(failure: Failure) -> None:
    """Say on the standard error what failed and what can be done."""
    from aimatch.outputs.wording import file_name

    where = f", {failure.place}" if failure.place else ""
    remedy = f" ({as_option(failure.remedy)})" if failure.remedy else ""
    named = "the standard input" if failure.source == "-" else file_name(failure.source)
    click.echo(f"aimatch: {named}{where}: {failure.reason}{remedy}", err=True)
