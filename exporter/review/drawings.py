"""The two pictures of a review pack: a large box to tick, and lines to write on."""

from __future__ import annotations

from exporter.model import Picture

_INK, _LINE = "#1f2933", "#9aa3ab"
_BOX = 30
"""Side of the box in points: more than 1 cm, so that a hand that shakes can meet it."""
_COLUMN = 150
"""Width of the column of pictures in easy read; the box stands at its right, near the words."""
_LINE_GAP = 36
"""12.7 mm between lines to write on."""
_LINES_WIDTH = 450


def tick_box(alt: str) -> Picture:
    """A box to tick. It has words, because who cannot see it must know of it, too."""
    height = _BOX + 8
    left = _COLUMN - _BOX - 3
    shape = f'<rect x="{left}" y="1.5" width="{_BOX}" height="{_BOX}" rx="3" fill="#ffffff"'
    return _picture(
        "tick-box", alt, f'{shape} stroke="{_INK}" stroke-width="2.5"/>', _COLUMN, height
    )


def writing_lines(count: int) -> Picture:
    """Lines to write on; they say nothing, so they are decorative."""
    lines = "".join(
        f'<path d="M0 {number * _LINE_GAP}H{_LINES_WIDTH}" stroke="{_LINE}" stroke-width="1.5"/>'
        for number in range(1, count + 1)
    )
    return _picture(f"lines-{count}", "", lines, _LINES_WIDTH, count * _LINE_GAP + 2)


def _picture(name: str, alt: str, shapes: str, width: int, height: int) -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{shapes}</svg>'
    )
    return Picture(name=name, media="svg", data=svg.encode(), alt=alt, width=width, height=height)
