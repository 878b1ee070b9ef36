"""Fields of data that hold HTML, as web forms leave it in JSON: told from text that only has such signs, and read."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from aimatch.readers.flow import clean
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from aimatch.model import Document

# Elements that editors of text write; those that a text rather speaks of (<video>, <header>) are left alone.
_ELEMENTS = (
    "p|br|hr|ul|ol|li|div|span|h[1-6]|b|strong|i|em|u|s|a|table|thead|tbody|tr|t[dh]|pre|code|blockquote|font|su[bp]|small"
    "|mark|img|del|ins|strike|center|d[ldt]|section|article|html|body|head|script|style"
)
# Written all small or all in capitals: "List<Section>" is code.
_TAG = re.compile(rf"<(/?)({_ELEMENTS}|{_ELEMENTS.upper()})((?:\s+[^<>]*|/)?)>|<!--.*?-->", re.DOTALL)
#: These need no end.
_OPEN = re.compile(r"p|br|hr|li|tr|t[dh]|img|d[dt]", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|br|hr|ul|ol|li|div|h\d|table|tr|pre|blockquote|section|article|d[ldt])\b", re.IGNORECASE)
# Closed ones only: "a=1&copy=2" is an address.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
# Markup that was escaped as text is markup once that is undone.
_ROUNDS = 2


def unmarked(text: str, limits: Limits) -> tuple[str, Document | None]:
    """The text that a field shows, and the document it was read as if it holds HTML, for what is hidden in it.

    >>> unmarked("<ul><li>Tea &amp; toast</li><li>Jam</li></ul>", Limits())[0]
    '• Tea & toast\\n• Jam'
    >>> unmarked("a < b, and List<String> too", Limits())[0]
    'a < b, and List<String> too'
    """
    page = None
    for _ in range(_ROUNDS):
        if "<" in text and (marked := _as_page(text)) is not None:
            from aimatch.readers.html import read_source

            page = read_source(marked, data=b"", name=None, limits=limits)
            return page.text, page
        if "&" not in text:
            break
        text = clean(_ENTITY.sub(lambda entity: html.unescape(entity[0]), text))
    return text, page


def _as_page(text: str) -> str | None:
    """The text as a page in which no sign but those of its markup counts as such; ``None`` if it has no markup."""
    parts, found, last = [], False, 0
    lower = text.lower()
    for tag in _TAG.finditer(text):
        name = (tag[2] or "").lower()
        if name and not _OPEN.fullmatch(name) and (f"<{name}" if tag[1] else f"</{name}>") not in lower:
            continue
        parts += [text[last : tag.start()].replace("<", "&lt;"), tag[0]]
        found, last = True, tag.end()
    if not found:
        return None
    marked = "".join([*parts, text[last:].replace("<", "&lt;")])
    # Where only words are marked, the lines are those of the text.
    return f"<html><body>{marked if _BLOCK.search(marked) else marked.replace(chr(10), '<br>')}</body></html>"
