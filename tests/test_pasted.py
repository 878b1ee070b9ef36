"""Texts that were pasted: mails and what others wrote in them, encoded characters, pages of networks copied from the
browser."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch
from aimatch.duplicates import fingerprint
from aimatch.model import Resume

CV = """Ana Lopes
ana@example.com

Experience
Data Analyst, Foo Ltd
Jan 2020 - Present
- Python dashboards

Education
BSc Physics, Example University, 2015

Skills
Python, SQL
"""
ASK = "We need someone with Kubernetes and Rust."
ON = "On Tue, 3 Nov 2026 at 10:12, Carla Example <carla@example.org>"
OUTLOOK = "From: Carla Example\nSent: Monday, November 2, 2026 9:14 AM\nTo: Ana Lopes\nSubject: Role\n\nDear Ana,\n"
HEAD = "From: Ana Lopes <ana@example.com>\nSubject: Application\nTo: jobs@example.org\n\n"


def _quoted(text: str) -> str:
    return "".join(f"> {line}\n" if line else ">\n" for line in text.splitlines())


def _read(text: str) -> Resume:
    resume = aimatch.read(text)
    assert resume.document.text == text
    assert all(text[one.start : one.end] == one.quote for one in resume.mentions)
    return resume


def _skills(resume: Resume) -> set[str]:
    return {one.name for one in resume.mentions} & {"Kubernetes", "Rust", "Terraform", "Python", "Java", "XML"}


def _jobs(resume: Resume) -> list[tuple[str, str, date | None, bool]]:
    return [(one.title, one.employer, one.start, one.current) for one in resume.positions]


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        # Below: what the candidate answers.
        (f"{CV}\n{ON} wrote:\n\n> {ASK}\n", {"Python"}),
        (f"{CV}\n{ON}\nwrote:\n\n> {ASK}\n", {"Python"}),  # in two lines
        (f"{CV}\n> On 24 Nov 2026, Recruiting wrote:\n> {ASK}\n", {"Python"}),  # quoted itself, a day without a time
        (f"{CV}\nAm 3. Nov. 2026 um 10:12 schrieb Carla Example <carla@example.org>:\n\n> {ASK}\n", {"Python"}),
        (f"{CV}\nLe mar. 3 nov. 2026 à 10:12, Carla Example <carla@example.org> a écrit :\n> {ASK}\n", {"Python"}),
        (f"{CV}\n-----Original Message-----\nFrom: Carla Example\n> {ASK}\n", {"Python"}),
        (f"{CV}\n________________________________\n{OUTLOOK}{ASK}\n", {"Python"}),  # not quoted
        (f"{CV}\n{OUTLOOK}{ASK}\n", {"Python"}),
        # Above: what is answered in the midst of the text, and who forwards or answers the resume.
        (f"{ON} wrote:\n> {ASK}\n\nSure. I know Terraform.\n\n{CV}", {"Python", "Terraform"}),
        (f"Tom, a match? {ASK}\n\nBegin forwarded message:\n\n{HEAD}{CV}", {"Python"}),
        (
            f"Was meinst du? {ASK}\n\n-------- Weitergeleitete Nachricht --------\nBetreff: Bewerbung\n"
            f"Von: Ana Lopes <ana@example.com>\nAn: jobs@example.org\n\n{CV}",
            {"Python"},
        ),
        (
            f"Thanks! {ASK}\n\nOn Tue, 3 Nov 2026 at 10:12, Ana Lopes <ana@example.com> wrote:\n{_quoted(CV)}",
            {"Python"},
        ),
        # The same hand, two steps away.
        (
            f"I know Terraform.\n\n{ON} wrote:\n> {ASK}\n>\n> On Tue, 3 Nov 2026, 9:12, Ana <ana@example.com> wrote:\n"
            + _quoted(_quoted(CV)),
            {"Python", "Terraform"},
        ),
        # The candidate's own words above the resume.
        (f"{HEAD}Dear all, I know Terraform.\n\n{CV}", {"Python", "Terraform"}),
    ],
)
def test_what_others_wrote_in_a_mail_is_nobodys_skill(text: str, skills: set[str]) -> None:
    resume = _read(text)
    assert _skills(resume) == skills
    assert _jobs(resume) == [("Data Analyst", "Foo Ltd", date(2020, 1, 1), True)]
    assert [one.title for one in resume.sections if one.title] == ["Experience", "Education", "Skills"]
    assert any("e-mail" in note for note in resume.document.notes)
    assert _skills(_read(text.replace("\n", "\r\n"))) == skills


@pytest.mark.parametrize(
    "lines",
    [
        "From: 10/2019\nTo: 10/2021\n- Kubernetes, Rust",  # the dates of a job
        "Jan 2020 - Present\n> Kubernetes clusters\n> Rust services\n> Go tools",  # the signs of a list
        "Jan 2020 - Present\nOn 3 projects with 12 people I wrote:\n- Kubernetes operators\n- Rust services",
        "Jan 2020 - Present\n- Forwarded messages from Kafka to Kubernetes\n- Rust",
        "Jan 2020 - Present\n--\n- Kubernetes\n- Rust",  # a rule
    ],
)
def test_a_resume_with_such_lines_is_no_mail(lines: str) -> None:
    resume = _read(f"Ana Lopes\n\nExperience\nData Analyst, Foo Ltd\n{lines}\n\nEducation\nBSc Physics, 2015\n")
    assert _skills(resume) == {"Kubernetes", "Rust"}
    assert not resume.document.notes


def test_a_second_resume_below_the_first_is_read() -> None:
    older = "Experience\nClerk, Bar Ltd\n2012 - 2014\n- Java\n"
    text = f"{CV}\n-----Original Message-----\nFrom: Ana <ana@example.com>\n\n{older}"
    assert _skills(_read(text)) == {"Python", "Java"}


@pytest.mark.parametrize("saying", ['"Java is indistinguishable from XML"', "“Java, and XML”\n— Somebody"])
def test_a_saying_in_a_signature_shows_nothing(saying: str) -> None:
    assert _skills(_read(f"{CV}\n-- \nAna Lopes\n{saying}\n")) == {"Python"}
    assert "Java" in _skills(_read(f"{CV}\n--\nLanguages: Java\n"))  # below a rule, and no saying


def test_emphasis_of_mails_is_no_part_of_names() -> None:
    text = f"---------- Forwarded message ---------\n{HEAD}" + CV.replace("BSc Physics", "*BSc Information Security*")
    assert _read(text).education[0].field == "Information Security"


@pytest.mark.parametrize(
    ("dates", "current"), [("Jan 2020 =E2=80=93 Present", True), ("Jan 2020 =E2=80=94 M=C3=A4rz 2021", False)]
)
def test_characters_left_encoded_are_read(dates: str, current: bool) -> None:
    resume = _read(CV.replace("Jan 2020 - Present", dates))
    assert _jobs(resume) == [("Data Analyst", "Foo Ltd", date(2020, 1, 1), current)]
    assert any("quoted-printable" in note for note in resume.document.notes)


@pytest.mark.parametrize("text", ["color=C3D4E5", "https://example.com/?q=E2E8F0&n=20", "x=3D models"])
def test_what_looks_encoded_stays(text: str) -> None:
    assert not _read(f"{CV}\n{text}\n").document.notes


def test_applications_by_mail_share_no_address_of_whom_they_went_to() -> None:
    one = f"From: Ana <ana@example.com>\nTo: jobs@example.org\nSubject: Application\n\n{CV}"
    other = f"On 3 Nov 2026, 10:12, Jobs <jobs@example.org> wrote:\n> Please send it.\n\n{CV}".replace("ana@", "bea@")
    prints = [fingerprint(_read(text)) for text in (one, other)]
    assert not set(prints[0].contacts) & set(prints[1].contacts)
    assert set(prints[0].contacts) == set(fingerprint(_read(CV)).contacts)  # the person's own stays


ROLES = """Ana Lopes

Experience
{}
Education
{}
BSc, Physics
{}
"""


def test_what_a_copied_page_says_twice_is_read_once() -> None:
    once = ["Backend Engineer", "Foo · Full-time", "Apr 2022 - Present · 4 yrs 8 mos", "Oslo, Norway · Remote"]
    again = [*once[:2], "Apr 2022 to Present · 4 yrs 8 mos", once[3]]
    school, years = "Example University", "2014 - 2018"
    in_line = ["".join(pair) for pair in zip(once, again, strict=True)]
    below = [line for pair in zip(once, again, strict=True) for line in pair]
    for lines, mark in ((in_line, ""), (below, "\n")):
        text = ROLES.format("\n".join(lines) + "\n", school + mark + school, years + mark + years)
        resume = _read(text)
        assert _jobs(resume) == [("Backend Engineer", "Foo", date(2022, 4, 1), True)]
        assert [(one.institution, one.end and one.end.year) for one in resume.education] == [(school, 2018)]


def test_lines_that_say_nothing_twice_stay() -> None:
    text = ROLES.format(
        "Clerk, Foo Ltd\n2019\n2020\n2019 - 2020\nBora Bora\n----------\n", "Example University", "2014"
    )
    assert not _read(text).document.notes


@pytest.mark.parametrize("logo", ["Foo Travel logo", "Logo von Foo Travel", "Logo de Foo Travel"])
def test_names_of_pictures_are_no_names(logo: str) -> None:
    roles = (
        "Clerk\nJan 2023 - Present · 3 yrs 11 mos\n\nAssistant\nOct 2020 - Dec 2022 · 2 yrs\nSkills: Figma · Sketch\n"
    )
    text = ROLES.format(
        f"{logo}\nFoo Travel\nFull-time · 6 yrs 2 mos\nOslo, Norway\n\n{roles}", "Example University", "2014"
    )
    assert [job[:2] for job in _jobs(_read(text))] == [("Clerk", "Foo Travel"), ("Assistant", "Foo Travel")]


@pytest.mark.parametrize(
    ("kind", "read"), [("Internship", "internship"), ("Freelance", "freelance"), ("Praktikum", "internship")]
)
def test_the_type_of_work_behind_an_employer_is_no_title(kind: str, read: str) -> None:
    text = ROLES.format(f"Designer\nFoo · {kind}\nMar 2018 - Aug 2018 · 6 mos\n", "Example University", "2014")
    assert [(one.title, one.employer, one.kind) for one in _read(text).positions] == [("Designer", "Foo", read)]


def test_a_title_behind_an_employer_stays_one() -> None:
    text = ROLES.format("Foo Ltd · Internship\nMar 2018 - Aug 2018\n", "Example University", "2014")
    assert [job[:2] for job in _jobs(_read(text))] == [("Internship", "Foo Ltd")]
