"""German diplomas, by the name of the trade that they make of somebody."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.resume.education.field_kinds import field_of

TRADES = [
    ("Diplom-Kauffrau", "business administration"), ("Diplomkaufmann", "business administration"), ("Dipl.-Kfm.", "business administration"),
    ("Diplom-Sozialpädagogin", "social work"), ("Diplom-Sozialpaedagoge", "social work"), ("Dipl.-Päd.", "education"),
    ("Dipl.-Wirtsch.-Ing.", "industrial engineering"), ("Dipl. Wirt.-Ing.", "industrial engineering"), ("Dipl.Wirtsch.Ing.", "industrial engineering"),
    ("Diplom-Wirtschaftsingenieurin", "industrial engineering"), ("Diplom-Bauingenieur", "engineering"), ("Dipl. Ing.", "engineering"),
    ("Diplom-Wirtschaftsinformatiker", "information systems"), ("Diplom-Medieninformatikerin", "computer science"),
    ("Diplom-Technomathematiker", "mathematics"), ("Diplom Geophysiker", "physics"), ("Diplom-Forstwirt", "forestry"), ("Diplom-Psychologin", "psychology"),
    ("Diplom-Volkswirtin", "economics"), ("Diplom-Jurist", "law"),
]  # fmt: skip
LINES = ["{}, Universität Foo, 2008", "2008\t{}\tUniversität Foo", "Universität Foo: {} (2008)", "{} / Universität Foo"]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(("name", "field"), TRADES, ids=[name for name, _ in TRADES])
def test_a_diploma_of_a_trade_is_a_degree(name: str, field: str, line: str) -> None:
    (study,) = aimatch.read(f"Ausbildung\n{line.format(name)}\n").education
    assert (study.level, study.degree.rstrip("."), field_of(study.degree)) == ("master", name.rstrip("."), field)


@pytest.mark.parametrize(
    ("line", "level", "reason"),
    [
        ("Diplom-Sozialpädagogin (FH), Hochschule Foo, 2008", "bachelor", "a school of applied sciences"),
        ("Diplom-Verwaltungswirt (FH), Hochschule Foo, 2008", "bachelor", "another"),
        ("Mara Lind, Diplom-Sozialpädagogin", "master", "behind the name"),
        ("Diplomarbeit: Segelboote, Universität Foo, 2008", "none", "a thesis"),
        ("Diplom-Studiengang Segelbau, Universität Foo, 2008", "none", "a course of study"),
        ("Diplom-Kosmetikerin, Foo Schule, 2008", "none", "no trade of a university"),
        ("Diplom-Bankbetriebswirt, Foo Akademie, 2008", "none", "training of a bank"),
        ("Kein Diplom-Psychologe, Universität Foo, 2008", "none", "denied"),
        ("Kein Diplom-Ingenieur, Universität Foo, 2008", "none", "denied, and no engineer either"),
        ("Diplomatin, Foo Amt, 2008", "none", "the same letters"),
        ("Diploma-Designer, Foo Studio, 2008", "none", "English"),
    ],
)
def test_what_begins_with_diploma(line: str, level: str, reason: str) -> None:
    text = f"Ausbildung\n{line}\n\nBerufserfahrung\nEntwicklerin, Bar GmbH, 01/2015 - heute\n"
    assert aimatch.score(text, "ai-engineer").degree == level, reason


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("Wirtschaftsinformatiker (B.Sc.), Hochschule Foo, 2015", "Wirtschaftsinformatiker"),
        ("Psychologin (M.Sc.), Universität Foo, 2015", "Psychologin"),
        ("Computer Science (BSc), Foo University, 2015", "Computer Science"),
        ("Foo University (BSc), 2015", ""),
        ("Head Girl (BSc), Foo University, 2015", ""),
    ],
)
def test_the_field_before_a_degree_in_brackets(line: str, field: str) -> None:
    (study,) = aimatch.read(f"Education\n{line}\n").education
    assert study.field == field
