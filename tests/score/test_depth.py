"""Fields: a corner is not the whole, years count by how much they show, and broad work hints at what is not told."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch

AS_OF = date(2026, 11, 1)
FIELDS = {
    "id": "ours",
    "requirements": [
        {"id": "vision", "skills": ["computer-vision"]},
        {"id": "kubernetes", "skills": ["kubernetes"]},
        {"id": "quantized", "skills": ["model-optimization"]},
        {"id": "years", "measure": "experience", "skills": ["machine-learning"], "min_years": 3},
        {"id": "react-years", "measure": "experience", "skills": ["react"], "min_years": 3},
        {"id": "pipelines", "skills": ["ml-pipelines"], "indirect": {"machine-learning": 0.4}},
    ],
}


def job(*did: str, title: str = "Engineer") -> str:
    return f"Experience\n{title}, Tramline Ltd, Jan 2019 - Dec 2022\n" + "".join(f"- {line}\n" for line in did)


def credit_of(text: str, requirement: str) -> float:
    report = aimatch.score(text, FIELDS, as_of=AS_OF)
    return next(row.credit for row in report.requirements if row.id == requirement)


ONE = "Read the damaged delivery notes with Tesseract OCR for two depots"
TWO = "Trained a YOLO detector on 4,000 photos of tram doors"
CORNERS = [
    (job(ONE), "vision", 0.5, 0.74, "one narrow tool of a wide field in use is a corner of it"),
    (job(ONE, TWO), "vision", 0.9, 1.0, "two of them show the field"),
    (
        job(
            "Pictures of tram stops by Midjourney and DALL-E for the timetable",
            "Sorted the delivery slips by their barcodes",
        ),
        "vision",
        0.5,
        0.74,
        "what other trades do too is a corner, be it ever so many",
    ),
    (job("Did computer vision for the tram doors of two depots"), "vision", 0.9, 1.0, "the field itself is named"),
    (
        job("Moved forty tram services to Amazon EKS in one spring"),
        "kubernetes",
        0.9,
        1.0,
        "a technology is used or not",
    ),
    (job("Cut the tram model to a quarter by quantization"), "quantized", 0.9, 1.0, "a technique is no wide field"),
]


@pytest.mark.parametrize(("text", "requirement", "low", "high", "reason"), CORNERS, ids=[row[4] for row in CORNERS])
def test_a_corner_of_a_field(text: str, requirement: str, low: float, high: float, reason: str) -> None:
    assert low <= credit_of(text, requirement) <= high, reason


NARROW = ("Planned the timetables of nine depots", "Compared random forests and XGBoost for late trams, once")
BROAD = (
    "Trained gradient boosting and random forests on six years of late trams",
    "Fine-tuned BERT for 9,000 complaints, with cross-validation and hyperparameter tuning",
    "Watched precision and recall of both with MLflow",
)
TITLED = "Machine Learning Engineer"


def test_years_count_by_how_much_of_a_field_they_show() -> None:
    little, much = credit_of(job(*NARROW), "years"), credit_of(job(*BROAD), "years")
    assert 0.35 < little < 0.75 < much == 1.0


def test_a_title_that_names_the_field_makes_what_is_told_count_for_more() -> None:
    assert credit_of(job(*NARROW), "years") < credit_of(job(*NARROW, title=TITLED), "years")


def test_a_stated_total_is_shared_out_where_no_position_is_dated() -> None:
    stated = (
        "Summary\n10 years of experience in machine learning.\n\nExperience\nML Engineer, Acme Corp\n"
        "- Trained machine learning models and neural networks of late trams in PyTorch\n"
        "- Fine-tuned BERT with cross-validation on letters\n\nData Scientist, Beta Ltd\n"
        "- Random forests and XGBoost in machine learning for late boats\n"
    )
    rows = [{"id": "years", "measure": "experience", "skills": ["machine-learning"], "min_years": 12}]
    row = aimatch.score(stated, {"id": "ours", "requirements": rows}, as_of=AS_OF).requirements[0]
    # Six skills and more of the field are in use in the first position, three in the second, whose title names another.
    assert row.credit == pytest.approx(0.45 + 0.29 * 120 * (1 + (3 / 6) ** 1.5) / 2 / 144)


def test_years_with_a_technology_count_in_full() -> None:
    assert credit_of(job("Wrote the passenger app of two cities in React"), "react-years") == 1.0


HINTS = [
    (job(*BROAD), 0.4, "broad work in the field hints at it"),
    (job(*NARROW), 0.2, "two skills of it do half as much, which is no evidence yet"),
    (job(ONE), 0.0, "one does not"),
    (
        job("Letters by ChatGPT, Claude and Gemini, pictures by Midjourney, for four depots"),
        0.0,
        "nor does what other trades do too",
    ),
    ("Skills\nBERT, XGBoost, random forests, MLflow, cross-validation, precision and recall, LSTM", 0.0, "nor a list"),
]


@pytest.mark.parametrize(("text", "credit", "reason"), HINTS, ids=[row[2] for row in HINTS])
def test_indirect_credit(text: str, credit: float, reason: str) -> None:
    assert credit_of(text, "pipelines") == pytest.approx(credit, abs=0.05), reason
    assert (credit_of(text, "pipelines") >= 0.25) == (credit == 0.4), reason


def test_more_of_a_field_never_lowers_anything() -> None:
    lines = (*NARROW, *BROAD, ONE, TWO)
    before = 0.0
    for number in range(1, len(lines) + 1):
        coverage = aimatch.score(job(*lines[:number]), as_of=AS_OF).coverage
        assert coverage >= before - 1e-9, lines[number - 1]
        before = coverage


def test_an_indirect_share_is_checked_like_a_partial_one() -> None:
    rows = [{"id": "pipelines", "skills": ["ml-pipelines"], "indirect": {"machine-learning": 2, "unheard of": 0.4}}]
    with pytest.raises(aimatch.ProfileError) as caught:
        aimatch.load_profile({"id": "ours", "requirements": rows})
    assert "indirect.machine-learning: the share must lie in 0 to 1" in str(caught.value)
    assert "'unheard of' is no skill of the taxonomy" in str(caught.value)


def test_an_indirect_share_survives_the_file() -> None:
    profile = aimatch.load_profile(FIELDS)
    assert 'indirect = { "machine-learning" = 0.4 }' in profile.to_toml()
