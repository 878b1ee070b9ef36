"""Tables whose columns are degrees of use or persons: "| daily | never |", "| Tool | me | Tunde |", "skill,have,want",
"Work package | Carried out by".

A header tells what a column means (``[columns]`` of ``language/status.toml``). Names under it are what it says; a mark under
it says so of the name in its row. Beside a column of the writer's own, columns of nothing but marks are those of other
persons; and of rows that tell by whom something was done, one has to name the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aimatch import data
from aimatch.extract.lines import line_end, line_start
from aimatch.extract.rules.listed import Deferred, cased
from aimatch.extract.rules.scopes import columns
from aimatch.extract.status.scene import CLAIMED, LEAST, Scene
from aimatch.extract.status.vocabulary import keyed
from aimatch.wordlist import words_in

_RULE = Deferred(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_GAPPED = Deferred(r"\S+(?: {1,2}\S+)*")
_VALUES = re.compile(r"[,;](?<=[^\W\d_].)(?=[^\W\d_])")  # between two headers of a file of values
_GAP = "   "  # what parts cells without a sign
_OFF = cased(r"[:=][ \t]*(?:{cells.off})[ \t]*,?(?=\n|\Z)")
_ME = Deferred(r"(?<=[ (])(?:{cells.me})\b\)?[ \t]*(?:[.;,\n]|\Z)")
_NEAREST = -2  # what another cell says is a part of it: "| no | yes |" under "| now | next year |"
_OWN = frozenset({"asserted", "negated", "aspirational"})
_WHO_WORDS = 5  # of a cell that names people

_ITEM = Deferred(r"[^;\n.]+(?:\.(?! [A-Z]|\n|\Z)[^;\n.]*)*")
_WHOSE = Deferred(r"(?: [a-z]+){0,2}(?::|,| ?[\u2013\u2014=-]| \()[ \t]*([^:\n]+)")
_PERSON = r"(?:[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019.-]+)?|[Tt]he [\w -]{2,24})"
_PERSONS = Deferred(rf"{_PERSON}(?:(?:,| and| &|, and) {_PERSON}){{0,3}}")

#: A cell: where its text stands.
_Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Table:
    """The header of a table and its rows, each as long as the header; ``ruled``: whether a line sets the header off."""

    header: list[str]
    rows: list[list[_Cell]]
    ruled: bool


def ruled(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of each mention of which a table tells that it is denied, wished for or others'."""
    for table in _tables(scene.text):
        roles = [_role(cell) for cell in table.header]
        # Of headers without a rule beneath them two have to tell something: "I use now    I want to learn", "Goal    By when".
        if table.ruled or len({role for role in roles if role in _OWN}) > 1 or _is_dated(table, roles):
            yield from ((*told, LEAST if table.ruled else _NEAREST) for told in _under(scene, table, roles))
        yield from ((*told, _NEAREST) for told in (*_marked(scene, table, roles), *_by_whom(scene, table, roles)))
    yield from ((*told, _NEAREST) for told in _shared(scene))
    for field in _OFF.finditer(scene.text):
        line = line_start(scene.text, field.start())
        if line and _role(scene.text[line : field.start()]) == "asserted":  # "known: false" below the name
            above = line_start(scene.text, line - 1)
            yield from (("negated", number, 1) for number in scene.within(above, line))


@lru_cache(maxsize=1024)
def _role(cell: str) -> str:
    """What a header says of its column: a status, "asserted", "who" or ""."""
    low = cell.strip(" \t*_\"'?:").lower().replace("\u2019", "'")
    table = data.table("language/status")
    if low in table["cells"]["mine"] or low in table["cells"]["known"]:
        return "asserted"
    if low in table["cells"]["who"]:
        return "who"
    return keyed(cell)


def _is_dated(table: _Table, roles: Sequence[str]) -> bool:
    """Whether all headers but one, which tells of wishes, tell when or why."""
    when = data.table("language/status")["cells"]["when"]
    others = [cell for cell, role in zip(table.header, roles, strict=True) if role != "aspirational"]
    return len(others) == len(roles) - 1 and all(cell.strip(" \t*_:").lower() in when for cell in others)


def _under(scene: Scene, table: _Table, roles: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The names under headers; one of what is known says so only beside another one."""
    several = len({role for role in roles if role in _OWN}) > 1
    for place, cell in enumerate(table.header):
        told = roles[place] if several and roles[place] in _OWN else columns().get(cell.strip(" \t*_").lower(), "")
        if told:
            for row in table.rows:
                yield from ((told, number) for number in scene.within(*row[place]))


def _marked(scene: Scene, table: _Table, roles: list[str]) -> Iterator[tuple[str, int]]:
    """The names of rows with a mark in a column that tells something."""
    cells = data.table("language/status")["cells"]
    if not any(roles):
        return
    said = [[scene.text[slice(*cell)].strip(" \t\"'").lower() for cell in row] for row in table.rows]
    mine = any(cell.strip(" \t*_").lower() in cells["mine"] for cell in table.header)
    for place, role in enumerate(roles):
        column = {row[place] for row in said} - {""}
        if mine and place and not role and column and column <= {*cells["on"], *cells["off"]}:
            roles[place] = "other-person"
    for row, marks in zip(table.rows, said, strict=True):
        on = {roles[place] for place, mark in enumerate(marks) if mark in cells["on"]} - {"", "who"}
        off = any(roles[place] == "asserted" for place, mark in enumerate(marks) if mark in cells["off"])
        if (
            told := "asserted"
            if "asserted" in on
            else on.pop()
            if len(on) == 1
            else "negated"
            if off and not on
            else ""
        ):
            yield from (
                (told, number) for place, cell in enumerate(row) if not roles[place] for number in scene.within(*cell)
            )


def _by_whom(scene: Scene, table: _Table, roles: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The names of rows that name others, in a column where another row names the writer."""
    mine = data.table("language/status")["cells"]["mine"]
    for place, role in enumerate(roles):
        said = [scene.text[slice(*row[place])].strip(" \t*_.").lower() for row in table.rows]
        own = [one in mine and (role == "who" or len(one) > 1) for one in said]
        if role in ("who", "") and any(own) and not all(own):
            for row, one in zip(table.rows, said, strict=True):
                others = one and not set(mine).intersection(re.findall(r"\w+", one)) and len(one.split()) <= _WHO_WORDS
                named = any(scene.kinds[number] not in CLAIMED for number in scene.within(*row[place]))
                if others and (role == "who" or not named):
                    for other, cell in enumerate(row):
                        yield from (("other-person", number) for number in scene.within(*cell) if other != place)


def _shared(scene: Scene) -> Iterator[tuple[str, int]]:
    """The names beside other persons in a list that names the writer too: "Kafka: Nico; Terraform: Ana and Luis; Git: me"."""
    text, told = scene.text, data.table("language/status")["cells"]
    me = {*told["mine"], *told["me"]}
    if words_in(text).isdisjoint(one.rpartition(" ")[2] for one in told["me"]) or _ME.search(text) is None:
        return
    group: list[tuple[str, range]] = []
    for item in (*_ITEM.finditer(text), None):
        named = scene.within(*item.span()) if item else range(0)
        # A person's name may be read as a skill's: "Terraform: Luis".
        found = (_WHOSE.match(text, scene.spans[number][1], item.end()) for number in named) if item else ()
        who = next(filter(None, found), None)
        person = who.group(1).strip(" .)") if who else ""
        if person.lower() in me or _PERSONS.fullmatch(person):
            group.append((person.lower(), named))
        elif item is None or item.group().strip():
            if any(person in me for person, _ in group):
                yield from (("other-person", number) for person, of in group if person not in me for number in of)
            group = []


def _tables(text: str) -> Iterator[_Table]:
    """The tables of a text, whose cells rules, tabs, gaps or the signs of a file of values part."""
    starts: dict[int, str] = {}  # of the lines with such a sign
    for sign in ("|", "\t", _GAP):
        at = text.find(sign)
        while at >= 0:
            starts.setdefault(line_start(text, at), sign)
            end = text.find("\n", at)
            at = text.find(sign, end) if end >= 0 else -1
    for match in _VALUES.finditer(text):
        starts.setdefault(line_start(text, match.start()), match.group())
    done = 0
    for start, sign in sorted(starts.items()):
        lines: list[_Cell] = []
        while start >= done and (line := text[start : line_end(text, start)]) and sign in line.strip():
            if not lines and sign == _GAP and not any(_role(cell) for cell in _GAPPED.findall(line)):
                break  # most lines with a gap head no table
            lines.append((start, start + len(line)))
            start += len(line) + 1
        done = max(done, start) if lines else done
        if len(lines) > 1 and (table := _table(text, lines, sign)):
            yield table


def _table(text: str, lines: list[_Cell], sign: str) -> _Table | None:
    ruled = sign == "|" and _RULE.fullmatch(text, *lines[1]) is not None
    if sign == _GAP:
        start = lines[0][0]
        columns = [match.span() for match in _GAPPED.finditer(text, *lines[0])]
        if columns and columns[0][0] - start >= len(_GAP):
            columns.insert(0, (start, start))  # no header over the names
        rows = [_gapped(text, line, [(first - start, last - start) for first, last in columns]) for line in lines[1:]]
    else:
        framed = sign == "|" and all(text[slice(*line)].lstrip().startswith("|") for line in lines)
        parted = [_cells(text, line, sign, framed) for line in lines if not _RULE.fullmatch(text, *line)]
        if not parted:
            return None  # rules and nothing between them
        columns, *rows = parted
    width = len(columns)
    if width < 2 or not rows:
        return None
    filled = [[*row, *[(row[-1][1], row[-1][1])] * (width - len(row))][:width] for row in rows if row]
    return _Table([text[slice(*cell)].strip() for cell in columns], filled, ruled)


def _cells(text: str, line: _Cell, sign: str, framed: bool) -> list[_Cell]:
    start, end = line
    if framed:
        start = text.index("|", start) + 1
        end = start + len(text[start:end].rstrip().removesuffix("|"))
    cells = []
    for cell in text[start:end].split(sign):
        cells.append((start, start + len(cell)))
        start += len(cell) + 1
    return cells


def _gapped(text: str, line: _Cell, columns: list[_Cell]) -> list[_Cell]:
    """The cells of a line that gaps part, each in the column nearest to it; nothing where two fall together."""
    row: list[_Cell] = [(line[0], line[0])] * len(columns)
    for cell in _GAPPED.finditer(text, *line):
        left, right = cell.start() - line[0], cell.end() - line[0]
        near = min(
            range(len(columns)), key=lambda n: min(abs(columns[n][0] - left), abs(sum(columns[n]) - left - right))
        )
        if row[near][1] > row[near][0]:
            return []
        row[near] = cell.span()
    return row
