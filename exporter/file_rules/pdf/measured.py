"""A measured page: its runs of text, its pictures, and what is behind them. Lengths in points."""

from __future__ import annotations

from dataclasses import dataclass, field

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Box:
    """Points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.top - self.bottom)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def within(self, other: Box | None) -> Box:
        """What of it is inside another; nothing of it is where they do not meet."""
        if other is None:
            return self
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, max(left, right), max(bottom, top))

    def joined(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """Words drawn at once: one size, one colour, one typeface."""

    words: str
    box: Box
    baseline: float
    size: float
    colour: Colour
    font: str
    italic: bool
    turned: bool
    """Whether it does not run from left to right."""
    mark: int
    artifact: bool
    order: int

    @property
    def middle(self) -> tuple[float, float]:
        return (self.box.left + self.box.right) / 2, (self.box.bottom + self.box.top) / 2


@dataclass(frozen=True, slots=True)
class Surface:
    """A filled shape or (without a colour) a picture, behind whatever is drawn later."""

    box: Box
    colour: Colour | None
    order: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made of dots: how many across and down, and on how many points they stand."""

    box: Box
    dots: tuple[int, int]
    placed: tuple[float, float]
    artifact: bool

    @property
    def density(self) -> float:
        """Dots to the inch, in the direction that has fewer."""
        return min(
            72 * dots / max(length, 0.01)
            for dots, length in zip(self.dots, self.placed, strict=True)
        )


@dataclass(slots=True)
class MeasuredPage:
    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    surfaces: list[Surface] = field(default_factory=list)
    drawn: dict[int, Box] = field(default_factory=dict)
    """For each marked sequence the box of what is drawn in it."""
    images: list[Image] = field(default_factory=list)
    actual: dict[int, str] = field(default_factory=dict)
    """Of a marked sequence the words that stand for it, where the page itself says them."""
    loose_drawings: bool = False
    """Whether a line or picture is in no sequence, and no artifact either."""
    tagged_and_not: bool = False
    """Whether something is in a sequence and an artifact at once."""


def words_of(pages: list[MeasuredPage]) -> dict[tuple[int, int], str]:
    """The words of each marked sequence, by its page and number."""
    words: dict[tuple[int, int], str] = {}
    for page in pages:
        for run in page.runs:
            mark = (page.number, run.mark)
            words[mark] = words.get(mark, "") + run.words
        words |= {(page.number, number): told for number, told in page.actual.items()}
    return words
