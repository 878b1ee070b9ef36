"""What a degree's name leads to, wherever it stands in its line."""

from __future__ import annotations

import pytest

import aimatch

NAMES = {
    "phd": ["PhD", "Ph. D.", "D.Phil.", "Doctor of Philosophy", "EngD", "D.Eng.", "Dr.-Ing.", "Dr. techn.", "Dr. phil.", "Doutorado"],
    "master": [
        "M.Sc.", "Masters of Science", "M. Tech.", "M.E.", "MBA", "MMath", "MPhys", "MSci", "MASc", "MRes", "MSDS", "MMus", "MLitt", "Diplom-Informatiker",
        "Dipl.-Ing.", "Laurea Magistrale", "Maestría",
    ],
    "bachelor": ["BSc (Hons)", "B. Tech.", "B.E.", "BASc", "BMath", "MBChB", "BVSc", "B.A.Sc.", "BCA", "Licenciatura", "Bacharelado", "Undergraduate degree"],
    "associate": ["A.A.S.", "Associate's degree", "Foundation Degree", "HND"],
    "none": ["High School Diploma", "A-levels", "Abitur", "Nanodegree", "Executive Certificate"],
}  # fmt: skip
FORMS = [
    "{} in Computer Science, Foo University, 2015",
    "Foo University, {} in Computer Science, 2015",
    "2015 {} Computer Science, Foo University",
]
CASES = [(level, name) for level, names in NAMES.items() for name in names]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("level", "name"), CASES, ids=[name for _, name in CASES])
def test_level(level: str, name: str, form: str) -> None:
    text = f"EDUCATION\n{form.format(name)}\n\nEXPERIENCE\nDeveloper, Bar Ltd, Jan 2021 - Present\n"
    assert aimatch.score(text, "ai-engineer").degree == level
