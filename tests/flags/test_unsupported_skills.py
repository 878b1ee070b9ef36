"""unsupported-skills: a list is long in relation to what is told, and mostly idle."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Flag

Raise = Callable[..., Flag | None]

LIST = "SKILLS\nTensorFlow, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform, LangChain, Snowflake, dbt, Scala\n\n"
TOLD = (
    "- Nightly Airflow pipelines in Spark and Scala, orders from Kafka into Snowflake with dbt\n"
    "- Trained the demand model in PyTorch, tracked in MLflow, served on Kubernetes; cluster by Terraform\n"
)

ASKED = [
    (LIST + "EXPERIENCE\nBarista, Foo, Mar 2020 - Present\n- Prepared drinks, trained new starters\n", "another trade"),
    (LIST + "EXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Worked on various projects\n", "nothing is told"),
    (
        LIST
        + "EXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Responsible for TensorFlow, PyTorch, Kubernetes, Spark, Kafka\n",
        "a line of duties lists again",
    ),
    (
        "EXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Leveraged best practices\nEnvironment: TensorFlow, PyTorch, Kubernetes, "
        "Spark, Kafka, Airflow, MLflow, Terraform, LangChain, Snowflake\n",
        "an environment of a job in which nothing is told",
    ),
    (
        "EXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Built a question generator with BERT in Docker. Skills\nTensorFlow, PyTorch, "
        "Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform, Snowflake, dbt, Scala\n",
        "a heading behind the end of a sentence",
    ),
    (
        "SKILLS\nData: Terraform, Zorpling, Kafka, Quuxling, Snowflake, Blargling, dbt, Fnordling, Airflow, Grubling, Scala, Frobling, PyTorch, MLflow, Bazling, TensorFlow\n\n"
        "EXPERIENCE\nDeveloper, Foo, Mar 2020 - Present\n- Casual work on several things\n",
        "a list is one with names that nobody knows, too",
    ),
    (
        "SKILLS\nTensorFlow, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform, Python, SQL, Docker, Flask\n\n"
        "EXPERIENCE\nDeveloper, Foo, Mar 2020 - Present\n- Built the booking page of a ferry line in Python and Flask, with SQL and "
        "Docker, for its harbour offices\n",
        "eight idle skills beside four that the one account shows",
    ),
    (
        "SKILLS\nTensorFlow, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Python, SQL, Flask\n\n"
        "EXPERIENCE\nDeveloper, Foo, Mar 2020 - Present\n- Built the booking page of a ferry line in Python and Flask, with SQL\n",
        "a short list: seven idle skills beside three that are shown",
    ),
    (
        "SKILLS\nTensorFlow, Keras, Kubernetes, Kafka, Flask, Django, Hive, Azure, PostgreSQL, Python\n\n"
        "EXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Predicted late orders of a ferry line in Python with clustering, "
        "regression, text mining and time series analysis; charts in Excel, reports in Git, meetings about ETL and data quality\n",
        "as many others are told of, and still nothing of the list",
    ),
    (
        "PROJECTS\nMirror with a screen Skills\nTensorFlow, PyTorch, Kubernetes, Spark,\nKafka, Airflow, MLflow, Terraform,\n"
        "LangChain, Snowflake, dbt, Scala\n\nEXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Worked on various things\n",
        "a list that ran on behind a project's title",
    ),
    (
        LIST
        + "EXPERIENCE\nFounder, Foo, Mar 2020 - Present\n- Lead a studio of one, conversant with TensorFlow, PyTorch, Kubernetes, Spark, "
        "Kafka, Airflow and MLflow\n",
        "who is conversant with names says nothing of their use",
    ),
    (
        "SKILLS\nDatabases: PostgreSQL, Redis, Cassandra, Neo4j, MongoDB\nLanguages: Scala, Kotlin, Rust, Erlang, Haskell, Perl\nOther: Kafka, "
        "Spark, Airflow, MLflow, LangChain, Snowflake, dbt, Solr, Hadoop, Hive\n\nEDUCATION\n"
        + "".join(
            f"Evening school of a town by the sea, course {n} on sailing and the care of boats\n" for n in range(11)
        ),
        "a long text in which no work is told at all",
    ),
]

PROMOTED = "PROFILE\nVisionary, keynote speaker\n\n" + LIST + "EXPERIENCE\nFounder, Foo, Mar 2020 - Present\n"
RODE = "- Rode from harbour to harbour and told the owners of small ferries what might come upon them some day\n"
PROMISE = (
    "- Leveraging next-generation TensorFlow, PyTorch, Kubernetes, Spark, Kafka and Airflow to turn whole industries of this tired planet "
    "into gold\n"
)
ASKED += [
    (PROMOTED + 6 * PROMISE, "a sentence of promotion that measures nothing shows no use"),
    (PROMOTED + 17 * RODE, "a long account where promotion sets the tone"),
]

NOT_ASKED = [
    (
        "WHAT I LEARNED\nFoo School, full time, 24 weeks\nCapstone: we predicted the demand of a shop.\n"
        "* Cleaned the tables in pandas and fitted a random forest to begin with (RMSE 2.31).\n"
        "* Logistic regression over TF-IDF: accuracy 84%, macro F1 0.77.\n"
        "* I scraped 900 reviews with BeautifulSoup.\n* Our SQL joins ran in Postgres, charts in Tableau and matplotlib.\n\n"
        "EXPERIENCE\nStore Manager, Foo Garden, Apr 2018 - Feb 2026\n- Hired 34 people\n",
        "short sentences that measure, or tell of a doing, under a heading of their own",
    ),
    (
        (PROMOTED + 17 * RODE).replace("Visionary, keynote speaker", "A person of the sea"),
        "an account as long without promotion",
    ),
    (
        LIST
        + "SUMMARY\nCompleted the internal Kafka training. Attended a course on Spark and Scala. Passed the Terraform certification. "
        "Finished an Airflow workshop.\n\nEXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Various duties\n",
        "courses show where it was learned, wherever they are told of",
    ),
    (
        LIST
        + "PROJECTS\nTide table\n- Served the tides of eleven harbours to the boats of old fishermen by radio and telephone\n"
        "TensorFlow, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform\n",
        "the names of a project that is told",
    ),
    (
        "SKILLS\nOperating systems: Solaris. Databases: Redis, Derby. Web servers: Apache HTTP Server. Version control: Perforce. "
        "Build tools: Ant. IDE: Eclipse\n\nEXPERIENCE\nDeveloper, Foo, Mar 2020 - Present\n- Fixed what customers of the ticket shop reported\n",
        "the labels of a list are none of its names",
    ),
    (
        LIST
        + "PUBLICATIONS\nFoo, A. Depth from two cameras with optical flow, stereo vision and camera calibration. 2024\n"
        "- Trained segmentation networks with transfer learning, contrastive learning, knowledge distillation and data augmentation\n"
        "- Speech recognition, machine translation, topic modeling and named entity recognition for two small languages\n"
        "- Bayesian inference, Gaussian processes and active learning where labels cost much\n",
        "papers tell of as much",
    ),
    (LIST + "EXPERIENCE\nData Engineer, Foo, Mar 2020 - Present\n" + TOLD, "the account stands for the list"),
    ("SKILLS\nPython, SQL, Excel, Tableau, Git\n\nEDUCATION\nB.Sc., 2024\n", "a short list"),
    (
        "SKILLS\nMS Word, MS Excel, PowerPoint, Outlook, Windows 10, Windows 7, Microsoft Teams, Slack, OneNote\n\n"
        "EXPERIENCE\nClerk, Foo, Jan 2015 - Present\n- Kept the books of three shops\n",
        "nobody tells of using an office suite",
    ),
    (
        LIST + "EDUCATION\nBootcamp 2024: TensorFlow, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform\n",
        "study shows where it was learned",
    ),
    (
        "EXPERIENCE\nDeveloper, Foo, Mar 2020 - Present\n- Moved the booking portal of a ferry line to microservices without a "
        "night of downtime\nEnvironment: Java, Spring Boot, Kafka, PostgreSQL, Docker, Kubernetes, Jenkins, Terraform, Redis\n",
        "an environment of a job that is told",
    ),
    (
        LIST
        + "ACTIVITIES\nCourses: Spark and Scala; Kafka in practice; Airflow for everyone\n\nEXPERIENCE\nEngineer, Foo, Mar 2020 - "
        "Present\n- Trained the demand model in PyTorch, tracked in MLflow\n",
        "courses among the activities show where it was learned",
    ),
    (
        "SKILLS\nMS Word, MS Excel, PowerPoint, Outlook, Windows 10, Teams, Slack, OneNote, Visual Basic, Forecasting, Data mapping, "
        "User acceptance testing, HTML\n\nEXPERIENCE\nAnalyst, Foo Bank, Jan 2015 - Present\n- Kept the loan files of three markets\n",
        "a clerk's list is office programs for the most part",
    ),
    (
        "SUMMARY\nMain stack: PHP, Node.js, React, MySQL, PostgreSQL, Docker, Redux, Symfony, Angular, Webpack.\n"
        + "".join(
            f"Foo {name}, developer: fixed what customers of the ticket shop saw in week {n}\n"
            for n, name in enumerate("ABCDEFGHIJKLMNO", 1)
        ),
        "no part of the text could be made out as work",
    ),
    (
        "SKILLS\nPython, Go, Terraform, Kubernetes, AWS, Google Cloud, PostgreSQL, Docker\n\nEXPERIENCE\nEngineer, Foo, Jan 2021 - Present\n"
        "- Moved 40 services to three regions\n\nCERTIFICATIONS\nAWS Certified Solutions Architect, 2022\n"
        "Certified Kubernetes Administrator (CKA), 2021\n",
        "certificates prove what they are about",
    ),
]


@pytest.mark.parametrize(("text", "reason"), ASKED, ids=[row[1] for row in ASKED])
def test_asked(raised: Raise, text: str, reason: str) -> None:
    flag = raised("unsupported-skills", text)
    assert flag is not None, reason
    assert all(text[one.start : one.end] == one.quote for one in flag.evidence)


@pytest.mark.parametrize(("text", "reason"), NOT_ASKED, ids=[row[1] for row in NOT_ASKED])
def test_not_asked(raised: Raise, text: str, reason: str) -> None:
    assert raised("unsupported-skills", text) is None, reason


def test_what_stands_in_the_lists_of_jobs_is_not_called_unused(raised: Raise) -> None:
    # The score takes these for use; what is missing is what was done with them.
    names = "TensorFlow, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform, LangChain, Snowflake"
    job = "EXPERIENCE\nEngineer, Foo, Mar 2020 - Present\n- Leveraged best practices\n"
    flag = raised("unsupported-skills", f"{job}Environment: {names}\n")
    assert flag is not None
    assert "nowhere" not in flag.message
    assert {one.note for one in flag.evidence} == {"in a list of its entry"}
    flag = raised("unsupported-skills", f"SKILLS\n{names}\n\n{job}")
    assert flag is not None
    assert "nowhere shown in use" in flag.message
    assert {one.note for one in flag.evidence} == {"listed only"}


OFFICE = "SKILLS\nExcel, Word, PowerPoint, Outlook, Python, Docker, Kubernetes, Terraform{}\n\nEXPERIENCE\nClerk, Foo, Mar 2020 - Present\n- Filed letters of the office\n"
PROFESSIONAL = [
    (OFFICE.format(""), False, "four skills of a profession among an office's"),
    (OFFICE.format(", Kafka"), True, "five"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), PROFESSIONAL, ids=[row[2] for row in PROFESSIONAL])
def test_how_many_skills_of_a_profession_are_asked_about(raised: Raise, text: str, expected: bool, reason: str) -> None:
    assert (raised("unsupported-skills", text) is not None) is expected, reason


@pytest.mark.parametrize(
    ("since", "severity", "reason"),
    [
        ("Jul 2026", "info", "who begins lists what was learnt"),
        ("Jan 2020", "caution", "after years something is told"),
    ],
)
def test_beginners_are_asked_more_mildly(raised: Raise, since: str, severity: str, reason: str) -> None:
    flag = raised("unsupported-skills", LIST + f"EXPERIENCE\nBarista, Foo, {since} - Present\n- Prepared drinks\n")
    assert flag is not None
    assert flag.severity == severity, reason


IN_A_LIST = "\n\nEXPERIENCE\nClerk, Foo, Mar 2020 - Present\n- Filed letters\nEnvironment: {}\n"


@pytest.mark.parametrize(
    ("named", "says"),
    [("Keras", "though 1 stands in the lists of jobs"), ("Keras, Flask", "though 2 stand in the lists of jobs")],
)
def test_one_skill_stands_where_several_stand(raised: Raise, named: str, says: str) -> None:
    flag = raised("unsupported-skills", LIST + IN_A_LIST.format(named))
    assert flag is not None
    assert says in flag.message
