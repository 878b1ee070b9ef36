"""The spine: a source goes in, a :class:`~aimatch.report.Report` comes out.

read document -> structure -> mentions -> evidence -> coverage and flags, side by side -> report
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Union

from aimatch.evidence import gather
from aimatch.extract import find_mentions
from aimatch.flags import raise_flags
from aimatch.line_ends import shortenings
from aimatch.model import Document, Mention, Page, Resume
from aimatch.pasted import as_pasted
from aimatch.profile import Profile, load_profile
from aimatch.readers import read_document
from aimatch.readers.limits import Limits
from aimatch.report import Report, assemble
from aimatch.resume import parse
from aimatch.rewritten import Edit, Rewritten
from aimatch.score import cover
from aimatch.taxonomy import Taxonomy, load_taxonomy

if TYPE_CHECKING:
    from aimatch.job.source import Posting

#: What a resume may be given as; :func:`read` says how each is understood.
Source = str | Path | bytes | BinaryIO | Mapping[str, Any] | Resume

#: What a profile may be given as.
ProfileSource = str | Path | Mapping[str, Any] | Profile

#: What a job posting may be given as: what :func:`aimatch.profile_from_job` takes, or one that was read already.
PostingSource = Union[str, "os.PathLike[str]", bytes, BinaryIO, Mapping[str, Any], "Posting"]


def read(
    source: Source, *, limits: Limits | None = None, taxonomy: Taxonomy | None = None, isolate: bool = False
) -> Resume:
    """Read a resume: its text, its structure, and the skills it mentions.

    Args:
        source: A ``Path``, ``bytes``, a binary file object, a ``str``, a JSON Resume ``dict``, or a ``Resume`` (which
            is returned as it is). A ``str`` is text, unless it is one line that names an existing file; text from
            strangers is safer as ``text.encode()``, since bytes never name a file. JSON Resume as a ``str`` is refused, since
            places in a text are those of that very string: give ``json.loads(text)`` or its bytes.
        limits: What one file may cost; the defaults suit any real resume.
        taxonomy: The skills to look for: the shipped ones, or those with one's own beside them
            (``aimatch.load_taxonomy(file)``).
        isolate: Read a file in a child process that ``limits.seconds`` and ``limits.memory_mb`` hold for, and whose crash
            is a ``ReadError``: for services that read what strangers send (``score(read(data, isolate=True))``). It costs
            some 200 ms for the first file and next to nothing for the following ones. A batch does so by itself.

    Raises:
        ReadError: The file can't be read; the message names the file, the place and the remedy.
        FileNotFoundError: The path, or the one-line ``str`` that ends like a file's name, doesn't exist.
        TypeError: ``source`` is of another type, ``limits`` no ``Limits`` or ``taxonomy`` no ``Taxonomy``.
    """
    if isinstance(source, Resume):
        return source
    return understand(read_document(source, limits=limits_of(limits), isolate=isolate), _taxonomy_of(taxonomy))


def understand(document: Document, taxonomy: Taxonomy) -> Resume:
    """What a document says: its structure, and the mentions of the taxonomy's skills in it."""
    if edits := shortenings(document.text):
        return _rewritten(document, edits, taxonomy)
    if not (
        document.runs or document.fields or document.asides
    ):  # of a page nothing is pasted, and its places are its own
        edits, notes = as_pasted(document.text)
        if edits:
            return _rewritten(document, edits, taxonomy, notes)
    return _understood(document, taxonomy)


def _rewritten(
    document: Document, edits: Iterable[Edit], taxonomy: Taxonomy, notes: tuple[str, ...] | None = None
) -> Resume:
    """What a document says in a text after edits; ``notes`` say why, where it is a text that was pasted."""
    text = Rewritten(document.text, edits)
    read = replace(document, text=text.text)
    resume = understand(read, taxonomy) if notes is None else _understood(read, taxonomy)
    told = (note for note in (*resume.document.notes, *(notes or ())) if note not in document.notes)
    return text.led_back(resume, replace(document, notes=(*document.notes, *told)))


def _understood(document: Document, taxonomy: Taxonomy) -> Resume:
    resume = parse(document)
    return replace(resume, mentions=find_mentions(resume, taxonomy))


def extract(source: Source, *, taxonomy: Taxonomy | None = None) -> tuple[Mention, ...]:
    """The skills (and behaviours) that a text mentions, sorted by their start.

    ``mention.quote`` is ``document.text[mention.start:mention.end]``; for ``str`` input, of that very string.
    Takes what :func:`read` does.

    Raises:
        ReadError, FileNotFoundError, TypeError: As :func:`read`.
    """
    return read(source, taxonomy=taxonomy).mentions


def score(
    resume: Source,
    profile: ProfileSource = "ai-engineer",
    *,
    as_of: date | None = None,
    posting: PostingSource | None = None,
    flags_off: Collection[str] = (),
    taxonomy: Taxonomy | None = None,
) -> Report:
    """Score a resume against a role.

    Args:
        resume: What :func:`read` takes, or what it returned.
        profile: A bundled profile's name, a path or mapping that :func:`aimatch.load_profile` takes, or a ``Profile``.
        as_of: The day that "present" means. Default: today; the report records it.
        posting: The job posting that the resume answers, as :func:`aimatch.profile_from_job` takes it: looked at for
            what was copied from it (flag ``copied-posting``), never for the score.
        flags_off: The ids of flags not to look for, beside those that the profile switches off.
        taxonomy: As for :func:`read`; the profile may ask for its skills. A ``Resume`` keeps the mentions that it was
            read with.

    Raises:
        ReadError, FileNotFoundError, TypeError: As :func:`read`; of the posting too.
        TypeError: ``as_of`` is no ``date``, or the profile of a type that none can be given as.
        ProfileError: The profile is wrong; every problem is listed.
        UnknownFlag: ``flags_off``, or the profile's, names what is no flag.
    """
    taxonomy = _taxonomy_of(taxonomy)
    role = load_profile(profile, taxonomy=taxonomy)
    day = day_of(as_of)
    known = read(resume, taxonomy=taxonomy)
    evidence = gather(known, taxonomy, as_of=day)
    coverage = cover(evidence, role, taxonomy)
    added = 0.0
    if known.document.hidden:
        revealed = gather(understand(_with_hidden_text(known.document), taxonomy), taxonomy, as_of=day)
        added = max(0.0, cover(revealed, role, taxonomy).coverage - coverage.coverage)
    asked = None if posting is None else posting_of(posting).text
    flags = raise_flags(evidence, role, taxonomy, posting=asked, flags_off=flags_off)
    return assemble(evidence, coverage, flags, role, taxonomy, hidden_text_would_add=added)


def _taxonomy_of(taxonomy: Taxonomy | None) -> Taxonomy:
    if taxonomy is None:
        return load_taxonomy()
    if not isinstance(taxonomy, Taxonomy):
        raise TypeError(f"a taxonomy is what aimatch.load_taxonomy(file) gives, not {type(taxonomy).__name__}")
    return taxonomy


def day_of(as_of: date | None) -> date:
    """The day that "present" means: the one given, of a ``datetime`` its date, or today.

    Raises:
        TypeError: It is no ``date``.
    """
    if as_of is None:
        return date.today()
    day: object = as_of.date() if isinstance(as_of, datetime) else as_of
    # What pandas has for a missing time is an instance of ``datetime``, and so is its date.
    if not isinstance(day, date) or isinstance(day, datetime):
        remedy = ": date.fromisoformat(...) makes one" if isinstance(day, str) else ""
        raise TypeError(f"as_of is a datetime.date, not {type(as_of).__name__}{remedy}")
    return day


def limits_of(limits: Limits | None) -> Limits:
    """The limits given, or the default ones.

    Raises:
        TypeError: They are no ``Limits``.
    """
    if limits is None:
        return Limits()
    if not isinstance(limits, Limits):
        raise TypeError(f"limits are an aimatch.Limits(max_pages=...), not {type(limits).__name__}")
    return limits


def posting_of(source: PostingSource) -> Posting:
    """A posting, whatever it is given as.

    Raises:
        ReadError, FileNotFoundError: It can't be read.
    """
    from aimatch.job.source import Posting, read_posting  # most calls give none

    return source if isinstance(source, Posting) else read_posting(source)


def _with_hidden_text(document: Document) -> Document:
    """The document with what is hidden as lines of their own: where it lies, so that it counts for the job that it was hidden
    in, or at the end."""
    whole = document.text
    pieces, done = [], 0
    for hidden in sorted(document.hidden, key=lambda one: len(whole) if one.at is None else one.at):
        at = len(whole) if hidden.at is None else hidden.at
        pieces += [whole[done:at], "\n" if hidden.at else "\n\n", hidden.quote]
        pieces += ["\n"] if whole[at : at + 1] not in ("", "\n") else []
        done = at
    # Only the wording matters here, so the geometry, which has no place for what isn't visible, is left out.
    text = "".join([*pieces, whole[done:]])
    page = Page(number=1, width=0.0, height=0.0, start=0, end=len(text))
    return Document(text=text, format=document.format, sha256=document.sha256, source=document.source, pages=(page,))
