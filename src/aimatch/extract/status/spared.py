"""What takes a name out of what a cue, a label or a heading rules: what a denial leaves out, what is known after all, what is over, what
the candidate took on or made."""

from __future__ import annotations

import re

from aimatch.extract.lines import line_of
from aimatch.extract.rules.grammar import grammar
from aimatch.extract.rules.listed import Deferred, any_of, cased
from aimatch.extract.rules.scopes import DONE, TAKEN_ON, TAKEN_OVER, YEAR
from aimatch.extract.status.people import owner_words, tells_of_owner
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.resume.prose import is_prose
from aimatch.wordlist import only_words

_EXCEPTIONS = any_of("exceptions")
_STILL_OPEN = any_of("still_open")
_AFFIRMED = any_of("affirmed")
_OWN = Deferred(
    r"(?: (?!(?:{own_deeds_apart})\b)[\w-]+)?(?:,(?= which))? (?:that |which )?(?:I|we) (?:(?:have|had|now|also|still|myself) )?(?:{own_deeds})\b"
    r"|(?: [\w-]+)?,? (?:to|on|in|with|for) which (?:I|we) (?:now |also |still )?(?!(?:{not_used_by})\b)\w+"
    r"| (?:{own_ways})\b|(?: [\w-]+)?, (?:\w+ )?(?:and \w+ )?by (?:me|us|myself)\b"
)
_AS_OFTEN = cased(
    r"(?: (?:code|scripts?|queries|models|it|them))? (?:{as_often})"
    r"(?= ?(?:[.,;:)\n]|\Z)| (?:any|anymore|now|but|and|or|as|because|since|these|in|at|for|though|that|so|like)\b)"
)
# "The vendor owns the model; our squad | keeps the Kafka topics", "Lead two people and | review the SQL": by the writer, too.
_OUR_GROUP = cased(r"\W*(?:(?:and|but|while) )?(?:my|our) (?:own )?(?:{own_groups}) (?!of\b)[a-z]+\b")
_LEADS_AND = cased(
    r"\W*(?:I )?(?:{leading})\b(?:(?!\b(?:who|that|which|to)\b).)*? and (?:{doing:bare}|{doing:past}) (?:[\w-]+ ){0,2}\Z"
)
# "As CTO | I run", where nothing of the candidate stands between: "I saw her run", "I worked with Anna on".
_REFEREE = cased(
    r"\b(?:I (?:{referee_does})\b|I['\u2019]m\b|[Mm]y own\b)(?:(?!\b(?:{of_candidate})\b|\b[Ww]ith\b|;).)*\Z"
)
_SPEECH = re.compile(r"[^\w\n]*[\"\u201c\u201e]([^\"\u201d\n]+)")
_PART_ENDS = re.compile(r"[,:]")
_NEXT_WORD = re.compile(r" ([\w-]+)")
_TAKEN_OVER = 150  # characters behind what others made within which it is told who took it on


def excepted(scene: Scene, number: int, since: int) -> bool:
    """Whether a mention is what a denial before it leaves out: "Kubernetes beyond kubectl"."""
    start = scene.starts[number]
    floor = max(since, scene.sentence_start(start), scene.text.rfind(",", 0, start))
    return start > floor and _EXCEPTIONS.search(scene.text, floor, start) is not None


def affirmed(scene: Scene, number: int) -> bool:
    """Whether the part of a sentence around a mention tells that it is known: "window functions on a good day"."""
    start, end = scene.spans[number]
    # Before a colon it speaks for what follows: "Terraform beyond one pilot: a test network on AWS".
    floor, stop = max(scene.sentence_start(start), scene.text.rfind(",", 0, start)), scene.sentence_end(end)
    sign = _PART_ENDS.search(scene.text, end, stop)
    return _AFFIRMED.search(scene.text, floor, sign.start() if sign else stop) is not None


def completed(scene: Scene, number: int) -> bool:
    """Whether the sentence of a mention tells of study that is over or of something made: "finished in 2023"."""
    start = scene.starts[number]
    floor, stop = scene.sentence_start(start), scene.sentence_end(start)
    if DONE.search(scene.text, floor, stop):
        return True
    return YEAR.search(scene.text, floor, stop) is not None and not _STILL_OPEN.search(scene.text, floor, stop)


def taken_over(scene: Scene, number: int) -> bool:
    """Whether the candidate took a thing on, told behind its name ("set up by a vendor; I took it over") or by the verb that
    opens its sentence ("Took over the Flink jobs that a contractor had left")."""
    start, end = scene.spans[number]
    if TAKEN_ON.match(scene.text, scene.sentence_start(start), start):
        word = _NEXT_WORD.match(scene.text, end)  # but "took over two Java developers"
        return word is None or not word.group(1).lower().removesuffix("s").endswith(grammar().trades)
    stop = min(scene.sentence_end(min(scene.sentence_end(end) + 2, len(scene.text))), end + _TAKEN_OVER)
    return TAKEN_OVER.search(scene.text, end, stop) is not None


def own(scene: Scene, number: int) -> bool:
    """Whether a clause right behind a mention tells that the candidate made or runs it: "the Spark jobs I maintain"."""
    return _OWN.match(scene.text, scene.spans[number][1]) is not None


def often(scene: Scene, number: int) -> bool:
    """Whether what is denied of a mention is how often it is used: "I no longer write Scala daily"."""
    return _AS_OFTEN.match(scene.text, scene.spans[number][1]) is not None


def acted_on(scene: Scene, number: int) -> bool:
    """Whether the clause of a mention tells what the candidate's own group does, or the candidate beside leading others."""
    start = scene.starts[number]
    floor = scene.sentence_start(start)
    return bool(
        _OUR_GROUP.match(scene.text, floor, start)
        or _LEADS_AND.match(scene.text, floor, start)
        or tells_of_owner(scene.text, floor, start)
    )


def tells_of_candidate(scene: Scene, number: int) -> bool:
    """Whether a name among references stands in what a referee tells, which is mostly of the candidate, in a line or in
    quotation marks; but not of own work: "As CTO I run Kafka"."""
    at = scene.starts[number]
    start, end = line_of(scene.text, at)
    speech = _SPEECH.match(scene.text, start, end)
    if not is_prose(scene.text[start:end]) and not (speech and at < speech.end() and is_prose(speech[1])):
        return False
    spoken = scene.kinds[number] not in CLAIMED and _REFEREE.search(scene.text, scene.sentence_start(at), at)
    return not spoken or not owner_words(scene.text).isdisjoint(only_words(spoken.group().lower()).split())


def left_out(scene: Scene, number: int, since: int) -> bool:
    """Whether a mention in a list of what is denied is left out: "no cloud beyond AWS", "Rust: well enough for scripts"."""
    return excepted(scene, number, since) or affirmed(scene, number)
