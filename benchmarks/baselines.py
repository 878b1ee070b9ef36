"""The same resumes with simpler ways of finding skills, to see what aimatch adds to them.

    python benchmarks/baselines.py LABELS [--terms TERMS.json]

LABELS holds ``resumes.jsonl`` as ``benchmarks/accuracy.py`` describes it. Compared are, on the labelled technologies and
methods, by whether spans touch:

- aimatch;
- spaCy's PhraseMatcher over aimatch's own names and aliases, in any case, without and with the ambiguous ones;
- the longest exact matches of a list of terms (TERMS: a JSON array of strings), in any case, as whole words.

SkillNER 1.0.3 is not among them: it fetches its skills from the network when it is imported and needs a spaCy model
with lemmas and parts of speech, which no package index holds, so that it can't be made to run offline.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from accuracy import Detection, Span, places, touching
from label_rows import rows_of

import aimatch

Finder = Callable[[str], Iterable[Span]]


def by_aimatch(text: str) -> Iterable[Span]:
    return [(one.start, one.end) for one in aimatch.extract(text) if one.kind not in ("behaviour", "soft")]


def by_phrases(names: Iterable[str]) -> Finder:
    """The longest matches of names as token sequences in any case."""
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    language = spacy.blank("en")
    language.max_length = 10_000_000
    matcher = PhraseMatcher(language.vocab, attr="LOWER")
    matcher.add("skill", list(language.tokenizer.pipe(names)))

    def find(text: str) -> Iterable[Span]:
        found = filter_spans(matcher(language.make_doc(text), as_spans=True))
        return [(one.start_char, one.end_char) for one in found]

    return find


def own_names(*, ambiguous: bool) -> list[str]:
    """What the taxonomy calls its technologies and methods."""
    found = set()
    for skill in aimatch.load_taxonomy():
        if skill.kind not in ("technology", "method"):
            continue
        unsure = {form.form.lower() for form in skill.ambiguous}
        found |= {name for name in (skill.name, *skill.aliases) if name.lower() not in unsure}
        if ambiguous:
            found |= {form.form for form in skill.ambiguous}
    return sorted(found)


def measure(rows: list[dict[str, Any]], find: Finder) -> Detection:
    """Precision over distinct wordings found, recall over labelled wordings, as in ``accuracy.py``."""
    figures = Detection()
    for row in rows:
        text = row["text"]
        found = list(find(text))
        labelled = [(one["kind"], places(text, one["quote"], one.get("near"))) for one in row["labels"]["skills"]]
        for kind, spans in labelled:
            if kind not in ("soft", "other"):
                figures.recall.add(any(touching(one, span) for one in found for span in spans))
        seen = set()
        for one in found:
            wording = text[slice(*one)].lower()
            kinds = {kind for kind, spans in labelled if any(touching(one, span) for span in spans)}
            if wording in seen or kinds == {"other"}:
                continue
            seen.add(wording)
            figures.precision.add(kinds)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, help="folder with resumes.jsonl")
    parser.add_argument("--terms", type=Path, help="JSON array of terms to match")
    arguments = parser.parse_args()
    path = arguments.labels / "resumes.jsonl"
    if not path.exists():
        parser.error(f"{path} does not exist")
    rows = rows_of(path, "resumes")
    finders: dict[str, Finder] = {
        "aimatch": by_aimatch,
        "PhraseMatcher, our sure names": by_phrases(own_names(ambiguous=False)),
        "PhraseMatcher, our ambiguous names too": by_phrases(own_names(ambiguous=True)),
    }
    if arguments.terms:
        terms = json.loads(arguments.terms.read_text("utf-8"))
        finders[f"{len(terms)} terms of {arguments.terms.name}"] = by_phrases(terms)
    print(f"{'':<48} precision  recall     f1  ms a resume")
    for name, find in finders.items():
        find("warm up")
        begun = time.process_time()
        figures = measure(rows, find)
        spent = 1000 * (time.process_time() - begun) / len(rows)
        print(f"{name:<48} {figures.precision.value:9.3f} {figures.recall.value:7.3f} {figures.f1:6.3f} {spent:12.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
