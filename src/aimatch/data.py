"""The reviewable data: found, parsed, and kept compiled so that it loads in milliseconds.

The sources are TOML files (``skill_taxonomy/`` in a checkout, ``aimatch/_taxonomy`` in a wheel). Parsing them takes
seconds, so what is parsed or derived from them is kept in ``.compiled/`` beside them, in the form in which Python keeps
its bytecode (``marshal``; JSON took seven times as long to load). Each file is named by purpose and trusted only if it
carries the stamp of the sources it was made from: their names and sizes and, in a checkout, where people edit them, the
times of their last change. The wheel ships it; a checkout makes it at first use; a read-only checkout works without.
What is made of a user's own entries besides is kept in the user's cache folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from aimatch.errors import TaxonomyError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

#: Raised whenever the meaning of a compiled file changes, so that an old one is never trusted.
_COMPILED_FORMAT = 16
#: The version of the form: every Python reads it, and the same content gives the same bytes in it.
_MARSHAL = 2
Rules = TypeVar("Rules", bound="DataclassInstance")

#: How a field that is a list of the data is made of it, by its type as it is written.
_LISTS: Mapping[Any, Callable[[Iterable[str]], Any]] = {"frozenset[str]": frozenset, "tuple[str, ...]": tuple}
#: Own taxonomies whose compiled form is kept.
_KEPT = 4


@cache
def directory() -> Path:
    """The folder that holds the data: the one in the installed package, else that of the checkout.

    Raises:
        TaxonomyError: The package was installed without its data.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_taxonomy", package.parents[1] / "skill_taxonomy"):
        if (folder / "skills").is_dir():
            return folder
    raise TaxonomyError("the taxonomy data is missing", [f"{package / '_taxonomy'}: not there; reinstall aimatch"])


@cache
def _paths() -> tuple[Path, ...]:
    root = directory()
    return tuple(sorted(root.glob("*/*.toml"), key=lambda path: path.relative_to(root).as_posix()))


@cache
def _sources() -> Mapping[str, bytes]:
    root = directory()
    return {path.relative_to(root).with_suffix("").as_posix(): path.read_bytes() for path in _paths()}


@cache
def _stamp() -> str:
    """What tells whether compiled data is still that of the sources, without reading them."""
    edited = directory().name != "_taxonomy"
    digest = hashlib.blake2b(f"{_COMPILED_FORMAT}".encode(), digest_size=16)
    for path in _paths():
        state = path.stat()
        digest.update(
            f"{path.parent.name}/{path.name}\0{state.st_size}\0{state.st_mtime_ns if edited else 0}\0".encode()
        )
    return digest.hexdigest()


def fingerprint() -> str:
    """A hex digest of every source file's name and content: the identity of the data."""
    found: str = compiled("fingerprint", _fingerprint)
    return found


def _fingerprint() -> str:
    digest = hashlib.blake2b(digest_size=16)
    for name, content in _sources().items():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def parse(sources: Iterable[tuple[str, bytes]]) -> dict[str, Any]:
    """Parse TOML files given as (name, content); every broken file is reported at once.

    Raises:
        TaxonomyError: With one problem a file that is no TOML or no UTF-8.
    """
    import tomllib  # only where something is parsed: it costs a tenth of a start

    tables: dict[str, Any] = {}
    problems = []
    for name, content in sources:
        try:
            tables[name] = tomllib.loads(content.decode("utf-8-sig"))  # editors of Windows begin a file with a mark
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            problems.append(f"{name}.toml: {error}")
    if problems:
        raise TaxonomyError("the taxonomy data can't be parsed", problems)
    return tables


_listeners: list[Callable[[], None]] = []


def before_compiling(listener: Callable[[], None]) -> None:
    """Have ``listener`` called, once, before the shipped data are compiled: in a checkout, after a change of them."""
    _listeners.append(listener)


def _tell_once() -> None:
    while _listeners:
        _listeners.pop()()


def compiled(purpose: str, build: Callable[[], Any], *, own: str = "") -> Any:
    """What ``build()`` makes of the sources (plain lists, dicts, strings and numbers), made once for these sources and kept on disk.

    Args:
        purpose: The name under which it is kept.
        build: Makes it.
        own: What tells the user's own sources apart, where it is made of those too: then it is kept in the user's cache.
    """
    path = _cache() / f"{purpose}-{own}.marshal" if own else directory() / ".compiled" / f"{purpose}.marshal"
    stamp = _stamp()
    try:
        made_for, kept = marshal.loads(path.read_bytes())
        if made_for == stamp:
            return kept
    except (OSError, ValueError, EOFError, TypeError):
        pass  # absent, damaged or of another format: it is made anew below
    if not own:
        _tell_once()
    content = build()
    _keep(path, marshal.dumps((stamp, content), _MARSHAL))
    if own:
        _forget_old(path)
    return content


@cache
def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("aimatch", appauthor=False) / "taxonomies"


def _forget_old(kept: Path) -> None:
    """Delete all but the latest files of a purpose: own taxonomies change as they are worked on."""
    alike = kept.parent.glob(f"{kept.name.rpartition('-')[0]}-*.marshal")
    with contextlib.suppress(OSError):  # another process may tidy up at the same time
        for path in sorted(alike, key=lambda one: one.stat().st_mtime)[:-_KEPT]:
            path.unlink(missing_ok=True)


#: What parts the strings that are packed into one: no text holds it.
PARTING = "\x7f"


def pack(strings: Iterable[str]) -> str:
    """Many strings as one, which loads in a fraction of the time.

    Raises:
        ValueError: One of them holds the character that parts them.
    """
    packed = list(strings)
    if any(PARTING in one for one in packed):
        raise ValueError("a string to be packed holds the character DEL")
    return PARTING.join(packed)


def unpack(packed: str) -> list[str]:
    """What :func:`pack` put into one."""
    return packed.split(PARTING) if packed else []


def _keep(path: Path, content: bytes) -> None:
    import tempfile

    # Written beside and renamed, so that a process that reads at the same time sees the old file or the new one, whole.
    try:
        path.parent.mkdir(exist_ok=True, parents=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError:
        return  # a read-only installation: compiled anew in each process, with the same result


class _Table(dict[str, Any]):
    """A table of the data that knows where it stands: a name that is not there is a mistake in its file."""

    def __init__(self, content: Mapping[str, Any], place: str) -> None:
        super().__init__(
            {name: _Table(one, f"{place}{name}.") if isinstance(one, dict) else one for name, one in content.items()}
        )
        self.place = place

    def __missing__(self, name: str) -> Any:
        raise TaxonomyError("the taxonomy data is incomplete", [f"{self.place}{name} is missing, or misspelt"])


@cache
def load_data() -> Mapping[str, Any]:
    """Every language and role file, parsed, by relative path without suffix (``"language/headings"``)."""
    content: Mapping[str, Any] = compiled(
        "tables",
        lambda: parse((name, text) for name, text in _sources().items() if not name.startswith(("skills/", "models/"))),
    )
    return {name: _Table(table, f"{name}.toml: ") for name, table in content.items()}


def table(name: str) -> Mapping[str, Any]:
    """The parsed content of one language or role file, for example ``table("language/headings")``.

    Raises:
        TaxonomyError: No such file.
    """
    try:
        found: Mapping[str, Any] = load_data()[name]
    except KeyError:
        raise TaxonomyError("the taxonomy data is incomplete", [f"{name}.toml: not found"]) from None
    return found


def filled(rules: type[Rules], tables: Iterable[Mapping[str, Any]], **made: Any) -> Rules:
    """A dataclass of rules, of which only what is no plain list needs to be ``made``.

    Args:
        rules: The dataclass. A field of it that is not made and is written ``frozenset[str]`` or ``tuple[str, ...]`` is
            the list of the same name in one of the tables.
        tables: Parsed tables; the first that holds a name counts.
        made: The other fields.

    Raises:
        TaxonomyError: No table holds the list of a field.

    With ``states: frozenset[str]`` in the dataclass, ``states = ["tx", "ca"]`` in the table is all that a new list needs. Such a
    class has one instance and many fields: to make it frozen and comparable would take each start four times as long.
    """
    given = [*tables]
    known = {name: value for one in reversed(given) for name, value in one.items()}
    lists = [field for field in fields(rules) if field.name not in made and field.type in _LISTS]
    if missing := [field.name for field in lists if field.name not in known]:
        place = getattr(given[0], "place", "")
        raise TaxonomyError(
            "the taxonomy data is incomplete", [f"{place}{name} is missing, or misspelt" for name in missing]
        )
    return rules(**made, **{field.name: _LISTS[field.type](known[field.name]) for field in lists})


def model(name: str) -> Mapping[str, Any]:
    """The weights of a trained model (``models/``), parsed from their source.

    Raises:
        TaxonomyError: No such file.
    """
    key = f"models/{name}"
    if key not in _sources():
        raise TaxonomyError("the taxonomy data is incomplete", [f"{key}.toml: not found"])
    found: Mapping[str, Any] = parse([(key, _sources()[key])])[key]
    return found


def skill_tables() -> Mapping[str, Any]:
    """The skill files, parsed from their sources, by relative path without suffix."""
    return parse((name, text) for name, text in _sources().items() if name.startswith("skills/"))
