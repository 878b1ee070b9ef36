"""Short names in lines that a scanner misread; each row with its reason."""

from __future__ import annotations

import pytest

import aimatch


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("KO h_ \\EL \\4. r ,-\\ u..SFT TRL", "hugging-face-trl", "six tokens that are no words"),
        ("vv_ \\R2 ~x ADAS ,;n o..t", "adas", "a name that is trusted elsewhere"),
    ],
)
def test_no_name_comes_out_of_rubble(text: str, skill: str, reason: str) -> None:
    assert skill not in {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Tuned with SFT, PEFT and TRL", "hugging-face-trl", "words all of them"),
        ("C:\\tools\\run, ~/bin and AWS on Windows: scripts kept in Git", "aws", "paths among words"),
        ("- Python | Go | SQL -- R ** C++ / C# & .NET", "go", "signs between the items of a list"),
        ("Typeset in \\LaTeX; models in R with ggplot2", "r", "one sign of TeX"),
    ],
)
def test_signs_among_words_are_no_rubble(text: str, skill: str, reason: str) -> None:
    assert skill in {mention.skill for mention in aimatch.extract(text)}, reason
