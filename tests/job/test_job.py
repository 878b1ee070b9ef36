"""A profile read off a posting: what it asks, how strongly, and what it does not ask. All postings are invented."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.errors import LimitExceeded, ProfileError, ReadError
from aimatch.job import to_toml
from aimatch.job.source import read_posting
from aimatch.readers.limits import Limits

POSTING = """Senior ML Engineer

About us
Our platform runs on Salesforce and serves bakeries.

What you'll do
- Build ETL pipelines with data scientists and the DevOps team
- Mentor two juniors

Requirements
- 5+ years of experience in Python
- PyTorch or TensorFlow
- Cloud platforms such as AWS or Azure
- Bachelor's degree in computer science or statistics
- Excellent communication skills

Nice to have
- Kubernetes

Benefits
- Excel course for everybody
- Dental and vision insurance

Crumb & Co treats all applicants equally. Nobody is turned away on the basis of Java.
"""


def asked(profile: aimatch.Profile) -> dict[str, str]:
    return {skill: row.need for row in profile.requirements for skill in row.skills}


def read(*lines: str) -> aimatch.Profile:
    return aimatch.profile_from_job("\n".join(lines))


def under(heading: str, *items: str) -> aimatch.Profile:
    return read("Engineer", "", heading, *(f"- {item}" for item in items))


@pytest.fixture
def profile() -> aimatch.Profile:
    return aimatch.profile_from_job(POSTING)


# ------------------------------------------------------------------------------------------------ parts
def test_needs_follow_the_headings(profile: aimatch.Profile) -> None:
    needs = asked(profile)
    assert needs["python"] == "must"
    assert needs["kubernetes"] == "nice"


def test_the_employer_its_benefits_and_the_law_ask_nothing(profile: aimatch.Profile) -> None:
    assert not asked(profile).keys() & {"salesforce", "microsoft-excel", "excel", "computer-vision", "java"}


def test_what_one_would_do_is_asked(profile: aimatch.Profile) -> None:
    assert asked(profile)["etl"] == "must"
    # Nobody is turned down because a resume does not tell of it.
    assert asked(profile)["mentoring"] == "nice"


def test_the_people_one_works_with_are_not_asked(profile: aimatch.Profile) -> None:
    assert not asked(profile).keys() & {"data-science", "devops"}


def test_every_row_quotes_its_sentence(profile: aimatch.Profile) -> None:
    sources = {row.id: row.source for row in profile.requirements}
    assert sources["python"] == "requirements: 5+ years of experience in Python"
    assert sources["kubernetes"] == "welcome: Kubernetes"


PARTS = [
    # heading, an item, the need of Rust in it (None: not asked), why
    ("Minimum qualifications", "Rust", "must", "what is the least is needed"),
    ("Preferred qualifications", "Rust", "nice", "preferred is not needed"),
    ("Bonus points", "Rust", "nice", "a bonus is not needed"),
    ("Nice-to-haves:", "Rust", "nice", "with hyphens, plural and a colon"),
    ("🛠️ Skills and Experience", "Rust", "must", "a picture before a heading changes nothing"),
    ("What we'll expect you to master", "Rust", "must", "a heading as a sentence"),
    ("Great to have, but not required:", "Rust", "nice", "the heading names what it is not"),
    ("Desired Skills", "Rust", "must", "where no other list asks anything, the wishes are what is asked"),
    ("Perks & benefits", "Rust conference tickets", None, "what is offered is not asked"),
    ("Why Crumb & Co", "Rust meetups", None, "praise of the employer"),
    ("About Crumb & Co", "Rust since 2015", None, "an unknown name behind 'about' is the employer's"),
    ("Our commitment to diversity", "Rust", None, "a statement on the law"),
    ("Even better if you come with some of these things:", "Rust", "nice", "a heading as a long sentence"),
    ("You'll need", "Rust", "must", 'the longest beginning tells: no duties ("You\'ll …")'),
    ("Our expertise", "Rust", None, "the employer's"),
    ("Some of our clients include", "Rust Inc.", None, "customers"),
    ("Employment", "Rust conference tickets", None, "terms"),
    ("It would be nice if you know. . .", "Rust", "nice", "a heading that trails off"),
]


@pytest.mark.parametrize(("heading", "item", "need", "why"), PARTS, ids=[row[0] for row in PARTS])
def test_the_heading_of_a_part_tells_what_is_asked(heading: str, item: str, need: str | None, why: str) -> None:
    profile = read("Engineer", "", "You will write Python.", "", heading, f"- {item}")
    assert asked(profile).get("rust") == need, why


def test_wishes_beside_requirements_are_welcome() -> None:
    profile = read("Engineer", "Requirements", "- Python", "Desired skills", "- Rust")
    assert asked(profile) == {"python": "must", "rust": "nice"}


FLAT = (
    "Crumb & Co is looking for a Data Engineer who keeps the numbers of two hundred bakeries in order, from the mill to the "
    "counter, and who likes to talk with the people that bake. The team is small and sits in Riverton, three minutes from "
    "the station. {duties} Build data pipelines with bakers and planners Document what you build Keep the ovens' sensors "
    "connected {required} Experience with Python Experience with SQL or R Familiarity with Docker {welcome} Kubernetes "
    "{offer} Health insurance, a course in Salesforce for everybody, warm bread every morning, and a bicycle that is yours "
    "to keep after the first year with us, whatever the weather in Riverton may be."
)


def test_a_posting_that_has_lost_its_lines_is_cut_at_its_headings() -> None:
    flat = FLAT.format(
        duties="Responsibilities:", required="Required Skills:", welcome="Nice to Have:", offer="What We Offer:"
    )
    needs = asked(read("Data Engineer", "", flat))
    assert {skill: needs.get(skill) for skill in ("data-pipelines", "python", "sql", "r", "docker", "kubernetes")} == {
        "data-pipelines": "must", "python": "must", "sql": "must", "r": "must", "docker": "must", "kubernetes": "nice",
    }  # fmt: skip
    assert "salesforce" not in needs


def test_a_colon_in_long_prose_cuts_no_part() -> None:
    flat = FLAT.format(duties="Location: Riverton.", required="Note:", welcome="They use", offer="Travel:")
    assert not asked(read("Planner", "", flat, "", "Requirements", "- Rust")).keys() & {"kubernetes", "salesforce"}


def test_what_one_should_bring_is_asked_among_the_duties_too() -> None:
    # Among what one would do "algorithms" only decorates; of knowledge it is asked.
    assert "algorithms" in asked(under("Responsibilities", "Use Python", "Knowledge of algorithms"))
    assert "algorithms" not in asked(under("Responsibilities", "Use Python", "Tune algorithms"))


def test_a_heading_is_no_title() -> None:
    assert read("Responsibilities", "Data Engineer", "", "Requirements", "- Python").title == "Data Engineer"


def test_a_label_tells_its_own_line_only() -> None:
    profile = read("Engineer", "Skills: Python, SQL", "Good to have: Rust", "Location: Kafka Street 4", "- Docker")
    assert asked(profile) == {"python": "must", "sql": "must", "rust": "nice", "docker": "must"}


def test_lines_without_bullets_are_items_and_no_headings() -> None:
    profile = read("Engineer", "Required skills", "Python", "Docker", "Strong SQL Skills")
    assert asked(profile) == {"python": "must", "docker": "must", "sql": "must"}


def test_a_salary_above_a_list_is_no_part() -> None:
    profile = read("Engineer", "Pay range $50 - $60 an hour", "- Build services in Python", "- Deploy with Docker")
    assert set(asked(profile)) >= {"python", "docker"}


def test_a_sentence_of_the_introduction_asks_from_where_it_speaks_to_the_candidate() -> None:
    profile = read(
        "Engineer",
        "",
        "Crumb & Co is a leading provider of Blockchain software.",
        "Our cameras are famous for Computer Vision, and we are looking for a colleague who knows Python.",
    )
    assert set(asked(profile)) == {"python"}


def test_what_the_employer_brings_is_not_asked() -> None:
    profile = read(
        "Engineer",
        "",
        "Our founding team (ex Acme, MBAs) has deep experience in Blockchain.",
        "As a consultancy, Crumb & Co offers a wide range of services from Computer Vision to Kafka.",
        "You will write Python.",
    )
    assert set(asked(profile)) == {"python"}
    assert profile.degree_min is None


NOT_ASKED = [
    # a sentence beside "You will write Python.", why it asks nothing more
    ("At Crumb & Co, we use Computer Vision to make the ovens of the world safer.", "the employer of itself"),
    ("As a young Blockchain company, we are about to hire in three cities.", "the employer of itself"),
    ("As a commercial provider of Kafka hosting, Crumb & Co is known worldwide.", "the employer of itself"),
    ("Our core business is Computer Vision, as a supplier of bakeries.", "the employer's business"),
    ("If you're passionate about Blockchain, apply today!", "an appeal repeats the role"),
    ("You work alongside a team of experts in Blockchain, Kafka and computer vision.", "their skills"),
    ("You will be part of a group of engineers who are passionate about Blockchain.", "their interests"),
    ("You will work with people from diverse backgrounds including Blockchain and medicine.", "their backgrounds"),
    ("You will improve the oven's door, thereby driving growth across Blockchain platforms.", "what it is good for"),
    ("You will sell our Kafka platform to harbours.", "the employer's product"),
    ("By submitting your resume you agree that we index it with Kafka.", "the law"),
    ("You work cross-discipline with data scientists, Blockchain, product, and more.", "their functions, among people"),
    ("You should know that this is NOT a Blockchain role.", "what the role is not"),
    ("Coaching opportunities with experienced Blockchain colleagues.", "what is offered"),
    ("Starting pay depends on job-related skills such as Kafka.", "pay"),
    ("You will take part in off-sites, Kafka meetups and volunteer days.", "what is offered"),
    ("You will pass background checks that keep the integrity of Kafka.", "a check"),
    ("Our bakers bring deep expertise in Blockchain.", "what the employer's people bring"),
    ("Our ovens act as the brain of Robotics and Computer Vision.", "a product"),
    ("Crumb & Co is recognized as a leader in Cyber Security.", "a part that the employer plays"),
    ("- We see to that as a fixed part of CI/CD.", "the employer of itself, in a list"),
]


@pytest.mark.parametrize(("sentence", "why"), NOT_ASKED, ids=[row[1] + ": " + row[0][:30] for row in NOT_ASKED])
def test_what_a_sentence_does_not_ask(sentence: str, why: str) -> None:
    profile = read("Engineer", "", "You will write Python.", sentence)
    assert set(asked(profile)) <= {"python", "teamwork", "collaboration"}, why


def test_what_the_employer_says_of_itself_among_requirements_is_not_asked() -> None:
    profile = read(
        "Engineer",
        "The following should describe you:",
        "You write Python: all day.",
        "",
        "We compete with Java shops.",
    )
    assert set(asked(profile)) == {"python"}


def test_what_is_used_is_asked_where_the_team_is_spoken_of() -> None:
    assert asked(read("Engineer", "", "We use Docker for our deployments."))["docker"] == "must"


@pytest.mark.parametrize("part", ["As a Kafka engineer, one plans", "Working as a Kafka engineer means planning"])
def test_the_part_that_a_sentence_begins_with_is_asked(part: str) -> None:
    assert asked(read("Engineer", "", f"{part} the streams of the whole bakery."))["kafka"] == "must"


def test_experts_in_what_one_leads_tell_what_one_does() -> None:
    assert "computer-vision" in asked(read("Engineer", "", "You will lead a team of experts in computer vision."))


WORDED = [
    # item, a skill that its words name in a resume, why a posting does not ask it
    ("Python; managing large data sets", "management", "of things, not of people"),
    ("Python for our growing team", "team-building", "the team's size"),
    ("Python, following best practices", "best-practices", "a decoration"),
    ("Python, with little oversight", "oversight", "the lack of it"),
    ("Python with a strong focus on Kafka", "focus", "an emphasis"),
    ("Python; experience with various data sources", "data-integration", "a noun"),
]


@pytest.mark.parametrize(("item", "skill", "why"), WORDED, ids=[row[1] for row in WORDED])
def test_words_that_name_no_skill_in_a_posting(item: str, skill: str, why: str) -> None:
    assert skill not in asked(under("Requirements", item)), why


def test_the_employers_own_product_is_not_asked_by_its_name() -> None:
    profile = read(
        "Engineer", "", "At Snowflake, we love data. You will work on the core of Snowflake and write Python."
    )
    assert set(asked(profile)) == {"python"}


def test_prose_behind_a_list_of_what_is_welcome_is_not_welcome() -> None:
    profile = read(
        "Engineer", "Bonus qualifications", "- Rust", "", "You will design the Kafka pipelines of the whole company."
    )
    assert asked(profile)["kafka"] == "must"


# ------------------------------------------------------------------------------------------------ sentences
NEEDS = [
    # item, skill, need, why
    ("Rust is a plus", "rust", "nice", "said behind it"),
    ("Ideally some Rust", "rust", "nice", "said before it"),
    ("Python, ideally also Rust", "python", "must", "said behind it of another"),
    ("Python (Rust a plus)", "python", "must", "a parenthesis tells of its own content"),
    ("Python (Rust a plus)", "rust", "nice", "a parenthesis tells of its own content"),
    ("Kubernetes (nice to have)", "kubernetes", "nice", "a remark in parentheses tells of what stands before it"),
    ("Python; Rust preferred", "python", "must", "another clause"),
    ("Python required, Rust preferred", "python", "must", "two needs in one line"),
    ("Python required, Rust preferred", "rust", "nice", "two needs in one line"),
    ("Familiarity with Rust", "rust", "must", "little is asked, yet asked"),
    ("Rust is a massive plus", "rust", "nice", "how great a plus"),
    ("Rust isn't a must", "rust", "nice", "must it is not"),
    ("Kenntnisse in Rust von Vorteil", "rust", "nice", "German"),
    ("Rust serait un plus", "rust", "nice", "French"),
    ("Se valorar\u00e1 Rust", "rust", "nice", "Spanish"),
    ("Rust is een pr\u00e9", "rust", "nice", "Dutch"),
    ("Preferable certification in Rust", "rust", "nice", "said at its beginning"),
    ("Experience with Rust is an advantage but not required", "rust", "nice", "says that it is not needed"),
]


@pytest.mark.parametrize(("item", "skill", "need", "why"), NEEDS, ids=[f"{row[0]}: {row[1]}" for row in NEEDS])
def test_words_of_a_sentence_tell_the_need(item: str, skill: str, need: str, why: str) -> None:
    assert asked(under("Requirements", item))[skill] == need, why


LABELS = [
    ("Requirements", ("Nice to have", "Bonus", "Plus", "A plus", "Pluses", "Good to have", "Desirable", "Advantage", "Optional", "Preferred")),
    ("Ihr Profil", ("Von Vorteil", "Wünschenswert", "Ein Plus", "Idealerweise", "Pluspunkte", "Gern gesehen")),
    ("Profil recherché", ("Un plus", "Les plus", "Atout", "Souhaité", "Apprécié", "Serait un plus")),
    ("Requisitos", ("Se valorará", "Valorable", "Deseable", "Un plus", "Desejável", "Diferencial", "Um plus")),
    ("Requisiti", ("Gradito", "Preferibile", "Titolo preferenziale", "Costituisce titolo preferenziale")),
    ("Functie-eisen", ("Een pré", "Pluspunt", "Gewenst", "Mooi meegenomen", "Bij voorkeur")),
    ("Wymagania", ("Mile widziane", "Dodatkowy atut", "Atutem będzie")),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "label"), [(heading, label) for heading, labels in LABELS for label in labels])
def test_a_label_before_an_item_tells_that_it_is_welcome(heading: str, label: str) -> None:
    for colon in (": ", " : "):
        needs = asked(under(heading, "Python", f"{label}{colon}Terraform, Kafka", "Docker"))
        assert needs == {"python": "must", "terraform": "nice", "kafka": "nice", "docker": "must"}


def test_a_label_within_a_sentence_tells_the_need_of_what_follows() -> None:
    needs = asked(under("Ihr Profil", "Python; von Vorteil: Terraform", "Docker"))
    assert needs == {"python": "must", "terraform": "nice", "docker": "must"}


@pytest.mark.parametrize("item", ["Python ist ein Muss, Rust ein Plus", "Python est un must, Rust un plus"])
def test_what_is_a_must_is_one_clause_and_what_is_a_plus_another(item: str) -> None:
    assert asked(under("Ihr Profil", item)) == {"python": "must", "rust": "nice"}


def test_other_labels_of_an_item_leave_it_needed() -> None:
    needs = asked(under("Requirements", "Languages: Python", "Cloud: AWS", "Must have: SQL"))
    assert set(needs.values()) == {"must"}


def test_more_that_is_required_is_needed() -> None:
    profile = read(
        "Engineer", "Requirements", "- Python", "Additional skills required", "- Docker",
        "Additional skills (not required)", "- Terraform",
    )  # fmt: skip
    assert asked(profile) == {"python": "must", "docker": "must", "terraform": "nice"}


def test_a_requirement_outweighs_a_duty_on_need() -> None:
    profile = read(
        "Engineer", "Responsibilities", "- Deploy on Kubernetes", "Requirements", "- Python", "- Kubernetes preferred"
    )
    assert asked(profile)["kubernetes"] == "nice"


UNNEEDED = [
    "No {} required", "{} not needed", "You don't need {}", "{} experience is not necessary", "We do not use {}", "Without {}", "{} is not required",
    "No prior experience with {} needed", "There is no need to know {}", "Knowledge of {} is unnecessary", "You will not be working with {}",
    "You don't have to know {}", "Nobody here writes {}", "No knowledge of {} is expected", "You need not know {}", "Python is required; {} is not.",
    "Python, no {}", "This role does not involve {}", "Previous experience with {} and Scala is not needed", "No Scala, Fortran or {} needed",
    "Neither Scala nor {} is required", "Not required: {}", "{} is not part of this role", "This is not a {} job", "We expect no {} of you",
    "Keine {}-Kenntnisse erforderlich", "{} wird nicht vorausgesetzt", "Du brauchst kein {}", "Kenntnisse in {} brauchst du nicht", "Wir arbeiten nicht mit {}",
    "Aucune connaissance de {} n'est requise", "{} n'est pas n\u00e9cessaire", "Pas besoin de conna\u00eetre {}", "Nous n'utilisons pas {}", "Sans {}",
    "No se requiere {}", "{} no es necesario", "No hace falta saber {}", "No usamos {}", "Sin experiencia en {}",
    "Non \u00e8 richiesta la conoscenza di {}", "Geen {} nodig", "{} is niet vereist", "N\u00e3o \u00e9 necess\u00e1rio conhecer {}",
]  # fmt: skip
STILL_NEEDED = [
    "Do not apply without {}", "Candidates without {} will not be considered", "No less than 5 years of {}", "You are no stranger to {}",
    "Not only {} but also SQL", "You don't need to be an expert in {}, but you should know it", "No degree required, but {} is a must",
    "We do not use Scala, we use {}", "No Scala, just {}", "We don't use Scala but {}", "No experience with Scala needed, {} is a must",
    "No Scala, {} is a must", "You cannot do this job without {}", "{} is not optional", "Work without supervision, {} and SQL", "Has no fear of {}",
]  # fmt: skip


@pytest.mark.parametrize("form", UNNEEDED)
def test_what_is_said_not_to_be_needed_is_not_asked(form: str) -> None:
    needs = asked(under("Requirements", "Git", form.format("Rust")))
    assert needs.keys() <= {"git", "python"}


@pytest.mark.parametrize("form", STILL_NEEDED)
def test_what_a_denial_does_not_reach_is_asked(form: str) -> None:
    assert asked(under("Requirements", "Git", form.format("Rust")))["rust"] == "must"


def test_names_mean_what_they_do_in_the_trade_of_the_title() -> None:
    welder = read("Welder", "Requirements", "- Must have AWS certification", "- Excel")
    assert asked(welder).keys() == {"excel"}
    assert "aws" in asked(read("Cloud Engineer", "Requirements", "- AWS", "- Excel"))


def test_parts_in_german_and_spanish() -> None:
    german = read(
        "Entwickler", "Dein Profil", "- Java", "Von Vorteil", "- Docker", "Wir bieten", "- Kurse in Kubernetes"
    )
    assert asked(german) == {"java": "must", "docker": "nice"}
    spanish = read(
        "Ingeniero", "Requisitos:", "- Java", "Deseable:", "- Docker", "Ofrecemos:", "- Cursos de Kubernetes"
    )
    assert asked(spanish) == {"java": "must", "docker": "nice"}


WELCOME = [
    ("Rust is for all of us required", "must", "a few words before what insists"),
    ("Rust, which some of our neighbours in the same house say is required", "nice", "too far off to be said of it"),
]


@pytest.mark.parametrize(("item", "need", "why"), WELCOME, ids=[row[2] for row in WELCOME])
def test_what_insists_among_what_is_welcome(item: str, need: str, why: str) -> None:
    profile = read("Engineer", "", "Requirements", "- SQL", "", "Nice to have", f"- {item}", "- Go")
    assert asked(profile)["rust"] == need, why


GROUPS = [
    # item, groups of which one suffices, why
    ("PyTorch or TensorFlow", [{"pytorch", "tensorflow"}], "or"),
    ("PyTorch/TensorFlow", [{"pytorch", "tensorflow"}], "a slash between tools"),
    ("PyTorch and TensorFlow", [{"pytorch"}, {"tensorflow"}], "and asks both"),
    ("Python and either PyTorch or TensorFlow", [{"python"}, {"pytorch", "tensorflow"}], "the choice begins at either"),
    ("Docker, Kubernetes, Terraform", [{"docker"}, {"kubernetes"}, {"terraform"}], "a list asks each"),
    ("One of Docker, Kubernetes, Terraform", [{"docker", "kubernetes", "terraform"}], "one of"),
    ("Languages such as Python, Java, and Go", [{"python", "java", "go"}], "examples"),
    ("Kafka, Flink or similar", [{"kafka", "flink"}], "an open end"),
    ("Cloud platforms such as AWS and Docker", [{"aws", "docker", "cloud-computing"}], "a kind is of a list if half of its items are cases of it"),
    ("Orchestration (Airflow, Dagster)", [{"airflow", "dagster"}], "tools in parentheses"),
    ("Python or R, and Docker", [{"python", "r"}, {"docker"}], "what follows the choice is asked by itself"),
    ("Experience with CI/CD", [{"ci-cd"}], "a name with a slash is one name"),
    ("Spark, PyTorch/TensorFlow and Docker", [{"spark"}, {"pytorch", "tensorflow"}, {"docker"}], "a slash joins two of a list only"),
    ("Python/Java programming", [{"python", "java"}], "before a noun of both"),
    ("Tools such as Docker and vector databases like FAISS", [{"docker"}, {"faiss"}], "what opens a list of its own is none of the first"),
    ("Databases like PostgreSQL, software architecture and security", [{"postgresql"}, {"software-architecture"}, {"security"}], "examples that are tools end where methods follow"),
    ("PyTorch, Keras or similar ML/scientific libraries", [{"pytorch", "keras"}, {"machine-learning"}], "the whole field is none of its tools' alternatives"),
    ("Scrum or other agile methods", [{"scrum", "agile"}], "what an open list is of would do"),
    ("Python, React, AWS (or equivalent)", [{"python"}, {"react"}, {"aws"}], "an aside is of the last item only"),
    ("Python libraries such as pandas and Polars", [{"python"}, {"pandas", "polars"}], "a language is no alternative to its libraries"),
    ("At least one library for deep networks - PyTorch, JAX", [{"pytorch", "jax"}], "a dash before the list"),
    ("One or more languages \u2013 Rust, Go", [{"rust", "go"}], "a dash before the list"),
    ("NoSQL databases such as MongoDB", [{"nosql", "mongodb"}], "one example of a family of tools"),
    ("MLOps or related trades, such as DevOps or data engineering", [{"mlops", "devops", "data-engineering"}], "examples of what closes a list go on with it"),
    ("natural language processing (NLP) or computer vision", [{"natural-language-processing", "computer-vision"}], "a short form in parentheses repeats the name"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "groups", "why"), GROUPS, ids=[row[0] for row in GROUPS])
def test_alternatives_are_one_requirement(item: str, groups: list[set[str]], why: str) -> None:
    found = [set(row.skills) for row in under("Requirements", item).requirements]
    for group in groups:
        assert any(group <= row and not row & set().union(*(other for other in groups if other != group)) for row in found), why  # fmt: skip


TONGUES = [
    # heading, item, the skills of each requirement, why
    ("Ihr Profil", "Erfahrung mit React, Angular oder Vue", [{"react", "angular", "vue-js"}], "German"),
    ("Ihr Profil", "Java und/oder Kotlin", [{"java", "kotlin"}], "German, both words"),
    ("Ihr Profil", "Docker bzw. Podman", [{"docker", "podman"}], "German, shortened: its full stop ends no sentence"),
    ("Ihr Profil", "Kafka, Flink oder ähnliche Werkzeuge", [{"kafka", "flink"}], "German, an open end"),
    ("Ihr Profil", "Cloud-Dienste wie AWS, Azure", [{"aws", "azure"}], "German, examples"),
    ("Ihr Profil", "Docker, React und Python", [{"docker"}, {"react"}, {"python"}], "German, each"),
    ("Ihr Profil", "Kenntnisse in Terraform oder Erfahrung mit Ansible", [{"terraform"}, {"ansible"}], "German, two lists"),
    ("Profil recherché", "Expérience avec React, Angular ou Vue", [{"react", "angular", "vue-js"}], "French"),
    ("Profil recherché", "Python, SQL et Docker", [{"python"}, {"sql"}, {"docker"}], "French, each"),
    ("Requisitos", "Experiencia con React, Angular o Vue", [{"react", "angular", "vue-js"}], "Spanish"),
    ("Requisitos", "Machine learning o deep learning", [{"machine-learning", "deep-learning"}], "Spanish, methods"),
    ("Requisitos", "Kafka, Flink o similar", [{"kafka", "flink"}], "Spanish, an open end"),
    ("Requisiti", "Java oppure Kotlin", [{"java", "kotlin"}], "Italian"),
    ("Requisiti", "Python e/o Go", [{"python", "go"}], "Italian, both words"),
    ("Requisitos", "Java ou Kotlin", [{"java", "kotlin"}], "Portuguese"),
    ("Functie-eisen", "Ervaring met React, Angular of Vue", [{"react", "angular", "vue-js"}], "Dutch"),
    ("Functie-eisen", "Ervaring met machine learning of deep learning", [{"machine-learning", "deep-learning"}], "Dutch, methods"),
    ("Wymagania", "Java lub Kotlin", [{"java", "kotlin"}], "Polish"),
    ("Requirements", "Skills: o Python o Java o SQL", [{"python"}, {"java"}, {"sql"}], "the bullets of a list without lines"),
    ("Requirements", "Deployment of machine learning", [{"software-deployment"}, {"machine-learning"}], "English has an of"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "item", "groups", "why"), TONGUES, ids=[f"{row[0]}: {row[1]}" for row in TONGUES])
def test_alternatives_in_other_languages(heading: str, item: str, groups: list[set[str]], why: str) -> None:
    found = [set(row.skills) for row in under(heading, item).requirements]
    for group in groups:
        assert any(group <= row and not row & set().union(*(other for other in groups if other != group)) for row in found), why  # fmt: skip


def test_examples_of_a_kind_leave_the_kind_itself_an_alternative(profile: aimatch.Profile) -> None:
    row = next(row for row in profile.requirements if "aws" in row.skills)
    assert set(row.skills) == {"aws", "azure", "cloud-computing"}
    assert row.id == "aws-or-azure"


def test_what_is_welcome_adds_no_alternative_to_what_is_needed() -> None:
    profile = read("Engineer", "Requirements", "- Python, Java or Scala", "Nice to have", "- Python, Java or Rust")
    assert [(set(row.skills), row.need) for row in profile.requirements] == [
        ({"python", "java", "scala"}, "must"),
        ({"rust"}, "nice"),
    ]


def test_what_is_needed_is_no_alternative_among_what_is_welcome() -> None:
    profile = read(
        "Engineer",
        "Requirements",
        "- Solid machine learning",
        "Nice to have",
        "- NLP, computer vision, or other areas of machine learning",
    )
    assert asked(profile)["machine-learning"] == "must"
    welcome = next(row for row in profile.requirements if row.need == "nice")
    assert "machine-learning" not in welcome.skills


def test_alternatives_that_are_each_asked_are_not_counted_again() -> None:
    profile = read("Engineer", "Responsibilities", "- Use Kafka or Flink", "Requirements", "- Kafka", "- Flink")
    assert [row.skills for row in profile.requirements] == [("kafka",), ("flink",)]


def test_examples_that_are_each_asked_leave_no_row_to_their_kind() -> None:
    profile = under("Requirements", "Kafka", "Flink", "Streaming tools like Kafka and Flink")
    assert [row.skills for row in profile.requirements if "kafka" in row.skills or "flink" in row.skills] == [
        ("kafka",),
        ("flink",),
    ]


def test_a_sentence_may_begin_behind_a_parenthesis() -> None:
    profile = under("Requirements", "Coding (Python or Rust) Experience with Kafka is a plus")
    assert asked(profile) == {"programming": "must", "python": "must", "rust": "must", "kafka": "nice"}


def test_one_choice_said_twice_is_one_requirement() -> None:
    profile = under("Requirements", "PyTorch or TensorFlow", "Deep learning with TensorFlow, PyTorch or Keras")
    assert [set(row.skills) for row in profile.requirements if "keras" in row.skills] == [
        {"pytorch", "tensorflow", "keras"}
    ]


# ------------------------------------------------------------------------------------------------ years, degree, seniority
YEARS = [
    # item, overall, years of Python, why
    ("5+ years of Python", 5, 5, "of a skill"),
    ("Python (5+ years)", 5, 5, "behind the skill"),
    ("3-5 years of experience with Python", 3, 3, "a range asks for its lower bound"),
    ("At least three years of work in Python", 3, 3, "in words"),
    ("Minimum 2 yrs. experience using Python", 2, 2, "shortened"),
    ("4 years of experience in software and knowledge of Python", 4, None, "of something else"),
    ("Python, ideally 5 years", 5, None, "only welcome, and nothing is needed"),
    ("2 years of work, ideally 5 years. Python", 2, None, "welcome beside what is needed"),
    (
        "Python. Experience (ideally 2+ years after a doctorate, 4+ years after a master's)",
        2,
        None,
        "the least of what is welcome",
    ),
    ("0-2 years of experience with Python", 0, None, "a beginner's post"),
    ("0 to 1 year with Python", 0, None, "in words"),
    ("Python. 0 years of drama", None, None, "no range"),
    ("MS with 3 years of experience or PhD with 1. Python", 3, None, "those of the lowest degree"),
    (
        "Bachelor's degree with 3 years of experience, or 6 years in lieu of a degree. Python",
        3,
        None,
        "not those that stand for the degree",
    ),
    ("Python. Industry experience (4+ after a doctorate)", 4, None, "without the word years"),
    ("Python. We have been baking for over 20 years", None, None, "the employer's years"),
    ("Python. Must be 18 years old", None, None, "an age"),
    ("Python in a 2 year contract", None, None, "the length of a contract"),
]


@pytest.mark.parametrize(("item", "overall", "python", "why"), YEARS, ids=[row[0] for row in YEARS])
def test_years(item: str, overall: float | None, python: float | None, why: str) -> None:
    profile = under("Requirements", item)
    row = next(row for row in profile.requirements if row.skills == ("python",))
    assert (profile.min_years, row.min_years) == (overall, python), why


def test_years_that_are_only_welcome_are_a_row_that_is_only_welcome() -> None:
    row = next(row for row in under("Requirements", "Python", "Ideally 5 years of experience").requirements if row.measure == "experience")  # fmt: skip
    assert (row.need, row.min_years) == ("nice", 5)


NICE_YEARS = [
    (["5+ years of experience"], 5, [5], "welcome by its part"),
    (["Ideally 5+ years of experience"], 5, [5], "welcome by its part and by itself"),
    (["2+ years of Kubernetes"], None, [], "of a skill, which has them in its own row"),
    (["7+ years of experience", "5+ years in the field"], 5, [5], "the least that is welcome"),
]


@pytest.mark.parametrize(("items", "overall", "rows", "why"), NICE_YEARS, ids=[row[3] for row in NICE_YEARS])
def test_years_that_a_part_of_its_own_welcomes(
    items: list[str], overall: float | None, rows: list[float], why: str
) -> None:
    nice = [f"- {item}" for item in items]
    profile = read("Cook", "", "Requirements", "- Python", "", "Nice to have", *nice)
    assert profile.min_years == overall, why
    welcome = [(row.need, row.min_years) for row in profile.requirements if row.measure == "experience"]
    assert welcome == [("nice", years) for years in rows], why
    needed = read("Cook", "", "Requirements", "- Python", "- 3+ years of experience", "", "Nice to have", *nice)
    assert needed.min_years == 3, "what is needed comes first"


def test_a_labelled_number_is_of_years() -> None:
    assert read("Engineer", "Exp: 7+", "Skills: Python").min_years == 7


def test_a_list_within_a_line_is_a_list() -> None:
    profile = read(
        "Engineer", "", "🛠 Responsibilities + Build ETL + Use Docker", "🙌 Qualifications + Python + Rust a plus"
    )
    assert asked(profile) == {"etl": "must", "docker": "must", "python": "must", "rust": "nice"}


def test_overall_years_are_the_most_that_any_sentence_needs() -> None:
    assert under("Requirements", "3 years of Python", "7+ years of experience", "2 years of SQL").min_years == 7


def test_overall_years_of_nothing_named_are_of_the_titles_skill() -> None:
    profile = read("Machine Learning Engineer", "Requirements", "- 4+ years of experience", "- Python")
    years = {row.id: row.min_years for row in profile.requirements}
    assert years == {"machine-learning": 4, "python": None}


DEGREES = [
    # item, lowest level needed, need, fields in the label, why
    ("Bachelor's degree in computer science", "bachelor", "must", "computer science", "plain"),
    ("Master's or PhD in Physics, Statistics or a related field", "master", "must", "physics or statistics", "the lowest suffices"),
    ("BS, MS or PhD in Mathematics", "bachelor", "must", "mathematics", "short forms"),
    ("M.S. in a computational field (e.g. computer science, physics)", "master", "must", "computer science or physics", "fields as examples"),
    ("Bachelor's degree required, Master's preferred", "bachelor", "must", "", "what is preferred is not needed"),
    ("Advanced degree in a quantitative field is a plus", None, "nice", "quantitative field", "only welcome"),
    ("Open to undergraduate students in Statistics or physics", "bachelor", "must", "statistics or physics", "those who study it"),
    ("Advanced degree in physics", "master", "must", "physics", "above a bachelor's"),
    ("Advanced degree, ideally a PhD, in physics", "master", "must", "physics", "an aside tells of its own degree"),
    ("Degree in physics or the like, a Master's is a plus", "bachelor", "must", "physics", "what is a plus is the second"),
    ("Bachelor's degree in physics, Master's preferred", "bachelor", "must", "physics", "what is preferred is the second"),
    ("Associate degree in physics required", "associate", "must", "physics", "below a bachelor's"),
    ("Associate's or bachelor's degree in physics", "associate", "must", "physics", "the lower of two"),
    ("BS, MS or PhD preferred", None, "nice", "", "what is preferred is any of them"),
    ("A degree is required (bachelor's), with a preference for fields of study in statistics and physics", "bachelor", "must", "statistics or physics", "the fields stand apart"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "level", "need", "fields", "why"), DEGREES, ids=[row[0] for row in DEGREES])
def test_degrees(item: str, level: str | None, need: str, fields: str, why: str) -> None:
    profile = under("Requirements", "Python", item)
    row = next(row for row in profile.requirements if row.measure == "degree")
    assert (profile.degree_min, row.need) == (level, need), why
    assert row.label.endswith(fields), why
    assert not asked(profile).keys() - {"python"}, "the field of a degree is no skill"


ABROAD = [
    # heading, item, lowest level needed, fields in the label, why
    ("Requirements", "BS/MS in CS or related field", "bachelor", "computer science", "a short form"),
    ("Requirements", "MSc in AI or ML", "master", "artificial intelligence or machine learning", "two short forms"),
    ("Requirements", "Bachelor's in Engineering or IT", "bachelor", "engineering or information technology", "the first is of the name"),
    ("Requirements", "Bachelor's required, Master's preferred, in Computer Science", "bachelor", "computer science", "the need before the field"),
    ("Ihr Profil", "Abgeschlossenes Studium (Bachelor/Master) der Informatik", "bachelor", "informatik", "levels in parentheses"),
    ("Ihr Profil", "Studium (Bachelor oder Master) in Informatik oder Mathematik", "bachelor", "informatik or mathematik", "two fields"),
    ("Ihr Profil", "Promotion in Informatik", "phd", "informatik", "a doctorate"),
    ("Ihr Profil", "Master oder Promotion in Informatik", "master", "informatik", "the lower of two"),
    ("Profil recherché", "Master en informatique ou mathématiques", "master", "informatique or mathématiques", "French"),
    ("Requisitos", "Grado en Informática o Matemáticas", "bachelor", "informática or matemáticas", "Spanish"),
    ("Functie-eisen", "Bachelor in informatica of wiskunde", "bachelor", "informatica or wiskunde", "Dutch"),
    ("Requirements", "Bachelor's required, experience in machine learning", "bachelor", "degree", "what follows is no field"),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "item", "level", "fields", "why"), ABROAD, ids=[row[1] for row in ABROAD])
def test_fields_of_degrees_in_other_forms(heading: str, item: str, level: str, fields: str, why: str) -> None:
    profile = under(heading, "Python", item)
    row = next(row for row in profile.requirements if row.measure == "degree")
    assert (profile.degree_min, row.need) == (level, "must"), why
    assert row.label.endswith(fields), why
    assert not asked(profile).keys() - {"python", "machine-learning"}, "the field of a degree is no skill"


def test_an_english_promotion_is_no_doctorate() -> None:
    profile = under("Requirements", "Python", "Promotion in social media", "Promotion of an open culture")
    assert profile.degree_min is None


def test_what_is_done_is_no_field_of_a_degree() -> None:
    profile = under("Requirements", "3 years after a graduate degree of training machine learning models")
    assert next(row.label for row in profile.requirements if row.measure == "degree") == "A master's degree"
    assert "machine-learning" in asked(profile)


def test_the_degree_of_a_row_is_the_level_that_earns_it() -> None:
    row = under("Requirements", "Python", "PhD in physics preferred").requirements[-1]
    assert (row.need, row.degree_min) == ("nice", "phd")


DEGREE_ROWS = [
    # items, (level, need) of each row on a degree, why
    (("BS in physics, ideally a PhD",), [("bachelor", "must"), ("phd", "nice")], "what is welcome is above what is needed"),
    (("BS required", "MS or PhD preferred"), [("bachelor", "must"), ("master", "nice")], "in two sentences"),
    (("BS (MS preferred)",), [("bachelor", "must"), ("master", "nice")], "in an aside"),
    (("MS required", "BS in physics preferred"), [("master", "must")], "what is welcome is below what is needed"),
    (("Associate degree, Bachelor's preferred",), [("associate", "must"), ("bachelor", "nice")], "below a bachelor's"),
    (("High school diploma or bachelor's degree",), [], "where a school's certificate does, no degree is needed"),
    (("High school diploma, bachelor's preferred",), [("bachelor", "nice")], "the same, and one is welcome"),
    (("Current license, BLS and ACLS certification",), [], "a nurse's certificates"),
    (("Bachelor's degree or a high school diploma with four more years",), [("bachelor", "must")], "years in its place"),
    (("Lead six sales associates",), [], "colleagues"),
    (("Pages that meet AA standards",), [], "a standard"),
    (("AA or bachelor's degree",), [("associate", "must")], "a short form"),
    (("No degree required",), [], "none is needed"),
    (("PhD preferred",), [("phd", "nice")], "nothing is needed"),
]  # fmt: skip


@pytest.mark.parametrize(("items", "rows", "why"), DEGREE_ROWS, ids=[row[0][0] for row in DEGREE_ROWS])
def test_a_degree_that_is_welcome_is_a_row_beside_the_needed_one(
    items: tuple[str, ...], rows: list[tuple[str, str]], why: str
) -> None:
    profile = under("Requirements", "Python", *items)
    assert [(row.degree_min, row.need) for row in profile.requirements if row.measure == "degree"] == rows, why


def test_a_field_that_is_welcome_narrows_no_needed_degree() -> None:
    profile = under("Requirements", "Python", "Bachelor's degree", "Bachelor's degree in physics preferred")
    assert [row.label for row in profile.requirements if row.measure == "degree"] == ["A bachelor's degree"]


TITLES = [
    ("Senior ML Engineer", "Python", "senior"),
    ("Working student, data", "Python", "intern"),
    ("Staff Engineer", "Python", "lead"),
    ("ML Engineer", "6 years of Python", "senior"),
    ("ML Engineer", "3 years of Python", "mid"),
    ("ML Engineer", "Python", None),
    ("ML Engineer", "0-2 years of Python", "junior"),
    ("ML Engineer", "We are looking for an experienced mid-level engineer with 6 years of Python", "mid"),
    ("ML Engineer\nPosition: Senior ML Engineer", "Python", "senior"),
]


@pytest.mark.parametrize(("title", "item", "seniority"), TITLES, ids=[f"{row[0]}, {row[1]}" for row in TITLES])
def test_seniority_is_the_titles_or_that_of_the_years(title: str, item: str, seniority: str | None) -> None:
    assert read(title, "Requirements", f"- {item}").seniority == seniority


def test_title_and_id_are_the_postings() -> None:
    profile = read("Job Description", "Data Engineer (m/f/d) Job Description", "", "Requirements", "- Python")
    assert (profile.title, profile.id) == ("Data Engineer (m/f/d)", "data-engineer-m-f-d")


LABELLED = [
    ("Job Title: Java Full Stack Developer", "Java Full Stack Developer", "java-full-stack-developer"),
    ("Role: Python Developer", "Python Developer", "python-developer"),
    ("Position - Senior Accountant", "Senior Accountant", "senior-accountant"),
    ("Stelle: Java-Entwickler", "Java-Entwickler", "java-entwickler"),
    ("Poste : Data Engineer", "Data Engineer", "data-engineer"),
    ("Contract: Java Developer", "Contract: Java Developer", "contract-java-developer"),
    ("Location: Berlin\nJob Title: Data Engineer", "Data Engineer", "data-engineer"),
    ("Role-based access engineer", "Role-based access engineer", "role-based-access-engineer"),
]


@pytest.mark.parametrize(("line", "title", "id_"), LABELLED, ids=[row[0] for row in LABELLED])
def test_a_label_is_no_part_of_the_title(line: str, title: str, id_: str) -> None:
    profile = read(line, "", "Requirements", "- SQL")
    assert (profile.title, profile.id) == (title, id_)


# ------------------------------------------------------------------------------------------------ weights
def test_weights_follow_need_place_emphasis_and_frequency() -> None:
    profile = read(
        "Python Engineer", "",
        "Responsibilities", "- Use Git",
        "Requirements", "- Deep expertise in Kafka", "- Familiarity with Docker", "- SQL", "- Communication",
        "- SQL tuning in PostgreSQL, more SQL", "- Python",
        "Nice to have", "- Rust",
    )  # fmt: skip
    weight = {row.id: row.weight for row in profile.requirements}
    assert weight["python"] > weight["kafka"] > weight["sql"] > weight["docker"] > weight["communication"]
    assert weight["sql"] > weight["git"] > weight["rust"]


# ------------------------------------------------------------------------------------------------ sources
def test_a_path_bytes_and_text_give_one_profile(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING, "utf-8")
    assert (
        aimatch.profile_from_job(path)
        == aimatch.profile_from_job(str(path))
        == aimatch.profile_from_job(POSTING.encode())
        == aimatch.profile_from_job(BytesIO(POSTING.encode()))
        == aimatch.profile_from_job(read_posting(POSTING))
        == aimatch.profile_from_job(POSTING)
    )


def test_a_file_object_is_read_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "posting.md"
    path.write_text("# Data Engineer\n\n- **Python**, `SQL`\n")
    with path.open("rb") as stream:
        assert read_posting(stream) == read_posting(path) != read_posting(path.read_bytes())


def test_a_posting_has_limits(tmp_path: Path) -> None:
    path = tmp_path / "posting.txt"
    path.write_text(POSTING)
    for source in (path, POSTING.encode(), POSTING):
        with pytest.raises(LimitExceeded):
            read_posting(source, limits=Limits(max_characters=10))


JOB_POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Data Engineer",
    "hiringOrganization": {"@type": "Organization", "name": "Databricks"},
    "description": "<p>You will work on Databricks in Python.</p><h3>Nice to have</h3><ul><li>Rust</li></ul>",
    "skills": ["SQL", "Kafka or Flink"],
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 36},
    "educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"},
}


def test_a_schema_org_posting_is_read_by_its_fields() -> None:
    profile = aimatch.profile_from_job(JOB_POSTING)
    needs = asked(profile)
    assert (profile.title, profile.min_years, profile.degree_min) == ("Data Engineer", 3.0, "bachelor")
    assert needs["python"] == needs["sql"] == "must"
    assert needs["rust"] == "nice"
    assert "databricks" not in needs
    assert any({"kafka", "flink"} <= set(row.skills) for row in profile.requirements)


def test_a_posting_in_json_in_a_graph_and_in_a_page_is_the_same(tmp_path: Path) -> None:
    whole = aimatch.profile_from_job(JOB_POSTING)
    graph = json.dumps({"@graph": [{"@type": "WebPage"}, JOB_POSTING]})
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><body><nav>Java jobs</nav><script type='application/ld+json'>{graph}</script></body></html>", "utf-8"
    )
    file = tmp_path / "posting.json"
    file.write_text(graph, "utf-8")
    assert whole == aimatch.profile_from_job(graph) == aimatch.profile_from_job(page) == aimatch.profile_from_job(file)
    assert whole == aimatch.profile_from_job(page.read_text("utf-8")) == aimatch.profile_from_job(page.read_bytes())


def test_a_page_without_data_is_read_by_what_it_shows() -> None:
    page = "<html><head><style>.go{}</style></head><body><h1>Engineer</h1><h2>Requirements</h2><ul><li>Rust</li></ul></body></html>"
    assert asked(aimatch.profile_from_job(page)) == {"rust": "must"}


def test_data_without_a_posting_is_an_error_with_its_remedy() -> None:
    with pytest.raises(ReadError, match="JobPosting"):
        aimatch.profile_from_job({"@type": "Recipe", "name": "Bread"})


def test_a_posting_that_asks_for_no_known_skill_is_an_error() -> None:
    with pytest.raises(ProfileError, match="no skill"):
        aimatch.profile_from_job("Baker\n\nYou will bake bread from four in the morning.\n")


@pytest.mark.parametrize("text", ["", "  \n ", b" "])
def test_an_empty_posting_is_said_to_be_empty(text: str | bytes) -> None:
    with pytest.raises(ProfileError, match=r"is empty \(give its text"):
        aimatch.profile_from_job(text if isinstance(text, str) else BytesIO(text))


def test_what_was_read_of_a_posting_without_a_known_skill_is_told() -> None:
    with pytest.raises(ProfileError) as told:
        under("Requirements", "Bachelor's degree", "3+ years of experience in a hospital", "Valid RN licence")
    for part in (
        "A bachelor's degree, 3 years of experience",
        "nothing was read of: Valid RN licence",
        "taxonomy of your own",
    ):
        assert part in str(told.value)


def test_a_folder_is_an_error_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"is a folder \(give the file of one posting\)"):
        aimatch.profile_from_job(tmp_path)


def test_a_missing_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        aimatch.profile_from_job(Path("no-such-posting.txt"))


# ------------------------------------------------------------------------------------------------ as a file
def test_the_file_reads_back_equal(profile: aimatch.Profile, tmp_path: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text(to_toml(profile), "utf-8")
    assert aimatch.load_profile(path) == profile


@pytest.mark.parametrize("name", aimatch.profile_names())
def test_the_shipped_profiles_can_be_written_and_read_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text(to_toml(aimatch.load_profile(name)), "utf-8")
    assert aimatch.load_profile(path) == aimatch.load_profile(name)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(POSTING.splitlines()) | st.text(max_size=40), min_size=1, max_size=30))
def test_any_text_gives_a_profile_that_reads_back_or_a_plain_error(lines: list[str]) -> None:
    import tomllib

    text = "Engineer\n" + "\n".join(lines)
    try:
        profile = aimatch.profile_from_job(text)
    except ProfileError:
        return
    assert aimatch.profile_from_job(text) == profile
    assert aimatch.load_profile(tomllib.loads(to_toml(profile))) == profile
    assert all(row.weight > 0 for row in profile.requirements)


# ------------------------------------------------------------------------------------------------ the seed
def test_the_document_behind_the_shipped_profile_asks_what_that_profile_asks() -> None:
    path = os.environ.get("AIMATCH_SEED")
    if not path:
        pytest.skip("AIMATCH_SEED does not name the job description")
    found, shipped = aimatch.profile_from_job(Path(path)), aimatch.load_profile("ai-engineer")
    taxonomy = aimatch.load_taxonomy()
    assert (found.title, found.min_years, found.degree_min) == (shipped.title, shipped.min_years, shipped.degree_min)
    kin = {
        other
        for row in found.requirements
        for skill in row.skills
        for other in (skill, *taxonomy.broader(skill), *taxonomy.narrower(skill))
    }
    met = [
        row.id
        for row in shipped.requirements
        if row.measure == "degree"
        or kin
        & {
            *row.skills,
            *row.all_of,
            *(id_ for id_, _ in row.partial),
            *(id_ for _, group in row.groups for id_ in group),
        }
    ]
    assert len(met) >= 0.9 * len(shipped.requirements)


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("We need Python and SQL.", {"python": ("must", None), "sql": ("must", None)}, "one sentence is a posting too"),
        ("Python and SQL required.", {"python": ("must", None), "sql": ("must", None)}, "it says how much is needed"),
        (
            "Python developer\n5+ years Python, Django. AWS is a plus.",
            {"python": ("must", 5.0), "django": ("must", 5.0), "aws": ("nice", None)},
            "no word of experience, and none to the candidate",
        ),
        ("Must have 3 years of Docker.", {"docker": ("must", 3.0)}, "years where something must be had"),
        (
            "Requirements\n- 3 years of Docker\n- Python",
            {"docker": ("must", 3.0), "python": ("must", None)},
            "a heading is no title",
        ),
        ("Minimum Qualifications\nPython\nSQL", {"python": ("must", None), "sql": ("must", None)}, "nor is this one"),
        (
            "Acme is a leading maker of Java tools, 5+ years in a row. You know SQL.",
            {"sql": ("must", None)},
            "the employer of itself",
        ),
    ],
)
def test_a_posting_of_a_few_lines(text: str, expected: dict[str, tuple[str, float | None]], why: str) -> None:
    found = aimatch.profile_from_job(text)
    assert {row.id: (row.need, row.min_years) for row in found.requirements if row.measure == "skills"} == expected, why


@pytest.mark.parametrize(
    ("item", "skill", "needed"),
    [
        ("No need for front-end skills; React is a bonus", "frontend-development", False),
        ("No need for front-end skills; React is a bonus", "react", True),
        ("Kafka is not required", "kafka", True),  # among what is welcome
    ],
)
def test_what_is_plainly_not_needed_is_not_welcome_either(item: str, skill: str, needed: bool) -> None:
    profile = read("Engineer", "", "Requirements", "- SQL", "", "Nice to have", f"- {item}")
    assert (skill in {one for row in profile.requirements for one in row.skills}) is needed


@pytest.mark.parametrize(
    ("item", "need", "label"),
    [
        (
            "A bachelor's degree in computer science or equivalent experience",
            "nice",
            "A bachelor's degree in computer science, or equivalent experience",
        ),
        (
            "Abgeschlossenes Studium der Informatik oder vergleichbare Ausbildung",
            "nice",
            "A bachelor's degree in informatik, or equivalent experience",
        ),
        ("A bachelor's degree in computer science", "must", "A bachelor's degree in computer science"),
        ("Bachelor's degree in computer science or a related field", "must", "A bachelor's degree in computer science"),
    ],
)
def test_a_degree_that_experience_may_stand_for_is_no_must(item: str, need: str, label: str) -> None:
    profile = under("Requirements", item, "SQL")
    rows = [(row.need, row.label) for row in profile.requirements if row.measure == "degree"]
    assert rows == [(need, label)]
    assert profile.degree_min == ("bachelor" if need == "must" else None)
    assert not any("computer-science" in row.skills for row in profile.requirements)


def test_what_a_duty_names_beside_a_tool_is_no_requirement() -> None:
    profile = read(
        "Engineer",
        "",
        "Duties",
        "- Own PostgreSQL schemas and Kafka topics",
        "- Mentor two juniors",
        "",
        "Requirements",
        "- SQL",
    )
    needs = {one: row.need for row in profile.requirements for one in row.skills}
    assert needs["postgresql"] == "must"
    assert "database-design" not in needs
    assert needs["mentoring"] == "nice"


def test_a_conference_is_no_field() -> None:
    assert "data-mining" not in asked(under("Requirements", "Python", "Publications (e.g. NeurIPS, KDD)"))


MAKING = [
    # duty, asked, not asked, why
    ("Design and develop REST APIs using Java", {"rest-api", "java"}, {"software-design"}, "what is designed is named"),
    ("Design, test and deploy microservices in Go", {"microservices", "go"}, {"software-design"}, "verbs in between"),
    ("Design RESTful APIs", {"rest-api"}, {"software-design"}, "one verb"),
    ("Build UI in Angular or React", {"angular", "react"}, {"ui-design"}, "what is built with them"),
    ("Build responsive user interfaces with Vue", {"vue-js"}, {"ui-design"}, "with a word that describes it"),
    ("Lead software design and write Java", {"software-design", "java"}, set(), "design is what is asked"),
    ("Design user interfaces with Figma", {"ui-design", "figma"}, set(), "who designs them is their designer"),
]  # fmt: skip


@pytest.mark.parametrize(("duty", "named", "not_named", "why"), MAKING, ids=[row[0] for row in MAKING])
def test_a_verb_of_making_something_named_is_no_skill(
    duty: str, named: set[str], not_named: set[str], why: str
) -> None:
    found = asked(under("Responsibilities", duty)).keys()
    assert named <= found, why
    assert not found & not_named, why


OTHERS = [
    # sentence, asked, not asked, why
    ("You will work with several teams including data science, DevOps and product management.", set(), {"data-science", "devops", "product-management"}, "teams, one by one"),
    ("You will work with tools including Spark and Kafka.", {"spark", "kafka"}, set(), "tools are no people"),
    ("You will lead teams including machine learning and computer vision.", {"machine-learning", "computer-vision"}, set(), "teams of one's own"),
    ("You will support our AI Center of Excellence.", set(), {"artificial-intelligence"}, "a part of the employer"),
    ("You will use Go and have the opportunity to develop your skills in Scala.", {"go"}, {"scala"}, "what may be learnt"),
    ("You will have the opportunity to work with Kafka.", {"kafka"}, set(), "what one would do"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "named", "not_named", "why"), OTHERS, ids=[row[0] for row in OTHERS])
def test_what_is_of_others_or_may_be_learnt_is_not_asked(
    sentence: str, named: set[str], not_named: set[str], why: str
) -> None:
    found = asked(read("Developer", "", sentence, "", "Requirements", "- SQL")).keys()
    assert named <= found, why
    assert not found & not_named, why


def test_what_gave_no_requirement_is_told() -> None:
    profile = under("Requirements", "SQL", "Fluent English", "Willing to work nights", "3 years of experience")
    assert profile.unread == ("Fluent English", "Willing to work nights")
    assert "language-skills" not in {one for row in profile.requirements for one in row.skills}
    text = profile.to_toml()
    assert text.endswith("#   Fluent English\n#   Willing to work nights\n")
    assert "Not read" not in under("Requirements", "SQL").to_toml()
