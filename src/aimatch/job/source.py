"""A posting as text, whatever it is given as: text, a file, bytes, or a schema.org ``JobPosting`` (JSON or JSON-LD).

A web page that carries a ``JobPosting`` for search engines is read by that, free of the page's menus and footers.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from aimatch.errors import ReadError
from aimatch.readers import Limits, load, read_bytes, read_document
from aimatch.readers.markup import unmarked

Source = str | os.PathLike[str] | bytes | BinaryIO | Mapping[str, Any]

_EMBEDDED = re.compile(rb"<script[^>]*application/ld\+json[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|script|main|article|section|div|p|h\d|ul)\b", re.IGNORECASE)
_LONGEST_NAME = 4096
#: The fields of a JobPosting that ask something, with the heading that the text gets above each.
_FIELDS = (
    ("description", ""),
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("experienceRequirements", "Experience requirements"),
    ("educationRequirements", "Education requirements"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A posting's text, with what its data names apart from the text. ``sha256`` is that of the text's UTF-8."""

    text: str
    sha256: str
    title: str | None = None
    employer: str | None = None


def read_posting(source: Source, *, limits: Limits | None = None) -> Posting:
    """Read a posting.

    Args:
        source: Text; a path (or one line of text that names an existing file); the bytes of a file, or a file object
            open for reading bytes; a page's source; a schema.org ``JobPosting`` as a mapping, as JSON text, alone or
            within a JSON-LD ``@graph``, or in a page that carries one.
        limits: What the file may cost; the defaults suit any real posting.

    Raises:
        ReadError: The file can't be read, or the mapping holds no job posting.
        FileNotFoundError: The path doesn't exist.
        TypeError: It is none of these.
    """
    limits = limits or Limits()
    if isinstance(source, Mapping):
        return _of_data(source, "the given mapping")
    if isinstance(source, str):
        if source.lstrip().startswith(("{", "[")) and (found := _parsed(source)) is not None:
            return _of_data(found, "the given JSON")
        line = source.strip()
        named = "\n" not in line and len(line) < _LONGEST_NAME and os.path.isfile(line)  # noqa: PTH113 - of any length
        if not named and _PAGE.match(source) is None:
            return _of_text(read_document(source, limits=limits).text)
        source = Path(line) if named else source.encode("utf-8", "surrogatepass")
    if not isinstance(source, (bytes, os.PathLike)) and not hasattr(source, "read"):
        raise TypeError(f"a posting is text, a path, bytes or a mapping, not {type(source).__name__}")
    if isinstance(source, os.PathLike) and os.path.isdir(source):  # noqa: PTH112
        raise ReadError("is a folder", source=str(source), remedy="give the file of one posting")
    data, name = load(source, limits)
    if data.lstrip()[:1] in (b"{", b"["):
        found = _parsed(data)
        if found is not None:
            return _of_data(found, name or "the given bytes")
    for match in _EMBEDDED.finditer(data):
        posting = next(_postings(_parsed(match.group(1))), None)
        if posting is not None:
            return _of_data(posting, "the page's JobPosting")
    return _of_text(read_bytes(data, name, limits).text)


def _parsed(text: str | bytes) -> Any:
    """JSON, or ``None`` for what is none: it is then read as any other text."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _postings(content: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """The job postings within JSON-LD."""
    if depth > 4:
        return
    if isinstance(content, list):
        for one in content:
            yield from _postings(one, depth + 1)
    elif isinstance(content, Mapping):
        kinds = content.get("@type", ())
        if "JobPosting" in ([kinds] if isinstance(kinds, str) else kinds):
            yield content
        for field in ("@graph", "mainEntity"):
            yield from _postings(content.get(field), depth + 1)


def _of_data(content: Any, place: str) -> Posting:
    posting = next(_postings(content), None)
    if posting is None and isinstance(content, Mapping) and content.get("title") and content.get("description"):
        posting = content  # without its @type, yet with a JobPosting's fields
    if posting is None:
        raise ReadError(
            "holds no schema.org JobPosting", source=place, remedy="give the posting's text, or a JobPosting object"
        )
    title = _words(posting.get("title") or posting.get("name"))
    parts = [title or "Job posting"]
    for field, heading in _FIELDS:
        body = _words(posting.get(field))
        if body:
            parts.append(f"{heading}\n{body}" if heading else body)
    employer = posting.get("hiringOrganization")
    name = _words(employer.get("name")) if isinstance(employer, Mapping) else _words(employer)
    return _of_text("\n\n".join(parts), title=title or None, employer=name or None)


def _words(value: Any) -> str:
    """A field's value as text: markup read, lists one a line, months of experience and kinds of degree in words."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        return "\n".join(f"- {words}" for one in value if (words := _words(one)))
    if isinstance(value, Mapping):
        months = value.get("monthsOfExperience")
        if isinstance(months, int | float) and months >= 1:
            return f"{max(1, round(months / 12))}+ years of experience"
        category = value.get("credentialCategory")
        if category:
            return f"{_words(category)} degree" if "degree" not in _words(category).lower() else _words(category)
        return _words(value.get("name") or value.get("description"))
    return unmarked(str(value), Limits())[0].strip()


def _of_text(text: str, *, title: str | None = None, employer: str | None = None) -> Posting:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Posting(text=text, sha256=digest, title=title, employer=employer)
