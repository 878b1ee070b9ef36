"""unclear-explanation, no-ethics-awareness and hidden-text: tables of what is asked about and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Flag

Raise = Callable[..., Flag | None]

HEAD = "EXPERIENCE\nAI Specialist, Foo Ltd, Jan 2020 - Present\n"

JARGON = (
    "- Leveraged machine learning to unlock value across the organisation\n- Utilized NLP to provide end-to-end solutions\n"
    "- Ensured high quality by state-of-the-art techniques\n- Aligned scalable models with the business vision\n"
    "- Supported model governance as needed\n- Presented insights to senior stakeholders\n"
)
UNCLEAR = [
    (HEAD + JARGON, True, "words of business in the place of deeds"),
    (HEAD + JARGON + "- Cut the error rate of the forecast from 12% to 9%\n", False, "one line measures"),
    (
        HEAD
        + JARGON
        + "- Found the week of wrong tills with the managers of four shops, after tracing each receipt by hand\n",
        False,
        "one line tells what was done",
    ),
    (
        HEAD
        + "".join(
            f"- Built the {name} page in React\n" for name in ("login", "basket", "search", "order", "help", "admin")
        ),
        False,
        "plain and short is no jargon",
    ),
    (
        HEAD
        + "- Supported several AI projects and did much with data\n- Assisted the team with models and with other things\n"
        "- Responsible for projects and for several other tasks\n",
        True,
        "no problem, method, data or result",
    ),
    (
        HEAD
        + "- I am making report of sale for manager every day and he is using it\n- I fix many wrong number in stock list\n"
        "- Teach new people how is working the till, 12 people\n",
        False,
        "grammar is never measured, and this is plain",
    ),
    (HEAD + "- Various models\n", False, "too short to judge"),
    (
        HEAD + "- Various dashboards in Power BI for the sales team\n- Several SQL loads a night, 40 tables\n"
        "- Many small fixes in Python\n",
        False,
        "vague words beside concrete ones",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), UNCLEAR, ids=[row[2] for row in UNCLEAR])
def test_unclear_explanation(raised: Raise, text: str, expected: bool, reason: str) -> None:
    assert (raised("unclear-explanation", text) is not None) is expected, reason


SCORING = "- Built credit-scoring models with machine learning that reject 4,000 applicants a month\n"
ETHICS = [
    (HEAD + SCORING, True, "decisions about people, and not a word"),
    (
        HEAD + SCORING + "- Reviewed them for bias against single parents with the works council\n",
        False,
        "a review is told",
    ),
    (HEAD + SCORING + "- SHAP values for every refusal\n", False, "explanations are told"),
    (
        HEAD + "- Machine learning model of the risk that an offender on parole comes back\n",
        True,
        "decisions about liberty",
    ),
    (HEAD + "- Machine learning for pump failures, 140 pumps\n", False, "nobody is decided about"),
    (
        "EXPERIENCE\nMachine Learning Engineer, Foo, Jan 2020 - Jun 2024\n- Built the models that rank CVs for 40 employers\n",
        True,
        "models of an AI job, called nothing else",
    ),
    (
        "EXPERIENCE\nMachine Learning Engineer, Foo, Jan 2020 - Jun 2024\n- Models in PyTorch for 12 mills\n- Read CVs of interns\n",
        False,
        "no model decides about them",
    ),
    *(
        (HEAD + SCORING + f"- {done}\n", False, done)
        for done in (
            "Before a release the error rates of men and women, young and old are compared",
            "Lowered the cut-off where one group was refused too often",
            "Clerks can overrule any suggestion",
            "Wrote the data protection impact assessment",
            "Applicants may appeal",
            "Measured false rejections by subgroup each quarter",
            "Checked that women and men are rejected at the same rate",
            "Removed the postcode, as it stood for ethnicity",
            "Each refusal comes with its main reasons",
            "Nobody is refused by the model alone",
            "Pseudonymised the files before training",
        )
    ),
    *(
        (HEAD + SCORING + f"- {done}\n", True, done)
        for done in (
            "Given are age and sex, and 200 fields of the bureau",
            "Reports for 12 age groups of products",
            "Users can override the theme",
        )
    ),
    *(
        (HEAD + f"- {done}\n", False, done)
        for done in (
            "Candidates of the recommender come from embeddings; ranking is by XGBoost",
            "Annotated 9,000 sentences with two students and fine-tuned BERT on them",
            "A new convolutional network watches for a month before it may reject a part",
            "Trained an LLM for the triage of 3,000 tickets a day",
            "Migration of 12 machine learning models to Kubernetes for 40 tenants",
            "The benefits of the neural network outweigh the problems we face",
        )
    ),
    (HEAD + "- Neural network that ranks candidates for 200 shops\n", True, "candidates for a job"),
    (HEAD + "- Gradient boosting model that tells which students will drop out\n", True, "students at risk"),
    ("PROJECTS\nFace, eye and smile recognition\n- Deep learning on photos of faces\n", False, "a beginner's project"),
    (
        "EXPERIENCE\nIntern, Foo Bank, Jan 2020 - Jun 2020\n" + SCORING,
        False,
        "an intern's work is answered for by others",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), ETHICS, ids=[row[2] for row in ETHICS])
def test_no_ethics_awareness(raised: Raise, text: str, expected: bool, reason: str) -> None:
    flag = raised("no-ethics-awareness", text)
    assert (flag is not None) is expected, reason
    assert flag is None or flag.severity == "info"


def test_a_role_that_does_not_ask_for_ethics_asks_nothing(raised: Raise) -> None:
    role = {
        "id": "r",
        "title": "R",
        "version": "1",
        "requirements": [{"id": "python", "label": "Python", "skills": ["python"], "weight": 1, "source": "a test"}],
    }
    assert raised("no-ethics-awareness", HEAD + SCORING, role) is None


PAGE = "<html><body><h2>Experience</h2><p>Analyst, Foo Ltd, Jan 2022 - Present</p>{}</body></html>"
CLIPPED = "position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"
HIDDEN = [
    (PAGE.format("<p style='display:none'>Python PyTorch Kubernetes AWS Azure</p>"), True, "a line nobody sees"),
    (PAGE.format("<p style='display:none'>p. 2</p>"), False, "a template's leftover"),
    (
        PAGE.format("<p style='display:none'>+1 555-0143 ada@example.com www.example.com</p>"),
        False,
        "contact data sway no machine",
    ),
    (PAGE.format("<!-- Python PyTorch Kubernetes AWS Azure -->"), False, "a comment of whoever wrote the page"),
    (PAGE.format("<p>Python, SQL</p>"), False, "nothing hidden"),
    (
        PAGE.format("<p>Python, PyTorch, Kubernetes</p><p style='display:none'>Python PyTorch Kubernetes</p>"),
        False,
        "the same words in another place for phones",
    ),
    (
        PAGE.format(
            "<p>Python, PyTorch, Kubernetes</p>" + 5 * "<p style='display:none'>Python PyTorch Kubernetes</p><p>a</p>"
        ),
        True,
        "more copies than there are screens",
    ),
    *(
        (
            PAGE.format(
                f"<style>.sr{{{style}}}</style><p>Python</p>"
                + "".join(f"<p>a</p><b class=sr>{one}</b>" for one in said)
            ),
            asked,
            why,
        )
        for style, said, asked, why in (
            (CLIPPED, ["Skip to main content"], False, "a link past the menu"),
            ("position:absolute;left:-9999px", ["Zum Hauptinhalt springen"], False, "the same in German"),
            (CLIPPED, ["Email address:", "Telephone number:", "Opens in a new tab"], False, "labels of icons"),
            (CLIPPED, [f"Rating: {stars} of 5 stars" for stars in (5, 4, 3, 2)], False, "ratings drawn as stars"),
            (
                "display:none",
                ["Download PDF", "References available upon request"],
                False,
                "buttons and what is for print",
            ),
            (CLIPPED, ["Python PyTorch Kubernetes AWS Azure"], True, "skills under the name of a label"),
            (CLIPPED, ["Rating: expert", "Kubernetes expert level 5 of 5"], True, "a skill among the words of labels"),
            (CLIPPED, ["Skip to main content " * 4], True, "more than a label"),
            ("color:white", ["Skip to main content"], True, "no page hides its labels by their colour"),
        )
    ),
    *(
        (
            PAGE.format(
                "<p>Python, PyTorch, Kubernetes</p>"
                + copies * "<p style='display:none'>Python PyTorch Kubernetes</p><p>a</p>"
            ),
            expected,
            reason,
        )
        for copies, expected, reason in (
            (2, False, "a copy for phones and one for print"),
            (3, True, "one copy more than those"),
        )
    ),
]


@pytest.mark.parametrize(("page", "expected", "reason"), HIDDEN, ids=[row[2] for row in HIDDEN])
def test_hidden_text(raised: Raise, page: str, expected: bool, reason: str) -> None:
    flag = raised("hidden-text", page.encode())
    assert (flag is not None) is expected, reason
    assert flag is None or flag.severity == "serious"
