"""A leaflet: no cover and no contents, in every format; and parts that one edition only has."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporter.adapt import adapt
from exporter.diagnostics import NOWHERE
from exporter.edition import MM, on_page
from exporter.file_rules.pdf import check as check_pdf
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.making.layouts import Choice, Layout, compile_layout, stamped_anew
from exporter.outline import outline_of
from exporter.readback.docx import read_back as read_docx
from exporter.readback.html import read_back as read_html
from exporter.readback.pdf import read_back as read_pdf
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import docx, html, pdf_reportlab
from tests.conftest import needs_pango
from tests.test_parity import BRAND
from tests.unit.load.folders import findings_of, write

WORDS = load_words("en-GB")
DOCUMENT = (
    "title: A leaflet\nlanguage: en-GB\nversion: '1'\ncover: none\ncontents: none\n"
    "sections: [start, easy]\n"
)
FILES: dict[str, str | bytes] = {
    "document.yaml": DOCUMENT,
    "sections/start.yaml": "heading: Start\npicture: none\nbody: Words of the text.\n",
    "sections/easy.yaml": (
        "heading: Easy\npicture: none\neasy_read:\n  - picture: none\n    text: You can come.\n"
    ),
}


@pytest.mark.parametrize("edition", ["standard", "large-print", "easy-read"])
def test_a_leaflet_is_one_page_and_says_what_it_should(tmp_path: Path, edition: str) -> None:
    chosen = load_edition(edition)
    document = adapt(load(write(tmp_path, FILES)), chosen, WORDS)
    assert not document.cover_page
    assert document.contents == ()
    for writer, read in (
        (pdf_reportlab, read_pdf),
        (docx, read_docx),
        (html, read_html),
    ):
        data = writer.stamp(writer.compile(document, chosen.theme), BRAND)
        assert [one.key() for one in read(data)] == [one.key() for one in outline_of(document)]
        if writer is pdf_reportlab:
            pages = PdfReader(io.BytesIO(data)).pages
            assert len(pages) <= 2
            first = pages[0].extract_text()
            assert first.index("A leaflet") < first.index(BRAND.publisher)
            covered = replace(document, cover_page=True)
            with_cover = writer.stamp(writer.compile(covered, chosen.theme), BRAND)
            assert len(PdfReader(io.BytesIO(with_cover)).pages) > len(pages)


@pytest.mark.parametrize("edition", ["standard", "large-print", "easy-read", "giant-print"])
@pytest.mark.parametrize("size", ["", "page_size: a5\n"])
def test_a_leaflet_has_room_for_the_words_of_an_ordinary_brand_at_once(
    tmp_path: Path, edition: str, size: str
) -> None:
    """Else it is laid out anew with more room: that takes twice as long, and a notice has two
    pages."""
    chosen, files = load_edition(edition), {**FILES, "document.yaml": DOCUMENT + size}
    document = adapt(load(write(tmp_path, files)), chosen, WORDS)
    theme = on_page(chosen, document.page_size).theme
    template = pdf_reportlab.compile(document, theme)
    for name in ("house", "riverside"):
        brand = load_brand(name)
        assert len(brand.cover_line) >= 50
        assert len(brand.contact) == 5
        pages = PdfReader(io.BytesIO(pdf_reportlab.stamp(template, brand))).pages
        assert len(pages) <= (1 if edition == "standard" and not size else 2)


def test_an_edition_may_have_no_cover_of_its_own(tmp_path: Path) -> None:
    files = {**FILES, "document.yaml": DOCUMENT.replace("cover: none\ncontents: none\n", "")}
    source = load(write(tmp_path, files))
    standard = load_edition("standard")
    assert adapt(source, standard, WORDS).cover_page
    assert not adapt(source, replace(standard, cover_page=False), WORDS).cover_page


def test_without_contents_no_part_has_a_number(tmp_path: Path) -> None:
    source = load(write(tmp_path, FILES))
    (start, *_) = adapt(source, load_edition("standard"), WORDS).sections
    assert (start.label, start.heading) == ("", "Start")
    with_contents = {**FILES, "document.yaml": DOCUMENT.replace("contents: none\n", "")}
    (start, *_) = adapt(
        load(write(tmp_path, with_contents)), load_edition("standard"), WORDS
    ).sections
    assert (start.label, start.heading) == ("1.", "Start")


@pytest.mark.parametrize("lines", range(3, 12))
def test_no_heading_is_left_alone_below_the_head_of_a_leaflet(tmp_path: Path, lines: int) -> None:
    """However little room the head leaves: then it stands alone on the first page."""
    title = "A title that takes up very many words " * lines
    start = "heading: Start\npicture: none\nbody: " + "Words of the text. " * 60 + "\n"
    files = {
        **FILES,
        "document.yaml": DOCUMENT.replace("A leaflet", title.strip()),
        "sections/start.yaml": start,
    }
    chosen = load_edition("large-print")
    document = adapt(load(write(tmp_path, files)), chosen, WORDS)
    data = pdf_reportlab.stamp(pdf_reportlab.compile(document, chosen.theme), BRAND)
    assert "pdf-heading-alone" not in {one.code for one in check_pdf(data)}


def test_contents_is_none_or_nothing(tmp_path: Path) -> None:
    files = {**FILES, "document.yaml": DOCUMENT.replace("contents: none", "contents: all")}
    (found,) = findings_of(write(tmp_path, files))
    assert (found.code, found.place.line) == ("value-not-allowed", 5)


A5 = (round(148 * MM), round(210 * MM))
A4 = (round(210 * MM), round(297 * MM))
WORDY = replace(
    BRAND,
    publisher="The River Trust and the Friends of the Harbour, working together since 1987",
    cover_line="Made with people who use services, who know what they are talking about",
)


@pytest.mark.parametrize(
    ("edition", "size"),
    [
        ("standard", A5), ("headlines", A5), ("extra-spacing", A5),
        ("large-print", A4), ("giant-print", A4), ("easy-read", A4),
    ],
)  # fmt: skip
def test_a_leaflet_on_small_pages_keeps_large_ones_for_large_words(
    tmp_path: Path, edition: str, size: tuple[int, int]
) -> None:
    files = {**FILES, "document.yaml": DOCUMENT + "page_size: a5\ndescription: Tea.\n"}
    files["sections/start.yaml"] = (
        "heading: Start\npicture: none\nsummary: In short.\nbody: More.\n"
    )
    document = adapt(load(write(tmp_path, files)), load_edition(edition), WORDS)
    for name in ("pdf", "docx"):
        layout = Layout(Choice("leaflet"), edition, name)
        compiled = compile_layout(layout, "", document, load_edition(edition), Settings())
        for data in (stamped_anew(compiled, WORDY)[1], compiled.stamped(BRAND)):
            assert FORMATS[name].read_back(data) == tuple(
                replace(one, place=NOWHERE) for one in outline_of(document)
            )
            assert _sizes(data, name) == {size}
        theme, rules = compiled.edition.theme, compiled.edition.rules
        assert [one.message for one in FORMATS[name].look(data, theme, rules)[0]] == []


def _sizes(data: bytes, name: str) -> set[tuple[int, int]]:
    """Width and height of each page, in whole points."""
    if name == "pdf":
        boxes = [page.mediabox for page in PdfReader(io.BytesIO(data)).pages]
        return {(round(box.width), round(box.height)) for box in boxes}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        words = archive.read("word/document.xml").decode()
    found = re.findall(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', words)
    return {(round(int(width) / 20), round(int(height) / 20)) for width, height in found}


def test_the_weasyprint_engine_has_small_pages_too(tmp_path: Path) -> None:
    needs_pango()
    files = {**FILES, "document.yaml": DOCUMENT + "page_size: a5\ndescription: Tea.\n"}
    standard = load_edition("standard")
    document = adapt(load(write(tmp_path, files)), standard, WORDS)
    layout, settings = (
        Layout(Choice("leaflet"), "standard", "pdf"),
        Settings(pdf_engine="weasyprint"),
    )
    compiled = compile_layout(layout, "", document, standard, settings)
    data = stamped_anew(compiled, WORDY)[1]
    assert _sizes(data, "pdf") == {A5}
