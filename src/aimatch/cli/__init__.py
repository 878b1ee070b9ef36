"""The command ``aimatch``: arguments, printing and exit codes, nothing else.

Exit codes: 0 done; 1 some inputs failed, and are reported; 2 wrong usage; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import Any

import click

from aimatch import __version__
from aimatch.cli.audit import audit
from aimatch.cli.batch import batch
from aimatch.cli.encodings import in_any_encoding
from aimatch.cli.extract import extract
from aimatch.cli.flags import flags
from aimatch.cli.profile import profile
from aimatch.cli.questions import compare, interview, what_if
from aimatch.cli.score import score
from aimatch.cli.serve import serve
from aimatch.cli.taxonomy import taxonomy
from aimatch.data import before_compiling
from aimatch.errors import AimatchError

__all__ = ["main"]


class _Command(click.Group):
    """A group whose commands end with a readable message and the right code whatever they raise on purpose."""

    def invoke(self, ctx: click.Context) -> Any:
        # Most commands live for a moment: to look for garbage among all that they load takes a tenth of it, and frees
        # nothing; Python's last looks at its end take a seventh. A batch switches it on again.
        gc.disable()
        ctx.call_on_close(gc.enable)
        ctx.call_on_close(gc.freeze)
        in_any_encoding(sys.stdout, sys.stderr)
        if sys.stderr.isatty():
            before_compiling(_tell_of_compiling)
        try:
            return super().invoke(ctx)
        except (AimatchError, OSError) as error:
            if isinstance(error, BrokenPipeError):
                # The reader of our output (head, less) has seen enough. Nothing may be flushed into it at exit.
                with contextlib.suppress(OSError, ValueError):
                    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
                ctx.exit(0)
            click.echo(f"aimatch: {_said(error)}", err=True)
            ctx.exit(1)


def _tell_of_compiling() -> None:
    click.echo("aimatch: the taxonomy has changed and is compiled, which takes some 15 seconds, once", err=True)


def _said(error: AimatchError | OSError) -> str:
    # The system's own errors as a person would say them: without number and quotes.
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else f"can't write: {error.strerror}"
    return str(error)


@click.group(cls=_Command, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def main() -> None:
    """Tell how far resumes cover the requirements of a role, with the evidence for every point.

    Red flags are reported beside the score, never in it. Everything runs on this machine.

    \b
    aimatch score resume.pdf                       one resume, explained
    aimatch batch applications/ --out results/     a folder, ranked
    aimatch extract resume.pdf --json              the skills that it mentions
    """


for _command in (score, batch, compare, what_if, interview, extract, profile, taxonomy, flags, audit, serve):
    main.add_command(_command)
