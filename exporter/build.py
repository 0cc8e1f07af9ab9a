"""Build many files: documents × editions × formats, in processes, only what changed.

Writes the files, `report.json` beside them and its memory in `output/.state/`; prints nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from exporter import __version__, fingerprint, records, report, workers
from exporter.adapt import adapt, supplies
from exporter.brand import Brand, fitted
from exporter.compare import editions_agree
from exporter.diagnostics import PERSON_DECIDES, Diagnostic, Place, SourceError, must_fix
from exporter.edition import Edition, editions, load_words
from exporter.formats import FORMATS, asked_for, called, key_of, offered, shared
from exporter.load import load
from exporter.load.brands import load_brand
from exporter.model import Document
from exporter.order import HOUSE, Order, Result, chosen_editions, document_folders
from exporter.pipeline import Check, Checked, Made, Task, Unit
from exporter.records import BuiltFile, KeptFile, Remembered
from exporter.review import Review, read_review, status
from exporter.source import Source

EVIDENCE = "what-we-checked.html"


Progress = Callable[[str, int, int], None]
"""Called with a file's name, how many are done, and how many there are."""


def build(order: Order, progress: Progress | None = None) -> Result:
    """Do what was asked. A failing document or format stops nothing else.

    Raises SourceError only when the order itself is wrong (no such document, edition, brand).
    """
    brand = load_brand(order.brand, order.styles)
    chosen = chosen_editions(order)
    result = Result()
    units: list[tuple[_Ordered, Unit]] = []
    ordered: list[_Ordered] = []
    for folder in document_folders(order.sources, order.documents):
        one = _Ordered(order, folder, brand)
        ordered.append(one)
        units.extend((one, unit) for unit in one.units(chosen, result))
    total = sum(isinstance(unit, Task) for _, unit in units)
    done = 0
    for index, answer in workers.run([unit for _, unit in units], order.jobs):
        units[index][0].take(answer, result)
        if progress and isinstance(answer, Made):
            done += 1
            progress(answer.file, done, total)
    for one in ordered:
        one.finish(result)
    return result


class _Ordered:
    """One document of an order: what it depends on, what was made of it before."""

    def __init__(self, order: Order, folder: Path, brand: Brand) -> None:
        self.order, self.folder, self.brand = order, folder, brand
        self.name = folder.resolve().name
        self.copy = _copy_suffix(order)
        self.base = f"{self.name}" if brand.name == HOUSE else f"partners/{brand.name}"
        self.state = order.output / ".state" / f"{self.base.replace('/', '-')}{self.copy}.json"
        self.memory = _read_state(self.state) or Remembered("", (), (), ())
        self.files = {one.file.file: one for one in self.memory.files}
        self.key = ""
        self.changed = False
        self.broken = False
        self.source: Source | None = None
        self.review: Review | None = None
        self.documents: dict[str, Document] = {}
        self.waiting = 0
        self.made: list[Made] = []
        self.checked: list[Checked] = []
        self.findings: list[Diagnostic] = []
        self.without: list[str] = []
        self.stopped: set[str] = set()

    def units(self, chosen: tuple[Edition, ...], result: Result) -> list[Unit]:
        """What must be made and checked; files that are good already are only counted."""
        self.key = self._key()
        formats = asked_for(self.order.formats, self.order.settings)
        remembered = self._remembered(chosen, formats)
        if remembered is not None:
            result.kept.extend(one.file for one in remembered)
            result.findings.extend(self.memory.findings)
            for one in remembered:
                result.findings.extend(self._in_file(one.file, one.findings or ()))
            return []
        try:
            source = load(self.folder)
            self.source, self.review = source, read_review(self.folder)
            units = list(self._units_of(source, chosen, formats))
        except SourceError as error:
            self.broken = True
            result.findings.extend(error.findings)
            result.failed.append(self.name)
            return []
        self.changed = True
        self.waiting = len(units)
        return units

    def _units_of(
        self, source: Source, chosen: tuple[Edition, ...], formats: Iterable[str]
    ) -> Iterator[Unit]:
        words = load_words(source.language, self.order.styles)
        standing = status(source, self.review)
        offers = tuple(
            e.name for e in editions(self.order.styles) if e.default and supplies(source, e)
        )
        kinds = called(offered(self.order.formats), words)
        self.findings.extend(standing.findings)
        for edition in chosen:
            if not supplies(source, edition):
                self.without.append(edition.name)
                continue
            brand, low = fitted(self.brand, edition.rules)
            if low and low not in self.findings:
                self.findings.append(low)
            out_of_date = "easy_read" in edition.layers and must_fix(standing.findings)
            if out_of_date or (low and must_fix((low,))):
                self.stopped.add(edition.name)
            checked = standing.checked_sentence(words)
            document = adapt(source, edition, words, offers=offers, formats=kinds, checked=checked)
            self.documents[edition.name] = document
            yield Check(document, edition, source)
            for name in formats:
                file = self._file(edition, name)
                settings = self.order.settings
                yield Task(document, edition, name, brand, settings, file, source.accept)
        layers = {edition.name: edition.layers for edition in chosen}
        self.findings.extend(editions_agree(self.documents, layers))

    def take(self, answer: Made | Checked, result: Result) -> None:
        """Keep an answer; when the last has come, put the good files in their places."""
        match answer:
            case Made():
                self.made.append(answer)
            case Checked():
                self.checked.append(answer)
                if must_fix(answer.findings) and self.source and self.source.status == "released":
                    self.stopped.add(answer.edition)
            case _:
                assert_never(answer)
        self.waiting -= 1
        if self.waiting == 0:
            self._settle(result)

    def _settle(self, result: Result) -> None:
        for one in sorted(self.checked, key=lambda one: one.edition):
            self.findings.extend(f for f in one.findings if f not in self.findings)
        self.memory = Remembered(self.key, tuple(self.without), tuple(self.findings), ())
        result.findings.extend(self.findings)
        for made in sorted(self.made, key=lambda made: made.file):
            if made.edition in self.stopped:
                result.failed.append(made.file)
            else:
                self._keep(made, result)
        self.made.clear()

    def _in_file(self, name: str, findings: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
        """The findings of a finished file, each with the file that it is about."""
        place = Place(str(self.order.output / name))
        return (one if one.place.file else replace(one, place=place) for one in findings)

    def _keep(self, made: Made, result: Result) -> None:
        """Put a good file in its place; a bad one replaces nothing."""
        result.findings.extend(self._in_file(made.file, made.findings))
        if made.data is None or made.record is None:
            result.failed.append(made.file)
            return
        target = self.order.output / made.file
        try:
            fingerprint.write_whole(target, made.data)
            for ends, data in made.extra:
                fingerprint.write_whole(target.with_name(f"{target.stem}{ends}"), data)
        except OSError as error:
            result.failed.append(made.file)
            result.findings.append(_not_written(target, error))
            return
        self.files[made.file] = KeptFile(self._file_key(made.record), made.record)
        result.made.append(made.file)

    def finish(self, result: Result) -> None:
        """Write the report and what to remember."""
        if self.broken:
            return
        current = tuple(
            kept
            for name, kept in sorted(self.files.items())
            if (self.order.output / name).is_file()
        )
        target = self.order.output / self.base / f"report{self.copy}.json"
        files = tuple(kept.file for kept in current)
        findings = self.memory.findings
        result.records.extend(files)
        result.reports.append(target)
        if self.changed or not target.is_file():
            data = report.as_json(self.name, files, findings)
            memory = records.remember(replace(self.memory, files=current))
            try:
                fingerprint.write_whole(target, data)
                if self.source is not None and not self.copy:
                    fingerprint.write_whole(target.with_name(EVIDENCE), self._evidence(files))
                fingerprint.write_whole(self.state, memory)
            except OSError as error:
                result.failed.append(str(target.relative_to(self.order.output)))
                result.findings.append(_not_written(target, error))

    def _evidence(self, files: tuple[BuiltFile, ...]) -> bytes:
        """The page for a board or a regulator: what was checked by what, and what was not."""
        from exporter.evidence import Facts, Tool, what_we_checked

        assert self.source is not None
        words = load_words(self.source.language, self.order.styles)
        every = [e for e in editions(self.order.styles) if e.default and supplies(self.source, e)]
        facts = Facts(
            source=self.source,
            review=status(self.source, self.review),
            words=words,
            documents=tuple(
                self.documents.get(e.name) or adapt(self.source, e, words) for e in every
            ),
            files=files,
            findings=self.memory.findings,
            tools=(Tool("exporter", __version__, "wrote every file and read it back"),),
            person_decides=PERSON_DECIDES,
        )
        return what_we_checked(facts)

    def _key(self) -> str:
        order = self.order
        return fingerprint.key_of(
            shared(),
            fingerprint.of_folder(self.folder),
            fingerprint.of_styles(order.styles),
            [order.size, order.font],
            offered(order.formats),
            self.brand.name,
        )

    def _file_key(self, file: BuiltFile) -> str:
        """What a file depends on: its words, and what its format asks for."""
        return fingerprint.key_of(self.key, key_of(file.format, self.order.settings))

    def _remembered(
        self, chosen: tuple[Edition, ...], formats: Iterable[str]
    ) -> list[BuiltFile] | None:
        """The records of the files asked for, if every one is up to date; else None."""
        if self.order.force or self.memory.key != self.key:
            return None
        supplied = [one for one in chosen if one.name not in self.memory.without]
        names = (self._file(edition, name) for edition in supplied for name in formats)
        asked = [self.files.get(name) for name in names]
        current = [kept.file for kept in asked if kept and self._is_current(kept)]
        return current if len(current) == len(asked) else None

    def _is_current(self, kept: KeptFile) -> bool:
        file = self.order.output / kept.file.file
        return bool(
            kept.key == self._file_key(kept.file)
            and file.is_file()
            and fingerprint.sha256(file.read_bytes()) == kept.file.sha256
        )

    def _file(self, edition: Edition, format_name: str) -> str:
        return f"{self.base}/{self.name}-{edition.name}{self.copy}.{FORMATS[format_name].suffix}"


def _copy_suffix(order: Order) -> str:
    """One reader's copy has its size and typeface in its name."""
    parts = [f"{order.size:g}pt"] if order.size is not None else []
    parts += [order.font.lower().replace(" ", "-")] if order.font else []
    parts += ["for-printing"] if order.settings.print_shop else []
    return "".join(f"-{part}" for part in parts)


def _not_written(file: Path, error: OSError) -> Diagnostic:
    """The folder is not ours to write in, the disk is full, or a program holds the file."""
    return Diagnostic(
        code="file-not-written",
        message=f"This file could not be written: {error.strerror or error}.",
        place=Place(str(file)),
        hint="Is it open in another program? Is the folder yours to write in, and the disk not "
        "full?",
    )


def _read_state(file: Path) -> Remembered | None:
    """What is remembered; a memory that cannot be read is no memory."""
    try:
        return records.remembered(Remembered, file.read_bytes())
    except OSError:
        return None


__all__ = ["Order", "Result", "build", "document_folders"]
