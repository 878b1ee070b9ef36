"""Web pages that look as if they hid something and do not. All their words stay, and nobody is accused."""

from __future__ import annotations

import pytest

from aimatch.readers import read_document

CASES = {
    "white on a dark band": "<div style='background:#203864'><h1 style='color:#fff'>Jane Doe</h1></div>",
    "white on a dark class": "<style>.band{background-color:navy}h1{color:white}</style><div class=band><h1>Jane Doe",
    "white on a dark page": "<body style='background:#222;color:#fff'>Jane Doe",
    "white on a gradient": "<div style='background:linear-gradient(#000,#333);color:#fff'>Jane Doe</div>",
    "white on a picture": "<div style='background:url(x.png);color:#fff'>Jane Doe</div>",
    "white on a colour that is not known here": "<div style='background:rebeccapurple;color:#fff'>Jane Doe</div>",
    "white on something translucent": "<div style='background:rgba(0,0,0,.6);color:#fff'>Jane Doe</div>",
    "white over a band laid beneath": (
        "<div style='position:absolute;background:#203864;height:90px'></div><h1 style='color:#fff'>Jane Doe</h1>"
    ),
    "white with a sheet elsewhere": (
        "<link rel=stylesheet href=https://example.com/a.css><h1 style='color:#fff'>Jane Doe</h1>"
    ),
    "white with a shadow": "<p style='color:#fff;text-shadow:1px 1px #000'>Jane Doe</p>",
    "letters cut out of a gradient": (
        "<p style='background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent'>Jane Doe</p>"
    ),
    "a dark variable": "<style>:root{--ink:#333}p{color:var(--ink)}</style><p>Jane Doe</p>",
    "a variable of nowhere": "<p style='color:var(--ink)'>Jane Doe</p>",
    "fading in": "<p style='opacity:0;animation:appear 1s forwards'>Jane Doe</p>",
    "sliding in": "<p style='transform:translateX(-100%);transition:transform 1s'>Jane Doe</p>",
    "hidden in print": "<style>@media print{p{display:none}}</style><p>Jane Doe</p>",
    "hidden on telephones": "<style>@media (max-width:600px){p{display:none}}</style><p>Jane Doe</p>",
    "hidden under the pointer": "<style>p:hover{display:none}</style><p>Jane Doe</p>",
    "what comes after an element": "<style>p::after{display:none}</style><p>Jane Doe</p>",
    "a rule that the element's own style overrules": (
        "<style>p{display:none}</style><p style='display:block'>Jane Doe</p>"
    ),
    "hidden on walls of screens": "<style>@media (min-width:3000px){p{display:none}}</style><p>Jane Doe</p>",
    "a rule for others": "<style>.x p{display:none}</style><p>Jane Doe</p>",
    "a rule that is overruled": "<style>p{display:none}p{display:block}</style><p>Jane Doe</p>",
    "seen within what is not": "<div style='visibility:hidden'><p style='visibility:visible'>Jane Doe</p></div>",
    "hidden for screen readers only": "<p aria-hidden=true>Jane Doe</p>",
    "pushed a little": "<p style='position:relative;left:-20px;margin-left:-10px'>Jane Doe</p>",
    "lines set close in a box that cuts": "<p style='line-height:1;overflow:hidden'>Jane Doe</p>",
    "a dialog that is open": "<dialog open>Jane Doe</dialog>",
    "a mixed grey": "<p style='color:color-mix(in srgb, white 30%, black)'>Jane Doe</p>",
    "a colour of perceived lightness": "<p style='color:oklch(0.5 0.2 30)'>Jane Doe</p>",
    "a font of some size": "<p style='font:bold 12px/0 serif'>Jane Doe</p>",
    "cut at a comfortable height": "<div style='height:400px;overflow:hidden'>Jane Doe</div>",
    "light grey": "<p style='color:#bbb'>Jane Doe</p>",
    "small print": "<p style='font-size:7px'>Jane Doe</p>",
    "size by way of zero": "<div style='font-size:0'><span style='font-size:16px'>Jane Doe</span></div>",
    "an icon's name": "<i class='fa fa-phone' aria-label='Phone'></i><p>Jane Doe</p>",
    "short alternative text": "<img alt='Portrait of Jane'><p>Jane Doe</p>",
    "comments of Office": "<!--[if mso]><b>x y</b><![endif]--><p>Jane Doe</p>",
    "marks of a build tool": "<!--app--><p>Jane Doe</p><!---->",
    "a broken rule": "<style>p{color:}}} .x{{display:none</style><p>Jane Doe</p>",
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_hidden(case: str) -> None:
    document = read_document(("<!doctype html>" + CASES[case]).encode())
    assert document.text == "Jane Doe"
    assert document.hidden == ()
