"""The pages of the guide, in every edition, as they are seen: no empty feet, no stranded lines.

A foot is empty by what lies between the last thing on a page and the margin. It does not count
where something new begins a page after it: a part, what the program adds at the end, the back.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from pypdf.generic import IndirectObject

from exporter.adapt import adapt
from exporter.load import load
from exporter.styles.words import load_words
from tests.benchmarks import example
from tests.benchmarks.tag_trees import reportlab, weasyprint
from tests.conftest import needs_pango
from tests.unit.writers.pdf.reading import File

EMPTY = 0.2
EDITIONS = {  # the share of pages that may have an empty foot
    "standard": 0.05,
    "large-print": 0.05,
    "giant-print": 0.10,
    "extra-spacing": 0.10,
    "easy-read": 0.0,
}


SMALL = (
    "launch-of-the-web-page",
    "measuring-success",
    "using-the-studio",
    "what-co-production-means",
)


@cache
def guide(edition: str) -> bytes:
    return reportlab(example.guide(edition), example.edition(edition).theme)


@cache
def report(edition: str) -> bytes:
    """A document of charts, each with the table of its data, and of a picture for each section."""
    return made("value-of-co-production", edition)


@cache
def made(name: str, edition: str) -> bytes:
    source = load(example.ROOT / "sources" / name)
    offers = dict.fromkeys(example.EDITIONS, ())
    words = load_words(source.language)
    return reportlab(
        adapt(source, example.edition(edition), words, offers=offers),
        example.edition(edition).theme,
    )


def feet(data: bytes, edition: str) -> list[float]:
    """The share of each page that is empty at its foot, but for those before something new."""
    page = example.edition(edition).theme.page
    file = pypdfium2.PdfDocument(data)
    found: list[tuple[float, bool]] = []
    for index in range(1, len(file)):
        low, running = page.height, False
        for thing in file[index].get_objects(max_depth=1):
            left, bottom, _, top = thing.get_bounds()
            if bottom > page.height - page.top:
                running = running or thing.type == pdfium.FPDF_PAGEOBJ_TEXT
            elif top > page.bottom and left < page.width - page.outer:
                low = min(low, bottom)
        found.append(((low - page.bottom) / (page.height - page.top - page.bottom), running))
    return [foot if goes_on else 0.0 for (foot, _), (_, goes_on) in pairwise(found)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_few_pages_have_an_empty_foot(edition: str) -> None:
    found = feet(guide(edition), edition)
    empty = [foot for foot in found if foot >= EMPTY]
    assert len(empty) <= EDITIONS[edition] * (len(found) + 2), empty  # the cover, and the back


@pytest.mark.parametrize("edition", EDITIONS)
def test_few_pages_of_a_document_of_charts_have_an_empty_foot(edition: str) -> None:
    found = feet(report(edition), edition)
    empty = [foot for foot in found if foot >= EMPTY]
    assert len(empty) <= EDITIONS[edition] * (len(found) + 2), empty  # the cover, and the back


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", SMALL)
def test_few_pages_of_a_leaflet_have_an_empty_foot(name: str, edition: str) -> None:
    """In easy read none but before something new, though no part must begin a page there."""
    found = feet(made(name, edition), edition)
    empty = [foot for foot in found if foot >= EMPTY]
    assert len(empty) <= EDITIONS[edition] * (len(found) + 2), empty


@pytest.mark.parametrize("name", SMALL)
def test_a_leaflet_whose_head_would_have_a_page_to_itself_has_a_cover(name: str) -> None:
    """A title above half an empty page looks forgotten; in large print words follow it."""
    for edition, covered in {"giant-print": True, "large-print": False}.items():
        page = pypdfium2.PdfDocument(made(name, edition))[0]
        bounds = [one.get_bounds() for one in page.get_objects(max_depth=1)]
        fields = [
            top - bottom
            for left, bottom, right, top in bounds
            if right - left > page.get_width() and top - bottom > 100
        ]
        assert bool(fields) == covered


SECOND = {"giant-print": 0.15, "easy-read": 0.05}
"""The same shares in the second engine, which closes up no page."""


@pytest.mark.parametrize("edition", SECOND)
def test_few_pages_of_the_second_engine_have_an_empty_foot(edition: str) -> None:
    needs_pango()
    chosen = example.edition(edition)
    data = weasyprint(example.guide(edition), chosen.theme)
    *found, _ = feet_before_no_heading(data, edition)  # the last is before the back matter
    empty = [foot for foot in found if foot >= EMPTY]
    assert len(empty) <= SECOND[edition] * (len(found) + 3), empty


def feet_before_no_heading(data: bytes, edition: str) -> list[float]:
    """As `feet`, where each page says above its text which part it is: something new begins a page
    with a heading of a part. Marks of parts at the edge are no words of the page."""
    theme = example.edition(edition).theme
    page = theme.page
    found: list[tuple[float, bool]] = []
    for sheet in list(pypdfium2.PdfDocument(data))[1:]:
        low, first, size = page.height, 0.0, 0.0
        for thing in sheet.get_objects(max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            if right <= page.outer + 1 or left >= page.width - page.outer - 1:
                continue
            if page.bottom + 1 < top and bottom < page.height - page.top:
                low = min(low, bottom)
                if thing.type == pdfium.FPDF_PAGEOBJ_TEXT and top > first:
                    first, size = top, _size(thing)
        room = page.height - page.top - page.bottom
        found.append(((low - page.bottom) / room, size >= theme.headings[1] - 1))
    return [0.0 if new else foot for (foot, _), (_, new) in pairwise(found)]


def _size(thing: pypdfium2.PdfObject) -> float:
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(thing.raw, size)
    return size.value * abs(thing.get_matrix().d)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_is_fuller_than_it_can_be(edition: str) -> None:
    """Some are closed up, so that more stands on them."""
    for data in (guide(edition), report(edition)):
        assert min(feet(data, edition)) > -0.01  # below the last line of a row is its descent


@pytest.mark.parametrize("name", ["launch-of-the-web-page", "measuring-success"])
def test_a_leaflet_of_hardly_more_than_three_pages_has_three_in_large_print(name: str) -> None:
    data = made(name, "large-print")
    assert len(pypdfium2.PdfDocument(data)) == 3
    assert max(feet(data, "large-print")) < EMPTY


def test_contents_of_hardly_more_than_a_page_are_closed_up() -> None:
    pages = File(report("large-print")).pdf.pages
    assert "Contents" in pages[1].extract_text()
    assert "Contents" not in pages[2].extract_text()
    assert pages[2].extract_text().count("1. About this report") == 1
    assert "Is co-production worth the time" in pages[2].extract_text()


def test_the_easy_read_is_no_longer_than_people_read_and_its_pictures_have_six_centimetres() -> (
    None
):
    file = pypdfium2.PdfDocument(guide("easy-read"))
    assert len(file) <= 20
    sizes = [
        max(drawn.a, drawn.d) * 2.54 / 72
        for index in range(2, len(file) - 2)
        for thing in file[index].get_objects(max_depth=1)
        if thing.type == pdfium.FPDF_PAGEOBJ_FORM
        for drawn in [thing.get_matrix()]
        if drawn.e < 200  # no codes for a telephone, which stand among the words
    ]
    assert len(sizes) > 40
    assert all(6.0 <= size <= 7.0 for size in sizes), sizes


def test_the_contents_of_the_easy_read_show_a_picture_of_each_part_to_eyes_only() -> None:
    page = pypdfium2.PdfDocument(guide("easy-read"))[1]
    shown = [one for one in page.get_objects(max_depth=1) if one.type == pdfium.FPDF_PAGEOBJ_FORM]
    assert len(shown) == len(example.guide("easy-read").sections)
    heard = next(
        tag for tag in File(guide("easy-read")).tags.every("Furniture") if tag.every("TOC")
    )
    assert not heard.every("Figure")


def test_the_back_page_of_the_easy_read_says_how_else_to_read_it() -> None:
    *_, before, back = File(guide("easy-read")).pdf.pages
    assert "Other ways to read this" in back.extract_text()
    assert "About this document" in before.extract_text()


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_line_of_a_paragraph_is_stranded_and_no_word_in_a_cell_is_broken(edition: str) -> None:
    file = File(guide(edition))
    lines = [[_plain(line) for line in page.extract_text().splitlines()] for page in file.pdf.pages]
    over_pages = 0
    for tag in file.tags.walk():
        if tag.name in ("P", "LBody"):
            on_pages = pieces(file, tag.element, kids=tag.name == "P")
            over_pages += len(on_pages) > 1
            for page, words in on_pages.items() if len(on_pages) > 1 else ():
                seen = [line for line in lines[page] if line and line[-12:] in words]
                assert len(seen) > 1, (page + 1, words)
    assert over_pages or edition in ("standard", "easy-read")  # none is parted there
    for page, words in enumerate(cells(file)):
        for word, times in words.items():
            assert sum(line.count(word) for line in lines[page]) >= times, (page + 1, word)


def cells(file: File) -> list[Counter[str]]:
    """The words in cells of tables on each page; addresses may be parted."""
    found: list[Counter[str]] = [Counter() for _ in file.pdf.pages]
    for tag in file.tags.walk():
        if tag.name in ("TH", "TD"):
            for page, words in pieces(file, tag.element, kids=True, plain=False).items():
                found[page].update(word for word in words.split() if _WORD.fullmatch(word))
    return found


_WORD = re.compile(r"[\w’-]{4,}")
_WITHIN_A_LINE = ("/Em", "/Link", "/PageRef", "/Reference", "/Span", "/Strong", "/WebAddress")
"""Words of an item that stand in an element of their own; its paragraphs and lists are no lines."""


def pieces(file: File, element: Any, *, kids: bool, plain: bool = True) -> dict[int, str]:
    """What of an element's words stands on which page; with those of its kids."""
    found: dict[int, str] = {}
    for page, words in _sequences(file, element, kids):
        found[page] = found.get(page, "") + (_plain(words) if plain else words)
    return found


def _sequences(file: File, element: Any, kids: bool) -> Iterator[tuple[int, str]]:
    listed = element["/K"] if isinstance(element.get("/K", []), list) else [element["/K"]]
    for kid in listed:
        thing = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(thing, int):
            page = element.raw_get("/Pg")
            yield file.numbers[page.idnum], file.words(page, thing)
        elif thing.get("/Type") == "/MCR":
            page = thing.raw_get("/Pg")
            yield file.numbers[page.idnum], file.words(page, int(thing["/MCID"]))
        elif thing.get("/Type") != "/OBJR" and (kids or thing["/S"] in _WITHIN_A_LINE):
            yield from _sequences(file, thing, kids)


def _plain(words: str) -> str:
    return re.sub(r"\s+", "", words)
