"""Where lines end in addresses, which words keep whole, and what stays on one page."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from exporter.model import (
    Address,
    Answer,
    Blocks,
    Box,
    BoxKind,
    ContentsEntry,
    Item,
    Link,
    List,
    Paragraph,
    PictureRow,
    Question,
    Records,
    Section,
    Table,
    Text,
)
from exporter.outline import outline_of
from exporter.readback.docx import read_back
from exporter.styles.editions import load_edition
from exporter.writers.docx import breaking
from exporter.writers.docx.contents_spaced import spaced
from tests import build
from tests.unit.writers.docx.opened import Opened, W, written

LONG = "https://www.research.example/resources/public-contributors-in-research-teams/first-steps"


@pytest.mark.parametrize(
    ("address", "room", "parts"),
    [
        ("hello@together.example", 30, ["hello@together.example"]),
        ("hello@together.example", 11, ["hello@", "together.example"]),
        ("a.example/one-way/two", 7, ["a.example/", "one‑way/", "two"]),
        ("www.a-long-name-of-it.org.uk/b", 14, ["www.", "a‑long‑name‑of‑it.", "org.", "uk/", "b"]),
    ],
)
def test_a_line_ends_in_an_address_only_where_it_may(
    address: str, room: float, parts: list[str]
) -> None:
    assert breaking.address(address, room).split(breaking.MAY_END) == parts


def test_an_address_is_read_as_it_was_written_wherever_its_lines_end() -> None:
    link = Link((Text("we-are-the-people@working-together-in-research.example"),), "mailto:a@b.c")
    document = build.document(Paragraph((link,)), Paragraph((Text("See"), Address(LONG))))
    data = written(document)
    assert read_back(data) == outline_of(document)
    text = Opened(data).text("word/document.xml")
    assert text.count(breaking.MAY_END) > 3
    assert text.count("<w:noBreakHyphen/>") > 3


def test_a_word_with_a_hyphen_keeps_whole_in_a_cell_and_can_be_found_in_the_text() -> None:
    table = replace(build.TABLE, rows=((build.cell("Co-production"), build.cell("self-care")),) * 2)
    table = replace(table, columns=("A", "B"), widths=(0.5, 0.5))
    document = build.document(build.para("Co-production"), table)
    data = written(document)
    assert read_back(data) == outline_of(document)
    found = re.findall(r"Co(-|</w:t></w:r><w:r>.{0,60}?<w:noBreakHyphen/>)", _body(data))
    assert [one[:1] for one in found] == ["-", "<", "<"]


def test_a_word_that_is_wider_than_its_cell_may_end_a_line_after_its_hyphen() -> None:
    word = "inter-organisational-collaborations"
    assert breaking.compounds(word, 8) == word
    assert "-" not in breaking.compounds(word, 40)


def test_an_authors_own_hyphen_that_does_not_break_comes_back() -> None:
    document = build.document(build.para("A page\u2011turner."))
    data = written(document)
    assert "noBreakHyphen" in _body(data)
    assert read_back(data) == outline_of(document)


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_the_ground_of_a_box_has_one_edge_for_words_and_lists(edition: str) -> None:
    """Word sets a border outside the place where a line begins; in points."""
    styles = Opened(written(build.everything(), edition)).xml("word/styles.xml")
    named = {one.find(f"{W}name").get(f"{W}val"): one for one in styles.iter(f"{W}style")}
    numbered = Opened(written(build.everything(), edition)).xml("word/numbering.xml")
    edges = [
        _start(name, style, numbered) - _outside(style)
        for name, style in named.items()
        if re.search(r"^(Label|List|Question|Answer).* Box( 2)?$", name) or name == "Box Text"
    ]
    assert len(edges) == 13
    assert max(edges) - min(edges) < 0.8  # Word counts the space to a border in whole points


def test_the_kinds_of_box_can_be_told_in_grey_by_their_labels() -> None:
    kinds: tuple[BoxKind, ...] = ("note", "activity", "warning", "example", "story")
    opened = Opened(written(build.document(*(Box(k, k, (build.para("Words."),)) for k in kinds))))
    styles = {
        one.get(f"{W}styleId"): one for one in opened.xml("word/styles.xml").iter(f"{W}style")
    }

    def look(kind: str) -> tuple[object, ...]:
        """The ground, and the widths of the lines around, without colours."""
        own = styles[opened.style_of(kind)]
        ground, borders = (
            found if (found := own.find(f"{W}pPr/{W}{name}")) is not None
            else styles["LabelBox"].find(f"{W}pPr/{W}{name}")
            for name in ("shd", "pBdr")
        )  # fmt: skip
        return ground.get(f"{W}themeFill"), *(one.get(f"{W}sz") for one in borders)

    assert len({look(kind) for kind in kinds}) == len(kinds)
    assert look("warning")[0] == "accent1"


def test_all_captions_have_one_colour() -> None:
    styles = Opened(written(build.everything())).xml("word/styles.xml")
    colours = {
        style.find(f"{W}rPr/{W}color").get(f"{W}themeColor")
        for style in styles.iter(f"{W}style")
        if style.get(f"{W}styleId") in ("Caption", "CaptionAbove", "LabelRecords")
        and style.find(f"{W}rPr/{W}color") is not None
    }
    assert colours == {"text2"}


# ---- what stays together -----------------------------------------------------------------------


def test_words_that_announce_a_list_stay_with_it_and_its_last_item_is_never_alone() -> None:
    items = tuple(Item((build.para(f"Item {n}"),)) for n in range(4))
    told = _kept(build.para("These are:"), List("bullet", items), build.para("End."))
    assert told == ["These are:", "Item 2"]


def test_an_item_stays_with_the_list_inside_it() -> None:
    inner = List("bullet", (Item((build.para("Inner"),)),))
    outer = List("bullet", (Item((build.para("Outer"), inner)), Item((build.para("Last"),))))
    assert _kept(outer) == ["Outer", "Inner"]


def test_a_line_between_a_heading_and_its_table_stays_with_the_table() -> None:
    assert _kept(build.para("One line."), build.TABLE)[:1] == ["One line."]
    assert _kept(build.para("Text."), build.para("More."), build.TABLE)[:1] == ["Table 1"]
    long = build.para("A paragraph that says a lot. " * 9)
    assert _kept(long, build.TABLE)[:1] == ["Table 1"]


def test_a_lead_keeps_heading_and_picture_with_the_text_below() -> None:
    lead = Paragraph((Text("In short."),), lead=True)
    assert _kept(lead, build.para("Text.")) == ["In short."]


def test_a_short_box_stays_whole_and_a_long_one_may_go_on() -> None:
    few, many = ((build.para("Some words."),) * n for n in (3, 12))
    assert _kept(Box("note", "Note", few))[-2:] == ["Some words."] * 2
    assert _kept(Box("note", "Note", many)) == ["Note"]


def test_a_short_record_stays_whole_and_a_long_one_goes_on_like_a_table() -> None:
    rows = [(f"Row {n}", "Many words that fill lines. " * 3) for n in range(6)]
    assert _kept(Records(tables=(build.record("One", *rows[:2]),)))[-1:] == ["Row 0"]
    kept = [one for one in _kept(Records(tables=(build.record("One", *rows),))) if "Row" in one]
    assert kept == ["Row 0", "Row 4"]
    two = [(f"Row {n}", "Many words that fill lines. " * 9) for n in range(2)]
    assert "Row 0" not in _kept(Records(tables=(build.record("One", *two),)))


def test_the_last_row_of_easy_read_is_not_alone_on_a_page() -> None:
    rows = tuple(
        PictureRow((build.picture(f"p{n}"),), (build.para(f"Row {n}."),)) for n in range(4)
    )
    document = build.document(*rows, edition="easy-read")
    (table,) = Opened(written(document, "easy-read")).body.iter(f"{W}tbl")
    first = [next(row.iter(f"{W}pStyle")).get(f"{W}val") for row in table.iter(f"{W}tr")]
    assert first == ["RowPicture", "RowPicture", "RowPictureKept", "RowPicture"]
    high = replace(rows[3], blocks=(build.para("Words."),) * 6)
    document = build.document(*rows[:3], high, edition="easy-read")
    assert "RowPictureKept" not in _body(written(document, "easy-read"))


def test_the_last_row_before_more_of_the_same_part_may_begin_a_page() -> None:
    """It is not alone there: to hold it back would leave the page before it half empty."""
    rows = tuple(
        PictureRow((build.picture(f"p{n}"),), (build.para(f"Row {n}."),)) for n in range(3)
    )
    inner = Section(anchor="b", heading="Inner", level=3, blocks=rows)
    part = Section(anchor="a", heading="Part", level=2, blocks=rows, sections=(inner,))
    document = build.document(edition="easy-read", sections=(part,), contents=())
    assert _rows_kept(written(document, "easy-read")) == [[0, 0, 0], [0, 1, 0]]
    leaflet = replace(document, cover_page=False)  # its parts follow one another on one page
    assert _rows_kept(written(leaflet, "easy-read")) == [[0, 0, 0], [0, 0, 0]]


def _rows_kept(data: bytes) -> list[list[int]]:
    return [
        [
            int(next(row.iter(f"{W}pStyle")).get(f"{W}val") == "RowPictureKept")
            for row in table.iter(f"{W}tr")
        ]
        for table in Opened(data).body.iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle") is None
    ]


def test_an_item_of_several_lines_need_not_stand_on_the_page_of_its_question() -> None:
    def asked(words: str) -> list[str]:
        question = Question("lines", (Text("What do you say?"),), lines=1, name="q")
        item = Item((build.para(words), question))
        return _kept(List("number", (item, Item((build.para("Last"),)))))

    assert "Few words." in asked("Few words.")
    assert not any("A long item" in one for one in asked("A long item that tells much. " * 4))


def test_an_address_beside_no_picture_ends_its_lines_where_one_beside_a_picture_does() -> None:
    link = Link((Text("hello@workingtogether.example"),), "mailto:hello@workingtogether.example")
    row = PictureRow((), (Paragraph((link,)),))
    body = _body(written(build.document(row, edition="easy-read"), "easy-read"))
    assert f"hello@{breaking.MAY_END}workingtogether.example" in body


def test_the_number_of_a_page_stands_on_the_first_line_beside_long_running_words() -> None:
    def lines(running: str) -> list[str]:
        opened = Opened(written(replace(build.everything(), running=running), "large-print"))
        footer = opened.xml("word/footer1.xml")
        return ["".join(one.itertext()) for one in footer.iter(f"{W}p")]

    (short,) = lines("Working as equals")
    assert short.startswith("Working as equals")
    (long,) = lines("A guide with quite a long name for a guide, draft, version 1.2")
    assert long.startswith("Page ")
    assert long.endswith("version 1.2")


def _body(data: bytes) -> str:
    return Opened(data).text("word/document.xml")


def test_answers_to_a_question_are_seen_at_once_unless_they_are_many() -> None:
    def kept(count: int) -> list[str]:
        answers = tuple(Answer(build.words(f"Answer {n}")) for n in range(count))
        asked = Question("one", build.words("What?"), answers, name="question-1")
        return [words[-8:] for words in _kept(asked)]

    assert kept(4) == ["What?", "Answer 0", "Answer 1", "Answer 2"]
    assert kept(10) == ["What?"]


def _kept(*blocks: Blocks | Paragraph | List | Box | Table | Records | Question) -> list[str]:
    """The words of each paragraph of a section that stays with the next, but for its heading."""
    section = Section(anchor="one", heading="One", level=2, blocks=blocks)  # type: ignore[arg-type]
    opened = Opened(written(build.document(sections=(section,), contents=())))
    keeping = {
        style.get(f"{W}styleId")
        for style in opened.xml("word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}keepNext") is not None
    }
    return [
        "".join(part.text or "" for part in one.iter(f"{W}t")).partition(":")[0]
        if "Table" in "".join(part.text or "" for part in one.iter(f"{W}t"))
        else "".join(part.text or "" for part in one.iter(f"{W}t")).strip("\u2002")
        for one in opened.body.iter(f"{W}p")
        if (style := one.find(f"{W}pPr/{W}pStyle").get(f"{W}val")) in keeping
        and not style.startswith(("Heading", "Furniture"))
    ]


def _start(name: str, style: etree._Element, numbering: etree._Element) -> float:
    """Where the line of a paragraph begins, with its marker."""
    indent = style.find(f"{W}pPr/{W}ind")
    if indent is None or indent.get(f"{W}left") is None:
        level = 1 if name.endswith("2") else 0
        bullets = numbering.findall(f"{W}abstractNum")[3]  # of boxes
        indent = bullets.findall(f"{W}lvl")[level].find(f"{W}pPr/{W}ind")
    assert indent is not None
    return (int(indent.get(f"{W}left", 0)) - int(indent.get(f"{W}hanging", 0))) / 20


def _outside(style: etree._Element) -> float:
    left = style.find(f"{W}pPr/{W}pBdr/{W}left")
    assert left is not None
    return int(left.get(f"{W}space", 0)) + int(left.get(f"{W}sz", 0)) / 8


@pytest.mark.parametrize(("entries", "closed"), [(18, False), (24, True), (40, False)])
def test_contents_of_hardly_more_than_a_page_are_closed_up(entries: int, closed: bool) -> None:
    """No others: neither what has room as it is, nor what needs two pages."""
    theme = load_edition("large-print").theme
    names = tuple(ContentsEntry(2, f"Part {n}", "s") for n in range(entries))
    spacing = spaced(replace(build.document(), contents=names), theme)
    assert (spacing.pitch < theme.pitch, spacing.share < 1) == (closed, closed)
