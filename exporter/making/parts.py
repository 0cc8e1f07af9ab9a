"""The three kinds of work of a batch: layouts, what was checked, packs.

Workers that see our disk take layouts from the shelf and write packs where they belong. Else
layouts travel to the workers, once each, and finished packs travel back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from exporter.making import evidence, packs, witness
from exporter.making.crew import Crew, FarCrew
from exporter.making.evidence import EvidenceJob, evidence_of, write_evidence
from exporter.making.judging import reason_of
from exporter.making.layouts import Compiled
from exporter.making.packs import Delivery, Finished
from exporter.making.shelf import Carried, Store
from exporter.making.witness import LayoutJob
from exporter.records import LayoutProof, Pack, WordsChecked


def prove(crew: Crew, jobs: Iterable[LayoutJob], store: Store) -> Iterator[LayoutProof]:
    """Compile and prove layouts; the good ones are on the shelf then."""
    if crew.shared:
        yield from crew.run(witness.prove_and_keep, jobs, witness.lost)
        return
    for found, compiled in crew.run(witness.prove, jobs, lambda job: (witness.lost(job), None)):
        yield replace(found, template=store.put(compiled)) if compiled else found


def look(crew: Crew, jobs: Iterable[EvidenceJob], store: Store) -> Iterator[WordsChecked]:
    """Check the words; the pages about them are on the shelf then."""
    if crew.shared:
        yield from crew.run(write_evidence, jobs, evidence.lost)
        return
    for found, page in crew.run(_evidence, jobs, lambda job: (evidence.lost(job), b"")):
        if page:
            store.put_page(found.key, page)
        yield found


def deliver(crew: Crew, jobs: Iterable[Delivery], store: Store) -> Iterator[Pack]:
    """Write packs. Far workers send them back, and they are written here."""
    if crew.shared:
        yield from crew.run(packs.deliver, jobs, packs.lost)
        return
    far = cast(FarCrew, crew)

    def load(job: Delivery) -> tuple[object, ...]:
        """What a far worker needs beside the job: layouts, what was found, pages."""
        files = {file.key: file.layout for file in job.files}
        keys = list(files)
        pages = [key for _, key in job.evidence]
        proofs = tuple(filter(None, map(store.proof, keys)))
        checked = tuple(filter(None, map(store.checked, pages)))
        told = {key: store.page(key) for key in pages}
        layouts = (far.sent(key, store.get(key, files[key], job.settings)) for key in keys)
        return proofs, checked, told, *(one for one in layouts if one)

    finished = far.run_with(_far, jobs, lambda job: (job, Finished(packs.lost(job), {})), load)
    for job, pack in finished:
        yield _put(job, pack)


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
        return job, packs.make(job, Carried(compiled, proofs, checked, pages))
    except Exception as error:
        return job, Finished(packs.failed(job, reason_of(error)), {})


def _put(job: Delivery, finished: Finished) -> Pack:
    if not finished.files:
        return finished.pack
    try:
        return packs.put(job, finished)
    except OSError as error:
        return packs.failed(job, reason_of(error).replace(f"{job.output}/", ""))
