"""Any Source as an import could make it, for hypothesis: every block, notes, references."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from exporter.authored.damaged import repaired
from exporter.model import (
    Block,
    Box,
    Foreign,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    Picture,
    Reference,
    Stress,
    Strong,
    Text,
)
from exporter.source import Call, Source, SourceNote, SourcePicture, SourceSection, SourceTable
from tests.build import SVG
from tests.strategies import _FEW_WORDS, Draw, _Maker

_FOREIGN = ("cy", "fr", "pl", "de-CH")


class _SourceMaker(_Maker):
    """Draws what authors can type: things are called, and nothing is filled in."""

    def __init__(self, draw: Draw, anchors: tuple[str, ...]) -> None:
        super().__init__(draw, anchors)
        self.pictures: list[SourcePicture] = []
        self.tables: list[SourceTable] = []
        self.notes: list[SourceNote] = []

    def inline(self, *, notes: bool, links: bool) -> Inlines:
        kinds = ["strong", "stress", "foreign"]
        kinds += ["link", "reference"] if links else []
        kinds += ["note"] if notes else []
        match self.one_of(*kinds):
            case "strong":
                return (Strong((Text(self.words()),)),)
            case "stress":
                return (Stress((Text(self.words()),)),)
            case "foreign":
                return (Foreign((Text(self.words()),), self.one_of(*_FOREIGN)),)
            case "link":
                url = self.one_of("https://example.org/a?b=c#d", "mailto:a@example.org")
                return (Link((Text(self.words()),), url),)
            case "reference":
                return (Reference((Text(self.words()),), self.one_of(*self.anchors)),)
            case _:
                name = self.name("note")
                self.notes.append(SourceNote(name=name, children=self.inlines(notes=False)))
                return (NoteMark(name),)

    def words(self) -> str:
        """Words whose letters nobody could take for garbled ones."""
        return repaired(super().words())

    def inlines(self, *, notes: bool = True, links: bool = True) -> Inlines:
        """Words, and marks that stand around whole words."""
        pieces: list[Inline] = [Text(self.words())]
        for _ in range(self.number(0, 2)):
            pieces += [Text(" "), *self.inline(notes=notes, links=links)]
            pieces.append(Text(f"{self.one_of(' ', ', ')}{repaired(self.draw(_FEW_WORDS))}"))
        joined: list[Inline] = []
        for one in pieces:
            if joined and isinstance(one, Text) and isinstance(joined[-1], Text):
                joined[-1] = Text(joined[-1].text + one.text)
            else:
                joined.append(one)
        return tuple(joined)

    def step(self, depth: int) -> Item:
        return Item(self.prose(depth))

    def list(self, depth: int = 0) -> List:
        """A list that begins with 1, as each does that can be typed anywhere."""
        style = self.one_of("bullet", "bullet", "number", "lower-letter", "lower-roman")
        least = 1 if style in ("bullet", "number") else 2
        items = tuple(self.step(depth + 1) for _ in range(self.number(least, 3)))
        delimiter = "." if style == "bullet" else self.one_of(".", ")", "()")
        return List(style, items, 1, delimiter)

    def box(self) -> Box:
        self.within = True
        blocks: list[Block] = [self.one_of(self.paragraph, self.list)()]
        self.within = False
        kind = self.one_of("activity", "note", "warning", "example", "story")
        return Box(kind, self.words(), tuple(blocks))

    def figure_call(self) -> Call:
        name = self.name("picture")
        picture = Picture(name=name, media="svg", data=SVG, alt=self.words(), width=400, height=320)
        self.pictures.append(SourcePicture(picture=picture, file=f"pictures/{name}.svg"))
        return Call("figure", name, self.inlines(notes=False) if self.flip() else ())

    def table_call(self) -> Call:
        name, width = self.name("table"), self.number(2, 3)
        columns = tuple((f"c{n}", f"{self.short()} {n}") for n in range(width))
        heads = self.flip()
        self.narrow = True
        rows = tuple(
            tuple(cell.blocks for cell in self.row(width, heads)) for _ in range(self.number(1, 3))
        )
        self.narrow = False
        self.tables.append(SourceTable(name, columns, rows, heads))
        return Call("table", name, self.inlines(notes=False) if self.flip() else ())

    def part(self, anchors: list[str], level: int) -> SourceSection:
        name = anchors.pop(0)
        heading = self.words()
        kinds = (self.paragraph, self.paragraph, self.list, self.quote, self.definitions, self.box,
                 self.figure_call, self.table_call)  # fmt: skip
        body = tuple(self.one_of(*kinds)() for _ in range(self.number(1, 4)))
        tables, self.tables = tuple(self.tables), []
        notes, self.notes = tuple(self.notes), []
        inner = []
        while anchors and level < 5 and self.flip():
            inner.append(self.part(anchors, level + 1))
        return SourceSection(
            name=name, heading=heading, body=body, tables=tables, notes=notes, sections=tuple(inner)
        )

    def source(self) -> Source:
        waiting, sections = list(self.anchors), []
        while waiting:
            sections.append(self.part(waiting, 2))
        return Source(
            name="any",
            title=self.words(),
            subtitle=self.words() if self.flip() else "",
            language="en-GB",
            pictures=tuple(self.pictures),
            sections=tuple(sections),
        )


@st.composite
def sources(draw: Any) -> Source:
    """Any source of one to four sections."""
    count = draw(st.integers(1, 4))
    return _SourceMaker(draw, tuple(f"part-{number}" for number in range(1, count + 1))).source()
