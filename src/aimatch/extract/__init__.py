"""Find the skills that a resume mentions: text -> candidates -> settled meanings -> mentions with their status.

The forms of the taxonomy are found in one pass over the words of the text in its normal shape; whole words are kept,
the longest at each place; ambiguous names are settled by what stands around them; abbreviations spelled out beside a name,
misspelled and joint names are added, and deeds that state a skill without its name;
each mention then gets its status (asserted, negated, aspirational, other-person). Offsets are of the original text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter

from aimatch.extract.behaviours import find_behaviours
from aimatch.extract.behaviours.deeds import deeds
from aimatch.extract.bullets import with_plain_bullets
from aimatch.extract.candidates import Candidate, candidates
from aimatch.extract.joint import compounds, joint
from aimatch.extract.lexicon.lexicons import lexicon_of
from aimatch.extract.normalise import normalise
from aimatch.extract.places import Places
from aimatch.extract.senses.context import settle
from aimatch.extract.senses.employers import without_employers, without_person, without_schools
from aimatch.extract.senses.expansions import spelled_out
from aimatch.extract.senses.foreign import without_homographs
from aimatch.extract.senses.list_labels import without_headings, without_list_labels
from aimatch.extract.senses.makers import under_makers
from aimatch.extract.senses.other_trades import without_other_trades
from aimatch.extract.senses.usage import sections_of_skills
from aimatch.extract.spelling import misspelled
from aimatch.extract.spelling.broken import mend
from aimatch.extract.status.assertion import statuses
from aimatch.extract.status.cue_search import FoundCues, found_cues
from aimatch.extract.words import split_words
from aimatch.extract.wraps import unwrapped
from aimatch.model import Mention, Resume, Status
from aimatch.taxonomy import Taxonomy

__all__ = ["find_mentions"]

_PLACE = attrgetter("start", "end")


def find_mentions(resume: Resume, taxonomy: Taxonomy, *, shown_as_named: bool = False) -> tuple[Mention, ...]:
    """The mentions of a resume whose structure has been read, by start offset.

    What shows a skill in running text without naming it ("answered customers' questions") is evidence of it, a mention
    of kind ``behaviour``; with ``shown_as_named`` it is a mention of the skill like any other, as a posting means it.

    ``document.text[mention.start:mention.end] == mention.quote`` holds for each. Two mentions overlap only where a
    phrase names two skills: "machine and deep learning", "Tableau dashboards".
    """
    if not resume.document.text:
        return ()
    titled = {section.start for section in resume.sections if section.title}
    text = unwrapped(with_plain_bullets(resume.document.text), titled)
    normal = normalise(text)
    lexicon = lexicon_of(taxonomy)
    words = split_words(normal.text)
    hits = lexicon.scan(words)
    headings = sorted(
        {edge for section in resume.sections if section.title for edge in (section.start, section.body_start)}
    )
    named = without_homographs(text, candidates(text, normal, hits.skills, taxonomy, headings, resume.document.text))
    for section in resume.sections:
        if section.kind == "courses" and section.title and text.startswith("\n", section.body_start):
            # "TRAINING" above courses taken is no training of others.
            named = [one for one in named if not section.start <= one.original[0] < section.body_start]
    theirs = _without_names(resume, text, named)
    names = [one.original for one in named if one not in theirs] if len(theirs) < len(named) else []
    named = theirs
    found = settle(text, normal, named, hits.skills, resume.sections, resume.positions, taxonomy.parents)
    found = without_other_trades(text, without_employers(text, found, resume.positions))
    found = under_makers(text, normal, found, lexicon)
    found = mend(text, normal, found, lexicon)
    found += spelled_out(text, normal, found)
    found.sort(key=_PLACE)
    corrected = _without_names(resume, text, misspelled(text, normal, words, found, lexicon))
    found += without_employers(text, corrected, resume.positions)
    found.sort(key=_PLACE)
    found += joint(normal, found, lexicon)
    found += compounds(normal, words, found, lexicon)
    found.sort(key=_PLACE)
    found += deeds(normal, found, hits.deeds, taxonomy, resume.sections)
    found.sort(key=_PLACE)
    found = without_headings(without_list_labels(text, found), resume.sections)
    cues = found_cues(text, normal, words, hits.cues)

    def judge(remark: str) -> Status:
        """What a remark tells of a name: in a text of its own, where each rule of status has its say."""
        name = Candidate(0, 1, (0, 1), (), reading=next(one.reading for one in found if one.reading))
        told: Status = "asserted"
        for said in (f"X: {remark}", f"X ({remark})"):
            shape = normalise(said)
            split = split_words(shape.text)
            told = statuses(said, [name], found_cues(said, shape, split, lexicon.scan(split).cues), ())[0]
            if told != "asserted":
                break
        return told

    mentions = _mentions(resume, text, found, cues, judge)
    shown = find_behaviours(resume, normal, hits.groups, cues, mentions, taxonomy)
    if not shown_as_named:
        mentions = _with_deeds(mentions, found)
    mentions += [one for one in shown if not any(one.start < end and start < one.end for start, end in names)]
    return tuple(sorted(mentions, key=attrgetter("start", "end", "skill")))


def _with_deeds(mentions: list[Mention], found: list[Candidate]) -> list[Mention]:
    """The mentions, those that show a skill and do not name it as evidence of it. In sections of skills, and as fields of study, all name theirs."""
    deeds = {(one.original, one.reading.skill) for one in found if one.reading is not None and one.reading.shows}
    if not deeds:
        return mentions
    named = sections_of_skills() | {"education"}
    return [
        replace(one, kind="behaviour", via="phrase")
        if ((one.start, one.end), one.skill) in deeds and one.section not in named
        else one
        for one in mentions
    ]


def _without_names(resume: Resume, text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates without those that are called like the person or a school."""
    return without_person(resume.document.text, without_schools(text, found, resume.education), resume.sections)


def _mentions(
    resume: Resume, text: str, found: list[Candidate], cues: FoundCues, judge: Callable[[str], Status]
) -> list[Mention]:
    document = resume.document
    places = Places(resume)
    mentions = []
    for candidate, status in zip(
        found, statuses(text, found, cues, resume.sections, document.text, judge), strict=True
    ):
        reading = candidate.reading
        if reading is None:
            continue
        start, end = candidate.original
        place = places.of(start)
        mentions.append(
            Mention(
                skill=reading.skill,
                name=reading.name,
                kind=reading.kind,
                start=start,
                end=end,
                quote=document.text[start:end],
                status=status,
                section=place.section,
                position=place.position,
                project=place.project,
                page=document.page_at(start),
                boxes=document.boxes(start, end) if document.runs else (),
                via=candidate.via,
                certainty=candidate.certainty,
            )
        )
    return mentions
