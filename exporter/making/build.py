"""The house's own files: documents × editions × formats, and only what changed.

Each file is in its place as soon as it is whole and may go out. Beside them lie `report.json` and
what was checked; what is remembered lies in `output/.state/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias, assert_never

from exporter import fingerprint, records
from exporter.adapt import headings_of
from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.formats import FORMATS, asked_for
from exporter.making import files, words
from exporter.making.crew import Crew, Here
from exporter.making.document_names import folders_that_clash
from exporter.making.documents import Loaded
from exporter.making.evidence import page_about
from exporter.making.files import Made, Task
from exporter.making.house import House, not_written
from exporter.making.in_languages import Loads, with_siblings
from exporter.making.order import (
    Order,
    Result,
    ask_for_validators,
    chosen_documents,
    chosen_editions,
)
from exporter.making.processes import Processes, cores
from exporter.making.turn import in_turn
from exporter.making.words import Check, found_in_words
from exporter.making.work import Answer, Broken, Going, Kept, Unit, Work, work_of
from exporter.model import Document
from exporter.records import Remembered
from exporter.reports import EVIDENCE
from exporter.reports.lines import as_json
from exporter.styles.brands import load_brand
from exporter.styles.editions import editions
from exporter.styles.together import together

Progress: TypeAlias = Callable[[str, int, int], None]
"""Called with a file's name, how many are done, and how many there are."""


def build(order: Order, progress: Progress | None = None) -> Result:
    """Do what was asked. A failing document or format stops nothing else.

    Raises SourceError only when the order itself is wrong: no such document, edition or brand, a
    validator that is not here, or another run in the same output folder.
    """
    every, brand = together(
        lambda: editions(order.styles), lambda: load_brand(order.brand, order.styles)
    )
    chosen = chosen_editions(order)
    folders = chosen_documents(order.sources, order.documents, order.languages)
    if order.validate:
        ask_for_validators(asked_for(order.formats, order.settings))
    result = Result()
    with in_turn(order.output):
        short = frozenset(one.name for one in every if one.is_of_summaries)
        loads = Loads(order.styles)
        alone = [House(order, folder, brand, short) for folder in folders]
        houses = with_siblings(alone, chosen, loads)
        clashing = folders_that_clash(folders)
        planned = [
            Broken(house, (clashing[house.folder],))
            if house.folder in clashing
            else work_of(house, chosen, every, loads)
            for house in houses
        ]
        going = iter(_do([one for one in planned if isinstance(one, Work)], order, progress))
        for one in planned:
            match one:
                case Broken():
                    told = set(result.findings)  # a style file's faults are every document's
                    result.findings.extend(f for f in one.findings if f not in told)
                    result.failed.append(one.house.name)
                case Kept():
                    _finish_kept(one, result, loads)
                    result.findings.extend(_without_words(one.house, one.house.memory.without))
                case Work():
                    _finish(next(going), result)
                    result.findings.extend(_without_words(one.house, one.without))
                case _:
                    assert_never(one)
    return result


# ---- the work -----------------------------------------------------------------------------------

Job: TypeAlias = tuple[int, Unit]
"""A unit, and the number of the document that it belongs to."""
_CHECK = 200
"""About how long it takes to check an edition, in milliseconds, as a format's weight says it."""


def _do(works: list[Work], order: Order, progress: Progress | None) -> list[Going]:
    """Check and make everything; in processes, where there is more than one thing to do."""
    going = [Going.of(work) for work in works]
    jobs = tuple(sorted(_jobs(going), key=_weight))
    total, done = sum(isinstance(unit, Task) for _, unit in jobs), 0
    most = min(order.jobs or cores(), len(jobs))
    crew: Crew = Here() if most <= 1 else Processes(most)
    with crew:
        for number, answer in crew.run(_answer, jobs, _lost, _kind):
            going[number].take(answer)
            if progress and isinstance(answer, Made):
                done += 1
                progress(answer.file, done, total)
    return going


def _jobs(going: list[Going]) -> Iterator[Job]:
    for number, one in enumerate(going):
        yield from ((number, unit) for unit in one.work.units)


def _weight(job: Job) -> tuple[bool, int]:
    """What may hold an edition back comes first, then what takes longest."""
    match job[1]:
        case Check() as unit:
            return unit.source.status != "released", -_CHECK
        case Task() as unit:
            return True, -FORMATS[unit.format].weight
        case other:
            assert_never(other)


def _kind(job: Job) -> object:
    number, unit = job
    return number, unit.format if isinstance(unit, Task) else ""


def _answer(job: Job) -> tuple[int, Answer]:
    number, unit = job
    match unit:
        case Task():
            return number, files.make(unit)
        case Check():
            return number, words.check(unit)
        case _:
            assert_never(unit)


def _lost(job: Job) -> tuple[int, Answer]:
    number, unit = job
    match unit:
        case Task():
            return number, files.lost(unit)
        case Check():
            return number, words.lost(unit)
        case _:
            assert_never(unit)


# ---- what is told and remembered ----------------------------------------------------------------


def _finish_kept(kept: Kept, result: Result, loads: Loads) -> None:
    house = kept.house
    result.kept.extend(one.file for one in kept.files)
    result.findings.extend(house.memory.findings)
    for one in kept.files:
        result.findings.extend(house.in_file(one.file, one.findings or ()))
    memory = replace(house.memory, files=house.with_files((), {}, {}))
    result.records.extend(one.file for one in memory.files)
    if not house.is_told():
        _write(house, _pages(house, loads.for_house(house), {}, memory), memory, result)


def _finish(going: Going, result: Result) -> None:
    """Write the report and what was checked, and remember both."""
    work, house = going.work, going.work.house
    checked = sorted(going.checked, key=lambda one: one.edition)
    headings = headings_of(work.loaded.source, work.loaded.words)
    found = found_in_words(
        work.loaded.standing, checked, work.documents, work.editions, work.findings, headings
    )
    kept, own = house.with_files(going.made, going.beside, work.offers), work.loaded.formats
    memory = Remembered(house.key, work.without, found, kept, own)
    files = tuple(one.file for one in memory.files)
    result.made.extend(one.file for one in going.made)
    result.failed.extend(going.failed)
    result.findings.extend(found)
    for name in sorted(going.findings):
        known = set(result.findings)  # a style sheet's faults are told once, not for each file
        result.findings.extend(one for one in going.findings[name] if one not in known)
    result.records.extend(files)
    _write(house, _pages(house, work.loaded, work.documents, memory), memory, result)


def _without_words(house: House, without: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Editions that were asked for by name, and that the document has no words for."""
    for edition in editions(house.order.styles):
        if edition.name in house.order.editions and edition.name in without:
            keys = " or ".join(f"“{layer}:”" for layer in edition.layers)
            yield Diagnostic(
                code="edition-without-words",
                severity=Severity.PLEASE_ANSWER,
                message=f"“{house.name}” has no words for the edition “{edition.name}”, so no file "
                "of it was made.",
                place=Place((house.folder / "document.yaml").as_posix()),
                hint=f"It is made of what stands under {keys} in each part.",
            )


def _pages(
    house: House, loaded: Loaded, documents: dict[str, Document], memory: Remembered
) -> dict[str, bytes]:
    """The report and the page about what was checked; one reader's copy has only the report.

    `documents` are those editions that have been adapted already.
    """
    files = tuple(one.file for one in memory.files)
    pages = {house.report: as_json(house.name, files, memory.findings)}
    if not house.copy:
        every = _every_edition(house, loaded, documents)
        page = page_about(loaded, loaded.source, every, files, memory.findings)
        pages[f"{house.base}/{EVIDENCE}"] = page
    return pages


def _every_edition(
    house: House, loaded: Loaded, documents: dict[str, Document]
) -> Iterator[Document]:
    """The document in every edition that everybody gets, whichever were asked for."""
    for edition in editions(house.order.styles):
        if edition.default and loaded.supplies(edition):
            yield documents.get(edition.name) or loaded.adapted(edition)


def _write(house: House, pages: dict[str, bytes], memory: Remembered, result: Result) -> None:
    try:
        reports = tuple(house.write(name, data) for name, data in pages.items())
        memory = replace(memory, reports=reports)
        fingerprint.write_whole(house.state, records.remember(memory))
    except OSError as error:
        result.failed.append(house.report)
        result.findings.append(not_written(house.order.output / house.report, error))
