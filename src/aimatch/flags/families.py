"""The families of skills that the flags tell apart, each with all that is narrower (``language/flags.toml``)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aimatch.flags import words
from aimatch.model import Mention
from aimatch.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """Sets of skill ids.

    ``ai`` is what counts as a claim of AI, ``cutting_edge`` the part whose naming alone impresses; ``ai_work`` and
    ``data_work`` make a sentence one about such work; ``real_world`` places work on real data or in a real environment;
    ``infrastructure`` is what models run on; ``preparation`` of data is work on data whatever else the sentence is about; what is ``taken_for_granted`` nobody
    needs to show in use; what is ``managed`` the positions held tell of.
    """

    ai: frozenset[str]
    ai_work: frozenset[str]
    cutting_edge: frozenset[str]
    data_work: frozenset[str]
    real_world: frozenset[str]
    infrastructure: frozenset[str]
    preparation: frozenset[str]
    taken_for_granted: frozenset[str]
    managed: frozenset[str]

    def name_ai(self, mentions: Sequence[Mention]) -> bool:
        """Whether any of the mentions asserts AI work. A description read as preparing data ("removing noise") does not."""
        return any(
            one.skill in self.ai_work
            and one.status == "asserted"
            and (one.via != "phrase" or one.skill not in self.preparation)
            for one in mentions
        )

    def name_data(self, mentions: Sequence[Mention]) -> bool:
        """Whether any of the mentions asserts work on data."""
        return any(one.skill in self.data_work and one.status == "asserted" for one in mentions)

    def prepare(self, mentions: Sequence[Mention]) -> bool:
        """Whether any of the mentions names preparing data, with its own name."""
        return any(one.skill in self.preparation and one.via != "phrase" for one in mentions)


@cache
def families(taxonomy: Taxonomy) -> Families:
    """The families of a taxonomy."""

    def below(name: str) -> frozenset[str]:
        ids = [id_ for id_ in words.family(name) if id_ in taxonomy]
        return frozenset(one for id_ in ids for one in (id_, *taxonomy.narrower(id_)))

    ai = below("ai") - below("not_ai")
    return Families(
        ai=ai,
        ai_work=ai | (below("ai_work") - below("not_ai")),
        cutting_edge=(below("cutting_edge") | frozenset(words.family("cutting_edge_alone"))) & ai,
        data_work=below("data_work"),
        real_world=below("real_world"),
        infrastructure=below("infrastructure"),
        preparation=below("preparation"),
        taken_for_granted=below("taken_for_granted"),
        managed=below("managed"),
    )
