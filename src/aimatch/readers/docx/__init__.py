"""Reads DOCX: headers, body, notes and footers in the order of the page, each text once.

Visible: paragraphs, tables (nested too), lists with their signs, text boxes, content controls, links, tracked
insertions, foot- and endnotes, words of charts and SmartArt. Hidden, and reported as such: vanished, tiny or
background-coloured text, deleted and moved text, comments, descriptions of pictures, boxes off the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aimatch.errors import ReadError
from aimatch.model import Document
from aimatch.readers.archive import Archive, resolve
from aimatch.readers.colour import WHITE, parse_hex
from aimatch.readers.docx.body import Walker
from aimatch.readers.docx.drawing import Backdrop
from aimatch.readers.docx.names import A, W, is_on, number, val
from aimatch.readers.docx.numbering import Numbering
from aimatch.readers.docx.styles import Styles, Theme
from aimatch.readers.flow import Flow
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TWIPS = 20
_ORDER = {"first": 0, "default": 1, "even": 2}


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """What a person sees in a Word document.

    Raises:
        ReadError: It is damaged or holds no document part.
        LimitExceeded: It unpacks to more than ``limits`` allow.
        EncryptedFile: Its parts need a password.
    """
    archive = Archive(data, name=name, limits=limits)
    return _Reader(archive, Flow(name=name, limits=limits)).document(data)


class _Reader:
    def __init__(self, archive: Archive, flow: Flow) -> None:
        self._archive = archive
        self._flow = flow
        self._relations: dict[str, dict[str, tuple[str, str]]] = {}
        self._main = self._find_main()
        self._root = archive.xml(self._main)
        self._styles = Styles(self._optional("styles"), Theme(self._optional("theme")))
        self._numbering = Numbering(self._optional("numbering"))
        self._settings = self._optional("settings")

    # ------------------------------------------------------------------------------------------------ parts
    def _find_main(self) -> str:
        for kind, target in self._related_to("").values():
            if kind == "officeDocument" and target in self._archive:
                return target
        if "word/document.xml" in self._archive:
            return "word/document.xml"
        raise ReadError(
            "holds no document part",
            source=self._archive.name,
            remedy="open it in the program that made it and save it again, or export it as PDF",
        )

    def _related_to(self, part: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part: id -> (kind, target); external ones are never followed."""
        if part not in self._relations:
            folder, _, file = part.rpartition("/")
            path = f"{folder}/_rels/{file}.rels".lstrip("/")
            root = self._part(path)
            self._relations[part] = {
                relation.get("Id", ""): (
                    relation.get("Type", "").rpartition("/")[2],
                    resolve(part, relation.get("Target", "")),
                )
                for relation in ([] if root is None else root.iterfind(f"{_REL}Relationship"))
                if relation.get("TargetMode") != "External"
            }
        return self._relations[part]

    def _part(self, part: str) -> Element | None:
        """A part that the document can be read without; damage to it is noted."""
        if part not in self._archive:
            return None
        try:
            return self._archive.xml(part)
        except ReadError as error:
            if type(error) is not ReadError:
                raise
            self._flow.note(f"{part} {error.message} and was left out")
            return None

    def _optional(self, kind: str) -> Element | None:
        targets = [target for found, target in self._related_to(self._main).values() if found == kind]
        return self._part(targets[0]) if targets else self._part(f"word/{kind}.xml")

    # ------------------------------------------------------------------------------------------------ reading
    def document(self, data: bytes) -> Document:
        body = self._root.find(f"{W}body")
        if body is None:
            raise ReadError("has no body", source=self._archive.name, place=self._main, remedy="save it again as DOCX")
        blocks = list(body)
        headers = self._margins("header")
        self._backdrop = Backdrop(blocks, [root for _, root in headers], self._styles.theme)
        self._page = self._page_size()
        rendered = next(self._root.iter(f"{W}lastRenderedPageBreak"), None) is not None
        background = self._page_colour()

        for part, root in headers:
            self._read_margin(part, root, background)
        walker = self._walker(self._main, "rendered" if rendered else "br")
        for index, block in enumerate(blocks):
            self._flow.lines(walker.block(block, None if self._backdrop.is_behind(index) else background))
        for kind in ("footnote", "endnote"):
            self._notes(kind, [note_id for found, note_id in walker.footnotes if found == kind], background)
        for part, root in self._margins("footer"):
            self._read_margin(part, root, background)
        self._comments()
        document = self._flow.document(format="docx", data=data, page_size=self._page)
        if not document.text and not document.hidden and next(self._root.iter(f"{A}blip"), None) is not None:
            raise ReadError(
                "holds pictures and no text",
                source=self._archive.name,
                remedy="ask for the text, or save it as PDF, whose pictures can be read",
            )
        return document

    def _walker(self, part: str, page_mark: str | None = None) -> Walker:
        def related(relation: str) -> Element | None:
            found = self._related_to(part).get(relation)
            return self._part(found[1]) if found else None

        return Walker(
            part=part,
            flow=self._flow,
            styles=self._styles,
            numbering=self._numbering,
            related=related,
            page=self._page,
            page_mark=page_mark,
            # One painted shape may be the box itself; from two on, a box without paint may stand on another.
            painted=self._backdrop.shapes > 0,
        )

    def _page_size(self) -> tuple[float, float]:
        size = next(self._root.iter(f"{W}pgSz"), None)
        return ((number(val(size, "w")) or 0) / _TWIPS, (number(val(size, "h")) or 0) / _TWIPS)

    def _page_colour(self) -> str | None:
        background = self._root.find(f"{W}background")
        if background is None or self._settings is None:
            return WHITE
        if not is_on(self._settings.find(f"{W}displayBackgroundShape")):
            return WHITE
        return None if len(background) else parse_hex(val(background, "color")) or WHITE

    def _margins(self, kind: str) -> list[tuple[str, Element]]:
        """The header or footer parts that are shown, those of the first page first, each once."""
        even = self._settings is not None and bool(is_on(self._settings.find(f"{W}evenAndOddHeaders")))
        targets: list[str] = []
        for section in self._root.iter(f"{W}sectPr"):
            first = bool(is_on(section.find(f"{W}titlePg")))
            references = [
                reference
                for reference in section.iterfind(f"{W}{kind}Reference")
                if {"first": first, "even": even}.get(val(reference, "type") or "default", True)
            ]
            references.sort(key=lambda reference: _ORDER.get(val(reference, "type") or "default", 1))
            for reference in references:
                relation = next((value for key, value in reference.attrib.items() if str(key).endswith("}id")), "")
                found = self._related_to(self._main).get(str(relation))
                if found is not None and found[1] not in targets:
                    targets.append(found[1])
        return [(target, root) for target in targets if (root := self._part(target)) is not None]

    def _read_margin(self, part: str, root: Element, background: str | None) -> None:
        painted = Backdrop([root], [], self._styles.theme).shapes > 0 or self._backdrop.is_behind(0)
        lines = self._walker(part).blocks(root, None if painted else background)
        self._flow.gap()
        self._flow.lines(lines)
        self._flow.gap()

    def _notes(self, kind: str, wanted: list[str], background: str | None) -> None:
        root = self._optional(f"{kind}s") if wanted else None
        if root is None:
            return
        notes = {val(note, "id"): note for note in root.iterfind(f"{W}{kind}")}
        walker = self._walker(f"word/{kind}s.xml")
        self._flow.gap()
        for note_id in dict.fromkeys(wanted):
            if note_id in notes:
                self._flow.lines(walker.blocks(notes[note_id], background))

    def _comments(self) -> None:
        root = self._optional("comments")
        for comment in [] if root is None else root.iterfind(f"{W}comment"):
            self._flow.seal()
            for paragraph in comment.iter(f"{W}p"):
                text = "".join(paragraph.itertext(f"{W}t"))
                self._flow.count(len(text))
                place = f"word/comments.xml, comment {val(comment, 'id') or ''}".rstrip()
                self._flow.hide(f"{text} ", technique="comment", place=place)
