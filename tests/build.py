"""Small documents for tests, with every block and every inline."""

from __future__ import annotations

from typing import get_args

from exporter.brand import ContactKind
from exporter.model import (
    Abbreviation,
    Address,
    Answer,
    Blocks,
    Box,
    Cell,
    ContentsEntry,
    Definition,
    Definitions,
    Document,
    Figure,
    Foreign,
    Furniture,
    Inlines,
    Item,
    Link,
    List,
    Note,
    NoteMark,
    PageNumber,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    Question,
    Quote,
    Records,
    Reference,
    Section,
    Stress,
    Strong,
    Table,
    Term,
    Text,
)
from exporter.styles.words import load_words

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="320" viewBox="0 0 400 320">'
    b'<circle cx="200" cy="160" r="120" fill="#d8ebea" stroke="#0f5c63" stroke-width="8"/>'
    b'<path d="M140 160l45 45 80-95" fill="none" stroke="#c9862b" stroke-width="16"/></svg>'
)


def words(text: str) -> Inlines:
    return (Text(text),)


def para(text: str, *more: object) -> Paragraph:
    return Paragraph((Text(text), *more))  # type: ignore[arg-type]


def cell(text: str) -> Cell:
    return Cell((para(text),))


def picture(name: str = "tick", alt: str = "A tick in a circle: something is right") -> Picture:
    return Picture(name=name, media="svg", data=SVG, alt=alt, width=400, height=320)


def document(*blocks: object, **changes: object) -> Document:
    """A document of one section that holds these blocks."""
    section = Section(anchor="one", heading="First part", level=2, label="1.", blocks=blocks)  # type: ignore[arg-type]
    values: dict[str, object] = dict(
        name="sample",
        edition="standard",
        language="en-GB",
        title="A small sample",
        subtitle="For trying things out",
        sections=(section,),
        contents=(ContentsEntry(2, "1. First part", "one"),),
        running="A small sample, version 1.0",
        version="1.0",
        date="2026-11",
        words=load_words("en-GB"),
    )
    return Document(**{**values, **changes})  # type: ignore[arg-type]


LINK = Link(words("the River Trust"), "https://example.org/river-trust")

FILM = Link(words("The film"), "https://example.org/film")
CODE = QrCode(FILM.url, "QR code that leads to example.org/film", words("Point the camera here."))

TABLE = Table(
    columns=("Stage", "Deciding together", "Being asked"),
    rows=(
        (cell("Choosing the question"), cell("Everyone chooses."), cell("The team chooses.")),
        (
            cell("Design"),
            Cell(
                (
                    para("It depends on"),
                    List("bullet", (Item((para("who pays"),)), Item((para("the time"),)))),
                )
            ),
            Cell((Paragraph((Text("See "), LINK, Text("."))),)),
        ),
    ),
    header_column=True,
    widths=(0.3, 0.35, 0.35),
    label="Table 1",
    caption=words("Who does what"),
    anchor="stages",
)


LIST = List("bullet", (Item((para("Large print"),)), Item((para("Web page"),))))


def record(heading: str, *pairs: tuple[str, str]) -> Table:
    return Table(
        columns=(),
        rows=tuple((cell(left), cell(right)) for left, right in pairs),
        header_column=True,
        widths=(0.35, 0.65),
        caption=words(heading),
    )


EVERY_BLOCK: Blocks = (
    Paragraph(words("Both are worth doing. What differs is who has the last word."), lead=True),
    Paragraph(
        (
            Text("People decide "),
            Strong(words("together")),
            Text(", and that is "),
            Stress(words("hard")),
            Text(". Ask "),
            LINK,
            Address("https://example.org/river-trust"),
            Text(", or see "),
            Reference(words("part 2, More"), "two"),
            PageNumber("two"),
            Text(". In Welsh it is "),
            Foreign(words("cydgynhyrchu"), "cy"),
            Text(". The "),
            Abbreviation("NHS", "National Health Service"),
            Text(" agrees."),
            NoteMark("note-1", 1),
            Text(" Words go on after the note, long enough to break over a line in every edition."),
        )
    ),
    List(
        "bullet",
        (
            Item((para("one"), List("number", (Item((para("inner one"),)), Item((para("two"),)))))),
            Item((Paragraph((Text("with "), LINK)), para("A second paragraph of the item."))),
        ),
    ),
    List("number", (Item((para("first"),)), Item((para("second"),)))),
    List(
        "lower-letter",
        (
            Item((para("by bus"), List("lower-roman", (Item((para("the 7"),)),), 3, "()"))),
            Item((para("by car"),)),
        ),
        delimiter=")",
    ),
    List("upper-roman", (Item((para("going on"),)),), start=4),
    List("plain", (Item((para("Nesta (2013). “Co-Production Catalogue”."),)),)),
    Quote(
        (words("Nothing is settled."), words("Not yet.")), words("A member of our reading group")
    ),
    Definitions(
        (
            Definition(words("Researcher"), (para("A person who finds out."),), "researcher"),
            Definition(words("Service"), (para("Help for people."), para("Such as a clinic."))),
        )
    ),
    Box("activity", "Think about it", (List("number", (Item((para("Choose one thing."),)),)),)),
    Box("note", "Please note", (para("A note to the reader."),)),
    Box("number", "573", (para("answers online"),)),
    Box("contact", "Phone", (para("01632 960123"),)),
    Box("media", "Film", (Paragraph((FILM, Text(" (4 minutes long)."))), CODE)),
    Figure(picture("cycle"), "Figure 1", (Text("How it goes round, from "), LINK), "cycle"),
    Box("description", "What this picture shows", (para("A ring of five steps."),)),
    Figure(picture("plain")),
    TABLE,
    Records(
        (
            record("Choosing", ("Together", "Everyone."), ("Asked", "The team.")),
            record("Design", ("Together", "From the start."), ("Asked", "When it suits.")),
        ),
        "Table 2",
        words("Set as rows"),
        "set-as-rows",
    ),
    Question(
        "several",
        words("What would help you to take part?"),
        (
            Answer(words("Money for travel"), "not-sure"),
            Answer((Text("Words in "), Strong(words("easy read")))),
        ),
        hint=words("Choose as many as you want."),
        name="question-1",
    ),
    Question("lines", words("What else?"), lines=3, name="question-2"),
    Furniture("Who made the pictures", (para("They were drawn for this guide."),)),
)

NOTES = (Note(1, "note-1", (Text("Since 1948. See "), LINK, Text("."))),)


def everything() -> Document:
    """A document with every block and every inline, of two parts and a sub-section."""
    sub = Section(
        anchor="inner", heading="Inner part", level=3, blocks=(para("Words of the inner part."),)
    )
    one = Section(
        anchor="one",
        heading="First part",
        level=2,
        label="1.",
        picture=picture("tick"),
        blocks=EVERY_BLOCK,
        sections=(sub,),
        notes=NOTES,
    )
    two = Section(anchor="two", heading="More", level=2, label="2.", blocks=(para("The end."),))
    contents = (
        ContentsEntry(2, "1. First part", "one"),
        ContentsEntry(3, "Inner part", "inner"),
        ContentsEntry(2, "2. More", "two"),
    )
    also = para("This document is also available as:")
    end = (Furniture("Other ways to read this", (also,), large=True),)
    return document(
        sections=(one, two),
        contents=contents,
        cover=picture("cover", "Six people talk at a round table"),
        cover_lines=("Version 1.0, November 2026",),
        end=end,
    )


def easy() -> Document:
    """An easy-read document."""
    rows = (
        PictureRow(
            (picture("table"),),
            (Paragraph((Term(words("Co-production")), Text(" means people work as equals."))),),
        ),
        PictureRow((picture("a"), picture("b", "Two people talk")), (para("Both can decide."),)),
        PictureRow((), (para("573 people answered our questions."),), "573"),
        PictureRow(
            (picture("c", "A list"),),
            (para("Both can:"), List("bullet", (Item((para("say"),)), Item((para("help"),))))),
        ),
    )
    return document(
        *rows,
        edition="easy-read",
        cover_lines=("Easy read", "Version 1.0"),
        contact_pictures=tuple(
            (kind, picture(f"way-{kind}", "")) for kind in get_args(ContactKind)
        ),
        contents=(ContentsEntry(2, "1. First part", "one", picture("table", "")),),
        end=(
            Furniture("Who checked this", (PictureRow((picture("d", ""),), (para("A group."),)),)),
            Furniture(
                "Other ways to read this",
                (
                    PictureRow((picture("e", "A large page"),), (para("There are others:"), LIST)),
                    PictureRow((picture("f", ""),), (Paragraph((FILM,)), CODE)),
                ),
                large=True,
            ),
        ),
    )
