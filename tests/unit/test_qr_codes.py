"""The code that paper shows for an address leads there: a reader of codes that is not ours reads
it, from the drawing and from the pages of every format for paper."""

from __future__ import annotations

import io
import re
import zipfile

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image, ImageChops

from exporter import qr_codes
from exporter.brand import Brand
from exporter.edition import MM
from exporter.model import Document, QrCode
from exporter.readback import docx, pdf
from exporter.styles.editions import load_edition
from exporter.writers.bitmaps import draw
from tests import build
from tests.test_parity import BRAND, READERS, _writer

SHORT = "https://example.org"
LONG = f"https://www.example.org/films/{'a-very-long-name/' * 21}?x=1&y=2"
ADDRESSES = (SHORT, "http://example.org/film?a=b&c=d#at", "https://example.org/ffilm-é-ŵ", LONG)
DPI = 200
FIELD = Brand(name="dark", publisher="Dark", accent="#000000", second="#111111")


def _code(url: str) -> QrCode:
    return QrCode(url, f"QR code that leads to {url}", build.words("Point a camera here."))


def _seen(image: Image.Image) -> zxingcpp.Barcode:
    """The one code in a picture."""
    (found,) = zxingcpp.read_barcodes(image.convert("L"))
    return found


def _drawn(code: QrCode, pixels: int) -> Image.Image:
    return Image.open(io.BytesIO(draw(qr_codes.drawn(code).data, pixels)))


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_code_leads_where_the_link_leads(url: str) -> None:
    found = _seen(_drawn(_code(url), 800))
    assert (found.bytes.decode(), found.format, found.ec_level) == (
        url, zxingcpp.BarcodeFormat.QRCode, "M",
    )  # fmt: skip


@pytest.mark.parametrize("url", ADDRESSES)
def test_a_code_is_large_enough_and_has_white_around_it(url: str) -> None:
    code = _code(url)
    modules = int(qr_codes.drawn(code).width)
    inner = qr_codes.side(code) * (modules - 8) / modules
    assert inner >= 25 * MM - 0.001
    assert inner / (modules - 8) >= 0.5 * MM - 0.001
    image = _drawn(code, modules * 4).convert("RGB")
    box = ImageChops.invert(image).getbbox()
    assert box == (16, 16, modules * 4 - 16, modules * 4 - 16)
    colours = {colour for _, colour in image.getcolors()}
    assert colours == {(0, 0, 0), (255, 255, 255)}


def test_only_an_address_of_the_web_that_fits_has_a_code() -> None:
    assert qr_codes.has_code(SHORT)
    assert qr_codes.has_code(LONG)
    for url in ("mailto:us@example.org", "tel:+441632960123", f"https://example.org/{'x' * 400}"):
        assert not qr_codes.has_code(url)


def _document(url: str) -> Document:
    return build.document(build.para("Words."), _code(url))


def _pages(data: bytes) -> list[Image.Image]:
    with pdfium.PdfDocument(data) as document:
        return [page.render(scale=DPI / 72).to_pil() for page in document]


@pytest.mark.parametrize("writer", ["pdf_reportlab", "pdf_weasyprint"])
@pytest.mark.parametrize("edition", ["standard", "giant-print"])
def test_a_printed_page_leads_where_the_link_leads(writer: str, edition: str) -> None:
    for url in (SHORT, LONG):
        made = _writer(writer)(_document(url), load_edition(edition).theme)
        (found,) = (one for page in _pages(made) for one in zxingcpp.read_barcodes(page))
        assert found.text == url
        corners = found.position
        across = (corners.top_right.x - corners.top_left.x) / DPI * 25.4
        assert across >= 24.5  # millimetres, within the pixels of the picture
        told = pdf.read(made).furniture
        assert f"QR code that leads to {url}" in [one.text for one in told if one.role == "figure"]


def test_the_code_of_a_dark_brand_is_dark_on_white() -> None:
    from exporter.writers import pdf_reportlab

    template = pdf_reportlab.compile(_document(SHORT), load_edition("standard").theme)
    for brand in (BRAND, FIELD):
        pages = _pages(pdf_reportlab.stamp(template, brand))
        (found,) = (one for page in pages for one in zxingcpp.read_barcodes(page, try_invert=False))
        assert found.text == SHORT


def test_word_has_the_code_in_its_size_as_drawing_and_as_bitmap() -> None:
    code = _code(LONG)
    made = _writer("docx")(_document(LONG), load_edition("standard").theme)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    seen = [
        one.text
        for name, data in files.items()
        if name.endswith(".png")
        for one in zxingcpp.read_barcodes(Image.open(io.BytesIO(data)).convert("L"))
    ]
    assert seen == [LONG]
    assert qr_codes.drawn(code).data in files.values()
    words = files["word/document.xml"].decode()
    extents = [int(one) for one in re.findall(r'<wp:extent cx="(\d+)" cy="\1"', words)]
    assert extents == [round(qr_codes.side(code) * 12700)]
    told = [one.text for one in docx.read(made).furniture if one.role in ("figure", "paragraph")]
    assert f"QR code that leads to {LONG}" in told
    assert "Point a camera here." in told


@pytest.mark.parametrize("name", ["html", "epub"])
def test_on_a_screen_there_is_a_link_and_no_code(name: str) -> None:
    document = build.document(build.Paragraph((build.FILM,)), build.CODE)
    made = _writer(name)(document, load_edition("standard").theme)
    found = READERS[name](made)
    assert [one.target for one in found.outline if one.role == "link"] == [build.FILM.url]
    assert [one.text for one in found.furniture if "QR code" in one.text] == []


def test_the_same_address_gives_the_same_bytes() -> None:
    first = qr_codes.drawn(_code(LONG)).data
    qr_codes._modules.cache_clear()
    assert qr_codes.drawn(_code(LONG)).data == first
