"""Applications that stand in a batch more than once: nearly the same text, or the same contact data.

A :class:`Fingerprint` is made where a file is read; it holds no words and no addresses, only hashes. A
:class:`Duplicates` index takes one a file and tells the groups. It lives in a temporary database on the disk, so that
memory stays flat however many files there are.

The text is compared by MinHash: the share of equal bins of two signatures estimates the Jaccard similarity of the two
sets of three-word windows (Broder, On the resemblance and containment of documents, 1997). Each window is hashed once,
into one of the bins (Li, Owen and Zhang, One Permutation Hashing, NIPS 2012), and bins that stay empty borrow from their
neighbour (Shrivastava and Li, Densifying One Permutation Hashing via Rotation, ICML 2014). Likely pairs are found by
bands of bins (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, section 3.4).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from types import TracebackType
from zlib import crc32

from aimatch.model import Resume, SectionKind
from aimatch.pasted import others_in

#: Estimated similarity from which two texts count as nearly the same: a summary rewritten, a job added, dates moved on.
#: With 64 bins its standard error is 0.05.
SAME_TEXT = 0.75
#: Windows from which a text is long enough to compare: shorter ones are a form's own words, and count as the same only
#: where all of them are, from so many on.
FEWEST_WINDOWS, FEWEST_OF_COPIES = 60, 8
#: Files with different texts that may share an address before it is an agency's and tells nothing of a person.
MOST_OF_ONE_PERSON = 5
#: How many others are named beside a file.
NAMED = 8

_BINS = 64
#: Pairs of similarity 0.75 share one of 16 bands of 4 bins with probability 0.998, pairs of 0.3 with 0.12.
_BAND = 4
_CANDIDATES = 64
_MOST_WORDS = 20_000
_GOLDEN = 0x9E3779B1
_MASK = 0xFFFFFFFF
_WORD = re.compile(r"[^\W\d_]+")
EMAIL = re.compile(r"[\w.+-]{2,64}@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d ().\u2011/-]{7,18}\d(?!\w)")
_PHONE_DIGITS = 9
#: Sections in which an address is another person's, or a number is no telephone's.
OTHERS: frozenset[SectionKind] = frozenset(
    {"references", "experience", "projects", "publications", "education", "skills"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What tells a resume among others: ``bins`` is its signature, empty for a few words; ``contacts`` are hashes of its
    e-mail addresses and telephone numbers."""

    bins: tuple[int, ...]
    contacts: tuple[int, ...]


def fingerprint(resume: Resume) -> Fingerprint:
    """The fingerprint of a resume."""
    return Fingerprint(bins=_signature(resume.document.text), contacts=tuple(sorted(_contacts(resume))))


def similarity(one: Fingerprint, other: Fingerprint) -> float:
    """The estimated share (0..1) that two texts' sets of three-word windows have in common; 0 where one is too short."""
    if not one.bins or not other.bins:
        return 0.0
    return sum(a == b for a, b in zip(one.bins, other.bins, strict=True)) / _BINS


class Duplicates:
    """An index of the files of a batch; a context that frees its disk space at the end.

    >>> with Duplicates() as index:
    ...     index.add("a.pdf", Fingerprint(bins=(), contacts=(7,)))
    ...     index.add("b.pdf", Fingerprint(bins=(), contacts=(7,)))
    ...     index.add("c.pdf", Fingerprint(bins=(), contacts=(9,)))
    ...     index.others("a.pdf"), index.others("c.pdf")
    (('b.pdf',), ())
    """

    def __init__(self) -> None:
        # A database without a name is a temporary file that goes away with the connection.
        import sqlite3  # only where files are compared

        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(
            """
            PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
            CREATE TABLE file (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, bins BLOB,
                text INTEGER, part INTEGER);
            CREATE INDEX by_text ON file (text);
            CREATE INDEX by_part ON file (part);
            CREATE TABLE band (key INTEGER, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
            CREATE TABLE contact (key INTEGER, id INTEGER, PRIMARY KEY (key, id)) WITHOUT ROWID;
            """
        )
        self._joined = True

    def __enter__(self) -> Duplicates:
        """The index itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free the disk space."""
        self._base.close()

    def add(self, name: str, one: Fingerprint) -> None:
        """Take note of a file, in the order in which the files come. A name that was there before is replaced."""
        self._forget(name)
        cursor = self._base.execute(
            "INSERT INTO file (name, bins) VALUES (?, ?)", (name, struct.pack(f"{len(one.bins)}I", *one.bins))
        )
        id_ = cursor.lastrowid or 0
        like = self._like(one)
        group = id_ if like is None else like
        self._base.execute("UPDATE file SET text = ?, part = ? WHERE id = ?", (group, group, id_))
        if like is None:
            self._lead(id_, one.bins)
        self._base.executemany("INSERT OR IGNORE INTO contact VALUES (?, ?)", [(key, id_) for key in one.contacts])
        self._joined = self._joined and not one.contacts

    def _lead(self, id_: int, bins: tuple[int, ...]) -> None:
        """Let a file be found by its text. Only the first of a group is, so that a thousand copies cost no more than one."""
        keys = _bands(bins) if bins else []
        self._base.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(key, id_) for key in keys])

    def _forget(self, name: str) -> None:
        """Take a file out. The next of the same text leads its group then; a person's other files may be no longer joined."""
        row = self._base.execute("SELECT id, text FROM file WHERE name = ?", (name,)).fetchone()
        if row is None:
            return
        id_, group = row
        self._base.execute("DELETE FROM file WHERE id = ?", (id_,))
        led = self._base.execute("DELETE FROM band WHERE id = ?", (id_,)).rowcount > 0
        self._base.execute("DELETE FROM contact WHERE id = ?", (id_,))
        self._joined = False
        following = self._base.execute(
            "SELECT id, bins FROM file WHERE text = ? ORDER BY id LIMIT 1", (group,)
        ).fetchone()
        if led and following:
            self._lead(following[0], struct.unpack(f"{_BINS}I", following[1]))

    def others(self, name: str) -> tuple[str, ...]:
        """The other files of the same person or text, in the order in which they came."""
        self._join_contacts()
        rows = self._base.execute(
            "SELECT name FROM file WHERE part = (SELECT part FROM file WHERE name = ?) AND name <> ? ORDER BY id",
            (name, name),
        )
        return tuple(other for (other,) in rows)

    def text_of(self, name: str) -> int | None:
        """A number that a file shares with those of nearly the same text alone; ``None`` for a file that is not there."""
        found = self._base.execute("SELECT text FROM file WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The groups of two files and more, in the order in which their first came."""
        self._join_contacts()
        parts = self._base.execute(
            "SELECT part FROM file GROUP BY part HAVING COUNT(*) > 1 ORDER BY MIN(id)"
        ).fetchall()
        for (part,) in parts:
            yield tuple(
                name for (name,) in self._base.execute("SELECT name FROM file WHERE part = ? ORDER BY id", (part,))
            )

    def _like(self, one: Fingerprint) -> int | None:
        """The group of a file with nearly the same text, the most similar."""
        if not one.bins:
            return None
        keys = _bands(one.bins)
        marks = ", ".join("?" * len(keys))
        found = self._base.execute(
            f"SELECT DISTINCT file.id, file.bins, file.text FROM band JOIN file ON file.id = band.id"
            f" WHERE band.key IN ({marks}) ORDER BY file.id LIMIT {_CANDIDATES}",
            keys,
        )
        best, group = SAME_TEXT, None
        for _, bins, text in found:
            alike = similarity(one, Fingerprint(bins=struct.unpack(f"{_BINS}I", bins), contacts=()))
            if alike >= best and (group is None or alike > best):
                best, group = alike, text
        return group

    def _join_contacts(self) -> None:
        if self._joined:
            return
        self._base.execute("UPDATE file SET part = text")
        shared = self._base.execute(
            "SELECT key FROM contact JOIN file USING (id) GROUP BY key"
            " HAVING COUNT(DISTINCT part) BETWEEN 2 AND ? ORDER BY key",
            (MOST_OF_ONE_PERSON,),
        ).fetchall()
        for (key,) in shared:
            parts = [part for (part,) in self._base.execute(
                "SELECT DISTINCT part FROM contact JOIN file USING (id) WHERE key = ? ORDER BY part", (key,)
            )]  # fmt: skip
            self._base.executemany("UPDATE file SET part = ? WHERE part = ?", [(parts[0], part) for part in parts[1:]])
        self._joined = True


# --------------------------------------------------------------------------------------------- signatures
def _signature(text: str) -> tuple[int, ...]:
    words = [match.group() for match in _WORD.finditer(text.casefold())][:_MOST_WORDS]
    windows = set(zip(words, words[1:], words[2:], strict=False))
    if len(windows) < FEWEST_OF_COPIES:
        return ()
    if len(windows) < FEWEST_WINDOWS:
        whole = crc32(repr(sorted(windows)).encode("utf-8", "surrogatepass"))
        return tuple((whole + at) * _GOLDEN & _MASK for at in range(_BINS))
    bins: list[int | None] = [None] * _BINS
    for window in windows:
        # A checksum spreads words well enough once multiplied (Knuth's golden ratio), and is the quickest hash there is.
        hashed = crc32(" ".join(window).encode("utf-8", "surrogatepass")) * _GOLDEN & _MASK
        at, value = hashed % _BINS, hashed // _BINS
        known = bins[at]
        if known is None or value < known:
            bins[at] = value
    return tuple(_borrowed(bins, at) for at in range(_BINS))


def _borrowed(bins: list[int | None], at: int) -> int:
    """A bin's value, or that of the next one that holds any, marked by its distance."""
    for step in range(_BINS):
        value = bins[(at + step) % _BINS]
        if value is not None:
            return (value + step * _GOLDEN) & _MASK
    raise AssertionError("some bin is filled")


def _bands(bins: tuple[int, ...]) -> list[int]:
    return [_signed(struct.pack(f"B{_BAND}I", at, *bins[at : at + _BAND])) for at in range(0, _BINS, _BAND)]


def _contacts(resume: Resume) -> set[int]:
    text = resume.document.text
    spans = [(one.start, one.end) for one in resume.sections if one.kind not in OTHERS] or [(0, len(text))]
    # Whom an e-mail with the resume went to, and who asked for it, are the same for all who applied.
    others = others_in(text)
    found = set()
    for start, end in spans:
        for match in EMAIL.finditer(text, start, end):
            if any(first <= match.start() < last for first, last in others):
                continue
            name, _, host = match.group().lower().partition("@")
            found.add(_signed(f"{name.partition('+')[0]}@{host}".encode()))
        for match in _PHONE.finditer(text, start, end):
            if any(first <= match.start() < last for first, last in others):
                continue
            digits = "".join(letter for letter in match.group() if letter.isdigit())
            if len(digits) >= _PHONE_DIGITS:
                # Without the country's code, which some write and some don't.
                found.add(_signed(digits[-_PHONE_DIGITS:].encode()))
    return found


def _signed(content: bytes) -> int:
    # What an SQLite integer holds.
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)
