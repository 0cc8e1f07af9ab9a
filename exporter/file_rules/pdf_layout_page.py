"""What is known of a page once it is measured: words, surfaces, pictures, and their blocks.

Lengths are points from the lower left corner of the page as it is seen: trimmed, and turned if the
file says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.file_rules.pdf_layout_faces import Face
from exporter.file_rules.pdf_layout_geometry import Box
from exporter.file_rules.pdf_layout_tree import Block


@dataclass(frozen=True, slots=True)
class Run:
    """Words drawn at once: one size, one colour, one typeface."""

    words: str
    box: Box
    left: float
    """Where the first letter begins; the box begins at its ink."""
    baseline: float
    size: float
    """0 where the file does not tell it (drawn letters, "Type 3")."""
    colour: str
    """ "#rrggbb", or nothing where it is no plain colour."""
    face: Face
    turned: bool
    hidden: bool
    mark: int
    artifact: bool
    in_form: bool
    order: int


@dataclass(frozen=True, slots=True)
class Surface:
    """A filled shape behind whatever is drawn later; a picture has no colour that is known."""

    box: Box
    colour: str
    order: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made of dots."""

    box: Box
    mark: int
    artifact: bool
    dots: tuple[int, int]
    placed: tuple[float, float]
    """Width and height on the page, along the picture's own edges."""


@dataclass(slots=True)
class Page:
    """All that was measured on one page. `number` counts from 1."""

    number: int
    width: float
    height: float
    trim: tuple[float, float]
    """Where the trimmed page begins on the page that programs show."""
    runs: list[Run] = field(default_factory=list)
    surfaces: list[Surface] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    drawn: dict[int, Box] = field(default_factory=dict)
    """For each marked sequence the box of what is drawn in it, words aside."""
    largest: float = 0.0
    """Square points of the largest thing that is drawn, words aside."""
    wide: int = 0
    """How many such things are at least a third as wide as the page: rules, boxes, drawings."""
    drawings: bool = False
    """Whether words in forms are those of drawings: an untagged page has most of its words outside
    any form. Where the forms hold the text itself, nobody can tell."""
    blocks: dict[int, Block] = field(default_factory=dict)
    """For each marked sequence the block that it belongs to; none where there are no tags."""


@dataclass(frozen=True, slots=True)
class File:
    pages: tuple[Page, ...]
    count: int
    """Pages of the file; more than `pages` where it is too long to be measured whole."""
