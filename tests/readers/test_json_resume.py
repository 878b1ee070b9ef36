"""JSON Resume written out as a resume in plain words."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.errors import LimitExceeded, ReadError
from aimatch.readers import Limits, read_bytes, read_document
from aimatch.readers.json_values import holds_content, on_one_line, words

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


WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=8).filter(
    lambda word: bool(on_one_line(words(word))) and holds_content(word)
)
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
    read = read_document(resume)
    told = read.text + "".join(read.notes)  # what is no date where one belongs is noted
    assert [word for word in strings(resume) if word not in told] == []


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


@pytest.mark.parametrize("name", [None, "cv.json", "cv.txt"])
@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"a": 1}', "none of the keys basics"),
        (b'{"input_sha256": "0", "coverage": 0.5, "skills": []}', "it is a report of aimatch"),
        (b' [{"basics": {"name": "Jane"}}]\n', "is a list, not an object: one call for each"),
        ("\ufeff[1]".encode(), "is a list, not an object"),
    ],
)
def test_json_that_is_no_resume_fails_under_any_name(data: bytes, says: str, name: str | None) -> None:
    with pytest.raises(ReadError, match=says):
        read_bytes(data, name)


@pytest.mark.parametrize("text", ["[Jane Doe]", "{Jane}\nPython", "[1] Jane, [2] Doe", "{", "[" * 9])
def test_text_in_brackets_is_text(text: str) -> None:
    assert read_bytes(text.encode(), None).format == "text"
    assert read_document(text).text == text


@pytest.mark.parametrize("value", [FULL, [FULL], {"skills": ["SQL"]}, [{"work": []}, {"work": []}]])
def test_json_given_as_text_is_refused_with_the_way_out(value: object) -> None:
    # Read as a resume, its offsets would not be into the string that was given; read as text, its keys would count.
    with pytest.raises(ReadError, match=r"JSON.*json\.loads\(text\)"):
        read_document(json.dumps(value, indent=1))


@pytest.mark.parametrize("text", ['{"a": 1}', "[1, 2]", '"basics"', '{"Go": true}'])
def test_other_json_given_as_text_is_text(text: str) -> None:
    assert read_document(text).text == text


def test_half_characters_are_replaced() -> None:
    escaped = b'{"basics": {"name": "Jane \\ud800", "\\udc00": "Go"}, "meta": 1}'
    for source in (escaped, json.loads(escaped), "Jane \ud800\n\udc00: Go"):
        read = read_document(source)
        assert read.text == "Jane \N{REPLACEMENT CHARACTER}\n\N{REPLACEMENT CHARACTER}: Go"
        assert read.notes == ("halves of characters (lone surrogates) were read as U+FFFD",)
    report = aimatch.score(escaped)
    assert all(written.encode() for written in (report.to_json(), report.to_html()))


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


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2020-5", "202107", "2020-05 – 2021-07"),
        ("20200517", "2021/7/9", "2020-05-17 – 2021-07-09"),
        ({"year": 2019, "month": 3}, {"year": "2020", "month": "May", "day": None}, "2019-03 – May 2020"),
        (2019.0, 2021, "2019 – 2021"),
        ("2019-03", "9999-12-31", "2019-03 – Present"),
        ("2019-03", float("nan"), "2019-03 – Present"),
        ("2019-03", "NaT", "2019-03 – Present"),
    ],
)
def test_dates_of_exports_are_read(start: object, end: object, written: str) -> None:
    read = read_document(position(start, end))
    assert read.text.splitlines()[1] == f"Engineer, Acme, {written}"
    assert read.notes == ()


@pytest.mark.parametrize("end", ["N/A", "-", "soon", 1551398400, "2021-13", ["2021"], {"on": "2021"}])
def test_an_end_that_is_none_leaves_the_start(end: object) -> None:
    read = aimatch.read(position("2019-03", end))
    assert [one.start for one in read.positions] == [date(2019, 3, 1)]
    assert not read.positions[0].current
    assert len(read.document.notes) == 1


def test_an_open_start_is_none() -> None:
    assert read_document(position("9999-12-31", "2021-05")).text.splitlines()[1] == "Engineer, Acme, 2021-05"
    assert read_document(position(None, "Present")).text.splitlines()[1] == "Engineer, Acme"


def entry(section: str = "work", **fields: object) -> dict[str, Any]:
    return {section: [{"startDate": "2019-03", "endDate": "2021-05", **fields}]}


@pytest.mark.parametrize(
    ("section", "fields", "title", "employer"),
    [
        (
            "work",
            {"name": "Quill, Doe & Partners, Inc.", "position": "Analyst"},
            "Analyst",
            "Quill, Doe & Partners, Inc.",
        ),
        ("work", {"company": "Acme", "position": "Engineer, Machine Learning"}, "Engineer, Machine Learning", "Acme"),
        ("work", {"name": "Acme", "company": "Acme", "position": "Head of\nTools"}, "Head of Tools", "Acme"),
        ("work", {"name": "Acme, Berlin", "position": float("nan")}, "", "Acme, Berlin"),
        ("work", {"name": float("nan"), "position": "Engineer, Search"}, "Engineer, Search", ""),
        ("work", {"name": "N/A", "position": "Engineer"}, "Engineer", ""),
        ("work", {"name": "Engineer", "position": "Sales & Co"}, "Sales & Co", "Engineer"),
        ("volunteer", {"organization": "Sea, Sand & Sons", "position": "Coach"}, "Coach", "Sea, Sand & Sons"),
    ],
)
def test_title_and_employer_are_those_of_the_fields(
    section: str, fields: dict[str, object], title: str, employer: str
) -> None:
    (found,) = aimatch.read(entry(section, **fields)).positions
    assert (found.title, found.employer) == (title, employer)


STUDIES = [
    ({"studyType": "BA", "area": "Physics, with a minor in Law"}, "bachelor", "BA", "Physics, with a minor in Law"),
    ({"studyType": "BSc (Hons), First Class", "area": "Physics"}, "bachelor", "BSc (Hons), First Class", "Physics"),
    ({"studyType": "BSc", "area": "Master Data Management"}, "bachelor", "BSc", "Master Data Management"),
    ({"studyType": "BSc", "area": "Law", "courses": ["PhD seminar, 2013"]}, "bachelor", "BSc", "Law"),
    ({"studyType": "BSc", "area": "Law", "courses": ["Master class"]}, "bachelor", "BSc", "Law"),
    ({"studyType": "", "area": "BSc Physics"}, "bachelor", "BSc", "Physics"),
    ({"studyType": "Master", "area": ""}, "master", "Master", ""),
    ({"studyType": "MBA, not finished", "area": "Trade"}, "none", "MBA, not finished", "Trade"),
]


@pytest.mark.parametrize(("fields", "level", "degree", "area"), STUDIES)
def test_studies_are_those_of_the_fields(fields: dict[str, object], level: str, degree: str, area: str) -> None:
    resume = aimatch.read(entry("education", institution="Bauhaus, Weimar", **fields))
    (found,) = resume.education
    assert (found.degree, found.field, found.institution) == (degree, area, "Bauhaus, Weimar")
    assert aimatch.score(resume, as_of=date(2026, 11, 1)).degree == level


@pytest.mark.parametrize(("start", "level"), [("2015-09", "master"), ("2025-09", "none")])
def test_studies_without_an_end_last_some_years(start: str, level: str) -> None:
    resume = aimatch.read(
        {"education": [{"studyType": "MSc", "area": "Law", "institution": "Foo", "startDate": start}]}
    )
    (found,) = resume.education
    assert (found.start, found.end) == (date(int(start[:4]), 9, 1), None)
    assert aimatch.score(resume, as_of=date(2026, 11, 1)).degree == level


def test_a_level_of_none_is_told() -> None:
    skills = [{"name": "Sales", "level": "None"}, {"name": "N/A", "level": "-"}]
    assert read_document({"skills": skills, "languages": [{"language": "French", "fluency": "none"}]}).text == (
        "SKILLS\nSales, None\n-\n\nLANGUAGES\nFrench, none"
    )


def test_each_position_has_its_own_fields() -> None:
    work = [
        {"position": "Lead, Tools", "name": "Acme, Inc.", "startDate": "2021-06", "summary": "Lead, Tools"},
        {"position": "Tester, Tools", "name": "Acme, Inc.", "startDate": "2019-01", "endDate": "2021-05"},
    ]
    found = aimatch.read({"work": work}).positions
    assert [(one.title, one.employer) for one in found] == [
        ("Lead, Tools", "Acme, Inc."),
        ("Tester, Tools", "Acme, Inc."),
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('<span class="ql-size-large">PyTorch</span>', "PyTorch"),
        ('<p style="font-family:Arial" class="react go">Sold shoes</p>', "Sold shoes"),
        ("<P>Sold shoes<P>Mended <b>boots</b>", "Sold shoes\nMended boots"),
        ("<ul><li>Sold shoes</li><li>Mended boots</li></ul>", "• Sold shoes\n• Mended boots"),
        ("Sold<br/>shoes", "Sold\nshoes"),
        ("<script>let go = 1</script>Sold shoes<style>.go {}</style>", "Sold shoes"),
        ("<!-- Kafka --><div>Sold shoes</div>", "Sold shoes"),
        ("<b>Sold</b> shoes\nMended boots", "Sold shoes\nMended boots"),
        ("&lt;p class=&quot;go&quot;&gt;Sold shoes&lt;/p&gt;", "Sold shoes"),
        ("Research &amp; sales", "Research & sales"),
        ("a < b, c > d", "a < b, c > d"),
        ("<p>a < b, List<String></p>", "a < b, List<String>"),
        ("List<String>, Map<A, B>, Vec<b>, Array<Section>", "List<String>, Map<A, B>, Vec<b>, Array<Section>"),
        ("Wrote <video> players, <header> parts and <script> loaders", None),
        ("Sales & R&D; tea & toast, ?a=1&copy=2", None),
        ("Sales&nbsp;&#38;&#x20;tea", "Sales & tea"),
    ],
)
def test_markup_in_strings_is_read(value: str, shown: str | None) -> None:
    expected = value if shown is None else shown
    assert read_document({"work": [{"name": "Acme", "summary": value}]}).text == f"EXPERIENCE\nAcme\n{expected}"
    listed = read_document({"work": [{"name": "Acme", "highlights": [value]}]}).text
    assert listed == f"EXPERIENCE\nAcme\n• {expected.removeprefix('• ')}"


def test_what_markup_hides_is_hidden() -> None:
    value = '<p>Sold shoes</p><p style="display:none">and all of Kafka</p>'
    read = read_document({"basics": {"summary": value}})
    assert "Kafka" not in read.text
    assert [(hidden.quote, hidden.technique) for hidden in read.hidden] == [("and all of Kafka", "style")]


def test_keys_without_content_are_left_out() -> None:
    fields = {
        "id": "go-1", "_id": "go-2", "uuid": "go-3", "employerId": "go-4", "createdAt": "2020-01-01", "updated_at": "go-5",
        "url": "https://go.example", "websiteURL": "https://go.example", "location": {"city": "Java"}, "phone": "555-0101",
        "supervisor": "Rust Example", "postal_code": "go-6",
    }  # fmt: skip
    kept = {"team": "Tools", "covid": "Shoes", "paid": "Boots"}
    text = read_document(entry(name="Acme", position="Clerk", **fields, **kept)).text
    assert text.splitlines()[2:] == ["team: Tools", "covid: Shoes", "paid: Boots"]


def test_what_a_table_has_no_value_for_is_left_out() -> None:
    resume = {"basics": float("nan"), "work": [float("nan")], "skills": [{"name": "Sales", "level": float("nan")}]}
    assert read_document({**resume, "awards": float("nan")}).text == "SKILLS\nSales"


@pytest.mark.parametrize(("start", "end"), [("soon", "2021-05"), (1551398400, "2021-05"), ("2019-03", "n/a")])
def test_a_date_that_is_none_is_noted(start: object, end: object) -> None:
    (note,) = read_document(position(start, end)).notes
    assert note.startswith(("startDate", "endDate"))
    assert note.endswith("is no date; write one as 2021-05")
