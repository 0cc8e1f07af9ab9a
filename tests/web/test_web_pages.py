"""Web pages as people meet them: on paper, on a telephone, in the dark, heard."""

from __future__ import annotations

import ctypes
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from exporter.model import Box, Cell, Link, Paragraph, Table, Text, heading_text
from exporter.styles.editions import load_edition
from tests.build import cell, document, para, words
from tests.chromium import axe_finds
from tests.web.conftest import EDITIONS, Opened, guide, heard, web_page

ADDRESS = "www.example.org/" + "a" * 90
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LANDMARKS = {"banner", "navigation", "main", "contentinfo", "complementary", "region", "form",
             "search", "doc-endnotes", "doc-toc", "DocEndnotes"}  # fmt: skip
_OF_TABLES = (
    "table",
    "rowgroup",
    "row",
    "columnheader",
    "rowheader",
    "cell",
    "gridcell",
    "caption",
)
_LINES_OF = """(word) => {
    const path = `//table//text()[contains(., "${word}")]`
    const found = document.evaluate(path, document).iterateNext()
    const range = document.createRange(), at = found.data.indexOf(word)
    range.setStart(found, at); range.setEnd(found, at + word.length)
    return new Set([...range.getClientRects()].map((one) => Math.round(one.top))).size
}"""
"""On how many lines a word stands."""
_PIECES = """() => {
  const link = document.querySelector('main a[href^="mailto:"]');
  const lines = new Map();
  const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const top = Math.round(range.getBoundingClientRect().top);
      lines.set(top, (lines.get(top) ?? '') + node.data[at]);
    }
  return [...lines.values()];
}"""
_PARTED = """() => [...document.querySelectorAll('.whole')].filter((one) => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return new Set([...range.getClientRects()].map((line) => Math.round(line.top))).size > 1
}).map((one) => one.textContent)"""
"""Words with a hyphen that stand on two lines."""
_TOO_WIDE = """[...document.querySelectorAll('.fits')].filter(
    (one) => one.scrollWidth > one.clientWidth
).length"""


def sizes_on_paper(data: bytes) -> Counter[float]:
    """How many characters of a PDF have which size, in points."""
    sizes: Counter[float] = Counter()
    for page in pypdfium2.PdfDocument(data):
        text, matrix = page.get_textpage(), pdfium.FS_MATRIX()
        for index in range(text.count_chars()):
            pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
            sizes[round(pdfium.FPDFText_GetFontSize(text, index) * matrix.d, 1)] += 1
    return sizes


def timetable() -> bytes:
    """A table whose columns are the days of the week."""
    rows = tuple(
        tuple(Cell((para(f"{number} pm" if number else what),)) for number in range(7))
        for what in ("Swim", "Co-working")
    )
    table = Table(DAYS, rows, True, (1 / 7,) * 7, label="Table 1", caption=words("When"))
    return web_page(document(table, para(ADDRESS)), "standard")


def with_an_address() -> bytes:
    """A table with an address that has no place to break."""
    cell = Cell((para(ADDRESS),))
    table = Table(("Who", "Where"), ((cell, cell),), False, (0.5, 0.5))
    return web_page(document(table, para("Some words.")), "large-print")


@pytest.mark.parametrize("edition", [*EDITIONS, "giant-print"])
def test_a_page_prints_in_the_size_of_its_edition(opened: Opened, edition: str) -> None:
    printed = opened(web_page(guide(edition), edition)).pdf(prefer_css_page_size=True)
    sizes = sizes_on_paper(printed)
    assert sizes.most_common(1)[0][0] == load_edition(edition).theme.size


def test_what_cannot_break_makes_no_other_words_smaller_on_paper(opened: Opened) -> None:
    sizes = sizes_on_paper(opened(with_an_address()).pdf(prefer_css_page_size=True))
    assert load_edition("large-print").theme.size in sizes


@pytest.mark.parametrize(
    ("name", "edition", "paper"),
    [
        ("co-production-guide", "large-print", "A4"),
        ("co-production-guide", "easy-read", "A4"),
        ("value-of-co-production", "easy-read", "Letter"),
    ],
)
def test_the_cover_is_one_page_on_paper_and_the_contents_leave_none_empty(
    opened: Opened, name: str, edition: str, paper: str
) -> None:
    of = guide(edition, name)
    page = opened(web_page(of, edition))
    file = pypdfium2.PdfDocument(page.pdf(format=paper, print_background=False))
    pages = [one.get_textpage().get_text_range() for one in file]
    assert of.title in pages[0].replace("\r\n", " ")
    assert pages[1].startswith("Contents")
    assert "What is co-production?" in pages[1]
    assert len(pages[2]) > 200
    reached = next(words for words in reversed(pages) if "01632" in words)
    assert "Who made this" in reached


def test_a_document_without_contents_stands_in_the_middle_and_has_no_page_for_its_title(
    opened: Opened,
) -> None:
    of = guide("standard", "what-co-production-means")
    page = opened(web_page(of, "standard"))
    left, right = page.evaluate(
        "(({left, right}) => [left, innerWidth - right])"
        "(document.querySelector('section.part').getBoundingClientRect())"
    )
    assert left == pytest.approx(right, abs=60)  # within its column
    file = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert heading_text(of.sections[0]) in file[0].get_textpage().get_text_range()


def test_no_row_of_a_table_is_alone_at_the_foot_of_a_page_of_paper(opened: Opened) -> None:
    rows = tuple((cell(f"Row {number}"), cell("What happens")) for number in range(12))
    table = Table(("Day", "What"), rows, True, (0.5, 0.5))
    for lines in range(16, 32, 2):
        page = opened(web_page(document(*[para("Words.")] * lines, table), "standard"))
        file = pypdfium2.PdfDocument(page.pdf(format="A4"))
        counts = [one.get_textpage().get_text_range().count("Row ") for one in file]
        assert 1 not in counts, (lines, counts)


def test_no_heading_of_a_part_is_the_last_on_a_page_of_paper(opened: Opened) -> None:
    of = guide("standard")
    headings = tuple(heading_text(part) for part in of.sections)
    file = pypdfium2.PdfDocument(opened(web_page(of, "standard")).pdf(format="A4"))
    pages = [one.get_textpage().get_text_range().strip() for one in file]
    assert len(pages) > 30
    assert not [page[-40:] for page in pages[2:] if page.endswith(headings)]
    # nor the columns' names of a table, nor the line between a heading and its table
    alone = ("What you will find", "Involvement", "All can be read free of charge.")
    assert "All can be read free of charge." in "".join(pages)
    assert not [page[-40:] for page in pages[2:] if page.endswith(alone)]


def test_the_sign_of_a_box_is_printed_where_a_browser_leaves_grounds_out(opened: Opened) -> None:
    box = Box("warning", "Mind", (para("Some words."),))
    page = opened(web_page(document(box), "standard"))
    page.emulate_media(media="print")
    asked = "getComputedStyle(document.querySelector('[data-box] > [data-label]'), '::before')"
    assert page.evaluate(f"{asked}.printColorAdjust") == "exact"


def test_the_badge_of_a_cover_is_printed_with_its_ground(opened: Opened) -> None:
    page = opened(web_page(guide("easy-read"), "easy-read"))
    page.emulate_media(media="print")
    asked = "getComputedStyle(document.querySelector('.cover .edition')).printColorAdjust"
    assert page.evaluate(asked) == "exact"  # else white letters are grey on white


def test_key_numbers_stand_two_beside_one_another_below_the_picture_of_their_part(
    opened: Opened,
) -> None:
    page = opened(web_page(guide("standard", "value-of-co-production"), "standard"), 1280)
    tops = page.evaluate(
        "[...document.querySelectorAll('[data-box=number]')].slice(0, 4)"
        ".map((one) => Math.round(one.getBoundingClientRect().top))"
    )
    assert tops[0] == tops[1] < tops[2] == tops[3]


def test_an_address_breaks_after_its_sign_and_before_a_point_and_nowhere_else(
    opened: Opened,
) -> None:
    where = "hello@workingtogether.example"
    link = Paragraph((Link((Text(where),), f"mailto:{where}"),))
    page = opened(web_page(document(link), "large-print"), width=320)
    assert page.evaluate(_PIECES) == ["hello@", "workingtogether.example"]


def test_an_address_is_underlined_whole_and_stands_beside_the_name_of_its_way(
    opened: Opened,
) -> None:
    page = opened(web_page(guide("standard"), "standard"), 900)
    lines = page.evaluate(
        "[...document.querySelectorAll('a .domain')]"
        ".map((one) => getComputedStyle(one).textDecorationLine)"
    )
    assert lines
    assert set(lines) == {"underline"}
    beside = page.evaluate(
        "[...document.querySelectorAll('.end .contact > div')].map((one) => one.children)"
        ".map(([a, b]) => a.getBoundingClientRect().top == b.getBoundingClientRect().top)"
    )
    assert beside == [True] * 5


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_and_no_table_needs_to_be_moved_sideways(opened: Opened, edition: str) -> None:
    page = opened(web_page(guide(edition), edition))
    for width in (320, 375, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(_TOO_WIDE) == 0


@pytest.mark.parametrize("edition", [*EDITIONS, "giant-print", "extra-spacing"])
def test_whatever_is_chosen_no_page_needs_to_be_moved_sideways(
    opened: Opened, edition: str
) -> None:
    page = opened(web_page(guide(edition), edition), 320)
    for size in ("", "125", "150", "200"):
        page.evaluate("(size) => { document.documentElement.dataset.size = size }", size)
        for space in ("", "wide"):
            page.evaluate("(it) => { document.documentElement.dataset.spacing = it }", space)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (size, space)


@pytest.mark.parametrize("edition", EDITIONS)
def test_words_with_a_hyphen_are_whole_on_a_telephone(opened: Opened, edition: str) -> None:
    for name in ("co-production-guide", "launch-of-the-web-page"):
        page = opened(web_page(guide(edition, name), edition), 320)
        assert page.evaluate("document.querySelectorAll('.whole').length")
        assert page.evaluate(_PARTED) == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_names_of_days_are_whole_at_any_width(opened: Opened, width: int) -> None:
    page = opened(timetable(), width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert {day: page.evaluate(_LINES_OF, day) for day in DAYS} == dict.fromkeys(DAYS, 1)
    assert page.evaluate(_LINES_OF, "Co-working") == 1


def test_a_table_is_heard_as_one_also_where_its_rows_stand_one_below_the_other(
    opened: Opened,
) -> None:
    narrow, wide = (opened(timetable(), width) for width in (320, 1280))
    looks = "getComputedStyle(document.querySelector('main tr')).display"
    assert (narrow.evaluate(looks), wide.evaluate(looks)) == ("block", "table-row")
    one, other = (
        [(role, name) for role, name in heard(page) if role in _OF_TABLES]
        for page in (narrow, wide)
    )
    assert one == other
    assert Counter(role for role, _ in one)["columnheader"] == 7


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_page_has_ten_landmarks_at_most(opened: Opened, edition: str) -> None:
    roles = Counter(role for role, _ in heard(opened(web_page(guide(edition), edition))))
    assert roles["main"] == 1
    assert sum(roles[role] for role in LANDMARKS) <= 10


@pytest.mark.parametrize(("edition", "brand"), [("standard", "house"), ("easy-read", "riverside")])
def test_axe_finds_nothing_in_the_dark(opened: Opened, edition: str, brand: str) -> None:
    page = opened(web_page(guide(edition), edition, brand), color_scheme="dark")
    assert axe_finds(page) == []


@pytest.mark.parametrize("setting", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_every_picture_has_white_behind_it_where_the_page_is_dark(
    opened: Opened, setting: dict[str, str]
) -> None:
    page = opened(web_page(guide("easy-read"), "easy-read"), **setting)
    grounds = page.evaluate(
        "[...document.images].map((one) => getComputedStyle(one).backgroundColor)"
    )
    assert len(grounds) > 40
    assert set(grounds) == {"rgb(255, 255, 255)"}


def test_the_page_is_not_dark_on_paper(opened: Opened) -> None:
    page = opened(web_page(guide("easy-read"), "easy-read"), color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
