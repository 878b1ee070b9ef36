"""What the size of their type tells of headings, where a document tells it.

The headings of a resume are set alike. Lines of that size that stand alone are headings too, be their words unusual;
lines in clearly smaller type are none, be their words those of headings: they label a part of an entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from aimatch.resume.sections.lines import Line

# Sizes this close (share) are one; headings stand out from the text by as much at least.
SAME = 0.04
#: Type of this many times the body's size is set off on purpose; less is rounding, or another font.
LARGER = 1.07
# Headings that must agree on a size before it tells anything.
LEAST = 2
#: Characters of a heading that only its type tells.
_LONGEST = 48
#: Words of it.
_MOST_WORDS = 6
_SIGNS = frozenset("|@:;,•/\t")


class HeadingType:
    """The size that the headings of a resume share, for its main column and for its sidebars; 0 where none is known.

    Args:
        lines: All lines of the resume.
        numbers: Of the lines that are headings by their words alone.
    """

    def __init__(self, lines: Sequence[Line], numbers: Sequence[int]) -> None:
        sizes = Counter(round(line.size, 1) for line in lines if line.size)
        self.body = sizes.most_common(1)[0][0] if sizes else 0.0
        self._sizes = {aside: self._shared(lines, numbers, aside) for aside in (False, True)}
        self._capitals = {
            aside: self._sizes[aside] > 0
            and all(lines[number].text.isupper() for number in numbers if self._is_set_so(lines[number], aside))
            for aside in (False, True)
        }

    def _shared(self, lines: Sequence[Line], numbers: Sequence[int], aside: bool) -> float:
        sizes = Counter(round(lines[number].size, 1) for number in numbers if lines[number].aside == aside)
        sizes.pop(0.0, None)
        if not sizes:
            return 0.0
        size, count = max(sizes.items(), key=lambda item: (item[1], item[0]))
        return size if count >= LEAST and 2 * count > sum(sizes.values()) and size >= LARGER * self.body else 0.0

    def _is_set_so(self, line: Line, aside: bool) -> bool:
        return line.aside == aside and abs(line.size - self._sizes[aside]) <= SAME * self._sizes[aside]

    def tells(self, line: Line) -> bool:
        """Whether the size of headings beside ``line`` is known, and its own."""
        return bool(line.size and self._sizes[line.aside])

    def fits(self, line: Line) -> bool:
        """Whether ``line`` is set as headings are."""
        return self._is_set_so(line, line.aside) and (line.text.isupper() or not self._capitals[line.aside])

    def admits(self, line: Line) -> bool:
        """Whether ``line`` is set as headings are, or type tells nothing."""
        return not self.tells(line) or self.fits(line)

    def in_capitals(self, line: Line) -> bool:
        """Whether all headings beside ``line`` are in capitals, so that these tell nothing."""
        return self._capitals[line.aside]

    def is_smaller(self, line: Line) -> bool:
        """Whether ``line`` is set in clearly smaller type than headings."""
        return line.size < (1 - 2 * SAME) * self._sizes[line.aside]

    def is_lesser(self, line: Line) -> bool:
        """Whether ``line`` is set as the text is, or in small letters where all headings are in capitals."""
        return self.is_body(line) or (self._capitals[line.aside] and not line.text.isupper())

    def is_body(self, line: Line) -> bool:
        """Whether ``line`` is set in the size of most lines, or smaller."""
        return line.size <= (1 + SAME) * self.body

    def alone(self, lines: Sequence[Line], number: int, is_item: Callable[[str], bool]) -> bool:
        """Whether a line that is set as headings are stands alone and reads like one."""
        line = lines[number]
        text = line.text
        if not self.fits(line) or len(text) > _LONGEST or is_item(text):
            return False
        if not text[0].isupper() and " " in text:  # small capitals may be small letters in the file
            return False
        if text.count(" ") >= _MOST_WORDS or any(letter in _SIGNS or letter.isdigit() for letter in text.rstrip(":")):
            return False
        near = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        return not any(self._is_set_so(other, line.aside) for other in near)
