"""Pictures and blocks: what stands one under the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter.diagnostics import NOWHERE, Place
from exporter.model.inlines import Inlines, in_language


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
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    """Where the term stands, where that is not the place of the list."""


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
    more: tuple[Picture, ...] = ()
    """How a chart goes on that is higher than a page: pictures below the first, whose alternative
    text says what all of them show, so that these have none of their own."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return (self.picture, *self.more)


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
    large: bool = False
    """For whoever cannot read the rest: in large letters in every edition (COV-05)."""


QuestionKind: TypeAlias = Literal["one", "several", "yes-no", "lines"]
"""Choose one answer, choose several, yes or no or not sure, or lines to write on."""


Mood: TypeAlias = Literal["", "yes", "no", "not-sure"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that may be chosen; with a mood a face is drawn beside it, which decorates."""

    words: Inlines
    mood: Mood = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Question(_Block):
    """A question that readers answer: boxes to tick, or `lines` to write on (then no answers).

    `hint` says how many to choose. `name` is that of its fields in a file, one a document;
    `anchor` the author's name for it, where the text points to it.
    """

    kind: QuestionKind
    children: Inlines
    answers: tuple[Answer, ...] = ()
    lines: int = 0
    hint: Inlines = ()
    name: str = ""
    anchor: str = ""


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


def label_words(block: Box) -> Inlines:
    """The label of a box, with its language."""
    return in_language(block.label, block.label_language)


def caption_words(block: Figure | Table | Records) -> Inlines:
    """What stands before the words of a caption, with its language."""
    return in_language(caption_lead(block.label, block.caption), block.label_language)


def caption_lead(label: str, caption: Inlines) -> str:
    """What stands before the words of a caption: "Figure 3: ", or "Figure 3" alone."""
    return f"{label}: " if label and caption else label
