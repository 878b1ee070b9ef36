"""PDF: text with geometry in reading order, hidden text told apart, a second opinion where pdfium reads badly.

The way of a page: ``opening`` checks and opens the file, ``objects`` and ``sampling`` look at what a page paints,
``visibility`` (with ``rendering``) tells what of it can't be seen, ``lines`` and ``words`` turn the rest into pieces
with places, ``layout`` puts these into reading order, ``assemble`` writes the text. ``fallback`` asks pdfminer.
"""

from __future__ import annotations

from aimatch.readers.pdf.reading import read

__all__ = ["read"]
