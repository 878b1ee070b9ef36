"""Text that a file holds but a person can't see, told by attributes first and by rendering where these can't tell.

One look at every text object finds suspects: type of its background's colour, without ink, without size, outside the
page, clipped away, under a later shape, in a layer. Where attributes leave room for innocence (a white word may stand
on a dark band or a photograph) the page is rendered twice, as it is and with the suspects switched off: what makes no
difference to the picture can't be seen. A false accusation is worse than a missed one, so whatever is in doubt, too
short to say anything, or only repeats what is seen in the same place is let go.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

import pypdfium2

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.geometry import Frame
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import NO_INK, Bounds, Colour, Painted, Shape, TextObject, own_bounds, walk
from aimatch.readers.pdf.sampling import sample
from aimatch.readers.pdf.sight.claims import Claim, claims_of
from aimatch.readers.pdf.sight.notes import notes_over
from aimatch.readers.pdf.sight.rendering import blank, unseen
from aimatch.readers.pdf.sight.stretches import OVERFLOW, Hidden, less_shadows, overflows, stretches

# Colours further apart than this (largest difference of a channel, 0..255) are seen; what is closer is looked at.
SUSPECT_COLOUR = 14
# Type smaller than this (points) can't be read; where more than half of a page's text is, the page was scaled down, unless a
# line of it is in type that a person reads. Text is measured in ems, two letters to one, in however many objects it comes.
TINY = 2.5
MOST_TINY = 0.5
READABLE = 3 * TINY
READABLE_EMS = 10.0
# Share of its area that must lie under a later shape, outside a clip, to be suspected.
MOST = 0.9
# A shape smaller than this (points across and along) covers no text worth hiding: bullets, underlines.
LEAST_COVER = (10.0, 3.0)
# A picture this large (share of the page) with the page's text under or over it is a scan with its recognised text.
SCAN_AREA = 0.25
SCAN_TEXT = 0.8
# Share of a scan's recognised text that may stand where the scan is blank before the whole is out of place.
MOST_UNFOUNDED = 0.3
WHITE: Colour = (255, 255, 255, 255)
INVISIBLE = 3
CLIP_ONLY = 7
# What pdfium gives as the colour of text that is filled with a pattern.
PATTERN: Colour = (191, 191, 191, 255)
# Letters lower than this (points) leave no trace, however large their type is said to be.
FLAT = 0.05
# A page whose objects outnumber its words by this much is sampled.
OBJECTS_A_WORD = 2.0


class Verdict(NamedTuple):
    """What is hidden on a page, what repeats seen text and is dropped, and what else the look at it told.

    ``scan``: the text is what somebody recognised in a picture of the page. ``pictures``, ``texts``: how many of them.
    ``picture``: the share of the page that the largest of them fills. ``dots``: paths as small as bullets, ``rules`` thin lines. ``claims``: stretches of text that the file claims (ActualText) its glyphs to be, or that they have no room for.
    """

    hidden: list[Hidden]
    dropped: list[tuple[int, int]]
    scan: bool
    pictures: int
    texts: int
    claims: list[Claim]
    picture: float = 0.0
    dots: Sequence[Bounds] = ()
    rules: Sequence[Bounds] = ()


def judge(page: pypdfium2.PdfPage, text: PageText, frame: Frame, layers: bool) -> Verdict:
    """Find the text of a page that can't be seen. ``layers``: the document has optional content."""
    handle = calls.handle(page.raw)
    many = calls.count_objects(handle)
    words = text.text.count(" ") + len(text.spans)
    painted = sample(handle, text) if many > 300 and many > OBJECTS_A_WORD * words and not layers else walk(handle)
    painted.shapes.extend(notes_over(page, painted.count))
    suspects, scan = _suspects(painted, frame, layers)
    if scan:
        suspects.extend((text_object, "render-mode", True) for text_object in _unfounded(page, frame, painted))
    pictures = sum(1 for shape in painted.shapes if shape.picture)
    seen = Verdict(
        hidden=[],
        dropped=[],
        scan=scan,
        pictures=pictures,
        texts=len(painted.texts),
        claims=claims_of(text, painted),
        picture=_largest(painted, frame),
        dots=painted.dots,
        rules=painted.rules,
    )
    if not suspects:
        return seen
    sure = [(text_object, technique) for text_object, technique, certain in suspects if certain]
    doubtful = [(text_object, technique) for text_object, technique, certain in suspects if not certain]
    if doubtful:
        gone = unseen(page, frame, [text_object for text_object, _ in doubtful], text)
        sure.extend(suspect for suspect, is_gone in zip(doubtful, gone, strict=True) if is_gone)
    if not sure:
        return seen
    hidden, dropped = stretches(text, less_shadows(text, sure, painted))
    return seen._replace(hidden=hidden, dropped=dropped)


# ------------------------------------------------------------------------------------------------------ suspects
def _suspects(painted: Painted, frame: Frame, layers: bool) -> tuple[list[tuple[TextObject, str, bool]], bool]:
    texts, shapes = painted.texts, painted.shapes
    suspects: list[tuple[TextObject, str, bool]] = []
    page = (frame.left, frame.bottom, frame.right, frame.top)
    scan = _scan(painted, frame)
    backgrounds = {shape.colour for shape in shapes if shape.colour is not None} | {WHITE}
    alike: dict[Colour, bool] = {}
    covers = [
        shape
        for shape in shapes
        if (shape.colour is None or shape.colour[3] > 255 - 4 * NO_INK)
        and shape.bounds[2] - shape.bounds[0] >= LEAST_COVER[0]
        and shape.bounds[3] - shape.bounds[1] >= LEAST_COVER[1]
    ]
    top_order = covers[-1].order if covers and not scan else -1
    for text in texts:
        x0, y0, x1, y1 = text.bounds
        if x0 >= x1 and y0 >= y1:
            continue
        colour = text.colour
        if text.mode == INVISIBLE:
            if not scan:
                suspects.append((text, "render-mode", True))
            continue
        within = x0 >= frame.left and x1 <= frame.right and y0 >= frame.bottom and y1 <= frame.top
        if not within and _share(text.bounds, page) < 1 - MOST:
            suspects.append((text, "off-page", True))
            continue
        if min(y1 - y0, x1 - x0) < TINY and _tiny(text):
            suspects.append((text, "tiny", True))
            continue
        if text.clip is not None and _share(text.bounds, text.clip) < 1 - MOST:
            suspects.append((text, OVERFLOW if overflows(text, texts) else "clipped", False))
            continue
        if colour[3] <= NO_INK or text.veiled or y1 - y0 < FLAT:
            suspects.append((text, "transparent", False))
            continue
        if text.mode == CLIP_ONLY:
            if not any(shape.order > text.order and _share(text.bounds, shape.bounds) > 0 for shape in shapes):
                suspects.append((text, "render-mode", True))  # nothing is painted through the letters
            continue
        if colour == PATTERN:
            suspects.append((text, "colour", False))
            continue
        near = alike.get(colour)
        if near is None:
            near = alike[colour] = any(_distance(colour, other) <= SUSPECT_COLOUR for other in backgrounds)
        if near and _on_its_colour(text, shapes):
            suspects.append((text, "colour", False))
        elif top_order > text.order and _covered(text, covers):
            suspects.append((text, "covered", False))
        elif layers and (text.nested or calls.in_layer(text.handle)):
            suspects.append((text, "layer", False))
    tiny = [text for text, technique, _ in suspects if technique == "tiny"]
    if tiny and _is_scaled_down(tiny, texts):
        suspects = [suspect for suspect in suspects if suspect[1] != "tiny"]
    return suspects, scan


def _unfounded(page: pypdfium2.PdfPage, frame: Frame, painted: Painted) -> list[TextObject]:
    """Invisible text over a scan that stands where the scan is blank: nobody recognised it there.

    A layer of recognised text that is out of place as a whole is let go.
    """
    veiled = [text for text in painted.texts if text.mode == INVISIBLE and _inside(text.bounds, frame)]
    empty = [text for text, is_blank in zip(veiled, blank(page, frame, veiled), strict=True) if is_blank]
    return empty if len(empty) <= MOST_UNFOUNDED * len(veiled) else []


def _inside(bounds: Bounds, frame: Frame) -> bool:
    x0, y0, x1, y1 = bounds
    return x1 > x0 and y1 > y0 and x1 > frame.left and x0 < frame.right and y1 > frame.bottom and y0 < frame.top


def _largest(painted: Painted, frame: Frame) -> float:
    """The share of the page that its largest picture fills."""
    area = max(1.0, (frame.right - frame.left) * (frame.top - frame.bottom))
    sizes = (
        (shape.bounds[2] - shape.bounds[0]) * (shape.bounds[3] - shape.bounds[1])
        for shape in painted.shapes
        if shape.picture
    )
    return max(sizes, default=0.0) / area


def _scan(painted: Painted, frame: Frame) -> bool:
    """Whether the page is a picture with its recognised text under it, or invisible over it."""
    area = max(1.0, (frame.right - frame.left) * (frame.top - frame.bottom))
    pictures = [
        shape
        for shape in painted.shapes
        if shape.picture
        and (shape.bounds[2] - shape.bounds[0]) * (shape.bounds[3] - shape.bounds[1]) >= SCAN_AREA * area
    ]
    if not pictures or not painted.texts:
        return False
    inside = veiled = 0.0
    for text in painted.texts:
        width = text.bounds[2] - text.bounds[0]
        for picture in pictures:
            if _share(text.bounds, picture.bounds) >= 0.5:
                inside += width
                veiled += width if text.mode == INVISIBLE or text.order < picture.order else 0.0
                break
    return inside > 0 and veiled >= SCAN_TEXT * inside


def _tiny(text: TextObject) -> bool:
    return 0 < _type_size(text) < TINY


def _type_size(text: TextObject) -> float:
    """The size of a text's type as painted, in points; of squeezed type, the smaller of its two directions."""
    matrix = calls.matrix_of(text.handle)
    across = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5
    along = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
    return float(calls.size_of(text.handle) * min(across, along) * (_scale_of_form(text) if text.nested else 1.0))


def _scale_of_form(text: TextObject) -> float:
    """How much larger a text is painted than within the form that it stands in."""
    own = own_bounds(text.handle)
    length = hypot(own[2] - own[0], own[3] - own[1])
    return hypot(text.bounds[2] - text.bounds[0], text.bounds[3] - text.bounds[1]) / length if length else 1.0


def _is_scaled_down(tiny: list[TextObject], texts: list[TextObject]) -> bool:
    """Whether most of a page's text is tiny and hardly any of a size that a person reads."""
    small = sum(map(_ems, tiny))
    readable = total = 0.0
    for text in texts:
        ems = _ems(text)
        total += ems
        readable += ems if _type_size(text) >= READABLE else 0.0
    return small > MOST_TINY * total and readable < READABLE_EMS


def _ems(text: TextObject) -> float:
    """The length of a text in the size of its type: two letters or so to one."""
    x0, y0, x1, y1 = text.bounds
    return max(x1 - x0, y1 - y0) / max(_type_size(text), 0.1)


def _distance(one: Colour, other: Colour) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]), abs(one[2] - other[2]))


def _on_its_colour(text: TextObject, shapes: list[Shape]) -> bool:
    """Whether the topmost thing painted beneath the text's middle is of its colour, or can't be told."""
    x, y = (text.bounds[0] + text.bounds[2]) / 2, (text.bounds[1] + text.bounds[3]) / 2
    for shape in reversed(shapes):
        if shape.order < text.order:
            left, bottom, right, top = shape.bounds
            if left <= x <= right and bottom <= y <= top:
                if shape.colour is None or shape.colour[3] < 255 - NO_INK:
                    return True
                return _distance(text.colour, shape.colour) <= SUSPECT_COLOUR
    return _distance(text.colour, WHITE) <= SUSPECT_COLOUR


def _covered(text: TextObject, covers: list[Shape]) -> bool:
    order = text.order
    x0, y0, x1, y1 = text.bounds
    for shape in reversed(covers):
        if shape.order < order:
            return False
        left, bottom, right, top = shape.bounds
        if left < x1 and right > x0 and bottom < y1 and top > y0 and _share(text.bounds, shape.bounds) >= MOST:
            return True
    return False


def _share(inner: Bounds, outer: Bounds) -> float:
    """The share of ``inner``'s area that lies in ``outer``."""
    width = min(inner[2], outer[2]) - max(inner[0], outer[0])
    height = min(inner[3], outer[3]) - max(inner[1], outer[1])
    if width <= 0 or height <= 0:
        return 0.0
    return width * height / max(1e-6, (inner[2] - inner[0]) * (inner[3] - inner[1]))
