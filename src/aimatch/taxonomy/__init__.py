"""The skill taxonomy: load it, look names up, walk the hierarchy.

>>> taxonomy = load_taxonomy()
>>> taxonomy.find("k8s").name
'Kubernetes'
>>> "artificial-intelligence" in taxonomy.broader("deep-learning")
True
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from aimatch import data
from aimatch.errors import TaxonomyError, shortened
from aimatch.model import Kind
from aimatch.taxonomy import check, forms
from aimatch.taxonomy.skill import AmbiguousForm, Skill, from_entry

__all__ = ["AmbiguousForm", "Skill", "Taxonomy", "load_taxonomy"]

#: How alike a name must be (0..100, of the letters of both) to be what may have been meant: "pyton" and "python" have 91.
_LIKE = 72
#: From here on it is nearly the same; and how alike at least the name that is shown must be.
_SAME, _SHOWN = 90, 60
#: Names that lie together and mean one skill ("scikit learn", "scikitlearn"): so many more are looked at.
_NAMES_A_SKILL = 4


class Taxonomy:
    """Skills by id, with their hierarchy. Immutable; made by :func:`load_taxonomy`.

    ``taxonomy[id]`` is a :class:`Skill` (``KeyError`` for an unknown id); iteration yields all skills sorted by id.
    """

    def __init__(
        self,
        entries: Mapping[str, Mapping[str, Any]],
        version: str,
        names: Callable[[], Mapping[str, Any]] | None = None,
        keys: Callable[[], Mapping[str, str]] | None = None,
        own: tuple[tuple[str, bytes], ...] | None = None,
    ) -> None:
        # `names` brings the fields that only look-ups by name and readers of an entry need: most uses never do.
        # `keys` brings the index of names, where it was made before: to make it takes seconds.
        # `own` are the user's files that it was made of besides the shipped ones: all that has to travel in a pickle.
        self._entries = entries
        self._own = own
        self._more = names
        self._keys = keys
        self._named: Mapping[str, Mapping[str, Any]] | None = None if names else entries
        self.version = version
        self._skills: dict[str, Skill] = {}
        self._narrower: dict[str, list[str]] | None = None
        self._related: dict[str, dict[str, float]] | None = None
        self._by_key: Mapping[str, str] | None = None
        self._ancestors: dict[str, tuple[str, ...]] = {}
        self._descendants: dict[str, tuple[str, ...]] = {}
        self._families: dict[tuple[str, ...], dict[str, int]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        if self._own is None:
            return Taxonomy, (dict(self._entries), self.version)
        return _again, (self._own,)

    @property
    def mark(self) -> str:
        """What tells it from the shipped taxonomy: "" for that itself."""
        return self.version.partition("+")[2]

    def __getitem__(self, id: str) -> Skill:
        skill = self._skills.get(id)
        if skill is None:
            skill = self._skills[id] = from_entry(self._full(id))
        return skill

    def name(self, id: str) -> str:
        """The usual name of a skill, without loading the rest of its entry. ``KeyError`` for an unknown id."""
        name: str = self._entries[id]["name"]
        return name

    def kind(self, id: str) -> Kind:
        """The kind of a skill, as quickly. ``KeyError`` for an unknown id."""
        kind: Kind = self._entries[id]["kind"]
        return kind

    def released(self, id: str) -> int | None:
        """The year of a technology's first release where it is known, as quickly. ``KeyError`` for an unknown id."""
        year: int | None = self._entries[id].get("released")
        return year

    def parents(self, id: str) -> tuple[str, ...]:
        """The ids of the closest broader skills, as quickly. ``KeyError`` for an unknown id."""
        return tuple(self._entries[id].get("broader", ()))

    def near(self, name: str, n: int = 3) -> tuple[Skill, ...]:
        """The skills one of whose names is spelled most like an unknown one, best first; for a message, slow. Their usual
        name, which the message shows, is like it too, unless the other is nearly the same."""
        from rapidfuzz import fuzz, process

        index, wanted = self._index(), forms.key(name)
        found = process.extract(wanted, index.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_NAMES_A_SKILL * n)
        usual = {key: forms.key(self.name(index[key])) for key, *_ in found}
        ids = dict.fromkeys(
            index[key]
            for key, score, _ in found
            if max(score, fuzz.partial_ratio(wanted, usual[key])) >= _SAME or fuzz.ratio(wanted, usual[key]) >= _SHOWN
        )
        return tuple(self[id_] for id_ in list(ids)[:n])

    def _full(self, id: str) -> Mapping[str, Any]:
        """All fields of an entry."""
        if self._named is None:
            assert self._more is not None
            self._named = self._more()
        return self._named[id]

    def __contains__(self, id: object) -> bool:
        return id in self._entries

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Skill]:
        return (self[id] for id in self._entries)

    def find(self, name: str) -> Skill | None:
        """The skill that a name means: an id, a name or any alias, in any case, with or without hyphens, in the
        singular or plural, with a version or an explanation in parentheses; ``None`` if unknown.

        Raises:
            TypeError: ``name`` is no ``str``.
        """
        if not isinstance(name, str):
            raise TypeError(f"the name of a skill is a str, not {type(name).__name__}")
        if name in self._entries:
            return self[name]
        index = self._index()
        key = next((key for key in forms.looser_keys(name) if key and key in index), None)
        return None if key is None else self[index[key]]

    def broader(self, id: str) -> tuple[str, ...]:
        """The ids of all broader skills, transitive, nearest first. ``KeyError`` for an unknown id."""
        if id not in self._ancestors:
            self._ancestors[id] = self._walk(id, lambda one: self._entries[one].get("broader", ()))
        return self._ancestors[id]

    def narrower(self, id: str) -> tuple[str, ...]:
        """The ids of all narrower skills, transitive, nearest first. ``KeyError`` for an unknown id."""
        known = self._descendants.get(id)
        if known is not None:
            return known
        if self._narrower is None:
            children: dict[str, list[str]] = {}
            for child, entry in self._entries.items():
                for parent in entry.get("broader", ()):
                    children.setdefault(parent, []).append(child)
            self._narrower = children
        below = self._narrower
        known = self._descendants[id] = self._walk(id, lambda one: below.get(one, ()))
        return known

    def family(self, ids: tuple[str, ...]) -> Mapping[str, int]:
        """The ids, each followed by all that is narrower, as ranks in that order. An unknown id stands for itself."""
        known = self._families.get(ids)
        if known is None:
            members: dict[str, None] = {}
            for id_ in ids:
                members[id_] = None
                if id_ in self._entries:
                    members.update(dict.fromkeys(self.narrower(id_)))
            known = self._families[ids] = {id_: rank for rank, id_ in enumerate(members)}
        return known

    def related(self, id: str) -> Mapping[str, float]:
        """Related ids with their transfer credit (0..1), stated on either side."""
        if self._related is None:
            both: dict[str, dict[str, float]] = {}
            for one, entry in self._entries.items():
                for other, transfer in entry.get("related", {}).items():
                    both.setdefault(one, {})[other] = max(transfer, both.get(one, {}).get(other, 0.0))
                    both.setdefault(other, {})[one] = max(transfer, both.get(other, {}).get(one, 0.0))
            self._related = both
        return self._related.get(id, {})

    def _walk(self, id: str, step: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
        if id not in self._entries:
            raise KeyError(id)
        found: dict[str, None] = {}
        wave = [id]
        while wave:
            wave = [
                other
                for one in wave
                for other in step(one)
                if other not in found and other != id and other in self._entries
            ]
            found.update(dict.fromkeys(wave))
        return tuple(found)

    def _index(self) -> Mapping[str, str]:
        if self._by_key is None:
            self._by_key = (
                forms.index_of({id_: self._full(id_) for id_ in self._entries}) if self._keys is None else self._keys()
            )
        return self._by_key


def load_taxonomy(extend: Path | str | None = None) -> Taxonomy:
    """The shipped taxonomy, loaded once a process.

    Args:
        extend: A TOML file, or a folder of them, with entries of the user's own: new skills, and replacements of
            shipped ones by the same id. The format is documented in ``skill_taxonomy/README.md``. The first use of new
            entries takes seconds; what comes of it is kept in the user's cache folder.

    Raises:
        TaxonomyError: The data is wrong; lists every problem with its file and entry.
        FileNotFoundError: There is no such file or folder.
        TypeError: ``extend`` is no path.
    """
    if extend is not None and not isinstance(extend, (str, os.PathLike)):
        raise TypeError(f"extend is the path of a TOML file or a folder of them, not {type(extend).__name__}")
    if extend is not None and not os.fspath(extend):
        raise FileNotFoundError("the name of the file of skills is empty")  # it would be the current folder
    return _shipped() if extend is None else _extended(_own_files(Path(extend)))


@cache
def _shipped() -> Taxonomy:
    return Taxonomy(
        data.compiled("skills", _core),
        data.fingerprint()[:12],
        names=lambda: data.compiled("skill-names", _compile),
        keys=lambda: data.compiled("skill-keys", lambda: forms.index_of(data.compiled("skill-names", _compile))),
        own=(),
    )


def _again(own: tuple[tuple[str, bytes], ...]) -> Taxonomy:
    """The taxonomy that a pickle stands for."""
    return _extended(own) if own else _shipped()


#: The fields that scoring needs; the rest is loaded when a name is looked up.
_CORE = ("id", "name", "kind", "broader", "related", "released")


def _core() -> dict[str, Any]:
    entries: dict[str, Any] = data.compiled("skill-names", _compile)
    return {id_: {field: entry[field] for field in _CORE if field in entry} for id_, entry in entries.items()}


def _compile() -> dict[str, Any]:
    # The shipped files are held correct by the tests and by `aimatch taxonomy check`; a load only parses them.
    return _entries(data.skill_tables())


def _entries(tables: Mapping[str, Any]) -> dict[str, Any]:
    entries = {entry["id"]: entry for table in tables.values() for entry in table.get("skill", ())}
    return dict(sorted(entries.items()))


def _own_files(path: Path) -> tuple[tuple[str, bytes], ...]:
    if not os.path.exists(path):  # noqa: PTH110 - takes a text of any length
        raise FileNotFoundError(f"{shortened(path)}: no such file or folder of skills")
    if path.is_file() and path.suffix.lower() != ".toml":
        raise TaxonomyError("the taxonomy's extension", [f"{path}: is no .toml file"])
    files = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
    if not files:
        raise TaxonomyError("the taxonomy's extension", [f"{path}: holds no .toml file"])
    return tuple((file.with_suffix("").as_posix(), file.read_bytes()) for file in files)


@lru_cache(maxsize=4)
def _extended(files: tuple[tuple[str, bytes], ...]) -> Taxonomy:
    # The names of the files stand in messages only.
    mark = hashlib.blake2b(b"\0".join(content for _, content in files), digest_size=4).hexdigest()
    entries = data.compiled("entries", lambda: _checked(files), own=mark)
    return Taxonomy(entries, f"{data.fingerprint()[:12]}+{mark}", own=files)


def _checked(files: tuple[tuple[str, bytes], ...]) -> dict[str, Any]:
    own = data.parse(files)
    # What is no entry with an id as text is named by the check below.
    rows = [row for table in own.values() if isinstance(table.get("skill"), list) for row in table["skill"]]
    replaced = {row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)}
    shipped = {
        name: {"skill": [entry for entry in table["skill"] if entry["id"] not in replaced]}
        for name, table in data.skill_tables().items()
    }
    tables = {**shipped, **own}
    if found := check.problems(tables):
        raise TaxonomyError("the taxonomy with the entries of " + ", ".join(f"{name}.toml" for name, _ in files), found)
    return _entries(tables)
