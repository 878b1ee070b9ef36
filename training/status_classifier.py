"""Train the classifier of a skill's status, measure it, and take its verdicts apart.

    python training/status_classifier.py fit        # writes skill_taxonomy/models/status.toml
    python training/status_classifier.py check      # a table: rules alone, classifier alone, both; each file by a model of the others
    python training/status_classifier.py judge LABELS   # the table for a folder with a resumes.jsonl, which trains nothing
    python training/status_classifier.py explain "Helm charts are Pawel's, our platform colleague."

What it learns from is described in ``training/README.md``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

import aimatch
from aimatch import data
from aimatch.extract.status import classifier
from aimatch.extract.status.classifier import TOLD

ROOT = Path(__file__).resolve().parents[1]
TEXTS = Path(__file__).parent / "status"
SENTENCES = ROOT / "tests/extract/status/sentences"
MODEL = ROOT / "skill_taxonomy/models/status.toml"
STATUSES = ("asserted", *TOLD)
LETTERS = dict(zip("ANWO", STATUSES, strict=True))
LABEL = re.compile(rf"> (?P<quote>.+?) \| (?P<status>{'|'.join(STATUSES)})(?: \| (?P<near>.+))?")

#: Inverse strength of the L2 penalty, chosen by ``check`` among 0.1, 0.3, 0.5, 1 and 2.
STRENGTH = 0.5
#: A feature counts if so many mentions or more of the training texts have it.
SEEN = 2
#: The unit of the weights in the data: hundredths.
UNIT = 100
#: Weights below so many units are left out: they move no verdict.
LEAST_WEIGHT = 4
#: How sure the classifier must be that a mention is not the person's own. On 120 real resumes, labelled by readers and none of
#: them in the training texts, this takes one skill in five thousand from people who have it.
LEAST_CERTAINTY = 0.84

Span = tuple[int, int]


class Labelled(NamedTuple):
    """A text, where it is from, and the status of spans in it.

    ``whole``: it is a whole resume; else its sections tell nothing. ``ordinary``: all mentions without a label are asserted.
    """

    source: str
    text: str
    labels: list[tuple[Span, str]]
    whole: bool = True
    ordinary: bool = False


class Row(NamedTuple):
    """One labelled mention that aimatch finds: its features, its status, what the rules say, and whether they are silent."""

    source: str
    features: frozenset[str]
    status: str
    ruled: str
    silent: bool
    shown: str


# ------------------------------------------------------------------------------------------------ texts
def blocks(path: Path) -> Iterator[Labelled]:
    """The texts of a file in the form of ``training/README.md``."""
    for block in path.read_text("utf-8").removesuffix("\n").split("\n=====\n"):
        lines = block.split("\n")
        labels = [match for line in lines if (match := LABEL.fullmatch(line))]
        text = "\n".join(line for line in lines if not LABEL.fullmatch(line))
        found = []
        for label in labels:
            quote, near = label["quote"].replace("\\n", "\n"), (label["near"] or "").replace("\\n", "\n")
            spans = [*occurrences(text, quote, near)]
            if not spans:
                raise ValueError(f"{path}: {quote!r} does not stand in {text[:60]!r}")
            found += [(span, label["status"]) for span in spans]
        kind = path.parent.name
        yield Labelled(path.stem, text, found, kind != "snippets", kind == "ordinary")


def occurrences(text: str, quote: str, near: str = "", most: int = 3) -> Iterator[Span]:
    """Where a quote stands as whole words, within ``near`` if it is given."""
    whole = re.compile(rf"(?<![^\W_]){re.escape(quote)}(?![^\W_])" if quote[:1].isalnum() else re.escape(quote))
    at = text.find(near) if near and quote in near else 0
    stop = at + len(near) if near and quote in near else len(text)
    spans = [match.span() for match in whole.finditer(text, at, stop)]
    if not spans and quote in text[at:stop]:
        start = text.index(quote, at)
        spans = [(start, start + len(quote))]
    return iter(spans[:most])


def sentences(path: Path) -> Iterator[Labelled]:
    """The sentences of a test file of statuses: ``text || quote=A; ...``."""
    for line in path.read_text("utf-8").splitlines():
        text, parting, told = line.removeprefix("? ").rpartition("||")
        if not parting or line.startswith("#"):
            continue
        text = text.strip().replace("\\n", "\n")
        labels = []
        for part in told.split(";"):
            quote, _, letter = part.strip().rpartition("=")
            if letter in LETTERS and quote in text:
                start = text.index(quote)
                labels.append(((start, start + len(quote)), LETTERS[letter]))
        yield Labelled("sentences", text, labels, whole=False)


def spared() -> Iterator[Labelled]:
    """The sentences beside the cues of status that hold a cue and deny nothing."""
    for cue in data.table("language/status")["cue"]:
        for case in cue.get("spares", ()):
            labels = [(span, "asserted") for span in occurrences(case["sentence"], case["skill"])]
            yield Labelled("spares", case["sentence"], labels, whole=False)


def resumes(folder: Path) -> Iterator[Labelled]:
    """The resumes of a folder of labels, as ``benchmarks/accuracy.py`` reads them."""
    for line in (folder / "resumes.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        labels = []
        for skill in case["labels"]["skills"]:
            if skill["kind"] != "other":
                spans = occurrences(case["text"], skill["quote"], skill.get("near") or "")
                labels += [(span, skill["status"]) for span in spans]
        yield Labelled(folder.name, case["text"], labels)


def training_texts() -> Iterator[Labelled]:
    """Every text to learn from."""
    for path in sorted(TEXTS.glob("*/*.txt")):
        yield from blocks(path)
    for path in sorted(SENTENCES.glob("*.txt")):
        yield from sentences(path)
    yield from spared()


# ------------------------------------------------------------------------------------------------ rows
def rows(texts: Iterable[Labelled]) -> list[Row]:
    """The labelled mentions of texts."""
    found: list[Row] = []
    for one in texts:
        asked: list[tuple[str, Sequence[Span], Sequence[int], classifier.FoundCues, Sequence[aimatch.Section]]] = []

        def record(*arguments: object, asked: list = asked) -> Iterator[tuple[int, str]]:  # type: ignore[type-arg]
            asked.append(arguments)
            return iter(())

        with mock.patch.object(classifier, "told", record):
            mentions = [mention for mention in aimatch.extract(one.text) if mention.kind != "behaviour"]
        if not asked:
            continue
        text, spans, silent, cues, sections = asked[0]
        features = {
            spans[place.number]: (place.features, place.number in silent)
            for place in classifier.places(text, spans, range(len(spans)), cues, sections)
        }
        for mention in mentions:
            span = mention.start, mention.end
            if span not in features:
                continue
            status = next((label for (a, b), label in one.labels if a < mention.end and mention.start < b), None)
            if status is None and one.ordinary and mention.status == "asserted":
                status = "asserted"
            if status is not None:
                shown = f"{text[max(0, span[0] - 80) : span[0]]}[[{mention.quote}]]{text[span[1] : span[1] + 60]}"
                told, silent = features[span]
                if not one.whole:
                    told = frozenset(feature for feature in told if not feature.startswith(classifier.OF_SECTIONS))
                found.append(Row(one.source, told, status, mention.status, silent, shown))
    return found


# ------------------------------------------------------------------------------------------------ model
class Model:
    """A fitted classifier, and what it makes of rows."""

    def __init__(self, learned: Sequence[Row], strength: float = STRENGTH) -> None:
        seen = Counter(feature for row in learned for feature in row.features)
        known = [dict.fromkeys((one for one in row.features if seen[one] >= SEEN), 1) for row in learned]
        self._vectors = DictVectorizer()
        self._regression = LogisticRegression(C=strength, max_iter=5000)
        self._regression.fit(self._vectors.fit_transform(known), [row.status for row in learned])
        self._order = [list(self._regression.classes_).index(status) for status in STATUSES]

    def judge(self, row: Row) -> tuple[str, float]:
        """The likeliest status but "asserted", and how likely the mention is not asserted."""
        shares = self._regression.predict_proba(self._vectors.transform(dict.fromkeys(row.features, 1)))[0][self._order]
        return TOLD[int(np.argmax(shares[1:]))], float(1 - shares[0])

    def judge_all(self, judged: Sequence[Row]) -> list[tuple[str, float]]:
        """:meth:`judge` for many rows at once."""
        if not judged:
            return []
        vectors = self._vectors.transform([dict.fromkeys(row.features, 1) for row in judged])
        shares = self._regression.predict_proba(vectors)[:, self._order]
        return [(TOLD[int(np.argmax(one[1:]))], float(1 - one[0])) for one in shares]

    def written(self) -> str:
        """The model as data: each feature's weights for the statuses of ``TOLD``, relative to "asserted"."""
        coefficients = self._regression.coef_[self._order]
        weights = np.rint((coefficients[1:] - coefficients[0]) * UNIT).astype(int).T
        intercepts = self._regression.intercept_[self._order]
        lines = [
            "# Made by `python training/status_classifier.py fit`; not to be edited by hand. What each field means:",
            "# skill_taxonomy/README.md, what it is and was trained on: training/README.md.",
            f"unit = {UNIT}",
            f"least_certainty = {LEAST_CERTAINTY}",
            f"intercepts = {np.rint((intercepts[1:] - intercepts[0]) * UNIT).astype(int).tolist()}",
            "",
            "[weights]",
        ]
        for name, row in sorted(zip(self._vectors.get_feature_names_out(), weights.tolist(), strict=True)):
            if max(map(abs, row)) >= LEAST_WEIGHT:
                lines.append(f"{json.dumps(name, ensure_ascii=False)} = {row}")
        return "\n".join(lines) + "\n"


# ------------------------------------------------------------------------------------------------ tables
def table(title: str, judged: Iterable[tuple[Row, tuple[str, float]]], *, shown: bool = False) -> str:
    """How often the rules, the classifier and both are right, by status."""
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for row, (status, certainty) in judged:
        alone = status if certainty > LEAST_CERTAINTY else "asserted"
        both = alone if row.silent and row.ruled == "asserted" else row.ruled
        for name, told in (("of", row.status), ("rules", row.ruled), ("classifier", alone), ("both", both)):
            right[row.status][name] += told == row.status
        if shown and both != row.status and both != row.ruled:
            print(f"  {certainty:.2f} {row.status} taken for {both}: {' '.join(row.shown.split())}")
    lines = [f"{title:<14} {'of':>6} {'rules':>6} {'classifier':>11} {'both':>6}"]
    lines += [
        f"{status:<14} {right[status]['of']:>6} {right[status]['rules']:>6} {right[status]['classifier']:>11} {right[status]['both']:>6}"
        for status in STATUSES
        if right[status]["of"]
    ]
    return "\n".join(lines)


def check(strength: float) -> None:
    """Each file of the training texts, judged by a model of the others."""
    learned = rows(training_texts())
    for source in sorted({row.source for row in learned}):
        model = Model([row for row in learned if row.source != source], strength)
        own = [row for row in learned if row.source == source]
        print(table(source, zip(own, model.judge_all(own), strict=True)), flush=True)


def explain(text: str) -> None:
    """What weighs in the verdict on each mention of a text."""
    weights, *_ = classifier._model()
    asked: list[tuple] = []  # type: ignore[type-arg]
    with mock.patch.object(classifier, "told", lambda *arguments: asked.append(arguments) or iter(())):
        mentions = aimatch.extract(text)
    for place in classifier.places(asked[0][0], asked[0][1], range(len(asked[0][1])), *asked[0][3:]):
        start, end = asked[0][1][place.number]
        ruled = next((one.status for one in mentions if (one.start, one.end) == (start, end)), "asserted")
        shares = classifier.probabilities(place.features)
        print(
            f"{text[start:end]}: rules {ruled};",
            ", ".join(f"{name} {share:.2f}" for name, share in zip(TOLD, shares, strict=True)),
        )
        status = shares.index(max(shares))
        known = sorted((weights[one][status], one) for one in place.features if one in weights)
        print("   for:", ", ".join(f"{one} {weight:+}" for weight, one in known[:-9:-1]))
        print("   against:", ", ".join(f"{one} {weight:+}" for weight, one in known[:6]))


def main(arguments: Sequence[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("fit")
    commands.add_parser("check").add_argument("--strength", type=float, default=STRENGTH)
    commands.add_parser("judge").add_argument("labels", type=Path, nargs="+")
    commands.add_parser("explain").add_argument("text")
    chosen = parser.parse_args(arguments)
    if chosen.command == "fit":
        model = Model(rows(training_texts()))
        MODEL.parent.mkdir(exist_ok=True)
        MODEL.write_text(model.written(), "utf-8")
        print(f"{MODEL}: {MODEL.stat().st_size // 1024} KB")
    elif chosen.command == "check":
        check(chosen.strength)
    elif chosen.command == "judge":
        model = Model(rows(training_texts()))
        for folder in chosen.labels:
            own = rows(resumes(folder))
            print(table(folder.name, zip(own, model.judge_all(own), strict=True), shown=True))
    else:
        explain(chosen.text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
