"""A leaflet of A5 for a print shop comes on sheets of A4 too, in the order of their folding."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from exporter.cli import main
from exporter.diagnostics import Unreadable
from exporter.edition import on_page
from exporter.pdf_file.folding import folded, sides
from exporter.starter import start
from exporter.styles.editions import load_edition
from exporter.writers import pdf_reportlab
from exporter.writers.pdf_reportlab import PrintOptions
from tests import build
from tests.test_parity import BRAND
from tests.test_questions import _asked

A5 = on_page(load_edition("standard"), "a5").theme


def halves(data: bytes) -> list[tuple[str, str]]:
    """The words on the left and on the right half of each page."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        width, height = page.get_size()
        assert (round(width), round(height)) == (842, 595)
        text = page.get_textpage()
        found.append((text.get_text_bounded(right=width / 2), text.get_text_bounded(width / 2)))
    return found


def test_the_outermost_sheet_has_the_last_page_beside_the_first() -> None:
    assert list(sides(4)) == [(3, 0), (1, 2)]
    assert list(sides(8)) == [(7, 0), (1, 6), (5, 2), (3, 4)]
    assert list(sides(4, from_right=True)) == [(0, 3), (2, 1)]


def test_each_page_stands_whole_and_upright_on_its_half_of_a_sheet() -> None:
    template = pdf_reportlab.compile(_asked(), A5, print_options=PrintOptions())
    data = pdf_reportlab.stamp(template, BRAND)
    pages = len(pypdfium2.PdfDocument(data))
    assert pages == 4
    made = folded(data)
    (last, first), (second, third) = halves(made)
    assert "For trying things out" in first
    assert "Page 2 of 4" in second
    assert "Page 3 of 4" in third
    assert BRAND.contact[0].words in last
    assert folded(data) == made
    with pikepdf.open(io.BytesIO(made)) as file:
        assert file.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert "/AcroForm" not in file.Root
        assert all("/Annots" not in page for page in file.pages)
    with pikepdf.open(io.BytesIO(data)) as file:
        (asks,) = {number for number, page in enumerate(file.pages) if _has_fields(page)}
    assert "When can you come?" in halves(made)[1][asks - 1]


def _has_fields(page: pikepdf.Page) -> bool:
    return any(one.Subtype == "/Widget" for one in page.get("/Annots", []))


def test_boxes_to_tick_are_drawn_on_the_sheet() -> None:
    template = pdf_reportlab.compile(_asked(), A5, print_options=PrintOptions())
    data = pdf_reportlab.stamp(template, BRAND)
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            if "/Annots" in page:
                del page.Annots
        bare = io.BytesIO()
        file.save(bare)
    with_boxes, without = (
        [_dark(page) for page in pypdfium2.PdfDocument(folded(one))]
        for one in (data, bare.getvalue())
    )
    assert with_boxes[1] > without[1] + 500


def _dark(page: pypdfium2.PdfPage) -> int:
    """Dark dots of a page, at one a point."""
    return sum(dot < 100 for dot in bytes(page.render(grayscale=True).buffer))


def test_pages_that_fill_no_whole_sheets_are_told() -> None:
    whole = pdf_reportlab.stamp(pdf_reportlab.compile(build.document(), A5), BRAND)
    with pikepdf.open(io.BytesIO(whole)) as file:
        del file.pages[1:]
        data = io.BytesIO()
        file.save(data)
    with pytest.raises(Unreadable):
        folded(data.getvalue())


def test_a_print_shop_gets_the_sheets_of_small_pages_without_a_bleed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    start(tmp_path, kind="leaflet")
    asked = ["build", "--print", "--format", "pdf", "--jobs", "1"]
    main([*asked, "--edition", "standard,large-print"])
    made = sorted(one.name.partition("for-printing")[2] for one in Path("output").rglob("*.pdf"))
    assert made == ["-sheet.pdf", "-sheet.pdf", "-to-fold.pdf", ".pdf", ".pdf"]
    main([*asked, "--edition", "standard", "--bleed", "3"])
    assert not list(Path("output").rglob("*standard*to-fold.pdf"))
