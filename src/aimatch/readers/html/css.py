"""As much of CSS as decides whether text is seen: rules, their cascade, colours and lengths. Nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aimatch.errors import LimitExceeded
from aimatch.readers.colour import BLACK, WHITE, parse_hex
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
_RGB = re.compile(r"rgba?\(\s*([^()]*)\)")
_HSL = re.compile(r"hsla?\(\s*([^()]*)\)")
_LENGTH = re.compile(r"([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))\s*(px|pt|em|rem|ex|ch|%|in|cm|mm|vw|vh|)")

_SCREEN = 1280
"""Width of the screen, in pixels, on which media queries are decided."""
_WORK_PER_CHARACTER = 50
"""Selectors times elements, for each character that a file may yield: more would take longer than it is worth."""
_PATH_COST = 30
"""What looking at an element by XPath costs, against looking it up."""
_DEEP = 20
_LONG_VALUE = 200
_ROOT_SIZE = 16.0
_PIXELS = {"px": 1.0, "pt": 4 / 3, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": 16.0, "vw": 12.8, "vh": 7.2, "": 1.0}
_RELATIVE = {"em": 1.0, "%": 0.01, "ex": 0.5, "ch": 0.5}

# Only what can hide text is kept of a rule.
_KEPT = frozenset(
    [
        "display",
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
    ]
)
# The basic colours, and those of the 148 names that can pass for white or black.
_NAMES = {
    "white": WHITE,
    "black": BLACK,
    "silver": "c0c0c0",
    "gray": "808080",
    "grey": "808080",
    "maroon": "800000",
    "red": "ff0000",
    "purple": "800080",
    "fuchsia": "ff00ff",
    "green": "008000",
    "lime": "00ff00",
    "olive": "808000",
    "yellow": "ffff00",
    "navy": "000080",
    "blue": "0000ff",
    "teal": "008080",
    "aqua": "00ffff",
    "orange": "ffa500",
    "snow": "fffafa",
    "ivory": "fffff0",
    "ghostwhite": "f8f8ff",
    "floralwhite": "fffaf0",
    "whitesmoke": "f5f5f5",
    "mintcream": "f5fffa",
    "azure": "f0ffff",
    "aliceblue": "f0f8ff",
    "honeydew": "f0fff0",
    "seashell": "fff5ee",
    "lavenderblush": "fff0f5",
    "oldlace": "fdf5e6",
    "linen": "faf0e6",
    "lightgray": "d3d3d3",
    "lightgrey": "d3d3d3",
    "gainsboro": "dcdcdc",
    "darkgray": "a9a9a9",
    "darkgrey": "a9a9a9",
    "dimgray": "696969",
    "dimgrey": "696969",
    "midnightblue": "191970",
    "darkslategray": "2f4f4f",
}

Declarations = Mapping[str, str]


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


def parse_colour(value: str | None) -> tuple[str | None, float]:
    """A CSS colour and its opacity 0..1: six digits, a name that is not known here as it is, ``None`` for no colour."""
    text = (value or "").strip().lower()
    if text in {"", "inherit", "initial", "unset", "revert", "currentcolor", "auto", "unknown", "none"}:
        return None, 1.0
    if text == "transparent":
        return None, 0.0
    if text.startswith("#"):
        return _parse_digits(text[1:])
    for pattern, convert in ((_RGB, _rgb), (_HSL, _hsl)):
        match = pattern.fullmatch(text)
        if match:
            parts = [part for part in re.split(r"[\s,/]+", match[1].strip()) if part]
            try:
                return convert(parts[:3]), _fraction(parts[3]) if len(parts) > 3 else 1.0
            except (ValueError, IndexError):
                return None, 1.0
    return (_NAMES.get(text, text), 1.0) if text.isalpha() else (None, 1.0)


def _parse_digits(digits: str) -> tuple[str | None, float]:
    if len(digits) in {3, 4}:
        digits = "".join(digit * 2 for digit in digits)
    opacity = 1.0
    if len(digits) == 8 and parse_hex(digits[2:]):
        digits, opacity = digits[:6], int(digits[6:], 16) / 255
    return parse_hex(digits), opacity


def _fraction(text: str) -> float:
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def _rgb(parts: list[str]) -> str:
    channels = [float(part[:-1]) * 2.55 if part.endswith("%") else float(part) for part in parts]
    red, green, blue = (round(max(0.0, min(255.0, channel))) for channel in channels)
    return f"{red:02x}{green:02x}{blue:02x}"


def _hsl(parts: list[str]) -> str:
    import colorsys

    hue = float(parts[0].removesuffix("deg")) % 360 / 360
    red, green, blue = colorsys.hls_to_rgb(hue, _fraction(parts[2]), _fraction(parts[1]))
    return _rgb([str(red * 255), str(green * 255), str(blue * 255)])


def pixels(value: str | None, em: float = _ROOT_SIZE) -> float | None:
    """A CSS length in pixels, ``em`` being what relative units count from; ``None`` for anything else."""
    match = _LENGTH.fullmatch(value.strip()) if value else None
    if not match:
        return None
    factor = _PIXELS.get(match[2])
    return float(match[1]) * (factor if factor is not None else _RELATIVE[match[2]] * em)
