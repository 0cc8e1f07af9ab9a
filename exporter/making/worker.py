"""What a process of ours does: it takes jobs as they come, and answers each in its turn."""

from __future__ import annotations

import os
import pickle
import queue
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from exporter.garbage import collect_seldom


@dataclass(frozen=True, slots=True)
class Message:
    """One job: itself, or its number among those that the process was started with."""

    do: Callable[[Any], Any]
    number: int | None
    given: Any


END = None
"""There are no more jobs: the process finishes the one that it is at."""


def work(
    jobs: Connection,
    answers: Connection,
    ours: tuple[Connection, ...],
    folder: str,
    shared: tuple[Any, ...],
) -> None:
    """Answer jobs until there are no more. `ours` are the parent's ends, which a fork took along.

    Ctrl-C is for the parent: it lets a process finish its job, so that no file is half.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.chdir(folder)
    collect_seldom()
    for pipe in ours:
        pipe.close()
    waiting: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(jobs, waiting), daemon=True).start()
    while (message := pickle.loads(waiting.get())) is not END:
        answers.send(_answer(message, shared))


def _answer(message: Message, shared: tuple[Any, ...]) -> tuple[bool, Any]:
    given = message.given if message.number is None else shared[message.number]
    try:
        return True, message.do(given)
    except Exception as error:
        return False, f"{type(error).__name__}: {error}"


def _listen(jobs: Connection, waiting: queue.SimpleQueue[bytes]) -> None:
    """Take what the parent sends at once, so that it never waits for us.

    A parent that was killed gives no more work, and the next run must not meet us.
    """
    try:
        while True:
            data = jobs.recv_bytes()
            if data == _END:
                _drop(waiting)
            waiting.put(data)
    except (EOFError, OSError):
        os._exit(1)


_END = pickle.dumps(END)


def _drop(waiting: queue.SimpleQueue[bytes]) -> None:
    """Jobs that have not begun are not begun any more."""
    try:
        while True:
            waiting.get_nowait()
    except queue.Empty:
        return
