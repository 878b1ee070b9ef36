"""Whether people are the agents of something, and whether the candidate is one of them."""

from __future__ import annotations

import re

from aimatch.extract.rules.grammar import grammar
from aimatch.extract.status.people import Phrase

_GROUP_OF = re.compile(r"(\w+) of (?:\w+ )?\Z")
_MADE_LABEL = re.compile(r"\W*([A-Z][a-z]+)(?: [a-z]+){0,2} ")
_NOUN_BY = re.compile(r"([\w%)]+),? by\s*\Z")
_NOUN_OF = re.compile(r"(\w+) of (?:\S+ ){1,4}by\s*\Z")  # "adoption of Airflow by"
_NEAR = 40  # characters before people in which the candidate is told to be among them


def among(people: Phrase) -> bool:
    """Whether the people make up a group of which the candidate is one."""
    group = _GROUP_OF.search(people.lead) if " of " in people.lead else None
    if group is None or group.group(1).lower() not in grammar().groups:
        return False
    before = people.lead[: group.start()]
    return grammar().among.search(before, max(0, len(before) - _NEAR)) is not None


def made_by(text: str, sentence: int, people: Phrase) -> bool:
    """Whether a label tells whose work follows: "Done by the platform team: Vault"; but not "Used by ten teams:"."""
    label = _MADE_LABEL.fullmatch(text, sentence, people.first)
    return label is not None and label.group(1).lower() not in grammar().consuming | grammar().reception


def noun_by(people: Phrase) -> bool:
    """Whether a noun is said to be by people: "frontend by a contractor", but not "adoption by two teams"."""
    noun = _NOUN_BY.search(people.lead)
    if noun is None or not people.determiner:
        return False
    whole = _NOUN_OF.search(people.lead)
    if whole is not None and whole.group(1).lower() in grammar().reception:
        return False
    word = noun.group(1).lower()
    return not word.endswith(("ed", "ing")) and word not in grammar().reception
