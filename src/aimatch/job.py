"""Read a role profile off a job posting.

The posting is cut into parts by its headings (``skill_taxonomy/language/jobs.toml``); parts about the employer, what is
offered and the law ask nothing. In the rest each line's skills become requirements: a must unless the part or the line
says that it is welcome; alternatives ("PyTorch or TensorFlow", "such as …", a list in parentheses) become one
requirement of which any suffices. Weights follow need and frequency; the profile is meant to be read and corrected.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from aimatch import data
from aimatch.extract import find_mentions
from aimatch.model import Degree, Document, Mention, Need
from aimatch.profile import Profile, Requirement
from aimatch.readers import read_document
from aimatch.resume import parse
from aimatch.taxonomy import Taxonomy, load_taxonomy

__all__ = ["profile_from_job", "to_toml"]

#: Weight of a must and of what is welcome; each further naming adds a tenth of it, up to half.
MUST_WEIGHT, NICE_WEIGHT = 2.0, 1.0
_YEARS = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s*\+?\s*(?:(?:-|\u2013|to)\s*\d{1,2}\s*\+?\s*)?(?:years?|yrs?)\b",
    re.IGNORECASE,
)
_NUMBERS = {
    w: n for n, w in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}
_MOST_YEARS = 20
_DEGREES: tuple[tuple[Degree, re.Pattern[str]], ...] = (
    (
        "bachelor",
        re.compile(
            r"\b(?:bachelor|b\.?s\.?c?|b\.?tech|undergraduate degree|college degree|university degree|degree in)", re.I
        ),
    ),
    ("master", re.compile(r"\b(?:master'?s?|m\.?sc|m\.?tech)\b", re.I)),
    ("phd", re.compile(r"\b(?:ph\.?d|doctorate)\b", re.I)),
)
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    need: Need


def profile_from_job(source: str | os.PathLike[str] | bytes | Mapping[str, Any]) -> Profile:
    """The profile that a job posting asks for.

    Args:
        source: The posting as text, as a path to any readable file, as bytes, or as a schema.org ``JobPosting`` mapping.

    Raises:
        ReadError: The file can't be read.
        FileNotFoundError: The path doesn't exist.
    """
    text = _text(source)
    taxonomy = load_taxonomy()
    document = Document(text=text, format="text", sha256=sha256(text.encode()).hexdigest())
    # A posting has no positions; its statuses ("no experience required") are not those of a resume.
    mentions = [m for m in find_mentions(parse(document), taxonomy) if m.kind != "behaviour" and m.kind != "credential"]
    lines = list(_lines(text))
    title = next((line.strip() for line in text.splitlines() if line.strip()), "Job posting")[:120]
    return Profile(
        id=_slug(title) or "job-posting",
        title=title,
        version=document.sha256[:8],
        min_years=_min_years(text, lines),
        degree_min=_degree(text, lines),
        seniority=_seniority(title),
        source="job posting",
        requirements=tuple(_requirements(text, lines, mentions, taxonomy)),
    )


def to_toml(profile: Profile) -> str:
    """A profile as TOML that a person can read, correct and version, and :func:`aimatch.load_profile` reads back."""
    out = [f"id = {_quoted(profile.id)}", f"title = {_quoted(profile.title)}", f"version = {_quoted(profile.version)}"]
    if profile.min_years is not None:
        out.append(f"min_years = {profile.min_years:g}")
    if profile.degree_min is not None:
        out.append(f"degree_min = {_quoted(profile.degree_min)}")
    if profile.seniority is not None:
        out.append(f"seniority = {_quoted(profile.seniority)}")
    if profile.source:
        out.append(f"source = {_quoted(profile.source)}")
    for row in profile.requirements:
        out += ["", "[[requirements]]", f"id = {_quoted(row.id)}", f"label = {_quoted(row.label)}"]
        out.append(f"skills = [{', '.join(map(_quoted, row.skills))}]")
        out.append(f"need = {_quoted(row.need)}")
        out.append(f"weight = {row.weight:g}")
        if row.min_years is not None:
            out.append(f"min_years = {row.min_years:g}")
        out.append(f"source = {_quoted(row.source)}")
    return "\n".join(out) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _text(source: str | os.PathLike[str] | bytes | Mapping[str, Any]) -> str:
    if isinstance(source, Mapping):
        return _posting_text(source)
    if isinstance(source, str):
        try:
            posted = json.loads(source) if source.lstrip().startswith("{") else None
        except ValueError:
            posted = None
        if isinstance(posted, Mapping):
            return _posting_text(posted)
    return read_document(Path(source) if isinstance(source, os.PathLike) else source).text


def _posting_text(posting: Mapping[str, Any]) -> str:
    """A schema.org JobPosting as text: its title, then what it says under the headings of a posting."""
    fields = (
        ("description", ""),
        ("responsibilities", "Responsibilities"),
        ("qualifications", "Qualifications"),
        ("skills", "Skills"),
        ("experienceRequirements", "Experience"),
        ("educationRequirements", "Education"),
    )
    parts = [str(posting.get("title", "Job posting"))]
    for field, heading in fields:
        value = posting.get(field)
        if value:
            body = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            if "<" in body:
                body = read_document(f"<html><body>{body}</body></html>".encode()).text
            parts.append(f"{heading}\n{body}" if heading else body)
    return "\n\n".join(parts)


@cache
def _headings() -> tuple[tuple[str, str], ...]:
    table = data.table("language/jobs")
    rows = [(phrase, role) for role in ("not_asked", "nice", "asked") for phrase in table[role]]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _lines(text: str) -> Iterator[_Line]:
    """The lines that ask something, each with its need."""
    table = data.table("language/jobs")
    role, start = "asked", 0
    for raw in text.splitlines(keepends=True):
        end = start + len(raw)
        line = raw.strip().lower()
        heading = _heading(line)
        if heading is not None:
            role = heading
        if line and role != "not_asked" and not any(phrase in line for phrase in table["employer"]):
            welcome = role == "nice" or any(phrase in line for phrase in table["nice_words"])
            yield _Line(start, end, "nice" if welcome else "must")
        start = end


def _heading(line: str) -> str | None:
    bare = line.strip(" *#:-\u2013\u2022!?")
    if not bare or len(bare) > _LONGEST_HEADING or (len(bare.split()) > 4 and not line.endswith(":")):
        return None
    return next((role for phrase, role in _headings() if bare == phrase or bare.startswith(phrase)), None)


def _requirements(text: str, lines: list[_Line], mentions: list[Mention], taxonomy: Taxonomy) -> Iterator[Requirement]:
    groups: dict[tuple[str, ...], tuple[Need, int, Mention, float | None]] = {}
    for line in lines:
        inside = [m for m in mentions if line.start <= m.start < line.end]
        for group in _alternatives(text, line, inside):
            skills = tuple(dict.fromkeys(m.skill for m in group))
            years = _skill_years(text, line) if len(inside) <= 2 else None
            need, count, first, asked = groups.get(skills, (line.need, 0, group[0], years))
            groups[skills] = ("must" if "must" in (need, line.need) else "nice", count + 1, first, asked or years)
    taken: set[str] = set()
    seen: set[str] = set()
    for skills, (need, count, first, years) in groups.items():
        rest = tuple(skill for skill in skills if skill not in seen)
        if not rest:
            continue
        seen.update(rest)
        base = MUST_WEIGHT if need == "must" else NICE_WEIGHT
        id_ = rest[0] if rest[0] not in taken else f"{rest[0]}-{len(taken)}"
        taken.add(id_)
        yield Requirement(
            id=id_,
            label=" or ".join(taxonomy.name(skill) for skill in rest),
            skills=rest,
            need=need,
            weight=base * (1 + 0.1 * min(count - 1, 5)),
            min_years=years,
            source=f"posting: {first.quote}",
        )


def _alternatives(text: str, line: _Line, inside: list[Mention]) -> Iterator[list[Mention]]:
    """The line's mentions, those of which one suffices together."""
    words = data.table("language/jobs")["alternatives"]
    group: list[Mention] = []
    for mention in inside:
        if group:
            gap = text[group[-1].end : mention.start].lower()
            whole = text[line.start : mention.start].lower()
            joined = len(gap) <= 25 and (" or " in gap or "/" in gap or any(word in whole[-80:] for word in words[1:]))
            if joined and group[-1].kind == mention.kind == "technology" and ";" not in gap and ". " not in gap:
                group.append(mention)
                continue
            yield group
        group = [mention]
    if group:
        yield group


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _min_years(text: str, lines: list[_Line]) -> float | None:
    found = [
        _number(match.group(1))
        for line in lines
        for match in _YEARS.finditer(text, line.start, line.end)
        if "experience" in text[line.start : line.end].lower() or line.need == "must"
    ]
    found = [years for years in found if 0 < years <= _MOST_YEARS]
    return float(found[0]) if found else None


def _skill_years(text: str, line: _Line) -> float | None:
    match = _YEARS.search(text, line.start, line.end)
    return float(_number(match.group(1))) if match else None


def _degree(text: str, lines: list[_Line]) -> Degree | None:
    for line in lines:
        if line.need == "must":
            for degree, pattern in _DEGREES:
                if pattern.search(text, line.start, line.end):
                    return degree
    return None


def _seniority(title: str) -> str | None:
    words = title.lower()
    for level, names in data.table("language/jobs")["seniority"].items():
        if any(name in words for name in names):
            return str(level)
    return None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60].strip("-")
