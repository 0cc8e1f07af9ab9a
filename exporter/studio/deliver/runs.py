"""What is being made: one command at a time, in a process of its own, watched and stopped.

In a process of its own it can be ended without the studio, forks its workers safely (there are no
threads beside them), and what it takes of memory is given back. Only one runs, for two would wait
for each other's output folder.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import IO

PACKS = "partners"
"""What a run is called that makes packs; any other is called by its document."""
_MOST = 50_000_000
"""Letters of what a command tells at its end."""
_PATIENCE = 10.0
"""Seconds for a run to end by itself: each process finishes the file that it is at."""


class Busy(ValueError):
    """Something is being made already. `what` it is."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a run."""

    what: str
    file: str = ""
    """What was finished last."""
    done: int = 0
    total: int = 0
    """How many files or packs there are; 0 as long as nobody knows."""
    going: bool = True
    stopped: bool = False
    told: Mapping[str, object] = field(default_factory=dict)
    """What the command told at its end, as `--json` gives it."""
    said: str = ""
    """Its last words that were no progress."""


@dataclass
class _Run:
    process: subprocess.Popen[str]
    seen: Seen


class Runs:
    """The run that goes on, if any, and what came of the last of each kind."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now: _Run | None = None
        self._last: dict[str, Seen] = {}

    def start(self, what: str, arguments: Sequence[str]) -> None:
        """Start a command. Raises Busy while another goes on."""
        with self._lock:
            if self._now is not None:
                raise Busy(self._now.seen.what)
            verb, *rest = arguments
            told = ["--json", "--progress", "json"]
            process = subprocess.Popen(
                [sys.executable, "-m", "exporter", verb, *told, *rest],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            )
            self._now = _Run(process, Seen(what))
            threading.Thread(target=self._watch, args=(self._now,), daemon=True).start()

    def seen(self, what: str) -> Seen | None:
        """The run of this name: the one that goes on, or the last that ended."""
        with self._lock:
            now = self._now
            return now.seen if now and now.seen.what == what else self._last.get(what)

    def going(self) -> str:
        """What is being made now; empty: nothing."""
        with self._lock:
            return self._now.seen.what if self._now else ""

    def stop(self, what: str) -> None:
        """End a run; what was finished stays. Does nothing where none of this name goes on."""
        with self._lock:
            run = self._now
            if run is None or run.seen.what != what:
                return
            run.seen = replace(run.seen, stopped=True)
        _ask_to_end(run.process)
        try:
            run.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            run.process.kill()

    def _watch(self, run: _Run) -> None:
        """Read what a run says until it ends."""
        told: list[str] = []
        with run.process as process:
            assert process.stdout is not None
            assert process.stderr is not None
            reading = threading.Thread(target=_read, args=(process.stdout, told), daemon=True)
            reading.start()
            for line in process.stderr:
                with self._lock:
                    run.seen = _after(run.seen, line.strip())
            reading.join()
        with self._lock:
            seen = replace(run.seen, going=False, told=_as_told(told))
            self._last[seen.what] = seen
            self._now = None


def _read(stream: IO[str], told: list[str]) -> None:
    told.append(stream.read(_MOST))
    while stream.read(1_000_000):  # or the command would wait for ever
        pass


def _as_told(told: Sequence[str]) -> Mapping[str, object]:
    try:
        read = json.loads("".join(told))
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def _after(seen: Seen, line: str) -> Seen:
    """What is known after one more line."""
    with suppress(ValueError, RecursionError):
        told = json.loads(line)
        if isinstance(told, dict) and {"name", "done", "total"} <= set(told):
            return replace(
                seen, file=str(told["name"]), done=int(told["done"]), total=int(told["total"])
            )
    return replace(seen, said=line) if line else seen


def _ask_to_end(process: subprocess.Popen[str]) -> None:
    """As Ctrl and C would, where the system has that; else at once."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.terminate()
        else:
            process.send_signal(signal.SIGINT)
