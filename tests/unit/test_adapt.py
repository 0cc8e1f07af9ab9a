"""From a source to the document of one edition."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporter.adapt import adapt, supplies
from exporter.compare import alternative_texts
from exporter.edition import Edition
from exporter.furniture import furniture_of
from exporter.model import (
    Abbreviation,
    Address,
    Box,
    Definitions,
    Document,
    Figure,
    Foreign,
    LineBreak,
    Link,
    List,
    NoteMark,
    PageNumber,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    Records,
    Reference,
    Table,
    Term,
    Text,
    heading_text,
)
from exporter.outline import outline_of
from exporter.source import (
    Call,
    Contact,
    GlossaryEntry,
    Media,
    Person,
    Source,
    SourceNote,
    SourcePicture,
    SourceRow,
    SourceSection,
    SourceTable,
)
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import blocks_within, parts, pictures_within, plain_text, words_of
from tests.build import SVG, para, words

WORDS = load_words("en-GB")
STANDARD, LARGE, EASY = (load_edition(n) for n in ("standard", "large-print", "easy-read"))


def picture(name: str, alt: str = "Something") -> SourcePicture:
    return SourcePicture(
        picture=Picture(name=name, media="svg", data=SVG, alt=alt, width=400, height=320)
    )


def section(name: str, *body: object, **more: object) -> SourceSection:
    values = {"name": name, "heading": name.capitalize(), "body": body, **more}
    return SourceSection(**values)  # type: ignore[arg-type]


def source(*sections: SourceSection, **more: object) -> Source:
    values = {"name": "guide", "title": "A guide", "language": "en-GB", "sections": sections}
    return Source(**{**values, **more})  # type: ignore[arg-type]


def made(it: Source, edition: Edition = STANDARD, **more: object) -> Document:
    return adapt(it, edition, WORDS, **more)  # type: ignore[arg-type]


def refers(target: str, *children: object) -> Paragraph:
    return Paragraph((Text("See "), Reference(tuple(children), target), Text(".")))  # type: ignore[arg-type]


def test_readers_are_told_of_the_formats_that_there_are() -> None:
    def told(*formats: str) -> list[str]:
        it = source(section("one", para("Words.")))
        document = made(it, offers=dict.fromkeys(("standard", "large-print"), formats))
        part = next(part for part in document.end if part.heading == WORDS("formats"))
        lists = [block for block in part.blocks if isinstance(block, List)]
        return [
            plain_text(block.children)
            for one in lists
            for item in one.items
            for block in item.blocks
            if isinstance(block, Paragraph)
        ]

    assert told("PDF", "Word", "web page") == ["Large print (PDF, Word or web page)"]
    assert told("PDF", "e-book") == ["Large print (PDF or e-book)"]
    assert told("Word") == ["Large print (Word)"]
    assert told() == ["Large print"]


def test_the_headlines_tell_of_editions_in_the_same_formats_in_one_line() -> None:
    it = source(section("one", para("Words.")))
    offers = {"standard": ("PDF",), "large-print": ("PDF",), "giant-print": ("PDF", "Word")}
    document = made(it, load_edition("headlines"), offers=offers)
    part = next(part for part in document.end if part.heading == WORDS("formats"))
    (listed,) = [block for block in part.blocks if isinstance(block, List)]
    assert [" ".join(words_of(item.blocks[0])) for item in listed.items] == [
        "Standard print; Large print (PDF)",
        "Giant print (PDF or Word)",
    ]


def test_readers_are_told_where_on_the_web_it_can_be_had() -> None:
    it = source(section("one", para("Words.")), published="https://www.example.org/guide/")
    document = made(it, offers={"large-print": ("PDF",)})
    (part,) = (part for part in document.end if part.heading == WORDS("formats"))
    said = part.blocks[2]
    assert isinstance(said, Paragraph)
    assert plain_text(said.children) == "You can get it on the web: A guide."
    url = "https://www.example.org/guide/"
    assert said.children[1:3] == (Link(words("A guide"), url), Address(url))
    alt = "QR code that leads to www.example.org/guide"
    assert [one.alt for one in part.blocks if isinstance(one, QrCode)] == [alt]
    told = [entry.text for entry in furniture_of(document, on_paper=True)]
    assert told.count(alt) == 1
    assert alt not in [entry.text for entry in furniture_of(document)]


def test_a_section_appears_where_it_has_words() -> None:
    it = source(
        section("one", para("Words.")),
        section("two", easy_read=(SourceRow(blocks=(para("Easy."),)),)),
    )
    assert [part.anchor for part in made(it).sections] == ["one"]
    assert [part.anchor for part in made(it, EASY).sections] == ["two"]
    assert supplies(it, STANDARD)
    assert not supplies(source(section("one", para("Words."))), EASY)


def test_easy_read_has_an_easy_subtitle_or_none_beside_a_longer_text() -> None:
    easy = section("two", easy_read=(SourceRow(blocks=(para("Easy."),)),))
    longer = source(section("one", para("Words.")), easy, subtitle="On co-production")
    assert made(longer).subtitle == "On co-production"
    assert made(longer, EASY).subtitle == ""
    assert made(replace(longer, easy_subtitle="For you"), EASY).subtitle == "For you"
    assert made(source(easy, subtitle="For us"), EASY).subtitle == "For us"


def test_part_three_is_the_same_part_in_every_edition() -> None:
    row = (SourceRow(blocks=(para("Easy."),)),)
    it = source(
        section("one", para("Words.")),
        section("two", para("Words."), easy_read=row),
        section("more", para("Words."), appendix=True, easy_read=row),
    )
    assert [heading_text(part) for part in made(it).sections] == [
        "1. One",
        "2. Two",
        "Appendix 1: More",
    ]
    assert [heading_text(part) for part in made(it, EASY).sections] == [
        "2. Two",
        "Appendix 1: More",
    ]


def test_a_partner_who_leaves_a_section_out_gets_new_numbers() -> None:
    it = source(section("one", para("Words.")), section("two", para("Words.")))
    document = made(it, leave_out=frozenset({"one"}))
    assert [heading_text(part) for part in document.sections] == ["1. Two"]


def test_an_empty_reference_gets_the_words_of_its_target_and_a_page() -> None:
    it = source(section("one", refers("two")), section("two", para("Words.")))
    (paragraph,) = made(it).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (
        Text("See "),
        Reference((Text("part 2, Two"),), "two"),
        PageNumber("two"),
        Text("."),
    )


def test_what_is_printed_within_an_authors_brackets_has_none_of_its_own() -> None:
    site = Link((Text("our page"),), "https://a.example/b")
    words = (Text("(see "), Reference((), "two"), Text(" or "), site, Text("), also "))
    block = Paragraph((*words, Reference((), "two"), Text(" (x) "), site))
    it = source(section("one", block), section("two", para("Words.")))
    (paragraph,) = made(it).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    printed = [one for one in paragraph.children if isinstance(one, PageNumber | Address)]
    assert printed == [
        PageNumber("two", within=True),
        Address("https://a.example/b", within=True),
        PageNumber("two"),
        Address("https://a.example/b"),
    ]


def test_a_reference_to_what_the_edition_leaves_out_says_so_and_is_no_link() -> None:
    row = SourceRow(blocks=(refers("two", Text("the second part")),))
    it = source(section("one", para("Words."), easy_read=(row,)), section("two", para("Words.")))
    entries = outline_of(made(it, EASY))
    assert entries[-1].text == "See the second part (in the full guide)."
    assert not [entry for entry in entries if entry.role == "link"]


def test_figures_are_numbered_in_the_order_that_the_edition_shows_them() -> None:
    it = source(
        section("one", Call("figure", "b", words("Second picture")), refers("a")),
        section("two", Call("figure", "a")),
        pictures=(picture("a"), picture("b")),
    )
    document = made(it)
    figures = [b for part in document.sections for b in part.blocks if isinstance(b, Figure)]
    assert [(figure.anchor, figure.label) for figure in figures] == [
        ("b", "Figure 1"),
        ("a", "Figure 2"),
    ]
    assert "See Figure 2." in [entry.text for entry in outline_of(document)]


def test_notes_are_numbered_through_the_document_and_gather_by_part() -> None:
    def cites(name: str) -> Paragraph:
        return Paragraph((Text("Said."), NoteMark(name)))

    notes = (SourceNote(name="x", children=words("First.")),)
    other = (
        SourceNote(name="x", children=words("Second."), place=replace(notes[0].place, line=9)),
    )
    it = source(section("one", cites("x"), notes=notes), section("two", cites("x"), notes=other))
    document = made(it)
    assert [[note.number for note in part.notes] for part in document.sections] == [[1], [2]]
    assert [entry.text for entry in outline_of(document) if entry.role == "note"] == [
        "First.",
        "Second.",
    ]


def table(columns: int) -> SourceTable:
    names = tuple((f"c{n}", f"Column {n}") for n in range(columns))
    row = tuple((para(f"cell {n} with more words than stay on a line"),) for n in range(columns))
    return SourceTable("grid", names, (row, row))


def test_a_timetable_of_short_cells_stays_a_table_where_it_fits() -> None:
    columns = (("day", "Day"), ("time", "Time"), ("where", "Where"), ("who", "Who comes"))
    short = ("Monday", "2pm to 4pm", "The hall", "Ann")
    long = (
        "Monday",
        "Two in the afternoon until four",
        "The hall behind the church",
        "Everybody who would like to",
    )
    for cells, kind in ((short, Table), (long, Records)):
        row = tuple((para(words),) for words in cells)
        times = SourceTable("times", columns, (row,) * 4)
        here = source(section("one", Call("table", "times"), tables=(times,)))
        (block,) = adapt(here, STANDARD, WORDS).sections[0].blocks
        assert type(block) is kind


def test_the_lines_of_an_address_stand_one_below_the_other() -> None:
    contact = Contact(name="We", post=("3 Mill Lane", "Riverside RV1 2AB"))
    here = source(section("one", Call("contact", "main")), contacts=(("main", contact),))
    box = adapt(here, STANDARD, WORDS).sections[0].blocks[-1]
    assert isinstance(box, Box)
    assert box.blocks == (Paragraph((Text("3 Mill Lane"), LineBreak(), Text("Riverside RV1 2AB"))),)


def test_a_table_of_three_columns_stays_a_table_in_standard_and_is_set_as_rows_in_large_print() -> (
    None
):
    it = source(section("one", Call("table", "grid", words("A grid")), tables=(table(3),)))
    (grid,) = made(it).sections[0].blocks
    assert isinstance(grid, Table)
    assert sum(grid.widths) == 1
    (records,) = made(it, LARGE).sections[0].blocks
    assert isinstance(records, Records)
    assert [plain_text(record.caption) for record in records.tables] == [
        "cell 0 with more words than stay on a line"
    ] * 2
    assert [len(record.rows) for record in records.tables] == [2, 2]


def test_an_abbreviation_is_marked_wherever_it_stands_as_a_word() -> None:
    it = source(
        section("one", para("The NHS, not the NHSX.")),
        abbreviations=(("NHS", "National Health Service"),),
    )
    (paragraph,) = made(it).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (
        Text("The "),
        Abbreviation("NHS", "National Health Service"),
        Text(", not the NHSX."),
    )


def test_a_glossary_word_is_bold_once_in_easy_read() -> None:
    entry = GlossaryEntry(
        name="carer", word="carer", also=("carers",), meaning=words("M."), easy=words("E.")
    )
    rows = tuple(SourceRow(blocks=(para(f"Row {n}. Carers help."),)) for n in (1, 2))
    it = source(section("one", easy_read=rows), glossary=(entry,))
    blocks = made(it, EASY).sections[0].blocks
    terms = [
        inline
        for row in blocks
        if isinstance(row, PictureRow)
        for paragraph in row.blocks
        if isinstance(paragraph, Paragraph)
        for inline in paragraph.children
        if isinstance(inline, Term)
    ]
    assert terms == [Term((Text("Carers"),))]


def test_a_row_says_whether_its_picture_is_heard() -> None:
    rows = tuple(
        SourceRow(pictures=("bus",), blocks=(para("We go by bus."),), spoken=spoken)
        for spoken in (True, False)
    )
    it = source(section("one", easy_read=rows), pictures=(picture("bus", "A red bus"),))
    document = made(it, EASY)
    heard = [entry.text for entry in outline_of(document) if entry.role == "figure"]
    shown = [one for row in document.sections[0].blocks for one in parts(row).pictures]
    assert heard == ["A red bus"]
    assert [one.alt for one in shown] == ["A red bus", ""]
    assert alternative_texts(document)["bus"] == "A red bus"


def test_the_contents_of_easy_read_have_the_picture_of_each_part_and_no_other_contents_have() -> (
    None
):
    row = SourceRow(pictures=("bus",), blocks=(para("We go by bus."),))
    inner = section("inner", body=(para("More."),), easy_read=(row,))
    parts_ = (
        section("one", para("Words."), easy_read=(row,)),
        section("two", body=(para("Words."),), easy_read=(SourceRow(blocks=(para("Words."),)),)),
        section("three", body=(para("Words."),), sections=(inner,)),
    )
    it = source(*parts_, pictures=(picture("bus", "A red bus"),))
    shown = [one.picture for one in made(it, EASY).contents]
    assert [one.name if one else "" for one in shown] == ["bus", "", "bus"]
    assert not any(one.alt for one in shown if one)
    assert not any(one.picture for one in made(it, STANDARD).contents)


def test_pictures_beside_the_ways_to_reach_somebody_are_silent_with_their_row() -> None:
    contacts = (Contact(name="Us", email="us@example.org", phone="01632 960123"),)
    rows = (SourceRow(contact="Us", spoken=False),)
    known = (picture("email", "An email"), picture("phone", "A phone"))
    it = source(section("one", easy_read=rows), pictures=known, contacts=(("Us", contacts[0]),))
    assert not [e for e in outline_of(made(it, EASY)) if e.role == "figure"]


def test_a_word_with_a_letter_that_a_pattern_takes_for_another_is_no_glossary_word() -> None:
    entry = GlossaryEntry(name="pin", word="pin", also=(), meaning=words("M."), easy=words("E."))
    row = SourceRow(blocks=(para("A pın or a PİN is none. A PIN is one."),))
    (shown,) = (
        made(source(section("one", easy_read=(row,)), glossary=(entry,)), EASY)
        .sections[0]
        .blocks[:1]
    )
    assert isinstance(shown, PictureRow)
    (paragraph,) = shown.blocks
    assert isinstance(paragraph, Paragraph)
    assert [one for one in paragraph.children if isinstance(one, Term)] == [Term((Text("PIN"),))]


def test_the_glossary_is_sorted_and_each_word_can_be_pointed_at() -> None:
    entries = tuple(
        GlossaryEntry(name=name, word=name, meaning=words("M.")) for name in ("zebra", "ant")
    )
    it = source(section("one", Call("glossary"), refers("zebra")), glossary=entries)
    definitions = made(it).sections[0].blocks[0]
    assert isinstance(definitions, Definitions)
    assert [(plain_text(e.term), e.anchor) for e in definitions.entries] == [
        ("Ant", "ant"),
        ("Zebra", "zebra"),
    ]


def test_a_welsh_glossary_has_the_order_of_its_letters() -> None:
    entries = tuple(
        GlossaryEntry(name=name, word=name, meaning=words("M.")) for name in ("chwaer", "cyngor")
    )
    it = replace(source(section("one", Call("glossary")), glossary=entries), language="cy")
    definitions = made(it).sections[0].blocks[0]
    assert isinstance(definitions, Definitions)
    assert [plain_text(e.term) for e in definitions.entries] == ["Cyngor", "Chwaer"]


def test_standard_and_large_print_have_the_same_words() -> None:
    it = source(
        section("one", para("Words."), summary=(para("Short."),), picture="a"),
        pictures=(picture("a"),),
    )
    assert [e.key() for e in outline_of(made(it))] == [e.key() for e in outline_of(made(it, LARGE))]


def test_an_easy_read_that_nobody_checked_says_so_and_one_that_was_names_who() -> None:
    it = source(section("one", easy_read=(SourceRow(blocks=(para("Easy."),)),)))
    said = [plain_text(block.children) for part in made(it, EASY).end
            for block in blocks_within(part.blocks) if isinstance(block, Paragraph)]  # fmt: skip
    assert WORDS("not-checked") in said
    row = made(it, EASY, checked="Checked by the River group, May 2026.").end[0].blocks[0]
    assert isinstance(row, PictureRow)
    (checked,) = row.blocks
    assert isinstance(checked, Paragraph)
    assert plain_text(checked.children) == "Checked by the River group, May 2026."


def test_what_stands_at_the_end_of_an_easy_read_has_silent_pictures_and_elsewhere_none() -> None:
    row = SourceRow(blocks=(para("Easy."),))
    it = replace(
        source(section("one", para("Words."), easy_read=(row,))),
        authors=(Person(name="Ada", role="Writer"),),
        imprint="A charity.",
        published="https://example.org/guide",
    )
    offers = {"easy-read": ("PDF",), "standard": ("PDF",), "large-print": ("PDF",)}
    end = made(it, EASY, offers=offers).end
    rows = [block for part in end for block in part.blocks]
    assert [one.name for block in rows for one in parts(block).pictures] == [
        "easy-read", "write-book", "information", "large-print", "website", "ask",
    ]  # fmt: skip
    assert all(isinstance(block, PictureRow) for block in rows)
    assert not any(one.alt for block in rows for one in parts(block).pictures)
    assert not list(pictures_within(made(it, offers=offers).end))


def test_at_the_end_an_authors_picture_of_the_same_name_stands_for_the_houses_and_is_credited() -> (
    None
):
    own = picture("ask", "A person asks")
    own = replace(own, picture=replace(own.picture, credit="Drawn by Ada"))
    it = source(section("one", easy_read=(SourceRow(blocks=(para("Easy."),)),)), pictures=(own,))
    document = made(it, EASY)
    shown = [one for one in pictures_within(document.end) if one.name == "ask"]
    assert shown == [replace(own.picture, alt="")]
    (credits,) = (part for part in document.end if part.heading == WORDS("credits"))
    said = [" ".join(words_of(block)).strip() for block in credits.blocks]
    assert said == ["Drawn by Ada."]


def test_whoever_gives_an_easy_read_out_has_silent_pictures_beside_the_ways_to_reach_them() -> None:
    row = SourceRow(blocks=(para("Easy."),))
    it = source(section("one", para("Words."), easy_read=(row,)), pictures=(picture("post"),))
    shown = made(it, EASY).contact_pictures
    assert [(kind, one.name, one.alt) for kind, one in shown] == [
        ("name", "helping-team", ""), ("phone", "phone", ""), ("email", "email", ""),
        ("web", "website", ""), ("post", "post", ""),
    ]  # fmt: skip
    assert shown[-1][1].data == SVG  # the author's own
    assert made(it).contact_pictures == ()


def test_a_way_to_reach_somebody_has_the_houses_picture_where_the_author_has_none() -> None:
    contacts = (("Us", Contact(name="Us", email="us@example.org", phone="01632 960123")),)
    known = (picture("email", "An email"),)
    row = SourceRow(contact="Us")
    it = source(section("one", easy_read=(row,)), pictures=known, contacts=contacts)
    document = made(it, EASY)
    shown = [one for block in document.sections[0].blocks for one in parts(block).pictures]
    assert [(one.name, one.alt) for one in shown] == [("phone", ""), ("email", "An email")]


def test_a_draft_says_so_on_cover_and_foot() -> None:
    document = made(source(section("one", para("Words.")), status="draft"))
    assert "Draft. Not for publication." in document.cover_lines
    assert document.running.endswith("draft")


def test_dates_and_telephone_numbers_do_not_break_and_other_words_do() -> None:
    text = "Ring 01632 960123 on 22 November 2026 about 5 million things in 12 rooms."
    (paragraph,) = made(source(section("one", para(text)))).sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children).replace("\u00a0", "_") == (
        "Ring 01632_960123 on 22_November_2026 about 5_million things in 12 rooms."
    )
    assert outline_of(made(source(section("one", para(text)))))[-1].text == text


def test_a_film_says_how_long_it_is_in_the_form_of_its_minutes() -> None:
    films = [
        Media(name=f"film-{minutes}", kind="video", title="A film", link="https://example.org",
              minutes=minutes)
        for minutes in ("1", "4")
    ]  # fmt: skip
    calls = [Call("media", film.name) for film in films]
    blocks = made(source(section("one", *calls, media=tuple(films)))).sections[0].blocks
    said = [plain_text(block.blocks[0].children) for block in blocks]  # type: ignore[union-attr]
    assert said == ["A film (1 minute long).", "A film (4 minutes long)."]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "A film"),
        ({"captions": True}, "A film. It has captions."),
        ({"captions": False, "minutes": "4"}, "A film (4 minutes long). It has no captions."),
        ({"kind": "audio", "captions": False}, "A film"),
        ({"signed": "yes", "described": True},
         "A film. It has sign language. It has audio description."),
        ({"captions": True, "signed": "bsl"},
         "A film. It has captions. It has British Sign Language."),
        ({"signed": "isl"}, "A film. It has Irish Sign Language."),
    ],
)  # fmt: skip
def test_a_film_says_what_people_choose_it_by(facts: dict[str, Any], said: str) -> None:
    it = source(section("one", Call("media", "film"), media=(_film(**facts),)))
    (box,) = made(it).sections[0].blocks
    assert isinstance(box, Box)
    paragraph, code = box.blocks
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children) == said
    assert isinstance(code, QrCode)
    assert (code.url, code.alt) == (
        "https://example.org/film", "QR code that leads to example.org/film",
    )  # fmt: skip


def test_where_the_program_has_no_words_a_code_is_called_by_its_address() -> None:
    it = replace(source(section("one", Call("media", "film"), media=(_film(),))), language="cy")
    (box,) = made(it).sections[0].blocks
    assert isinstance(box, Box)
    code = box.blocks[-1]
    assert isinstance(code, QrCode)
    assert code.alt == "example.org/film"
    assert code.words == (
        Foreign((Text("Point the camera of your phone here to open it."),), "en-GB"),
    )


def test_easy_read_says_it_in_short_sentences_and_a_length_once() -> None:
    film = _film(minutes="4", captions=True, signed="bsl", described=True,
                 transcript="https://example.org/words")  # fmt: skip
    texts = []
    for typed in ("Watch our film.", "Watch our film. It is 4 minutes long."):
        row = SourceRow(blocks=(para(typed),), media="film")
        document = made(source(section("one", easy_read=(row,), media=(film,))), EASY)
        (made_row,) = document.sections[0].blocks
        assert isinstance(made_row, PictureRow)
        typed_words, link, facts, code = made_row.blocks
        assert isinstance(code, QrCode)
        texts.append([" ".join(words_of(block)) for block in (typed_words, link)])
        texts.append([" ".join(words_of(line)) for line in parts(facts).blocks])
    told = [
        "You can read what people say on the screen.",
        "It has British Sign Language.",
        "A voice tells you what you can see.",
        "Read what people say in it",
    ]
    assert texts[:2] == [["Watch our film.", "A film"], ["It is 4 minutes long.", *told]]
    assert texts[2:] == [["Watch our film. It is 4 minutes long.", "A film"], told]


def test_one_fact_alone_is_no_list() -> None:
    row = SourceRow(blocks=(para("Listen."),), media="film")
    it = source(section("one", easy_read=(row,), media=(_film(kind="audio", minutes="1"),)))
    (made_row,) = made(it, EASY).sections[0].blocks
    assert isinstance(made_row, PictureRow)
    assert made_row.blocks[2] == para("It is 1 minute long.")


def _film(**facts: Any) -> Media:
    known = {"kind": "video", "title": "A film", "link": "https://example.org/film", **facts}
    return Media(name="film", **known)
