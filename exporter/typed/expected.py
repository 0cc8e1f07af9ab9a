"""What must arrive in one edition: each piece that was typed for it, in order, by heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.diagnostics import NOWHERE
from exporter.typed.charts import expect_chart, in_easy_read
from exporter.typed.kinds import LAYERS
from exporter.typed.pieces import (
    Called,
    Part,
    Piece,
    addresses_in,
    cited_in,
    pieces_of,
    plain_piece,
)
from exporter.typed.reading import Mapping, Scalar, Typed


@dataclass(slots=True)
class Expected:
    """What must stand under one heading."""

    heading: Piece
    name: str
    top: int
    """The number of the top section that it belongs to: its notes may stand anywhere in that."""
    main: list[Piece] = field(default_factory=list)
    """In this order."""
    aside: list[tuple[Piece, ...]] = field(default_factory=list)
    """Each in its own order, anywhere under the heading: entries of lists that are sorted."""
    cells: list[tuple[Piece, Piece, Piece]] = field(default_factory=list)
    """Row header, column header and words of each cell; the first may be without words."""
    notes: list[Piece] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    """The names of the pictures that stand here."""
    numbers: list[Piece] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    """The names of the notes that are cited here."""
    addresses: list[tuple[str, Scalar]] = field(default_factory=list)
    said: list[Piece] = field(default_factory=list)
    """Alternative texts of charts, where an author wrote one."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What an edition leaves to its readers: which layers, and which sections are left out."""

    layers: tuple[str, ...]
    section_pictures: bool = True
    cover: bool = True
    """Whether the title has a page of its own, with the picture of the cover."""
    leave_out: frozenset[str] = frozenset()


def expected_of(typed: Typed, reader: Reader) -> list[Expected]:
    """What must arrive, heading by heading; the first is the title's."""
    gatherer = _Gatherer(typed, reader)
    return [gatherer.title(), *gatherer.sections()]


class _Gatherer:
    def __init__(self, typed: Typed, reader: Reader) -> None:
        self._typed, self._reader = typed, reader
        self._document = typed.document

    def title(self) -> Expected:
        (title,) = plain_piece(self._document.scalar("title")) or (_nothing(),)
        cover = self._document.text("cover")
        easy = tuple(self._reader.layers) == ("easy_read",)
        longer = any(self._has_prose(section) for _, section in self._typed.sections)
        subtitle = "easy_subtitle" if easy and longer else "subtitle"
        return Expected(
            title,
            "",
            -1,
            main=list(plain_piece(self._document.scalar(subtitle))),
            pictures=[cover] if self._reader.cover and cover not in ("", "none") else [],
        )

    def _has_prose(self, section: Mapping) -> bool:
        """Whether there is a text of which the easy read is a short one."""
        if any(section.text(layer).strip() for layer in LAYERS):
            return True
        return any(self._has_prose(part) for part in section.mappings("sections"))

    def sections(self) -> Iterator[Expected]:
        for top, (name, section) in enumerate(self._typed.sections):
            yield from self._section(name, section, top)

    def _section(self, name: str, section: Mapping, top: int) -> Iterator[Expected]:
        if not self.appears(name, section):
            return
        heading = plain_piece(section.scalar("heading")) or (_nothing(),)
        found = Expected(heading[0], name, top)
        picture = section.text("picture")
        if picture not in ("", "none") and self._reader.section_pictures:
            found.pictures.append(picture)
        self._words(section, found)
        yield found
        for part in section.mappings("sections"):
            yield from self._section(part.text("id"), part, top)

    def appears(self, name: str, section: Mapping) -> bool:
        """Whether a section has words for these readers, or a part of it has."""
        if name in self._reader.leave_out:
            return False
        prose = [one for one in LAYERS if one in self._reader.layers]
        own = any(section.text(layer).strip() for layer in prose)
        easy = "easy_read" in self._reader.layers and bool(section.list("easy_read"))
        parts = section.mappings("sections")
        return own or easy or any(self.appears(part.text("id"), part) for part in parts)

    def _words(self, section: Mapping, found: Expected) -> None:
        for layer in self._reader.layers:
            if layer in LAYERS:
                self._prose(section.scalar(layer), section, found)
            elif layer == "easy_read":
                for row in section.mappings("easy_read"):
                    self._row(row, section, found)

    # ---- prose ---------------------------------------------------------------------------------

    def _prose(self, scalar: Scalar | None, section: Mapping, found: Expected) -> None:
        waiting: Called | None = None
        _links(scalar, found)
        for part in pieces_of(scalar):
            match part:
                case Piece() if part.note:
                    found.notes.append(part)
                case Piece():
                    found.main.append(part)
                case Called(word="") if waiting:
                    self._called(waiting, section, found)
                    waiting = None
                case Called(word=""):
                    pass
                case Called():
                    waiting = part
                    if part.word == "figure":
                        found.pictures.append(part.name)

    def _called(self, called: Called, section: Mapping, found: Expected) -> None:
        """What a `:::` block shows, after the words that introduce it."""
        match called.word:
            case "figure":
                picture = self._document.mapping("pictures").mapping(called.name)
                found.main += _only(pieces_of(picture.scalar("description")))
            case "chart":
                chart = section.mapping("charts").mapping(called.name)
                expect_chart(chart, self._typed, found)
            case "table":
                self._table(section.mapping("tables").mapping(called.name), found)
            case "numbers":
                for number in section.mapping("numbers").mappings(called.name):
                    found.main += _number(number)
            case "media":
                found.main += plain_piece(self._media(section, called.name).scalar("title"))
            case "contact":
                contact = self._contact(called.name)
                found.main += [*plain_piece(contact.scalar("name")), *_ways(contact, social=True)]
            case "organisations":
                for _, one in self._document.named("organisations"):
                    if one.text("role") == called.name:
                        found.main += plain_piece(one.scalar("name"))
                        found.pictures += [one.text("logo")] if one.text("logo") else []
            case "contents":
                for part in section.mappings("sections"):
                    if self.appears(part.text("id"), part):
                        found.main += plain_piece(part.scalar("heading"))
            case "glossary":
                for name, entry in self._document.named("glossary"):
                    meaning = _only(pieces_of(entry.scalar("meaning")))
                    found.aside.append((word_of(name, entry), *meaning))
            case "references":
                for _, work in self._document.named("references"):
                    cite, text = plain_piece(work.scalar("cite")), pieces_of(work.scalar("text"))
                    found.aside.append((*cite, *_only(text)))
            case _:
                pass  # credits and formats are furniture

    def _media(self, section: Mapping, name: str) -> Mapping:
        return section.mapping("media").mapping(name)

    def _contact(self, name: str) -> Mapping:
        return self._document.mapping("contacts").mapping(name)

    # ---- easy read -----------------------------------------------------------------------------

    def _row(self, row: Mapping, section: Mapping, found: Expected) -> None:
        pictures = _names(row, "picture")
        if row.text("word"):
            entry = self._document.mapping("glossary").mapping(row.text("word"))
            easy = entry.scalar("easy") or entry.scalar("meaning")
            found.main += [word_of(row.text("word"), entry), *_only(pieces_of(easy))]
            pictures = pictures or _names(entry, "picture")
        elif row.text("contact"):
            contact = self._contact(row.text("contact"))
            found.main += _ways(contact, social=False)
            pictures = [name for key, name in _WAYS if contact.items.get(key)]
        elif row.text("chart"):
            chart = section.mapping("charts").mapping(row.text("chart"))
            found.main += in_easy_read(chart, self._typed)
        else:
            _links(row.scalar("text"), found)
            found.main += _only(pieces_of(row.scalar("text")))
            found.numbers += plain_piece(row.scalar("number"))
            for answer in row.list("answers"):
                if isinstance(answer, Scalar):
                    found.main += _only(pieces_of(answer))
            if row.text("media"):
                media = self._media(section, row.text("media"))
                found.main += plain_piece(media.scalar("title"))
                pictures = pictures or _names(media, "picture")
        if row.text("spoken").lower() not in ("no", "false"):
            found.pictures += pictures

    # ---- tables --------------------------------------------------------------------------------

    def _table(self, table: Mapping, found: Expected) -> None:
        columns = table.mapping("columns").items
        heads = [_one(column) for column in columns.values() if isinstance(column, Scalar)]
        rows: list[tuple[Scalar | None, ...]] = [
            tuple(row.scalar(key) for key in columns) for row in table.mappings("rows")
        ]
        rows += self._typed.tables.get(table.text("file"), ())
        headed = table.text("header_column") != "none"
        for row in rows:
            for typed in row:
                _links(typed, found)
            cells = [_only(pieces_of(cell)) for cell in row]
            head = cells[0][0] if headed and cells and cells[0] else _nothing()
            begins = 1 if headed else 0
            for column, cell in list(zip(heads, cells, strict=False))[begins:]:
                first, *rest = cell or (_nothing(),)
                found.cells.append((head, column, first))
                if rest:
                    found.aside.append(tuple(rest))


_WAYS = (("phone", "phone"), ("email", "email"), ("web", "website"), ("post", "post"))
"""Ways to reach somebody, in the order people use them; in easy read each has a picture."""


def _ways(contact: Mapping, *, social: bool) -> Iterator[Piece]:
    for key in ("phone", "email", "web", *(("social",) if social else ()), "post"):
        for scalar in (contact.scalar(key), *contact.list(key)):
            if isinstance(scalar, Scalar):
                yield from plain_piece(without_scheme(scalar))


def without_scheme(scalar: Scalar) -> Scalar:
    """An address as people read it: without https://."""
    text = scalar.text.strip()
    text = re.sub("(?i)^https?://", "", text)
    return Scalar(text, scalar.file, scalar.line)


def word_of(name: str, entry: Mapping) -> Piece:
    """A glossary word: as it was typed, or its name with blanks for hyphens."""
    return _one(entry.scalar("word") or Scalar(name.replace("-", " "), *_where(entry)))


def _where(entry: Mapping) -> tuple[str, int]:
    first = next((one for one in entry.items.values() if isinstance(one, Scalar)), None)
    return (first.file, first.line) if first else ("", 0)


def _number(number: Mapping) -> Iterator[Piece]:
    yield from plain_piece(number.scalar("value"))
    yield from _only(pieces_of(number.scalar("label")))
    for part in number.mappings("parts"):
        yield from plain_piece(part.scalar("value"))
        yield from _only(pieces_of(part.scalar("label")))


def _only(parts: tuple[Part, ...]) -> tuple[Piece, ...]:
    return tuple(part for part in parts if isinstance(part, Piece))


def _names(holder: Mapping, key: str) -> list[str]:
    """One name or several, without "none"."""
    found = [holder.scalar(key), *holder.list(key)]
    return [one.text for one in found if isinstance(one, Scalar) and one.text != "none"]


def _links(scalar: Scalar | None, found: Expected) -> None:
    """The notes that a text cites, and where its links lead."""
    if scalar is not None:
        found.cited.update(cited_in(scalar.text))
        found.addresses.extend((address, scalar) for address in addresses_in(scalar.text))


def _one(scalar: Scalar) -> Piece:
    return next(iter(plain_piece(scalar)), _nothing())


def _nothing() -> Piece:
    return Piece((), NOWHERE)
