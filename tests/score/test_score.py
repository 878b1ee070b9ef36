"""The score: its rules as properties, its credits as a table."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import aimatch

AS_OF = date(2026, 11, 1)
LINES = [
    "Skills\nPython, SQL, PyTorch, Docker",
    "Experience\nML Engineer, Acme, Jan 2019 - Dec 2022\n- Built and deployed machine learning models in Python, cut cost by 30%",
    "Projects\nImage sorter\n- Trained a convolutional network in TensorFlow",
    "Education\nBSc Computer Science, 2014 - 2018",
    "No experience with Kubernetes.",
    "Interested in learning Rust.",
    "Led a team of five and presented results to the board.",
    "Chef, Bistro Verde, 2010 - 2012\n- Cooked for 80 guests",
]
texts = st.lists(st.sampled_from(LINES), min_size=1, max_size=6).map("\n\n".join)
few = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(texts)
def test_coverage_is_the_sum_of_the_points_and_within_its_bounds(text: str) -> None:
    report = aimatch.score(text, as_of=AS_OF)
    assert 0.0 <= report.low <= report.coverage <= report.high <= 1.0
    points = [row.points for row in report.requirements]
    assert sum(points) == sum(reversed(points)) == report.coverage


@few
@given(
    texts,
    st.sampled_from(
        [
            "Skills: Kubernetes, Azure, statistics",
            "Experience\nData Engineer, Beta, Jan 2015 - Dec 2018\n- Built ETL pipelines in Airflow and SQL",
        ]
    ),
)
def test_more_evidence_never_lowers_the_coverage(text: str, more: str) -> None:
    before = aimatch.score(text, as_of=AS_OF)
    after = aimatch.score(text + "\n\n" + more, as_of=AS_OF)
    assert after.coverage >= before.coverage - 1e-9


JOBS = """Experience
Machine Learning Engineer, Acme GmbH, Jan 2019 - Dec 2022
{sign}Built the pricing service of a grocer.
{sign}Trained a convolutional network in PyTorch that cut false alarms by 12 %.
{sign}The nightly run of it lives on Kubernetes and pages me.
Data Analyst, Globex Ltd, Mar 2015 - Nov 2018
{sign}Wrote the SQL reports of the night shift.

Education
BSc Computer Science, Foo University, 2014
"""
LABELS = [
    "Tools: Git, Jira, Tableau", "Key skills: NLP, computer vision", "Languages: Python, Java", "Languages: English, German",
    "Technologies: Kafka, Spark", "Technologies - Kafka, Spark", "Tech stack: Python, AWS", "Skills: Python, AWS",
    "Technical Skills: Python, AWS", "TOOLS: Git, Jira", "Skills used: Python", "Environment: Python, SQL, Linux",
    "Certifications: AWS", "Award: best employee 2020", "Publications: one paper on pricing", "Currently learning: Rust",
]  # fmt: skip


@pytest.mark.parametrize("sign", ["", "- "], ids=["sentences", "items"])
@pytest.mark.parametrize("label", LABELS)
def test_a_label_among_the_lines_of_a_job_never_lowers_the_coverage(label: str, sign: str) -> None:
    lines = JOBS.format(sign=sign).split("\n")
    before = aimatch.score("\n".join(lines), as_of=AS_OF).coverage
    for at in range(3, 9):  # before, between and behind the sentences of both jobs
        for above, below in ([], []), ([""], []), ([], [""]), ([""], [""]):
            text = "\n".join([*lines[:at], *above, label, *below, *lines[at:]])
            assert aimatch.score(text, as_of=AS_OF).coverage >= before - 1e-9, text


@few
@given(texts, st.floats(0.01, 100), st.randoms(use_true_random=False))
def test_scaling_weights_and_reordering_requirements_change_nothing(text: str, factor: float, random: object) -> None:
    profile = aimatch.load_profile("ai-engineer")
    rows = [dataclasses.replace(row, weight=row.weight * factor) for row in profile.requirements]
    random.shuffle(rows)  # type: ignore[attr-defined]
    changed = dataclasses.replace(profile, requirements=tuple(rows))
    one, other = aimatch.score(text, profile, as_of=AS_OF), aimatch.score(text, changed, as_of=AS_OF)
    assert one.coverage == pytest.approx(other.coverage, abs=1e-7)
    assert {row.id: row.credit for row in one.requirements} == {row.id: row.credit for row in other.requirements}


RESUME = """{name}
{address}

Experience
ML Engineer, Acme, Jan 2019 - Dec 2022
- Built machine learning models in Python

Education
BSc Computer Science, {school}, 2014 - 2018
"""
PEOPLE = [
    ("Anna Bauer", "anna.bauer@example.com, 555-0101, Hamburg", "Northfield University"),
    ("Mohammed Al-Sayed (he/him), born 1968", "m.alsayed@example.com, 555-0102, Cairo", "Riverside College"),
    ("Nguy\u1ec5n Th\u1ecb Mai, 24 years old", "mai@example.com, 555-0103, Hanoi", "Institute of Lakeview"),
]


def test_who_somebody_is_changes_no_number() -> None:
    results = set()
    for name, address, school in PEOPLE:
        report = aimatch.score(RESUME.format(name=name, address=address, school=school), as_of=AS_OF)
        results.add(
            (report.coverage, report.experience_months, report.degree, tuple(r.credit for r in report.requirements))
        )
    assert len(results) == 1


def test_a_career_break_changes_no_credit() -> None:
    text = "Experience\nML Engineer, Acme, Jan {a} - Dec {b}\n- Built machine learning models in Python"
    near = aimatch.score(text.format(a=2019, b=2022), as_of=AS_OF)
    far = aimatch.score(text.format(a=2012, b=2015), as_of=AS_OF)
    assert near.coverage == far.coverage


@pytest.mark.parametrize(
    "away", ["Retired", "Divorce", "Relocated to Canada", "Pregnancy and childcare", "Jail", "Parental leave"]
)
def test_an_explained_break_among_the_jobs_changes_no_credit(away: str) -> None:
    text = JOBS.format(sign="- ")
    told = aimatch.score(text.replace("Machine Learning", f"{away}, 2023 - 2025\n\nMachine Learning", 1), as_of=AS_OF)
    before = aimatch.score(text, as_of=AS_OF)
    assert (told.coverage, told.experience_months) == (before.coverage, before.experience_months)


def test_flags_never_change_the_coverage() -> None:
    profile = aimatch.load_profile("ai-engineer")
    text = "Skills\n" + ", ".join(
        ["Python", "PyTorch", "Kubernetes", "Spark", "Kafka", "Airflow", "MLflow", "Terraform", "Docker"]
    )
    off = dataclasses.replace(profile, flags_off=("unsupported-skills",))
    one, other = aimatch.score(text, profile, as_of=AS_OF), aimatch.score(text, off, as_of=AS_OF)
    assert one.coverage == other.coverage
    assert {flag.id for flag in one.flags} - {flag.id for flag in other.flags} == {"unsupported-skills"}


LEVELS = [
    ("Nothing of the kind", "python", 0.0, 0.0, "no evidence"),
    ("Skills: Python", "python", 0.25, 0.5, "only listed"),
    ("Projects\nBot\n- Wrote a bot in Python", "python", 0.75, 0.94, "used in a project"),
    (
        "Experience\nDeveloper, Acme, Jan 2019 - Dec 2021\n- Wrote the invoicing services in Python",
        "python",
        0.9,
        1.0,
        "used at work",
    ),
    (
        "Experience\nDeveloper, Acme, Jan 2019 - Dec 2021\n- Responsible for Python projects and solutions using Python",
        "python",
        0.25,
        0.5,
        "named at work, yet nothing is told of what was done",
    ),
    ("Skills: Python (no Java)", "java", 0.0, 0.2, "denied"),
    ("Eager to learn PyTorch", "dl-frameworks", 0.0, 0.2, "wished for"),
    (
        "Experience\nDeveloper, Acme, Jan 2019 - Dec 2021\n- Moved the invoicing and dunning jobs into Docker",
        "containers",
        0.25,
        0.74,
        "one of two",
    ),
    (
        "Experience\nWelder, Acme, Jan 2019 - Dec 2021\n- Welded tanks and trained all welders on the night shift",
        "communication",
        0.25,
        0.6,
        "who trains others in a trade need not explain anything technical",
    ),
    (
        "Experience\nWelder, Acme, Jan 2019 - Dec 2021\n- Welded tanks and explained the seams to buyers in plain words",
        "communication",
        0.75,
        1.0,
        "explained to others",
    ),
    ("Education\nBSc Computer Science, 2014 - 2018", "degree", 1.0, 1.0, "a degree in the field"),
    ("Education\nBA History, 2014 - 2018", "degree", 0.25, 0.74, "a degree in another field"),
]


@pytest.mark.parametrize(("text", "requirement", "low", "high", "reason"), LEVELS, ids=[row[4] for row in LEVELS])
def test_credit_by_strength(text: str, requirement: str, low: float, high: float, reason: str) -> None:
    report = aimatch.score(text, as_of=AS_OF)
    credit = next(row.credit for row in report.requirements if row.id == requirement)
    assert low <= credit <= high, reason


def test_every_point_has_a_reason_and_its_evidence() -> None:
    report = aimatch.score(RESUME.format(name="A", address="B", school="C"), as_of=AS_OF)
    for row in report.requirements:
        assert row.reason
        if row.credit and row.id != "degree":
            assert row.evidence, row.id


SOFT = [
    ("- Taught statistics to forty nurses at the two clinics", 0.75, 1.0, "told as a deed, by an irregular verb"),
    ("- Mentored two graduates on the tramway simulator", 0.75, 1.0, "told as a deed"),
    ("- Organized and punctual in the front office of a clinic", 0.5, 0.6, "a trait, though it is written like a deed"),
    ("- Dedicated and committed to the patients of two wards", 0.5, 0.6, "two of them"),
    ("- Organized and led the moves of three wards", 0.75, 1.0, "a deed, by the verb that it is joined to"),
]


@pytest.mark.parametrize(("line", "low", "high", "why"), SOFT, ids=[row[3] for row in SOFT])
def test_a_soft_skill_told_as_a_deed_is_shown(line: str, low: float, high: float, why: str) -> None:
    text = "Experience\nClerk, Acme, Jan 2019 - Dec 2021\n- Answered the phones of 3 doctors and wrote letters\n" + line
    rows = [{"id": "soft", "skills": ["teaching", "mentoring", "organizational-skills", "dedication"]}]
    report = aimatch.score(text, {"id": "ours", "requirements": rows}, as_of=AS_OF)
    assert low <= report.requirements[0].credit <= high, why


def test_a_soft_skill_only_named_is_weak() -> None:
    report = aimatch.score(
        "Skills: teaching, mentoring",
        {"id": "ours", "requirements": [{"id": "soft", "skills": ["teaching"]}]},
        as_of=AS_OF,
    )
    assert report.requirements[0].credit < 0.5


SORTER = "Projects\nImage sorter\n- Trained a convolutional network in TensorFlow on 3,400 photos\n"
REASONED = "Experience\nML Engineer, Acme, Jan 2019 - Dec 2022\n- {}\n"


@pytest.mark.parametrize(
    ("text", "requirement", "begins", "raise_by"),
    [
        # What counts in part, or only as a neighbour, says so first: a reader must not take it for the thing itself.
        (REASONED.format("Built an ETL tool in Python"), "dl-frameworks", "only near to ", "a position or project"),
        (
            "Skills\nPyTorch, Keras, TensorFlow, JAX, Transformers, ResNet, BERT, U-Net, YOLO, word2vec, Diffusion Models",
            "deep-learning",
            "only listed: ",
            "a position or project",
        ),
        # What is used at work lacks its result and not more work.
        (REASONED.format("Wrote the booking service in Python"), "python", "used at work: ", "a measured result"),
        (SORTER, "dl-frameworks", "used in a project: ", "more of it at work"),
    ],
)
def test_a_reason_begins_with_what_limits_the_credit(text: str, requirement: str, begins: str, raise_by: str) -> None:
    row = next(row for row in aimatch.score(text, as_of=AS_OF).requirements if row.id == requirement)
    assert row.reason.startswith(begins)
    assert row.raise_by.startswith(raise_by)
    assert row.reason.count(",") < 12  # a long list of names explains nothing


def test_evidence_is_noted_with_the_title_of_its_position_or_project() -> None:
    for text, note in (
        (REASONED.format("Trained a network in TensorFlow"), "ML Engineer, Acme"),
        (SORTER, "Image sorter"),
        ("Skills\nTensorFlow", "skills"),
    ):
        row = next(row for row in aimatch.score(text, as_of=AS_OF).requirements if row.id == "dl-frameworks")
        assert [one.note for one in row.evidence] == [note]


def test_what_counts_in_part_says_so_first() -> None:
    role = {"id": "r", "requirements": [{"id": "etl", "partial": {"python": 0.4}}]}
    text = REASONED.format("Wrote the nightly billing import of two hundred warehouses in Python")
    (row,) = aimatch.score(text, role, as_of=AS_OF).requirements
    assert (row.credit, row.reason.partition(":")[0]) == (0.4, "counts in part, at most 40 %")


def test_nothing_raises_a_credit_of_one_and_what_faded_wants_recent_use() -> None:
    report = aimatch.score(
        "Experience\nAnalyst, Beta, Jan 2010 - Dec 2024\n- Kept the books\n\n"
        "ML Engineer, Acme, Jan 2000 - Dec 2003\n- Moved the forecast to Python, which cut its cost by 30%\n",
        {"id": "r", "requirements": [{"id": "python", "skills": ["python"]}]},
        as_of=AS_OF,
    )
    (row,) = report.requirements
    assert 0.8 < row.credit < 1.0
    assert row.raise_by == "more recent use of it"
    full = aimatch.score(LINES[1], as_of=AS_OF)
    assert all(row.raise_by == "" for row in full.requirements if row.credit == 1.0)
    assert all(row.raise_by for row in full.requirements if row.credit < 1.0)


def test_a_quote_is_of_whole_words() -> None:
    text = (
        "Experience\nML Engineer, Acme, Jan 2019 - Dec 2022\n- "
        + "Wrote dashboards, " * 30
        + "in Python, "
        + "and more " * 40
    )
    report = aimatch.score(text, as_of=AS_OF)
    quotes = [piece for row in report.requirements for piece in row.evidence]
    assert quotes
    for piece in quotes:
        assert piece.quote == text[piece.start : piece.end]
        assert len(piece.quote) < 260
        assert not text[piece.start - 1 : piece.start].isalnum()
        assert not text[piece.end : piece.end + 1].isalnum()


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        (
            [
                "- Fine-tuned a language model with Python for the clause library of a",
                "law firm, which halved its search",
            ],
            "- Fine-tuned a language model with Python for the clause library of a\nlaw firm, which halved its search",
        ),
        (
            [
                "- Moved the clause library of a law firm with forty offices to a",
                "service in Python that answers faster",
            ],
            "- Moved the clause library of a law firm with forty offices to a\nservice in Python that answers faster",
        ),
        (["- Wrote the service in Python", "- Kept the books"], "- Wrote the service in Python"),
        (["java", "python", "sql"], "python"),  # short lines in lower case are a list, not a sentence
    ],
)
def test_a_quote_holds_what_the_page_has_wrapped(lines: list[str], quote: str) -> None:
    text = "\n".join(["Experience", "Engineer, Acme, Jan 2019 - Dec 2022", *lines])
    role = {"id": "r", "requirements": [{"id": "python", "skills": ["python"]}]}
    (row,) = aimatch.score(text, role, as_of=AS_OF).requirements
    assert [piece.quote for piece in row.evidence] == [quote]


@pytest.mark.parametrize("weights", [[1], [1, 3, 7], [0.1, 0.2, 0.7, 1e-6], [71, 32.9, 26, 22, 17.1]], ids=str)
def test_who_stands_at_a_cut_is_not_below_it(weights: list[float]) -> None:
    skills = ("python", "java", "sql", "git", "docker")
    requirements = [
        {"id": skill, "skills": [skill], "weight": weight} for skill, weight in zip(skills, weights, strict=False)
    ]
    report = aimatch.score("Skills\nPython, Java, SQL, Git, Docker", {"id": "cut", "requirements": requirements})
    assert {one.credit for one in report.requirements} == {0.3}
    assert 0.3 <= report.coverage < 0.3 + 1e-12
    assert sum(one.points for one in reversed(report.requirements)) == report.coverage
