"""JSON Resume written out as a resume in plain words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aimatch.errors import LimitExceeded, ReadError
from aimatch.readers import Limits, read_document

FULL: dict[str, Any] = {
    "$schema": "https://example.com/schema.json",
    "basics": {
        "name": "Jane Doe",
        "label": "Machine Learning Engineer",
        "image": "https://example.com/jane.png",
        "email": "jane@example.com",
        "phone": "555-0101",
        "summary": "Builds models that ship.",
        "location": {"city": "Berlin", "countryCode": "DE"},
        "profiles": [{"network": "GitHub", "username": "jane", "url": "https://example.com/jane"}],
    },
    "work": [
        {
            "name": "Acme",
            "position": "Engineer",
            "startDate": "2019-03",
            "endDate": "2021-05",
            "summary": "Search team.",
            "highlights": ["Cut cost by 30 %", "Led three people"],
        },
        {"name": "Beta", "position": "Senior Engineer", "startDate": "2021-06"},
    ],
    "education": [
        {
            "institution": "Example University",
            "area": "Computer Science",
            "studyType": "Master",
            "startDate": "2015",
            "endDate": "2017",
            "score": "1.3",
            "courses": ["Statistics"],
        }
    ],
    "skills": [{"name": "Machine learning", "level": "Expert", "keywords": ["PyTorch", "XGBoost"]}, "SQL"],
    "projects": [{"name": "Bird counter", "description": "Counts birds.", "keywords": ["YOLO"], "roles": ["Owner"]}],
    "languages": [{"language": "German", "fluency": "native"}],
    "patents": [{"title": "A wheel", "inventors": ["Jane", {"name": "Max"}]}],
}


def test_full_resume() -> None:
    assert read_document(FULL).text == "\n".join(
        [
            "Jane Doe",
            "Machine Learning Engineer",
            "Berlin, DE | jane@example.com | 555-0101",
            "GitHub | jane | https://example.com/jane",
            "",
            "SUMMARY",
            "Builds models that ship.",
            "",
            "EXPERIENCE",
            "Engineer, Acme, 2019-03 – 2021-05",
            "Search team.",
            "• Cut cost by 30 %",
            "• Led three people",
            "",
            "Senior Engineer, Beta, 2021-06 – Present",
            "",
            "EDUCATION",
            "Master in Computer Science, Example University, 2015 – 2017",
            "Grade: 1.3",
            "• Statistics",
            "",
            "PROJECTS",
            "Bird counter: YOLO; Owner",
            "Counts birds.",
            "",
            "SKILLS",
            "Machine learning, Expert: PyTorch, XGBoost",
            "SQL",
            "",
            "LANGUAGES",
            "German, native",
            "",
            "PATENTS",
            "title: A wheel",
            "• Jane",
            "name: Max",
        ]
    )


def test_file_and_dict_agree() -> None:
    assert read_document(json.dumps(FULL).encode()).text == read_document(FULL).text


WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8)
CONTENT = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3))
SECTION = st.lists(
    st.dictionaries(
        st.sampled_from(["name", "position", "summary", "highlights", "keywords", "startDate", "courses", "odd"]),
        CONTENT,
        max_size=4,
    ),
    max_size=3,
)


def strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [word for part in inner for word in strings(part)]


@settings(max_examples=40)
@given(st.fixed_dictionaries({"work": SECTION, "education": SECTION, "skills": SECTION, "other": CONTENT}))
def test_every_string_appears(resume: dict[str, Any]) -> None:
    text = read_document(resume).text
    assert [word for word in strings(resume) if word not in text] == []


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"basics": {"name": "Jane",}}', r"line 1, column 2\d: is no valid JSON"),
        (b'{"basics":\n {"name" "Jane"}}', "line 2, column 10"),
        (b'{"work": {"name": "Acme"}}', r"\$\.work is an object, not a list"),
        (b'{"work": [7]}', r"\$\.work\[0\] is a number, not an object"),
        (b'{"basics": "Jane"}', r"\$\.basics is a string, not an object"),
        (b'{"work": [{"startDate": ' + b"9" * 5000 + b"}]}", "number"),
    ],
)
def test_wrong_json_names_the_place(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_document(data)


@pytest.mark.parametrize("value", [{"name": "Jane"}, {}, {"meta": {}}])
def test_dict_that_is_no_resume(value: dict[str, Any]) -> None:
    with pytest.raises(ReadError, match="none of the keys basics"):
        read_document(value)


def test_dict_that_is_no_json() -> None:
    with pytest.raises(ReadError, match="give dates as strings"):
        read_document({"work": [{"startDate": object()}]})


def test_deep_nesting_is_refused() -> None:
    data = b'{"work": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    with pytest.raises(LimitExceeded, match="deeply"):
        read_document(data)
    with pytest.raises(LimitExceeded, match="9 levels"):
        read_document({"basics": {}, "x": json.loads("[" * 50 + '"y"' + "]" * 50)}, limits=Limits(max_depth=9))


def position(start: object, end: object) -> dict[str, Any]:
    return {"work": [{"name": "Acme", "position": "Engineer", "startDate": start, "endDate": end}]}


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2019-03-01T00:00:00.000Z", "2021-05-01T00:00:00+02:00", "2019-03-01 – 2021-05-01"),
        ("2019-03-01 00:00:00", "2021-05-01 12:30", "2019-03-01 – 2021-05-01"),
        ("March 2019", "ongoing", "March 2019 – ongoing"),
        ("2019", "", "2019 – Present"),
    ],
)
def test_dates_are_written_as_days(start: object, end: object, written: str) -> None:
    read = read_document(position(start, end))
    assert read.text.splitlines()[1] == f"Engineer, Acme, {written}"
    assert read.notes == ()


@pytest.mark.parametrize(("start", "end"), [("soon", "2021-05"), (1551398400, "2021-05"), ("2019-03", "n/a")])
def test_a_date_that_is_none_is_noted(start: object, end: object) -> None:
    (note,) = read_document(position(start, end)).notes
    assert note.startswith(("startDate", "endDate"))
    assert note.endswith("is no date; write one as 2021-05")
