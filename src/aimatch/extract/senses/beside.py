"""What stands right beside a name: a letter, a word, the separators of a list."""

from __future__ import annotations

import re

_WORD_BEFORE = re.compile(r"([^\W\d_][\w.'-]*)\Z")
_ROW = 40  # characters of a row of letters that are looked at
_JOINT = r"(?:, ?(?:and |or )?| and | or | & |/)"
_LETTERS_BEFORE = re.compile(rf"(?:(?<![\w&.'-])[A-Z]{_JOINT})+\Z")
_LETTERS_BEHIND = re.compile(rf"(?:{_JOINT}[A-Z](?![\w&'+#-]))+")
_SINGLE = re.compile(r"[A-Z]")
_LONE = "[A-Zb-df-hj-np-tv-xz]"  # small vowels are words: "Python y R", "SPSS e R", "a R script"
#: The mark of an item, told by that of the one before it: "a. Cash desk b. Orders c. Stock".
_MARKED = re.compile(r"(?:[.)] [A-Z]|[)] )")
_LANGUAGES = frozenset("CDJKRSV")  # single letters that name programming languages
_INITIAL_BEHIND = re.compile(r"\. ?[A-Z]\.")
_INITIAL_BEFORE = re.compile(r"(?<![\w+#])[A-Z]\. ?\Z")
_AUTHORS = re.compile(r"\. ?[A-Z][a-z]+,? (?:and |& )?[A-Z]\. ?[A-Z][a-z]")


def beside_letter(text: str, start: int, end: int) -> bool:
    """Whether a single letter is part of an abbreviation, a name or a letter-spaced word: "R&D", "Robert R.", "S K I"."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    # A hyphen with a space behind it is a dash: "C- 6 months".
    glued = (before and before[-1] in "&-'.") or (after and after[0] in "&-'" and after != "- ")
    if before.rstrip(" ")[-1:] in ("\u00b0", "\u00ba"):
        return True  # "40 \u00b0C"
    if glued or (after[:1] == "." and after[1:2] not in ("", "\n", " ")):
        return True
    if after[:1] == "." and re.search(r"[A-Z][a-z]+ \Z", text[max(0, start - 20) : start]):
        return True  # the middle initial of a name
    if after[:1] == "." and _AUTHORS.match(text, end):
        return True  # the first of several initials with names: "R. Olsen and K. Hart"
    if after[:1] == "." and (
        _INITIAL_BEHIND.match(text, end) or _INITIAL_BEFORE.search(text, max(0, start - 4), start)
    ):
        return True  # "Das, C. R. and L. N. Ray"
    left = re.search(rf"(?:^|[^\w]){_LONE} \Z", text[max(0, start - 3) : start])
    right = re.match(rf" {_LONE}(?![\w])", text[end : end + 3])
    return bool(left or right)


def is_mark(text: str, start: int, end: int) -> bool:
    """Whether a single letter counts the items of a list: the letter before it does so in its line or the one above."""
    mark = _MARKED.match(text, end)
    if mark is None or text[start] in "aA" or (text[end] == "." and text[start].isupper()):
        return False  # "Drivers in C. Boards by hand"
    behind = text[end : end + 2]
    line = text.rfind("\n", 0, max(0, text.rfind("\n", 0, start))) + 1
    before = chr(ord(text[start]) - 1) + behind
    at = text.rfind(before, line, start)
    return at >= 0 and not text[at - 1 : at].isalnum()


def among_letters(text: str, start: int, end: int) -> bool:
    """Whether a single letter stands in a row of letters that are no languages' names: "classes B and C", "C, D and E"."""
    row = text[start]
    before = _LETTERS_BEFORE.search(text, max(0, start - _ROW), start)
    behind = _LETTERS_BEHIND.match(text, end, end + _ROW)
    row += (before.group() if before else "") + (behind.group() if behind else "")
    return not _LANGUAGES.issuperset(_SINGLE.findall(row))


def free_sides(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether an item is parted from what stands before and behind it by a separator of lists or the end of its line."""
    left = text[max(0, start - 40) : start].rpartition("\n")[2].rstrip(" \t(")
    right = text[end : end + 40].partition("\n")[0].lstrip(" \t\r)0123456789.")
    return (
        not left or left[-1] in ",;:|/&\u2022\u00b7-*\u2013\u25aa\u25cf\uf0b7\u27a2\u25a0>",
        not right or right[0] in ",;|/&\u2022\u00b7(-\u2013.",
    )


def word_before(text: str, start: int) -> str:
    """The word that stands before a name, white space apart, or ""."""
    near = text[max(0, start - 30) : start]
    bare = near.rstrip()
    if len(bare) == len(near) or not (bare[-1:].isalnum() or bare.endswith(("_", ".", "'", "-"))):
        return ""  # the name of a list, most often
    before = _WORD_BEFORE.search(bare, bare.rfind(" ") + 1)
    return "" if before is None else before.group(1)
