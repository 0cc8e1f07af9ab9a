"""A leaflet: no cover and no contents, in every format; and parts that one edition only has."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporter.adapt import adapt
from exporter.file_rules.pdf import check as check_pdf
from exporter.load import load
from exporter.outline import outline_of
from exporter.readback.docx import read_back as read_docx
from exporter.readback.html import read_back as read_html
from exporter.readback.pdf import read_back as read_pdf
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import docx, html, pdf_reportlab
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
