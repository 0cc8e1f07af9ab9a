"""Which text each easy read speaks for, and fingerprints of words and pictures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.diagnostics import Place
from exporter.model import Answer, Item, List, NoteMark, Paragraph, Question, Stress, Text
from exporter.review.parts import left_out, parts_of, row_pictures, rows_code, text_code
from exporter.source import Call, Source, SourceNote, SourceRow
from tests.build import para, words
from tests.unit.review.guide import MONEY, TALKING, changed, guide, picture, row, said, section


def texts(source: Source) -> dict[str, str]:
    return {part.section.name: text_code(source, part) for part in parts_of(source)}


def rows(source: Source) -> dict[str, str]:
    return {part.section.name: rows_code(source, part) for part in parts_of(source)}


def differing(one: dict[str, str], other: dict[str, str]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def test_each_text_belongs_to_one_part() -> None:
    covered = {part.section.name: [one.name for one in part.text] for part in parts_of(guide())}
    assert covered == {"money": ["money"], "talking": ["talking", "rooms"], "online": ["online"]}


def test_a_section_whose_easy_read_is_all_below_it_is_a_part_too() -> None:
    sub = section("inner", para("Inside."), easy_read=(row("Easy."),))
    source = guide(section("outer", para("Words before."), sections=(sub,)))
    assert [part.section.name for part in parts_of(source)] == ["outer", "inner"]
    assert differing(texts(source), texts(changed(source, "outer", body=said("Others.")))) == {
        "outer"
    }


def test_what_an_author_leaves_out_on_purpose_is_not_watched() -> None:
    source = guide()
    assert texts(changed(source, "history", body=said("Another story."))) == texts(source)


def test_sections_without_easy_read_are_named_whether_or_not_somebody_said_none() -> None:
    forgotten = section("forgotten", para("Words."))
    assert left_out(guide(MONEY, forgotten, TALKING)) == ("Forgotten",)
    assert left_out(guide()) == ("Reading",)


def test_fingerprints_are_those_of_the_first_version_for_ever() -> None:
    """If this fails, every review of every user would be void. Find another way."""
    assert texts(guide()) == {
        "money": "c7f33395331386f9",
        "talking": "5902d359f15b7c8a",
        "online": "8b33bdad296a5f8a",
    }
    assert rows(guide()) == {
        "money": "33eeb80bdeb94e21",
        "talking": "1853ca59badd9164",
        "online": "44f0752fd6bb1c74",
    }


@pytest.mark.parametrize(
    "body",
    [
        said("Money is  shared.\nSee the\u00a0table."),
        said("Money is shared. See the ta\u00adble."),
        (para("Money is shared."), para("See the table.")),
        (Paragraph((Text("Money is "), Stress(words("shared")), Text(". See the table."))),),
        (List("bullet", (Item(said("Money is shared.")), Item(said("See the table.")))),),
        (replace(para("Money is shared. See the table."), place=Place("elsewhere.yaml", 7)),),
    ],
)
def test_places_white_space_and_marks_are_no_change(body: tuple[object, ...]) -> None:
    source = guide()
    other = changed(source, "money", body=(*body, *MONEY.body[1:]))
    assert texts(other) == texts(source)


def test_typewriter_quotation_marks_are_no_change() -> None:
    one, other = (
        changed(guide(), "online", body=said(text)) for text in ("It’s “on”.", 'It\'s "on".')
    )
    assert texts(one) == texts(other)


@pytest.mark.parametrize(
    "changes",
    [
        {"heading": "Cash"},
        {"body": (para("Money is kept. See the table."), *MONEY.body[1:])},
        {"body": (MONEY.body[0], Call("table", "sums", words("Who gets what")), MONEY.body[2])},
        {"summary": said("In short.")},
        {"detail": said("And more.")},
        {"tables": (replace(MONEY.tables[0], rows=((said("Team"), said("20 pounds")),)),)},
        {"tables": (replace(MONEY.tables[0], columns=(("who", "Who"), ("sum", "Costs"))),)},
        {"notes": (SourceNote(name="n", children=words("Not in Wales.")),)},
    ],
)
def test_changed_words_anywhere_in_a_section_are_a_change(changes: dict[str, object]) -> None:
    source = guide()
    assert differing(texts(source), texts(changed(source, "money", **changes))) == {"money"}


def test_the_words_of_a_figure_belong_to_the_text_that_shows_it() -> None:
    source = guide()
    other = replace(source, pictures=(picture("purse", "An empty purse"), *source.pictures[1:]))
    assert differing(texts(source), texts(other)) == {"money"}
    described = replace(source.pictures[0], description=said("It is red."))
    other = replace(source, pictures=(described, *source.pictures[1:]))
    assert differing(texts(source), texts(other)) == {"money"}


def test_a_sub_section_without_rows_is_part_of_the_text_above_it() -> None:
    source = guide()
    other = changed(source, "rooms", body=said("No room will do."))
    assert differing(texts(source), texts(other)) == {"talking"}


def test_note_marks_are_no_words() -> None:
    source = guide()
    marked = (Paragraph((Text("Or online."), NoteMark("n"))),)
    assert texts(changed(source, "online", body=marked)) == texts(source)


@pytest.mark.parametrize(
    "easy",
    [
        (row("We share all money.", "purse"), MONEY.easy_read[1]),
        (row("We share money.", "people"), MONEY.easy_read[1]),
        (row("We share money."), MONEY.easy_read[1]),
        (MONEY.easy_read[1], MONEY.easy_read[0]),
        (MONEY.easy_read[0],),
        (*MONEY.easy_read, row("More.")),
        (MONEY.easy_read[0], replace(MONEY.easy_read[1], pictures=("people",))),
        (SourceRow(blocks=said("We share money."), number="1"), MONEY.easy_read[1]),
    ],
)
def test_changed_rows_change_their_part_and_no_text(easy: tuple[SourceRow, ...]) -> None:
    source = guide()
    other = changed(source, "money", easy_read=easy)
    assert differing(rows(source), rows(other)) == {"money"}
    assert texts(other) == texts(source)


def test_rows_change_with_the_question_that_they_ask() -> None:
    tea, milk = Answer(words("Tea")), Answer(words("Milk"))
    first = Question("several", words("What do you drink?"), (tea, milk))
    others = (
        replace(first, kind="one"),
        replace(first, children=words("What do you like?")),
        replace(first, answers=(milk, tea)),
        Question("lines", words("What do you drink?"), lines=3),
        Question("lines", words("What do you drink?"), lines=4),
    )
    asked = [
        rows(changed(guide(), "money", easy_read=(SourceRow(pictures=("purse",), question=one),)))
        for one in (first, *others)
    ]
    assert len({one["money"] for one in asked}) == len(asked)


def test_a_new_drawing_or_description_changes_every_row_that_shows_it() -> None:
    source = guide()
    shown = replace(source.pictures[2].picture, data=b"<svg/>")
    redrawn = replace(source.pictures[2], picture=shown)
    other = replace(source, pictures=(*source.pictures[:2], redrawn, source.pictures[3]))
    assert differing(rows(source), rows(other)) == {"talking", "online"}
    renamed = picture("phone", "An old phone")
    other = replace(source, pictures=(*source.pictures[:3], renamed))
    assert differing(rows(source), rows(other)) == {"talking"}


def test_rows_change_with_the_word_and_the_contact_that_they_call() -> None:
    source = guide()
    entry = replace(source.glossary[0], easy=words("Money that you may spend."))
    assert differing(rows(source), rows(replace(source, glossary=(entry,)))) == {"money"}
    contact = replace(source.contacts[0][1], phone="01632 960999")
    other = replace(source, contacts=(("us", contact),))
    assert differing(rows(source), rows(other)) == {"talking"}


def test_every_picture_of_the_rows_is_known_with_those_that_rows_call() -> None:
    assert list(row_pictures(guide())) == ["purse", "people", "screen", "phone"]
