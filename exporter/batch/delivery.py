"""One partner's delivery: stamp every file, prove it, write the pack. Fails alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from exporter import fingerprint
from exporter.batch.layouts import Compiled, Layout, Store, stamp, with_more_room
from exporter.batch.packs import PackFile, pages_of, remarks, zipped
from exporter.batch.plan import Partner
from exporter.batch.proof import ANEW, IN_FULL, STAMPED, fault_of
from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import must_fix
from exporter.formats import Settings
from exporter.model import Words
from exporter.pipeline import judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody asked of a batch."""

    plan: Path
    sources: Path = Path("sources")
    styles: Path | None = None
    output: Path = Path("output")
    settings: Settings = field(default_factory=Settings)
    jobs: int = 0
    force: bool = False
    draft: bool = False
    plan_only: bool = False
    with_zip: bool = True
    with_covers: bool = True


@dataclass(frozen=True, slots=True)
class FileJob:
    """One file of a pack; `brand` is None when the partner's brand could not be read."""

    layout: Layout
    key: str
    brand: Brand | None
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """All that one worker needs to deliver one partner's pack."""

    partner: Partner
    files: tuple[FileJob, ...]
    output: Path
    words: Words
    versions: dict[str, str]
    reason: str = ""
    """Why it cannot be delivered, known before it begins."""
    with_zip: bool = True
    draft: bool = False
    held_back: str = ""
    changes: dict[str, list[str]] = field(default_factory=dict)
    proofs: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """What the pack depends on, as one hash."""
        files = [(file.key, file.layout.file, *_facts(file.brand)) for file in self.files]
        return fingerprint.key_of(
            self.partner.id, files, self.reason, self.held_back, self.with_zip, self.changes
        )

    @property
    def folder(self) -> Path:
        return self.output / "partners" / self.partner.id


def _facts(brand: Brand | None) -> tuple[object, ...]:
    """All of a brand that a file shows; a picture's bytes are not in its `repr`."""
    logo = fingerprint.sha256(brand.logo.data) if brand and brand.logo else ""
    return (repr(brand), logo)


class CannotError(Exception):
    """Why a pack cannot be delivered, in one sentence."""


def deliver(job: Delivery) -> dict[str, Any]:
    """Deliver one pack; whatever goes wrong is this partner's alone, and is told in the record."""
    try:
        return _delivered(job)
    except Exception as error:
        return failed(job, _reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename or ''}".rstrip(": ")
    return str(error) or type(error).__name__


def failed(job: Delivery, reason: str) -> dict[str, Any]:
    return {
        "partner": job.partner.id,
        "name": job.partner.name,
        "key": job.key,
        "state": "failed",
        "reason": reason,
        "files": [],
    }


def lost(job: object) -> dict[str, Any]:
    """The record of a job whose process died twice."""
    if isinstance(job, Delivery):
        return failed(job, "The process that made this pack was killed, twice.")
    return {"key": getattr(job, "key", ""), "good": False, "reason": "The process was killed."}


def _delivered(job: Delivery) -> dict[str, Any]:
    if job.reason or job.held_back:
        raise CannotError(job.reason or job.held_back)
    job.folder.mkdir(parents=True, exist_ok=True)
    files = tuple(_file(job, file) for file in job.files)
    extra = pages_of(job.partner, files, job.changes, job.words)
    written = {file.name: file.data for file in files} | extra
    if job.with_zip:
        for document in dict.fromkeys(file.document for file in files):
            name = _zip_name(job, document)
            own = [(f.name, f.data) for f in files if f.document == document]
            written[name] = zipped([*own, *extra.items()])
    for name, data in written.items():
        fingerprint.write_whole(job.folder / name, data)
    _remove_others(job.folder, set(written))
    return {
        "partner": job.partner.id,
        "name": job.partner.name,
        "key": job.key,
        "state": "delivered",
        "reason": "",
        "remarks": remarks(files),
        "files": [file.record for file in files],
        "written": {name: _stamp_of(job.folder / name) for name in written},
    }


def _file(job: Delivery, file: FileJob) -> PackFile:
    proof = job.proofs[file.key]
    if not proof["good"]:
        raise CannotError(f"{file.layout.file}: {proof['reason']}")
    compiled = Store(job.output / ".state" / "templates").get(file.key)
    if compiled is None or file.brand is None:
        raise CannotError(f"{file.layout.file}: its template is gone; run the batch again.")
    data, how = _stamped(compiled, file.brand)
    record = {
        "file": file.layout.file,
        "document": file.layout.document,
        "edition": file.layout.edition,
        "format": file.layout.format,
        "engine": compiled.engine,
        "sha256": fingerprint.sha256(data),
        "bytes": len(data),
        "pages": proof["pages"],
        "proof": how,
        "template": {"entries": proof["entries"], "findings": proof["findings"]},
    }
    return PackFile(
        file.layout.file,
        data,
        file.layout.document,
        file.title,
        file.layout.edition,
        file.layout.format,
        int(proof["pages"]),
        record,
    )


def _stamped(compiled: Compiled, brand: Brand) -> tuple[bytes, str]:
    """The partner's file and its proof. Words that do not fit are never cut: laid out anew."""
    try:
        data = stamp(compiled, brand)
    except DoesNotFit as error:
        return _anew(compiled, brand, error)
    layout = compiled.layout
    if data == compiled.witness:
        return data, IN_FULL
    # the weasyprint engine sets every file anew, so there every file is proved in full
    if compiled.engine == "weasyprint" or fault_of(
        layout.format, compiled.template.data, compiled.witness, data
    ):
        _must_be_good(data, compiled)
        return data, IN_FULL
    return data, STAMPED


def _anew(compiled: Compiled, brand: Brand, error: DoesNotFit) -> tuple[bytes, str]:
    for roomier in with_more_room(compiled):
        try:
            data = stamp(roomier, brand)
        except DoesNotFit:
            continue
        _must_be_good(data, roomier)
        return data, ANEW
    raise CannotError(f"The words are too long even for a box four times as large: {error.words}")


def _must_be_good(data: bytes, compiled: Compiled) -> None:
    verified = judge(data, compiled.layout.format, compiled.document, compiled.edition)
    if must_fix(verified.findings):
        raise CannotError(verified.findings[0].message)


def _zip_name(job: Delivery, document: str) -> str:
    version = job.versions.get(document, "")
    return "-".join(part for part in (job.partner.id, document, version) if part) + ".zip"


def _remove_others(folder: Path, keep: set[str]) -> None:
    """What an older plan or a killed run left in the pack."""
    for entry in folder.iterdir():
        if entry.name not in keep:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


def _stamp_of(file: Path) -> list[int]:
    """Size and time of a file: whether it is still as it was written, without reading it."""
    facts = file.stat()
    return [facts.st_size, facts.st_mtime_ns]


def page_count(data: bytes, format_name: str) -> int:
    """Pages of a PDF; 0 for formats without pages of their own."""
    if format_name != "pdf":
        return 0
    import io

    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(data)).pages)
