"""Labels told by what they are composed of: "On the list for this winter:", "Not exposed to so far:", "Done by others:".

A label is short and stands between the beginning of a line or sentence and a colon; of which words it is composed is told in
:mod:`aimatch.extract.status.vocabulary`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aimatch.extract.lines import bracket_around, line_start, places
from aimatch.extract.rules.listed import word_set
from aimatch.extract.rules.scopes import AFTER_YEARS, CIRCUMSTANCES, columns
from aimatch.extract.status import over_lists
from aimatch.extract.status.clauses import own_clause
from aimatch.extract.status.scene import CLAIMED, Ruled, Scene
from aimatch.extract.status.spared import left_out
from aimatch.extract.status.vocabulary import LETTERS, composed, vocabularies
from aimatch.extract.words import WRITTEN_WORDS

_LONGEST_LINE = 60
_LABEL = re.compile(
    r"(?:^|[\n.;|(\u2022\u00b7]|\s[\u2013\u2014-]\s)[^\w\n]*([A-Za-z\u00c0-\u024f0-9][^\n.;:|()\u2022]{1,60}?)"
    r"(?:\s*\([^()\n]{1,40}\))?[ \t]*:(?!//)"
)
_YOU = re.compile(r"\byou\b")
_REMARK = re.compile(
    r"\s?[ \t]*(?:[:=|(?]|[\u2013\u2014-](?=\s))[ \t]*([A-Za-z][^.;:|()\n\u2022\d]{2,60}?)[ \t]*(?=[.;|)\n\u2022]|\Z)"
)
_LABEL_WORDS = 4  # words of a label beside its cue: "What I have not used in years:"
_LABEL_REACH = 50  # characters between a cue and the colon of its label
_BULLET_SIGNS = " \t\"'(-\u2022\u00b7*>~+\u2013\u2014\u25aa\u25cf\u25a0\u27a2\uf0b7\u2726"
_RELATIVE = re.compile(
    r" (?:but |and |though |yet )?(?:which|that|you|your)\b"
)  # "Tools I never used but which you name: Flink"
_SAID_OF = re.compile(r", which\b[^,:;\n]*\Z")
_WHICH = re.compile(r"which\b")
_DASH = re.compile(r"[ \t]+[\u2013\u2014-][ \t]+")  # "Not mine - Terraform": a label as with a colon
_WIDE = re.compile(r"[ \t]{3,}\S")  # "JOB APPLIED FOR     Data engineer": a label as with a colon
_LABEL_ASIDE = re.compile(r"\s*\([^()\n]*\)(?=\s*:)")  # "Stack of the client (for context):"


def ruled(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of each mention behind a composed label, or in the list under one without a colon."""
    yield from over_lists.ruled(scene)
    yield from _asked(scene)
    for status, start, end, behind in _composed(scene.text):
        if _of_name(scene, start):
            continue
        # "Professional development plan": a trait or what shows one is no name that the label gives.
        if all(scene.kinds[number] in CLAIMED for number in scene.within(start, end)):
            for number, far in after_label(scene, behind - 1):
                if not (left_out if status == "negated" else _had)(scene, number, behind):
                    yield status, number, far


def _of_name(scene: Scene, start: int) -> bool:
    """Whether what reads as a label is said of a name before it, and not of what follows: "Nomad, which I never ran:"."""
    floor = scene.sentence_start(start)
    opened = _SAID_OF.search(scene.text, floor, start) or _WHICH.match(scene.text, start)
    return opened is not None and bool(scene.within(floor, opened.start()))


def _asked(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """The answers to questions that are composed as labels of wishes are: "What's next? Python, in the new year"."""
    for at in places(scene.text, "? "):
        question = scene.text[scene.sentence_start(at) : at].lower()
        if len(question) <= _LONGEST_LINE and composed(_YOU.sub("I", question)) == "aspirational":
            for number in scene.within(at, own_clause(scene.text, at, scene.sentence_end(at + 1))):
                if scene.kinds[number] not in CLAIMED:
                    yield "aspirational", number, scene.starts[number] - at


def sought(scene: Scene, start: int) -> Iterator[int]:
    """The mentions of the first line under a heading of what is sought, where it is nothing but the title of a post."""
    while scene.text[start : start + 1].isspace():
        start += 1
    end = min(scene.sentence_end(start), start + _LONGEST_LINE)
    words = LETTERS.findall(scene.unnamed(start, end).lower().replace("\u2019", "'"))
    if all(word in word_set("sought") for word in words):
        yield from scene.within(start, end)


def _had(scene: Scene, number: int, since: int) -> bool:
    """Whether a mention behind a label is what its writer has been: "Goal: data engineer after three years as a DBA"."""
    return AFTER_YEARS.search(scene.text, since, scene.starts[number]) is not None


@lru_cache(maxsize=4)
def _composed(text: str) -> tuple[tuple[str, int, int, int], ...]:
    """The composed labels of a text: their status, their span, and where their colon ends; skills and behaviours both
    ask for them."""
    found = []
    colon = text.find(":")
    while colon >= 0:
        # A label stands in one line, and few lines hold a colon.
        start, end = text.rfind("\n", 0, colon), text.find("\n", colon)
        end = len(text) if end < 0 else end
        for match in _LABEL.finditer(text, max(0, start), end):
            first, stop = match.span(1)
            apart = match.group(1).rfind(" - ") + 1 or match.group(1).rfind(" \u2013 ") + 1
            comma = match.group(1).rfind(", ") + 1
            # "Infrastructure - by others: ...", "Not part of my duties, hence not among my skills: ..."
            for begin in (first, *((first + apart + 2,) if apart else ()), *((first + comma + 1,) if comma else ())):
                if status := composed(text[begin:stop]) or (_keyed(text, begin, stop) if begin == first else ""):
                    found.append((status, begin, stop, match.end()))
                    break
        colon = text.find(":", end)
    return tuple(found)


def _keyed(text: str, start: int, end: int) -> str:
    """The status of a label that heads columns too, where it begins its line: "Never: Java"."""
    told = columns().get(text[start:end].lower(), "")
    return told if told == "negated" else ""


def remarked(scene: Scene, end: int) -> tuple[str, int]:
    """(status, where it ends) of a remark that is composed as labels are, behind a sign behind a name that ends at a place.

    "Ansible - sadly not", "Flink: not learned yet", "Helm (still to come)". A remark that tells of a limit ("not in
    production") denies nothing else.
    """
    match = _REMARK.match(scene.text, end)
    if match is None or scene.within(end, match.end()):
        return "", end
    return composed(match.group(1), remark=True), match.end()


def headed(scene: Scene, start: int, end: int) -> Ruled:
    """What a label rules, if it is one: a colon behind it, or a line of its own over a list."""
    if "\n" in scene.text[start:end]:
        return
    aside = _LABEL_ASIDE.match(scene.text, end)
    if aside:
        end = aside.end()
    if _of_name(scene, start):
        return
    begin = line_start(scene.text, start)
    alone = not scene.text[begin:start].strip(_BULLET_SIGNS)
    opens = scene.text[start - 1 : start] == "("
    first = alone or opens or not scene.text[scene.sentence_start(start) : start].strip(_BULLET_SIGNS)
    dash = _DASH.match(scene.text, end) if first else None
    if dash:
        stop = scene.sentence_end(dash.end())
        for number in scene.within(dash.end(), stop):
            yield number, scene.starts[number] - end
    elif first and _WIDE.match(scene.text, end):
        for number in scene.within(end, scene.end_of_names(end)):
            yield number, scene.starts[number] - end
    elif scene.text[end : end + 3].lstrip()[:1] == ":" or in_label(scene, start, end):
        yield from after_label(scene, end)
    elif alone and begin and not scene.within(start, end) and scene.lists_names(end):
        yield from scene.forward(end, 1, skip_soft=False)  # a line of its own: "missing Deep Learning, Docker"
    elif alone:
        yield from scene.list_below(end)


def in_label(scene: Scene, start: int, end: int) -> bool:
    """Whether a cue stands in a short label: few words, no mention, from the sentence's start to a colon."""
    colon = scene.text.find(":", end, end + _LABEL_REACH)
    most = _LABEL_WORDS
    if colon < 0 or "\n" in scene.text[end:colon]:
        return False
    begin = max(scene.sentence_start(start), line_start(scene.text, start))
    around = scene.text[begin:start] + " " + scene.text[end:colon]
    return (
        not any(sign in around.strip(_BULLET_SIGNS) for sign in ',.;:?"\u201d')
        and len(WRITTEN_WORDS.findall(around))
        <= (most if scene.text[begin:start].strip(_BULLET_SIGNS) and scene.text[start] != "I" else most + 4)
        and not [number for number in scene.within(begin, colon) if not (start <= scene.starts[number] < end)]
    )


def has_object(scene: Scene, end: int, status: str) -> bool:
    """Whether a cue that ends at a place has an object of its own before the next colon.

    Then that is denied or wished for, and not what the colon introduces: "Never late with a release: Jenkins",
    "Enthusiastic about data: pandas". Words that fill a label of the status, or tell time and place, are no object.
    """
    colon = scene.text.find(":", end, end + _LABEL_REACH)
    if (
        colon < 0
        or "\n" in scene.text[end:colon]
        or scene.within(end, colon)
        or CIRCUMSTANCES.match(scene.text, end)
        or _RELATIVE.match(scene.text, end)
    ):
        return False
    vocabulary = next(one for one in vocabularies() if one.status == status)
    between = LETTERS.findall(scene.text[end:colon].lower().replace("\u2019", "'"))
    known = vocabulary.heads | vocabulary.fillers | vocabulary.objects
    return not all(word in known or word.isdigit() for word in between)


def after_label(scene: Scene, end: int) -> Ruled:
    """What the label before a colon rules: the rest of its sentence, or the list under it."""
    colon = scene.text.find(":", end)
    stop = scene.end_of_names(colon)
    if bracket_around(scene.text, max(0, end - _LABEL_REACH), colon) >= 0:
        closing = scene.text.find(")", colon, stop)
        stop = closing if closing >= 0 else stop  # "PyTorch (soon: JAX), Keras"
    stop = own_clause(scene.text, colon + 1, stop)  # "Want: Flink, Beam - my current stack is Airflow"
    inside = scene.within(colon, stop)
    for number in inside:
        yield number, scene.starts[number] - end
    if not inside:
        yield from scene.list_below(colon)


def under_label(scene: Scene, start: int, end: int) -> list[tuple[int, int]]:
    """What stands behind the label that a cue is part of; nothing where it is part of none."""
    return list(after_label(scene, end)) if in_label(scene, start, end) else []
