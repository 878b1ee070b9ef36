"""How strongly a place shows a skill, and the months of work in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.evidence import STRENGTHS, gather, ml_skills, months_in
from aimatch.model import CareerEvidence

AS_OF = date(2026, 11, 1)
JOB = "Experience\nML Engineer, Acme Corp, Jan 2019 - Dec 2021\n"


def evidence(text: str) -> CareerEvidence:
    return gather(aimatch.read(text), aimatch.load_taxonomy(), as_of=AS_OF)


STRENGTH = [
    ("Skills: Python, Kafka", "kafka", "listed", "a list of skills"),
    ("Summary\nStrong in Kafka and Python.", "kafka", "listed", "a claim in a summary"),
    ("Summary\nBuilt pricing services on Kafka.", "kafka", "project", "a deed told in a summary"),
    ("Education\nBSc Physics, 2014 - 2018, thesis with PyTorch", "pytorch", "studied", "in the education"),
    ("Projects\nOyster counter\n- Fine-tuned YOLO on 3,400 photos", "yolo", "project", "a project that tells"),
    ("Projects\nOyster counting with PyTorch", "pytorch", "project", "a project told by its title"),
    ("Projects\nSentiment analysis using\nPyTorch.", "pytorch", "project", "what was made and what with"),
    ("Projects\nSentiment analysis in PyTorch", "pytorch", "project", "a title of what was made"),
    ("Projects\nSentiment analysis", "sentiment-analysis", "project", "a narrow method as a title"),
    ("Projects\nMachine learning with PyTorch", "pytorch", "listed", "a field is no title of a project"),
    ("Projects\nPyTorch and Kafka", "pytorch", "listed", "tools are no title either"),
    ("Projects\nSentiment analysis, PyTorch, Kafka", "pytorch", "listed", "names of skills alone"),
    ("Projects\nTitanic survival with PyTorch", "pytorch", "studied", "an exercise"),
    (JOB + "- Trained PyTorch models of oyster growth", "pytorch", "work", "a job that tells"),
    (
        "Experience\nRobot Learning Lab | Clerk | Jun 2021 - May 2023\n- Kept the wiki and ordered 40 parts a week",
        "robot-learning",
        "listed",
        "what an employer is called by",
    ),
    (JOB + "- Cut the oyster losses by 14 % with PyTorch", "pytorch", "outcome", "a measured result"),
    (JOB + "- Grading in PyTorch; the product has 2M users", "pytorch", "work", "the product's figure"),
    (JOB + "- Oyster counts in PyTorch for a bank with 4,000 employees", "pytorch", "work", "a company's figure"),
    (
        JOB + "- Oysters in PyTorch; the site grew 40 % by my filters",
        "pytorch",
        "outcome",
        "the product's by one's doing",
    ),
    (
        JOB + "- Built a PyTorch site for oysters that serves 2M users",
        "pytorch",
        "outcome",
        "what was made and its use",
    ),
    (
        JOB + "- Responsible for PyTorch, AWS and Kafka\n- Involved in production 24/7",
        "pytorch",
        "listed",
        "no account",
    ),
    (
        JOB + "- Leveraged PyTorch to provide end-to-end solutions aligned with the business vision",
        "pytorch",
        "listed",
        "promotion is no account",
    ),
    (
        JOB + "- Counted oysters on photos for growers\nEnvironment: PyTorch, Kafka",
        "kafka",
        "work",
        "what a telling job lists was used in it",
    ),
    (
        JOB + "- Delivered AI solutions, utilised PyTorch as and when required, across the full lifecycle",
        "pytorch",
        "listed",
        "what any posting says is no account",
    ),
    (
        JOB + "- Counted oysters on photos for growers\n- Pioneered a next-generation fabric with PyTorch",
        "pytorch",
        "listed",
        "a boast within a job that tells of other things",
    ),
    (JOB + "- Building OCR models for the labels of old jars", "ocr", "work", "a narrow method that was made"),
    (JOB + "- Creation of chatbots using PyTorch", "pytorch", "work", "what it was made with"),
    (JOB + "- Delivered AI solutions using PyTorch", "pytorch", "listed", "a field as a whole is no account"),
    (JOB + "- Building cutting-edge OCR models", "ocr", "listed", "promotion is none either"),
    (
        "Visionary futurist\n\n"
        + JOB
        + "- Architected a revolutionary multi-agent ecosystem which disrupts the ferry trade",
        "multi-agent-systems",
        "listed",
        "a slogan lists, whatever verb opens it",
    ),
    (
        "Visionary futurist\n\n"
        + JOB
        + "- Built a revolutionary OCR service that 41,000 users scan their tickets with",
        "ocr",
        "outcome",
        "but for what it measures",
    ),
    (
        JOB + "- Built an AI agent for the ticket desk with a no-code tool",
        "ai-agents",
        "listed",
        "what is put together without code",
    ),
    (
        JOB + "- Used OCR, chatbots, Kafka, Spark, Docker, Airflow, PyTorch",
        "ocr",
        "listed",
        "a list is none, whatever verb opens it",
    ),
    (
        JOB + "- Created chatbots with Python, Docker, Redis, Kafka and Flask",
        "python",
        "work",
        "six skills are a sentence of what was made with them",
    ),
    (
        JOB + "- Created chatbots with Python, Rasa, Docker, Redis, Kafka and Flask",
        "python",
        "listed",
        "seven are a list",
    ),
    (
        JOB + "- Building OCR models\n- Responsible for Kafka",
        "kafka",
        "listed",
        "what was made tells of its own sentence only",
    ),
    ("Experience\nPyTorch Developer, Acme Corp, Jan 2019 - Dec 2021", "pytorch", "work", "what a job is called by"),
    (
        "Experience\nChatbot Developer, Acme Corp, Jan 2019 - Dec 2021",
        "chatbots",
        "listed",
        "a method is a word of the title",
    ),
    ("Activities\nMachine learning with PyTorch", "pytorch", "studied", "courses stand among activities"),
    ("Activities\nBuilt an oyster counter in PyTorch", "pytorch", "project", "deeds too"),
    (JOB + "- 06/2019: PyTorch and Kafka, until 11/2020", "pytorch", "listed", "dates are no figures of the work"),
    ("What I do\n- Agentic AI, PyTorch and vision roadmaps", "pytorch", "listed", "names under a heading of work"),
    ("What I do\n- Count oysters with PyTorch for nine growers", "pytorch", "project", "the same, told"),
    (JOB + "- Gave 12 keynotes on generative AI for growers", "generative-ai", "studied", "spoken about, not used"),
    (
        JOB + "- Counted oysters on photos for growers. I finished Acme Academy's Kafka course.",
        "kafka",
        "studied",
        "a course, told in the midst of a job",
    ),
    (
        JOB + "- Counted oysters on photos for growers, conversant with Kafka and Spark",
        "kafka",
        "listed",
        "acquaintance is a claim, also at work",
    ),
    (
        JOB + "- Counted oysters on photos for growers. In my spare time I sort them with PyTorch.",
        "pytorch",
        "project",
        "done at home",
    ),
    (
        "Experience\nQA Analyst, Acme Corp, Jan 2019 - Dec 2021\n- Wrote 600 test cases for claims of growers\n"
        "- Environment: Jira, Kafka, PyTorch",
        "pytorch",
        "listed",
        "AI in the tool line of a job that tells of none",
    ),
    (
        "Experience\nQA Analyst, Acme Corp, Jan 2019 - Dec 2021\n- Wrote 600 test cases for claims of growers\n"
        "- Environment: Jira, Kafka, PyTorch",
        "kafka",
        "work",
        "other tools of that line are believed",
    ),
    (JOB + "- Leveraged PyTorch to cut cost by 30 %", "pytorch", "listed", "a slogan measures too"),
    (
        JOB + "- Trained models in PyTorch for growers",
        "pytorch",
        "work",
        "a verb that is part of a skill's name stays one",
    ),
    (JOB + "Kiel, Germany\nSupervisor: Rosa Vandermeer\n- PyTorch", "pytorch", "listed", "where and under whom"),
    (JOB + "- Built services in Python", "python", "work", "what was made in usual words, and what with"),
    (JOB + "- Built data pipelines with Spark", "spark", "work", "a product's name that promotes nothing"),
    (JOB + "- Used Python daily", "python", "work", "what was used"),
    (JOB + "- Deployed models with Docker and Kubernetes", "kubernetes", "work", "the second of two tools"),
    (JOB + "- Responsible for Python development", "python", "listed", "a duty, and no deed"),
    (JOB + "- Experience in Python", "python", "listed", "what somebody has, and no deed"),
    (JOB + "- Built cutting-edge solutions with Python", "python", "listed", "promotion"),
    (
        JOB + "- Built solutions with Python, Java, SQL, Docker, AWS, Azure, Spark",
        "python",
        "listed",
        "a list behind a verb",
    ),
    (
        JOB
        + "- Developed models in Python\n- Built pipelines with Spark\n- Deployed models with Docker\nEnvironment: Git",
        "git",
        "work",
        "three sentences of what was made with what are an account",
    ),
    (
        JOB + "- Developed models in Python\n- Built pipelines with Spark\nEnvironment: Git",
        "git",
        "listed",
        "two are none",
    ),
    (
        JOB
        + "- Built trust with clients\n- Developed solutions with users\n- Built teams in projects\nEnvironment: Git",
        "git",
        "listed",
        "people are no tools",
    ),
]


@pytest.mark.parametrize(("text", "skill", "strength", "why"), STRENGTH, ids=[row[3] for row in STRENGTH])
def test_the_place_and_its_account_decide_the_strength(text: str, skill: str, strength: str, why: str) -> None:
    assert evidence(text).skills[skill].strength == strength, why


_LINE = JOB + "- Counted oysters on photos for nine growers\n- "
#: What only names a thing: the form, the skills that it is told of, and the most that it shows of them.
NAMED = [
    ("{0} ██████░░ 80%", "any", "listed"),
    ("{0} ★★★★☆", "any", "listed"),
    ("{0}: 4/5", "any", "listed"),
    ("{0} (8/10)", "any", "listed"),
    ("{0} - 4 out of 5", "any", "listed"),
    ("{0} [####--]", "any", "listed"),
    ("{0} ....... 1", "any", "listed"),
    ("| {0} | 3 | 2026 |", "any", "listed"),
    ("{0} 7 / English 7 / Statistics 5", "field", "listed"),
    ("{0} 90%\nLeadership 85%\nSales 95%", "any", "listed"),
    ("Wrote the e-book “{0} for Tired Growers” (28 pages)", "any", "studied"),
    ("Masterclass '{0} in one weekend': 212 growers, 4.8 stars", "any", "studied"),
    ("Won the {0} partner awards dinner quiz in Bath", "any", "studied"),
    ("{0} Fundamentals badge, in nine towns", "any", "studied"),
    ("Briefed the mayor on {0} twice a year", "any", "studied"),
    ("Sold {0} to 85 growers", "any", "studied"),
    ("Spearheaded {0} transformation at 3 ministries and 2 harbours", "field", "listed"),
    ("{0} evangelist for 14 harbours", "field", "listed"),
    ("Unlocked the power of {0} for 200 growers", "field", "listed"),
    ("Revolutionising the harbours of Wales with {0} and quantum", "field", "listed"),
    ("Architected a world-first {0} brain of oysters (at concept stage, slides on request)", "field", "listed"),
    ("Our {0} platform will replace the growers; 900 are on the waitlist", "field", "listed"),
    ("Demo of a {0} product for 200 growers", "ai", "studied"),
    ("Ran the acceptance test of the vendor's {0} with 1,200 receipts", "ai", "studied"),
    ("The {0} is from our vendor in Bath, I file the tickets", "ai", "studied"),
    ("Rank {0} answers in Welsh for an agency", "ai", "studied"),
    ("Labelled 4,000 photos for {0} at an agency", "ai", "studied"),
]
#: True work, told plainly, tersely, proudly or in poor English.
WORK = [
    "Used {0} to sort letters of nine harbours",
    "I made a {0} thing what reads the letters from growers",
    "Work with {0} every day for planning of boats",
    "Maintain {0} for the boat planner since two years",
    "Cut waiting of boats from 40 to 12 minutes with {0}",
    "Reduced idle boats by 14% by means of {0}",
    "{0} for boat planning: 5 harbours, 300 boats",
    "Won the town's innovation award for a boat planner in {0}",
    "Developed the boat planner, demoed it to 3 growers and run it with {0} for 2 years",
    "Built, sold and maintained a {0} model of the tides",
    "Revolutionised boat planning with {0}: 40 to 12 minutes of waiting",
    "Evaluated {0} answers on 400 questions of growers, recall 0.91",
    "Labelled 4,000 photos for {0} and trained the models on them",
]
_ANY = (("SQL", "sql"), ("TensorFlow", "tensorflow"))
_FIELD = (("Generative AI", "generative-ai"), ("Computer Vision", "computer-vision"))
_SAID_OF = {"any": _ANY + _FIELD, "field": _FIELD, "ai": (*_FIELD, ("chatbots", "chatbots"), ("OCR", "ocr"))}


@pytest.mark.parametrize(("form", "said_of", "most"), NAMED, ids=[row[0] for row in NAMED])
def test_a_name_that_stands_for_no_use_shows_none(form: str, said_of: str, most: str) -> None:
    for name, skill in _SAID_OF[said_of]:
        shown = evidence(_LINE + form.format(name)).skills.get(skill)
        assert shown is None or STRENGTHS.index(shown.strength) <= STRENGTHS.index(most), name


@pytest.mark.parametrize("form", WORK)
def test_true_work_is_none_of_these(form: str) -> None:
    for name, skill in (*_ANY[:1], *_FIELD):
        assert evidence(_LINE + form.format(name)).skills[skill].strength in ("work", "outcome"), name


FIGURES = [
    ("Java 90%", "java", "listed", "a share of a tool rates it, were it the only one"),
    ("Java 90%, SQL 80%", "java", "listed", "two are ratings too"),
    ("Skills: Java (90%), SQL (80%)", "sql", "listed", "behind a label"),
    ("Core Java 90%, Python programming 80%", "python", "listed", "words that stand beside ratings"),
    ("Java 87%", "java", "listed", "nobody measures a share of a tool, round or not"),
    ("XGBoost 87%", "xgboost", "outcome", "but of a model"),
    ("Random Forest 90%, Git 70%", "random-forest", "outcome", "a model keeps its measure beside what is rated"),
    ("Statistics 5", "statistics", "listed", "a mark of what has no versions"),
    ("Java 8, Angular 7, Statistics 5", "java", "work", "versions stay versions beside a mark"),
    ("Cut the costs of Java by 90%", "java", "outcome", "a deed in front of its share"),
    ("Java uptime 90%", "java", "outcome", "a share of something else than the name"),
    ("Cloud (Kafka, Spark) ████", "kafka", "listed", "one rating of all that brackets hold"),
    ("Kafka, Spark ████", "kafka", "work", "of those in front of it none"),
    ("Random Forest 90%\nDecision Tree 85%\nNaive Bayes 80%", "random-forest", "outcome", "models and their measures"),
    ("Java 8, Angular 7, Spring 4, sold to growers", "java", "work", "versions"),
    ("OCR of jar labels, 100% hallucination-free", "ocr", "work", "a perfect share is a promise"),
    ("OCR of jar labels, from 64 to 100% of them", "ocr", "outcome", "unless it was reached"),
]


@pytest.mark.parametrize(("line", "skill", "strength", "why"), FIGURES, ids=[row[3] for row in FIGURES])
def test_figures_that_rate_and_those_that_do_not(line: str, skill: str, strength: str, why: str) -> None:
    assert evidence(_LINE + line).skills[skill].strength == strength, why


RATED = ["Git 70%", "Git 7", "Git (75%)", "Git 4/5", "Git ████", "Git ★★★☆☆", "Statistics 5", "Leadership 4"]
BESIDE = [
    "Java",
    "Kafka, Spark",
    "Java 90%",
    "Java 87%",
    "Java 8, Angular 7",
    "Random Forest 90%",
    "Random Forest 90%, SVM 85%",
    "XGBoost 87%",
    "Skills: Java (90%), SQL (80%)",
    "Statistics 6",
    "Deep Learning 80%",
    "Java 4/5",
    "SQL ███",
    "Cloud (Kafka, Spark) ████",
]


@settings(deadline=None)
@given(
    st.sampled_from(BESIDE),
    st.lists(st.sampled_from(RATED), min_size=1, max_size=3),
    st.sampled_from([", ", "\n", "\n- ", " | ", "\t"]),
)
def test_one_more_rating_weakens_nothing(line: str, more: list[str], between: str) -> None:
    alone, longer = evidence(_LINE + line), evidence(_LINE + between.join([line, *more]))
    for id_, one in alone.skills.items():
        assert STRENGTHS.index(longer.skills[id_].strength) >= STRENGTHS.index(one.strength), id_


@settings(deadline=None)  # the first text of a process loads the lists of words
@given(st.lists(st.sampled_from([row[0].split("\n")[-1] for row in STRENGTH]), min_size=1, max_size=5))
def test_more_lines_never_weaken_a_skill(lines: list[str]) -> None:
    first = JOB + "- Trained PyTorch models of oyster growth\n"
    alone, longer = evidence(first), evidence(first + "\n".join(lines))
    for id_, one in alone.skills.items():
        assert STRENGTHS.index(longer.skills[id_].strength) >= STRENGTHS.index(one.strength), id_


MONTHS = [
    (JOB + "- Trained PyTorch models of oyster growth", 36, 36, "the heading names the field, the text tells"),
    (JOB + "- Responsible for PyTorch and TensorFlow", 36, 0, "named, not told"),
    (
        "Experience\nTechnician, Acme Corp, Jan 2019 - Dec 2021\n- Put a chat page with the OpenAI API on the intranet",
        0,
        0,
        "one passing mention does not make a job in the field",
    ),
    ("Experience\nTechnician, Acme Corp, Jan 2019 - Dec 2021\n- Printers", 0, 0, "other work"),
    (
        "Experience\nTechnician, Acme Corp, Jan 2019 - Dec 2021\n- Repaired 900 printers of growers. At home I run a small Llama on an "
        "old PC and tried LangChain with it. I took a machine learning course and a deep learning course.",
        0,
        0,
        "study and play beside a job are no months of it",
    ),
]


@pytest.mark.parametrize(("text", "held", "told", "why"), MONTHS, ids=[row[3] for row in MONTHS])
def test_months_of_a_field(text: str, held: int, told: int, why: str) -> None:
    known = evidence(text)
    wanted = ml_skills(aimatch.load_taxonomy())
    assert months_in(known.resume, known.skills, wanted, AS_OF) == held == known.ml_months, why
    assert months_in(known.resume, known.skills, wanted, AS_OF, told=True) == told, why


ML_WORK = [
    ("Analyst Intern, Acme Corp, Jan 2019 - Dec 2021\n- Building OCR models of jar labels", 36, "one method, and nothing else"),
    ("Backend Developer, Acme Corp, Jan 2019 - Dec 2021\n- Java, Spring, Hibernate, Oracle, JUnit, Kafka, gRPC, Grafana\n"
     "- Calls a CatBoost model of the data science group", 0, "two among many others"),
    ("Technician, Acme Corp, Jan 2019 - Dec 2021\n- Put a chat page with the OpenAI API on the intranet", 0, "a single tool"),
    ("Technician, Acme Corp, Jan 2019 - Dec 2021\n- Moved the booking of nine ferries to PyTorch and Keras with Docker, Kubernetes, "
     "Git, Jenkins, PostgreSQL and Redis", 36, "two of eight tools"),
    ("Technician, Acme Corp, Jan 2019 - Dec 2021\n- Moved the booking of nine ferries to PyTorch and Keras with Docker, Kubernetes, "
     "Git, Jenkins, PostgreSQL, Redis, Terraform, Kafka and Java", 0, "two of eleven"),
    ("Sales Manager, Acme Corp, Jan 2019 - Dec 2021\n- Forecasting for the shops", 0, "of another trade too"),
    ("AI Evangelist, Acme Corp, Jan 2019 - Dec 2021\n- 60 evenings in nine towns", 0, "a claim in the title"),
    ("AI Strategy Lead, Acme Corp, Jan 2019 - Dec 2021\n- 60 evenings in nine towns", 0, "an abstraction in the title"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "months", "why"), ML_WORK, ids=[row[2] for row in ML_WORK])
def test_a_position_is_ml_work_by_its_part_of_what_is_named(entry: str, months: int, why: str) -> None:
    assert evidence(f"Experience\n{entry}").ml_months == months, why


def test_a_stated_total_is_shared_out_where_nothing_is_dated() -> None:
    text = (
        "Summary\n10 years of experience.\n\nExperience\nMachine Learning Engineer, Acme Corp\n- Trained PyTorch models of oyster "
        "growth\n\nChef, Bistro Verde\n- Cooked for eighty guests\n"
    )
    assert evidence(text).ml_months == 60, "one of two positions, of 120 months"


def test_nothing_was_used_later_than_the_day_of_reading() -> None:
    text = "Experience\nEngineer, Acme Corp, Jan 2019 - Dec {}\n- Wrote the booking service in Python for growers"
    used = [evidence(text.format(year)).skills["python"].last_used for year in (2021, 2030)]
    assert used == [date(2021, 12, 1), AS_OF]


def test_a_name_is_as_certain_as_its_clearest_mention() -> None:
    known = evidence("Skills\nPyTorch, Docker, Pandas, PyTroch").skills["pytorch"]
    certainties = sorted(one.certainty for one in known.mentions)
    assert certainties[0] < certainties[-1] == known.certainty == 1.0


def test_seasons_under_one_heading_share_what_it_tells() -> None:
    text = "Experience\nData Engineer, Acme Fisheries: Mar 2021 - Aug 2021 and Mar 2022 - Aug 2022\n- Trained PyTorch models of the catch for nine skippers"
    assert evidence(text).skills["pytorch"].months == 12


@pytest.mark.parametrize(
    ("line", "held", "reason"),
    [
        ("AZ-104 - March 2027", False, "a date to come"),
        ("AZ-104 (03/2027)", False, "in figures"),
        ("AZ-104 (May 2027), AZ-900 (2021)", False, "each its own date"),
        ("Azure Administrator AZ-104 03/2027", False, "named twice"),
        ("AZ-104, valid until March 2027", True, "a date of validity"),
        ("AZ-104 (2024 - 2027)", True, "a term that has begun"),
        ("AZ-104, 2021", True, "a date behind"),
        ("AZ-104", True, "no date"),
        ("Expiry: AZ-104 | 2027", True, "a column's label"),
    ],
)
def test_a_certificate_with_a_date_to_come_is_not_held(line: str, held: bool, reason: str) -> None:
    found = evidence("Anna Berg\n\nCertifications\n" + line).skills
    assert ("azure-administrator" in found) == held, reason


def test_what_another_line_makes_a_method_stays_a_word_of_its_own() -> None:
    profile = {"id": "r", "requirements": [{"id": "m", "label": "Mentoring", "skills": ["mentoring"]}]}
    job = "Experience\nClerk, Acme Ltd, Jan 2018 - Dec 2020\n- Mentored two graduates on the tramway simulator\n"
    alone, beside = (
        aimatch.score(text, profile, as_of=AS_OF).requirements[0].credit
        for text in (job, job + "- Answered the phones of three doctors and wrote letters\n")
    )
    assert beside >= alone > 0.5
