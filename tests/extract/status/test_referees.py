"""What a referee tells: of the candidate in the third person, of own work in the first."""

from __future__ import annotations

import pytest

import aimatch

RESUME = "Anna Berg\nanna@example.com\n\nExperience\nTeacher, Town School, 2015 - 2022\n- Taught maths\n\n{}"

THEIRS = [
    ('Reference letter\n"I am an architect for Java at Foo Corp and know Anna well."\nTom Miller', "Java"),
    ('What others say\n"As CTO I run Kafka and admire her calm." - Tom Miller, CTO', "Kafka"),
    ("To whom it may concern:\nAnna worked under me. I am responsible for our SAP systems.\nTom Miller", "SAP"),
    ('Recommendations\n"Anna is a fine engineer to work with on any day." - Tom, VP of Scala', "Scala"),
    ("References\nI am the owner of the Rust team where Anna built services.", "Rust"),
]


@pytest.mark.parametrize(("letter", "quote"), THEIRS)
def test_own_work_of_a_referee_is_theirs(letter: str, quote: str) -> None:
    text = RESUME.format(letter)
    assert [m.status for m in aimatch.extract(text) if m.quote.startswith(quote)] == ["other-person"]


OURS = [
    ('Recommendations\n"Anna built our Airflow jobs and is a fine engineer to work with." - Tom, VP', "Airflow"),
    ("References\nShe built our Airflow jobs and is a great engineer.\nTom Miller, VP", "Airflow"),
    ("References\nI saw her run Kafka for the whole bank.", "Kafka"),
    ("References\nI worked with Anna on Spark for the whole bank.", "Spark"),
    ("References\nI run the Rust team where Anna built Kafka services.", "Kafka"),
    ("Summary\nAnna Berg is a data engineer who builds Kafka services.", "Kafka"),
    ("Summary\nMs. Berg is a consultant who has worked with SAP.", "SAP"),
    ("Summary\nShe is an engineer who uses Docker.", "Docker"),
    ("Summary\nMs Berg is the architect who introduced Kafka at Foo.", "Kafka"),
]


@pytest.mark.parametrize(("letter", "quote"), OURS)
def test_what_is_told_of_the_candidate_is_the_candidate_s(letter: str, quote: str) -> None:
    text = RESUME.format(letter)
    assert [m.status for m in aimatch.extract(text) if m.quote.startswith(quote)] == ["asserted"]
