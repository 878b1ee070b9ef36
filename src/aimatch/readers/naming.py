"""Text that can be written, printed and compared anywhere: names of files, and what is read of them."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def readable(name: str) -> str:
    """A file's name with U+FFFD for each byte of it that is no text: such names can't be written as UTF-8.

    >>> readable("r\\udce9sum\\udce9.txt")
    'r\ufffdsum\ufffd.txt'
    """
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", name)
