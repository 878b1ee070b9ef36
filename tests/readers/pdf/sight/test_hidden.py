"""Text that a person can't see is not in the text, and is reported with the technique that hides it.

Each case is a way to hide words that somebody has used, or could, and the look-alikes below each an honest habit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

import pytest

from aimatch.readers.pdf import read

Build = Callable[..., bytes]

SEEN = "BT /F1 11 Tf 72 700 Td (Developer of small tools) Tj ET "
WORDS = "Kubernetes and TensorFlow expert"


def line(text: str = WORDS, *, y: float = 600, before: str = "", size: float = 11, x: float = 72) -> str:
    return f"BT {before} /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def letters(text: str, *, y: float = 600, before: str = "", x: float = 72, size: float = 11) -> str:
    """One text object a letter, as browsers print."""
    return "".join(
        f"BT {before} /F2 {size} Tf {x + 0.6 * size * place:.1f} {y} Td ({letter}) Tj ET "
        for place, letter in enumerate(text)
    )


LONG = "Plans the work of a team that cares for old machines. "
PAGE_OF_LETTERS = "".join(letters(LONG * 1, y=700 - 14 * row) for row in range(8))
IMAGE = (
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 3>>"
    "stream\n{}\nendstream"
)
FORM = (
    "<</Type/XObject/Subtype/Form/BBox[0 0 612 792]{entries}/Resources<</Font<</F1 3 0 R>>>>/Length {length}>>"
    "stream\n{content}\nendstream"
)


def form(content: str, entries: str = "") -> str:
    return FORM.format(entries=entries, length=len(content), content=content)


def to_unicode(letters: dict[int, str]) -> str:
    """A font's table of what its codes are said to mean."""
    rows = "\n".join(f"<{code:02X}> <{text.encode('utf-16-be').hex()}>" for code, text in letters.items())
    content = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def swapped(shown: str, claimed: str) -> dict[str, object]:
    """A font that shows one text and claims another, letter for letter."""
    names = "".join(f"/{'space' if letter == ' ' else letter}" for letter in shown)
    font = (
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 11 0 R/FirstChar 1/LastChar 255/Widths["
        + " ".join(["556"] * 255)
        + f"]/Encoding<</Type/Encoding/Differences[1{names}]>>>>"
    )
    return {
        "resources": "/Font<</F1 3 0 R/F3 10 0 R>>",
        "objects": [font, to_unicode(dict(enumerate(claimed, 1)))],
    }


def codes(length: int, *, y: float = 600) -> str:
    return f"BT /F3 11 Tf 72 {y} Td <{bytes(range(1, length + 1)).hex()}> Tj ET "


COOK = "washes the pots and sets tables for the many guests"
LIES = "developing deep learning pipelines with kubernetes"
SCANNED = "q 612 0 0 792 0 0 cm /Im Do Q 3 Tr "
# Twelve grey rows with black ones between, as lines of a scan.
STRIPES = "<</Type/XObject/Subtype/Image/Width 1/Height 24/ColorSpace/DeviceGray/BitsPerComponent 8/Length 24>>stream\n{}\nendstream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    reason: str
    content: str
    technique: str = ""
    options: dict[str, object] = field(default_factory=dict)
    quote: str = WORDS


STATES = "/ExtGState<</Clear<</ca 0/CA 0>>/Faint<</ca 0.02/CA 0.02>>/Half<</ca 0.5>>>>"
LAYER = {
    "resources": "/Properties<</L 10 0 R>>",
    "catalog": "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>",
    "objects": ["<</Type/OCG/Name(Notes)>>"],
}

HIDDEN = [
    Case(reason="white on the white page", content=SEEN + line(before="1 g"), technique="colour"),
    Case(reason="white in RGB", content=SEEN + line(before="1 1 1 rg"), technique="colour"),
    Case(reason="white in CMYK", content=SEEN + line(before="0 0 0 0 k"), technique="colour"),
    Case(reason="almost white", content=SEEN + line(before="0.98 0.98 0.98 rg"), technique="colour"),
    Case(reason="white, set before the text begins", content=SEEN + "1 g " + line(), technique="colour"),
    Case(
        reason="the colour of the band it stands on",
        content=SEEN + "0.1 0.2 0.4 rg 0 560 612 80 re f " + line(),
        technique="colour",
    ),
    Case(
        reason="the colour of a sidebar",
        content=SEEN + "0.85 0.9 0.95 rg 0 0 300 650 re f " + line(),
        technique="colour",
    ),
    Case(
        reason="white on a white picture",
        content=SEEN + "q 400 0 0 100 50 560 cm /Im Do Q 1 g " + line(),
        technique="colour",
        options={"resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("\xff\xff\xff")]},
    ),
    Case(reason="white outlines only", content=SEEN + "1 G 1 Tr " + line(before="1 Tr"), technique="colour"),
    Case(reason="invisible render mode", content=SEEN + line(before="3 Tr"), technique="render-mode"),
    Case(
        reason="invisible over a small photograph, no scan",
        content=SEEN + "q 90 0 0 90 60 560 cm /Im Do Q " + line(before="3 Tr"),
        technique="render-mode",
        options={"resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("abc")]},
    ),
    Case(
        reason="invisible over a full-page background with much visible text on it",
        content="q 612 0 0 792 0 0 cm /Im Do Q " + SEEN + line("Ten years of it", y=680) + line(before="3 Tr"),
        technique="render-mode",
        options={"resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("\xfa\xfa\xff")]},
    ),
    Case(
        reason="no opacity",
        content=SEEN + "/Clear gs " + line(),
        technique="transparent",
        options={"resources": STATES},
    ),
    Case(
        reason="next to no opacity",
        content=SEEN + "/Faint gs " + line(),
        technique="transparent",
        options={"resources": STATES},
    ),
    Case(reason="type of half a point", content=SEEN + line(size=0.5), technique="tiny"),
    Case(reason="type of one point", content=SEEN + line(size=1), technique="tiny"),
    Case(
        reason="type made small by its matrix",
        content=SEEN + f"BT /F1 11 Tf 0.05 0 0 0.05 72 600 Tm ({WORDS}) Tj ET",
        technique="tiny",
    ),
    Case(
        reason="type made small by the page's matrix",
        content=SEEN + "q 0.05 0 0 0.05 0 0 cm " + line(y=6000, x=1440) + "Q",
        technique="tiny",
    ),
    Case(
        reason="a form made small",
        content=SEEN + "q 0.09 0 0 0.09 72 600 cm /Fm Do Q",
        technique="tiny",
        options={"resources": "/XObject<</Fm 10 0 R>>", "objects": [form(line(y=0, x=0))]},
    ),
    Case(
        reason="a form made small by its own matrix",
        content=SEEN + "/Fm Do",
        technique="tiny",
        options={
            "resources": "/XObject<</Fm 10 0 R>>",
            "objects": [form(line(y=0, x=0), "/Matrix[0.09 0 0 0.09 72 600]")],
        },
    ),
    Case(reason="below the page", content=SEEN + line(y=-200), technique="off-page"),
    Case(reason="right of the page", content=SEEN + line(x=700), technique="off-page"),
    Case(
        reason="outside of the crop box",
        content=SEEN + line(y=50),
        technique="off-page",
        options={"page": "/CropBox[0 300 612 792]"},
    ),
    Case(reason="clipped away", content=SEEN + "q 0 0 20 20 re W n " + line() + "Q", technique="clipped"),
    Case(
        reason="clipped away twice over",
        content=SEEN + "q 0 0 612 792 re W n 400 0 20 20 re W n " + line() + "Q",
        technique="clipped",
    ),
    Case(
        reason="under a white rectangle",
        content=SEEN + line() + "1 g 60 590 400 30 re f ",
        technique="covered",
    ),
    Case(
        reason="under a dark band",
        content=SEEN + line() + "0.2 g 0 560 612 80 re f ",
        technique="covered",
    ),
    Case(
        reason="under a picture",
        content=SEEN + line() + "q 400 0 0 60 60 580 cm /Im Do Q",
        technique="covered",
        options={"resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("abc")]},
    ),
    Case(
        reason="under a shape in a form",
        content=SEEN + line() + "/Fm Do",
        technique="covered",
        options={"resources": "/XObject<</Fm 10 0 R>>", "objects": [form("1 g 60 590 400 30 re f")]},
    ),
    Case(
        reason="white, in a form",
        content=SEEN + "/Fm Do",
        technique="colour",
        options={"resources": "/XObject<</Fm 10 0 R>>", "objects": [form("1 g " + line())]},
    ),
    Case(
        reason="white, in a form that a matrix moves",
        content=SEEN + "q 1 0 0 1 0 -100 cm /Fm Do Q",
        technique="colour",
        options={"resources": "/XObject<</Fm 10 0 R>>", "objects": [form("1 g " + line())]},
    ),
    Case(
        reason="in a layer that is switched off",
        content=SEEN + "/OC /L BDC " + line() + "EMC",
        technique="layer",
        options=LAYER,
    ),
    Case(
        reason="a word shown, many claimed",
        content=SEEN + f"/Span <</ActualText ({WORDS})>> BDC " + line("gardening") + "EMC",
        technique="lying-font",
    ),
    Case(
        reason="one glyph mapped to many letters",
        content=SEEN + "BT /F3 11 Tf 72 600 Td (k) Tj ET",
        technique="lying-font",
        options={
            "resources": "/Font<</F1 3 0 R/F3 10 0 R>>",
            "objects": [
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 11 0 R/FirstChar 107/LastChar 107/Widths[500]>>",
                to_unicode({107: WORDS}),
            ],
        },
    ),
    Case(
        reason="letters that the font says are others",
        content=SEEN + codes(len(LIES)),
        technique="lying-font",
        options=swapped(COOK[: len(LIES)], LIES),
        quote=LIES,
    ),
    Case(
        reason="invisible where the scan is blank",
        content=SCANNED + "".join(line("Developer of small tools", y=760 - 66 * row) for row in range(6)) + line(y=50),
        technique="render-mode",
        options={
            "resources": "/XObject<</Im 10 0 R>>",
            "objects": [STRIPES.format("\xf0\x10" * 10 + "\xf0" * 4)],
        },
    ),
    Case(
        reason="white, one object a letter",
        content=PAGE_OF_LETTERS + letters(WORDS, y=500, before="1 g"),
        technique="colour",
    ),
    Case(
        reason="white words within a line of black letters",
        content=PAGE_OF_LETTERS + letters("Likes ", y=500) + letters(WORDS, y=500, before="1 g", x=110),
        technique="colour",
    ),
    Case(
        reason="covered, one object a letter",
        content=PAGE_OF_LETTERS + letters(WORDS, y=500) + "1 g 60 490 400 30 re f",
        technique="covered",
    ),
    Case(
        reason="white on a turned page",
        content=SEEN + line(before="1 g"),
        technique="colour",
        options={"page": "/Rotate 90"},
    ),
]


@pytest.mark.parametrize("case", HIDDEN, ids=lambda case: case.reason)
def test_hidden(case: Case, build: Build) -> None:
    document = read(build(case.content, **case.options))
    assert [(item.technique, item.quote) for item in document.hidden] == [(case.technique, case.quote)]
    assert "Kubernetes" not in document.text
    assert "Developer" in document.text or "Plans the work" in document.text
    hidden = document.hidden[0]
    assert hidden.page == 1
    assert hidden.box is not None
    assert hidden.box.x0 < hidden.box.x1
    assert hidden.box.y0 < hidden.box.y1


INNOCENT = [
    Case(reason="white on a dark band", content=SEEN + "0.1 g 0 560 612 80 re f 1 g " + line()),
    Case(reason="white on a dark sidebar in a form", content=SEEN + "/Fm Do 1 g " + line(), options={
        "resources": "/XObject<</Fm 10 0 R>>", "objects": [form("0.1 g 0 0 400 650 re f")]}),
    Case(reason="white on a dark photograph", content=SEEN + "q 400 0 0 100 50 560 cm /Im Do Q 1 g " + line(), options={
        "resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("abc")]}),
    Case(reason="white on a dark rounded box", content=SEEN
         + "0.1 g 40 560 m 50 550 l 550 550 l 560 560 l 560 640 l 550 650 l 50 650 l 40 640 l h f 1 g " + line()),
    Case(reason="grey that can be read", content=SEEN + line(before="0.6 g")),
    Case(reason="pale, but a person sees it", content=SEEN + line(before="0.9 g")),
    Case(reason="recognised text, invisible over the scan", content="q 612 0 0 792 0 0 cm /Im Do Q 3 Tr " + line(),
         options={"resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("\xf0\xf0\xf0")]}),
    Case(reason="recognised text, under the scan", content=line() + "q 612 0 0 792 0 0 cm /Im Do Q",
         options={"resources": "/XObject<</Im 10 0 R>>", "objects": [IMAGE.format("\xf0\xf0\xf0")]}),
    Case(reason="printed twice to look bold", content=SEEN + line() + line(x=72.3)),
    Case(reason="a white shadow beneath the words", content=SEEN + line(before="1 g", x=73, y=599) + "0 g " + line()),
    Case(reason="half transparent", content=SEEN + "/Half gs " + line(), options={"resources": STATES}),
    Case(reason="a watermark in large pale type", content=SEEN + line() + line("DRAFT", size=90, before="0.85 g", y=300)),
    Case(reason="an empty string and a blank in white, left by a template",
         content=SEEN + line() + line("", before="1 g", y=500) + line(" ", before="1 g", y=480) + line(".", before="1 g", y=460)),
    Case(reason="a frame drawn after the words, not filled", content=SEEN + line() + "60 590 400 30 re S "),
    Case(reason="a marker over the words that lets them be seen", content=SEEN + line() + "/Half gs 1 1 0 rg 60 590 400 30 re f",
         options={"resources": STATES}),
    Case(reason="a rectangle drawn beside the words", content=SEEN + line() + "0.5 g 300 590 100 30 re f"),
    Case(reason="an underline drawn after the words", content=SEEN + line() + "0 g 72 597 180 1 re f"),
    Case(reason="a clip around the words", content=SEEN + "q 60 580 400 40 re W n " + line() + "Q"),
    Case(reason="small print of five points", content=SEEN + line(size=5)),
    Case(reason="a page scaled down, with a page number that is not",
         content=line(size=2) + line("Developer of small tools", size=2, y=590) + line("Page 1 of 3", size=9, y=20)),
    Case(reason="a page scaled down, under a large word, one object a letter",
         content=letters("DRAFT", size=60, y=700, x=0) + "".join(letters(WORDS if row == 6 else "Developer of small tools and old machines",
                                                                     size=2, y=600 - 3 * row) for row in range(12))),
    Case(reason="a page scaled down, under a large word",
         content=line(size=2) + line("Developer of small tools", size=2, y=590) + line("DRAFT", size=60, y=300)),
    Case(reason="a layer that is switched on", content=SEEN + "/OC /L BDC " + line() + "EMC",
         options={**LAYER, "catalog": "/OCProperties<</OCGs[10 0 R]/D<</ON[10 0 R]>>>>"}),
    Case(reason="an ActualText that says what the glyphs say",
         content=SEEN + f"/Span <</ActualText ({WORDS})>> BDC " + line() + "EMC"),
    Case(reason="a page number that fell off the page", content=SEEN + line() + line("Page 1", y=-20)),
    Case(reason="white words on a dark band, one object a letter",
         content=PAGE_OF_LETTERS + "0.1 g 0 480 612 40 re f " + letters(WORDS, y=500, before="1 g")),
    Case(reason="letters that the font says they are", content=SEEN + codes(len(LIES)), options=swapped(LIES, LIES), quote=LIES),
    Case(reason="small letters shown as capitals", content=SEEN + codes(len(LIES)), options=swapped(LIES.upper(), LIES), quote=LIES),
    Case(reason="words shown as small capitals before plain ones", content=SEEN + codes(len(LIES)),
         options=swapped(LIES[:36].upper() + LIES[36:], LIES), quote=LIES),
    Case(reason="recognised text a little off the scan's lines",
         content=SCANNED + "".join(line(WORDS if row == 2 else "Developer", y=764 - 66 * row) for row in range(10)),
         options={"resources": "/XObject<</Im 10 0 R>>", "objects": [STRIPES.format("\xf0\x10" * 12)]}),
    Case(reason="outlines in black around white letters", content=SEEN + "1 g 0 G " + line(before="2 Tr", size=24)),
]  # fmt: skip


@pytest.mark.parametrize("case", INNOCENT, ids=lambda case: case.reason)
def test_innocent(case: Case, build: Build) -> None:
    document = read(build(case.content, **case.options))
    assert document.hidden == ()
    assert document.text.count(case.quote) == 1


def test_what_a_lying_font_shows_is_read_where_pictures_can_be(build: Build) -> None:
    pytest.importorskip("rapidocr")
    shown = COOK[: len(LIES)]
    document = read(build(SEEN + codes(len(LIES)), **swapped(shown, LIES)))
    letters = "".join(document.text.split("\n")[-1].split())
    assert SequenceMatcher(None, letters, "".join(shown.split())).ratio() > 0.8


@pytest.mark.parametrize("size", [1, 2, 2.4])
@pytest.mark.parametrize("seen", [SEEN, "BT /F1 8 Tf 72 700 Td (Ada Example, engineer) Tj ET "])
@pytest.mark.parametrize("objects", [letters, line], ids=["letters", "lines"])
def test_tiny_type_is_found_however_much_there_is(
    objects: Callable[..., str], seen: str, size: float, build: Build
) -> None:
    """A short text of ordinary type makes the page no scaled one, beside however many tiny lines, of one object or many."""
    document = read(build(seen + "".join(objects(WORDS, size=size, y=600 - 3 * row) for row in range(30))))
    assert {item.technique for item in document.hidden} == {"tiny"}
    assert sum(item.quote.count("TensorFlow") for item in document.hidden) == 30
    assert "Kubernetes" not in document.text


def test_tiny_type_whose_letters_and_spaces_are_objects_each_is_found_whole(build: Build) -> None:
    """As browsers print it: beside letters of one point, a space stands where the shadow of other letters might."""
    content = "".join(
        f"BT /F2 {size} Tf {72 + 0.6 * size * at:.1f} {y} Td ({sign}) Tj ET "
        for size, y in ((11, 700), (11, 680), (1, 600))
        for at, sign in enumerate(WORDS if size == 1 else "Engineer who tends the harbour of the town")
    )
    document = read(build(content))
    assert "".join("".join(item.quote for item in document.hidden).split()) == WORDS.replace(" ", "")
    assert document.text.count("Engineer") == 2
    assert len(document.text.split()) == 16


CUT = [
    ("German, intermediate", 72, 594, 0, "the end of a list"),
    (WORDS * 2, 72, 594, 1, "more than a line's end"),
    ("German, intermediate", 200, 594, 1, "beside no list"),
    ("German, intermediate", 72, 570, 1, "further below"),
]


@pytest.mark.parametrize(("words", "x", "y", "count", "reason"), CUT, ids=[case[4] for case in CUT])
def test_the_last_line_of_a_list_that_its_box_is_too_low_for(
    words: str, x: float, y: float, count: int, reason: str, build: Build
) -> None:
    """Its author sees it cut off as well: it is neither read nor held against anybody."""
    box = "q 60 605 400 60 re W n "
    content = SEEN + box + line("English, native", y=634) + line("Danish, fluent", y=614) + line(words, x=x, y=y) + "Q"
    document = read(build(content))
    assert len(document.hidden) == count, reason
    assert words not in document.text


def test_what_is_hidden_follows_the_line_above_it(build: Build) -> None:
    shown = "BT /F1 12 Tf 72 {} Td ({}) Tj ET\n"
    lines = shown.format(700, "Jane Doe") + shown.format(680, "Built the fare engine") + shown.format(640, "Skills")
    hidden = f"BT /F1 12 Tf 3 Tr 72 660 Td ({WORDS}) Tj ET\n"
    document = read(build(lines + hidden))
    assert [document.text[: item.at].split("\n")[-1] for item in document.hidden] == ["Built the fare engine"]
    document = read(build(hidden + shown.format(600, "Skills")))
    assert [item.at for item in document.hidden] == [None], "above all that is seen"
