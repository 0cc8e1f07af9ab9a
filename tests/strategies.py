"""Any valid Document, for hypothesis. What is drawn keeps to what exporter/model/ says.

Beyond it, what formats cannot tell apart is not drawn, for the marks of ARCHITECTURE.md have no
room for it: two foreign runs of one language side by side, a foreign run that begins with a link,
one inside another, and one in the document's own language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from exporter import fonts
from exporter.model import (
    Abbreviation,
    Address,
    Answer,
    Block,
    Blocks,
    Box,
    BoxKind,
    Cell,
    ContentsEntry,
    Definition,
    Definitions,
    Document,
    Figure,
    Foreign,
    Furniture,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    ListStyle,
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
    heading_text,
)
from exporter.styles.words import load_words
from exporter.walk import part_picture
from tests.build import SVG

Draw = Callable[[st.SearchStrategy[Any]], Any]

_TEXT = (
    "people decide together and that is hard the who has last word asks each of us to say what "
    "we think it all once again for a in on fluffy office affluent first Title UK NHS I l 1 0 "
    "573 2026-11-22 £1,200 50% 1/2 e-mail co-production well-being don’t it’s “quoted” ‘single’ "
    "(brackets) [square] {curly} a/b x_y *star* #hash & < > \" ' ; : , . ! ? … – — • · @ = + ~ | "
    "Łódź Ålesund naïve café Ärger niño Straße Győr Žižek İzmir țară Αθήνα Москва ½ ² € × − → ≤ ™"
)
_WORDS = tuple(_TEXT.split())
_ODD_WORDS = (
    "e\u0301te\u0301",  # combining marks that compose
    "n\u0303o",
    "10\u00a0km",  # a no-break space
    "10\u202fkm",
    "page\u2011turner",  # a no-break hyphen
    "co\u00adoperate",  # a soft hyphen
    "ﬁne",  # a ligature sign
    "A\u030angstro\u0308m",
    "ends-",
    "-begins",
    "a\u2009b",
)
_LANGUAGES = ("cy", "fr", "pl", "gd", "de-CH")
_ADDRESSES = (
    "https://example.org/",
    "https://example.org/a?b=c&d=%20e#f",
    "http://www.example.com/~x/(y)",
    "mailto:someone@example.org",
    "tel:+441632960123",
)
_KINDS: tuple[BoxKind, ...] = (
    "activity", "note", "warning", "example", "story",
    "description", "number", "contact", "media", "organisation",
)  # fmt: skip
_LIST_STYLES: tuple[ListStyle, ...] = ("bullet", "number", "plain")
_COUNTED: tuple[ListStyle, ...] = (
    "number", "lower-letter", "upper-letter", "lower-roman", "upper-roman",
)  # fmt: skip
_LETTERS = "".join(
    sorted(c for c in fonts.repertoire(fonts.DEFAULT_FAMILY) if c.isalpha() and ord(c) < 0x250)
)


def spellable(text: str) -> bool:
    """Whether the typefaces that we ship can set it."""
    try:
        list(fonts.runs(text, fonts.DEFAULT_FAMILY))
    except fonts.CannotSpell:
        return False
    return True


_WORD = st.one_of(
    st.sampled_from(_WORDS),
    st.sampled_from(_WORDS),
    st.sampled_from(tuple(filter(spellable, _ODD_WORDS))),
    st.text(_LETTERS, min_size=1, max_size=6),
)
_FEW_WORDS = st.lists(_WORD, min_size=1, max_size=5).map(" ".join)


class _Maker:
    """Draws the parts of one document in the order in which they are read."""

    def __init__(self, draw: Draw, anchors: tuple[str, ...]) -> None:
        self.draw = draw
        self.anchors = anchors
        self.count = 0
        self.cited: list[tuple[int, str]] = []
        self.within = False
        """In a box or a meaning, where items hold words and lists only."""
        self.narrow = False
        """In a table, where words that run together would be wider than their column."""

    def flip(self) -> bool:
        return bool(self.draw(st.booleans()))

    def number(self, least: int, most: int) -> int:
        return int(self.draw(st.integers(least, most)))

    def one_of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def words(self) -> str:
        """A few words, of which one at least is a letter or figure."""
        return f"{self.one_of('We', 'Łódź', '7', 'é')} {self.draw(_FEW_WORDS)}"

    def name(self, kind: str) -> str:
        self.count += 1
        return f"{kind}-{self.count}"

    # ---- inlines ----

    def inlines(self, *, notes: bool = True, links: bool = True) -> Inlines:
        """Text, then now and then something else and text again."""
        pieces: list[Inline] = [Text(self.words())]
        for _ in range(self.number(0, 3)):
            space = " " if self.narrow else self.one_of(" ", " ", "")
            pieces[-1] = Text(f"{_text(pieces[-1])}{space}")
            pieces.extend(self.inline(notes=notes, links=links))
            after = " " if self.narrow else self.one_of("", " ", ", ")
            pieces.append(Text(f"{after}{self.draw(_FEW_WORDS)}"))
        if self.flip() and not self.narrow:
            pieces.extend(self.inline(notes=notes, links=links))
        return tuple(pieces)

    def inline(self, *, notes: bool, links: bool) -> Inlines:
        kinds = ["strong", "stress", "term", "abbreviation", "foreign", "line"]
        kinds += ["link", "link", "reference"] if links else []
        kinds += ["note"] if notes else []
        match self.one_of(*kinds):
            case "strong":
                return (Strong(self.inside(links)),)
            case "stress":
                return (Stress(self.inside(links)),)
            case "line":
                return (LineBreak(),)
            case "term":
                return (Term((Text(self.words()),)),)
            case "abbreviation":
                return (Abbreviation("NHS", "National Health Service"),)
            case "foreign":
                return (self.foreign(),)
            case "link":
                url = self.one_of(*_ADDRESSES)
                link = Link(self.inside(links=False, foreign=True), url)
                return (link, Address(url, self.flip())) if self.flip() else (link,)
            case "reference":
                target = self.one_of(*self.anchors)
                reference = Reference((Text(self.words()),), target)
                return (reference, PageNumber(target, self.flip())) if self.flip() else (reference,)
            case _:
                number = len(self.cited) + 1
                anchor = f"note-{number}"
                self.cited.append((number, anchor))
                return (NoteMark(anchor, number),)

    def inside(self, links: bool, foreign: bool = False) -> Inlines:
        """What stands inside strong words or a link."""
        pieces: list[Inline] = [Text(self.words() + " ")]
        if self.flip():
            choices: list[Callable[[], Inline]] = [lambda: Stress((Text(self.words()),))]
            if links:
                choices.append(lambda: Link((Text(self.words()),), self.one_of(*_ADDRESSES)))
            if foreign or links:
                choices.append(self.foreign)
            pieces.append(self.one_of(*choices)())
            pieces.append(Text(f" {self.draw(_FEW_WORDS)}"))
        else:
            pieces = [Text(self.words())]
        return tuple(pieces)

    def foreign(self) -> Foreign:
        pieces: tuple[Inline, ...] = (Text(self.words()),)
        if self.flip():
            pieces = (Text(self.words() + " "), Strong((Text(self.words()),)))
        return Foreign(pieces, self.one_of(*_LANGUAGES))

    # ---- blocks ----

    def paragraph(self, *, notes: bool = True) -> Paragraph:
        return Paragraph(self.inlines(notes=notes), lead=self.flip())

    def prose(self, depth: int = 0) -> Blocks:
        """What may stand in an item, a definition, a cell: a paragraph, then others or lists."""
        blocks: list[Block] = [self.paragraph()]
        for _ in range(self.one_of(0, 0, 1, 2)):
            as_list = depth < 3 and self.flip()
            blocks.append(self.list(depth) if as_list else self.paragraph())
        return tuple(blocks)

    def step(self, depth: int) -> Item:
        """An item of a list: now and then with a picture, a table, a box or a question in it."""
        blocks = self.prose(depth)
        if depth == 1 and not self.narrow and not self.within and self.flip():
            inside: Block = self.one_of(self.figure, self.table, self.box, self.question)()
            blocks = (*blocks, inside, *((self.paragraph(),) if self.flip() else ()))
        return Item(blocks)

    def list(self, depth: int = 0) -> List:
        style = self.one_of(*_LIST_STYLES)
        items = tuple(self.step(depth + 1) for _ in range(self.number(1, 3)))
        if style == "number" and self.flip():
            start = self.one_of(1, 2, 4, 8, 24)
            return List(self.one_of(*_COUNTED), items, start, self.one_of(".", ")", "()"))
        return List(style, items)

    def quote(self) -> Quote:
        paragraphs = tuple(self.inlines() for _ in range(self.number(1, 2)))
        return Quote(paragraphs, self.inlines() if self.flip() else ())

    def definitions(self) -> Definitions:
        entries = []
        for _ in range(self.number(1, 2)):
            term = self.inlines(notes=False)
            anchor = self.name("term") if self.flip() else ""
            self.within = True
            entries.append(Definition(term, self.prose(), anchor))
            self.within = False
        return Definitions(tuple(entries))

    def box(self) -> Box:
        kind, label = self.one_of(*_KINDS), self.words()
        blocks: list[Block] = []
        self.within = True
        for _ in range(self.number(1, 2)):
            blocks.append(self.one_of(self.paragraph, self.list, self.quote, self.question)())
        self.within = False
        return Box(kind, label, tuple(blocks), self.name("box") if self.flip() else "")

    def picture(self, *, alt: bool | None = None) -> Picture:
        spoken = self.flip() if alt is None else alt
        return Picture(
            name=self.name("picture"),
            media="svg",
            data=SVG,
            alt=self.words() if spoken else "",
            width=400,
            height=320,
        )

    def figure(self) -> Figure:
        picture = self.picture()
        label = f"Figure {self.count}" if self.flip() else ""
        caption = self.inlines() if self.flip() else ()
        return Figure(picture, label, caption, self.name("figure") if self.flip() else "")

    def table(self) -> Table:
        label = f"Table {self.count}" if self.flip() else ""
        caption = self.inlines() if self.flip() else ()
        width = self.number(1, 3)
        columns = tuple(self.short() for _ in range(width)) if self.flip() else ()
        header_column = self.flip()
        self.narrow = True
        rows = tuple(self.row(width, header_column) for _ in range(self.number(1, 3)))
        self.narrow = False
        widths = (1 / width,) * width
        anchor = self.name("table") if self.flip() else ""
        return Table(columns, rows, header_column, widths, label, caption, anchor)

    def row(self, width: int, header_column: bool) -> tuple[Cell, ...]:
        return tuple(
            Cell((self.paragraph(),)) if index == 0 and header_column else self.cell(width)
            for index in range(width)
        )

    def cell(self, width: int) -> Cell:
        if self.flip() or width > 2:
            return Cell((self.paragraph(),))
        return Cell((self.list(depth=2),)) if self.flip() else Cell(self.prose(depth=2))

    def short(self) -> str:
        return str(self.one_of("Stage", "Who", "Łódź", "How it goes", "1", "When & where"))

    def records(self) -> Records:
        label = f"Table {self.count}" if self.flip() else ""
        caption = self.inlines() if self.flip() else ()
        tables = []
        for _ in range(self.number(1, 2)):
            heading = self.inlines()
            self.narrow = True
            rows = tuple(
                (Cell((Paragraph((Text(self.short()),)),)), self.cell(width=2))
                for _ in range(self.number(1, 2))
            )
            self.narrow = False
            tables.append(Table((), rows, True, (0.35, 0.65), "", heading))
        return Records(tuple(tables), label, caption, self.name("records"))

    def picture_row(self) -> PictureRow:
        pictures = tuple(self.picture() for _ in range(self.number(0, 2)))
        number = "573" if not pictures and self.flip() else ""
        return PictureRow(pictures, self.prose(depth=2), number)

    def qr_code(self) -> QrCode:
        url = self.one_of("https://example.org/film", "http://example.org/a?b=c&d=é")
        return QrCode(url, f"Code for {self.words()}", self.inlines(notes=False, links=False))

    def question(self) -> Question:
        asked, name = self.inlines(), self.name("question")
        anchor = self.name("asked") if self.flip() else ""
        if self.flip():
            return Question("lines", asked, (), self.number(1, 6), name=name, anchor=anchor)
        mood = self.one_of("", "yes", "no", "not-sure")
        answers = tuple(Answer(self.inlines(), mood) for _ in range(self.number(1, 4)))
        hint = (Text(self.words()),) if self.flip() else ()
        kind = self.one_of("one", "several", "yes-no")
        return Question(kind, asked, answers, hint=hint, name=name, anchor=anchor)

    def furniture(self) -> Furniture:
        blocks = (Paragraph(self.inlines(notes=False)),)
        return Furniture(self.words(), blocks)

    def block(self) -> Block:
        block: Block = self.one_of(
            self.paragraph, self.paragraph, self.list, self.quote, self.definitions, self.box,
            self.figure, self.table, self.records, self.picture_row, self.qr_code, self.question,
            self.furniture,
        )()  # fmt: skip
        return block

    # ---- sections ----

    def section(self, anchors: list[str], level: int, number: int) -> Section:
        """A section with its sub-sections; the notes of all of them if it is a top one."""
        anchor = anchors.pop(0)
        first_note = len(self.cited)
        label = f"{number}." if level == 2 and self.flip() else ""
        heading = self.words()
        picture = self.picture() if self.flip() else None
        blocks = tuple(self.block() for _ in range(self.number(0, 3)))
        inner = []
        while anchors and level < 6 and self.flip():
            inner.append(self.section(anchors, level + 1, number))
        notes: tuple[Note, ...] = ()
        if level == 2:
            notes = tuple(
                Note(which, name, self.inlines(notes=False))
                for which, name in self.cited[first_note:]
            )
        return Section(
            anchor=anchor,
            heading=heading,
            level=level,
            label=label,
            picture=picture,
            blocks=blocks,
            sections=tuple(inner),
            notes=notes,
        )

    def document(self) -> Document:
        title, subtitle = self.words(), self.words() if self.flip() else ""
        cover = self.picture() if self.flip() else None
        waiting, sections = list(self.anchors), []
        while waiting:
            sections.append(self.section(waiting, 2, len(sections) + 1))
        return Document(
            name="any",
            edition="standard",
            language="en-GB",
            title=title,
            subtitle=subtitle,
            cover=cover,
            cover_page=cover is not None or self.flip(),
            cover_lines=("Version 1.0, November 2026",),
            sections=tuple(sections),
            contents=tuple(
                ContentsEntry(
                    section.level, heading_text(section), section.anchor, part_picture(section)
                )
                for section in sections
            ),
            end=(self.furniture(),) if self.flip() else (),
            running="Any document, version 1.0",
            version="1.0",
            date="2026-11",
            words=load_words("en-GB"),
        )


def _text(inline: Inline) -> str:
    return inline.text if isinstance(inline, Text) else ""


@st.composite
def documents(draw: Draw) -> Document:
    """Any document of one to four sections."""
    count = draw(st.integers(1, 4))
    return _Maker(draw, tuple(f"part-{number}" for number in range(1, count + 1))).document()
