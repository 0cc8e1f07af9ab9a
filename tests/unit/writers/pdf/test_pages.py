"""Pages: what stands on which, what is never parted, what is said around the text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import get_args

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from exporter.model import (
    Box,
    BoxKind,
    Cell,
    ContentsEntry,
    Document,
    Figure,
    Furniture,
    Item,
    List,
    PageNumber,
    Paragraph,
    PictureRow,
    Records,
    Section,
    Table,
    Text,
)
from exporter.writers import icons, pdf_reportlab
from exporter.writers.drawings.ink import inked
from exporter.writers.pdf_reportlab import PrintOptions, page_starts
from exporter.writers.pdf_reportlab.pagination import close_up, paginate
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Line,
    Panel,
    Strip,
    gap_between,
    stack_height,
)
from exporter.writers.pdf_reportlab.tables import keep_ends
from tests import build
from tests.build import document, para, picture
from tests.unit.writers.pdf.reading import BRAND, File, Tag, lines_of, made, theme

SENTENCE = "We meet and we decide and then we write it down for all. "


def strips(*heights: float, **changes: object) -> list[Strip]:
    made_strips = [Strip(height=height) for height in heights]
    for strip in made_strips:
        for name, value in changes.items():
            setattr(strip, name, value)
    return made_strips


def shares(found: list[Strip], height: float) -> list[tuple[int, int]]:
    return [(page.first, page.last) for page in paginate(found, height)]


def test_a_page_is_filled_before_the_next_is_begun() -> None:
    assert shares(strips(*[10] * 10), 50) == [(0, 4), (5, 9)]


def test_no_page_begins_where_it_must_not() -> None:
    found = strips(*[10] * 10)
    found[4].price = NEVER
    assert 4 not in [last for _, last in shares(found, 50)]


def test_what_is_kept_together_but_taller_than_a_page_goes_over_pages_after_all() -> None:
    assert shares(strips(*[10] * 10, price=NEVER), 50) == [(0, 4), (5, 9)]


def test_a_last_page_is_not_left_with_one_lonely_line() -> None:
    found = strips(*[10] * 11)
    assert shares(found, 100)[-1] != (10, 10)


def test_a_last_page_is_not_left_with_one_row_of_easy_read() -> None:
    assert shares(strips(*[21] * 5), 100) == [(0, 2), (3, 4)]


def test_no_paragraph_is_parted_above_lines_that_stay_free() -> None:
    """One hole in the place of two is dearer if it is within a paragraph."""
    lines = [Line(height=10, price=NEVER if at % 2 == 0 else 0.0) for at in range(4)]
    figure, whole_page = Strip(height=75, above=1), Strip(height=100, above=1)
    found = shares([Strip(height=40), *lines, figure, whole_page], 100)
    assert found == [(0, 4), (5, 5), (6, 6)]


def test_spaces_between_strips_are_dropped_at_the_head_of_a_page() -> None:
    assert shares(strips(*[20] * 4, above=10.0), 50) == [(0, 1), (2, 3)]


def test_a_page_is_closed_up_a_little_where_one_strip_more_then_stands_on_it() -> None:
    assert shares(strips(*[20] * 3, above=10.0), 78) == [(0, 2)]
    assert shares(strips(*[20] * 6, above=10.0), 75) == [(0, 1), (2, 3), (4, 5)]
    assert shares(strips(*[20] * 3, above=10.0, hug=10.0), 78) == [(0, 1), (2, 2)]
    page = strips(*[20] * 4, above=10.0)
    page[0].hug = 6.0  # a heading and its text
    close_up(page, 102)
    assert stack_height(page) == pytest.approx(102)
    assert [gap_between(*two) for two in pairwise(page)] == [6, 8, 8]
    close_up(page, 140)
    assert stack_height(page) == pytest.approx(102)


def test_a_repeated_head_takes_its_room() -> None:
    found = strips(*[10] * 9)
    for strip in found:
        strip.head = Strip(height=10)
    assert shares(found, 50) == [(0, 4), (5, 8)]


def test_a_page_ends_between_paragraphs_where_that_leaves_little_room() -> None:
    lines: list[Strip] = [Line(height=5, below=1 if index == 17 else 0) for index in range(36)]
    assert shares(lines, 100) == [(0, 17), (18, 35)]


def test_a_page_ends_between_boxes_where_that_leaves_little_room() -> None:
    one, two = (Panel("", "", 0, 0, 0, pad=1) for _ in range(2))
    found = strips(*[10] * 16)
    for index, strip in enumerate(found):
        strip.panel = one if index < 8 else two
    assert shares(found, 100) == [(0, 7), (8, 15)]


@pytest.mark.parametrize(("height", "priced"), [(20, [0, 4]), (90, [])])
def test_a_low_row_of_a_table_is_never_alone_on_a_page_but_a_high_one_may_be(
    height: float, priced: list[int]
) -> None:
    rows = [[Beside(height=height)] for _ in range(6)]
    keep_ends(rows, least=4, tall=70)
    assert [index for index, (row,) in enumerate(rows) if row.price] == priced


def test_a_low_row_at_the_foot_of_a_small_table_stays_with_the_row_before_it() -> None:
    rows = [[Beside(height=height)] for height in (90, 90, 20)]
    keep_ends(rows, least=4, tall=70)
    assert [row.price > 0 for (row,) in rows] == [False, True, False]


def drawn_at(data: bytes, page: int, words: str) -> tuple[float, float]:
    """Left and bottom of the first letter of some words on a page."""
    drawn = pypdfium2.PdfDocument(data)[page].get_textpage()
    found = drawn.search(words, match_case=True).get_next()
    assert found is not None, words
    left, bottom, _, _ = drawn.get_charbox(found[0], loose=True)
    return left, bottom


def pages_of(file: File) -> list[list[str]]:
    return [lines_of(file.code(page)) for page in range(len(file.pdf.pages))]


def long_guide() -> File:
    sections = tuple(
        Section(
            anchor=f"part-{number}",
            heading=f"Heading {number}",
            level=2,
            blocks=tuple(para(SENTENCE * 6) for _ in range(5)),
        )
        for number in range(8)
    )
    contents = tuple(ContentsEntry(2, section.heading, section.anchor) for section in sections)
    return File(made(document(sections=sections, contents=contents)))


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    file = long_guide()
    for page in range(2, len(file.pdf.pages) - 1):
        text = file.code(page).partition("/Artifact <</Type/Pagination>>")[0]
        assert not lines_of(text)[-1].startswith("Heading")


@pytest.mark.parametrize("paragraphs", range(23, 26))
def test_no_page_begins_with_the_notes_of_a_section(paragraphs: int) -> None:
    """Something of the section goes with them, also where all of it would fill its page better."""
    words = tuple(para("Words.") for _ in range(paragraphs))
    first = Section(anchor="first", heading="First", level=2, blocks=words, notes=build.NOTES)
    then = Section(anchor="then", heading="Then", level=2, blocks=words[:10])
    pages = File(made(document(sections=(first, then), contents=()))).pdf.pages
    assert [page.extract_text().splitlines()[0] for page in pages][1:3] == ["First", "Words."]


def test_no_page_begins_or_ends_with_one_line_of_a_paragraph() -> None:
    file = long_guide()
    for page in range(3, len(file.pdf.pages) - 1):
        code = file.code(page).partition("/Artifact <</Type/Pagination>>")[0]
        paragraphs = re.findall(r"/P <</MCID \d+>> BDC(.*?)EMC", code, re.DOTALL)
        assert paragraphs[0].count("TJ") >= 2
        assert paragraphs[-1].count("TJ") >= 2


def test_the_contents_tell_the_pages_on_which_the_headings_stand() -> None:
    file = long_guide()
    references = file.tags.every("TOC")[0].every("Reference")
    assert len(references) == 8
    pages = pages_of(file)
    for reference in references:
        heading, number = reference.words.rsplit(" ", 1)
        assert heading in pages[int(number) - 1]


def test_a_reference_to_its_own_page_says_above_or_below_and_one_to_another_says_which() -> None:
    lead = Paragraph((Text("See Far"), PageNumber("far"), Text(" and Near"), PageNumber("near")))
    last = Paragraph((Text("As in Near"), PageNumber("near", within=True), Text(".")))
    near = Section(anchor="near", heading="Near", level=2, blocks=(last,))
    far = Section(anchor="far", heading="Far", level=2, blocks=(para("Away."),))
    of = document(lead, edition="standard")
    many = tuple(para(SENTENCE * 9) for _ in range(9))
    between = Section(anchor="between", heading="Between", level=2, blocks=many)
    file = File(made(replace(of, sections=(*of.sections, near, between, far), contents=())))
    away = next(n for n, page in enumerate(file.pdf.pages, 1) if "Away." in page.extract_text())
    assert away > 2
    told = [tag.words.strip() for tag in file.tags.every("PageRef")]
    assert told == [f"(page {away})", "(below)", ", above"]


def test_each_page_but_the_cover_says_which_it_is_of_how_many() -> None:
    pages = pages_of(long_guide())
    assert not any("Page" in line for line in pages[0])
    for number, lines in enumerate(pages[1:], start=2):
        assert f"Page {number} of {len(pages)}" in lines
        assert "A small sample, version 1.0" in lines


def test_a_long_running_line_takes_two_lines_and_the_number_stands_beside_the_first() -> None:
    title = "What we found out in one year"
    whole = replace(document(para("Words.")), title=title, running=f"{title}, version 1.0, draft")
    data = made(whole, "large-print")
    first, number, second = (drawn_at(data, 1, words)[1] for words in ("year,", "Page", "version"))
    assert first == number > second


def test_running_words_in_two_lines_keep_their_distance_from_the_last_line_of_a_page() -> None:
    whole = replace(document(*[para(SENTENCE)] * 60), title="A guide", running="A guide")
    long = replace(whole, running="What we found out in one long year, version 1.0, draft")
    one, two = made(whole, "easy-read"), made(long, "easy-read")
    assert len(pypdfium2.PdfDocument(one)) == len(pypdfium2.PdfDocument(two))
    raised = drawn_at(two, 2, "We")[1] - drawn_at(one, 2, "We")[1]  # no page loses a line
    foot, size = theme("easy-read").page.bottom + raised, theme("easy-read").small
    assert foot - (drawn_at(two, 2, "What we")[1] + size * 0.75) > size * 0.4


def test_the_lines_of_a_title_stay_together_where_the_rows_below_are_spread() -> None:
    row = PictureRow((picture("p"),), (para("An idea is here."),))
    title = "What all of us found out together"
    whole = replace(document(*[row] * 9), title=title, cover_page=False, contents=())
    data = made(whole, "easy-read")
    upper, lower = (drawn_at(data, 0, words)[1] for words in ("What", "together"))
    assert 0 < upper - lower < theme("easy-read").headings[0] * 1.2


def test_running_lines_are_artifacts() -> None:
    code = long_guide().code(4)
    running = code.partition("(Page ")[0] or code
    assert running.rindex("/Artifact <</Type/Pagination>> BDC") > running.rindex("/P <<")


def test_the_section_goes_on_is_told_above_a_page_but_not_above_its_own_heading() -> None:
    for lines in pages_of(long_guide())[2:-1]:
        headings = [line for line in lines if line.startswith("Heading")]
        assert len(headings) == len(set(headings))


def test_bookmarks_are_folded_below_the_first_level() -> None:
    file = File(made(build.everything()))
    outlines = file.pdf.trailer["/Root"]["/Outlines"]
    first = outlines["/First"]
    assert (first["/Title"], first["/Count"]) == ("1. First part", -1)
    assert first["/First"]["/Title"] == "Inner part"


def test_the_number_on_the_page_is_the_number_in_the_viewer() -> None:
    assert long_guide().pdf.page_labels[:3] == ["1", "2", "3"]


# ---- easy read -------------------------------------------------------------------------------


DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 320" width="400" height="320">'
    b'<ellipse cx="200" cy="160" rx="196" ry="158"/></svg>'
)
"""As wide for its height as most drawings of the house."""


def easy(rows: int = 12) -> File:
    blocks = tuple(
        PictureRow((replace(picture(f"p{n}"), data=DRAWING),), (para(f"Idea {n} is here."),))
        for n in range(rows)
    )
    return File(made(document(*blocks, edition="easy-read"), "easy-read"))


def test_four_or_five_rows_stand_on_a_page() -> None:
    counts = [sum("Idea" in line for line in lines) for lines in pages_of(easy())]
    assert [count for count in counts if count] == [4, 4, 4]


def test_the_words_of_a_row_begin_at_the_middle_third_of_its_picture() -> None:
    code = easy(1).code(2)
    top = float(re.search(r"([\d.]+) ([\d.]+) cm /P0 Do", code).group(2))  # type: ignore[union-attr]
    height = float(re.search(r"q [\d.]+ 0 0 ([\d.]+)", code).group(1))  # type: ignore[union-attr]
    baseline = next(
        float(y)
        for y, words in re.findall(r"1 0 0 1 [\d.]+ ([\d.]+) Tm(.*?)TJ", code, re.DOTALL)
        if "Idea" in words
    )
    letters = baseline + 18 * 0.67
    down = (top + height - letters) / height
    assert 1 / 3 <= down < 0.45


def test_words_of_rows_begin_at_one_place_with_or_without_a_picture() -> None:
    blocks = (
        PictureRow((picture(),), (para("With one."),)),
        PictureRow((), (para("With none."),)),
        PictureRow((), (para("With a number."),), "573"),
    )
    code = File(made(document(*blocks, edition="easy-read"), "easy-read")).code(2)
    lefts = re.findall(r"1 0 0 1 ([\d.]+) [\d.]+ Tm\n(?:EMC\n)?/P", code)
    assert len(set(lefts)) == 1


# ---- print -----------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 5, 9, 14])
def test_a_file_for_a_booklet_has_a_multiple_of_four_pages_and_the_back_cover_last(
    rows: int,
) -> None:
    blocks = tuple(para(SENTENCE * 30) for _ in range(rows))
    file = File(made(document(*blocks), print_options=PrintOptions()))
    assert len(file.pdf.pages) % 4 == 0
    assert "Who made this" in pages_of(file)[-1]


def test_padding_changes_no_page_number_of_the_text() -> None:
    screen = File(made(build.everything()))
    printed = File(made(build.everything(), print_options=PrintOptions()))
    for which in (screen, printed):
        assert [ref.words for ref in which.tags.every("TOC")[0].every("Reference")] == [
            "1. First part 3", "Inner part 6", "2. More 6",
        ]  # fmt: skip


def test_bleed_is_outside_of_where_the_sheet_is_cut() -> None:
    page = File(made(document(para("We")), print_options=PrintOptions(bleed=3))).pdf.pages[0]
    trim, bleed = [float(x) for x in page.trimbox], [float(x) for x in page.bleedbox]
    assert trim[:2] == [0, 0]
    assert [round(a - b, 2) for a, b in zip(bleed, trim, strict=True)] == [-8.5, -8.5, 8.5, 8.5]


def test_words_of_a_print_file_are_black_and_nothing_else() -> None:
    file = File(made(build.everything(), print_options=PrintOptions()))
    for page in range(len(file.pdf.pages)):
        text = re.sub(r"q\n/Artifact.*?\nQ\n", "", file.code(page), flags=re.DOTALL)
        assert not re.search(r" (rg|scn)\n(?!\d)", text)


def test_left_and_right_pages_leave_room_for_the_binding() -> None:
    blocks = tuple(para(SENTENCE * 30) for _ in range(4))
    file = File(made(document(*blocks), print_options=PrintOptions(binding=5)))
    lefts = [
        min(float(x) for x in re.findall(r"1 0 0 1 ([\d.]+) [\d.]+ Tm", file.code(page)))
        for page in (2, 3)
    ]
    assert lefts[0] - lefts[1] == pytest.approx(2 * 5 * 72 / 25.4, abs=0.1)


def test_the_print_sheet_is_one_page_that_tells_the_number_of_pages() -> None:
    template = pdf_reportlab.compile(build.everything(), theme(), print_options=PrintOptions())
    file = File(pdf_reportlab.print_sheet(build.everything(), template, BRAND))
    assert len(file.pdf.pages) == 1
    assert file.tags.kids[0].words == "Print sheet: A small sample"
    assert "8 pages" in file.tags.words


# ---- other formats ---------------------------------------------------------------------------


def test_other_ways_to_read_stand_on_the_back_in_sixteen_points_or_more() -> None:
    listed = List("bullet", (Item((para("Large print"),)),))
    end = (Furniture("Other ways to read this", (listed,), large=True),)
    file = File(made(document(para("We"), end=end)))
    code = file.code(len(file.pdf.pages) - 1)
    before = code.partition("(Large prin")[0]
    assert float(re.findall(r"/F0\.0 ([\d.]+) Tf", before)[-1]) >= 16


def test_a_figure_is_on_the_page_of_its_caption() -> None:
    blocks = [para(SENTENCE * 20) for _ in range(3)]
    figure = Figure(picture("cycle"), "Figure 1", (build.words("Round"))[:1], "cycle")
    file = File(made(document(*blocks, figure, edition="standard")))
    for page, lines in enumerate(pages_of(file)):
        if any("Round" in line for line in lines):
            assert "/Figure <<" in file.code(page)


@pytest.mark.parametrize("words", ["Those who paid", "Those who paid:"])
def test_words_that_lead_in_are_never_the_last_on_a_page(words: str) -> None:
    funds = List("bullet", tuple(Item((para(f"Fund {number}"),)) for number in range(5)))
    for lines in range(1, 9):
        start = [para("Once")] * lines
        file = File(made(document(*start, *[para(words), funds] * 12, edition="standard")))
        for page in range(2, len(file.pdf.pages) - 1):
            text = file.code(page).partition("/Artifact <</Type/Pagination>>")[0]
            assert not lines_of(text)[-1].startswith("Those")


@pytest.mark.parametrize("edition", ["standard", "large-print", "easy-read", "giant-print"])
def test_a_long_title_is_set_smaller_and_leaves_room_for_the_rest_of_the_cover(
    edition: str,
) -> None:
    title = "Finding your way through the services of the county and what to expect of them " * 3
    short, long = (
        File(made(document(para(SENTENCE), edition=edition, title=words), edition))
        for words in ("Finding your way", title.strip()[:240])
    )
    sizes = [float(re.findall(r"/F\d+\.\d+ ([\d.]+) Tf", f.code(0))[0]) for f in (short, long)]
    assert sizes[1] < sizes[0]


def test_only_what_is_for_people_who_cannot_read_the_rest_is_larger_than_the_text() -> None:
    end = (
        Furniture("Imprint", (para("QQQQ"),)),
        Furniture("Other ways", (para("ZZZZ"),), large=True),
    )
    file = File(made(document(para(SENTENCE), end=end, edition="headlines"), "headlines"))
    sizes = {}

    def met(text: str, _matrix: object, _line: object, _font: object, size: float) -> None:
        sizes[text.strip()[:1]] = size

    file.pdf.pages[-1].extract_text(visitor_text=met)
    assert sizes["Q"] < sizes["Z"] == 16


@pytest.mark.parametrize("edition", ["easy-read", "large-print", "giant-print"])
def test_the_edition_is_named_so_large_that_it_is_read_from_two_metres(edition: str) -> None:
    lines = ("Large print", "Version 1.0, November 2026")
    code = File(made(document(para(SENTENCE), cover_lines=lines), edition)).code(0)
    sizes = [float(size) for size in re.findall(r" ([\d.]+) Tf", code)]
    assert len([size for size in sizes if size >= 30]) == 2  # the title, and the badge


def test_the_field_of_the_title_runs_over_every_edge_of_the_sheet() -> None:
    code = File(made(document(para(SENTENCE)))).code(0)
    x, y, width, height = map(
        float, re.findall(r"/BrandAccent cs 1 scn (.*) re f", code)[0].split()
    )
    page = theme().page
    assert (x, x + width) == (-20, pytest.approx(page.width + 20, abs=0.02))
    assert y + height == pytest.approx(page.height + 20, abs=0.02)


def _grounds(kind: BoxKind) -> str:
    """What is drawn under the words of the pages of a document that has one box."""
    file = File(made(document(Box(kind, "Look", (para(SENTENCE),)))))
    return "".join(file.code(page).split("\nQ\n")[0] for page in range(1, len(file.pdf.pages) - 1))


def test_boxes_are_told_apart_without_their_words_and_without_colour() -> None:
    kinds = [kind for kind in get_args(BoxKind) if kind in icons.PATHS and kind != "media"]
    shapes = {re.sub(r"\S+ (\S+ )?(cs|rg|g)\b|[\d.]+ scn", "", _grounds(kind)) for kind in kinds}
    assert len(shapes) == len(kinds) == 5


def test_a_box_that_goes_on_says_so_above_the_rest_of_it_and_to_nobody_who_listens() -> None:
    box = Box("note", "Look", tuple(para(SENTENCE * 3) for _ in range(9)))
    file = File(made(document(box), "large-print"))
    shown = [file.pdf.pages[page].extract_text() for page in range(len(file.pdf.pages))]
    assert sum("Look, continued" in text for text in shown) == 1
    assert "continued" not in file.tags.words


def parts_of(paragraphs: int) -> File:
    """Four parts of so many paragraphs, in large print."""
    parts = tuple(
        Section(anchor=f"p{n}", heading=f"Part {n}", level=2, blocks=(para(SENTENCE),) * paragraphs)
        for n in range(4)
    )
    return File(made(replace(document(), sections=parts, contents=()), "large-print"))


def test_each_part_begins_a_page_in_large_print_and_has_its_mark_at_the_edge() -> None:
    file = parts_of(8)
    pages = [file.pdf.pages[number].extract_text() for number in range(1, 5)]
    assert all(f"Part {number}" in text for number, text in enumerate(pages))
    edge = theme("large-print").page.width - 16
    marks = [
        float(found[1])
        for number in range(1, 5)
        for found in [re.search(rf"\n?[^\n]*scn {edge:.2f} (\S+) 36 \S+ re", file.code(number))]
        if found
    ]
    assert len(marks) == 4
    assert marks == sorted(marks, reverse=True)
    assert len(set(marks)) == 4


def test_a_part_begins_a_page_in_large_print_even_if_the_page_before_is_only_begun() -> None:
    pages = [page.extract_text() for page in parts_of(1).pdf.pages][1:5]
    assert [f"Part {number}" in text for number, text in enumerate(pages)] == [True] * 4


def with_a_figure(before: int, *told: Box | Table, ems: float = 0) -> Document:
    """Words, a figure that they name, and words again."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40"/>'
    tall = replace(picture(), data=svg, width=40, height=40, alt="Four hands.", ems=ems)
    lines = [para(f"Before {n}.") for n in range(before)]
    after = [para(f"After {n}. {SENTENCE * 3}") for n in range(6)]
    return document(*lines, Figure(tall, label="Figure 1"), *told, *after)


def numbered(before: int) -> File:
    return File(made(with_a_figure(before), "large-print"))


def test_a_figure_that_words_name_is_seen_further_down_where_a_page_would_end_in_a_hole() -> None:
    for before in range(8, 14):
        file = numbered(before)
        pages = [page.extract_text() for page in file.pdf.pages]
        assert "After 0" in next(page for page in pages if f"Before {before - 1}." in page)
        heard = [tag.name if tag.name == "Figure" else tag.words[:8] for tag in body_of(file)]
        assert heard[heard.index("Figure") + 2] == "After 0.", before


def test_what_a_figure_shows_is_never_seen_before_it() -> None:
    told = Box("description", "What this picture shows", (para("Four hands are raised."),))
    for before in range(4, 14):
        file = File(made(with_a_figure(before, told), "large-print"))
        figure, words = (
            next(n for n, page in enumerate(file.pdf.pages) if sign in page.extract_text())
            for sign in ("Figure 1", "What this picture shows")
        )
        assert figure <= words, before


def test_a_chart_goes_further_down_together_with_the_table_of_its_data() -> None:
    rows = tuple((Cell((para(f"Row {n}"),)), Cell((para(f"{n}"),))) for n in range(3))
    data = Table(("Who", "People"), rows, True, (0.6, 0.4), caption=(Text("The numbers"),))
    floated = 0
    for before in range(4, 14):
        file = File(made(with_a_figure(before, data, ems=16), "large-print"))
        words = "".join(page.extract_text() for page in file.pdf.pages)
        assert words.index("Figure 1") < words.index("The numbers"), before
        between = words[words.index("Figure 1") : words.index("The numbers")]
        assert "After" not in between, before
        floated += words.index("After 0.") < words.index("Figure 1")
    assert floated


def test_no_page_of_an_e_book_begins_at_a_figure_that_is_seen_further_down() -> None:
    of = with_a_figure(8)
    figure = next(b for b in of.sections[0].blocks if isinstance(b, Figure))
    assert figure not in [start.source for start in page_starts(of, theme("large-print"))]


def body_of(file: File) -> list[Tag]:
    """What stands in the one section of a document."""
    return file.tags.every("Sect")[0].kids


def test_a_figure_stays_before_the_words_after_it_where_it_leaves_no_hole() -> None:
    seen = " ".join(page.extract_text() for page in numbered(2).pdf.pages)
    assert seen.index("Before 1.") < seen.index("Figure 1") < seen.index("After 0.")


def test_neither_the_first_item_nor_the_last_of_a_list_is_alone_on_a_page() -> None:
    for before in range(18, 30):
        items = tuple(Item((para("One line."),)) for _ in range(6))
        of = document(*(para("A line.") for _ in range(before)), List("bullet", items))
        file = File(made(of, "large-print"))
        on_pages = [page.extract_text().count("One line.") for page in file.pdf.pages]
        assert 1 not in on_pages, before


def test_pictures_of_easy_read_stand_without_the_margin_that_they_were_drawn_with() -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400">'
        b'<rect x="50" y="100" width="300" height="200"/></svg>'
    )
    cut = inked(replace(picture(), data=svg, width=400, height=400))
    assert (cut.width, cut.height) == (pytest.approx(300, abs=8), pytest.approx(200, abs=8))
    assert inked(cut) == cut
    row = PictureRow((replace(picture(), data=svg, width=400, height=400),), (para("Words."),))
    code = File(made(document(row, edition="easy-read"), "easy-read")).code(2)
    widths = [float(one) for one in re.findall(r"q ([\d.]+) 0 0 [\d.]+", code)]
    assert max(widths) >= 6 * 72 / 2.54  # six centimetres of ink


def test_two_pictures_stand_side_by_side_and_the_words_below_where_words_begin() -> None:
    row = PictureRow((picture("one"), picture("two")), (para("Both of them."),))
    code = File(made(document(row, edition="easy-read"), "easy-read")).code(2)
    places = re.findall(r"q [\d.]+ 0 0 [\d.]+ ([\d.]+) ([\d.]+) cm", code)
    (first, low), (second, as_low) = [(float(x), float(y)) for x, y in places]
    assert (low, second > first) == (as_low, True)


def test_an_easy_read_of_many_parts_is_not_made_longer_than_people_read() -> None:
    def pages(parts: int) -> int:
        sections = tuple(
            Section(
                anchor=f"p{number}",
                heading=f"Part {number}",
                level=2,
                blocks=(PictureRow((picture(),), (para("Idea."),)),),
            )
            for number in range(parts)
        )
        of = replace(document(edition="easy-read"), sections=sections, contents=())
        return len(File(made(of, "easy-read")).pdf.pages)

    assert pages(12) >= 12
    assert pages(40) <= 24


def test_the_heads_of_cells_stand_above_them_where_there_is_too_little_room_beside() -> None:
    one = build.record("Design", ("Co-production", "Partners join."), ("Involvement", "Told."))
    file = File(made(document(Records(tables=(one,), above=True)), "giant-print"))
    assert [tag.name for tag in file.tags.every("TR")[0].kids] == ["TH", "TD"]
    text = file.pdf.pages[2].extract_text()
    assert re.search(r"Co-production\s*\n\s*Partners join\.\s*\n\s*Involvement\s*\n", text)


def test_a_record_that_goes_on_says_again_whose_it_is_and_to_nobody_who_listens() -> None:
    rows = [("Involvement", SENTENCE * 6)] * 6
    file = File(
        made(document(Records(tables=(build.record("Design", *rows),), above=True)), "giant-print")
    )
    shown = [page.extract_text().count("Design") for page in file.pdf.pages[2:-1]]
    assert len(shown) > 1
    assert set(shown) == {1}
    assert len([tag for tag in file.tags.every("Caption") if tag.words == "Design"]) == 1


def test_what_is_said_of_one_thing_at_the_end_is_on_one_page() -> None:
    ways = Furniture("Other ways", tuple(para(f"Way {n}. {SENTENCE * 3}") for n in range(4)))
    for count in range(4, 12):
        text = [para(SENTENCE * 4) for _ in range(count)]
        pages = File(made(replace(document(*text, end=(ways,)), cover_page=False))).pdf.pages
        found = {
            n
            for n, page in enumerate(pages)
            for m in range(4)
            if f"Way {m}." in page.extract_text()
        }
        assert len(found) == 1, count


def test_a_leaflet_without_a_logo_names_its_publisher_right_below_its_version() -> None:
    of = replace(document(para("Words.")), cover_page=False, cover_lines=("Version 9",))
    bare = replace(BRAND, logo=None, cover_line="")
    data = pdf_reportlab.stamp(pdf_reportlab.compile(of, theme()), bare)
    down = drawn_at(data, 0, "Version")[1] - drawn_at(data, 0, BRAND.publisher)[1]
    assert 0 < down < 40


def test_a_leaflet_however_short_has_the_words_of_its_publisher_at_head_and_back() -> None:
    leaflet = replace(document(para("Words.")), cover_page=False)
    file = File(made(leaflet))
    assert len(file.pdf.pages) == 1
    head, *_, back = file.tags.every("Furniture")
    assert BRAND.cover_line in [tag.words for tag in head.every("P")]
    assert BRAND.publisher in [tag.words for tag in head.every("P")]
    assert [tag.words for tag in back.every("H2")] == ["Who made this"]
    assert BRAND.legal_line in [tag.words for tag in back.every("P")]


def test_the_links_of_one_sheet_are_in_the_slot_that_they_stand_in() -> None:
    leaflet = replace(document(para("Words.")), cover_page=False)
    head, *_, back = File(made(leaflet)).tags.every("Furniture")
    assert not list(head.every("Link"))
    assert len(list(back.every("Link"))) == sum(bool(line.url) for line in BRAND.contact)


def test_in_a_leaflet_other_ways_and_who_made_it_stand_side_by_side_and_read_in_that_order() -> (
    None
):
    ways = Furniture("Other ways", (para("Ask us."),))
    leaflet = replace(document(para("Words."), end=(ways,)), cover_page=False)
    data = made(leaflet)
    (left, up), (right, level) = drawn_at(data, 0, "Other"), drawn_at(data, 0, "Who")
    assert right > left + 200
    assert level == pytest.approx(up, abs=3)
    headings = [tag.words for tag in File(data).tags.every("H2")]
    assert headings[-2:] == ["Other ways", "Who made this"]


def test_a_leaflet_that_is_a_line_too_long_for_its_page_is_closed_up_and_no_other_is() -> None:
    def pages_and_pitch(count: int) -> tuple[int, float]:
        data = made(replace(document(para("Alpha."), *[para("Beta.")] * count), cover_page=False))
        pitch = drawn_at(data, 0, "Alpha.")[1] - drawn_at(data, 0, "Beta.")[1]
        return len(File(data).pdf.pages), pitch

    _, usual = pages_and_pitch(3)
    found = [pages_and_pitch(count) for count in range(8, 20)]
    closed = [pitch for pages, pitch in found if pages == 1 and pitch < usual - 0.1]
    assert closed
    assert min(closed) > theme().size * theme().pitch
    assert [pitch for pages, pitch in found if pages > 1] == [
        pytest.approx(usual) for pages, _ in found if pages > 1
    ]


def test_the_publisher_stands_at_the_margin_with_a_logo_or_without() -> None:
    leaflet = replace(document(para("Words.")), cover_page=False)
    template = pdf_reportlab.compile(leaflet, theme())
    left = [
        drawn_at(pdf_reportlab.stamp(template, brand), 0, "Made")[0]
        for brand in (BRAND, replace(BRAND, logo=None))
    ]
    assert left[0] == left[1] == pytest.approx(theme().page.inner, abs=0.5)


@pytest.mark.parametrize("edition", ["standard", "large-print", "giant-print"])
def test_key_numbers_of_a_list_have_one_size_larger_than_their_words(
    edition: str,
) -> None:
    labels = ("15", "8", "nearly 10,000")
    numbers = [Box("number", label, (para("words beside it"),)) for label in labels]
    of = replace(document(*numbers), cover_page=False)
    data = pdf_reportlab.stamp(pdf_reportlab.compile(of, theme(edition)), BRAND)
    sizes = set()
    for sign in ("15", "8", "0,000"):
        for page in pypdfium2.PdfDocument(data):
            drawn = page.get_textpage()
            if found := drawn.search(sign, match_case=True).get_next():
                _, bottom, _, top = drawn.get_charbox(found[0], loose=True)
                sizes.add((sign, round(top - bottom, 1)))
    assert {sign for sign, _ in sizes} == {"15", "8", "0,000"}
    (size,) = {size for _, size in sizes}
    assert size >= 1.5 * theme(edition).size


def test_the_back_page_has_the_logo_for_eyes_only_or_the_name_of_the_publisher() -> None:
    of = document(para("Words."))
    template = pdf_reportlab.compile(of, theme())
    shown = pypdfium2.PdfDocument(pdf_reportlab.stamp(template, BRAND))
    drawn = [
        [one for one in page.get_objects(max_depth=1) if one.type == pdfium.FPDF_PAGEOBJ_FORM]
        for page in (shown[0], shown[len(shown) - 1])
    ]
    assert [len(forms) for forms in drawn] == [1, 1]
    file = File(pdf_reportlab.stamp(template, BRAND))
    assert BRAND.logo
    assert [tag.element.get("/Alt") for tag in file.tags.every("Figure")].count(BRAND.logo.alt) == 1
    named = File(pdf_reportlab.stamp(template, replace(BRAND, logo=None)))
    back = list(named.tags.every("Furniture"))[-1]
    assert next(iter(back.every("P"))).words == BRAND.publisher


def test_the_ground_of_the_back_runs_to_the_edges_and_ends_above_its_heading() -> None:
    data = made(document(para("Words.")))
    shown = pypdfium2.PdfDocument(data)
    last = len(shown) - 1
    wide = [
        one.get_bounds()
        for one in shown[last].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)
    ]
    tall = [box for box in wide if box[0] <= 0 and box[2] >= theme().page.width and box[1] <= 0]
    assert max(top for *_, top in tall) > drawn_at(data, last, "Who made")[1] + theme().logo.height


@pytest.mark.parametrize("cover", [True, False])
def test_the_version_is_told_once_a_page_at_most(cover: bool) -> None:
    of = replace(
        document(*[para(SENTENCE * 20) for _ in range(6)]),
        cover_page=cover,
        cover_lines=("Version 1.2",),
        running="Our guide, version 1.2",
    )
    pages = File(made(of)).pdf.pages
    assert [page.extract_text().lower().count("version") for page in pages] == [1] * len(pages)


def test_no_running_line_stands_in_the_band_of_the_back() -> None:
    long = "A title that is so long that its running line has two lines, version 1.0, draft"
    for edition in ("standard", "large-print", "giant-print", "easy-read"):
        template = pdf_reportlab.compile(
            replace(document(para("Words.")), running=long), theme(edition)
        )
        data = pdf_reportlab.stamp(template, BRAND)
        page = pypdfium2.PdfDocument(data)[len(File(data).pdf.pages) - 1]
        drawn = page.get_textpage()
        bottoms = [drawn.get_charbox(n)[1] for n in range(drawn.count_chars())]
        assert min(bottom for bottom in bottoms if bottom > 0) >= 14, edition
