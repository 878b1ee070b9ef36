"""Which methods are fields: those with many narrower skills, such as deep learning or data engineering.

One skill of a field in use says little of the field, several say more; a technology, and a method with few skills below
it, is used or not.
"""

from __future__ import annotations

from aimatch.taxonomy import Taxonomy

#: From this many skills on, itself counted, a method is a field. In the shipped taxonomy the next smaller methods are those
#: that one narrower skill does show (software architecture, with 75; model optimisation, with 42, by quantisation alone).
FIELD = 80


def is_field(id_: str, taxonomy: Taxonomy) -> bool:
    """Whether a skill is a method with :data:`FIELD` skills or more."""
    return id_ in taxonomy and taxonomy.kind(id_) == "method" and len(taxonomy.family((id_,))) >= FIELD
