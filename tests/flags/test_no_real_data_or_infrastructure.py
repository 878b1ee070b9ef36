"""no-real-data-or-infrastructure: who claims AI work and tells of no data, no scale, no place it ran."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Flag

Raise = Callable[..., Flag | None]

CLAIMS = "\n\nSKILLS\nMachine Learning, NLP, Deep Learning, Python, SQL, scikit-learn\n"

ASKED = [
    (
        "PROJECTS\n- Titanic survival prediction in a notebook (Kaggle)\n- MNIST digit recognition in Colab\n"
        "- Iris classification with scikit-learn\n",
        "only tutorials' data sets",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- Worked on machine learning models\n"
        "- Used NLP and deep learning\n" + CLAIMS,
        "work without anything it was done on",
    ),
    (
        "PROJECTS\nAbnormal Behavior using Machine Learning\n" + CLAIMS + "\nEDUCATION\nB.E., 2019\n",
        "a title and a list",
    ),
    (
        "PROFILE\nVisionary and keynote speaker, at the frontier of AI.\n\nEXPERIENCE\nFounder, Foo Ltd, Jan 2021 - Present\n- Unleashed "
        "40 chatbots on 9 industries\n- Ten talks a year\n\nSKILLS\nMachine Learning, Deep Learning, NLP, Computer Vision, Generative AI, LLM, "
        "RAG, LangChain, Neural Networks, Fine-tuning, Reinforcement Learning, PyTorch, TensorFlow, MLOps, Prompt Engineering, AI agents\n",
        "where promotion sets the tone, one number stands for no list of sixteen",
    ),
    (
        "PROJECTS\n- Machine learning detector of fraud, trained on payments I simulated\n- Forecast of sales on a made-up sheet of 40 rows\n",
        "data that its maker invented",
    ),
    (
        "EXPERIENCE\nIntern, Foo Ltd, Jan 2021 - Jun 2021\n- Used a pre-trained VGG16 for image classification\n"
        + CLAIMS,
        "a ready model on nobody's data",
    ),
    (
        "EXPERIENCE\nAnalyst, Foo Ltd, Jan 2026 - Present\n- Machine learning that helps vendors and franchise owners take quick "
        "decisions about their next offer\n" + CLAIMS,
        "whom it serves says nothing of the data of a first year",
    ),
    (
        "EXPERIENCE\nConsultant, Foo Ltd, Jan 2018 - Present\n- Tried out machine learning that helps vendors and franchise owners take "
        "quick decisions\n" + "".join(f"- Workshop {n} on the yearly budget of a shop\n" for n in range(1, 9)) + CLAIMS,
        "eight years of other duties are none of AI",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2019 - Present\n- Found the top 5 questions with NLP\n" + CLAIMS,
        "a choice of five is no quantity",
    ),
    (
        "EXPERIENCE\nFounder, Foo Ltd, Jan 2021 - Present\n- Achieved 100% accuracy across all deep learning models\n"
        + CLAIMS,
        "a perfect measure measures nothing",
    ),
    (
        "EXPERIENCE\nBarista, Foo, Jan 2021 - Present\n- Prepared drinks\n\nPROJECTS\nSkin checker\n- 98.9% accuracy on 120 images\n"
        "- Keras app after a YouTube tutorial\n" + CLAIMS,
        "a project after a tutorial is a tutorial's throughout",
    ),
    (
        "EXPERIENCE\nFounder, Foo Ltd, Jan 2025 - Present\n- Wired a swarm of 30 agents with machine learning\n"
        "- Machine learning over my notes, running on my laptop\n- Machine learning demo to 80 people at a meetup, 600 users on the waitlist\n"
        + CLAIMS,
        "what was shown and not used, on one's own machine",
    ),
    (
        "Skill Details\nMACHINE LEARNING- Exprience - 6 months\nNLP- Exprience - 6 months\nDEEP LEARNING- Exprience - 6 months\n"
        "Company Details\ncompany - Foo Deployment Services\ndescription - Jan 2020 to Dec 2021\ncompany - Bar Ltd\n"
        "description - Promoted nearby shops",
        "the lines of a form are no one sentence",
    ),
    (
        "EXPERIENCE\nHead of AI, Foo Care, Jan 2021 - Present\n- The vendor's data scientists trained a fall model on our records\n"
        + CLAIMS,
        "what a vendor made is no work of the candidate's",
    ),
    (
        "EXPERIENCE\nAccount Executive, Foo Systems, Jan 2021 - Present\n- Sold for a firm whose platform did machine learning on Hadoop\n"
        + CLAIMS,
        "nor is what an employer sold",
    ),
    (
        "EXPERIENCE\nIntern, Foo Ltd, Jan 2025 - Aug 2025\n- Machine learning that predicts which kilns crack and which glazes craze "
        "before the potters fire them\n" + CLAIMS,
        "eight months of the same",
    ),
    (
        "EXPERIENCE\nIntern, Foo Ltd, Jan 2021 - Jun 2021\n- Drafted an end-to-end timetable of ferries in a spreadsheet\n"
        + CLAIMS,
        "end-to-end is a word, and no place it ran",
    ),
    (
        "EXPERIENCE\nQA Analyst, Foo Ltd, Jan 2018 - Present\n- Validated nightly loads from Oracle to Snowflake with SQL queries\n"
        "\nSKILLS\nMachine Learning, Deep Learning, NLP, Computer Vision, LLM, RAG, Prompt Engineering, TensorFlow, PyTorch, Keras, "
        "scikit-learn, XGBoost, Hugging Face, LangChain, SageMaker, Vertex AI, AI agents\n",
        "other work on data does not answer for so many claims",
    ),
]

NOT_ASKED = [
    (
        "EXPERIENCE\nLaboratory Assistant, Foo Dairy, Jan 2018 - Present\n- Regression model of the milk line, RMSEP for water 0.21 %\n"
        + CLAIMS,
        "a measure of another trade's models",
    ),
    (
        "EXPERIENCE\nAnalyst, Foo Ltd, Jan 2021 - Present\n- Machine learning that helps vendors and franchise owners take quick "
        "decisions about their next offer\n" + CLAIMS,
        "whoever did so for years has met data, though a short resume does not tell of them",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2025 - Mar 2026\n- Machine learning that predicts which kilns crack and which glazes craze "
        "before the potters fire them\n" + CLAIMS,
        "fifteen months told at length",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2025 - Present\n- NLP chatbot for clients of the ferry line\nML Engineer, Bar Ltd, Jan 2024 - "
        "Dec 2024\n- Computer vision that tells ripe pears from green ones while they pass on a belt\n" + CLAIMS,
        "years in two jobs add up",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Care, Jan 2021 - Present\n- Replaced the vendor's fall model with machine learning of our own, "
        "AUC 0.81 on 40,000 records\n" + CLAIMS,
        "a vendor is named, and what took its place is measured",
    ),
    (
        "EXPERIENCE\nProfessor, Foo University, Jan 2001 - Present\n- Memory controllers\n\nPUBLICATIONS\n"
        "Neural networks for branch prediction. 2019.\nMachine learning and the cache. 2020.\nDeep learning in hardware. 2021.\n",
        "the titles of papers claim nothing",
    ),
    (
        "Ada Example, AI researcher\nyoutube.com/ada imdb.com/ada\n\nEXPERIENCE\nEngineer, Foo Ltd, Jan 2021 - Present\n- Film sets\n",
        "where a person is found on the web is no data set",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- Churn model with machine learning on 1.2M customer records\n"
        + CLAIMS,
        "a quantity of real things",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- NLP on support mails, cleaned and labelled by hand\n"
        + CLAIMS,
        "work on data",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2026 - Present\n- Explore and clean the data, then fit a machine learning model\n"
        + CLAIMS,
        "data that had to be cleaned",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- Deep learning service in Docker on Azure\n" + CLAIMS,
        "a place it runs",
    ),
    (
        "EXPERIENCE\nIntern, Foo Ltd, Jan 2021 - Jun 2021\n- OCR of freight papers, trained on delivery note data\n"
        + CLAIMS,
        "data with an origin",
    ),
    (
        "EXPERIENCE\nAnalyst, Foo Ltd, Jan 2018 - Present\n- Dashboards in Power BI on SQL Server for the claims team\n"
        + CLAIMS,
        "AI is listed by somebody whose work on data is told",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- Deep learning checks test sheets, lookup time from 20 minutes to 2\n"
        + CLAIMS,
        "a gain in time is measured",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- Cut the processing time of the machine learning jobs by 4 folds\n"
        + CLAIMS,
        "so is one in folds",
    ),
    (
        "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- NLP that finds forged receipts for the claims team\n"
        + CLAIMS,
        "what the data are made of is named",
    ),
    (
        "EXPERIENCE\nConsultant, Foo Ltd, Jan 2021 - Present\n- Tried out an NLP chatbot\n"
        + "".join(f"- Moved {n} GB of orders from Oracle to PostgreSQL for client {n}\n" for n in range(20, 26))
        + CLAIMS,
        "one chatbot among other work on real data",
    ),
    (
        "\n".join(
            f"{left:<44}{right}"
            for left, right in zip(
                [
                    "SKILLS",
                    "Machine Learning",
                    "NLP",
                    "Deep Learning",
                    "PyTorch",
                    "Python",
                    "SQL",
                    "Git",
                    "Docker",
                    "LANGUAGES",
                    "Dutch",
                ],
                [
                    "EXPERIENCE",
                    "Teacher, Foo School",
                    "Jan 2020 - Present",
                    "- Absence of 1,100 pupils",
                    "- NLP on their essays",
                    "- Plans for the timetable",
                    "- Eleven classes",
                    "- A coding club",
                    "EDUCATION",
                    "BSc Mathematics",
                    "2012 - 2016",
                ],
                strict=True,
            )
        ),
        "columns side by side: what belongs to what can't be told",
    ),
    (
        "EXPERIENCE\nNurse, Foo Clinic, Jan 2015 - Present\n- Cared for 20 patients a day\n\nSKILLS\nFirst aid, MS Office\n",
        "no AI is claimed",
    ),
    (
        "EXPERIENCE\nStatistician, Foo Trials, Jan 2015 - Present\n- Survival analysis\n\n"
        "SKILLS\nLinear regression, logistic regression, Poisson regression, SAS, R\n",
        "statistics is no claim of AI",
    ),
]


@pytest.mark.parametrize(("text", "reason"), ASKED, ids=[row[1] for row in ASKED])
def test_asked(raised: Raise, text: str, reason: str) -> None:
    flag = raised("no-real-data-or-infrastructure", text)
    assert flag is not None, reason
    assert flag.message.endswith("does not say.")
    assert flag.evidence


@pytest.mark.parametrize(("text", "reason"), NOT_ASKED, ids=[row[1] for row in NOT_ASKED])
def test_not_asked(raised: Raise, text: str, reason: str) -> None:
    assert raised("no-real-data-or-infrastructure", text) is None, reason


def test_a_tutorials_data_set_is_shown_as_such(raised: Raise) -> None:
    flag = raised("no-real-data-or-infrastructure", ASKED[0][0])
    assert flag is not None
    assert next(one.quote for one in flag.evidence if "tutorial" in one.note) == "Titanic"


def test_the_evidence_names_the_work_and_no_heading(raised: Raise) -> None:
    flag = raised("no-real-data-or-infrastructure", ASKED[1][0])
    assert flag is not None
    assert [one.quote for one in flag.evidence if one.note.startswith("no data")] == [
        "- Worked on machine learning models",
        "- Used NLP and deep learning",
    ]


@pytest.mark.parametrize(
    ("done", "asks"),
    [("Deployed models with SageMaker", False), ("Tuned models", True), ("Moved the archive to the attic", True)],
)
def test_where_models_ran_is_asked_unless_told(raised: Raise, done: str, asks: bool) -> None:
    job = f"EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- {done}\n- Used NLP and deep learning\n"
    flag = raised("no-real-data-or-infrastructure", f"{job}{CLAIMS}")
    assert flag is not None
    assert ("where did the models run" in flag.message) == asks


@pytest.mark.parametrize(
    ("listed", "asked", "reason"),
    [
        ("Python, Flask", False, "a student claims what the one project was made with"),
        ("Python, Flask, Deep Learning, GAN, LLM", True, "and here more than that"),
    ],
)
def test_a_student_is_not_asked_about_a_project_of_study(raised: Raise, listed: str, asked: bool, reason: str) -> None:
    text = (
        "Jo Doe\n\nEDUCATION\nB.E. Computer Science, Example College, 2024\n\nSKILLS\n" + listed + "\n\n"
        "ACADEMIC PROJECT\nCrop Disease Detection using CNN (Jan 2024 - May 2024)\n"
        "Technology: Python, TensorFlow, Computer Vision\nTeam size: 4\n"
    )
    assert (raised("no-real-data-or-infrastructure", text) is not None) is asked, reason
