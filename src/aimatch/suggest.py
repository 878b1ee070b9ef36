"""Terms of a corpus that behave like skills and are unknown: how users, and we, grow the taxonomy.

A term behaves like a skill where it stands as an item of a list beside known skills, or in a section of skills. How
often it does so, against how often it stands anywhere else, tells a name from a word; how many documents hold it tells
a name from a slip. Nothing is decided here: each suggestion carries its counts and contexts, for somebody to judge.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from aimatch import data
from aimatch.model import Kind, Mention, Resume
from aimatch.taxonomy import Taxonomy, forms, load_taxonomy

#: Words of an item: what is longer is a sentence.
LONGEST = 4
#: Known skills that a list must hold, beside an item, to speak for it.
NEIGHBOURS = 2
#: Share of a term's places that are lists of skills: below it, it is a word that also stands in lists.
SHARE = 0.5
#: Likeness (0..100, rapidfuzz's ratio) from which a term may be another spelling of a known name.
LIKE = 88.0

_ITEM_END = re.compile(r"\s*(?:[,;|•●▪■·\t\n]|\s[-–—]\s|\s{3,}|/(?=\s)|(?<=\s)/|:\s)\s*")
_TRIM = " \t\r.,:;()[]{}'\"“”*+&-–—_>#"
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A term that may be a skill.

    ``documents`` and ``places`` count where it stands, ``in_lists`` the places that are lists of skills. ``beside`` are
    the ids of the known skills that stand in the same lists most often, ``broader`` what most of these are cases of,
    ``kind`` a guess from them. ``like`` is the id of a known skill with nearly the same name, or "". ``contexts`` are
    lines that hold it, cut to a hundred characters: they are the corpus' own words, not to be published unread.
    """

    term: str
    documents: int
    places: int
    in_lists: int
    beside: tuple[str, ...]
    broader: tuple[str, ...]
    kind: Kind
    like: str
    contexts: tuple[str, ...]


@dataclass(slots=True)
class _Seen:
    spellings: Counter[str] = field(default_factory=Counter)
    documents: set[int] = field(default_factory=set)
    in_lists: int = 0
    beside: Counter[str] = field(default_factory=Counter)
    contexts: list[str] = field(default_factory=list)


class Miner:
    """Collects terms resume by resume; memory grows with the distinct terms, not with the documents."""

    def __init__(self, taxonomy: Taxonomy | None = None, *, contexts: int = 3) -> None:
        self._taxonomy = taxonomy or load_taxonomy()
        self._contexts = contexts
        self._seen: dict[str, _Seen] = {}
        self._everywhere: Counter[str] = Counter()
        self._number = 0

    def add(self, resume: Resume) -> None:
        """Take in the lists of one resume."""
        self._number += 1
        text = resume.document.text
        mentions = [mention for mention in resume.mentions if mention.kind not in ("behaviour", "soft")]
        spans = [(section.body_start, section.end) for section in resume.sections if section.kind == "skills"]
        self._everywhere.update(_shingles(text))
        for start, end in _lines(text):
            known = [mention for mention in mentions if start <= mention.start < end]
            listing = any(a <= start < b for a, b in spans)
            if len(known) < (1 if listing else NEIGHBOURS):
                continue
            for at, item in _items(text, start, end):
                if not _overlaps(known, at, at + len(item)):
                    self._note(item, known, text[start:end])

    def _note(self, item: str, known: Sequence[Mention], line: str) -> None:
        shape = forms.normal(item)
        if _is_plain(shape) or self._taxonomy.find(item) is not None:
            return
        seen = self._seen.setdefault(shape, _Seen())
        seen.spellings[item] += 1
        seen.documents.add(self._number)
        seen.in_lists += 1
        seen.beside.update({mention.skill for mention in known})
        if len(seen.contexts) < self._contexts:
            at = max(0, line.find(item) - 40)
            seen.contexts.append(" ".join(line[at : at + 100].split()))

    def suggestions(self, *, documents: int = 2, most: int = 200) -> list[Suggestion]:
        """The terms of at least so many documents that mostly stand in lists, those of most documents first."""
        found = []
        for shape, seen in self._seen.items():
            places = max(seen.in_lists, self._everywhere[shape])
            if len(seen.documents) >= documents and seen.in_lists >= SHARE * places:
                found.append((len(seen.documents), seen.in_lists / places, shape, seen, places))
        found.sort(key=lambda one: (-one[0], -one[1], one[2]))
        return [self._suggestion(seen, places) for _, _, _, seen, places in found[:most]]

    def _suggestion(self, seen: _Seen, places: int) -> Suggestion:
        term = seen.spellings.most_common(1)[0][0]
        beside = [id_ for id_, _ in seen.beside.most_common(8)]
        parents = Counter(
            parent
            for id_, number in seen.beside.items()
            for parent in self._taxonomy[id_].broader
            for _ in range(number)
        )
        kinds = Counter(self._taxonomy[id_].kind for id_ in beside)
        return Suggestion(
            term=term,
            documents=len(seen.documents),
            places=places,
            in_lists=seen.in_lists,
            beside=tuple(beside),
            broader=tuple(id_ for id_, _ in parents.most_common(2)),
            kind=kinds.most_common(1)[0][0],
            like=_alike(term, self._taxonomy),
            contexts=tuple(seen.contexts),
        )


def as_entries(suggestions: Iterable[Suggestion]) -> str:
    """The suggestions as entries of a taxonomy file, each beneath comments with its counts and contexts.

    The entries load as they stand (``aimatch.load_taxonomy(file)``); id, name, kind and broader are guesses to correct.
    """
    blocks = []
    for one in suggestions:
        seen = f"{one.documents} documents; {one.in_lists} of {one.places} places are lists of skills"
        lines = [f"# {seen}; beside {', '.join(one.beside)}"]
        if one.like:
            lines.append(f"# Nearly the name of {one.like}: an alias or a slip of it?")
        lines += [f"#   ... {context}" for context in one.contexts]
        lines += [
            "[[skill]]",
            f"id = {_quoted(_slug(one.term))}",
            f"name = {_quoted(one.term)}",
            f"kind = {_quoted(one.kind)}",
            f"broader = [{', '.join(map(_quoted, one.broader))}]",
            'source = "corpus"',
        ]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _slug(term: str) -> str:
    spelled = term.lower().replace("+", "-plus").replace("#", "-sharp")
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-") or "skill"


def _quoted(text: str) -> str:
    # What JSON escapes, TOML reads.
    return json.dumps(text, ensure_ascii=False)


def mine(resumes: Iterable[Resume], *, documents: int = 2, most: int = 200) -> list[Suggestion]:
    """The unknown terms of a corpus that behave like skills (see :class:`Miner` for a corpus too large to hold)."""
    miner = Miner()
    for resume in resumes:
        miner.add(resume)
    return miner.suggestions(documents=documents, most=most)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines, a wrapped list (a line that ends with a comma) in one."""
    start = 0
    for match in re.finditer(r"(?<!,)[ \t\r]*\n|\Z", text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    at = start
    for match in [*_ITEM_END.finditer(text, start, end), None]:
        stop = match.start() if match else end
        raw = text[at:stop]
        bare = raw.strip(_TRIM)
        opening = _opening().match(bare)
        bare = bare[opening.end() :] if opening else bare
        if bare and len(bare.split()) <= LONGEST and len(bare) > 1 and _WORD.search(bare):
            yield at + raw.find(bare), bare
        at = match.end() if match else end


@cache
def _opening() -> re.Pattern[str]:
    """Words that stand before a skill in an item and belong to no name."""
    opening = "|".join(map(re.escape, data.table("language/usage")["before_a_skill"]))
    return re.compile(rf"^(?:(?:{opening})\s)+", re.IGNORECASE)


def _overlaps(mentions: Sequence[Mention], start: int, end: int) -> bool:
    return any(mention.start < end and start < mention.end for mention in mentions)


def _shingles(text: str) -> Iterator[str]:
    """Every run of up to :data:`LONGEST` words in its normal shape."""
    words = forms.normal(text).replace(",", " ").replace(";", " ").split()
    words = [word.strip(_TRIM) for word in words]
    for size in range(1, LONGEST + 1):
        for first in range(len(words) - size + 1):
            yield " ".join(words[first : first + size])


@cache
def _plain_words() -> frozenset[str]:
    generic = data.table("language/generic-words")
    return frozenset(data.table("language/plain-words")["words"]).union(*generic.values())


def _is_plain(shape: str) -> bool:
    """Whether all words of a term are plain ones, or it is a number, a date, an address."""
    if "@" in shape or "://" in shape or shape[0].isdigit():
        return True
    return all(word in _plain_words() or len(word) < 2 or word.isdigit() for word in shape.split())


def _alike(term: str, taxonomy: Taxonomy) -> str:
    from rapidfuzz import fuzz, process

    best = process.extractOne(forms.normal(term), _names(taxonomy), scorer=fuzz.ratio, score_cutoff=LIKE)
    return best[2] if best else ""


@cache
def _names(taxonomy: Taxonomy) -> dict[str, str]:
    return {skill.id: forms.normal(skill.name) for skill in taxonomy}
