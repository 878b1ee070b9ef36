"""How well aimatch agrees with people who read the same texts.

    python benchmarks/accuracy.py LABELS [--part resumes --part jobs] [--misses 20] [--json figures.json]
                                         [--table confusions.md]

LABELS is a folder with any of these files, one JSON object a line:

resumes.jsonl
    ``id``, ``as_of``, ``text``, ``labels``: ``skills`` (each ``name``, ``quote``, maybe ``near``, ``kind``,
    ``status``), ``requirements`` (id: 0, 1 or 2), ``fit`` (0..100), ``years_total``, ``degree``, ``flags`` (yes or no).
challenge.jsonl
    ``id``, ``group``, ``text`` and what is expected of it.
jobs.jsonl
    ``id``, ``text``, ``labels``: ``requirements`` (each ``name``, ``kind``, ``need``), ``not_required``,
    ``min_years_total``.
spans-*.jsonl
    ``id``, ``text``, ``spans`` (each ``start``, ``end``, ``label``).

All mistakes in the labels are told at once (`benchmarks/label_rows.py`), before anything is measured.
Names are compared by way of the taxonomy; a broader or narrower skill agrees as well.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from label_rows import rows_of

import aimatch

Span = tuple[int, int]
TIMELINE = {"timeline-gap", "timeline-overlap", "impossible-experience", "future-dates"}
FLAGS = {
    "hype_without_production": "hype-without-production",
    "no_real_data_or_infra": "no-real-data-or-infrastructure",
    "unsupported_skills": "unsupported-skills",
    "keyword_stuffing": "keyword-stuffing",
}


# ------------------------------------------------------------------------------------------------ counting
@dataclass
class Share:
    """So many of so many."""

    good: float = 0
    all: int = 0

    def add(self, good: object) -> None:
        self.good += float(bool(good))
        self.all += 1

    @property
    def value(self) -> float:
        return self.good / self.all if self.all else 0.0

    def __str__(self) -> str:
        return f"{self.value:.3f}  ({self.good:g} of {self.all})"


@dataclass
class Detection:
    """Precision and recall, each counted over its own things."""

    precision: Share = field(default_factory=Share)
    recall: Share = field(default_factory=Share)

    @property
    def f1(self) -> float:
        p, r = self.precision.value, self.recall.value
        return 2 * p * r / (p + r) if p + r else 0.0

    def binary(self, labelled: bool, raised: bool) -> None:
        if raised:
            self.precision.add(labelled)
        if labelled:
            self.recall.add(raised)


class Figures(dict[str, Any]):
    """Figures by name, and the misses behind them."""

    def __init__(self) -> None:
        super().__init__()
        self.misses: defaultdict[str, list[str]] = defaultdict(list)
        self.categories: defaultdict[str, Detection] = defaultdict(Detection)
        self.confusions: Counter[tuple[str, str]] = Counter()


# ------------------------------------------------------------------------------------------------ places and names
def touching(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def places(text: str, quote: str, near: str | None = None) -> list[Span]:
    """Where a quote stands: as whole words if it does anywhere, and inside ``near`` if it does there."""

    def all_places(what: str) -> Iterator[Span]:
        at = text.find(what)
        while at >= 0:
            yield at, at + len(what)
            at = text.find(what, at + 1)

    def whole(span: Span) -> bool:
        edges = ((span[0] - 1, span[0]), (span[1] - 1, span[1]))
        return not any(a >= 0 and b < len(text) and text[a].isalnum() and text[b].isalnum() for a, b in edges)

    found = list(all_places(quote))
    found = [span for span in found if whole(span)] or found
    if near is None:
        return found
    around = list(all_places(near))
    return [span for span in found if any(a <= span[0] and span[1] <= b for a, b in around)] or found


TAXONOMY = aimatch.load_taxonomy()


def known(name: str) -> str | None:
    skill = TAXONOMY.find(name)
    return None if skill is None else skill.id


def agree(skill: str, name: str) -> bool | None:
    """Whether a labeller's name means a skill, or one above or below it; ``None`` for an unknown name."""
    wanted = known(name)
    if wanted is None:
        return None
    return wanted == skill or wanted in TAXONOMY.broader(skill) or skill in TAXONOMY.broader(wanted)


def category(skill: str | None) -> str:
    """The broadest skill that a skill is a case of, as the table's categories."""
    if skill is None:
        return "(unknown to the taxonomy)"
    return TAXONOMY.name((skill, *TAXONOMY.broader(skill))[-1])


def skills_in(text: str) -> list[aimatch.Mention]:
    return [mention for mention in aimatch.extract(text) if mention.kind != "behaviour"]


def level(credit: float) -> int:
    return (credit >= 0.25) + (credit >= 0.75)


# ------------------------------------------------------------------------------------------------ resumes
def resumes(rows: list[dict[str, Any]]) -> Figures:
    from scipy.stats import spearmanr
    from sklearn.metrics import cohen_kappa_score

    figures = Figures()
    skills, soft, named, years, degree = Detection(), Share(), Share(), Share(), Share()
    status: defaultdict[str, Share] = defaultdict(Share)
    flags: defaultdict[str, Detection] = defaultdict(Detection)
    levels: list[tuple[int, int]] = []
    fits: list[tuple[float, float]] = []
    for row in rows:
        text, labels = row["text"], row["labels"]
        report = aimatch.score(text, as_of=date.fromisoformat(row["as_of"]))
        found = skills_in(text)
        labelled = [(one, places(text, one["quote"], one.get("near"))) for one in labels["skills"]]
        for one, spans in labelled:
            over = [mention for mention in found if any(touching((mention.start, mention.end), span) for span in spans)]
            if one["kind"] == "soft":
                soft.add(over)
            elif one["kind"] != "other":
                skills.recall.add(over)
                figures.categories[category(known(one["name"]))].recall.add(over)
                if not over:
                    figures.confusions[one["name"], "nothing"] += 1
                    figures.misses["not found"].append(f"{row['id']}: {one['name']} at {one['quote']!r}")
                    continue
                status[one["status"]].add(any(mention.status == one["status"] for mention in over))
                agreed = [agree(mention.skill, one["name"]) for mention in over]
                if agreed[0] is not None:
                    named.add(any(agreed))
                    if not any(agreed):
                        figures.confusions[one["name"], over[0].skill] += 1
        for mention, kinds in surfaces(found, labelled):
            if kinds != {"other"}:
                skills.precision.add(kinds)
                figures.categories[category(mention.skill)].precision.add(kinds)
            if not kinds:
                figures.confusions["no skill", mention.skill] += 1
                figures.misses["not labelled"].append(f"{row['id']}: {mention.skill} at {mention.quote!r}")
        credit = {one.id: one.credit for one in report.requirements}
        for requirement, want in labels["requirements"].items():
            got = level(credit.get(requirement, 0.0))
            levels.append((want, got))
            if abs(want - got) == 2:
                figures.misses["requirements off by two"].append(f"{row['id']}: {requirement} is {want}, got {got}")
        fits.append((report.coverage, float(labels["fit"])))
        if labels.get("years_total") is not None:
            years.add(abs(report.experience_months / 12 - labels["years_total"]) <= 0.5)
        if labels.get("degree", "unknown") != "unknown":
            degree.add(report.degree == labels["degree"])
        raised = {flag.id for flag in report.flags}
        for label, flag in FLAGS.items():
            flags[flag].binary(labels["flags"][label] == "yes", flag in raised)
        flags["timeline (any)"].binary(labels["flags"]["timeline"] == "yes", bool(raised & TIMELINE))
    wanted, got_levels = zip(*levels, strict=True)
    figures["skills f1"] = skills.f1
    figures["skills precision"], figures["skills recall"] = skills.precision, skills.recall
    figures["soft skills recall"], figures["skill names right"] = soft, named
    figures |= {f"status {name}": share for name, share in sorted(status.items())}
    figures["requirements kappa"] = float(cohen_kappa_score(wanted, got_levels, weights="quadratic", labels=[0, 1, 2]))
    figures["requirements exact"] = Share(sum(a == b for a, b in levels), len(levels))
    figures["fit spearman"] = float(spearmanr([a for a, _ in fits], [b for _, b in fits]).statistic)
    figures["fit pairs in order"] = ordered_pairs(fits)
    figures["years within half a year"], figures["degree right"] = years, degree
    figures |= {f"flag {name} f1": one.f1 for name, one in flags.items()}
    return figures


def surfaces(
    found: Iterable[aimatch.Mention], labelled: list[tuple[dict[str, Any], list[Span]]]
) -> Iterator[tuple[aimatch.Mention, set[str]]]:
    """Each distinct skill and wording once, with the kinds of the labels that it touches.

    What touches only labels of kind ``other`` (a company, a job title) is neither right nor wrong, at each place anew.
    """
    seen = set()
    for mention in found:
        key = (mention.skill, mention.quote.lower())
        if key in seen:
            continue
        at = (mention.start, mention.end)
        kinds = {one["kind"] for one, spans in labelled if any(touching(at, span) for span in spans)}
        if kinds != {"other"}:
            seen.add(key)
        yield mention, kinds


def ordered_pairs(fits: list[tuple[float, float]], apart: float = 15) -> Share:
    """Of the pairs that a labeller put clearly apart, those that the coverage puts in the same order; a tie is half."""
    share = Share()
    for (score, fit), (other_score, other_fit) in itertools.combinations(fits, 2):
        if abs(fit - other_fit) >= apart:
            product = (score - other_score) * (fit - other_fit)
            share.good += 1 if product > 0 else 0.5 if product == 0 else 0
            share.all += 1
    return share


# ------------------------------------------------------------------------------------------------ challenge cases
def challenge(rows: list[dict[str, Any]]) -> Figures:
    figures = Figures()
    groups: defaultdict[str, Share] = defaultdict(Share)
    passed = Share()
    for row in rows:
        check = {"dates": wrong_dates, "flags": wrong_flags}.get(row["group"], wrong_mentions)
        try:
            wrong = list(check(row))
        except Exception as error:  # a crash is a failed case; the others still count
            wrong = [f"{type(error).__name__}: {error}"]
        passed.add(not wrong)
        groups[row["group"]].add(not wrong)
        if wrong:
            figures.misses["failed cases"].append(f"{row['id']}: {'; '.join(wrong)}")
    figures["passed"] = passed
    figures |= {f"group {name}": share for name, share in sorted(groups.items())}
    return figures


def as_of(case: dict[str, Any]) -> date:
    return date.fromisoformat(case.get("as_of", "2026-11-01"))


def ids(name: str, others: Iterable[str] = ()) -> set[str]:
    return {skill for one in (name, *others) if (skill := known(one))}


def wrong_dates(case: dict[str, Any]) -> Iterator[str]:
    report = aimatch.score(case["text"], as_of=as_of(case))
    tolerance = case.get("tolerance", 1)
    total = case.get("expect_months_total", report.experience_months)
    if abs(report.experience_months - total) > tolerance:
        yield f"{report.experience_months} months in all, not {total}"
    months = {one.skill: one.months for one in report.skills}
    for name, want in case.get("expect_months", {}).items():
        got = max((months.get(skill, 0) for skill in ids(name, case.get("alt", {}).get(name, ()))), default=0)
        if abs(got - want) > tolerance:
            yield f"{got} months of {name}, not {want}"


def wrong_flags(case: dict[str, Any]) -> Iterator[str]:
    raised = {flag.id for flag in aimatch.score(case["text"], as_of=as_of(case)).flags}
    yield from (f"{flag} not raised" for flag in case.get("expect_flags", ()) if flag not in raised)
    yield from (f"{flag} raised" for flag in case.get("absent_flags", ()) if flag in raised)


def wrong_mentions(case: dict[str, Any]) -> Iterator[str]:
    text = case["text"]
    found = skills_in(text)

    def at(where: dict[str, Any]) -> list[aimatch.Mention]:
        if "start" in where:
            spans = [(where["start"], where["start"] + len(where["quote"]))]
        else:
            spans = places(text, where["quote"], where.get("near"))
        return [one for one in found if any(touching((one.start, one.end), span) for span in spans)]

    for want in case.get("expect", ()):
        there, wanted = at(want), ids(want["skill"], want.get("alt", ()))
        if want.get("implied"):
            if not wanted & {up for one in there for up in (one.skill, *TAXONOMY.broader(one.skill))}:
                yield f"{want['quote']!r} does not imply {want['skill']}"
            continue
        right = [one for one in there if one.skill in wanted]
        if not right:
            yield f"{want['skill']} not found at {want['quote']!r}, but {sorted({one.skill for one in there})}"
        elif want.get("status", "asserted") not in {one.status for one in right}:
            yield f"{want['skill']} is {right[0].status}, not {want.get('status', 'asserted')}"
    asserted = {one.skill for one in found if one.status == "asserted"}
    yield from (f"{name} asserted" for name in case.get("absent", ()) if known(name) in asserted)
    for ban in case.get("forbid", ()):
        if any(one.status == "asserted" and one.skill in ids(ban["skill"], ban.get("alt", ())) for one in at(ban)):
            yield f"{ban['skill']} asserted at {ban['quote']!r}"


# ------------------------------------------------------------------------------------------------ jobs and spans
def jobs(rows: list[dict[str, Any]]) -> Figures:
    figures = Figures()
    skills, need, years, traps = Detection(), Share(), Share(), Share()
    for row in rows:
        labels = row["labels"]
        profile = aimatch.profile_from_job(row["text"])
        asked = {skill: one for one in profile.requirements for skill in one.skills}
        names = [one["name"] for one in labels["requirements"]]
        for one in labels["requirements"]:
            if one["kind"] not in ("tech", "method"):
                continue
            matching = [skill for skill in asked if agree(skill, one["name"])]
            skills.recall.add(matching)
            if matching:
                exact = known(one["name"])
                need.add(asked[exact if exact in asked else matching[0]].need == one["need"])  # type: ignore[index]
            else:
                figures.misses["not found"].append(f"{row['id']}: {one['name']}")
        for skill in asked:
            right = any(agree(skill, name) for name in names)
            skills.precision.add(right)
            if not right:
                figures.misses["not labelled"].append(f"{row['id']}: {skill}")
        required = {known(name) for name in names}
        for one in labels.get("not_required", ()):
            skill = known(one["quote"])
            if skill and skill not in required:
                traps.add(skill in asked)
        if labels.get("min_years_total") is not None:
            years.add(profile.min_years == labels["min_years_total"])
    figures["f1"], figures["precision"], figures["recall"] = skills.f1, skills.precision, skills.recall
    figures["need right"], figures["least years right"], figures["traps taken"] = need, years, traps
    return figures


def spans(rows: list[dict[str, Any]]) -> Figures:
    figures = Figures()
    skills = Detection()
    missed: Counter[str] = Counter()
    core, any_skill = (
        {"Tech Tools", "knowledge"},
        {"Tech Tools", "knowledge", "Job Specific Skills", "Soft Skills", "skill"},
    )
    for row in rows:
        found = [(one.start, one.end) for one in skills_in(row["text"])]
        labelled = [((one["start"], one["end"]), one["label"]) for one in row["spans"]]
        for span, label in labelled:
            if label in core:
                there = any(touching(span, one) for one in found)
                skills.recall.add(there)
                missed[row["text"][slice(*span)].lower()] += not there
        for one in found:
            skills.precision.add(any(touching(one, span) for span, label in labelled if label in any_skill))
    figures["technical recall"], figures["precision against any skill"] = skills.recall, skills.precision
    figures["f1"] = skills.f1
    figures.misses["not found"] = [f"{count} x {text}" for text, count in missed.most_common() if count]
    return figures


def table(figures: Figures, most: int = 40) -> str:
    """Recall and precision by category, worst first, and the most frequent confusions, as Markdown."""
    lines = ["| category | labelled | found | reported | right |", "| --- | --: | --: | --: | --: |"]
    worst = sorted(figures.categories.items(), key=lambda pair: pair[1].recall.good - pair[1].recall.all)
    for name, one in worst:
        lines.append(
            f"| {name} | {one.recall.all:g} | {one.recall.value:.2f} | {one.precision.all:g} | {one.precision.value:.2f} |"
        )
    lines += ["", "| labelled as | taken for | times |", "| --- | --- | --: |"]
    lines += [f"| {label} | {found} | {times} |" for (label, found), times in figures.confusions.most_common(most)]
    return "\n".join(lines) + "\n"


PARTS: dict[str, Callable[[list[dict[str, Any]]], Figures]] = {
    "resumes": resumes,
    "challenge": challenge,
    "jobs": jobs,
    "spans": spans,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labels", type=Path, help="folder with the labels")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part; may be repeated")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="also show up to N misses of each kind")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument(
        "--table", type=Path, help="write the resumes' figures by category and the confusions (Markdown)"
    )
    arguments = parser.parse_args()
    files = [
        (name, path) for name in arguments.part or PARTS for path in sorted(arguments.labels.glob(f"{name}*.jsonl"))
    ]
    if not arguments.labels.is_dir():
        parser.error(f"{arguments.labels} is no folder")
    if not files:
        parser.error(f"{arguments.labels} holds none of the files described above")
    summary: dict[str, dict[str, float]] = {}
    read = [(name, path, rows_of(path, name)) for name, path in files]
    for name, path, rows in read:
        figures = PARTS[name](rows)
        print(f"{path.stem} ({len(rows)} texts)")
        for label, value in figures.items():
            print(f"  {label:<44} {f'{value:.3f}' if isinstance(value, float) else value}")
        for kind, listed in figures.misses.items():
            for miss in listed[: arguments.misses]:
                print(f"    {kind}: {miss}")
        if arguments.table and figures.categories:
            arguments.table.write_text(table(figures), "utf-8")
        summary[path.stem] = {
            label: value.value if isinstance(value, Share) else value for label, value in figures.items()
        }
    if arguments.json:
        arguments.json.write_text(json.dumps(summary, indent=2) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
