"""keyword-stuffing: the same names over and over, or lists, meant for a search engine and not for a reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from aimatch.flags import telling, words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Mention, SectionKind
from aimatch.resume.rules.jobs import jobs

#: Mentions within one block of text (no sentence between) from which repetition is judged.
LONG_BLOCK = 15
#: Mentions a distinct skill within such a block: a normal skills section names each once, at most twice.
REPEATS = 2.0
#: Times that one skill stands in one block, with at least two such skills, and one of its names by itself.
OFTEN = 4
OFTEN_BY_ONE_NAME = 3
#: Names that stand three times each within one block, and names that stand twice running ("docker docker"), from which it
#: repeats itself however many others it holds: of 515 resumes' skills sections none had more than two of either.
THRICE, RUNNING = 4, 5
#: Characters between mentions of one block: a sentence is longer.
GAP = 25
#: Items from which a list is longer than anybody reads, and how many of them stand twice ("client, clients") to ask.
LONGEST_LIST = 60
REPEATED_ITEMS = 4
#: Share of neighbours in alphabetical order from which a program put the list together: where a person groups the tools of
#: each field, some stand in two groups rightly.
SORTED = 0.7
#: Share of the words of so long a list that stood in it before ("sql, sql server, ms sql server"), from which it says the same
#: in many forms: of 31 labelled lists the four that reach it were asked about, of the others one in four.
SAME_WORDS = 0.29
#: Items from which two lists are compared, and the share of the shorter's words that stand in both when one repeats the other:
#: of a summary and a list beside it, up to 85% do.
LIST = 25
SHARED = 0.9
#: Words up to which a piece between commas is an item and no clause, and the share of items from which a part is a list.
_ITEM_WORDS = 4
_ITEM_SHARE = 0.8
#: Hashtags in a row from which the row is no remark about a topic, and how many of them stand twice to ask about it in earnest.
HASHTAGS, REPEATED_HASHTAGS = 8, 2
_HASHTAGS = re.compile(rf"(?<![\w&#/])#[^\W\d]\w+(?:[\s,;|\u00b7\u2022]+#[^\W\d]\w+){{{HASHTAGS - 1},}}")
#: Items behind a label of search ("SEO: AI expert, AI consultant ...") from which they are a list for it: papers have three to
#: six keywords.
LABELLED = 8
_LABELLED_LINE = re.compile(r"^[^\S\n]*([^\W\d][^:\n]{2,25}):([^\n]+(?:\n[^\S\n]*\S[^:\n]*(?=\n|\Z))*)", re.MULTILINE)
#: Sections where a label of search says what a work is about.
_DESCRIBED: frozenset[SectionKind] = frozenset({"publications", "projects"})
_SEPARATOR = re.compile(r"[,;|\u2022]\s*")
_SIGNS = " .\u2022-:()\t\r\n"
_NAMED = 5


@dataclass(frozen=True, slots=True)
class _List:
    """The items of a skills section, in small letters and the singular."""

    start: int
    end: int
    items: tuple[str, ...]

    @property
    def words(self) -> set[str]:
        """The distinct words of the items, by which lists are compared: columns and lines break the items in other places."""
        return {word for item in self.items for word in telling.WORD.findall(item)}


def check(case: Case) -> Finding | None:
    """A block of names that repeats itself far beyond a normal skills section; a part headed for a search; or a list that
    nobody can have read over.

    The last is often the work of a form that gathers words from the text, so it is only mentioned. The density of names
    in the whole resume is not asked about: developers who list the tools of each job reach that of a stuffed one.
    """
    return _repeated_block(case) or _hashtags(case) or _search_part(case) or _search_line(case) or _repeated_list(case)


def _hashtags(case: Case) -> Finding | None:
    """A row of hashtags: they are made for a search."""
    for row in _HASHTAGS.finditer(case.text):
        counts = Counter(tag.strip(_SIGNS + ",;|\u00b7").casefold() for tag in row.group().split("#") if tag.strip())
        again = [f"#{tag} ({count} times)" for tag, count in counts.most_common() if count > 1]
        held = f", {', '.join(again[:_NAMED])}" if again else ""
        return Finding(
            message=f"A row of {counts.total()} hashtags{held}. Whom is it written for?",
            evidence=(case.quote(row.start(), row.end()),),
            severity=None if len(again) >= REPEATED_HASHTAGS else "info",
        )
    return None


def _repeated_block(case: Case) -> Finding | None:
    for block in _blocks(case):
        if len(block) < LONG_BLOCK or not _is_bare(case.text, block):
            continue
        counts = Counter(mention.skill for mention in block)
        often = _repeated(block, counts)
        if often:
            named = ", ".join(f"{case.taxonomy.name(id_)} ({counts[id_]} times)" for id_ in often[:_NAMED])
            return Finding(
                message=f"A block of {len(block)} names repeats the same few: {named}. Whom is it written for?",
                evidence=(case.quote(block[0].start, block[-1].end),),
            )
    return None


def _repeated(block: list[Mention], counts: Counter[str]) -> list[str]:
    """The skills that a block names again and again, the most frequent first; none where it is a normal list."""
    by_name = Counter((mention.skill, mention.quote.casefold()) for mention in block)
    thrice = {skill for (skill, _), count in by_name.items() if count >= OFTEN_BY_ONE_NAME}
    often = [id_ for id_, count in counts.most_common() if count >= OFTEN and id_ in thrice]
    if len(block) / len(counts) >= REPEATS and len(often) >= 2 and not _are_one_name(block, often):
        return often
    running = [a.skill for a, b in pairwise(block) if (a.skill, a.quote.casefold()) == (b.skill, b.quote.casefold())]
    if len(thrice) >= THRICE or len(running) >= RUNNING:
        return [id_ for id_, _ in counts.most_common() if id_ in thrice or id_ in running]
    return []


def _are_one_name(block: list[Mention], often: list[str]) -> bool:
    """Whether the skills are always named side by side: "Foo ERP reports, Foo ERP interfaces" repeats one name that is two skills."""
    first, *rest = often
    beside = {at + step for at, mention in enumerate(block) if mention.skill == first for step in (-1, 1)}
    return all(at in beside for at, mention in enumerate(block) if mention.skill in rest)


def _search_part(case: Case) -> Finding | None:
    """A part that its own heading says is for a search ("KEYWORDS"), as long as a skills section."""
    text = case.text
    for section in case.evidence.resume.sections:
        if not words.is_whole(section.title.strip(_SIGNS).lower(), "search_headings"):
            continue
        inside = telling.mentions_in(case.evidence.resume, section.body_start, section.end)
        if sum(mention.kind in ("technology", "method") for mention in inside) >= LONG_BLOCK:
            return Finding(
                message=f"A part headed {text[section.start : section.body_start].strip(_SIGNS)!r} holds {len(inside)} names. "
                "Whom is it written for?",
                evidence=(case.quote(section.start, section.end),),
                severity="info",
            )
    return None


def _search_line(case: Case) -> Finding | None:
    """A line that its own label says is for a search ("SEO: AI expert, AI consultant, GenAI expert ...")."""
    for line in _LABELLED_LINE.finditer(case.text):
        if not words.is_whole(line.group(1).strip(_SIGNS).lower(), "search_headings"):
            continue
        # The label may head a part of its own: what stands above it says what it is about.
        if telling.section_at(case.evidence.resume, max(0, line.start() - 1)) in _DESCRIBED:
            continue
        items = [piece for piece in _SEPARATOR.split(line.group(2)) if piece.strip(_SIGNS)]
        named = len(telling.mentions_in(case.evidence.resume, line.start(2), line.end()))
        if len(items) >= LABELLED or named >= LONG_BLOCK:
            return Finding(
                message=f"A line labelled {line.group(1).strip(_SIGNS)!r} holds {max(len(items), named)} names. Whom is it written for?",
                evidence=(case.quote(line.start(), line.end()),),
                severity="info",
            )
    return None


def _repeated_list(case: Case) -> Finding | None:
    lists = list(_lists(case))
    for one, other in combinations(lists, 2):
        shared = one.words & other.words
        if len(shared) >= SHARED * min(len(one.words), len(other.words)):
            return Finding(
                message=f"Two lists hold the same {len(shared)} words. Did a program put them there, or are they meant for one?",
                evidence=(case.quote(one.start, one.end), case.quote(other.start, other.end)),
                severity="info",
            )
    for one in lists:
        counts = Counter(word for item in one.items for word in telling.WORD.findall(item))
        again = sum(counts.values()) - len(counts)
        if len(one.items) >= LONGEST_LIST and again >= SAME_WORDS * sum(counts.values()):
            said = ((word, count) for word, count in counts.most_common() if word not in jobs().joining)
            named = ", ".join(f"{word} ({count} times)" for word, count in islice(said, _NAMED))
            return Finding(
                message=f"A list of {len(one.items)} names says the same in many forms: {named}. Did a program put it together, "
                "or is it meant for one?",
                evidence=(case.quote(one.start, one.end),),
                severity="info",
            )
        twice = [item for item, count in Counter(one.items).items() if count > 1]
        if len(one.items) >= LONGEST_LIST and len(twice) >= REPEATED_ITEMS and _is_sorted(one.items):
            return Finding(
                message=f"A list of {len(one.items)} names holds some twice ({', '.join(twice[:_NAMED])}). Was it put together "
                "by a program, or meant for one?",
                evidence=(case.quote(one.start, one.end),),
                severity="info",
            )
    return None


def _is_sorted(items: tuple[str, ...]) -> bool:
    return sum(a <= b for a, b in pairwise(items)) >= SORTED * (len(items) - 1)


def _lists(case: Case) -> Iterator[_List]:
    for section in case.evidence.resume.sections:
        if section.kind != "skills":
            continue
        pieces = [piece.strip(_SIGNS) for piece in _SEPARATOR.split(case.text[section.body_start : section.end])]
        items = tuple(_singular(piece) for piece in pieces if 0 < len(piece.split()) <= _ITEM_WORDS)
        # A text without line breaks tells of work in the same part.
        if len(items) >= max(LIST, _ITEM_SHARE * sum(map(bool, pieces))):
            yield _List(section.body_start, section.end, items)


def _singular(item: str) -> str:
    item = " ".join(item.casefold().split())
    return item[:-1] if item.endswith("s") and not item.endswith(("ss", "is", "us")) and len(item) > 4 else item


def _is_bare(text: str, block: list[Mention]) -> bool:
    """Whether a block hardly holds a word besides the names: "M3 Java, M3 interfaces, M3 reports" tells three things."""
    named = sum(len(telling.WORD.findall(mention.quote)) for mention in block)
    return named >= telling.LIST_SHARE * len(telling.WORD.findall(text, block[0].start, block[-1].end))


def _blocks(case: Case) -> list[list[Mention]]:
    blocks: list[list[Mention]] = []
    for mention in case.evidence.resume.mentions:
        if mention.kind not in ("technology", "method"):
            continue
        if blocks and mention.start - blocks[-1][-1].end <= GAP:
            blocks[-1].append(mention)
        else:
            blocks.append([mention])
    return blocks


FLAG = Heuristic(
    id="keyword-stuffing",
    severity="caution",
    title="Keywords repeated for a search engine",
    raised_when=(
        f"a block of {LONG_BLOCK} or more names repeats the same few, or names them twice running; {HASHTAGS} hashtags stand in a "
        f"row; a part is headed for a search, or a line of {LABELLED} labelled for one; a "
        f"list of {LONGEST_LIST} or more says the same words in many forms ({SAME_WORDS:.0%} of them), or holds some twice in sorted order, "
        "or stands twice (all but the first as information only)"
    ),
    reason="Such blocks tell nothing of what somebody can do, and earn nothing here.",
    source="Common advice on how to trick applicant tracking systems",
    innocent_explanations=(
        "advice from an agency or a web page on how to pass filters",
        "a list kept for each project, with much in common",
        "a form that gathers words from the text by itself",
    ),
    check=check,
)
