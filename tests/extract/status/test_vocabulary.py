"""Labels told by the words that they are composed of."""

from __future__ import annotations

import pytest

from aimatch.extract.status.vocabulary import composed, vocabularies


@pytest.mark.parametrize(
    ("label", "status"),
    [
        ("On the list for this winter", "aspirational"),
        ("My learning goals for 2027", "aspirational"),
        ("What I want to learn next", "aspirational"),
        ("Not exposed to so far", "negated"),
        ("What I can't offer", "negated"),
        ("Never used in production", "negated"),
        ("Done by others", "other-person"),
        ("What colleagues built", "other-person"),
        ("Learning platform", ""),  # "platform" belongs to no such label
        ("Project goals", ""),  # what a project was for
        ("Field of study", ""),
        ("List of publications", ""),
        ("Work with others", ""),
        ("Tools", ""),
        ("", ""),
        ("not " * 9, ""),  # a sentence, not a label
    ],
)
def test_a_label_is_what_its_words_are(label: str, status: str) -> None:
    assert composed(label) == status


def test_what_is_no_label_consists_of_the_vocabulary() -> None:
    for vocabulary in vocabularies():
        for label in vocabulary.never:
            assert not set(label.split()).isdisjoint(vocabulary.heads), (vocabulary.status, label)
