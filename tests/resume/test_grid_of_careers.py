"""Careers by construction: forms of entries crossed with forms of dates, and careers told in sentences. Each must give every
title, employer and month."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from itertools import islice

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]
Month = tuple[int, int]
Job = tuple[str, str, Month, Month | None]

CAREERS: list[list[Job]] = [
    [
        ("Senior Backend Developer", "Quillfern Software", (2021, 5), None),
        ("Backend Developer", "Harrow & Finch", (2017, 9), (2021, 4)),
        ("Junior Tester", "Pallas Retail Group", (2015, 2), (2017, 6)),
    ],
    [
        ("Head Gardener", "Thornbury Estate", (2020, 3), None),
        ("Gardener", "City of Wexcombe", (2014, 6), (2020, 2)),
        ("Warehouse Picker", "Bramling Logistics Ltd", (2012, 1), (2014, 3)),
    ],
    [
        ("Data Scientist", "Maplewire Insurance", (2022, 1), None),
        ("Research Assistant", "Glenmorrow University", (2019, 9), (2021, 12)),
        ("Barista", "Crooked Cup", (2017, 5), (2019, 8)),
    ],
    [
        ("Maintenance Engineer", "Bhairav Forge Pvt. Ltd.", (2018, 7), None),
        ("Graduate Trainee", "Kalyani Dies", (2016, 8), (2018, 6)),
        ("Shift Supervisor", "Sagar Cement Works", (2013, 4), (2016, 7)),
    ],
    [
        ("Staff Nurse", "St. Odile Hospital", (2019, 2), None),
        ("Care Assistant", "Résidence Les Tilleuls", (2016, 10), (2019, 1)),
        ("Cashier", "Marché Dufour", (2014, 9), (2016, 8)),
    ],
]
ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NAMES = {
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "pl": "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
#: (form of a month, what joins two, what stands for the end of what lasts)
DATES: dict[str, tuple[str, str, str]] = {
    "short": ("{Mon} {y}", " – ", " – Present"),
    "numbers": ("{m:02}/{y}", " - ", " - current"),
    "year first": ("{y}-{m:02}", " to ", " to date"),
    "dots": ("{y}.{m:02}", " ~ ", " ~ now"),
    "year, month": ("{y} {Mon}", " - ", " - Now"),
    "brackets": ("{y}/{m:02}", " – ", " –"),
    "from": ("{Month} {y}", " until ", ""),
    "ja": ("{y}年{m}月", "~", "~現在"),
    "zh": ("{y}.{m:02}", "-", "-至今"),
    "ko": ("{y}년 {m}월", " ~ ", " ~ 재직중"),
    "id": ("{id} {y}", " – ", " – sekarang"),
    "sv": ("{sv} {y}", " – ", " – nu"),
    "pl": ("{pl} {y}", " – ", " – obecnie"),
    "ro": ("{ro} {y}", " – ", " – prezent"),
    "da": ("{da} {y}", " – ", " – nu"),
    "ru": ("{ru} {y}", " – ", " – н.в."),
    "it": ("{it} {y}", " – ", " – ad oggi"),
    "es": ("{es} de {y}", " a ", " a la fecha"),
}
BULLETS = "\n- Kept the records of forty sites in order\n- Cut the waiting time by a third"
LAYOUTS: dict[str, tuple[str, str]] = {
    "title, employer, date": (f"{{t}}, {{e}} ({{d}}){BULLETS}", "\n\n"),
    "date, title, employer": (f"{{d}}\n{{t}}\n{{e}}, Springfield{BULLETS}", "\n\n"),
    "margin": ("{d:<38}{t}\n" + " " * 38 + "{e}\n" + " " * 38 + "Kept the records of forty sites.", "\n\n"),
    "row": ("{d}: {t}, {e}", "\n"),
    "Markdown": (f"### {{t}} — {{e}}\n*{{d}}*\n{BULLETS}", "\n\n"),
    "emphasis": (f"**{{t}}**, {{e}}\n_{{d}}_\n{BULLETS}", "\n\n"),
    "brackets behind an item": ("* {t} at {e} [{d}]\n   Kept the records of forty sites.", "\n"),
    "small letters": (f"{{l}} / {{k}} / {{d}}{BULLETS}", "\n\n"),
    "for": ("{t} for {e}, {d}\nKept the records of forty sites.", "\n\n"),
    "as": ("{d}, {e} as {t}", "\n"),
    "an account behind the title": ("{e}, Springfield ({d})\n{t}: kept the records, cut the waiting time", "\n\n"),
    "an account behind the employer": ("{d}   {t}. {e}. Kept the records of forty sites in order.", "\n\n"),
    "an employer's item": ("- {e}\n  {t}, {d}\n  Kept the records of forty sites", "\n"),
    "a sign before the date": ("» {t} @ {e}, Wexcombe\n  {d}\n  Ledgers, then seals", "\n"),
    "labels within lines": (
        "({n}) {e}, Leeds. Designation: {t}.\n    Tenure: {d}. Reporting to: Plant Head.\n    Kept the records.",
        "\n",
    ),
}


def month_of(form: str, month: Month) -> str:
    year, number = month
    names = {tongue: months.split()[number - 1] for tongue, months in NAMES.items()}
    english = ENGLISH[number - 1]
    return form.format(y=year, m=number, Mon=english[:3], Month=english, **names)


def date_of(kind: str, start: Month, end: Month | None) -> str:
    form, join, lasts = DATES[kind]
    if kind == "from":
        return f"from {month_of(form, start)} until {month_of(form, end)}" if end else f"since {month_of(form, start)}"
    return month_of(form, start) + (join + month_of(form, end) if end else lasts)


def wanted(career: list[Job]) -> set[tuple[str, str, str, str]]:
    return {
        (
            _letters(title),
            _letters(employer),
            f"{start[0]}-{start[1]:02}",
            f"{end[0]}-{end[1]:02}" if end else "present",
        )
        for title, employer, start, end in career
    }


def found(resume: Resume) -> set[tuple[str, str, str, str]]:
    return {
        (
            _letters(one.title),
            _letters(one.employer),
            f"{one.start:%Y-%m}" if one.start else "",
            f"{one.end:%Y-%m}" if one.end else "present",
        )
        for one in resume.positions
    }


def _letters(name: str) -> str:
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())


def _around(body: str) -> str:
    study = "\n\nEducation\nB.Sc. in Statistics, Norfield University, 2008 – 2011\n\nSkills\nPython, Excel\n"
    return f"Mara Lindqvist\nSpringfield, name@example.com\n\n{body}{study}"


def _crossed() -> list[tuple[str, str, int]]:
    """Every layout with a third of the dates, each time other ones, and another career."""
    crossed = [(layout, date) for layout in LAYOUTS for date in DATES]
    picked = islice(enumerate(crossed), 0, None, 3)
    return [
        (layout, date, (number // 3) % len(CAREERS))
        for number, (layout, date) in picked
        if not (layout == "small letters" and date in {"from", "year, month"})
    ]


@pytest.mark.parametrize(("layout", "date", "number"), _crossed())
def test_entries(read: Read, layout: str, date: str, number: int) -> None:
    form, gap = LAYOUTS[layout]
    entries = [
        form.format(
            t=title, e=employer.rstrip("."), l=title.lower(), k=employer.lower(), d=date_of(date, start, end), n=letter
        )
        for letter, (title, employer, start, end) in zip("abc", CAREERS[number], strict=True)
    ]
    assert found(read(_around("Experience\n\n" + gap.join(entries)))) == wanted(CAREERS[number])


def _month(month: Month | None) -> str:
    return month_of("{Month} {y}", month) if month else ""


#: Stories of (newest, middle, oldest) jobs: t, e, a and b are title, employer, start and end of the oldest (1) to the newest (3).
STORIES = [
    "From {a1} to {b1} I was a {t1} at {e1}, where I kept the books. From {a2} to {b2} I was a {t2} at {e2}, and looked after "
    "forty sites. Since {a3} I have been a {t3} at {e3}, with a team of five.",
    "I joined {e1} as a {t1} in {a1} and left in {b1}. In {a2} I moved to {e2} as a {t2} and stayed until {b2}, mostly on the "
    "accounts of small shops. In {a3} I joined {e3} as {t3}; I am still there.",
    "I worked at {e1} as a {t1} from {a1} until {b1}. After that I worked as a {t2} for {e2} from {a2} to {b2}. I have been "
    "with {e3} as {t3} since {a3}.",
    "Worked at {e1} ({a1} – {b1}) as a {t1}, then at {e2} ({a2} – {b2}) as a {t2}. Now {t3} at {e3} (since {a3}).",
    "My first job was a {t1} at {e1}, from {a1} to {b1}. I sold and I learned.\n\nBetween {a2} and {b2} I worked for {e2} as a "
    "{t2}. We were six.\n\nSince {a3} I work at {e3} as {t3}. I plan the week.",
    "{e3} hired me as a {t3} in {a3}, and I still work there. Before that, from {a2} to {b2}, I was a {t2} with {e2}. Earlier "
    "still ({a1} to {b1}) I was a {t1} at {e1}.",
    "I am currently {t3} at {e3} (since {a3}). Previously I was a {t2} at {e2} from {a2} to {b2}, and before that a {t1} at "
    "{e1}, {a1} to {b1}.",
]


@pytest.mark.parametrize("told", STORIES)
@pytest.mark.parametrize("heading", ["", "Experience\n\n", "My path\n\n"])
@pytest.mark.parametrize("width", [0, 76])
def test_stories(read: Read, told: str, heading: str, width: int) -> None:
    for career in CAREERS:
        cells = {
            f"{key}{number}": value
            for number, (title, employer, start, end) in enumerate(reversed(career), 1)
            for key, value in zip("teab", (title, employer, _month(start), _month(end)), strict=True)
        }
        body = told.format(**cells)
        if width:
            body = "\n\n".join(textwrap.fill(part, width) for part in body.split("\n\n"))
        assert found(read(_around(heading + body))) == wanted(career)


def test_a_story_of_beginnings(read: Read) -> None:
    told = (
        "In 2015 I joined Pallas Retail Group as a tester. In 2018 I became a developer at Harrow & Finch, and since May "
        "2021 I am a backend developer at Quillfern Software. I dream of a job at Foo Works, which opened in 2016."
    )
    positions = read(_around(told)).positions
    assert [(one.employer, one.start.year if one.start else 0, one.end and one.end.year) for one in positions] == [
        ("Pallas Retail Group", 2015, 2018),
        ("Harrow & Finch", 2018, 2021),
        ("Quillfern Software", 2021, None),
    ]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (
            "2019.03 - 2020.05  No job. The crew was sold, then my father was ill.",
            "a sentence behind the name of a break",
        ),
        ("03/2019 - 05/2020: Parental leave. Advised the new gardener once a week.", "a title in what follows it"),
    ],
)
def test_breaks_are_no_jobs(read: Read, entry: str, why: str) -> None:
    text = _around(f"Jobs\n\n2020.06 - now  Foo Works, clerk\n{entry}\n2016.01 - 2019.02  Bar Estate, gardener")
    resume = read(text)
    assert [one.title for one in resume.positions] == ["clerk", "gardener"], why
    assert len(resume.breaks) == 1


def test_a_project_at_a_university_is_no_study(read: Read) -> None:
    text = "Ada Example\nlinguist\n\n*2014 to 2018: Wordhoard project, Foo University*\n\n*Since 2019: editor, Bar Press*\n"
    assert [one.employer for one in read(text).positions] == ["Foo University", "Bar Press"]
