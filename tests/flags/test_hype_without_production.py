"""hype-without-production: the claim is held against what is told, and louder claims ask for more."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Flag

Raise = Callable[..., Flag | None]

CLAIMS = "SKILLS\nDeep Learning, Artificial Intelligence, GAN, LLM, Python, SQL\n\n"

LOUD = (
    "SUMMARY\nAI evangelist and visionary.\n\nSKILLS\nGenerative AI, LLM, RAG, LangChain, Agentic AI, Deep Learning, PyTorch, TensorFlow, "
    "Computer Vision, NLP, MLOps, Reinforcement Learning, Federated Learning, Fine-Tuning, Prompt Engineering, Transformers\n\n"
    "EXPERIENCE\nAI Consultant, Foo Ltd, Jan 2021 - Present\n"
)

FUTURIST = "SUMMARY\nGenAI futurist unlocking agentic potential.\n\nEXPERIENCE\nML Engineer, Foo Brand, Jan 2023 - Present\n- {}\n"

ASKED = [
    (
        "SUMMARY\nSculptor of sentient companies by hyper-personalised agentic minds and LLM wizardry.\n\n"
        "EXPERIENCE\nChief Wonder Officer, Foo Brand, Jan 2023 - Present\n- Enchanted the crowds of many a fair\n",
        "newer words of promotion",
    ),
    *(
        (FUTURIST.format(done), done)
        for done in (
            "61,000 subscribers, 320 posts about the endless power of LLMs and agents that act alone\n- Nine keynotes on AGI",
            "2 million views of my videos on LLM agents",
            "Grew a newsletter on LLM agents to 22,000 subscribers",
            "90,000 likes for my threads on RAG and multimodal LLMs",
            "Masterclasses on AI agents for 4,000 executives",
        )
    ),
    (
        CLAIMS + "EXPERIENCE\nERP Associate, Foo Ltd, Jan 2019 - Jan 2024\n- Loaded master data from the old system\n",
        "the work told is another trade's",
    ),
    (
        CLAIMS + "PROJECTS\nMatch Intensity Counter using Deep Learning\n\nEDUCATION\nB.Tech, 2019\n",
        "a project's title tells of nothing done",
    ),
    (
        "SUMMARY\nVisionary AI evangelist and thought leader with game-changing LLM magic.\n\n"
        "EXPERIENCE\nAI Visionary, Foo, Jan 2023 - Present\n- Inspired audiences with generative AI narratives\n",
        "promotion sets the tone, and nothing shows use",
    ),
    (
        "SUMMARY\nFamiliar with TensorFlow, Deep Learning, LLM and Artificial Intelligence.\n\n"
        "EXPERIENCE\nPython Developer, Foo Ltd, Jan 2018 - Present\n- Django pages\n",
        "a summary that only lists",
    ),
    (
        CLAIMS
        + "EXPERIENCE\nSAP Consultant, Foo Ltd, Jan 2015 - Present\n- A proof of concept of a chatbot, not gone live\n"
        + "".join(f"- Configured the pricing of plant {n} and trained its {n} key users\n" for n in range(40, 54)),
        "one chatbot tried out beside an account of another trade",
    ),
    (
        "SUMMARY\nWorld-class thought leader in Generative AI and autonomous agents, visionary in deep learning.\n\n"
        "EXPERIENCE\nChief AI Officer, Foo, Jan 2021 - Present\n- Achieved 100% accuracy across all models\n",
        "a perfect measure is a promise",
    ),
    (
        "SUMMARY\nVisionary thought leader, evangelist of agentic AI and LLMs.\n\nEXPERIENCE\nChief AI Officer, Foo, Jan 2021 - Present\n"
        "- Leveraged cutting-edge embeddings and vector databases to reimagine the knowledge economy\n",
        "a product named in a sentence of promotion",
    ),
    (
        "SKILLS\nDeep Learning, GAN, LLM, RNN, LSTM, PyTorch, Keras, Python\n\nEXPERIENCE\nIntern, Foo Ltd, Jan 2021 - Jun 2021\n"
        "- Worked with neural networks to create a chatbot for clients of the service\n",
        "eight of the newest, and one sentence without data, measure or place",
    ),
    (
        "SKILLS\nDeep Learning, GAN, LLM, RNN, LSTM, PyTorch, Keras, Python\n\nEXPERIENCE\nAI Founder, Foo Ltd, Jan 2021 - Present\n"
        "- Hosted 64 episodes of a podcast on deep learning for 3,000 listeners\n- Conversant with LangChain and vector databases\n",
        "listeners are no users, and acquaintance is no work",
    ),
    (
        "SUMMARY\nDigital visionary of next-generation LLM and agentic AI.\n\nEXPERIENCE\nHead of IT and AI, Foo Care, Jan 2019 - Present\n"
        "- Moved the file servers to Azure, two-factor login for 1,400 staff\n",
        "of a visionary only what is told of AI itself counts, and no other work of the post",
    ),
    (
        CLAIMS
        + "EXPERIENCE\nFounder, Foo, Jan 2019 - Present\n- Visionary, evangelist, conversant with LLM for experts and clients\n",
        "who is conversant with a thing names no users of it",
    ),
    (
        LOUD + "- Built a chat page for the fair with the OpenAI API, tried by 60 visitors\n",
        "one small thing told, and far more promised in a tone of promotion",
    ),
    (
        "SUMMARY\nTrailblazing AI whisperer with limitless agent swarms and multimodal LLM breakthroughs.\n\n"
        "EXPERIENCE\nFounder, Foo, Jan 2024 - Present\n- Sparked an AI renaissance among followers\n",
        "praise in other words",
    ),
]

NOT_ASKED = [
    *(
        (FUTURIST.format(done), done)
        for done in (
            "Recommender in PyTorch for 3M posts a day, used by 40,000 subscribers; nightly retraining on AWS",
            "RAG search over 12,000 manuals, used by 300 technicians\n- 12 keynotes on what went wrong",
            "Ad ranking with neural networks over 3M impressions a day",
            "Moderation model (BERT) reads 80,000 comments and posts a day, p95 90 ms",
        )
    ),
    (
        LOUD
        + "- Shipped a RAG assistant over 40k contracts to 900 lawyers\n- Fine-tuned an LLM on 12k letters, F1 from 0.71 to 0.84\n",
        "the same tone, and the work that it promises",
    ),
    (
        CLAIMS + "EXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n- Shipped an LLM assistant to 900 agents\n",
        "work with users",
    ),
    (
        CLAIMS + "EXPERIENCE\nIntern, Foo Ltd, Jan 2021 - Jun 2021\n- Built a deep learning model for leaf images\n",
        "an intern's honest small work",
    ),
    (
        CLAIMS
        + "EXPERIENCE\nDuring the capstone project I trained a small deep learning network on images of leaves.\n"
        "Intern, Foo Labs, Aug 2023 - Dec 2023\n",
        "an account that stands before the names",
    ),
    (
        "SKILLS\nPython, SQL, Machine Learning, Linear Regression, Pandas\n\nEDUCATION\nB.Sc Statistics, 2024\n",
        "nothing cutting-edge is claimed",
    ),
    (
        "SKILLS\nPython, Django, PostgreSQL, Docker, Kubernetes, Redis, Celery, AWS, Terraform, Git, Linux, Jenkins, React, "
        "HTML, CSS, Java, Spring, Kafka, Nginx, Bash, MySQL, Deep Learning, Artificial Intelligence\n\n"
        "EXPERIENCE\nBackend Developer, Foo Ltd, Jan 2018 - Present\n- Django services on Kubernetes for 2M users\n",
        "AI is a side remark of another profession",
    ),
    (
        "EDUCATION\nMSc Artificial Intelligence, 2024\nCourses: Deep Learning, Generative AI, Computer Vision\n\n"
        "EXPERIENCE\nBarista, Foo, Jan 2022 - Present\n- Prepared drinks and trained new starters\n",
        "what was studied is no claim",
    ),
    (
        "OBJECTIVE\nLooking for a role in deep learning and generative AI.\n\n"
        "EXPERIENCE\nAnalyst, Foo Ltd, Jan 2020 - Present\n- SQL reports for the sales team\n",
        "a wish is no claim",
    ),
    (
        "Ada Example   MLOps   Bergen\n\nNOW\nFoo Energy, platform | 2022.01 ->\n+ 46 models in prod on AKS, drift alerts nightly\n"
        "+ vLLM for the document chat, 300 users\n\nSTACK\nPyTorch, LLM, Deep Learning, Kubernetes\n",
        "headings nobody knows: the account is read all the same",
    ),
    (
        "SUMMARY\nVisionary thought leader in generative AI.\n\nEXPERIENCE\nML Engineer, Foo Ltd, Jan 2021 - Present\n"
        "- Cutting-edge LLM assistant for 900 agents, retrained on 22k letters a week\n",
        "a sentence of promotion that measures something",
    ),
]


@pytest.mark.parametrize(("text", "reason"), ASKED, ids=[row[1] for row in ASKED])
def test_asked(raised: Raise, text: str, reason: str) -> None:
    flag = raised("hype-without-production", text)
    assert flag is not None, reason
    assert flag.message.count("?") >= 1
    assert flag.evidence


@pytest.mark.parametrize(("text", "reason"), NOT_ASKED, ids=[row[1] for row in NOT_ASKED])
def test_not_asked(raised: Raise, text: str, reason: str) -> None:
    assert raised("hype-without-production", text) is None, reason


def test_of_a_beginner_it_is_asked_gently(raised: Raise) -> None:
    flag = raised("hype-without-production", CLAIMS + "EDUCATION\nB.Tech Computer Science, 2024\n")
    assert flag is not None
    assert flag.severity == "info"


def test_promotion_asks_for_more_told_work(raised: Raise) -> None:
    told = "- Answered 2,000 questions a day with RAG\n- Deployed a LangChain bot{}\n"
    assert raised("hype-without-production", LOUD + told.format("")) is not None
    assert raised("hype-without-production", LOUD + told.format(" over 900 manuals")) is None


def test_claims_far_beyond_any_account(raised: Raise) -> None:
    many = (
        "PyTorch, TensorFlow, Keras, CNN, RNN, LSTM, GAN, Transformers, BERT, GPT, LLM, RAG, LangChain, LlamaIndex, LoRA, QLoRA, "
        "RLHF, YOLO, OpenCV, NLP, Computer Vision, Reinforcement Learning, XGBoost, LightGBM, Random Forest, SVM, KNN, K-Means, "
        "MLOps, MLflow, Kubeflow, SageMaker, Vertex AI, Prompt Engineering, Generative AI, Deep Learning, Machine Learning"
    )
    job = "EXPERIENCE\nLead Data Scientist, Foo Ltd, Jan 2020 - Present\n- Leveraged Generative AI to unlock value\n"
    assert raised("hype-without-production", f"{job}\nSKILLS\n{many}\n") is not None
    told = "".join(f"- Served the {name} model to {n},000 users\n" for n, name in enumerate(("BERT", "YOLO", "RAG"), 2))
    assert raised("hype-without-production", f"{job}{told}\nSKILLS\n{many}\n") is None


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
    assert (raised("hype-without-production", text) is not None) is asked, reason
