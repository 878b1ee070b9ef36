"""Certificates with a date that is still to come: "AZ-104, March 2027", read in 2026, is planned and not held.

A date until which one is valid says the contrary, so any word of validity in the line leaves it held (``[validity]`` of
``language/strength.toml``), and so does any date that lies behind.
"""

from __future__ import annotations

from datetime import date

from aimatch.dates.month_numbers import month_number
from aimatch.dates.points import find_points
from aimatch.evidence.vocabulary import vocabulary
from aimatch.model import Mention, Resume
from aimatch.wordlist import lowered


def still_to_come(resume: Resume, as_of: date) -> list[tuple[int, int]]:
    """The spans of the certificates whose only date lies after the day."""
    now = month_number(as_of)
    named = [one for one in resume.mentions if one.kind == "credential" and one.status == "asserted"]
    return [(one.start, one.end) for one in named if _is_ahead(one, named, resume.document.text, now)]


def _is_ahead(mention: Mention, named: list[Mention], text: str, now: int) -> bool:
    start, end = text.rfind("\n", 0, mention.start) + 1, text.find("\n", mention.end)
    end = len(text) if end < 0 else end
    if vocabulary().validity.first(text, start, end) is not None:
        return False
    others = [one for one in named if start <= one.start < end and one.skill != mention.skill]
    start = max([start, *(one.end for one in others if one.end <= mention.start)])
    end = min([end, *(one.start for one in others if one.start >= mention.end)])
    stretch = text[start:end]
    points = find_points(stretch, lowered(stretch))
    return bool(points) and all(point.sure and point.first > now for point in points)
