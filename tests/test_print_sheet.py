"""What the print sheet promises of a file is true of that file, in every edition."""

from __future__ import annotations

import ctypes
import re
from dataclasses import replace
from math import ceil

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from exporter.writers import pdf_reportlab
from exporter.writers.pdf_reportlab import PrintOptions
from tests import build
from tests.build import para
from tests.unit.writers.pdf.reading import BRAND, File, theme

EDITIONS = ("standard", "large-print", "giant-print", "extra-spacing", "easy-read")
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
SHEET = 0.210 * 0.297 * 120
"""The weight in grams of a sheet of A4."""


def told(edition: str, length: int, options: PrintOptions | None) -> tuple[str, bytes]:
    """The words of the print sheet of a document of so many paragraphs, and its file."""
    whole = build.everything()
    first, *others = whole.sections
    longer = replace(first, blocks=(*first.blocks, *[para("We meet. " * 60)] * length))
    of = replace(whole, sections=(longer, *others))
    template = pdf_reportlab.compile(of, theme(edition), print_options=options)
    sheet = File(pdf_reportlab.print_sheet(of, template, BRAND))
    assert len(sheet.pdf.pages) == 1
    return sheet.tags.words, pdf_reportlab.stamp(template, BRAND)


def colours_of_words(data: bytes) -> list[set[tuple[int, int, int]]]:
    """In which colours each page has words."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        channels = [ctypes.c_uint() for _ in range(4)]
        colours = set()
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=1):
            pdfium.FPDFPageObj_GetFillColor(thing.raw, *map(ctypes.byref, channels))
            colours.add((channels[0].value, channels[1].value, channels[2].value))
        found.append(colours)
    return found


@pytest.mark.parametrize("edition", EDITIONS)
def test_pages_sheets_weight_and_size_are_those_of_the_file(edition: str) -> None:
    words, data = told(edition, 4, PrintOptions())
    pages = pypdfium2.PdfDocument(data)
    sheets = ceil(len(pages) / 2)
    assert f"{len(pages)} pages." in words
    assert f"that is {sheets} sheets of this size" in words
    assert f"About {round(sheets * SHEET / 10) * 10} grams." in words
    assert "210 × 297 millimetres" in words
    assert tuple(round(side / 72 * 25.4) for side in pages[0].get_size()) == (210, 297)


@pytest.mark.parametrize("edition", EDITIONS)
def test_words_are_black_but_for_the_title_on_its_ground_where_the_sheet_says_so(
    edition: str,
) -> None:
    words, data = told(edition, 1, PrintOptions())
    cover, *pages = colours_of_words(data)
    assert "All words are black, also in headings; a title on a ground of colour is white." in words
    assert WHITE in cover <= {BLACK, WHITE}
    assert set().union(*pages) == {BLACK}


def test_words_have_colour_where_the_sheet_says_that_they_have() -> None:
    words, data = told("standard", 1, None)
    assert "Words, headings, bars and pictures have colour." in words
    assert len(set().union(*colours_of_words(data)) - {BLACK, WHITE}) > 2


@pytest.mark.parametrize(("length", "edition"), [(1, "standard"), (30, "large-print")])
def test_staples_are_for_a_book_of_few_sheets_whose_pages_come_in_fours(
    length: int, edition: str
) -> None:
    words, data = told(edition, length, PrintOptions())
    pages = len(pypdfium2.PdfDocument(data))
    assert ("Two staples in the fold" in words) == (pages <= 40)
    assert ("too many sheets for staples" in words) == (pages > 40)
    assert pages % 4 == 0
    empty = sum(not page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    assert ("The empty pages before the last one are meant" in words) == (empty > 0)


def test_a_book_that_is_heavy_to_hold_is_made_in_volumes() -> None:
    words, data = told("giant-print", 310, PrintOptions())
    weight = ceil(len(pypdfium2.PdfDocument(data)) / 2) * SHEET
    assert weight > 900
    found = re.search(r"Please make (\d+) books", words)
    assert found
    assert int(found[1]) == ceil(weight / 900)


@pytest.mark.parametrize("bleed", [0, 3])
def test_colour_over_the_edge_is_told_where_the_file_has_it(bleed: int) -> None:
    words, data = told("standard", 1, PrintOptions(bleed=3 if bleed else 0))
    page = File(data).pdf.pages[0]
    over = round(float(page.trimbox[0] - page.bleedbox[0]) / 72 * 25.4)
    assert over == bleed
    assert (f"Colour goes {bleed} millimetres over the edge" in words) == bool(bleed)
