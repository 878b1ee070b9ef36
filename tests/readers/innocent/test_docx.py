"""Word documents that look as if they hid something and do not. All their words stay, and nobody is accused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.readers import read_document

Build = Callable[..., bytes]

WHITE = '<w:color w:val="FFFFFF"/>'
NAME = f"<w:r><w:rPr>{WHITE}</w:rPr><w:t>Jane Doe</w:t></w:r>"
BAND = (
    '<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="7560000" cy="1270000"/><a:graphic><a:graphicData>'
    '<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="203864"/></a:solidFill></wps:spPr></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
PICTURE = BAND.replace("<wps:wsp>", "<pic:pic>").replace("</wps:wsp>", "</pic:pic>").replace("wps:spPr", "pic:spPr")
STYLES = (
    '<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="203864"/></w:tcPr></w:tblStylePr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Band"><w:pPr><w:shd w:val="clear" w:fill="203864"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def box(fill: str, run: str = NAME) -> str:
    return (
        '<w:p><w:r><w:drawing><wp:anchor><wp:extent cx="1270000" cy="1270000"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:spPr>{fill}</wps:spPr><wps:txbx><w:txbxContent><w:p>{run}</w:p></w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>"
    )


def cell(properties: str, run: str = NAME) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run}</w:p></w:tc>"


DARK = '<w:shd w:val="clear" w:fill="203864"/>'
CASES = {
    "a field of a template that was filled in": (
        '<w:p><w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent><w:r><w:t>Jane Doe</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    ),
    "white on a dark run": f"<w:p><w:r><w:rPr>{WHITE}{DARK}</w:rPr><w:t>Jane Doe</w:t></w:r></w:p>",
    "white on highlight": (
        f'<w:p><w:r><w:rPr>{WHITE}<w:highlight w:val="darkBlue"/></w:rPr><w:t>Jane Doe</w:t></w:r></w:p>'
    ),
    "white on a dark paragraph": f"<w:p><w:pPr>{DARK}</w:pPr>{NAME}</w:p>",
    "white on a dark paragraph style": f'<w:p><w:pPr><w:pStyle w:val="Band"/></w:pPr>{NAME}</w:p>',
    "white in a dark cell": f"<w:tbl><w:tr>{cell(DARK)}</w:tr></w:tbl>",
    "white in a table nested in a dark cell": (
        f"<w:tbl><w:tr><w:tc><w:tcPr>{DARK}</w:tcPr><w:tbl><w:tr>{cell('')}</w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>"
    ),
    "white in the first row of a styled table": (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr>{cell("")}</w:tr></w:tbl>'
    ),
    "white in a dark text box": box('<a:solidFill><a:srgbClr val="203864"/></a:solidFill>'),
    "white in a text box with a gradient": box("<a:gradFill/>"),
    "white in a text box that a theme paints": box('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'),
    "white on a band behind the text": f"<w:p>{BAND}</w:p><w:p>{NAME}</w:p>",
    "white on a band of the same paragraph": f"<w:p>{BAND}{NAME}</w:p>",
    "white on a picture behind the text": f"<w:p>{PICTURE}</w:p><w:p>{NAME}</w:p>",
    "white in a bare box on a band": f"<w:p>{BAND}</w:p>{box('<a:noFill/>')}",
    "white in a dark VML box": (
        '<w:p><w:r><w:pict><v:rect fillcolor="#203864"><v:textbox><w:txbxContent>'
        f"<w:p>{NAME}</w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r></w:p>"
    ),
    "automatic colour on a dark cell": (
        f"<w:tbl><w:tr>{cell(DARK, '<w:r><w:rPr><w:color w:val=%sauto%s/></w:rPr><w:t>Jane Doe</w:t></w:r>')}</w:tr>"
        "</w:tbl>"
    ).replace("%s", '"'),
    "light grey": '<w:p><w:r><w:rPr><w:color w:val="BFBFBF"/></w:rPr><w:t>Jane Doe</w:t></w:r></w:p>',
    "small print": '<w:p><w:r><w:rPr><w:sz w:val="10"/></w:rPr><w:t>Jane Doe</w:t></w:r></w:p>',
    "a theme colour that a tint changes": (
        '<w:p><w:r><w:rPr><w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="7F"/></w:rPr>'
        "<w:t>Jane Doe</w:t></w:r></w:p>"
    ),
    "vanish switched off": (
        '<w:p><w:r><w:rPr><w:rStyle w:val="Gone"/><w:vanish w:val="0"/></w:rPr><w:t>Jane Doe</w:t></w:r></w:p>'
    ),
    "an invisible paragraph mark": f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{NAME.replace(WHITE, '')}</w:p>",
    "blanks in one point": (
        '<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t xml:space="preserve">  </w:t></w:r>'
        "<w:r><w:t>Jane Doe</w:t></w:r></w:p>"
    ),
    "a stop in white": (
        f"<w:p><w:r><w:t>Jane Doe</w:t></w:r></w:p><w:p><w:r><w:rPr>{WHITE}</w:rPr><w:t>.</w:t></w:r></w:p>"
    ),
    "a watermark": (
        '<w:p><w:r><w:t>Jane Doe</w:t></w:r><w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1">'
        '<v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
    ),
    "the file name of a picture": (
        "<w:p><w:r><w:t>Jane Doe</w:t></w:r><w:r><w:drawing><wp:inline>"
        '<wp:docPr descr="C:\\Users\\jane\\my own pictures\\portrait of me.jpg"/></wp:inline></w:drawing></w:r></w:p>'
    ),
    "a copy for old programs": (
        "<w:p><w:r><w:t>Jane Doe</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice>"
        "<mc:Fallback><w:t>Jane Doe</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_hidden(case: str, docx: Build) -> None:
    document = read_document(docx(CASES[case], styles=STYLES))
    assert document.text == "Jane Doe"
    assert document.hidden == ()


def test_white_on_a_band_in_the_header(docx: Build) -> None:
    document = read_document(docx(f"<w:p>{NAME}</w:p>", header=f"<w:p>{BAND}</w:p>"))
    assert (document.text, document.hidden) == ("Jane Doe", ())


def test_band_does_not_excuse_the_whole_document(docx: Build, p: Callable[..., str]) -> None:
    rest = "".join(p(f"line {number}") for number in range(40))
    document = read_document(docx(f"<w:p>{BAND}</w:p><w:p>{NAME}</w:p>{rest}" + p("Kubernetes expert", WHITE)))
    assert "Jane Doe" in document.text
    assert [hidden.quote for hidden in document.hidden] == ["Kubernetes expert"]
