"""Misspelled and broken names: what is corrected, and what never is; each row with its reason."""

from __future__ import annotations

import pytest

import aimatch

CORRECTED = [
    ("Text tools: NTLK, spaCy", "nltk", "two letters of an acronym swapped, in a list"),
    ("Models: LTSM, GRU, PyTorch", "lstm", "the same, first of a list"),
    ("Warehouse on Snowflkae, loaded with Airflow.", "snowflake", "a swap, a technology in the line"),
    ("Airflow jobs by day, charts in Tabelau.", "tableau", "a swap in a short name, a technology in the line"),
    ("Models in Tensorflwo.", "tensorflow", "a long name needs no company"),
    ("Tools: Dokcer, Terrafrom, Ansibel", "docker", "misspelled items beside each other and a long one"),
    ("Skills: Python, Kubernettes, Git", "kubernetes", "a doubled letter"),
    ("Skills: Python, Postgesql, Git", "postgresql", "a missing letter"),
    ("Skills: Python, Elastcisaerch, Git", "elasticsearch", "two swaps in a long name"),
    ("Umgang mit Exzel, Powerpiont und Outlok.", "excel", "in a line of another language, in a list of products"),
    ("Pyth0n, D0cker and P0stgreSQL.", "postgresql", "a digit that a scanner read for a letter"),
    ("Skills: Python, Pytirch, Git", "pytorch", "the neighbouring key"),
    ("Ran Prometheus with Grafanna boards.", "grafana", "a doubled letter, a technology in the line"),
    ("Models from Hugging Fase, tuned in PyTorch.", "hugging-face", "a short word of a name of two"),
    ("Built the board's charts in Tablau.", "tableau", "a letter lost, where one is used"),
    ("Streams written with Kaffka.", "kafka", "a letter doubled in one word of a name"),
    ("hypothesis testting of drugs", "hypothesis-testing", "a doubled letter that no inflection explains"),
    (
        "Fluent in natural lan-\nguage processing.",
        "natural-language-processing",
        "broken within a name of several words",
    ),
    ("Cleaned it in Pyhton.", "python", "two neighbours swapped, no company"),
    ("Nightly export from MySLQ.", "mysql", "a swap in five letters"),
    ("Charts in Tableu, data out of Snowflkae.", "tableau", "the name itself before a nearer word of another"),
    ("Ran it on Terrafrm and Kafkaa.", "kafka", "two strange names are company to each other"),
    ("Skills: Dokcer, Anisble", "ansible", "a list of nothing but swaps"),
    ("Good knowledge of Selinium, Jenkens and Cucmber.", "cucumber", "a list of nothing but names misspelled"),
    ("Four years of Sping Boot.", "spring-boot", "no form of a name of two letters"),
    ("Jenkisn ran the builds.", "jenkins", "a swap where a sentence begins"),
    (
        "Thesis on reccurent neural networks.",
        "rnn",
        "the other letter doubled, in a longer name that holds a shorter one",
    ),
    ("Graph nueral networks for parcels.", "graph-neural-networks", "a swap in the middle of a longer name"),
    ("Used colllaborative filtering.", "collaborative-filtering", "a letter tripled"),
    ("Data stores: Mon-\ngoDB and Redis.", "mongodb", "broken at a syllable"),
    ("Built on Kuber-\n   netes and Helm.", "kubernetes", "broken, the next line indented"),
    ("Stack: Tensor-\nFlow, Docker", "tensorflow", "broken between its two words"),
    ("Core tools\u25b8Py\u200bTorch\u25b8Docker", "pytorch", "a character without width"),
    ("Ingest: Kafka\u2192S3\u2192Snowflake", "kafka", "arrows glued to names"),
]

#: Words near the name of a skill that no correction may touch, in a list of skills, where corrections are easiest.
PLAIN = """
academia adaptor adversity advertise africa aggregate alberta alice allan alphabet ample aroma ascent aspire assam
assemble astronomy athens atlantic attach auditory automobile bagel baking barry basil bathing beach beech bender
bland blank bleach blood boast bolton bonding borne brace brake brave bread brian brick bridge broken browning browse
buffet bunch burton butter cadet caliber cantor cargo carol carpet carton casual caution charity chase chile chili
chock chose chuck citrus civic claire clark clinician clive coalition coarse cohen commodity commuter compassion
competent complement compost concession concierge conclusion concussion conduction conferred conservation constance
consulate contested continent contingent convent convention convinced cooperate copier coping corruption costa county
covert creep crest crisp crown cures daisy davies decade decline deduction definite delhi delta denise detention devon
disposable distillery diver donor drama drove dual edith electrician embodies emergence equator escape evangelist
evans expansive father faulty feeler fictional fieldwork fifth fight filming firestone fixture flops fonder forget
formula fortunate fourth fraction frost fryer generalist genesis geography giant gnome goggle grace grady grave greek
greenwood greet groove halcyon handy harbour hawks heath hello hockey holes holmes hornet horse hospice hover humane
hunger illustrate imitate immersion imprest improvise incidence industrious infection influential inject inquire
insertion instigate instill intact integrative intend invent inverter investigator invitation joist jules julian julio
kalyan karen keller knits larson lauder laver lawyer leander lender leonard levis lewis liberal liberate linda
literary locomotive lodging logan louder machinist magnet manger manifest manor marcel march marcia margo marie marina
mario marion marks martin marvin mason massage maternal matthew mayer melting mentality methodist midst minister
moderate molecule monk moral multiply mystery nancy needy neutral noted novella nucleic older orchestrate oyster pallet
paramedic paris parker parson pasture patel patna patron pause peace perfection persuasive petty photographer pickle
pierce pillar pinto plain planet poison police popularity potter pratt preston prize proctor professor prominent
prosperity prove provoke purity qualify quartile radical randy raster reads realtor rebate recipe rector reflect
""".split()  # noqa: SIM905

#: Names of persons and firms, and words of prose, beside technologies outside of lists.
PROSE = [
    "Tools: C# (WPF), React. Badminton on Sunday.",
    "SIRI HOLM-BOWEN   MLOps / ML platform",
    "Reported to Javan Scalise and Flaska Kerr; wrote Python.",
    "Worked with Gitte Sassen on the Docker images.",
    "Together with Reacta Holding I moved Kafka to Kubernetes.",
    "Wrote Terraform for Robert Valley at Willamette Foods.",
    "Juliana Rubyn reviewed my Go and SQL.",
    "Trust and admiration of the Kubernetes crew.",
    "A manipulator arm driven from ROS and Python.",
    "Met Mr Jvaa and Ms Pyhton Reed.",
    "Studied in Bremne and Lepizig.",
    "All reports have data of Hadoop users.",
    "Bent large tubing with a power bender.",
    "Apprentice in SMEC Automation, then Ansible at home.",
    "Jenkins ran the unit tests of the Hospice portal in Java.",
    "B.S., Physics, Summa Cum Laude, data mining",  # no SEMMA
    "Android Developer - LeverX (Riga office), recruiting, Java",  # no Lever
]


@pytest.mark.parametrize(("text", "skill", "reason"), CORRECTED, ids=[row[2] for row in CORRECTED])
def test_name_is_found(text: str, skill: str, reason: str) -> None:
    assert skill in {mention.skill for mention in aimatch.extract(text)}, reason


def test_plain_words_are_left_alone() -> None:
    assert len(set(PLAIN)) >= 200
    changed = {}
    for word in PLAIN:
        for text in (f"Skills: Python, {word.title()}, Docker", f"wrote python and {word}, docker"):
            wrong = [mention.skill for mention in aimatch.extract(text) if mention.via == "spelling"]
            if wrong:
                changed[word] = wrong
    assert not changed


@pytest.mark.parametrize("text", PROSE)
def test_names_in_prose_are_left_alone(text: str) -> None:
    assert [mention.quote for mention in aimatch.extract(text) if mention.via == "spelling"] == []


def test_broken_name_quotes_the_text_as_it_stands() -> None:
    text = "Data stores: Mon-\ngoDB and Redis."
    (mention,) = [mention for mention in aimatch.extract(text) if mention.skill == "mongodb"]
    assert text[mention.start : mention.end] == mention.quote == "Mon-\ngoDB"
