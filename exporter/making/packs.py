"""One partner's delivery: stamp every file, prove it, write the pack. Fails alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter import fingerprint, proofs
from exporter.batch.brands import CannotError, facts_of
from exporter.batch.partner import Partner
from exporter.brand import Brand, DoesNotFit
from exporter.formats import Settings
from exporter.making.judging import KILLED, Judged, judge, reason_of, slot_fault
from exporter.making.layouts import (
    Compiled,
    Layout,
    roomier_key,
    stamped_anew,
    with_more_room,
)
from exporter.making.shelf import Shelf, Store
from exporter.model import Words
from exporter.records import BuiltFile, Changes, Pack, Written
from exporter.reports import pack_pages
from exporter.reports.pack_pages import PackFile
from exporter.reports.saying import Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class FileJob:
    """One file of a pack, and what read-me-first says of it.

    `kind` is its edition and format in words; `for_whom` says for whom the format is.
    """

    layout: Layout
    key: str
    brand: Brand
    title: str
    language: str
    """That of its title."""
    kind: str
    for_whom: str
    advice: str
    """What to do with such a file; often empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """All that one worker needs to deliver one partner's pack."""

    partner: Partner
    files: tuple[FileJob, ...]
    output: Path
    shelf: Path
    versions: tuple[tuple[str, str], ...] = ()
    """The version of each document, by its name."""
    changes: tuple[tuple[str, Changes], ...] = ()
    evidence: tuple[tuple[str, str], ...] = ()
    """The key of each document's page about what was checked."""
    remarks: tuple[str, ...] = ()
    """What the report says about this partner, known before it begins."""
    late_remarks: tuple[str, ...] = ()
    """What was found later, when it was read: it follows from the rest."""
    words: Words
    """Of the language of its pages."""
    marks: tuple[str, ...] = ()
    """What the pack itself has to say: that it is a draft, that nobody has checked it."""
    trouble: str = ""
    """Why it cannot be delivered."""
    held_back: str = ""
    """Why it may not go out yet."""
    settings: Settings = field(default_factory=Settings)
    with_zip: bool = True
    validate: bool = False

    @property
    def folder(self) -> Path:
        return self.output / "partners" / self.partner.id

    def depends_on(self) -> tuple[tuple[str, str], ...]:
        """What the pack depends on, as a few hashes: which of them differs is the reason why."""
        brands = {id(file.brand): file.brand for file in self.files}.values()
        parts: dict[str, object] = {
            "files": [file.layout.file for file in self.files],
            "guide": [[file.key for file in self.files], self.versions, self.evidence],
            "words": [*map(facts_of, brands), self.trouble],
            "pack": [self.with_zip, repr(self.changes), self.marks, self.remarks, self.held_back],
        }
        return tuple((name, fingerprint.key_of(part)[:20]) for name, part in parts.items())


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished pack: what there is to tell about it, and every file by name."""

    pack: Pack
    files: dict[str, bytes] = field(repr=False)


def deliver(job: Delivery) -> Pack:
    """Deliver one pack; whatever goes wrong is this partner's alone, and is told in the record."""
    try:
        return put(job, make(job, Store(job.shelf)))
    except Exception as error:
        return failed(job, _reason(job, error))


def failed(job: Delivery, reason: str, state: str = "failed") -> Pack:
    return Pack(
        partner=job.partner.id,
        name=job.partner.name,
        state=state,
        reason=reason,
        remarks=job.remarks,
        files=(),
        depends_on=job.depends_on(),
    )


def _reason(job: Delivery, error: Exception) -> str:
    return reason_of(error).replace(f"{job.output}/", "")


def make(job: Delivery, shelf: Shelf) -> Finished:
    """Every file of a pack, proved. Nothing is written."""
    remarks, say = [*job.remarks, *job.late_remarks], Saying(job.words)
    files = tuple(_file(job, file, shelf, remarks) for file in job.files)
    extra = pack_pages.pages_of(job.partner.name, files, job.marks, job.changes, say)
    extra |= _evidence(job, files, shelf)
    written = {name: data for file in files for name, data in file.members} | extra
    if job.with_zip:
        for document, version in job.versions:
            own = [one for f in files if f.document == document for one in f.members]
            parts = filter(None, (job.partner.id, document, version))
            written["-".join(parts) + ".zip"] = pack_pages.zipped([*own, *extra.items()])
    remarks += pack_pages.remarks(files, say)
    pack = replace(
        failed(job, "", "delivered"),
        remarks=tuple(remarks),
        files=tuple(file.record for file in files),
    )
    return Finished(pack, written)


def put(job: Delivery, finished: Finished) -> Pack:
    """Write a pack, each file whole, and take away what an older one had more."""
    fingerprint.refuse_links(job.output, job.folder)
    job.folder.mkdir(parents=True, exist_ok=True)
    written = tuple(
        Written(name, fingerprint.write_pieces(job.folder / name, (data,)))
        for name, data in finished.files.items()
    )
    _remove_others(job, set(finished.files))
    return replace(finished.pack, written=written)


def _evidence(job: Delivery, files: tuple[PackFile, ...], shelf: Shelf) -> dict[str, bytes]:
    pages = {}
    for document, key in job.evidence:
        page = shelf.page(key)
        if not page:
            checked = shelf.checked(key)
            reason = checked.reason if checked else ""
            raise CannotError(f"What was checked in {document} could not be told. {reason}".strip())
        pages[pack_pages.evidence_page(document, alone=len(job.evidence) == 1)] = page
    found = ((file.key[:16], shelf.proof(file.key)) for file in job.files)
    layouts = {name: proof for name, proof in found if proof}
    return {"evidence.json": pack_pages.evidence(job.partner.id, files, layouts), **pages}


def _file(job: Delivery, file: FileJob, shelf: Shelf, remarks: list[str]) -> PackFile:
    layout = file.layout
    witness = _witness(job, file, shelf)
    compiled = shelf.get(file.key, layout, job.settings)
    if compiled is None:
        raise CannotError(f"{layout.file}: its template is gone; run the batch again.")
    try:
        used, data, found = _stamped(compiled, file.brand, witness, job.validate)
    except DoesNotFit as error:
        slot = _SLOTS.get(error.slot, error.slot)
        remarks.append(f"{layout.file} was laid out anew: the {slot} is too long for its box.")
        used, data, found = _anew(compiled, file.brand, shelf, job.validate)
    return PackFile(
        record=replace(found, layout=file.key[:16]),
        data=data,
        title=file.title,
        language=file.language,
        kind=file.kind,
        for_whom=file.for_whom,
        advice=file.advice,
        extra=used.beside(file.brand),
    )


def _witness(job: Delivery, file: FileJob, shelf: Shelf) -> BuiltFile:
    """The witness of a file's layout. Raises CannotError when the file may not be sent."""
    layout, found = file.layout, shelf.proof(file.key)
    checked = shelf.checked(dict(job.evidence)[layout.document])
    stopped = dict(checked.stopped).get(layout.edition, "") if checked else ""
    if stopped or found is None or found.file is None or not found.good:
        reason = stopped or (found.reason if found else "it was not proved")
        raise CannotError(f"{layout.file}: {reason}")
    return found.file


_SLOTS = {
    "publisher": "name",
    "cover_line": "cover line",
    "contact": "contact block",
    "legal_line": "legal line",
}


def _stamped(
    compiled: Compiled, brand: Brand, witness: BuiltFile, validate: bool
) -> tuple[Compiled, bytes, BuiltFile]:
    """The layout, the partner's file, and what was found in it. Raises DoesNotFit."""
    data = compiled.stamped(brand)
    if compiled.fault_of(data, brand):
        found = _good(judge(compiled, data, brand, validate=validate))
        return compiled, data, replace(found, findings=None)
    odd = slot_fault(compiled, data, brand)
    if odd:
        raise CannotError(f"When {compiled.layout.file} was read back, {odd}.")
    return (
        compiled,
        data,
        replace(
            witness,
            brand=brand.name,
            sha256=fingerprint.sha256(data),
            bytes=len(data),
            proof=proofs.STAMPED,
            lowest_contrast=None,  # the colours of the witness are nobody's
            findings=None,
        ),
    )


def _anew(
    compiled: Compiled, brand: Brand, shelf: Shelf, validate: bool
) -> tuple[Compiled, bytes, BuiltFile]:
    """Words that do not fit their boxes are never cut: the file gets larger boxes."""

    def roomier(small: Compiled, factor: int) -> Compiled:
        key = roomier_key(small.key, factor)
        larger = shelf.get(key, small.layout, small.settings)
        if larger is None:
            larger = with_more_room(small, factor)
            shelf.put(larger)
        return larger

    try:
        larger, data = stamped_anew(compiled, brand, roomier)
    except DoesNotFit as error:
        raise CannotError(f"{compiled.layout.file} could not be made: {error}.") from error
    found = _good(judge(larger, data, brand, validate=validate))
    return larger, data, replace(found, proof=proofs.ANEW)


def _good(judged: Judged) -> BuiltFile:
    if judged.reason:
        raise CannotError(f"{judged.file.file}: {judged.reason}")
    return judged.file


def _remove_others(job: Delivery, keep: set[str]) -> None:
    """What an older plan or a killed run left in the pack. Files of other people stay."""
    documents = {file.layout.document for file in job.files}
    for entry in job.folder.iterdir():
        if entry.name in keep:
            continue
        ours = entry.name.endswith(".part") and entry.name.startswith(".")
        if ours or (entry.is_file() and pack_pages.is_ours(entry.name, job.partner.id, documents)):
            entry.unlink()


def lost(job: Delivery) -> Pack:
    """What is told of a pack whose process died twice."""
    return failed(job, KILLED)
