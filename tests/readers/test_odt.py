"""The visible text of OpenDocument texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.errors import EncryptedFile, ReadError
from aimatch.readers import read_document

Build = Callable[..., bytes]
WHITE = (
    '<style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>'
    '<style:style style:name="V" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>'
    '<style:style style:name="B" style:family="paragraph">'
    '<style:paragraph-properties fo:background-color="#102030"/></style:style>'
)
NUMBERS = '<text:list-style style:name="N"><text:list-level-style-number text:level="1"/></text:list-style>'


@pytest.mark.parametrize(
    ("body", "text", "why"),
    [
        ("<text:p>a</text:p><text:h>Experience</text:h><text:p>b</text:p>", "a\n\nExperience\nb", "headings"),
        ('<text:p>a<text:tab/>2020<text:line-break/>b<text:s text:c="2"/>c</text:p>', "a\t2020\nb  c", "blanks"),
        ("<text:p>Py<text:span>th</text:span><text:a>on</text:a></text:p>", "Python", "a word in pieces"),
        (
            "<text:list><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
            "</text:list-item></text:list></text:list-item></text:list>",
            "• a\n• b",
            "lists in lists",
        ),
        (
            '<text:list text:style-name="N"><text:list-item><text:p>a</text:p></text:list-item>'
            "<text:list-item><text:p>b</text:p></text:list-item></text:list>",
            "1. a\n2. b",
            "numbered lists",
        ),
        (
            "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p>"
            "</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
            "</table:table-header-rows></table:table>",
            "a\tb",
            "rows are lines",
        ),
        (
            "<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame></text:p>"
            "<text:p>b</text:p>",
            "a\n\nbox\n\nb",
            "text boxes",
        ),
        (
            "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p>"
            "</text:note-body></text:note></text:p><text:p>b</text:p>",
            "a\nb\n\nnote",
            "notes stand behind the body",
        ),
    ],
)
def test_visible_text(body: str, text: str, why: str, odt: Build) -> None:
    assert read_document(odt(body, automatic=NUMBERS)).text == text, why


@pytest.mark.parametrize(
    ("body", "technique"),
    [
        ('<text:p>a<text:span text:style-name="W">secret words</text:span></text:p>', "colour"),
        ('<text:p>a<text:span text:style-name="V">secret words</text:span></text:p>', "style"),
        ('<text:p>a<text:span text:style-name="T">secret words</text:span></text:p>', "tiny"),
        ("<text:p>a<office:annotation><text:p>secret words</text:p></office:annotation></text:p>", "comment"),
        ('<text:p>a</text:p><text:section text:display="none"><text:p>secret words</text:p></text:section>', "style"),
        (
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>secret words</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p>a</text:p>",
            "revision",
        ),
        ('<text:p>a<text:hidden-text text:is-hidden="true">secret words</text:hidden-text></text:p>', "style"),
    ],
)
def test_hidden_text(body: str, technique: str, odt: Build) -> None:
    document = read_document(odt(body, automatic=WHITE))
    assert document.text == "a"
    assert [(hidden.quote, hidden.technique) for hidden in document.hidden] == [("secret words", technique)]


def test_white_on_a_dark_paragraph_is_seen(odt: Build) -> None:
    body = '<text:p text:style-name="B"><text:span text:style-name="W">Jane</text:span></text:p>'
    document = read_document(odt(body, automatic=WHITE))
    assert (document.text, document.hidden) == ("Jane", ())


RULED = (
    '<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:border-bottom="{}"/></style:style>'
    '<style:style style:name="P" style:family="paragraph" style:parent-style-name="R"/>'
)


@pytest.mark.parametrize(
    ("line", "text", "parted", "reason"),
    [
        ("0.75pt solid #1f3864", "WORK", True, "a heading"),
        ("none", "WORK", False, "some programs spell out that there is no line"),
        ("0.75pt solid #1f3864", "Planned the berths of the ships " * 3, False, "a sentence above a line"),
    ],
)
def test_a_line_below_tells_a_heading(line: str, text: str, parted: bool, reason: str, odt: Build) -> None:
    body = f'<text:p>Jane</text:p><text:p text:style-name="P">{text.strip()}</text:p><text:p>Acme</text:p>'
    gap = "\n\n" if parted else "\n"
    assert read_document(odt(body, automatic=RULED.format(line))).text == f"Jane{gap}{text.strip()}\nAcme", reason


def test_header_and_footer(odt: Build) -> None:
    styles = (
        "<office:master-styles><style:master-page><style:header><text:p>Jane</text:p></style:header>"
        "<style:footer><text:p>555-0101</text:p></style:footer></style:master-page></office:master-styles>"
    )
    assert read_document(odt("<text:p>body</text:p>", styles=styles)).text == "Jane\n\nbody\n\n555-0101"


def test_password(odt: Build) -> None:
    data = odt("", parts={"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(EncryptedFile, match="without a password"):
        read_document(data)


def test_container_without_content(zip_of: Build) -> None:
    with pytest.raises(ReadError, match=r"content\.xml"):
        read_document(zip_of({"mimetype": "application/vnd.oasis.opendocument.text"}))
