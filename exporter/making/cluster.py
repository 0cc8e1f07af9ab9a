"""More than one machine: the same jobs on a Dask cluster (the extra `cluster`).

When every worker sees the output folder, layouts are taken from it and packs are written there.
Else layouts travel to the workers, once each, and finished packs travel back. The sources travel
with the jobs either way. A worker that is lost loses no job: another one gets it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

from exporter import fingerprint
from exporter.diagnostics import Diagnostic, SourceError
from exporter.extras import with_extra
from exporter.making.crew import Answer, Given, Kind

_AHEAD = 4
_RETRIES = 3
_ONE_AT_A_TIME = threading.Lock()
"""Workers may have several threads; the engines and pdfium are for one."""


class Cluster:
    """The workers of a Dask cluster at `address` (tcp://host:port)."""

    def __init__(self, address: str, output: Path) -> None:
        self.client = _client(address)
        output.mkdir(parents=True, exist_ok=True)
        _ask_for_same_program(self.client, fingerprint.of_program())
        self.shared = _is_shared(self.client, output.resolve())
        self._sent: dict[str, Any] = {}

    def sent(self, key: str, value: object) -> object:
        if key not in self._sent:
            on_its_way = value and self.client.scatter(value, broadcast=True, hash=False)
            self._sent[key] = on_its_way
        return self._sent[key]

    def run(
        self,
        do: Callable[[Given], Answer],
        jobs: Iterable[Given],
        lost: Callable[[Given], Answer],
        kind: Kind[Given] | None = None,
    ) -> Iterator[Answer]:
        """The answers as they come. Dask finds a worker for each job by itself."""
        return self.run_with(do, jobs, lost, lambda _: ())

    def run_with(
        self,
        do: Callable[..., Answer],
        jobs: Iterable[Given],
        lost: Callable[[Given], Answer],
        load: Callable[[Given], tuple[object, ...]],
    ) -> Iterator[Answer]:
        """The answers as they come. Never more than a few jobs for each thread are on their way."""
        todo = iter(jobs)
        limit = _AHEAD * max(1, sum(self.client.nthreads().values()))
        ready = _dask().as_completed()
        running: dict[Any, Given] = {}
        while True:
            while len(running) < limit and (job := next(todo, None)) is not None:
                future = self._submit(do, job, load(job))
                running[future.key] = job
                ready.add(future)
            if not running:
                return
            future = next(ready)
            job = running.pop(future.key)
            try:
                answer = future.result()
            except Exception:
                answer = lost(job)
            yield answer

    def _submit(self, do: Callable[..., Answer], job: Given, load: tuple[object, ...]) -> Any:
        return self.client.submit(
            _alone, do, job, *load, pure=False, retries=_RETRIES, key=f"{do.__name__}-{next(_TURN)}"
        )

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._sent.clear()
        self.client.close()


def _numbers() -> Iterator[str]:
    """Names for jobs that no other run of ours has."""
    prefix, number = os.urandom(8).hex(), 0
    while True:
        yield f"{prefix}-{number}"
        number += 1


_TURN = _numbers()


# ---- at the worker ------------------------------------------------------------------------------


def _alone(do: Callable[..., Answer], *given: Any) -> Answer:
    with _ONE_AT_A_TIME:
        return do(*given)


# ---- before it begins ---------------------------------------------------------------------------


def _dask() -> Any:
    return import_module("distributed")


def _client(address: str) -> Any:
    try:
        dask = _dask()
    except ImportError as error:
        raise _cannot(f"A cluster needs Dask. {with_extra('cluster')}") from error
    try:
        return dask.Client(address, timeout="5s")
    except (OSError, ValueError, TimeoutError) as error:
        raise _cannot(f"There is no cluster at {address}: {error}") from error


def _ask_for_same_program(client: Any, ours: str) -> None:
    """Another version of the program or of a library would make other bytes."""
    told = client.run(fingerprint.of_program)
    if not told:
        raise _cannot("The cluster has no workers.")
    others = sorted(name for name, program in told.items() if program != ours)
    if others:
        said = f"These workers have another version of the program: {', '.join(others)}."
        raise _cannot(said)


def _is_shared(client: Any, output: Path) -> bool:
    """Whether every worker sees our output folder: a note is left there, and they read it."""
    note = output / ".state" / f"note-{os.getpid()}"
    words = os.urandom(8).hex()
    fingerprint.write_whole(note, words.encode())
    try:
        return all(client.run(_reads, str(note), words).values())
    finally:
        note.unlink()


def _reads(note: str, words: str) -> bool:
    try:
        return Path(note).read_text("utf-8") == words
    except OSError:
        return False


def _cannot(said: str) -> SourceError:
    return SourceError([Diagnostic(code="cluster-absent", message=said)])
