"""Text whose colour says that it shows, while a mask, a pattern, a way of blending or a note over it decides otherwise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.readers.pdf import read

Build = Callable[..., bytes]

SEEN = "BT /F1 11 Tf 72 700 Td (Developer of small tools) Tj ET "
WORDS = "Kubernetes and TensorFlow expert"


def line(before: str = "", *, size: float = 11, y: float = 600, words: str = WORDS) -> str:
    return f"BT {before} /F1 {size} Tf 72 {y} Td ({words}) Tj ET "


def form(content: str, entries: str = "", box: str = "0 0 612 792") -> str:
    return (
        f"<</Type/XObject/Subtype/Form/BBox[{box}]{entries}/Resources<</Font<</F1 3 0 R>>>>/Length {len(content)}>>"
        f"stream\n{content}\nendstream"
    )


def pattern(content: str) -> dict[str, object]:
    entries = "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>"
    tile = f"<<{entries}/Length {len(content)}>>stream\n{content}\nendstream"
    return {"resources": "/Pattern<</P 10 0 R>>", "objects": [tile]}


def mask(content: str) -> dict[str, object]:
    state = "/ExtGState<</M<</SMask<</Type/Mask/S/Luminosity/G 10 0 R>>>>>>"
    return {"resources": state, "objects": [form(content, "/Group<</S/Transparency/CS/DeviceGray>>")]}


def blend(mode: str) -> dict[str, object]:
    return {"resources": f"/ExtGState<</M<</BM/{mode}>>>>"}


def alpha(value: float) -> dict[str, object]:
    return {
        "resources": f"/ExtGState<</M<</ca {value}/CA {value}>>>>/XObject<</Fm 10 0 R>>",
        "objects": [form(line(), "/Group<</S/Transparency>>")],
    }


def note(kind: str, content: str) -> dict[str, object]:
    entry = f"<</Type/Annot/Subtype/{kind}/Rect[60 590 460 620]/F 4/AP<</N 11 0 R>>>>"
    return {"page": "/Annots[10 0 R]", "objects": [entry, form(content, box="0 0 400 30")]}


def type3(glyph: str) -> dict[str, object]:
    names = [f"/a{code}" for code in range(32, 127)]
    font = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<"
        + "".join(f"{name} 11 0 R" for name in names)
        + f">>/Encoding<</Differences[32{''.join(names)}]>>/FirstChar 32/LastChar 126/Widths[{'0.5 ' * 95}]>>"
    )
    procedure = f"<</Length {len(glyph)}>>stream\n{glyph}\nendstream"
    return {"resources": "/Font<</F1 3 0 R/F9 10 0 R>>", "objects": [font, procedure]}


SHADED = "q 7 Tr BT 7 Tr /F1 11 Tf 72 600 Td (" + WORDS + ") Tj ET 0 0.4 0.6 rg 60 580 400 60 re f Q "

HIDDEN = [
    ("colour", SEEN + "/Pattern cs /P scn " + line(), pattern("1 g 0 0 9 9 re f"), "a pattern of white tiles"),
    ("colour", SEEN + "/Pattern cs /P scn " + line(), pattern(""), "a pattern of empty tiles"),
    ("transparent", SEEN + "/M gs " + line(), mask("0 g 0 0 612 792 re f"), "a mask that lets nothing through"),
    (
        "transparent",
        SEEN + "1 g 0 0 612 650 re f 0 g /M gs " + line(),
        blend("Screen"),
        "black, screened with a white ground",
    ),
    ("transparent", SEEN + "/M gs /Fm Do ", alpha(0), "a form drawn without ink"),
    ("transparent", SEEN + line().replace("/F1", "/F9"), type3("0.5 0 d0"), "a font of empty glyphs"),
    ("render-mode", SEEN + "q " + line("7 Tr") + "Q ", {}, "letters that only clip, and nothing painted through them"),
    ("covered", SEEN + line(), note("Square", "1 g 0 0 400 30 re f"), "a white square among the notes"),
    ("covered", SEEN + line(), note("Stamp", "1 g 0 0 400 30 re f"), "a white stamp"),
    ("tiny", SEEN + line(size=2), {}, "type of two points"),
    ("off-page", SEEN + line("500 Tc"), {}, "letters set so far apart that all but the first fall off the page"),
]


@pytest.mark.parametrize(("technique", "content", "options", "reason"), HIDDEN, ids=[row[3] for row in HIDDEN])
def test_what_its_colour_would_show_is_hidden(
    technique: str, content: str, options: dict[str, object], reason: str, build: Build
) -> None:
    document = read(build(content, **options))
    assert [item.technique for item in document.hidden] == [technique], reason
    assert "Kubernetes" not in document.text
    assert "Developer of small tools" in document.text


INNOCENT = [
    (SEEN + "/Pattern cs /P scn " + line(), pattern("0.2 g 0 0 9 9 re f"), "a pattern of dark tiles"),
    (SEEN + line("0.749 g"), {}, "the grey that stands for patterns, plain"),
    (SEEN + "/M gs " + line(), mask("1 g 0 0 612 792 re f"), "a mask that lets everything through"),
    (SEEN + "/M gs " + line(), blend("Multiply"), "black, multiplied with the paper"),
    (SEEN + "/M gs /Fm Do ", alpha(0.85), "a form drawn a little pale"),
    (SEEN + SHADED, {}, "letters through which a colour is painted"),
    (SEEN + line(), note("Square", "2 w 1 0 0 RG 1 1 398 28 re S"), "a frame among the notes"),
    (SEEN + line(), note("Highlight", "1 1 0 rg 0 0 400 30 re f"), "a highlighter's mark"),
    (SEEN + line(), note("Link", "1 g 0 0 400 30 re f"), "a link"),
    (line(size=2) + line(size=2, y=590, words="Developer of small tools"), {}, "a page scaled down as a whole"),
    (SEEN + line("8 Tc", size=14), {}, "letters set apart, the last of them cut by the edge"),
]


@pytest.mark.parametrize(("content", "options", "reason"), INNOCENT, ids=[row[2] for row in INNOCENT])
def test_what_shows_is_not_accused(content: str, options: dict[str, object], reason: str, build: Build) -> None:
    document = read(build(content, **options))
    assert document.hidden == (), reason
    assert "Kubernetes" in document.text, reason
