"""Charts of random data, and what stands in their drawings, read back from the SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from xml.etree import ElementTree

from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path
from hypothesis import strategies as st

from exporter import fonts
from exporter.edition import Theme
from exporter.languages import pseudo
from exporter.load.chart_kinds import KINDS, MOST_BARS
from exporter.source import ChartCell, ChartKind, ChartRow, SourceChart
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words

SVG = "{http://www.w3.org/2000/svg}"
WORDS = load_words("en-GB")
NAMES = ("standard", "large-print", "giant-print", "extra-spacing")
_SOME = "a to the people asked listened co-production 2026 Llŷr 50% WWW together Wednesday £5 é"


def themes() -> st.SearchStrategy[Theme]:
    """The themes of our editions, and a narrow page of small type."""
    known = [load_edition(name).theme for name in NAMES]
    first = known[0]
    page = replace(first.page, width=420.0, inner=40.0, outer=40.0)
    return st.sampled_from([*known, replace(first, size=12.0, page=page)])


def labels(most: int) -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(_SOME.split()), min_size=1, max_size=12)
    return words.map(lambda several: " ".join(several)[:most].strip())


def numbers() -> st.SearchStrategy[str]:
    whole = st.integers(0, 999_999_999).map(str)
    parts = st.decimals(0, 10_000, places=2).map(str)
    return st.one_of(st.integers(0, 120).map(str), whole, parts)


@st.composite
def charts(draw: st.DrawFn, kind: ChartKind) -> SourceChart:
    """A chart that the loader would take: so many rows and series, words so long."""
    rule = KINDS[kind]
    series = tuple(draw(labels(rule.label)) for _ in range(draw(st.integers(*rule.series))))
    most = MOST_BARS // len(series) if kind == "grouped" else rule.rows[1]
    count = draw(st.integers(rule.rows[0], min(rule.rows[1], most)))
    amounts = draw(_amounts(kind, count, max(1, len(series))))
    rows = tuple(
        ChartRow(
            f"{number} {draw(labels(rule.label - 3))}",
            _cells(draw, kind, amounts[number], len(series)),
            f"{2000 + number}-0{number % 9 + 1}" if kind == "timeline" else "",
        )
        for number in range(count)
    )
    whole = None
    if kind == "parts":
        whole = sum((cell.amount for row in rows for cell in row.cells), Decimal(0))
        whole = whole or Decimal(1)
    if kind == "pictograms":
        whole = Decimal(draw(st.integers(max(int(max(a)) for a in amounts) or 1, 40)))
    chart = SourceChart(name="c", kind=kind, unit="people", series=series, rows=rows)
    return replace(chart, whole=ChartCell(str(whole), whole) if whole is not None else None)


@st.composite
def _amounts(draw: st.DrawFn, kind: ChartKind, count: int, across: int) -> list[list[str]]:
    one = st.integers(0, 40).map(str) if kind == "pictograms" else numbers()
    return [[draw(one) for _ in range(across)] for _ in range(count)]


def _cells(
    draw: st.DrawFn, kind: ChartKind, amounts: list[str], series: int
) -> tuple[ChartCell, ...]:
    if kind in ("timeline", "steps"):
        return ()
    if kind == "comparison":
        return tuple(ChartCell(draw(labels(90))) for _ in range(series))
    return tuple(ChartCell(one, Decimal(one)) for one in amounts)


def in_letters_of(tag: str, chart: SourceChart) -> SourceChart:
    """The chart with its words in the letters of a pseudo-language, and else as it was."""
    if not pseudo.is_pseudo(tag):
        return chart

    def turned(cell: ChartCell) -> ChartCell:
        return replace(cell, text=pseudo.turned(cell.text, tag))

    rows = tuple(
        replace(row, label=pseudo.turned(row.label, tag), cells=tuple(map(turned, row.cells)))
        for row in chart.rows
    )
    series = tuple(pseudo.turned(words, tag) for words in chart.series)
    return replace(chart, unit=pseudo.turned(chart.unit, tag), series=series, rows=rows)


# ---- read back -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """A line of words in a drawing, with the box of its letters."""

    words: str
    left: float
    top: float
    right: float
    foot: float

    def meets(self, other: Said) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.foot, other.foot) - max(self.top, other.top)
        return across > 0.01 and down > 0.01


def root_of(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def words_in(root: ElementTree.Element) -> list[Said]:
    """Every line of words, as wide as it is in the wider of the two typefaces that set it."""
    size, family = float(root.get("font-size", "0")), root.get("font-family", "")
    found = list(_shapes_of_words(root, size))
    for text in root.iter(f"{SVG}text"):
        weight: fonts.Weight = "bold" if text.get("font-weight") == "bold" else "regular"
        words = text.text or ""
        width = max(fonts.width(words, one, size, weight) for one in (family, "Arimo"))
        held = {"end": 1.0, "middle": 0.5}.get(text.get("text-anchor", ""), 0.0)
        left, y = float(text.get("x", "0")) - held * width, float(text.get("y", "0"))
        found.append(Said(words, left, y - 0.75 * size, left + width, y + 0.25 * size))
    return found


def _shapes_of_words(root: ElementTree.Element, size: float) -> Iterator[Said]:
    """Words that are drawn as shapes: what is said of them, and as wide as their shapes."""
    for one in root.iter(f"{SVG}g"):
        title, path = one.find(f"{SVG}title"), one.find(f"{SVG}path")
        if title is None or path is None:
            continue
        pen = BoundsPen(None)
        parse_path(path.get("d", ""), pen)
        left, top, right, foot = pen.bounds
        assert foot - top < 1.5 * size
        yield Said(title.text or "", left, top, right, foot)


def group(root: ElementTree.Element, name: str) -> ElementTree.Element:
    return next(one for one in root.iter(f"{SVG}g") if one.get("id") == name)


def grounds(element: ElementTree.Element) -> Iterator[tuple[float, float]]:
    """Width and height of each ground of a fill: rectangles that have no outline of their own."""
    for one in element.iter(f"{SVG}rect"):
        if one.get("stroke") is None:
            yield float(one.get("width", "0")), float(one.get("height", "0"))
