"""no-ethics-awareness: AI that decides about people, and not a word of bias, fairness, privacy or explanation."""

from __future__ import annotations

from aimatch.flags import telling, words
from aimatch.flags.ai_account import Statement
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Position
from aimatch.wordlist import Occurrence

#: The requirement by which a role asks for it.
ASKED_BY = "responsible-ai"
#: Sorts of people that a comparison of how they fare names at least ("age and sex"); one may be what a model is given.
COMPARED = 2
_SHOWN = 3


def check(case: Case) -> Finding | None:
    """A told piece of AI work that decides about people, and no word of ethics, where the role asks for it."""
    if not any(requirement.id == ASKED_BY for requirement in case.profile.requirements):
        return None
    # What a beginner builds decides about nobody yet.
    if case.is_beginner or words.first(case.text, "ethics") or _compares_people(case.text):
        return None
    places = [
        case.quote(one.start, one.end, f"bears on people: {stake.group()}")
        for one in case.ai.statements
        if _is_of_models(case, one) and _is_at_work(case, one) and (stake := _stake(case.text, one.start, one.end))
    ]
    if not places:
        return None
    return Finding(
        message="Models that bear on people are described, without a word on bias, fairness, privacy or explanation. How "
        "were such risks looked at?",
        evidence=tuple(places[:_SHOWN]),
    )


def _stake(text: str, start: int, end: int) -> Occurrence | None:
    """What a sentence tells that bears on people: "the model of students at risk", and not "annotated with two students"."""
    stake = words.first(text, "high_stakes", start, end)
    if stake is None and words.first(text, "models", start, end):
        stake = words.first(text, "stakes_of_models", start, end)
    return stake


def _compares_people(text: str) -> bool:
    """Whether a sentence tells that sorts of people were compared, or what tells them apart was left out: "women and men are
    rejected at the same rate", "removed the postcode, as it stood for ethnicity"."""
    named: dict[tuple[int, int], set[str]] = {}
    for match in words.found(text, "sorts_of_people"):
        named.setdefault(telling.sentence(text, match.start()), set()).add(match.group().lower())
    return any(len(sorts) >= COMPARED and words.first(text, "comparing", *where) for where, sorts in named.items())


def _is_of_models(case: Case, statement: Statement) -> bool:
    """Whether a sentence names AI, or tells of models in a job that is AI work: "Built the models that rank applicants"."""
    if statement.names_ai:
        return True
    return statement.job is not None and words.first(case.text, "models", statement.start, statement.end) is not None


def _is_at_work(case: Case, statement: Statement) -> bool:
    entry = telling.entry_at(case.evidence.resume, statement.start, statement.end)
    return isinstance(entry, Position) and entry.kind == "employment"


FLAG = Heuristic(
    id="no-ethics-awareness",
    severity="info",
    title="Nothing on ethics, bias or privacy",
    raised_when=(
        "the role asks for it, models at work decide about people (credit, health, hiring, faces), and no word of bias, fairness, "
        "privacy, explanation, oversight or appeal stands anywhere, nor how sorts of people compare"
    ),
    reason="The role asks for an eye on bias and governance; the resume does not mention it.",
    source="Job description, Red Flags to Watch For: AI ethics and bias considerations",
    innocent_explanations=(
        "it was another team's task",
        "the resume keeps to results, as most do",
        "the work was reviewed, and the review goes without saying",
    ),
    check=check,
)
