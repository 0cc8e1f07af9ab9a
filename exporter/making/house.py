"""One document as the house, or one brand, has it: where its files lie, what is remembered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from exporter import fingerprint, records
from exporter.authored.folders import family_of, name_of, original_of
from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Place
from exporter.formats import FORMATS, asked_for, key_of, of_file, shared
from exporter.making.files import Made
from exporter.making.order import HOUSE, Order
from exporter.records import BuiltFile, KeptFile, Remembered, Written
from exporter.styles import folder as styles_folder

Offers: TypeAlias = Mapping[str, tuple[str, ...]]
"""What readers are told that they can get: editions by name, the formats of each."""


@dataclass(frozen=True, slots=True)
class Sibling:
    """The same document in another language. `files` are (edition, format, name) of those that
    readers can get."""

    language: str
    files: tuple[tuple[str, str, str], ...]

    def file(self, edition: str, format_name: str) -> str:
        """The name of one of its files; empty where there is no such file."""
        named = (file for *which, file in self.files if which == [edition, format_name])
        return next(named, "")


@dataclass(frozen=True)
class House:
    """One document of an order. Names of files are below the output folder."""

    order: Order
    folder: Path
    brand: Brand
    short: frozenset[str] = frozenset()
    """The editions of summaries: what they say depends on whether the whole is made with them."""
    siblings: tuple[Sibling, ...] = ()
    """Its other languages, as its files tell of them."""

    @property
    def name(self) -> str:
        return name_of(self.folder)

    @property
    def base(self) -> str:
        """The folder of its files; those of a translation stand in one of its own below it."""
        original = original_of(self.folder)
        whose = (original or self.folder).resolve().name
        base = whose if self.brand.name == HOUSE else f"partners/{self.brand.name}"
        return f"{base}/{self.folder.resolve().name}" if original else base

    @property
    def copy(self) -> str:
        """One reader's copy has its size and typeface in its name."""
        order = self.order
        parts = [f"{order.size:g}pt"] if order.size is not None else []
        parts += [order.font.lower().replace(" ", "-")] if order.font else []
        parts += ["for-printing"] if order.settings.print_shop else []
        return "".join(f"-{part}" for part in parts)

    def file(self, edition: str, format_name: str) -> str:
        return f"{self.base}/{self.name}-{edition}{self.copy}.{FORMATS[format_name].suffix}"

    @property
    def report(self) -> str:
        return f"{self.base}/report{self.copy}.json"

    @property
    def state(self) -> Path:
        return self.order.state / f"build-{self.base.replace('/', '-')}{self.copy}.json"

    @cached_property
    def key(self) -> str:
        """A hash of all that its words depend on, but for the other files that they name."""
        order = self.order
        return fingerprint.key_of(
            shared(),
            fingerprint.of_folder(family_of(self.folder)),
            styles_folder.key(order.styles),
            [order.size, order.font],
            self.brand.name,
        )

    def leads_on(self, name: str) -> bool:
        """Whether files of a format lead to those of the other editions, which lie beside them.

        A partner may have chosen some of them only, and shares each page with other partners.
        """
        return self.brand.name == HOUSE and FORMATS[name].leads_on

    def file_key(self, file: BuiltFile, offers: Offers) -> str:
        """What a file depends on: its words, what its format asks for, the others that it names."""
        options = key_of(file.format, self.order.settings)
        others = [(name, formats) for name, formats in offers.items() if name != file.edition]
        beside = sorted(self.order.editions) if file.edition in self.short else []
        leads = self.leads_on(file.format)
        spoken = [(one.language, one.files) for one in self.siblings]
        return fingerprint.key_of(self.key, options, leads, others, beside, spoken)

    @cached_property
    def memory(self) -> Remembered:
        """What is remembered; a memory that cannot be read is no memory."""
        data = fingerprint.read_kept(self.state)
        found = records.remembered(Remembered, data) if data else None
        return found or Remembered("", (), (), ())

    def formats(self, own: tuple[str, ...]) -> tuple[str, ...]:
        """The formats to build of a document that itself asks for its `own`."""
        return asked_for(self.order.formats or own, self.order.settings)

    def offers(
        self, editions: Iterable[str], formats: tuple[str, ...], every: Iterable[str]
    ) -> dict[str, tuple[str, ...]]:
        """What readers are told of: what this run makes, and what already stands beside it and says
        what the sources say now. Editions in the order of `every`, each with its formats.

        The copies of one reader are nobody else's: they name the files that everybody gets.
        """
        making = {(edition, one) for edition in editions for one in formats}
        stands = self.for_everybody.standing
        standing = {(one.edition, one.format) for one in stands.values()}
        there = making | standing
        told = {name: tuple(one for one in FORMATS if (name, one) in there) for name in every}
        return {name: found for name, found in told.items() if found}

    @property
    def for_everybody(self) -> House:
        """The same without a size, a typeface or a print shop of one's own."""
        if not self.copy:
            return self
        settings = replace(self.order.settings, print_shop=False)
        return replace(self, order=replace(self.order, size=None, font="", settings=settings))

    @cached_property
    def standing(self) -> dict[str, BuiltFile]:
        """Files of earlier runs that are whole and say what the sources say now, by name."""
        return {
            one.file.file: one.file
            for one in self.memory.files
            if one.words == self.key
            and self._is_whole(Written(one.file.file, one.file.sha256))
            and all(map(self._is_whole, one.beside))
        }

    def remembered(
        self, editions: Iterable[str], every: Iterable[str]
    ) -> tuple[BuiltFile, ...] | None:
        """The files asked for, if every one is there and as it should be; else None."""
        if self.order.force or self.memory.key != self.key:
            return None
        formats = self.formats(self.memory.formats)
        known = {one.file.file: one for one in self.memory.files}
        supplied = [name for name in editions if name not in self.memory.without]
        offers = self.offers(supplied, formats, every)
        asked = [known.get(self.file(edition, one)) for edition in supplied for one in formats]
        current = tuple(kept.file for kept in asked if kept and self._is_current(kept, offers))
        return current if len(current) == len(asked) else None

    def _is_current(self, kept: KeptFile, offers: Offers) -> bool:
        told = kept.file
        asked = self.order.validate and FORMATS[told.format].validator
        return bool(
            kept.key == self.file_key(told, offers)
            and (told.validated or not asked)
            and told.file in self.standing
        )

    def _is_whole(self, written: Written) -> bool:
        return fingerprint.is_whole(self.order.output / written.name, written.sha256)

    def is_told(self) -> bool:
        """Whether the report and the page about what was checked are as they were written."""
        return bool(self.memory.reports) and all(map(self._is_whole, self.memory.reports))

    def write(self, name: str, data: bytes) -> Written:
        """Write a file below the output folder. Raises OSError."""
        file = self.order.output / name
        fingerprint.refuse_links(self.order.output, file.parent)
        return Written(name, fingerprint.write_pieces(file, (data,)))

    def put(self, made: Made) -> tuple[tuple[Written, ...], tuple[Diagnostic, ...]]:
        """Put a good file in its place: what lies beside it then, and what could not be written."""
        if made.data is None:
            return (), ()
        stem = made.file.rpartition(".")[0]
        try:
            self.write(made.file, made.data)
            beside = tuple(self.write(f"{stem}{ends}", data) for ends, data in made.extra)
            self._take_away(made, {one.name for one in beside})
            return beside, ()
        except OSError as error:
            return (), (not_written(self.order.output / made.file, error),)

    def _take_away(self, made: Made, beside: set[str]) -> None:
        """Take away what lay beside an older file of this name, and does not beside this one."""
        kept = next((one for one in self.memory.files if one.file.file == made.file), None)
        stem, _, suffix = made.file.rpartition(".")
        kind = of_file(suffix)
        if kept is None or kind is None:
            return
        older = {one.name for one in kept.beside} - beside
        for name in older & {f"{stem}{ends}" for ends in kind.extra}:
            (self.order.output / name).unlink(missing_ok=True)

    def in_file(self, name: str, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """The findings of a finished file, each with the file that it is about."""
        place = Place(str(self.order.output / name))
        return (one if one.place.file else replace(one, place=place) for one in findings)

    def with_files(
        self,
        new: Iterable[BuiltFile],
        beside: Mapping[str, tuple[Written, ...]],
        offers: Offers,
    ) -> tuple[KeptFile, ...]:
        """What is remembered of its files, with new ones; those that are gone are forgotten.

        `beside` is what lies beside each of the new ones, `offers` what they tell readers of.
        """
        known = {one.file.file: one for one in self.memory.files}
        known |= {
            one.file: KeptFile(self.file_key(one, offers), one, beside.get(one.file, ()), self.key)
            for one in new
        }
        output = self.order.output
        return tuple(one for name, one in sorted(known.items()) if (output / name).is_file())


def not_written(file: Path, error: OSError) -> Diagnostic:
    """The folder is not ours to write in, the disk is full, or a program holds the file."""
    return Diagnostic(
        code="file-not-written",
        message=f"This file could not be written: {error.strerror or error}.",
        place=Place(str(file)),
        hint="Is it open in another program? Is the folder yours to write in, and the disk not "
        "full?",
    )
