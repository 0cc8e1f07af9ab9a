"""Easy read: picture left, words right, as a plain table that says it is none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exporter.edition import MM
from exporter.model import Item, List, PictureRow
from exporter.outline import outline_of
from exporter.readback.docx import read_back
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from exporter.writers.docx import measures
from tests import build
from tests.conftest import ROOT
from tests.unit.writers.docx.opened import BRAND, WP, Opened, W, written

FIVE_CM = 5 * 360_000
ROWS = replace(build.easy(), contents=(), end=(), contact_pictures=())
"""Rows of the text alone."""


def test_rows_that_follow_each_other_share_one_plain_table() -> None:
    (table,) = Opened(written(ROWS, "easy-read")).body.iter(f"{W}tbl")
    assert table.find(f"{W}tblPr/{W}tblStyle") is None
    assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}val") == "0000"
    assert table.find(f".//{W}tblHeader") is None
    rows = table.findall(f"{W}tr")
    assert len(rows) == 4
    for row in rows:
        assert row.find(f"{W}trPr/{W}cantSplit") is not None
        left, right = row.findall(f"{W}tc")
        assert left.find(f".//{WP}inline") is not None
        assert "".join(part.text for part in right.iter(f"{W}t"))


def test_rows_among_the_programs_own_words_are_such_tables_too_with_its_styles() -> None:
    opened = Opened(written(replace(build.easy(), sections=(), contact_pictures=()), "easy-read"))
    tables = list(opened.body.iter(f"{W}tbl"))
    assert [len(table.findall(f"{W}tr")) for table in tables] == [1, 2]
    pictures = [table.findall(f".//{W}pStyle")[0].get(f"{W}val") for table in tables]
    assert pictures == ["RowPicture", "FurnitureFigure"]  # the first decorates, the second is heard
    assert opened.style_of("A group.") == "FurnitureTextSmall"
    assert opened.style_of("Web page") == "FurnitureList"


def test_an_edition_that_is_large_already_has_pages_as_high_as_on_paper() -> None:
    """Four rows and their heading have room on one; who reads standard print in Word may enlarge
    it, and has the margins of large print for that."""
    easy, large, standard = map(load_edition, ("easy-read", "large-print", "standard"))
    for edition in (easy, large):
        page, paper = measures.sheet(edition.theme), edition.theme.page
        assert (page.top, page.bottom) == (paper.top, paper.bottom)
    page = measures.sheet(standard.theme)
    assert (page.top, page.bottom) == (25 * MM, 28 * MM)
    rows = 4 * (measures.row_picture(build.picture(), easy.theme)[1] + easy.theme.row_space)
    page = measures.sheet(easy.theme)
    assert rows + 2 * easy.theme.headings[1] < page.height - page.top - page.bottom


def test_pictures_are_at_least_five_centimetres_wide() -> None:
    (table,) = Opened(written(ROWS, "easy-read")).body.iter(f"{W}tbl")
    assert all(int(extent.get("cx")) >= FIVE_CM for extent in table.iter(f"{WP}extent"))


def test_round_and_tall_pictures_are_less_high_than_wide_ones_are_wide() -> None:
    """So that a row more stands on a page; the longer side has its six centimetres."""
    theme = load_edition("easy-read").theme
    column = measures.row_picture_width(theme)
    wide, square, tall = (
        measures.row_picture(replace(build.picture(), width=width, height=height), theme)
        for width, height in ((300.0, 200.0), (200.0, 200.0), (150.0, 200.0))
    )
    assert wide == pytest.approx((column, column / 1.5))
    assert square[0] == square[1] == pytest.approx(column * 0.935)
    assert tall[1] == pytest.approx(column * 0.935)
    assert max(square) > 60 * MM - 1


def test_a_part_that_opens_a_page_stands_at_its_head() -> None:
    """Word keeps the space above a heading there, which would cost its page a row."""
    spaces = {}
    for edition in ("large-print", "extra-spacing"):
        styles = Opened(written(build.document(build.para("Words.")), edition)).xml(
            "word/styles.xml"
        )
        (heading,) = styles.iterfind(f"{W}style[@{W}styleId='Heading2']")
        opens = heading.find(f"{W}pPr/{W}pageBreakBefore") is not None
        spaces[opens] = int(heading.find(f"{W}pPr/{W}spacing").get(f"{W}before"))
    assert spaces[True] == 0
    assert spaces[False] > 0


def test_a_big_number_is_a_decorative_picture_because_the_words_hold_it_too() -> None:
    opened = Opened(written(ROWS, "easy-read"))
    (number,) = [one for one in opened.body.iter(f"{WP}docPr") if one.get("descr") == ""]
    assert len(number) == 1
    text = "".join(part.text for part in opened.body.iter(f"{W}t"))
    assert text.count("573") == 1


def test_a_row_without_a_picture_is_a_paragraph_where_the_words_of_others_stand() -> None:
    items = List("bullet", (Item((build.para("an item"),)),))
    bare = PictureRow((), (build.para("No picture."), items))
    rows = build.easy().sections[0].blocks
    document = build.document(*rows, bare, *rows[:1], edition="easy-read")
    opened = Opened(written(document, "easy-read"))
    assert len(list(opened.body.iter(f"{W}tbl"))) == 2
    assert opened.style_of("No picture.") == "RowTextAlone"
    for cell in opened.body.iter(f"{W}tc"):
        assert cell.find(f".//{W}t") is not None or cell.find(f".//{WP}inline") is not None
    assert read_back(written(document, "easy-read")) == outline_of(document)


def test_the_stacked_form_is_one_line_of_the_edition(tmp_path: Path) -> None:
    lines = (ROOT / "styles/editions/easy-read.yaml").read_text().splitlines()
    lines[lines.index("rows: side-by-side")] = "rows: stacked"
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions/easy-read.yaml").write_text("\n".join(lines))
    stacked = load_edition("easy-read", tmp_path).theme
    data = writer.stamp(writer.compile(build.easy(), stacked), BRAND)
    body = Opened(data).body
    assert list(body.iter(f"{W}tbl")) == []
    styles = [one.get(f"{W}val") for one in body.iter(f"{W}pStyle")]
    picture = styles.index("RowPictureAbove")
    assert styles[picture : picture + 2] == ["RowPictureAbove", "BodyText"]
    assert read_back(data) == outline_of(build.easy())
