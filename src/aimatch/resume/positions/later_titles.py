"""Later titles of one job, told beside its dates or below them, and earlier ones in brackets: one position, from the first
title's beginning."""

from __future__ import annotations

import re
from dataclasses import replace

from aimatch.resume.entries import Dated, Role
from aimatch.resume.rules.jobs import Jobs, words_of
from aimatch.resume.sections import Outline

_STEPS = frozenset({"position", "none"})
#: What stands between the year of a step and the next step.
_NEXT = re.compile(r"\W*(?:[^\W\d_]+\W+)?(?:19|20)\d\d\)?\s*[,;→>]")
#: Characters between two dates of one heading.
_HEAD = 60


def without_later_titles(entries: list[tuple[Dated, Role]], outline: Outline, known: Jobs) -> list[tuple[Dated, Role]]:
    """The entries less those which name a later title of the job whose dates stand in the line above, or in the same one:
    "Software developer, since 2018 data scientist" below "10/2015 - 02/2021  Foo Ltd" is one job's title."""
    kept: list[tuple[Dated, Role]] = []
    every = [dated for dated, role in entries if role == "position"]
    entries = [(dated, role) for dated, role in entries if role != "position" or not _is_remark(dated, every)]
    jobs_dates = [dated for dated, role in entries if role == "position"]
    for dated, role in entries:
        above = kept[-1][0] if kept and kept[-1][1] == "position" else None
        steps = role == "position" or (role == "none" and outline.kind(dated.line) == "experience")
        if steps and kept and kept[-1][1] in _STEPS and _goes_on_as(dated, first := kept[-1][0], known):
            if dated.span.single:
                continue  # a step between the first and the last
            span = replace(first.span, end=dated.span.end, current=dated.span.current, single=False)
            kept[-1] = replace(first, span=span, after=dated.after), "position"
            continue
        later = (
            role == "position"
            and above is not None
            and above.last_line + 1 == dated.line
            and outline.owner[above.line] == outline.owner[dated.line]
            and not dated.bullet
            and dated.span.end is None
            and _begins_within(dated, above)
            and known.names_title(dated.before)
            and not known.names_title(above.rest)
            and not any(
                one.line == dated.last_line + 1 and known.names_title(one.before) and _begins_within(one, above)
                for one in jobs_dates
            )  # a list of the roles held there
        )
        if not (later or (role == "position" and dated.span.current and _beside(dated, jobs_dates))):
            kept.append((dated, role))
    return kept


def _goes_on_as(dated: Dated, first: Dated, known: Jobs) -> bool:
    """Whether a date tells from when the job has a further title of which the line has told the first, and its beginning:
    "Clerk (01/2021), then head clerk (since 06/2023)", "clerk 2014, dispatcher 2016, head of depot 2019 to 2023". A further
    employer makes it another job."""
    between = dated.before[len(first.before) :]
    start, begun = dated.span.start, first.span.start
    return (
        first.line == dated.line
        and first.span.single
        and begun is not None
        and start is not None
        and begun < start
        and (first.span.precision == "month" or _NEXT.match(between) is not None)
        and not (known.at_name.search(between) or known.has_legal_form(between) or _names_employer(between, known))
        and known.names_title(first.before[first.before.rfind(",") + 1 :])
        and (known.names_title(between) or not known.then.isdisjoint(words_of(between)))
    )


def _names_employer(text: str, known: Jobs) -> bool:
    """Whether one of the parts of a text is an employer: "Foo Bank, analyst", but not "lead solutions consultant"."""
    return any(known.names_employer(part) and not known.names_title(part) for part in text.split(","))


def _beside(dated: Dated, others: list[Dated]) -> bool:
    """Whether the range of the whole job, in which the date begins, stands near it in its line."""
    return any(
        one.line == dated.line
        and one is not dated
        and max(dated.span.text_start - one.span.text_end, one.span.text_start - dated.span.text_end) <= _HEAD
        and _begins_within(dated, one)
        for one in others
    )


def _is_remark(dated: Dated, others: list[Dated]) -> bool:
    """Whether a date stands with words in brackets, and the time of the whole job outside of them in the same line: "2015 -
    2022: Director, Foo Ltd (manager until 2018)"."""
    opened = dated.before.rfind("(")
    words = dated.before[opened + 1 :]
    if opened < 0 or ")" in words or not any(map(str.isalpha, words)):
        return False
    closed = dated.after.count(")") <= dated.after.count("(")
    begin = dated.span.text_start - len(words)
    return any(
        one.line == dated.line
        and (one.span.text_end <= begin or (closed and one.span.text_start > dated.span.text_end))
        and _begins_within(dated, one)
        and (one.span.end is None or (dated.span.end is not None and dated.span.end <= one.span.end))
        for one in others
    )


def _begins_within(inner: Dated, outer: Dated) -> bool:
    first, start = outer.span.start, inner.span.start
    if outer.span.single or first is None or start is None or start < first:
        return False
    return outer.span.end is None or start <= outer.span.end
