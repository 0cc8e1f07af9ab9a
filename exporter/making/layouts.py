"""Layouts: what is compiled once, and which partners share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from exporter.brand import Brand, DoesNotFit
from exporter.edition import Edition, on_page, with_larger_boxes
from exporter.formats import FORMATS, Engine, Settings
from exporter.model import Document
from exporter.source import Acceptance, Contact
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
    editions: tuple[str, ...] = ()
    """The editions that its readers are told of: those that they can get."""
    languages: tuple[str, ...] = ()
    """The same document in other languages, by name: its readers can get those too."""
    pages: tuple[tuple[str, str], ...] = ()
    """Those of them whose files lie beside its own, each with an edition: pages lead there."""
    publisher: Contact | None = None
    """How to reach whoever gives it out, where the text says that; else None, for many share it."""

    @property
    def offers(self) -> dict[str, tuple[str, ...]]:
        """What its readers are told of: a pack holds each of its editions in each format."""
        return dict.fromkeys(self.editions, self.formats)


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
        return self.named(self.document)

    def named(self, document: str) -> str:
        """The name of the same file of a document."""
        return f"{document}-{self.edition}.{FORMATS[self.format].suffix}"

    @property
    def stem(self) -> str:
        return f"{self.document}-{self.edition}"


@dataclass(frozen=True, slots=True, eq=False)
class Compiled:
    """A layout's template and all that is needed to judge a file of it, or to lay it out anew.

    Known by identity: to compare whole documents would take longer than to stamp one.
    """

    layout: Layout
    key: str
    template: Template = field(repr=False)
    document: Document = field(repr=False)
    edition: Edition
    settings: Settings
    answers: tuple[Acceptance, ...] = ()
    """What the author answered for the whole document."""
    witness: bytes = field(default=b"", repr=False)
    """A file of this template that was read back in full."""

    @property
    def engine(self) -> Engine:
        return FORMATS[self.layout.format].engine(self.settings, self.document)

    def stamped(self, brand: Brand) -> bytes:
        """The file of one brand. Raises DoesNotFit."""
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
    layout: Layout,
    key: str,
    document: Document,
    edition: Edition,
    settings: Settings,
    answers: tuple[Acceptance, ...] = (),
) -> Compiled:
    """Compile one layout, on pages of the size that the document asks for."""
    edition = on_page(edition, document.page_size)
    engine = FORMATS[layout.format].engine(settings, document)
    template = engine.compile(document, edition.theme)
    return Compiled(layout, key, template, document, edition, settings, answers)


def roomier_key(key: str, factor: int) -> str:
    return f"{key}-{factor}"


def with_more_room(compiled: Compiled, factor: int) -> Compiled:
    """The same layout with boxes that hold so many times as much."""
    edition = replace(compiled.edition, theme=with_larger_boxes(compiled.edition.theme, factor))
    key = roomier_key(compiled.key, factor)
    return compile_layout(
        compiled.layout, key, compiled.document, edition, compiled.settings, compiled.answers
    )


def stamped_anew(
    compiled: Compiled,
    brand: Brand,
    roomier: Callable[[Compiled, int], Compiled] = with_more_room,
) -> tuple[Compiled, bytes]:
    """The file of a brand whose words do not fit their boxes: nothing is cut, the boxes grow.

    `roomier` gives the layout with boxes so many times as tall. Raises DoesNotFit when the words do
    not even fit the tallest.
    """
    for factor in ROOMIER:
        larger = roomier(compiled, factor)
        try:
            return larger, larger.stamped(brand)
        except DoesNotFit:
            if factor == ROOMIER[-1]:
                raise
    raise AssertionError("the last factor returns or raises")
