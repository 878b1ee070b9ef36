"""The visible text of Word documents, each piece once and in reading order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.errors import ReadError
from aimatch.readers import read_document

Build = Callable[..., bytes]

HEADINGS = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def numbered(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def cell(*paragraphs: str, properties: str = "") -> str:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def box(text: str, *, x: int | None = None, y: int = 0, width: int = 100, height: int = 100, fill: str = "") -> str:
    """An anchored text box; ``x`` and ``y`` in points from the page's corner."""
    emu = 12_700
    place = (
        ""
        if x is None
        else (
            f'<wp:positionH relativeFrom="page"><wp:posOffset>{x * emu}</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>{y * emu}</wp:posOffset></wp:positionV>'
        )
    )
    content = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f'<wp:anchor>{place}<wp:extent cx="{width * emu}" cy="{height * emu}"/><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:spPr>{fill}</wps:spPr><wps:txbx>{content}</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def run(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text", "why"),
    [
        (run("<w:t>a</w:t><w:tab/><w:t>2020</w:t>"), "a\t2020", "dates behind a tab stop keep the tab"),
        (run("<w:t>a</w:t><w:br/><w:t>b</w:t>"), "a\nb", "a soft line break ends the line"),
        (run("<w:t>a</w:t>") + "<w:p/><w:p/>" + run("<w:t>b</w:t>"), "a\n\nb", "empty paragraphs are one gap"),
        (run("<w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t>"), "co-op", "no-break hyphen"),
        (run("<w:t>co</w:t><w:softHyphen/><w:t>op</w:t>"), "coop", "soft hyphen"),
        (run('<w:sym w:font="Wingdings" w:char="F0A7"/><w:tab/><w:t>a</w:t>'), "• a", "bullets of symbol fonts"),
        (run('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t> Git</w:t>'), "☑ Git", "a ticked box"),
        (run('<w:sym w:font="FontAwesome" w:char="F095"/><w:t> 555-0142</w:t>'), "555-0142", "an icon"),
        (run("<w:t>a\u00a0b\u200bc</w:t>"), "a bc", "blanks that do not break, blanks of no width"),
        ("<w:p><w:r><w:t>Py</w:t></w:r><w:r><w:t>thon</w:t></w:r></w:p>", "Python", "a word in two runs"),
        (
            '<w:p><w:hyperlink r:id="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>'
            "<w:smartTag><w:r><w:t> tag</w:t></w:r></w:smartTag>"
            "<w:fldSimple><w:r><w:t> field</w:t></w:r></w:fldSimple></w:p>",
            "link tag field",
            "links, smart tags and fields",
        ),
        (
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
            "shown",
            "of a field only its result",
        ),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>"
            "<w:r><w:t> b</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "a b",
            "content controls around blocks and in lines",
        ),
        (
            "<w:p><w:r><w:t>a</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>[a skill]</w:t>"
            "</w:r></w:sdtContent></w:sdt></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r>"
            "<w:t>[a job]</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "a",
            "fields of a template that nobody filled in",
        ),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "new", "tracked insertions are seen"),
        (
            '<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:pPr><w:sectPr><w:cols w:num="2"/></w:sectPr></w:pPr>'
            '<w:r><w:t>left</w:t></w:r></w:p><w:p><w:r><w:br w:type="column"/><w:t>right</w:t></w:r></w:p>',
            "a\nleft\n\nright",
            "columns follow one another",
        ),
    ],
)
def test_paragraphs(body: str, text: str, why: str, docx: Build) -> None:
    assert read_document(docx(body)).text == text, why


@pytest.mark.parametrize(
    ("body", "text", "why"),
    [
        (table(cell("Acme") + cell("2020"), cell("Beta") + cell("2021")), "Acme\t2020\nBeta\t2021", "rows are lines"),
        (
            table(cell("Acme", "Engineer") + cell("Berlin", "2019 – 2021")),
            "Acme\tBerlin\nEngineer\t2019 – 2021",
            "few short lines side by side",
        ),
        (
            table(cell("B.Sc.", "(Physics)") + cell("Example University") + cell("2014")),
            "B.Sc. (Physics)\tExample University\t2014",
            "a row of a data table is one line",
        ),
        (
            table(
                cell("2019 – 2021")
                + cell("Acme", "Salem, OR")
                + cell("Engineer")
                + cell(
                    "Built the search of all lost parcels of the post and of its archive of letters",
                    "Led a team of four people through its move",
                    "Cut costs by half",
                )
            ),
            "2019 – 2021\tAcme, Salem, OR\tEngineer\nBuilt the search of all lost parcels of the post and of its archive of letters\nLed a team of four people through its move\nCut costs by half",
            "names and dates in a row before the account in the last cell",
        ),
        (
            table(cell("2019 – 2021") + cell("Engineer, Acme", "Built a search engine", "Led a team", "Cut cost")),
            "2019 – 2021\nEngineer, Acme\nBuilt a search engine\nLed a team\nCut cost",
            "dates in the margin stand before what they date",
        ),
        (
            table(cell("SKILLS", "Python", "SQL", "Go") + cell("EXPERIENCE", "Engineer", "Acme", "2020", "more")),
            "SKILLS\nPython\nSQL\nGo\n\nEXPERIENCE\nEngineer\nAcme\n2020\nmore",
            "a sidebar is read before the column beside it",
        ),
        (
            table(f"<w:tc>{table(cell('a') + cell('b'))}<w:p/></w:tc>" + cell("c")),
            "a\tb\tc",
            "tables in tables",
        ),
        (
            f"<w:tbl><w:sdt><w:sdtContent><w:tr>{cell('a')}</w:tr></w:sdtContent></w:sdt></w:tbl>",
            "a",
            "a row in a content control",
        ),
        (run("<w:t>a</w:t>") + table(cell("b")) + run("<w:t>c</w:t>"), "a\n\nb\n\nc", "tables are blocks"),
    ],
)
def test_tables(body: str, text: str, why: str, docx: Build) -> None:
    assert read_document(docx(body)).text == text, why


def test_text_box_is_read_once(docx: Build) -> None:
    document = read_document(docx(f"<w:p><w:r><w:t>Jane</w:t></w:r>{box('Contact')}</w:p>" + run("<w:t>Berlin</w:t>")))
    assert document.text == "Jane\n\nContact\n\nBerlin"


def test_text_boxes_of_one_anchor_are_read_by_columns(docx: Build) -> None:
    boxes = [
        box("right below", x=300, y=200),
        box("left below", x=10, y=200),
        box("right above", x=300, y=20),
        box("left above", x=10, y=20),
    ]
    document = read_document(docx(f"<w:p>{''.join(boxes)}</w:p>"))
    assert document.text.split("\n\n") == ["left above", "left below", "right above", "right below"]


def test_text_boxes_that_touch_are_a_table(docx: Build) -> None:
    cells = {(x, y): f"{'acg'[y]}{x}" for x in range(3) for y in range(3)}
    boxes = [box(text, x=50 + 100 * x, y=100 + 40 * y, height=40) for (x, y), text in cells.items()]
    document = read_document(docx(f"<w:p>{''.join(reversed(boxes))}</w:p>"))
    assert document.text == "a0\ta1\ta2\nc0\tc1\tc2\ng0\tg1\tg2"


def test_shapes_of_a_group_are_read_in_order(docx: Build) -> None:
    def member(text: str, top: int) -> str:
        return (
            f'<v:shape style="position:absolute;left:10;top:{top};width:900;height:200"><v:textbox><w:txbxContent>'
            f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        )

    body = run(
        f'<w:pict><v:group style="width:90pt;height:90pt">{member("below", 700)}{member("above", 5)}</v:group></w:pict>'
    )
    assert read_document(docx(body)).text == "above\n\nbelow"


def test_fallback_is_read_when_the_choice_is_empty(docx: Build) -> None:
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice/><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>"
        "<w:t>old box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert read_document(docx(body)).text == "old box"


def test_headers_and_footers_come_once_around_the_body(docx: Build, p: Callable[..., str]) -> None:
    data = docx(p("body"), header=p("Jane Doe"), footer=p("jane@example.com"))
    assert read_document(data).text == "Jane Doe\n\nbody\n\njane@example.com"


def test_headings_begin_a_block(docx: Build, p: Callable[..., str]) -> None:
    data = docx(p("Jane") + p("Experience", properties=style("H1")) + p("Acme"), styles=HEADINGS)
    assert read_document(data).text == "Jane\n\nExperience\nAcme"


def test_lists_have_their_signs(docx: Build, p: Callable[..., str]) -> None:
    body = (
        p("by style", properties=style("Bullets"))
        + p("none", properties=style("Bullets") + numbered(0))
        + p("one", properties=numbered(2))
        + p("first", properties=numbered(2, 1))
        + p("second", properties=numbered(2, 1))
        + p("two", properties=numbered(2))
        + p("again", properties=numbered(2, 1))
    )
    lines = read_document(docx(body, styles=HEADINGS, numbering=LISTS)).text.splitlines()
    assert lines == ["• by style", "none", "1. one", "1.i) first", "1.ii) second", "2. two", "2.i) again"]


def test_notes_stand_behind_the_body(docx: Build, p: Callable[..., str]) -> None:
    data = docx(
        '<w:p><w:r><w:t>Award</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + p("end"),
        footnotes=f'<w:footnote w:id="-1">{p("line")}</w:footnote><w:footnote w:id="2">{p("of 2019")}</w:footnote>',
    )
    assert read_document(data).text == "Award\nend\n\nof 2019"


def test_smart_art_and_charts_are_read(docx: Build) -> None:
    graphic = "<wp:inline><a:graphic><a:graphicData>{}</a:graphicData></a:graphic></wp:inline>"
    body = run(graphic.format('<dgm:relIds r:dm="rId7"/>')) + run(graphic.format('<c:chart r:id="rId8"/>'))
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    data = docx(
        body,
        related={"rId7": ("diagramData", "diagrams/data1.xml"), "rId8": ("chart", "charts/chart1.xml")},
        parts={
            "word/diagrams/data1.xml": f'<m xmlns="http://schemas.openxmlformats.org/drawingml/2006/diagram" {a}>'
            "<pt><t><a:p><a:r><a:t>Python</a:t></a:r></a:p></t></pt></m>",
            "word/charts/chart1.xml": '<m xmlns="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            "<ser><cat><strRef><strCache><pt><v>SQL</v></pt></strCache></strRef></cat></ser></m>",
        },
    )
    assert read_document(data).text == "Python\n\nSQL"


def test_pages_follow_the_breaks(docx: Build) -> None:
    body = run("<w:t>one</w:t>") + run('<w:br w:type="page"/>') + run("<w:t>two</w:t>")
    document = read_document(docx(body))
    assert document.text == "one\n\ntwo"
    assert [document.page_at(document.text.index(word)) for word in ("one", "two")] == [1, 2]
    assert (round(document.pages[0].width), round(document.pages[0].height)) == (595, 842)


def test_strict_documents_are_read(docx: Build, zip_of: Build) -> None:
    w = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    parts = {"word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{run("<w:t>a</w:t>")}</w:body></w:document>'}
    assert read_document(zip_of(parts)).text == "a"


def test_damaged_side_part_is_noted(docx: Build, p: Callable[..., str]) -> None:
    document = read_document(docx(p("body"), parts={"word/styles.xml": "<broken"}))
    assert document.text == "body"
    assert document.notes == ("word/styles.xml is not well-formed XML and was left out",)


def test_container_without_document(zip_of: Build) -> None:
    with pytest.raises(ReadError, match="no document part"):
        read_document(zip_of({"[Content_Types].xml": "<Types/>"}))


def test_python_docx_documents_read_the_same() -> None:
    docx_library = pytest.importorskip("docx")
    import io

    made = docx_library.Document()
    made.add_heading("Experience", 1)
    made.add_paragraph("Engineer at Acme")
    made.add_paragraph("Built things", style="List Bullet")
    cells = made.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Acme", "2020"
    stream = io.BytesIO()
    made.save(stream)
    assert read_document(stream.getvalue()).text == "Experience\nEngineer at Acme\n• Built things\n\nAcme\t2020"


NO_BORDER = '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'
BOLD = "<w:rPr><w:b/><w:u w:val='single'/></w:rPr>"


@pytest.mark.parametrize(
    ("properties", "look", "text", "expected", "why"),
    [
        (
            NO_BORDER,
            "",
            "2019 - 2021: Engineer",
            "\u2022 2019 - 2021: Engineer",
            "a border that is spelt out as none makes no heading",
        ),
        ('<w:pBdr><w:bottom w:val="single"/></w:pBdr>', "", "Experience", "Experience", "a line below does"),
        ("", BOLD, "Executive summary", "Executive summary", "a bullet before bold, underlined words is an ornament"),
        ("", "<w:rPr><w:b/></w:rPr>", "Python", "\u2022 Python", "bold words alone are an item"),
    ],
)
def test_bullets_before_headings(properties: str, look: str, text: str, expected: str, why: str, docx: Build) -> None:
    body = f"<w:p><w:pPr>{numbered(1)}{properties}</w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>"
    assert read_document(docx(body, numbering=LISTS)).text == expected, why


def test_a_document_of_pictures_alone_is_an_error(docx: Build) -> None:
    picture = (
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/>'
    )
    ends = "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    with pytest.raises(ReadError, match="holds pictures and no text"):
        read_document(docx(picture + ends))
