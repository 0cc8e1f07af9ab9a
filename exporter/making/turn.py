"""One run at a time in an output folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.fingerprint import take_link_away

_OURS = (".state", ".state/lock", ".state/templates", ".state/bitmaps", "covers")
"""What is kept, and taken away when nobody needs it any more: never through somebody's link."""
PATIENCE = 2.0
"""Seconds. A run that was killed is followed at once by another, while its processes still end."""


@contextmanager
def in_turn(output: Path) -> Iterator[None]:
    """Nobody else builds in this folder meanwhile. Raises SourceError when somebody does.

    The lock is the system's and goes with the process that holds it, however that ends; its file
    means nothing by itself, and stays. Where no file can be written there is nothing to guard.
    """
    try:
        for name in _OURS:
            if name != ".state/lock" or (output / name).is_symlink():
                take_link_away(output / name)
        (output / ".state").mkdir(parents=True, exist_ok=True)
        lock = os.open(output / ".state" / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        yield
        return
    try:
        _wait_for(lock, output)
        yield
    finally:
        os.close(lock)


def _wait_for(lock: int, output: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not _taken(lock):
        if time.monotonic() > until:
            raise SourceError(
                [
                    Diagnostic(
                        code="output-in-use",
                        message=f"Another run is building in {output} now.",
                        place=Place(str(output)),
                        hint="Wait until it has finished, or give this one another --output.",
                    )
                ]
            )
        time.sleep(0.05)


def _taken(lock: int) -> bool:
    try:
        _take(lock)
    except OSError:
        return False
    return True


def _taker() -> Callable[[int], None]:
    if sys.platform == "win32":
        import msvcrt

        return lambda lock: msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
    import fcntl

    return lambda lock: fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)


_take = _taker()
