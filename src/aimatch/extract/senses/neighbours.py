"""Names that stand beside an unsure one: in its list, right before or behind it, near it in its clause."""

from __future__ import annotations

from aimatch.extract.candidates import Candidate

#: Names on either side among which a known skill speaks for one.
REACH = 4
_NEAR = 60  # characters within which a known skill in the same line speaks for a name


def beside_another(found: list[Candidate], number: int, linked: list[bool]) -> bool:
    """Whether a name stands in a list beside the name of another skill, be that settled or not: "Hive and Presto"."""
    skill = found[number].readings[0].skill
    return (number > 0 and linked[number - 1] and found[number - 1].readings[0].skill != skill) or (
        number < len(linked) and linked[number] and found[number + 1].readings[0].skill != skill
    )


def beside_sure(found: list[Candidate], number: int) -> bool:
    """Whether the name of a technology that needs no context stands before or behind: "python, celery"."""
    beside = found[max(0, number - 1) : number] + found[number + 1 : number + 2]
    return any(one.readings[0].kind == "technology" and one.readings[0].ambiguous is None for one in beside)


def beside_known(found: list[Candidate], number: int, bounds: tuple[int, int]) -> bool:
    """Whether a technology known for sure stands near a candidate within bounds."""
    start, end = found[number].original
    for other in found[max(0, number - REACH) : number + REACH + 1]:
        known = other.reading
        if (
            known is not None
            and known.ambiguous is None
            and known.kind == "technology"
            and bounds[0] <= other.original[0] < bounds[1]
            and min(abs(other.original[0] - end), abs(start - other.original[1])) <= _NEAR
        ):
            return True
    return False
