"""The style rules of a page, as far as they decide whether text is seen, and their cascade. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aimatch.errors import LimitExceeded
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_DECLARATION = re.compile(
    r"(?<![\w-])([\w-]++)\s*+:\s*+((?:[^;\"'()]|\"[^\"]*\"|'[^']*'|\((?:[^()]|\([^()]*\))*+\))*+)"
)
_SIMPLE = re.compile(r"([a-zA-Z][\w-]*|\*)?((?:[.#][\w-]+)*)")
_PART = re.compile(r"([.#])([\w-]+)")
_CONDITION = re.compile(r"[:\[]")
# What only holds while someone points at something, and what is not an element of the page.
_UNAPPLIED = re.compile(r"::|:(?:hover|focus|active|visited|target|checked|before|after|first-l)")
_FEATURE = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*))?\)")

_SCREEN = 1280
"""Width of the screen, in pixels, on which media queries are decided."""
_WORK_PER_CHARACTER = 50
"""Selectors times elements, for each character that a file may yield: more would take longer than it is worth."""
_PATH_COST = 30
"""What looking at an element by XPath costs, against looking it up."""
_DEEP = 20
_LONG_VALUE = 200
_ROOT_SIZE = 16.0

# Only what can hide text is kept of a rule.
_KEPT = frozenset(
    [
        "display",
        "float",
        "padding",
        "padding-left",
        "padding-right",
        "margin",
        "margin-right",
        "border",
        "visibility",
        "opacity",
        "color",
        "background",
        "background-color",
        "background-image",
        "background-clip",
        "font",
        "font-size",
        "-webkit-background-clip",
        "-webkit-text-fill-color",
        "position",
        "left",
        "right",
        "top",
        "bottom",
        "text-indent",
        "margin-left",
        "width",
        "height",
        "max-height",
        "max-width",
        "overflow",
        "overflow-x",
        "overflow-y",
        "clip",
        "clip-path",
        "transform",
        "filter",
        "animation",
        "animation-name",
        "transition",
        "text-shadow",
        "white-space",
        "mso-hide",
        "flex-direction",
        "grid-template-columns",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    selectors: str
    declarations: dict[str, tuple[str, bool]]


class Sheet:
    """The style rules of one document, and which elements they reach."""

    def __init__(self, root: Element, *, name: str | None, limits: Limits) -> None:
        self._most_work = _WORK_PER_CHARACTER * limits.max_characters
        self._name = name
        self._root = root
        self._found: dict[Element, list[tuple[bool, tuple[int, int, int], int, str, str]]] = {}
        self._variables: dict[str, str] = {}
        self._order = 0
        self._work = 0
        rules = [rule for style in root.iter("style") for rule in _rules(style.text or "")]
        if rules:
            self._index()
        for rule in rules:
            self._apply(rule)

    def of(self, element: Element) -> dict[str, str]:
        """The winning declaration of each property that reaches an element, its ``style`` attribute included."""
        entries = self._found.get(element, [])
        inline = element.get("style")
        if inline:
            inside = (
                (important, (9, 0, 0), self._order, prop, value)
                for prop, (value, important) in parse_declarations(inline).items()
            )
            entries = [*entries, *inside]
        if not entries:
            return {}
        return {prop: self._resolve(value) for _, _, _, prop, value in sorted(entries)}

    def _resolve(self, value: str) -> str:
        for _ in range(_DEEP):
            if "var(" not in value or len(value) > _LONG_VALUE:
                break
            value = _VAR.sub(lambda match: self._variables.get(match[1], match[2] or "unknown"), value)
        return value

    def _index(self) -> None:
        self._all: list[Element] = [element for element in self._root.iter() if isinstance(element.tag, str)]
        self._by: dict[tuple[str, str], list[Element]] = {}
        for element in self._all:
            self._by.setdefault(("", str(element.tag).lower()), []).append(element)
            for each in set((element.get("class") or "").split()):
                self._by.setdefault((".", each), []).append(element)
            if element.get("id"):
                self._by.setdefault(("#", element.get("id") or ""), []).append(element)

    def _apply(self, rule: _Rule) -> None:
        for selector in rule.selectors.split(","):
            selector = selector.strip()
            if selector in {":root", "html", "body", "*"}:
                variables = {prop: value for prop, (value, _) in rule.declarations.items() if prop[:2] == "--"}
                self._variables.update({prop: value for prop, value in variables.items() if len(value) <= _LONG_VALUE})
            kept = {prop: said for prop, said in rule.declarations.items() if prop in _KEPT}
            if not kept:
                continue
            self._order += 1
            matched, specificity = self._match(selector)
            for element in matched:
                entries = self._found.setdefault(element, [])
                entries += [
                    (important, specificity, self._order, prop, value) for prop, (value, important) in kept.items()
                ]

    def _match(self, selector: str) -> tuple[list[Element], tuple[int, int, int]]:
        simple = _SIMPLE.fullmatch(selector)
        if simple and selector:
            parts = [(kind, value) for kind, value in _PART.findall(simple[2])]
            if simple[1] and simple[1] != "*":
                parts.append(("", simple[1].lower()))
            ids, classes = (sum(kind == sign for kind, _ in parts) for sign in "#.")
            candidates = [self._by.get(part, []) for part in parts] or [self._all]
            shortest = min(candidates, key=len)
            self._spend(len(shortest) * len(parts))
            rest = [set(others) for others in candidates if others is not shortest]
            matched = [element for element in shortest if all(element in others for others in rest)]
            return matched, (ids, classes, len(parts) - ids - classes)
        return self._match_path(selector)

    def _match_path(self, selector: str) -> tuple[list[Element], tuple[int, int, int]]:
        from cssselect import HTMLTranslator, SelectorError, parse
        from lxml import etree

        # Frameworks bring thousands of rules for classes that the page does not use.
        plain = _CONDITION.split(selector, maxsplit=1)[0]
        if _UNAPPLIED.search(selector) or any(part not in self._by for part in _PART.findall(plain)):
            return [], (0, 0, 0)
        self._spend(len(self._all) * _PATH_COST)
        try:
            parsed = parse(selector)
            if len(parsed) != 1 or parsed[0].pseudo_element is not None:
                return [], (0, 0, 0)
            path = HTMLTranslator().selector_to_xpath(parsed[0])
            found = self._root.xpath(path)
        except (SelectorError, etree.XPathError, RecursionError):
            return [], (0, 0, 0)  # a browser skips a rule that it does not understand, too
        return [element for element in found if isinstance(element.tag, str)], parsed[0].specificity()

    def _spend(self, work: int) -> None:
        self._work += work
        if self._work > self._most_work:
            raise LimitExceeded(
                "has too many style rules for its size", source=self._name, place="<style>", remedy="save it as PDF"
            )


def parse_declarations(text: str) -> dict[str, tuple[str, bool]]:
    """Property -> (value, whether it is ``!important``), the last of each; names in lower case."""
    found: dict[str, tuple[str, bool]] = {}
    for match in _DECLARATION.finditer(_COMMENT.sub(" ", text)):
        value = match[2].strip().lower()
        important = value.endswith("important") and "!" in value
        found[match[1].lower()] = (value.partition("!")[0].strip() if important else value, important)
    return found


def _rules(sheet: str, depth: int = 0) -> Iterator[_Rule]:
    text = _COMMENT.sub(" ", sheet).replace("<!--", " ").replace("-->", " ")
    at = 0
    while (opening := text.find("{", at)) >= 0:
        head = text[at:opening].rpartition(";")[2].strip()
        closing = _closing(text, opening)
        body = text[opening + 1 : closing]
        at = closing + 1
        if not head.startswith("@"):
            yield _Rule(selectors=head, declarations=parse_declarations(body))
        elif depth < _DEEP and _applies(head):
            yield from _rules(body, depth + 1)


def _closing(text: str, opening: int) -> int:
    depth = 0
    for match in re.compile(r"[{}]").finditer(text, opening):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return len(text)


def _applies(head: str) -> bool:
    kind, _, query = head[1:].partition(" ")
    if kind.lower() in {"supports", "layer"}:
        return True
    if kind.lower() != "media":
        return False
    return any(_query_holds(each.strip().lower()) for each in query.split(","))


def _query_holds(query: str) -> bool:
    for word in query.split(" and "):
        feature = _FEATURE.fullmatch(word.strip())
        if feature:
            width = float(feature[2]) * (1 if feature[3] == "px" else _ROOT_SIZE)
            if not (width <= _SCREEN if feature[1] == "min" else width >= _SCREEN):
                return False
        elif word.strip() not in {"screen", "all", "only screen"}:
            return False
    return True
