"""The forms a result can take: one file a format, and here the table of them.

=========  ========================================================================================
format     what it holds
=========  ========================================================================================
text       a report, or a ranking, for the terminal
json       everything, for programs; ``report.schema.json`` beside this file describes it
csv        one row a file, failures included; ``parquet`` the same with its types
html       one self-contained page: a report, or a ranking with every report in it
=========  ========================================================================================

To add one: a module here with ``render(report) -> str`` (and, for many results, a function of its own), a row below,
and its cases in ``tests/outputs``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from aimatch.outputs import html, json, table, text
from aimatch.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write one report as text."""

    name: str
    suffix: str
    render: Callable[[Report], str]


FORMATS = {
    one.name: one
    for one in (
        Format(name="csv", suffix=".csv", render=table.render),
        Format(name="html", suffix=".html", render=html.render),
        Format(name="json", suffix=".json", render=json.render),
        Format(name="text", suffix=".txt", render=text.render),
    )
}
