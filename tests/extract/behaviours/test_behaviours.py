"""Behaviours: the examples and counter-examples that stand beside the patterns, and where a behaviour may stand."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.data import table

PATTERNS = [
    (behaviour["id"], number, row)
    for behaviour in table("language/behaviours")["behaviour"]
    for number, row in enumerate(behaviour["pattern"])
]
EXAMPLES = [(id_, text) for id_, _, row in PATTERNS for text in row.get("examples", ())]
COUNTER_EXAMPLES = [(id_, text) for id_, _, row in PATTERNS for text in row.get("counter_examples", ())]


def shown(text: str) -> set[str]:
    """The behaviours that a line of a job shows."""
    # Behaviours that need company of a family find it in the line before.
    resume = f"Experience\nEngineer, Acme Corp, Jan 2019 - Dec 2021\n- {text}\n"
    return {m.skill for m in aimatch.extract(resume) if m.kind == "behaviour" and m.status == "asserted"}


@pytest.mark.parametrize(("behaviour", "text"), EXAMPLES)
def test_an_example_shows_its_behaviour(behaviour: str, text: str) -> None:
    assert behaviour in shown(text)


@pytest.mark.parametrize(("behaviour", "text"), COUNTER_EXAMPLES)
def test_a_counter_example_does_not(behaviour: str, text: str) -> None:
    assert behaviour not in shown(text)


def test_every_pattern_of_words_has_two_examples_and_two_counter_examples() -> None:
    worded = [row for row in PATTERNS if ("phrases" in row[2] or "sequence" in row[2]) and "sections" not in row[2]]
    bare = [
        f"{id_}[{number}] {kind}"
        for id_, number, row in worded
        for kind in ("examples", "counter_examples")
        if len(row.get(kind, ())) < 2
    ]
    assert not bare


def test_patterns_name_known_sets_and_families() -> None:
    language = table("language/behaviours")
    sets = {f"@{name}" for name in language["sets"]}
    named = set(language["apart"])
    for words in (*language["sets"].values(), *(one.get("itself", ()) for one in language["behaviour"])):
        named.update(words)
    for _, _, row in PATTERNS:
        named.update(row.get("without", ()))
        for part in row.get("sequence", ()):
            named.update([part] if isinstance(part, str) else part)
    assert sets == {name for name in named if name.startswith("@")}, "unknown sets, and sets that no pattern uses"
    families = {row["with"] for _, _, row in PATTERNS if "with" in row}
    assert families == set(language["families"])
    skills = aimatch.load_taxonomy()
    assert not [
        root for row in language["families"].values() for root in (*row["roots"], *row["alone"]) if root not in skills
    ]


def test_patterns_name_known_numbers() -> None:
    numbers = {"#percent", "#money", "#count", "#large", "#measure", "#change", "#skill"}
    parts = [part for _, _, row in PATTERNS for part in row.get("sequence", ())]
    used = {one for part in parts for one in ([part] if isinstance(part, str) else part) if one.startswith("#")}
    assert used <= numbers


PLACES = [
    (
        "Certifications\nKite Surveying, Dune Academy, 2020",
        "shows-continuous-learning",
        "a line among the certificates",
    ),
    (
        "Activities\nMachine learning with Python",
        "shows-continuous-learning",
        "an activity that names a technical skill",
    ),
    ("Activities\nNeural networks, Dune University", "shows-continuous-learning", "an activity at a school"),
    ("Summary\nCurrently learning PyTorch", "shows-continuous-learning", "who is learning keeps learning"),
]


@pytest.mark.parametrize(("text", "behaviour", "why"), PLACES, ids=[row[2] for row in PLACES])
def test_places_show_behaviours(text: str, behaviour: str, why: str) -> None:
    assert behaviour in {m.skill for m in aimatch.extract(text) if m.status == "asserted"}, why


def clearly(text: str) -> dict[str, bool]:
    """The asserted behaviours of a text, each with whether any mention of it is clear."""
    found: dict[str, bool] = {}
    for mention in aimatch.extract(text):
        if mention.kind == "behaviour" and mention.status == "asserted":
            found[mention.skill] = found.get(mention.skill, False) or mention.via == "behaviour"
    return found


JOB = "Experience\nEngineer, Acme Corp, Jan 2019 - Dec 2021\n"
AI = "- Machine learning with PyTorch and XGBoost\n"

STRENGTHS = [
    ("Certifications\nPython course, Dune Academy, 2020", "shows-continuous-learning", True, "a finished course"),
    ("Certifications\nKite Surveying, Dune Academy, 2020", "shows-continuous-learning", False, "of another trade"),
    ("Activities\nApplied machine learning course", "shows-continuous-learning", True, "a course among activities"),
    (
        "Activities\nEvening program, a crash course in machine learning",
        "shows-continuous-learning",
        True,
        "named in front",
    ),
    ("Activities\nIntroduction to neural networks", "shows-continuous-learning", True, "a title as courses have them"),
    ("Activities\nMachine learning on sand dunes", "shows-continuous-learning", False, "it may be one"),
    ("Courses\nPyTorch (enrolled, to be completed 2027)", "shows-continuous-learning", False, "only begun"),
    ("Summary\nWould like to learn PyTorch", "shows-continuous-learning", False, "a wish suggests"),
    ("Skills\nTeam lead, Excel", "shows-leadership", False, "a claim among the skills"),
    ("Skills\nSupervised 4 theses, Excel", "shows-leadership", True, "a deed among the skills"),
    (f"{JOB}- Cut costs by 30 %", "shows-business-impact", True, "a measured result of the business"),
    (f"{JOB}- Cut costs", "shows-business-impact", False, "a result without a measure"),
    (f"{JOB}- Cut the queue from three weeks to four days", "shows-business-impact", True, "a change in letters alone"),
    (f"{JOB}{AI}- 900 bookings per week", "shows-production-ai", False, "figures of what other lines say nothing of"),
    (f"{JOB}{AI}- XGBoost score, 900 bookings per week", "shows-production-ai", True, "AI is named in the line"),
    (
        f"{JOB}{AI}- Ranked berths with XGBoost for the harbour. It was a long\n  winter. 900 bookings per week",
        "shows-production-ai",
        True,
        "AI is named in the line, which the page has wrapped",
    ),
    (f"{JOB}{AI}- The model prices 900 bookings", "shows-production-ai", True, "the model is named itself"),
    (f"{JOB}- Saving Rs. 6.4 crore a year", "shows-business-impact", True, "an abbreviation ends no sentence"),
]


@pytest.mark.parametrize(("text", "behaviour", "clear", "why"), STRENGTHS, ids=[row[3] for row in STRENGTHS])
def test_how_clearly_a_behaviour_is_shown(text: str, behaviour: str, clear: bool, why: str) -> None:
    assert clearly(text).get(behaviour) is clear, why


def test_one_passing_mention_of_a_field_is_no_company() -> None:
    deployed = "- Deployed the new services to production\n"
    assert "shows-ml-pipelines" not in clearly(f"{JOB}{deployed}- Read about machine learning\n")
    assert clearly(f"{JOB}{deployed}- Machine learning with PyTorch and XGBoost\n")["shows-ml-pipelines"]
    assert clearly(f"{JOB.replace('Engineer', 'Machine Learning Engineer')}{deployed}")["shows-ml-pipelines"]


def test_ai_agents_are_nobody_who_is_served() -> None:
    assert clearly(f"{JOB}- Deployed 40 AI agents with LangChain\n")["shows-production-ai"] is False


def test_a_sentence_shows_a_behaviour_once() -> None:
    text = f"{JOB}- Mentored two juniors, led a team of six and managed the migration project\n"
    assert [m.skill for m in aimatch.extract(text) if m.kind == "behaviour"].count("shows-leadership") == 1


@pytest.mark.parametrize(
    ("text", "quote", "status", "why"),
    [
        ("Never led a team of five.", "led a team", "negated", "the denial takes the verb in"),
        ("I have not mentored juniors yet.", "mentored juniors", "negated", "the same in a perfect"),
        ("Did not present to the board.", "present to the board", "negated", "the same with an auxiliary"),
        ("Not only led a team of five but hired them.", "led a team", "asserted", "no denial"),
        ("I have never led a team without weekly talks.", "led a team", "asserted", "two denials"),
        ("Have not led people so far; mentored two interns.", "mentored two interns", "asserted", "behind it"),
    ],
)
def test_what_a_denial_says_of_a_deed(text: str, quote: str, status: str, why: str) -> None:
    job = f"Experience\nEngineer, Acme Ltd, Jan 2018 - Dec 2020\n- {text}\n"
    told = {one.status for one in aimatch.extract(job) if one.kind == "behaviour" and one.quote.startswith(quote)}
    assert told == {status}, why


def test_what_others_took_live_shows_nothing() -> None:
    job = "Experience\nAI Evangelist, Own firm, Jan 2018 - Dec 2020\n- Talks on LLMs and machine learning\n"
    for said, shown_by in (
        ("- Deployed a chatbot on Azure OpenAI\n", {"asserted"}),
        ("- One client, Oasis Retail, went on to deploy a chatbot on Azure OpenAI with its own engineers\n", set()),
    ):
        mentions = aimatch.extract(job + said)
        assert {one.status for one in mentions if one.skill == "shows-ml-pipelines"} == shown_by, said


def test_what_a_phrase_only_suggests_is_less_certain_than_what_it_shows() -> None:
    pairs = [
        ("Communication with vendors", 0.9),
        (f"{JOB}- Presented the timetable to the board of nine depots\n", 0.95),
    ]
    for text, certainty in pairs:
        found = [one for one in aimatch.extract(text) if one.skill == "shows-communication"]
        assert [one.certainty for one in found] == [certainty], text
