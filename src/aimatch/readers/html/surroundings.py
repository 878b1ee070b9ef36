"""What a web page shows around a resume: its navigation, its foot, notices about cookies, what its forms offer.

A tag alone decides nothing, since people set a resume in any of them: skills in an ``<aside>``, a sidebar in a ``<nav>``, references
in a ``<footer>``. So a menu must be nearly all links, each of a few words; of a foot go the rows of links and the lines
that tell of the page; a notice must speak of cookies and ask for consent. Of what a form offers, only what is chosen is read.
What is left out is not hidden text either, be it seen or not: menus for phones and notices already answered are not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from aimatch.data import table

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

_MENU_ROLES = frozenset(["navigation", "menu", "menubar"])
_NOTICE_ROLES = frozenset(["dialog", "alertdialog", "alert", "banner", "region"])
_COMMANDS = frozenset(["a", "button"])
#: What holds the page itself, or one of several things of one kind.
_WHOLE = frozenset(["html", "body", "main", "article"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BESIDE = frozenset(["aside", "section", "div", "ul"])
#: Of a menu, so much of its words stands outside of links at most (the page one is on, a label), and this is always allowed.
_LOOSE_SHARE, _LOOSE = 0.25, 3
#: A link of a menu has so many words at most in the mean; what tells more is no menu.
_LINK_WORDS = 4.0
#: A line of a page's foot that tells of the page has so many words at most; a notice so many.
_IMPRINT_WORDS, _NOTICE_WORDS = 25, 1_500
#: Icon fonts whose icons are words in the page's text ("school", "work") that the font draws as one picture.
_ICON = re.compile(r"(?:^|\s)material-(?:icons|symbols)")
_WORD = re.compile(r"[^\W_]+")
_TOKENS = re.compile(r"[a-z]+|[A-Z][a-z]*")
#: More than so many candidates are not looked at: no page of one resume has them.
_MOST = 100
#: So far up a heading's part of the page is looked for.
_LEVELS = 8


def left_out(root: Element) -> frozenset[Element]:
    """The elements of a page that are no part of the resume."""
    return frozenset(_found(root))


def _found(root: Element) -> Iterator[Element]:
    looked = 0
    for element in root.iter():
        tag = element.tag
        if not isinstance(tag, str) or tag in _WHOLE:
            continue
        said = element.attrib
        if tag == "option":
            if "selected" not in said:
                yield element
        elif tag in {"input", "search"} or said.get("role") == "search" or _ICON.search(said.get("class", "")):
            if tag != "input":
                yield element
            elif said.get("type", "").lower() in {"checkbox", "radio"} and "checked" not in said:
                yield from _label(element)
        elif looked < _MOST and (tag in {"nav", "footer", "dialog"} or tag in _HEADINGS or said):
            kinds = _kinds(element)
            looked += bool(kinds)
            if ("menu" in kinds and _is_menu(element)) or ("notice" in kinds and _asks_consent(element)):
                yield element
            elif "foot" in kinds:
                yield from _imprint(element)
            elif "others" in kinds and (beside := _headed(element)) is not None:
                yield beside


def _kinds(element: Element) -> set[str]:
    """What an element may be by its tag, its role and its names."""
    tag, said = element.tag, element.attrib
    if tag in _HEADINGS:
        return {"others"} if _written(element).casefold() in _words("others") else set()
    role = said.get("role", "")
    kinds = set()
    named = _named(f"{said.get('class', '')} {said.get('id', '')}")
    if tag == "nav" or role in _MENU_ROLES or "menus" in named:
        kinds.add("menu")
    if tag == "dialog" or role in _NOTICE_ROLES or "cookie" in said.get("aria-label", "").lower() or "notices" in named:
        kinds.add("notice")
    if (tag == "footer" or role == "contentinfo") and not any(
        up.tag in {"article", "li"} for up in element.iterancestors()
    ):
        kinds.add("foot")
    return kinds


@lru_cache(maxsize=1024)
def _named(names: str) -> tuple[str, ...]:
    """Which lists the words within a class and an id belong to."""
    words = {word.lower() for word in _TOKENS.findall(names)}
    return tuple(name for name in ("menus", "notices") if not words.isdisjoint(_words(name)))


@cache
def _words(name: str) -> frozenset[str]:
    """One list of ``language/pages.toml``."""
    return frozenset(table("language/pages")[name])


def _written(element: Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _commands(element: Element) -> list[str]:
    """What the links and buttons of an element read."""
    return [_written(one) for one in element.iter(*_COMMANDS) if next(one.iterancestors(*_COMMANDS), None) is None]


def _is_menu(element: Element) -> bool:
    """Whether an element holds links of a few words and next to nothing else."""
    lengths = [len(_WORD.findall(one)) for one in _commands(element)]
    links, words = sum(lengths), len(_WORD.findall(_written(element)))
    loose = words - links
    return bool(links) and loose <= max(_LOOSE, _LOOSE_SHARE * words) and links <= _LINK_WORDS * len(lengths)


def _imprint(foot: Element) -> Iterator[Element]:
    """What of a page's foot is its own: rows of links, and lines that tell of the page."""
    if _is_menu(foot):
        yield foot
        return
    done: list[Element] = []
    for part in foot.iter():
        if not isinstance(part.tag, str) or part.tag in {"a", "br"} or any(up in done for up in part.iterancestors()):
            continue
        text = _written(part)
        told = len(text.split()) <= _IMPRINT_WORDS and any(word in text.casefold() for word in _words("imprint"))
        if (told and not any(_is_line(one) for one in part.iterdescendants())) or (part is not foot and _is_menu(part)):
            done.append(part)
            yield part


def _is_line(element: Element) -> bool:
    return element.tag in {"p", "div", "li", "ul", "section", "small", "dl", "table", *_HEADINGS}


def _asks_consent(element: Element) -> bool:
    """Whether a notice speaks of cookies and has a button to accept or refuse them: a project may be about such notices."""
    words = _written(element).casefold().split()
    if len(words) > _NOTICE_WORDS or not any("cookie" in word for word in words):
        return False
    return any(asked in text.casefold() for text in _commands(element) for asked in _words("consent"))


def _headed(heading: Element) -> Element | None:
    """What a heading stands at the head of: the largest part of the page that begins with it and holds no other."""
    found, first = None, _written(heading)
    for up in islice(heading.iterancestors(), _LEVELS):
        if up.tag not in {*_BESIDE, "header"} or any(one is not heading for one in up.iter(heading.tag, "h1")):
            break
        written = _written(up)
        if not written.startswith(first) or 2 * len(written) > len(_written(heading.getroottree().getroot())):
            break
        if up.tag in _BESIDE:
            found = up
    return found


def _label(box: Element) -> Iterator[Element]:
    """The label of a box that is not ticked, within a form: elsewhere boxes open and close what stands below them."""
    if next(box.iterancestors("form", "fieldset"), None) is None:
        return
    around = next(box.iterancestors("label"), None)
    beside = box.getnext()
    if around is not None:
        yield around
    elif beside is not None and beside.tag == "label":
        yield beside
