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

from dataclasses import dataclass
from importlib import import_module

from aimatch.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write one report as text; its ``module`` is loaded when it is used."""

    name: str
    suffix: str
    module: str

    def render(self, report: Report) -> str:
        """The report in this format."""
        rendered: str = import_module(f"{__name__}.{self.module}").render(report)
        return rendered


FORMATS = {
    one.name: one
    for one in (
        Format(name="csv", suffix=".csv", module="table"),
        Format(name="html", suffix=".html", module="html"),
        Format(name="json", suffix=".json", module="json"),
        Format(name="text", suffix=".txt", module="text"),
    )
}
