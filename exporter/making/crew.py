"""Who does the work: this process, processes beside it, or a cluster (see cluster.py).

A crew takes plain functions and plain jobs, and knows nothing of files or partners.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, TypeVar

Given = TypeVar("Given")
Answer = TypeVar("Answer")
Kind = Callable[[Given], object]

TRIES = 2
"""So many processes may a job kill before it is given up."""


class Crew(Protocol):
    """Somebody who does jobs. Answers come as they are ready; each job has one.

    `lost` gives the answer for a job that killed every process that tried it. What a job does not
    catch itself is raised here. Jobs of one `kind` are done by one worker where that keeps all of
    them busy: it has their engine and their pictures at hand.
    """

    @property
    def shared(self) -> bool:
        """Whether its workers see our disk."""

    def run(
        self,
        do: Callable[[Given], Answer],
        jobs: Iterable[Given],
        lost: Callable[[Given], Answer],
        kind: Kind[Given] | None = None,
    ) -> Iterator[Answer]: ...
    def __enter__(self) -> Crew: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class FarCrew(Crew, Protocol):
    """A crew whose workers may not see our disk: what a job needs is sent along."""

    def run_with(
        self,
        do: Callable[..., Answer],
        jobs: Iterable[Given],
        lost: Callable[[Given], Answer],
        load: Callable[[Given], tuple[object, ...]],
    ) -> Iterator[Answer]:
        """Like `run`; `load` gives what follows the job when `do` is called."""

    def sent(self, key: str, value: object) -> object:
        """Something large on its way to all workers; each key is sent once."""


class Here:
    """One job after the other, in this process."""

    shared = True

    def run(
        self,
        do: Callable[[Given], Answer],
        jobs: Iterable[Given],
        lost: Callable[[Given], Answer],
        kind: Kind[Given] | None = None,
    ) -> Iterator[Answer]:
        """The answers, in the order of the jobs."""
        return map(do, jobs)

    def __enter__(self) -> Here:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing was begun that has to end."""
