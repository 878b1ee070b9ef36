"""aimatch inside of spaCy and scikit-learn."""

from __future__ import annotations

import doctest
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import aimatch


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_spacy_marks_the_skills_of_a_text() -> None:
    spacy = pytest.importorskip("spacy")
    import aimatch.integrations.spacy  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("aimatch")
    doc = nlp("I wrote it in Python, no Java.")
    assert [(span.text, span.label_) for span in doc.spans["aimatch"]] == [("Python", "python")]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_spacy_never_takes_a_text_for_a_file(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    import aimatch.integrations.spacy  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("aimatch")
    path = tmp_path / "cv.txt"
    path.write_text("Skills: Python, Kubernetes")
    for text in (str(path), f"{path}\n", str(tmp_path), "the file is python.pdf", " ", ""):
        doc = nlp(text)
        assert all(span.text in text for span in doc.spans["aimatch"])
        assert "kubernetes" not in [span.label_ for span in doc.spans["aimatch"]]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_spacy_finds_skills_of_ones_own(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    import aimatch.integrations.spacy  # noqa: F401

    own = tmp_path / "skills.toml"
    own.write_text('[[skill]]\nid = "acme-forge"\nname = "Acme Forge"\nkind = "technology"\nsource = "ours"\n')
    nlp = spacy.blank("en")
    nlp.add_pipe("aimatch", config={"taxonomy": str(own)})
    doc = nlp("Rolled it out with Acme Forge.")
    assert [span.label_ for span in doc.spans["aimatch"]] == ["acme-forge"]


def test_sklearn_gets_a_row_of_credits_a_resume() -> None:
    from aimatch.integrations.sklearn import RequirementCredits

    transformer = RequirementCredits(as_of=date(2026, 11, 1))
    credits = transformer.fit_transform(["Skills: Python", "Nothing of the kind"])
    assert credits.shape == (2, 33)
    names = list(transformer.get_feature_names_out())
    assert credits[0, names.index("python")] > credits[1, names.index("python")] == 0.0


def test_sklearn_takes_a_column_however_it_comes() -> None:
    from sklearn.base import clone

    from aimatch.integrations.sklearn import RequirementCredits

    resumes = ["Skills: Python\n", "Nothing of the kind\n"]
    transformer = clone(RequirementCredits(aimatch.load_profile("ai-engineer"), as_of=date(2026, 11, 1)))
    expected = transformer.transform(resumes)
    for given in (pd.Series(resumes), pd.DataFrame({"resume": resumes}), np.array(resumes)[:, None], iter(resumes)):
        assert (transformer.transform(given) == expected).all(), type(given)
    frame = transformer.set_output(transform="pandas").transform(pd.Series(resumes, index=[7, 9]))
    assert list(frame.index) == [7, 9]
    assert transformer.transform([]).shape == (0, 33)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("Skills: Python", "X holds several resumes, and is not one: give a list of it, not str"),
        ({"basics": {"name": "Zoe"}}, "give a list of it, not dict"),
        (Path("zoe.pdf"), "give a list of it, not "),
        (pd.DataFrame({"name": ["Zoe"], "resume": ["Python"]}), "not a table of shape"),
    ],
)
def test_sklearn_names_what_is_no_column_of_resumes(given: object, says: str) -> None:
    from aimatch.integrations.sklearn import RequirementCredits

    with pytest.raises(TypeError, match=says):
        RequirementCredits().transform(given)  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_examples_of_the_component_hold() -> None:
    pytest.importorskip("spacy")
    import aimatch.integrations.spacy as component

    assert doctest.testmod(component).failed == 0
