"""What a file is made of, whatever its format: paragraphs, tables, boxes, and what stands in them.

Frozen. A place is the number of a paragraph, counted through the file from 1 (in a Markdown or web
file: the number of its line).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from exporter.model import Delimiter, ListStyle

# ---- inside a paragraph --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are alike. `target` is a name of this file that they lead to."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str = ""
    """Where it is not that of the file."""
    address: str = ""
    target: str = ""
    filled: bool = False
    """Whether they are the result of a reference that the program fills in itself."""


@dataclass(frozen=True, slots=True)
class NoteHere:
    """The mark of a note."""

    note: str


@dataclass(frozen=True, slots=True)
class LineEnd:
    """The end of a line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name that others may lead to."""

    name: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture. `part` names it in the file; empty where only its words are known."""

    part: str
    alt: str = ""
    decorative: bool = False
    bitmap: str = ""
    """The same picture as a bitmap, for where the drawing cannot be used."""


@dataclass(frozen=True, slots=True)
class Told:
    """What cannot stand in a source, with its words: `code` is that of the decision."""

    code: str
    words: str = ""


Inline: TypeAlias = Run | NoteHere | LineEnd | Anchor | Shown | Told

# ---- blocks --------------------------------------------------------------------------------------

Role: TypeAlias = Literal[
    "plain", "title", "subtitle", "heading", "quote", "source", "caption", "term", "definition",
    "label",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """What counts an item of a list. `value` 0: whatever is next."""

    style: ListStyle
    value: int = 0
    delimiter: Delimiter = "."
    thread: str = ""
    """Items of one thread are one list."""


MOST_LINES = 15
"""To write on below a question, as sources may have them."""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `level` is that of a heading (1 the highest) or of an item of a list (1 …)."""

    inlines: tuple[Inline, ...]
    number: int
    role: Role = "plain"
    level: int = 0
    item: Counted | None = None
    continues_item: bool = False
    """Whether it is one more paragraph of the item above."""
    boxed: bool = False
    """Whether a frame or a coloured ground sets it apart."""
    bold: bool = False
    """Whether its style is bold as a whole."""
    size: float = 0.0
    """The size of its words in points; 0: not known."""
    asks: Literal["", "one", "several"] = ""
    """Whether it is a question, as a file of ours marks one, and how many answers it asks for."""
    answers: tuple[str, ...] = ()
    """The answers yes, no and not sure, as the program had set them below it."""
    lines: int = 0
    """How many lines to write on it is, in a file of ours."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table as it was typed: `columns` and `rows` that it covers."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `heads` is the number of rows that its author calls headers."""

    rows: tuple[tuple[GridCell, ...], ...]
    number: int
    heads: int = 0
    heads_rows: bool = False
    """Whether the first cell of each row heads it."""
    styled: bool = False
    layout: bool = False
    """Whether nothing in the file says that it is more than a way to set things side by side."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Words beside the text: a text box."""

    blocks: tuple[Block, ...]
    number: int
    label: str = ""
    kind: Literal["activity", "note", "warning", "example", "story"] = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to be told of the place where it stands."""

    told: Told
    number: int


Block: TypeAlias = Para | Grid | Apart | Remark

# ---- the file ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A file, walked through from beginning to end."""

    file: str
    """Its name, without folders."""
    unit: Literal["paragraph", "line"]
    """What places count."""
    blocks: tuple[Block, ...]
    notes: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    title: str = ""
    """The title that its properties name."""
    language: str = ""
    publisher: str = ""
    accent: str = ""
    """The first colour of its theme, as "#rrggbb"."""
    header: tuple[Para, ...] = ()
    footer: tuple[Para, ...] = ()
    remarks: tuple[Remark, ...] = ()
    """What is to be told of the file as a whole, and of places that hold no words."""
    picture: Callable[[str], bytes] = field(repr=False)
    """The bytes of a picture by the name of its part; none where it is lost."""


def renumbered(blocks: tuple[Block, ...], by: int) -> tuple[Block, ...]:
    """The same blocks, their places counted on from another number: those of a second file."""
    return tuple(_renumbered(block, by) for block in blocks)


def _renumbered(block: Block, by: int) -> Block:
    match block:
        case Para() | Remark():
            return replace(block, number=block.number + by)
        case Apart():
            return replace(block, number=block.number + by, blocks=renumbered(block.blocks, by))
        case Grid():
            rows = tuple(
                tuple(replace(cell, blocks=renumbered(cell.blocks, by)) for cell in row)
                for row in block.rows
            )
            return replace(block, number=block.number + by, rows=rows)


def words_of(inlines: tuple[Inline, ...]) -> str:
    """The words of a paragraph, on one line."""
    return " ".join("".join(map(_words, inlines)).split())


def _words(inline: Inline) -> str:
    match inline:
        case Run():
            return inline.text
        case LineEnd():
            return " "
        case _:
            return ""


def paras_in(blocks: tuple[Block, ...]) -> Iterator[Para]:
    """Every paragraph of some blocks, in reading order."""
    for block in blocks:
        match block:
            case Para():
                yield block
            case Grid():
                for row in block.rows:
                    for cell in row:
                        yield from paras_in(cell.blocks)
            case Apart():
                yield from paras_in(block.blocks)
            case Remark():
                pass
