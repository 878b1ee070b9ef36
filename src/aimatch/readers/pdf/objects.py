"""What a page paints, in the order it is painted: text with its attributes, and the shapes and pictures around it.

Pages whose text objects are words or lines are walked object by object. Some producers write one object a letter; there
a walk would cost as much as parsing did, so lines are sampled: words for colour, line ends for the rest, and the walk
skips from line end to line end wherever it finds just one object a letter between them.
"""

from __future__ import annotations

import ctypes
import struct
from dataclasses import dataclass, field
from typing import NamedTuple

from aimatch.readers.pdf import calls

TEXT, PATH, IMAGE, SHADING, FORM = 1, 2, 3, 4, 5
Colour = tuple[int, int, int, int]
Bounds = tuple[float, float, float, float]
Clips = dict[tuple[float, ...], Bounds]

# A painted shape lower than this (points) covers no line of text and is no background of one.
LEAST_SHAPE = 3.0
# A path no larger than this (points) and about as wide as high may be a bullet.
MOST_DOT = 7.0
# A path thinner than a shape and at least so long (points) may be a line of a table.
LEAST_RULE = 8.0
# Alpha of full ink, and that at which ink leaves nothing to see (0..255).
OPAQUE = 255
NO_INK = 10
# Forms within forms that are looked into, and objects looked at on one page.
FORM_DEPTH = 8
MOST_OBJECTS = 60_000
_CLIP_POINTS = 12
_MOST_CLIPS = 4
_MOST_MARKS = 8


class TextObject(NamedTuple):
    """A text object, or a sampled stretch of a line: its bounds (left, bottom, right, top) in page coordinates.

    ``order`` counts what is painted before it. ``mode`` is the PDF text rendering mode, ``colour`` its fill (or stroke,
    where it only strokes) with alpha, 0..255. ``clip`` is the clipping rectangle in force, if there is one. ``span`` is
    its place in the page's text, known for sampled stretches only. ``nested``: it stands in a
    form. ``claim`` is the text that the file says it is (ActualText). ``veiled``: something besides its colour decides
    whether its ink shows, such as a mask, a way of blending, or a form around it that is drawn without ink.
    """

    handle: calls.Handle
    order: int
    bounds: Bounds
    colour: Colour
    mode: int
    clip: Bounds | None
    nested: bool = False
    span: tuple[int, int] | None = None
    claim: str | None = None
    veiled: bool = False


class Shape(NamedTuple):
    """A filled path, picture, shading or group. ``colour`` is ``None`` where it is not of one colour."""

    order: int
    bounds: Bounds
    colour: Colour | None
    picture: bool


@dataclass(slots=True)
class Painted:
    """All that a page paints, as far as telling hidden text needs; ``dots`` are paths as small as bullets, ``rules`` thin lines."""

    texts: list[TextObject] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    dots: list[Bounds] = field(default_factory=list)
    rules: list[Bounds] = field(default_factory=list)
    count: int = 0
    clips: Clips = field(default_factory=dict)
    claims: dict[int | None, str | None] = field(default_factory=dict)


# Results are taken out of an array all at once: asking four numbers for their values takes longer than the call did.
_floats = (ctypes.c_float * 4)()
_F0, _F1, _F2, _F3 = (ctypes.byref(_floats, 4 * number) for number in range(4))
_bounds = struct.Struct("4f").unpack
_channels = (ctypes.c_uint * 4)()
_red, _green, _blue, _alpha = (ctypes.byref(_channels, 4 * number) for number in range(4))
_rgba = struct.Struct("4I").unpack
_i = [ctypes.c_int() for _ in range(2)]
_I = [ctypes.byref(value) for value in _i]
_matrix = (ctypes.c_float * 6)()
_MATRIX = ctypes.byref(_matrix)

Matrix = tuple[float, float, float, float, float, float]


def walk(page: calls.Handle) -> Painted:
    """Look at every object of the page, and of the forms it shows."""
    painted = Painted()
    get, render_mode = calls.get_object, calls.render_mode
    for number in range(min(calls.count_objects(page), MOST_OBJECTS)):
        obj = get(page, number)
        mode = render_mode(obj)  # -1 for what is no text, which saves asking for the type
        painted.count += 1
        if mode >= 0:
            painted.texts.append(_text(obj, mode, painted, None, False))
        else:
            see_shape(obj, painted)
    return painted


def _see(obj: calls.Handle, painted: Painted, within: Matrix | None, depth: int, veiled: bool) -> None:
    painted.count += 1
    if painted.count > MOST_OBJECTS:
        return
    mode = calls.render_mode(obj)
    if mode >= 0:
        painted.texts.append(_text(obj, mode, painted, within, veiled))
        return
    see_shape(obj, painted, within, depth, veiled)


def _text(obj: calls.Handle, mode: int, painted: Painted, within: Matrix | None, veiled: bool) -> TextObject:
    calls.object_bounds(obj, _F0, _F1, _F2, _F3)
    bounds: Bounds = _bounds(_floats)
    ask = calls.stroke_colour if mode in (1, 5) else calls.object_colour
    ask(obj, _red, _green, _blue, _alpha)
    colour: Colour = _rgba(_channels)
    clip = clip_of(obj, painted.clips)
    if within is not None:
        bounds = _moved(bounds, within)
        clip = None if clip is None else _moved(clip, within)
    claim = claim_of(obj, painted) if calls.count_marks(obj) else None
    # Alpha alone shows in the colour; text that is transparent without it is masked or blended.
    veiled = veiled or (colour[3] == OPAQUE and bool(calls.has_transparency(obj)))
    return TextObject(obj, painted.count, bounds, colour, mode, clip, within is not None, None, claim, veiled)


def see_shape(
    obj: calls.Handle, painted: Painted, within: Matrix | None = None, depth: int = 0, veiled: bool = False
) -> None:
    """Note a shape, or walk the objects of a form."""
    kind = calls.object_type(obj)
    if kind == FORM:
        if depth < FORM_DEPTH:
            calls.object_matrix(obj, _MATRIX)
            a, b, c, d, e, f = _matrix
            own: Matrix = (a, b, c, d, e, f)
            matrix = own if within is None else _times(own, within)
            veiled = veiled or _is_inkless(obj)
            for number in range(calls.count_form_objects(obj)):
                if painted.count > MOST_OBJECTS:
                    return
                _see(calls.form_object(obj, number), painted, matrix, depth + 1, veiled)
        return
    calls.object_bounds(obj, _F0, _F1, _F2, _F3)
    bounds: Bounds = _bounds(_floats)
    if within is not None:
        bounds = _moved(bounds, within)
    high, wide = bounds[3] - bounds[1], bounds[2] - bounds[0]
    if high <= MOST_DOT and kind == PATH and abs(high - wide) <= 0.3 * high:
        painted.dots.append(bounds)
    if high < LEAST_SHAPE or wide < LEAST_SHAPE:
        if kind == PATH and (high >= LEAST_RULE or wide >= LEAST_RULE):
            painted.rules.append(bounds)
        return
    colour: Colour | None = None
    if kind == PATH:
        calls.draw_mode(obj, *_I)
        if not _i[0].value:  # not filled
            return
        if calls.object_colour(obj, _red, _green, _blue, _alpha):
            colour = _rgba(_channels)
            if calls.count_segments(obj) > 5:
                colour = None
    painted.shapes.append(Shape(painted.count, bounds, colour, kind in (IMAGE, SHADING)))


def _is_inkless(form: calls.Handle) -> bool:
    """Whether a form is drawn with an alpha of nothing."""
    return bool(
        calls.has_transparency(form)
        and calls.object_colour(form, _red, _green, _blue, _alpha)
        and _channels[3] <= NO_INK
    )


def claim_of(obj: calls.Handle, painted: Painted) -> str | None:
    """The ActualText of an object's marks; objects under one mark share it, so that it is asked for once."""
    known = painted.claims
    for number in range(min(_MOST_MARKS, calls.count_marks(obj))):
        mark = calls.get_mark(obj, number)
        if mark.value not in known:
            known[mark.value] = calls.actual_text(mark)
        claim = known[mark.value]
        if claim is not None:
            return claim
    return None


def own_bounds(obj: calls.Handle) -> Bounds:
    """The bounds of an object in the coordinates of the page, or of the form that it stands in."""
    calls.object_bounds(obj, _F0, _F1, _F2, _F3)
    bounds: Bounds = _bounds(_floats)
    return bounds


def has_ink(text_object: calls.Handle) -> bool:
    """Whether a text object has any extent: a space has none."""
    left, bottom, right, top = own_bounds(text_object)
    return bool(top - bottom > 0.05 and right - left > 0.05)


def clip_of(obj: calls.Handle, known: Clips) -> Bounds | None:
    """The rectangle that bounds what the clipping paths in force leave of an object; ``None`` if there are none.

    ``known`` remembers the rectangles of the page by how many paths there are and by two corners of the innermost.
    """
    clip = calls.object_clip(obj)
    count = calls.count_clips(clip)
    if count <= 0:
        return None
    segments = calls.count_clip_segments(clip, count - 1)
    calls.segment_point(calls.clip_segment(clip, count - 1, 0), _F0, _F1)
    calls.segment_point(calls.clip_segment(clip, count - 1, 2), _F2, _F3)
    key = (count, segments, *_bounds(_floats))
    if key not in known:
        known[key] = _clip(clip, count)
    return known[key]


def _clip(clip: calls.Handle, count: int) -> Bounds:
    left = bottom = float("-inf")
    right = top = float("inf")
    for number in range(max(0, count - _MOST_CLIPS), count):
        segments = calls.count_clip_segments(clip, number)
        if not 0 < segments <= _CLIP_POINTS:  # curves and outlines: not judged
            continue
        xs, ys = [], []
        for place in range(segments):
            calls.segment_point(calls.clip_segment(clip, number, place), _F0, _F1)
            xs.append(_floats[0])
            ys.append(_floats[1])
        left, right = max(left, min(xs)), min(right, max(xs))
        bottom, top = max(bottom, min(ys)), min(top, max(ys))
    return (left, bottom, right, top)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _moved(bounds: Bounds, matrix: Matrix) -> Bounds:
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (bounds[0], bounds[2]) for y in (bounds[1], bounds[3])]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return (min(xs), min(ys), max(xs), max(ys))
