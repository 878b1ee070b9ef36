"""Reads Markdown as the page that it describes: markers and link targets out, headings and lists kept as lines."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aimatch.errors import LimitExceeded
from aimatch.model import Document
from aimatch.readers import text as plain
from aimatch.readers.html import read_source
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,5000}?)\r?\n(?:---|\.\.\.)[ \t]*\r?\n", re.S)
# The usual way to leave a comment in Markdown: the definition of a link that goes nowhere.
_COMMENT = re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]:[ \t]*(?:#|<>)[ \t]*[\"'(]([^\n]+)[\"')][ \t]*$", re.M)


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """What a person sees of a Markdown page; each line of the source stays a line.

    Raises:
        LimitExceeded: It holds more text than ``limits`` allow.
        UnsupportedFormat: The bytes are no text.
    """
    source, notes = plain.decode(data, name)
    if len(source) > limits.max_characters:
        raise LimitExceeded(
            f"holds {len(source):,} characters of text, more than {limits.max_characters:,}",
            source=name,
            remedy="raise Limits.max_characters if this is a resume",
        )
    return read_source(_to_html(source), data=data, name=name, limits=limits, notes=notes, format="markdown")


def _to_html(source: str) -> str:
    from markdown_it import MarkdownIt

    front = _FRONT_MATTER.match(source)
    head = f"<pre>{html.escape(front[1])}</pre>" if front else ""
    source = source[front.end() :] if front else source
    source = _COMMENT.sub(lambda match: f"<!-- {match[1].replace('--', '- -')} -->", source)
    # A line break in the source is one for its author, whatever CommonMark says.
    parser = MarkdownIt("commonmark", {"breaks": True, "html": True}).enable(["table", "strikethrough"])
    parser.add_render_rule("image", _image)
    return head + str(parser.render(source))


def _image(self: object, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    # Badges are pictures of their own alternative text.
    return html.escape(tokens[index].content)
