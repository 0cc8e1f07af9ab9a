"""More than one machine: the same jobs on a Dask cluster (`pip install 'exporter[cluster]'`).

When every worker sees the output folder, layouts are taken from it and packs are written there.
Else layouts travel to the workers, once each, and finished packs travel back. The sources travel
with the jobs either way. A worker that is lost loses no job: another one gets it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from exporter import fingerprint
from exporter.batch.delivery import (
    Delivery,
    Finished,
    deliver,
    failed,
    lost,
    lost_layout,
    lost_words,
    make,
    put,
)
from exporter.batch.evidence import EvidenceJob, evidence_of, write_evidence
from exporter.batch.layouts import Compiled
from exporter.batch.proving import LayoutJob, prove, prove_and_keep, reason_of
from exporter.batch.store import Carried, Store
from exporter.diagnostics import Diagnostic, SourceError
from exporter.records import LayoutProof, Pack, WordsChecked

Given = TypeVar("Given")
Answer = TypeVar("Answer")

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

    # ---- the three kinds of work ---------------------------------------------------------------

    def prove(self, jobs: Iterable[LayoutJob], store: Store) -> Iterator[LayoutProof]:
        """Compile and prove layouts."""
        if self.shared:
            yield from self._run(prove_and_keep, jobs, lost_layout)
            return
        for found, compiled in self._run(prove, jobs, lambda job: (lost_layout(job), None)):
            yield replace(found, kept=store.put(compiled)) if compiled else found

    def look(self, jobs: Iterable[EvidenceJob], store: Store) -> Iterator[WordsChecked]:
        """Check the words, and write the pages about them."""
        if self.shared:
            yield from self._run(write_evidence, jobs, lost_words)
            return
        for found, page in self._run(_evidence, jobs, lambda job: (lost_words(job), b"")):
            if page:
                store.put_page(found.key, page)
            yield found

    def deliver(self, jobs: Iterable[Delivery], store: Store) -> Iterator[Pack]:
        """Write packs. `far` workers send them back, and they are written here."""
        if self.shared:
            yield from self._run(deliver, jobs, lost)
            return
        packs = self._run(
            _far,
            jobs,
            lambda job: (job, Finished(lost(job), {})),
            lambda job: self._load(job, store),
        )
        for job, finished in packs:
            yield _put(job, finished)

    def _load(self, job: Delivery, store: Store) -> tuple[Any, ...]:
        """What a far worker needs beside the job: layouts, what was found, pages."""
        keys = list(dict.fromkeys(file.key for file in job.files))
        pages = [key for _, key in job.evidence]
        proofs = tuple(filter(None, map(store.proof, keys)))
        checked = tuple(filter(None, map(store.checked, pages)))
        told = {key: store.page(key) for key in pages}
        return (
            proofs,
            checked,
            told,
            *(one for one in (self._layout(key, store) for key in keys) if one),
        )

    def _layout(self, key: str, store: Store) -> Any:
        """A layout on its way to the workers: each is sent once, to all of them."""
        if key not in self._sent:
            compiled = store.get(key)
            self._sent[key] = compiled and self.client.scatter(compiled, broadcast=True, hash=False)
        return self._sent[key]

    # ---- running -------------------------------------------------------------------------------

    def _run(
        self,
        do: Callable[..., Answer],
        given: Iterable[Given],
        otherwise: Callable[[Given], Answer],
        load: Callable[[Given], tuple[Any, ...]] = lambda _: (),
    ) -> Iterator[Answer]:
        """The answers as they come. Never more than a few jobs for each thread are on their way.

        `otherwise` is the answer when a job has lost every worker that tried it.
        """
        todo = iter(given)
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
                answer = otherwise(job)
            yield answer

    def _submit(self, do: Callable[..., Answer], job: Given, load: tuple[Any, ...]) -> Any:
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


def _evidence(job: EvidenceJob) -> tuple[WordsChecked, bytes]:
    try:
        return evidence_of(job)
    except Exception as error:
        return WordsChecked(key=job.key, reason=reason_of(error)), b""


def _far(
    job: Delivery,
    proofs: tuple[LayoutProof, ...],
    checked: tuple[WordsChecked, ...],
    pages: dict[str, bytes],
    *compiled: Compiled,
) -> tuple[Delivery, Finished]:
    """A pack made by a worker that sees no disk of ours."""
    try:
        return job, make(job, Carried(compiled, proofs, checked, pages))
    except Exception as error:
        return job, Finished(failed(job, reason_of(error)), {})


def _put(job: Delivery, finished: Finished) -> Pack:
    if not finished.files:
        return finished.pack
    try:
        return put(job, finished)
    except OSError as error:
        return failed(job, reason_of(error).replace(f"{job.output}/", ""))


# ---- before it begins ---------------------------------------------------------------------------


def _dask() -> Any:
    return import_module("distributed")


def _client(address: str) -> Any:
    try:
        dask = _dask()
    except ImportError as error:
        raise _cannot("A cluster needs Dask: pip install 'exporter[cluster]'") from error
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
        return Path(note).read_text() == words
    except OSError:
        return False


def _cannot(said: str) -> SourceError:
    return SourceError([Diagnostic(code="cluster-absent", message=said)])
