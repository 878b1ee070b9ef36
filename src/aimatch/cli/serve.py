"""``aimatch serve``"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from aimatch.cli import options
from aimatch.errors import MissingExtra


@click.command(short_help="Answer over HTTP what the commands answer here.")
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen at. Anyone who reaches it is answered: put a gateway that knows its callers before it.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--workers", "-w", type=click.IntRange(1), help="Processes to use.  [default: one a processor]")
@options.own_skills
@click.option(
    "--max-bytes", type=click.IntRange(1), default=25_000_000, show_default=True, help="Size of one file, in bytes."
)
@click.option("--seconds", type=click.FloatRange(0.1), default=30.0, show_default=True, help="Time for one request.")
@click.option(
    "--memory-mb", type=click.IntRange(1), default=2_048, show_default=True, help="Memory of one process, in MiB."
)
def serve(
    host: str, port: int, workers: int | None, taxonomy: Path | None, max_bytes: int, seconds: float, memory_mb: int
) -> None:
    """Run the REST service until Ctrl-C.

    It scores and extracts resumes and reads postings, each in a process held to the limits. GET /openapi.json describes
    it. It knows no users and no TLS, keeps nothing and logs nothing of what it is sent.
    """
    from aimatch.integrations.rest import create_app
    from aimatch.readers.limits import Limits

    try:
        import uvicorn
    except ImportError:
        raise MissingExtra("aimatch serve", "serve") from None
    options.chosen_taxonomy(taxonomy)  # wrong ones are wrong usage
    gc.enable()  # a service lives long
    limits = Limits(max_bytes=max_bytes, seconds=seconds, memory_mb=memory_mb)
    try:
        uvicorn.run(
            create_app(workers=workers, limits=limits, taxonomy=taxonomy),
            host=host,
            port=port,
            http="h11",
            ws="none",
            lifespan="on",
            server_header=False,
            timeout_graceful_shutdown=int(seconds) + 5,
        )
    except SystemExit as stopped:
        # It ends with a code of its own where it can't listen there, and has said why.
        sys.exit(1 if stopped.code else 0)
