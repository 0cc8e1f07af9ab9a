"""A PDF without tags: nothing is marked; lines become paragraphs by the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from exporter.outline import Entry, Outline, clean
from exporter.readback.pdf_text import Line, Pages

_GAP = 1.35
"""A gap so much wider than the usual one begins a paragraph."""


def outline(pages: Pages, count: int) -> Outline:
    return tuple(
        Entry("paragraph", words)
        for number in range(count)
        for words in _paragraphs(pages.lines(number))
        if words
    )


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    steps = [one.height - two.height for one, two in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0])
    pieces: list[str] = []
    for index, line in enumerate(lines):
        step = steps[index - 1] if index else 0
        if pieces and not 0 <= step <= usual * _GAP:
            yield clean(" ".join(pieces))
            pieces = []
        pieces.append(line.words)
    yield clean(" ".join(pieces))
