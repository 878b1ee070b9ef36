"""Pages whose lines are torn into letters: their pieces put together again.

pdfium tells from the room that text takes whether a page is written in lines or from top to bottom. A single line whose
letters are drawn one by one, as browsers do it at the end of a resume that runs over onto a last page, looks to it like
the latter, and each letter like a line. So do words that a program drew one by one, in an order of its own.
"""

from __future__ import annotations

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.words import GAP_EM

# A torn page has so many lines at least, and they hold so few characters each, the end of the line among them; or most
# are words, with fewer spaces than lines by this factor.
_FEWEST = 8
_SCRAP = 6
_FEW_SPACES = 0.6
# Letters of a word are closer than this, words further apart (em); they stand on one baseline within this.
_SPACE_EM = 0.16
_LEVEL_EM = 0.1


def is_torn(text: PageText) -> bool:
    """Whether most lines of a page are a letter or two, or a word."""
    lines = len(text.spans)
    if lines < _FEWEST or len(text.text) < _SCRAP * lines:
        return lines >= _FEWEST
    # Scripts that are written without spaces are none of words.
    return text.text.count(" ") < _FEW_SPACES * lines and 2 * len(text.text.encode("ascii", "ignore")) > len(text.text)


def with_whole_lines(pieces: list[Piece], text: PageText) -> list[Piece]:
    """The pieces with those joined that follow one another on one baseline, no further apart than words do."""
    whole: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (round(piece.base), piece.x0)):
        end = piece.start + len(piece.text)
        if not piece.turn and text.text[piece.start : end] == piece.text:
            # Where its letters are drawn: their usual widths are too rough here.
            left = text.frame.left
            piece = piece._replace(x0=text.box(piece.start)[0] - left, x1=text.box(end - 1)[2] - left)
        last = whole[-1] if whole else None
        if (
            last is not None
            and not (last.turn or piece.turn)
            and abs(last.base - piece.base) <= _LEVEL_EM * piece.size
            and -GAP_EM * piece.size < piece.x0 - last.x1 <= GAP_EM * piece.size
        ):
            space = " " if piece.x0 - last.x1 > _SPACE_EM * piece.size else ""
            whole[-1] = last._replace(text=f"{last.text}{space}{piece.text}", x1=piece.x1, soft=piece.soft)
        else:
            whole.append(piece)
    return whole
