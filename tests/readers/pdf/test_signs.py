"""Signs of fonts that don't say which characters they draw."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from aimatch.readers.pdf import read

Build = Callable[..., bytes]
# A bitmap font as TeX writes it: glyphs without names that tell anything, codes as in TeX's encoding.
CODES = {
    **{code: f"a{code}" for code in range(33, 127)},
    **{code: f"a{code}" for code in (21, 27, 28, 29, 30, 31, 136)},
}


def tex_font() -> list[str]:
    procedures = "".join(f"/{name} 11 0 R" for name in CODES.values())
    differences = " ".join(f"{code}/{name}" for code, name in sorted(CODES.items()))
    widths = " ".join("0" if code not in CODES else "0.5" for code in range(137))
    glyph = "0.5 0 0 0 0.4 0.7 d1 0 0 0.4 0.7 re f"
    return [
        f"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/CharProcs<<{procedures}>>"
        f"/Encoding<</Differences[{differences}]>>/FirstChar 0/LastChar 136/Widths[{widths}]>>",
        f"<</Length {len(glyph)}>>stream\n{glyph}\nendstream",
    ]


def set_by_tex(lines: list[bytes]) -> bytes:
    content = b""
    for number, line in enumerate(lines):
        words = b" ".join(b"(%s) -300" % word for word in line.split(b" "))
        content += b"BT /F1 10 Tf 60 %d Td [%s] TJ ET " % (700 - 14 * number, words)
    return content


def test_ligatures_and_dashes_of_tex_s_bitmap_fonts_are_letters(build: Build) -> None:
    lines = [
        b"\x88 Moved the nightly reports of Air\x1dow and the o\x1eces o\x1b cron",
        b"\x88 The \x1crst of its kind, it was planned and kept running o\x1fine",
        b"\x88 Engineer 2019 \x15 2021",
        b"who wrote down what was done and why so that others could go on with it",
    ]
    content = set_by_tex(lines)
    document = read(build(content, resources="/Font<</F1 10 0 R>>", objects=tex_font()))
    assert document.text.split("\n") == [
        "• Moved the nightly reports of Airflow and the offices off cron",
        "• The first of its kind, it was planned and kept running offline",
        "• Engineer 2019 – 2021",
        "who wrote down what was done and why so that others could go on with it",
    ]


def test_codes_of_an_arbitrary_font_are_not_taken_for_tex_s(build: Build) -> None:
    """Where many letters are control characters, they are not TeX's ligatures."""
    content = set_by_tex([b"\x1b\x1c\x1d\x1e \x1f\x1b\x1d ab", b"\x1c\x1b \x1d\x1e\x1f c"])
    text = read(build(content, resources="/Font<</F1 10 0 R>>", objects=tex_font())).text
    assert "ff" not in text
    assert "fi" not in text


@pytest.mark.parametrize(
    ("sign", "first", "reason"),
    [
        ("{", "•", "a circle of TeX's symbol font"),
        ("}", "•", "another sign that begins no sentence"),
        ("$", "$", "an amount"),
        ("-", "-", "a dash is a bullet as it is"),
    ],
)
def test_a_sign_that_begins_several_lines_is_a_bullet(sign: str, first: str, reason: str, build: Build) -> None:
    content = "".join(
        f"BT /F1 10 Tf 60 {700 - 14 * number} Td ({sign} line {number} of the list) Tj ET " for number in range(3)
    )
    text = read(build(content)).text
    assert [line[0] for line in text.split("\n")] == [first] * 3, reason


def test_a_sign_that_begins_one_line_is_kept(build: Build) -> None:
    content = "BT /F1 10 Tf 60 700 Td ({ set of tools }) Tj ET BT /F1 10 Tf 60 686 Td (and what follows) Tj ET"
    assert read(build(content)).text.startswith("{ set of tools }")


@pytest.mark.parametrize(
    ("written", "text", "reason"),
    [
        ("SkillS", "Skills", "one letter drawn alike in both cases"),
        ("cErtificationS", "Certifications", "the first one too"),
        ("ProfEssional ExpEriEncE", "Professional Experience", "two words"),
        ("PostgreSQL", "PostgreSQL", "a name is no heading"),
        ("AdditionalInformation", "AdditionalInformation", "two words without a space"),
    ],
)
def test_headings_in_small_capitals_are_in_one_case(written: str, text: str, reason: str, build: Build) -> None:
    assert read(build(f"BT /F1 12 Tf 60 700 Td ({written}) Tj ET")).text == text, reason


def beyond(codes: str) -> list[str]:
    """Courier, whose code 1 is said to be ``codes`` in UTF-16."""
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar\n<01> <{codes}>\nendbfchar\n"
        "1 beginbfrange\n<20> <7A> <0020>\nendbfrange endcmap end end"
    )
    widths = " ".join(["600"] * 122)
    return [
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 11 0 R/Encoding<</Differences[1/a]>>"
        f"/FirstChar 1/LastChar 122/Widths[{widths}]>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]


def test_what_follows_an_emoji_is_read_as_everything_else(build: Build) -> None:
    """pdfium counts it as two characters, and every place after it once lay one letter off."""
    lines = ["Keeps pages up", "Plays the guitar, quickly", "Kept the paging quiet for years"]
    content = "".join(
        f"BT /F3 10 Tf 60 {700 - 14 * row} Td (\x01 {line}) Tj ET BT /F1 10 Tf 400 {700 - 14 * row} Td (2019) Tj ET "
        for row, line in enumerate(lines)
    )
    content += "BT /F3 10 Tf 60 658 Td (Awards \x01 and talks) Tj ET"
    document = read(build(content, resources="/Font<</F1 3 0 R/F3 10 0 R>>", objects=beyond("D83CDF93")))
    assert document.text == "\n".join(f"• {line}\t2019" for line in lines) + "\nAwards \U0001f393 and talks"
    assert document.hidden == ()


def test_a_line_behind_a_sign_without_a_name_is_whole(build: Build) -> None:
    """Drawn letter by letter, as browsers do it. pdfium puts a space of no size in behind the sign."""
    letters = "".join(
        f"BT /F2 10 Tf {90 + 6 * at} 700 Td ({letter}) Tj ET "
        for at, letter in enumerate("Harbour Town")
        if letter != " "
    )
    objects = [
        "<</Type/Font/Subtype/Type0/BaseFont/Signs/Encoding/Identity-H/DescendantFonts[11 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Signs/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/DW 600/FontDescriptor<</Type/FontDescriptor/FontName/Signs/Flags 4/FontBBox[0 0 600 700]"
        "/ItalicAngle 0/Ascent 700/Descent 0/CapHeight 700/StemV 80>>>>",
    ]
    content = f"BT /F3 10 Tf 78 700 Td <0002> Tj ET {letters}BT /F2 10 Tf 60 680 Td (Engineer) Tj ET"
    text = read(build(content, resources="/Font<</F2 4 0 R/F3 10 0 R>>", objects=objects)).text
    assert text == "Harbour Town\nEngineer"


def test_an_accent_drawn_over_a_letter_is_one_with_it(build: Build) -> None:
    """As TeX's older fonts do it: before a small letter, raised over a capital, on its own where no letter is under it."""
    accents = "/Encoding<</Differences[1/acute/dieresis/cedilla/grave/dotlessi]>>"
    content = "".join(
        f"BT /F3 10 Tf {x} {y} Td ({text}) Tj ET "
        for x, y, text in (
            (60, 700, "Soci"), (84, 700, "\\001"), (84, 700, "ete"),
            (60, 686, "Besan"), (90, 686, "\\003"), (90, 686, "con"),
            (60, 672, "na"), (72, 672, "\\002"), (72, 672, "\\005ve"),
            (60, 660.5, "\\001"), (60, 658, "Ecole"), (96, 658, "with \\004code"),
        )
    )  # fmt: skip
    text = read(
        build(
            content,
            resources="/Font<</F3 10 0 R>>",
            objects=[f"<</Type/Font/Subtype/Type1/BaseFont/Courier{accents}>>"],
        )
    ).text
    assert text.split("\n") == ["Sociéte", "Besançon", "naïve", "École with `code"]


def named(font: str, signs: str = "") -> tuple[str, list[str]]:
    """Resources and objects with a font of the name as F3, whose codes from 1 on are said to be these characters."""
    told = "".join(f"<{code:02x}> <{ord(sign):04x}>\n" for code, sign in enumerate(signs, 1))
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(signs)} beginbfchar\n{told}endbfchar\nendcmap end end"
    )
    names = ["alpha"] if font == "Symbol" else ["a", "b", "c", "d"]  # glyphs that the substitute has
    differences = "".join(f"/{name}" for name in names[: len(signs)])
    return "/Font<</F1 3 0 R/F3 10 0 R>>", [
        f"<</Type/Font/Subtype/Type1/BaseFont/{font}/ToUnicode 11 0 R/Encoding<</Differences[1{differences}]>>"
        f"/FirstChar 1/LastChar {len(signs)}/Widths[{' '.join(['900'] * len(signs))}]>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]


def with_icons(build: Build, font: str, signs: str, lines: list[str]) -> str:
    """The text of lines in which characters from 1 on are of a font of that name."""
    resources, objects = named(font, signs)
    content = ""
    for row, line in enumerate(lines):
        x = 60
        for part in re.findall(r"[\x01-\x1f]+|[^\x01-\x1f]+", line):
            face = "F3" if part < " " else "F1"
            content += f"BT /{face} 10 Tf {x} {700 - 14 * row} Td ({part.strip()}) Tj ET "
            x += 14 if part < " " else 6 * len(part)
    return read(build(content, resources=resources, objects=objects)).text


@pytest.mark.parametrize(
    ("font", "signs", "line", "text", "reason"),
    [
        ("ABCDEF+FontAwesome", "½", "\x01 Springfield", "Springfield", "an icon in front"),
        ("FontAwesome5Free-Solid", "#", "Springfield \x01 555-0142", "Springfield\t555-0142", "one between two data"),
        ("MaterialIcons-Regular", "R", "\x01 Runa", "Runa", "one that is said to be a letter"),
        ("MarVoSym", "H", "\x01 555-0142", "555-0142", "a symbol font of TeX"),
        ("Wingdings-Regular", "Ø", "\x01 Kept ledgers", "• Kept ledgers", "a bullet that is said to be a letter"),
        ("Wingdings", "\uf0d8", "\x01 Kept ledgers", "• Kept ledgers", "a bullet at the place of symbol fonts"),
        ("Wingdings", "\uf028", "\x01 555-0142", "555-0142", "a picture of a telephone"),
        ("Wingdings", "\uf0fe", "\x01 Git", "☑ Git", "a ticked box"),
        ("Symbol", "\uf0b7", "\x01 Kept ledgers", "• Kept ledgers", "the bullet of Symbol"),
        ("Signs", "\uf3c5", "Oslo \x01 Norway", "Oslo\tNorway", "a character of private use in any font"),
        (
            "MinionPro-Expert",
            "\uf732\uf730\uf731\uf739",
            "in \x01\x02\x03\x04",
            "in\t2019",
            "figures of lower-case size",
        ),
        ("Symbol", "α", "\x01 testing", "α testing", "a Greek letter"),
        ("Silicone", "R", "\x01 and SQL", "R and SQL", "a font of letters"),
    ],
)
def test_icons_are_no_letters(font: str, signs: str, line: str, text: str, reason: str, build: Build) -> None:
    assert with_icons(build, font, signs, [line]) == text, reason


def test_an_icon_that_begins_lines_of_prose_is_a_bullet(build: Build) -> None:
    lines = [
        "\x01 Kept the ledgers of the harbour",
        "\x01 Wrote the night reports for them",
        "\x02 Oslo",
        "\x02 Bergen",
    ]
    text = with_icons(build, "FontAwesome", "Æ½", lines)
    assert text.split("\n") == [
        "• Kept the ledgers of the harbour", "• Wrote the night reports for them", "Oslo", "Bergen"
    ]  # fmt: skip


def test_an_empty_box_is_one_where_others_are_ticked(build: Build) -> None:
    assert with_icons(build, "Wingdings", "\uf0fe\uf0a8", ["\x01 Git", "\x02 Perl"]) == "☑ Git\n☐ Perl"
    assert with_icons(build, "Wingdings", "\uf0fe\uf0a8", ["\x02 Git", "\x02 Perl"]) == "• Git\n• Perl"


def test_codes_of_a_font_with_a_name_are_not_taken_for_tex_s(build: Build) -> None:
    """A typesetter that makes fonts of its own numbers their glyphs as they come."""
    resources, objects = named("ABCDEF+Body", "\x1b")
    content = "BT /F1 10 Tf 60 700 Td (The o) Tj /F3 10 Tf (\\001) Tj /F1 10 Tf (ice kept running all the year) Tj ET"
    assert "off" not in read(build(content, resources=resources, objects=objects)).text
