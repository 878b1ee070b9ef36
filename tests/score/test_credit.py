"""What several skills earn together, in full, in part and by a hint: the figures of ``docs/score.md`` as results."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch

AS_OF = date(2026, 11, 1)


def row_of(text: str, **asked: object) -> aimatch.RequirementResult:
    profile = {"id": "ours", "requirements": [{"id": "asked", **asked}]}
    return aimatch.score(text, profile, as_of=AS_OF).requirements[0]


def job(*did: str) -> str:
    return "Experience\nEngineer, Acme Corp, Jan 2019 - Dec 2021\n" + "".join(f"- {line}\n" for line in did) + "\n"


PYTHON = job("Wrote the booking service in Python for growers")
FRAMEWORKS = ["pytorch", "tensorflow", "keras", "jax", "mxnet", "caffe", "theano", "scikit-learn"]
CREDITS = [
    ("Skills\nPyTorch", {"skills": FRAMEWORKS}, 0.3, "listed"),
    ("Skills\nPyTorch, TensorFlow", {"skills": FRAMEWORKS}, 0.32, "a second one that is listed adds its part, not the first"),
    (
        "Skills\nPyTorch, TensorFlow, Keras, JAX, MXNet, Caffe, Theano, scikit-learn",
        {"skills": FRAMEWORKS},
        0.4,
        "ever so many add up to two fifths",
    ),
    (job("Did machine learning on oysters for growers"), {"skills": ["computer-vision"]}, 0.1 * 0.95, "a broader skill"),
    (
        job("Read the damaged delivery notes with Tesseract OCR for two depots"),
        {"skills": ["computer-vision"]},
        0.7 * 0.95,
        "one corner of a wide field",
    ),
    (PYTHON, {"skills": ["kafka"], "partial": {"python": 0.9}}, 0.85 * 0.95, "what counts in part"),
    (PYTHON, {"skills": ["kafka"], "partial": {"python": 0.5}}, 0.5, "up to the profile's share"),
    ("Skills\nPython", {"skills": ["kafka"], "partial": {"python": 0.9}}, 0.3, "a claim counts in full in its part"),
    (
        job("Kept 40 tables of nine ferries in PL/SQL"),
        {"skills": ["sql"], "partial": {"oracle-database": 0.5}},
        0.95,
        "a wanted skill's own child counts in full, whatever else it is narrower than",
    ),
    (
        job("Cleaned the oyster photos with BERT for nine depots"),
        {"skills": ["kafka"], "indirect": {"machine-learning": 0.4}},
        0.0,
        "one skill of a field hints at nothing",
    ),
    (
        job("Sorted letters with BERT and XGBoost for nine depots"),
        {"skills": ["kafka"], "indirect": {"machine-learning": 0.4}},
        0.2,
        "two at half",
    ),
    (
        job("Sorted letters with BERT, XGBoost, LSTM and random forests for nine depots"),
        {"skills": ["kafka"], "indirect": {"machine-learning": 0.4}},
        0.4,
        "four in full",
    ),
    (
        job("Ran Kubernetes for the trams of nine depots") + "Skills\nDocker",
        {"all_of": ["kubernetes", "git"]},
        0.95 / 2,
        "each of several that are needed earns its even share",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "credit", "reason"), CREDITS, ids=[row[3] for row in CREDITS])
def test_credit(text: str, asked: dict[str, object], credit: float, reason: str) -> None:
    assert row_of(text, **asked).credit == pytest.approx(credit), reason


def test_one_clear_name_makes_a_list_certain() -> None:
    row = row_of("Skills\nPyTorch, Tensorfow, Docker, Pandas", skills=["pytorch", "tensorflow"])
    assert (row.credit, row.low) == pytest.approx((0.32, 0.16)), "half of it is in doubt, its spelling is not"
