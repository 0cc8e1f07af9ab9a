"""Processes on this machine; one that is killed loses no job.

There is no thread of ours beside them, so a process may be forked at any moment, also in the place
of one that was killed.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path
from types import TracebackType
from typing import Any, Generic

from exporter.making.crew import TRIES, Answer, Given, Kind
from exporter.making.interrupts import whole
from exporter.making.worker import END, Message, work

_AHEAD = 3
"""So many small jobs are at a process: it never waits for us, and memory stays flat."""


def context() -> BaseContext:
    """How a process is started: forked where that is safe, for then it shares what is loaded.

    A fork takes the locks of other threads along, held for ever; the threads of a Java machine in
    this process (a validator) are not counted. There a process begins anew, and imports again.
    """
    jpype = sys.modules.get("jpype")
    java_runs = jpype is not None and jpype.isJVMStarted()
    alone = threading.active_count() == 1 and not java_runs
    safe = alone and "fork" in multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("fork" if safe else "spawn")


def cores() -> int:
    """How many processes there are when nobody says."""
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Job(Generic[Given]):
    number: int
    given: Given
    tries: int = 0
    """How many processes it has killed."""


class _Waiting(Generic[Given]):
    """Jobs that no process has. They are taken from their source only as they are needed."""

    def __init__(self, jobs: Iterable[Given], kind: Kind[Given] | None) -> None:
        self._kind = kind
        self._todo = (_Job(number, given) for number, given in enumerate(jobs))
        self._first: deque[_Job[Given]] = deque()
        if kind:
            self._first.extend(self._todo)

    def again(self, jobs: Iterable[_Job[Given]]) -> None:
        self._first.extendleft(reversed(list(jobs)))

    def next(self, last: object, others: set[object]) -> _Job[Given] | None:
        """One of the kind that a worker did last; else of one that no other is at.

        Else one of those that are many: the last of its kind is sooner done by who is at it than by
        another, who would have to import its engine first.
        """
        if not self._first:
            return next(self._todo, None)
        if self._kind is None:
            return self._first.popleft()
        same = (one for one in self._first if self.kind_of(one) == last)
        free = (one for one in self._first if self.kind_of(one) not in others)
        many = (one for one in self._first if self._count(one) > 1)
        chosen = next(same, None) or next(free, None) or next(many, None)
        if chosen:
            self._first.remove(chosen)
        return chosen

    def _count(self, job: _Job[Given]) -> int:
        kind = self.kind_of(job)
        return sum(self.kind_of(one) == kind for one in self._first)

    def kind_of(self, job: _Job[Given]) -> object:
        return self._kind(job.given) if self._kind else None


class JobError(Exception):
    """A job raised what it should have caught: a fault of ours."""


class _Worker:
    """One process, the jobs it has, and the two pipes between it and us."""

    def __init__(self, shared: tuple[Any, ...]) -> None:
        way = context()
        theirs, self._to = way.Pipe(duplex=False)
        self.answers, back = way.Pipe(duplex=False)
        self.has: deque[_Job[Any]] = deque()
        self.kind: object = None
        ours = (self._to, self.answers) if way.get_start_method() == "fork" else ()
        arguments = (theirs, back, ours, str(Path.cwd()), shared)
        gc.freeze()  # what is loaded already stays: the process need not look through it again
        try:
            self.process = way.Process(target=work, args=arguments, daemon=True)  # type: ignore[attr-defined]
            self.process.start()
        finally:
            gc.unfreeze()
        theirs.close()
        back.close()

    def give(self, job: _Job[Any], message: Message) -> None:
        """Send a job. A process that is dead takes it too: it is found when we listen."""
        self.has.append(job)
        try:
            with whole():
                self._to.send(message)
        except OSError:
            return

    def answer(self) -> Any:
        """The next answer. Raises EOFError when the process is dead; JobError when a job fell."""
        try:
            with whole():
                good, value = self.answers.recv()
        except OSError as error:
            raise EOFError from error
        self.has.popleft()
        if not good:
            raise JobError(value)
        return value

    def tell_to_end(self) -> None:
        try:
            with whole():
                self._to.send(END)
        except OSError:
            return

    def leave(self) -> None:
        """Wait until it has finished the job that it is at; what it says is not needed any more."""
        try:
            while True:
                self.answers.recv_bytes()
        except (EOFError, OSError):
            self.bury()

    def bury(self) -> None:
        self.process.join()
        self._to.close()
        self.answers.close()


class Processes:
    """A crew of processes, started when the first jobs come, and never more than there are jobs."""

    shared = True

    def __init__(self, jobs: int = 0) -> None:
        self.most = jobs or cores()
        self._workers: list[_Worker] = []
        self._jobs: tuple[Any, ...] = ()

    def run(
        self,
        do: Callable[[Given], Answer],
        jobs: Iterable[Given],
        lost: Callable[[Given], Answer],
        kind: Kind[Given] | None = None,
    ) -> Iterator[Answer]:
        """The answers as they come. A tuple of jobs is shared with the processes, not sent."""
        if isinstance(jobs, tuple) and not self._workers:
            self._jobs = jobs
        share = bool(self._jobs) and jobs is self._jobs
        waiting = _Waiting(jobs, kind)
        while True:
            self._give(do, waiting, share, ahead=1 if kind else _AHEAD)
            at_work = {one.answers: one for one in self._workers if one.has}
            if not at_work:
                return
            for pipe in wait(list(at_work)):
                worker = at_work[pipe]  # type: ignore[index]
                try:
                    answer = worker.answer()
                except EOFError:
                    yield from self._killed(worker, waiting, lost)
                else:
                    yield answer

    def _give(
        self, do: Callable[[Given], Answer], waiting: _Waiting[Given], share: bool, ahead: int
    ) -> None:
        """Fill every process up, each in turn; start another while there is work for it."""
        for most in range(1, ahead + 1):
            for number in range(self.most):
                if number < len(self._workers) and len(self._workers[number].has) >= most:
                    continue
                last = self._workers[number].kind if number < len(self._workers) else None
                others = {one.kind for one in self._workers if one.has}
                job = waiting.next(last, others)
                if job is None:
                    continue
                if number >= len(self._workers):
                    with whole():
                        self._workers.append(_Worker(self._jobs))
                worker = self._workers[min(number, len(self._workers) - 1)]
                worker.kind = waiting.kind_of(job)
                number_only = Message(do, job.number, None)
                worker.give(job, number_only if share else Message(do, None, job.given))

    def _killed(
        self, worker: _Worker, waiting: _Waiting[Given], lost: Callable[[Given], Answer]
    ) -> Iterator[Answer]:
        """The first job of a killed process was its last; the others had not begun."""
        self._workers.remove(worker)
        worker.bury()
        first, *others = worker.has
        first.tries += 1
        if first.tries < TRIES:
            waiting.again([first, *others])
            return
        waiting.again(others)
        yield lost(first.given)

    def __enter__(self) -> Processes:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Each finishes the job that it is at, so that no file is half."""
        for worker in self._workers:
            worker.tell_to_end()
        for worker in self._workers:
            worker.leave()
        self._workers.clear()
        self._jobs = ()


__all__ = ["JobError", "Processes", "context", "cores"]
