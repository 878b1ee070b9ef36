"""The normal text and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.extract.normalise import BARRIER, normalise

CASES = [
    pytest.param("PyTorch", "pytorch", id="case is ignored"),
    pytest.param("scikit-learn", "scikit learn", id="a joining hyphen is a space"),
    pytest.param("a - b", "a - b", id="a dash between spaces stays"),
    pytest.param("machine\nlearning", "machine learning", id="one line break is a space"),
    pytest.param(
        "Go, JavaScript\nFrameworks: Flask", f"go, javascript{BARRIER}frameworks: flask", id="a label begins a list"
    ),
    pytest.param("Go, Rust \nApache Tools\tX", f"go, rust{BARRIER}apache tools x", id="and in a table, behind a space"),
    pytest.param("AI: Machine\nLearning: new", "ai: machine learning: new", id="no list, a name may be broken"),
    pytest.param("machine\n\nlearning", f"machine{BARRIER}learning", id="a blank line is a barrier"),
    pytest.param("Java     Python", f"java{BARRIER}python", id="a wide gap is a column's edge"),
    pytest.param("Air\ufb02ow", "airflow", id="a ligature stands for its letters"),
    pytest.param("Kuber\u00adnetes", "kubernetes", id="a soft hyphen has no width"),
    pytest.param("Power\u00a0BI", "power bi", id="a non-breaking space is a space"),
    pytest.param(
        "learner\u00c2 and\u00c2SQL", "learner and sql", id="and so it is where it was read in the wrong encoding"
    ),
    pytest.param("P\u00c2TISSERIE, \u00c2ge", "p\u00e2tisserie, \u00e2ge", id="but not a letter of a word"),
    pytest.param("\uff30\uff59", "py", id="full-width letters are letters"),
    pytest.param(
        "P\u0443thon, \u0421++", "python, c++", id="a Cyrillic letter in a Latin name is the one it looks like"
    ),
    pytest.param(
        "\u0440\u043e\u0441\u0442 \u0441 SQL",
        "\u0440\u043e\u0441\u0442 \u0441 sql",
        id="and stays itself in a word of its own alphabet",
    ),
    pytest.param("Java\u2122, MATLAB\u00ae", "java , matlab\u00ae", id="a trade-mark sign is no letters"),
    pytest.param("Scala\u00b2, R\u00b2", "scala , r\u00b2", id="nor a footnote's number, unlike a power"),
    pytest.param("scikit-\nlearn", "scikit learn", id="a name hyphenated over a line end"),
    pytest.param("UnixEDUCATION", f"unix{BARRIER}education", id="a heading glued to the word before it is taken off"),
    pytest.param(
        "on AWSSKILLS\nSQL", f"on aws{BARRIER}skills sql", id="a heading in capitals glued to a name in capitals"
    ),
    pytest.param("LIFESKILLS\nSQL", "lifeskills sql", id="no heading in a line that is all capitals"),
    pytest.param("2019SOFTWARE team", f"2019{BARRIER}software team", id="a word glued to a year is taken off"),
    pytest.param(
        "SQL Server 2012R2, 12019Xyz", "sql server 2012r2, 12019xyz", id="a release or a number is left whole"
    ),
    pytest.param("C++Skills: x", f"c++{BARRIER}skills: x", id="also behind a sign"),
    pytest.param("SQLEducation 2014", f"sql{BARRIER}education 2014", id="also behind an acronym"),
    pytest.param("SQLEDUCATION, iOSkills", "sqleducation, ioskills", id="unless no letter tells where it begins"),
    pytest.param("TeamWork, PeopleSoft", "teamwork, peoplesoft", id="and the name of a product is left whole"),
    pytest.param("iOS ABOUT, Workshop", "ios about, workshop", id="a heading with its space, a longer word"),
    pytest.param(
        "C&#43;&#x2b;, R&amp;D&nbsp;lab", "c++, r&d lab", id="what a portal left of a character is the character"
    ),
    pytest.param("AT&T; R&Dx;", "at&t; r&dx;", id="unless no character is called so"),
    pytest.param("nai\u0308ve Bayes", "na\u00efve bayes", id="an accent of its own belongs to its letter"),
    pytest.param("C\\#, R\\&D, 5\\%", "c#, r&d, 5%", id="what LaTeX escapes is the character"),
    pytest.param("C:\\data\\sql", "c:\\data\\sql", id="unlike the parts of a path"),
    pytest.param("P Y T H O N, S Q L S", "python, sqls", id="letters set apart are a word"),
    pytest.param("S Q L, a b c d", "s q l, a b c d", id="unless they are few, or small"),
    pytest.param(
        "inKotlin, onOpenShift", f"in{BARRIER}kotlin, on{BARRIER}openshift", id="a preposition lost its space"
    ),
    pytest.param(
        "inDesign, toDo, iOS, onPrem", "indesign, todo, ios, on\x1eprem", id="names and short words are left whole"
    ),
    pytest.param(
        "Python\u3068SQL\u306e", f"python{BARRIER}\u3068{BARRIER}sql{BARRIER}\u306e", id="Japanese sets no spaces"
    ),
    pytest.param("\u0130stanbul", "istanbul", id="the letter that grows in lower case keeps its width"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_normal_shape(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@given(
    st.lists(st.sampled_from(["Python", "C++", "Skills", "EDUCATION", "2019", " ", "  ", "\n", "-\n", "\u00ad"])).map(
        "".join
    )
)
def test_offsets_lead_back_around_glued_headings(text: str) -> None:
    normal = normalise(text)
    for at, character in enumerate(normal.text):
        start, end = normal.original(at, at + 1)
        assert 0 <= start < end <= len(text)
        if character.isalnum():
            assert text[start:end].lower() == character


@given(st.text(alphabet=st.sampled_from("aZ \n\t-\u00ad\ufb02\u00a0\uff30\u2019.,\u0130\u200b1"), max_size=60))
def test_offsets_lead_back(text: str) -> None:
    normal = normalise(text)
    last = 0
    for at in range(len(normal.text)):
        start, end = normal.original(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last, "places keep their order"
        last = start
        if normal.text[at].isalpha() and text[start].isascii():
            assert text[start].lower() == normal.text[at], "a letter maps to itself"


@given(st.text(max_size=80))
def test_any_text_is_mapped_within_its_bounds(text: str) -> None:
    normal = normalise(text)
    if normal.text:
        start, end = normal.original(0, len(normal.text))
        assert 0 <= start < end <= len(text)
