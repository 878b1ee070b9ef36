"""Line ends within what looks like a name: a broken line of running text, or two lines that each say something of their own.

Most names that run over a line end are one name, in texts of every width: "Machine" / "Learning". They are not where the
halves are names themselves and stand as the lines of a list do ("AWS" / "Kubernetes" is no service of Amazon's), or
where a new line, title or sentence begins ("Atelier Nord logo" / "Design Intern"). Who cuts one name in two still finds
what its halves name; who joins two finds a third that nobody wrote, and loses both.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from aimatch.extract.lexicon import Hit
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.lines import line_end, line_start
from aimatch.extract.words import plain_words
from aimatch.taxonomy.skill import AmbiguousForm

# What opens an item, before the first word of its line.
_SIGN = re.compile(r"[^\w(\"'#.+&/]*")
_FIRST_WORD = re.compile(r"\w+")
_GOES_ON = (",", ";", "/", "|", ")")  # behind the second half: an item of a list that a line end broke
# No column is narrower (characters): what fits into it was not broken for want of room.
_NARROWEST_LIST = 16
_NARROWEST_TEXT = 32
# Letters differ in width, so that a full line may have this share of the longest; one of running text that is shorter
# than the other share ended where its writer ended it.
_FULL = 0.88
_SHORT = 0.7


def parted_by_lines(original: str, printed: str, hits: Sequence[Hit], hit: Hit, span: tuple[int, int]) -> bool:
    """Whether what looks like a name belongs to two lines, of which each says something of its own.

    ``printed``: the original with the lines as they stand on the page, from which their lengths are taken; ``span``: that
    of the hit in both.
    """
    start, end = span
    seam = original.find("\n", start, end)
    first_line, second_line = line_start(printed, start), line_end(printed, seam + 1)
    before = original[start:seam].rstrip()
    behind = original[seam + 1 : end].lstrip()
    if "\n" in behind or not behind:
        return False
    second = end - len(behind)
    if before[-1:].isalpha() and before.islower() and behind[0].isupper() and _is_plain(behind):
        return True  # whoever writes "logo" in small letters writes its "design" so
    one = _named(original, hits, hit[0], before)
    if not one:
        return False
    whole = _SIGN.fullmatch(original, first_line, start) is not None
    length = seam - (start if whole else first_line) + 1 + _first_length(behind)
    longest = _longest_line(printed, first_line, second_line)
    if whole:
        return length <= max(_NARROWEST_LIST, _FULL * longest)
    if not behind[0].isupper():
        return False
    other = _named(original, hits, hit[1] - len(behind), behind)
    if any(reading.ambiguous is None and reading.kind == "technology" for reading in other):
        return longest < _NARROWEST_TEXT or length <= _FULL * longest  # two rows of lists, at worst a name cut in two
    if all(reading.kind != "technology" for reading in one):
        return False  # "Statistical" / "Analysis": an adjective names a field as well
    listed = original[end:second_line].lstrip().startswith(_GOES_ON) or "," in original[first_line:second]
    return not listed and (longest < _NARROWEST_TEXT or length <= _SHORT * longest)


def _named(original: str, hits: Sequence[Hit], start: int, half: str) -> list[Reading]:
    """What a half of a name means by itself, written as it is: the readings of the hit that has its place and length."""
    found: list[Reading] = []
    for at in range(bisect_left(hits, start, key=lambda hit: hit[0]), len(hits)):
        begin, end, entry, _ = hits[at]
        if begin != start:
            break
        if end - begin == len(half):
            found += [one for one in entry.readings or () if one.ambiguous is None or _written(half, one.ambiguous)]
    return found


def _written(half: str, rule: AmbiguousForm) -> bool:
    """Whether an unsure name may be written so."""
    return rule.case == "any" or half[0].isupper() or half == rule.form


def _is_plain(words: str) -> bool:
    first = _FIRST_WORD.match(words)
    return first is not None and first.group().lower() in plain_words() and not first.group().isupper()


def _first_length(words: str) -> int:
    return len(words.split(None, 1)[0])


def _longest_line(printed: str, start: int, end: int) -> int:
    """The length of the longest line of the paragraph that holds two lines."""
    above, below = printed.rfind("\n\n", 0, start), printed.find("\n\n", end)
    lines = printed[above + 1 : below if below >= 0 else len(printed)].split("\n")
    return max(len(line.rstrip()) for line in lines)
