"""A spaCy pipeline component: the mentions of a text as a span group ``doc.spans["aimatch"]``, labelled by skill id.

>>> import spacy
>>> import aimatch.integrations.spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("aimatch")
>>> doc = nlp("I wrote it in Python.")
>>> [span.label_ for span in doc.spans["aimatch"]]
['python']

Skills of one's own: ``nlp.add_pipe("aimatch", config={"taxonomy": "skills.toml"})``.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from aimatch.model import Mention
from aimatch.pipeline import understand
from aimatch.readers.limits import Limits
from aimatch.readers.text import document
from aimatch.taxonomy import load_taxonomy


@Language.factory("aimatch", default_config={"taxonomy": None})
class Skills:
    """Marks the asserted skills of a document; behaviours, which are no skills, are left out.

    Args:
        nlp: The pipeline; unused.
        name: The name of the component in it; unused.
        taxonomy: The path of skills of one's own, as :func:`aimatch.load_taxonomy` takes it; ``None``: the shipped.

    Raises:
        TaxonomyError, FileNotFoundError: As :func:`aimatch.load_taxonomy`.
    """

    def __init__(self, nlp: Language, name: str, taxonomy: str | None = None) -> None:
        self._taxonomy = load_taxonomy(taxonomy)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc.spans["aimatch"]``, in order of place; a skill that ends within a token takes the whole token.

        Raises:
            LimitExceeded: The text is longer than ``Limits.max_characters``.
        """
        spans = [
            doc.char_span(mention.start, mention.end, label=mention.skill, alignment_mode="expand")
            for mention in self._mentions(doc.text)
            if mention.kind != "behaviour" and mention.status == "asserted"
        ]
        doc.spans["aimatch"] = [span for span in spans if span is not None]
        return doc

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        # Not through `aimatch.extract`: a text of one line that names a file is no file here.
        read = document(text, data=text.encode("utf-8", "surrogatepass"), name=None, limits=Limits())
        return understand(read, self._taxonomy).mentions
