"""A chart that is higher than a page goes on over it, cut between its rows and never within one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

_TRIES = 6
"""Halvings of what may be saved: to a sixtieth of a page."""


def cut(count: int, tallest: float, height_of: Callable[[range], float]) -> tuple[range, ...]:
    """So many rows in the fewest pieces that are no higher than the room, and those as even as can
    be: even pieces leave the smallest holes on the pages before them. Lengths in points.

    `height_of` says how high some rows are together. A row that is higher alone stands alone.
    """
    measured = cache(height_of)

    def filled(room: float) -> tuple[range, ...]:
        pieces = [range(0, 1)]
        for row in range(1, count):
            longer = range(pieces[-1].start, row + 1)
            if measured(longer) <= room:
                pieces[-1] = longer
            else:
                pieces.append(range(row, row + 1))
        return tuple(pieces)

    if measured(range(count)) <= tallest:
        return (range(count),)
    best = filled(tallest)
    low, high = 0.0, tallest
    for _ in range(_TRIES):
        room = (low + high) / 2
        pieces = filled(room)
        if len(pieces) <= len(best) and all(measured(piece) <= room for piece in pieces):
            best, high = pieces, room
        else:
            low = room
    return best
