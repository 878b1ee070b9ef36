"""Printing where the terminal, or what output is redirected to, has no UTF-8: signs have plain ones in their place, and what
programs read is UTF-8 all the same."""

from __future__ import annotations

import codecs
import io
from typing import Any

import click

_NAME = "aimatch.plain"
_PLAIN = str.maketrans(
    {
        "\u2588": "#", "\u00b7": ".", "\u2013": "-", "\u2014": "-", "\u2022": "*", "\u2026": "...", "\u2192": "->",
        "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u202f": " ",
    }
)  # fmt: skip


def in_any_encoding(*streams: Any) -> None:
    """Let streams whose encoding is no UTF-8 write what it has no letters for: a plain sign, or a question mark."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper) and not _is_utf8(stream):
            codecs.register_error(_NAME, _plain)
            stream.reconfigure(errors=_NAME)


def echo_document(text: str, *, end: str = "\n") -> None:
    """Print JSON, HTML, CSV or TOML, which are read as UTF-8 by whatever reads them."""
    click.echo(f"{text}{end}".encode("utf-8", "replace"), nl=False)


def _is_utf8(stream: io.TextIOWrapper) -> bool:
    return codecs.lookup(stream.encoding).name == "utf-8"


def _plain(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    written = error.object[error.start : error.end].translate(_PLAIN)
    return written.encode("ascii", "replace").decode(), error.end
