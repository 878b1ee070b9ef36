"""The interview guide: what to ask about each requirement that the resume leaves open, and about each flag.

The questions are data (``skill_taxonomy/language/interview.toml``), each from one of the four interview areas that the
job description names, with what a good answer holds. A requirement without a question of its own (one of a posting, or
of a user's profile) gets that of its skills, or of what they are a case of, or the general one of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from aimatch import data
from aimatch.evidence import AI_ROOTS
from aimatch.model import Evidence, Flag, RequirementResult
from aimatch.profile import Profile, Requirement, behaviour_ids
from aimatch.score import MET_FROM
from aimatch.taxonomy import Taxonomy

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["InterviewGuide", "InterviewQuestion", "interview_guide"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewQuestion:
    """One question to ask.

    Attributes:
        about: ``requirement`` or ``flag``; ``id`` is its id, ``label`` the requirement's label or the flag's message.
        area: The id of the interview area; ``area_name`` its name.
        ask: The question, in words to be spoken.
        listen_for: What a good answer holds.
        why: Why it is asked: what the credit rests on so far, or what a flag may innocently mean.
        credit: The requirement's credit (0..1); ``None`` for a flag.
        evidence: What the resume says to it.
    """

    about: Literal["requirement", "flag"]
    id: str
    label: str
    area: str
    area_name: str
    ask: str
    listen_for: str
    why: str
    credit: float | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InterviewGuide:
    """What to ask one candidate: by area, in each the flags first, then the requirements with most points to gain.

    ``source`` is the resume's file name, if it has one; ``profile_title`` the role; ``questions`` stand in that order.
    """

    source: str | None
    profile_title: str
    questions: tuple[InterviewQuestion, ...]

    def __repr__(self) -> str:
        return f"<InterviewGuide for {self.source or 'a resume'}: {len(self.questions)} questions>"

    def by_area(self) -> tuple[tuple[str, tuple[InterviewQuestion, ...]], ...]:
        """The questions under the names of their areas, in the order of the guide."""
        names = dict.fromkeys(one.area_name for one in self.questions)
        return tuple((name, tuple(one for one in self.questions if one.area_name == name)) for name in names)

    def to_dict(self) -> dict[str, Any]:
        """The guide as JSON types, in the order of its attributes."""
        from aimatch.outputs import json

        return json.answer_to_dict(self)

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The guide for the terminal; ``width`` (columns) and ``colour`` as it has them."""
        from aimatch.outputs import answers

        return answers.interview(self, width=width, colour=colour)

    def to_html(self) -> str:
        """The guide as one self-contained page, made for print."""
        from aimatch.outputs import html

        return html.render_page(
            f"Interview: {self.source or 'resume'}", html.render_answer("interview.html", answer=self)
        )

    def to_frame(self) -> pd.DataFrame:
        """One row a question, its fields as columns, ``evidence`` left out."""
        from aimatch.outputs import table

        return table.records_frame(self.questions, InterviewQuestion, leave_out=("evidence",))

    def _repr_html_(self) -> str:
        from aimatch.outputs import html

        return html.render_answer("interview.html", answer=self)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    area: str
    area_name: str
    ask: str
    listen_for: str
    models: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Questions:
    areas: tuple[str, ...]
    requirements: Mapping[str, _Question]
    skills: Mapping[str, _Question]
    flags: Mapping[str, _Question]
    general: Mapping[str, _Question]


def interview_guide(
    rows: tuple[RequirementResult, ...],
    flags: tuple[Flag, ...],
    profile: Profile,
    taxonomy: Taxonomy,
    *,
    source: str | None = None,
    most: int | None = None,
) -> InterviewGuide:
    """The questions about a report's weak and unproven requirements, and its flags.

    Args:
        rows: The report's requirements, in the profile's order; those with less credit than ``MET_FROM`` are asked for.
        flags: The report's flags.
        profile: The role that it was scored for.
        taxonomy: Tells what a skill is a case of.
        source: The resume's file name.
        most: How many questions at most, 1 or more: those about flags, then those with most points to gain. ``None``: all.

    Raises:
        ValueError: ``most`` is below 1.
    """
    if most is not None and most < 1:
        raise ValueError(f"most: must be at least 1, not {most}")
    known = _questions()
    asked = [_of_flag(flag, known.flags.get(flag.id, known.general["flag"])) for flag in flags]
    open_rows = [
        (requirement, row) for requirement, row in zip(profile.requirements, rows, strict=True) if row.credit < MET_FROM
    ]
    places: dict[str, int] = {}
    of_ai = _asks_for_ai(profile, taxonomy)
    for requirement, row in sorted(open_rows, key=lambda pair: -pair[0].weight * (1.0 - pair[1].credit)):
        question = _of_requirement(row, _chosen(requirement, known, taxonomy, of_ai=of_ai))
        # Two requirements may share a question ("SQL", "PostgreSQL"), which is asked once.
        place = places.setdefault(question.ask, len(asked))
        if place < len(asked):
            asked[place] = _joint(asked[place], question)
        else:
            asked.append(question)
    questions = sorted(asked[:most], key=lambda one: known.areas.index(one.area))
    return InterviewGuide(source=source, profile_title=profile.title, questions=tuple(questions))


def _of_flag(flag: Flag, question: _Question) -> InterviewQuestion:
    return InterviewQuestion(
        about="flag",
        id=flag.id,
        label=flag.message,
        area=question.area,
        area_name=question.area_name,
        ask=question.ask.replace("{label}", flag.message),
        listen_for=question.listen_for,
        why="may be innocent: " + "; ".join(flag.innocent_explanations),
        credit=None,
        evidence=flag.evidence[:2],
    )


def _of_requirement(row: RequirementResult, question: _Question) -> InterviewQuestion:
    return InterviewQuestion(
        about="requirement",
        id=row.id,
        label=row.label,
        area=question.area,
        area_name=question.area_name,
        ask=question.ask.replace("{label}", row.label),
        listen_for=question.listen_for,
        why=row.reason,
        credit=row.credit,
        evidence=row.evidence[:2],
    )


def _joint(one: InterviewQuestion, other: InterviewQuestion) -> InterviewQuestion:
    """One question about two requirements, of which the first has most points to gain."""
    return replace(
        one,
        label=f"{one.label}; {other.label}",
        why=f"{one.why}; {other.label}: {other.why}",
        evidence=(*one.evidence, *(each for each in other.evidence if each not in one.evidence)),
    )


def _asks_for_ai(profile: Profile, taxonomy: Taxonomy) -> bool:
    """Whether a role asks for anything of artificial intelligence."""
    named = {id_ for requirement in profile.requirements for id_ in requirement.named if id_ in taxonomy}
    return any(root == id_ or root in taxonomy.broader(id_) for id_ in named for root in AI_ROOTS)


def _chosen(requirement: Requirement, known: _Questions, taxonomy: Taxonomy, *, of_ai: bool) -> _Question:
    """The requirement's own question, else that of its skills, of what they are a case of, or of its kind; those about models
    where the role asks for AI."""
    own = known.requirements.get(requirement.id)
    if own is not None and (of_ai or not own.models):
        return own
    if requirement.measure != "skills":
        return known.general[requirement.measure]
    named = (*requirement.skills, *requirement.all_of, *(id_ for id_, _ in requirement.partial))
    for id_ in _with_broader(named, taxonomy):
        if id_ in known.skills and (of_ai or not known.skills[id_].models):
            return known.skills[id_]
    first = named[0]
    return known.general["behaviour" if first in behaviour_ids() else taxonomy[first].kind]


def _with_broader(ids: Iterable[str], taxonomy: Taxonomy) -> Iterator[str]:
    """Skills, then what each is a case of, nearest first."""
    listed = tuple(ids)
    yield from listed
    for id_ in listed:
        if id_ in taxonomy:
            yield from taxonomy.broader(id_)


@cache
def _questions() -> _Questions:
    table = data.table("language/interview")

    def question(row: Mapping[str, Any]) -> _Question:
        name = table["areas"][row["area"]]["name"]
        return _Question(
            area=row["area"],
            area_name=name,
            ask=row["ask"],
            listen_for=row["listen_for"],
            models=row.get("models", False),
        )

    return _Questions(
        areas=tuple(table["areas"]),
        requirements={row["id"]: question(row) for row in table["requirement"]},
        skills={id_: question(row) for row in table["requirement"] for id_ in row.get("also", ())},
        flags={row["id"]: question(row) for row in table["flag"]},
        general={row["kind"]: question(row) for row in table["general"]},
    )
