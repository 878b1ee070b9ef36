"""From a file, bytes or text to a :class:`~aimatch.model.Document`: what a person sees in it.

One module per format, each with ``read(data, name, limits) -> Document``, found through the table in
:mod:`aimatch.readers.sniff` and imported when its first file comes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, cast

from aimatch.errors import LimitExceeded, ReadError, shortened
from aimatch.model import Document
from aimatch.readers.limits import Limits
from aimatch.readers.naming import readable
from aimatch.readers.sniff import BY_SUFFIX, sniff, suffix_of

__all__ = ["Limits", "Source", "read_document"]

Source = Path | bytes | BinaryIO | str | Mapping[str, Any]
"""What can be read: a path, the bytes of a file, a binary file object, text or a file's name, a JSON Resume."""

_DEFAULT = Limits()
_LONGEST_NAME = 4096


def read_document(source: Source, *, limits: Limits = _DEFAULT, isolate: bool = False) -> Document:
    """Read a resume in any supported format.

    Args:
        source: A :class:`~pathlib.Path`; the bytes of a file; a file object open for reading bytes; a JSON Resume as a
            ``dict``; or a ``str``, which is text unless it is one line and names an existing file.
        limits: What the file may cost; see :class:`~aimatch.readers.limits.Limits`.
        isolate: Read in a child process that is limited in time and memory and replaced when it dies. It costs some
            200 ms for the first file and next to nothing for the following ones. Text and dicts are read in process.

    Returns:
        The document. For text, ``Document.text`` is the very string that was given, but for lone surrogates; the JSON text of
        a resume is therefore refused (give ``json.loads(text)``). ``sha256`` is taken over the
        file's bytes, the UTF-8 of a text, or the JSON of a dict with sorted keys and without spaces.

    Raises:
        FileNotFoundError: The path, or a one-line ``str`` that ends in a known suffix, names no file.
        ReadError: The file can't be read: :class:`~aimatch.errors.UnsupportedFormat`,
            :class:`~aimatch.errors.EncryptedFile` and :class:`~aimatch.errors.LimitExceeded` are its kinds.
        MissingExtra: The format needs an optional dependency.
        TypeError: ``source`` is none of the types above.
    """
    if isinstance(source, str):
        path = _named_file(source)
        if path is None:
            return read_text(source, limits)
        source = path
    if isinstance(source, Mapping):
        from aimatch.readers.json_resume import read_mapping

        return _writable(read_mapping(source, None, limits))
    data, name = load(source, limits)
    if isolate:
        from aimatch.readers.isolation import read_isolated

        return read_isolated(data, name, limits)
    return read_bytes(data, name, limits)


def read_bytes(data: bytes, name: str | None, limits: Limits = _DEFAULT) -> Document:
    """Read the bytes of a file whose name is ``name`` (its suffix helps to tell text formats apart).

    Raises:
        ReadError: The file can't be read.
        MissingExtra: The format needs an optional dependency.
    """
    if not data:
        raise ReadError("is empty", source=name or "the given bytes", remedy="ask for the file again")
    format = sniff(data, name, limits)
    reader = import_module(f"aimatch.readers.{format.module}")
    try:
        document = cast(Document, reader.read(data, name, limits))
    except RecursionError as error:
        raise LimitExceeded("nests its content too deeply", source=name, remedy="save it again as PDF") from error
    named = BY_SUFFIX.get(suffix_of(name))
    if named is not None and named is not format:
        note = f"the name says {named.label}, the content is {format.label} and was read as such"
        document = replace(document, notes=(note, *document.notes))
    return _writable(document)


def _writable(document: Document) -> Document:
    """The document with U+FFFD for each half of a character: such text could not be written, as JSON or as a page."""
    text, hidden = document.text, document.hidden
    try:
        "".join([text, *(part.quote for part in hidden)]).encode()
    except UnicodeEncodeError:
        return replace(
            document,
            text=readable(text),
            hidden=tuple(replace(part, quote=readable(part.quote)) for part in hidden),
            notes=(*document.notes, "halves of characters (lone surrogates) were read as U+FFFD"),
        )
    return document


def read_text(text: str, limits: Limits) -> Document:
    """Read text, which never names a file here.

    Raises:
        LimitExceeded: It is longer than ``limits.max_characters``.
        ReadError: It is the JSON text of a resume.
    """
    from aimatch.readers.text import document

    if text.lstrip().startswith(("{", "[")):
        from aimatch.readers.json_resume import is_resume

        if is_resume(text):
            raise ReadError(
                "the text is the JSON of a resume, and places in a text are those of that very string",
                remedy="give json.loads(text), one call for each resume, or text.encode()",
            )
    # A lone surrogate can come from a file name or a broken decoder; it must not keep the text from being hashed.
    return _writable(document(text, data=text.encode("utf-8", "surrogatepass"), name=None, limits=limits))


def _named_file(text: str) -> Path | None:
    """The file that a ``str`` names, or ``None`` when it is text.

    Raises:
        FileNotFoundError: It is one line that ends in a known suffix, and there is no such file.
        ReadError: It is the path of a folder.
    """
    line = text.strip()
    if not line or len(line) > _LONGEST_NAME or "\n" in line or "\r" in line or "\0" in line:
        return None
    for spelled in dict.fromkeys((text, line)):
        try:
            path = Path(spelled)
            if path.is_file():
                return path
            # A lone word that happens to be the name of a folder is text all the same.
            if os.sep in spelled and path.is_dir():
                raise _is_folder(spelled)
        except (OSError, ValueError):
            return None
    if suffix_of(line) in BY_SUFFIX:
        raise FileNotFoundError(
            f"{shortened(line)}: no such file"
            + (
                " (an address: aimatch fetches nothing; give the file itself)"
                if "://" in line
                else " (if it is no name but a text of one line, give it as bytes: text.encode())"
            )
        )
    return None


def _is_folder(name: str) -> ReadError:
    return ReadError("is a folder", source=name, remedy="use aimatch.score_folder or `aimatch batch`")


def load(source: object, limits: Limits) -> tuple[bytes, str | None]:
    """The bytes of a path, of a binary file object or as given, and the name, where there is one.

    Raises:
        ReadError, FileNotFoundError: They can't be had; :class:`~aimatch.errors.LimitExceeded` if they are too many.
        TypeError: ``source`` is none of these.
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, name = bytes(source), None
    elif isinstance(source, os.PathLike):
        data, name = _load_path(Path(source), limits)
    elif hasattr(source, "read"):
        data, name = _load_stream(cast(BinaryIO, source), limits)
    else:
        several = " (several: one call each, or aimatch.score_folder)" if isinstance(source, Iterable) else ""
        raise TypeError(
            "a resume is a path, bytes, a binary file object, a str or a JSON Resume dict,"
            f" not {type(source).__name__}{several}"
        )
    if len(data) > limits.max_bytes:
        raise _too_large(len(data), name, limits)
    return data, name


def _load_path(path: Path, limits: Limits) -> tuple[bytes, str]:
    try:
        if path.is_dir():
            if not os.access(path, os.R_OK | os.X_OK):
                raise ReadError("is a folder that can't be opened: Permission denied", source=str(path))
            raise _is_folder(str(path))
        # Nobody may ever write to it. The shell's own pipes, "aimatch score <(fetch 17)", are being written to.
        if path.is_fifo() and not path.is_relative_to("/dev") and not path.is_relative_to("/proc"):
            raise ReadError("is a named pipe, no file", source=str(path), remedy="give the file itself, or its bytes")
        with path.open("rb") as stream:
            data = stream.read(limits.max_bytes + 1)
            if len(data) > limits.max_bytes:
                raise _too_large(os.fstat(stream.fileno()).st_size, path.name, limits)
    except FileNotFoundError:
        raise FileNotFoundError(f"{shortened(path)}: no such file") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"can't be opened: {reason}", source=shortened(path)) from error
    return data, readable(path.name)


def _load_stream(stream: BinaryIO, limits: Limits) -> tuple[bytes, str | None]:
    given = getattr(stream, "name", None)
    name = readable(Path(given).name) if isinstance(given, str) else None
    try:
        data = stream.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise ReadError(f"can't be read: {error}", source=name) from error
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError("the file object gives str, not bytes: open it in mode 'rb'")
    return bytes(data), name


def _too_large(size: int, name: str | None, limits: Limits) -> LimitExceeded:
    return LimitExceeded(
        f"is larger than {limits.max_bytes:,} bytes ({size:,} read or announced)",
        source=name,
        remedy="raise Limits.max_bytes if this is a resume",
    )
