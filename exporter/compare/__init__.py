"""The four equalities of ARCHITECTURE.md: what must be the same in which files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from exporter.compare.added import as_met, missing_furniture
from exporter.compare.catalogue import RULES
from exporter.compare.cells import Cell, as_cells, without_cells
from exporter.compare.difference import MOST_TOLD, difference, finding, short
from exporter.diagnostics import Diagnostic, Place
from exporter.model import Document
from exporter.outline import Outline, clean, outline_of
from exporter.walk import has_rows, pictures_of

__all__ = [
    "RULES",
    "alternative_texts",
    "as_cells",
    "as_met",
    "difference",
    "editions_agree",
    "headings_and_pictures",
    "headings_in",
    "missing_furniture",
    "same_edition",
    "same_words",
]


def same_edition(expected: Outline, found: Outline) -> tuple[Diagnostic, ...]:
    """1. For one edition every format gives the Outline of the Document."""
    return difference(expected, found)


def same_words(standard: Outline, other: Outline, name: str = "") -> tuple[Diagnostic, ...]:
    """2. Large and giant print say what standard print says; a table may be set as rows there."""
    code = "editions-differ"
    cells, others = as_cells(standard), as_cells(other)
    lost = (_cell_finding(cell, f"{_in(name)}a cell is missing") for cell in cells - others)
    more = (_cell_finding(cell, f"{_in(name)}there is another cell") for cell in others - cells)
    found = sorted((*lost, *more), key=lambda one: one.message)
    rest = difference(without_cells(standard), without_cells(other), code=code)
    return (*_first(found, code), *rest)


def headings_and_pictures(
    full: Iterable[str],
    shorter: Outline,
    full_pictures: Mapping[str, str],
    short_pictures: Mapping[str, str],
) -> tuple[Diagnostic, ...]:
    """3. A shorter edition (easy read, headlines) has only headings of the source, in its order
    and with its numbers; and a picture that stands in both has the same alternative text.

    `full` are the headings of the source: of a part that has easy read only, no other edition has
    any.

    The pictures are names with their alternative texts (see `alternative_texts`). Where a picture
    is decorative in one edition by that edition's own decision, there is nothing to compare.
    """
    findings = list(_headings_out_of_order(full, shorter))
    for name, words in short_pictures.items():
        other = full_pictures.get(name, "")
        if words and other and words != other:
            findings.append(
                Diagnostic(
                    code="picture-words-differ",
                    message=f"The picture “{name}” says “{short(words)}” here, "
                    f"but “{short(other)}” in the full edition.",
                    words=words,
                    hint="A picture is described once, in the document's pictures.",
                )
            )
    return tuple(findings)


def editions_agree(
    documents: Mapping[str, Document],
    layers: Mapping[str, tuple[str, ...]] | None = None,
    headings: tuple[str, ...] = (),
) -> tuple[Diagnostic, ...]:
    """Equalities 2 and 3 for the editions of one source; `documents` by the edition's name.

    The edition named "standard" (else the longest) is what the others are held to. `layers` says
    what each edition takes from the source: one with the same layers must have the same words.
    Without it, an edition of easy-read rows is a shorter one and any other has the same words.
    `headings` are those of the source; without them the longest edition is held to have them all.
    """
    outlines = {name: outline_of(document) for name, document in documents.items()}
    if len(outlines) < 2:
        return ()
    base = "standard" if "standard" in outlines else max(outlines, key=lambda n: len(outlines[n]))
    findings: list[Diagnostic] = []
    for name, document in documents.items():
        if name == base:
            continue
        if layers:
            shorter = set(layers.get(name, ())) != set(layers.get(base, ()))
        else:
            shorter = has_rows(document) != has_rows(documents[base])
        if shorter:
            pictures = alternative_texts(documents[base]), alternative_texts(document)
            full = headings or headings_in(outlines[base])
            findings.extend(headings_and_pictures(full, outlines[name], *pictures))
        else:
            findings.extend(same_words(outlines[base], outlines[name], name))
    return tuple(findings)


def alternative_texts(document: Document) -> dict[str, str]:
    """The alternative text of each picture by its name; it may be decorative in some places."""
    texts: dict[str, str] = {}
    for picture in pictures_of(document):
        texts[picture.name] = picture.alt or texts.get(picture.name, "")
    return texts


def headings_in(outline: Outline) -> tuple[str, ...]:
    """The headings of an edition, as its readers meet them."""
    return tuple(entry.text for entry in outline if entry.role == "heading")


def _headings_out_of_order(full: Iterable[str], shorter: Outline) -> Iterator[Diagnostic]:
    headings = [clean(text) for text in full]
    position = 0
    for entry in shorter:
        if entry.role != "heading":
            continue
        if entry.text not in headings:
            message = f"The heading “{entry.text}” is not a heading of the source."
            yield finding("heading-not-in-full-edition", entry.place, message, entry.text)
        elif entry.text in headings[position:]:
            position += headings[position:].index(entry.text) + 1
        else:
            message = f"The heading “{entry.text}” stands in another order in the source."
            yield finding("heading-order-differs", entry.place, message, entry.text)


def _cell_finding(cell: Cell, what: str) -> Diagnostic:
    row, column, words = cell
    where = " and ".join(f"“{short(part)}”" for part in (row, column) if part)
    message = f"{what}: “{short(words)}”" + (f", under {where}." if where else ".")
    return finding("editions-differ", Place(), message[0].upper() + message[1:], words)


def _in(name: str) -> str:
    return f"in {name} " if name else ""


def _first(findings: list[Diagnostic], code: str) -> tuple[Diagnostic, ...]:
    if len(findings) <= MOST_TOLD:
        return tuple(findings)
    more = Diagnostic(code=code, message=f"{len(findings) - MOST_TOLD} more cells differ.")
    return (*findings[:MOST_TOLD], more)
