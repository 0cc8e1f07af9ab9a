"""From a plan to jobs: sources, editions and brands are read, every fault is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from exporter import fingerprint, languages
from exporter.authored.folders import name_of
from exporter.batch.brands import Brands, CannotError
from exporter.batch.partner import Partner
from exporter.batch.plan import Known, names_in, read_plan
from exporter.brand import Brand, fitted
from exporter.diagnostics import NOWHERE, Diagnostic, Severity, SourceError, must_fix
from exporter.edition import Edition
from exporter.formats import FORMATS, asked_for, key_of
from exporter.making.document_names import folders_that_clash
from exporter.making.documents import Documents, Loaded, held_back, marks
from exporter.making.layouts import Choice, Layout
from exporter.making.logos import logo_findings
from exporter.making.order import Order, document_folders
from exporter.making.packs import Delivery, FileJob
from exporter.making.publisher import (
    Said,
    answered,
    contact_of,
    publisher_findings,
    publisher_in,
    said_of_us,
    two_numbers,
)
from exporter.making.shelf import Store
from exporter.making.versions import Versions
from exporter.model import Words
from exporter.records import Changes
from exporter.source import PUBLISHER, Contact
from exporter.styles import folder as styles_folder
from exporter.styles.editions import editions
from exporter.styles.words import load_words

_EASY = "easy_read"


@dataclass(slots=True)
class Prepared:
    """All that the jobs of one plan share."""

    documents: Documents
    editions: dict[str, Edition]
    default: tuple[str, ...]
    """The editions that everybody gets, standard first."""
    versions: dict[str, Versions]
    partners_folder: Path
    words: Words
    """Those of the house, for pages about documents in several languages."""
    jobs: list[Delivery] = field(default_factory=list)
    slips: tuple[Diagnostic, ...] = ()
    """What is wrong with single lines of the plan; each stops its own line only."""
    others: tuple[Diagnostic, ...] = ()
    """Those of lines that are no partner's: without an id, or of a group."""

    def is_easy_read(self, edition: str) -> bool:
        return _EASY in self.editions[edition].layers


def prepare(order: Order) -> Prepared:
    """Read the plan and all that it names. Raises SourceError with every fault."""
    assert order.plan is not None
    every_folder = document_folders(order.sources, ())
    clashing = folders_that_clash(every_folder)
    folders = {name_of(one): one for one in every_folder if one not in clashing}
    every = styles_folder.names("editions", order.styles)
    brands = styles_folder.names("brands", order.styles)
    known = Known(tuple(folders), every, tuple(FORMATS), brands)
    plan = read_plan(order.plan, known)
    documents = Documents(folders, order.plan, order.styles)
    chosen = [documents.chosen_by(one) for one in plan.partners]
    wanted = {name for one in chosen for name in one.documents}
    documents.read(sorted(wanted))
    faults = [*plan.faults, *clashing.values(), *documents.faults]
    partners = [_with_sections(one, documents) for one in chosen]
    try:
        there = editions(order.styles)
    except SourceError as error:
        faults += error.findings
    if faults:
        own = (one for partner in partners for one in partner.faults)
        raise SourceError(dict.fromkeys((*faults, *plan.others, *own)))
    default = tuple(edition.name for edition in there if edition.default)
    sound = (partner for partner in partners if not partner.faults)
    asked = {name for partner in sound for name in partner.editions} | set(default)
    prepared = Prepared(
        documents,
        {one.name: one for one in there if one.name in asked},
        default,
        {name: Versions(order.state, documents[name].source) for name in documents.loaded},
        order.output / "partners",
        load_words(languages.HOUSE, order.styles),
        slips=tuple(dict.fromkeys((*plan.others, *(f for one in partners for f in one.faults)))),
        others=plan.others,
    )
    planner = _Planner(order, prepared)
    prepared.jobs = [planner.delivery(partner) for partner in partners]
    return prepared


def _with_sections(partner: Partner, documents: Documents) -> Partner:
    """The partner, with the faults in the sections that it leaves out."""
    found = (*partner.faults, *_unknown_sections(partner, documents))
    return replace(partner, faults=tuple(dict.fromkeys(found)))


def _unknown_sections(partner: Partner, documents: Documents) -> Iterator[Diagnostic]:
    wanted = partner.documents
    if all(name in documents for name in wanted):
        there = sorted({section for name in wanted for section in documents[name].section_names})
        yield from names_in(there, partner.leave_out, "section", partner, "leave_out")


class _Planner:
    """Turns partners into deliveries. What is the same for many partners is worked out once."""

    def __init__(self, order: Order, prepared: Prepared) -> None:
        self.order, self.prepared, self.documents = order, prepared, prepared.documents
        assert order.plan is not None
        self.brands = Brands(order.styles, order.plan)
        self.output = order.output.resolve()
        self.store = Store(order.shelf)
        self.styles = styles_folder.key(order.styles, without="brands")
        self.keys: dict[tuple[object, ...], str] = {}
        self.changes: dict[tuple[str, tuple[str, ...]], Changes] = {}
        self.said: dict[Choice, tuple[Said, ...]] = {}

    def delivery(self, partner: Partner) -> Delivery:
        """The job of one partner. What is wrong with it stops this partner only."""
        remarks: list[str] = []
        files: list[FileJob] = []
        trouble = ""
        try:
            if partner.faults:
                raise CannotError(_in_words(partner.faults))
            files = list(self._files(partner, remarks))
        except CannotError as error:
            trouble = str(error)
        names = tuple(dict.fromkeys(file.layout.document for file in files))
        validate = self._is_validated(files)
        easy = {f.layout.document for f in files if self.prepared.is_easy_read(f.layout.edition)}
        told = [(self.documents[name], name in easy) for name in names]
        held = "" if self.order.draft else next(filter(None, (held_back(*one) for one in told)), "")
        return Delivery(
            partner=replace(partner, place=NOWHERE, places={}, faults=()),
            files=tuple(files),
            output=self.output,
            shelf=self.order.shelf.absolute(),
            versions=tuple((name, self.documents[name].source.version) for name in names),
            changes=tuple((name, self._changes(name, files)) for name in names),
            evidence=tuple((name, self._evidence_key(name, files, validate)) for name in names),
            remarks=tuple(dict.fromkeys(remarks)),
            words=self._words(names),
            marks=tuple(mark for one in told for mark in marks(*one)),
            trouble=trouble,
            held_back=held,
            settings=self.order.settings,
            with_zip=self.order.with_zip,
            validate=validate,
        )

    def _words(self, names: tuple[str, ...]) -> Words:
        """The words of a pack's pages: those of its documents, where they have one language."""
        spoken = {self.documents[name].words.language: self.documents[name].words for name in names}
        return next(iter(spoken.values())) if len(spoken) == 1 else self.prepared.words

    def _files(self, partner: Partner, remarks: list[str]) -> Iterator[FileJob]:
        brand = self.brands.of(partner)
        fitting: dict[str, Brand] = {}
        forewords: dict[str, str] = {}
        nothing = True
        layouts = [*self._layouts(partner, brand, remarks)]
        words = self._words(tuple(dict.fromkeys(one.document for one in layouts)))
        for layout in layouts:
            own = layout.choice.foreword
            if own and own not in forewords:
                forewords[own] = self.documents.foreword_key(own, partner.at("foreword"))
            rules = self.prepared.editions[layout.edition].rules
            if rules not in fitting:
                fitting[rules] = _fitted(brand, rules, remarks)
            loaded = self.documents[layout.document]
            key = self._key(layout, loaded, forewords.get(own, ""))
            kind = FORMATS[layout.format]
            yield FileJob(
                layout=layout,
                key=key,
                brand=fitting[rules],
                title=loaded.source.title,
                language=loaded.source.language,
                kind=_kind(layout, words),
                for_whom=kind.for_whom_in(words),
                advice=kind.advice_in(words),
            )
            nothing = False
        if nothing:
            raise CannotError(" ".join(["There is no file for this partner.", *remarks]))

    def _layouts(self, partner: Partner, brand: Brand, remarks: list[str]) -> Iterator[Layout]:
        """The files that a partner gets; what it asks for and cannot get is a remark."""
        for name in partner.documents:
            loaded = self.documents[name]
            language = loaded.source.language
            if partner.languages and not languages.knows(partner.languages, language):
                title = loaded.source.title
                remarks.append(f"“{title}” is in {language}, which this partner did not ask for.")
                continue
            left_out = tuple(sorted(loaded.section_names & set(partner.leave_out)))
            formats = self._formats(partner, loaded)
            asked = partner.editions or self.prepared.default
            every = self.prepared.editions
            supplied = tuple(one for one in asked if loaded.supplies(every[one], left_out))
            foreword = self._foreword(partner, name)
            publisher = self._publisher(loaded, foreword, partner, brand)
            told = tuple(one for one in every if one in supplied)  # in whatever order it is asked
            there = tuple(self._in_other_languages(name, partner))
            others = tuple(dict.fromkeys(one for one, _ in there))
            pages = tuple(
                (one, edition)
                for one, edition in there
                if edition in supplied and self._formats(partner, self.documents[one]) == formats
            )
            choice = Choice(name, left_out, foreword, formats, told, others, pages, publisher)
            self._look_at_publisher(loaded, choice, brand, remarks)
            for edition in supplied:
                for format_name in formats:
                    yield Layout(choice, edition, format_name)
            for edition in partner.editions:
                if edition not in supplied:
                    remarks.append(f"“{loaded.source.title}” has no words for {edition}.")

    def _formats(self, partner: Partner, loaded: Loaded) -> tuple[str, ...]:
        return asked_for(partner.formats or loaded.formats, self.order.settings)

    def _in_other_languages(self, name: str, partner: Partner) -> Iterator[tuple[str, str]]:
        """The same document in other languages that a partner gets, with each edition of it."""
        for other in self.documents.others(name, partner.documents):
            loaded = self.documents[other]
            if partner.languages and not languages.knows(partner.languages, loaded.source.language):
                continue
            left_out = tuple(sorted(loaded.section_names & set(partner.leave_out)))
            for edition in partner.editions or self.prepared.default:
                if loaded.supplies(self.prepared.editions[edition], left_out):
                    yield other, edition

    def _foreword(self, partner: Partner, name: str) -> str:
        """The file of a partner's own first section: in a translation the one of its language,
        our-foreword-cy.yaml beside our-foreword.yaml."""
        tag = self.documents.translated_into(name).lower()
        if not partner.foreword or not tag:
            return partner.foreword
        file = PurePosixPath(partner.foreword)
        return file.with_stem(f"{file.stem}-{tag}").as_posix()

    def _publisher(
        self, loaded: Loaded, foreword: str, partner: Partner, brand: Brand
    ) -> Contact | None:
        """Whom readers reach, where the text or the partner's foreword says so."""
        says = foreword and self.documents.foreword_says(
            PUBLISHER, foreword, partner.at("foreword")
        )
        return contact_of(brand) if says else publisher_in(loaded.source, brand)

    def _look_at_publisher(
        self, loaded: Loaded, choice: Choice, brand: Brand, remarks: list[str]
    ) -> None:
        """What a partner's readers hear of the publisher is true. Raises CannotError."""
        given = loaded.given_out_by(choice.publisher)
        found = tuple(publisher_findings(brand, given.source)) or tuple(
            two_numbers(brand, self._said(loaded, choice), partner=True)
        )
        if choice.editions:
            box = self.prepared.editions[choice.editions[0]].theme.logo
            found += tuple(logo_findings(brand, box))
        for one in answered(found, loaded.source):
            if must_fix((one,)):
                raise CannotError(f"{one.message} {one.hint}")
            if one.severity is Severity.PLEASE_ANSWER:
                remarks.append(f"{one.message} {one.hint}")

    def _said(self, loaded: Loaded, choice: Choice) -> tuple[Said, ...]:
        """What the text of a choice gives as “ours”: once for all partners who share it."""
        shared = replace(choice, foreword="", publisher=None)
        if shared not in self.said:
            left_out = frozenset(choice.leave_out)
            every = (self.prepared.editions[name] for name in choice.editions)
            documents = (loaded.adapted(one, leave_out=left_out) for one in every)
            self.said[shared] = said_of_us(loaded.source, documents, left_out)
        return self.said[shared]

    def _key(self, layout: Layout, loaded: Loaded, foreword: str) -> str:
        """What a layout depends on, as one hash."""
        parts = (layout, foreword, loaded.key)
        if parts not in self.keys:
            named = repr(replace(layout, choice=replace(layout.choice, foreword=foreword)))
            written = key_of(layout.format, self.order.settings)
            self.keys[parts] = fingerprint.key_of(named, loaded.key, self.styles, written)
        return self.keys[parts]

    def _is_validated(self, files: list[FileJob]) -> bool:
        """Whether a validator looks at this pack: now, or when its layouts were made."""
        judged = [file.key for file in files if FORMATS[file.layout.format].validator]
        proofs = [self.store.proof(key) for key in judged]
        made = bool(judged) and all(one and one.file and one.file.validated for one in proofs)
        return self.order.validate or made

    def _evidence_key(self, document: str, files: list[FileJob], validate: bool) -> str:
        own = sorted(file.key for file in files if file.layout.document == document)
        return fingerprint.key_of("evidence", own, validate)

    def _changes(self, document: str, files: list[FileJob]) -> Changes:
        own = next(f.layout.choice for f in files if f.layout.document == document)
        key = (document, own.leave_out)
        if key not in self.changes:
            self.changes[key] = self.prepared.versions[document].changes(own.leave_out)
        return self.changes[key]


def _in_words(faults: Iterable[Diagnostic]) -> str:
    """The faults of a partner's line in the plan, each with its place and what to do."""
    return " ".join(f"{one.place}: {one.message} {one.hint}".strip() for one in faults)


def _fitted(brand: Brand, rules: str, remarks: list[str]) -> Brand:
    """The brand as an edition may use it. A colour that is too light stops the partner."""
    fitting, found = fitted(brand, rules)
    if found and must_fix((found,)):
        raise CannotError(f"{found.message} {found.hint}")
    if found:
        remarks.append(f"{found.message} {found.hint}")
    return fitting


def _kind(layout: Layout, words: Words) -> str:
    """A file in words, those of the pack's pages: edition, format."""
    words = words.together("formats-")
    known = dict(words.entries)
    edition = known.get(f"formats-{layout.edition}", layout.edition.replace("-", " "))
    return f"{edition}, {FORMATS[layout.format].called_in(words)}"
