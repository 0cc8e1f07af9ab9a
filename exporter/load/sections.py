"""One section file, with its sub-sections, as the model has it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exporter.authored.files import Folder
from exporter.authored.findings import Findings
from exporter.authored.located import Lines, Located, Path
from exporter.load.amounts import amount
from exporter.load.body import read_body
from exporter.load.easy_read import RowReader
from exporter.load.markdown import read_blocks, read_inlines
from exporter.load.names import CALLED, Home, Names, Thing
from exporter.load.parser import BODY, LABEL, Gathered
from exporter.load.plain import plain, typed_number
from exporter.load.schema import (
    AcceptShape,
    MediaShape,
    NumberShape,
    PartShape,
    SectionShape,
)
from exporter.load.tables import read_table
from exporter.source import (
    Acceptance,
    Call,
    KeyNumber,
    Media,
    SourceBlocks,
    SourceChart,
    SourceRow,
    SourceSection,
    SourceTable,
    calls_in,
    questions_in,
)

DEEPEST_LEVEL = 6
_THINGS: dict[str, Thing] = {word: thing for thing, word in CALLED.items()}
Shape = SectionShape | PartShape


@dataclass(frozen=True, slots=True)
class SectionReader:
    """Reads one section file."""

    folder: Folder
    located: Located
    findings: Findings
    names: Names
    home: Home
    language: str = "en"
    list_calls: list[Call] = field(default_factory=list)
    """The calls of lists that the program fills: glossary, references …"""

    def section(self, shape: Shape, path: Path = (), level: int = 2) -> SourceSection:
        """A section and all below it."""
        name = self.home[-1]
        place = self.located.place((*path, "heading"))
        gathered = Gathered()
        self.names.define("section", name, place)
        heading = plain(shape.heading, place, "a heading", self.findings)
        typed_number(heading, place, self.findings)
        where = self._lines(path, "summary")
        summary = read_blocks(shape.summary, where, BODY, self.findings, gathered)
        body, detail = (self._body(shape, path, key, gathered) for key in ("body", "detail"))
        section = SourceSection(
            name=name,
            heading=heading,
            picture=self._picture(shape, path, level),
            summary=summary,
            body=body,
            detail=detail,
            easy_read=self._rows(shape, path, gathered),
            easy_read_none=shape.easy_read == "none",
            appendix=isinstance(shape, SectionShape) and shape.appendix,
            numbered=shape.numbered,
            tables=self._tables(shape, path, gathered),
            charts=self._charts(shape, path),
            numbers=self._numbers(shape, path, gathered),
            media=self._media(shape, path),
            notes=tuple(gathered.notes),
            sections=self._parts(shape, path, level),
            accept=accepted(shape.accept, shape.allow),
            place=place,
        )
        self._keep_names(gathered)
        self._name_questions(section)
        self._look_at_whole(shape, path, section)
        return section

    def _lines(self, path: Path, key: str) -> Lines:
        return self.located.lines((*path, key))

    def _picture(self, shape: Shape, path: Path, level: int) -> str:
        if not shape.picture and level == 2 and self.located.lacks((*path, "picture")):
            message = "This section has no picture."
            hint = "Write  picture: its-name  or, if it needs none,  picture: none"
            place = self.located.place((*path, "heading"))
            self.findings.add("section-picture-missing", place, message, hint)
        if shape.picture in ("", "none"):
            return ""
        place = self.located.place((*path, "picture"))
        self.names.use("show", "picture", shape.picture, place, self.home)
        return shape.picture

    def _body(self, shape: Shape, path: Path, key: str, gathered: Gathered) -> SourceBlocks:
        text = shape.body if key == "body" else shape.detail
        blocks = read_body(text, self._lines(path, key), self.findings, gathered)
        for call in calls_in(blocks):
            self._call(call, shape)
            if call.kind == "chart":
                self._look_at_chart(call, inside=call not in blocks)
        return blocks

    def _call(self, call: Call, shape: Shape) -> None:
        thing = _THINGS.get(call.kind)
        if thing:
            self.names.use("call", thing, call.name, call.place, self.home)
        elif call.kind == "contents" and not shape.sections:
            message = "“::: contents” lists the sub-sections of this section, but it has none."
            self.findings.add("list-without-entries", call.place, message, "Delete it.")
        elif call.kind != "contents":
            self.list_calls.append(call)

    def _look_at_chart(self, call: Call, *, inside: bool) -> None:
        if inside:
            message = "A chart needs all of the line, and here it stands in a list."
            self.findings.add("chart-here", call.place, message, "Put it before or after the list.")
        if not call.caption:
            message = f"The chart “{call.name}” has no caption."
            hint = "Say what it shows, in a sentence on the next line, before the closing :::"
            self.findings.add("chart-caption-missing", call.place, message, hint)

    def _rows(self, shape: Shape, path: Path, gathered: Gathered) -> tuple[SourceRow, ...]:
        if shape.easy_read == "none":
            return ()
        reader = RowReader(self.located, self.findings, gathered, self.names, self.home)
        return tuple(
            reader.row(row, (*path, "easy_read", number))
            for number, row in enumerate(shape.easy_read)
        )

    def _tables(self, shape: Shape, path: Path, gathered: Gathered) -> tuple[SourceTable, ...]:
        tables = []
        for name, table in shape.tables.items():
            where = (*path, "tables", name)
            self.names.define("table", name, self.located.place(where), self.home)
            tables.append(
                read_table(name, table, where, self.folder, self.located, self.findings, gathered)
            )
        return tuple(tables)

    def _charts(self, shape: Shape, path: Path) -> tuple[SourceChart, ...]:
        if not shape.charts:
            return ()
        from exporter.load.charts import ChartReader  # few documents have one

        reader = ChartReader(self.folder, self.located, self.findings, self.language)
        charts = []
        for name, chart in shape.charts.items():
            where = (*path, "charts", name)
            self.names.define("chart", name, self.located.place(where), self.home)
            rows = [] if shape.easy_read == "none" else shape.easy_read
            in_rows = any(row.chart == name for row in rows)
            charts.append(reader.chart(name, chart, where, in_rows=in_rows))
        return tuple(charts)

    def _numbers(
        self, shape: Shape, path: Path, gathered: Gathered
    ) -> tuple[tuple[str, tuple[KeyNumber, ...]], ...]:
        found = []
        for name, numbers in shape.numbers.items():
            where = (*path, "numbers", name)
            self.names.define("numbers", name, self.located.place(where), self.home)
            read = (self._number(one, (*where, n), gathered) for n, one in enumerate(numbers))
            found.append((name, tuple(read)))
        return tuple(found)

    def _number(self, shape: NumberShape, path: Path, gathered: Gathered) -> KeyNumber:
        parts = tuple(
            self._number(part, (*path, "parts", number), gathered)
            for number, part in enumerate(shape.parts)
        )
        if parts:
            self._add_up(shape, path)
        place = self.located.place((*path, "value"))
        label = self._lines(path, "label")
        return KeyNumber(
            plain(shape.value, place, "a number", self.findings),
            read_inlines(shape.label, label, LABEL, self.findings, gathered),
            parts,
        )

    def _add_up(self, shape: NumberShape, path: Path) -> None:
        place = self.located.place((*path, "parts"))
        values = [amount(part.value) for part in shape.parts]
        whole = amount(shape.value)
        known = [value for value in values if value is not None]
        if whole is None or len(known) < len(values):
            message = "Parts are counted, so each value must be a number."
            self.findings.add("number-parts", place, message, "Write digits: 1,200 or 31 or 4.5%")
        elif sum(known) != whole:
            message = f"The parts add up to {sum(known):,}, not to {shape.value}."
            hint = "Put it right. Shares that overlap are no parts: list them as numbers."
            self.findings.add("number-parts", place, message, hint)

    def _media(self, shape: Shape, path: Path) -> tuple[Media, ...]:
        return tuple(
            self._film(name, one, (*path, "media", name)) for name, one in shape.media.items()
        )

    def _film(self, name: str, shape: MediaShape, path: Path) -> Media:
        self.names.define("media", name, self.located.place(path), self.home)
        place = self.located.place((*path, "picture"))
        self.names.use("show", "picture", shape.picture, place, self.home)
        title = plain(shape.title, self.located.place((*path, "title")), "a title", self.findings)
        return Media(
            name=name,
            kind=shape.kind,
            link=shape.link,
            minutes=shape.minutes,
            captions=shape.captions,
            signed=shape.signed,
            described=shape.described,
            transcript=shape.transcript,
            picture=shape.picture,
            title=title,
            place=self.located.place(path),
        )

    def _parts(self, shape: Shape, path: Path, level: int) -> tuple[SourceSection, ...]:
        parts = []
        for number, part in enumerate(shape.sections):
            where = (*path, "sections", number)
            if level == DEEPEST_LEVEL:
                message = f"Headings go down to level {DEEPEST_LEVEL}, and this one is deeper."
                place = self.located.place(where)
                self.findings.add("section-too-deep", place, message, "Move it one level up.")
                break
            reader = replace(self, home=(*self.home, part.id))
            parts.append(reader.section(part, where, level + 1))
        return tuple(parts)

    def _keep_names(self, gathered: Gathered) -> None:
        for note in gathered.notes:
            self.names.define("note", note.name, note.place, self.home)
        for one in gathered.mentions:
            if one.note:
                self.names.use("call", "note", one.name, one.place, self.home)
            else:
                self.names.use("point", None, one.name, one.place, self.home)

    def _name_questions(self, section: SourceSection) -> None:
        """A question of the text and the one for it in easy read have one name: no edition has
        both."""
        asked, in_rows = questions_in(section)
        known = {one.anchor for one in asked}
        for one in (*asked, *(one for one in in_rows if one.anchor not in known)):
            if one.anchor:
                self.names.define("question", one.anchor, one.place, self.home)

    def _look_at_whole(self, shape: Shape, path: Path, section: SourceSection) -> None:
        keys = ("summary", "body", "detail", "easy_read", "sections")
        if any(getattr(shape, key) or not self.located.lacks((*path, key)) for key in keys):
            return
        message = f"The section “{section.heading}” has no words."
        hint = "Write  body: |  and its text below, or  easy_read:  with rows."
        self.findings.add("section-empty", section.place, message, hint)


def accepted(*answers: AcceptShape | list[AcceptShape]) -> tuple[Acceptance, ...]:
    """The author's answers to findings."""
    found = [one for many in answers for one in (many if isinstance(many, list) else [many])]
    return tuple(Acceptance(one.rule, one.because) for one in found)
