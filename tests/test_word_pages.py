"""The pages of our Word files, as LibreOffice lays them out with letters as wide as Arial's: no
line is stranded, no heading ends a page, few pages end in a hole."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2
import pytest

from exporter.edition import Page
from exporter.pdf_file.tree import Mark, Node, read_tree
from exporter.readback.pdf_text import Pages
from exporter.styles.editions import load_edition
from exporter.writers.docx import measures
from tests import libreoffice
from tests.conftest import referee_absent
from tests.word_files import EDITIONS, headlines, word_file

FILES = {
    "co-production-guide-standard": 0.15,
    "co-production-guide-large-print": 0.22,
    "co-production-guide-easy-read": 0.15,
    "value-of-co-production-standard": 0.2,
    "value-of-co-production-large-print": 0.11,
    "value-of-co-production-easy-read": 0.2,
}
"""The most pages of each, as a share, that may end in a hole of a fifth of the page."""
_NONE_TORN = (
    "co-production-guide-easy-read",
    "value-of-co-production-standard",
    "value-of-co-production-easy-read",
)
_HOLE = 0.2


LEAFLETS = ("measuring-success-easy-read",)
"""Without a cover: no part begins a page, so none ends in a hole."""


@dataclass
class Laid:
    """A file as pages: its paragraphs in order, each with its letters on each page."""

    paragraphs: list[tuple[str, dict[int, str]]] = field(default_factory=list)
    lines: list[list[str]] = field(default_factory=list)
    """The letters of each line of each page."""
    holes: list[float] = field(default_factory=list)
    """The share of each page that is empty at its foot."""


SHEETS = ("co-production-guide-headlines", "value-of-co-production-headlines")


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Laid]:
    if libreoffice.program() is None:
        referee_absent("LibreOffice", "it is not on this machine")
    folder = tmp_path_factory.mktemp("pages")
    files = {name: word_file(name).data for name in (*FILES, *LEAFLETS)}
    files |= {name: headlines(name) for name in SHEETS}
    return {
        name: _laid(data, _page_of(name))
        for name, data in libreoffice.converted(files, folder).items()
    }


@pytest.mark.parametrize("name", SHEETS)
def test_headlines_are_one_sheet(laid_out: dict[str, Laid], name: str) -> None:
    assert len(laid_out[name].holes) == 2


@pytest.mark.parametrize("name", FILES)
def test_no_page_begins_or_ends_with_one_line_of_a_paragraph(
    laid_out: dict[str, Laid], name: str
) -> None:
    stranded, torn = [], 0
    for _, by_page in laid_out[name].paragraphs:
        for page, letters in by_page.items() if len(by_page) > 1 else ():
            torn += 1
            if letters in laid_out[name].lines[page]:
                stranded.append((page + 1, letters))
    assert stranded == []
    assert torn or name in _NONE_TORN  # else nothing has been measured


@pytest.mark.parametrize("name", FILES)
def test_no_page_ends_with_a_heading(laid_out: dict[str, Laid], name: str) -> None:
    last = {page: role for role, by_page in laid_out[name].paragraphs for page in by_page}
    assert [page + 1 for page, role in last.items() if role[:1] == "H"] == []


@pytest.mark.parametrize(("name", "most"), FILES.items())
def test_few_pages_end_in_a_hole_unless_a_part_begins_on_the_next(
    laid_out: dict[str, Laid], name: str, most: float
) -> None:
    laid = laid_out[name]
    first: dict[int, str] = {}
    for role, by_page in laid.paragraphs:
        first.setdefault(min(by_page), role)
    ends = {page - 1 for page, role in first.items() if role in ("H1", "H2")}
    within = [page for page in range(2, len(laid.holes) - 2) if page not in ends]
    holes = [page + 1 for page in within if laid.holes[page] > _HOLE]
    assert len(holes) <= most * len(laid.holes), holes


@pytest.mark.parametrize("name", LEAFLETS)
def test_no_page_of_an_easy_read_leaflet_ends_in_a_hole(
    laid_out: dict[str, Laid], name: str
) -> None:
    *pages, _, _ = laid_out[name].holes  # the last before the back, and the back
    assert max(pages) <= _HOLE


@pytest.mark.parametrize("name", FILES)
def test_the_contents_are_one_page(laid_out: dict[str, Laid], name: str) -> None:
    """A few lines too many for it are closed up."""
    _, first, *_ = (min(by_page) for role, by_page in laid_out[name].paragraphs if role == "H2")
    assert first == 2  # the first part, after cover and contents


def _page_of(name: str) -> Page:
    edition = next(edition for edition in EDITIONS if name.endswith(f"-{edition}"))
    return measures.sheet(load_edition(edition).theme)


def _laid(data: bytes, sheet: Page) -> Laid:
    laid = Laid()
    pages, file = Pages(data), pypdfium2.PdfDocument(data)
    for kid in read_tree(data).kids:
        _walk(kid, pages, laid)
    for page in file:
        text = page.get_textpage().get_text_range()
        laid.lines.append(["".join(line.split()) for line in text.splitlines()])
        things = [one.get_bounds() for one in page.get_objects()]
        ruled = [  # the lowest is the one over what each page says, which may have two lines
            bottom
            for left, bottom, right, top in things
            if top - bottom < 2 and right - left > sheet.text_width - 2
        ]
        foot = max(sheet.bottom, min(ruled, default=0.0))
        body = [
            bottom
            for _, bottom, _, top in things
            if bottom > foot + 1 and top < page.get_height() - 40
        ]
        room = page.get_height() - sheet.top - sheet.bottom
        laid.holes.append((min(body, default=page.get_height()) - foot) / room)
    pages.close()
    return laid


def _walk(kid: object, pages: Pages, laid: Laid) -> None:
    if not isinstance(kid, Node):
        return
    if kid.role in ("P", "H1", "H2", "H3", "H4", "H5", "H6", "Caption"):
        by_page: dict[int, str] = {}
        for mark in _marks(kid):
            words = "".join(pages.words(mark.page, mark.number, mark.in_form).split())
            by_page[mark.page] = by_page.get(mark.page, "") + words
        if any(by_page.values()):
            laid.paragraphs.append((kid.role, {n: said for n, said in by_page.items() if said}))
        return
    for inner in kid.kids:
        _walk(inner, pages, laid)


def _marks(node: Node) -> list[Mark]:
    found: list[Mark] = []
    for kid in node.kids:
        if isinstance(kid, Mark):
            found.append(kid)
        elif isinstance(kid, Node):
            found += _marks(kid)
    return found
