"""Degrees and years: what a profile asks overall counts, whoever wrote the profile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import aimatch

AS_OF = date(2026, 11, 1)


def credit_of(text: str, requirement: str, profile: object) -> float:
    report = aimatch.score(text, profile, as_of=AS_OF)  # type: ignore[arg-type]
    return next(row.credit for row in report.requirements if row.id == requirement)


def asking(**fields: object) -> dict[str, object]:
    return {"id": "ours", "requirements": [{"id": "python", "skills": ["python"], "weight": 2}], **fields}


BACHELOR = "Education\nBSc Computer Science, 2014 - 2018"
MASTER = "Education\nMSc Computer Science, 2018 - 2020"
PHD = "Education\nPhD in Computer Science, 2018 - 2022"
HISTORY = "Education\nBA History, 2014 - 2018"
DEGREES = [
    (MASTER, "master", 1.0, "the level asked for"),
    (PHD, "master", 1.0, "more than is asked for"),
    (BACHELOR, "master", 0.6, "one level short"),
    (BACHELOR, "phd", 0.4, "two levels short"),
    (BACHELOR, "bachelor", 1.0, "the level asked for"),
    (HISTORY, "bachelor", 1.0, "any field does where none is named"),
    ("Skills: Python", "bachelor", 0.0, "no degree"),
]


@pytest.mark.parametrize(("text", "level", "credit", "reason"), DEGREES, ids=[f"{row[3]}: {row[1]}" for row in DEGREES])
def test_the_level_asked_for_decides_what_a_degree_earns(text: str, level: str, credit: float, reason: str) -> None:
    assert credit_of(text, "degree", asking(degree_min=level)) == pytest.approx(credit), reason


def test_a_requirement_may_ask_for_another_level_than_the_profile() -> None:
    rows = [{"id": "higher", "measure": "degree", "degree_min": "master", "need": "nice"}]
    profile = {"id": "ours", "degree_min": "bachelor", "requirements": rows}
    assert credit_of(BACHELOR, "higher", profile) == pytest.approx(0.6)
    assert credit_of(MASTER, "higher", profile) == 1.0


def test_a_further_degree_in_another_field_takes_nothing_away() -> None:
    both = BACHELOR + "\nMA in History, 2019 - 2021"
    assert credit_of(both, "degree", "ai-engineer") == credit_of(BACHELOR, "degree", "ai-engineer") == 1.0


def job(title: str, start: int, end: int, did: str) -> str:
    return f"{title}, Acme Corp, Jan {start} - Dec {end}\n- {did}\n"


COOK = job("Chef", 2008, 2019, "Cooked for eighty guests")
PYTHON = job("Developer", 2020, 2021, "Wrote the invoicing and dunning services in Python")
LEARNING = job("ML Engineer", 2022, 2025, "Trained machine learning models of hospital admissions in PyTorch")
YEARS = [
    (PYTHON, 2, 1.0, 1.0, "as many years as asked for"),
    (PYTHON, 4, 0.5, 0.74, "half of them"),
    (COOK, 2, 0.0, 0.0, "years of other work are no experience in the role"),
    (COOK + PYTHON, 4, 0.5, 0.74, "other work adds nothing to them"),
]


@pytest.mark.parametrize(("jobs", "years", "low", "high", "reason"), YEARS, ids=[row[4] for row in YEARS])
def test_years_overall_are_of_work_that_shows_the_skills_of_the_role(
    jobs: str, years: float, low: float, high: float, reason: str
) -> None:
    assert low <= credit_of("Experience\n" + jobs, "experience", asking(min_years=years)) <= high, reason


def test_an_experience_row_counts_the_months_of_its_own_skills() -> None:
    rows = [
        {"id": "python-years", "measure": "experience", "skills": ["python"], "min_years": 2},
        {"id": "learning-years", "measure": "experience", "skills": ["machine-learning"], "min_years": 2},
    ]
    profile = {"id": "ours", "requirements": rows}
    assert credit_of("Experience\n" + PYTHON, "python-years", profile) == 1.0
    assert credit_of("Experience\n" + PYTHON, "learning-years", profile) == 0.0
    assert credit_of("Experience\n" + LEARNING, "learning-years", profile) == 1.0


NEAR_EXPERIENCE = [
    ("Skills: Machine learning, PyTorch", 0.2, "only listed"),
    ("Education\nBSc Physics, 2014 - 2018, thesis on machine learning", 0.3, "studied"),
    ("Education\nBSc Physics, 2014 - 2018, thesis in data science", 0.3, "the field itself is no other trade's"),
    (
        "Experience\n" + job("Clerk", 2020, 2021, "Built an OCR reader for delivery notes of the harbour"),
        0.3,
        "one skill",
    ),
    (
        "Experience\n" + job("Sales Manager", 2020, 2021, "Forecasting of seed sales in nine districts"),
        0.0,
        "a trade's own",
    ),
]


@pytest.mark.parametrize(("text", "credit", "reason"), NEAR_EXPERIENCE, ids=[row[2] for row in NEAR_EXPERIENCE])
def test_what_comes_near_to_experience(text: str, credit: float, reason: str) -> None:
    assert credit_of(text, "ml-experience", "ai-engineer") == pytest.approx(credit), reason


LENGTHS = [
    (
        job("ML Engineer", 2019, 2022, "Built models in Python"),
        "4.0 years of positions that name it, none of them with",
    ),
    (job("Porter", 2019, 2022, "Face recognition for the drivers of nine cranes"), "name only one skill of it"),
    (
        job("Painter", 2019, 2022, "Draws sails with Midjourney, inter-annotator agreement of 0.8"),
        "name of it only what other trades use too",
    ),
    ("Skills: Machine learning", "no years of it are shown"),
]


@pytest.mark.parametrize(("text", "said"), LENGTHS, ids=[row[1] for row in LENGTHS])
def test_years_that_do_not_count_are_not_denied(text: str, said: str) -> None:
    """The report's head counts the months of AI; a row below must not say that there are none."""
    report = aimatch.score("Experience\n" + text, as_of=AS_OF)
    reason = next(row.reason for row in report.requirements if row.id == "ml-experience")
    assert said in reason
    assert bool(report.ml_months) == ("years of positions that name" in reason)


@pytest.mark.parametrize("name", aimatch.profile_names())
def test_shipped_profiles_write_out_all_that_they_ask(name: str) -> None:
    ids = {row.id for row in aimatch.load_profile(name).requirements}
    assert not ids & {"experience", "degree-overall", "experience-overall"}


def test_what_is_implied_is_added_once_and_weighs_as_much_as_a_must() -> None:
    profile = aimatch.load_profile(asking(min_years=5, degree_min="master"))
    assert [row.id for row in profile.requirements] == ["python", "degree", "experience"]
    assert {row.weight for row in profile.requirements} == {2.0}
    assert aimatch.load_profile(profile) == profile
    raised = aimatch.load_profile(replace(aimatch.load_profile(asking()), degree_min="phd"))
    assert [row.id for row in raised.requirements] == ["python", "degree"], "also of a profile made in code"


def test_years_that_a_requirement_asks_for_are_not_asked_for_twice() -> None:
    rows = [{"id": "python", "skills": ["python"], "min_years": 5}]
    profile = aimatch.load_profile({"id": "ours", "min_years": 5, "requirements": rows})
    assert [row.id for row in profile.requirements] == ["python"]


@pytest.mark.parametrize(
    "degree",
    ["Doctor of Pharmacy", "Juris Doctor", "MFA", "Bachelor of Arts", "M.Ed. in Play", "Bachelor of Business, Seaford"],
)
def test_a_degree_whose_name_tells_another_field_counts_in_part(degree: str) -> None:
    """The field need not be named apart: nobody is a quantitative doctor by a degree in law."""
    assert credit_of(f"Education\n{degree}, Example College, 2010", "degree", "ai-engineer") == pytest.approx(0.4)


OTHER_WORK = [
    (
        job("Nurse", 2018, 2024, "Counted the false alarms of the ward's pumps and had the threshold raised"),
        "a measure of another trade",
    ),
    (
        job("Pipette technician", 2018, 2024, "Calibration of pipettes down to half a microlitre"),
        "another trade's calibration",
    ),
    (
        job("Planner", 2018, 2024, "Forecast of the milk that shops would order; its MAPE fell to 15 %"),
        "a planner's forecast",
    ),
    (
        job("Founder", 2018, 2024, "Prompt engineering at board level with ChatGPT and Midjourney"),
        "assistants that everybody uses",
    ),
    (
        job("Founder", 2018, 2024, "Chatbot for a ferry line and two AI agents for its harbour, made with custom GPTs"),
        "what is made of ready models by prompts",
    ),
    (
        job(
            "Tester",
            2018,
            2024,
            "Red teaming and LLM evaluation of the harbour's assistant, ranked 900 answers for RLHF",
        ),
        "who tests and ranks what others' models answer",
    ),
    (
        job("Chief AI Officer", 2018, 2024, "Gave forty ferry lines a talk each and took their managers sailing"),
        "an office in AI",
    ),
    (
        job("Harbour clerk", 2018, 2024, "The pilots' AI of a Dutch firm moors six ships a day; I book its berths"),
        "AI as a whole, without work on it",
    ),
]


@pytest.mark.parametrize(("text", "reason"), OTHER_WORK, ids=[row[1] for row in OTHER_WORK])
def test_what_other_trades_do_too_is_no_experience_in_machine_learning(text: str, reason: str) -> None:
    assert credit_of("Experience\n" + text, "ml-experience", "ai-engineer") < 0.25, reason


@pytest.mark.parametrize(
    ("title", "did"),
    [
        ("AI Engineer", "Sailed with the pilots of nine ferries for what the harbour needs"),
        ("Pilot", "Developed artificial intelligence that moors six ferries"),
    ],
)
def test_a_title_in_ai_and_the_making_of_it_are_some_experience(title: str, did: str) -> None:
    assert 0.25 <= credit_of("Experience\n" + job(title, 2018, 2024, did), "ml-experience", "ai-engineer") < 0.75


def test_ready_models_stand_for_no_degree() -> None:
    prompts = "Experience\n" + job(
        "Harbour clerk", 2018, 2024, "Wrote 400 letters with ChatGPT, one prompt for each ferry"
    )
    assert credit_of(prompts, "degree", "ai-engineer") < 0.25
    models = prompts + job("Analyst", 2015, 2017, "Trained an XGBoost model and random forests on 900 ferries' delays")
    assert credit_of(models, "degree", "ai-engineer") == 0.5


LISTS = "Skills: computer vision, BERT, time series analysis\n"
DETECTOR = "Experience\n" + job(
    "Engineer", 2018, 2024, "Trained YOLO on 900 photos, after segmentation in OpenCV, of mooring lines"
)
TAGGER = job("Engineer", 2015, 2017, "Fine-tuned BERT and spaCy on 4,000 letters of ferry guests")
READY = job("Engineer", 2015, 2017, "Letters to 4,000 ferry guests by ChatGPT, Claude and a chatbot")
RANKER = job("Rater", 2015, 2017, "Ranked 900 answers a week for RLHF, of a Dutch harbour's assistant")
AREAS = [
    (LISTS, 0.1, 0.24, "areas that are only listed"),
    (LISTS + DETECTOR, 0.25, 0.4, "one at work, another listed"),
    (DETECTOR + READY, 0.0, 0.0, "ready models are no second area"),
    (DETECTOR + RANKER, 0.0, 0.0, "nor are ranks of their answers"),
    (DETECTOR + TAGGER, 0.75, 1.0, "two at work"),
]


@pytest.mark.parametrize(("text", "least", "most", "reason"), AREAS, ids=[row[3] for row in AREAS])
def test_breadth(text: str, least: float, most: float, reason: str) -> None:
    assert least <= credit_of(text, "multi-domain", "ai-engineer") <= most, reason


CLAIMS = [
    ("NLP chatbot that answers 900 ferry guests a day, made with a no-code tool", "without code"),
    ("Machine learning in production for 9,000 guests, slides on request", "not there yet"),
    ("A visionary machine learning paradigm in production for all users", "a slogan"),
]


@pytest.mark.parametrize(("did", "reason"), CLAIMS, ids=[row[1] for row in CLAIMS])
def test_production_is_suggested_at_most_by_what_is_no_work_on_it(did: str, reason: str) -> None:
    text = "Experience\n" + job("Engineer", 2018, 2024, did)
    assert 0 < credit_of(text, "production-ai", "ai-engineer") < 0.75, reason


def test_who_serves_models_has_them_in_production_and_who_trains_them_no_pipeline() -> None:
    serves = "Experience\n" + job("Engineer", 2018, 2024, "Served the berth detector on Triton Inference Server")
    assert credit_of(serves, "production-ai", "ai-engineer") >= 0.75
    trains = "Experience\n" + job("Engineer", 2018, 2024, "Model training on 900 photos of ferries")
    assert credit_of(trains, "ml-pipelines", "ai-engineer") < 0.25


def test_making_models_small_is_mlops_in_part() -> None:
    small = "Experience\n" + job(
        "Engineer", 2018, 2024, "Quantization and export to ONNX of the berth detector, 40 ms to 9 ms"
    )
    assert 0.25 <= credit_of(small, "mlops", "ai-engineer") < 0.75
    assert credit_of(small, "model-optimization", "ai-engineer") >= 0.75


def test_making_models_small_and_running_their_machines_is_deep_learning_in_part() -> None:
    did = ("Quantization of the berth model to 9 ms", "GPU computing for 40 people: drivers and nodes of nine racks")
    for line in did:
        text = "Experience\n" + job("Engineer", 2018, 2024, line)
        assert 0.25 <= credit_of(text, "deep-learning", "ai-engineer") < 0.75, line


def test_more_that_suggests_never_counts_for_less_beside_a_claim() -> None:
    weak = (
        "Experience\n" + job("Engineer", 2018, 2024, "Mooring plans, explained to the designers") + "- Code reviews\n"
    )
    claimed = "Summary\nWorked closely with designers and pilots.\n" + weak
    for behaviour in ("collaboration", "communication"):
        assert credit_of(claimed, behaviour, "ai-engineer") >= credit_of(weak, behaviour, "ai-engineer")


def test_a_list_is_worth_as_much_in_part_as_in_full() -> None:
    assert credit_of("Skills: MySQL", "sql", "ai-engineer") == credit_of("Skills: SQL", "sql", "ai-engineer") > 0.25


def test_a_verb_in_a_slogan_is_no_deed() -> None:
    slogan = job("Founder", 2018, 2024, "Architected a revolutionary paradigm of mooring. Sold 40 ropes to 9 ports")
    assert credit_of("Experience\n" + slogan, "software-architecture", "ai-engineer") == 0
    told = job("Engineer", 2018, 2024, "Architected the booking system of nine ferry lines, 40 services")
    assert credit_of("Experience\n" + told, "software-architecture", "ai-engineer") >= 0.6


def test_two_places_that_suggest_collaboration_show_it() -> None:
    one = "Experience\n" + job("Engineer", 2018, 2024, "Mooring plans, explained to the designers")
    assert 0.25 <= credit_of(one, "collaboration", "ai-engineer") < 0.75
    two = one + "- Code reviews each Monday\n"
    assert credit_of(two, "collaboration", "ai-engineer") >= 0.75


def test_ready_models_are_no_deep_learning_and_no_statistics_in_part() -> None:
    text = "Experience\n" + job(
        "Clerk", 2018, 2024, "Letters to 4,000 ferry guests by ChatGPT; false alarms of the pumps down by 4 %"
    )
    assert credit_of(text, "deep-learning", "ai-engineer") < 0.25
    assert credit_of(text, "statistics", "ai-engineer") < 0.25


def test_measures_stand_beside_the_work_that_they_measure() -> None:
    did = "Trained models of hospital admissions in PyTorch; precision and recall watched each week"
    assert credit_of("Experience\n" + job("ML Engineer", 2018, 2024, did), "ml-experience", "ai-engineer") == 1.0


def test_language_models_alone_are_generative_ai_rather_than_nlp() -> None:
    text = "Experience\n" + job(
        "AI Engineer", 2020, 2024, "Built a RAG assistant over ferry timetables with LangChain and GPT-4"
    )
    assert credit_of(text, "genai-llm", "ai-engineer") > 0.75
    assert credit_of(text, "nlp", "ai-engineer") < 0.25
    assert credit_of(text + "- Named entity recognition in spaCy for 9,000 letters\n", "nlp", "ai-engineer") > 0.75


PARTLY_BUILT = [
    ("Developed the booking desk of a ferry line on an MVC architecture", "software-architecture"),
    ("Quantized the models for the harbour cameras, on TensorRT", "software-architecture"),
    ("Drift detection with alerts for the tide models", "statistics"),
]


@pytest.mark.parametrize(
    ("did", "requirement"), PARTLY_BUILT, ids=[row[1] + ": " + row[0][:20] for row in PARTLY_BUILT]
)
def test_what_lies_beside_a_requirement_counts_for_a_part(did: str, requirement: str) -> None:
    assert 0 < credit_of("Experience\n" + job("Engineer", 2018, 2024, did), requirement, "ai-engineer") < 0.75


def entry(title: str, dates: str, *did: str, employer: str = "Acme Corp") -> str:
    return f"{title}, {employer}{dates and f', {dates}'}\n" + "".join(f"- {line}\n" for line in did) + "\n"


SORTER = "Projects\nImage sorter\n- Trained a network in TensorFlow on 3,400 photos of oysters\n\n"
TOLD = entry(
    "Engineer",
    "Jan 2014 - Dec 2016",
    "Trained machine learning models and neural networks of oyster growth in PyTorch",
    "Fine-tuned BERT on letters of nine growers with cross-validation",
    "Random forests and XGBoost for late boats of 12 towns",
)
NAMED = entry(
    "Engineer",
    "Jan 2018 - Dec 2020",
    "PyTorch, BERT, XGBoost, random forests, machine learning, neural networks",
    employer="Beta",
)
LEARNING_YEARS = {"measure": "experience", "skills": ["machine-learning"], "min_years": 8}
EXACT = [
    (
        "Experience\n" + TOLD + NAMED,
        LEARNING_YEARS,
        0.45 + 0.29 * (36 + 0.1 * 36) / 96,
        "three years told, and a tenth of three that only name",
    ),
    (
        "Education\nBSc Physics, 2014 - 2018, courses in computer vision and natural language processing",
        {"measure": "breadth", "groups": {"vision": ["computer-vision"], "language": ["nlp"]}, "at_least": 2},
        0.6 * 0.45,
        "two areas, each only studied",
    ),
    (
        SORTER,
        {"measure": "degree", "degree_min": "bachelor", "skills": ["tensorflow"]},
        0.5,
        "a project for a bachelor's degree",
    ),
    (
        SORTER,
        {"measure": "degree", "degree_min": "master", "skills": ["tensorflow"]},
        0.4,
        "replaces less of a master's",
    ),
    (
        HISTORY,
        {"measure": "degree", "degree_min": "bachelor", "fields": ["quantitative"]},
        0.4,
        "a degree in another field",
    ),
]


@pytest.mark.parametrize(("text", "asked", "credit", "reason"), EXACT, ids=[row[3] for row in EXACT])
def test_the_figures_of_what_is_measured(text: str, asked: dict[str, object], credit: float, reason: str) -> None:
    found = credit_of(text, "asked", {"id": "ours", "requirements": [{"id": "asked", **asked}]})
    assert found == pytest.approx(credit), reason
