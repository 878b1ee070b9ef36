"""Technologies told as used in a job that ended well before their first release, as evidence of impossible-experience.

Asked about are only the names of ``certain_releases`` (``language/flags.toml``): the year is certain, and the name had no other sense
and no forerunner under another name before. A list, a sentence of hindsight and whatever may have run on
from another entry tell of no use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimatch import data
from aimatch.flags import telling, words
from aimatch.flags.columns import stand_side_by_side
from aimatch.flags.heuristic import Case
from aimatch.model import Mention, Position
from aimatch.resume import heading_end
from aimatch.wordlist import Occurrence

#: Calendar years between the end of the job and the year of release: early access, and dates that are a year off.
YEARS_APART = 1
_PARTED = re.compile(r"\n[ \t\r]*\n|\f")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: Words that say that more than the job is told of; in lower case.
_ASIDE = ("hindsight", "others_work", "spoken", "wishes", "acquainted")


def used_before_release(case: Case) -> Iterator[tuple[Mention, int, Position]]:
    """The mentions told as used too early, with the year of release and the position."""
    text, resume = case.text, case.evidence.resume
    for name in words.found(text, "certain_releases"):
        mention = next((one for one in resume.mentions if _is_named(one, name)), None)
        year = None if mention is None else _released(case, mention, name.group().lower())
        if mention is None or year is None:
            continue
        start, end = telling.sentence(text, mention.start)
        entry = telling.entry_at(resume, mention.start, mention.end)
        if (
            isinstance(entry, Position)
            and entry.start is not None
            and entry.end is not None
            and entry.start <= entry.end
            and entry.end.year + YEARS_APART < year
            and _tells_of_use(case, start, end)
            and _is_surely_of(text, entry, mention, end)
        ):
            yield mention, year, entry


def _is_named(mention: Mention, name: Occurrence) -> bool:
    """Whether a mention says that the person used what is named."""
    claimed = mention.kind in ("technology", "method") and mention.via != "phrase" and mention.status == "asserted"
    return claimed and mention.start <= name.start() < mention.end


def _released(case: Case, mention: Mention, name: str) -> int | None:
    """The year before which nobody can have used what is named."""
    version = data.table("language/flags")["versions"].get(name)
    return case.taxonomy.released(mention.skill) if version is None else int(version)


def _tells_of_use(case: Case, start: int, end: int) -> bool:
    """Whether a sentence tells that something was done with what it names, then and by the person."""
    text = case.text
    inside = telling.mentions_in(case.evidence.resume, start, end)
    if telling.is_list(text, start, end, inside) or any(words.first(text, name, start, end) for name in _ASIDE):
        return False
    return telling.tells_of_doing(text, start, end) or telling.is_at_length(text, start, end, inside)


def _is_surely_of(text: str, entry: Position, mention: Mention, end: int) -> bool:
    """Whether a mention stands in the first paragraph below an entry's heading, and no later year does."""
    if stand_side_by_side(text) or entry.end is None:
        return False
    body = text[min(heading_end(text, entry), mention.start) : mention.start]
    years = _YEAR.findall(text, entry.text_start, end)
    return _PARTED.search(body.lstrip()) is None and all(int(year) <= entry.end.year for year in years)
