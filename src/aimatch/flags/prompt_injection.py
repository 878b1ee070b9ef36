"""prompt-injection: text addressed to a machine that screens, visible or hidden."""

from __future__ import annotations

from aimatch.extract.sentences import sentences
from aimatch.flags import words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Evidence


def check(case: Case) -> Finding | None:
    """Instructions to a screening machine, unless the sentence describes defending against such."""
    places = _addressed(case.text, case)
    hidden = [one for one in case.evidence.resume.document.hidden if words.first(one.quote, "injection")]
    places += [
        Evidence(quote=one.quote, start=0, end=0, page=one.page, note=f"hidden ({one.technique}) {one.place}".strip())
        for one in hidden
    ]
    if not places:
        return None
    return Finding(
        message="The resume holds text that is addressed to a screening machine. Who put it there, and why?",
        evidence=tuple(places),
    )


def _addressed(text: str, case: Case) -> list[Evidence]:
    places = []
    marks = sentences(text)
    for match in words.found(text, "injection"):
        start, end = marks.around(match.start())
        # "classifier that blocks attempts such as ...": a description, most often with the phrase in quotes.
        quoted = text[match.start() - 1 : match.start()] in ('"', "'", "\u201c", "\u2018", "\u00ab")
        if quoted or words.first(text[start:end], "injection_described"):
            continue
        places.append(case.quote(start, end))
    return places


FLAG = Heuristic(
    id="prompt-injection",
    severity="serious",
    title="Text addressed to a screening machine",
    reason="It is meant to sway a machine instead of a reader. It earns nothing here, since no instruction is followed.",
    source="OWASP Top 10 for LLM applications, LLM01: prompt injection",
    innocent_explanations=(
        "a quotation in the account of security work",
        "a protest or a joke about automated screening",
        "text put in by an agency or a template without the person's knowledge",
    ),
    check=check,
)
