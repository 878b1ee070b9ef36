"""What stands right beside the digits of a date: words, glued words, other years."""

from __future__ import annotations

from aimatch.dates.words import Words, words


def word_before(lower: str, at: int, articles: frozenset[str] = frozenset()) -> tuple[str, int]:
    """The word before ``at`` on its line, or at the end of the line above a date that opens one, and where it begins: of
    ``articles`` the one before."""
    end = skip_back(lower, at, " \t:")
    if lower[end - 1 : end] == "\n" and lower[end - 2 : end - 1].isalpha():
        end -= 1
    start = word_start(lower, end)
    return word_before(lower, start) if lower[start:end] in articles else (lower[start:end], start)


def skip_back(text: str, index: int, characters: str) -> int:
    """The index behind the last character before ``index`` that is none of ``characters``."""
    while index > 0 and text[index - 1] in characters:
        index -= 1
    return index


def word_start(lower: str, end: int) -> int:
    """Where the word that ends at ``end`` begins; of a long one its last letters."""
    start = end
    while start > 0 and end - start < 16 and lower[start - 1].isalpha():
        start -= 1
    return start


def glued_word(lower: str, at: int, known: Words) -> bool:
    """Whether a word that parts or lasts is glued to a year: "2015to", "2019till"."""
    end = at
    while end < len(lower) and end - at < 8 and lower[end].isalpha():
        end += 1
    return lower[at:end] in known.to or lower[at:end] in known.lasting


def is_year_before(text: str, end: int) -> bool:
    """Whether a year, and no longer number, ends at ``end``."""
    return is_year_at(text, end - 4) and not text[max(0, end - 5) : end - 4].isdigit()


def is_year_at(text: str, at: int) -> bool:
    """Whether four digits of a year stand at ``at``."""
    return at >= 0 and text[at : at + 2] in {"19", "20"} and text[at : at + 4].isdigit() and len(text[at : at + 4]) == 4


def without_opening(before: str) -> str:
    """What stands before a date without the word that opens it behind a sign ("Foo Ltd [from ...", "Foo Ltd, de ...")."""
    word = before.rstrip(" ").rpartition(" ")[2]
    name = word.lstrip("[(\t")
    if name.lower() not in words().from_words:
        return before
    front = before.rstrip(" ")[: -len(name)]
    return front if front[-1:] in "[(\t" or front.rstrip(" ")[-1:] in {",", ";", ":", "|", "–", "—"} else before
