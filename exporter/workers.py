"""Making and checking in several processes."""

from __future__ import annotations

import gc
import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TypeAlias, assert_never

from exporter import processes
from exporter.formats import FORMATS
from exporter.pipeline import Check, Checked, Made, Task, Unit, check, make

Answer: TypeAlias = Made | Checked
Numbered: TypeAlias = tuple[int, Answer]

_CHECK = 200
"""About how long it takes to check an edition, in milliseconds, as a format's weight says it."""


def run(units: Sequence[Unit], jobs: int) -> Iterator[Numbered]:
    """The answer to each unit, with its number, as they come.

    `jobs` processes are used (0: as many as there are cores). The editions of one document and
    format stay together where that keeps all processes busy: they share pictures and typefaces.
    """
    jobs = min(jobs or os.cpu_count() or 1, len(units))
    if jobs <= 1:
        for number, unit in enumerate(units):
            yield number, _answer(unit)
        return
    groups = _groups(units)
    if len(groups) < jobs:
        groups = [[number] for group in groups for number in group]
    gc.freeze()  # what is loaded already stays: workers need not look through it again
    context = processes.context()
    with ProcessPoolExecutor(jobs, context, _receive, (tuple(units),)) as pool:
        for future in as_completed([pool.submit(_answer_all, group) for group in groups]):
            yield from future.result()


def _groups(units: Sequence[Unit]) -> list[list[int]]:
    groups: dict[tuple[int, str], list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        weight = FORMATS[unit.format].weight if isinstance(unit, Task) else _CHECK
        groups[-weight, unit.document.name].append(number)
    return [groups[key] for key in sorted(groups)]


def _answer(unit: Unit) -> Answer:
    match unit:
        case Task():
            return make(unit)
        case Check():
            return check(unit)
        case _:
            assert_never(unit)


_received: tuple[Unit, ...] = ()


def _receive(units: tuple[Unit, ...]) -> None:
    global _received
    _received = units
    processes.collect_seldom()


def _answer_all(numbers: list[int]) -> list[Numbered]:
    return [(number, _answer(_received[number])) for number in numbers]
