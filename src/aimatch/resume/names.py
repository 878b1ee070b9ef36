"""The names in an entry's heading: which part is the job's title, which the employer's name."""

from __future__ import annotations

import re

from aimatch.resume.jobs import WORDS, Jobs

EDGE = " \t\u00a0,;:.|-–—>»()[]*_#+=~ï¼"
_SPLIT = re.compile(r"\s*(?:\||•|·|—|–|--+|\t+|\s{2,}|\s-\s|-\s|\s\.\s|\s/\s|\s-|;|,\s|\sat\s|@|:\s|»|>>|ï¼\S?|â€“)\s*")


def split_names(text: str, known: Jobs) -> list[str]:
    """The parts of a heading line that separators set apart, without a label before them."""
    labelled = known.label(text)
    if labelled:
        text = text[labelled[1] :]
    if "(" in text:
        text = known.arrangement.sub("", text)
    return [part for piece in _SPLIT.split(text) if (part := piece.strip(EDGE)) and not part.isdigit()]


def merge_names(groups: tuple[list[str], list[str]], known: Jobs) -> tuple[str, str, list[str]]:
    """Title, employer and what is left of a line's parts."""
    parts = [part for group in groups for part in group]
    title = employer = ""
    rest: list[str] = []
    for part in parts:
        short = len(part.split()) <= 9
        if not title and short and known.names_title(part) and not _is_company(part, known):
            title = part
        elif not employer and short and known.names_employer(part):
            employer = part
        else:
            rest.append(part)
    if not title and employer and known.names_title(employer):
        title, employer = employer, ""
    if title and not employer and rest:
        employer = rest.pop(0)
    return title, employer, rest


def _is_company(part: str, known: Jobs) -> bool:
    """Whether a name with a job's word in it is a company's ("Partner Consulting GmbH", "Engineer Solutions Ltd")."""
    words = WORDS.findall(part.lower())
    return bool(words) and words[-1] in known.employers and words[-1] not in known.titles
