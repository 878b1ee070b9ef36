"""Read a role profile off a job posting.

The posting is cut into parts by its headings (``skill_taxonomy/language/jobs.toml``); parts about the employer, what is
offered and the law ask nothing. In the rest each sentence's skills become requirements: a must unless the part or the
sentence says that it is welcome; alternatives ("PyTorch or TensorFlow", "such as …", a list in parentheses) become one
requirement of which any suffices. Weights follow need, place, emphasis and frequency; every row quotes the sentence it
comes from. The profile is meant to be read and corrected: :func:`to_toml` writes it as a file.

source -> parts and sentences -> what each asks (needs, alternatives, years, degree) -> rows
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aimatch.errors import ProfileError, shortened
from aimatch.extract import find_mentions
from aimatch.extract.senses.other_trades import meant_otherwise
from aimatch.job.asked import Asks, asks
from aimatch.job.lines import is_heading
from aimatch.job.parts import Unit, units
from aimatch.job.requirements import degree_min, requirements
from aimatch.job.source import Posting, Source, read_posting
from aimatch.job.words import JobWords, job_words, plain
from aimatch.model import Document, Mention, Position
from aimatch.profile import Profile, Requirement, to_toml, with_implied
from aimatch.resume import parse
from aimatch.taxonomy import Taxonomy, load_taxonomy

__all__ = ["profile_from_job", "reads_like_resume", "to_toml"]

_LONGEST_TITLE = 120
#: Jobs with title, employer and date from which a text is a resume, whatever else it tells.
_RESUME_JOBS = 2
#: Characters behind "we are looking for" in which the level of who is looked for stands.
_SOUGHT = 40
#: Lines of which nothing was read that a message names.
_MOST_TOLD = 5
_LINE = re.compile(r"^[ \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)
_AROUND_TITLE = " *#\u2022-\u2013"


def profile_from_job(source: Source | Posting, *, taxonomy: Taxonomy | None = None) -> Profile:
    """The profile that a job posting asks for.

    ``version`` is taken from the posting's text, so that the same posting gives the same profile. ``min_years`` is the
    most years that the posting needs of anything, ranges taken at their lower bound, or those that it welcomes where it
    needs none; ``degree_min`` the lowest degree that suffices, where one is needed; ``seniority`` the level that the
    title names, else the sentence that tells who is looked for, else that of the years.

    Args:
        source: The posting as text, as a path to any readable file, as bytes or a binary file object, as a schema.org
            ``JobPosting`` (a mapping, JSON text, or a page that carries one), or one that was read already.
        taxonomy: The skills to look for; default: the shipped ones.

    Raises:
        ReadError: The file can't be read, or the mapping holds no posting.
        ProfileError: The posting is empty, or names no skill that the taxonomy knows.
        FileNotFoundError: The path doesn't exist.
    """
    posting = source if isinstance(source, Posting) else read_posting(source)
    if not posting.text.strip():
        raise ProfileError("the posting", ["is empty (give its text, or a file that holds it)"])
    words, taxonomy = job_words(), taxonomy or load_taxonomy()
    text, lower = posting.text, plain(posting.text)
    title, span = _title(posting, words)
    document = Document(text=text, format="text", sha256=posting.sha256)
    named_skills = tuple(
        one
        for one in find_mentions(parse(document), taxonomy, shown_as_named=True)
        if not meant_otherwise(title, one.quote)
    )
    mentions = tuple(_with_stated(lower, named_skills, words, taxonomy))
    named = [mention.start for mention in mentions if mention.kind != "behaviour"]
    sentences = tuple(units(text, lower, words, span, named))
    asked = asks(text, lower, sentences, mentions, posting.employer, taxonomy, words)
    rows = tuple(requirements(text, asked, taxonomy, words))
    if not any(row.skills for row in rows):
        raise ProfileError(title or "the posting", [_without_skills(rows, asked, text)])
    min_years = None if asked.min_years is None else asked.min_years.years
    profile = Profile(
        id=_slug(title) or "job-posting",
        title=title or "Job posting",
        version=posting.sha256[:8],
        min_years=min_years,
        degree_min=degree_min(asked),
        seniority=_seniority(lower, title, sentences, min_years, words),
        source="job posting",
        requirements=rows,
        unread=_unread(text, asked),
    )
    return with_implied(profile)


def _unread(text: str, asked: Asks) -> tuple[str, ...]:
    return tuple(" ".join(text[unit.start : unit.end].split()) for unit in asked.unread)


def _without_skills(rows: Iterable[Requirement], asked: Asks, text: str) -> str:
    """What to tell of a posting without a known skill: what was read of it all the same, what was not, and what to do."""
    read = [row.label for row in rows]
    if asked.min_years is not None and asked.min_years.need == "must" and asked.min_years.years:
        read.append(f"{asked.min_years.years:g} year{'s' * (asked.min_years.years != 1)} of experience")
    told = "asks for no skill that the taxonomy knows"
    if read:
        told += f"; it was read to ask for: {', '.join(read)}"
    if unread := _unread(text, asked):
        shown = [*(shortened(line) for line in unread[:_MOST_TOLD]), *("\u2026" for _ in unread[_MOST_TOLD:][:1])]
        told += f"; nothing was read of: {', '.join(shown)}"
    return (
        f"{told} (look for its skills with: aimatch taxonomy find NAME; those that are missing can be given as a taxonomy"
        " of your own, and a profile can be written by hand: aimatch profile show ml-engineer shows one)"
    )


def reads_like_resume(posting: Posting) -> bool:
    """Whether a posting holds the jobs and the education of a person, so that its role is one that nobody asks for."""
    resume = parse(Document(text=posting.text, format="text", sha256=posting.sha256))
    jobs = [one for one in resume.positions if one.title and one.employer and _is_span(one)]
    studied = any(one.institution or one.end for one in resume.education)
    return len(jobs) >= _RESUME_JOBS or (bool(jobs) and studied)


def _is_span(one: Position) -> bool:
    """Whether a job has a beginning and an end; a posting has single dates: when work begins, when a firm was founded."""
    if one.start is None or one.end is None:
        return one.start is not None and one.current
    return one.start.year != one.end.year or (one.precision == "month" and one.start != one.end)


def _title(posting: Posting, words: JobWords) -> tuple[str, tuple[int, int] | None]:
    """The posting's title and the span of its line: the first line, unless that is a sentence or says no post.

    A label before it ("Job title: ...") is none of it; behind a line of other data ("Location: ...") a labelled one counts.
    """
    text = posting.text
    unlabelled: tuple[str, tuple[int, int]] | None = None
    for match in _LINE.finditer(text):
        first = match.group(1).strip(_AROUND_TITLE)
        if not first or plain(first) in words.untitled or is_heading(plain(first), words):
            continue
        if len(first) > _LONGEST_TITLE or match.group(1).endswith((".", ":", ",")):
            break
        label = words.title_label.match(plain(first))
        named = first[label.end() :] if label else first
        tail = words.title_tail.search(plain(named))
        unlabelled = named[: tail.start() if tail else None].strip(_AROUND_TITLE), match.span(1)
        if words.title_data.match(plain(first)) is None:
            return posting.title or unlabelled[0], unlabelled[1]
        break
    for match in _LINE.finditer(text):
        label = words.title_label.match(plain(match.group(1)))
        if label is not None and len(match.group(1)) - label.end() <= _LONGEST_TITLE:
            return posting.title or match.group(1)[label.end() :].strip(_AROUND_TITLE), match.span(1)
    return (posting.title or unlabelled[0], unlabelled[1]) if unlabelled is not None else (posting.title or "", None)


def _with_stated(lower: str, mentions: tuple[Mention, ...], words: JobWords, taxonomy: Taxonomy) -> Iterator[Mention]:
    """The mentions, and those of skills that only a posting states in such words, by start offset."""
    found = list(mentions)
    for id_, pattern in words.stated:
        for match in pattern.finditer(lower):
            known = any(
                mention.skill == id_ and mention.start < match.end() and match.start() < mention.end
                for mention in mentions
            )
            if not known:
                skill = taxonomy[id_]
                found.append(
                    Mention(
                        skill=id_,
                        name=skill.name,
                        kind=skill.kind,
                        start=match.start(),
                        end=match.end(),
                        quote=match.group(),
                        via="phrase",
                    )
                )
    return iter(sorted(found, key=lambda mention: (mention.start, mention.end, mention.skill)))


def _seniority(
    lower: str, title: str, sentences: tuple[Unit, ...], min_years: float | None, words: JobWords
) -> str | None:
    """The level that a title names, else the sentence on who is looked for, else the highest whose years are asked for."""
    titles = [plain(title), *(lower[unit.start : unit.end] for unit in sentences if unit.place == "title")]
    sought = (
        lower[match.end() : min(match.end() + _SOUGHT, unit.end)]
        for unit in sentences
        if (match := words.sought.search(lower, unit.start, unit.end)) is not None
    )
    for place in (*titles, *sought):
        named = next((level for level, names in words.seniority if names.search(place)), None)
        if named is not None:
            return named
    if min_years is None:
        return None
    return next((level for level, years in words.seniority_years if min_years >= years), None)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
