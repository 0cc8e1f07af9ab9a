"""Measuring: contestants by turns, medians, the load beside them, short tables."""

from __future__ import annotations

import os
import platform
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

Task = Callable[[int], object]
"""Something to be timed; it is told which round this is, so that it can do something new."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one contestant, one for each round."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]
    """Work of this process and of those that it started and waited for."""

    @property
    def typical(self) -> float:
        return median(self.wall)

    @property
    def work(self) -> float:
        return median(self.cpu)

    def told(self) -> list[str]:
        """Median, from, to and work, for a table."""
        return [
            f"{value:.3f}" for value in (self.typical, min(self.wall), max(self.wall), self.work)
        ]


TOLD = ("median s", "from", "to", "CPU s")
"""The headings of `Took.told`."""


def by_turns(contestants: Mapping[str, Task], rounds: int, *, warm: int = 1) -> dict[str, Took]:
    """Time the contestants one after another, so that a noisy minute harms all of them.

    The first `warm` rounds are not counted.
    """
    wall: dict[str, list[float]] = {name: [] for name in contestants}
    cpu: dict[str, list[float]] = {name: [] for name in contestants}
    for turn in range(warm + rounds):
        for name, task in contestants.items():
            work, start = _work(), time.perf_counter()
            task(turn)
            seconds = time.perf_counter() - start
            if turn >= warm:
                wall[name].append(seconds)
                cpu[name].append(_work() - work)
    return {name: Took(tuple(wall[name]), tuple(cpu[name])) for name in contestants}


def _work() -> float:
    own, others = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def machine() -> str:
    """What it was measured on, and how busy that was in the last minute and the last 15."""
    minute, _, quarter = os.getloadavg()
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, load average {minute:.1f} (15 minutes: {quarter:.1f})"
    )


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A short table in Markdown: words left, numbers right."""
    cells = [[str(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    print()
    for number, row in enumerate(cells):
        padded = (
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print("| " + " | ".join(padded) + " |")
        if number == 0:
            rules = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
            print("| " + " | ".join(rules) + " |")
