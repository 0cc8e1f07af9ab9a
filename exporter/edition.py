"""Editions: which reader a document is for. An edition is only a file in styles/editions/.

`Edition` says what is in the document; its `Theme` is all that moves a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from exporter import fonts
from exporter.diagnostics import NOWHERE, Place
from exporter.model import Document, PageSize

MM = 72 / 25.4
"""Points in a millimetre."""
WORD_MARGIN, WORD_FOOT = 25 * MM, 28 * MM
"""The least margins of a page in Word, and the least below its words: a reader may enlarge any
edition there, and large print asks for 25 mm (ACB, SPC-13)."""
LEAST_SIZE, MOST_SIZE = 6, 72
"""Points, of the words of a page. Smaller ones cannot be read, larger ones leave no line."""
MOST_EASY_PAGES = 24
"""A longer easy read frightens (PAG-10): its parts follow one another rather."""
SAME_WIDTHS = {"Arial": "Arimo"}
"""Typefaces that we may not ship, and those of the same widths that we do."""

PAGE_SIZES: dict[PageSize, tuple[float, float]] = {
    "a4": (210 * MM, 297 * MM),
    "a5": (148 * MM, 210 * MM),
}
"""Width and height in points (ISO 216)."""

Layer = Literal["summary", "body", "detail", "easy_read"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
RuleSet = Literal["easy-read", "large-print", "clear-print"]
RULE_SETS: tuple[RuleSet, ...] = get_args(RuleSet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The neutral colours, "#rrggbb". Brand colours are not here: they move no line."""

    ink: str
    quiet: str
    line: str
    paper: str


DARK = Colours(ink="#e8eaec", quiet="#b9c1c8", line="#6f7a84", paper="#171c21")
"""What a web page has where its reader wants it dark; a calm grey, not black."""
CREAM = Colours(ink="#1f2933", quiet="#454e57", line="#978d77", paper="#faf3e3")
"""The same on cream, which many people with dyslexia ask for (BDA, style guide)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page in points. `inner` is the binding edge."""

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float

    @property
    def text_width(self) -> float:
        return self.width - self.inner - self.outer


@dataclass(frozen=True, slots=True)
class SlotBox:
    """The fixed size, in points, of a box that a brand fills."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """All that moves a line. Lengths in points; `pitch` is baseline distance divided by size."""

    page: Page
    colours: Colours
    dark: Colours = DARK
    cream: Colours = CREAM
    """Of a web page, where its reader asks for them; paper is white."""
    family: str
    word_family: str
    size: float
    small: float
    """Captions, notes, table cells, running lines."""
    pitch: float
    headings: tuple[float, ...]
    """Sizes of heading levels 1 (the title) to 6."""
    paragraph_space: float
    section_on_new_page: bool
    """Whether a part begins one; who sets a document asks `opens_page`."""
    section_picture_width: float
    """Width of the picture under a top heading; 0 where the edition shows none."""
    row_picture_width: float
    row_gap: float
    """Between picture and words of an easy-read row."""
    row_space: float
    """Between two easy-read rows."""
    rows: Literal["side-by-side", "stacked"]
    logo: SlotBox
    publisher: SlotBox = SlotBox(440, 20)
    """Never less than a line."""
    cover_line: SlotBox
    contact: SlotBox
    legal_line: SlotBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition. `title` is the key of its name in the locale; empty for the standard one."""

    name: str
    title: str
    default: bool
    layers: tuple[Layer, ...]
    contents_depth: int
    cover_page: bool
    """Whether the title has a page of its own."""
    notes: Literal["section-end", "page-foot"]
    row_pictures: Literal["spoken", "decorative"]
    tables: Literal["auto", "table", "rows"]
    rules: RuleSet | Literal[""]
    """The set that finished files are checked by; empty: by none."""
    theme: Theme
    font_asked: bool = False
    """Whether somebody chose the typeface with --font."""
    title_place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def is_of_summaries(self) -> bool:
        """Whether it is a short form of the document, which leads to the whole."""
        return self.layers == ("summary",)


def in_language(theme: Theme, language: str) -> Theme:
    """The theme with typefaces that have every letter of the language."""
    shipped = SAME_WIDTHS.get(theme.word_family, theme.word_family)
    chosen = fonts.family_for(language, shipped)
    return replace(
        theme,
        family=fonts.family_for(language, theme.family),
        word_family=theme.word_family if chosen == shipped else chosen,
    )


def on_page(edition: Edition, size: PageSize) -> Edition:
    """The edition on pages of the size that a document asks for, with margins in proportion.

    Only where the words have the usual size: on a small page large ones leave no line worth the
    name, and easy read has its pictures beside its words.
    """
    if size == "a4" or edition.rules != "clear-print":
        return edition
    theme, (width, height) = edition.theme, PAGE_SIZES[size]
    factor = width / theme.page.width
    page = Page(
        width=width,
        height=height,
        top=theme.page.top * factor,
        bottom=theme.page.bottom * factor,
        inner=max(_LEAST_SIDE, theme.page.inner * factor),
        outer=max(_LEAST_SIDE, theme.page.outer * factor),
    )
    theme = replace(
        theme,
        page=page,
        section_picture_width=theme.section_picture_width * factor,
        row_picture_width=min(theme.row_picture_width, page.text_width / 2),
        logo=_narrowed(theme.logo, page),
        publisher=_narrowed(theme.publisher, page),
        cover_line=_narrowed(theme.cover_line, page),
        contact=_narrowed(theme.contact, page),
        legal_line=_narrowed(theme.legal_line, page),
    )
    return replace(edition, theme=theme)


_LEAST_SIDE = 20 * MM
"""Beside the words of clear print, on pages of any size (UKAAF, SPC-13)."""


def _narrowed(box: SlotBox, page: Page) -> SlotBox:
    """A box that is no wider than the words of a page. Who needs more height gets it, as ever."""
    return SlotBox(min(box.width, page.text_width), box.height)


def with_larger_boxes(theme: Theme, factor: float) -> Theme:
    """The theme with boxes for a brand's words that are so many times as high."""

    def grown(box: SlotBox) -> SlotBox:
        return SlotBox(box.width, box.height * factor)

    return replace(
        theme,
        publisher=grown(theme.publisher),
        cover_line=grown(theme.cover_line),
        contact=grown(theme.contact),
        legal_line=grown(theme.legal_line),
    )


def size_fault(size: float) -> str:
    """Why words cannot be set in this size (points); empty when they can."""
    if LEAST_SIZE <= size <= MOST_SIZE:
        return ""
    return f"A size of {size:g} points cannot be set; choose {LEAST_SIZE} to {MOST_SIZE}."


def resized(theme: Theme, size: float) -> Theme:
    """The theme with every size in proportion."""
    factor = size / theme.size
    return replace(
        theme,
        size=size,
        small=max(theme.small * factor, min(size, theme.small)),
        headings=tuple(max(size, heading * factor**0.7) for heading in theme.headings),
        paragraph_space=theme.paragraph_space * factor,
        cover_line=_grown(theme.cover_line, factor),
        contact=_grown(theme.contact, factor),
        legal_line=_grown(theme.legal_line, factor),
    )


def _grown(box: SlotBox, factor: float) -> SlotBox:
    """A box of the same width for words of another size: higher by a line more than the factor."""
    return SlotBox(box.width, round(box.height * max(1.0, factor**2), 2))


def chart_height(theme: Theme) -> float:
    """The room that a chart has on its page in every format, less two lines of caption; points. A
    higher one goes on over the page: smaller, its words would be smaller than the text."""
    page = theme.page
    head, foot = max(page.top, WORD_MARGIN), max(page.bottom, WORD_FOOT)
    return page.height - head - foot - 5 * theme.size


def one_sheet(theme: Theme) -> bool:
    """Whether paragraphs stand so close that the edition is meant for a sheet: the headlines."""
    return theme.paragraph_space < theme.size / 2


def opens_page(theme: Theme, document: Document) -> bool:
    """Whether each part of a document begins on a new page. In a leaflet, which begins with its
    title and has no page for it, none does."""
    return theme.section_on_new_page and document.cover_page
