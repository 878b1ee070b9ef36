"""Sentences told from names by the form of their words."""

from __future__ import annotations

import re

from aimatch.resume.rules.jobs import jobs, words_of

#: Words of a name; a part of a sentence has more.
_NAME = 4
#: An employer and a title.
_PAIR = 2
#: Words of what stands on either side of the comma behind a title.
_PART = 5
#: Words of a title in small letters.
_SMALL = 8
#: Words from which a full stop behind a long word, before a capital, ends a sentence and no abbreviation.
_SENTENCES = 9
#: Share of words in small letters above which a line is a sentence; above which it is where it seems to be two.
_SMALL_OF_ONE, _SMALL_OF_TWO = 0.4, 0.25
_NEW_SENTENCE = re.compile(r"[^\W\d_]{5}\. [A-Z]")
_PARTS = re.compile(r", | [—–|/·•-] ")
_SIGN = re.compile(r" [/|·•] ")
_BRACKETS = re.compile(r"\([^()]*\)")


def is_prose(text: str) -> bool:
    """Whether ``text`` reads like a sentence rather than like names."""
    words = text.split()
    if len(words) > 25:
        return True
    if "(" in text:
        words = _BRACKETS.sub(" ", text).split()  # "teacher (0.6 of full time), same school"
    if len(words) <= 4:
        return False
    parts = _PARTS.split(" ".join(words).rstrip("."))
    signs = len(parts) == _PAIR and _SIGN.search(text) is not None
    if (len(parts) > _PAIR or signs) and all(len(part.split()) <= _NAME for part in parts):
        return False  # "Corrib Ferries, Galway, senior software engineer", "dean / foo college": names, whatever their case
    joining = jobs().joining
    if _is_titled(parts) or _ends_in_title(parts) or holds_names(text):
        return False
    if len(words) <= _SMALL and words[0][0].isupper() and words[0].lower() in jobs().small_titles:
        return text.endswith(".")
    small = sum(1 for word in words if word[0].islower() and word not in joining)
    most = _SMALL_OF_TWO if len(words) >= _SENTENCES and _NEW_SENTENCE.search(text) else _SMALL_OF_ONE
    return small > most * len(words) or (text.endswith(".") and len(words) > 9)


def _ends_in_title(parts: list[str]) -> bool:
    """Whether the parts of a line are a name and a title in small letters: "v2: Corrib Ferries, engineer at the ticket desk"."""
    name = parts[0].split()
    return (
        len(parts) == _PAIR
        and 0 < len(name) <= _PART
        and (
            name[0].lower() in jobs().same or not any(word[0].islower() and word not in jobs().joining for word in name)
        )
        and len(parts[1].split()) <= _SMALL
        and jobs().names_title(" ".join(parts[1].split()[:_NAME]))
    )


def _is_titled(parts: list[str]) -> bool:
    """Whether the parts of a line are a title and what it is about: "Software developer, hospital information system", or one of a
    weak word, and a name in capitals: "Agent and seller of phones, Foo Market"."""
    title = parts[0]
    name = parts[-1].split()
    weak = len(name) > 1 and all(word[0].isupper() for word in name) and not jobs().titles.isdisjoint(words_of(title))
    return (
        len(parts) > 1
        and title[:1].isupper()
        and title.split()[0].lower() not in jobs().joining
        and all(len(part.split()) <= (_SMALL if weak else _PART) for part in parts)
        and (weak or jobs().names_title(title))
    )


def holds_names(text: str) -> bool:
    """Whether the parts of a line are names in small letters, one of them a title: "humber rack & cloud, junior linux
    sysadmin". No article and no small word stands before what a title calls somebody, as one does in a sentence."""
    parts = [part.split() for part in jobs().parting.split(_BRACKETS.sub(" ", text)) if part.strip()]
    return all(len(words) <= _SMALL for words in parts) and any(map(_is_title, parts))


def _is_title(words: list[str]) -> bool:
    """Whether words are a title: up to the word that calls somebody, none is a small one."""
    known = jobs()
    calls = (count for count, word in enumerate(words[:_PART]) if known.titles & words_of(word))
    first = next(calls, _PART)
    small = known.joining | known.speakers
    return known.names_title(" ".join(words)) and small.isdisjoint(word.lower() for word in words[: first + 1])
