"""How far a cue of status reaches: what governs a clause, and what only looks like a cue."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.extract.status.vocabulary import composed

A, N, P, O = "asserted", "negated", "aspirational", "other-person"  # noqa: E741

CASES: list[tuple[str, dict[str, str], str]] = [
    # a colon behind a cue's own object begins something else
    ("Never late with a release: Jenkins, Docker.", {"Jenkins": A, "Docker": A}, "what is denied is the delay"),
    ("No team member left behind: taught all of them Git", {"Git": A}, "what is denied is the leaving"),
    ("Fear no legacy: COBOL, AS/400", {"COBOL": A}, "the noun denied stands before the colon"),
    ("Enthusiastic about data: pandas, NumPy", {"pandas": A, "NumPy": A}, "the interest is in data"),
    ("Aspiring data scientist: pandas, scikit-learn", {"pandas": A, "scikit-learn": A}, "the wish is for the role"),
    ("Aspiring analyst with solid SQL and Tableau.", {"SQL": A, "Tableau": A}, "what is brought along for it"),
    ("Interested in: Rust, Zig", {"Rust": P, "Zig": P}, "a label has no object of its own"),
    ("Not used in production: Flink", {"Flink": N}, "time and place are no object"),
    ("Learning from logs: built a dashboard in Kibana.", {"Kibana": A}, "what one learns from is at hand"),
    # a noun that is denied of a thing is not the thing
    ("No documentation existed for the Airflow jobs; I wrote it.", {"Airflow": A}, "a noun of the thing"),
    ("No exposure to Airflow.", {"Airflow": N}, "a noun of dealing with it"),
    ("Rarely a day without Excel.", {"Excel": A}, "two denials"),
    # a wish that came true, or is told with what it is for
    ("My interest in maps led to a QGIS plugin.", {"QGIS": A}, "what came of the interest"),
    ("By summer I intend to have my Scrum Master certificate.", {"Scrum Master": P}, "my, of a thing not had yet"),
    ("Hope to work as a computer vision tester by spring.", {"computer vision": P}, "the role wished for"),
    ("I want to use my pandas skills as a data analyst.", {"pandas": A}, "what is brought along"),
    ("Completed the first month of a bootcamp in React.", {"React": P}, "a part done is not the whole"),
    ("Completed a bootcamp in React.", {"React": A}, "the whole is"),
    # pronouns
    ("My AWS certificate is old and I have not worked with it since.", {"AWS": N}, "it, across the conjunction"),
    ("Read about Kubernetes, never ran it.", {"Kubernetes": N}, "a remark behind a comma"),
    ("Taught colleagues PySpark, which was new to them.", {"PySpark": A}, "them are the colleagues"),
    ("Explained SQL to people who had never seen it.", {"SQL": A}, "who tells of others"),
    ("Introduced Docker in a team that had never used it.", {"Docker": A}, "that tells of others"),
    ("Kafka is a tool that I have never used.", {"Kafka": N}, "that I tells of the candidate"),
    # remarks composed of the words of labels
    ("Ansible - sadly not", {"Ansible": N}, "an adverb and a denial"),
    ("Angular: hopefully soon, Vue: daily", {"Vue": A}, "each item has its own"),
    ("Docker - not in production", {"Docker": A}, "a limit is no denial"),
    ("Power BI: 0 | SQL: 9 | Python: 7", {"Power BI": N, "SQL": A}, "rated nothing, the next ones rated"),
    # items of a bare list are no verbs and no people
    (
        "payroll, organizing, Excel, scheduling, SQL, marketing, Word, workshops",
        {"Excel": A, "SQL": A, "Word": A},
        "gerunds",
    ),
    ("typing, filing, order office supplies, SQL, printers, payroll", {"SQL": A}, "supplies is no verb"),
    ("Renewed the Splunk licences.", {"Splunk": O}, "with an object it is one"),
    ("Data scientist, Feb 2020 - Ongoing\nCleaned the course data in Python.", {"Python": A}, "the time of a job"),
    # who has it
    ("The React app belongs to the web team and I stay out of it.", {"React": O}, "and I begins a clause"),
    ("My team and I moved to Kafka.", {"Kafka": A}, "and I joins the subject"),
    ("Kafka, Flink and all else in there is down to the platform crew.", {"Kafka": O}, "the whole subject"),
    ("The Postgres server is from an agency in Porto.", {"Postgres": O}, "where it comes from"),
    ("I leave CSS to people with taste and stay with Node.js.", {"CSS": O, "Node.js": A}, "handed to people"),
    ("The list lived in an Access database my predecessor had built; I fed it.", {"Access": O}, "a pronoun left out"),
    ("Files came in an Access database my clients used at home.", {"Access": A}, "their use makes it nobody's"),
    ("Spare time: home lab (Proxmox)", {"Proxmox": A}, "a lab of one's own"),
    ("Mentored by a great Erlang developer; write Elixir myself.", {"Erlang": O}, "the agent, not the candidate"),
    ("Mentored a great Erlang developer.", {"Erlang": A}, "led by the candidate"),
    ("We had a dedicated DBA for Oracle, so I wrote Python.", {"Oracle": O, "Python": A}, "had somebody for it"),
    ("Before my time the shop ran on Magento; I brought it to Shopify.", {"Magento": O, "Shopify": A}, "before"),
    ("Half of the other team lives in Go; I live in Python.", {"Go": O, "Python": A}, "a part of others"),
    ("Bookkeeper of a data science start-up.", {"data science": O}, "what the firm does"),
    ("Wrote the C++ drivers, Rust (the vendor's, not mine)", {"C++": A, "Rust": O}, "a possessor in brackets"),
    ("Kubernetes is something our SRE colleagues deal with.", {"Kubernetes": O}, "a relative clause without that"),
    ("Wrote the plan for a team that worked in Scala.", {"Scala": O}, "for others"),
    ("Worked as part of a team that built it in Scala.", {"Scala": A}, "with others"),
    ("Agency work for retailers: Spring Boot, Angular.", {"Spring Boot": A}, "work is a noun behind a bare one"),
    ("Supplier delivered the PLC code; I started the line.", {"PLC": O}, "the bare noun with a verb of the past"),
    ("It was coded by him in Fortran; I ported it to Julia.", {"Fortran": O, "Julia": A}, "the agent's tools"),
    (
        "Helped the developer, who wrote the macros in VBA.",
        {"VBA": O},
        "a relative clause behind a comma is that developer's",
    ),
    ("Oracle patches: DBA team in Pune.\nTool: Indigo Studio. Tickets in Jira.", {"Jira": A}, "a product's name"),
    ("We are a computer vision company; I run the warehouse.", {"computer vision": O}, "the firm's field"),
    ("Files generated by the supplier's SAS programs", {"SAS": O}, "a possessor behind by"),
    ("Accountant in a robotics company", {"robotics": O}, "the field of the employer"),
    ("Data analyst in a company that I built with Django", {"Django": A}, "one's own"),
    ("PhD students under my supervision apply PyTorch to scans.", {"PyTorch": O}, "their clause begins at the verb"),
    # what is planned by somebody is no plan to learn it; what is returned to was known
    ("I plan releases with Jira.", {"Jira": A}, "plan has an object"),
    ("I plan to learn Rust.", {"Rust": P}, "plan to"),
    ("After parental leave I want to return to Java.", {"Java": A}, "return to"),
    ("Curious about Rust, experienced in Swift.", {"Rust": P, "Swift": A}, "an adjective of skill ends the wish"),
    ("No prior Python knowledge needed in the course I teach.", {"Python": A}, "a condition"),
    ("I'm not only a user of Excel, I teach it.", {"Excel": A}, "not only"),
    # scopes over line ends
    ("I would like to learn Rust, Kotlin,\nSwift and Zig.", {"Rust": P, "Swift": P}, "a list goes on behind its comma"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[case[0][:50] for case in CASES])
def test_scope(text: str, expected: dict[str, str], reason: str) -> None:
    mentions = [mention for mention in aimatch.extract(text) if mention.kind not in ("soft", "behaviour")]
    for quote, status in expected.items():
        at = text.index(quote)
        over = [mention for mention in mentions if mention.start < at + len(quote) and at < mention.end]
        assert over, f"{quote} is not found"
        assert over[0].status == status, f"{quote}: {reason}"


@pytest.mark.parametrize(
    ("remark", "status"),
    [
        ("sadly not", "negated"),
        ("not my cup of tea", "negated"),
        ("not in production", ""),  # where it is not used, not whether
        ("not only at work", ""),  # "work" tells where
        ("learning, hopefully soon", "aspirational"),
        ("learning since January", ""),  # used for so long
        ("by a friend", ""),  # no head
        ("done by colleagues", "other-person"),
        ("daily", ""),
    ],
)
def test_a_remark_is_what_its_words_are(remark: str, status: str) -> None:
    assert composed(remark, remark=True) == status


def test_what_a_person_is_like_is_nobody_elses() -> None:
    mentions = aimatch.extract("Negotiated contracts with vendors and coordinated with stakeholders; bought licences.")
    assert {mention.status for mention in mentions if mention.kind == "soft"} == {"asserted"}
