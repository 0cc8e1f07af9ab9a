"""Pages of the second engine: what is asked of the look of the first is asked of it too."""

from __future__ import annotations

import re
from dataclasses import replace

import pikepdf
import pytest

from exporter.edition import Theme, on_page
from exporter.file_rules.pdf.measure import measure
from exporter.model import (
    Answer,
    Block,
    Box,
    BoxKind,
    ContentsEntry,
    Document,
    Furniture,
    Item,
    Link,
    List,
    PageSize,
    Paragraph,
    PictureRow,
    Question,
    Records,
    Section,
    Text,
)
from exporter.outline import outline_of
from exporter.readback import pdf as reader
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.writers import pdf_weasyprint
from exporter.writers.pdf_weasyprint.line_ends import ended_by_words
from tests.build import document, para, picture, record
from tests.conftest import needs_pango
from tests.test_parity import BRAND
from tests.unit.writers.pdf.test_pages import SENTENCE
from tests.unit.writers.weasyprint.opened import build, opened


def texts(data: bytes) -> list[str]:
    """The words of each page."""
    import io

    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def drawn_top(data: bytes, words: str) -> float:
    """How high some words stand on the last page that has them."""
    import pypdfium2

    for page in reversed(list(pypdfium2.PdfDocument(data))):
        drawn = page.get_textpage()
        places = []
        search = drawn.search(words, match_case=True)
        while found := search.get_next():
            places.append(drawn.get_charbox(found[0])[3])
        if places:
            return min(places)  # below the running line, which says the same
    raise AssertionError(words)


def theme(edition: str = "standard") -> Theme:
    return load_edition(edition).theme


def parts(total: int, paragraphs: int = 1) -> Document:
    sections = tuple(
        Section(anchor=f"s{n}", heading=f"Part {n}", level=2, blocks=(para("Words."),) * paragraphs)
        for n in range(total)
    )
    return document(sections=sections, contents=())


def marks(data: bytes) -> list[list[float]]:
    """How high the marks of parts stand on each page, and that they are decoration."""
    found = []
    pdf = opened(data)
    for page in pdf.pages:
        code = b"\n".join(one.read_bytes() for one in _streams(page)).decode("latin-1")
        drawn = re.match(r"\s*/Artifact <</Type/Layout>> BDC q (.*?) Q EMC", code)
        places = re.findall(r"rg (\S+) (\S+) 16 (\S+) re f", drawn[1]) if drawn else []
        found.append([float(foot) for _, foot, _ in places])
    return found


def _streams(page: pikepdf.Page) -> list[pikepdf.Stream]:
    contents = page.obj.Contents
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def test_each_page_has_a_mark_at_its_edge_for_each_part_on_it_at_one_height_throughout() -> None:
    cover, *pages = marks(build(parts(4), theme("large-print")))
    assert cover == []
    told = [page for page in pages if page]
    assert [len(page) for page in told] == [1, 1, 1, 1]
    heights = [page[0] for page in told]
    assert heights == sorted(set(heights), reverse=True)
    together = [page for page in marks(build(parts(4), theme())) if page]
    assert [len(page) for page in together] == [4]
    assert together[0][0] - together[0][1] == pytest.approx(56, abs=0.1)


def test_a_document_of_two_parts_has_no_marks() -> None:
    assert not any(marks(build(parts(2), theme("large-print"))))


def test_a_file_with_marks_says_the_same() -> None:
    assert reader.read_back(build(parts(4))) == outline_of(parts(4))


def test_a_part_that_begins_a_page_begins_at_its_head() -> None:
    data = build(parts(4), theme("large-print"))
    tops = [drawn_top(data, f"Part {n}") for n in range(4)]
    assert tops == [pytest.approx(tops[0], abs=0.5)] * 4


def test_no_page_of_a_leaflet_has_only_its_publisher() -> None:
    ways = Furniture("Other ways", (para("Ask us."),))
    for count in range(3, 9):
        text = [para(SENTENCE * 4) for _ in range(count)]
        data = build(replace(document(*text, end=(ways,)), cover_page=False, contents=()), theme())
        *_, last = texts(data)
        assert "Other ways" in last, count


@pytest.mark.parametrize("edition", ["standard", "large-print", "easy-read"])
def test_no_line_at_the_head_of_a_leaflet_stands_under_the_logo(edition: str) -> None:
    import pypdfium2

    look, line = theme(edition), "Written with people who use services, and for them"
    brand = replace(BRAND, cover_line=line, logo=picture("logo"))
    leaflet = replace(document(para("Words.")), cover_page=False, contents=())
    template = pdf_weasyprint.compile(leaflet, look)
    words = pypdfium2.PdfDocument(pdf_weasyprint.stamp(template, brand))[0].get_textpage()
    at, _ = words.search("Written").get_next()
    places = [words.get_charbox(one)[2] for one in range(at, at + len(line))]
    assert max(places) <= look.page.width - look.page.outer - look.logo.width


def test_the_running_line_names_the_part_that_a_page_goes_on_with() -> None:
    sections = tuple(
        Section(anchor=f"s{n}", heading=f"Part {n}", level=2, blocks=(para(SENTENCE * 9),) * 3)
        for n in range(4)
    )
    leaflet = replace(document(sections=sections), cover_page=False, contents=())
    began = "Part 0"
    for page in texts(build(leaflet, theme()))[1:-1]:
        *heads, running = re.findall(r"Part \d", page)  # the running line is drawn last
        assert running == (heads[0] if page.startswith("Part") else began)
        began = [began, *heads][-1]
    assert began != "Part 0"


@pytest.mark.parametrize("page_size", ["a4", "a5"])
@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_a_box_that_goes_on_over_a_page_says_so_above_the_rest_of_it(
    edition: str, page_size: PageSize
) -> None:
    """And no box that begins at the head of a page, or ends at its foot."""
    look = on_page(load_edition(edition), page_size).theme
    look = replace(look, page=replace(look.page, height=500))
    kinds: dict[str, BoxKind] = {"One": "activity", "Two": "note", "Three": "story"}
    boxes = [
        Box(kind, name, tuple(para(f"{name} says {SENTENCE * 4}") for _ in range(7)))
        for name, kind in kinds.items()
    ]
    made = document(para("A line."), *boxes, contents=())
    data = build(made, look)
    begun: set[str] = set()
    for page in texts(data):
        names = {name for name in ("One", "Two", "Three") if f"{name} says" in page}
        told = set(re.findall(r"(\w+), continued", page))
        assert told <= begun
        assert names & begun <= told
        begun |= names
    assert len(begun) == 3
    assert reader.read_back(data) == outline_of(made)
    assert drawn_top(data, "continued") > look.page.height - look.page.top


def test_a_long_box_begins_where_a_page_has_room_and_a_short_one_is_whole() -> None:
    look = replace(theme(), page=replace(theme().page, height=500))
    before = (para("A line."),) * 4
    for paragraphs, pages in ((3, 1), (6, 2)):
        box = Box("note", "Look", tuple(para(f"Words {SENTENCE * 3}") for _ in range(paragraphs)))
        on = [
            n
            for n, page in enumerate(texts(build(document(*before, box), look)))
            if "Words" in page
        ]
        assert len(on) == pages


@pytest.mark.parametrize("name", ["house", "riverside"])
def test_a_letter_of_an_ordinary_brand_is_one_sheet(name: str) -> None:
    ways = Furniture(
        "Other ways to read this",
        (
            para("This document is also available as:"),
            List(
                "bullet",
                tuple(
                    Item((para(f"{one} (PDF, Word or web page)"),))
                    for one in ("Easy read, with pictures", "Large print")
                ),
            ),
            para("Please ask us if you need it another way, for example in braille."),
        ),
    )
    text = (para("Dear Ms Example,"), *(para(SENTENCE * 2),) * 4, para("Yours sincerely,"))
    letter = replace(document(*text, end=(ways,)), cover_page=False, contents=())
    template = pdf_weasyprint.compile(letter, theme())
    data = pdf_weasyprint.stamp(template, load_brand(name))
    assert len(texts(data)) == 1
    assert reader.read_back(data) == outline_of(letter)


def test_contents_of_hardly_more_than_a_page_are_closed_up() -> None:
    look = theme("large-print")
    told = {}
    for entries in (25, 40):
        names = tuple(ContentsEntry(1, f"Part {n}", "s0") for n in range(entries))
        pages = texts(build(replace(parts(2), contents=names), look))
        told[entries] = sum("Contents" in page for page in pages)
    assert told == {25: 1, 40: 2}


def test_contents_whose_first_part_is_longer_than_a_page_begin_below_their_heading() -> None:
    look = theme("large-print")
    names = [ContentsEntry(1, "Part 0", "s0")]
    names += [ContentsEntry(2, f"Chapter {n} has a name", "s0") for n in range(60)]
    data = build(replace(parts(2), contents=tuple(names)), look)
    assert "Chapter 0 has" in next(page for page in texts(data) if "Contents" in page)


def test_a_name_that_has_no_room_above_the_text_is_told_by_its_beginning() -> None:
    name = "n" * 100
    section = Section(anchor="s", heading=name, level=2, blocks=(para(SENTENCE),) * 90)
    *_, last, _ = texts(build(document(sections=(section,)), theme()))
    assert name not in last.replace("\r\n", "")
    assert "nnn …" in last


def test_no_line_ends_after_its_first_word_where_more_have_room() -> None:
    """WeasyPrint itself does so where the space behind them has none."""
    needs_pango()
    told = "<p>Few people have checked what <b>came of it</b> at all.</p>"
    for width in range(300, 420, 3):
        page = f"<style>p{{font:24px Arimo,sans-serif;width:{width}px}}</style>{told}"
        assert _lines(page)[0].strip() != "Few", width


def _lines(page: str) -> list[str]:
    """The lines of some paragraphs, as the engine ends them."""
    weasyprint = pytest.importorskip("weasyprint")
    with ended_by_words():
        (laid,) = weasyprint.HTML(string=page).render().pages
    boxes = list(laid._page_box.descendants())
    lines = [box for box in boxes if type(box).__name__ == "LineBox"]
    return ["".join(getattr(run, "text", "") for run in line.descendants()) for line in lines]


def test_an_easy_read_of_many_parts_is_not_made_longer_than_people_read() -> None:
    row = PictureRow((picture("p"),), (para("An idea is here."),))
    sections = tuple(
        Section(anchor=f"s{n}", heading=f"Part {n}", level=2, blocks=(row,)) for n in range(26)
    )
    few, many = (
        len(opened(build(document(sections=some, edition="easy-read"), theme("easy-read"))).pages)
        for some in (sections[:6], sections)
    )
    assert few >= 6
    assert many < 20


def test_two_pictures_stand_side_by_side_each_as_large_as_in_other_rows() -> None:
    row = PictureRow((picture("one"), picture("two")), (para("Two things."),))
    data = build(document(row, edition="easy-read"), theme("easy-read"))
    pdf = opened(data)
    boxes = [[float(value) for value in one.A.BBox] for one in _figures(pdf)]
    (left, foot, right, head), (other, other_foot, _, other_head) = boxes
    assert other > right
    assert (foot, head) == pytest.approx((other_foot, other_head))
    assert right - left > 100


def test_a_word_longer_than_its_column_breaks_and_runs_off_no_page() -> None:
    long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 2
    answers = (Answer((Text(long),)), Answer((Text("No"),)))
    asked = Question("several", (Text("Where?"),), answers, name="q")
    row = PictureRow((picture("one"),), (para(long), asked))
    for page in measure(build(document(row, edition="easy-read"), theme("easy-read"))):
        assert max(run.box.right for run in page.runs) < page.width - 40


def _figures(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    return [
        one
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
    ]


def _where(data: bytes, *words: str) -> list[int]:
    pages = texts(data)
    return [next(n for n, text in enumerate(pages) if word in text) for word in words]


@pytest.mark.parametrize("lines", [14, 18, 20, 21, 22, 23, 24])
def test_no_item_of_a_list_begins_a_page_alone_and_words_before_it_stay(lines: int) -> None:
    low = replace(theme(), page=replace(theme().page, height=500))
    before = tuple(para("A line.") for _ in range(lines))
    items = List("bullet", tuple(Item((para(f"Item {n}."),)) for n in range(3)))
    data = build(document(*before, para("These lead in:"), items), low)
    lead, first, second, last = _where(data, "lead in", "Item 0", "Item 1", "Item 2")
    assert lead == first
    assert second == last


@pytest.mark.parametrize("lines", range(16, 26, 2))
def test_words_before_a_contact_stay_with_it(lines: int) -> None:
    low = replace(theme(), page=replace(theme().page, height=500))
    who = Box("contact", "Who", (para("The guide team"),))
    data = build(document(*(para("A line."),) * lines, para("Ask us anything:"), who), low)
    words, contact = _where(data, "Ask us", "The guide team")
    assert words == contact


@pytest.mark.parametrize("block", ["story", "record"])
@pytest.mark.parametrize("lines", [8, 10, 12, 14])
def test_a_box_and_a_record_that_have_room_on_a_page_stand_on_one(lines: int, block: str) -> None:
    low = replace(theme(), page=replace(theme().page, height=500))
    made: Block = (
        Box("story", "First words", (*(para(SENTENCE),) * 3, para("Last words.")))
        if block == "story"
        else Records(tables=(record("First words", *[("A", SENTENCE)] * 3, ("Z", "Last words.")),))
    )
    data = build(document(*(para("A line."),) * lines, made), low)
    first, last = _where(data, "First words", "Last words")
    assert first == last


def test_a_cells_head_stands_above_it_where_there_is_too_little_room_beside() -> None:
    beside = Records(tables=(record("One", ("Head", "Words of it.")),))
    above = replace(beside, above=True)
    pages = [build(document(one)) for one in (beside, above)]
    heads, words = ([_top(data, said) for data in pages] for said in ("Head", "Words of it"))
    assert heads[0] == pytest.approx(words[0], abs=1)
    assert heads[1] > words[1] + 10


def _top(data: bytes, words: str) -> float:
    """How high some words stand on the third page."""
    import pypdfium2

    page = pypdfium2.PdfDocument(data)[2]
    text = page.get_textpage()
    at = text.search(words).get_next()
    assert at is not None
    return float(text.get_charbox(at[0])[1])


def test_the_brands_colours_are_those_of_the_marks() -> None:
    data = build(parts(4), theme("large-print"))
    pdf = opened(data)
    code = b"".join(one.read_bytes() for one in _streams(pdf.pages[1])).decode("latin-1")
    red = int(BRAND.accent[1:3], 16) / 255
    assert f"{red:.4g}" in code.split("EMC")[0]


def test_an_address_in_a_row_of_easy_read_ends_its_lines_at_its_joints_only() -> None:
    """But one of which a piece would run out of the column, which breaks where it must."""
    needs_pango()

    def lines(address: str) -> list[str]:
        words = Paragraph((Text("You can email the guide team at "), Link((Text(address),), url)))
        row = PictureRow((picture("p"),), (words,))
        theme = load_edition("easy-read").theme
        data = build(document(row, edition="easy-read"), theme)
        assert reader.read_back(data) == outline_of(document(row, edition="easy-read"))
        return [line.strip() for page in texts(data) for line in page.splitlines()]

    url = "mailto:hello@workingtogether.example"
    assert ".example" in " ".join(lines(url.removeprefix("mailto:")))
    assert "at hello@workingtogether" in lines(url.removeprefix("mailto:"))
    url = "https://example.org/" + "long" * 12
    assert max(map(len, lines(url.removeprefix("https://")))) < 40
