"""Duplicates among the files of a batch: one application sent twice, and what only looks like it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.duplicates import MOST_OF_ONE_PERSON, Duplicates, Fingerprint, fingerprint, similarity

VERBS = [
    "Moved",
    "Built",
    "Fixed",
    "Taught",
    "Planned",
    "Wrote",
    "Tested",
    "Measured",
    "Counted",
    "Painted",
    "Drew",
    "Sorted",
]
THINGS = [
    "pumps",
    "ferries",
    "invoices",
    "maps",
    "gardens",
    "lamps",
    "engines",
    "ledgers",
    "parcels",
    "sensors",
    "orchards",
    "tunnels",
    "kitchens",
    "looms",
]
PLACES = [
    "Porto",
    "Bergen",
    "Utrecht",
    "Lund",
    "Ghent",
    "Turin",
    "Bremen",
    "Cork",
    "Malaga",
    "Tartu",
    "Brno",
    "Varna",
    "Split",
    "Kaunas",
    "Ostend",
]


def resume(seed: int, *, contact: str = "", bullets: int = 40) -> str:
    """An invented resume whose sentences depend on the seed alone."""
    chance = random.Random(seed)
    lines = [
        f"- {chance.choice(VERBS)} the {chance.choice(THINGS)} of {chance.choice(PLACES)} with {chance.choice(THINGS)} "
        f"from {chance.choice(PLACES)} before {chance.choice(THINGS)}"
        for _ in range(bullets)
    ]
    return (
        f"Person {seed}\n{contact}\n\nEXPERIENCE\nAnalyst, Foo {seed}, Jan 2020 - Present\n" + "\n".join(lines) + "\n"
    )


def mark(text: str) -> Fingerprint:
    return fingerprint(aimatch.read(text))


TEXT = resume(1)
SAME = [
    (TEXT, "the very same"),
    (TEXT.replace("2020", "2021"), "another date"),
    (TEXT.upper(), "capitals"),
    (TEXT.replace("\n- ", "\n\n\u2022  "), "other bullets and empty lines"),
    ("Kept in mind by many, and always on time for the next thing.\n" + TEXT, "another summary"),
    (TEXT + "\nSKILLS\nWeaving, Welding, Drawing\n", "a section more"),
    (TEXT.replace("Person 1", "Someone Else"), "another name over the same text"),
]
OTHER = [
    (resume(2), "another career"),
    (
        "\n".join(TEXT.splitlines()[:36]) + "\n" + "\n".join(resume(3).splitlines()[36:]),
        "three quarters of it shared: an estimate of 0.70",
    ),
    ("\n".join(TEXT.splitlines()[:24]) + "\n" + "\n".join(resume(3).splitlines()[6:]), "half of it somebody else's"),
]


@pytest.mark.parametrize(("text", "reason"), SAME, ids=[row[1] for row in SAME])
def test_nearly_the_same_text(text: str, reason: str) -> None:
    with Duplicates() as index:
        index.add("a", mark(TEXT))
        index.add("b", mark(text))
        assert index.others("a") == ("b",), reason


@pytest.mark.parametrize(("text", "reason"), OTHER, ids=[row[1] for row in OTHER])
def test_another_text(text: str, reason: str) -> None:
    with Duplicates() as index:
        index.add("a", mark(TEXT))
        index.add("b", mark(text))
        assert index.others("a") == (), reason


CONTACTS = [
    ("ada@example.com", "Ada@Example.com", True, "an address in another case"),
    ("ada@example.com", "ada+jobs@example.com", True, "a tagged address"),
    ("+1 (602) 555-0144", "602 555 0144", True, "a number with and without the country's code"),
    ("ada@example.com", "bob@example.com", False, "two addresses"),
    ("2019 - 2022", "2019 - 2022", False, "years are no number"),
]


@pytest.mark.parametrize(("one", "other", "same", "reason"), CONTACTS, ids=[row[3] for row in CONTACTS])
def test_the_same_contact_data_over_different_texts(one: str, other: str, same: bool, reason: str) -> None:
    with Duplicates() as index:
        index.add("a", mark(resume(1, contact=one)))
        index.add("b", mark(resume(2, contact=other)))
        assert (index.others("a") == ("b",)) is same, reason


def test_a_referees_address_is_another_persons() -> None:
    references = "\nREFERENCES\nProf. Example, prof@example.com, +1 602 555 0199\n"
    with Duplicates() as index:
        index.add("a", mark(resume(1) + references))
        index.add("b", mark(resume(2) + references))
        assert list(index.groups()) == []


def test_an_agencys_address_tells_nothing_of_a_person() -> None:
    with Duplicates() as index:
        for number in range(MOST_OF_ONE_PERSON + 1):
            index.add(f"{number}", mark(resume(number, contact="office@example.com")))
        assert list(index.groups()) == []
    with Duplicates() as index:
        for number in range(MOST_OF_ONE_PERSON):
            index.add(f"{number}", mark(resume(number, contact="ada@example.com")))
        assert [len(group) for group in index.groups()] == [5], "five versions for five jobs are one person's"


def test_short_texts_are_not_compared() -> None:
    form = "Application form\nName:\nAddress:\nSkills: Python\n"
    with Duplicates() as index:
        index.add("a", mark(form))
        index.add("b", mark(form))
        assert index.others("a") == ()


def test_short_texts_are_the_same_only_where_all_words_are() -> None:
    text = "Ada Quill\nAccountant in Bristol since 2015, before that a clerk at a bakery and at a mill"
    with Duplicates() as index:
        index.add("a", mark(text))
        index.add("b", mark(text))
        index.add("c", mark(text.replace("mill", "shop")))
        assert index.others("a") == ("b",)


def test_groups_join_text_and_contact_and_keep_the_order() -> None:
    with Duplicates() as index:
        index.add("first", mark(resume(1, contact="ada@example.com")))
        index.add("stranger", mark(resume(9)))
        index.add("copy", mark(resume(1)))
        index.add("new text", mark(resume(2, contact="ada@example.com")))
        assert list(index.groups()) == [("first", "copy", "new text")]
        assert index.others("copy") == ("first", "new text")


REPLACED = [
    ([("a", 1, "ada@"), ("a", 1, "eve@"), ("b", 2, "ada@")], {"b": ()}, "the contact data went with the file"),
    ([("a", 1, "ada@"), ("a", 2, "ada@"), ("b", 3, "ada@")], {"b": ("a",)}, "that of the new file counts"),
    ([("a", 1, ""), ("a", 2, ""), ("b", 1, "")], {"b": ()}, "so did the text"),
    ([("a", 1, ""), ("a", 2, ""), ("b", 2, "")], {"b": ("a",)}, "that of the new file counts"),
    ([("a", 1, ""), ("b", 1, ""), ("a", 2, ""), ("c", 1, "")], {"c": ("b",), "a": ()}, "its copies go on without it"),
    ([("a", 1, ""), ("b", 1, ""), ("a", 1, "")], {"a": ("b",)}, "the same again"),
    ([("a", 1, "ada@"), ("b", 2, "ada@"), ("?", 0, ""), ("b", 3, "eve@")], {"a": ()}, "though it was joined before"),
]


@pytest.mark.parametrize(("files", "others", "reason"), REPLACED, ids=[row[2] for row in REPLACED])
def test_a_name_that_comes_again_is_replaced(
    files: list[tuple[str, int, str]], others: dict[str, tuple[str, ...]], reason: str
) -> None:
    with Duplicates() as index:
        for name, seed, contact in files:
            if name == "?":
                assert list(index.groups())
            else:
                index.add(name, mark(resume(seed, contact=f"{contact}example.com" if contact else "")))
        assert {name: index.others(name) for name in others} == others, reason


def test_many_files_of_which_some_are_copies() -> None:
    marks = [mark(resume(seed, bullets=30)) for seed in range(60)]
    with Duplicates() as index:
        for number in range(600):
            index.add(f"{number:03}", marks[number % 60])
        groups = list(index.groups())
    assert len(groups) == 60
    assert all(len(group) == 10 for group in groups)


@settings(max_examples=30, deadline=None)
@given(seeds=st.tuples(st.integers(0, 30), st.integers(0, 30)))
def test_similarity_is_symmetric_and_one_for_the_same(seeds: tuple[int, int]) -> None:
    one, other = (mark(resume(seed)) for seed in seeds)
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, one) == 1


def test_the_estimate_is_near_the_true_share() -> None:
    # Of 80 sentences 60 are kept: the windows that cross from one to the next differ as well.
    lines = resume(5, bullets=80).splitlines()
    kept = "\n".join(line for number, line in enumerate(lines) if number < 6 or number % 4)

    def windows(text: str) -> set[tuple[str, ...]]:
        words = "".join(letter if letter.isalpha() else " " for letter in text.lower()).split()
        return set(zip(words, words[1:], words[2:], strict=False))

    a, b = windows("\n".join(lines)), windows(kept)
    true = len(a & b) / len(a | b)
    assert similarity(mark("\n".join(lines) + "\n"), mark(kept + "\n")) == pytest.approx(true, abs=0.15)


def test_a_folder_and_a_batch_show_them(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a.txt", resume(1)), ("b.txt", resume(2)), ("c.txt", resume(1) + "\nMore\n")):
        (folder / name).write_text(text, "utf-8")
    frame = aimatch.score_folder(folder, engine="inline")
    assert list(frame["duplicates"]) == ["c.txt", "", "a.txt"]
