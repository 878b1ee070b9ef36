"""PDFs made to do harm, and PDFs that came to harm: a clear error or a document, never another library's exception."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.errors import AimatchError, EncryptedFile, LimitExceeded, MissingExtra, ReadError
from aimatch.readers import ocr
from aimatch.readers.limits import Limits
from aimatch.readers.pdf import read

Build = Callable[..., bytes]

SEEN = "BT /F1 11 Tf 72 700 Td (Developer of small tools) Tj ET "


def packed(content: bytes, entries: bytes = b"/Filter/FlateDecode") -> bytes:
    data = zlib.compress(content, 9)
    return b"<<%s/Length %d>>stream\n" % (entries, len(data)) + data + b"\nendstream"


def form(content: str, names: str) -> str:
    return (
        f"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<<{names}>>>>/Length {len(content)}>>"
        f"stream\n{content}\nendstream"
    )


def encrypted(password: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, encrypt=StandardEncryption(password, ownerPassword="owner", strength=128), invariant=1)
    canvas.drawString(72, 700, "Developer of small tools")
    canvas.save()
    return target.getvalue()


def test_not_a_pdf() -> None:
    with pytest.raises(ReadError, match=r"cv\.pdf: is not a PDF"):
        read(b"<html>no such page</html>", "cv.pdf")


def test_empty() -> None:
    with pytest.raises(ReadError, match="is not a PDF"):
        read(b"", "cv.pdf")


def test_only_a_header() -> None:
    with pytest.raises(ReadError, match="its end is missing"):
        read(b"%PDF-1.7\n", "cv.pdf")


def test_cut_off_before_its_pages(build: Build) -> None:
    with pytest.raises(ReadError, match="broken"):
        read(build(SEEN)[:60], "cv.pdf")


def test_cut_off_at_its_end_is_repaired(build: Build) -> None:
    whole = build(SEEN)
    assert "Developer" in read(whole[: whole.rindex(b"xref")]).text


def test_text_before_the_header_is_passed_over(build: Build) -> None:
    assert "Developer" in read(b"\r\n\r\nreceived by mail\r\n" + build(SEEN)).text


def test_a_password_is_needed() -> None:
    with pytest.raises(EncryptedFile, match=r"password.*save a copy without"):
        read(encrypted("secret"), "cv.pdf")


def test_the_empty_password_is_tried() -> None:
    assert "Developer" in read(encrypted("")).text


def test_more_pages_than_allowed(build: Build) -> None:
    with pytest.raises(LimitExceeded, match=r"5 pages.*max_pages"):
        read(build(*[SEEN] * 5), "cv.pdf", Limits(max_pages=4))


def test_thousands_of_pages_in_a_small_file(build: Build) -> None:
    kids = b" ".join([b"100 0 R"] * 5000)
    data = build(SEEN).replace(b"/Kids[100 0 R]/Count 1", b"/Kids[" + kids + b"]/Count 5000")
    with pytest.raises(LimitExceeded, match="pages"):
        read(data, "cv.pdf")


def test_longer_than_allowed(build: Build) -> None:
    with pytest.raises(LimitExceeded, match="max_bytes"):
        read(build(SEEN), "cv.pdf", Limits(max_bytes=100))


def test_more_text_than_allowed(build: Build) -> None:
    with pytest.raises(LimitExceeded, match="max_characters"):
        read(build(SEEN.replace("small", "small " * 40)), "cv.pdf", Limits(max_characters=100))


def test_a_stream_that_unpacks_without_end(build: Build) -> None:
    bomb = packed(b" " * 60_000_000)
    data = build(SEEN, objects=[bomb])
    with pytest.raises(LimitExceeded, match="unpacks to more than"):
        read(data, "cv.pdf")


def test_a_bomb_packed_twice(build: Build) -> None:
    bomb = packed(zlib.compress(b" " * 60_000_000, 9), b"/Filter[/FlateDecode/FlateDecode]")
    assert len(bomb) < 8_000
    with pytest.raises(LimitExceeded, match="unpacks to more than"):
        read(build(SEEN, objects=[bomb]), "cv.pdf")


def test_a_form_that_draws_itself_twice(build: Build) -> None:
    data = build(SEEN + "/X Do", resources="/XObject<</X 10 0 R>>", objects=[form("/X Do /X Do", "/X 10 0 R")])
    with pytest.raises(LimitExceeded, match="forms within one another"):
        read(data, "cv.pdf")


def test_forms_that_draw_one_another(build: Build) -> None:
    objects = [form("/X Do /X Do", "/X 11 0 R"), form("/X Do /X Do", "/X 10 0 R")]
    with pytest.raises(LimitExceeded, match="forms within one another"):
        read(build(SEEN + "/X Do", resources="/XObject<</X 10 0 R>>", objects=objects), "cv.pdf")


def test_forms_nested_a_billion_times(build: Build) -> None:
    objects = [form("/X Do " * 10, f"/X {11 + level} 0 R") for level in range(9)] + [form("0 0 1 1 re f", "")]
    with pytest.raises(LimitExceeded, match="forms within one another"):
        read(build(SEEN + "/X Do", resources="/XObject<</X 10 0 R>>", objects=objects), "cv.pdf")


def test_forms_that_share_their_resources_are_no_circle(build: Build) -> None:
    """Producers give every form the same list, itself in it; what counts is what its content draws."""
    shared = "/A 10 0 R/B 11 0 R"
    data = build(SEEN + "/A Do", resources=f"/XObject<<{shared}>>", objects=[form("/B Do", shared), form("", shared)])
    assert "Developer" in read(data).text


def test_a_page_tree_that_holds_itself(build: Build) -> None:
    data = build(SEEN).replace(b"/Kids[100 0 R]", b"/Kids[002 0 R]")
    with pytest.raises(ReadError, match="page"):
        read(data, "cv.pdf")


def test_one_broken_page_of_two(build: Build) -> None:
    data = build(SEEN, SEEN).replace(b"/Kids[100 0 R 102 0 R]", b"/Kids[999 0 R 102 0 R]")
    document = read(data)
    assert "Developer" in document.text
    assert [page.origin for page in document.pages] == ["none", "text"]
    assert any("page 1" in note for note in document.notes)


def test_nul_bytes_and_control_characters_become_spaces(build: Build) -> None:
    text = read(build(b"BT /F1 11 Tf 72 700 Td (Developer\000\001of tools) Tj ET")).text
    assert not any(ord(character) < 32 for character in text)
    assert text.startswith("Developer")


def test_a_page_of_no_size(build: Build) -> None:
    assert_clear(build(SEEN, media="0 0 0 0"))


def test_a_page_of_enormous_size(build: Build) -> None:
    document = read(build(SEEN + "BT 1 g /F1 11 Tf 72 600 Td (white words) Tj ET", media="0 0 9000000 9000000"))
    assert "Developer" in document.text


def test_numbers_beyond_all_bounds(build: Build) -> None:
    assert_clear(
        build(SEEN + "BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 -1e38 Tm (far) Tj ET 1e308 0 0 1e-308 0 0 cm /F1 9 Tf")
    )


def test_a_font_of_no_size(build: Build) -> None:
    assert "Developer" in read(build(SEEN + "BT /F1 0 Tf 72 600 Td (nothing) Tj ET")).text


def test_operators_without_end(build: Build) -> None:
    assert "Developer" in read(build(SEEN + "q " * 50_000)).text


def test_a_picture_whose_data_is_missing(build: Build) -> None:
    broken = "<</Type/XObject/Subtype/Image/Width 9999/Height 9999/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 0>>stream\n\nendstream"
    data = build(SEEN + "q 400 0 0 400 0 0 cm /X Do Q", resources="/XObject<</X 10 0 R>>", objects=[broken])
    assert "Developer" in read(data).text


def test_a_script_is_not_run_and_a_link_not_followed(build: Build) -> None:
    data = build(
        SEEN, catalog="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</O<</S/URI/URI(http://example.com)>>>>"
    )
    assert read(data).text == "Developer of small tools"


def test_an_empty_document(build: Build) -> None:
    with pytest.raises(ReadError, match="has no text"):
        read(build(""), "cv.pdf")


SCAN = "q 612 0 0 792 0 0 cm /Im Do Q"
PICTURE = {
    "resources": "/XObject<</Im 10 0 R>>",
    "objects": [
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 3>>"
        "stream\nabc\nendstream"
    ],
}


@pytest.fixture
def _no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise MissingExtra("reading text in pictures (OCR)", "ocr")

    monkeypatch.setattr(ocr, "engine", missing)


@pytest.mark.usefixtures("_no_ocr")
def test_a_scan_says_what_to_install(build: Build) -> None:
    with pytest.raises(ReadError, match=r"is a scan.*aimatch\[ocr\]"):
        read(build(SCAN, **PICTURE), "cv.pdf")


@pytest.mark.usefixtures("_no_ocr")
def test_a_scanned_page_among_others_is_noted(build: Build) -> None:
    document = read(build(SEEN, SCAN, **PICTURE))
    assert [page.origin for page in document.pages] == ["text", "none"]
    assert any("page 2" in note and "aimatch[ocr]" in note for note in document.notes)


@pytest.mark.usefixtures("_no_ocr")
def test_a_scan_with_the_name_of_its_app_is_noted(build: Build) -> None:
    document = read(build(SCAN + " BT /F1 9 Tf 20 20 Td (Scanned by an app) Tj ET", **PICTURE))
    assert any("page 1" in note and "aimatch[ocr]" in note for note in document.notes)


def assert_clear(data: bytes) -> None:
    try:
        read(data, "cv.pdf")
    except AimatchError as error:
        said = str(error)
    else:
        return
    assert said.startswith("cv.pdf")


@given(data=st.data())
def test_damaged_files_give_a_document_or_a_clear_error(data: st.DataObject, build: Build) -> None:
    damaged = bytearray(build(SEEN, SEEN))
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(9, len(damaged) - 1))
        damaged[place] = data.draw(st.integers(0, 255))
    assert_clear(bytes(damaged))


@given(end=st.integers(0, 900))
def test_files_cut_anywhere_give_a_document_or_a_clear_error(end: int, build: Build) -> None:
    assert_clear(build(SEEN)[:end])


def test_threads_may_read_at_once(build: Build) -> None:
    """pdfium itself allows one thread only."""
    found: list[str] = []
    threads = [Thread(target=lambda: found.append(read(build(SEEN * 3, SEEN)).text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


CROWDS = {
    "dates that may go on": lambda at: f"BT /F1 4 Tf {20 + at % 40 * 14} {780 - at // 40 * 3} Td (May 2017 -) Tj ET ",
    "turned letters, no page set sideways": lambda at: (
        f"BT /F1 6 Tf {'0 1 -1 0' if at % 2 else '1 0 0 1'} {20 + at % 90 * 6} {10 + at // 90 * 9} Tm (ab) Tj ET "
    ),
    "labels beside nothing": lambda at: f"BT /F1 6 Tf {20 + at % 2 * 300} {780 - at * 0.15} Td (label) Tj ET ",
}


@pytest.mark.parametrize("crowd", CROWDS)
def test_a_page_of_thousands_of_pieces_is_read(crowd: str, build: Build) -> None:
    document = read(build(SEEN + "".join(map(CROWDS[crowd], range(4_000)))))
    assert "Developer of small tools" in document.text


def test_a_page_turned_by_no_quarter(build: Build) -> None:
    assert "Developer" in read(build(SEEN, page="/Rotate 37")).text


def test_a_page_of_no_size_that_is_turned(build: Build) -> None:
    assert_clear(build(SEEN, page="/Rotate 90", media="0 0 0 0"))


def test_a_count_of_pages_that_lies(build: Build) -> None:
    assert "Developer" in read(build(SEEN).replace(b"/Count 1>>", b"/Count 2000000000>>")).text
