"""Run a batch: compile each layout once, prove it, stamp it for every partner that shares it.

Killed at any moment, it leaves whole files only; the next run finishes the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from exporter import fingerprint
from exporter.batch.brands import CannotError
from exporter.diagnostics import Diagnostic
from exporter.formats import FORMATS
from exporter.making import covers, parts
from exporter.making.crew import Crew
from exporter.making.documents import Loaded
from exporter.making.evidence import EvidenceJob
from exporter.making.in_languages import telling, with_pages_of_pack
from exporter.making.layouts import Choice
from exporter.making.memory import Memory, Packs, Pruned
from exporter.making.order import Order, ask_for_validators
from exporter.making.packs import Delivery, FileJob, failed
from exporter.making.preparation import Prepared, prepare
from exporter.making.processes import Processes
from exporter.making.shelf import Store
from exporter.making.turn import in_turn
from exporter.making.whole import pages_of, whole_of
from exporter.making.witness import LayoutJob
from exporter.records import LayoutProof, Pack, PlannedPack
from exporter.reports import batch as reports

Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class BatchResult:
    """What came of a batch. `packs` and `planned` are one a partner, in the plan's order."""

    packs: Sequence[Pack] = ()
    planned: tuple[PlannedPack, ...] = ()
    """What would be done, when only that was asked."""
    delivered: int = 0
    kept: int = 0
    failed: int = 0
    layouts: int = 0
    left_over: list[str] = field(default_factory=list)
    """Partners that are not in the plan any more, and whose packs are still there."""
    pruned: tuple[Pruned, ...] = ()
    """What was taken away, or would be, of partners who have left."""
    trouble: str = ""
    """What could not be written down, and why."""
    slips: tuple[Diagnostic, ...] = ()
    """What is wrong with single lines of the plan."""
    others: tuple[Diagnostic, ...] = ()
    """Those of lines that are no partner's; of all the rest the packs tell."""

    @property
    def good(self) -> bool:
        return self.failed == 0 and not self.trouble and not self.slips


def run(order: Order, progress: Progress | None = None, crew: Crew | None = None) -> BatchResult:
    """Deliver every pack of the plan. Raises SourceError when the plan itself is wrong.

    The `crew` does the work elsewhere (see cluster.py); else processes here do it.
    """
    prepared = prepare(order)
    if order.validate:
        every = (file.layout.format for job in prepared.jobs for file in job.files)
        ask_for_validators(tuple(dict.fromkeys(every)))
    if order.plan_only:
        memory = Memory(order)
        planned = _planned(prepared, memory)
        planned.slips, planned.others = prepared.slips, prepared.others
        if order.prune and not prepared.others:
            there = ((name, prepared.partners_folder / name) for name in planned.left_over)
            planned.pruned = tuple(memory.would_prune(*one) for one in there)
        return planned
    with in_turn(order.output):
        memory = Memory(order)
        waiting = [job for job in prepared.jobs if memory.why(job)]
        result = BatchResult(kept=len(prepared.jobs) - len(waiting))
        result.slips, result.others = prepared.slips, prepared.others
        if waiting:
            with crew or Processes(order.jobs) as at_work:
                _Run(order, prepared, memory, at_work, progress or _silent, result).deliver(waiting)
        _report(order, prepared, memory, result)
    return result


def _silent(_name: str, _done: int, _total: int) -> None:
    """Nobody watches."""


def _planned(prepared: Prepared, memory: Memory) -> BatchResult:
    """What a run would do, and why; nothing is made."""
    result = BatchResult()
    why = {job.partner.id: memory.why(job) for job in prepared.jobs}
    planned: list[PlannedPack] = []
    for job in prepared.jobs:
        partner, reason = job.partner, why[job.partner.id]
        cannot = job.trouble or job.held_back
        state = "cannot be made" if cannot else "waiting" if reason else "up to date"
        result.kept += state == "up to date"
        result.failed += bool(cannot)
        planned.append(
            PlannedPack(
                partner=partner.id,
                name=partner.name,
                state=state,
                reason=cannot or reason,
                remarks=job.remarks,
                files=tuple(file.layout.file for file in job.files),
            )
        )
    result.planned = tuple(planned)
    result.left_over = memory.no_longer_planned(why, prepared.partners_folder)
    return result


class _Run:
    """One run: layouts, then evidence, then packs."""

    def __init__(
        self,
        order: Order,
        prepared: Prepared,
        memory: Memory,
        crew: Crew,
        progress: Progress,
        result: BatchResult,
    ) -> None:
        self.order, self.prepared, self.memory = order, prepared, memory
        self.crew, self.progress, self.result = crew, progress, result
        self.store = Store(order.shelf.absolute())
        self.pages: dict[Choice, Mapping[str, int]] = {}

    def deliver(self, waiting: list[Delivery]) -> None:
        for versions in self.prepared.versions.values():
            versions.keep()
        ready = list(self._ready(waiting))
        self._prove(ready)
        self._look(ready)
        total = len(ready)
        for done, pack in enumerate(parts.deliver(self.crew, ready, self.store), 1):
            self.memory.remember(pack)
            self.result.delivered += pack.delivered
            self.progress(pack.partner, done, total)
        self._forget()

    def _ready(self, waiting: list[Delivery]) -> Iterator[Delivery]:
        """Those that can be delivered; of the others the reason is told at once."""
        for job in waiting:
            try:
                late = tuple(self._late_remarks(job))
            except CannotError as error:
                self.memory.remember(failed(job, str(error)))
                continue
            if job.trouble:
                self.memory.remember(failed(job, job.trouble))
            elif job.held_back:
                self.memory.remember(failed(job, job.held_back, "held back"))
            else:
                yield replace(job, late_remarks=late)

    def _late_remarks(self, job: Delivery) -> Iterator[str]:
        """What can only be said when a foreword was read. Raises CannotError if it is wrong."""
        for choice in dict.fromkeys(file.layout.choice for file in job.files):
            foreword = self.prepared.documents.foreword(choice)
            has_easy_read = any(
                self.prepared.is_easy_read(file.layout.edition)
                for file in job.files
                if file.layout.choice == choice
            )
            if foreword and has_easy_read and foreword.easy_read:
                yield f"Nobody has checked the easy read of the foreword “{foreword.heading}”."
            elif foreword and has_easy_read:
                yield "The foreword has no easy-read words, so the easy read goes out without it."

    # ---- layouts ------------------------------------------------------------------------------

    def _prove(self, ready: list[Delivery]) -> None:
        """Put every layout that is needed on the shelf, and what was found about it."""
        needed: dict[str, tuple[FileJob, bool]] = {}
        for job in ready:
            for file in job.files:
                needed.setdefault(file.key, (file, job.validate))
        missing = [one for key, one in needed.items() if not self._is_proved(key, *one)]
        self.result.layouts = len(missing)
        jobs = (self._layout_job(file, validate) for file, validate in missing)
        for done, found in enumerate(parts.prove(self.crew, jobs, self.store), 1):
            self.store.put_found(found)
            name = found.file.file if found.file else ""
            self.progress(f"laid out {name}".strip(), done, len(missing))

    def _is_proved(self, key: str, file: FileJob, validate: bool) -> bool:
        found = self.store.proof(key)
        if found is None or found.file is None or not found.good or not self.store.has(key):
            return False
        wanted = validate and FORMATS[file.layout.format].validator
        return bool(found.file.validated) or not wanted

    def _layout_job(self, file: FileJob, validate: bool) -> LayoutJob:
        choice, edition = file.layout.choice, self.prepared.editions[file.layout.edition]
        documents = self.prepared.documents
        loaded = telling(documents, choice)
        pages = self._pages_of_whole(loaded, choice) if edition.is_of_summaries else {}
        return LayoutJob(
            layout=file.layout,
            key=file.key,
            document=with_pages_of_pack(
                loaded.adapted(
                    edition,
                    choice.offers,
                    foreword=documents.foreword(choice),
                    leave_out=choice.leave_out,
                    pages=pages,
                ),
                file.layout,
            ),
            edition=edition,
            settings=self.order.settings,
            answers=loaded.source.accept,
            shelf=self.store.folder,
            validate=validate,
        )

    def _pages_of_whole(self, loaded: Loaded, choice: Choice) -> Mapping[str, int]:
        """On which page of the whole document each part begins, with this choice of sections;
        found once for all formats."""
        known = self.pages.get(choice)
        if known is None:
            every = self.prepared.editions
            whole = whole_of(loaded, (every[name] for name in choice.editions), every.values())
            known = self.pages[choice] = (
                pages_of(
                    loaded.adapted(
                        whole,
                        choice.offers,
                        foreword=self.prepared.documents.foreword(choice),
                        leave_out=choice.leave_out,
                    ),
                    whole,
                    self.order.settings,
                )
                if whole
                else {}
            )
        return known

    # ---- evidence -----------------------------------------------------------------------------

    def _look(self, ready: list[Delivery]) -> None:
        """Check the words of every choice, and write what was checked: once for many partners."""
        wanted: dict[str, tuple[str, Delivery]] = {}
        for job in ready:
            for document, key in job.evidence:
                if not self.store.page(key):
                    wanted.setdefault(key, (document, job))
        jobs = (self._evidence_job(key, *one) for key, one in wanted.items())
        for found in parts.look(self.crew, jobs, self.store):
            self.store.put_found(found)

    def _evidence_job(self, key: str, document: str, job: Delivery) -> EvidenceJob:
        files = [file for file in job.files if file.layout.document == document]
        choice: Choice = files[0].layout.choice
        documents = self.prepared.documents
        loaded = telling(documents, choice)
        names = dict.fromkeys(file.layout.edition for file in files)
        return EvidenceJob(
            key=key,
            loaded=loaded,
            foreword=documents.foreword(choice),
            choice=choice,
            editions=tuple(self.prepared.editions[name] for name in names),
            proofs=tuple(filter(None, (self.store.proof(file.key) for file in files))),
            shelf=self.store.folder,
        )

    def _forget(self) -> None:
        """Forget layouts and pages that no partner uses any more."""
        jobs = self.prepared.jobs
        keys = {file.key for job in jobs for file in job.files}
        self.store.keep_only(keys | {key for job in jobs for _, key in job.evidence})


def _report(order: Order, prepared: Prepared, memory: Memory, result: BatchResult) -> None:
    """Cover pictures and the three reports, when anything in them is new."""
    planned = [job.partner.id for job in prepared.jobs]
    result.packs = packs = Packs(memory, planned)
    result.failed = sum(not pack.delivered for pack in packs)
    result.left_over = memory.no_longer_planned(planned, prepared.partners_folder)
    if order.prune and not prepared.others:
        folder = prepared.partners_folder
        result.pruned = tuple(memory.prune(name, folder / name) for name in result.left_over)
        result.left_over = memory.no_longer_planned(planned, folder)
    if result.pruned or result.kept < len(planned):
        memory.tidy([*planned, *result.left_over])
    if order.state.is_dir():
        fingerprint.take_halves_away(order.state)
    result.trouble = memory.trouble
    store = Store(order.shelf)
    keys = dict.fromkeys(file.key for job in prepared.jobs for file in job.files)
    proofs = ((key[:16], store.proof(key)) for key in keys)
    layouts: dict[str, LayoutProof] = {name: proof for name, proof in proofs if proof}
    try:
        pictures = covers.draw(order, prepared.jobs, packs)
        state = order.state / f"report-{memory.plan}.key"
        sums = [memory.sum_of(name) for name in planned]
        reports.write(
            order.output, state, packs, sums, layouts, pictures, result.left_over, prepared.words
        )
    except OSError as error:
        result.trouble = error.strerror or str(error)
