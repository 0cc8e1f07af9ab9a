"""The document as every writer receives it: frozen data, everything decided.

A `Document` is a source adapted to one edition. Writers, checks and the Outline see nothing else.
Anchors are the authors' own `#names` (one namespace a document), so they are the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter import languages
from exporter.diagnostics import NOWHERE, Place
from exporter.languages import plurals
from exporter.languages.numbers import number_in

# ---- inlines ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Stress:
    """Stressed words; every edition of ours sets them bold, never italic (UKAAF, EMP-01)."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary word at its first use in easy read: bold, explained close by."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Abbreviation:
    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A run in another language (WCAG 3.1.2); `language` is a BCP 47 tag."""

    children: Inlines
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document: https, http, mailto or tel."""

    children: Inlines
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another place of this document. In a Document the words are always filled in."""

    children: Inlines
    target: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note. In a Source `anchor` is the note's name and `number` is 0."""

    anchor: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Print only: " (page 7)" of the target, in the words of `Words`. Not in the Outline.

    `within` brackets of the author's it has none of its own: ", page 7".
    """

    target: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Print only: " (www.example.org)", the written-out address of a link. Not in the Outline.

    `within` brackets of the author's it has none of its own: ", www.example.org".
    """

    url: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line of an address or a poem, which is kept. A space in the Outline."""


Inline: TypeAlias = (
    Text
    | LineBreak
    | Strong
    | Stress
    | Term
    | Abbreviation
    | Foreign
    | Link
    | Reference
    | NoteMark
    | PageNumber
    | Address
)
Inlines: TypeAlias = tuple[Inline, ...]


def in_language(text: str, language: str) -> Inlines:
    """Words, marked with their language where it is given: it is another than that around them."""
    if language and any(sign.isalpha() for sign in text):
        return (Foreign((Text(text),), language),)
    return (Text(text),) if text else ()


# ---- pictures --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture with its bytes. `alt` is empty exactly when it is decorative here.

    `width` and `height` are its natural size in pixels (PNG, JPEG) or viewBox units (SVG).
    """

    name: str
    media: Literal["svg", "png", "jpeg"]
    data: bytes = field(repr=False)
    alt: str
    width: float
    height: float
    credit: str = ""
    licence: str = ""
    ems: float = 0.0
    """Of a chart, its width in sizes of the text: it is shown in that, so that its words have the
    size of the text; 0 for pictures that are fitted into the page."""


# ---- blocks ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Paragraph(_Block):
    children: Inlines
    lead: bool = False
    """The summary at the head of a section, set a little larger."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list. Its first block is always a Paragraph."""

    blocks: Blocks


ListStyle: TypeAlias = Literal[
    "bullet", "number", "lower-letter", "upper-letter", "lower-roman", "upper-roman", "plain"
]
Delimiter: TypeAlias = Literal[".", ")", "()"]


@dataclass(frozen=True, slots=True)
class List(_Block):
    """A list. `plain` has no marker (references, credits); of the others that count, `start` is
    the number of the first item, and `delimiter` the sign after or around each (markers.py)."""

    style: ListStyle
    items: tuple[Item, ...]
    start: int = 1
    delimiter: Delimiter = "."


@dataclass(frozen=True, slots=True)
class Quote(_Block):
    paragraphs: tuple[Inlines, ...]
    source: Inlines = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means. The first block is always a Paragraph."""

    term: Inlines
    blocks: Blocks
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Definitions(_Block):
    entries: tuple[Definition, ...]


BoxKind: TypeAlias = Literal[
    "activity", "note", "warning", "example", "story",  # written by the author
    "description",  # "What this picture shows"
    "number",  # a key number; the label is the number
    "contact",  # one way to reach somebody; the label is its kind
    "media",  # a film or a recording
    "organisation",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box(_Block):
    """Blocks under a label of their own that is not a heading. Boxes never nest."""

    kind: BoxKind
    label: str
    blocks: Blocks
    anchor: str = ""
    label_language: str = ""
    """That of the label, where it is another than the document's: the program's own words."""


@dataclass(frozen=True, slots=True)
class Figure(_Block):
    """A picture; with a caption if `label` ("Figure 3") or `caption` is given."""

    picture: Picture
    label: str = ""
    caption: Inlines = ()
    anchor: str = ""
    label_language: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; never empty. Its first block is a Paragraph or a List."""

    blocks: Blocks


@dataclass(frozen=True, slots=True)
class Table(_Block):
    """A plain grid: at most one header row and one header column, no spans.

    `columns` are the words of the header row (empty: no header row). With `header_column` the
    first cell of each row heads its row, and holds one Paragraph. `widths` are fractions of the
    text width, one a column, that add up to 1.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_column: bool
    widths: tuple[float, ...]
    label: str = ""
    caption: Inlines = ()
    anchor: str = ""
    label_language: str = ""


@dataclass(frozen=True, slots=True)
class Records(_Block):
    """A table set as rows: one small table (header column, no header row) for each record.

    Each record's caption is the first cell of the row that it was. The label and caption of the
    whole project to one `label` entry.
    """

    tables: tuple[Table, ...]
    label: str = ""
    caption: Inlines = ()
    anchor: str = ""
    label_language: str = ""
    above: bool = False
    """On paper the head of a cell stands above it: beside it there is too little room."""


@dataclass(frozen=True, slots=True)
class PictureRow(_Block):
    """Easy read: one idea. Pictures (none, one or two) or a big number left, words right.

    `number` is drawn in the place of the picture and is decorative: the words contain it.
    """

    pictures: tuple[Picture, ...]
    blocks: Blocks
    number: str = ""
    contact: bool = False
    """Whether it says how to reach somebody: a sentence of the program around an address."""


@dataclass(frozen=True, slots=True)
class QrCode(_Block):
    """Print only: the QR code of an address of the web, beside `words` that say what to do with it.

    Not in the Outline: the link says where it leads, on paper also its written-out address. `alt`
    and `words` are the program's own (see furniture.py).
    """

    url: str
    alt: str
    words: Inlines


@dataclass(frozen=True, slots=True)
class Furniture(_Block):
    """Words that the program adds around the author's: credits, "also available as" …

    Not in the Outline; marked in every format (see outline.py).
    """

    heading: str
    blocks: Blocks
    heading_language: str = ""
    """That of the heading, where it is another than the document's."""


QuestionKind: TypeAlias = Literal["one", "several", "yes-no", "lines"]
"""Choose one answer, choose several, yes or no or not sure, or lines to write on."""


Mood: TypeAlias = Literal["", "yes", "no", "not-sure"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that may be chosen; with a mood a face is drawn beside it, which decorates."""

    words: Inlines
    mood: Mood = ""


@dataclass(frozen=True, slots=True)
class Question(_Block):
    """A question that readers answer: boxes to tick, or `lines` to write on (then no answers).

    `hint` says how many to choose. `name` is that of its fields in a file, one a document.
    """

    kind: QuestionKind
    children: Inlines
    answers: tuple[Answer, ...] = ()
    lines: int = 0
    hint: Inlines = ()
    name: str = ""


Block: TypeAlias = (
    Paragraph
    | List
    | Quote
    | Definitions
    | Box
    | Figure
    | Table
    | Records
    | PictureRow
    | QrCode
    | Question
    | Furniture
)
Blocks: TypeAlias = tuple[Block, ...]

# ---- the document ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """One note, one paragraph. It is set at the end of its top section, linked there and back."""

    number: int
    anchor: str
    children: Inlines
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document. `level` 2 is a top section (the title is 1), 6 the deepest."""

    anchor: str
    heading: str
    level: int
    label: str = ""
    """"3." or "Appendix 1:", set before the heading; empty where parts are not numbered."""
    picture: Picture | None = None
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    """Only in top sections; the notes cited in it and in its sub-sections, in order."""
    label_language: str = ""
    """That of the label, where it is another than the document's."""
    more: bool = False
    """Whether the whole document says more of it than this, a document of summaries."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language, from styles/locales/<language>.yaml.

    `language` is that of the words themselves: where a language has none, they are English. A
    sentence with a number may have more forms, by the plural categories of its language: the entry
    `minutes/one` beside `minutes`, which holds the form "other".
    """

    entries: tuple[tuple[str, str], ...]
    language: str = languages.HOUSE
    lacking: tuple[str, ...] = ()
    """The sentences that this language has not yet. They are English here, and say so."""
    english: tuple[tuple[str, str], ...] = ()
    """All sentences in English, where some are lacking."""
    verified_by: str = ""
    """The speaker who has read the words of a language that we have; empty: nobody yet."""

    def language_of(self, *keys: str) -> str:
        """The language in which these sentences are: of several, English if one of them is."""
        return languages.HOUSE if any(map(self._lacks, keys)) else self.language

    def other_than(self, language: str, *keys: str) -> str:
        """The language of these sentences where it is not this one, else nothing."""
        own = self.language_of(*keys)
        return "" if languages.same(own, language) else own

    def together(self, *keys: str) -> Words:
        """The words for sentences that stand together, in one language: English where any of them
        is lacking. `report-` are all whose names begin so."""
        return Words(self.english) if any(map(self._lacks, keys)) else self

    def _lacks(self, key: str) -> bool:
        if key.endswith("-"):
            return any(one.startswith(key) for one in self.lacking)
        return key in self.lacking

    def among(self, language: str, key: str, **values: object) -> Inlines:
        """The words for `key` to stand among words in a language, marked if theirs is another
        (WCAG 2.2, 3.1.2)."""
        return in_language(self(key, **values), self.other_than(language, key))

    def around(self, language: str, key: str, inside: Inlines, /, **values: object) -> Inlines:
        """The same with an author's words inside; the value that stands for them is "\0"."""
        before, after = self(key, **values).split("\0")
        other = self.other_than(language, key)
        return (*in_language(before, other), *inside, *in_language(after, other))

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`, with `values` set in. A missing key is a programming error.

        Of a sentence with forms, that of its number, which is written as the language does.
        """
        known = dict(self.entries)
        said = known[key]
        if f"{key}/other" in known:
            own = self.language_of(key)
            name, number = next((n, v) for n, v in values.items() if isinstance(v, int))
            said = known.get(f"{key}/{plurals.category(number, own)}", said)
            values = {**values, name: number_in(number, own)}
        return said.format(**values)


@dataclass(frozen=True, slots=True)
class EditionPage:
    """The web page of another edition, made beside this one: what it is called, and its file."""

    words: str
    file: str
    language: str = ""
    """That of the words, where it is another than the page's."""


PageSize: TypeAlias = Literal["a4", "a5"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source adapted to one edition."""

    name: str
    edition: str
    language: str
    title: str
    subtitle: str = ""
    cover: Picture | None = None
    cover_page: bool = True
    """Whether the title has a page of its own; a leaflet begins with it, without a picture."""
    cover_lines: tuple[str, ...] = ()
    """Furniture of the cover, in order: edition in plain words, draft, version and date."""
    cover_language: str = ""
    """That of these lines and of the running one, where it is another than the document's."""
    contents: tuple[ContentsEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    end: tuple[Furniture, ...] = ()
    """Furniture after the last section: credits, how it was checked, other formats."""
    page_size: PageSize = "a4"
    """What the author asks for; an edition of large words keeps the size of its pages."""
    part_links: bool = False
    """Whether each part ends with ways to the others in PDF and e-book, as on the web."""
    pages: tuple[EditionPage, ...] = ()
    """Where a web page leads to the same in another edition. Furniture, of that format only."""
    whole: str = ""
    """The file of the web page that has all of this document of summaries, beside its own."""
    running: str = ""
    """Short title and version for the running line, so that loose sheets can be sorted."""
    description: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """The date of the source as written: 2026, 2026-11 or 2026-11-22."""
    version: str = ""
    right_to_left: bool = False
    words: Words = Words(())
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    """That of the file which the folder of the source is named by."""

    def says(self, key: str, **values: object) -> Inlines:
        """Words of the program's own, marked where they are not in the document's language."""
        return self.words.among(self.language, key, **values)

    def cover_words(self, line: str) -> Inlines:
        """A cover line, or the running one: all of it is the program's own but the title."""
        other = self.cover_language
        if not other:
            return (Text(line),)
        before, title, after = line.partition(self.title)
        return (*in_language(before, other), *in_language(title, ""), *in_language(after, other))


def heading_text(section: Section) -> str:
    """The heading as a reader meets it, with its part number."""
    return f"{section.label} {section.heading}".strip()


def heading_words(section: Section) -> Inlines:
    """The same, with the language of a label that is the program's own ("Appendix 1:")."""
    if not section.label_language:
        return (Text(heading_text(section)),)
    label = in_language(section.label, section.label_language)
    return (*label, Text(f" {section.heading}"))


def label_words(block: Box) -> Inlines:
    """The label of a box, with its language."""
    return in_language(block.label, block.label_language)


def caption_words(block: Figure | Table | Records) -> Inlines:
    """What stands before the words of a caption, with its language."""
    return in_language(caption_lead(block.label, block.caption), block.label_language)


def caption_lead(label: str, caption: Inlines) -> str:
    """What stands before the words of a caption: "Figure 3: ", or "Figure 3" alone."""
    return f"{label}: " if label and caption else label
