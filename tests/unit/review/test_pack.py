"""The reading group's pack: every row once more, with room for answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.adapt import adapt
from exporter.formats import FORMATS, Settings
from exporter.making.files import Task, make
from exporter.model import (
    Document,
    Figure,
    Furniture,
    PageNumber,
    Paragraph,
    PictureRow,
    Reference,
    Text,
    heading_text,
)
from exporter.outline import outline_of
from exporter.review.pack import pack, pack_edition
from exporter.source import Contact
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.walk import inlines_of, plain_text
from tests.build import document as document_of
from tests.build import para, picture, words
from tests.unit.review.guide import WORDS, guide

EASY = load_edition("easy-read")


def easy() -> Document:
    return adapt(guide(), EASY, WORDS)


def rows(document: Document) -> list[PictureRow]:
    return [
        section.blocks[0]
        for section in pack(document).sections
        if section.blocks and isinstance(section.blocks[0], PictureRow)
    ]


def texts(document: Document) -> list[str]:
    return [
        plain_text(block.children)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def test_every_row_is_there_as_its_readers_see_it_with_a_number_and_its_heading() -> None:
    document = easy()
    made = pack(document)
    headings = [heading_text(section) for section in made.sections]
    assert headings == [
        "How to tell us",
        "Row 1: Money",
        "Row 2: Money",
        "Row 3: Talking",
        "Row 4: Talking",
        "Row 5: Talking",
        "Row 6: Online",
        "About all of it",
        "Who you are",
    ]
    online = document.sections[1].sections[0]
    assert rows(document) == [
        *document.sections[0].blocks,
        *document.sections[1].blocks,
        *online.blocks,
    ]


def test_each_row_has_boxes_to_tick_and_lines_to_write_on() -> None:
    section = pack(easy()).sections[1]
    _, *answers = section.blocks
    boxes = [block for block in answers if isinstance(block, PictureRow)]
    assert [plain_text(box.blocks[0].children) for box in boxes] == [  # type: ignore[union-attr]
        "Clear",
        "Not clear",
        "Change the picture",
    ]
    assert {box.pictures[0].alt for box in boxes} == {"A box to tick"}
    assert isinstance(answers[-2], Paragraph)
    assert isinstance(answers[-1], Figure)
    assert answers[-1].picture.alt == ""


def test_nobody_is_asked_to_change_a_picture_that_is_not_there() -> None:
    made = pack(document_of(PictureRow((), (para("573 people answered."),), "573")))
    words_of_boxes = [
        plain_text(block.blocks[0].children)  # type: ignore[union-attr]
        for block in made.sections[1].blocks[1:]
        if isinstance(block, PictureRow)
    ]
    assert words_of_boxes == ["Clear", "Not clear"]


def test_it_says_whom_to_give_it_back_to() -> None:
    without = pack(easy())
    assert "At the end, please give this back to the person you got it from." in texts(without)
    contact = Contact(name="The team", phone="01632 960123", post=("1 Mill Lane", "Riverton"))
    entries = [entry.text for entry in outline_of(pack(easy(), contact))]
    start = entries.index("At the end, please give this back to us:")
    assert entries[start + 1 : start + 3] == ["The team", "01632 960123"]
    assert "1 Mill Lane Riverton" in entries  # each on a line of its own


def test_it_asks_for_consent_to_print_the_groups_name() -> None:
    entries = [entry.text for entry in outline_of(pack(easy()))]
    assert "Yes, print our name." in entries
    assert "No, do not print our name." in entries


def test_cover_and_running_line_say_what_it_is() -> None:
    made = pack(easy())
    assert made.title == "Tell us what you think"
    assert made.subtitle == "About the easy read of “Our guide”"
    assert made.cover_lines == ("Easy read", "Version 1.0")
    assert made.running == "Tell us what you think: Our guide, version 1.0"


def test_the_contents_lead_to_the_first_row_of_each_part() -> None:
    entries = [(entry.text, entry.anchor) for entry in pack(easy()).contents]
    assert entries == [
        ("How to tell us", "start"),
        ("1. Money", "row-1"),
        ("2. Talking", "row-3"),
        ("About all of it", "end"),
        ("Who you are", "who"),
    ]


def test_of_the_furniture_only_the_credits_stay() -> None:
    source = guide()
    credited = tuple(
        replace(one, picture=replace(one.picture, credit="Ann Smith")) for one in source.pictures
    )
    document = adapt(replace(source, pictures=credited), EASY, WORDS)
    assert len(document.end) > 1
    assert pack(easy()).end == ()
    assert [part.heading for part in pack(document).end] == [WORDS("credits")]
    assert all(isinstance(part, Furniture) for part in pack(document).end)


def test_a_link_inside_a_row_leads_to_the_rows_of_its_section() -> None:
    there = Reference(words("part 1"), "one")
    gone = Reference(words("a figure"), "cycle")
    row = Paragraph((Text("See "), there, PageNumber("one"), Text(" or "), gone, Text(".")))
    made = pack(document_of(PictureRow((picture(),), (row,))))
    shown = made.sections[1].blocks[0]
    assert isinstance(shown, PictureRow)
    assert list(inlines_of(shown.blocks[0])) == [
        Text("See "),
        Reference(words("part 1"), "row-1"),
        Text("part 1"),
        PageNumber("row-1"),
        Text(" or "),
        Text("a figure"),
        Text("."),
    ]


def test_every_row_begins_a_page_of_its_own() -> None:
    edition = pack_edition(EASY)
    assert edition.theme.section_on_new_page
    assert replace(edition.theme, section_on_new_page=EASY.theme.section_on_new_page) == EASY.theme


def test_a_pack_may_have_more_pages_than_easy_read() -> None:
    """Every row has its own page, so the pack of a guide of 20 pages has 60."""
    edition = pack_edition(EASY)
    row = PictureRow((picture("tea", "A cup of tea"),), (para("We drink tea."),))
    many = replace(easy().sections[0], blocks=(row,) * 30)
    made = pack(replace(easy(), sections=(many,)))
    task = Task(made, edition, "pdf", load_brand("house"), Settings(), "pack.pdf")
    assert make(task).data is not None


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_every_format_of_the_pack_says_the_same(name: str) -> None:
    made = pack(easy(), Contact(name="The team", phone="01632 960123"))
    engine = FORMATS[name].engine(Settings(), made)
    data = engine.stamp(engine.compile(made, pack_edition(EASY).theme), load_brand("house"))
    found = FORMATS[name].read_back(data)
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(made)]
