"""The files of a document: document.yaml, its sections and its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from exporter.diagnostics import Place
from exporter.importing.write.blocks import blocks, kind_of, note, own_answers
from exporter.importing.write.lines import Line, moved, plain, prose, value
from exporter.importing.write.words import marked
from exporter.model import Paragraph, Question
from exporter.source import Source, SourcePicture, SourceRow, SourceSection, SourceTable

DOCUMENT = "document.yaml"
_SUFFIXES = {"svg": ".svg", "png": ".png", "jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Written:
    """The files by their names, and where each paragraph of the imported file stands in them."""

    files: dict[str, bytes] = field(repr=False)
    places: dict[int, Place]
    pictures: dict[int, Place]
    """Where the pictures of a paragraph are described."""
    numbers: dict[str, tuple[int, ...]] = field(repr=False)
    """The number of the paragraph that each line of each text was made of; 0: of none."""

    def number_at(self, name: str, line: int) -> int:
        """The paragraph that a line of a text was made of: the nearest above it that is known."""
        above = self.numbers.get(name, ())[:line]
        return next((number for number in reversed(above) if number), 0)


def written(source: Source) -> Written:
    """The files of a source that an import has made."""
    texts = {DOCUMENT: _document(source)}
    for section in source.sections:
        texts[f"sections/{section.name}.yaml"] = _section(section)
    pictures = _places({DOCUMENT: texts[DOCUMENT]})
    places = pictures | _places({name: texts[name] for name in texts if name != DOCUMENT})
    files = {name: _text(lines) for name, lines in texts.items()}
    files |= {one.file: one.picture.data for one in source.pictures}
    numbers = {name: tuple(number for _, number in lines) for name, lines in texts.items()}
    return Written(files, places, pictures, numbers)


def _places(texts: dict[str, list[Line]]) -> dict[int, Place]:
    places: dict[int, Place] = {}
    for name, lines in texts.items():
        for line, (_, number) in enumerate(lines, 1):
            if number:
                places.setdefault(number, Place(name, line))
    return places


def picture_file(name: str, media: str) -> str:
    """The name of the file of a picture."""
    return str(PurePosixPath("pictures") / f"{name}{_SUFFIXES[media]}")


def _text(lines: list[Line]) -> bytes:
    return ("\n".join(text for text, _ in lines) + "\n").encode()


# ---- document.yaml -------------------------------------------------------------------------------


def _document(source: Source) -> list[Line]:
    lines: list[Line] = [
        *plain("title", source.title, source.place.line),
        *plain("subtitle", source.subtitle),
        *plain("easy_subtitle", source.easy_subtitle),
        *plain("language", source.language),
        (f"status: {source.status}", 0),
    ]
    if source.cover:
        lines.append((f"cover: {source.cover}", 0))
    if source.pictures:
        lines += [("", 0), ("pictures:", 0)]
        for one in source.pictures:
            lines += moved(_picture(one), "  ")
    lines += [("", 0), ("sections:", 0)]
    return [*lines, *((f"  - {section.name}", 0) for section in source.sections)]


def _picture(one: SourcePicture) -> list[Line]:
    number = one.place.line
    alt = one.picture.alt
    said = plain("alt", alt, number) if alt else [("decorative: true", number)]
    inside = [(f"file: {value(one.file)}", number), *said]
    return [(f"{one.picture.name}:", number), *moved(inside, "  ")]


# ---- sections ------------------------------------------------------------------------------------


def _section(section: SourceSection) -> list[Line]:
    return list(_keys(section, top=True))


def _keys(section: SourceSection, top: bool = False) -> Iterator[Line]:
    yield from plain("heading", section.heading, section.place.line)
    if section.appendix:
        yield "appendix: true", 0
    if section.picture or top:
        yield f"picture: {section.picture or 'none'}", 0
    yield from prose("summary", blocks(section.summary))
    yield from prose("body", _body(section))
    if section.tables:
        yield "tables:", 0
        for table in section.tables:
            yield from moved(_table(table), "  ")
    if section.easy_read:
        yield "easy_read:", 0
        for row in section.easy_read:
            yield from moved(_row(row), "    ", "  - ")
    if section.sections:
        yield "sections:", 0
        for part in section.sections:
            inside = [(f"id: {part.name}", part.place.line), *_keys(part)]
            yield from moved(inside, "    ", "  - ")


def _body(section: SourceSection) -> list[Line]:
    lines = blocks(section.body)
    for one in section.notes:
        lines += [("", 0), *note(one)] if lines else note(one)
    return lines


def _table(table: SourceTable) -> list[Line]:
    number = table.place.line
    keys = [key for key, _ in table.columns]
    columns = [(f"{key}: {value(words)}", number) for key, words in table.columns]
    inside: list[Line] = [("columns:", number), *moved(columns, "  ")]
    if not table.header_column:
        inside.append(("header_column: none", number))
    inside.append(("rows:", number))
    for row in table.rows:
        cells: list[Line] = []
        for key, cell in zip(keys, row, strict=True):
            cells += prose(key, blocks(cell))
        inside += moved(cells, "    ", "  - ")
    return [(f"{table.name}:", number), *moved(inside, "  ")]


def _row(row: SourceRow) -> list[Line]:
    names = row.pictures
    shown = f"[{', '.join(names)}]" if len(names) > 1 else names[0] if names else "none"
    head = plain("number", row.number, row.place.line) if row.number else []
    head = head or [(f"picture: {shown}", row.place.line)]
    silent = [] if row.spoken else [("spoken: no", row.place.line)]
    if row.question is None:
        return [*head, *silent, *prose("text", blocks(row.blocks))]
    return [*head, *silent, *_question(row.question)]


def _question(asked: Question) -> list[Line]:
    """A question of easy read: its kind, its words, its answers."""
    number, answers = asked.place.line, own_answers(asked)
    listed = [("answers:", number)] if answers else []
    for answer in answers:
        listed += moved([(value(marked(answer.words)), number)], "    ", "  - ")
    words = prose("text", blocks((Paragraph(asked.children, place=asked.place),)))
    return [(f"question: {kind_of(asked)}", number), *words, *listed]
