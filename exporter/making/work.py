"""What is to be done for one document of the house, and what came of it, file by file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias, assert_never

from exporter import fonts
from exporter.brand import Brand, fitted
from exporter.diagnostics import Diagnostic, SourceError, must_fix
from exporter.edition import Edition, SlotBox
from exporter.making.documents import Loaded, with_pages
from exporter.making.files import Made, Task
from exporter.making.house import House, Offers
from exporter.making.in_languages import Loads, with_files, with_web_pages
from exporter.making.logos import logo_findings
from exporter.making.order import ask_for_validators
from exporter.making.publisher import (
    answered,
    publisher_findings,
    said_of_us,
    two_numbers,
)
from exporter.making.whole import led_to_whole
from exporter.making.words import Check, Checked
from exporter.model import Document
from exporter.records import BuiltFile, Written
from exporter.source import Source

Unit: TypeAlias = Task | Check
Answer: TypeAlias = Made | Checked


@dataclass(frozen=True, slots=True)
class Kept:
    """Every file that was asked for is there, and as it should be."""

    house: House
    files: tuple[BuiltFile, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Nothing can be made of the document."""

    house: House
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What must be checked and made: the checks first, since they may hold an edition back."""

    house: House
    loaded: Loaded
    editions: tuple[Edition, ...]
    """Those for which the document has words."""
    documents: dict[str, Document]
    units: tuple[Unit, ...]
    without: tuple[str, ...]
    """Editions for which the document has no words."""
    offers: Offers
    """What readers of its files are told of."""
    findings: tuple[Diagnostic, ...]
    """What is wrong with the brand, with what is said of the publisher, or with a translation."""
    held_back: tuple[str, ...]
    """Files of editions that cannot go out, whatever the checks say."""


def work_of(
    house: House, chosen: tuple[Edition, ...], every: Iterable[Edition], loads: Loads
) -> Kept | Broken | Work:
    """What there is to do. `every` are all editions that there are: readers hear of what stands."""
    every = tuple(every)
    names = [one.name for one in every]
    remembered = house.remembered([one.name for one in chosen], names)
    if remembered is not None:
        return Kept(house, remembered)
    try:
        loaded = loads.for_house(house)
        supplied = tuple(one for one in chosen if loaded.supplies(one))
        formats = house.formats(loaded.formats)
        if house.order.validate:
            ask_for_validators(formats)
        return _work(house, loaded, supplied, formats, every, chosen)
    except SourceError as error:
        return Broken(house, error.findings)


def _work(
    house: House,
    loaded: Loaded,
    supplied: tuple[Edition, ...],
    formats: tuple[str, ...],
    every: tuple[Edition, ...],
    chosen: tuple[Edition, ...],
) -> Work:
    names = [one.name for one in every]
    offers = house.offers((one.name for one in supplied), formats, names)
    documents = {one.name: loaded.adapted(one, offers) for one in supplied}
    fitting = {one.name: fitted(house.brand, one.rules) for one in supplied}
    low = [found for _, found in fitting.values() if found]
    box = chosen[0].theme.logo
    whose = _about_publisher(house.brand, loaded.source, documents.values(), box)
    nobody = must_fix((*whose, *loaded.translated))
    out_of_date = must_fix(loaded.standing.findings)
    # A PDF could not be made, so nothing is: its check tells the signs, once for all formats.
    blocked = {
        one.name
        for one in supplied
        if nobody
        or ("easy_read" in one.layers and out_of_date)
        or fonts.lacking_in(documents[one.name])
        or must_fix(tuple(filter(None, (fitting[one.name][1],))))
    }
    going = [one.name for one in supplied if one.name not in blocked]
    if blocked:
        offers = house.offers(going, formats, names)
        documents |= {one.name: loaded.adapted(one, offers) for one in supplied}
    making = [one for one in supplied if one.name in going]
    documents = led_to_whole(house, loaded, documents, making, formats, offers, every)
    for name in filter(house.leads_on, formats):
        there = going if house.copy else [one for one, made in offers.items() if name in made]
        files = {one: PurePosixPath(house.file(one, name)).name for one in there}
        documents = with_web_pages(house, name, with_pages(documents, files))
    if house.siblings:
        documents = with_files(house, formats, documents)
    tasks: list[Task] = []
    held_back: list[str] = []
    for edition in supplied:
        brand, _ = fitting[edition.name]
        if edition.name in blocked:
            held_back += (house.file(edition.name, name) for name in formats)
            continue
        tasks += (
            Task(
                document=documents[edition.name],
                edition=edition,
                format=name,
                brand=brand,
                settings=house.order.settings,
                file=house.file(edition.name, name),
                answers=loaded.source.accept,
                validate=house.order.validate,
            )
            for name in formats
        )
    checks = (Check(documents[one.name], one, loaded.source) for one in supplied)
    return Work(
        house=house,
        loaded=loaded,
        editions=supplied,
        documents=documents,
        units=(*checks, *tasks),
        without=tuple(one.name for one in chosen if one not in supplied),
        offers=offers,
        findings=tuple(dict.fromkeys((*low, *whose, *loaded.translated))),
        held_back=tuple(held_back),
    )


def _about_publisher(
    brand: Brand, source: Source, documents: Iterable[Document], box: SlotBox
) -> tuple[Diagnostic, ...]:
    found = tuple(publisher_findings(brand, source))
    found = found or tuple(two_numbers(brand, said_of_us(source, documents)))
    return tuple(answered((*found, *logo_findings(brand, box)), source))


@dataclass(slots=True)
class Going:
    """The answers to one document's work: each file is put in its place as soon as it may be.

    A released document has no edition go out whose words must be mended: its files wait until the
    edition is checked. The checks are begun first, so that few files wait, and not for long.
    """

    work: Work
    unchecked: set[str] = field(default_factory=set)
    checked: list[Checked] = field(default_factory=list)
    waiting: list[Made] = field(default_factory=list, repr=False)
    made: list[BuiltFile] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    findings: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    """By file."""
    beside: dict[str, tuple[Written, ...]] = field(default_factory=dict)
    """By file: what lies beside it."""

    @classmethod
    def of(cls, work: Work) -> Going:
        released = work.loaded.source.status == "released"
        unchecked = {one.name for one in work.editions} if released else set()
        return cls(work, unchecked, failed=list(work.held_back))

    def take(self, answer: Answer) -> None:
        match answer:
            case Checked():
                self.checked.append(answer)
                self.unchecked.discard(answer.edition)
                ready = [one for one in self.waiting if one.edition == answer.edition]
                self.waiting = [one for one in self.waiting if one not in ready]
                for made in ready:
                    self._deliver(made)
            case Made() if answer.edition in self.unchecked:
                self.waiting.append(answer)
            case Made():
                self._deliver(answer)
            case _:
                assert_never(answer)

    def _deliver(self, made: Made) -> None:
        """Put a good file in its place; a bad one replaces nothing."""
        if any(one.edition == made.edition and one.stops for one in self.checked):
            self.failed.append(made.file)
            return
        house = self.work.house
        self.beside[made.file], unwritten = house.put(made)
        self.findings[made.file] = (*house.in_file(made.file, made.findings), *unwritten)
        if made.data is None or made.record is None or unwritten:
            self.failed.append(made.file)
        else:
            self.made.append(made.record)
