"""Differences are told in plain words, and the four equalities hold what they promise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.compare import (
    alternative_texts,
    as_cells,
    difference,
    editions_agree,
    headings_and_pictures,
    headings_in,
    same_words,
)
from exporter.diagnostics import Diagnostic, Place
from exporter.model import Box, Document, Paragraph, PictureRow, Records, Table, Text
from exporter.outline import Entry, Outline, outline_of
from tests.build import cell, document, para, picture, record, words

PLACE = Place("guide.yaml", 7)
OUTLINE: Outline = (
    Entry("heading", "The title", level=1),
    Entry("paragraph", "People decide together.", place=PLACE),
    Entry("item", "first", level=1),
    Entry("cell", "All of us", headers=("Design", "Who")),
    Entry("link", "the Trust", target="https://example.org/"),
    Entry("foreign", "croeso", language="cy"),
)


def _messages(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [finding.message for finding in findings]


def _changed(number: int, **changes: object) -> Outline:
    entries = list(OUTLINE)
    entries[number] = replace(entries[number], **changes)  # type: ignore[arg-type]
    return tuple(entries)


def test_equal_outlines_have_no_difference() -> None:
    assert difference(OUTLINE, tuple(replace(entry, place=Place()) for entry in OUTLINE)) == ()


def test_a_changed_word_is_told_with_its_place() -> None:
    (finding,) = difference(OUTLINE, _changed(1, text="People decidetogether."))
    assert finding.place == PLACE
    assert finding.code == "words-differ"
    assert "Entry 2, paragraph" in finding.message
    assert "“People decide together.”" in finding.message
    assert "“People decidetogether.”" in finding.message


def test_a_lost_entry_is_told_once() -> None:
    (finding,) = difference(OUTLINE, OUTLINE[:1] + OUTLINE[2:])
    assert finding.code == "words-missing"
    assert finding.message == "Entry 2, paragraph “People decide together.”, is missing."


def test_an_added_entry_is_told_once() -> None:
    (finding,) = difference(OUTLINE, (*OUTLINE, Entry("paragraph", "More.")))
    assert finding.code == "words-added"
    assert finding.message == "Entry 7 of the file, paragraph “More.”, should not be there."


def test_each_kind_of_change_is_named() -> None:
    assert "level should be 1, but is 2" in _messages(difference(OUTLINE, _changed(0, level=2)))[0]
    assert (
        "“Design” and “Who”, but are “Who”"
        in (_messages(difference(OUTLINE, _changed(3, headers=("Who",))))[0])
    )
    assert (
        "should lead to https://example.org/, but leads to a place in here"
        in (_messages(difference(OUTLINE, _changed(4, target="")))[0])
    )
    assert (
        "language should be cy, but is fr"
        in (_messages(difference(OUTLINE, _changed(5, language="fr")))[0])
    )
    assert (
        "the number of “first” should be none, but is 2"
        in (_messages(difference(OUTLINE, _changed(2, marker="2")))[0])
    )
    assert (
        "should be item of level 1 “first”, but the file has paragraph “first”"
        in (_messages(difference(OUTLINE, _changed(2, role="paragraph", level=0)))[0])
    )


def test_a_flood_of_differences_is_counted_and_not_told() -> None:
    one = tuple(Entry("paragraph", f"one {number}") for number in range(50))
    other = tuple(Entry("paragraph", f"other {number}") for number in range(50))
    findings = difference(one, other)
    assert len(findings) == 9
    assert findings[-1].message == "There are 42 more differences after these."


# ---- tables and records ----

GRID = Table(
    columns=("Stage", "Together", "Asked"),
    rows=(
        (cell("Choosing"), cell("Everyone."), cell("The team.")),
        (cell("Design"), cell("From the start."), cell("When it suits.")),
    ),
    header_column=True,
    widths=(0.3, 0.35, 0.35),
    label="Table 2",
    caption=words("Who does what"),
)
ROWS = Records(
    (
        record("Choosing", ("Together", "Everyone."), ("Asked", "The team.")),
        record("Design", ("Together", "From the start."), ("Asked", "When it suits.")),
    ),
    "Table 2",
    words("Who does what"),
)
AFTER = para("After the table.")


def _outline(*blocks: object) -> Outline:
    return outline_of(document(*blocks))


def test_a_table_and_its_records_have_the_same_cells() -> None:
    cells = {
        ("Choosing", "Together", "Everyone."),
        ("Choosing", "Asked", "The team."),
        ("Design", "Together", "From the start."),
        ("Design", "Asked", "When it suits."),
    }
    assert as_cells(_outline(GRID, AFTER)) == cells
    assert as_cells(_outline(ROWS, AFTER)) == cells


def test_a_table_set_as_rows_says_the_same() -> None:
    assert same_words(_outline(GRID, AFTER), _outline(ROWS, AFTER)) == ()


def test_a_box_before_the_table_and_a_small_table_after_it_change_nothing() -> None:
    box, small = Box("note", "Please note", (para("Yes."),)), record("Small", ("a", "b"))
    first = _outline(box, GRID, small, AFTER)
    assert same_words(first, _outline(box, ROWS, small, AFTER)) == ()


@pytest.mark.parametrize("first", [GRID, ROWS])
def test_a_small_table_after_others_has_no_caption_of_theirs(first: Table | Records) -> None:
    small = replace(record("", ("Phone", "01632 960123")), caption=())
    assert ("", "Phone", "01632 960123") in as_cells(_outline(first, small))
    assert same_words(_outline(GRID, small), _outline(first, small)) == ()


def test_a_cell_that_says_something_else_is_told() -> None:
    other = replace(ROWS, tables=(ROWS.tables[0], record("Design", ("Together", "Never."))))
    messages = _messages(same_words(_outline(GRID), _outline(other), "large-print"))
    assert messages == [
        "In large-print a cell is missing: “From the start.”, under “Design” and “Together”.",
        "In large-print a cell is missing: “When it suits.”, under “Design” and “Asked”.",
        "In large-print there is another cell: “Never.”, under “Design” and “Together”.",
    ]


def test_a_changed_caption_is_told() -> None:
    other = replace(ROWS, caption=words("Who did what"))
    (finding,) = same_words(_outline(GRID), _outline(other))
    assert finding.code == "editions-differ"
    assert "Table 2: Who did what" in finding.message


def test_a_changed_word_beside_the_table_is_told() -> None:
    assert len(same_words(_outline(GRID, AFTER), _outline(ROWS, para("After a table.")))) == 1


# ---- editions and partners ----


def _headings(*texts: str) -> Outline:
    return tuple(Entry("heading", text, level=2) for text in texts)


def _compared(full: Outline, shorter: Outline) -> list[str]:
    return [finding.code for finding in headings_and_pictures(headings_in(full), shorter, {}, {})]


def test_a_shorter_edition_may_leave_headings_out() -> None:
    assert (
        _compared(_headings("1. One", "2. Two", "3. Three"), _headings("1. One", "3. Three")) == []
    )


def test_a_heading_of_its_own_or_another_number_is_told() -> None:
    full = _headings("1. One", "2. Two", "3. Three")
    assert _compared(full, _headings("1. One", "2. Three")) == ["heading-not-in-full-edition"]
    assert _compared(full, _headings("3. Three", "1. One")) == ["heading-order-differs"]


def test_a_part_that_has_easy_read_only_is_a_part_of_the_source() -> None:
    documents = {"standard": document(para("One.")), "easy-read": _easy()}
    easy = documents["easy-read"]
    only = replace(easy.sections[0], heading="Only easy", anchor="only-easy", label="2.")
    documents["easy-read"] = replace(easy, sections=(*easy.sections, only))
    named = (*headings_in(outline_of(documents["standard"])), "2. Only easy")
    assert editions_agree(documents, headings=named) == ()
    (told,) = editions_agree(documents, headings=named[:-1])
    assert told.code == "heading-not-in-full-edition"


def test_a_heading_that_stands_twice_in_a_shorter_edition_is_told() -> None:
    full = _headings("1. One", "2. Two")
    assert _compared(full, _headings("1. One", "1. One")) == ["heading-order-differs"]
    assert _compared(full, _headings("1. One", "2. Two", "2. Two")) == ["heading-order-differs"]
    twice = _headings("More", "2. Two", "More")
    assert _compared(twice, _headings("More", "More")) == []


def test_a_picture_described_in_two_ways_is_told() -> None:
    (finding,) = headings_and_pictures((), (), {"tick": "A tick"}, {"tick": "A hook", "b": "B"})
    assert finding.code == "picture-words-differ"
    assert "tick" in finding.message


def test_a_picture_that_is_decorative_in_one_edition_is_no_difference() -> None:
    assert headings_and_pictures((), (), {"tick": "A tick"}, {"tick": ""}) == ()


def _easy(words: str = "People decide.") -> Document:
    row = PictureRow((picture("tick"),), (Paragraph((Text(words),)),))
    return document(row, edition="easy-read")


def test_editions_of_one_source_agree() -> None:
    documents = {"standard": document(GRID), "large-print": document(ROWS), "easy-read": _easy()}
    assert editions_agree(documents) == ()


def test_large_print_that_changes_words_does_not_agree() -> None:
    documents = {"standard": document(para("One.")), "large-print": document(para("Two."))}
    assert [finding.code for finding in editions_agree(documents)] == ["editions-differ"]


def test_an_edition_with_other_layers_is_a_shorter_one() -> None:
    documents = {"standard": document(para("One.")), "headlines": document()}
    layers = {"standard": ("summary", "body"), "headlines": ("summary",)}
    assert editions_agree(documents, layers) == ()
    assert len(editions_agree(documents)) == 1


def test_alternative_texts_are_told_by_name() -> None:
    assert alternative_texts(_easy()) == {"tick": "A tick in a circle: something is right"}
