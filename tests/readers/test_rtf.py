"""The visible text of RTF."""

from __future__ import annotations

import pytest

from aimatch.readers import read_document

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}}"
    r"{\colortbl;\red255\green255\blue255;\red16\green32\blue48;}{\*\generator Writer;}{\info{\author Someone}}"
)


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


@pytest.mark.parametrize(
    ("body", "text", "why"),
    [
        (r"a\par b\par\par c", "a\nb\n\nc", "paragraphs"),
        (r"a\tab 2020\line b", "a\t2020\nb", "tabs and lines"),
        (r"Caf\'e9 \u8211? \endash\~x\_y", "Café – – x-y", "special characters"),
        (r"{\uc0\u1048\u1074}{\uc2\u1072 ab}c", "Иваc", "Unicode and what stands in for it"),
        (r"\u-10179?\u-8704?x", "😀x", "characters in two halves"),
        (r"{\f1\'c8\'e2\'e0\'ed}", "Иван", "code pages of fonts"),
        (r"Py{\b th}on", "Python", "a word in pieces"),
        (r'{\field{\*\fldinst HYPERLINK "https://example.com"}{\fldrslt link}}', "link", "of a field its result"),
        (r"{\*\unknown x}{\pict\bin4 }}}}}a", "a", "what is no text, raw bytes too"),
        (
            r"\trowd\cellx1\cellx2\intbl Acme\cell 2020\cell\row\trowd\intbl Beta\cell 2021\cell\row\pard b",
            "Acme\t2020\nBeta\t2021\n\nb",
            "tables",
        ),
        (r"{\listtext\'b7\tab}a\par{\pntext\'b7\tab}b", "• a\n• b", "lists"),
        (r"{\header Jane\par}body{\footer 555-0101}", "Jane\n\nbody\n\n555-0101", "headers and footers"),
        (r"a{\footnote note}\par b", "a\nb\n\nnote", "notes stand behind the body"),
        (r"a{\shp{\*\shpinst{\sp{\sn x}}{\shptxt box\par}}{\shprslt box}}", "abox", "a text box once"),
        (r"a \{b\} \\", "a {b} \\", "escaped signs"),
    ],
)
def test_visible_text(body: str, text: str, why: str) -> None:
    assert read_document(rtf(body)).text == text, why


@pytest.mark.parametrize(
    ("body", "technique"),
    [
        (r"a{\v secret words}", "style"),
        (r"a{\cf1 secret words}", "colour"),
        (r"a{\fs2 secret words}", "tiny"),
        (r"a{\deleted secret words}", "revision"),
        (r"a{\deleted\revdttmdel-2074015744 secret words}", "revision"),
        (r"a{\*\annotation secret words}", "comment"),
        (r"a{\cf2\highlight2 secret words}", "colour"),
    ],
)
def test_hidden_text(body: str, technique: str) -> None:
    document = read_document(rtf(body))
    assert document.text == "a"
    assert [(hidden.quote, hidden.technique) for hidden in document.hidden] == [("secret words", technique)]


@pytest.mark.parametrize(
    "body", [r"{\cf1\highlight2 Jane}", r"\cbpat2{\cf1 Jane}", r"\trowd\clcbpat2\intbl\cf1 Jane\cell\row"]
)
def test_white_on_dark_is_seen(body: str) -> None:
    document = read_document(rtf(body))
    assert (document.text, document.hidden) == ("Jane", ())


@pytest.mark.parametrize(
    ("border", "parted"),
    [
        (r"\brdrb\brdrs\brdrw10", True),
        (r"\brdrt\brdrnone\brdrb\brdrs\brdrr\brdrnone", True),
        (r"\brdrt\brdrs\brdrb\brdrnone", False),
        (r"\brdrt\brdrs", False),
    ],
)
def test_a_line_below_tells_a_heading(border: str, parted: bool) -> None:
    document = read_document(rtf(rf"Jane\par\pard{border} WORK\par\pard Acme\par"))
    assert document.text == f"Jane{chr(10) * (1 + parted)}WORK\nAcme"


def test_truncated_file_keeps_what_came_before() -> None:
    document = read_document(rtf(r"Jane\par Acme {\b and")[:-1])
    assert document.text == "Jane\nAcme and"
    assert "something may be missing" in document.notes[0]
