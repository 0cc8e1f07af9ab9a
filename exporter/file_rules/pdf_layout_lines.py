"""Lines and paragraphs of a page: which words stand in one line, which lines are one paragraph.

Where the file has tags, a paragraph is what they say; else lines of one size at one left edge are,
as long as a sentence goes on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from exporter.file_rules.pdf_layout_geometry import Box
from exporter.file_rules.pdf_layout_page import Page, Run
from exporter.file_rules.pdf_layout_tree import Block

_COLUMN_GAP = 1.5
"""Words further apart than this, in sizes, do not stand in one line."""
_SPACE = 0.15
"""A gap of this width, in sizes, that nobody drew a space for is a space."""
_WIDEST_PITCH = 2.4
_LOOK_AHEAD = 12
_HANGING = 2.5
"""How far, in sizes, a bullet or number may stand out to the left."""
_ENDS = re.compile(r"[.!?:;…。؟۔][\"'”’»)\]\d]*\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    words: str
    box: Box
    left: float
    baseline: float
    size: float
    """Of most of its letters."""
    page: int
    bold: bool
    block: Block | None
    artifact: bool
    runs: tuple[Run, ...]

    @property
    def characters(self) -> int:
        return len(self.words)

    @property
    def is_heading(self) -> bool:
        """As the tags say."""
        return self.block is not None and self.block.is_heading

    @property
    def is_aside(self) -> bool:
        return self.block is not None and self.block.aside

    @property
    def ends_sentence(self) -> bool:
        return bool(_ENDS.search(self.words))

    @property
    def goes_on_from_before(self) -> bool:
        """Whether it begins in the middle of a sentence, as far as its letters tell."""
        return self.words[:1].islower()


def in_picture(page: Page, run: Run) -> bool:
    """Whether words belong to a picture: as the tags say, or because a drawing holds them."""
    block = page.blocks.get(run.mark)
    return block.picture > 0 if block else page.drawings and run.in_form


def lines_of(page: Page) -> tuple[Line, ...]:
    """The lines of a page from its top, without words in pictures, turned or hidden words."""
    runs = [
        run
        for run in page.runs
        if run.size and not run.turned and not run.hidden and not in_picture(page, run)
    ]
    found = [line for row in _rows(runs) for line in _parts(page, row)]
    return tuple(sorted(found, key=lambda line: (-line.baseline, line.left)))


def _rows(runs: list[Run]) -> Iterator[list[Run]]:
    """Runs on one height; a raised or lowered sign belongs to the letters beside it."""
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        if row and row[0].baseline - run.baseline >= _step(row[0], run):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _step(one: Run, two: Run) -> float:
    """From this distance of baselines on, two runs stand in two lines."""
    small, large = sorted((one.size, two.size))
    return (0.35 if small > 0.85 * large else 0.5) * large


def _parts(page: Page, row: list[Run]) -> Iterator[Line]:
    row.sort(key=lambda run: run.box.left)
    begin = 0
    for index, (before, run) in enumerate(pairwise(row), start=1):
        if _apart(page, before, run):
            yield _line(page, row[begin:index])
            begin = index
    yield _line(page, row[begin:])


def _apart(page: Page, before: Run, run: Run) -> bool:
    one, two = page.blocks.get(before.mark), page.blocks.get(run.mark)
    if one and two:
        return one.number != two.number and one.role != "Lbl"
    if before.artifact != run.artifact:
        return True
    return run.box.left - before.box.right > _COLUMN_GAP * max(run.size, before.size)


def _line(page: Page, runs: list[Run]) -> Line:
    words = runs[0].words
    box = runs[0].box
    for run in runs[1:]:
        gap = run.box.left - box.right > _SPACE * run.size
        words += (" " if gap else "") + run.words
        box = box.joined(run.box)
    sizes: Counter[float] = Counter()
    blocks: Counter[int] = Counter()
    for run in runs:
        sizes[run.size] += _letters(run)
        blocks[run.mark] += _letters(run)
    size = sizes.most_common(1)[0][0]
    return Line(
        words=" ".join(words.split()),
        box=box,
        left=runs[0].left,
        baseline=next(run.baseline for run in runs if run.size == size),
        size=size,
        page=page.number,
        bold=all(run.face.bold for run in runs),
        block=page.blocks.get(blocks.most_common(1)[0][0]),
        artifact=runs[0].artifact or bool(page.blocks and not _tagged(page, runs)),
        runs=tuple(runs),
    )


def _letters(run: Run) -> int:
    return len(run.words.strip())


def _tagged(page: Page, runs: Iterable[Run]) -> bool:
    return any(run.mark in page.blocks for run in runs)


def paragraphs_of(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """Lines that follow one another in one paragraph; most are paragraphs of one line."""
    ordered = list(lines)
    following: dict[int, int] = {}
    taken: set[int] = set()
    for index, line in enumerate(ordered):
        for step in range(index + 1, min(index + 1 + _LOOK_AHEAD, len(ordered))):
            if step not in taken and _follows(line, ordered[step]):
                following[index] = step
                taken.add(step)
                break
    found = []
    for index in range(len(ordered)):
        if index not in taken:
            chain = [index]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            found.append(tuple(ordered[one] for one in chain))
    return tuple(found)


def _follows(line: Line, after: Line) -> bool:
    step = line.baseline - after.baseline
    if not 0.5 * line.size < step < _WIDEST_PITCH * line.size:
        return False
    if abs(line.size - after.size) > 0.3:
        return False
    if line.block and after.block:
        return line.block.number == after.block.number
    in_line = -1.0 <= after.left - line.left <= _HANGING * line.size
    return in_line and (not line.ends_sentence or after.goes_on_from_before)
