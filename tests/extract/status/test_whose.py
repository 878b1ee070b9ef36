"""Whose a skill is, by relations of grammar: holders crossed with what is said of them, a clause later or without a verb, and
as many forms that leave the skill with the candidate."""

from __future__ import annotations

import pytest

import aimatch

HOLDERS = [
    ("Ingrid", "Ingrid's"),
    ("Ingrid Solheim", "Ingrid Solheim's"),
    ("the platform team", "the platform team's"),
    ("the client", "the client's"),
    ("a contractor", "a contractor's"),
    ("my wife", "my wife's"),
    ("the IT department", "the IT department's"),
]
THEIRS = [
    # what a clause refers back to
    "The reports ran on Django; that part was {whose}.",
    "The reports ran on Django. That part was {whose}, mine was the SQL.",
    "The portal is a Django one, but that was {whose} job.",
    "The database app ran on Django, but this was {whose} kitchen: I received a file.",
    "There is a Django service behind it. {who} wrote it, I only call it.",
    "The front end is in Django; {who} did it.",
    "We have some Django scripts on the server. {who} wrote them, I change the dates.",
    "The site has a Django back end. All of that is {whose} work.",
    "The app was in Django. It was {who} who wrote it.",
    "The lists sit in Django. The server is run by {who}.",
    "We use a Django chatbot. The bot was made by {who}.",
    "The forecast used Django; the model is {whose}, I only plot the output.",
    # predicates of possession
    "Django was {whose} child from the first day.",
    "Django is {whose} kingdom.",
    "Django: {whose}.",
    "The Django jobs came out of {whose} hands.",
    "The Django front end is {whose}, from the first line to the last.",
    "Forecasting with Django was the study of {who}, I delivered the data.",
    "Redis jobs were the vendor's, Django models {whose}.",
    "Django goes through {who}.",
    "Anything that needs Django goes to {who}.",
    "Django questions go to {who}.",
    "For Django we have {who}.",
    "For Django I ask {who}.",
    # agents
    "Models in Django and drawings in Redis were provided by {who}.",
    "The Django reports were produced by {who}.",
    "The dashboards in Django that I look at every morning are maintained by {who}.",
    "It was {who} that set up Django.",
    "With us {who} runs Django.",
    "Who makes the models: {who}, in Django.",
    # a share without a verb
    "Django? {who}. SQL? Me.",
    "The Django app? {who}. The SQL behind it? Mine.",
    "Django - {who}; SQL - me.",
    "I wrote the SQL and {who} the Django part.",
    # called in or asked
    "I pay {who} for the Django work.",
    "We hired {who} for the Django part.",
    "I asked {who} to write the Django jobs.",
    "We got {who} to do the Django part.",
]
MINE = [
    "Built for {who} in Django.",
    "With {who} I wrote the portal in Django.",
    "{whose} Django cluster, which I run.",
    "I wrote the Django jobs that {who} uses.",
    "{who} asked for a report, so I built it in Django.",
    "{who} wrote the first version in Django; I have maintained it since.",
    "I and {who} did the Django work together.",
    "The Django part was mine, the texts were {whose}.",
    "Django is my job; the tests are {whose}.",
    "{whose} part was the texts, I did the Django.",
    "{who} had Redis; I moved it to Django.",
    "I write Django and {who} writes the texts.",
    "{who} left; since then Django is mine.",
    "The data came from {who}; I put it into Django.",
    "The data that I loaded into Django was provided by {who}.",
    "I designed the Django model, which was deployed by {who}.",
    "I maintain the Django cluster, which belongs to {who}.",
    "The Django site is mine; the texts were written by {who}.",
    "Wrote a Django site. {who} wrote the texts.",
    "Built a Django site. {who} runs it now.",
    "There is a Django service. I wrote it, {who} calls it.",
    "Queries in Django were requested by {who}.",
    "I did the Django, {who} the texts.",
    "The Django jobs are mine, the texts {whose}.",
    "Maintained Django, written by {who}.",
    "{who} uses Django, introduced by me.",
    "Django pipeline; the source systems belong to {who}.",
]
#: Forms that no rule tells of these holders.
KNOWN = {
    ("Who makes the models: {who}, in Django.", "my wife"): "'my' behind a colon begins what the candidate does",
}


def _misread(form: str, who: str, whose: str, meant: str) -> str:
    text = form.format(who=who, whose=whose)
    text = ". ".join(part[:1].upper() + part[1:] for part in text.split(". "))
    found = [mention.status for mention in aimatch.extract(text) if mention.quote == "Django"]
    return "" if found and set(found) == {meant} else text


@pytest.mark.parametrize(("who", "whose"), HOLDERS)
def test_what_is_said_to_be_somebodys_is_theirs(who: str, whose: str) -> None:
    told = [_misread(form, who, whose, "other-person") for form in THEIRS if (form, who) not in KNOWN]
    assert [text for text in told if text] == []


@pytest.mark.parametrize(("who", "whose"), HOLDERS)
def test_what_the_candidate_did_for_with_or_before_others_is_not(who: str, whose: str) -> None:
    told = [_misread(form, who, whose, "asserted") for form in MINE]
    assert [text for text in told if text] == []


@pytest.mark.parametrize(
    "text",
    [
        "Supervised two trainees: one built the Django front end, the other the Redis report.",
        "Two interns under me: the first did Django, the second Redis.",
        "My former students are now at Bolt writing Django.",
        "Paper with M. Okafor: M.O. wrote the Django solver, I did the maps.",
        "Thesis in a pair: simulation in Django (fellow student), evaluation in SQL (myself).",
        "The cartographer Lhamo Dorji drew the maps in Django.",
        "The model is theirs; the Django, it's them.",
        "Ingrid, our data engineer, does the tuning and runs it on Django; I tell her where it fails.",
        "Our customer in Leeds had everything on Django. We were sending them the extracts.",
        "One client, a trucking firm, has its own store on Django.",
        "In 2024 the works bought a camera system for bottles with Django inside.",
        "The hospital runs a Django server from a Swedish supplier.",
        "Our archive was written by one company from Oslo with Django and Redis.",
        "The Django bot in the office is the vendor's, I am only a user.",
        "The bank has a Django model; I called their API, that's all.",
        "I only fill in the Django form the agency made.",
        "I only start the Django jobs that Ingrid wrote.",
        "SQL was me, Django was Ingrid.",
        "Front end: Django (by Tom). Back end: Go (me).",
        "When something breaks in Django I call Piotr.",
        "When something breaks in Django I call our admin.",
        "The database app runs on Django, bought from a German company.",
        "The thesis of my doctoral student deals with Django.",
        "The Django work was an intern's job.",
        "Django reports: done by the university's statistics service.",
        "Django migration: decided and done by group IT.",
        "Ahmed programmed the Django site, I drew the screens.",
        "My nephew built me a site with Django.",
        "For SQL I rely on my colleague who knows Django.",
        "Hobbies: watching my brother, a real engineer, do Django.",
        "The county uses Django and sends us letters.",
        "- Django dashboards: from the SRE people, I look at them in stand-up",
        "- Recommender module in Django written by a student in the group; mine was the data",
        "- Django app made together by Samir and Leila, my job was the data",
        "- Django layer: colleague; REST layer: me",
        "Python scripts in Django by Maria, figures by me in Inkscape",
        "We had a Django server. Tomasz cared for it.",
        "There was somebody else for the Django part.",
        "For the Django part there was another person.",
        "Pavel, who left in 2021, did the Django jobs.",
        "Django was set up for us by Accenture.",
        "In the project there was also a Django server, which IT managed.",
        "One brother, web developer (Django, Redis).",
        "My mentor wrote the Django pages; I watched.",
        "The model (trained in Django by a colleague) gives me a score.",
    ],
)
def test_persons_and_houses_beside_the_candidate_hold_what_they_do(text: str) -> None:
    found = [mention.status for mention in aimatch.extract(text) if mention.quote == "Django"]
    assert found == ["other-person"]


@pytest.mark.parametrize(
    "text",
    [
        "Django? Mine.",
        "Django pipeline. This is a course held by the vendor.",
        "Redundant servers = 1 pair, Django = 2.",
        "Development of product codes for Django.",
        "Any Django Events (ORE's)",
        "Team: 5 people (Django), me as lead.",
        "Two interns and I: one week for Django, the other for Redis.",
        "The hospital uses Django, and I administer it.",
        "Bought a camera and programmed it in Django.",
        "A certificate in Django from a provider.",
        "With my team I built the Django part.",
        "Our customers use our Django app, developed by my team and me.",
        "The system was developed in Django by my team and me.",
        "The bank uses Django; I wrote the views.",
        "Trained on Django by Infosys, 2012.",
        "Server jobs moved to Django under my lead.",
        "The bank uses Django; I am its key user.",
        "Mentor to three juniors: Django, Redis",
        "There was Django before, I kept it.",
        "Sat behind the people who look after Redis, and was given Django to keep me busy.",
    ],
)
def test_what_only_looks_like_others_leaves_the_skill_alone(text: str) -> None:
    found = [mention.status for mention in aimatch.extract(text) if mention.quote == "Django"]
    assert found == ["asserted"]
