"""aimatch inside of spaCy and scikit-learn."""

from __future__ import annotations

from datetime import date

import pytest


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_spacy_marks_the_skills_of_a_text() -> None:
    spacy = pytest.importorskip("spacy")
    import aimatch.integrations.spacy  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("aimatch")
    doc = nlp("I wrote it in Python, no Java.")
    assert [(span.text, span.label_) for span in doc.spans["aimatch"]] == [("Python", "python")]


def test_sklearn_gets_a_row_of_credits_a_resume() -> None:
    from aimatch.integrations.sklearn import RequirementCredits

    transformer = RequirementCredits(as_of=date(2026, 11, 1))
    credits = transformer.fit_transform(["Skills: Python", "Nothing of the kind"])
    assert credits.shape == (2, 33)
    names = list(transformer.get_feature_names_out())
    assert credits[0, names.index("python")] > credits[1, names.index("python")] == 0.0
