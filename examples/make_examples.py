"""Make the bundled resumes in resumes/ from the invented people in people/.

    python examples/make_examples.py

Needs the development tools (reportlab, python-docx). The same sources give the same bytes, so that a change to a person
shows as a change to one file. What the formats can't do alike is done on purpose: one column and two, a Word table,
headings with and without lines, one file that breaks off.
"""

from __future__ import annotations

import html
import io
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TITLES = {
    "summary": "Profile",
    "experience": "Experience",
    "projects": "Projects",
    "education": "Education",
    "skills": "Skills",
}


@dataclass
class Entry:
    """A position, a project or a course of study."""

    head: str
    dates: str
    lines: list[str] = field(default_factory=list)


@dataclass
class Part:
    """A section: some lines of text, or entries."""

    title: str
    lines: list[str] = field(default_factory=list)
    bullets: bool = False
    entries: list[Entry] = field(default_factory=list)


@dataclass
class Person:
    """What a layout needs to know."""

    name: str
    headline: str
    contact: list[str]
    main: list[Part]
    side: list[Part]
    hidden: str = ""


def person(source: dict[str, Any]) -> Person:
    return Person(
        name=source["name"],
        headline=source["headline"],
        contact=source["contact"],
        main=[part for key in source["order"] for part in parts(key, source[key])],
        side=[part for key in source.get("side", []) for part in parts(key, source[key])],
        hidden=source.get("hidden", {}).get("text", ""),
    )


def parts(key: str, content: Any) -> Iterator[Part]:
    if key == "more":
        yield from (Part(title, lines, bullets=len(lines) > 1) for title, lines in content.items())
    elif key == "publications":
        yield Part(content["title"], content["items"], bullets=True)
    elif key == "skills":
        yield Part(TITLES[key], [f"{label}: {names}" for label, names in content.items()])
    elif key == "summary":
        yield Part(TITLES[key], [content])
    else:
        yield Part(TITLES[key], entries=[entry(key, one) for one in content])


def entry(key: str, one: dict[str, Any]) -> Entry:
    if key == "experience":
        return Entry(f"{one['title']}, {one['employer']}, {one['place']}", one["dates"], one["bullets"])
    if key == "projects":
        return Entry(one["title"], one["dates"], one["bullets"])
    return Entry(f"{one['degree']}, {one['institution']}", one["dates"], one["notes"])


# ------------------------------------------------------------------------------------------------ text formats
def text(someone: Person) -> bytes:
    out = [someone.name.upper(), someone.headline, " | ".join(someone.contact)]
    for part in someone.main:
        out += ["", part.title.upper(), "-" * len(part.title)]
        out += [("* " if part.bullets else "") + line for line in part.lines]
        for one in part.entries:
            out += [one.head, one.dates, *(f"  * {line}" for line in one.lines), ""]
    return ("\n".join(out).strip() + "\n").encode()


def markdown(someone: Person) -> bytes:
    out = [f"# {someone.name}", "", f"**{someone.headline}**", "", " · ".join(someone.contact)]
    for part in someone.main:
        out += ["", f"## {part.title}", ""]
        out += [("- " if part.bullets or len(part.lines) > 1 else "") + line for line in part.lines]
        for one in part.entries:
            out += [f"### {one.head}", f"*{one.dates}*", "", *(f"- {line}" for line in one.lines), ""]
    return ("\n".join(out).strip() + "\n").encode()


def page(someone: Person) -> bytes:
    def section(part: Part) -> str:
        tag = "li" if part.bullets else "p"
        lines = "\n".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in part.lines)
        entries = "\n".join(
            f'<article><h3>{html.escape(one.head)}</h3><p class="dates">{html.escape(one.dates)}</p>\n<ul>'
            + "".join(f"<li>{html.escape(line)}</li>\n" for line in one.lines)
            + "</ul></article>"
            for one in part.entries
        )
        body = f"<ul>{lines}</ul>" if part.bullets else lines
        return f"<section>\n<h2>{html.escape(part.title)}</h2>\n{body}\n{entries}\n</section>"

    sections = "\n".join(section(part) for part in someone.main)
    contact = " · ".join(html.escape(one) for one in someone.contact)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{html.escape(someone.name)}</title>\n'
        "<style>body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto}.dates{color:#555}</style></head>\n"
        f"<body>\n<h1>{html.escape(someone.name)}</h1>\n<p>{html.escape(someone.headline)}</p>\n<p>{contact}</p>\n"
        f"{sections}\n</body>\n</html>\n"
    ).encode()


# ------------------------------------------------------------------------------------------------ Word
def docx(someone: Person, *, table: bool = False) -> bytes:
    import docx as word
    from docx.shared import Pt

    document = word.Document()
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.author = someone.name
    document.core_properties.created = document.core_properties.modified = datetime(2026, 11, 1)
    document.add_heading(someone.name, 0)
    document.add_paragraph(someone.headline)
    document.add_paragraph(" | ".join(someone.contact))
    for part in someone.main:
        document.add_heading(part.title, 1)
        for line in part.lines:
            document.add_paragraph(line, style="List Bullet" if part.bullets else None)
        if table and part.entries:
            _entries_table(document, part.entries)
            continue
        for one in part.entries:
            paragraph = document.add_paragraph()
            paragraph.add_run(one.head).bold = True
            paragraph.add_run(f"\n{one.dates}").italic = True
            for line in one.lines:
                document.add_paragraph(line, style="List Bullet")
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_times(buffer.getvalue())


def _entries_table(document: Any, entries: list[Entry]) -> None:
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=2)
    for one in entries:
        left, right = table.add_row().cells
        left.width, right.width = Cm(3.6), Cm(12.6)
        left.text = one.dates
        right.text = one.head
        right.paragraphs[0].runs[0].bold = True
        for line in one.lines:
            right.add_paragraph(line, style="List Bullet")


def _without_times(data: bytes) -> bytes:
    # A zip holds the time of each member; without it, the same document is the same file.
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            fixed = zipfile.ZipInfo(member.filename, (2026, 11, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(member))
    return out.getvalue()


# ------------------------------------------------------------------------------------------------ PDF
def pdf(someone: Person, *, columns: int = 1) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate

    width, height = A4
    buffer = io.BytesIO()
    document = BaseDocTemplate(buffer, pagesize=A4, title=someone.name, author=someone.name, invariant=1)
    styles = _pdf_styles()
    head = _pdf_head(someone, styles)
    main = [piece for part in someone.main for piece in _pdf_part(part, styles)]
    margin, top = 50, 46

    def hide(canvas: Any, _: Any) -> None:
        if someone.hidden:
            # White on white in the bottom margin: a person sees nothing, a program without care reads it.
            canvas.setFillColorRGB(1, 1, 1)
            canvas.setFont("Helvetica", 4)
            canvas.drawString(margin, 22, someone.hidden)

    whole = Frame(margin, top, width - 2 * margin, height - 2 * top, id="whole", leftPadding=0, rightPadding=0)
    if columns == 1:
        document.addPageTemplates([PageTemplate(id="page", frames=[whole], onPage=hide)])
        document.build([*head, *main])
        return buffer.getvalue()
    band, gap, narrow = 78, 22, 152
    body = height - top - band - top
    frames = [
        Frame(margin, height - top - band, width - 2 * margin, band, id="head", leftPadding=0, rightPadding=0),
        Frame(margin, top, narrow, body, id="side", leftPadding=0, rightPadding=0),
        Frame(margin + narrow + gap, top, width - 2 * margin - narrow - gap, body, id="main", leftPadding=0),
    ]
    document.addPageTemplates(
        [
            PageTemplate(id="first", frames=frames, onPage=hide),
            PageTemplate(id="rest", frames=[whole]),
        ]
    )
    side = [piece for part in someone.side for piece in _pdf_part(part, styles, narrow=True)]
    document.build([NextPageTemplate("rest"), *head, FrameBreak(), *side, FrameBreak(), *main])
    return buffer.getvalue()


def _pdf_styles() -> dict[str, Any]:
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle

    body = ParagraphStyle("body", fontName="Helvetica", fontSize=9.6, leading=12.8, spaceAfter=2)
    return {
        "body": body,
        "name": ParagraphStyle("name", body, fontName="Helvetica-Bold", fontSize=20, leading=24),
        "headline": ParagraphStyle("headline", body, fontSize=11.5, leading=15, textColor=HexColor("#1f5fbf")),
        "contact": ParagraphStyle("contact", body, fontSize=8.8, textColor=HexColor("#566273"), spaceAfter=6),
        "title": ParagraphStyle(
            "title", body, fontName="Helvetica-Bold", fontSize=11.5, leading=15, spaceBefore=9, spaceAfter=3,
            textColor=HexColor("#12345b"),
        ),
        "head": ParagraphStyle("head", body, fontName="Helvetica-Bold", spaceBefore=4, spaceAfter=0),
        "dates": ParagraphStyle("dates", body, fontName="Helvetica-Oblique", fontSize=8.8, textColor=HexColor("#566273")),
        "bullet": ParagraphStyle("bullet", body, leftIndent=11, bulletIndent=1),
    }  # fmt: skip


def _pdf_head(someone: Person, styles: dict[str, Any]) -> list[Any]:
    from reportlab.platypus import Paragraph

    contact = " | ".join(someone.contact)
    lines = (("name", someone.name), ("headline", someone.headline), ("contact", contact))
    return [Paragraph(html.escape(line), styles[style]) for style, line in lines]


def _pdf_part(part: Part, styles: dict[str, Any], *, narrow: bool = False) -> Iterator[Any]:
    from reportlab.platypus import HRFlowable, Paragraph

    yield Paragraph(html.escape(part.title), styles["title"])
    if not narrow:
        yield HRFlowable(width="100%", thickness=0.5, spaceAfter=3)
    for line in part.lines:
        if part.bullets:
            yield Paragraph(html.escape(line), styles["bullet"], bulletText="•")
        else:
            yield Paragraph(html.escape(line), styles["body"])
    for one in part.entries:
        yield Paragraph(html.escape(one.head), styles["head"])
        yield Paragraph(html.escape(one.dates), styles["dates"])
        for line in one.lines:
            yield Paragraph(html.escape(line), styles["bullet"], bulletText="•")


LAYOUTS: dict[str, Callable[[Person], bytes]] = {
    "pdf": pdf,
    "pdf-two-columns": lambda someone: pdf(someone, columns=2),
    "docx": docx,
    "docx-table": lambda someone: docx(someone, table=True),
    "html": page,
    "text": text,
    "markdown": markdown,
}


def main(folder: Path = HERE / "resumes") -> None:
    folder.mkdir(exist_ok=True)
    for path in sorted((HERE / "people").glob("*.toml")):
        source = tomllib.loads(path.read_text("utf-8"))
        data = LAYOUTS[source["layout"]](person(source))
        if source.get("damaged"):
            # Cut before the table that says where the objects are, in the middle of the page's content.
            data = data[: len(data) // 3]
        (folder / source["file"]).write_bytes(data)
        print(f"{source['file']}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
