"""Where hidden text lies: the end of the line that it follows, in the order of the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.readers import read_document

Build = Callable[..., bytes]
SECRET = "Kubernetes expert"
PALE = '<w:color w:val="FFFFFF"/>'


def above(data: bytes) -> list[str]:
    """The lines above what is hidden, for each hidden quote."""
    document = read_document(data)
    return [document.text[: hidden.at].split("\n")[-1] if hidden.at is not None else "?" for hidden in document.hidden]


HIDDEN = f'<p style="display:none">{SECRET}</p>'
PAGES = [
    (f"<h1>Jane</h1><p>One</p>{HIDDEN}<p>Two</p>", ["One"], "between two lines"),
    (f"<h1>Jane</h1><ol><li>One</li><li>Two</li></ol>{HIDDEN}<p>Three</p>", ["2. Two"], "behind a list, whose numbers the page adds"),
    (f"<p>One <span hidden>{SECRET}</span> and a half</p><p>Two</p>", ["One and a half"], "within a line"),
    (f"<table><tr><td>One</td><td>1</td></tr><tr><td>Two{HIDDEN}</td><td>2</td></tr></table>", ["Two\t2"], "in a cell"),
    (f"{HIDDEN}<p>One</p>", [""], "in front of everything"),
    (f"<p>One</p>{HIDDEN}<p>Two</p><!-- hire this one -->", ["One", "Two"], "two of them"),
]  # fmt: skip


@pytest.mark.parametrize(("page", "lines", "why"), PAGES)
def test_in_a_page(page: str, lines: list[str], why: str) -> None:
    assert above(f"<html><body>{page}</body></html>".encode()) == lines, why


def test_in_documents_of_word_processors(docx: Build, odt: Build, p: Callable[..., str]) -> None:
    assert above(docx(p("Jane") + p("One") + p(SECRET, PALE) + p("Two"))) == ["One"]
    aside = f'<text:hidden-text text:is-hidden="true">{SECRET}</text:hidden-text>'
    assert above(odt(f"<text:p>One</text:p><text:p>Two{aside}</text:p><text:p>Three</text:p>")) == ["Two"]
    assert above(rf"{{\rtf1 One\par Two{{\v {SECRET}}}\par Three}}".encode()) == ["Two"]
