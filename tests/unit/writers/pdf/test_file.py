"""The file: the same bytes again, small, and honest about what it is."""

from __future__ import annotations

import gc
import hashlib
import io
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import PdfImage
from reportlab.lib.fonts import ps2tt

from exporter.model import Picture
from exporter.writers import pdf_reportlab
from exporter.writers.pdf_reportlab import (
    PictureUnreadable,
    ScriptNotSet,
    embedding,
    pictures,
)
from tests import build
from tests.build import document, para
from tests.unit.writers.pdf.reading import File, made, theme

ROOT = Path(__file__).parents[4]
PROGRAM = """
import hashlib
from tests import build
from tests.unit.writers.pdf.reading import made
print(*(hashlib.sha256(made(build.everything(), standard=s)).hexdigest() for s in ("ua-1", "ua-2")))
"""


def test_the_bytes_are_the_same_in_every_process() -> None:
    here = [
        hashlib.sha256(made(build.everything(), standard=standard)).hexdigest()
        for standard in ("ua-1", "ua-2")
    ]
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        told = subprocess.run(
            [sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=environment,
            cwd=ROOT, check=True,
        )  # fmt: skip
        assert told.stdout.split() == here


def test_what_was_set_before_leaves_no_trace() -> None:
    first = made(build.everything())
    made(document(para("Αθήνα Москва Łódź ĳ ŉ")), "large-print")
    assert made(build.everything()) == first


def test_a_later_file_packs_no_typeface_and_no_drawing_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = made(build.everything())

    def packed_again(*_: object) -> bytes:
        raise AssertionError("it was packed for the first file")

    for module in (embedding, pictures):
        monkeypatch.setattr(module, "pack", packed_again)
    assert made(build.everything()) == first


def test_threads_do_not_disturb_one_another() -> None:
    documents = [document(para(f"Number {n}, Αθήνα {chr(0x3B1 + n)}")) for n in range(8)]
    alone = [made(each) for each in documents]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(made, documents)) == alone


def test_the_garbage_collector_is_left_as_it_was() -> None:
    assert gc.isenabled()
    made(document(para("We")))
    assert gc.isenabled()
    gc.disable()
    try:
        made(document(para("We")))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_drawings_do_not_change_reportlabs_fonts() -> None:
    before = {name: ps2tt(name) for name in ("Helvetica", "Helvetica-Bold", "Times-Roman")}
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        b'<text font-family="Helvetica" y="9">a</text></svg>'
    )
    picture = Picture(name="t", media="svg", data=svg, alt="a", width=9, height=9)
    made(document(build.Figure(picture)))
    assert {name: ps2tt(name) for name in before} == before


def test_words_in_a_drawing_are_set_in_our_own_faces() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'
        '<text x="45" y="20" font-family="Arial" font-weight="bold" text-anchor="middle">'
        "Łódź</text></svg>"
    ).encode()
    picture = Picture(name="t", media="svg", data=svg, alt="Łódź", width=90, height=30)
    with pikepdf.open(_saved(made(document(build.Figure(picture))))) as pdf:
        form = pdf.pages[2].Resources.XObject.P0
        assert b"/F1." in form.read_bytes()
        fonts = {str(font.BaseFont) for font in form.Resources.Font.values()}
        assert all("AtkinsonHyperlegible" in name for name in fonts)


def test_transparency_and_gradients_of_drawings_are_kept() -> None:
    glass = '<rect x="50" width="40" height="30" fill="#f00" fill-opacity="0.5"/>'
    shades = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/>'
        '<stop offset="1" stop-color="#000"/></linearGradient></defs>'
        '<rect width="40" height="30" fill="url(#g)"/>'
    )
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">'
    figures = []
    for inner in (glass, glass + shades):
        data = f"{head}{inner}</svg>".encode()
        picture = Picture(name="t", media="svg", data=data, alt="shades", width=90, height=30)
        figures.append(build.Figure(picture))
    with pikepdf.open(_saved(made(document(*figures)))) as pdf:
        drawn, pixels = pdf.pages[2].Resources.XObject.P0, pdf.pages[2].Resources.XObject.P1
        assert len(drawn.Resources.ExtGState) >= 1
        assert (pixels.Subtype, pixels.Width) == ("/Image", 2000)
        cover = PdfImage(pixels.SMask).as_pil_image()
        assert [cover.getpixel((x, 300)) for x in (400, 1000, 1600)] == [255, 0, 128]
        grey = PdfImage(pixels).as_pil_image().getpixel((444, 300))
        assert 120 < grey[0] < 136


def test_a_picture_used_twice_is_there_once() -> None:
    file = File(made(replace(build.easy(), end=()), "easy-read"))
    assert set(file.pdf.pages[0]["/Resources"]["/XObject"]) == {"/P0", "/Logo"}


@pytest.mark.parametrize("media", ["svg", "png", "jpeg"])
def test_a_picture_that_cannot_be_read_is_an_error_that_names_it(media: str) -> None:
    broken = Picture(name="broken", media=media, data=b"\x00", alt="x", width=9, height=9)  # type: ignore[arg-type]
    with pytest.raises(PictureUnreadable, match="broken"):
        made(document(build.Figure(broken)))


def test_right_to_left_documents_are_refused_in_one_sentence() -> None:
    with pytest.raises(ScriptNotSet, match="weasyprint"):
        pdf_reportlab.compile(document(para("مرحبا"), language="ar", right_to_left=True), theme())


def test_every_font_is_embedded_and_tells_its_letters() -> None:
    file = File(made(document(para("Łódź Αθήνα"))))
    fonts = [font.get_object() for font in file.pdf.pages[0]["/Resources"]["/Font"].values()]
    assert len({font["/BaseFont"] for font in fonts}) == len(fonts) >= 5
    for font in fonts:
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_no_font_of_viewers_is_named() -> None:
    data = made(build.everything())
    with pikepdf.open(_saved(data)) as pdf:
        told = b"".join(
            obj.read_bytes() for obj in pdf.objects if isinstance(obj, pikepdf.Stream)
            if obj.get("/Subtype") == "/Form" or "/Type" not in obj
        )  # fmt: skip
    assert b"Helvetica" not in told


def test_small_objects_stand_in_object_streams() -> None:
    data = made(build.everything())
    assert data.count(b" 0 obj") < 140
    assert b"/Type/StructElem" not in data
    assert len(data) < 75_000


def test_other_programs_read_the_file_without_complaint() -> None:
    for standard in ("ua-1", "ua-2"):
        with pikepdf.open(_saved(made(build.everything(), standard=standard))) as pdf:
            assert pdf.check_pdf_syntax() == []
            assert len(pdf.pages) == 7


@pytest.mark.parametrize(("standard", "header"), [("ua-1", b"%PDF-1.7"), ("ua-2", b"%PDF-2.0")])
def test_the_file_says_which_standard_it_keeps(standard: str, header: bytes) -> None:
    data = made(build.everything(), standard=standard)
    assert data.startswith(header)
    xmp = File(data).pdf.trailer["/Root"]["/Metadata"].get_data()
    assert f"<pdfuaid:part>{standard[-1]}</pdfuaid:part>".encode() in xmp
    assert (b"wtpdf#accessibility1.0" in xmp) == (standard == "ua-2")
    assert f"<pdfaid:part>{2 if standard == 'ua-1' else 4}</pdfaid:part>".encode() in xmp


def test_pdf_2_names_notes_and_callouts_as_pdf_2_does() -> None:
    file = File(made(build.everything(), standard="ua-2"))
    names = [tag.name for tag in file.tags.walk()]
    assert "FENote" in names
    assert "Note" not in names
    item = file.tags.every("TOCI")[0]
    assert item.element["/Ref"][0].get_object()["/S"] == "/H2"


def test_the_title_is_shown_and_the_language_told() -> None:
    root = File(made(build.everything())).pdf.trailer["/Root"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]


def test_no_stream_is_left_unpacked_but_what_the_file_says_about_itself() -> None:
    with pikepdf.open(_saved(made(build.everything()))) as pdf:
        loose = [
            obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream) and "/Filter" not in obj
        ]
    assert len(loose) <= 1


def _saved(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)
