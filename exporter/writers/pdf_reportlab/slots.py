"""What stamping must know of a template: which objects were left out, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter.edition import Theme
from exporter.model import Words
from exporter.writers.pdf_reportlab.cover import BoxPlace
from exporter.writers.pdf_reportlab.metadata import About
from exporter.writers.pdf_reportlab.objects import Base
from exporter.writers.pdf_reportlab.printing import PrintOptions
from exporter.writers.pdf_reportlab.structure import Namespaces, Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """An element that holds boxes of a brand: its number, its kids so far, the boxes."""

    furniture: int
    kids: tuple[str, ...]
    """What is in the furniture already."""
    boxes: tuple[tuple[str, BoxPlace], ...]

    def box(self, name: str) -> BoxPlace | None:
        return dict(self.boxes).get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSlots:
    """The left-out objects of one page; all are object numbers but the key and the holders."""

    page: int
    code: int
    """A second content stream of the page, for the brand's words."""
    annotations: int
    links: tuple[int, ...]
    marks: tuple[int, ...]
    key: int
    """Of the page in the parent tree."""
    above: int
    holders: tuple[Holder, ...]
    """Head and back of a document that has a single page; else one."""


@dataclass(frozen=True, slots=True)
class ContactPicture:
    """What stands beside one way to reach somebody, in easy read."""

    kind: str
    name: str
    """Of the drawing in the file."""
    shape: float
    """Its width for one unit of its height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """All that one template leaves open. Private to this writer."""

    standard: Standard
    theme: Theme
    options: PrintOptions | None
    page_count: int
    empty_pages: int
    words: Words
    letters: str
    """What is coded beside the letters of every file (`lettering`)."""
    about: About
    contact_pictures: tuple[ContactPicture, ...]
    leaflet: bool
    """Its words and logo stand at the head of the first page, not on a cover."""
    accent: int
    """The function of the colour; so with `second`."""
    second: int
    logo: int
    faces: int
    metadata: int
    info: int
    """0 in PDF 2.0, which has no document information."""
    spaces: Namespaces
    parent_leaf: int
    """The part of the parent tree for the pages here, from key to key."""
    next_key: int
    pages: tuple[PageSlots, ...]
    base: Base

    def on(self, data: bytes) -> Base:
        """The facts of the file with its bytes, which are the template's own."""
        return replace(self.base, data=data)
