"""Run a batch: compile each layout once, prove it, stamp it for every partner that shares it.

Killed at any moment, it leaves whole files only; the next run finishes the rest.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from exporter.adapt import adapt
from exporter.batch import delivery, reports
from exporter.batch.delivery import Delivery, Order
from exporter.batch.layouts import Compiled, Layout, Store, compile_layout, stamp
from exporter.batch.memory import Memory
from exporter.batch.preparation import Prepared, prepare
from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import must_fix
from exporter.edition import Edition
from exporter.formats import Settings
from exporter.model import Document
from exporter.pipeline import judge
from exporter.report import finding_record

Progress = Callable[[str, int, int], None]
_AHEAD = 4
"""So many jobs wait for each process: enough to keep it busy, few enough to keep memory flat."""

Given = TypeVar("Given")
Answer = TypeVar("Answer")


@dataclass(slots=True)
class BatchResult:
    """What came of a batch. `records` are one a partner, in the plan's order."""

    records: list[dict[str, Any]] = field(default_factory=list)
    delivered: int = 0
    kept: int = 0
    failed: int = 0
    layouts: int = 0

    @property
    def good(self) -> bool:
        return self.failed == 0


def run(
    order: Order, progress: Progress | None = None, executor: Executor | None = None
) -> BatchResult:
    """Deliver every pack of the plan. Raises SourceError when the plan itself is wrong.

    `executor` runs the jobs elsewhere (see cluster.py); else they run in processes here.
    """
    prepared = prepare(order)
    memory = Memory(order.output, order.plan)
    waiting = [job for job in prepared.jobs if order.force or not memory.is_current(job)]
    result = BatchResult(kept=len(prepared.jobs) - len(waiting))
    if not order.plan_only:
        _deliver(order, prepared, waiting, memory, result, progress, executor)
    result.records = [memory.record(job) for job in prepared.jobs]
    result.failed = sum(record["state"] == "failed" for record in result.records)
    if not order.plan_only and (waiting or not reports.are_there(order)):
        memory.tidy({job.partner.id for job in prepared.jobs})
        reports.write(order, result.records)
    return result


def _deliver(
    order: Order,
    prepared: Prepared,
    waiting: list[Delivery],
    memory: Memory,
    result: BatchResult,
    progress: Progress | None,
    executor: Executor | None,
) -> None:
    store = Store(order.output / ".state" / "templates")
    needed = {file.key: file.layout for job in waiting for file in job.files}
    total = len(waiting)
    with _Pool(order.jobs, executor) as pool:
        proofs: dict[str, dict[str, Any]] = {}
        jobs = [
            _layout_job(prepared, key, layout, store, order)
            for key, layout in needed.items()
            if store.get(key) is None or not store.proof(key)
        ]
        for proof in pool.run(_compile_and_prove, jobs):
            store.put_proof(proof)
        result.layouts = len(jobs)
        proofs = {key: store.proof(key) for key in needed}
        ready = (replace(job, proofs={f.key: proofs[f.key] for f in job.files}) for job in waiting)
        for done, record in enumerate(pool.run(delivery.deliver, ready), 1):
            memory.remember(record)
            result.delivered += record["state"] != "failed"
            if progress:
                progress(record["partner"], done, total)
    store.keep_only({file.key for job in prepared.jobs for file in job.files})


@dataclass(frozen=True, slots=True)
class _LayoutJob:
    layout: Layout
    key: str
    document: Document
    edition: Edition
    settings: Settings
    brand: Brand
    store: Path


def _layout_job(
    prepared: Prepared, key: str, layout: Layout, store: Store, order: Order
) -> _LayoutJob:
    edition = prepared.editions[layout.edition]
    source = prepared.source_of(layout)
    document = adapt(
        source,
        edition,
        prepared.words[layout.document],
        offers=prepared.supplied[layout.document],
        checked=prepared.checked.get(layout.document, ""),
        leave_out=frozenset(layout.leave_out),
    )
    return _LayoutJob(
        layout, key, document, edition, order.settings, prepared.witness(key), store.folder
    )


def _compile_and_prove(job: _LayoutJob) -> dict[str, Any]:
    """Compile one layout, stamp it once, and read that file back in full."""
    try:
        compiled = compile_layout(job.layout, job.key, job.document, job.edition, job.settings)
        data = _first_stamp(compiled, job.brand)
        verified = judge(data, job.layout.format, job.document, job.edition)
    except Exception as error:
        return {"key": job.key, "good": False, "reason": f"{type(error).__name__}: {error}"}
    good = not must_fix(verified.findings)
    if good:
        Store(job.store).put(replace(compiled, witness=data))
    serious = [f for f in verified.findings if f.severity <= 0]
    return {
        "key": job.key,
        "good": good,
        "reason": _first_of([finding.message for finding in serious]),
        "engine": compiled.engine,
        "pages": delivery.page_count(data, job.layout.format),
        "entries": len(verified.outline or ()),
        "findings": [finding_record(finding) for finding in verified.findings],
    }


def _first_of(messages: list[str]) -> str:
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return f"{messages[0]}{more}" if messages else ""


def _first_stamp(compiled: Compiled, brand: Brand) -> bytes:
    """A file to prove the template by; if the partner's words do not fit, without them."""
    try:
        return stamp(compiled, brand)
    except DoesNotFit:
        return stamp(compiled, replace(brand, contact=(), cover_line="", legal_line=""))


class _Pool:
    """Runs jobs in processes, or by an executor that was given; a lost process loses no job."""

    def __init__(self, jobs: int, executor: Executor | None) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self.given = executor
        self.pool = executor or self._new()

    def _new(self) -> Executor:
        method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
        return ProcessPoolExecutor(self.jobs, multiprocessing.get_context(method))

    def run(self, do: Callable[[Given], Answer], given: Iterable[Given]) -> Iterator[Answer]:
        """The answers as they come; never more than a few jobs wait, so memory stays flat."""
        todo = iter(given)
        running: dict[Any, Given] = {}
        limit = self.jobs * _AHEAD
        while True:
            while len(running) < limit and (job := next(todo, None)) is not None:
                running[self.pool.submit(do, job)] = job
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                job = running.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost = [job, *running.values()]
                    running.clear()
                    self.pool = self._new()
                    yield from self._alone(do, lost)
                    break

    def _alone(self, do: Callable[[Given], Answer], lost: list[Given]) -> Iterator[Answer]:
        """Jobs of a process that was killed, once more, one at a time."""
        for job in lost:
            try:
                yield self.pool.submit(do, job).result()
            except BrokenProcessPool:
                self.pool = self._new()
                yield delivery.lost(job)  # type: ignore[misc]

    def __enter__(self) -> _Pool:
        return self

    def __exit__(self, *_: object) -> None:
        if self.given is None:
            self.pool.shutdown(wait=True, cancel_futures=True)


def plan_lines(result: BatchResult) -> list[str]:
    """What `--plan-only` tells: a line for each partner, with the reason."""
    return [
        f"{record['partner']}: {record['state']} ({record['reason']})"
        if record.get("reason")
        else f"{record['partner']}: {record['state']}"
        for record in result.records
    ]
