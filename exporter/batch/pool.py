"""Runs jobs in processes; a process that is lost loses no job."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, TypeVar

from exporter import processes
from exporter.batch.delivery import Delivery, deliver, lost, lost_layout, lost_words
from exporter.batch.evidence import EvidenceJob, write_evidence
from exporter.batch.proving import LayoutJob, prove_and_keep
from exporter.batch.store import Store
from exporter.records import LayoutProof, Pack, WordsChecked

Given = TypeVar("Given")
Answer = TypeVar("Answer")

_AHEAD = 4
"""So many jobs wait for each process: enough to keep it busy, few enough to keep memory flat."""


class Workers(Protocol):
    """Somebody who does the work: processes here, or a cluster. Answers come as they are ready."""

    def prove(self, jobs: Iterable[LayoutJob], store: Store) -> Iterator[LayoutProof]: ...
    def look(self, jobs: Iterable[EvidenceJob], store: Store) -> Iterator[WordsChecked]: ...
    def deliver(self, jobs: Iterable[Delivery], store: Store) -> Iterator[Pack]: ...
    def __enter__(self) -> Workers: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Processes:
    """Processes on this machine."""

    def __init__(self, jobs: int = 0) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self.pool: Executor = self._new()

    def _new(self) -> Executor:
        return ProcessPoolExecutor(self.jobs, _context(), _begin, (str(Path.cwd()),))

    def prove(self, jobs: Iterable[LayoutJob], store: Store) -> Iterator[LayoutProof]:
        """Compile and prove layouts; the good ones are on the shelf then."""
        return self.run(prove_and_keep, jobs, lost_layout)

    def look(self, jobs: Iterable[EvidenceJob], store: Store) -> Iterator[WordsChecked]:
        """Check the words; the pages about them are on the shelf then."""
        return self.run(write_evidence, jobs, lost_words)

    def deliver(self, jobs: Iterable[Delivery], store: Store) -> Iterator[Pack]:
        """Write packs."""
        return self.run(deliver, jobs, lost)

    def run(
        self,
        do: Callable[[Given], Answer],
        given: Iterable[Given],
        otherwise: Callable[[Given], Answer],
    ) -> Iterator[Answer]:
        """The answers as they come; never more than a few jobs wait, so memory stays flat.

        `otherwise` is the answer when a job has killed its process twice.
        """
        todo = iter(given)
        running: dict[Future[Answer], Given] = {}
        dropped: list[Given] = []
        while True:
            while len(running) < self.jobs * _AHEAD and not dropped:
                job = next(todo, None)
                if job is None:
                    break
                try:
                    running[self.pool.submit(do, job)] = job
                except BrokenProcessPool:
                    dropped.append(job)
            if not running and not dropped:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                job = running.pop(future)
                try:
                    answer = future.result()
                except BrokenProcessPool:
                    dropped.append(job)
                else:
                    yield answer
            if dropped and not running:
                yield from self._again(do, dropped, otherwise)
                dropped = []

    def _again(
        self,
        do: Callable[[Given], Answer],
        jobs: list[Given],
        otherwise: Callable[[Given], Answer],
    ) -> Iterator[Answer]:
        """Jobs of a process that was killed, once more, one at a time: who kills it is found."""
        self.pool = self._new()
        for job in jobs:
            try:
                yield self.pool.submit(do, job).result()
            except BrokenProcessPool:
                self.pool = self._new()
                yield otherwise(job)

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.pool.shutdown(wait=True, cancel_futures=True)


def _context() -> BaseContext:
    """Fork where no other thread is at work: a fork would take its locks along."""
    methods = multiprocessing.get_all_start_methods()
    if threading.active_count() > 1 and "forkserver" in methods:
        return multiprocessing.get_context("forkserver")
    return processes.context()


def _begin(folder: str) -> None:
    """Ctrl-C is for the parent: it lets a process finish its job, so that no file is half."""
    os.chdir(folder)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A parent that was killed gives no more work, and the next run must not meet us."""
    parent: Any = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
