"""The look: every measure and colour of the pages, derived from the theme.

Space is the main ornament. All lengths follow the size of the text, so that a copy for one reader
at another size keeps its proportions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from exporter.edition import Theme
from exporter.fonts import Weight
from exporter.writers.operators import numbers
from exporter.writers.pdf_reportlab.printing import PrintOptions

FORMATS_SIZE = 16.0
"""The least size of "this document is also available as" (COV-05 of the easy-read standards)."""


@dataclass(frozen=True, slots=True)
class Style:
    """How some words are set. `colour` is the operator that sets it."""

    weight: Weight
    size: float
    leading: float
    colour: str

    def bolder(self) -> Style:
        return (
            self if self.weight == "bold" else Style("bold", self.size, self.leading, self.colour)
        )

    def lighter(self) -> Style:
        if self.weight == "regular":
            return self
        return Style("regular", self.size, self.leading, self.colour)

    def scaled(self, share: float) -> Style:
        if share == 1:
            return self
        return replace(self, size=self.size * share, leading=self.leading * share)


def rgb(colour: str) -> str:
    """The operator for "#rrggbb"."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{channel:.3f}".rstrip("0").rstrip(".") for channel in channels) + " rg"


def accent(tint: float = 1.0) -> str:
    """The operator for the brand's first colour; `tint` 0 is white."""
    return f"/BrandAccent cs {tint:g} scn"


def second(tint: float = 1.0) -> str:
    return f"/BrandSecond cs {tint:g} scn"


@dataclass(frozen=True)
class Look:
    """The measures of one document."""

    theme: Theme
    options: PrintOptions | None = None

    @cached_property
    def ink(self) -> str:
        return "0 g" if self._black else rgb(self.theme.colours.ink)

    @cached_property
    def quiet(self) -> str:
        return "0 g" if self._black else rgb(self.theme.colours.quiet)

    @cached_property
    def line(self) -> str:
        return rgb(self.theme.colours.line)

    @cached_property
    def accent(self) -> str:
        return "0 g" if self._black else accent()

    @property
    def _black(self) -> bool:
        return self.options is not None and self.options.black_text

    def style(
        self, size: float, *, bold: bool = False, colour: str = "", pitch: float = 0
    ) -> Style:
        return Style(
            "bold" if bold else "regular",
            size,
            size * (pitch or self.theme.pitch),
            colour or self.ink,
        )

    @cached_property
    def body(self) -> Style:
        return self.style(self.theme.size)

    @cached_property
    def lead(self) -> Style:
        return self.style(self.theme.size * 1.14)

    @cached_property
    def small(self) -> Style:
        return self.style(self.theme.small)

    @cached_property
    def caption(self) -> Style:
        return self.style(self.theme.small, pitch=min(self.theme.pitch, 1.3))

    @cached_property
    def cell(self) -> Style:
        return self.style(self.theme.small, pitch=min(self.theme.pitch, 1.3))

    @cached_property
    def running(self) -> Style:
        return self.style(self.theme.small, colour=self.quiet)

    @cached_property
    def label(self) -> Style:
        return self.style(self.theme.size, bold=True, colour=self.accent)

    @cached_property
    def formats(self) -> Style:
        return self.style(max(self.theme.size, FORMATS_SIZE))

    @cached_property
    def added(self) -> Style:
        """What the program adds, but for those."""
        return self.style(self.theme.size)

    @cached_property
    def headings(self) -> tuple[Style, ...]:
        """Styles of levels 1 to 6. Deep headings are told by weight, high ones by colour too."""
        return tuple(
            self.style(
                size,
                bold=True,
                colour=self.accent if level <= 3 else self.ink,
                pitch=1.12 if level == 1 else 1.2,
            )
            for level, size in enumerate(self.theme.headings, start=1)
        )

    def heading(self, level: int) -> Style:
        return self.headings[min(level, len(self.headings)) - 1]

    def above_heading(self, level: int) -> float:
        return self.theme.size * {2: 3.0, 3: 1.9}.get(level, 1.5)

    @cached_property
    def gap(self) -> float:
        """Between two blocks."""
        return self.theme.paragraph_space

    @cached_property
    def indent(self) -> float:
        """Of the words of a list."""
        return self.theme.size * 1.65

    @cached_property
    def item_gap(self) -> float:
        return self.theme.paragraph_space * 0.55

    @cached_property
    def pad(self) -> float:
        """Inside boxes, above and below."""
        return round(self.theme.size * 0.8, 2)

    @cached_property
    def bar(self) -> float:
        """The width of the bar of a box."""
        return 4.0 if self.theme.size < 18 else 5.0

    @cached_property
    def hairline(self) -> float:
        return 0.75

    @cached_property
    def tallest_figure(self) -> float:
        """Large print shows pictures as wide as the text, for the words inside them."""
        return self.text_height * (0.42 if self.theme.size < 18 else 0.6)

    @cached_property
    def tallest_chart(self) -> float:
        """A page, less two lines of caption."""
        return self.text_height - 4 * self.theme.small

    @cached_property
    def text_height(self) -> float:
        page = self.theme.page
        return page.height - page.top - page.bottom


def rectangle(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A filled rectangle from its lower left corner."""
    return f"{colour} {numbers(x, y, width, height)} re f"
