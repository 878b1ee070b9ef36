"""Rails: a narrow margin left of the text whose lines label what stands beside them.

Headings, dates or names of groups of skills, each level with the first line of what it labels. By its white space such a
margin looks like a column; but each of its groups begins where a part of the text does, or stands where the text has a
gap, and a sidebar's do not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.label_words import heading_kind, is_listed, labels_form
from aimatch.readers.pdf.layout.margins import BULLETS, is_date
from aimatch.readers.pdf.layout.sides import flush_right

# A label has no more lines, and its lines no more characters on average.
MOST_LINES = 4
LONGEST = 26
# Employer, place and dates above one another are more.
MOST_DATED = 6
# Lines of one label follow one another within this many ems and differ in size by this share at most.
STEP_EM = 1.5
SAME_SIZE = 0.1
# A heading is in capitals, or larger than its text by this factor.
HEADING = 1.05
# A label and its text are level when their baselines or the tops of their letters are (em).
LEVEL_EM = 0.3
ON_BASELINE_EM = 0.12
# A part of the text begins where the step from the line above is larger than the usual one by this factor.
PARTED = 1.2
# Labels that must be level before they make a rail: without dates, chance has more room.
LEAST = 3
LEAST_DATED = 2
# Kinds of headings among so many in capitals that people use.
LEAST_KINDS = 2
# Labels that are no dates and stand beside no beginning, as those of rows of a table, for each that is a date.
MOST_UNPARTED = 0.5
# Share of the labels that are a form's where all are; lines of a label where all end at one edge, on average; and the share
# of such labels that stand on the baselines of their text.
FORM = 0.5
FLUSH_LINES = 1.6
EXACT = 0.7
# Share of the labels that are headings where all are taken for such; a heading and the first line of its text are no
# further apart (em), and it is read as a line so far above that (more than ROW_EM, less than half a line).
MOST_HEADED = 0.75
NEAR_EM = 1.2
ABOVE_EM = 0.5


def folded_rail(left: list[Piece], right: list[Piece]) -> list[Piece] | None:
    """The pieces of ``left`` with each label of several lines as one piece; ``None`` if they are no rail of ``right``.

    Both sides are sorted by their baselines. Labels that are dates are left as they are.
    """
    if sum(len(piece.text) for piece in left) > LONGEST * len(left):
        return None
    bases = [piece.base for piece in right]
    if headed := _headings(left, right, bases):
        return headed
    usual = _usual(bases)
    kept: list[Piece] = []
    level = dated = unparted = exact = off = alone = 0
    groups = _groups(left)
    form = _is_form(groups)
    # Labels that end where their text begins, or are a form's: few columns of text are set so.
    sure = form or (flush_right(left) and len(left) <= FLUSH_LINES * len(groups))
    for group in groups:
        first, last = group[0], group[-1]
        beside = right[
            bisect_left(bases, first.top + 0.3 * first.size) : bisect_right(bases, last.base + 0.5 * last.size)
        ]
        if not beside:  # a heading of its own, or text that goes on below the end of the other side
            kept.extend(group)
            alone += 1
            continue
        if any(below.base - above.base < 0.5 * below.size for above, below in pairwise(group)):
            return None  # cells side by side: a table
        mate = beside[0]
        near = LEVEL_EM * min(first.size, mate.size)
        if min(abs(mate.base - first.base), abs(mate.top - first.top)) > near or len(group) > (
            MOST_DATED if any(map(is_date, group)) else MOST_LINES
        ):
            if not sure:
                return None
            off += 1
            kept.extend(group)  # beside a table of several lines, say
            continue
        exact += abs(mate.base - first.base) <= ON_BASELINE_EM * first.size
        if not form and any(piece.text[0] in BULLETS for piece in group):
            return None
        at = bisect_left(bases, mate.base - near)
        dates = 2 * sum(map(is_date, group)) >= len(group)
        if not dates and at and mate.base - bases[at - 1] < PARTED * usual:
            unparted += 1
        # Each line level with one beside it: so do rows of a table and two columns set on one grid, it shows nothing.
        rows = len(group) > 1 and not dates and _all_level(group, bases) and not (form and labels_form(_text(group)))
        if not rows:
            level += 1
            dated += any(map(is_date, group))
        elif not (all(piece.text.isupper() for piece in group) or first.size > HEADING * mate.size):
            kept.extend(group)  # no heading in two lines, but labels of one row each
            continue
        kept.extend(group if dates else [_one(group, mate.base)])
    if alone > level + off:
        return None  # columns, of which the other one is shorter
    enough = level >= (LEAST_DATED if 2 * dated >= level else LEAST)
    if not off and unparted <= MOST_UNPARTED * dated:
        return kept if enough else None
    return kept if enough and sure and exact >= EXACT * (level + off) else None


def _is_form(groups: list[list[Piece]]) -> bool:
    """Whether most labels are those of a form's rows, headings aside."""
    texts = [_text(group) for group in groups]
    named = sum(map(labels_form, texts))
    return named >= LEAST and named >= FORM * sum(not is_listed(text) for text in texts)


def _headings(left: list[Piece], right: list[Piece], bases: list[float]) -> list[Piece] | None:
    """The labels of ``left`` set above the lines they stand beside, if all but a few are headings of different kinds.

    What is all headings is a margin wherever its lines stand: some are set a little higher or lower than their text.
    """
    left = [piece for piece in left if any(map(str.isalnum, piece.text))]  # a dash may stand over each
    if not left:
        return None
    groups = [part for group in _groups(left) for whole in _without_dates(group) for part in _apart(whole)]
    kinds = [heading_kind(_text(group)) if len(group) <= MOST_LINES else None for group in groups]
    # In capitals what people use as headings are such, though two be of one kind ("Professional", "Academic Qualification").
    listed = sum(text.isupper() and is_listed(text) for text in map(_text, groups))
    if len({kind for kind in kinds if kind}) < (LEAST if listed < LEAST else LEAST_KINDS):
        return None
    labels = sum(kind is not None or not all(map(is_date, group)) for group, kind in zip(groups, kinds, strict=True))
    if sum(kind is not None for kind in kinds) < MOST_HEADED * labels:
        return None
    heads = [group[0] for group, kind in zip(groups, kinds, strict=True) if kind is not None]
    usual = _usual(bases)
    starts = [at for at in range(len(bases)) if not at or bases[at] - bases[at - 1] > PARTED * usual]
    mates = [at for head in heads if (at := _mate(head, bases, NEAR_EM)) is not None]
    # Under a rule of their own, headings stand beside the second line of their text.
    lowered = sum(at not in starts and at - 1 in starts for at in mates) >= MOST_HEADED * max(len(mates), LEAST_KINDS)
    kept: list[Piece] = []
    for group, kind in zip(groups, kinds, strict=True):
        first = group[0]
        at = _mate(first, bases, STEP_EM if lowered else NEAR_EM) if kind is not None else None
        if at is None:
            kept.extend(group)
            continue
        mate = right[at - 1 if lowered and at not in starts and at - 1 in starts else at]
        kept.append(_one(group, mate.base - ABOVE_EM * min(first.size, mate.size)))
    return kept


def _mate(head: Piece, bases: list[float], near: float) -> int | None:
    """The number of the line that is nearest to a heading; ``None`` where none is within so many em."""
    reach = near * head.size
    beside = range(bisect_left(bases, head.base - reach), bisect_right(bases, head.base + reach))
    return min(beside, key=lambda at: abs(bases[at] - head.base), default=None)


def _usual(bases: list[float]) -> float:
    """The usual step between lines; items may stand further apart than lines of one."""
    steps = sorted(b - a for a, b in pairwise(bases) if b - a > 1)
    return steps[len(steps) // 4] if steps else 0.0


def _groups(side: list[Piece]) -> list[list[Piece]]:
    groups = [[side[0]]]
    for above, piece in pairwise(side):
        step = piece.base - above.base
        item = piece.text[0] in BULLETS and above.text[0] in BULLETS
        if not item and step <= STEP_EM * piece.size and abs(piece.size - above.size) <= SAME_SIZE * above.size:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _all_level(group: list[Piece], bases: list[float]) -> bool:
    """Whether each line of a label stands on the baseline of a line beside it."""
    near = ON_BASELINE_EM * group[0].size
    return all(bisect_left(bases, piece.base - near) < bisect_right(bases, piece.base + near) for piece in group)


def _without_dates(group: list[Piece]) -> list[list[Piece]]:
    """The lines of a margin, parted where a date follows a label or the other way round."""
    parts = [[group[0]]]
    for above, piece in pairwise(group):
        if is_date(above) == is_date(piece):
            parts[-1].append(piece)
        else:
            parts.append([piece])
    return parts


def _apart(group: list[Piece]) -> list[list[Piece]]:
    """The lines of a label, each on its own if they are headings of different kinds ("Languages", "Hobbies")."""
    kinds = [heading_kind(piece.text) for piece in group]
    several = None not in kinds and len(set(kinds)) == len(kinds) and not is_listed(_text(group))
    return [[piece] for piece in group] if several else [group]


def _text(group: list[Piece]) -> str:
    """The lines of a label as one, a word that a hyphen broke put together, dates set apart."""
    text = "".join(
        piece.text if piece.soft else f"{piece.text}\t" if is_date(piece) or is_date(below) else f"{piece.text} "
        for piece, below in zip(group, [*group[1:], group[-1]], strict=True)
    )
    return text.rstrip()


def _one(group: list[Piece], base: float) -> Piece:
    """A label as one piece on a baseline."""
    first, last = group[0], group[-1]
    return first._replace(
        text=_text(group),
        x0=min(piece.x0 for piece in group),
        x1=max(piece.x1 for piece in group),
        bottom=last.bottom,
        base=base,
        soft=last.soft,
    )
