"""`exporter build --watch`: build again whenever somebody has saved a file."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from exporter.cli.codes import GOOD

PAUSE = 0.5
"""Seconds between two looks."""


def watch(folders: Iterable[Path], again: Callable[[], None], pause: float = PAUSE) -> int:
    """Build now, and again after each change below the folders, until somebody stops it."""
    looked = tuple(folders)
    seen: dict[str, tuple[int, int]] | None = None
    try:
        while True:
            now = state_of(looked)
            if now != seen:
                seen = now
                again()
            time.sleep(pause)
    except KeyboardInterrupt:
        return GOOD


def state_of(folders: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """Every file below some folders, with when it was saved and how large it is."""
    found = {}
    for folder in folders:
        for file in folder.rglob("*"):
            try:
                told = file.stat()
            except OSError:  # gone since it was listed
                continue
            found[str(file)] = (told.st_mtime_ns, told.st_size)
    return found
