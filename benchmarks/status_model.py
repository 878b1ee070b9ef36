"""Whether a trained model tells the status of a skill better than the cues of ``language/status.toml``.

    python benchmarks/status_model.py [LABELS] [--sure 0.8]

The model is a multinomial logistic regression over the words of a sentence to the left and to the right of a name
(single, in pairs and in threes; a list of names counts as one). It learns from ``benchmarks/status/sentences-*.jsonl``:
invented texts, ``{"text": ..., "status": {"Kafka": "negated", ...}}``, each name once in its text. "both" lets it speak
only where the cues leave a name asserted, where it is as sure as asked, and where the sentence holds a word that mostly
stands beside names which are not asserted.

Without LABELS the table is of five-fold cross-validation by text over the sentences, on half of which the cues were
built. With LABELS, a folder with a ``resumes.jsonl`` as ``benchmarks/accuracy.py`` reads it, all sentences train and the
resumes test: what counts is how many names that somebody has are taken away.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import aimatch

SENTENCES = Path(__file__).parent / "status"
STATUSES = ("asserted", "negated", "aspirational", "other-person")
#: Words looked at on either side of a name, and characters within which its sentence is looked for.
LEFT, RIGHT, BEFORE, BEHIND = 14, 12, 220, 160
#: A word is telling if this share of the texts that hold it, so many or more, holds a name that is not asserted.
TELLING, SEEN = 0.6, 2

TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d+|[^\w\s]")
END = re.compile(r"[.!?](?=\s|\Z)|;|\n(?=\s*(?:[-\u2022*\u2013\u00b7>+~]|[A-Z0-9]|\n|\Z))")
JOINING = frozenset({",", "and", "or", "/", "&", "+", "|", "nor", "und", "et", "y", "\u00b7"})
NAME = "\u00a7"

Span = tuple[int, int]


class Row(NamedTuple):
    """One name in one text, what is around it, what it is, and what the cues say."""

    text: str
    features: tuple[str, ...]
    status: str
    cued: str


# ------------------------------------------------------------------------------------------------ features
def features(text: str, span: Span, names: Sequence[Span]) -> Iterator[str]:
    """Stems to the left ("l") and right ("r") of a name, by ones, twos and threes, and the nearest by their place."""
    first = max(0, span[0] - BEFORE)
    for match in END.finditer(text, first, span[0]):
        first = match.end()
    stop = END.search(text, span[1], min(len(text), span[1] + BEHIND))
    last = stop.start() if stop else min(len(text), span[1] + BEHIND)
    left, right = words(text, first, span[0], names), words(text, span[1], last, names)
    while left and NAME in left and (left[-1] in JOINING or left[-1] == NAME):
        left.pop()
    while right and NAME in right and (right[0] in JOINING or right[0] == NAME):
        right.pop(0)
    before = ["^", *left] if len(left) <= LEFT else left[-LEFT:]
    behind = [*right, "$"] if len(right) <= RIGHT else right[:RIGHT]
    for place in range(1, 4):
        if place <= len(before):
            yield f"l{place} {before[-place]}"
        if place <= len(behind):
            yield f"r{place} {behind[place - 1]}"
    for side, found in (("l", before), ("r", behind)):
        yield from (f"{side} {one}" for one in found)
        yield from (f"{side} {one} {two}" for one, two in pairwise(found))
        yield from (f"{side} {one} {two} {three}" for one, two, three in zip(found, found[1:], found[2:], strict=False))


def words(text: str, start: int, end: int, names: Sequence[Span]) -> list[str]:
    """The stems of a stretch, each name and each list of names as one sign."""
    found: list[str] = []
    at = start
    for left, right in names:
        if right <= at or left >= end:
            continue
        found += map(stem, TOKEN.findall(text[at:left].lower()))
        listed = len(found)
        while listed and found[listed - 1] in JOINING:
            listed -= 1
        if listed and found[listed - 1] == NAME:
            del found[listed:]
        else:
            found.append(NAME)
        at = right
    return found + list(map(stem, TOKEN.findall(text[at:end].lower())))


def stem(word: str) -> str:
    """A word without its English ending."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


# ------------------------------------------------------------------------------------------------ rows
def rows(key: str, text: str, expected: Iterable[tuple[Span, str]]) -> Iterator[Row]:
    """The rows of a text, of the names that aimatch finds."""
    mentions = [mention for mention in aimatch.extract(text) if mention.kind not in ("behaviour", "soft")]
    names = [(mention.start, mention.end) for mention in mentions]
    for (start, end), status in expected:
        over = next((one for one in mentions if one.start < end and start < one.end), None)
        if over is not None:
            yield Row(key, tuple(features(text, (over.start, over.end), names)), status, over.status)


def of_sentences() -> list[Row]:
    """The rows of the sentences beside this script."""
    found: list[Row] = []
    for path in sorted(SENTENCES.glob("sentences-*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            case = json.loads(line)
            text = case["text"]
            spans = [((text.index(quote), text.index(quote) + len(quote)), it) for quote, it in case["status"].items()]
            found += rows(f"{path.stem}:{number}", text, spans)
    return found


def of_resumes(path: Path) -> list[Row]:
    """The rows of labelled resumes; a form of several statuses counts where its snippet tells which."""
    found: list[Row] = []
    for line in path.read_text("utf-8").splitlines():
        case: dict[str, Any] = json.loads(line)
        text, skills = case["text"], case["labels"]["skills"]
        several = {
            one["quote"]
            for one in skills
            for two in skills
            if one["quote"] == two["quote"] and one["status"] != two["status"]
        }
        spans = []
        for skill in skills:
            near = skill.get("near") or skill["quote"]
            if skill["quote"] in several and "near" not in skill:
                continue
            for match in re.finditer(re.escape(near), text):
                start = match.start() + near.index(skill["quote"])
                spans.append(((start, start + len(skill["quote"])), skill["status"]))
        found += rows(case["id"], text, spans)
    return found


# ------------------------------------------------------------------------------------------------ model
class Model:
    """The regression, and the words without which it is not asked."""

    def __init__(self, examples: Sequence[Row]) -> None:
        self.vectorizer = DictVectorizer()
        matrix = self.vectorizer.fit_transform([counted(row) for row in examples])
        self.regression = LogisticRegression(C=1.0, max_iter=5000).fit(matrix, [row.status for row in examples])
        ruled = {row.text for row in examples if row.status != "asserted"}
        holding: dict[str, set[str]] = {}
        for row in examples:
            for word in single(row):
                holding.setdefault(word, set()).add(row.text)
        self.telling = {
            word
            for word, texts in holding.items()
            if word[0].isalpha() and len(texts) >= SEEN and len(texts & ruled) >= TELLING * len(texts)
        }

    def say(self, examples: Sequence[Row]) -> list[tuple[str, float]]:
        """The most probable status of each row, and its probability."""
        shares = self.regression.predict_proba(self.vectorizer.transform([counted(row) for row in examples]))
        return [(str(self.regression.classes_[share.argmax()]), float(share.max())) for share in shares]


def counted(row: Row) -> Mapping[str, float]:
    return dict.fromkeys(row.features, 1.0)


def single(row: Row) -> set[str]:
    """The words of a row."""
    return {feature.split()[1] for feature in row.features if feature.count(" ") == 1}


def compare(train: Sequence[Row], test: Sequence[Row], sure: float) -> list[tuple[str, str, str, str]]:
    """For each row its status, and what the cues, the model, and both say."""
    model = Model(train)
    result = []
    for row, (status, probability) in zip(test, model.say(test), strict=True):
        asked = row.cued == "asserted" and probability >= sure and not model.telling.isdisjoint(single(row))
        result.append((row.status, row.cued, status, status if asked else row.cued))
    return result


def table(found: Sequence[tuple[str, str, str, str]]) -> None:
    """Print, for each status, the share found by each way and how many others are so called."""
    print(f"{'':13} {'names':>6}   {'cues':>14} {'model':>14} {'both':>14}   (share found, others so called)")
    for status in STATUSES:
        total = sum(row[0] == status for row in found)
        cells = []
        for way in (1, 2, 3):
            right = sum(row[0] == status == row[way] for row in found)
            wrong = sum(row[way] == status != row[0] for row in found)
            cells.append(f"{right / max(total, 1):8.3f}, {wrong:4}")
        print(f"{status:13} {total:6}   " + " ".join(cells))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, nargs="?", help="a folder with resumes.jsonl")
    parser.add_argument("--sure", type=float, default=0.8, help="the probability from which on the model is believed")
    options = parser.parse_args()
    sentences = of_sentences()
    if options.labels is not None:
        table(compare(sentences, of_resumes(options.labels / "resumes.jsonl"), options.sure))
        return 0
    found: list[tuple[str, str, str, str]] = []
    for train, test in GroupKFold(5).split(sentences, groups=[row.text for row in sentences]):
        found += compare([sentences[place] for place in train], [sentences[place] for place in test], options.sure)
    table(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
