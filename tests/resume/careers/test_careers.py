"""Whole careers of invented people, by the form in which they are written.

Each file holds resumes of one form, parted by a line of equals signs. Below the text of each stand the positions and the
courses of study that it tells: ``> job: title | employer | start | end`` and ``> study: degree | field | school | end``,
in order of place. Of names, letters and figures count. A time is a year, a month, ``present``, ``-`` where none is told, or a
length (``24 months``) in the place of both dates. ``? why`` behind them marks a resume that is known to be read wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]
Row = tuple[str, ...]

_FOLDER = Path(__file__).parent


def _careers() -> Iterator[object]:
    for path in sorted(_FOLDER.glob("*.txt")):
        body = path.read_text(encoding="utf-8").partition("\n")[2]  # behind what the form is
        for told in re.split(r"^=+$\n", body, flags=re.MULTILINE):
            lines = told.strip("\n").split("\n")
            text = "\n".join(line for line in lines if not line.startswith(("> ", "? ")))
            rows = [line[2:].partition(": ") for line in lines if line.startswith("> ")]
            jobs = [_row(row) for kind, _, row in rows if kind == "job"]
            studies = [_row(row) for kind, _, row in rows if kind == "study"]
            why = next((line[2:] for line in lines if line.startswith("? ")), "")
            marks = [pytest.mark.xfail(reason=why, strict=True)] if why else []
            name = next(line for line in lines if line.strip())
            yield pytest.param(text, jobs, studies, id=f"{path.stem}: {name}", marks=marks)


def _row(row: str) -> Row:
    first, second, *rest = (cell.strip() for cell in row.split("|"))
    return _letters(first), _letters(second), *rest


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).strip().lower()


def _told(day: date | None, wanted: str) -> str:
    return "-" if day is None else f"{day:%Y-%m}" if len(wanted) > len("2019") else f"{day:%Y}"


@pytest.mark.parametrize(("text", "jobs", "studies"), list(_careers()))
def test_careers(read: Read, text: str, jobs: list[Row], studies: list[Row]) -> None:
    resume = read(text)
    if jobs:
        found = []
        for one, wanted in zip(resume.positions, [*jobs, *[jobs[-1]] * len(resume.positions)], strict=False):
            names = _letters(one.title), _letters(one.employer)
            if one.start is None and one.stated_months:
                found.append((*names, f"{one.stated_months} months"))
                continue
            end = "present" if one.current else _told(one.end, wanted[-1])
            found.append((*names, _told(one.start, wanted[2]), end))
        assert found == jobs
    if studies:
        held = [
            (_letters(one.degree), _letters(one.field), _letters(one.institution), _told(one.end, ""))
            for one in resume.education
        ]
        assert held == [(*row[:2], _letters(row[2]), row[3]) for row in studies]
