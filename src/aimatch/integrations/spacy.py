"""A spaCy pipeline component: the mentions of a text as a span group ``doc.spans["aimatch"]``, labelled by skill id.

>>> import spacy
>>> import aimatch.integrations.spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("aimatch")
>>> [span.label_ for span in nlp("I wrote it in Python.").spans["aimatch"]]
['python']
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from aimatch.pipeline import extract


@Language.component("aimatch")
def skills(doc: Doc) -> Doc:
    """Add the asserted skills of a document as spans; those that share no token boundary widen to whole tokens."""
    found = [
        doc.char_span(mention.start, mention.end, label=mention.skill, alignment_mode="expand")
        for mention in (extract(doc.text + "\n") if doc.text.strip() else ())
        if mention.kind != "behaviour" and mention.status == "asserted"
    ]
    doc.spans["aimatch"] = [span for span in found if span is not None]
    return doc
