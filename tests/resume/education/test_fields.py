"""The field of a degree is read whole, in the ways in which a degree and its school are written on one line."""

from __future__ import annotations

import pytest

import aimatch

FIELDS = [
    "Algorithms", "Applied Artificial Intelligence", "Applied Statistics", "Artificial Intelligence", "Autonomous Systems", "Biostatistics",
    "Business Intelligence", "Cloud Computing", "Computational Linguistics", "Computer Vision", "Computer Science and Artificial Intelligence",
    "Control and Automation", "Data Mining", "Data Protection", "Deep Learning", "Digital Humanities", "Financial Engineering",
    "Geoinformatics", "Human-Computer Interaction", "Image Processing", "Information Security", "Intelligent Systems", "Internet of Things",
    "Language Technology", "Logistics", "Machine Learning", "Mathematical Modelling", "Medical Imaging", "Microelectronics",
    "Natural Language Processing", "Photonics", "Quantum Computing", "Remote Sensing", "Signal Processing", "Speech and Language Processing",
    "Statistics and Machine Learning", "Supply Chain Management",
]  # fmt: skip
FORMS = [
    "MSc {}, Foo University, 2020",
    "Master of Science in {}, Foo University, 2020",
    "B.Tech in {} from Foo University, 2015",
    "MSc {} at Foo University (2018 - 2020)",
    "M.S., {} | Foo University | 2020",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("field", FIELDS)
def test_a_field_is_read_whole(field: str, form: str) -> None:
    text = f"EDUCATION\n{form.format(field)}\n\nEXPERIENCE\nDeveloper, Bar Ltd, Jan 2021 - Present\n"
    assert [one.field for one in aimatch.read(text).education] == [field]


def test_a_course_that_is_under_way_is_not_read_as_a_field() -> None:
    (course,) = aimatch.read("EDUCATION\nMSc processing in Foo University\n").education
    assert (course.field, course.completed) == ("", False)


DEGREES = ["B.Tech", "B.E", "BE", "B.Sc", "BSc", "M.Tech", "M.Sc", "Diploma"]
SUBJECTS = [
    ("Computers", "computer-science"), ("CS", "computer-science"), ("CSE", "computer-science"), ("IT", "it-operations"),
    ("Computer Science", "computer-science"), ("Computer Engineering", "computer-engineering"), ("Computer Vision", "computer-vision"), ("Electronics", "electronics-engineering"),
    ("ECE", "electronics-engineering"), ("Statistics", "statistics"),
]  # fmt: skip


@pytest.mark.parametrize(
    "form", ["{}({}) from Foo University, 2020", "{} ({}) Foo University", "{} in {}, Foo University"]
)
@pytest.mark.parametrize("degree", DEGREES)
@pytest.mark.parametrize(("field", "skill"), SUBJECTS)
def test_the_subject_of_a_degree_is_a_skill(field: str, skill: str, degree: str, form: str) -> None:
    found = aimatch.extract(f"EDUCATION\n{form.format(degree, field)}\n")
    assert [one.skill for one in found if field in one.quote] == [skill]
