"""Headings of entries crossed with the empty lines between their lines: word processors set each paragraph apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

_JOBS = [
    ("Data Engineer", "Thistledown Freight", "Kuressaare", "Mar 2021 – Present"),
    ("Systems Analyst", "Corncrake Telecom", "Haapsalu", "Jun 2017 – Feb 2021"),
]
#: t, e, p, d: title, employer, place and date; a bar ends a line, a sign stands for itself.
_FORMS = [
    "t|e, p|d", "e, p|t|d", "d|t|e, p", "d|e, p|t", "t|d|e, p", "e, p|d|t", "t, e, p|d", "d|t, e, p", "e, p — t|d",
    "d|e|p|t", "d|t|e|p", "t|e|p|d", "e|p|t|d", "e|t|p|d", "t|e|d|p", "e>d|t>p", "t>d|e>p", "e>p|t>d", "t>p|e>d",
    "e    d|t    p", "t    d|e    p", "e    p|t    d", "d>t|e, p", "d>e, p|t", "t (d)|e, p", "e, p (d)|t", "t|e, p, d",
]  # fmt: skip


def _lines(form: str, job: tuple[str, ...]) -> list[str]:
    signs = dict(zip("tepd", job, strict=True)) | {">": "\t"}
    return ["".join(signs.get(sign, sign) for sign in line) for line in form.split("|")]


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("apart", ["none", "all", "first"])
def test_heading(read: Read, form: str, apart: str) -> None:
    entries = []
    for job, account in zip(_JOBS, ["• Moved forty tables", "• Drew the network"], strict=True):
        first, *rest = _lines(form, job)
        gap = "\n" if apart == "none" else "\n\n"
        entries.append(first + gap + ("\n\n" if apart == "all" else "\n").join(rest) + f"\n\n{account}")
    resume = read("Mia Holt\n\nExperience\n" + "\n\n".join(entries) + "\n\nSkills\nSQL, Airflow")
    told = [(one.title, one.employer, one.start and one.start.year) for one in resume.positions]
    assert told == [(title, employer, int(date[4:8])) for title, employer, _, date in _JOBS]
