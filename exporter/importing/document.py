"""A walked file as a document: decided, written, loaded again, and proved."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from exporter.adapt import adapt, supplies
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.importing.brand import brand_of
from exporter.importing.decide.decisions import Decision
from exporter.importing.decide.source import SECOND_FILE, decide
from exporter.importing.proof import Proof, proof_of
from exporter.importing.reading import Opened
from exporter.importing.write.files import Written, written
from exporter.load import load
from exporter.outline import Outline, outline_of
from exporter.source import Source, every_section
from exporter.styles.editions import load_edition
from exporter.styles.folder import Styles
from exporter.styles.words import load_words

_TRIES = 4
_OF_PICTURES = ("picture-without-alt", "alt-by-machine")
_PROVED_IN = ("standard", "easy-read")


Files: TypeAlias = tuple[tuple[str, bytes], ...]
"""Files by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A document that nobody has kept yet: its files, what was decided, and the proof."""

    name: str
    file: str
    """The name of the imported file."""
    easy_file: str = ""
    """That of the file with its easy read."""
    unit: str
    """What places in it count: "paragraph" or "line"."""
    language: str
    headings: tuple[tuple[int, str], ...]
    """Each heading with the number of its paragraph, in order."""
    to_write: tuple[str, ...]
    """What only a person can add: each place as "file: what is wanted there"."""
    decisions: tuple[Decision, ...]
    proof: Proof
    files: Files = field(repr=False, default=())
    brand: Files = field(repr=False, default=())
    """The files of a brand draft, below styles/brands."""

    def under(self, number: int) -> str:
        """The heading under which a paragraph of the file stands."""
        above = [words for at, words in self.headings if at <= number < SECOND_FILE]
        return above[-1] if above and number else ""


def imported(
    opened: Opened, name: str, styles: Styles | None = None, easy: Opened | None = None
) -> Imported:
    """Make the document, and prove it. Raises SourceError where there is nothing in the file.

    What cannot be typed as it stands is found by loading what was written; then those paragraphs
    are written plainer, until everything loads. `easy` is a file with its easy read.
    """
    bare: frozenset[int] = frozenset()
    second = easy.walked if easy else None
    for _ in range(_TRIES):
        decided = decide(opened.walked, name, bare, second)
        files = written(decided.source)
        try:
            source = _loaded(files, name)
            break
        except SourceError as error:
            worse = bare | frozenset(_numbers(error, files, name))
            if worse == bare:
                raise
            bare, last = worse, error
    else:
        raise last
    decisions = tuple(_placed(one, files) for one in decided.decisions)
    outline = (*opened.outline, *(easy.outline if easy else ()))
    sections = sorted(every_section(decided.source.sections), key=lambda one: one.place.line)
    return Imported(
        name=name,
        file=opened.walked.file,
        easy_file=second.file if second else "",
        unit=opened.walked.unit,
        language=source.language,
        headings=tuple((one.place.line, one.heading) for one in sections),
        to_write=tuple(_to_write(decided.source)),
        decisions=decisions,
        proof=proof_of(outline, outlines_of(source, styles), decisions, _numbers_shown(source)),
        files=tuple(files.files.items()),
        brand=tuple(brand_of(opened.walked, name).items()),
    )


def _numbers_shown(source: Source) -> Iterator[str]:
    """The large numbers of easy read: they are drawn, and stand in no Outline."""
    for section in every_section(source.sections):
        yield from (row.number for row in section.easy_read if row.number)


def _to_write(source: Source) -> Iterator[str]:
    """What the file could not say, and readers ask for."""
    yield "document.yaml: date"
    yield "document.yaml: contacts"
    if not source.cover:
        yield "document.yaml: cover"
    for section in source.sections:
        file = f"sections/{section.name}.yaml"
        if section.body:
            yield f"{file}: summary"
        if not any(one.easy_read for one in every_section((section,))):
            yield f"{file}: easy_read"


def _loaded(files: Written, name: str) -> Source:
    with tempfile.TemporaryDirectory(prefix="exporter-import-") as folder:
        target = Path(folder) / name
        _write(files.files, target)
        return load(target)


def _write(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _numbers(error: SourceError, files: Written, name: str) -> Iterator[int]:
    """The paragraphs that findings are about."""
    for finding in error.findings:
        _, _, inside = finding.place.file.partition(f"/{name}/")
        if number := files.number_at(inside, finding.place.line):
            yield number


def _placed(one: Decision, files: Written) -> Decision:
    """The decision with the file and line of the source where it shows."""
    of_picture = files.pictures if one.code in _OF_PICTURES else {}
    place = of_picture.get(one.number) or files.places.get(one.number)
    if place is None and one.number:
        near = [number for number in files.places if number <= one.number]
        place = files.places[max(near)] if near else None
    return replace(one, file=place.file, line=place.line) if place else one


def outlines_of(source: Source, styles: Styles | None) -> Iterator[Outline]:
    """What readers of the sources meet, each heading once. Tables are set as tables: as rows they
    would not say what heads their first column."""
    words = load_words(source.language, styles)
    headings: set[str] = set()
    for name in _PROVED_IN:
        edition = replace(load_edition(name, styles), tables="table")
        if supplies(source, edition):
            outline = outline_of(adapt(source, edition, words))
            yield tuple(one for one in outline if one.role != "heading" or one.text not in headings)
            headings |= {one.text for one in outline if one.role == "heading"}


# ---- keeping it ----------------------------------------------------------------------------------


def keep(document: Imported, sources: Path, more: dict[str, bytes]) -> Path:
    """Write the document into `sources`, whole or not at all; `more` are files beside its own.

    Raises SourceError where there is one of this name already.
    """
    target = sources / document.name
    if target.exists():
        raise SourceError([exists(target)])
    sources.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".importing-", dir=sources))
    try:
        folder = making / document.name
        folder.mkdir()
        _write({**dict(document.files), **more}, folder)
        folder.rename(target)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    return target


def exists(target: Path) -> Diagnostic:
    """What is told of a document that is there already."""
    return Diagnostic(
        code="document-exists",
        message=f"There is a document “{target.name}” already. Nothing was changed.",
        place=Place(str(target)),
        hint="Give the new one another name:  --to another-name",
    )
