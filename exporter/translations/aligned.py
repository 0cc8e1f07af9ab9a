"""Two rows of signs side by side: what stands for what, what is missing, what is more."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

_MOST = 160_000
"""Pairs of signs: of more only what both begin and end with is put side by side with care."""

Pair = tuple[int | None, int | None]
"""A place in the first row and the one in the second; None: it has nothing there."""


def aligned(one: list[str], other: list[str]) -> Iterator[Pair]:
    """The places of both rows in pairs, in order. What was exchanged for something else stands
    beside it."""
    if one == other:
        yield from ((at, at) for at in range(len(one)))
        return
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    yield from ((at, at) for at in range(start))
    middle, its = one[start : len(one) - end], other[start : len(other) - end]
    for _, at, past, to, beyond in _steps(middle, its):
        pairs = zip_longest(range(at, past), range(to, beyond))
        yield from (
            (None if a is None else a + start, None if b is None else b + start) for a, b in pairs
        )
    yield from ((len(one) - left, len(other) - left) for left in range(end, 0, -1))


def _steps(one: list[str], other: list[str]) -> list[tuple[str, int, int, int, int]]:
    if len(one) * len(other) > _MOST:
        return [("replace", 0, len(one), 0, len(other))]
    return SequenceMatcher(None, one, other, autojunk=False).get_opcodes()  # type: ignore[return-value]


def _alike(one: list[str], other: list[str]) -> int:
    """How many signs are the same at the beginning of both."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
