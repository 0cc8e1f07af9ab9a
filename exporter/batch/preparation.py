"""From a plan to jobs: sources, editions and brands are read, every fault is told at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter import fingerprint, styles_folder
from exporter.adapt import supplies
from exporter.batch.delivery import Delivery, FileJob, Order
from exporter.batch.layouts import Layout, brand_of, layouts_of
from exporter.batch.plan import Known, Partner, read_plan
from exporter.brand import Brand, fitted
from exporter.build import document_folders
from exporter.diagnostics import Diagnostic, Place, SourceError, must_fix
from exporter.edition import Edition, editions, load_edition, load_words
from exporter.formats import FORMATS
from exporter.load import load
from exporter.load.brands import load_brand, logo_picture
from exporter.load.files import Folder
from exporter.load.findings import Findings
from exporter.model import Picture, Words
from exporter.review import read_review, status
from exporter.source import Source


@dataclass(slots=True)
class Prepared:
    """All that the jobs of one plan share."""

    jobs: list[Delivery] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    editions: dict[str, Edition] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)
    supplied: dict[str, tuple[str, ...]] = field(default_factory=dict)
    checked: dict[str, str] = field(default_factory=dict)
    out_of_date: dict[str, str] = field(default_factory=dict)
    """Documents whose easy read no longer says what the text says, and why."""

    def source_of(self, layout: Layout) -> Source:
        return self.sources[layout.document]

    def witness(self, key: str) -> Brand:
        """The brand of the first partner that has this layout: it proves the template."""
        return next(
            file.brand for job in self.jobs for file in job.files if file.key == key and file.brand
        )


def prepare(order: Order) -> Prepared:
    """Read the plan and all that it names. Raises SourceError with every fault."""
    folders = {folder.resolve().name: folder for folder in document_folders(order.sources, ())}
    every = styles_folder.names("editions", order.styles)
    brands = styles_folder.names("brands", order.styles)
    partners = read_plan(order.plan, Known(tuple(folders), every, FORMATS, brands))
    prepared = Prepared()
    faults: list[Diagnostic] = []
    used = {name for partner in partners for name in partner.documents} or set(folders)
    for name in sorted(used):
        try:
            prepared.sources[name] = source = load(folders[name])
            standing = status(source, read_review(folders[name]))
            prepared.checked[name] = standing.checked_sentence(load_words(source.language))
            if must_fix(standing.findings):
                prepared.out_of_date[name] = str(standing.findings[0])
        except SourceError as error:
            faults.extend(error.findings)
    if faults:
        raise SourceError(faults)
    default = tuple(e.name for e in editions(order.styles) if e.default)
    asked = {name for partner in partners for name in partner.editions} | set(default)
    prepared.editions = {name: load_edition(name, order.styles) for name in sorted(asked)}
    for name, source in prepared.sources.items():
        prepared.words[name] = load_words(source.language, order.styles)
        prepared.supplied[name] = tuple(
            edition for edition, it in prepared.editions.items() if supplies(source, it)
        )
    _jobs(order, prepared, partners, default, folders)
    return prepared


def _jobs(
    order: Order,
    prepared: Prepared,
    partners: tuple[Partner, ...],
    default: tuple[str, ...],
    folders: dict[str, Path],
) -> None:
    program = fingerprint.key_of(fingerprint.of_program(), fingerprint.of_styles(order.styles))
    sources = {name: fingerprint.of_folder(folders[name]) for name in prepared.sources}
    settings = repr(order.settings)
    bases: dict[str, Brand | SourceError] = {}
    keys: dict[Layout, str] = {}
    for partner in partners:
        if partner.brand not in bases:
            bases[partner.brand] = _brand(partner.brand, order.styles)
        base = bases[partner.brand]
        files: list[FileJob] = []
        logo, reason = _own_logo(order, partner)
        for layout in layouts_of(partner, prepared.supplied, default, FORMATS):
            if layout not in keys:
                named = [*_named(layout), sources[layout.document], program, settings]
                keys[layout] = fingerprint.key_of(*named)
            brand: Brand | None = None
            if isinstance(base, SourceError):
                reason = str(base)
            else:
                edition = prepared.editions[layout.edition]
                brand, fault = fitted(brand_of(partner, base, logo), edition.rules)
                if fault and fault.severity == 0:
                    reason = f"{fault.message} {fault.hint}"
            title = prepared.sources[layout.document].title
            files.append(FileJob(layout, keys[layout], brand, title))
        prepared.jobs.append(
            Delivery(
                partner=replace(partner, place=Place()),
                files=tuple(files),
                output=order.output,
                words=next(iter(prepared.words.values())),
                versions={name: source.version for name, source in prepared.sources.items()},
                reason=reason,
                with_zip=order.with_zip,
                draft=order.draft,
                held_back=_held_back(partner, prepared, order),
            )
        )


def _own_logo(order: Order, partner: Partner) -> tuple[Picture | None, str]:
    """The logo that the plan names for one partner, or why it cannot be used."""
    if not partner.logo:
        return None, ""
    if not partner.logo_alt:
        return None, "The logo has no alternative text. Add a column logo_alt with its name."
    findings = Findings()
    data = Folder(order.plan.parent).read(partner.logo, 2_000_000, findings, Place(str(order.plan)))
    logo = data and logo_picture(partner.logo, data, partner.logo_alt, Place(), findings)
    return logo or None, " ".join(finding.message for finding in findings)


def _named(layout: Layout) -> list[object]:
    return [layout.document, layout.edition, layout.format, layout.leave_out, layout.foreword]


def _brand(name: str, styles: Path | None) -> Brand | SourceError:
    """A broken brand stops its partners only."""
    try:
        return load_brand(name, styles)
    except SourceError as error:
        return error


def _held_back(partner: Partner, prepared: Prepared, order: Order) -> str:
    """Why this pack may not go out yet: a draft, or an easy read that nobody has checked."""
    if order.draft:
        return ""
    for name in partner.documents or tuple(prepared.sources):
        source = prepared.sources[name]
        if source.status == "draft":
            return f"“{source.title}” is a draft. Add --draft to send it out as one."
        easy = "easy-read" in (partner.editions or prepared.supplied[name])
        if easy and name in prepared.out_of_date:
            return prepared.out_of_date[name]
        if easy and not prepared.checked.get(name) and "easy-read" in prepared.supplied[name]:
            return (
                f"Nobody has checked the easy read of “{source.title}” yet. "
                "Add --draft to send it out, marked as unchecked."
            )
    return ""
