"""Lines and paragraphs of measured pages: which runs and which lines belong together.

Where the file has tags, a paragraph is what its element says; else lines of one size, one left edge
and a steady pitch are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from exporter.file_rules.pdf.measured import MeasuredPage, Run
from exporter.pdf_file.tree import Node, PageMark

BLOCKS = frozenset(
    ["P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "LBody", "Lbl", "TD", "TH", "Caption",
     "BlockQuote", "Note", "FENote", "Figure", "Formula", "TOCI", "LI"]
)  # fmt: skip
HEADINGS = frozenset(["H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"])
PICTURES = frozenset(["Figure", "Formula"])
_APART = 1.2
"""Runs of one line further apart than this, in sizes, stand in two columns."""


@dataclass(frozen=True, slots=True)
class Line:
    words: str
    left: float
    right: float
    baseline: float
    size: float
    """Of most of its characters."""

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The lines of one block on one page. `element` is None in files without tags."""

    page: int
    element: Node | None
    lines: tuple[Line, ...]

    @property
    def kind(self) -> str:
        return self.element.role if self.element else "P"

    @property
    def words(self) -> str:
        return " ".join(line.words.strip() for line in self.lines)

    @property
    def size(self) -> float:
        return _usual((line.size, len(line.words)) for line in self.lines)


def paragraphs(
    pages: Iterable[MeasuredPage], owners: dict[PageMark, Node], tagged: bool
) -> list[Paragraph]:
    """The paragraphs of all pages. Artifacts (running lines, page numbers) are none."""
    found: list[Paragraph] = []
    for page in pages:
        runs = [run for run in page.runs if not run.artifact and not run.turned]
        if tagged:
            found.extend(_by_element(page.number, runs, owners))
        else:
            found.extend(_by_distance(page.number, runs))
    return found


def block_of(element: Node | None) -> Node | None:
    """The block that an element is or stands in."""
    if element is None or element.role in BLOCKS:
        return element
    return next((one for one in element.ancestors() if one.role in BLOCKS), None)


def is_in_picture(element: Node | None) -> bool:
    if element is None:
        return False
    return element.role in PICTURES or any(one.role in PICTURES for one in element.ancestors())


def _by_element(page: int, runs: list[Run], owners: dict[PageMark, Node]) -> Iterator[Paragraph]:
    groups: dict[int, tuple[Node, list[Run]]] = {}
    for run in runs:
        block = block_of(owners.get((page, run.mark)))
        if block is not None:
            groups.setdefault(id(block), (block, []))[1].append(run)
    for block, members in groups.values():
        yield Paragraph(page, block, tuple(lines_of(members, split=False)))


def _by_distance(page: int, runs: list[Run]) -> Iterator[Paragraph]:
    """Of columns side by side each line goes on with the paragraph above it."""
    known: list[list[Line]] = []
    for line in lines_of(runs, split=True):
        above = next((lines for lines in reversed(known) if _goes_on(lines, line)), None)
        if above is None:
            known.append([line])
        else:
            above.append(line)
    for lines in known:
        yield Paragraph(page, None, tuple(lines))


def _goes_on(lines: list[Line], line: Line) -> bool:
    last = lines[-1]
    step = last.baseline - line.baseline
    steady = len(lines) < 2 or abs(lines[-2].baseline - last.baseline - step) < 0.1 * line.size
    edge = abs(lines[0].left - line.left) < 2 or abs(last.middle - line.middle) < 1
    same = abs(last.size - line.size) < 0.3 and edge
    return same and steady and 0 < step < 2.2 * line.size


def lines_of(runs: list[Run], *, split: bool) -> Iterator[Line]:
    """Runs joined to lines, from the top; with `split` columns on one height are lines apart."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (-round(run.baseline), run.box.left)):
        if rows and abs(rows[-1][0].baseline - run.baseline) < 0.45 * run.size:
            rows[-1].append(run)
        else:
            rows.append([run])
    for row in rows:
        row.sort(key=lambda run: run.box.left)
        begin = 0
        for index in range(1, len(row)):
            gap = row[index].box.left - row[index - 1].box.right
            if split and gap > _APART * max(row[index].size, 1):
                yield _line(row[begin:index])
                begin = index
        yield _line(row[begin:])


def _line(runs: list[Run]) -> Line:
    """One line; a gap that nobody drew a space for is a space."""
    words = runs[0].words
    for before, run in pairwise(runs):
        gap = run.box.left - before.box.right
        needs = gap > 0.15 * run.size and not words.endswith(" ") and not run.words.startswith(" ")
        words += (" " if needs else "") + run.words
    size = _usual((run.size, len(run.words.strip())) for run in runs)
    heights = [run.baseline for run in runs if run.size == size]
    return Line(
        words=words,
        left=runs[0].box.left,
        right=max(run.box.right for run in runs),
        baseline=heights[0] if heights else runs[0].baseline,
        size=size,
    )


def _usual(weighted: Iterable[tuple[float, int]]) -> float:
    """The size that most characters have."""
    weights: dict[float, int] = {}
    for size, weight in weighted:
        weights[size] = weights.get(size, 0) + weight
    return max(weights, key=lambda size: (weights[size], size), default=0.0)
