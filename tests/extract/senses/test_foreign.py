"""Words of other languages that are spelled like a name, or nearly so."""

from __future__ import annotations

import importlib

import pytest

import aimatch

NO_SKILL = [
    ("J'ai conçu le service avec deux collègues", "ai", "French: I have"),
    ("Régate sur le voilier avec trois amis de la faculté", "amis", "French: friends, and no machine images"),
    ("Ho scritto quanto richiesto dal cliente per il progetto della banca", "quanto", "Italian: as much as"),
    ("La soluzione è stata adottata da tutte le sedi della società", "stata", "Italian: been, and not the package"),
    ("Laurea in informatica presso la sede di Bari", "informatica", "Italian: computer science, and not the company"),
    ("Coordiné la cobertura de los eventos en la prensa", "cobertura", "Spanish: coverage, and not the tool"),
    ("Im Gymnasium und bei der Bahn", "Gymnasium", "German: a school, and not the library"),
    ("Ik schreef een direct antwoord met het team", "met", "Dutch: with"),
]
STAY = [
    ("Développement de services avec Java et Docker pour la banque", {"java", "docker"}, "names in a French line"),
    ("Statistics in Stata, Python and R", {"stata", "python", "r"}, "the package in an English line"),
    ("Einsatz von Ansible, Terraform und Helm für die Plattform", {"ansible", "terraform"}, "names in a German line"),
    ("Frontend: React, Zustand, Sass", {"react"}, "one name beside others, no language told"),
    ("Skills: Pyhton, Djnago, Postgres", {"python", "django"}, "misspelled names in a list are still corrected"),
]
SENTENCES = {
    "de": "Python, SQL, Docker: {} mit dem Team und für die Kunden",
    "es": "Python, SQL, Docker: {} con los clientes de la empresa",
    "fr": "Python, SQL, Docker : {} avec des clients de la société",
    "it": "Python, SQL, Docker: {} con gli utenti della società",
    "nl": "Python, SQL, Docker: {} met het team en voor een klant",
    "pt": "Python, SQL, Docker: {} com os clientes da empresa",
}


@pytest.mark.parametrize(("text", "word", "reason"), NO_SKILL)
def test_a_word_of_the_language_is_no_skill(text: str, word: str, reason: str) -> None:
    assert [mention for mention in aimatch.extract(text) if mention.quote == word] == [], reason


@pytest.mark.parametrize(("text", "skills", "reason"), STAY)
def test_names_stay(text: str, skills: set[str], reason: str) -> None:
    assert skills <= {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_function_words_of_a_language_are_no_misspelled_names(language: str) -> None:
    words = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
    text = "\n".join(SENTENCES[language].format(word) for word in sorted(words) if word.isalpha())
    assert {mention.quote for mention in aimatch.extract(text) if mention.via == "spelling"} == set()
