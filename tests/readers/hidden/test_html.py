"""Ways to put words into a web page that no reader of it sees. Each has to be found and kept out of the text."""

from __future__ import annotations

import pytest

from aimatch.readers import read_document

SECRET = "Kubernetes expert"

INLINE = {
    "display:none": "style",
    "display: NONE !important": "style",
    "visibility:hidden": "style",
    "visibility:collapse": "style",
    "content-visibility:hidden": "style",
    "mso-hide:all": "style",
    "opacity:0": "transparent",
    "opacity:0.01": "transparent",
    "filter:opacity(0)": "transparent",
    "color:transparent": "transparent",
    "color:rgba(0,0,0,0)": "transparent",
    "color:#00000000": "transparent",
    "color:#fff": "colour",
    "color:white": "colour",
    "color:rgb(255, 255, 255)": "colour",
    "color:rgb(100% 100% 100%)": "colour",
    "color:hsl(0, 0%, 100%)": "colour",
    "color:#fefefe": "colour",
    "color:hwb(0 100% 0%)": "colour",
    "color:color(srgb 1 1 1)": "colour",
    "color:lab(100 0 0)": "colour",
    "color:oklch(1 0 0)": "colour",
    "color:color-mix(in srgb, white, white)": "colour",
    "color:color-mix(in srgb, #ffffff 99%, black)": "colour",
    "-webkit-text-fill-color:#fff": "colour",
    "color:#123;background:#112233": "colour",
    "color:tomato;background-color:tomato": "colour",
    "font-size:0": "tiny",
    "font-size:1px": "tiny",
    "font:1px/1 serif": "tiny",
    "font-size:.05em": "tiny",
    "font:0/0 a": "tiny",
    "font:italic 0 serif": "tiny",
    "transform:scale(0)": "tiny",
    "position:absolute;left:-9999px": "off-page",
    "position:fixed;top:-100em": "off-page",
    "text-indent:-9999px": "off-page",
    "margin-left:-5000px": "off-page",
    "transform:translateX(-9999px)": "off-page",
    "position:absolute;clip:rect(0,0,0,0)": "clipped",
    "clip-path:inset(100%)": "clipped",
    "width:1px;height:1px;overflow:hidden": "clipped",
    "max-height:0;overflow-y:hidden": "clipped",
    "display:block;line-height:0;overflow:hidden": "clipped",
}
PAGES = {
    "rule by class": ("<style>.x{display:none}</style><p class='a x'>SECRET</p>", "style"),
    "rule by id": ("<style>#x{color:#fff}</style><p id=x>SECRET</p>", "colour"),
    "rule by element": ("<style>em{font-size:1px}</style><p><em>SECRET</em></p>", "tiny"),
    "rule by descendant": (
        "<style>div.a > p span{opacity:0}</style><div class=a><p><span>SECRET</span></div>",
        "transparent",
    ),
    "rule by attribute": ("<style>[data-x]{display:none}</style><p data-x=1>SECRET</p>", "style"),
    "rule in @media screen": ("<style>@media screen{.x{display:none}}</style><p class=x>SECRET</p>", "style"),
    "rule for screens of some width": (
        "<style>@media (min-width:600px){.x{display:none}}</style><p class=x>SECRET</p>",
        "style",
    ),
    "rule in @supports": ("<style>@supports (x:y){.x{display:none}}</style><p class=x>SECRET</p>", "style"),
    "the later rule wins": ("<style>.x{color:#000}.x{color:#fff}</style><p class=x>SECRET</p>", "colour"),
    "the more specific rule wins": ("<style>#x{color:#fff}.x{color:#000}</style><p id=x class=x>SECRET</p>", "colour"),
    "the important rule wins": (
        "<style>.x{display:none!important}</style><p class=x style='display:block'>SECRET</p>",
        "style",
    ),
    "by a variable": ("<style>:root{--paper:#fff}.x{color:var(--paper)}</style><p class=x>SECRET</p>", "colour"),
    "by a variable's fallback": ("<p style='color:var(--none, white)'>SECRET</p>", "colour"),
    "by inheritance": ("<div style='color:white'><p><b>SECRET</b></p></div>", "colour"),
    "dark on a dark page": ("<body style='background:#111;color:#eee'><p style='color:#111'>SECRET</p>", "colour"),
    "old attributes": ("<body bgcolor=#102030><font color=#102030>SECRET</font>", "colour"),
    "white in a painted cell": ("<table><tr><td bgcolor=#ffffff><font color=white>SECRET</font></table>", "colour"),
    "attribute hidden": ("<p hidden>SECRET</p>", "style"),
    "a row": ("<table><tr style='display:none'><td>SECRET</table>", "style"),
    "dialog that is not open": ("<dialog>SECRET</dialog>", "style"),
    "template": ("<template><p>SECRET</p></template>", "style"),
    "noscript": ("<noscript>SECRET</noscript>", "style"),
    "comment": ("<!-- SECRET -->", "comment"),
    "struck out by a revision": ("<p><del>SECRET</del></p>", "revision"),
    "alternative text": ("<img alt='a SECRET and much more'>", "attribute"),
    "label for screen readers": ("<span aria-label='a SECRET and much more'></span>", "attribute"),
    "field that is not shown": ("<input type=hidden value='a SECRET and much more'>", "attribute"),
    "keywords of the page": ("<meta name=keywords content='a SECRET and much more'>", "attribute"),
}


@pytest.mark.parametrize("style", INLINE)
def test_hidden_by_the_style_attribute(style: str) -> None:
    page = f"<!doctype html><p>Jane</p><p><span style='{style}'>{SECRET}</span></p><p>Berlin</p>"
    document = read_document(page.encode())
    assert document.text == "Jane\nBerlin"
    assert [(hidden.quote, hidden.technique) for hidden in document.hidden] == [(SECRET, INLINE[style])]


@pytest.mark.parametrize("case", PAGES)
def test_hidden_by_the_page(case: str) -> None:
    page, technique = PAGES[case]
    document = read_document(("<!doctype html>" + page.replace("SECRET", SECRET)).encode())
    assert document.text == ""
    assert [hidden.technique for hidden in document.hidden] == [technique]
    assert SECRET in document.hidden[0].quote


def test_place_names_element_and_line() -> None:
    document = read_document(f"<!doctype html>\n<p>Jane</p>\n<p hidden>{SECRET}</p>".encode())
    assert document.hidden[0].place == "<p>, line 3"
