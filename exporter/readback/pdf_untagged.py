"""Words of a PDF that are in no tag: lines become paragraphs by the gaps between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from exporter.outline import clean
from exporter.readback.pdf_text import PARTED, Line

_GAP = 1.35
"""A gap so much wider than the usual one begins a paragraph."""


def paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """The words of each paragraph of a page, as far as its look tells."""
    steps = [one.height - two.height for one, two in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0])
    pieces: list[str] = []
    for index, line in enumerate(lines):
        step = steps[index - 1] if index else 0
        if pieces and not 0 <= step <= usual * _GAP:
            yield from filter(None, (clean("".join(pieces)),))
            pieces = []
        words = line.words.rstrip()
        pieces.append(words[:-1] if words.endswith(PARTED) else f"{words} ")
    yield from filter(None, (clean("".join(pieces)),))
