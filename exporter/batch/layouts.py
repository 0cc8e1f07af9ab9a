"""Layouts: what is compiled once, and which partners share it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exporter.brand import Brand
from exporter.edition import Edition, with_larger_boxes
from exporter.formats import FORMATS, Engine, Settings
from exporter.model import Document
from exporter.template import Template

ROOMIER = (2, 4)
"""How much taller the boxes of a brand become when its words do not fit."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One document with one choice of sections: what its words depend on."""

    document: str
    leave_out: tuple[str, ...] = ()
    foreword: str = ""
    """The file of a partner's own first section; empty: none."""
    formats: tuple[str, ...] = ()
    """The formats that its readers are told of."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One choice of words in one edition and format."""

    choice: Choice
    edition: str
    format: str

    @property
    def document(self) -> str:
        return self.choice.document

    @property
    def file(self) -> str:
        """The file's name in a pack."""
        return f"{self.stem}.{FORMATS[self.format].suffix}"

    @property
    def stem(self) -> str:
        return f"{self.document}-{self.edition}"


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A layout's template and all that is needed to lay a partner out anew.

    Known by identity: to compare whole documents would take longer than to stamp one.
    """

    layout: Layout
    key: str
    template: Template = field(repr=False)
    document: Document = field(repr=False)
    edition: Edition
    settings: Settings
    witness: bytes = field(default=b"", repr=False)
    """A file of this template that was read back in full."""

    @property
    def engine(self) -> Engine:
        return FORMATS[self.layout.format].engine(self.settings, self.document)

    def stamped(self, brand: Brand) -> bytes:
        """One partner's file. Raises DoesNotFit."""
        return self.engine.stamp(self.template, brand)

    def beside(self, brand: Brand) -> tuple[tuple[str, bytes], ...]:
        """Further files that lie beside one partner's file, by name."""
        extra = self.engine.extra
        found = extra(self.document, self.template, brand) if extra else {}
        return tuple((f"{self.layout.stem}{ends}", data) for ends, data in found.items())

    def fault_of(self, data: bytes, brand: Brand) -> str:
        """Why `data` is not the witness with this brand in its slots; empty when it is."""
        prove = self.engine.proof
        return prove(self, data, brand) if prove else "each of its files is set anew"


def compile_layout(
    layout: Layout, key: str, document: Document, edition: Edition, settings: Settings
) -> Compiled:
    """Compile one layout."""
    engine = FORMATS[layout.format].engine(settings, document)
    template = engine.compile(document, edition.theme)
    return Compiled(layout, key, template, document, edition, settings)


def roomier_key(key: str, factor: int) -> str:
    return f"{key}-{factor}"


def with_more_room(compiled: Compiled, factor: int) -> Compiled:
    """The same layout with boxes that hold so many times as much."""
    edition = replace(compiled.edition, theme=with_larger_boxes(compiled.edition.theme, factor))
    key = roomier_key(compiled.key, factor)
    return compile_layout(compiled.layout, key, compiled.document, edition, compiled.settings)
