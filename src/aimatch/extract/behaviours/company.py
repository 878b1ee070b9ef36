"""The company that a pattern asks for: a section, and skills of a family asserted near enough."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from aimatch.extract.places import Places
from aimatch.extract.rules.behaviours import Family, Pattern, Rules
from aimatch.extract.sentences import sentences
from aimatch.model import Mention, Position
from aimatch.resume import heading_end
from aimatch.taxonomy import Taxonomy

#: Where a line begins; one that begins in lower case continues the one before, as a page has wrapped it.
_LINE = re.compile(r"\n(?![ \t]*[a-z(])")


class Company:
    """Whether a skill of the family that a pattern asks for is asserted near enough."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        taxonomy: Taxonomy,
        text: str,
        positions: Sequence[Position],
        places: Places,
        known: Rules,
    ) -> None:
        self._mentions = mentions
        self._starts = [one.start for one in mentions]
        self._taxonomy = taxonomy
        self._text = text
        self._positions = positions
        self._places = places
        self._rules = known
        self._families: dict[str, tuple[list[int], set[int], set[int]]] = {}

    def found(self, pattern: Pattern, start: int, end: int) -> bool:
        """Whether it stands in the sentence of the span or, if it need not be near, in its position or project."""
        if pattern.sections and self._places.of(start).section not in pattern.sections:
            return False
        if not pattern.family:
            return True
        starts, positions, projects = self._family(pattern.family)
        bounds = sentences(self._text).around(start)
        if bisect_left(starts, bounds[0]) < bisect_left(starts, max(bounds[1], end)):
            return True
        if pattern.near or self._of_others(start, end):
            return False
        place = self._places.of(start)
        return place.position in positions or place.project in projects

    def _of_others(self, start: int, end: int) -> bool:
        """Whether all skills that a span names are other people's: "one client went on to deploy a chatbot on Azure OpenAI"."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        told = {one.status for one in self._mentions[first:last] if one.kind != "soft"}
        return told == {"other-person"}

    def only_far(self, pattern: Pattern, start: int, end: int) -> bool:
        """Whether a pattern that then suggests at most has no such skill in its line, nor says itself what it is about."""
        if not pattern.far:
            return False
        starts, _, _ = self._family(pattern.family)
        after = _LINE.search(self._text, end)
        before = self._text.rfind("\n", 0, start)
        while before > 0 and not _LINE.match(self._text, before):
            before = self._text.rfind("\n", 0, before)
        return bisect_left(starts, before + 1) == bisect_left(starts, after.start() if after else len(self._text))

    def _family(self, name: str) -> tuple[list[int], set[int], set[int]]:
        """Where its skills begin, and the positions and projects that name two of them, or one in the title: another one
        alone is a passing mention."""
        known = self._families.get(name)
        if known is None:
            wanted = _members(self._taxonomy, self._rules.families[name])
            members = [one for one in self._mentions if one.skill in wanted and one.status == "asserted"]
            known = self._families[name] = (
                [one.start for one in members],
                _with_two((one.position, one.skill) for one in members) | self._titled(members),
                _with_two((one.project, one.skill) for one in members),
            )
        return known

    def _titled(self, members: Sequence[Mention]) -> set[int]:
        """The positions whose title one of the members stands in."""
        return {
            one.position
            for one in members
            if one.position is not None
            and one.quote in self._positions[one.position].title
            and one.start < heading_end(self._text, self._positions[one.position])
        }


@lru_cache(maxsize=16)
def _members(taxonomy: Taxonomy, family: Family) -> frozenset[str]:
    roots = [root for root in family.roots if root in taxonomy]
    members = frozenset(family.alone).union(roots, *(taxonomy.narrower(root) for root in roots))
    return members.difference(*(taxonomy.narrower(one) for one in family.bought if one in taxonomy))


def _with_two(held: Iterable[tuple[int | None, str]]) -> set[int]:
    """The entries that hold two different skills."""
    several = Counter(entry for entry, _ in set(held) if entry is not None)
    return {entry for entry, count in several.items() if count > 1}
