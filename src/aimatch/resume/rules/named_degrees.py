"""The degrees that a line names, told from what else their letters may mean.

A degree is recognised by its name without dots, spaces and case. Two-letter forms (BE, MS) are as often something else
and count only in capitals beside a field, a school or a year, where :mod:`aimatch.resume.education` asks for them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from aimatch.model import Degree
from aimatch.resume.rules.certificates import TOKENS, Named, normal
from aimatch.resume.rules.degrees import Degrees, degrees
from aimatch.resume.rules.diploma_trades import diploma_trades
from aimatch.resume.rules.jobs import jobs, words_of

#: Words in the longest name of a degree that the data hold.
_LONGEST = 8
#: Letters of what is an abbreviation, and may be a word of another meaning.
_ABBREVIATION = 5
#: Words of a town's name, and how sure it is that one stands before the letters of a state.
_TOWN, _PERHAPS, _SURELY = 3, 1, 2
_PLACE, _CODE = re.compile(r"[,;:|()\t•–—]|\s-(?=\s|$)"), re.compile(r"\d{5}(?!\d)|[A-Z]\d[A-Z](?!\w)")
#: Words of a degree that is written out ("master of"): one word alone may be another thing.
_BARE = 2
#: Letters of a word whose misspellings are read, and of one of which two letters may be wrong.
_SPELLED, _LONG_WORD = 6, 12
#: Words without a sign between them that may stand before a degree's name in a line.
_RUN = 4
_PART = re.compile(r"[^\w\s/&'’-]|\d")
#: Characters from a diploma's name to the mark of its school's kind ("Diplom Informatik (FH)").
_APPLIED_REACH = 40


def find_degrees(text: str, *, trusted: bool) -> list[Named]:
    """The degrees named in a line, in order. ``trusted``: the line is about education, so short forms count."""
    known = degrees()
    found: list[Named] = []
    words = [normal(word) for word in TOKENS.findall(text)]
    if trusted:
        words = [_respelled(word) if len(word) >= _SPELLED else word for word in words]
    if not text.isascii():
        words = [next((one for one in known.endings if word.endswith(one)), word) for word in words]
    if known.starts.isdisjoint(words) and not any(word.startswith(known.applied_forms) for word in words):
        return found
    tokens = [(match.group(), match.start(), match.end()) for match in TOKENS.finditer(text)]
    index = 0
    while index < len(tokens):
        if not known.begins(words[index]):
            index += 1
            continue
        named, used = _named_at(known, text, tokens, words, index, trusted=trusted)
        if named is not None:
            found.append(named)
        index += used
    # "2 degrees in economics and law", but "MSc degree in economics"
    sure = [one for one in found if one.form not in known.generic] or found
    stated = (one for one in sure if not _behind_town(known, text, text[one.start : one.end], one.start, one.end))
    return list(stated) or sure


def opens_with_degree(text: str, below: str = "") -> bool:
    """Whether a line opens with a degree and names its school, or the line ``below`` does, and no job besides."""
    if not (degrees().may_begin(text) and any(map(degrees().names_school, (text, below)))):
        return False
    named = next(iter(find_degrees(text, trusted=True)), None)
    return named is not None and not named.start and not jobs().holds_title(text[named.end :])


def names_course_at_school(text: str) -> bool:
    """Whether a line names a school and a course of study that leads to a degree, and no job besides ("Foo University, master
    course")."""
    named = find_degrees(text, trusted=True) if degrees().names_school(text) else []
    return any(
        one.form.endswith(("course", "program", "programme"))
        and not jobs().holds_title(text[: one.start])
        and not jobs().holds_title(text[one.end :])
        for one in named
    )


def _named_at(
    known: Degrees, text: str, tokens: list[tuple[str, int, int]], words: list[str], index: int, *, trusted: bool
) -> tuple[Named | None, int]:
    """The degree whose name begins with the word at ``index``, if any, and how many words were read."""
    word, start, end = tokens[index]
    if trusted and (level := known.short.get(word.replace(".", ""))):
        glued = _is_hyphenated(text, end)  # "MS-Office"
        after, then = [*words[index + 1 + glued : index + 3 + glued], "", ""][:2]
        # "MS Data Science" is a degree, "MS Data ..." may be a product.
        after = "" if after in known.quantitative and then in known.field_words else after
        before = words[index - 1] if index else ""
        sure = before in known.before_school or then not in known.leading
        if after in known.schools and sure and not _is_parted(text[end:]):
            return None, 1  # "A.B College", "from M.S. University of Foo", but "BS University of Foo"
        if _short_fits(known, text, word, start, end, after) and (
            level != "none" or (not glued and known.schooling.opens(text, words, index, start))
        ):
            return Named(level=level, form=normal(word), start=start, end=end), 1
    if word[:4].lower() == "dipl" and (end_of := diploma_trades().end_of(text, start)):
        used = sum(start <= at < end_of for _, at, _ in tokens)
        named = Named(level="master", form=normal(text[start:end_of]), start=start, end=end_of)
        told = not index or words[index - 1] not in known.trap_before
        return _with_school(known, text, named) if told else None, used
    for count in range(min(_LONGEST, len(tokens) - index), 0, -1):
        form = "".join(words[index : index + count])
        level = known.levels.get(form)
        if level is None and form in known.diploma:
            level = _diploma_level(known, words, index)
        undotted = (
            form in known.dotted
            and "." not in word.rstrip(".")
            and not (trusted and _beside_school(known, form, tokens[index], text, words, index))
        )
        if level is None or undotted or (level == "none" and not trusted):
            continue
        last = tokens[index + count - 1][2]
        if not words[index + count - 1] or (
            _is_hyphenated(text, last) and not _before_field(known, words, index, count)
        ):
            continue  # "master-builder", but "B.Tech-Electrical"
        before = words[index - 1] if index else ""
        after, then = [*words[index + count : index + count + 2], "", ""][:2]
        # "MSc Data Science" is a degree, as "MS Data Science" is.
        of_field = after in known.quantitative and then in known.field_words
        of_field |= level == "none" and after in known.schooling.class_words
        if before in known.trap_before or (after in known.trap_after and not of_field):
            return None, count
        if form in known.event and (before in known.event_before or after in known.event_after):
            return None, count  # "Expected graduation: May 2027" is a day, no degree
        if form in known.schooling.in_names and text.startswith(" of ", last):
            return None, count  # "High School of Economics"
        if not trusted and not _stands_alone(known, word, form, count, words[index + count : index + count + 2]):
            return None, count
        if form in known.diploma:
            while (
                index
                and words[index - 1] in known.diploma_never | known.diploma_before
                and not _is_parted(text[tokens[index - 1][2] : start])
            ):
                index, start = index - 1, tokens[index - 1][1]  # "Post Graduate Diploma"
        return _with_school(known, text, Named(level=level, form=form, start=start, end=last)), count
    return None, 1


def _with_school(known: Degrees, text: str, named: Named) -> Named:
    """A degree with the mark of its kind of school behind it ("Diplom-Ingenieur (FH) Maschinenbau"), if there is one."""
    mark = known.applied.match(text, named.end, named.end + _APPLIED_REACH)
    if not mark or not named.form.startswith(known.applied_forms):
        return named
    return replace(named, level="bachelor", told_end=mark.end() if mark[0].lstrip(" .").startswith("(") else 0)


def _before_field(known: Degrees, words: list[str], index: int, count: int) -> bool:
    """Whether an abbreviated name stands before the hyphen and a word of a field behind it ("B.Tech-Electrical")."""
    behind = words[index + count + 1 : index + count + 2]
    return words[index] not in known.bare and not known.field_words.isdisjoint(behind)


def _beside_school(
    known: Degrees, form: str, token: tuple[str, int, int], text: str, words: list[str], index: int
) -> bool:
    """Whether a form that is a degree with its dots only is one without them: in capitals, before its field or in a school's
    line, or of few that open a part of it."""
    word, start, _ = token
    capitals = sum(not letter.islower() for letter in word.rstrip("."))
    if form not in known.beside_school or capitals <= 1 or word[0].islower():
        return False
    if form[-1].isdigit():
        return not index and not known.numbered_at.isdisjoint(words_of(text))
    after = [word for word in words[index + 1 : index + 2] if word != "and"]  # a word of fields' names, and no field
    opens = form in known.opening and (not index or not words[index - 1].isalpha()) and "".join(after).isalpha()
    # "Machine Learning NLP Generative AI LLM Supply Chain" is a run of keywords.
    run = len(_PART.split(text[:start])[-1].split()) > _RUN
    return opens or (not run and not known.field_words.isdisjoint(after)) or known.names_school(text)


def _stands_alone(known: Degrees, word: str, form: str, count: int, after: list[str]) -> bool:
    """Whether a name outside of the education is a degree's without a school to tell so."""
    following = [*after, "", ""]
    if count > 1 or "." in word.rstrip("."):
        return following[0] != "of" or following[1] in known.field_words or count > _BARE
    if len(form) <= _ABBREVIATION:
        return sum(letter.isupper() for letter in word) > 1  # "MBA", "PhD", but not "bit" or "Its"
    if following[0] in known.leading:
        return following[1] in known.field_words
    return following[0] in known.degree_words or following[0] in {"", ":"}


def _short_fits(known: Degrees, text: str, word: str, start: int, end: int, after: str) -> bool:
    dotted = "." in word.rstrip(".")
    if after in known.trap_after and not (dotted and known.names_school(text)):
        return False
    if (
        text.isupper()
        and not any(sign in text for sign in ".,0123456789(")
        and not _opens_field(known, text, start, end)
    ):
        return False  # a heading in capitals: "WHERE I AM"
    if dotted:
        return True
    if not known.trap_beside.isdisjoint(words_of(text)):
        return False
    before = text[:start].rstrip()
    if text[start - 1 : start] == "(" and text[start - 2 : start - 1].isalpha():
        return False  # "B,Tech(ME)": the field, abbreviated
    if text.isupper() and word == "AS" and before and before[-1] not in ",(-|:\t":
        return False  # "WORKED WITH FOO AS CLERK"
    return _behind_town(known, text, word, start, end) < _SURELY


def _opens_field(known: Degrees, text: str, start: int, end: int) -> bool:
    """Whether a short form opens a part of a line and what stands behind it is a field ("BS COMPUTER SCIENCE", "BE IN CIVIL
    ENGINEERING")."""
    words = [word for word in text[end:].lower().replace("-", " ").split() if word not in known.leading]
    alone = not text[:start].strip() or text[:start].rstrip()[-1] in "-–—|:/\t"
    told = bool(words) and words[0] in known.field_words and not jobs().holds_title(text[end:])
    return alone and told and (known.field_words.issuperset(words[:2]) or known.names_school(text))


def _behind_town(known: Degrees, text: str, word: str, start: int, end: int) -> int:
    """Whether two letters name the state of the town that stands before them ("Boston, MA"; "Foo University, Jackson, MS"),
    and not what somebody studied there ("Statistics, MS"): 0, or how sure it is."""
    before, rest = text[:start].rstrip(), text[end:].lstrip(" .")
    parts = [part.strip() for part in _PLACE.split(before)]
    if len(parts) < _BARE or before[-1] not in ",-–" or word not in known.states | known.abroad:
        return 0
    town, further = parts[-2], _PLACE.split(rest.lstrip(", "), maxsplit=1)[0].strip().lower()
    lower, place = town.lower(), further in jobs().places or _CODE.match(rest) is not None
    if not town[:1].isupper() or (rest[:1].isalpha() and not place):
        return 0  # "Foo Tech, MS Statistics"
    if lower in (known.towns_abroad if word in known.abroad else known.towns | jobs().places):
        return _SURELY
    words = lower.split()
    subject = lower.endswith(known.subjects) or normal(words[-1]) in known.starts
    if subject or len(words) > _TOWN or before[-1] != "," or known.names_school(town):
        return 0
    if not known.field_words.isdisjoint(words) or (word in known.abroad and not place):
        return 0
    # "Foo, MS, 2012" may be a school, unless another degree stands in its line.
    return _PERHAPS if len(parts) == _BARE and rest and not place else _SURELY


def _diploma_level(known: Degrees, words: list[str], index: int) -> Degree:
    if not known.diploma_never.isdisjoint(words[max(0, index - 3) : index]):
        return "none"
    return "none" if known.diploma_associate.isdisjoint(words[index + 1 : index + 5]) else "associate"


@lru_cache(maxsize=2048)
def _respelled(word: str) -> str:
    """A word of a degree's name in its right spelling ("bachlor"); any other word as it is."""
    known = degrees()
    if word in known.starts:
        return word
    most = 1 if len(word) < _LONG_WORD else 2
    near = (
        right for right in known.spelled if right[0] == word[0] and OSA.distance(word, right, score_cutoff=most) <= most
    )
    return next(near, word)


def _is_hyphenated(text: str, end: int) -> bool:
    """Whether a hyphen joins the word that ends at ``end`` to the next one."""
    return text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()


def _is_parted(between: str) -> bool:
    """Whether what stands behind a word, up to the next one, parts the two."""
    return re.match(r"[\s.]*[^\s.\w]", between) is not None or between.startswith("\t")
