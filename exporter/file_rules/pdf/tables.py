"""Rules on tables: who heads what, and whether the rows fit together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.diagnostics import Diagnostic, short
from exporter.file_rules.pdf.catalogue import found
from exporter.file_rules.pdf.facts import Facts
from exporter.file_rules.pdf.words import words_in
from exporter.pdf_file.tree import Node, PageMark

_MOST_SPANNED = 1_000


def check(facts: Facts, words: dict[PageMark, str]) -> Iterator[Diagnostic]:
    number = 0
    for table in facts.elements:
        if table.role == "Table":
            number += 1
            yield from _table(table, _name(table, number, words), words)


def _table(table: Node, name: str, words: dict[PageMark, str]) -> Iterator[Diagnostic]:
    rows = list(_rows(table))
    cells = [cell for row in rows for cell in row]
    heads = [cell for cell in cells if cell.role == "TH"]
    if cells and not heads:
        yield found("pdf-table-header-missing", f"{name} has no header cells.")
    elif _has_gap(rows, words):
        yield found(
            "pdf-table-header-missing",
            f"In {name} one cell of the header row or column is not marked as a header.",
        )
    if any(not cell.scope for cell in heads) and not any(cell.headers for cell in cells):
        yield found("pdf-table-scope-missing", f"In {name} headers do not say what they head.")
    known = {cell.name for cell in cells if cell.name}
    lost = next(
        (n for cell in cells if cell.role == "TD" for n in cell.headers if n and n not in known),
        None,
    )
    if lost is not None:
        yield found(
            "pdf-table-headers-unknown",
            f"In {name} a cell names the header “{short(lost, 30)}”, which is not there.",
        )
    grid = _Grid.of(rows)
    if grid.overlaps or grid.too_long:
        yield found("pdf-table-spans-wrong", f"In {name} cells that span others {grid.fault}.")
    elif len(grid.widths) > 1:
        yield found(
            "pdf-table-rows-uneven",
            f"{name} has rows of {min(grid.widths)} and of {max(grid.widths)} cells.",
        )


@dataclass(frozen=True, slots=True)
class _Grid:
    """What the cells of a table cover, row by row."""

    widths: frozenset[int]
    overlaps: bool
    too_long: bool
    """Whether a cell reaches over more rows than there are."""

    @property
    def fault(self) -> str:
        return "lie over one another" if self.overlaps else "reach over more rows than there are"

    @classmethod
    def of(cls, rows: list[list[Node]]) -> _Grid:
        below: dict[int, int] = {}
        widths: set[int] = set()
        overlaps = False
        for row in rows:
            covered = {column: left - 1 for column, left in below.items() if left > 1}
            filled, column = set(below), 0
            for cell in row:
                while column in below:
                    column += 1
                for place in range(column, column + max(1, min(cell.columns, _MOST_SPANNED))):
                    overlaps = overlaps or place in below
                    filled.add(place)
                    if cell.rows > 1:
                        covered[place] = cell.rows - 1
                    column = place + 1
            widths.add(len(filled))
            below = covered
        return cls(frozenset(widths), overlaps, bool(below))


def _has_gap(rows: list[list[Node]], words: dict[PageMark, str]) -> bool:
    """Whether a header row or header column has a cell that is none, but for an empty corner."""
    spans = any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row)
    if spans or not rows or not all(rows):
        return False
    header_row = any(cell.role == "TH" and cell.scope != "Row" for cell in rows[0][1:])
    if header_row and any(cell.role != "TH" and words_in(cell, words) for cell in rows[0]):
        return True
    column = [row[0].role == "TH" for row in rows[1 if header_row else 0 :]]
    return any(column) and not all(column)


def _rows(table: Node) -> Iterator[list[Node]]:
    for kid in table.nodes():
        if kid.role == "TR":
            yield [cell for cell in kid.nodes() if cell.role in ("TH", "TD")]
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from _rows(kid)


def _name(table: Node, number: int, words: dict[PageMark, str]) -> str:
    caption = next((kid for kid in table.nodes() if kid.role == "Caption"), None)
    text = words_in(caption, words) if caption else ""
    return f"the table “{short(text)}”" if text else f"table {number}"
